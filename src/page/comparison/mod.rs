//! Plans against each other: revisions of a place, a commune beside its province.

pub mod between_plans;
pub mod levels;
pub mod newer;
pub mod revisions;
pub mod slopes;
