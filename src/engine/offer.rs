//! What a vendor does and bills, month by month.

use super::demand::{Work, learning};
use super::rates::{exchange, stepped};
use super::{Number, Term};
use crate::scenario::{Offer, PriceModel, Scenario};

/// A vendor at work on a service: from when, how it comes in, until when.
#[derive(Clone, Copy, Debug)]
pub struct Engagement<'a, N> {
    /// The offer.
    pub offer: &'a Offer<N>,
    /// Its position among the service's offers.
    pub index: usize,
    /// Months before the vendor starts.
    pub lead: usize,
    /// Months in parallel after that.
    pub parallel: usize,
    /// It works for us already: settled, nothing to move.
    pub settled: bool,
    /// The last month in which it works, if it is to leave.
    pub until: Option<usize>,
}

impl<'a, N: Number> Engagement<'a, N> {
    /// A vendor that comes in, or stays where it is the incumbent.
    pub fn new(offer: &'a Offer<N>, index: usize) -> Self {
        let months = |value: N| if offer.incumbent { 0 } else { value.value() as usize };
        Engagement {
            offer,
            index,
            lead: months(offer.transition.lead_months),
            parallel: months(offer.transition.parallel_months),
            settled: offer.incumbent,
            until: None,
        }
    }

    /// The first month after lead and parallel working.
    #[must_use]
    pub fn settled_from(&self) -> usize {
        self.lead + self.parallel + 1
    }

    /// Months since the vendor started, from 1; 0 when it does not work in that month.
    #[must_use]
    pub fn age(&self, month: usize) -> usize {
        match self.until {
            Some(last) if month > last => 0,
            _ => month.saturating_sub(self.lead),
        }
    }

    /// Whether hours or people are billed, so that productivity changes the bill.
    #[must_use]
    pub fn bills_time(&self) -> bool {
        matches!(self.offer.price.model, PriceModel::Hour | PriceModel::PersonMonth)
    }

    /// Output of a vendor's hour against an hour of own experienced people, in the vendor's month `age` ≥ 1:
    /// learned productivity · (1 − extra rework) ÷ effort of distance (COCOMO II SITE of vendor ÷ SITE in-house).
    pub fn productivity(&self, age: usize) -> N {
        let quality = &self.offer.quality;
        let learned = self.learned(age);
        (learned * (N::one() - quality.rework) / quality.distance).named(Term::VendorProductivity)
    }

    fn learned(&self, age: usize) -> N {
        let quality = &self.offer.quality;
        if self.settled {
            return quality.mature;
        }
        // A newcomer that is already better than when settled would be a contradiction: the lesser holds.
        let first = quality.first.or_less(quality.mature);
        learning(first, quality.mature, quality.months, age.max(1) - 1)
    }

    fn mature(&self) -> N {
        let quality = &self.offer.quality;
        quality.mature * (N::one() - quality.rework) / quality.distance
    }

    /// Share of the work planned for the vendor that it delivers in its month `age` ≥ 1.
    ///
    /// Where time is billed: in parallel, what its planned people manage while they learn; then all, with more hours while they
    /// learn. Where units or a fixed fee are billed: learned ÷ settled productivity, less the rework that falls back on us.
    pub fn delivered_share(&self, age: usize) -> N {
        let learned = self.learned(age) / self.offer.quality.mature;
        if self.bills_time() {
            if age > self.parallel { N::one() } else { learned }
        } else {
            learned * (N::one() - self.offer.quality.rework)
        }
    }

    /// What is billed in the vendor's month `age` ≥ 1, before minimum and dead band: hours, person-months, or units.
    ///
    /// `flex` is the work planned for the vendor in own experienced hours; `share` is flex ÷ need; `units` the month's demand and
    /// `growth` how it stands to month 1.
    pub fn quantity(&self, age: usize, flex: N, share: N, units: N, growth: N) -> N {
        let price = &self.offer.price;
        let productivity = if age > self.parallel { self.productivity(age) } else { self.mature() };
        match price.model {
            PriceModel::Hour => flex / productivity,
            PriceModel::PersonMonth => flex / productivity / price.month_hours,
            PriceModel::Unit => match price.counted {
                Some(counted) => counted * growth * share,
                None => units * share,
            },
            PriceModel::Fixed => units * share,
        }
        .named(Term::BilledQuantity)
    }

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
    pub fn price_factors(&self, scenario: &Scenario<N>, months: usize) -> Vec<N> {
        let price = &self.offer.price;
        let index = stepped(price.index, months, Term::VendorIndex);
        let exchange = exchange(&price.currency, scenario.currency(), months);
        let term = price.term.value() as usize;
        let mut renewed = N::one();
        (0..=months)
            .map(|month| {
                let age = self.age(month);
                if age > 1 && (age - 1).is_multiple_of(term) {
                    renewed = (renewed * (N::one() + price.renewal_step)).named(Term::Renewals);
                }
                let factor = index[month] * renewed;
                match &exchange {
                    Some(rates) => factor * rates[month],
                    None => factor,
                }
            })
            .collect()
    }

