//! Losses at their expected value: undone work, downtime, lost data, breaches.

use super::inhouse::undone_hour;
use super::ledger::{Category, Nature, Recurrence};
use super::plan::ServicePlan;
use super::{Number, Term};

const TWELVE: f64 = 12.0;

/// Books the consequences of a plan. Loss and service credit are separate entries.
#[inline(never)]
pub fn book<N: Number>(plan: &mut ServicePlan<'_, N>) {
    let setting = plan.setting;
    let (service, risk, checks) = (setting.service, &setting.service.risk, &setting.service.quality);
    let levels = plan.taken().map(|(engagement, _)| &engagement.offer.service_levels);
    // The vendor's part of each value: what it expects, or the same as in-house.
    let mixed =
        |own: N, vendor: Option<N>, share: N| own * share + vendor.unwrap_or(own) * (N::one() - share);
    let vendor = |pick: fn(&crate::scenario::ServiceLevels<N>) -> Option<N>| levels.and_then(pick);
    let availability = vendor(|levels| levels.availability);
    let point = vendor(|levels| levels.recovery_point);
    let time = vendor(|levels| levels.recovery_time);
    let defects = plan.taken().and_then(|(engagement, _)| engagement.offer.quality.defects);
    let uplift = vendor(|levels| Some(levels.breach_uplift));
    // As many of a month as chance has it, or as are expected.
    let happened = |drawn: Option<&Vec<N>>, frequency: N, month: usize| {
        drawn.map_or_else(|| frequency / N::of(TWELVE), |drawn| drawn[month])
    };
    let incidents = setting.chance.and_then(|chance| chance.incidents.as_ref());
    let breaches = setting.chance.and_then(|chance| chance.breaches.as_ref());
    let price = undone_hour(service);
    let (wage, general) = (&setting.indices.wage, &setting.indices.general);
    delay(plan);
    let lost = |category| (category, Nature::Consequence, Recurrence::Recurring);
    plan.book_each(lost(Category::Undone), |plan| &plan.hours.undone, price, wage);
    if let Some(price) = service.shortage.waiting {
        plan.book_each(lost(Category::Waiting), |plan| &plan.hours.waiting, price, wage);
    }
    if let (Some(cost), Some(ours)) = (risk.downtime_cost, risk.availability) {
        loss(plan, Category::Downtime, |plan, month| {
            let available = mixed(ours, availability, plan.own_share[month]).named(Term::Availability);
            let hours = (N::one() - available) * risk.required_hours;
            hours * cost * general[month]
        });
    }
    if let Some(frequency) = risk.incident_frequency {
        loss(plan, Category::DataLoss, |plan, month| {
            // RPO/2 × value of an hour of data + RTO × downtime cost (mean loss when incidents fall evenly between backups).
            let point = mixed(risk.recovery_point, point, plan.own_share[month]);
            let time = mixed(risk.recovery_time, time, plan.own_share[month]);
            let down = risk.downtime_cost.unwrap_or(N::zero());
            let each = (point / N::of(2.0) * risk.data_hour_value + time * down).named(Term::IncidentCost);
            happened(incidents, frequency, month) * each * general[month]
        });
    }
    if let (Some(ours), Some(each)) = (checks.defects, checks.defect_cost) {
        loss(plan, Category::Defects, |plan, month| {
            let share = mixed(ours, defects, plan.own_share[month]);
            setting.work.demand[month] * share * each * general[month]
        });
    }
    if let (Some(frequency), Some(impact)) = (risk.breach_frequency, risk.breach_impact) {
        loss(plan, Category::Breach, |plan, month| {
            let dearer = N::one() + uplift.unwrap_or(N::zero()) * (N::one() - plan.own_share[month]);
            happened(breaches, frequency, month) * impact * dearer * general[month]
        });
    }
}

/// In the month in which a project is done, or the last, the price of the months by which it is late; before the target, of those by which
/// it is early.
///
/// What is not done at the horizon would be done at the planned rate after it.
fn delay<N: Number>(plan: &mut ServicePlan<'_, N>) {
    let setting = plan.setting;
    let Some(project) = &setting.project else {
        return;
    };
    let last = setting.months;
    let (month, finish) = match plan.hours.finish {
        Some(finish) => (libm::ceil(finish.value()) as usize, finish),
        None => (last, N::of(last as f64) + plan.hours.undone[last].share_of(project.rate)),
    };
    if (1..=last).contains(&month) {
        let late = (finish - project.target).named(Term::DelayMonths);
        let price = late * setting.service.development.delay * setting.indices.general[month];
        plan.book(Category::Delay, Nature::Consequence, Recurrence::Recurring, month, price);
    }
}

fn loss<N: Number>(
    plan: &mut ServicePlan<'_, N>,
    category: Category,
    amount: impl Fn(&ServicePlan<'_, N>, usize) -> N,
) {
    let months = 1..=plan.setting.months;
    plan.book_in((category, Nature::Consequence, Recurrence::Recurring), months, amount);
}
