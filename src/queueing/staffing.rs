//! How many agents one hour needs, and how long contacts wait for them.

use super::erlang::Inverse;
use super::{erlang_c, usable};

/// No more agents than this are looked for.
pub const MOST_AGENTS: u32 = 1_000_000;

/// An occupancy exceeded by no more than this, relatively, is not exceeded: 2.1 ÷ 3 is above 0.7 in binary only.
const ROUNDING: f64 = 1e-12;

/// How contacts are to be answered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Target {
    /// The share of contacts answered in time; at least 0, below 1.
    pub level: f64,
    /// In time: after so many seconds of waiting at most.
    pub within: f64,
    /// The most an agent may be busy, a share of the time at work; above 0, at most 1.
    pub occupancy: f64,
}

/// The share of contacts answered within `within` seconds: P(wait ≤ t) = 1 − C·exp(−(n − a)·t/h).
///
/// C is [`erlang_c`] of `load` a (erlangs) and `agents` n; `handling` is h in seconds. 0 where the load takes all agents
/// or more.
///
/// # Errors
/// `None` where load or time is negative or not finite, or the handling time is not above 0.
///
/// # Example
/// ```
/// // 100 calls in half an hour, three minutes each.
/// let level = outsourcing::queueing::service_level(10.0, 14, 20.0, 180.0).unwrap();
/// assert!((level - 0.8883500191794669).abs() < 1e-15);
/// ```
#[must_use]
pub fn service_level(load: f64, agents: u32, within: f64, handling: f64) -> Option<f64> {
    let waiting = erlang_c(load, agents).filter(|_| usable(within) && lasting(handling))?;
    Some(level(waiting, f64::from(agents) - load, within / handling))
}

/// The mean wait of all contacts, of those too that do not wait, in the unit of `handling` h: C·h ÷ (n − a).
///
/// # Errors
/// `None` where the load takes all agents or more, as then the queue grows without end; also as for
/// [`service_level`].
///
/// # Example
/// ```
/// let wait = outsourcing::queueing::mean_wait(10.0, 14, 180.0).unwrap();
/// assert!((wait - 0.17413193359504983 * 180.0 / 4.0).abs() < 1e-12);
/// ```
#[must_use]
pub fn mean_wait(load: f64, agents: u32, handling: f64) -> Option<f64> {
    let waiting = erlang_c(load, agents).filter(|_| lasting(handling))?;
    let free = f64::from(agents) - load;
    let wait = if waiting > 0.0 { waiting * handling / free } else { 0.0 };
    (free > 0.0 || load <= 0.0).then_some(wait).filter(|wait| wait.is_finite())
}

/// The share of their time at work that agents are busy: a/n, at most 1.
///
/// # Errors
/// `None` where the load is negative or not finite.
///
/// # Example
/// ```
/// assert_eq!(outsourcing::queueing::occupancy(10.0, 20), Some(0.5));
/// ```
#[must_use]
pub fn occupancy(load: f64, agents: u32) -> Option<f64> {
    usable(load).then(|| if load > 0.0 { (load / f64::from(agents)).min(1.0) } else { 0.0 })
}

/// The least number of agents who answer `load` (erlangs) as the target wants it, each contact taking `handling`
/// seconds.
///
/// At least one, as the hour is covered, and always more than the load, as the queue would grow without end.
///
/// # Errors
/// `None` where load, handling time or target are out of bounds, or more than [`MOST_AGENTS`] were needed.
///
/// # Example
/// ```
/// use outsourcing::queueing::{Target, agents_needed};
/// let target = Target { level: 0.8, within: 20.0, occupancy: 1.0 };
/// assert_eq!(agents_needed(10.0, 180.0, target), Some(14));
/// // Half the load needs more than half the agents: what is split loses pooling.
/// assert_eq!(agents_needed(5.0, 180.0, target), Some(8));
/// // A desk that nobody calls has its one agent.
/// assert_eq!(agents_needed(0.0, 180.0, target), Some(1));
/// ```
#[must_use]
pub fn agents_needed(load: f64, handling: f64, target: Target) -> Option<u32> {
    (usable(load) && lasting(handling) && target.sound()).then(|| least_agents(load, handling, target, 1))?
}

/// As [`agents_needed`], for sound arguments and where at least `known` agents, 1 or more, are known to be needed.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a float casts to a whole number within the range"
)]
pub(super) fn least_agents(load: f64, handling: f64, target: Target, known: u32) -> Option<u32> {
    if load <= 0.0 {
        return Some(known);
    }
    // Rounding may leave this one short, never one over.
    let first = ((load / target.occupancy) as u32).max(known);
    if first > MOST_AGENTS {
        return None;
    }
    let time = target.within / handling;
    let mut inverse = Inverse::at(load, first);
    for agents in first..=MOST_AGENTS {
        let present = f64::from(agents);
        if present > load
            && load <= target.occupancy * present * (1.0 + ROUNDING)
            && level(inverse.waiting(), present - load, time) >= target.level
        {
            return Some(agents);
        }
        inverse.add_agent();
    }
    None
}

/// P(wait ≤ time), time in handling times, for so many more agents than load.
fn level(waiting: f64, free: f64, time: f64) -> f64 {
    if waiting <= 0.0 {
        return 1.0;
    }
    // Where all wait the queue grows without end: nobody is answered in time.
    if free > 0.0 { 1.0 - waiting * libm::exp(-free * time) } else { 0.0 }
}

/// Whether a handling time is one to divide by.
pub(super) fn lasting(handling: f64) -> bool {
    handling.is_finite() && handling > 0.0
}

impl Target {
    pub(super) fn sound(&self) -> bool {
        let busy = self.occupancy > 0.0 && self.occupancy <= 1.0;
        busy && usable(self.within) && (0.0..1.0).contains(&self.level)
    }
}
