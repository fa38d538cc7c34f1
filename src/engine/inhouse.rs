//! What the in-house side costs: people, their tools, infrastructure, and what stays when the work leaves.

use std::ops::RangeInclusive;

use super::ledger::{Category, Nature, Recurrence};
use super::plan::{ServicePlan, Setting};
use super::{Mask, Number, Term};
use crate::scenario::{Basis, Line, Per, Service};

const TWELVE: f64 = 12.0;

/// Gross pay of a person for a month with on-costs.
fn person_month<N: Number>(service: &Service<N>) -> N {
    (service.team.pay * service.team.on_cost / N::of(TWELVE)).named(Term::PersonMonth)
}

/// An overtime hour: gross pay ÷ productive hours × premium.
pub fn overtime_hour<N: Number>(service: &Service<N>) -> N {
    service.team.pay / service.team.hours * service.shortage.overtime_premium
}

/// A productive hour with everything that an employee costs: pay, on-costs, management, training, workplace and tools.
pub fn loaded_hour<N: Number>(service: &Service<N>) -> N {
    let team = &service.team;
    let managed = N::one() + team.manager_pay / team.span;
    let yearly =
        team.pay * team.on_cost * managed + team.training + team.workplace + team.equipment + team.software;
    (yearly / team.hours).named(Term::LoadedHour)
}

/// What an hour of undone work costs: the stated price, else the cheapest unlimited emergency source (a contractor's hour, or one
/// and a half loaded hours). The same for every option.
pub fn undone_hour<N: Number>(service: &Service<N>) -> N {
    let emergency = loaded_hour(service) * N::of(1.5);
    let shortage = &service.shortage;
    shortage
        .undone_price
        .unwrap_or_else(|| shortage.contractor_rate.map_or(emergency, |rate| rate.or_less(emergency)))
        .named(Term::UndonePrice)
}

/// Books the in-house side of a plan.
pub fn book<N: Number>(plan: &mut ServicePlan<'_, N>) {
    let monthly = Monthly::new(plan.setting.service);
    people(plan, &monthly);
    leaving(plan, &monthly);
    infrastructure(plan, &monthly);
    resale(plan);
    free_lines(plan);
    super::productivity::book(plan);
}

/// What a person costs in a year, and the share of it that stops when they leave.
type Seat<N> = (Category, N, N);

/// The yearly cost of one person's pay, management, workplace and tools.
fn seat<N: Number>(service: &Service<N>) -> [Seat<N>; 4] {
    let (team, leaving) = (&service.team, &service.leaving);
    let managers = team.manager_pay / team.span;
    let pay = person_month(service) * N::of(TWELVE);
    [
        (Category::Pay, pay, leaving.avoidable_pay),
        (Category::Management, pay * managers, leaving.avoidable_management),
        (Category::Workplace, team.workplace, leaving.avoidable_workplace),
        (Category::Tools, team.equipment + team.software, leaving.avoidable_tools),
    ]
}

/// What does not change from month to month, at prices of the first.
struct Monthly<N> {
    /// What a person costs, by category.
    seat: [(Category, N); 4],
    /// What of it stays when they leave.
    stranded: N,
    training: N,
    /// Gross pay without on-costs.
    pay: N,
    /// An hour of overtime.
    overtime: N,
    infrastructure: N,
    controls: N,
}

impl<N: Number> Monthly<N> {
    fn new(service: &Service<N>) -> Self {
        let month = |yearly: N| yearly / N::of(TWELVE);
        let seat = seat(service);
        let stranded =
            |sum: N, &(_, yearly, avoidable): &Seat<N>| sum + month(yearly) * (N::one() - avoidable);
        Monthly {
            seat: seat.map(|(category, yearly, _)| (category, month(yearly))),
            stranded: seat.iter().fold(N::zero(), stranded),
            training: month(service.team.training),
            pay: month(service.team.pay),
            overtime: overtime_hour(service),
            infrastructure: month(service.infrastructure.running),
            controls: month(service.risk.controls),
        }
    }
}

