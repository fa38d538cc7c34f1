//! Level, growth, season and shocks behind monthly values.

use super::least_squares::{Regression, Row, dot, regression};
use crate::month::Month;

/// Values needed for level and growth.
pub const LEAST_VALUES: usize = 12;

/// Values needed for a season, and two of each calendar month among them.
pub const LEAST_FOR_SEASON: usize = 24;

/// A number and its standard error.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The best estimate.
    pub value: f64,
    /// The standard error, in the same unit.
    pub error: f64,
}

/// On what the fit was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// On logarithms.
    Logs,
    /// On the values themselves, because some are zero, which have no logarithm.
    Levels,
}

/// The parameters of demand(t) = base · (1+g)^((t−1)/12) · season · exp(z − s²/2), z a stationary AR(1).
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    /// The level at month 1 of the plan without its season, as a mean; in the unit of the values.
    pub base: Estimate,
    /// Growth a year, above −1.
    pub growth: Estimate,
    /// Factors of January to December, 1 on average; all 1 without error where no season could be fitted.
    pub season: [Estimate; 12],
    /// Whether a season was fitted.
    pub seasonal: bool,
    /// The standard deviation s of z.
    pub spread: Estimate,
    /// The correlation φ of z from month to month.
    pub persistence: Estimate,
    /// On what it was fitted.
    pub scale: Scale,
    /// How many values it rests on.
    pub values: usize,
}

/// Why there is no fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FitProblem {
    /// Too few values.
    TooShort {
        /// How many there are.
        has: usize,
        /// How many are needed.
        needed: usize,
    },
    /// A value is negative or not finite.
    NotDemand {
        /// Its position in the series, from 0.
        position: usize,
    },
    /// The values settle no level and growth (all are zero, or all but the last), or one beyond what a number holds.
    Unsettled,
}

/// The parameters behind monthly values: `values[i]` belongs to the month i months after `first`, `None` is a gap;
/// `plan` is month 1 of the plan.
///
/// Logarithms are decomposed by least squares into a level for each calendar month and one growth, with errors that
/// persist (AR(1)); the mean is corrected by exp(s²/2) and the season brought to an average of 1. Both s and φ come
/// from the restricted likelihood, which allows for what the fit itself has taken up of the errors: plain residuals of
/// two years of months would show two thirds of s, and a φ below zero. φ is its mean over −0.95..0.95, all equally
/// likely before, so that a short history does not claim much. Where a value is zero the mean is fitted on the values
/// themselves, by Poisson's likelihood with a logarithmic link; a calendar month that is always zero has the factor 0.
///
/// Errors of base, growth and season take s and φ as known.
///
/// Sources: Patterson & Thompson 1971 for the restricted likelihood; Santos Silva & Tenreyro 2006 for zeros.
///
/// # Errors
/// See [`FitProblem`].
///
/// # Example
/// ```
/// use outsourcing::history::{Month, FitProblem, fit};
/// let (first, plan) = (Month { year: 2025, month: 1 }, Month { year: 2026, month: 1 });
/// // A steady 100 that grows by 1 % a month: in the 13th month 112.68.
/// let values: Vec<_> = (0..12).map(|month| Some(100.0 * libm::pow(1.01, f64::from(month)))).collect();
/// let found = fit(&values, first, plan).unwrap();
/// assert!((found.base.value - 112.68).abs() < 0.01);
/// assert!((found.growth.value - 0.1268).abs() < 0.0001);
/// assert_eq!(fit(&values[..9], first, plan), Err(FitProblem::TooShort { has: 9, needed: 12 }));
/// ```
pub fn fit(values: &[Option<f64>], first: Month, plan: Month) -> Result<Fit, FitProblem> {
    let known = || (0_i32..).zip(values).filter_map(|(month, value)| Some((month, (*value)?)));
    if let Some(position) =
        values.iter().position(|value| value.is_some_and(|v| !(v.is_finite() && v >= 0.0)))
    {
        return Err(FitProblem::NotDemand { position });
    }
    let has = known().count();
    if has < LEAST_VALUES {
        return Err(FitProblem::TooShort { has, needed: LEAST_VALUES });
    }
    let scale = if known().all(|(_, value)| value > 0.0) { Scale::Logs } else { Scale::Levels };
    let columns = Columns::of(first, known());
    let rows: Vec<Row> = known()
        .filter_map(|(month, value)| {
            let y = if scale == Scale::Logs { libm::log(value) } else { value };
            Some(Row { month, x: columns.row(month)?, y })
        })
        .collect();
    let found = match scale {
        Scale::Logs => {
            shocks(&rows).map(|shocks| Found { logs: shocks.regression.coefficients.clone(), shocks })
        }
        Scale::Levels => on_levels(rows),
    };
    found
        .and_then(|found| columns.parameters(&found, plan.since(first), scale, has))
        .ok_or(FitProblem::Unsettled)
}

