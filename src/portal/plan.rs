//! A plan: what the document says of itself, and its text in both languages.

use std::ops::Range;

use super::{PlaceIndex, PlanText, UnitIndex};
use crate::language::{Localized, date::Date};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlanIndex(pub usize);

#[derive(Clone, Debug)]
pub struct Plan {
    pub slug: String,
    pub place: PlaceIndex,
    /// `243/KH-UBND`; a draft or a commune's resolution may have none.
    pub number: Option<String>,
    /// `Kế hoạch`.
    pub document_type: Localized,
    pub title: Localized,
    pub issuer: Localized,
    pub date: Date,
    pub signer: Option<Signer>,
    pub status: PlanStatus,
    pub text_grade: TextGrade,
    pub original: Option<Original>,
    /// Whether the signed text is at hand, so that figures are proven in it too.
    pub has_signed_text: bool,
    /// Where the site holds a copy of the signed text, if it is published.
    pub signed_text_path: Option<String>,
    pub translation: Translation,
    /// The units whose English was checked against other Vietnamese words than stand there now, in their order.
    pub behind: Vec<UnitIndex>,
    pub relations: Vec<Relation>,
    pub notes: Vec<PlanNote>,
    pub text: Localized<PlanText>,
    /// The figures of the text that no statement rests on, in its order.
    pub uncovered: Vec<UncoveredFigure>,
}

/// A figure of a plan's text that no statement rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UncoveredFigure {
    /// The same in both languages.
    pub unit: UnitIndex,
    /// Where it stands in the unit's Vietnamese text.
    pub range: Range<usize>,
    /// Why it is no target, where the author has said so.
    pub reason: Option<Localized>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signer {
    pub name: String,
    pub role: Localized,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlanStatus {
    Draft,
    Signed,
    Superseded,
}

/// Against what a quote is proven.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TextGrade {
    /// The portal's own plain-language edition; the signed document prevails.
    Edition,
    /// The signed text.
    Official,
}

/// Whether a plan has its text in English.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Translation {
    Whole,
    /// Not yet: what is called its English text and its English quotes are the Vietnamese ones.
    Pending,
}

/// Where the signed document is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Original {
    /// The document itself.
    pub url: Option<String>,
    /// The page that it is posted on.
    pub page: Option<String>,
    /// Its copy in this site: the path within it.
    pub file: Option<String>,
    /// The checksum of the document, in lower-case hexadecimals.
    pub sha256: Option<String>,
    /// When it was posted.
    pub posted: Option<Date>,
    pub description: Localized,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    pub kind: RelationKind,
    pub document: Localized,
    /// The other document, where it is in this portal too.
    pub plan: Option<PlanIndex>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RelationKind {
    BasedOn,
    Implements,
    Replaces,
    AmendedBy,
    DetailedBy,
}

/// What the editors have to say about an oddity of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanNote {
    /// The unit that it is about (the same index in both languages); the whole document where there is none.
    pub unit: Option<UnitIndex>,
    pub text: Localized,
}
