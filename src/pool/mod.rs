//! Simulations run in pieces, away from whoever asks: on workers, in slices of the page's own thread, or, in tests, on the same
//! thread with every message made into bytes and back.
//!
//! One [`Runner`] for all three; what differs is its [`Crew`]. Pieces are put together in their order, so that the result is the same
//! to the last bit whoever worked on which, in whatever order they answered. One worker keeps those of the run that jobs share: the
//! others send theirs to it, and the page's thread, which has a verdict to draw, carries none.

#[cfg(feature = "page")]
pub mod here;
mod job;
mod runner;
mod same_thread;
mod schedule;
mod serve;
#[cfg(feature = "page")]
pub mod workers;

pub use job::Job;
pub use runner::{Crew, Heard, Runner};
pub use same_thread::SameThread;
pub use schedule::{Answer, Hand, Schedule, Told};
pub use serve::{Server, Task};
