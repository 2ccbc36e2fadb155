//! A claim against a unit: the seven points of the evidence rule, for one language.

use std::ops::Range;

use super::{Failure, Mention, Vocabulary};
use crate::language::Language;
use crate::portal::{Breakdown, Goal, Measure, Period, PeriodProof};

/// What an author says that a unit says.
#[derive(Clone, Debug)]
pub struct Claim<'claim> {
    pub goal: Goal,
    pub measure: &'claim Measure,
    pub period: Period,
    pub breakdown: &'claim Breakdown,
    /// As authored, with brackets round the figure where it holds several.
    pub quote: &'claim str,
    /// A marker earlier in the same sentence that governs this figure too.
    pub carried_from: Option<&'claim str>,
    /// The words that name a milestone's object; empty for what has a figure.
    pub terms: &'claim [String],
}

/// A unit, with what stands around it in its plan.
#[derive(Clone, Debug)]
pub struct UnitInPlan<'plan> {
    pub language: Language,
    pub text: &'plan str,
    /// What [`super::read`] made of the text.
    pub mentions: &'plan [Mention],
    /// The heads of the clauses that it stands in, innermost first (without the unit itself).
    pub headings: Vec<&'plan str>,
    pub title: &'plan str,
    /// For a cell of a table.
    pub cell: Option<CellInTable<'plan>>,
}

/// What a cell's number takes from its table.
#[derive(Clone, Debug)]
pub struct CellInTable<'plan> {
    /// The header of its column.
    pub column: &'plan str,
    /// The other cells of its row, in order: the label and the unit stand among them.
    pub row: Vec<&'plan str>,
}

/// A claim that stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// The quote without brackets, as it is visible in the unit.
    pub quote: String,
    /// Where it stands in the unit's text.
    pub range: Range<usize>,
    /// The figure with markers and unit; the whole quote for a milestone.
    pub figure: Range<usize>,
    /// Which of the unit's mentions it is; `None` for a milestone.
    pub mention: Option<usize>,
    pub period: PeriodProof,
}

/// Proves the claim, or says everything that keeps it from being proven.
pub fn prove(claim: &Claim, unit: &UnitInPlan, vocabulary: &Vocabulary) -> Result<Proof, Vec<Failure>> {
    let _ = (claim, unit, vocabulary);
    Err(Vec::new())
}
