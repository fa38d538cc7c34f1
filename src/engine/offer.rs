//! What a vendor does and bills, month by month.

use std::ops::Range;

use super::contract::baselines;
use super::demand::{Work, learning};
use super::{Mask, Number, Term};
use crate::scenario::{Offer, PriceModel};

/// Productive hours of a vendor's person in a month, where the contract states none.
pub const VENDOR_MONTH: f64 = 160.0;

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
    /// What missing skills leave of its productivity, by month; None where none are stated.
    pub skilled: Option<&'a [N]>,
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
            skilled: None,
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

    /// The months in which the vendor works, of so many.
    #[must_use]
    pub fn at_work(&self, months: usize) -> Range<usize> {
        let end = self.until.unwrap_or(months).min(months) + 1;
        (self.lead + 1).min(end)..end
    }

    /// Whether hours or people are billed, so that productivity changes the bill.
    #[must_use]
    pub fn bills_time(&self) -> bool {
        matches!(self.offer.price.model, PriceModel::Hour | PriceModel::PersonMonth)
    }

    /// Output of a vendor's hour against an hour of own experienced people, in the vendor's month `age` ≥ 1:
    /// learned productivity · (1 − extra rework) ÷ effort of distance (COCOMO II SITE of vendor ÷ SITE in-house), and more by the gain
    /// that the vendor commits to for each year completed.
    pub fn productivity(&self, age: usize) -> N {
        let quality = &self.offer.quality;
        let learned = self.skilled(age, self.learned(age));
        let settled = learned * (N::one() - quality.rework) / quality.distance;
        let gain = self.offer.flexibility.gain;
        let years = if gain.is_positive().any() { age.saturating_sub(1) / 12 } else { 0 };
        let gained = (0..years.min(10)).fold(settled, |productivity, _| productivity / (N::one() - gain));
        gained.named(Term::VendorProductivity)
    }

    /// What is left of a productivity in the vendor's month `age` while it lacks skills.
    fn skilled(&self, age: usize, productivity: N) -> N {
        let left = self.skilled.and_then(|left| left.get(self.lead + age));
        left.map_or(productivity, |left| productivity * *left)
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

    /// What is placed in a month, given what was placed in the one before, and what was foreseen when more had to be asked for and when
    /// less had to be said.
    fn held(&self, age: usize, before: N, up: N, down: N) -> N {
        let more = || {
            let person = match self.offer.price.model {
                PriceModel::PersonMonth => self.offer.price.month_hours,
                _ => N::of(VENDOR_MONTH),
            };
            let most = self.offer.flexibility.ramp_most;
            most.map_or(up, |most| up.or_less(before + most * person * self.productivity(age)))
        };
        N::pick(up.more_than(before), more, || before.or_less(down.or_more(up)))
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
        if self.bills_time() && age > self.parallel {
            return N::one();
        }
        let learned = self.skilled(age, self.learned(age)) / self.offer.quality.mature;
        if self.bills_time() { learned } else { learned * (N::one() - self.offer.quality.rework) }
    }

    /// The vendor's month from which on the productivity that counts for the bill stays the same on every path, if there is one.
    fn levelled_from(&self) -> Option<usize> {
        let changes = self.skilled.is_some() || self.offer.flexibility.gain.is_positive().any();
        let learned =
            if self.settled { 1 } else { libm::ceil(self.offer.quality.months.most()) as usize + 1 };
        (!changes).then_some(learned.max(self.parallel + 1))
    }

    /// Productivity that counts for the bill in the vendor's month `age`.
    fn billed_productivity(&self, age: usize) -> N {
        if age > self.parallel { self.productivity(age) } else { self.mature() }
    }

    /// What is billed in a month, before minimum and dead band: hours, person-months, or units.
    ///
    /// `flex` is the work planned for the vendor in own experienced hours, `productivity` what counts for the bill; `share` is flex ÷ need;
    /// `units` the month's demand and `growth` how it stands to month 1.
    fn quantity(&self, productivity: N, flex: N, share: N, units: N, growth: impl Fn() -> N) -> N {
        let price = &self.offer.price;
        match price.model {
            PriceModel::Hour => flex / productivity,
            PriceModel::PersonMonth => flex / productivity / price.month_hours,
            PriceModel::Unit => match price.counted {
                Some(counted) => counted * growth() * share,
                None => units * share,
            },
            PriceModel::Fixed => units * share,
        }
        .named(Term::BilledQuantity)
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
    /// Hours beside those planned that live contacts take since two smaller desks need more than one.
    pub apart: Vec<N>,
    /// What it bills, in the price's quantity.
    pub quantity: Vec<N>,
    /// Its fee at list prices.
    pub list_fee: Vec<N>,
    /// The list fee once settled at the volume of the first settled month (of the last month, if it never settles).
    pub settled_fee: N,
}

impl<N: Number> VendorPart<N> {
    /// What an hour of our work costs once settled, at list prices in the contract's currency. A fixed fee has no such price.
    #[must_use]
    pub fn list_hour(&self, engagement: &Engagement<'_, N>) -> Option<f64> {
        let settled = engagement.settled_from().clamp(1, self.planned.len() - 1);
        let (fee, planned) = (self.settled_fee.value(), self.planned[settled].value());
        let priced = engagement.offer.price.model != PriceModel::Fixed && planned > 0.0 && fee > 0.0;
        priced.then(|| fee / planned)
    }
}

/// The work that a vendor may be given: as it comes, and as it was foreseen when the vendor had to be asked for more, or told of less.
pub struct Load<'a, N> {
    /// As it comes.
    pub work: &'a Work<N>,
    /// The need foreseen by the vendor's lead to ramp up.
    pub up: &'a [N],
    /// The need foreseen by its notice to shrink.
    pub down: &'a [N],
}

