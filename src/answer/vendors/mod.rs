//! Whom to trust with it: vendors side by side.
//!
//! | question | function | answer |
//! |---|---|---|
//! | who lacks what is required, and which requirement excludes most | [`failures`], [`excludes_most`] | [`Failure`] |
//!
//! Everything here is keys with arguments; the words are in the catalogue.

mod knockouts;

pub use knockouts::{Failure, Reason, Requirement, excludes_most, failures, shift};
