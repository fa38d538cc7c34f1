//! A range as a distribution.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::sync::Arc;

use super::beta::Beta;
use super::pert::Table;
use crate::finance::root::solve;
use crate::normal;

/// The form of a range between low, likely and high.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Beta with exponents 1 + 4(m−a)/(b−a) and 1 + 4(b−m)/(b−a): mean (a+4m+b)/6. Source: the Program Evaluation and
    /// Review Technique (Malcolm et al., 1959), as modified by Vose with λ = 4.
    Pert,
    /// Density in straight lines from low to likely to high.
    Triangular,
    /// All values between low and high alike. `likely` must lie between them and plays no part.
    Uniform,
    /// The logarithm is normal. Low and high settle it; `likely` must lie between them and plays no part.
    Lognormal,
}

/// What low and high are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ends {
    /// Nothing is below low or above high.
    Limits,
    /// One value in ten is below low, one in ten above high: P10 and P90.
    OneInTen,
}

/// A range as stated, in the unit of its input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// The low value.
    pub low: f64,
    /// The likely value: the mode of PERT and triangular.
    pub likely: f64,
    /// The high value.
    pub high: f64,
    /// The form between them.
    pub shape: Shape,
    /// What low and high are.
    pub ends: Ends,
}

/// Why a range is no distribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RangeProblem {
    /// A value is not finite, or mean, variance or a fitted limit is more than a number holds.
    NotFinite,
    /// Not low ≤ likely ≤ high.
    Order,
    /// A lognormal range reaches to zero or below.
    NotPositive,
    /// Low and high of a lognormal range are called limits: it has no upper limit.
    NoLimits,
}

/// What is known of a number that is not known for sure.
///
/// Where low and high are P10 and P90, limits are fitted so that exactly these quantiles come out with `likely` as
/// the mode. That is possible for every low ≤ likely ≤ high: the place of `likely` between P10 and P90 settles the
/// place of the mode between the limits, by one equation with one solution, and their distance the scale. Limits so
/// found may pass bounds of the input; see [`Self::limits`].
///
/// # Example
/// ```
/// use outsourcing::uncertainty::{Distribution, Ends, Range, Shape};
/// let range = Range { low: 0.0, likely: 5.0, high: 20.0, shape: Shape::Pert, ends: Ends::Limits };
/// let days = Distribution::new(range).unwrap();
/// assert!((days.mean() - 40.0 / 6.0).abs() < 1e-12);
/// assert!((days.quantile(0.9) - 11.677807492391).abs() < 1e-9);
/// ```
#[derive(Clone, Debug)]
pub struct Distribution(Kind);

#[derive(Clone, Debug)]
enum Kind {
    Constant(f64),
    /// `low` + `width` × a form on 0..1.
    Between {
        low: f64,
        high: f64,
        form: Form,
    },
    Lognormal {
        mean: f64,
        deviation: f64,
    },
}

/// A distribution on 0..1 with its mode.
#[derive(Clone, Debug)]
enum Form {
    Pert { mode: f64, beta: Beta, table: Arc<Table> },
    Triangular { mode: f64 },
    Uniform,
}

impl Distribution {
    /// The distribution of a range; a constant where low and high are the same.
    ///
    /// # Errors
    /// As [`RangeProblem`] says.
    pub fn new(range: Range) -> Result<Self, RangeProblem> {
        let Range { low, likely, high, shape, ends } = range;
        if ![low, likely, high, high - low].iter().all(|value| value.is_finite()) {
            return Err(RangeProblem::NotFinite);
        }
        if !(low <= likely && likely <= high) {
            return Err(RangeProblem::Order);
        }
        if shape == Shape::Lognormal && low <= 0.0 {
            return Err(RangeProblem::NotPositive);
        }
        if shape == Shape::Lognormal && ends == Ends::Limits {
            return Err(RangeProblem::NoLimits);
        }
        let kind = Self(if low >= high {
            Kind::Constant(likely)
        } else if shape == Shape::Lognormal {
            let (log_low, log_high) = (libm::log(low), libm::log(high));
            let deviation = (log_high - log_low) / (2.0 * normal::quantile(0.9));
            Kind::Lognormal { mean: f64::midpoint(log_low, log_high), deviation }
        } else {
            between(shape, ends, low, likely, high).ok_or(RangeProblem::NotFinite)?
        });
        let sound = kind.mean().is_finite() && kind.variance().is_finite();
        sound.then_some(kind).ok_or(RangeProblem::NotFinite)
    }