/// What a person costs in a month: the part that a person fewer saves, and all of it; training and free lines by the person included.
pub fn person_cost<N: Number>(setting: &Setting<'_, N>, month: usize) -> (N, N) {
    let service = setting.service;
    let (wage, general) = (setting.indices.wage[month], setting.indices.general[month]);
    let training = service.team.training * general;
    let (avoided, all) = seat(service).into_iter().fold((training, training), |(avoided, all), line| {
        let (category, yearly, avoidable) = line;
        let raised =
            yearly * if matches!(category, Category::Pay | Category::Management) { wage } else { general };
        (avoided + raised * avoidable, all + raised)
    });
    let free = service.costs.iter().filter(|line| line.basis == Basis::PerPerson && line.per != Per::Once);
    free.fold((avoided / N::of(TWELVE), all / N::of(TWELVE)), |(avoided, all), line| {
        let monthly = if line.per == Per::Year { line.amount / N::of(TWELVE) } else { line.amount };
        let raised = monthly * setting.indices.named(line.index, None)[month];
        (avoided + raised * line.avoidable, all + raised)
    })
}

#[inline(never)]
fn people<N: Number>(plan: &mut ServicePlan<'_, N>, monthly: &Monthly<N>) {
    let setting = plan.setting;
    let service = setting.service;
    let (wage, general) = (&setting.indices.wage, &setting.indices.general);
    let cash = |category| (category, Nature::Cash, Recurrence::Recurring);
    for (category, each) in monthly.seat {
        let index = if matches!(category, Category::Pay | Category::Management) { wage } else { general };
        plan.book_each(cash(category), |plan| &plan.team.people, each, index);
    }
    plan.book_each(cash(Category::Training), |plan| &plan.team.people, monthly.training, general);
    plan.book_each(cash(Category::Recruitment), |plan| &plan.team.joiners, service.team.recruitment, wage);
    plan.book_each(cash(Category::Overtime), |plan| &plan.hours.overtime, monthly.overtime, wage);
    if let Some(rate) = service.shortage.contractor_rate {
        plan.book_each(cash(Category::Contractors), |plan| &plan.hours.contractor, rate, wage);
    }
}

/// Severance and retention of those whose posts end, and the cost stranded by all who are fewer than at the decision.
#[inline(never)]
fn leaving<N: Number>(plan: &mut ServicePlan<'_, N>, monthly: &Monthly<N>) {
    let setting = plan.setting;
    let leaving = &setting.service.leaving;
    let months = 1..=setting.months;
    let monthly_pay = |month: usize| monthly.pay * setting.indices.wage[month];
    let once = |category| (category, Nature::Cash, Recurrence::OneOff);
    plan.book_of(
        |plan| &plan.team.redundant,
        once(Category::Severance),
        months,
        |plan, month| {
            let severed = plan.team.redundant[month] * (N::one() - leaving.transferred);
            severed * leaving.severance_months * monthly_pay(month)
        },
    );
    let moving = plan.taken().filter(|(engagement, _)| !engagement.settled);
    if let Some((from, bonus)) =
        moving.map(|(engagement, _)| (engagement.lead + 1, engagement.offer.transition.retention_months))
        && from <= setting.months
    {
        let months = from..=setting.months;
        plan.book_of(
            |plan| &plan.team.redundant,
            once(Category::Retention),
            months,
            |plan, month| plan.team.redundant[month] * bonus * monthly_pay(month),
        );
    }
    // At the prices of month 0, and never on growth that was not hired.
    let each = monthly.stranded;
    strand(plan, 1..=setting.months, |plan, month| fewer(plan, month).named(Term::PeopleLeft) * each);
}

/// People fewer than at the decision; who has moved on to other work takes their cost along.
fn fewer<N: Number>(plan: &ServicePlan<'_, N>, month: usize) -> N {
    (plan.team.people[0] - plan.team.people[month] - plan.team.moved[month]).positive()
}

