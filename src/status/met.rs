//! Whether a goal is met by what was reported: one meaning for each comparator, and none for what
//! cannot be compared.

use rust_decimal::Decimal;

use crate::portal::{Bound, Comparator, Direction, Goal};

/// "About 50" is met within a twentieth of the value, from 47.5 to 52.5. Plans do not say how near
/// is near enough; this is the portal's own measure, and the method page says so.
const ABOUT: Decimal = Decimal::from_parts(5, 0, 0, false, 2);

/// Whether a report meets a goal. `None` where that cannot be said: a milestone with a figure, a
/// change with a level from which nothing can be subtracted, or a report that leaves it open, as
/// "under 50" does for "at least 48.5".
///
/// `baseline` is what the change of an `increase by` or `reduce by` is measured from.
pub fn is_met(
    goal: Goal,
    direction: Direction,
    report: Goal,
    baseline: Option<Goal>,
) -> Option<bool> {
    match goal {
        Goal::Complete | Goal::Maintain | Goal::Before(_) => {
            matches!(report, Goal::Complete | Goal::Maintain).then_some(true)
        }
        Goal::Value { .. } | Goal::Range { .. } => {
            let asked = match goal.comparator().change() {
                Some(bound) => asked_of_change(bound, goal, direction)?,
                None => asked(goal, direction)?,
            };
            let said = match goal.comparator() {
                Comparator::IncreaseBy(_) => growth(report, baseline)?,
                Comparator::ReduceBy(_) => cut(report, direction, baseline)?,
                _ => said(report)?,
            };
            // Some of what the report leaves open meets the goal and some does not.
            match (asked.holds(said), asked.meets(said)) {
                (true, _) => Some(true),
                (_, false) => Some(false),
                (false, true) => None,
            }
        }
    }
}

/// Whether a report gives one figure, not a bound, a range or a change.
pub fn is_exact(report: Goal) -> bool {
    said(report).is_some_and(|span| span.low == span.high)
}

/// The values between two ends, each of which may be open or missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Span {
    low: Option<End>,
    high: Option<End>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct End {
    value: Decimal,
    /// Whether the value itself is left out.
    open: bool,
}

impl Span {
    const EVERYTHING: Span = Span { low: None, high: None };

    fn from(value: Decimal, open: bool) -> Span {
        Span { low: Some(End { value, open }), ..Span::EVERYTHING }
    }

    fn to(value: Decimal, open: bool) -> Span {
        Span { high: Some(End { value, open }), ..Span::EVERYTHING }
    }

    fn between(low: Decimal, high: Decimal) -> Span {
        Span {
            low: Some(End { value: low, open: false }),
            high: Some(End { value: high, open: false }),
        }
    }

    /// Whether all of another span is in this one.
    fn holds(self, other: Span) -> bool {
        let low = self.low.is_none_or(|end| {
            other.low.is_some_and(|other| {
                other.value > end.value || other.value == end.value && (other.open || !end.open)
            })
        });
        let high = self.high.is_none_or(|end| {
            other.high.is_some_and(|other| {
                other.value < end.value || other.value == end.value && (other.open || !end.open)
            })
        });
        low && high
    }

    /// Whether the two have a value in common.
    fn meets(self, other: Span) -> bool {
        let reaches = |low: Option<End>, high: Option<End>| match (low, high) {
            (Some(low), Some(high)) => {
                low.value < high.value || low.value == high.value && !low.open && !high.open
            }
            _ => true,
        };
        reaches(self.low, other.high) && reaches(other.low, self.high)
    }

    /// The same values with the other sign.
    fn negated(self) -> Span {
        let negated = |end: End| End { value: -end.value, ..end };
        Span { low: self.high.map(negated), high: self.low.map(negated) }
    }

    /// All differences between a value of this span and one of another.
    fn minus(self, other: Span) -> Option<Span> {
        let less = |end: Option<End>, other: Option<End>| match (end, other) {
            (Some(end), Some(other)) => {
                let value = end.value.checked_sub(other.value)?;
                Some(Some(End { value, open: end.open || other.open }))
            }
            _ => Some(None),
        };
        Some(Span { low: less(self.low, other.high)?, high: less(self.high, other.low)? })
    }
}

