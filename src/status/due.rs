//! When a goal falls due: the last day of its period, or the day that its plan names.
//!
//! A year ends on 31 December, a stage with its last year, a school year on 31 May. What comes
//! round every year falls due on such a day of each year, the first time after the plan was issued,
//! the last time in the year that it names.

use crate::language::date::Date;
use crate::portal::{DueDay, Goal, Period};

/// The day on which something falls due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    pub day: Date,
    /// Whether it has to be done before the day, so that the day itself is too late.
    pub before: bool,
    /// Whether it comes round every year.
    pub yearly: bool,
}

impl Due {
    pub fn is_over(self, as_of: Date) -> bool {
        if self.before { as_of >= first_day(self.day) } else { as_of > self.day }
    }
}

/// The days round a date on which something falls due.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Schedule {
    /// The latest day that has passed.
    pub over: Option<Due>,
    /// The first day that has not.
    pub next: Option<Due>,
}

impl Schedule {
    /// The days of a goal that was set on `issued`, as they stand on `as_of`.
    pub fn new(goal: Goal, period: Period, issued: Date, as_of: Date) -> Schedule {
        let (issued, as_of) = (first_day(issued), first_day(as_of));
        match (goal, period) {
            (Goal::Before(DueDay::Once(day)), _) => {
                Schedule::once(Due { day, before: true, yearly: false }, as_of)
            }
            (Goal::Before(DueDay::EveryYear { month, day }), _) => {
                Schedule::yearly(month, day, true, period.end_year(), issued, as_of)
            }
            (_, Period::EveryYear { until }) => {
                Schedule::yearly(12, 31, false, until, issued, as_of)
            }
            _ => period.last_day().map_or_else(Schedule::default, |day| {
                Schedule::once(Due { day, before: false, yearly: false }, as_of)
            }),
        }
    }

    fn once(due: Due, as_of: Date) -> Schedule {
        if due.is_over(as_of) {
            Schedule { over: Some(due), next: None }
        } else {
            Schedule { over: None, next: Some(due) }
        }
    }

    fn yearly(
        month: i8,
        day: i8,
        before: bool,
        until: Option<i16>,
        issued: Date,
        as_of: Date,
    ) -> Schedule {
        // Not every year has a 29 February.
        let in_year = |year: i16| Due {
            day: Date::new(year, month, day).unwrap_or_else(|| whole(year, month, 28)),
            before,
            yearly: true,
        };
        let counts = |due: &Due| due.day > issued && until.is_none_or(|last| due.day.year <= last);
        let this_year = in_year(as_of.year);
        let over_year = if this_year.is_over(as_of) { as_of.year } else { as_of.year - 1 };
        // The last time may be long ago, the first time far ahead.
        let over = in_year(until.map_or(over_year, |last| last.min(over_year)));
        let first = if in_year(issued.year).day > issued { issued.year } else { issued.year + 1 };
        Schedule {
            over: Some(over).filter(counts),
            next: Some(in_year(first.max(over_year + 1))).filter(counts),
        }
    }
}

/// The date, or the first day of the month or the year where no more is known: nothing is late
/// before it surely is.
pub fn first_day(date: Date) -> Date {
    whole(date.year, date.month.unwrap_or(1), date.day.unwrap_or(1))
}

fn whole(year: i16, month: i8, day: i8) -> Date {
    Date { year, month: Some(month), day: Some(day) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).expect("a date")
    }

    fn days(goal: Goal, period: Period, issued: &str, as_of: &str) -> [Option<String>; 2] {
        let schedule = Schedule::new(goal, period, date(issued), date(as_of));
        [schedule.over, schedule.next].map(|due| due.map(|due| due.day.iso()))
    }

    fn said(over: Option<&str>, next: Option<&str>) -> [Option<String>; 2] {
        [over, next].map(|day| day.map(str::to_owned))
    }

    #[test]
    fn a_period_falls_due_after_its_last_day() {
        let year = |as_of| days(Goal::Complete, Period::Year(2030), "2025-09-27", as_of);
        assert_eq!(year("2030-12-31"), said(None, Some("2030-12-31")));
        assert_eq!(year("2031-01-01"), said(Some("2030-12-31"), None));
        let school_year =
            days(Goal::Complete, Period::SchoolYear(2025), "2025-09-27", "2026-11-22");
        assert_eq!(school_year, said(Some("2026-05-31"), None), "a school year ends on 31 May");
        let stage = days(
            Goal::Complete,
            Period::Stage { from: 2021, to: 2025 },
            "2022-02-23",
            "2026-01-01",
        );
        assert_eq!(stage, said(Some("2025-12-31"), None));
        assert_eq!(
            days(Goal::Complete, Period::None, "2022-02-23", "2099-01-01"),
            said(None, None)
        );
    }

    #[test]
    fn before_a_day_is_over_on_that_day() {
        let once = Goal::Before(DueDay::Once(date("2026-03-31")));
        assert_eq!(
            days(once, Period::Year(2026), "2025-09-27", "2026-03-30"),
            said(None, Some("2026-03-31"))
        );
        assert_eq!(
            days(once, Period::Year(2026), "2025-09-27", "2026-03-31"),
            said(Some("2026-03-31"), None)
        );
    }

    #[test]
    fn a_yearly_deadline_begins_with_its_plan_and_ends_with_its_last_year() {
        let deadline = Goal::Before(DueDay::EveryYear { month: 12, day: 10 });
        let every_year = Period::EveryYear { until: None };
        assert_eq!(
            days(deadline, every_year, "2025-09-27", "2026-11-22"),
            said(Some("2025-12-10"), Some("2026-12-10"))
        );
        assert_eq!(
            days(deadline, every_year, "2026-02", "2026-11-22"),
            said(None, Some("2026-12-10")),
            "the plan is younger than the last day"
        );
        assert_eq!(
            days(deadline, Period::EveryYear { until: Some(2025) }, "2022-02-23", "2027-01-01"),
            said(Some("2025-12-10"), None)
        );
        assert_eq!(
            days(Goal::Complete, every_year, "2025-09-27", "2026-11-22"),
            said(Some("2025-12-31"), Some("2026-12-31"))
        );
        assert_eq!(
            days(deadline, every_year, "2030-12-20", "2026-11-22"),
            said(None, Some("2031-12-10")),
            "a plan of the future"
        );
    }

    #[test]
    fn not_every_year_has_a_29_february() {
        let deadline = Goal::Before(DueDay::EveryYear { month: 2, day: 29 });
        assert_eq!(
            days(deadline, Period::EveryYear { until: None }, "2022-02-23", "2026-11-22"),
            said(Some("2026-02-28"), Some("2027-02-28"))
        );
    }
}