/// What a vendor does and bills when `core` productive hours (by month) stay in-house.
///
/// Once settled, it has placed what was foreseen in time: more than that it cannot serve, and where hours or people are billed it bills
/// what is placed, needed or not.
#[inline(never)]
pub fn vendor_part<N: Number>(
    engagement: &Engagement<'_, N>,
    load: &Load<'_, N>,
    core: &[N],
) -> VendorPart<N> {
    let work = load.work;
    let months = work.need.len() - 1;
    let zeros = vec![N::zero(); months + 1];
    let mut part = VendorPart {
        planned: zeros.clone(),
        share: zeros.clone(),
        apart: zeros.clone(),
        delivered: zeros.clone(),
        quantity: zeros.clone(),
        list_fee: zeros,
        settled_fee: N::zero(),
    };
    // A scenario stated in totals has units without hours: all of them go to the vendor.
    let share_of =
        |month: usize, flex: N| N::pick(work.need[month].is_positive(), || flex / work.need[month], N::one);
    let quantity_at = |month: usize, productivity: N, effort: N, share: N| {
        let units = work.demand[month];
        engagement.quantity(productivity, effort, share, units, || units.share_of(work.demand[1]))
    };
    let flex_of = |month: usize| (work.need[month] - core[month]).positive().named(Term::VendorWork);
    let mut placed = None;
    let levelled = engagement.levelled_from().map(|age| (age, engagement.billed_productivity(age)));
    for month in 1..=months {
        let age = engagement.age(month);
        if age == 0 {
            continue;
        }
        let flex = flex_of(month);
        // Without hours all units are the vendor's.
        let some = flex.is_positive().or(N::zero().at_least(work.need[month]));
        let busy = some.and(work.demand[month].is_positive());
        let asked = |seen: &[N]| (seen[month] - core[month]).positive();
        let held = match placed {
            _ if age <= engagement.parallel => flex,
            None => asked(load.up),
            Some(before) => engagement.held(age, before, asked(load.up), asked(load.down)),
        };
        placed = (age > engagement.parallel).then_some(held);
        let productive = match levelled {
            Some((from, productivity)) if age >= from => productivity,
            _ => engagement.billed_productivity(age),
        };
        let kept = || {
            if engagement.bills_time() { quantity_at(month, productive, held, N::zero()) } else { N::zero() }
        };
        if !busy.any() {
            part.quantity[month] = kept();
            continue;
        }
        let served = N::choose(flex.more_than(held), held.computed(Term::VendorWork), flex);
        let (share, apart) = apart(work, month, core[month], share_of(month, served));
        let share = share.named(Term::VendorShare);
        let more = N::choose(held.more_than(flex), held.computed(Term::VendorWork), served);
        part.planned[month] = served;
        part.share[month] = share;
        part.apart[month] = apart;
        part.delivered[month] = served * engagement.delivered_share(age);
        part.quantity[month] = quantity_at(month, productive, more + apart, share);
        if !busy.all() {
            let idle = [&mut part.planned, &mut part.share, &mut part.apart, &mut part.delivered];
            idle.into_iter().for_each(|of| of[month] = N::choose(busy, of[month], N::zero()));
            part.quantity[month] = N::choose(busy, part.quantity[month], kept());
        }
    }
    // A vendor without planned volume costs nothing; one that has some is paid its minimum also in a month without.
    let planned = part.quantity.iter().fold(N::zero(), |most, quantity| most.or_more(*quantity));
    if !N::decide(planned.is_positive()) {
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
    // The settled price of that volume.
    let flex = flex_of(settled);
    let volume = quantity_at(settled, engagement.mature(), flex, share_of(settled, flex));
    let baseline = if engagement.offer.price.baseline.is_some() { baselines[settled] } else { volume };
    part.settled_fee = engagement.list_fee(volume, baseline);
    part
}

/// The share of demand that a vendor has, and the hours it takes more than were saved: of live contacts, the team serves as many as its
/// own smaller desk can, and the vendor's desk serves the rest.
fn apart<N: Number>(work: &Work<N>, month: usize, core: N, share: N) -> (N, N) {
    let Some(desk) = &work.desk else {
        return (share, N::zero());
    };
    let split = core.is_positive().and(work.need[month].is_positive()).and(N::one().more_than(share));
    if !split.any() {
        return (share, N::zero());
    }
    let units = work.demand[month];
    let whole = desk.hours(units);
    let own = whole * (N::one() - share);
    let left = units - desk.contacts(own).or_less(units);
    let more = (desk.hours(left) - (whole - own)).positive();
    let of_units = left.share_of(units);
    (
        N::choose(split, of_units.computed(Term::VendorShare), share),
        N::choose(split, more.computed(Term::DeskHours), N::zero()),
    )
}