/// The values that meet a goal of a level. What is better than asked meets it, where the indicator
/// says what is better.
fn asked(goal: Goal, direction: Direction) -> Option<Span> {
    let or_better = |low: Decimal, high: Decimal| match direction {
        Direction::Up => Span::from(low, false),
        Direction::Down => Span::to(high, false),
        Direction::Neither => Span::between(low, high),
    };
    Some(match goal {
        Goal::Range { low, high, .. } => or_better(low, high),
        Goal::Value { comparator, value } => match comparator {
            Comparator::AtLeast => Span::from(value, false),
            Comparator::Above => Span::from(value, true),
            Comparator::AtMost => Span::to(value, false),
            Comparator::Below => Span::to(value, true),
            Comparator::About => {
                let near = near(value);
                or_better(near.0, near.1)
            }
            _ => or_better(value, value),
        },
        Goal::Maintain | Goal::Complete | Goal::Before(_) => return None,
    })
}

/// The changes that meet a goal of a change. A larger one meets it too, unless its words set a
/// limit. A range has its upper end, and "about" its own, only where nothing says what is better.
fn asked_of_change(bound: Bound, goal: Goal, direction: Direction) -> Option<Span> {
    let or_more = |low, high| match direction {
        Direction::Neither => Span::between(low, high),
        Direction::Up | Direction::Down => Span::from(low, false),
    };
    match bound {
        Bound::Exactly => Some(Span::from(goal.value()?, false)),
        Bound::Range => Some(or_more(goal.value()?, goal.high()?)),
        Bound::About => {
            let (low, high) = near(goal.value()?);
            Some(or_more(low, high))
        }
        Bound::AtLeast | Bound::Above | Bound::AtMost | Bound::Below => of_words(bound, goal),
    }
}

/// The values that a bound leaves open, whichever way is better.
fn of_words(bound: Bound, said: Goal) -> Option<Span> {
    let (low, high) = (said.value()?, said.high());
    Some(match bound {
        Bound::AtLeast => Span::from(low, false),
        Bound::Above => Span::from(low, true),
        Bound::AtMost => Span::to(low, false),
        Bound::Below => Span::to(low, true),
        Bound::Exactly | Bound::About | Bound::Range => Span::between(low, high.unwrap_or(low)),
    })
}

/// The values that a report leaves open. `None` for a change or a milestone.
fn said(report: Goal) -> Option<Span> {
    let bound = match report.comparator() {
        Comparator::IncreaseBy(_) | Comparator::ReduceBy(_) => return None,
        Comparator::AtLeast => Bound::AtLeast,
        Comparator::Above => Bound::Above,
        Comparator::AtMost => Bound::AtMost,
        Comparator::Below => Bound::Below,
        _ => Bound::Range,
    };
    // What has no value says nothing.
    of_words(bound, report)
}

/// The ends within which a value is "about" another.
fn near(value: Decimal) -> (Decimal, Decimal) {
    let allowed = value.checked_mul(ABOUT).unwrap_or_default().abs();
    (value.checked_sub(allowed).unwrap_or(value), value.checked_add(allowed).unwrap_or(value))
}

/// The level that a report says; of a range, the end that is worse. `None` for a change or a
/// milestone.
pub fn level(report: Goal, direction: Direction) -> Option<Decimal> {
    match report {
        _ if report.comparator().is_change() => None,
        Goal::Value { value, .. } => Some(value),
        Goal::Range { low, high, .. } => {
            Some(if direction == Direction::Down { high } else { low })
        }
        Goal::Maintain | Goal::Complete | Goal::Before(_) => None,
    }
}

/// By how much a report is higher than the baseline.
fn growth(report: Goal, baseline: Option<Goal>) -> Option<Span> {
    match report.comparator() {
        Comparator::IncreaseBy(bound) => of_words(bound, report),
        Comparator::ReduceBy(bound) => of_words(bound, report).map(Span::negated),
        _ => said(report)?.minus(said(baseline?)?),
    }
}

