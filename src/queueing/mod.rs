//! How many people must be there to answer contacts in time: Erlang B and C, the staffing of an hour, of a week, and
//! the paid hours of a week as a curve over the volume. It knows no scenario: numbers in, numbers out.
//!
//! Conventions shared by all of it:
//! - A load is in erlangs, contacts a second × handling time in seconds: the mean number of contacts in hand at once.
//! - Contacts arrive at random and wait, first come first served, until an agent is free; none gives up (a queue with
//!   patience, Erlang A, would want a few agents fewer). Handling times are exponential.
//! - Agents are whole people; times are in seconds, shares in 0..1.
//! - Without load nobody waits, whatever the number of agents.
//! - Source: the queue M/M/n of A. K. Erlang, 1917, as in Gans, Koole and Mandelbaum, *Telephone Call Centers*, 2003.
//! - What has no finite answer (a NaN, a negative load, a queue that grows without end) is `None`.

mod erlang;
mod paid_hours;
mod staffing;
mod weekly;

pub use erlang::{erlang_b, erlang_c};
pub use paid_hours::PaidHours;
pub use staffing::{MOST_AGENTS, Target, agents_needed, mean_wait, occupancy, service_level};
pub use weekly::{HOURS, Week};

/// Whether a load or a time is one to reckon with: finite and not negative.
fn usable(value: f64) -> bool {
    value.is_finite() && value >= 0.0
}
