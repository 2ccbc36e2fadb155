//! The model: a portal as it is once everything is read, resolved and proven. Complete and
//! immutable; no files, no serde.
//!
//! Things refer to each other by index into the portal's lists ([`PlaceIndex`] and its like), so
//! that the model is one plain value that any number of threads may read.

mod citation;
mod clause;
mod correction;
mod country;
mod goal;
mod indicator;
mod period;
mod place;
mod plan;
#[cfg(test)]
pub(crate) mod sample;
mod statement;
mod subject;

pub use citation::{cited, status};
pub use clause::{
    Block, Clause, ClauseIndex, ClauseKind, Footnote, FootnoteIndex, ListItem, NoteMark, PlanText,
    Run, Table, TableRow, Unit, UnitIndex, UnitKind,
};
pub use correction::{Correction, PlanCorrection, ValueCorrection};
pub use country::{Archipelago, Country, CountryTile};
pub use goal::{Bound, Comparator, DueDay, Goal};
pub use indicator::{
    Breakdown, CountUnit, Dimension, DimensionIndex, Direction, Indicator, IndicatorIndex, Measure,
    Member, MemberIndex, Topic, TopicIndex,
};
pub use period::{Period, Time};
pub use place::{CommuneCount, DatedFact, NamedCommune, Place, PlaceCode, PlaceIndex, PlaceKind};
pub use plan::{
    Alias, DocumentIdentity, Dropped, Original, Plan, PlanIndex, PlanNote, PlanStatus, Relation,
    RelationKind, Signer, TextGrade, Translation, Unconfirmed, UncoveredFigure,
};
pub use statement::{
    Evidence, Grade, Grades, OutsideSource, PeriodProof, Quote, Statement, StatementIndex,
    StatementKind,
};
pub use subject::{Subject, other_denominator};

use crate::language::{Localized, date::Date};

/// Everything that the site is made of.
#[derive(Debug)]
pub struct Portal {
    pub title: Localized,
    pub description: Localized,
    pub publisher: Localized,
    pub licence: Option<Licence>,
    pub contact: Option<Contact>,
    pub legal_basis: Option<Localized>,
    /// Where the portal will stand, without a trailing slash; needed only where a URL must be
    /// absolute.
    pub site_url: Option<String>,
    /// The day for which the portal is right.
    pub as_of: Date,
    pub status_method: StatusMethod,
    /// Whether link previews and charts are made as PNG.
    pub png: bool,
    /// In the order of their files.
    pub topics: Vec<Topic>,
    pub dimensions: Vec<Dimension>,
    pub units: Vec<CountUnit>,
    /// Topic by topic, in the order of the catalogue.
    pub indicators: Vec<Indicator>,
    /// The country as a grid, where content gives one.
    pub country: Option<Country>,
    /// Provinces, each followed by its communes; by slug.
    pub places: Vec<Place>,
    /// Place by place, oldest first.
    pub plans: Vec<Plan>,
    /// Plan by plan, in the order of the authors' files; results from outside the plans come last.
    pub statements: Vec<Statement>,
    pub glossary: Vec<Term>,
    pub pages: Vec<ProsePage>,
}

impl Portal {
    pub fn topic(&self, index: TopicIndex) -> &Topic {
        &self.topics[index.0]
    }

    pub fn indicator(&self, index: IndicatorIndex) -> &Indicator {
        &self.indicators[index.0]
    }

    pub fn place(&self, index: PlaceIndex) -> &Place {
        &self.places[index.0]
    }

    pub fn plan(&self, index: PlanIndex) -> &Plan {
        &self.plans[index.0]
    }

    pub fn statement(&self, index: StatementIndex) -> &Statement {
        &self.statements[index.0]
    }

    pub fn dimension(&self, index: DimensionIndex) -> &Dimension {
        &self.dimensions[index.0]
    }

    /// Whether a statement is proven in Vietnamese alone, since its plan has no English yet.
    pub fn is_proven_in_vietnamese_alone(&self, statement: &Statement) -> bool {
        matches!(statement.evidence, Evidence::Clause { plan, .. } if self.plan(plan).translation == Translation::Pending)
    }

    /// How many statements there are of each grade.
    pub fn grades(&self) -> Grades {
        Grades::of(self.statements.iter())
    }

    /// The members of a breakdown with their dimensions.
    pub fn members<'portal>(
        &'portal self,
        breakdown: &'portal Breakdown,
    ) -> impl Iterator<Item = (&'portal Dimension, &'portal Member)> {
        breakdown.0.iter().map(|&(dimension, member)| {
            let dimension = self.dimension(dimension);
            (dimension, &dimension.members[member.0])
        })
    }

    /// `lang-son` or `lang-son/bang-mac`.
    pub fn place_path(&self, index: PlaceIndex) -> String {
        let place = self.place(index);
        match place.parent {
            Some(parent) => format!("{}/{}", self.place(parent).slug, place.slug),
            None => place.slug.clone(),
        }
    }
}

/// How progress towards a target is measured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StatusMethod {
    /// Along the straight line from baseline to target.
    #[default]
    Linear,
    /// Open SDG's: compound growth a year, observed against required.
    OpenSdg,
}

impl StatusMethod {
    /// The name in `portal.yaml`.
    pub fn name(self) -> &'static str {
        match self {
            StatusMethod::Linear => "linear",
            StatusMethod::OpenSdg => "open_sdg",
        }
    }
}

/// Under what terms the portal's own texts and data may be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Licence {
    pub name: Localized,
    pub url: String,
}

/// How the editors are reached, and where errors are reported.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    pub email: Option<String>,
    /// A form or page of the publisher; `{url}` and `{clause}` in it stand for what is reported.
    pub url: Option<String>,
    /// As printed: `0205 3812 345`.
    pub phone: Option<String>,
    /// The postal address.
    pub address: Option<Localized>,
}

/// An entry of the glossary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    pub name: Localized,
    /// The Vietnamese abbreviation: `UBND`.
    pub abbreviation: Option<String>,
    /// What an international abbreviation stands for.
    pub full: Option<String>,
    pub note: Option<Localized>,
}

/// A page of prose: about, method, data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProsePage {
    pub slug: String,
    pub title: Localized,
    /// The text as HTML, without the title.
    pub html: Localized,
}
