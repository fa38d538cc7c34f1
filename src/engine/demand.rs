//! Demand by month, and the hours of work it takes.

use std::sync::Arc;

use super::chance::Chance;
use super::desk::{Curves, Desk};
use super::rates::monthly_attrition;
use super::{Number, Term, WEEKS_PER_MONTH};
use crate::scenario::{Channel, Line, Month, Service};

/// Demand and the work it takes, months 1..=H at positions 1..=H; position 0 repeats month 1.
#[derive(Clone, Debug)]
pub struct Work<N> {
    /// Hours of development, contacts, or terabytes held.
    pub demand: Vec<N>,
    /// Productive hours of an experienced in-house person.
    pub need: Vec<N>,
    /// The desk that live contacts need, if they are live.
    pub desk: Option<Desk<N>>,
    /// Demand without its shocks, where there are any.
    pub pattern: Option<Vec<N>>,
}

/// Demand and need of a service over the horizon.
///
/// demand(t) = base · (1+g)^((t−1)/12) · season[calendar month] · Π(1 + uplift of each event covering t).
pub fn work<N: Number>(service: &Service<N>, first: Month, months: usize) -> Work<N> {
    work_by_chance(service, first, months, None)
}

/// As [`work`], on a path of a simulation: demand(t) · shock(t).
pub fn work_by_chance<N: Number>(
    service: &Service<N>,
    first: Month,
    months: usize,
    chance: Option<&Chance<'_, N>>,
) -> Work<N> {
    let known = chance.and_then(|chance| chance.desk.as_ref());
    let base = base_by_chance(service, known);
    let mut demand = by_month(service, base, first, months, 0);
    let pattern = chance.and_then(|chance| chance.demand.as_ref()).map(|shocks| {
        let pattern = demand.clone();
        demand.iter_mut().zip(shocks.factors()).for_each(|(units, factor)| *units = *units * factor);
        pattern
    });
    let desk = is_live(service).then(|| {
        let most = demand.iter().map(|units| units.most()).fold(0.0, |a: f64, b| if a > b { a } else { b });
        Desk::new(&service.support, service.team.hours, most, known)
    });
    let need = demand.iter().map(|units| hours(service, desk.as_ref(), *units).named(Term::Need)).collect();
    Work { demand, need, desk, pattern }
}