    /// The lowest and the highest value: 0 and infinity for lognormal.
    #[must_use]
    pub fn limits(&self) -> (f64, f64) {
        match self.0 {
            Kind::Constant(value) => (value, value),
            Kind::Between { low, high, .. } => (low, high),
            Kind::Lognormal { .. } => (0.0, f64::INFINITY),
        }
    }

    /// The mean, which for a skewed range is not `likely`.
    #[must_use]
    pub fn mean(&self) -> f64 {
        match &self.0 {
            Kind::Constant(value) => *value,
            Kind::Between { low, high, form } => low + (high - low) * form.mean(),
            Kind::Lognormal { mean, deviation } => libm::exp(mean + 0.5 * deviation * deviation),
        }
    }

    /// The variance, in the square of the unit.
    #[must_use]
    pub fn variance(&self) -> f64 {
        match &self.0 {
            Kind::Constant(_) => 0.0,
            Kind::Between { low, high, form } => (high - low) * (high - low) * form.variance(),
            Kind::Lognormal { deviation, .. } => {
                let mean = self.mean();
                mean * mean * libm::expm1(deviation * deviation)
            }
        }
    }

    /// The probability of a value of at most `x`.
    #[must_use]
    pub fn cdf(&self, x: f64) -> f64 {
        match &self.0 {
            Kind::Constant(value) => f64::from(u8::from(x >= *value)),
            Kind::Between { low, high, form } => form.cdf(((x - low) / (high - low)).clamp(0.0, 1.0)),
            Kind::Lognormal { .. } if x <= 0.0 => 0.0,
            Kind::Lognormal { mean, deviation } => normal::below((libm::log(x) - mean) / deviation),
        }
    }

    /// The value with probability `share` below it; a share outside 0..=1 is taken as the nearer end.
    ///
    /// Exact to rounding but for PERT, which reads a table: within 4e-9 of the width between limits for shares of
    /// 0.001 to 0.999, within 1e-4 of it anywhere. It never falls as the share grows, but for the last digit.
    #[must_use]
    pub fn quantile(&self, share: f64) -> f64 {
        let share = share.clamp(0.0, 1.0);
        match &self.0 {
            Kind::Constant(value) => *value,
            Kind::Between { low, high, form } => (low + (high - low) * form.quantile(share)).min(*high),
            Kind::Lognormal { mean, deviation } => libm::exp(mean + deviation * normal::quantile(share)),
        }
    }
}

impl Form {
    fn mean(&self) -> f64 {
        match self {
            Self::Pert { mode, .. } => (1.0 + 4.0 * mode) / 6.0,
            Self::Triangular { mode } => (1.0 + mode) / 3.0,
            Self::Uniform => 0.5,
        }
    }

    fn variance(&self) -> f64 {
        match self {
            Self::Pert { .. } => self.mean() * (1.0 - self.mean()) / 7.0,
            Self::Triangular { mode } => (1.0 - mode * (1.0 - mode)) / 18.0,
            Self::Uniform => 1.0 / 12.0,
        }
    }

    fn cdf(&self, x: f64) -> f64 {
        match self {
            Self::Pert { beta, .. } => beta.below(x),
            Self::Triangular { mode } if x < *mode => x * x / mode,
            Self::Triangular { mode } if x < 1.0 => 1.0 - (1.0 - x) * (1.0 - x) / (1.0 - mode),
            Self::Triangular { .. } | Self::Uniform => x,
        }
    }

