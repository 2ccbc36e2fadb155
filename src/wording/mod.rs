//! What the portal holds, in the words of each language: values, periods, plans, whole statements.
//!
//! The words of the interface are the theme's; here are only those that belong to a value.

mod citation;
mod first_word;
mod grade;
mod plan;
mod sentence;
#[cfg(test)]
mod tests;
mod time;
mod value;

pub use first_word::{in_sentence, lower_first};
pub use grade::{aim_badge, read_by_editor, read_by_editor_badge, uncertain_badge};
pub use plan::{clause_name, clause_path, dated_name, plan_name};
pub use sentence::{headline, sentence};
pub use time::{before, period, period_of_result, period_of_target};
pub use value::{amount, breakdown, change_by, doubts, goal, measure_name, not_final, said, value};
