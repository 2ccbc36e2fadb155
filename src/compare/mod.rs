//! Statements held against each other: what conflicts, what a newer plan changed, what a commune
//! promises beside its province. Pure functions over goals; nothing is drawn or worded here.
//!
//! Only like is compared with like: the same indicator, breakdown, denominator and end of the
//! period. What cannot be compared is said to be so; it is never guessed.

mod conflict;
mod demand;
mod levels;
mod revision;

pub use conflict::{Conflict, clashes, conflicts};
pub use demand::{Comparison, compare};
pub use levels::{Pair, levels};
pub use revision::{Change, Revision, Revisions, revisions};

use crate::portal::{
    Goal, Period, Plan, PlanIndex, Portal, RelationKind, Statement, StatementKind, Subject, Time,
};

/// What a statement is about, and when. Statements may be held against each other only if this is
/// the same.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Comparable<'portal> {
    pub kind: StatementKind,
    pub subject: Subject<'portal>,
    pub time: Time,
}

/// What a portal's statement is held against.
pub fn comparable<'portal>(
    portal: &'portal Portal,
    statement: &'portal Statement,
) -> Comparable<'portal> {
    let subject = portal.subject(statement);
    Comparable { kind: statement.kind, subject, time: statement.period.time() }
}

/// What grows over 2021-2030 is not what grows over 2026-2030.
fn is_for_one_span((goal, period): (Goal, Period), (other, other_period): (Goal, Period)) -> bool {
    let is_change = demand::is_change(goal) || demand::is_change(other);
    !is_change || !period.starts_apart(other_period)
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
