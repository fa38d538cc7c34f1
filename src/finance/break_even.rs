//! The values of one input at which a result is zero.

use super::root::{Sample, solve};

/// Where a result vanishes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Zero {
    /// At this value of the input the result is zero, or jumps across it.
    Value(f64),
    /// The result is exactly zero from one value to the other.
    Interval {
        /// The lowest such value.
        from: f64,
        /// The highest such value.
        to: f64,
    },
}

/// The answer to "at which value of this input does the result become zero?".
#[derive(Clone, Debug, PartialEq)]
pub enum BreakEven {
    /// At these, ascending.
    At(Vec<Zero>),
    /// At none within the bounds.
    NoneWithinBounds,
    /// At every one: the result is exactly zero whatever the input.
    Indifferent,
}

/// How exactly a value is found, relative to itself.
const RELATIVE: f64 = 1e-12;

/// And relative to the size of the input: a value this close to zero is zero.
const OF_SCALE: f64 = 1e-15;

/// Intervals of the even grid from bound to bound.
const EVEN: u32 = 16;

/// The first step away from the current value, relative to it.
const FIRST_STEP: f64 = 0.02;

/// Each step away from the current value is this many times the last…
const GROWTH: f64 = 1.5;

/// …for so many steps, some 200 times the current value away…
const NEAR_STEPS: i32 = 24;

/// …and the rest of the way in so many more.
const FAR_STEPS: i32 = 8;

/// Evaluations spent on one dip towards zero: they narrow it about a thousand times.
const DIP_STEPS: usize = 16;

/// All values of an input within `bounds` at which `f` is zero, as far as its samples show them.
///
/// `f` is sampled evenly over the bounds and ever more closely towards `current` (bounds may be as wide as
/// 0..1e9 while interest lies within a decade or two of today's value). Every change of sign between samples
/// is solved to 1e-12 of the value; a jump across zero is found as the place of the jump; samples at exactly
/// zero are widened to the interval on which it stays zero. Where a sample is nearer to zero than both its
/// neighbours the dip is followed, so that a pair of crossings between samples is not lost to coarseness; a
/// curve that touches zero without crossing it is not a break-even.
///
/// Where `f` is not finite the input has no answer: no crossing is looked for beside it.
///
/// At most 100 samples (some 60 with a bound at zero), 16 for each dip, and for each crossing some 10 where `f`
/// is smooth, 45 at a jump.
///
/// # Errors
/// `None` unless the bounds are finite, in order and a finite distance apart, and `current` is within them.
///
/// # Example
/// ```
/// use outsourcing::finance::{BreakEven, Zero, break_even};
/// // Making costs 9.80 a piece and 24,000; buying costs 11.25 a piece.
/// let saved = |pieces: f64| (9.80 * pieces + 24_000.0) - 11.25 * pieces;
/// let Some(BreakEven::At(zeros)) = break_even(saved, (0.0, 1e9), 45_000.0) else { panic!("it crosses") };
/// let [Zero::Value(pieces)] = zeros[..] else { panic!("once") };
/// assert!((pieces - 16_551.724137931).abs() < 1e-6);
/// ```
#[must_use]
pub fn break_even(mut f: impl FnMut(f64) -> f64, bounds: (f64, f64), current: f64) -> Option<BreakEven> {
    let mut search = BreakEvenSearch::new(bounds, current)?;
    while search.sample(&mut f) {}
    Some(search.solve(f))
}

/// [`break_even`] a sample at a time, for a caller who has other things to do in between.
#[derive(Clone, Debug)]
pub struct BreakEvenSearch {
    /// Where samples are still to be taken, descending.
    left: Vec<f64>,
    samples: Vec<Sample>,
    /// What is no distance from zero, in the unit of the input.
    absolute: f64,
}

impl BreakEvenSearch {
    /// Before the first sample.
    ///
    /// # Errors
    /// As [`break_even`].
    #[must_use]
    pub fn new((low, high): (f64, f64), current: f64) -> Option<Self> {
        if !(low <= current && current <= high && (high - low).is_finite()) {
            return None;
        }
        let scale = if current == 0.0 { (high - low) * 1e-9 } else { current.abs() };
        let mut left = places(low, high, current);
        left.reverse();
        Some(BreakEvenSearch { left, samples: Vec::new(), absolute: OF_SCALE * scale })
    }

    /// Takes the next sample; false where there is none left to take.
    pub fn sample(&mut self, mut f: impl FnMut(f64) -> f64) -> bool {
        let next = self.left.pop();
        self.samples.extend(next.map(|x| (x, f(x))));
        next.is_some()
    }

    /// What the samples show.
    #[must_use]
    pub fn solve(mut self, mut f: impl FnMut(f64) -> f64) -> BreakEven {
        follow_dips(&mut f, &mut self.samples);
        if self.samples.iter().all(|sample| sample.1 == 0.0) {
            return BreakEven::Indifferent;
        }
        let zeros = zeros(&mut f, &self.samples, self.absolute);
        if zeros.is_empty() { BreakEven::NoneWithinBounds } else { BreakEven::At(zeros) }
    }
}

