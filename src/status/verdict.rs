//! The status of a target: what can be said of a goal, its baseline and the latest report, and why
//! not more.

use rust_decimal::Decimal;

use super::due::Due;
use super::met::{is_exact, is_met, level};
use super::path::{Path, Point};
use crate::language::date::Date;
use crate::portal::{Comparator, Direction, Goal, StatusMethod};

/// All that a status depends on.
#[derive(Clone, Copy, Debug)]
pub struct Question {
    pub method: StatusMethod,
    pub goal: Goal,
    /// The indicator's, for what its comparator leaves open.
    pub direction: Direction,
    /// None where the plan names no time.
    pub due: Option<Due>,
    pub baseline: Option<Reading>,
    /// The latest report later than the baseline, and not later than the day on which the goal fell
    /// due.
    pub latest: Option<Reading>,
    /// Whether there is a report for a later time, which says nothing of that day.
    pub reported_later: bool,
    /// Whether the way of counting changed between the baseline and the latest report, or before
    /// the target.
    pub series_break: bool,
    pub as_of: Date,
}

/// What was observed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    pub said: Goal,
    /// The last day of the time for which it holds.
    pub day: Date,
    /// Whether that time is a part of a year, which leaves open how the year ends.
    pub is_part_of_year: bool,
}

/// The answer, with all that shows how it was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict {
    pub status: Status,
    /// Where the status was read off a path.
    pub path: Option<Path>,
    /// Why nothing more can be said, where that is so.
    pub obstacle: Option<Obstacle>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Nothing was reported, or nothing for the time that counts. Never 0%.
    NoReport,
    /// The goal is met before it is due.
    Achieved,
    OnTrack,
    Behind,
    FarBehind,
    MovingAway,
    /// The goal was met when it was due.
    Met,
    /// The report for the day that it was due does not meet the goal.
    Missed,
    /// A report that does not meet the goal, with no path to place it on.
    NotMetYet,
    /// A report that cannot be held against the goal.
    Unmeasured,
}

impl Status {
    /// The name in the data files and in the theme. Open SDG has its own words for what its measure
    /// says.
    pub fn name(self, method: StatusMethod) -> &'static str {
        match (self, method) {
            (Status::NoReport, _) => "no_report",
            (Status::Achieved, _) => "achieved",
            (Status::OnTrack, StatusMethod::Linear) => "on_track",
            (Status::Behind, StatusMethod::Linear) => "behind",
            (Status::FarBehind, StatusMethod::Linear) => "far_behind",
            (Status::MovingAway, StatusMethod::Linear) => "moving_away",
            (Status::OnTrack, StatusMethod::OpenSdg) => "substantial_progress",
            (Status::Behind, StatusMethod::OpenSdg) => "moderate_progress",
            (Status::FarBehind, StatusMethod::OpenSdg) => "limited_progress",
            (Status::MovingAway, StatusMethod::OpenSdg) => "deterioration",
            (Status::Met, _) => "met",
            (Status::Missed, _) => "missed",
            (Status::NotMetYet, _) => "not_met_yet",
            (Status::Unmeasured, _) => "unmeasured",
        }
    }
}

/// Why a status says no more than it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Obstacle {
    /// The latest report is for a time before the day that has passed.
    EarlierReport,
    /// The only reports are for a time after the day that has passed.
    LaterReport,
    NoBaseline,
    /// The baseline meets the goal already, or stands exactly at its bound: there is no way to go.
    BaselineAtGoal,
    SeriesBreak,
    /// The plan names no time, or every year.
    NoSingleDay,
    /// A change has been promised, and there is nothing to measure it from.
    ChangeFromNothing,
    /// The report has a figure and the goal has none, or the other way round.
    NotAlike,
    /// The report gives a bound or a range, some of which meets the goal and some does not; or no
    /// single figure for a path.
    InexactReport,
    /// The formula gives no number, such as growth from zero.
    NoRatio,
}

