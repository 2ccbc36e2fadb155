//! What the files say, field by field: references are still names, and quotes still unproven.

use std::ops::Range;
use std::sync::Arc;

use super::fields::At;
use crate::diagnostic::Source;
use crate::language::{Localized, date::Date};
use crate::portal::{
    CommuneCount, Contact, DatedFact, Direction, Goal, Licence, Measure, Period, PlaceCode,
    PlaceKind, PlanStatus, RelationKind, Signer, StatementKind, StatusMethod, Term, TextGrade,
    Translation,
};

/// `portal.yaml`.
#[derive(Debug)]
pub struct PortalRecord {
    pub title: Localized,
    pub description: Localized,
    pub publisher: Localized,
    pub licence: Option<Licence>,
    pub contact: Option<Contact>,
    pub legal_basis: Option<Localized>,
    pub site_url: Option<String>,
    pub as_of: Date,
    pub status_method: StatusMethod,
    /// The slugs of topics, in the order in which they are listed.
    pub topics: Vec<At<String>>,
    pub png: bool,
}

/// An entry of `dimensions.yaml`.
#[derive(Debug)]
pub struct DimensionRecord {
    pub id: At<String>,
    pub name: Localized,
    pub members: Vec<MemberRecord>,
}

#[derive(Debug)]
pub struct MemberRecord {
    pub id: At<String>,
    pub name: Localized,
    pub terms: Localized<Vec<String>>,
}

/// An entry of `units.yaml`.
#[derive(Debug)]
pub struct UnitRecord {
    pub id: At<String>,
    pub name_vi: String,
    pub name_en_one: String,
    pub name_en_other: String,
    pub terms: Localized<Vec<String>>,
}

/// `country.yaml`.
#[derive(Debug)]
pub struct CountryRecord {
    pub date: Date,
    pub tiles: Vec<TileRecord>,
    pub archipelagos: Vec<ArchipelagoRecord>,
}

#[derive(Debug)]
pub struct TileRecord {
    pub province: At<String>,
    pub name: Localized,
    pub label: Option<Localized>,
    /// Both count from 1.
    pub column: At<u16>,
    pub row: At<u16>,
}

#[derive(Debug)]
pub struct ArchipelagoRecord {
    pub name: Localized,
    pub province: At<String>,
    pub column: At<u16>,
    pub row: At<u16>,
}

/// A file of `indicators/`.
#[derive(Debug)]
pub struct TopicRecord {
    pub source: Arc<Source>,
    pub slug: String,
    pub name: Localized,
    pub indicators: Vec<IndicatorRecord>,
}

#[derive(Debug)]
pub struct IndicatorRecord {
    pub id: At<String>,
    pub name: Localized,
    pub definition: Localized,
    pub measure: At<Measure>,
    pub direction: Direction,
    pub breakdowns: Vec<At<String>>,
    pub denominator: Option<Localized>,
    pub terms: Localized<Vec<String>>,
    pub words: Localized<Vec<String>>,
    pub wording: Localized<Vec<String>>,
    pub deed: Option<Localized>,
}

/// A `place.yaml`.
#[derive(Debug)]
pub struct PlaceRecord {
    pub name: Localized,
    pub full_name: Localized,
    pub kind: PlaceKind,
    pub code: Option<PlaceCode>,
    pub region: Option<Localized>,
    pub communes: Option<CommuneCount>,
    pub former_names: Vec<String>,
    pub facts: Vec<DatedFact>,
}

/// An entry of a province's `communes.yaml`: a commune that need not have a folder.
#[derive(Debug)]
pub struct CommuneRecord {
    /// With its kind, as officially named: `Xã Bằng Mạc`.
    pub name: Localized,
    pub former_names: Vec<String>,
}

/// A `plan.yaml`.
#[derive(Debug)]
pub struct PlanRecord {
    pub number: Option<At<String>>,
    pub document_type: Localized,
    pub title: Localized,
    pub issuer: Localized,
    pub date: At<Date>,
    pub signer: Option<Signer>,
    pub status: PlanStatus,
    pub text_grade: TextGrade,
    pub translation: Translation,
    pub original: Option<OriginalRecord>,
    pub publish_original: bool,
    pub relations: Vec<RelationRecord>,
    pub notes: Vec<NoteRecord>,
    pub aliases: Vec<AliasRecord>,
    pub corrections: Vec<CorrectionRecord<Localized>>,
}

