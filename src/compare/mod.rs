//! Statements held against each other: what conflicts, what a newer plan changed, what a commune promises beside its
//! province. Pure functions over goals; nothing is drawn or worded here.
//!
//! Only like is compared with like: the same indicator, breakdown, denominator and end of the period. What cannot be
//! compared is said to be so; it is never guessed.

mod conflict;
mod demand;
mod levels;
mod revision;

pub use conflict::{Conflict, clashes, conflicts};
pub use demand::{Comparison, compare};
pub use levels::{Pair, levels};
pub use revision::{Change, Revision, Revisions, revisions};

use crate::portal::{Breakdown, Goal, IndicatorIndex, Period, Plan, PlanIndex, RelationKind, StatementKind};

/// What a statement is about. Statements may be held against each other only if this is the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Subject<'portal> {
    pub kind: StatementKind,
    pub indicator: IndicatorIndex,
    pub breakdown: &'portal Breakdown,
    /// In Vietnamese; none for the indicator's own.
    pub denominator: Option<&'portal str>,
    pub time: Time,
}

/// The end of a period: a stage 2026-2030 and "by 2030" end together; a school year ends in May, and what holds every
/// year is another thing than what is reached by the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Time {
    EndOf(i16),
    SchoolYear(i16),
    EveryYear(Option<i16>),
    NotNamed,
}

impl Time {
    pub fn of(period: Period) -> Time {
        match period {
            Period::Year(year) | Period::Stage { to: year, .. } => Time::EndOf(year),
            Period::SchoolYear(start) => Time::SchoolYear(start),
            Period::EveryYear { until } => Time::EveryYear(until),
            Period::None => Time::NotNamed,
        }
    }
}

/// What a portal's statement is about.
pub fn subject(statement: &crate::portal::Statement) -> Subject<'_> {
    Subject {
        kind: statement.kind,
        indicator: statement.indicator,
        breakdown: &statement.breakdown,
        denominator: statement.denominator.as_ref().map(|words| words.vi.as_str()),
        time: Time::of(statement.period),
    }
}

/// What grows over 2021-2030 is not what grows over 2026-2030.
fn is_for_one_span((goal, period): (Goal, Period), (other, other_period): (Goal, Period)) -> bool {
    let start_apart = matches!((period, other_period), (Period::Stage { from, .. }, Period::Stage { from: other, .. }) if from != other);
    !(start_apart && (demand::is_change(goal) || demand::is_change(other)))
}

/// Whether a plan says that it replaces another one.
pub fn replaces(plan: &Plan, older: PlanIndex) -> bool {
    is_related(plan, RelationKind::Replaces, older)
}

/// Whether a plan says that another one amends it.
fn is_amended_by(plan: &Plan, newer: PlanIndex) -> bool {
    is_related(plan, RelationKind::AmendedBy, newer)
}

fn is_related(plan: &Plan, kind: RelationKind, other: PlanIndex) -> bool {
    plan.relations.iter().any(|relation| relation.kind == kind && relation.plan == Some(other))
}

#[cfg(test)]
mod sample;