    /// Home currency for the contract's at the decision; 1 in the home currency.
    pub fn spot(&self, scenario: &Scenario<N>) -> N {
        exchange(&self.offer.price.currency, scenario.currency(), 0).map_or(N::one(), |rates| rates[0])
    }
}

/// The vendor's part of a service, by month.
#[derive(Clone, Debug)]
pub struct VendorPart<N> {
    /// Work planned for the vendor, in own experienced hours.
    pub planned: Vec<N>,
    /// Share of the service's demand planned for it.
    pub share: Vec<N>,
    /// Work it delivers.
    pub delivered: Vec<N>,
    /// What it bills, in the price's quantity.
    pub quantity: Vec<N>,
    /// Its fee at list prices.
    pub list_fee: Vec<N>,
    /// The list fee once settled at the volume of the first settled month (of the last month, if it never settles).
    pub settled_fee: N,
}

/// What a vendor does and bills when `core` productive hours (by month) stay in-house.
pub fn vendor_part<N: Number>(engagement: &Engagement<'_, N>, work: &Work<N>, core: &[N]) -> VendorPart<N> {
    let months = work.need.len() - 1;
    let zeros = vec![N::zero(); months + 1];
    let mut part = VendorPart {
        planned: zeros.clone(),
        share: zeros.clone(),
        delivered: zeros.clone(),
        quantity: zeros.clone(),
        list_fee: zeros,
        settled_fee: N::zero(),
    };
    // A scenario stated in totals has units without hours: all of them go to the vendor.
    let share_of = |month: usize, flex: N| {
        if work.need[month].value() > 0.0 { flex / work.need[month] } else { N::one() }
    };
    let quantity_at = |month: usize, age: usize, flex: N| {
        let (units, growth) = (work.demand[month], work.demand[month].share_of(work.demand[1]));
        engagement.quantity(age, flex, share_of(month, flex), units, growth)
    };
    let flex_of = |month: usize| (work.need[month] - core[month]).positive().named(Term::VendorWork);
    for month in 1..=months {
        let (age, flex) = (engagement.age(month), flex_of(month));
        let idle = share_of(month, flex).value() <= 0.0 || work.demand[month].value() <= 0.0;
        if age == 0 || idle {
            continue;
        }
        part.planned[month] = flex;
        part.share[month] = share_of(month, flex).named(Term::VendorShare);
        part.delivered[month] = flex * engagement.delivered_share(age);
        part.quantity[month] = quantity_at(month, age, flex);
    }
    // A vendor without planned volume costs nothing; one that has some is paid its minimum also in a month without.
    if part.quantity.iter().all(|quantity| quantity.value() <= 0.0) {
        return part;
    }
    let baselines = baselines(engagement, &part);
    for month in 1..=months {
        let age = engagement.age(month);
        if age == 0 {
            continue;
        }
        let fee = engagement.list_fee(part.quantity[month], baselines[month]);
        part.list_fee[month] = if age <= engagement.parallel {
            fee * engagement.offer.transition.parallel_billing.named(Term::ParallelBilling)
        } else {
            fee
        };
    }
    let settled = engagement.settled_from().clamp(1, months);
    // An age past any learning: the settled price of that volume.
    let volume = quantity_at(settled, usize::MAX / 2, flex_of(settled));
    let baseline = if engagement.offer.price.baseline.is_some() { baselines[settled] } else { volume };
    part.settled_fee = engagement.list_fee(volume, baseline);
    part
}

/// The volume that the contract plans for, by month.
///
/// Stated: the vendor's mean share of it, as a split's baseline is its own planned volume. Else the mean of what is billed in each
/// contract year, set anew every year: growth moves it, season and slumps do not.
fn baselines<N: Number>(engagement: &Engagement<'_, N>, part: &VendorPart<N>) -> Vec<N> {
    let months = part.quantity.len() - 1;
    let at_work: Vec<usize> = (1..=months).filter(|month| engagement.age(*month) > 0).collect();
    let mean = |values: &[N], of: &[usize]| {
        let sum = of.iter().fold(N::zero(), |sum, month| sum + values[*month]);
        sum / N::of(of.len().max(1) as f64)
    };
    let mut baselines = vec![N::zero(); months + 1];
    match engagement.offer.price.baseline {
        Some(stated) => {
            let own = (stated * mean(&part.share, &at_work)).computed(Term::Baseline);
            at_work.iter().for_each(|month| baselines[*month] = own);
        }
        None => {
            for year in at_work.chunks(12) {
                let planned = mean(&part.quantity, year).computed(Term::Baseline);
                year.iter().for_each(|month| baselines[*month] = planned);
            }
        }
    }
    baselines
}