/// An entry of `aliases`: an anchor that a piece of the text had before it was renumbered.
#[derive(Debug)]
pub struct AliasRecord {
    pub old: At<String>,
    pub now: At<String>,
}

/// Where the signed document is.
#[derive(Debug)]
pub struct OriginalRecord {
    pub url: Option<String>,
    pub page: Option<String>,
    /// A file of `static/`.
    pub file: Option<At<String>>,
    pub sha256: Option<At<String>>,
    pub posted: Option<At<Date>>,
    pub description: Localized,
    pub description_places: Localized<Range<usize>>,
}

#[derive(Debug)]
pub struct RelationRecord {
    /// Where the entry begins.
    pub place: Range<usize>,
    pub kind: RelationKind,
    pub document: Localized,
    pub document_places: Localized<Range<usize>>,
    pub number: Option<At<String>>,
    pub issuer: Option<Localized>,
    pub date: Option<At<Date>>,
    pub plan: Option<At<String>>,
    pub note: Option<Localized>,
}

/// An entry of `corrections`, of a plan in words or of a row as a goal.
#[derive(Clone, Debug)]
pub struct CorrectionRecord<T> {
    pub clause: Option<At<String>>,
    pub date: At<Date>,
    pub old: At<T>,
    pub new: At<T>,
    pub reason: Localized,
}

#[derive(Debug)]
pub struct NoteRecord {
    pub clause: Option<At<String>>,
    pub text: Localized,
}

/// A `targets.yaml`.
#[derive(Debug, Default)]
pub struct TargetsRecord {
    pub targets: Vec<StatementRecord>,
    /// How many entries could not be read; each has been reported.
    pub unread: usize,
    pub ignored: Vec<IgnoredRecord>,
    pub dropped: Vec<DroppedRecord>,
}

/// A target of the plan that this one replaces, which this one does not carry on.
#[derive(Debug)]
pub struct DroppedRecord {
    /// `lang-son/43-2022/nursery-enrolment-2025`.
    pub target: At<String>,
    pub reason: Localized,
}

/// A figure of the text that no row takes up, and why.
#[derive(Debug)]
pub struct IgnoredRecord {
    pub clause: At<String>,
    /// The words of the Vietnamese text with the figure.
    pub quote: At<String>,
    pub reason: Localized,
}

/// An entry of a `targets.yaml`, or of a place's `results.yaml`.
#[derive(Debug)]
pub struct StatementRecord {
    /// Where the entry begins, for what is said of it as a whole.
    pub place: Range<usize>,
    pub id: Option<At<String>>,
    pub kind: StatementKind,
    pub indicator: At<String>,
    pub breakdown: Vec<(At<String>, At<String>)>,
    pub goal: At<Goal>,
    pub period: At<Period>,
    pub denominator: Option<Localized>,
    pub note: Option<Localized>,
    pub series_break: bool,
    pub uncertain: bool,
    /// How an editor reads the words that the program does not understand, and why.
    pub reading: Option<At<Localized>>,
    pub provisional: bool,
    /// The result whose place it takes.
    pub replaces: Option<At<String>>,
    pub conflicts_with: Option<At<String>>,
    pub corrections: Vec<CorrectionRecord<Goal>>,
    /// Words of the signed text that say the same, where its clause or its wording is another.
    pub original_quote: Option<At<String>>,
    pub support: SupportRecord,
}

/// Words of a plan's text. The English ones may be missing only where the plan has no English yet.
#[derive(Debug)]
pub struct QuotedRecord {
    /// Where the words of both languages stand.
    pub place: Range<usize>,
    pub vi: At<String>,
    pub en: Option<At<String>>,
}

/// What an entry rests on.
#[derive(Debug)]
pub enum SupportRecord {
    Clause { clause: At<String>, quote: QuotedRecord, carried_from: Option<QuotedRecord> },
    Outside { title: Localized, url: Option<String> },
}

/// An entry of `glossary.yaml`.
pub type TermRecord = Term;
