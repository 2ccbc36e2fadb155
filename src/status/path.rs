//! How far along its path from baseline to target a result is, in decimals: exactly 0.60 is 0.60.
//!
//! Linear: `P = ((yi - y0) / (yT - y0)) / ((ti - t0) / (tT - t0))`. Open SDG (its page "Progress
//! Measurement Methodology", after Statistics Canada and Eurostat): `P = g(y0, yi) / g(y0, yT)`,
//! where `g(a, b)` is the compound growth a year, `(b / a)^(1 / years) - 1`. Time is counted in
//! months, because school years end in May.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::language::date::Date;
use crate::portal::StatusMethod;

/// A point of a path: a value, and the last day of the time for which it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    pub value: Decimal,
    pub day: Date,
}

/// A path with the place of the latest result on it: all that the formula takes, and what it gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Path {
    /// y0 at t0.
    pub baseline: Point,
    /// yT at tT.
    pub target: Point,
    /// yi at ti.
    pub latest: Point,
    /// P: 1 is exactly on the path.
    pub ratio: Decimal,
    /// What Open SDG's measure divides.
    pub growth: Option<Growth>,
}

/// Compound growth a year: 0.05 is 5%.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Growth {
    pub observed: Decimal,
    pub required: Decimal,
}

impl Path {
    /// `None` where the formula gives no number: a path without length or time, or growth from
    /// zero.
    pub fn new(
        method: StatusMethod,
        baseline: Point,
        target: Point,
        latest: Point,
    ) -> Option<Path> {
        let (elapsed, whole) =
            (months_between(baseline.day, latest.day), months_between(baseline.day, target.day));
        if elapsed <= Decimal::ZERO || whole <= Decimal::ZERO || baseline.value == target.value {
            return None;
        }
        let (ratio, growth) = match method {
            StatusMethod::Linear => {
                let gone = latest.value.checked_sub(baseline.value)?.checked_mul(whole)?;
                let asked = target.value.checked_sub(baseline.value)?.checked_mul(elapsed)?;
                // One division, so that what has an exact quotient gets it.
                (gone.checked_div(asked)?, None)
            }
            StatusMethod::OpenSdg => {
                let growth = Growth {
                    observed: yearly_growth(baseline.value, latest.value, elapsed)?,
                    required: yearly_growth(baseline.value, target.value, whole)?,
                };
                (growth.observed.checked_div(growth.required)?, Some(growth))
            }
        };
        Some(Path { baseline, target, latest, ratio, growth })
    }

    /// The months from the baseline to the latest result.
    pub fn months_elapsed(&self) -> Decimal {
        months_between(self.baseline.day, self.latest.day)
    }

    /// The months from the baseline to the day that the target is due.
    pub fn months_in_all(&self) -> Decimal {
        months_between(self.baseline.day, self.target.day)
    }
}

/// Most periods end with months; a day within one counts as its part of it.
fn months_between(from: Date, to: Date) -> Decimal {
    to.in_months() - from.in_months()
}

/// `(to / from)^(12 / months) - 1`.
fn yearly_growth(from: Decimal, to: Decimal, months: Decimal) -> Option<Decimal> {
    if from <= Decimal::ZERO || to < Decimal::ZERO {
        return None;
    }
    // A root has a whole degree: where days count, it is that of thousandths of a month.
    let parts = if months.fract().is_zero() { 1 } else { 1000 };
    let degree = months.checked_mul(parts.into())?.round().to_u32()?;
    power(root(to.checked_div(from)?, degree)?, 12 * parts)?.checked_sub(Decimal::ONE)
}

/// The root of a number that is not negative, by halving: decimal, so the same on every machine.
fn root(number: Decimal, degree: u32) -> Option<Decimal> {
    if number.is_zero() {
        return Some(number);
    }
    let (mut low, mut high) = (Decimal::ZERO, number.max(Decimal::ONE));
    // Each step halves the distance; 28 digits are 94 halvings, and a large number needs some more.
    for _ in 0..160 {
        let middle = low.checked_add(high)?.checked_div(Decimal::TWO)?;
        if middle == low || middle == high {
            break;
        }
        // What does not fit is too large.
        match power(middle, degree) {
            Some(power) if power == number => return Some(middle),
            Some(power) if power < number => low = middle,
            _ => high = middle,
        }
    }
    Some(high)
}

