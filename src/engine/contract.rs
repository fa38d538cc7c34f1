//! What a contract bills for a volume: price models, baselines, what a price becomes over time.

use super::chance::Chance;
use super::offer::{Engagement, VendorPart};
use super::rates::{exchange, stepped};
use super::{Number, Term};
use crate::scenario::{PriceModel, Scenario};

impl<N: Number> Engagement<'_, N> {
    /// The fee of a month at list prices, in the contract's currency, for a billed quantity v and the baseline B.
    ///
    /// Hourly: p · max(v, m·B). Person-months and units: p · max(m·B, B + (1+o)(v − (1+d)B)⁺ − r((1−d)B − v)⁺). Tiers replace p · x by
    /// the marginal prices. Fixed: the fee, and the excess price for what passes the included volume.
    pub fn list_fee(&self, quantity: N, baseline: N) -> N {
        let price = &self.offer.price;
        let fee = match price.model {
            PriceModel::Hour => price.rate * quantity.or_more(price.minimum * baseline),
            PriceModel::PersonMonth | PriceModel::Unit => {
                let above = (quantity - (N::one() + price.dead_band) * baseline).positive();
                let below = ((N::one() - price.dead_band) * baseline - quantity).positive();
                let billed = baseline + (N::one() + price.overage) * above - price.reduction * below;
                self.tiered(billed.or_more(price.minimum * baseline))
            }
            PriceModel::Fixed => {
                let excess = price
                    .included
                    .map_or(N::zero(), |included| price.excess * (quantity - included).positive());
                price.rate + excess
            }
        };
        fee.named(Term::ListFee)
    }

    /// Σ over tiers of the marginal price × the units within the tier.
    fn tiered(&self, quantity: N) -> N {
        let price = &self.offer.price;
        let mut fee = price.rate * quantity;
        let mut marginal = price.rate;
        for tier in &price.tiers {
            fee = fee + (tier.price - marginal) * (quantity - tier.above).positive();
            marginal = tier.price;
        }
        fee
    }

    /// Factor from list price to what a month is billed at: exchange rate, yearly index, renewals.
    pub fn price_factors(
        &self,
        scenario: &Scenario<N>,
        months: usize,
        chance: Option<&Chance<'_, N>>,
    ) -> Vec<N> {
        let price = &self.offer.price;
        let mut factors = stepped(price.index, months, Term::VendorIndex);
        let mut exchange = exchange(&price.currency, scenario.currency(), months);
        if let (Some(rates), Some(drawn)) =
            (&mut exchange, chance.and_then(|chance| chance.exchange[self.index].as_ref()))
        {
            rates.iter_mut().zip(drawn).for_each(|(rate, drawn)| *rate = *rate * *drawn);
        }
        let term = price.term.value() as usize;
        let mut renewed = N::one();
        for (month, factor) in factors.iter_mut().enumerate() {
            let age = self.age(month);
            if age > 1 && (age - 1).is_multiple_of(term) {
                renewed = (renewed * (N::one() + price.renewal_step)).named(Term::Renewals);
            }
            *factor = *factor * renewed;
            if let Some(rates) = &exchange {
                *factor = *factor * rates[month];
            }
        }
        factors
    }

    /// Home currency for the contract's at the decision; 1 in the home currency.
    pub fn spot(&self, scenario: &Scenario<N>) -> N {
        exchange(&self.offer.price.currency, scenario.currency(), 0).map_or(N::one(), |rates| rates[0])
    }
}

/// The volume that the contract plans for, by month.
///
/// Stated: the vendor's mean share of it, as a split's baseline is its own planned volume. Else the mean of what is billed until the
/// baseline is set anew, a year unless stated: growth moves it, season and slumps do not.
pub(super) fn baselines<N: Number>(engagement: &Engagement<'_, N>, part: &VendorPart<N>) -> Vec<N> {
    let months = part.quantity.len() - 1;
    let at_work = engagement.at_work(months);
    let mean = |values: &[N]| {
        let sum = values.iter().fold(N::zero(), |sum, value| sum + *value);
        sum / N::of(values.len().max(1) as f64)
    };
    let mut baselines = vec![N::zero(); months + 1];
    match engagement.offer.price.baseline {
        Some(stated) => {
            let own = (stated * mean(&part.share[at_work.clone()])).computed(Term::Baseline);
            baselines[at_work].fill(own);
        }
        None => {
            let anew = (engagement.offer.flexibility.rebaseline.value() as usize).max(1);
            let years = part.quantity[at_work.clone()].chunks(anew);
            for (year, planned) in baselines[at_work].chunks_mut(anew).zip(years) {
                year.fill(mean(planned).computed(Term::Baseline));
            }
        }
    }
    baselines
}
