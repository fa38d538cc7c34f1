//! Erlang's formulas for whole agents and any load.

use super::usable;

/// The share of contacts turned away where none can wait: Erlang B.
///
/// B = (aⁿ/n!) ÷ Σ_{k=0..n} aᵏ/k!, for `agents` n and `load` a in erlangs; by the recurrence
/// 1/B(k) = 1 + (k/a)·1/B(k − 1), whose terms are all positive. 1 without agents, 0 without load.
///
/// # Errors
/// `None` where the load is negative or not finite.
///
/// # Example
/// ```
/// let blocked = outsourcing::queueing::erlang_b(10.0, 10).unwrap();
/// assert!((blocked - 0.21458234310734736).abs() < 1e-15);
/// ```
#[must_use]
pub fn erlang_b(load: f64, agents: u32) -> Option<f64> {
    usable(load)
        .then(|| if load > 0.0 { 1.0 / Inverse::at(load, agents).value } else { f64::from(agents == 0) })
}

/// The share of contacts that have to wait: Erlang C.
///
/// C = n·B ÷ (n − a·(1 − B)), for `agents` n, `load` a in erlangs and Erlang's B of both. 1 where the load takes all
/// agents or more, as then the queue grows without end; 0 without load.
///
/// # Errors
/// `None` where the load is negative or not finite.
///
/// # Example
/// ```
/// let waiting = outsourcing::queueing::erlang_c(10.0, 14).unwrap();
/// assert!((waiting - 0.17413193359504983).abs() < 1e-15);
/// ```
#[must_use]
pub fn erlang_c(load: f64, agents: u32) -> Option<f64> {
    usable(load).then(|| if load > 0.0 { Inverse::at(load, agents).waiting() } else { 0.0 })
}

/// 1/B of one load, from one number of agents to the next.
#[derive(Clone, Copy, Debug)]
pub(super) struct Inverse {
    load: f64,
    agents: u32,
    value: f64,
}

/// The recurrence starts this many square roots of the load (of the agents, if they are fewer) below where its value
/// is wanted, or at no agent.
///
/// Each step towards there shrinks what the start was off by k/a, so d·√a of them by exp(−d²/2): 3e-18.
const START: f64 = 9.0;

impl Inverse {
    /// For a load above 0.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a float casts to a whole number within the range"
    )]
    pub(super) fn at(load: f64, agents: u32) -> Self {
        let top = load.min(f64::from(agents));
        let start = (top - START * top.sqrt()) as u32;
        let mut inverse = Self { load, agents: start, value: 1.0 };
        // Once it is infinite it stays so: nobody is turned away, nobody waits.
        while inverse.agents < agents && inverse.value.is_finite() {
            inverse.add_agent();
        }
        Self { agents, ..inverse }
    }

    pub(super) fn add_agent(&mut self) {
        self.agents += 1;
        self.value = 1.0 + f64::from(self.agents) / self.load * self.value;
    }

    /// Erlang C of this load and these agents.
    pub(super) fn waiting(&self) -> f64 {
        let agents = f64::from(self.agents);
        let free = agents - self.load;
        // n·B ÷ (n − a·(1 − B)), both sides divided by B: no difference of near numbers but n − a.
        if free > 0.0 { agents / (free * self.value + self.load) } else { 1.0 }
    }
}
