//! What is to be reached: a comparator with its value, in a type that cannot be wrong.

use rust_decimal::Decimal;

use crate::language::date::Date;

/// How a goal is compared. First class: "over 80" is not met at exactly 80.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Comparator {
    /// `đạt`, or no word at all: met at the value or better in the indicator's direction.
    Reach,
    AtLeast,
    Above,
    AtMost,
    Below,
    Range,
    About,
    IncreaseBy(Bound),
    ReduceBy(Bound),
    /// To stay as it is, at a value or without one.
    Maintain,
    /// A milestone without a number.
    Complete,
    /// A deadline.
    Before,
}

/// How much of a change is wanted: `tăng 3`, `tăng trên 3`, `tăng 2 - 3`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bound {
    /// No word but the verb: met by that change or a larger one.
    Exactly,
    AtLeast,
    Above,
    AtMost,
    Below,
    About,
    Range,
}

impl Bound {
    /// The comparator that says the same of a level.
    pub fn of_level(self) -> Comparator {
        match self {
            Bound::Exactly => Comparator::Reach,
            Bound::AtLeast => Comparator::AtLeast,
            Bound::Above => Comparator::Above,
            Bound::AtMost => Comparator::AtMost,
            Bound::Below => Comparator::Below,
            Bound::About => Comparator::About,
            Bound::Range => Comparator::Range,
        }
    }
}

impl Comparator {
    /// The bound of a change; `None` for a level, a milestone and a deadline.
    pub fn change(self) -> Option<Bound> {
        match self {
            Comparator::IncreaseBy(bound) | Comparator::ReduceBy(bound) => Some(bound),
            _ => None,
        }
    }

    /// Whether a change is asked for or said, and not a level.
    pub fn is_change(self) -> bool {
        self.change().is_some()
    }

    /// Whether it has two values.
    pub fn is_range(self) -> bool {
        self == Comparator::Range || self.change() == Some(Bound::Range)
    }

    /// The name in the data files.
    pub fn name(self) -> &'static str {
        match self {
            Comparator::Reach => "reach",
            Comparator::AtLeast => "at_least",
            Comparator::Above => "above",
            Comparator::AtMost => "at_most",
            Comparator::Below => "below",
            Comparator::Range => "range",
            Comparator::About => "about",
            Comparator::IncreaseBy(bound) => match bound {
                Bound::Exactly => "increase_by",
                Bound::AtLeast => "increase_by_at_least",
                Bound::Above => "increase_by_above",
                Bound::AtMost => "increase_by_at_most",
                Bound::Below => "increase_by_below",
                Bound::About => "increase_by_about",
                Bound::Range => "increase_by_range",
            },
            Comparator::ReduceBy(bound) => match bound {
                Bound::Exactly => "reduce_by",
                Bound::AtLeast => "reduce_by_at_least",
                Bound::Above => "reduce_by_above",
                Bound::AtMost => "reduce_by_at_most",
                Bound::Below => "reduce_by_below",
                Bound::About => "reduce_by_about",
                Bound::Range => "reduce_by_range",
            },
            Comparator::Maintain => "maintain",
            Comparator::Complete => "complete",
            Comparator::Before => "before",
        }
    }
}

/// A goal. Values are decimals with their printed scale: `8.0` is not `8`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// One value with any comparator but `Complete`, `Before` and those of a range.
    Value {
        comparator: Comparator,
        value: Decimal,
    },
    /// Two values: `Range`, `IncreaseBy(Range)` or `ReduceBy(Range)`.
    Range {
        comparator: Comparator,
        low: Decimal,
        high: Decimal,
    },
    /// To keep what is, without a figure.
    Maintain,
    /// To get done, without a figure.
    Complete,
    Before(DueDay),
}

/// The day of a deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DueDay {
    /// A day of every year.
    EveryYear {
        month: i8,
        day: i8,
    },
    Once(Date),
}

impl Goal {
    /// A level between two values.
    pub fn between(low: Decimal, high: Decimal) -> Goal {
        Goal::Range { comparator: Comparator::Range, low, high }
    }

    pub fn comparator(self) -> Comparator {
        match self {
            Goal::Value { comparator, .. } | Goal::Range { comparator, .. } => comparator,
            Goal::Maintain => Comparator::Maintain,
            Goal::Complete => Comparator::Complete,
            Goal::Before(_) => Comparator::Before,
        }
    }

    /// The value, or the lower value of a range.
    pub fn value(self) -> Option<Decimal> {
        match self {
            Goal::Value { value, .. } => Some(value),
            Goal::Range { low, .. } => Some(low),
            _ => None,
        }
    }

    /// The upper value of a range.
    pub fn high(self) -> Option<Decimal> {
        match self {
            Goal::Range { high, .. } => Some(high),
            _ => None,
        }
    }
}
