//! The best size of a retained team (the *core*) where the rest of the work is bought as it comes (*flex*): one
//! constant size, or a size for every month. It knows no scenario: numbers in, numbers out.
//!
//! Conventions shared by all of it:
//! - Sizes are whole people; demand is in the same unit (months of one person's productive work) and may be a
//!   fraction. A caller with another grid (half people, teams) counts its steps and states costs for a step.
//! - Months are 1..=H, so `months[0]` is month 1. Discount factors are present values of 1, as from
//!   [`crate::finance::discount_factors`].
//! - Being short of core costs the flex price less what the core person would have cost, never the flex price.
//! - What has no finite answer (a NaN, a negative price) is `None`.

mod constant;
mod demand;
mod months;

pub use constant::{Constant, Load, constant_size, newsvendor};
pub use demand::{flex_cost, left_over, shocks, time_used};
pub use months::{Method, Month, Sizes, Start, best_sizes};

/// Whether a price, a charge or a quantity is one to reckon with: finite and not negative.
fn usable(value: f64) -> bool {
    value.is_finite() && value >= 0.0
}

/// Whether all of them are: of many at a time, so none is left out once one is not.
fn all_usable(values: &[f64]) -> bool {
    values.iter().fold(true, |all, value| all & (*value >= 0.0) & (*value <= f64::MAX))
}