impl Obstacle {
    /// The name by which the theme's words know it.
    pub fn name(self) -> &'static str {
        match self {
            Obstacle::EarlierReport => "earlier_report",
            Obstacle::LaterReport => "later_report",
            Obstacle::NoBaseline => "no_baseline",
            Obstacle::BaselineAtGoal => "baseline_at_goal",
            Obstacle::SeriesBreak => "series_break",
            Obstacle::NoSingleDay => "no_single_day",
            Obstacle::ChangeFromNothing => "change_from_nothing",
            Obstacle::NotAlike => "not_alike",
            Obstacle::InexactReport => "inexact_report",
            Obstacle::NoRatio => "no_ratio",
        }
    }
}

/// From which ratio a result is on track.
pub const ON_TRACK: Decimal = Decimal::from_parts(95, 0, 0, false, 2);

/// From which ratio a result is behind, and not far behind.
pub const BEHIND: Decimal = Decimal::from_parts(60, 0, 0, false, 2);

/// The status of a target.
pub fn judge(question: &Question) -> Verdict {
    let plain = |status| Verdict { status, path: None, obstacle: None };
    let hindered = |status, obstacle| Verdict { status, path: None, obstacle: Some(obstacle) };
    let Some(latest) = question.latest else {
        return if question.reported_later {
            hindered(Status::NoReport, Obstacle::LaterReport)
        } else {
            plain(Status::NoReport)
        };
    };
    let over = question.due.is_some_and(|due| due.is_over(question.as_of));
    // Whether the report is for the time that counts: the year of a yearly day, or the whole time
    // up to a single day.
    let is_of_round = |due: Due| latest.day.year >= due.day.year;
    let is_of_the_day = question.due.is_some_and(|due| {
        let is_of_year = due.yearly && is_of_round(due) && !latest.is_part_of_year;
        is_of_year || latest.day >= due.day
    });
    let is_old_round = over && question.due.is_some_and(|due| due.yearly && !is_of_round(due));
    if is_old_round {
        return hindered(Status::NoReport, Obstacle::EarlierReport);
    }
    // A change across a break is no change.
    let from = question.baseline.filter(|_| !question.series_break).map(|baseline| baseline.said);
    match is_met(question.goal, question.direction, latest.said, from) {
        None if is_change(question.goal) && is_change(latest.said) => {
            hindered(Status::Unmeasured, Obstacle::InexactReport)
        }
        None if is_change(question.goal) && level(latest.said, question.direction).is_some() => {
            let broken = question.series_break && question.baseline.is_some();
            let start = from.and_then(|said| level(said, question.direction));
            hindered(
                Status::Unmeasured,
                match start {
                    Some(_) => Obstacle::InexactReport,
                    None if broken => Obstacle::SeriesBreak,
                    None => Obstacle::ChangeFromNothing,
                },
            )
        }
        None if has_level(question.goal) && level(latest.said, question.direction).is_some() => {
            hindered(Status::Unmeasured, Obstacle::InexactReport)
        }
        None => hindered(Status::Unmeasured, Obstacle::NotAlike),
        // Before the day is over a goal is neither met nor missed for good, whatever time a report
        // says that it is for.
        Some(true) if over => plain(Status::Met),
        Some(true) => plain(Status::Achieved),
        Some(false) if over && is_of_the_day => plain(Status::Missed),
        Some(false) if over => hindered(Status::NoReport, Obstacle::EarlierReport),
        Some(false) => on_the_way(question, latest),
    }
}

