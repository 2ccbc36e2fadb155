//! Where everything in the portal is from: the files and places in them that a rule must name.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::row_names::RowNames;
use crate::content::{OwnFile, fields::At, lock::Lock};
use crate::diagnostic::{Location, Source};
use crate::language::{Language, Localized, date::Date};
use crate::markdown::Prose;
use crate::portal::{PlanIndex, PlanText, Portal, StatementIndex, UnitIndex};

/// A portal, and where everything in it is from.
pub struct Assembled {
    pub portal: Portal,
    pub origins: Origins,
}

/// What the rules of `check` need besides the portal.
pub struct Origins {
    /// In the order of the portal's plans.
    pub plans: Vec<PlanOrigin>,
    /// Where each statement is written.
    pub rows: RowNames,
    /// Each `conflicts_with` that leads to a row.
    pub conflicts: Vec<NamedConflict>,
    /// Results for one time that differ, and of which none says that it replaces the other.
    pub differing_results: Vec<DifferingResults>,
    /// The readings of editors.
    pub readings: Vec<Location>,
    /// How many rows the plans have.
    pub rows_of_plans: usize,
    /// The entries of `dropped`.
    pub dropped: BTreeMap<(PlanIndex, StatementIndex), Location>,
    /// Every date of something that has happened.
    pub events: Vec<Event>,
    /// The pages of prose, in the portal's order.
    pub prose: Vec<ReadProse>,
    /// The files of the author's own that are published as they are.
    pub own_files: Vec<OwnFile>,
}

/// The files of a plan.
pub struct PlanOrigin {
    pub yaml: Arc<Source>,
    pub vi: Arc<Source>,
    /// None while the translation is pending.
    pub en: Option<Arc<Source>>,
    /// What an editor confirmed.
    pub lock: Option<Lock>,
    /// Relation by relation.
    pub relations: Vec<Related>,
}

impl PlanOrigin {
    /// Where a range of a unit's text is in its file; none where the language has no file.
    pub fn in_text(
        &self,
        text: &Localized<PlanText>,
        language: Language,
        unit: UnitIndex,
        range: Range<usize>,
    ) -> Option<Location> {
        let source = match language {
            Language::Vi => &self.vi,
            Language::En => self.en.as_ref()?,
        };
        let range = text.get(language).unit(unit).source_range(range);
        let end = source.text.len();
        Some(Location::new(source, range.start.min(end)..range.end.min(end)))
    }

    /// Where a unit is in its file.
    pub fn whole_unit(
        &self,
        text: &Localized<PlanText>,
        language: Language,
        unit: UnitIndex,
    ) -> Option<Location> {
        let length = text.get(language).unit(unit).text.len();
        self.in_text(text, language, unit, 0..length)
    }
}

/// Where a relation is written, and the plan of this portal that it names.
pub struct Related {
    pub source: Arc<Source>,
    pub place: Range<usize>,
    pub plan: Option<At<String>>,
    pub number: Option<Range<usize>>,
    pub date: Option<Range<usize>>,
}

impl Related {
    pub fn location(&self) -> Location {
        Location::new(&self.source, self.place.clone())
    }
}

/// A row that names another one in `conflicts_with`.
pub struct NamedConflict {
    pub row: StatementIndex,
    pub named: At<String>,
    pub source: Arc<Source>,
}

/// Two results for one time that differ.
pub struct DifferingResults {
    pub first: StatementIndex,
    pub second: StatementIndex,
    /// Whether the portal shows the second in the place of the first.
    pub is_second_shown: bool,
}

/// Something that has happened by its date.
pub struct Event {
    pub kind: EventKind,
    pub date: Date,
    /// As it is written.
    pub written: String,
    pub location: Location,
}

/// What has happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventKind {
    PlanSigned,
    OriginalPosted,
    RelatedDocumentSigned,
    Correction,
    /// The time that a result is for has begun.
    Result,
}

/// A page of prose as it was read, in both languages.
pub type ReadProse = Localized<(Arc<Source>, Prose)>;