/// The need as it is foreseen so many months ahead: surprises that have not started by then are not in it, and of shocks what they
/// make likely, `known` months after the last one seen.
pub fn foreseen<N: Number>(
    service: &Service<N>,
    work: &Work<N>,
    first: Month,
    ahead: usize,
    chance: Option<(&Chance<'_, N>, usize)>,
) -> Vec<N> {
    let shocks = chance.and_then(|(chance, known)| Some((chance.demand.as_ref()?, known)));
    let known = chance.and_then(|(chance, _)| chance.desk.as_ref());
    let surprised = ahead > 0 && service.demand.events.iter().any(|event| event.surprise);
    if !surprised && shocks.is_none_or(|(_, known)| known == 0) {
        return work.need.clone();
    }
    let months = work.need.len() - 1;
    let mut demand = match &work.pattern {
        Some(pattern) if !surprised => pattern.clone(),
        _ => by_month(service, base_by_chance(service, known), first, months, ahead),
    };
    if let Some((shocks, known)) = shocks {
        demand.iter_mut().zip(shocks.expected(known)).for_each(|(units, factor)| *units = *units * factor);
    }
    demand.into_iter().map(|units| hours(service, work.desk.as_ref(), units).named(Term::Need)).collect()
}

fn by_month<N: Number>(service: &Service<N>, base: N, first: Month, months: usize, ahead: usize) -> Vec<N> {
    let growth = (N::one() + service.demand.growth).powers(months);
    (0..=months)
        .map(|month| {
            let month = month.max(1);
            (base * shaped(service, growth[month - 1], first, month, ahead)).named(Term::Demand)
        })
        .collect()
}

/// Whether contacts are live: what is not answered at once is lost.
pub fn is_live<N>(service: &Service<N>) -> bool {
    service.line == Line::SupportMaintenance && service.support.channel == Channel::Live
}

/// Demand of month 1: as stated, else what today's team can just do.
pub fn stated_base<N: Number>(service: &Service<N>) -> N {
    base_by_chance(service, None)
}

fn base_by_chance<N: Number>(service: &Service<N>, known: Option<&Arc<Curves>>) -> N {
    service.demand.base.unwrap_or_else(|| base_of_team(service, known))
}

/// How demand of a month stands to the base, as it is foreseen so many months ahead: growth, season and events.
pub fn shape<N: Number>(service: &Service<N>, first: Month, month: usize, ahead: usize) -> N {
    let growth = (N::one() + service.demand.growth).power((month - 1) as f64 / 12.0);
    shaped(service, growth, first, month, ahead)
}

fn shaped<N: Number>(service: &Service<N>, growth: N, first: Month, month: usize, ahead: usize) -> N {
    let demand = &service.demand;
    let mut shape = growth;
    let calendar = first.plus(month - 1).month as usize - 1;
    if let Some(factor) = demand.season.get(calendar) {
        shape = shape * *factor;
    }
    for event in &demand.events {
        let start = event.start.value() as usize;
        let end = start + event.length.value() as usize;
        let known = !event.surprise || start + ahead <= month;
        if known && (start..end).contains(&month) {
            shape = shape * (N::one() + event.uplift);
        }
    }
    shape
}

/// Productive hours that an amount of demand takes, in a month.
///
/// Support: workload ÷ utilisation, but at least one agent through the covered hours when there are contacts, or what a live desk
/// takes; second line; watch-keeping seats through the covered hours. Data: hours by terabyte and fixed hours.
fn hours<N: Number>(service: &Service<N>, desk: Option<&Desk<N>>, units: N) -> N {
    match service.line {
        Line::SoftwareDevelopment => units,
        Line::SupportMaintenance => {
            let support = &service.support;
            let covered = support.covered_hours * N::of(WEEKS_PER_MONTH);
            let first = match desk {
                Some(desk) => desk.hours(units),
                None => {
                    let busy = units * support.handle_minutes / N::of(60.0) / support.utilisation;
                    N::pick(busy.is_positive(), || busy.or_more(covered), || busy)
                }
            };
            first + units * second_line(service) + support.seats * covered
        }
        Line::DataManagement => {
            let data = &service.data;
            units * data.admin_hours + data.analysis_hours + data.backup_hours + data.restore_test_hours
        }
    }
}

fn second_line<N: Number>(service: &Service<N>) -> N {
    service.support.second_line_share * service.support.second_line_minutes / N::of(60.0)
}

/// The demand that today's team can just do, when none is stated: its hours, less fixed work, ÷ hours of a unit.
fn base_of_team<N: Number>(service: &Service<N>, known: Option<&Arc<Curves>>) -> N {
    let hours = service.team.people * service.team.hours / N::of(12.0);
    match service.line {
        Line::SoftwareDevelopment => hours,
        Line::SupportMaintenance => {
            let support = &service.support;
            if is_live(service) {
                return live_base(service, hours, known);
            }
            let unit = support.handle_minutes / N::of(60.0) / support.utilisation + second_line(service);
            let watch = support.seats * support.covered_hours * N::of(WEEKS_PER_MONTH);
            (hours - watch).positive().share_of(unit)
        }
        Line::DataManagement => {
            let data = &service.data;
            let fixed = data.analysis_hours + data.backup_hours + data.restore_test_hours;
            (hours - fixed).positive().share_of(data.admin_hours)
        }
    }
}

/// The live contacts that so many hours serve, second line and watch included: by halving, as the desk's hours are a curve.
fn live_base<N: Number>(service: &Service<N>, hours: N, known: Option<&Arc<Curves>>) -> N {
    let support = &service.support;
    let (mut low, mut high) = (N::zero(), hours * N::of(60.0) / support.handle_minutes.or_more(N::of(1e-3)));
    let desk = Desk::new(support, service.team.hours, high.most(), known);
    for _ in 0..60 {
        let middle = (low + high) * N::of(0.5);
        let fits = hours.at_least(self::hours(service, Some(&desk), middle));
        low = N::choose(fits, middle, low);
        high = N::choose(fits, high, middle);
    }
    low.computed(Term::Demand)
}

/// Productivity of a person in month k of their service (0-based, taken mid-month): p₀ + (1 − p₀)·min((k + ½)/R, 1).
pub fn learning<N: Number>(start: N, settled: N, months: N, k: usize) -> N {
    let middle = N::of(k as f64 + 0.5);
    N::pick(middle.at_least(months), || settled, || start + (settled - start) * (middle / months))
}

/// Average productivity of a team whose leavers are replaced at once, in the month t ≥ 1 after a month of mature people.
///
/// 1 − a Σ_{k<t−1} (1−a)^k (1 − p_k): those who joined k months ago are a share a(1−a)^k of the team.
pub fn average_productivity<N: Number>(service: &Service<N>, months: usize) -> Vec<N> {
    let team = &service.team;
    let leaving = monthly_attrition(team);
    let mut lost = N::zero();
    let mut still = N::one();
    let mut averages = Vec::with_capacity(months + 1);
    averages.extend([N::one(), N::one()]);
    // Who has learned on every path loses nothing.
    let learning_months = libm::ceil(team.ramp_months.most()) as usize;
    for k in 0..months.saturating_sub(1).min(learning_months) {
        let productivity = learning(team.ramp_start, N::one(), team.ramp_months, k);
        lost = lost + still * (N::one() - productivity);
        still = still * (N::one() - leaving);
        averages.push(N::one() - leaving * lost);
    }
    let settled = averages[averages.len() - 1];
    averages.resize(months + 1, settled);
    averages
}
