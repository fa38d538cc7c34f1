//! What a sample of results says. Paths are equally likely; `costs[option][path]` are on the same draws for all
//! options.

use crate::finance::Payback;
use crate::history::Estimate;

/// The mean of one figure over independent scrambles, and its standard error.
///
/// Each value comes from a whole scrambled sample; their spread is the Monte-Carlo error, which no single sample
/// of even points can tell.
///
/// # Errors
/// `None` for fewer than two values, or one that is not finite.
///
/// # Example
/// ```
/// use outsourcing::uncertainty::estimate;
/// let found = estimate(&[1.0, 3.0]).unwrap();
/// assert_eq!((found.value, found.error), (2.0, 1.0));
/// ```
#[must_use]
pub fn estimate(values: &[f64]) -> Option<Estimate> {
    if values.len() < 2 || !values.iter().all(|value| value.is_finite()) {
        return None;
    }
    let value = mean(values);
    let squares: Vec<f64> = values.iter().map(|one| (one - value) * (one - value)).collect();
    #[expect(clippy::cast_precision_loss, reason = "a few scrambles")]
    let error = (mean(&squares) / (values.len() - 1) as f64).sqrt();
    Some(Estimate { value, error })
}

/// The quantiles of a sample at these shares, in the unit of the sample; a share outside 0..=1 is taken as the nearer
/// end.
///
/// Definition 7 of Hyndman and Fan (1996), that of NumPy, R and spreadsheets: in order, at place 1 + (N − 1)·share,
/// straight between neighbours.
///
/// # Errors
/// `None` for an empty sample, or a value that is not finite.
///
/// # Example
/// ```
/// use outsourcing::uncertainty::quantiles;
/// assert_eq!(quantiles(&[4.0, 1.0, 2.0], &[0.0, 0.5, 0.75]), Some(vec![1.0, 2.0, 3.0]));
/// ```
#[must_use]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "a place within a sample far below 2^53"
)]
pub fn quantiles(sample: &[f64], shares: &[f64]) -> Option<Vec<f64>> {
    let last = sample.len().checked_sub(1)?;
    if !sample.iter().all(|value| value.is_finite()) {
        return None;
    }
    let place = |share: &f64| last as f64 * share.clamp(0.0, 1.0);
    let around = |share: &f64| [place(share) as usize, (place(share) as usize + 1).min(last)];
    let sorted = sorted_at(sample, shares.iter().flat_map(around).collect());
    let quantile = |share: &f64| {
        let (place, [left, right]) = (place(share), around(share).map(&sorted));
        left + (right - left) * (place - place.floor())
    };
    Some(shares.iter().map(quantile).collect())
}

/// What would stand at these places if all values were sorted: much sooner, where they are few. Not to be asked for other places.
pub(crate) fn sorted_at(values: &[f64], mut places: Vec<usize>) -> impl Fn(usize) -> f64 {
    places.sort_unstable();
    places.dedup();
    let mut keys: Vec<i64> = values.iter().map(|value| key(*value)).collect();
    // What is the same everywhere is in order.
    if keys.iter().any(|key| *key != keys[0]) {
        select(&mut keys, &places, 0);
    }
    move |place| f64::from_bits(ordered(keys[place]).cast_unsigned())
}

/// A number as a whole one of the same total order, which is compared in one step.
pub(super) fn key(value: f64) -> i64 {
    ordered(value.to_bits().cast_signed())
}

/// Bits of a number as those of a whole one of the same order, and back.
fn ordered(bits: i64) -> i64 {
    bits ^ ((bits >> 63).cast_unsigned() >> 1).cast_signed()
}

/// Puts at places what would stand there, of the keys from one place on, of which none belongs before it: the middle place first, then
/// either side.
fn select(keys: &mut [i64], places: &[usize], from: usize) {
    let (before, after) = places.split_at(places.len() / 2);
    if let Some((place, after)) = after.split_first() {
        let (below, _, above) = keys.select_nth_unstable(place - from);
        select(below, before, from);
        select(above, after, place + 1);
    }
}

/// The share of a sample above a threshold: of savings above 0, the probability to save.
///
/// # Errors
/// `None` for an empty sample, or a value that is not finite.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "a sample is far below 2^53")]
pub fn share_above(sample: &[f64], threshold: f64) -> Option<f64> {
    let sound = !sample.is_empty() && sample.iter().all(|value| value.is_finite());
    let above = sample.iter().filter(|value| **value > threshold).count();
    sound.then(|| above as f64 / sample.len() as f64)
}

