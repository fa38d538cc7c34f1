//! What the vendor side costs: fees, taxes on them, selection, transition, governance, exit.

use super::inhouse::loaded_hour;
use super::ledger::{Category, Nature, Recurrence};
use super::offer::{Engagement, VENDOR_MONTH, VendorPart};
use super::plan::{ServicePlan, Setting};
use super::{DAYS_PER_MONTH, Mask, Number, Term};
use crate::scenario::{Basis, Offer, Per, Service};

const TWELVE: f64 = 12.0;

/// Books the vendors' side of a plan.
pub fn book<N: Number>(plan: &mut ServicePlan<'_, N>) {
    let vendors = std::mem::take(&mut plan.vendors);
    for (engagement, part) in &vendors {
        if !works(part) {
            continue; // A vendor without planned volume costs nothing.
        }
        let stands = survival(engagement, plan.setting);
        let [fees, agreed] = running(plan, engagement, part, &stands);
        moving(plan, engagement, part);
        free_lines(plan, engagement, part);
        ending(plan, engagement, part, (&fees, &agreed, &stands));
    }
    plan.vendors = vendors;
}

/// Whether a vendor has anything to do.
pub(super) fn works<N: Number>(part: &VendorPart<N>) -> bool {
    let zero = N::zero();
    let mut any = zero.more_than(zero);
    for (fee, share) in part.list_fee.iter().zip(&part.share) {
        any = any.or(fee.is_positive()).or(share.is_positive());
    }
    N::decide(any)
}

/// Chance that the contract still stands after each month, from the yearly hazard h: (1−h)^(age/12). On a path it stands until that falls to
/// what was drawn.
fn survival<N: Number>(engagement: &Engagement<'_, N>, setting: &Setting<'_, N>) -> Vec<N> {
    let months = setting.months;
    let hazard = engagement.offer.exit.hazard;
    let yearly = N::one() - hazard;
    if !hazard.is_positive().any() {
        return vec![yearly; months + 1];
    }
    let mut stands = yearly.powers(months);
    let drawn = setting.chance.and_then(|chance| chance.fails[engagement.index]);
    // From the end, as a month's power is one of an earlier place.
    for month in (0..=months).rev() {
        let chance = stands[engagement.age(month)];
        stands[month] = match drawn {
            Some(drawn) => N::choose(chance.more_than(drawn), N::one(), N::zero()),
            None => chance.named(Term::Survival),
        };
    }
    stands
}

/// Fees, taxes on them, governance and credits of every month; returns the fees by the month they are for, and what they would be if the
/// contract had not been replaced.
#[inline(never)]
fn running<N: Number>(
    plan: &mut ServicePlan<'_, N>,
    engagement: &Engagement<'_, N>,
    part: &VendorPart<N>,
    stands: &[N],
) -> [Vec<N>; 2] {
    let setting = plan.setting;
    let offer = engagement.offer;
    let factors = engagement.price_factors(setting.scenario, setting.months, setting.chance);
    let delay = libm::round(offer.price.payment_days.value() / DAYS_PER_MONTH) as usize;
    let mut fees = vec![N::zero(); setting.months + 1];
    let mut agreed = fees.clone();
    let withheld = offer.price.withholding / (N::one() - offer.price.withholding);
    let steering =
        offer.governance.people * setting.service.team.pay * setting.service.team.on_cost / N::of(TWELVE);
    let yearly =
        (offer.governance.travel + offer.governance.audits + offer.governance.controls) / N::of(TWELVE);
    let hour = loaded_hour(setting.service);
    let (steering, yearly) = planned(offer, setting.service, (steering, yearly));
    let credited = credit(plan, engagement);
    let at_work = (engagement.lead + 1)..=engagement.until.unwrap_or(setting.months).min(setting.months);
    for month in at_work.clone() {
        let dearer = (N::one() + (N::one() - stands[month]) * (offer.exit.price_factor - N::one()))
            .named(Term::ReplacementPrice);
        agreed[month] = part.list_fee[month] * factors[month];
        fees[month] = agreed[month] * dearer;
    }
    let taxes = offer.price.vat + withheld;
    plan.cash_later(Category::Fees, at_work.clone(), delay, |month| fees[month]);
    if taxes.is_some().any() {
        plan.cash_later(Category::FeeTaxes, at_work.clone(), delay, |month| fees[month] * taxes);
    }
    if !offer.service_levels.credits.is_empty() {
        let settled = engagement.lead + engagement.parallel + 1..=*at_work.end();
        plan.cash_later(Category::Credits, settled, delay, |month| -(fees[month] * credited));
    }
    let (wage, general) = (&setting.indices.wage, &setting.indices.general);
    let cash = |category| (category, Nature::Cash, Recurrence::Recurring);
    let share = offer.governance.share;
    plan.book_in(cash(Category::Governance), at_work.clone(), |_, month| fees[month] * share);
    for (each, index) in [(steering, wage), (yearly, general)] {
        if each.is_some().any() {
            plan.book_in(cash(Category::Governance), at_work.clone(), |_, month| each * index[month]);
        }
    }
    let inspected = offer.quality.inspection;
    if inspected.is_some().any() {
        plan.book_in(cash(Category::Inspection), at_work, |_, month| {
            part.delivered[month] * inspected * hour * wage[month]
        });
    }
    [fees, agreed]
}

