//! The status of every target: what the reports so far say of it on the portal's date, with the
//! inputs and the formula.
//!
//! No report is a status of its own and never 0%. What is reported for the same indicator, place,
//! breakdown and denominator counts, in a plan or outside the plans; which of it is the baseline is
//! said in `observations`.

mod due;
mod met;
mod observations;
mod path;
mod verdict;

pub use due::{Due, Schedule, first_day};
pub use met::is_met;
pub use observations::assess;
pub use path::{Growth, Path, Point};
pub use verdict::{BEHIND, ON_TRACK, Obstacle, Question, Reading, Status, Verdict, judge};

use crate::language::date::Date;
use crate::portal::StatementIndex;

/// The status of a target or a deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Assessment {
    pub verdict: Verdict,
    pub schedule: Schedule,
    pub baseline: Option<StatementIndex>,
    /// The latest report later than the baseline.
    pub latest: Option<StatementIndex>,
    /// Whether it stands in a draft, which binds nobody yet.
    pub is_draft: bool,
}

impl Assessment {
    /// The day that has passed without a report, if there is one. Nobody owes a report on a draft.
    pub fn unreported(&self) -> Option<Due> {
        self.schedule.over.filter(|_| self.verdict.status == Status::NoReport && !self.is_draft)
    }

    /// The day on which it falls due within a year of `as_of`, if it does.
    pub fn due_within_a_year(&self, as_of: Date) -> Option<Due> {
        let as_of = first_day(as_of);
        let end = Date { year: as_of.year + 1, ..as_of };
        self.schedule.next.filter(|due| first_day(due.day) <= end)
    }
}
