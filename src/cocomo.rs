//! Effort and schedule of a software project from its size: COCOMO II.2000, post-architecture model. It knows no
//! scenario: numbers in, numbers out.
//!
//! An estimate for where only the size is known; projects of its own kind are better evidence than the calibration.
//! Tables run from very low to extra high; [`Rating::of`] reads them.
//!
//! Source: Boehm and others, *Software Cost Estimation with COCOMO II*, 2000; the model definition manual has the same
//! figures.

/// Hours of work in a COCOMO person-month: leave and holidays are left out already.
pub const HOURS_A_MONTH: f64 = 152.0;

/// A: person-months of one KSLOC, all nominal and without diseconomies of scale.
const A: f64 = 2.94;
/// B: the exponent of size without scale factors.
const B: f64 = 0.91;
/// C: months that one person-month takes.
const C: f64 = 3.67;
/// D: the exponent of effort in the schedule, without scale factors.
const D: f64 = 0.28;

/// What each point of a scale factor adds to the exponent of size.
const PER_POINT: f64 = 0.01;
/// The part of that which is added to the exponent of effort in the schedule.
const OF_SCHEDULE: f64 = 0.2;

/// PREC, precedentedness: whether the like was built before.
pub const PREC: [f64; 6] = [6.20, 4.96, 3.72, 2.48, 1.24, 0.00];
/// FLEX, development flexibility: how freely requirements may be met.
pub const FLEX: [f64; 6] = [5.07, 4.05, 3.04, 2.03, 1.01, 0.00];
/// RESL, architecture and risk resolution.
pub const RESL: [f64; 6] = [7.07, 5.65, 4.24, 2.83, 1.41, 0.00];
/// TEAM, cohesion of those who build and those who want it. Very high is 1.10; the 1.01 of many copies is FLEX's.
pub const TEAM: [f64; 6] = [5.48, 4.38, 3.29, 2.19, 1.10, 0.00];
/// PMAT, process maturity: the levels of the capability maturity model, the first as two.
pub const PMAT: [f64; 6] = [7.80, 6.24, 4.68, 3.12, 1.56, 0.00];

/// SITE, development at several sites: the effort multiplier, from several countries with some phone and mail to one place.
pub const SITE: [f64; 6] = [1.22, 1.09, 1.00, 0.93, 0.86, 0.80];
/// PCON, continuity of personnel: the effort multiplier, from 48 % of the staff leaving in a year to 3 %. It has no extra
/// high.
pub const PCON: [f64; 5] = [1.29, 1.12, 1.00, 0.90, 0.81];

/// How a factor is rated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rating {
    /// The least of it.
    VeryLow,
    /// Less than usual.
    Low,
    /// As usual: effort multipliers are 1.
    Nominal,
    /// More than usual.
    High,
    /// Much more.
    VeryHigh,
    /// The most of it; not every factor has it.
    ExtraHigh,
}

impl Rating {
    /// The figure of this rating in a table such as [`TEAM`].
    ///
    /// # Errors
    /// `None` where the factor is not rated so high.
    ///
    /// # Example
    /// ```
    /// use outsourcing::cocomo::{PCON, Rating, TEAM};
    /// assert_eq!(Rating::VeryHigh.of(&TEAM), Some(1.10));
    /// assert_eq!(Rating::ExtraHigh.of(&PCON), None);
    /// ```
    #[must_use]
    pub fn of(self, table: &[f64]) -> Option<f64> {
        table.get(self as usize).copied()
    }
}

/// Effort in person-months of [`HOURS_A_MONTH`]: A · sizeᴱ · multipliers, E = B + 0.01 · scale factors.
///
/// `ksloc` is the size in thousand logical source lines, new or the equivalent of what is adapted; `scale_factors` the sum
/// of the five, 18.97 if all are nominal; `multipliers` the product of the effort multipliers, 1 if all are.
///
/// # Errors
/// `None` unless size and multipliers are above 0, scale factors finite and not negative, and the effort a finite number
/// above 0.
///
/// # Example
/// ```
/// let months = outsourcing::cocomo::effort(100.0, 18.97, 1.0).unwrap();
/// assert!((months - 465.31529747).abs() < 1e-8);
/// ```
#[must_use]
pub fn effort(ksloc: f64, scale_factors: f64, multipliers: f64) -> Option<f64> {
    let known = ksloc > 0.0 && (0.0..f64::INFINITY).contains(&scale_factors) && multipliers > 0.0;
    let months = A * libm::pow(ksloc, B + PER_POINT * scale_factors) * multipliers;
    (known && months.is_finite() && months > 0.0).then_some(months)
}

/// Months from start to finish: C · effortᶠ, F = D + 0.2 · 0.01 · scale factors.
///
/// `effort` is in person-months, at the nominal schedule (without the multiplier SCED); `scale_factors` as for
/// [`effort`](fn@effort). Effort ÷ schedule is the mean number of people.
///
/// # Errors
/// `None` unless effort is above 0, scale factors finite and not negative, and the schedule a finite number.
///
/// # Example
/// ```
/// let months = outsourcing::cocomo::schedule(465.31529747, 18.97).unwrap();
/// assert!((months - 25.87317).abs() < 1e-5);
/// ```
#[must_use]
pub fn schedule(effort: f64, scale_factors: f64) -> Option<f64> {
    let known = effort > 0.0 && (0.0..f64::INFINITY).contains(&scale_factors);
    let months = C * libm::pow(effort, D + OF_SCHEDULE * PER_POINT * scale_factors);
    (known && months.is_finite()).then_some(months)
}
