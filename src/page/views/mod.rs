//! What the visitor sees before and with the verdict.

pub mod controls;
pub mod dialog;
pub mod field;
pub mod figures;
pub mod form;
pub mod inputs;
pub mod library;
pub mod range;
pub mod verdict;
