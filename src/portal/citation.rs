//! Where in a plan a statement stands.

use crate::portal::{Evidence, PlanIndex, PlanStatus, Portal, Statement, UnitIndex};

/// The plan and the unit that a statement is proven by.
pub fn cited(statement: &Statement) -> Option<(PlanIndex, UnitIndex)> {
    match statement.evidence {
        Evidence::Clause { plan, unit, .. } => Some((plan, unit)),
        Evidence::Outside(_) => None,
    }
}

/// The status of the plan that a statement stands in; what was reported outside the plans counts as
/// signed.
pub fn status(portal: &Portal, statement: &Statement) -> PlanStatus {
    cited(statement).map_or(PlanStatus::Signed, |(plan, _)| portal.plan(plan).status)
}