/// Which calendar months have a level of their own. Without a season all share one.
struct Columns {
    first: Month,
    /// For each calendar month the place of its level; nothing where it is always zero.
    level: [Option<usize>; 12],
    levels: usize,
    seasonal: bool,
    /// The middle of the history in months, from which growth is counted: so it hardly depends on the levels.
    middle: f64,
}

impl Columns {
    fn of(first: Month, known: impl Iterator<Item = (i32, f64)>) -> Self {
        let (mut count, mut total) = ([0; 12], [0.0; 12]);
        let mut ends: Option<(i32, i32)> = None;
        for (month, value) in known {
            let place = first.shifted(month).place();
            count[place] += 1;
            total[place] += value;
            ends = Some((ends.map_or(month, |(start, _)| start), month));
        }
        let (start, end) = ends.unwrap_or_default();
        let middle = f64::from(start + end) / 2.0;
        let seasonal =
            count.iter().sum::<usize>() >= LEAST_FOR_SEASON && count.iter().all(|count| *count >= 2);
        let mut levels = 0;
        let level = total.map(|total| {
            (!seasonal || total > 0.0).then(|| {
                levels += 1;
                if seasonal { levels - 1 } else { 0 }
            })
        });
        Self { first, level, levels: if seasonal { levels } else { 1 }, seasonal, middle }
    }

    /// The variables of a month: its level, and years since the middle. Nothing where it is always zero.
    fn row(&self, month: i32) -> Option<Vec<f64>> {
        let level = self.level[self.first.shifted(month).place()]?;
        let mut row = vec![0.0; self.levels + 1];
        row[level] = 1.0;
        row[self.levels] = self.years(month);
        Some(row)
    }

    fn years(&self, month: i32) -> f64 {
        (f64::from(month) - self.middle) / 12.0
    }

    /// From logarithms of levels and growth to the parameters, with errors to the first order.
    fn parameters(&self, found: &Found, plan: i32, scale: Scale, values: usize) -> Option<Fit> {
        let (logs, shocks) = (&found.logs, &found.shocks);
        let error = |weights: &[f64]| {
            let variance: f64 =
                weights.iter().zip(&shocks.regression.covariance).map(|(w, row)| w * dot(row, weights)).sum();
            shocks.spread.value * libm::sqrt(variance.max(0.0))
        };
        let exps: Vec<f64> = logs[..self.levels].iter().map(|log| libm::exp(*log)).collect();
        let level = |place: Option<usize>| place.map_or(0.0, |place| exps[place]);
        let mean = self.level.iter().map(|place| level(*place)).sum::<f64>() / 12.0;
        // How much each level, and growth until month 1, moves the logarithm of the base.
        let mut weights = vec![0.0; self.levels + 1];
        for place in self.level.iter().flatten() {
            weights[*place] += exps[*place] / (12.0 * mean);
        }
        weights[self.levels] = self.years(plan);
        // On logarithms the fit goes through the middle of what is likely, not through the mean.
        let s = shocks.spread.value;
        let (spread, correction) = match scale {
            Scale::Logs => (shocks.spread, s * s / 2.0),
            // There s is the relative deviation √(exp(s²) − 1).
            Scale::Levels => {
                let spread = libm::sqrt(libm::log1p(s * s));
                let slope = if s > 0.0 { s / ((1.0 + s * s) * spread) } else { 1.0 };
                (Estimate { value: spread, error: shocks.spread.error * slope }, 0.0)
            }
        };
        let base = mean * libm::exp(logs[self.levels] * self.years(plan) + correction);
        let base = Estimate { value: base, error: base * error(&weights) };
        let mut yearly = vec![0.0; self.levels + 1];
        yearly[self.levels] = 1.0;
        let growth = Estimate {
            value: libm::expm1(logs[self.levels]),
            error: libm::exp(logs[self.levels]) * error(&yearly),
        };
        let season = self.level.map(|place| {
            if !self.seasonal {
                return Estimate { value: 1.0, error: 0.0 };
            }
            let value = level(place) / mean;
            let mut against: Vec<f64> = weights.iter().map(|weight| -weight).collect();
            against[self.levels] = 0.0;
            if let Some(place) = place {
                against[place] += 1.0;
            }
            Estimate { value, error: value * error(&against) }
        });
        let sound = |one: &Estimate| one.value.is_finite() && one.error.is_finite();
        let all = [base, growth, spread].iter().chain(&season).all(sound)
            && base.value > 0.0
            && growth.value > -1.0;
        let persistence = shocks.persistence;
        all.then_some(Fit {
            base,
            growth,
            season,
            seasonal: self.seasonal,
            spread,
            persistence,
            scale,
            values,
        })
    }
}

