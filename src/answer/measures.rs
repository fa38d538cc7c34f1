//! The measures of an option: costs, savings, payback, returns.

use super::outcome::{Flows, Outcome};
use crate::finance::{
    InternalRate, Payback, discounted_payback, equivalent_annual_cost, internal_rate, modified_internal_rate,
    payback, present_value, return_on_investment,
};

/// What an option costs and delivers.
#[derive(Clone, Debug)]
pub struct Measures {
    /// Sum of all entries, undiscounted.
    pub nominal: f64,
    /// Present value of all entries: what options are ranked on.
    pub present: f64,
    /// The part of it that is cash.
    pub present_cash: f64,
    /// The part of it that is priced consequences.
    pub present_consequences: f64,
    /// The part of it that falls due once.
    pub present_one_off: f64,
    /// The even yearly cost with the same present value.
    pub equivalent_annual: Option<f64>,
    /// Nominal cost ÷ delivered hours; None when nothing is delivered.
    pub per_hour: Option<f64>,
    /// Nominal cost ÷ units of demand served; None when there are none, or when services count different units.
    pub per_unit: Option<f64>,
    /// Delivered ÷ needed hours; 1 when none are needed.
    pub delivered_share: f64,
    /// Idle ÷ needed hours; 0 when none are needed.
    pub idle_share: f64,
    /// All entries by month, 0..=H.
    pub monthly: Vec<f64>,
}

/// What an option saves against a reference; negative when it costs more.
#[derive(Clone, Debug)]
pub struct Savings {
    /// Undiscounted.
    pub nominal: f64,
    /// Present value.
    pub present: f64,
    /// Present savings ÷ the reference's present value; None when that is not positive.
    pub share: Option<f64>,
    /// Recurring savings of the last 12 months.
    pub run_rate: f64,
    /// All savings ÷ years.
    pub amortised: f64,
    /// The month from which cumulative savings stay at or above zero.
    pub payback: Option<Payback>,
    /// The same on discounted savings.
    pub discounted_payback: Option<Payback>,
    /// Present savings ÷ present one-off costs of the option beyond the reference's; None without any.
    pub return_on_investment: Option<f64>,
    /// Nominal savings by month, 0..=H.
    pub flows: Vec<f64>,
    /// Their running sum.
    pub cumulative: Vec<f64>,
}

impl Savings {
    /// The internal rates of the savings. Worked out when asked for: only tables show them.
    #[must_use]
    pub fn rates(&self, discount_rate: f64) -> InternalRates {
        InternalRates {
            internal: internal(&self.flows),
            modified: invests(&self.flows)
                .then(|| modified_internal_rate(&self.flows, discount_rate))
                .flatten(),
        }
    }
}

/// Yearly rates at which savings are worth nothing today.
#[derive(Clone, Debug)]
pub struct InternalRates {
    /// The internal rate where exactly one exists, else all roots, or none.
    pub internal: InternalRate,
    /// The modified rate, financed and reinvested at the discount rate.
    pub modified: Option<f64>,
}

/// The measures of an option.
pub(super) fn measures(option: &Outcome, factors: &[f64], yearly_rate: f64) -> Measures {
    let months = factors.len() - 1;
    let present = |flows: &[f64]| present_value(flows, factors).unwrap_or(0.0);
    let Flows { all: monthly, cash, consequences, one_off, .. } = &option.flows;
    let sum = |pick: fn(&super::Part) -> &Vec<f64>| -> f64 {
        option.parts.iter().flat_map(|part| &pick(part)[1..]).sum()
    };
    let (needed, undone) = (sum(|part| &part.need), sum(|part| &part.hours.undone));
    let delivered = needed - undone;
    let nominal: f64 = monthly.iter().sum();
    let delivered_share = if needed > 0.0 { delivered / needed } else { 1.0 };
    let alike = option.parts.windows(2).all(|pair| pair[0].line == pair[1].line);
    let units = if alike { sum(|part| &part.demand) * delivered_share } else { 0.0 };
    Measures {
        nominal,
        present: present(monthly),
        present_cash: present(cash),
        present_consequences: present(consequences),
        present_one_off: present(one_off),
        equivalent_annual: equivalent_annual_cost(present(monthly), yearly_rate, months as u32),
        per_hour: (delivered > 1e-9 * needed).then(|| nominal / delivered),
        per_unit: (units > 0.0).then(|| nominal / units),
        delivered_share,
        idle_share: if needed > 0.0 { sum(|part| &part.hours.idle) / needed } else { 0.0 },
        monthly: monthly.clone(),
    }
}

