//! The value axis: where it begins and ends, honestly, and which round values it names.

use std::ops::Range;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::label::SMALL;
use super::words::{self, PIXEL};
use crate::language::{Language, number};

/// A value axis. Positions are binary floats, for drawing only; what is printed is decimal.
pub(super) struct Axis {
    pub(super) range: Range<f64>,
    pub(super) ticks: Vec<Tick>,
    /// Whether zero is cut off, which the chart must then say.
    pub(super) zoomed: bool,
    /// The word that all values but zero are followed by, where it is too long to stand beside
    /// each: `nghìn tỷ`.
    pub(super) counted_in: Option<&'static str>,
}

/// The widest names of values that have the word of their magnitude beside them.
const WIDEST_WITH_WORD: i32 = 56 * PIXEL;

pub(super) struct Tick {
    pub(super) at: f64,
    pub(super) text: String,
}

/// Where a decimal stands on an axis.
pub(super) fn position(value: Decimal) -> f64 {
    value.to_f64().unwrap_or(0.0)
}

/// The lowest and highest of some values; zero and one for none.
pub(super) fn extent(values: impl Iterator<Item = f64>) -> Range<f64> {
    let (low, high) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
        (low.min(value), high.max(value))
    });
    if low <= high { low..high } else { 0.0..1.0 }
}

/// An axis for bars: from zero, and for percentages up to 100.
pub(super) fn from_zero(values: Range<f64>, percent: bool) -> Range<f64> {
    let low = values.start.min(0.0);
    let high = if percent { values.end.max(100.0) } else { values.end.max(0.0) };
    if low < high { low..high } else { 0.0..1.0 }
}

impl Axis {
    /// An axis for lines. It begins at zero unless all that is to be seen happens far from there.
    pub(super) fn of_lines(values: Range<f64>, percent: bool, language: Language) -> Axis {
        let Range { start: low, end: high } = values;
        let zoomed = if percent {
            low >= 80.0 && low < high
        } else {
            low > 0.0 && high > low && high - low < low / 4.0
        };
        Axis::over(values, zoomed, percent, language)
    }

    /// An axis for slopes, which are read by their ends: it leaves out what would be three quarters
    /// of it, and empty.
    pub(super) fn of_slopes(values: Range<f64>, percent: bool, language: Language) -> Axis {
        let zoomed =
            values.start > 0.0 && values.start < values.end && values.start > values.end * 0.75;
        Axis::over(values, zoomed, percent, language)
    }

    fn over(values: Range<f64>, zoomed: bool, percent: bool, language: Language) -> Axis {
        let Range { start: low, end: high } = values;
        // There is no half of a school.
        let counted = !percent && low.fract() == 0.0 && high.fract() == 0.0;
        // Some height is needed to lie in, however flat the line.
        let spread = (high - low).max(high.abs() * 0.02);
        let (low, high) = match (zoomed, percent) {
            (true, true) if high <= 100.0 => {
                (low - spread * 0.25, (high + spread * 0.25).min(100.0))
            }
            (true, _) => (low - spread * 0.25, high + spread * 0.25),
            (false, true) if low >= 0.0 && (50.0..=100.0).contains(&high) => (0.0, 100.0),
            (false, _) => (low.min(0.0), high.max(0.0)),
        };
        let high = if low < high { high } else { low + 1.0 };
        let step = if counted && high - low < 5.0 { Step::ONE } else { Step::over(high - low) };
        let first = (low / step.size() + 1e-9).floor();
        let last = (high / step.size() - 1e-9).ceil().max(first + 1.0);
        let largest = first.abs().max(last.abs()) * step.size();
        let (zeros, word) = words::magnitude(digits(largest), language)
            .map_or((0, None), |(zeros, word)| (zeros, Some(word)));
        let counts: Vec<f64> =
            (0..=(last - first).min(12.0) as i32).map(|index| first + f64::from(index)).collect();
        let ticks = |word: Option<&str>| -> Vec<Tick> {
            counts
                .iter()
                .map(|&count| Tick {
                    at: count * step.size(),
                    text: step.text(count, percent, zeros, word, language),
                })
                .collect()
        };
        let with_word = ticks(word);
        let counted_in = word.filter(|_| widest_name(&with_word) > WIDEST_WITH_WORD);
        let ticks = if counted_in.is_some() { ticks(None) } else { with_word };
        Axis {
            range: first * step.size()..last * step.size(),
            ticks,
            zoomed: zoomed && first > 0.0,
            counted_in,
        }
    }

    /// The name of a value as it is said where the axis does not stand beside it.
    pub(super) fn said(&self, tick: &Tick) -> String {
        let word = self.counted_in.filter(|_| tick.at != 0.0);
        word.map_or_else(|| tick.text.clone(), |word| format!("{}\u{a0}{word}", tick.text))
    }
}

