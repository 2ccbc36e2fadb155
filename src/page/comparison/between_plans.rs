//! The revisions among some statements of one place.

use std::collections::BTreeSet;

use crate::compare::{Revisions, revisions};
use crate::portal::{PlanIndex, Portal, StatementIndex, cited};

/// The successive plans among the statements of one indicator at one place.
pub fn between_plans(portal: &Portal, positions: &[StatementIndex]) -> Vec<Revisions> {
    let plans: BTreeSet<PlanIndex> = positions
        .iter()
        .filter_map(|&position| cited(portal.statement(position)))
        .map(|(plan, _)| plan)
        .collect();
    revisions(portal, &plans.into_iter().collect::<Vec<_>>(), positions)
}
