//! The newest figures among the statements on one indicator.

use crate::portal::{PlanStatus, Portal, Statement, cited, status};

/// By plan and by time, the newest first.
pub fn newest_first<'portal>(
    portal: &Portal,
    statements: &[&'portal Statement],
) -> Vec<&'portal Statement> {
    let mut by_plan = statements.to_vec();
    by_plan.sort_by_key(|statement| {
        std::cmp::Reverse((
            cited(statement).map(|(plan, _)| (portal.plan(plan).date, plan)),
            statement.period.end(),
        ))
    });
    by_plan
}

/// The newest promise in force, or else the newest aim, or the newest report, with what its plan
/// says beside it for the same time.
pub fn newest_said<'portal>(
    portal: &Portal,
    newest_first: &[&'portal Statement],
) -> Vec<&'portal Statement> {
    let weight = |statement: &Statement| {
        let (stands, kind) = (status(portal, statement) != PlanStatus::Superseded, statement.kind);
        (stands, kind.is_promise(), kind.is_wanted())
    };
    let plan = |statement: &Statement| cited(statement).map(|(plan, _)| plan);
    // The first of equal weight: `max_by_key` would take the last.
    let standing: Vec<&Statement> =
        newest_first.iter().copied().filter(|statement| statement.replaced_by.is_none()).collect();
    let Some(head) = standing.iter().rev().max_by_key(|statement| weight(statement)) else {
        return Vec::new();
    };
    // "By 2030" and "2026-2030" end together, so a whole that is said for both is said twice, and
    // perhaps differently.
    let is_as_long = |statement: &Statement| {
        statement.period == head.period
            || statement.breakdown.0.is_empty() && statement.period.is_same_time(head.period)
    };
    let beside = |statement: &Statement| {
        statement.kind == head.kind && is_as_long(statement) && plan(statement) == plan(head)
    };
    standing.iter().copied().filter(|statement| beside(statement)).collect()
}
