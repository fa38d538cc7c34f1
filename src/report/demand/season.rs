//! Twelve seasonal factors that average 1, and the bars that show them.

use crate::report::charts::{Bounds, Scale};

/// To a thousandth: finer than anybody knows a season, and short in a field.
fn rounded(factor: f64) -> f64 {
    libm::round(factor * 1000.0) / 1000.0
}

/// The factors with one of them at a new value: the others keep their proportions and are scaled so that all average 1.
#[must_use]
pub fn moved(factors: &[f64], place: usize, to: f64) -> Vec<f64> {
    #[expect(clippy::cast_precision_loss, reason = "twelve")]
    let count = factors.len() as f64;
    let to = to.clamp(0.0, count);
    let others: f64 =
        factors.iter().enumerate().filter(|(at, _)| *at != place).map(|(_, factor)| factor).sum();
    let factor = |(at, factor): (usize, &f64)| {
        if at == place {
            to
        } else if others > 0.0 {
            rounded(factor * (count - to) / others)
        } else {
            // With nothing in the other months there are no proportions to keep.
            rounded((count - to) / (count - 1.0))
        }
    };
    factors.iter().enumerate().map(factor).collect()
}

/// The factors brought to an average of 1; all 1 where they are all zero.
#[must_use]
pub fn averaged(factors: &[f64]) -> Vec<f64> {
    #[expect(clippy::cast_precision_loss, reason = "twelve")]
    let mean = factors.iter().sum::<f64>() / factors.len().max(1) as f64;
    factors.iter().map(|factor| if mean > 0.0 { rounded(factor / mean) } else { 1.0 }).collect()
}

/// The bars laid out, in pixels from the top left.
#[derive(Clone, Debug, PartialEq)]
pub struct SeasonLayout {
    /// Height of the whole.
    pub height: f64,
    /// Where the bars end: the factor 0.
    pub foot: f64,
    /// The height of the factor 1.
    pub one: f64,
    /// The factor at the top.
    pub top: f64,
    /// What a pixel upwards adds to a factor.
    pub per_pixel: f64,
    /// From left to right.
    pub bars: Vec<BarAt>,
}

/// One bar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BarAt {
    /// Left edge and width of its column: what can be grabbed.
    pub column: (f64, f64),
    /// Left edge and width of the bar.
    pub bar: (f64, f64),
    /// Its upper end.
    pub y: f64,
}

impl SeasonLayout {
    /// The factor at the top for these factors: room to raise the highest by a quarter.
    #[must_use]
    pub fn top_for(factors: &[f64]) -> f64 {
        let highest = factors.iter().fold(1.0_f64, |most, factor| most.max(*factor));
        libm::ceil(highest * 1.25 * 4.0) / 4.0
    }

    /// Lays out the factors under a factor at the top.
    #[must_use]
    pub fn new(width: f64, factors: &[f64], top: f64) -> Self {
        let (head, foot) = (22.0, 132.0);
        let y = Scale { from: Bounds { low: 0.0, high: top }, to: (foot, head) };
        #[expect(clippy::cast_precision_loss, reason = "twelve")]
        let column = width / factors.len().max(1) as f64;
        let thick = (column - 6.0).clamp(4.0, 34.0);
        let bar = |(at, factor): (usize, &f64)| {
            #[expect(clippy::cast_precision_loss, reason = "twelve")]
            let left = at as f64 * column;
            BarAt { column: (left, column), bar: (left + (column - thick) / 2.0, thick), y: y.place(*factor) }
        };
        Self {
            height: foot + 22.0,
            foot,
            one: y.place(1.0),
            top,
            per_pixel: top / (foot - head),
            bars: factors.iter().enumerate().map(bar).collect(),
        }
    }
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "the places of round numbers are exact")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn moving_one_scales_the_others() {
        let after = moved(&[1.0; 12], 10, 1.55);
        assert_eq!(after[10], 1.55);
        assert_eq!(after[0], 0.95);
        let all = moved(&after, 10, 12.0);
        assert_eq!(all.iter().sum::<f64>(), 12.0);
        assert_eq!(all[0], 0.0);
        assert_eq!(moved(&all, 10, 1.0), [1.0; 12], "out of nothing the others come back alike");
        assert_eq!(averaged(&[2.0; 12]), [1.0; 12]);
        assert_eq!(averaged(&[0.0; 12]), [1.0; 12]);
    }

    #[test]
    fn bars_stand_on_their_foot_and_under_the_top() {
        let factors = [1.0, 0.5, 2.0, 1.0, 1.0, 1.0, 1.0, 0.5, 1.0, 1.0, 1.0, 1.0];
        let layout = SeasonLayout::new(480.0, &factors, SeasonLayout::top_for(&factors));
        assert_eq!(layout.top, 2.5);
        assert_eq!(layout.bars[0].y, layout.one);
        assert_eq!(layout.bars[11].column, (440.0, 40.0));
        // Over the way from one bar's end to another's lies the difference of their factors.
        let way = layout.bars[1].y - layout.bars[2].y;
        assert!((way * layout.per_pixel - 1.5).abs() < 1e-9);
    }

    proptest! {
        #[test]
        fn whatever_is_moved_they_average_one(
            factors in proptest::collection::vec(0.0..3.0_f64, 12), place in 0..12_usize, to in 0.0..12.0_f64,
        ) {
            let after = moved(&averaged(&factors), place, to);
            let mean = after.iter().sum::<f64>() / 12.0;
            // The check allows 0.005.
            prop_assert!((mean - 1.0).abs() < 0.001, "{mean}");
            prop_assert!(after.iter().all(|factor| (0.0..=12.0).contains(factor)));
        }
    }
}
