//! Scenarios on their way: links, and the compressed text kept in the browser.

mod difference;
mod link;
mod names;

pub use difference::{apply, difference};
pub use link::{LinkProblem, decode, encode, pack, unpack};
pub use names::NAMES;
