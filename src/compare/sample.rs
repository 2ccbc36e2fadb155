//! Goals for the tests.

use crate::portal::{Comparator, Goal};

pub fn value(comparator: Comparator, value: &str) -> Goal {
    Goal::Value { comparator, value: value.parse().expect("a decimal") }
}

pub fn range(low: &str, high: &str) -> Goal {
    Goal::between(low.parse().expect("a decimal"), high.parse().expect("a decimal"))
}