/// What `option` saves against `reference`.
pub(super) fn savings(reference: &Outcome, option: &Outcome, factors: &[f64]) -> Savings {
    let months = factors.len() - 1;
    let difference = |which: fn(&Flows) -> &Vec<f64>| -> Vec<f64> {
        which(&reference.flows).iter().zip(which(&option.flows)).map(|(a, b)| a - b).collect()
    };
    let flows = difference(|flows| &flows.all);
    let recurring = difference(|flows| &flows.recurring);
    let one_off = difference(|flows| &flows.one_off);
    let present = |flows: &[f64]| present_value(flows, factors).unwrap_or(0.0);
    let base = present(&reference.flows.all);
    let total = present_difference(reference, option, factors);
    let nominal = settle(flows.iter().sum(), base);
    Savings {
        nominal,
        present: total,
        share: (base > 0.0).then(|| total / base),
        run_rate: recurring.iter().rev().take(12).sum(),
        amortised: nominal / (months as f64 / 12.0),
        payback: payback(&flows),
        discounted_payback: discounted_payback(&flows, factors),
        return_on_investment: return_on_investment(total, -present(&one_off)),
        cumulative: flows
            .iter()
            .scan(0.0, |sum, flow| {
                *sum += flow;
                Some(*sum)
            })
            .collect(),
        flows,
    }
}

/// Whether an outlay comes first: without one there is no return to speak of, only roots of a polynomial.
fn invests(flows: &[f64]) -> bool {
    flows.iter().find(|flow| flow.abs() > 0.0).is_some_and(|first| *first < 0.0)
}

/// A root at which nine tenths are lost every year is no return but the trace of the last payment.
const TRACE: f64 = -0.9;

/// More than tenfold a year is no return either, but the trace of an outlay next to nothing.
const MOST: f64 = 10.0;

/// The internal rate of savings, where it is meaningful: of what an outlay earns, traces of small and late payments left out.
fn internal(flows: &[f64]) -> InternalRate {
    if !invests(flows) {
        return InternalRate::None;
    }
    let roots = match internal_rate(flows) {
        InternalRate::Several(roots) => roots,
        InternalRate::One(root) => vec![root],
        InternalRate::None => Vec::new(),
    };
    let roots: Vec<f64> = roots.into_iter().filter(|root| *root > TRACE).collect();
    match roots.as_slice() {
        // At the largest root, what was earned no longer makes up for the outlay: it is the one that a single rate would be.
        roots if roots.iter().any(|root| *root > MOST) => InternalRate::None,
        [] => InternalRate::None,
        [one] => InternalRate::One(*one),
        _ => InternalRate::Several(roots),
    }
}

/// Present savings alone.
pub(super) fn present_difference(reference: &Outcome, option: &Outcome, factors: &[f64]) -> f64 {
    let present = |outcome: &Outcome| present_value(&outcome.flows.all, factors).unwrap_or(0.0);
    let base = present(reference);
    settle(base - present(option), base)
}

/// A difference smaller than what rounding leaves of two equal sums is none.
fn settle(difference: f64, base: f64) -> f64 {
    if difference.abs() <= base.abs() * 1e-12 { 0.0 } else { difference }
}
