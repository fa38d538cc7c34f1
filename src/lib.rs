//! The outsourcing calculator: should a piece of IT work stay in-house, go to a vendor, or be split?
//!
//! One direction: scenario → engine → answer → simulation → pool → page → report. What stands left knows nothing of what stands right.

pub mod answer;
pub mod cocomo;
pub mod decimal;
pub mod engine;
pub mod exchange;
pub mod finance;
pub mod history;
pub mod json;
mod month;
pub mod normal;
mod order;
pub mod page;
pub mod pool;
pub mod queueing;
pub mod ranking;
pub mod report;
pub mod scenario;
pub mod simulation;
pub mod sizing;
pub mod uncertainty;
pub mod words;
pub mod zones;
