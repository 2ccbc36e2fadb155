//! Whether a goal is met by what was reported: one meaning for each comparator, and none for what cannot be compared.

use rust_decimal::Decimal;

use crate::portal::{Comparator, Direction, Goal};

/// "About 50" is met within a twentieth of the value, from 47.5 to 52.5. Plans do not say how near is near enough; this
/// is the portal's own measure, and the method page says so.
const ABOUT: Decimal = Decimal::from_parts(5, 0, 0, false, 2);

/// Whether a report meets a goal. `None` where that cannot be said: a milestone with a figure, a change with a level from
/// which nothing can be subtracted, or a report that leaves it open, as "under 50" does for "at least 48.5".
///
/// `baseline` is what the change of an `increase by` or `reduce by` is measured from.
pub fn is_met(goal: Goal, direction: Direction, report: Goal, baseline: Option<Goal>) -> Option<bool> {
    match goal {
        Goal::Complete | Goal::Maintain | Goal::Before(_) => matches!(report, Goal::Complete | Goal::Maintain).then_some(true),
        Goal::Value { comparator: Comparator::IncreaseBy | Comparator::IncreaseByAtLeast, value } => Some(growth(report, direction, baseline)? >= value),
        Goal::Value { comparator: Comparator::ReduceBy | Comparator::ReduceByAtLeast, value } => Some(cut(report, direction, baseline)? >= value),
        Goal::Value { .. } | Goal::Range { .. } => {
            let (asked, said) = (asked(goal, direction)?, said(report)?);
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
        Span { low: Some(End { value: low, open: false }), high: Some(End { value: high, open: false }) }
    }

    /// Whether all of another span is in this one.
    fn holds(self, other: Span) -> bool {
        let low = self.low.is_none_or(|end| other.low.is_some_and(|other| other.value > end.value || other.value == end.value && (other.open || !end.open)));
        let high = self.high.is_none_or(|end| other.high.is_some_and(|other| other.value < end.value || other.value == end.value && (other.open || !end.open)));
        low && high
    }

    /// Whether the two have a value in common.
    fn meets(self, other: Span) -> bool {
        let reaches = |low: Option<End>, high: Option<End>| match (low, high) {
            (Some(low), Some(high)) => low.value < high.value || low.value == high.value && !low.open && !high.open,
            _ => true,
        };
        reaches(self.low, other.high) && reaches(other.low, self.high)
    }
}

/// The values that meet a goal of a level. What is better than asked meets it, where the indicator says what is better.
fn asked(goal: Goal, direction: Direction) -> Option<Span> {
    let or_better = |low: Decimal, high: Decimal| match direction {
        Direction::Up => Span::from(low, false),
        Direction::Down => Span::to(high, false),
        Direction::Neither => Span::between(low, high),
    };
    Some(match goal {
        Goal::Range { low, high } => or_better(low, high),
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

/// The values that a report leaves open. `None` for a change or a milestone.
fn said(report: Goal) -> Option<Span> {
    Some(match report {
        Goal::Value { comparator: Comparator::IncreaseBy | Comparator::IncreaseByAtLeast | Comparator::ReduceBy | Comparator::ReduceByAtLeast, .. } => {
            return None;
        }
        Goal::Range { low, high } => Span::between(low, high),
        Goal::Value { comparator, value } => match comparator {
            Comparator::AtLeast => Span::from(value, false),
            Comparator::Above => Span::from(value, true),
            Comparator::AtMost => Span::to(value, false),
            Comparator::Below => Span::to(value, true),
            _ => Span::between(value, value),
        },
        Goal::Maintain | Goal::Complete | Goal::Before(_) => return None,
    })
}

/// The ends within which a value is "about" another.
fn near(value: Decimal) -> (Decimal, Decimal) {
    let allowed = value.checked_mul(ABOUT).unwrap_or_default().abs();
    (value.checked_sub(allowed).unwrap_or(value), value.checked_add(allowed).unwrap_or(value))
}

/// The level that a report says; of a range, the end that is worse. `None` for a change or a milestone.
pub fn level(report: Goal, direction: Direction) -> Option<Decimal> {
    match report {
        Goal::Value { comparator: Comparator::IncreaseBy | Comparator::IncreaseByAtLeast | Comparator::ReduceBy | Comparator::ReduceByAtLeast, .. } => None,
        Goal::Value { value, .. } => Some(value),
        Goal::Range { low, high } => Some(if direction == Direction::Down { high } else { low }),
        Goal::Maintain | Goal::Complete | Goal::Before(_) => None,
    }
}

/// By how much a report is higher than the baseline.
fn growth(report: Goal, direction: Direction, baseline: Option<Goal>) -> Option<Decimal> {
    match report {
        Goal::Value { comparator: Comparator::IncreaseBy | Comparator::IncreaseByAtLeast, value } => Some(value),
        Goal::Value { comparator: Comparator::ReduceBy | Comparator::ReduceByAtLeast, value } => Some(-value),
        _ => level(report, direction)?.checked_sub(level(baseline?, direction)?),
    }
}

/// By how much a report is lower than the baseline.
fn cut(report: Goal, direction: Direction, baseline: Option<Goal>) -> Option<Decimal> {
    // Where more is better and the goal is to reduce, the indicator is the cut itself.
    if direction == Direction::Up
        && let Some(level) = level(report, direction)
    {
        return Some(level);
    }
    growth(report, direction, baseline).map(|growth| -growth)
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
        assert!(met(AtLeast, "80", Down, "90"), "the comparator's own direction comes before the indicator's");
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
        let range = Goal::Range { low: decimal("35"), high: decimal("40") };
        let met = |direction, report| is_met(range, direction, plain(report), None).expect("can be compared");
        assert!(met(Direction::Up, "35") && met(Direction::Up, "40") && met(Direction::Up, "41"));
        assert!(!met(Direction::Up, "34.9"));
        assert!(met(Direction::Down, "30") && !met(Direction::Down, "40.1"));
        assert!(!met(Direction::Neither, "41"));
    }

    #[test]
    fn about_is_met_within_a_twentieth() {
        assert!(met(Comparator::About, "50", Direction::Up, "47.5"));
        assert!(!met(Comparator::About, "50", Direction::Up, "47.4"));
        assert!(met(Comparator::About, "50", Direction::Up, "70"), "better than about is better still");
        assert!(!met(Comparator::About, "50", Direction::Down, "52.6"));
    }

    #[test]
    fn a_change_is_measured_from_the_baseline() {
        let goal = value(Comparator::IncreaseByAtLeast, "3");
        let met = |report, baseline: Option<&str>| is_met(goal, Direction::Up, report, baseline.map(plain));
        assert_eq!(met(plain("13"), Some("10")), Some(true));
        assert_eq!(met(plain("12"), Some("10")), Some(false));
        assert_eq!(met(plain("13"), None), None, "nothing to measure the change from");
        assert_eq!(met(value(Comparator::IncreaseBy, "3"), None), Some(true), "a change that is reported as one");
        let fewer = value(Comparator::ReduceBy, "10");
        assert_eq!(is_met(fewer, Direction::Down, plain("90"), Some(plain("100"))), Some(true));
        assert_eq!(is_met(fewer, Direction::Down, plain("91"), Some(plain("100"))), Some(false));
        assert_eq!(is_met(fewer, Direction::Up, plain("12"), None), Some(true), "where more is better, the figure is the cut itself");
        assert_eq!(is_met(fewer, Direction::Up, value(Comparator::ReduceBy, "9"), None), Some(false));
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
        assert_eq!(against(value(Above, "80"), value(Above, "80")), Some(true), "what is reported as over 80 is over 80");
        assert_eq!(against(value(Above, "80"), value(AtLeast, "80")), None);
        assert_eq!(against(value(Above, "81"), value(Above, "80")), None, "over 80 may be 82");
        assert_eq!(against(value(AtLeast, "48.5"), value(Below, "50")), None, "under 50 may be 49");
        assert_eq!(against(value(AtLeast, "48.5"), value(AtLeast, "40")), None);
        assert_eq!(against(value(AtLeast, "48.5"), value(AtLeast, "50")), Some(true));
        assert_eq!(against(value(AtLeast, "48.5"), value(Below, "48.5")), Some(false));
        assert_eq!(against(value(AtLeast, "48.5"), value(AtMost, "48.5")), None);
        let range = |low: &str, high: &str| Goal::Range { low: decimal(low), high: decimal(high) };
        assert_eq!(against(value(AtLeast, "48.5"), range("45", "50")), None);
        assert_eq!(against(value(AtLeast, "48.5"), range("49", "50")), Some(true));
        assert_eq!(against(value(AtLeast, "48.5"), range("45", "48")), Some(false));
        assert_eq!(is_met(range("35", "40"), Direction::Neither, value(AtLeast, "35"), None), None);
    }
}
