//! Scenarios on their way: links, and the compressed text kept in the browser.

mod difference;
mod letters;
mod link;
mod names;
mod squeeze;

pub use difference::{apply, difference};
pub use link::{LinkProblem, decode, encode, pack, unpack};
pub use names::NAMES;
