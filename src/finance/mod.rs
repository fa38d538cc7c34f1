//! Investment arithmetic on monthly flows: rates, present values, payback, rates of return, break-even,
//! depreciation. It knows no scenario: numbers in, numbers out.
//!
//! Conventions shared by all of it:
//! - `flows[t]` belongs to month t; month 0 is the day of the decision. Rates are effective, as fractions
//!   (0.08 is 8 %), a year unless the name says otherwise.
//! - No NaN and no infinity comes out. What has no finite answer (a rate of −100 %, an overflow, a NaN
//!   handed in) is `None` or a variant that says so.
//! - Same input, same bits on every platform: sums run in the order of the months, transcendental functions
//!   come from `libm`.

mod break_even;
mod depreciation;
mod internal_rate;
mod payback;
mod polynomial;
mod present_value;
mod rate;
pub(crate) mod root;

pub use break_even::{BreakEven, BreakEvenSearch, Zero, break_even};
pub use depreciation::{Depreciation, straight_line};
pub use internal_rate::{
    HIGHEST_PERIOD_RATE, InternalRate, LOWEST_PERIOD_RATE, internal_rate, internal_rate_per_period,
    modified_internal_rate, modified_internal_rate_per_period,
};
pub use payback::{Payback, discounted_payback, payback};
pub use present_value::{
    Timing, discount_factors, discount_factors_per_period, equivalent_annual_cost, present_value,
    return_on_investment,
};
pub use rate::{attrition_share, monthly_rate, turnover_share, yearly_rate};

/// The number itself where it is one a reader can be shown, else nothing.
fn finite(value: f64) -> Option<f64> {
    value.is_finite().then_some(value)
}
