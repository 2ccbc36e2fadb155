//! Whether a goal is met by what was reported: one meaning for each comparator, and none for what cannot be compared.

use rust_decimal::Decimal;

use crate::portal::{Comparator, Direction, Goal};

/// "About 50" is met within a twentieth of the value, from 47.5 to 52.5. Plans do not say how near is near enough; this
/// is the portal's own measure, and the method page says so.
const ABOUT: Decimal = Decimal::from_parts(5, 0, 0, false, 2);

/// Whether a report meets a goal. `None` where the two cannot be compared: a milestone with a figure, or a change
/// with a level from which nothing can be subtracted.
///
/// `baseline` is what the change of an `increase by` or `reduce by` is measured from.
pub fn is_met(goal: Goal, direction: Direction, report: Goal, baseline: Option<Goal>) -> Option<bool> {
    match goal {
        Goal::Complete | Goal::Maintain | Goal::Before(_) => matches!(report, Goal::Complete | Goal::Maintain).then_some(true),
        Goal::Range { low, high } => {
            let level = level(report, direction)?;
            // Beyond the range on the better side is better still.
            Some(match direction {
                Direction::Up => level >= low,
                Direction::Down => level <= high,
                Direction::Neither => low <= level && level <= high,
            })
        }
        Goal::Value { comparator, value } => match comparator {
            Comparator::IncreaseBy | Comparator::IncreaseByAtLeast => Some(growth(report, direction, baseline)? >= value),
            Comparator::ReduceBy | Comparator::ReduceByAtLeast => Some(cut(report, direction, baseline)? >= value),
            _ => Some(level_meets(comparator, value, direction, level(report, direction)?, report.comparator())),
        },
    }
}

/// `reported` is the comparator of the report: what is reported as over 80 is over 80.
fn level_meets(comparator: Comparator, value: Decimal, direction: Direction, level: Decimal, reported: Comparator) -> bool {
    let or_better = match direction {
        Direction::Up => level >= value,
        Direction::Down => level <= value,
        Direction::Neither => level == value,
    };
    match comparator {
        Comparator::AtLeast => level >= value,
        Comparator::Above => level > value || level == value && reported == Comparator::Above,
        Comparator::AtMost => level <= value,
        Comparator::Below => level < value || level == value && reported == Comparator::Below,
        Comparator::About => or_better || near(level, value),
        _ => or_better,
    }
}

fn near(level: Decimal, value: Decimal) -> bool {
    match (level.checked_sub(value), value.checked_mul(ABOUT)) {
        (Some(distance), Some(allowed)) => distance.abs() <= allowed.abs(),
        _ => false,
    }
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
    fn what_is_reported_as_over_80_is_over_80() {
        assert_eq!(is_met(value(Comparator::Above, "80"), Direction::Up, value(Comparator::Above, "80"), None), Some(true));
        assert_eq!(is_met(value(Comparator::Above, "81"), Direction::Up, value(Comparator::Above, "80"), None), Some(false));
    }
}
