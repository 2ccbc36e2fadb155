//! A proven row of a plan.

use crate::content::fields::At;
use crate::diagnostic::Location;
use crate::language::Localized;
use crate::portal::{
    Breakdown, Goal, IndicatorIndex, Period, PeriodProof, PlaceIndex, Quote, StatementKind,
    UnitIndex, ValueCorrection,
};

/// A proven row that does not yet know the number of its plan.
pub struct Row {
    pub id: String,
    pub kind: StatementKind,
    pub place: PlaceIndex,
    pub indicator: IndicatorIndex,
    pub breakdown: Breakdown,
    pub goal: Goal,
    pub period: Period,
    pub denominator: Option<Localized>,
    pub note: Option<Localized>,
    pub series_break: bool,
    pub uncertain: bool,
    pub provisional: bool,
    /// The result of this plan or elsewhere that it says it replaces.
    pub replaces: Option<At<String>>,
    /// A row of the same plan.
    pub conflicts_with: Option<usize>,
    /// The row that it says it contradicts, as it is named: of this plan or of another.
    pub conflict_named: Option<At<String>>,
    pub corrections: Vec<ValueCorrection>,
    pub unit: UnitIndex,
    /// Which of the unit's Vietnamese mentions it rests on; none for a milestone.
    pub mention: Option<usize>,
    pub quote: Localized<Quote>,
    pub period_proof: PeriodProof,
    pub carried_from: Option<Localized>,
    /// Whether the signed text says it too.
    pub in_signed_text: bool,
    /// The reading of an editor that it stands by.
    pub reading: Option<Localized>,
    /// Where the author gives one, needed or not.
    pub reading_location: Option<Location>,
    /// Where its quote stands in the author's file.
    pub location: Location,
}

impl Row {
    /// The figure of the text that it takes up: unit and mention.
    pub fn figure(&self) -> Option<(usize, usize)> {
        self.mention.map(|mention| (self.unit.0, mention))
    }
}