/// For each option the probability that it is the cheapest. Options of equal cost share the path, so that all add up
/// to 1.
///
/// # Errors
/// `None` without an option or a path, with different numbers of paths, or where a cost is not finite.
///
/// # Example
/// ```
/// use outsourcing::uncertainty::cheapest;
/// assert_eq!(cheapest(&[vec![1.0, 2.0], vec![1.0, 3.0]]), Some(vec![0.75, 0.25]));
/// ```
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "options and paths are far below 2^53")]
pub fn cheapest(costs: &[Vec<f64>]) -> Option<Vec<f64>> {
    let paths = same_paths(costs)?;
    let mut wins = vec![0.0; costs.len()];
    for path in 0..paths {
        let least = least(costs, path);
        let winners = costs.iter().filter(|costs| costs[path] <= least).count() as f64;
        for (wins, _) in wins.iter_mut().zip(costs).filter(|(_, costs)| costs[path] <= least) {
            *wins += 1.0 / winners;
        }
    }
    Some(wins.into_iter().map(|wins| wins / paths as f64).collect())
}

/// For each option its regret on every path: what it costs more than the cheapest there.
///
/// The least mean regret of any option is the expected value of perfect information.
///
/// # Errors
/// As [`cheapest`].
///
/// # Example
/// ```
/// use outsourcing::uncertainty::regrets;
/// assert_eq!(regrets(&[vec![1.0, 5.0], vec![4.0, 3.0]]), Some(vec![vec![0.0, 2.0], vec![3.0, 0.0]]));
/// ```
#[must_use]
pub fn regrets(costs: &[Vec<f64>]) -> Option<Vec<Vec<f64>>> {
    let paths = same_paths(costs)?;
    let least: Vec<f64> = (0..paths).map(|path| least(costs, path)).collect();
    let of = |costs: &Vec<f64>| costs.iter().zip(&least).map(|(cost, least)| cost - least).collect();
    Some(costs.iter().map(of).collect())
}

/// When savings pay back, over all paths.
///
/// # Example
/// ```
/// use outsourcing::finance::Payback;
/// use outsourcing::uncertainty::Paybacks;
/// let paths = [Payback::Month(9.0), Payback::NotWithinHorizon, Payback::Immediate, Payback::Month(4.5)];
/// let found = Paybacks::new(&paths).unwrap();
/// assert_eq!((found.never(), found.within(6.0)), (0.25, 0.5));
/// assert_eq!((found.quantile(0.75), found.quantile(0.9)), (Some(9.0), None));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Paybacks {
    /// Of paths that pay back, ascending.
    months: Vec<f64>,
    paths: usize,
}

#[expect(clippy::cast_precision_loss, reason = "a sample is far below 2^53")]
impl Paybacks {
    /// Of one payback for each path.
    ///
    /// # Errors
    /// `None` without a path.
    #[must_use]
    pub fn new(paths: &[Payback]) -> Option<Self> {
        let mut months: Vec<f64> = paths.iter().filter_map(|payback| payback.months()).collect();
        months.sort_by(f64::total_cmp);
        (!paths.is_empty()).then_some(Self { months, paths: paths.len() })
    }

    /// The share of paths that do not pay back within the horizon.
    #[must_use]
    pub fn never(&self) -> f64 {
        (self.paths - self.months.len()) as f64 / self.paths as f64
    }

    /// The share of paths that pay back within so many months.
    #[must_use]
    pub fn within(&self, months: f64) -> f64 {
        self.months.partition_point(|month| *month <= months) as f64 / self.paths as f64
    }

    /// The month by which at least this share of paths has paid back; none where it is not within the horizon.
    ///
    /// Definition 1 of Hyndman and Fan, a value of the sample: between a month and never there is nothing to take.
    #[must_use]
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a float casts to a whole number within the range"
    )]
    pub fn quantile(&self, share: f64) -> Option<f64> {
        let reached = (share * self.paths as f64).ceil() as usize;
        self.months.get(reached.saturating_sub(1)).copied()
    }
}

/// The mean, taken from the first value so that equal values have it to the bit; 0 of none.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "a sample is far below 2^53")]
pub fn mean(sample: &[f64]) -> f64 {
    let Some(first) = sample.first() else {
        return 0.0;
    };
    first + sample.iter().map(|value| value - first).sum::<f64>() / sample.len() as f64
}

/// The least cost of any option on a path.
pub(super) fn least(costs: &[Vec<f64>], path: usize) -> f64 {
    costs.iter().map(|costs| costs[path]).fold(f64::INFINITY, lesser)
}

/// The lesser of two numbers. In Wasm `f64::min` is a call.
pub(super) fn lesser(one: f64, other: f64) -> f64 {
    if other < one { other } else { one }
}

/// The number of paths, where all options have as many and finite costs.
pub(super) fn same_paths(costs: &[Vec<f64>]) -> Option<usize> {
    let paths = costs.first()?.len();
    let sound = |costs: &Vec<f64>| costs.len() == paths && costs.iter().all(|cost| cost.is_finite());
    (paths > 0 && costs.iter().all(sound)).then_some(paths)
}
