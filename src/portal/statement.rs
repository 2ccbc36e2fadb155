//! One published value or milestone, with the proof that it stands in the clause that it cites.

use std::ops::Range;

use super::{
    Breakdown, Goal, IndicatorIndex, Period, PlaceIndex, PlanIndex, UnitIndex, ValueCorrection,
};
use crate::language::Localized;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StatementIndex(pub usize);

/// A target, an aim, a baseline, a result or a deadline.
#[derive(Clone, Debug)]
pub struct Statement {
    /// Unique in its plan, and the fragment of its URL: `nursery-enrolment-2030`.
    pub id: String,
    pub kind: StatementKind,
    pub place: PlaceIndex,
    pub indicator: IndicatorIndex,
    pub breakdown: Breakdown,
    pub goal: Goal,
    pub period: Period,
    /// What the plan measures against, where it differs from the indicator's own.
    pub denominator: Option<Localized>,
    pub evidence: Evidence,
    pub note: Option<Localized>,
    /// Whether no line may be drawn from earlier values to this one.
    pub series_break: bool,
    /// Whether its source can hardly be read, so that the figure is the editors' best reading; its
    /// note says why.
    ///
    /// The term is that of those who edit texts: TEI P5 has `unclear` for what "cannot be
    /// transcribed with certainty because it is illegible", and an uncertain reading is marked as
    /// one. It is none of the flags of statistics (SDMX, code list `OBS_STATUS`: `E` estimated, `U`
    /// low reliability): those say how well something was measured, not how well a page was read.
    pub uncertain: bool,
    /// Whether its source calls the figure provisional.
    pub provisional: bool,
    /// The result for the same time that is read in its place.
    pub replaced_by: Option<StatementIndex>,
    /// Another row of this plan, or of another plan, that cannot be meant together with this one.
    pub conflicts_with: Option<StatementIndex>,
    /// Of its value; oldest first.
    pub corrections: Vec<ValueCorrection>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StatementKind {
    Target,
    Baseline,
    Result,
    Deadline,
    /// What a plan works towards without a commitment: never due, never late, without a status.
    Aim,
}

impl StatementKind {
    /// The name in the data files.
    pub fn name(self) -> &'static str {
        match self {
            StatementKind::Target => "target",
            StatementKind::Baseline => "baseline",
            StatementKind::Result => "result",
            StatementKind::Deadline => "deadline",
            StatementKind::Aim => "aim",
        }
    }

    /// Whether the plan commits itself to it.
    pub fn is_promise(self) -> bool {
        matches!(self, StatementKind::Target | StatementKind::Deadline)
    }

    /// Whether it lies ahead, promised or only aimed at; the others report.
    pub fn is_wanted(self) -> bool {
        self.is_promise() || self == StatementKind::Aim
    }
}

/// By what a statement stands in its source. Grades are never mixed: what counts one leaves out the
/// others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade<'statement> {
    /// The program reads it in the clause that it cites.
    Proven,
    /// The figure stands in the clause, but an editor says what the words around it mean, and why.
    ReadByEditor(&'statement Localized),
    /// A report outside the plans says it.
    Reported,
}

impl Grade<'_> {
    /// The name in the data files.
    pub fn name(self) -> &'static str {
        match self {
            Grade::Proven => "proven",
            Grade::ReadByEditor(_) => "read_by_editor",
            Grade::Reported => "reported",
        }
    }
}

impl Statement {
    pub fn grade(&self) -> Grade<'_> {
        match &self.evidence {
            Evidence::Clause { reading: None, .. } => Grade::Proven,
            Evidence::Clause { reading: Some(reading), .. } => Grade::ReadByEditor(reading),
            Evidence::Outside(_) => Grade::Reported,
        }
    }

    /// The reading of an editor that it stands by, if it does.
    pub fn reading(&self) -> Option<&Localized> {
        match self.grade() {
            Grade::ReadByEditor(reading) => Some(reading),
            Grade::Proven | Grade::Reported => None,
        }
    }

    /// Whether it is counted among what is proven. An aim stands in its clause too, but is counted
    /// as an aim alone.
    pub fn counts_as_proven(&self) -> bool {
        self.grade() == Grade::Proven && self.kind != StatementKind::Aim
    }
}

/// How many statements there are of each grade, and how many aims.
///
/// An aim that an editor reads is counted as both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Grades {
    pub proven: usize,
    pub read_by_editor: usize,
    pub aims: usize,
    pub reported: usize,
}

impl Grades {
    pub fn of<'portal>(statements: impl Iterator<Item = &'portal Statement>) -> Grades {
        statements.fold(Grades::default(), |sum, statement| Grades {
            proven: sum.proven + usize::from(statement.counts_as_proven()),
            read_by_editor: sum.read_by_editor + usize::from(statement.reading().is_some()),
            aims: sum.aims + usize::from(statement.kind == StatementKind::Aim),
            reported: sum.reported + usize::from(statement.grade() == Grade::Reported),
        })
    }
}

/// Why a statement may be published.
#[derive(Clone, Debug)]
pub enum Evidence {
    /// It was found, in both languages, in a unit of a plan's text.
    Clause {
        plan: PlanIndex,
        /// The same in both languages.
        unit: UnitIndex,
        quote: Localized<Quote>,
        /// Where the period was found.
        period: PeriodProof,
        /// The earlier marker that the comparator is carried from, where it does not stand by the
        /// figure.
        carried_from: Option<Localized>,
        /// Whether it was found in the signed text as well, where the plan's own text is the
        /// portal's edition of it.
        in_signed_text: bool,
        /// How an editor reads the words around the figure that the program does not understand,
        /// and why; none where it understands them all.
        reading: Option<Localized>,
    },
    /// It comes from a report outside the portal's plans; shown as reported, never as proven.
    Outside(OutsideSource),
}

/// A quote in its unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// As visible in the unit, without the author's brackets.
    pub text: String,
    /// Where it stands in the unit's text.
    pub range: Range<usize>,
    /// Where the figure with its markers and unit stands in the unit's text; the whole quote for a
    /// milestone.
    pub figure: Range<usize>,
}

/// What named the period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PeriodProof {
    /// The sentence or the unit itself.
    Unit,
    /// The header of the table's column.
    Column,
    /// A heading above.
    Heading,
    /// The plan's title.
    Title,
    /// None is named, and none is claimed.
    NotNamed,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutsideSource {
    pub title: Localized,
    pub url: Option<String>,
}