/// Adds a month of the governance plan to what rises with pay and what rises with prices: roles at their pay, meetings at what an hour
/// costs, journeys.
fn planned<N: Number>(offer: &Offer<N>, service: &Service<N>, (mut pay, mut prices): (N, N)) -> (N, N) {
    let governance = &offer.governance;
    for role in &governance.roles {
        pay = pay + role.people * service.team.pay * service.team.on_cost / N::of(TWELVE);
    }
    for meeting in &governance.meetings {
        pay = pay + meeting.times * meeting.hours * meeting.people * loaded_hour(service) / N::of(TWELVE);
    }
    for trip in &governance.trips {
        prices = prices + trip.times * trip.people * trip.cost / N::of(TWELVE);
    }
    (pay, prices)
}

/// Share of a month's fee credited at the availability expected: that of the lowest threshold passed, capped.
fn credit<N: Number>(plan: &ServicePlan<'_, N>, engagement: &Engagement<'_, N>) -> N {
    let levels = &engagement.offer.service_levels;
    let Some(availability) = levels.availability.or(plan.setting.service.risk.availability) else {
        return N::zero();
    };
    let mut credits: Vec<_> = levels.credits.iter().collect();
    crate::order::sort_by(&mut credits, |a, b| a.below.value() < b.below.value());
    // From the highest threshold down, each that is passed takes the place of the one before.
    credits.into_iter().fold(N::zero(), |credited, credit| {
        let passed = credit.below.more_than(availability);
        let share = || credit.share.or_less(levels.credit_cap).named(Term::CreditShare);
        N::pick(passed, share, || credited)
    })
}

/// A year's fees once settled, at today's price and rate.
pub fn year_fee<N: Number>(
    plan: &ServicePlan<'_, N>,
    engagement: &Engagement<'_, N>,
    part: &VendorPart<N>,
) -> N {
    (part.settled_fee * engagement.spot(plan.setting.scenario) * N::of(TWELVE)).named(Term::YearFee)
}

fn selection<N: Number>(
    plan: &ServicePlan<'_, N>,
    engagement: &Engagement<'_, N>,
    part: &VendorPart<N>,
) -> N {
    let vendors = &plan.setting.scenario.vendors;
    let stated = vendors
        .iter()
        .find(|vendor| vendor.id == engagement.offer.vendor)
        .and_then(|vendor| vendor.selection);
    match stated {
        // Stated for the vendor as a whole: booked once for all its services.
        Some(_) => N::zero(),
        None => engagement.offer.transition.selection_share * year_fee(plan, engagement, part),
    }
}

/// The transition fee: as stated, or its share of the contract value (a year's fees × the term in years).
fn transition<N: Number>(
    plan: &ServicePlan<'_, N>,
    engagement: &Engagement<'_, N>,
    part: &VendorPart<N>,
) -> N {
    let offer = engagement.offer;
    offer.transition.fee.unwrap_or_else(|| {
        let value =
            (year_fee(plan, engagement, part) * offer.price.term / N::of(TWELVE)).named(Term::ContractValue);
        value * offer.transition.fee_share
    })
}