/// By how much a report is lower than the baseline.
fn cut(report: Goal, direction: Direction, baseline: Option<Goal>) -> Option<Span> {
    // Where more is better and the goal is to reduce, the indicator is the cut itself.
    match said(report).filter(|_| direction == Direction::Up) {
        Some(level) => Some(level),
        None => growth(report, baseline).map(Span::negated),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().expect("a decimal")
    }

    fn value(comparator: Comparator, text: &str) -> Goal {
        Goal::Value { comparator, value: decimal(text) }
    }

    fn plain(text: &str) -> Goal {
        value(Comparator::Reach, text)
    }

    fn met(comparator: Comparator, goal: &str, direction: Direction, report: &str) -> bool {
        is_met(value(comparator, goal), direction, plain(report), None).expect("can be compared")
    }

    #[test]
    fn a_bound_is_met_where_its_word_says_so() {
        use Comparator::*;
        use Direction::*;
        assert!(met(AtLeast, "80", Up, "80"));
        assert!(!met(Above, "80", Up, "80.0"), "over 80 is not met at exactly 80");
        assert!(met(Above, "80", Up, "80.01"));
        assert!(met(AtMost, "8.0", Down, "8"));
        assert!(!met(Below, "8.0", Down, "8"), "below 8 is not met at exactly 8");
        assert!(met(Below, "8", Down, "7.9"));
        assert!(
            met(AtLeast, "80", Down, "90"),
            "the comparator's own direction comes before the indicator's"
        );
    }

    #[test]
    fn reach_and_maintain_are_met_at_the_value_or_better() {
        for comparator in [Comparator::Reach, Comparator::Maintain] {
            assert!(met(comparator, "48.5", Direction::Up, "50"));
            assert!(!met(comparator, "48.5", Direction::Up, "48.4"));
            assert!(met(comparator, "2", Direction::Down, "1.5"));
            assert!(!met(comparator, "2", Direction::Down, "2.1"));
            assert!(!met(comparator, "2", Direction::Neither, "3"));
        }
    }

    #[test]
    fn a_range_is_met_inside_it_and_beyond_it_on_the_better_side() {
        let range = Goal::between(decimal("35"), decimal("40"));
        let met = |direction, report| {
            is_met(range, direction, plain(report), None).expect("can be compared")
        };
        assert!(met(Direction::Up, "35") && met(Direction::Up, "40") && met(Direction::Up, "41"));
        assert!(!met(Direction::Up, "34.9"));
        assert!(met(Direction::Down, "30") && !met(Direction::Down, "40.1"));
        assert!(!met(Direction::Neither, "41"));
    }

    #[test]
    fn about_is_met_within_a_twentieth() {
        assert!(met(Comparator::About, "50", Direction::Up, "47.5"));
        assert!(!met(Comparator::About, "50", Direction::Up, "47.4"));
        assert!(
            met(Comparator::About, "50", Direction::Up, "70"),
            "better than about is better still"
        );
        assert!(!met(Comparator::About, "50", Direction::Down, "52.6"));
    }

    #[test]
    fn a_change_is_measured_from_the_baseline() {
        let goal = value(Comparator::IncreaseBy(Bound::AtLeast), "3");
        let met = |report, baseline: Option<&str>| {
            is_met(goal, Direction::Up, report, baseline.map(plain))
        };
        assert_eq!(met(plain("13"), Some("10")), Some(true));
        assert_eq!(met(plain("12"), Some("10")), Some(false));
        assert_eq!(met(plain("13"), None), None, "nothing to measure the change from");
        assert_eq!(
            met(value(Comparator::IncreaseBy(Bound::Exactly), "3"), None),
            Some(true),
            "a change that is reported as one"
        );
        let fewer = value(Comparator::ReduceBy(Bound::Exactly), "10");
        assert_eq!(is_met(fewer, Direction::Down, plain("90"), Some(plain("100"))), Some(true));
        assert_eq!(is_met(fewer, Direction::Down, plain("91"), Some(plain("100"))), Some(false));
        assert_eq!(
            is_met(fewer, Direction::Up, plain("12"), None),
            Some(true),
            "where more is better, the figure is the cut itself"
        );
        assert_eq!(
            is_met(fewer, Direction::Up, value(Comparator::ReduceBy(Bound::Exactly), "9"), None),
            Some(false)
        );
    }

    #[test]
    fn the_bound_of_a_change_is_met_where_its_word_says_so() {
        let grown = |bound, by: &str, report: &str| {
            let goal = value(Comparator::IncreaseBy(bound), by);
            is_met(goal, Direction::Up, plain(report), Some(plain("10"))).expect("can be compared")
        };
        assert!(!grown(Bound::Above, "3", "13"), "over 3 is not met by exactly 3");
        assert!(grown(Bound::Above, "3", "13.1"));
        assert!(grown(Bound::AtMost, "3", "13") && !grown(Bound::AtMost, "3", "13.1"));
        assert!(grown(Bound::Below, "3", "12.9") && !grown(Bound::Below, "3", "13"));
        assert!(grown(Bound::About, "3", "12.85") && !grown(Bound::About, "3", "12.84"));
        assert!(grown(Bound::About, "3", "14"), "more than about is more still");
        let range = |direction, report: &str| {
            let comparator = Comparator::ReduceBy(Bound::Range);
            let goal = Goal::Range { comparator, low: decimal("2"), high: decimal("3") };
            is_met(goal, direction, plain(report), Some(plain("10"))).expect("can be compared")
        };
        assert!(range(Direction::Down, "8") && range(Direction::Down, "6"));
        assert!(!range(Direction::Down, "8.1"));
        assert!(range(Direction::Neither, "7") && !range(Direction::Neither, "6.9"));
    }

    #[test]
    fn a_reported_change_meets_a_goal_only_where_all_that_it_leaves_open_does() {
        let up = |bound, by| value(Comparator::IncreaseBy(bound), by);
        let against = |goal, report| is_met(goal, Direction::Up, report, None);
        assert_eq!(against(up(Bound::Above, "3"), up(Bound::Above, "3")), Some(true));
        assert_eq!(against(up(Bound::Above, "3"), up(Bound::AtLeast, "3")), None);
        assert_eq!(against(up(Bound::AtMost, "3"), up(Bound::AtLeast, "4")), Some(false));
        let down = value(Comparator::ReduceBy(Bound::Exactly), "1");
        assert_eq!(against(up(Bound::AtLeast, "3"), down), Some(false));
        assert_eq!(against(up(Bound::AtMost, "3"), down), Some(true));
    }

    #[test]
    fn values_below_zero_are_held_as_they_are() {
        assert!(met(Comparator::Above, "-0.5", Direction::Up, "-0.4"));
        assert!(!met(Comparator::Above, "-0.5", Direction::Up, "-0.5"));
        assert!(met(Comparator::Reach, "-2", Direction::Down, "-2.1"));
    }

    #[test]
    fn a_milestone_is_met_by_being_done_and_compares_with_no_figure() {
        assert_eq!(is_met(Goal::Complete, Direction::Neither, Goal::Complete, None), Some(true));
        assert_eq!(is_met(Goal::Maintain, Direction::Neither, Goal::Complete, None), Some(true));
        assert_eq!(is_met(Goal::Complete, Direction::Neither, plain("3"), None), None);
        assert_eq!(is_met(plain("3"), Direction::Up, Goal::Complete, None), None);
    }

    #[test]
    fn a_report_of_a_bound_meets_a_goal_only_where_all_that_it_leaves_open_does() {
        use Comparator::*;
        let against = |goal, report| is_met(goal, Direction::Up, report, None);
        assert_eq!(
            against(value(Above, "80"), value(Above, "80")),
            Some(true),
            "what is reported as over 80 is over 80"
        );
        assert_eq!(against(value(Above, "80"), value(AtLeast, "80")), None);
        assert_eq!(against(value(Above, "81"), value(Above, "80")), None, "over 80 may be 82");
        assert_eq!(against(value(AtLeast, "48.5"), value(Below, "50")), None, "under 50 may be 49");
        assert_eq!(against(value(AtLeast, "48.5"), value(AtLeast, "40")), None);
        assert_eq!(against(value(AtLeast, "48.5"), value(AtLeast, "50")), Some(true));
        assert_eq!(against(value(AtLeast, "48.5"), value(Below, "48.5")), Some(false));
        assert_eq!(against(value(AtLeast, "48.5"), value(AtMost, "48.5")), None);
        let range = |low: &str, high: &str| Goal::between(decimal(low), decimal(high));
        assert_eq!(against(value(AtLeast, "48.5"), range("45", "50")), None);
        assert_eq!(against(value(AtLeast, "48.5"), range("49", "50")), Some(true));
        assert_eq!(against(value(AtLeast, "48.5"), range("45", "48")), Some(false));
        assert_eq!(is_met(range("35", "40"), Direction::Neither, value(AtLeast, "35"), None), None);
    }
}