/// The status of a report that does not meet a goal that is not yet due.
fn on_the_way(question: &Question, latest: Reading) -> Verdict {
    let hindered = |status, obstacle| Verdict { status, path: None, obstacle: Some(obstacle) };
    let not_met = |obstacle| hindered(Status::NotMetYet, obstacle);
    let Some(baseline) = question.baseline else { return not_met(Obstacle::NoBaseline) };
    if question.series_break {
        return not_met(Obstacle::SeriesBreak);
    }
    let Some(due) = question.due.filter(|due| !due.yearly) else {
        return not_met(Obstacle::NoSingleDay);
    };
    if !is_exact(latest.said) {
        return not_met(Obstacle::InexactReport);
    }
    let levels =
        level(baseline.said, question.direction).zip(level(latest.said, question.direction));
    let Some((start, now)) = levels else { return not_met(Obstacle::NotAlike) };
    // A change of nothing meets "by no more than 3".
    let from = Some(baseline.said);
    if is_met(question.goal, question.direction, baseline.said, from) == Some(true) {
        // What was met and is not met any more has moved away, whatever the formula makes of two
        // signs.
        return hindered(Status::MovingAway, Obstacle::BaselineAtGoal);
    }
    let Some(end) = end_of_path(question.goal, question.direction, start) else {
        return not_met(Obstacle::NotAlike);
    };
    if start == end {
        let worse =
            if is_upward(question.goal, question.direction) { now < start } else { now > start };
        return hindered(
            if worse { Status::MovingAway } else { Status::NotMetYet },
            Obstacle::BaselineAtGoal,
        );
    }
    let point = |value, day| Point { value, day };
    match Path::new(
        question.method,
        point(start, baseline.day),
        point(end, due.day),
        point(now, latest.day),
    ) {
        Some(path) => Verdict { status: pace(path.ratio), path: Some(path), obstacle: None },
        None => not_met(Obstacle::NoRatio),
    }
}

fn pace(ratio: Decimal) -> Status {
    if ratio >= ON_TRACK {
        Status::OnTrack
    } else if ratio >= BEHIND {
        Status::Behind
    } else if ratio >= Decimal::ZERO {
        Status::FarBehind
    } else {
        Status::MovingAway
    }
}

/// The value at which the path ends: of a range, the end that is nearer to the start. `None` where
/// the figures of the indicator are not what the path would run through.
fn end_of_path(goal: Goal, direction: Direction, start: Decimal) -> Option<Decimal> {
    match goal {
        Goal::Value { comparator, value } | Goal::Range { comparator, low: value, .. }
            if comparator.is_change() =>
        {
            end_of_change(comparator, value, direction, start)
        }
        Goal::Range { low, high, .. } => Some(if start < low { low } else { high }),
        Goal::Value { value, .. } => Some(value),
        Goal::Maintain | Goal::Complete | Goal::Before(_) => None,
    }
}

/// Where a change leads from the start; of a range, its smaller end.
fn end_of_change(
    comparator: Comparator,
    by: Decimal,
    direction: Direction,
    start: Decimal,
) -> Option<Decimal> {
    match comparator {
        Comparator::IncreaseBy(_) => start.checked_add(by),
        // Where more is better and the goal is to reduce, the indicator is the cut itself.
        Comparator::ReduceBy(_) if direction == Direction::Up => None,
        Comparator::ReduceBy(_) => start.checked_sub(by),
        _ => None,
    }
}

/// Whether a level is asked for, not a change or a milestone.
fn has_level(goal: Goal) -> bool {
    !is_change(goal) && matches!(goal, Goal::Value { .. } | Goal::Range { .. })
}

fn is_change(goal: Goal) -> bool {
    goal.comparator().is_change()
}

