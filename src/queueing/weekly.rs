//! A week of hours: from contacts to agents, from agents to paid hours.

use super::staffing::{lasting, least_agents};
use super::{Target, usable};

/// Hours of a week.
pub const HOURS: usize = 168;

/// Seconds of an hour.
const HOUR: f64 = 3_600.0;

/// Weights add up to 1 within this: a profile typed in percent or rounded to six digits is let through.
const ROUNDING: f64 = 1e-6;

/// A week's contacts by hour, and how they are to be answered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Week<'a> {
    /// Each hour's share of the week's contacts; together 1. `None`: the hour is not covered, nobody is there. `Some(0.0)`:
    /// it is, by one agent.
    pub weights: &'a [Option<f64>; HOURS],
    /// How long a contact keeps an agent busy, in seconds; above 0.
    pub handling: f64,
    /// How contacts are to be answered, in every hour.
    pub target: Target,
    /// The share of paid time in which an agent is not there to answer (leave, training, breaks); below 1. Paid time is
    /// time at work *divided* by what is left, never multiplied by 1 + shrinkage.
    pub shrinkage: f64,
}

impl Week<'_> {
    /// The agents each hour needs to answer so many contacts a week; 0 in hours not covered.
    ///
    /// An hour's load is contacts · weight · handling ÷ 3,600, and every hour is taken as if it had always been so
    /// (pointwise stationary).
    ///
    /// # Errors
    /// `None` where contacts are negative or not finite, weights are negative or do not add up to 1, shrinkage is not in
    /// 0..1, or [`super::agents_needed`] has no answer.
    #[must_use]
    pub fn agents(&self, contacts: f64) -> Option<[u32; HOURS]> {
        if !usable(contacts) || !self.sound() {
            return None;
        }
        let mut agents = [0; HOURS];
        for (agents, weight) in agents.iter_mut().zip(self.weights) {
            *agents = weight.map_or(Some(0), |weight| self.least(contacts, weight, 1))?;
        }
        Some(agents)
    }

    /// The paid hours a week of so many contacts: Σ agents ÷ (1 − shrinkage).
    ///
    /// These are paid hours: people are these ÷ the paid hours of a person, never ÷ their productive hours.
    ///
    /// # Errors
    /// As [`Self::agents`].
    ///
    /// # Example
    /// ```
    /// use outsourcing::queueing::{HOURS, Target, Week};
    /// // A desk open for two hours of the week, 200 calls in each.
    /// let mut weights = [None; HOURS];
    /// weights[9..11].fill(Some(0.5));
    /// let target = Target { level: 0.8, within: 20.0, occupancy: 1.0 };
    /// let week = Week { weights: &weights, handling: 180.0, target, shrinkage: 0.3 };
    /// assert_eq!(week.paid_hours(400.0), Some(2.0 * 14.0 / 0.7));
    /// ```
    #[must_use]
    pub fn paid_hours(&self, contacts: f64) -> Option<f64> {
        let agents = self.agents(contacts)?;
        Some(self.paid(agents.into_iter().map(u64::from).sum()))
    }

    /// The least agents for an hour of this weight, of whom `known` are known to be needed.
    pub(super) fn least(&self, contacts: f64, weight: f64, known: u32) -> Option<u32> {
        let load = contacts * weight * self.handling / HOUR;
        usable(load).then(|| least_agents(load, self.handling, self.target, known))?
    }

    /// Paid hours for so many hours at work.
    #[expect(clippy::cast_precision_loss, reason = "168 times the most agents is far below 2^53")]
    pub(super) fn paid(&self, present: u64) -> f64 {
        present as f64 / (1.0 - self.shrinkage)
    }

    pub(super) fn sound(&self) -> bool {
        let weights = || self.weights.iter().flatten();
        let shared =
            weights().all(|weight| usable(*weight)) && (weights().sum::<f64>() - 1.0).abs() <= ROUNDING;
        shared && (0.0..1.0).contains(&self.shrinkage) && lasting(self.handling) && self.target.sound()
    }
}
