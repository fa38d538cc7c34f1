//! When savings have paid for what was spent to get them.

/// The answer to "when does it pay back?".
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Payback {
    /// Cumulative savings are never negative: nothing to pay back. Month 0.
    Immediate,
    /// The first moment, in months from the decision, from which cumulative savings stay at least 0 to the
    /// horizon. The fraction is the part of the month passed, savings taken as even within it.
    Month(f64),
    /// Cumulative savings are negative at the horizon.
    NotWithinHorizon,
}

impl Payback {
    /// Months from the decision, 0 where it is immediate; none where it is not within the horizon.
    #[must_use]
    pub fn months(self) -> Option<f64> {
        match self {
            Self::Immediate => Some(0.0),
            Self::Month(month) => Some(month),
            Self::NotWithinHorizon => None,
        }
    }
}

/// The first moment from which cumulative savings stay at least 0 to the horizon.
///
/// `savings[t]` is what month t saves against the reference (negative: costs more). Where they cross 0
/// several times the last crossing counts: an early gain that is spent again has not paid back.
///
/// A cumulative sum within its own rounding error of 0 counts as 0, so that savings which exactly repay
/// their cost do so whatever the fractions they are made of.
///
/// # Errors
/// `None` where there are no savings (not even month 0), or a sum of them is not finite.
///
/// # Example
/// ```
/// use outsourcing::finance::{Payback, payback};
/// assert_eq!(payback(&[-100.0, 40.0, 40.0, 40.0]), Some(Payback::Month(2.5)));
/// assert_eq!(payback(&[0.0, 10.0]), Some(Payback::Immediate));
/// assert_eq!(payback(&[-100.0, 40.0]), Some(Payback::NotWithinHorizon));
/// ```
#[must_use]
pub fn payback(savings: &[f64]) -> Option<Payback> {
    last_crossing(savings.iter().copied())
}

/// [`payback`] on present values: each month's savings times its discount factor.
///
/// # Errors
/// As [`payback`]; also `None` where there are fewer factors than savings.
///
/// # Example
/// ```
/// use outsourcing::finance::{Payback, discounted_payback};
/// assert_eq!(discounted_payback(&[-100.0, 80.0, 320.0], &[1.0, 0.5, 0.25]), Some(Payback::Month(1.75)));
/// ```
#[must_use]
pub fn discounted_payback(savings: &[f64], factors: &[f64]) -> Option<Payback> {
    if savings.len() > factors.len() {
        return None;
    }
    last_crossing(savings.iter().zip(factors).map(|(saving, factor)| saving * factor))
}

fn last_crossing(savings: impl Iterator<Item = f64>) -> Option<Payback> {
    let mut cumulative = 0.0_f64;
    let mut magnitude = 0.0_f64;
    let mut before = 0.0_f64;
    let mut answer = None;
    for (month, saving) in (0_u32..).zip(savings) {
        cumulative += saving;
        magnitude += saving.abs();
        if !magnitude.is_finite() {
            return None;
        }
        // The textbook bound on the rounding error of a running sum.
        if cumulative.abs() <= f64::from(month) * f64::EPSILON * magnitude {
            cumulative = 0.0;
        }
        if cumulative < 0.0 {
            answer = Some(Payback::NotWithinHorizon);
        } else if before < 0.0 {
            // Halves, because the distance between two finite sums may not be finite.
            let (below, above) = (-before / 2.0, cumulative / 2.0);
            answer = Some(Payback::Month(f64::from(month) - above / (below + above)));
        } else if answer.is_none() {
            answer = Some(Payback::Immediate);
        }
        before = cumulative;
    }
    answer
}
