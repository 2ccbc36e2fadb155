//! What a goal demands, and which of two goals demands more.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use crate::portal::{Bound, Comparator, Direction, DueDay, Goal};

/// How a goal stands to another one on the same thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Comparison {
    /// It demands less: for an indicator whose better is up, a lower value.
    Less,
    /// The same is demanded, in the same words or in others.
    Same,
    /// It demands more. "Over 80" is more than "at least 80".
    More,
    /// The two are of different sorts: a level and a change, a figure and a milestone.
    Unlike,
}

/// How `goal` stands to `other`.
pub fn compare(direction: Direction, goal: Goal, other: Goal) -> Comparison {
    match (goal, other) {
        (Goal::Maintain | Goal::Complete, Goal::Maintain | Goal::Complete) => Comparison::Same,
        // An earlier day demands more.
        (Goal::Before(day), Goal::Before(other)) => days(day, other),
        _ => match (Demand::of(direction, goal), Demand::of(direction, other)) {
            (Some(demand), Some(other)) => demand.against(&other),
            _ => Comparison::Unlike,
        },
    }
}

fn days(day: DueDay, other: DueDay) -> Comparison {
    match (day, other) {
        (
            DueDay::EveryYear { month, day },
            DueDay::EveryYear { month: other_month, day: other_day },
        ) => more_if((other_month, other_day).cmp(&(month, day))),
        (DueDay::Once(date), DueDay::Once(other)) => more_if(other.cmp(&date)),
        _ => Comparison::Unlike,
    }
}

fn more_if(order: Ordering) -> Comparison {
    match order {
        Ordering::Less => Comparison::Less,
        Ordering::Equal => Comparison::Same,
        Ordering::Greater => Comparison::More,
    }
}

