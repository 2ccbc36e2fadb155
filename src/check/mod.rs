//! The rules on an assembled portal: whether its parts agree with each other.
//!
//! One file for each rule, with what it asks, why, and an example of both kinds; [`RULES`] lists
//! them. What a single file or record must be like is asked where it is read (`content`,
//! `markdown`), and what proves a row in `evidence`.

mod broken_link;
mod conflict_differs;
mod dropped_differs;
mod examples;
mod future_date;
mod many_readings;
mod relation_cycle;
mod relation_differs;
mod relation_order;
mod relation_place;
mod rule;
mod status_differs;
mod translation;
mod unaccounted_target;
mod uncovered_figure;
mod unsettled_conflict;

use crate::assemble::Assembled;
use crate::diagnostic::Report;

pub use rule::{Example, Rule};

/// Every rule, in the order in which they are asked: links come last, because there may be pages
/// that are not known yet while something is wrong.
pub const RULES: [Rule; 14] = [
    future_date::RULE,
    relation_differs::RULE,
    relation_cycle::RULE,
    relation_order::RULE,
    relation_place::RULE,
    status_differs::RULE,
    unaccounted_target::RULE,
    dropped_differs::RULE,
    conflict_differs::RULE,
    unsettled_conflict::RULE,
    uncovered_figure::RULE,
    translation::RULE,
    many_readings::RULE,
    broken_link::RULE,
];

/// Asks every rule.
pub fn check_all(assembled: &Assembled, report: &mut Report) {
    for rule in &RULES {
        (rule.check)(assembled, report);
    }
}
