//! What the in-house side costs: people, their tools, infrastructure, and what stays when the work leaves.

use super::ledger::{Category, Nature, Recurrence};
use super::plan::{ServicePlan, Setting};
use super::{Number, Term};
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
    let service = plan.setting.service;
    let (seat, overtime) = (seat(service), overtime_hour(service));
    for month in 1..=plan.setting.months {
        people(plan, month, &seat, overtime);
        leaving(plan, month, &seat);
        infrastructure(plan, month);
    }
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

fn people<N: Number>(plan: &mut ServicePlan<'_, N>, month: usize, seat: &[Seat<N>; 4], overtime: N) {
    let setting = plan.setting;
    let service = setting.service;
    let (wage, general) = (setting.indices.wage[month], setting.indices.general[month]);
    let (people, joiners) = (plan.team.people[month], plan.team.joiners[month]);
    for &(category, yearly, _) in seat {
        let index = if matches!(category, Category::Pay | Category::Management) { wage } else { general };
        plan.cash(category, month, people * yearly / N::of(TWELVE) * index);
    }
    plan.cash(Category::Training, month, people * service.team.training / N::of(TWELVE) * general);
    plan.cash(Category::Recruitment, month, joiners * service.team.recruitment * wage);
    let overtime = plan.hours.overtime[month] * overtime * wage;
    plan.cash(Category::Overtime, month, overtime);
    if let Some(rate) = service.shortage.contractor_rate {
        plan.cash(Category::Contractors, month, plan.hours.contractor[month] * rate * wage);
    }
}

/// Severance and retention of those whose posts end, and the cost stranded by all who are fewer than at the decision.
fn leaving<N: Number>(plan: &mut ServicePlan<'_, N>, month: usize, seat: &[Seat<N>; 4]) {
    let setting = plan.setting;
    let service = setting.service;
    let leaving = &service.leaving;
    let redundant = plan.team.redundant[month];
    let monthly_pay = service.team.pay / N::of(TWELVE) * setting.indices.wage[month];
    let severed = redundant * (N::one() - leaving.transferred);
    plan.once(Category::Severance, month, severed * leaving.severance_months * monthly_pay);
    let bonus = plan
        .taken()
        .filter(|(engagement, _)| !engagement.settled && month > engagement.lead)
        .map(|(engagement, _)| engagement.offer.transition.retention_months);
    if let Some(months) = bonus {
        plan.once(Category::Retention, month, redundant * months * monthly_pay);
    }
    if strands(service, month) {
        // At the prices of month 0, and never on growth that was not hired.
        let fewer = fewer(plan, month).named(Term::PeopleLeft);
        for &(_, yearly, avoidable) in seat {
            plan.cash(Category::Stranded, month, fewer * yearly / N::of(TWELVE) * (N::one() - avoidable));
        }
    }
}

/// People fewer than at the decision; who has moved on to other work takes their cost along.
fn fewer<N: Number>(plan: &ServicePlan<'_, N>, month: usize) -> N {
    (plan.team.people[0] - plan.team.people[month] - plan.team.moved[month]).positive()
}

fn strands<N: Number>(service: &Service<N>, month: usize) -> bool {
    service.leaving.stranded_until.is_none_or(|last| month as f64 <= last.value())
}

fn infrastructure<N: Number>(plan: &mut ServicePlan<'_, N>, month: usize) {
    let setting = plan.setting;
    let (service, own) = (setting.service, plan.own_share[month]);
    let held = &service.infrastructure;
    let general = setting.indices.general[month];
    leavable(plan, Category::Infrastructure, month, held.running / N::of(TWELVE), general, held.avoidable);
    let risk = &service.risk;
    leavable(plan, Category::Controls, month, risk.controls / N::of(TWELVE), general, risk.controls_avoided);
    let cycle = held.refresh_years.value() as usize * 12;
    let first = held.next_refresh.value() as usize;
    if month >= first && (month - first).is_multiple_of(cycle) {
        plan.cash(Category::Purchases, month, held.purchase * general * own);
        let unused = cycle as f64 - (setting.months - month + 1) as f64;
        if held.credit_unused && unused > 0.0 {
            let credit = held.purchase * general * own * N::of(unused / cycle as f64);
            plan.book(Category::Purchases, Nature::Cash, Recurrence::Closing, setting.months, -credit);
        }
    }
    if service.line == Line::DataManagement {
        let stored = setting.work.demand[month] * service.data.copies;
        plan.cash(
            Category::Storage,
            month,
            stored * held.storage_price * setting.indices.storage[month] * own,
        );
    }
}

/// A line that shrinks with the share of work that stays: at its index for what stays, stranded at month 0's price for what left.
fn leavable<N: Number>(
    plan: &mut ServicePlan<'_, N>,
    category: Category,
    month: usize,
    amount: N,
    index: N,
    avoidable: N,
) {
    let own = plan.own_share[month];
    plan.cash(category, month, amount * index * own);
    if strands(plan.setting.service, month) {
        let stranded = amount * (N::one() - own) * (N::one() - avoidable);
        plan.cash(Category::Stranded, month, stranded);
    }
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
        for month in months {
            let amount = match line.per {
                Per::Year => line.amount / N::of(TWELVE),
                Per::Month | Per::Once => line.amount,
            };
            match line.basis {
                Basis::PerPerson => {
                    plan.cash(Category::OwnOther, month, amount * plan.team.people[month] * index[month]);
                    let fewer = fewer(plan, month);
                    if strands(setting.service, month) {
                        plan.cash(Category::Stranded, month, amount * fewer * (N::one() - line.avoidable));
                    }
                }
                Basis::PerUnit => {
                    leavable(
                        plan,
                        Category::OwnOther,
                        month,
                        amount * setting.work.demand[month],
                        index[month],
                        line.avoidable,
                    );
                }
                Basis::Fixed => {
                    leavable(plan, Category::OwnOther, month, amount, index[month], line.avoidable)
                }
            }
        }
    }
}