/// Whether more is better, by the comparator where it says so.
fn is_upward(goal: Goal, direction: Direction) -> bool {
    match goal.comparator() {
        Comparator::AtLeast | Comparator::Above => true,
        Comparator::AtMost | Comparator::Below => false,
        _ => direction != Direction::Down,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::portal::Bound;

    fn day(text: &str) -> Date {
        Date::parse(text).expect("a day")
    }

    fn reading(value: &str, when: &str) -> Reading {
        let said = value_of(Comparator::Reach, value);
        Reading { said, day: day(when), is_part_of_year: false }
    }

    fn value_of(comparator: Comparator, value: &str) -> Goal {
        Goal::Value { comparator, value: value.parse().expect("a decimal") }
    }

    /// At least 80 by the end of 2030, from 60 in 2025, with 66 in 2027.
    fn question() -> Question {
        Question {
            method: StatusMethod::Linear,
            goal: value_of(Comparator::AtLeast, "80"),
            direction: Direction::Up,
            due: Some(Due { day: day("2030-12-31"), before: false, yearly: false }),
            baseline: Some(reading("60", "2025-12-31")),
            latest: Some(reading("66", "2027-12-31")),
            reported_later: false,
            series_break: false,
            as_of: day("2028-03-01"),
        }
    }

    fn said(question: Question) -> (Status, Option<Obstacle>) {
        let verdict = judge(&question);
        (verdict.status, verdict.obstacle)
    }

    #[test]
    fn a_break_in_the_series_forbids_a_path() {
        assert_eq!(said(question()), (Status::Behind, None));
        assert_eq!(
            said(Question { series_break: true, ..question() }),
            (Status::NotMetYet, Some(Obstacle::SeriesBreak))
        );
        let met = Question {
            series_break: true,
            latest: Some(reading("80", "2027-12-31")),
            ..question()
        };
        assert_eq!(said(met), (Status::Achieved, None));
    }

    #[test]
    fn after_the_day_only_a_report_for_that_day_says_missed() {
        let after = Question { as_of: day("2031-01-01"), ..question() };
        assert_eq!(said(after), (Status::NoReport, Some(Obstacle::EarlierReport)));
        assert_eq!(
            said(Question { latest: Some(reading("79.9", "2030-12-31")), ..after }),
            (Status::Missed, None)
        );
        assert_eq!(
            said(Question { latest: Some(reading("80", "2030-12-31")), ..after }),
            (Status::Met, None)
        );
        assert_eq!(said(Question { latest: None, ..after }), (Status::NoReport, None));
        assert_eq!(
            said(Question { latest: None, reported_later: true, ..after }),
            (Status::NoReport, Some(Obstacle::LaterReport))
        );
    }

    #[test]
    fn before_the_day_nothing_is_met_or_missed_for_good() {
        let early = Question {
            latest: Some(reading("79", "2030-12-31")),
            as_of: day("2030-04-01"),
            ..question()
        };
        assert_eq!(said(early), (Status::OnTrack, None));
        assert_eq!(
            said(Question { latest: Some(reading("80", "2030-12-31")), ..early }),
            (Status::Achieved, None)
        );
        assert_eq!(
            said(Question { baseline: None, ..early }),
            (Status::NotMetYet, Some(Obstacle::NoBaseline))
        );
    }

    #[test]
    fn a_report_that_is_no_single_figure_has_no_place_on_a_path() {
        let latest = |said| Some(Reading { said, ..reading("0", "2027-12-31") });
        let under = Question { latest: latest(value_of(Comparator::Below, "70")), ..question() };
        assert_eq!(said(under), (Status::NotMetYet, Some(Obstacle::InexactReport)));
        let open = Question { latest: latest(value_of(Comparator::AtLeast, "70")), ..question() };
        assert_eq!(said(open), (Status::Unmeasured, Some(Obstacle::InexactReport)));
    }

    #[test]
    fn what_was_met_and_is_not_any_more_moves_away() {
        // The bare formula would give ((90 - 100) / (95 - 100)) / (2 / 5) = 5: on track.
        let fallen = Question {
            goal: value_of(Comparator::AtLeast, "95"),
            baseline: Some(reading("100", "2025-12-31")),
            latest: Some(reading("90", "2027-12-31")),
            ..question()
        };
        assert_eq!(said(fallen), (Status::MovingAway, Some(Obstacle::BaselineAtGoal)));
        let kept = Question {
            goal: value_of(Comparator::Maintain, "100"),
            latest: Some(reading("99", "2027-12-31")),
            ..fallen
        };
        assert_eq!(said(kept), (Status::MovingAway, Some(Obstacle::BaselineAtGoal)));
    }

    #[test]
    fn a_baseline_at_a_bound_that_is_not_met_leaves_no_path() {
        let at_bound = Question {
            goal: value_of(Comparator::Above, "60"),
            latest: Some(reading("60", "2027-12-31")),
            ..question()
        };
        assert_eq!(said(at_bound), (Status::NotMetYet, Some(Obstacle::BaselineAtGoal)));
        assert_eq!(
            said(Question { latest: Some(reading("59", "2027-12-31")), ..at_bound }),
            (Status::MovingAway, Some(Obstacle::BaselineAtGoal))
        );
    }

    #[test]
    fn a_change_runs_from_the_baseline() {
        let fewer = Question {
            goal: value_of(Comparator::ReduceBy(Bound::Exactly), "20"),
            direction: Direction::Down,
            latest: Some(reading("52", "2027-12-31")),
            ..question()
        };
        let path = judge(&fewer).path.expect("a path");
        assert_eq!((path.target.value, path.ratio), (Decimal::from(40), Decimal::ONE));
        assert_eq!(
            said(Question { baseline: None, ..fewer }),
            (Status::Unmeasured, Some(Obstacle::ChangeFromNothing))
        );
        assert_eq!(
            said(Question { series_break: true, ..fewer }),
            (Status::Unmeasured, Some(Obstacle::SeriesBreak))
        );
    }

    #[test]
    fn a_change_that_is_only_limited_is_met_until_it_goes_too_far() {
        let latest = |value| Some(reading(value, "2027-12-31"));
        let goal = value_of(Comparator::IncreaseBy(Bound::AtMost), "3");
        let limited = Question { goal, latest: latest("63"), ..question() };
        assert_eq!(said(limited), (Status::Achieved, None));
        let too_far = Question { latest: latest("64"), ..limited };
        assert_eq!(said(too_far), (Status::MovingAway, Some(Obstacle::BaselineAtGoal)));
    }

    #[test]
    fn a_reported_change_that_leaves_it_open_is_no_status() {
        let change = |bound, by| value_of(Comparator::IncreaseBy(bound), by);
        let said_of = change(Bound::AtLeast, "3");
        let latest = Reading { said: said_of, ..reading("0", "2027-12-31") };
        let goal = change(Bound::AtLeast, "4");
        let open = Question { goal, latest: Some(latest), ..question() };
        assert_eq!(said(open), (Status::Unmeasured, Some(Obstacle::InexactReport)));
    }

    #[test]
    fn a_yearly_goal_is_met_or_missed_year_by_year() {
        let yearly = Question {
            due: Some(Due { day: day("2026-12-31"), before: false, yearly: true }),
            latest: Some(reading("80", "2026-05-31")),
            as_of: day("2027-02-01"),
            ..question()
        };
        assert_eq!(said(yearly), (Status::Met, None));
        assert_eq!(
            said(Question { latest: Some(reading("79", "2026-12-31")), ..yearly }),
            (Status::Missed, None)
        );
        assert_eq!(
            said(Question { latest: Some(reading("90", "2025-12-31")), ..yearly }),
            (Status::NoReport, Some(Obstacle::EarlierReport))
        );
        let first_year = Question {
            as_of: day("2026-11-22"),
            latest: Some(reading("79", "2026-05-31")),
            ..yearly
        };
        assert_eq!(said(first_year), (Status::NotMetYet, Some(Obstacle::NoSingleDay)));
    }

    #[test]
    fn a_part_of_the_year_may_meet_a_yearly_goal_and_never_misses_it() {
        let in_june = |value| {
            let reading = Reading { is_part_of_year: true, ..reading(value, "2026-06-30") };
            Question {
                due: Some(Due { day: day("2026-12-31"), before: false, yearly: true }),
                latest: Some(reading),
                as_of: day("2027-02-01"),
                ..question()
            }
        };
        assert_eq!(said(in_june("80")), (Status::Met, None));
        assert_eq!(said(in_june("79")), (Status::NoReport, Some(Obstacle::EarlierReport)));
    }

    #[test]
    fn a_goal_without_a_day_is_met_or_not() {
        let open = Question { due: None, ..question() };
        assert_eq!(said(open), (Status::NotMetYet, Some(Obstacle::NoSingleDay)));
        assert_eq!(
            said(Question { latest: Some(reading("80", "2027-12-31")), ..open }),
            (Status::Achieved, None)
        );
    }
}