/// Whether a goal is a change, and not a level.
pub(super) fn is_change(goal: Goal) -> bool {
    goal.comparator().is_change()
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Quantity {
    Level,
    Growth,
    Cut,
}

/// A bound that a value has to keep.
#[derive(Clone, Copy, Debug)]
pub(super) struct Demand {
    quantity: Quantity,
    /// Whether values above the bound keep it, or those below.
    is_floor: bool,
    bound: Decimal,
    /// Whether the bound itself does not keep it.
    strict: bool,
    /// Whether it is said with `about`.
    about: bool,
    /// The other end of a range.
    far_end: Option<Decimal>,
}

impl Demand {
    /// `None` for a goal without a figure, and for a figure to be reached where no way is better.
    pub(super) fn of(direction: Direction, goal: Goal) -> Option<Demand> {
        let better_is_up = match direction {
            Direction::Up => Some(true),
            Direction::Down => Some(false),
            Direction::Neither => None,
        };
        let demand = |quantity, is_floor, bound, strict| Demand {
            quantity,
            is_floor,
            bound,
            strict,
            about: false,
            far_end: None,
        };
        let change = |quantity, bound| {
            let is_floor = !matches!(bound, Bound::AtMost | Bound::Below);
            let strict = matches!(bound, Bound::Above | Bound::Below);
            let change = demand(quantity, is_floor, goal.value()?, strict);
            Some(Demand { about: bound == Bound::About, far_end: goal.high(), ..change })
        };
        match goal.comparator() {
            Comparator::IncreaseBy(bound) => return change(Quantity::Growth, bound),
            Comparator::ReduceBy(bound) => return change(Quantity::Cut, bound),
            _ => {}
        }
        match goal {
            Goal::Range { low, high, .. } => {
                let up = better_is_up?;
                let (bound, far_end) = if up { (low, high) } else { (high, low) };
                Some(Demand { far_end: Some(far_end), ..demand(Quantity::Level, up, bound, false) })
            }
            Goal::Value { comparator, value } => match comparator {
                Comparator::AtLeast => Some(demand(Quantity::Level, true, value, false)),
                Comparator::Above => Some(demand(Quantity::Level, true, value, true)),
                Comparator::AtMost => Some(demand(Quantity::Level, false, value, false)),
                Comparator::Below => Some(demand(Quantity::Level, false, value, true)),
                Comparator::About => Some(Demand {
                    about: true,
                    ..demand(Quantity::Level, better_is_up?, value, false)
                }),
                _ => Some(demand(Quantity::Level, better_is_up?, value, false)),
            },
            Goal::Maintain | Goal::Complete | Goal::Before(_) => None,
        }
    }

    fn against(&self, other: &Demand) -> Comparison {
        if self.quantity != other.quantity || self.is_floor != other.is_floor {
            return Comparison::Unlike;
        }
        let order = self.bound.cmp(&other.bound);
        let order = if self.is_floor { order } else { order.reverse() };
        let ends = || match (self.far_end, other.far_end) {
            (Some(end), Some(other)) if self.is_floor => end.cmp(&other),
            (Some(end), Some(other)) => other.cmp(&end),
            _ => Ordering::Equal,
        };
        // "About 50" is a little less than 50.
        more_if(
            order
                .then(self.strict.cmp(&other.strict))
                .then(other.about.cmp(&self.about))
                .then_with(ends),
        )
    }

    /// Whether no plan can mean both.
    pub(super) fn excludes(&self, other: &Demand) -> bool {
        match (self.quantity, other.quantity) {
            (Quantity::Growth, Quantity::Cut) | (Quantity::Cut, Quantity::Growth) => true,
            (left, right) if left != right => false,
            _ if self.is_floor != other.is_floor => {
                let (floor, ceiling) = if self.is_floor { (self, other) } else { (other, self) };
                floor.bound > ceiling.bound
                    || floor.bound == ceiling.bound && (floor.strict || ceiling.strict)
            }
            // A value inside a range is a nearer word for it, and "about 50" for 50.
            _ if self.holds(other.bound) && other.far_end.is_none()
                || other.holds(self.bound) && self.far_end.is_none() =>
            {
                false
            }
            _ if (self.about || other.about) && self.bound == other.bound => false,
            _ => self.against(other) != Comparison::Same,
        }
    }

    fn holds(&self, value: Decimal) -> bool {
        self.far_end.is_some_and(|end| self.bound.min(end) <= value && value <= self.bound.max(end))
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{range, value};
    use super::*;
    use Comparator::{About, Above, AtLeast, AtMost, Below, IncreaseBy, Reach, ReduceBy};

    fn up(goal: Goal, other: Goal) -> Comparison {
        compare(Direction::Up, goal, other)
    }

    #[test]
    fn a_higher_value_demands_more_where_up_is_better_and_less_where_down_is() {
        assert_eq!(up(value(Reach, "75"), value(Reach, "99.6")), Comparison::Less);
        assert_eq!(up(value(Reach, "55.7"), value(Reach, "48.5")), Comparison::More);
        assert_eq!(
            compare(Direction::Down, value(Below, "1.32"), value(Below, "8.0")),
            Comparison::More
        );
        assert_eq!(
            compare(Direction::Down, value(Reach, "9"), value(AtMost, "8")),
            Comparison::Less
        );
    }

    #[test]
    fn over_a_value_is_more_than_at_least_it_and_reaching_it_is_the_same_as_at_least() {
        assert_eq!(up(value(Above, "80"), value(AtLeast, "80")), Comparison::More);
        assert_eq!(up(value(AtLeast, "80"), value(Reach, "80.0")), Comparison::Same);
        assert_eq!(
            compare(Direction::Down, value(Below, "8"), value(AtMost, "8")),
            Comparison::More
        );
        assert_eq!(up(value(About, "50"), value(Reach, "50")), Comparison::Less);
    }

    #[test]
    fn a_range_is_held_by_its_nearer_end_and_then_by_its_farther() {
        assert_eq!(up(range("41", "43"), range("35", "40")), Comparison::More);
        assert_eq!(up(range("35", "43"), range("35", "40")), Comparison::More);
        assert_eq!(up(range("35", "40"), value(AtLeast, "35")), Comparison::Same);
    }

    #[test]
    fn levels_changes_and_milestones_are_not_compared_with_each_other() {
        assert_eq!(
            up(value(IncreaseBy(Bound::Exactly), "3"), value(Reach, "3")),
            Comparison::Unlike
        );
        assert_eq!(up(value(Reach, "100"), Goal::Complete), Comparison::Unlike);
        assert_eq!(up(value(AtMost, "100"), value(AtLeast, "90")), Comparison::Unlike);
        assert_eq!(
            up(value(IncreaseBy(Bound::Exactly), "3"), value(IncreaseBy(Bound::AtLeast), "2")),
            Comparison::More
        );
        assert_eq!(up(Goal::Maintain, Goal::Complete), Comparison::Same);
        assert_eq!(
            compare(Direction::Neither, value(Reach, "1"), value(Reach, "2")),
            Comparison::Unlike
        );
    }

    #[test]
    fn changes_are_compared_by_their_bounds() {
        let more = |bound, by| value(IncreaseBy(bound), by);
        let above = more(Bound::Above, "3");
        assert_eq!(up(above, more(Bound::AtLeast, "3")), Comparison::More);
        assert_eq!(up(more(Bound::About, "3"), more(Bound::Exactly, "3")), Comparison::Less);
        assert_eq!(up(more(Bound::AtMost, "2"), more(Bound::AtMost, "3")), Comparison::More);
        assert_eq!(up(more(Bound::AtMost, "3"), above), Comparison::Unlike);
        assert!(excludes(more(Bound::AtMost, "3"), above));
        assert!(!excludes(more(Bound::AtMost, "4"), above));
        let comparator = IncreaseBy(Bound::Range);
        let range = Goal::Range { comparator, low: 2.into(), high: 3.into() };
        assert!(!excludes(range, more(Bound::Exactly, "2.5")));
        assert!(excludes(range, more(Bound::Exactly, "4")));
    }

    #[test]
    fn an_earlier_day_demands_more() {
        let day = |month, day| Goal::Before(DueDay::EveryYear { month, day });
        assert_eq!(compare(Direction::Neither, day(11, 30), day(12, 10)), Comparison::More);
        assert_eq!(compare(Direction::Neither, day(12, 10), day(12, 10)), Comparison::Same);
    }

    fn excludes(left: Goal, right: Goal) -> bool {
        let demand = |goal| Demand::of(Direction::Up, goal).expect("a demand");
        let [one, other] =
            [demand(left).excludes(&demand(right)), demand(right).excludes(&demand(left))];
        assert_eq!(one, other, "the order does not matter");
        one
    }

    #[test]
    fn two_bounds_are_meant_together_unless_they_differ_or_exclude_each_other() {
        assert!(excludes(value(Above, "80"), value(AtLeast, "80")));
        assert!(excludes(value(Above, "50"), value(AtLeast, "60")));
        assert!(!excludes(value(Reach, "80"), value(AtLeast, "80.0")));
        assert!(!excludes(value(AtLeast, "30"), value(AtMost, "40")));
        assert!(excludes(value(AtLeast, "50"), value(AtMost, "40")));
        assert!(excludes(value(AtLeast, "40"), value(Below, "40")));
        assert!(!excludes(range("35", "40"), value(Reach, "38")));
        assert!(excludes(range("35", "40"), value(Reach, "45")));
        assert!(excludes(range("35", "40"), range("30", "40")));
        assert!(!excludes(value(About, "50"), value(Reach, "50")));
        assert!(excludes(value(About, "50"), value(AtLeast, "60")));
        assert!(!excludes(value(IncreaseBy(Bound::Exactly), "3"), value(Reach, "12")));
        assert!(excludes(
            value(IncreaseBy(Bound::Exactly), "3"),
            value(ReduceBy(Bound::Exactly), "3")
        ));
    }
}