/// Logarithms of the levels, growth a year, and what is left over.
struct Found {
    logs: Vec<f64>,
    shocks: Shocks,
}

struct Shocks {
    spread: Estimate,
    persistence: Estimate,
    /// At that persistence.
    regression: Regression,
}

/// Persistences that are tried: −0.95, −0.90, …, 0.95.
const STEPS: i32 = 19;
const STEP: f64 = 0.05;

/// A fit that leaves less than this of the values' size has no shocks: what is left is rounding.
const ROUNDING: f64 = 1e-12;

/// Spread and persistence of what a regression leaves over.
fn shocks(rows: &[Row]) -> Option<Shocks> {
    let plain = regression(rows, 0.0)?;
    let size = rows.iter().fold(0.0_f64, |most, row| most.max(row.y.abs()));
    if libm::sqrt(plain.squares / plain.freedom) <= ROUNDING * size.max(1.0) {
        let none = Estimate { value: 0.0, error: 0.0 };
        return Some(Shocks { spread: none, persistence: none, regression: plain });
    }
    let tried: Vec<(f64, Regression)> = (-STEPS..=STEPS)
        .filter_map(|step| {
            let persistence = STEP * f64::from(step);
            Some((persistence, regression(rows, persistence)?))
        })
        .collect();
    let best = tried.iter().fold(f64::NEG_INFINITY, |best, (_, one)| best.max(one.likelihood()));
    let weights: Vec<f64> = tried.iter().map(|(_, one)| libm::exp(one.likelihood() - best)).collect();
    let total: f64 = weights.iter().sum();
    // Mean and deviation over all persistences, by their likelihood.
    let moments = |of: &dyn Fn(&(f64, Regression)) -> f64| {
        let values: Vec<f64> = tried.iter().map(of).collect();
        let mean = dot(&weights, &values) / total;
        let squares: Vec<f64> = values.iter().map(|value| (value - mean) * (value - mean)).collect();
        (mean, dot(&weights, &squares) / total)
    };
    let (persistence, variance) = moments(&|(persistence, _)| *persistence);
    let persistence = Estimate { value: persistence, error: libm::sqrt(variance) };
    let (_, log_variance) = moments(&|(_, one)| 0.5 * libm::log(one.squares / one.freedom));
    let regression = regression(rows, persistence.value)?;
    let spread = libm::sqrt(regression.squares / regression.freedom);
    // Of a standard deviation from so many free errors, and of not knowing how they persist.
    let error = spread * libm::sqrt(0.5 / regression.freedom + log_variance);
    Some(Shocks { spread: Estimate { value: spread, error }, persistence, regression })
}

/// Steps of Newton's method before a fit on levels counts as unsettled; it takes some ten.
const MOST_STEPS: usize = 60;

/// The mean exp(x·β) by Poisson's likelihood, each step a least squares with weights; then the shocks around it, as
/// shares of it.
fn on_levels(mut rows: Vec<Row>) -> Option<Found> {
    let values: Vec<f64> = rows.iter().map(|row| row.y).collect();
    #[expect(clippy::cast_precision_loss, reason = "a history is far below 2^53 months")]
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    if mean <= 0.0 {
        return None;
    }
    let mut fitted: Vec<f64> = values.iter().map(|value| f64::midpoint(*value, mean)).collect();
    let mut before: Option<Vec<f64>> = None;
    let mut settled = None;
    for _ in 0..MOST_STEPS {
        let weighted = rows.iter().zip(&values).zip(&fitted).map(|((row, value), fitted)| {
            let weight = libm::sqrt(*fitted);
            let x = row.x.iter().map(|x| x * weight).collect();
            Row { month: row.month, x, y: (libm::log(*fitted) + (value - fitted) / fitted) * weight }
        });
        let logs = regression(&weighted.collect::<Vec<_>>(), 0.0)?.coefficients;
        fitted = rows.iter().map(|row| libm::exp(dot(&row.x, &logs))).collect();
        let still = |last: Vec<f64>| logs.iter().zip(last).all(|(now, then)| (now - then).abs() < 1e-10);
        if before.is_some_and(still) {
            settled = Some(logs);
            break;
        }
        before = Some(logs);
    }
    let logs = settled?;
    for (row, fitted) in rows.iter_mut().zip(&fitted) {
        row.y = row.y / fitted - 1.0;
    }
    Some(Found { shocks: shocks(&rows)?, logs })
}
