//! A plan: what the document says of itself, and its text in both languages.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{PlaceIndex, PlanCorrection, PlanText, StatementIndex, UnitIndex};
use crate::language::text::{fold, unify};
use crate::language::{Language, Localized, date::Date};

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
    /// The units whose English nobody has checked against the Vietnamese that stands there now.
    pub unconfirmed: BTreeMap<UnitIndex, Unconfirmed>,
    pub relations: Vec<Relation>,
    /// What it does not carry on of the plans that it replaces, in the author's order.
    pub dropped: Vec<Dropped>,
    pub notes: Vec<PlanNote>,
    pub aliases: Vec<Alias>,
    /// Oldest first.
    pub corrections: Vec<PlanCorrection>,
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

/// A target of a replaced plan that the plan in its place does not carry on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropped {
    pub target: StatementIndex,
    pub reason: Localized,
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
    /// Not yet: what is called its English text and its English quotes are the Vietnamese ones, and
    /// nothing is proven in English.
    Pending,
}

/// What the English of a unit is while nobody has checked it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unconfirmed {
    /// It was checked against other Vietnamese words than stand there now.
    Behind,
    /// The unit is new in both languages.
    New,
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
    /// The other document in the author's words.
    pub document: Localized,
    pub identity: DocumentIdentity,
    /// The other document, where it is in this portal too.
    pub plan: Option<PlanIndex>,
    /// What the author has to say about the relation.
    pub note: Option<Localized>,
}

/// What tells a document from all others: number, issuer and date together. `43-KH/TU` of the Party
/// is not `43/KH-UBND` of the State, and every year has a number 43 of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocumentIdentity {
    pub number: Option<String>,
    pub issuer: Option<Localized>,
    pub date: Option<Date>,
}

#[cfg(test)]
impl Relation {
    pub fn to_plan(kind: RelationKind, plan: PlanIndex) -> Relation {
        Relation {
            kind,
            document: Localized::default(),
            identity: DocumentIdentity::default(),
            plan: Some(plan),
            note: None,
        }
    }
}

impl DocumentIdentity {
    /// The same for two names of one document; none where a part is missing, since no two documents
    /// are then known to be one.
    pub fn key(&self) -> Option<(String, String, Date)> {
        let plain = |text: &str| fold(text).split_whitespace().collect::<Vec<_>>().join(" ");
        let number: String = fold(self.number.as_deref()?)
            .chars()
            .filter(|letter| !letter.is_whitespace())
            .map(unify)
            .collect();
        Some((number, plain(&self.issuer.as_ref()?.vi), self.date?))
    }
}

impl Plan {
    /// Whether its text stands in Vietnamese on the pages of a language, for want of its own.
    pub fn is_pending_in(&self, language: Language) -> bool {
        self.translation == Translation::Pending && language != Language::Vi
    }

    /// The language in which its text stands on the pages of a language.
    pub fn language_of_text(&self, language: Language) -> Language {
        if self.is_pending_in(language) { Language::Vi } else { language }
    }

    pub fn identity(&self) -> DocumentIdentity {
        DocumentIdentity {
            number: self.number.clone(),
            issuer: Some(self.issuer.clone()),
            date: Some(self.date),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RelationKind {
    BasedOn,
    Implements,
    Replaces,
    AmendedBy,
    DetailedBy,
}

impl RelationKind {
    /// The name in `plan.yaml` and in the theme.
    pub fn name(self) -> &'static str {
        match self {
            RelationKind::BasedOn => "based_on",
            RelationKind::Implements => "implements",
            RelationKind::Replaces => "replaces",
            RelationKind::AmendedBy => "amended_by",
            RelationKind::DetailedBy => "detailed_by",
        }
    }

    /// The name of the same relation as the other document sees it.
    pub fn inverse_name(self) -> &'static str {
        match self {
            RelationKind::BasedOn => "basis_of",
            RelationKind::Implements => "implemented_by",
            RelationKind::Replaces => "replaced_by",
            RelationKind::AmendedBy => "amends",
            RelationKind::DetailedBy => "details",
        }
    }

    /// Whether the document that declares the relation is the later of the two by its nature.
    pub fn declared_by_later(self) -> bool {
        match self {
            RelationKind::BasedOn | RelationKind::Implements | RelationKind::Replaces => true,
            RelationKind::AmendedBy | RelationKind::DetailedBy => false,
        }
    }
}

/// An anchor that a piece of the text had before the text was renumbered; links to it still lead
/// there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alias {
    pub old: String,
    /// The same in both languages.
    pub unit: UnitIndex,
}

/// What the editors have to say about an oddity of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanNote {
    /// The unit that it is about (the same index in both languages); the whole document where there
    /// is none.
    pub unit: Option<UnitIndex>,
    pub text: Localized,
}