fn power(base: Decimal, exponent: u32) -> Option<Decimal> {
    let (mut result, mut square, mut left) = (Decimal::ONE, base, exponent);
    while left > 0 {
        if left % 2 == 1 {
            result = result.checked_mul(square)?;
        }
        left /= 2;
        if left > 0 {
            square = square.checked_mul(square)?;
        }
    }
    Some(result)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().expect("a decimal")
    }

    fn point(value: &str, day: &str) -> Point {
        Point { value: decimal(value), day: Date::parse(day).expect("a day") }
    }

    #[test]
    fn school_years_count_their_months() {
        // From May 2025 to the end of 2030 are 67 months; a year of them have gone, and a quarter
        // of the way.
        let path = Path::new(
            StatusMethod::Linear,
            point("60", "2025-05-31"),
            point("80", "2030-12-31"),
            point("65", "2026-05-31"),
        )
        .expect("a path");
        assert_eq!((path.months_elapsed(), path.months_in_all()), (12.into(), 67.into()));
        assert_eq!(path.ratio, decimal("67") * decimal("5") / decimal("240"));
    }

    #[test]
    fn days_within_a_month_count_as_their_part_of_it() {
        let (start, end) = (point("60", "2025-12-31"), point("80", "2026-12-31"));
        let path = |method| Path::new(method, start, end, point("65", "2026-06-15"));
        let linear = path(StatusMethod::Linear).expect("a path");
        assert_eq!(linear.months_elapsed(), decimal("5.5"));
        assert_eq!(linear.ratio, decimal("5") * decimal("12") / decimal("110"));
        let growth = path(StatusMethod::OpenSdg).and_then(|path| path.growth).expect("growth");
        assert_eq!(growth.observed.round_dp(6), decimal("0.190816"));
    }

    #[test]
    fn a_path_without_length_or_time_has_no_ratio() {
        let path =
            |baseline, target, latest| Path::new(StatusMethod::Linear, baseline, target, latest);
        let (start, end) = (point("60", "2025-12-31"), point("80", "2030-12-31"));
        assert_eq!(path(start, point("60", "2030-12-31"), point("61", "2027-12-31")), None);
        assert_eq!(path(start, end, point("61", "2025-12-31")), None);
        assert_eq!(path(start, point("80", "2025-12-31"), point("61", "2027-12-31")), None);
    }

    #[test]
    fn growth_cannot_be_counted_from_zero() {
        let path = |baseline: &str| {
            Path::new(
                StatusMethod::OpenSdg,
                point(baseline, "2025-12-31"),
                point("80", "2030-12-31"),
                point("61", "2027-12-31"),
            )
        };
        assert_eq!(path("0"), None);
        assert_eq!(path("-3"), None);
        assert!(path("0.0000001").is_some());
    }

    #[test]
    fn numbers_of_any_size_neither_panic_nor_loop() {
        let huge = "999999999999999999999999";
        for method in [StatusMethod::Linear, StatusMethod::OpenSdg] {
            for (baseline, target) in [
                (huge, "1"),
                ("1", huge),
                ("0.00000000000000000000001", huge),
                ("-999999999999999999999999", huge),
            ] {
                let made = Path::new(
                    method,
                    point(baseline, "1900-12-31"),
                    point(target, "2200-12-31"),
                    point(huge, "2199-05-31"),
                );
                assert!(made.is_none_or(|path| path.ratio.abs() >= Decimal::ZERO));
            }
        }
    }

    #[test]
    fn roots_are_exact_where_they_can_be() {
        assert_eq!(root(decimal("1.21"), 2), Some(decimal("1.1")));
        assert_eq!(root(decimal("0"), 5), Some(decimal("0")));
    }
}