/// The width of the widest name of a value, in tenths of a pixel.
pub(super) fn widest_name(ticks: &[Tick]) -> i32 {
    ticks.iter().map(|tick| words::width(&tick.text, SMALL)).max().unwrap_or(0)
}

/// How many digits stand before the point.
fn digits(value: f64) -> u32 {
    if value < 1.0 { 1 } else { value.log10() as u32 + 1 }
}

/// A round distance between ticks: `mantissa` times ten to the `exponent`.
struct Step {
    mantissa: i64,
    exponent: i32,
}

impl Step {
    const ONE: Step = Step { mantissa: 1, exponent: 0 };

    /// The smallest round step of which at most five fit.
    fn over(distance: f64) -> Step {
        let exponent = (distance / 5.0).log10().floor() as i32 - 1;
        let unit = 10f64.powi(exponent);
        let mantissa = [10, 20, 25, 50]
            .into_iter()
            .find(|&mantissa| mantissa as f64 * unit * 5.0 >= distance * 0.999_999)
            .unwrap_or(100);
        Step { mantissa, exponent }
    }

    fn size(&self) -> f64 {
        self.mantissa as f64 * 10f64.powi(self.exponent)
    }

    /// The value that is so many steps from zero, without as many zeros as its word stands for.
    fn text(
        &self,
        count: f64,
        percent: bool,
        zeros: i32,
        word: Option<&str>,
        language: Language,
    ) -> String {
        let exponent = self.exponent - zeros;
        let units = i128::from(count as i64) * i128::from(self.mantissa);
        let value = match u32::try_from(exponent) {
            Ok(exponent) => {
                Decimal::from_i128_with_scale(units, 0) * Decimal::from(10u64.pow(exponent.min(18)))
            }
            Err(_) => {
                Decimal::from_i128_with_scale(units, exponent.unsigned_abs().min(28)).normalize()
            }
        };
        let mut text = number::format(value, language);
        if percent {
            text.push('%');
        }
        if let (Some(word), false) = (word, value.is_zero()) {
            text.push('\u{a0}');
            text.push_str(word);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(values: Range<f64>, percent: bool) -> (Vec<String>, bool) {
        let axis = Axis::of_lines(values, percent, Language::Vi);
        assert!(axis.range.start < axis.range.end);
        (axis.ticks.into_iter().map(|tick| tick.text).collect(), axis.zoomed)
    }

    #[test]
    fn percentages_run_from_0_to_100() {
        assert_eq!(
            named(17.1..80.0, true),
            (["0%", "20%", "40%", "60%", "80%", "100%"].map(String::from).to_vec(), false)
        );
    }

    #[test]
    fn small_percentages_run_from_0_to_what_they_need() {
        assert_eq!(
            named(0.5..4.0, true),
            (["0%", "1%", "2%", "3%", "4%"].map(String::from).to_vec(), false)
        );
    }

    #[test]
    fn percentages_near_100_are_zoomed_and_say_so() {
        let (ticks, zoomed) = named(98.2..99.8, true);
        assert!(zoomed);
        assert_eq!(
            (ticks.first().map(String::as_str), ticks.last().map(String::as_str)),
            (Some("97,5%"), Some("100%"))
        );
    }

    #[test]
    fn a_flat_line_has_an_axis_too() {
        for value in [0.0, 100.0, -5.0, 0.001, 7.9e28] {
            let (ticks, _) = named(value..value, false);
            assert!(ticks.len() >= 2, "{value}: {ticks:?}");
        }
    }

    #[test]
    fn negative_values_keep_zero_on_the_axis() {
        let (ticks, zoomed) = named(-12.0..30.0, false);
        assert!(
            !zoomed && ticks.contains(&"0".to_owned()) && ticks.contains(&"\u{2212}20".to_owned()),
            "{ticks:?}"
        );
    }

    #[test]
    fn what_is_counted_has_no_parts_on_its_axis() {
        for (values, expected) in [
            (0.0..0.0, vec!["0", "1"]),
            (0.0..2.0, vec!["0", "1", "2"]),
            (100.0..101.0, vec!["99", "100", "101", "102"]),
        ] {
            assert_eq!(named(values.clone(), false).0, expected, "{values:?}");
        }
        assert_eq!(named(0.5..0.75, false).0.last().map(String::as_str), Some("0,8"));
    }

    #[test]
    fn large_counts_are_named_in_words() {
        let (ticks, _) = named(0.0..4_000_000_000.0, false);
        assert_eq!(ticks, ["0", "1\u{a0}tỷ", "2\u{a0}tỷ", "3\u{a0}tỷ", "4\u{a0}tỷ"]);
    }
}
