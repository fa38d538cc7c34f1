//! Indices, exchange rates and other rates by month.

use std::cell::OnceCell;

use super::{Mask, Number, Term};
use crate::scenario::{AttritionMeasure, ContractCurrency, Index, Money, Service, Team};

/// A yearly rate as an index by month: 1 in months 0 to 12, stepping at months 13, 25, …
pub fn stepped<N: Number>(yearly: N, months: usize, term: Term) -> Vec<N> {
    let mut level = N::one();
    (0..=months)
        .map(|month| {
            if month > 12 && month % 12 == 1 {
                level = level * (N::one() + yearly);
            }
            level.named(term)
        })
        .collect()
}

/// The scenario's indices by month.
#[derive(Clone, Debug)]
pub struct Indices<N> {
    /// Pay.
    pub wage: Vec<N>,
    /// General inflation.
    pub general: Vec<N>,
    /// What the price of storage rises by in a year.
    storage_growth: N,
    /// What few scenarios ask for, worked out when asked for.
    storage: OnceCell<Vec<N>>,
    ones: OnceCell<Vec<N>>,
}

impl<N: Number> Indices<N> {
    /// The indices over a horizon.
    pub fn new(money: &Money<N>, months: usize) -> Self {
        Indices {
            wage: stepped(money.wage_growth, months, Term::WageIndex),
            general: stepped(money.inflation, months, Term::GeneralIndex),
            storage_growth: money.storage_growth,
            storage: OnceCell::new(),
            ones: OnceCell::new(),
        }
    }

    /// Storage prices.
    pub fn storage(&self) -> &[N] {
        let months = self.general.len() - 1;
        self.storage.get_or_init(|| stepped(self.storage_growth, months, Term::StorageIndex))
    }

    /// The index that a free cost line names; `vendor` stands for the vendor's, where there is one.
    pub fn named<'a>(&'a self, index: Index, vendor: Option<&'a [N]>) -> &'a [N] {
        match index {
            Index::Wage => &self.wage,
            Index::General => &self.general,
            Index::Storage => self.storage(),
            Index::Vendor => vendor.unwrap_or(&self.general),
            Index::None => self.ones.get_or_init(|| vec![N::one(); self.general.len()]),
        }
    }
}

/// Share of a team that leaves in a month: 1 − (1 − A)^(1/12) of attrition A, min(1, T/12) of turnover T.
pub fn monthly_attrition<N: Number>(team: &Team<N>) -> N {
    match team.attrition_measure {
        AttritionMeasure::Turnover => (team.attrition / N::of(12.0)).or_less(N::one()),
        AttritionMeasure::Attrition => N::one() - (N::one() - team.attrition).power(1.0 / 12.0),
    }
    .named(Term::MonthlyAttrition)
}

/// Home currency for one unit of the contract's, by month; 1 for a contract in the home currency.
///
/// rate · (1 + drift)^(t/12); the drift defaults to the forward, (1 + home interest) ÷ (1 + foreign interest) − 1 (covered
/// interest parity). Shocks, f a year of J each, come on top at their expected value, exp(f·J) a year.
pub fn exchange<N: Number>(currency: &ContractCurrency<N>, home: &str, months: usize) -> Option<Vec<N>> {
    let rate = currency.rate?;
    if currency.code.is_empty() || currency.code == home {
        return None;
    }
    let yearly = match currency.drift {
        Some(drift) => N::one() + drift,
        None => (N::one() + currency.interest_home) / (N::one() + currency.interest_foreign),
    };
    let shocks = currency.shock_frequency;
    let yearly = if shocks.is_positive().any() {
        yearly * (shocks * currency.shock_impact).exp(Term::CurrencyShocks)
    } else {
        yearly
    };
    let powers = yearly.powers(months);
    Some(powers.into_iter().map(|power| (rate * power).named(Term::ExchangeRate)).collect())
}

/// Whole months from asking for a person until they start.
pub fn hiring_months<N: Number>(service: &Service<N>) -> usize {
    service.team.time_to_hire.mapped(Term::Demand, |days| months_up(days) as f64).value() as usize
}

/// Whole months for a number of days, rounded up.
#[must_use]
pub fn months_up(days: f64) -> usize {
    libm::ceil(days / super::DAYS_PER_MONTH) as usize
}
