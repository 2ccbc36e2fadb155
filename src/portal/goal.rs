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
    IncreaseBy,
    IncreaseByAtLeast,
    ReduceBy,
    ReduceByAtLeast,
    /// To stay as it is, at a value or without one.
    Maintain,
    /// A milestone without a number.
    Complete,
    /// A deadline.
    Before,
}

impl Comparator {
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
            Comparator::IncreaseBy => "increase_by",
            Comparator::IncreaseByAtLeast => "increase_by_at_least",
            Comparator::ReduceBy => "reduce_by",
            Comparator::ReduceByAtLeast => "reduce_by_at_least",
            Comparator::Maintain => "maintain",
            Comparator::Complete => "complete",
            Comparator::Before => "before",
        }
    }
}

/// A goal. Values are decimals with their printed scale: `8.0` is not `8`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goal {
    /// One value with any comparator but `Range`, `Complete` and `Before`.
    Value {
        comparator: Comparator,
        value: Decimal,
    },
    Range {
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
    pub fn comparator(self) -> Comparator {
        match self {
            Goal::Value { comparator, .. } => comparator,
            Goal::Range { .. } => Comparator::Range,
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