/// Books what stays when work leaves, as long as it does.
fn strand<N: Number>(
    plan: &mut ServicePlan<'_, N>,
    months: RangeInclusive<usize>,
    amount: impl Fn(&ServicePlan<'_, N>, usize) -> N,
) {
    let until = plan.setting.service.leaving.stranded_until.map_or(usize::MAX, |last| last.value() as usize);
    let months = *months.start()..=(*months.end()).min(until);
    plan.book_in((Category::Stranded, Nature::Cash, Recurrence::Recurring), months, amount);
}

#[inline(never)]
fn infrastructure<N: Number>(plan: &mut ServicePlan<'_, N>, monthly: &Monthly<N>) {
    let setting = plan.setting;
    let service = setting.service;
    let (held, risk) = (&service.infrastructure, &service.risk);
    let (months, general) = (1..=setting.months, setting.indices.general.as_slice());
    let (running, controls) = (monthly.infrastructure, monthly.controls);
    if running.is_some().any() {
        let terms = (Category::Infrastructure, general, held.avoidable);
        leavable(plan, terms, months.clone(), |_| running);
    }
    if controls.is_some().any() {
        leavable(plan, (Category::Controls, general, risk.controls_avoided), months, |_| controls);
    }
    let cycle = held.refresh_years.value() as usize * 12;
    let first = held.next_refresh.value() as usize;
    for month in (first.max(1)..=setting.months).filter(|month| (month - first).is_multiple_of(cycle)) {
        let own = plan.own_share[month];
        plan.cash(Category::Purchases, month, held.purchase * general[month] * own);
        let unused = cycle as f64 - (setting.months - month + 1) as f64;
        if held.credit_unused && unused > 0.0 {
            let credit = held.purchase * general[month] * own * N::of(unused / cycle as f64);
            plan.book(Category::Purchases, Nature::Cash, Recurrence::Closing, setting.months, -credit);
        }
    }
    if service.line == Line::DataManagement {
        let (price, index) = (held.storage_price, setting.indices.storage());
        plan.cash_monthly(Category::Storage, |plan, month| {
            let stored = setting.work.demand[month] * service.data.copies;
            stored * price * index[month] * plan.own_share[month]
        });
    }
}

/// A line that shrinks with the share of work that stays: at its index for what stays, stranded at month 0's price for what left.
fn leavable<N: Number>(
    plan: &mut ServicePlan<'_, N>,
    (category, index, avoidable): (Category, &[N], N),
    months: RangeInclusive<usize>,
    amount: impl Fn(usize) -> N,
) {
    let cash = (category, Nature::Cash, Recurrence::Recurring);
    plan.book_in(cash, months.clone(), |plan, month| amount(month) * index[month] * plan.own_share[month]);
    strand(plan, months, |plan, month| {
        amount(month) * (N::one() - plan.own_share[month]) * (N::one() - avoidable)
    });
}

/// What today's equipment fetches, in the month in which the work has left.
fn resale<N: Number>(plan: &mut ServicePlan<'_, N>) {
    let months = plan.setting.months;
    let left = plan.taken().map(|(engagement, _)| engagement.settled_from()).filter(|month| *month <= months);
    if let Some(month) = left {
        let fetched = plan.setting.service.infrastructure.resale * (N::one() - plan.own_share[month]);
        plan.once(Category::Purchases, month, -fetched);
    }
}

#[inline(never)]
fn free_lines<N: Number>(plan: &mut ServicePlan<'_, N>) {
    let setting = plan.setting;
    for line in &setting.service.costs {
        let index = setting.indices.named(line.index, None);
        let months = match line.per {
            Per::Once => {
                let month = line.month.value() as usize;
                month..=month.min(setting.months)
            }
            Per::Month | Per::Year => 1..=setting.months,
        };
        let amount = match line.per {
            Per::Year => line.amount / N::of(TWELVE),
            Per::Month | Per::Once => line.amount,
        };
        let terms = (Category::OwnOther, index, line.avoidable);
        match line.basis {
            Basis::PerPerson => {
                let cash = (Category::OwnOther, Nature::Cash, Recurrence::Recurring);
                plan.book_in(cash, months.clone(), |plan, month| {
                    amount * plan.team.people[month] * index[month]
                });
                strand(plan, months, |plan, month| amount * fewer(plan, month) * (N::one() - line.avoidable));
            }
            Basis::PerUnit => {
                leavable(plan, terms, months, |month| amount * setting.work.demand[month]);
            }
            Basis::Fixed => leavable(plan, terms, months, |_| amount),
        }
    }
}
