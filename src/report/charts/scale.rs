//! Bounds of data, ticks at round numbers, and the line from a value to its place.

/// The least and the greatest of what is drawn. Both finite, and apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    /// The least value.
    pub low: f64,
    /// The greatest value.
    pub high: f64,
}

impl Bounds {
    /// The bounds of values and zero: amounts are read against nothing spent. What is not finite is passed over, and
    /// bounds that would coincide are set one apart.
    pub fn around_zero(values: impl IntoIterator<Item = f64>) -> Self {
        let (mut low, mut high) = (0.0_f64, 0.0_f64);
        for value in values.into_iter().filter(|value| value.is_finite()) {
            low = low.min(value);
            high = high.max(value);
        }
        if high - low > 0.0 { Self { low, high } } else { Self { low, high: low + 1.0 } }
    }
}

/// Ticks at multiples of 1, 2 or 5 times a power of ten.
#[derive(Clone, Debug, PartialEq)]
pub struct Ticks {
    /// The values, ascending.
    pub values: Vec<f64>,
    /// From the first tick to the last: the data lies within.
    pub bounds: Bounds,
}

impl Ticks {
    /// About `wanted` steps (at least one) which enclose the bounds.
    #[must_use]
    pub fn enclosing(bounds: Bounds, wanted: usize) -> Self {
        let span = bounds.high - bounds.low;
        #[expect(clippy::cast_precision_loss, reason = "a handful of ticks")]
        let rough = (span / wanted.max(1) as f64).max(f64::MIN_POSITIVE);
        let power = libm::pow(10.0, libm::log10(rough).floor());
        let step =
            [1.0, 2.0, 5.0].map(|times| times * power).into_iter().find(|step| *step >= rough * (1.0 - 1e-9));
        let step = step.unwrap_or(10.0 * power);
        let first = (bounds.low / step + 1e-9).floor();
        let last = (bounds.high / step - 1e-9).ceil();
        // A thousandth as 1 / 1000 is what the text "0.001" means; as 0.001 × n it would drift.
        let tick = |index: f64| {
            if step < 1.0 { index / (1.0 / step).round() } else { index * step }
        };
        let mut values = Vec::new();
        let mut index = first;
        // No span gives more than a dozen steps; the limit keeps a span beyond precision from looping.
        while index <= last && values.len() < 64 {
            values.push(tick(index) + 0.0);
            index += 1.0;
        }
        Self { values, bounds: Bounds { low: tick(first), high: tick(last) } }
    }
}

/// The months to name along a horizon: every 1, 2, 3, 6, 12, 24 or 60, at most about `wanted`.
#[must_use]
pub fn month_ticks(horizon: usize, wanted: usize) -> Vec<usize> {
    let wanted = wanted.max(1);
    let step = [1, 2, 3, 6, 12, 24, 60].into_iter().find(|step| horizon / step <= wanted).unwrap_or(120);
    (0..=horizon).step_by(step).collect()
}

/// A straight line from values to places.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// The values at the two ends.
    pub from: Bounds,
    /// The places of the low and the high value, in pixels.
    pub to: (f64, f64),
}

impl Scale {
    /// The place of a value, held within the ends.
    #[must_use]
    pub fn place(&self, value: f64) -> f64 {
        let share = (value - self.from.low) / (self.from.high - self.from.low);
        let share = if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 };
        self.to.0 + share * (self.to.1 - self.to.0)
    }
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "the places of round numbers are exact")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ticks_are_round_and_enclose() {
        for (low, high, wanted, expected) in [
            (-171_000.0, 1_130_000.0, 5, vec![-500_000.0, 0.0, 500_000.0, 1_000_000.0, 1_500_000.0]),
            (0.0, 18.0, 3, vec![0.0, 10.0, 20.0]),
            (0.0, 0.3, 3, vec![0.0, 0.1, 0.2, 0.3]),
            (0.0, 1.0, 5, vec![0.0, 0.2, 0.4, 0.6, 0.8, 1.0]),
            (-3.0, 0.0, 3, vec![-3.0, -2.0, -1.0, 0.0]),
        ] {
            assert_eq!(Ticks::enclosing(Bounds { low, high }, wanted).values, expected);
        }
    }

    #[test]
    fn bounds_hold_zero_and_pass_over_what_is_not_finite() {
        assert_eq!(Bounds::around_zero([5.0, f64::NAN, 7.0, f64::INFINITY]), Bounds { low: 0.0, high: 7.0 });
        assert_eq!(Bounds::around_zero([-5.0]), Bounds { low: -5.0, high: 0.0 });
        assert_eq!(Bounds::around_zero([]), Bounds { low: 0.0, high: 1.0 });
    }

    #[test]
    fn months_are_named_by_quarters_and_years() {
        assert_eq!(month_ticks(36, 7), [0, 6, 12, 18, 24, 30, 36]);
        assert_eq!(month_ticks(36, 3), [0, 12, 24, 36]);
        assert_eq!(month_ticks(120, 10), [0, 12, 24, 36, 48, 60, 72, 84, 96, 108, 120]);
        assert_eq!(month_ticks(0, 5), [0]);
    }

    #[test]
    fn values_are_placed_between_the_ends() {
        let scale = Scale { from: Bounds { low: -10.0, high: 30.0 }, to: (200.0, 0.0) };
        assert_eq!(scale.place(-10.0), 200.0);
        assert_eq!(scale.place(0.0), 150.0);
        assert_eq!(scale.place(99.0), 0.0);
        assert_eq!(scale.place(f64::NAN), 200.0);
    }

    proptest! {
        #[test]
        fn any_data_has_few_ascending_ticks_around_it(a in -1e15..1e15_f64, b in -1e3..1e3_f64, wanted in 1..8_usize) {
            let bounds = Bounds::around_zero([a, b]);
            let ticks = Ticks::enclosing(bounds, wanted);
            let slack = (bounds.high - bounds.low) * 1e-6;
            prop_assert!(ticks.bounds.low <= bounds.low + slack && ticks.bounds.high >= bounds.high - slack);
            prop_assert!((2..=wanted + 3).contains(&ticks.values.len()), "{:?}", ticks);
            prop_assert!(ticks.values.windows(2).all(|pair| pair[0] < pair[1]));
            prop_assert!(ticks.values.contains(&0.0));
        }
    }
}