    fn quantile(&self, share: f64) -> f64 {
        match self {
            Self::Pert { table, .. } => table.quantile(share),
            Self::Triangular { mode } => triangular(*mode, share),
            Self::Uniform => share,
        }
    }
}

/// A form between limits; nothing where no mode is found, which takes values beyond what a number holds.
fn between(shape: Shape, ends: Ends, low: f64, likely: f64, high: f64) -> Option<Kind> {
    // Where `likely` is between low and high, and between the limits.
    let place = (likely - low) / (high - low);
    let (form, tenths) = match shape {
        Shape::Pert => pert_form(ends, place)?,
        _ => {
            let (mode, tenths) = settled(shape, ends, place)?;
            (if shape == Shape::Triangular { Form::Triangular { mode } } else { Form::Uniform }, tenths)
        }
    };
    let width = (high - low) / (tenths[1] - tenths[0]);
    let (from, to) = match ends {
        Ends::Limits => (low, high),
        Ends::OneInTen => (low - tenths[0] * width, high + (1.0 - tenths[1]) * width),
    };
    Some(Kind::Between { low: from, high: to, form })
}

/// A form with its P10 and P90.
type Fitted = (Form, [f64; 2]);

/// Forms of PERT that are kept.
const KEPT: usize = 64;

thread_local! {
    /// Forms of PERT found before, by ends and place of the mode, the last found last: one edit leaves most ranges as they were, and a table
    /// takes a millisecond.
    static FOUND: RefCell<VecDeque<((Ends, u64), Fitted)>> = const { RefCell::new(VecDeque::new()) };
}

fn pert_form(ends: Ends, place: f64) -> Option<Fitted> {
    let key = (ends, place.to_bits());
    let known =
        FOUND.with_borrow(|found| found.iter().find(|(of, _)| *of == key).map(|(_, form)| form.clone()));
    if known.is_some() {
        return known;
    }
    let (mode, tenths) = settled(Shape::Pert, ends, place)?;
    let beta = pert(mode);
    let made = (Form::Pert { mode, beta, table: Arc::new(Table::new(beta)) }, tenths);
    FOUND.with_borrow_mut(|found| {
        if found.len() >= KEPT {
            found.pop_front();
        }
        found.push_back((key, made.clone()));
    });
    Some(made)
}

/// The mode on 0..1, and what low and high are there.
fn settled(shape: Shape, ends: Ends, place: f64) -> Option<(f64, [f64; 2])> {
    match ends {
        Ends::Limits => Some((place, [0.0, 1.0])),
        Ends::OneInTen => fitted(shape, place),
    }
}

fn pert(mode: f64) -> Beta {
    Beta::new(1.0 + 4.0 * mode, 5.0 - 4.0 * mode)
}

fn triangular(mode: f64, share: f64) -> f64 {
    if share < mode { (share * mode).sqrt() } else { 1.0 - ((1.0 - share) * (1.0 - mode)).sqrt() }
}

/// The mode on 0..1 that lies at `place` between P10 and P90, and these.
///
/// A mode at 0 lies below P10, one at 1 above P90: in between there is a mode for every place from 0 to 1.
fn fitted(shape: Shape, place: f64) -> Option<(f64, [f64; 2])> {
    let tenths = |mode: f64| match shape {
        Shape::Pert => [0.1, 0.9].map(|share| pert(mode).quantile(share)),
        Shape::Triangular => [0.1, 0.9].map(|share| triangular(mode, share)),
        Shape::Uniform | Shape::Lognormal => [0.1, 0.9],
    };
    let mut off = |mode: f64| {
        let [p10, p90] = tenths(mode);
        (mode - p10) / (p90 - p10) - place
    };
    let ends = ((0.0, off(0.0)), (1.0, off(1.0)));
    let mode = solve(&mut off, ends.0, ends.1, f64::EPSILON, f64::EPSILON)?;
    Some((mode, tenths(mode)))
}
