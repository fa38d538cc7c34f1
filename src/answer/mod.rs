//! What the engine's ledgers mean for the decision: options, measures, ranking, break-even, the verdict.
//!
//! The answer has no language: it yields keys with typed figures, which [`words`](crate::words) turns into sentences.

mod averaged;
mod break_even;
mod compare;
mod core_curve;
pub mod explain;
mod flexibility;
mod hidden;
mod measures;
mod options;
mod outcome;
mod response;
mod result;
mod scale;
mod sentence;
mod sizes;
pub mod vendors;
mod verdict;
mod warnings;
mod what_if;

pub use averaged::averaged;
pub use break_even::{Nearest, Turn, Turning, main_inputs, nearest, turn};
pub use compare::{Answer, Compared, Planned, answer, planned};
pub use core_curve::{CoreCurve, Rule, core_curves};
pub use hidden::{Hidden, HiddenCost, hidden};
pub use measures::{InternalRates, Measures, Savings};
pub use outcome::{Kind, Outcome, Part};
pub use response::{Response, responses};
pub use result::{LOSSES, desk_agents, group_present, loss_present, losses_present, people, result, stored};
pub use scale::{GROWTH, Scale, late};
pub use sentence::{Figure, Key, Sentence};
pub use sizes::SizePlan;
pub use verdict::{Verdict, VerdictKind};
pub use what_if::{Case, WhatIf, answers, cases, what_if};
