//! Values in classes: at most five steps of round values, for a scale of colours.

use rust_decimal::Decimal;

/// At most five steps of round values.
pub(super) struct Classes {
    /// From the lowest bound of the first to the highest of the last; empty without values.
    pub(super) bounds: Vec<Decimal>,
}

impl Classes {
    pub(super) fn of(values: &[Decimal], percent: bool) -> Classes {
        let (Some(&low), Some(&high)) = (values.iter().min(), values.iter().max()) else {
            return Classes { bounds: Vec::new() };
        };
        if low == high {
            return Classes { bounds: vec![low, high] };
        }
        // The smallest round step of which at most five reach from the lowest value to the highest.
        let scales = (0..=6)
            .rev()
            .map(|scale| Decimal::new(1, scale))
            .chain((1..=24).map(|zeros| Decimal::from_i128_with_scale(10i128.pow(zeros), 0)));
        let steps = scales.flat_map(|unit| {
            [10, 15, 20, 25, 30, 40, 50, 75]
                .map(|mantissa| unit.checked_mul(Decimal::new(mantissa, 1)))
        });
        let bounds = steps.flatten().find_map(|step| Classes::bounds(low, high, step, percent));
        Classes {
            bounds: bounds
                .unwrap_or_else(|| vec![low, high])
                .into_iter()
                .map(|bound| bound.normalize())
                .collect(),
        }
    }

    /// At most five steps, which begin at a round value; percentages end at 100 rather than beyond
    /// it.
    fn bounds(low: Decimal, high: Decimal, step: Decimal, percent: bool) -> Option<Vec<Decimal>> {
        let start = (low / step).floor().checked_mul(step)?;
        let steps =
            |start: Decimal| high.checked_sub(start).map(|distance| (distance / step).ceil());
        let whole = Decimal::ONE_HUNDRED;
        let beyond = percent
            && high <= whole
            && steps(start)?.checked_mul(step)?.checked_add(start)? > whole;
        let start = if beyond {
            whole.checked_sub(((whole - low) / step).ceil().checked_mul(step)?)?
        } else {
            start
        };
        let count = if beyond { ((whole - start) / step).ceil() } else { steps(start)? };
        let fits =
            count <= Decimal::from(5) && (start.is_sign_positive() || low.is_sign_negative());
        fits.then(|| {
            (0..=5)
                .map(Decimal::from)
                .filter(|index| *index <= count)
                .filter_map(|index| start.checked_add(step.checked_mul(index)?))
                .collect()
        })
    }

    pub(super) fn count(&self) -> usize {
        self.bounds.len().saturating_sub(1)
    }

    /// The step of colour, 0 to 4, of a value: a bound belongs to the step above it, the highest to
    /// the last.
    pub(super) fn step(&self, value: Decimal) -> usize {
        let class = self
            .bounds
            .iter()
            .skip(1)
            .take(self.count().saturating_sub(1))
            .filter(|&&bound| bound <= value)
            .count();
        self.colour(class)
    }

    /// Fewer classes lie as far apart as they can.
    pub(super) fn colour(&self, class: usize) -> usize {
        match self.count() {
            0 | 1 => 2,
            count => class * 4 / (count - 1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bounds(values: &[&str]) -> Vec<String> {
        let values: Vec<Decimal> =
            values.iter().map(|value| value.parse().expect("a decimal")).collect();
        Classes::of(&values, true).bounds.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn classes_are_round_and_reach_from_the_lowest_to_the_highest() {
        assert_eq!(bounds(&["52.3", "98"]), ["50", "60", "70", "80", "90", "100"]);
        assert_eq!(bounds(&["48.5", "100"]), ["40", "55", "70", "85", "100"]);
        assert_eq!(bounds(&["1", "100"]), ["0", "20", "40", "60", "80", "100"]);
        assert_eq!(bounds(&["96.2", "100"]), ["96", "97", "98", "99", "100"]);
        assert_eq!(bounds(&["-12.4", "30"]), ["-20", "-10", "0", "10", "20", "30"]);
        assert_eq!(bounds(&["100", "100"]), ["100", "100"]);
        assert!(bounds(&[]).is_empty());
    }

    #[test]
    fn a_bound_belongs_to_the_class_above_it_and_the_highest_to_the_last() {
        let classes = Classes::of(&["50".parse().expect("one"), "100".parse().expect("one")], true);
        let step = |value: &str| classes.step(value.parse().expect("a decimal"));
        assert_eq!(
            [step("50"), step("59.9"), step("60"), step("89"), step("100")],
            [0, 0, 1, 3, 4]
        );
    }
}
