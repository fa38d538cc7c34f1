//! Losses at their expected value: undone work, downtime, lost data, breaches.

use super::inhouse::undone_hour;
use super::ledger::{Category, Nature, Recurrence};
use super::plan::ServicePlan;
use super::{Number, Term};
use crate::scenario::Development;

const TWELVE: f64 = 12.0;

/// Books the consequences of a plan. Loss and service credit are separate entries.
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
    for month in 1..=setting.months {
        let (own, general) = (plan.own_share[month], setting.indices.general[month]);
        if let Some((project, delay)) = late(plan, month) {
            loss(plan, Category::Delay, month, delay * project.delay * general);
        }
        let undone = plan.hours.undone[month] * price * setting.indices.wage[month];
        loss(plan, Category::Undone, month, undone);
        if let Some(price) = service.shortage.waiting {
            let waiting = plan.hours.waiting[month] * price * setting.indices.wage[month];
            loss(plan, Category::Waiting, month, waiting);
        }
        if let (Some(cost), Some(ours)) = (risk.downtime_cost, risk.availability) {
            let available = mixed(ours, availability, own).named(Term::Availability);
            let hours = (N::one() - available) * risk.required_hours;
            loss(plan, Category::Downtime, month, hours * cost * general);
        }
        if let Some(frequency) = risk.incident_frequency {
            // RPO/2 × value of an hour of data + RTO × downtime cost (mean loss when incidents fall evenly between backups).
            let point = mixed(risk.recovery_point, point, own);
            let time = mixed(risk.recovery_time, time, own);
            let down = risk.downtime_cost.unwrap_or(N::zero());
            let each = (point / N::of(2.0) * risk.data_hour_value + time * down).named(Term::IncidentCost);
            let happened = happened(incidents, frequency, month);
            loss(plan, Category::DataLoss, month, happened * each * general);
        }
        if let (Some(ours), Some(each)) = (checks.defects, checks.defect_cost) {
            let share = mixed(ours, defects, own);
            loss(plan, Category::Defects, month, setting.work.demand[month] * share * each * general);
        }
        if let (Some(frequency), Some(impact)) = (risk.breach_frequency, risk.breach_impact) {
            let dearer = N::one() + uplift.unwrap_or(N::zero()) * (N::one() - own);
            let happened = happened(breaches, frequency, month);
            loss(plan, Category::Breach, month, happened * impact * dearer * general);
        }
    }
}

/// In the month in which a project is done, or the last, by how many months it is late; before the target, earlier than that.
///
/// What is not done at the horizon would be done at the planned rate after it.
fn late<'a, N: Number>(plan: &ServicePlan<'a, N>, month: usize) -> Option<(&'a Development<N>, N)> {
    let project = plan.setting.project.as_ref()?;
    let last = plan.setting.months;
    let finish = match plan.hours.finish {
        Some(finish) if libm::ceil(finish.value()) as usize == month => finish,
        None if month == last => N::of(last as f64) + plan.hours.undone[last].share_of(project.rate),
        _ => return None,
    };
    Some((&plan.setting.service.development, (finish - project.target).named(Term::DelayMonths)))
}

fn loss<N: Number>(plan: &mut ServicePlan<'_, N>, category: Category, month: usize, amount: N) {
    plan.book(category, Nature::Consequence, Recurrence::Recurring, month, amount);
}