/// Where to sample: ascending, without repetition, bounds and current value included.
fn places(low: f64, high: f64, current: f64) -> Vec<f64> {
    let width = high - low;
    let even = (0..=EVEN).map(|k| low + width * (f64::from(k) / f64::from(EVEN)));
    let above = distances(current, high - current).into_iter().map(|d| current + d);
    let below = distances(current, current - low).into_iter().map(|d| current - d);
    // Steps away from the current value thin out again towards zero, where small values differ by decades.
    let decades = [0.1, 0.01, 0.001].map(|part| part * current);
    let mut places: Vec<f64> = even
        .chain(above)
        .chain(below)
        .chain(decades)
        .chain([low, current, high])
        .filter(|x| (low..=high).contains(x))
        .collect();
    crate::order::sort_by(&mut places, |a, b| a > b);
    places.dedup_by(|a, b| *a <= *b);
    places
}

/// Growing distances from the current value, up to `reach`.
fn distances(current: f64, reach: f64) -> Vec<f64> {
    let geometric = |first: f64, ratio: f64, count| {
        (0..count).scan(first, move |d, _| Some(std::mem::replace(d, *d * ratio))).filter(move |d| *d < reach)
    };
    // From nothing there is no decade to start with: nine of them, down from the bound.
    let (first, growth, steps) = if current == 0.0 {
        let steps = NEAR_STEPS + FAR_STEPS;
        (reach * 1e-9, libm::pow(1e9, 1.0 / f64::from(steps)), steps)
    } else {
        (FIRST_STEP * current.abs(), GROWTH, NEAR_STEPS)
    };
    let mut distances: Vec<f64> = geometric(first, growth, steps).collect();
    let reached = first * libm::pow(growth, f64::from(steps - 1));
    if reached < reach && reached > 0.0 {
        let ratio = libm::pow(reach / reached, 1.0 / f64::from(FAR_STEPS + 1));
        distances.extend(geometric(reached * ratio, ratio, FAR_STEPS));
    }
    distances
}

/// Where a sample is nearer to zero than both neighbours and on their side, look for the other side by golden
/// section, and add what is found to the samples.
fn follow_dips(f: &mut impl FnMut(f64) -> f64, samples: &mut Vec<Sample>) {
    let dips: Vec<[Sample; 3]> = samples
        .windows(3)
        .filter_map(|three| <[Sample; 3]>::try_from(three).ok())
        .filter(|[a, b, c]| {
            let side = b.1.signum();
            b.1 != 0.0 && side * a.1 > side * b.1 && side * c.1 > side * b.1
        })
        .collect();
    let found: Vec<Sample> = dips.into_iter().filter_map(|dip| bottom(f, dip)).collect();
    if !found.is_empty() {
        samples.extend(found);
        crate::order::sort_by(samples, |a, b| a.0 > b.0);
    }
}

/// A point of the dip on the other side of zero, or on it.
fn bottom(f: &mut impl FnMut(f64) -> f64, [mut left, mut middle, mut right]: [Sample; 3]) -> Option<Sample> {
    // 2 − the golden ratio: the part of the longer side to probe.
    const SECTION: f64 = 0.381_966_011_250_105_1;
    let side = middle.1.signum();
    for _ in 0..DIP_STEPS {
        let to_the_right = right.0 - middle.0 > middle.0 - left.0;
        let end = if to_the_right { right.0 } else { left.0 };
        let x = middle.0 + SECTION * (end - middle.0);
        let probe = (x, f(x));
        if !probe.1.is_finite() {
            return None;
        }
        if side * probe.1 <= 0.0 {
            return Some(probe);
        }
        let better = side * probe.1 < side * middle.1;
        match (to_the_right, better) {
            (true, true) => (left, middle) = (middle, probe),
            (true, false) => right = probe,
            (false, true) => (right, middle) = (middle, probe),
            (false, false) => left = probe,
        }
    }
    None
}

fn zeros(f: &mut impl FnMut(f64) -> f64, samples: &[Sample], absolute: f64) -> Vec<Zero> {
    let mut zeros = Vec::new();
    let mut next = 0;
    while let Some(&here) = samples.get(next) {
        let before = next.checked_sub(1).map(|k| samples[k]);
        if here.1 == 0.0 {
            let run = samples[next..].iter().take_while(|sample| sample.1 == 0.0).count();
            let last = samples[next + run - 1];
            let from = before.map_or(here.0, |outside| edge(f, outside, here.0, absolute));
            let to = samples.get(next + run).map_or(last.0, |outside| edge(f, *outside, last.0, absolute));
            zeros.push(if to - from <= 4.0 * (RELATIVE * from.abs().max(to.abs()) + absolute) {
                Zero::Value(here.0)
            } else {
                Zero::Interval { from, to }
            });
            next += run;
            continue;
        }
        if let Some(before) = before
            && before.1 * here.1.signum() < 0.0
            && before.1.is_finite()
            && here.1.is_finite()
            && let Some(x) = solve(f, before, here, RELATIVE, absolute)
        {
            zeros.push(Zero::Value(x));
        }
        next += 1;
    }
    zeros
}

/// The end of the zeros around `inside`, towards a sample `outside` them.
fn edge(f: &mut impl FnMut(f64) -> f64, outside: Sample, inside: f64, absolute: f64) -> f64 {
    let tolerance = RELATIVE * inside.abs() + absolute;
    // Nearly always a single point: one look beside it tells.
    let beside = inside + (outside.0 - inside).max(-tolerance).min(tolerance);
    if f(beside) != 0.0 {
        return inside;
    }
    let mut zero_or_not = |x| if f(x) == 0.0 { -1.0 } else { 1.0 };
    solve(&mut zero_or_not, (inside, -1.0), (outside.0, 1.0), RELATIVE, absolute).unwrap_or(inside)
}