/// Selection at the decision, transition fee when the vendor starts.
fn moving<N: Number>(plan: &mut ServicePlan<'_, N>, engagement: &Engagement<'_, N>, part: &VendorPart<N>) {
    if engagement.settled {
        return;
    }
    plan.once(Category::Selection, 0, selection(plan, engagement, part));
    let start = engagement.lead + 1;
    if start <= plan.setting.months {
        plan.once(Category::Transition, start, transition(plan, engagement, part));
    }
}

/// Ends as planned and unplanned.
#[inline(never)]
fn ending<N: Number>(
    plan: &mut ServicePlan<'_, N>,
    engagement: &Engagement<'_, N>,
    part: &VendorPart<N>,
    (fees, agreed, stands): (&[N], &[N], &[N]),
) {
    let months = plan.setting.months;
    let exit = &engagement.offer.exit;
    // An early end, at its expected cost: rebuild, data egress and a gap of doubled fees, at the price of what has ended. We do not
    // terminate, so no fee for it.
    if engagement.until.is_none() {
        let rebuild = exit
            .rebuild
            .unwrap_or_else(|| selection(plan, engagement, part) + transition(plan, engagement, part));
        let drawn = plan.setting.chance.is_some_and(|chance| chance.fails[engagement.index].is_some());
        let hazard = if drawn {
            N::zero()
        } else {
            (N::one() - (N::one() - exit.hazard).power(1.0 / TWELVE)).named(Term::MonthlyHazard)
        };
        let losses = (Category::EarlyEnd, Nature::Consequence, Recurrence::Recurring);
        plan.book_in(losses, engagement.lead + 1..=months, |_, month| {
            let before = stands[month - 1];
            let fails = if drawn { before - stands[month] } else { before * hazard };
            fails * (rebuild + exit.egress + agreed[month] * exit.gap_months)
        });
    }
    let last = engagement.until.unwrap_or(months).min(months);
    if engagement.until.is_some() || exit.at_end {
        let fee = fees[last];
        let term = engagement.offer.price.term.value() as usize;
        let into = engagement.age(last) % term;
        let remaining = if into == 0 { 0 } else { term - into };
        let minimum = fee * engagement.offer.price.minimum * N::of(remaining as f64);
        let due = if remaining == 0 { N::zero() } else { minimum.or_less(fee * exit.termination_months) };
        plan.once(Category::Exit, last, due);
        plan.once(Category::Exit, last, exit.egress);
    }
}

#[inline(never)]
fn free_lines<N: Number>(
    plan: &mut ServicePlan<'_, N>,
    engagement: &Engagement<'_, N>,
    part: &VendorPart<N>,
) {
    if engagement.offer.costs.is_empty() {
        return;
    }
    let setting = plan.setting;
    let index = super::rates::stepped(engagement.offer.price.index, setting.months, Term::VendorIndex);
    for line in &engagement.offer.costs {
        let index = setting.indices.named(line.index, Some(&index));
        for month in 0..=setting.months {
            let due = match line.per {
                Per::Once => month == line.month.value() as usize,
                Per::Month | Per::Year => engagement.age(month) > 0,
            };
            if !due {
                continue;
            }
            let amount = match line.per {
                Per::Year => line.amount / N::of(TWELVE),
                Per::Month | Per::Once => line.amount,
            };
            let times = match line.basis {
                Basis::Fixed => N::one(),
                Basis::PerUnit => setting.work.demand[month] * part.share[month],
                Basis::PerPerson => {
                    let productivity = engagement.productivity(engagement.age(month).max(1));
                    part.planned[month] / productivity / N::of(VENDOR_MONTH)
                }
            };
            let amount = amount * times * index[month];
            if line.per == Per::Once {
                plan.once(Category::VendorOther, month, amount);
            } else {
                plan.cash(Category::VendorOther, month, amount);
            }
        }
    }
}
