//! One service under one course: the calculation that in-house, outsourced and split share.

use super::demand::{Work, average_productivity, work};
use super::ledger::{Account, Category, Ledger, Nature, Recurrence};
use super::offer::{Engagement, VendorPart, vendor_part};
use super::rates::{Indices, months_up};
use super::staffing::{self, Policy, Team};
use super::{Number, Term, consequences, inhouse, vendor};
use crate::scenario::{Scenario, Service};

/// Who does the work of a service.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Course {
    /// How many people are wanted.
    pub policy: Policy,
    /// The offer taken, by its position; None: all of the work stays in-house.
    pub offer: Option<usize>,
    /// With an offer: whether the stated core stays, or nobody.
    pub core: Core,
}

/// How many people stay when a vendor takes the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Core {
    /// Nobody: the work is outsourced.
    Nobody,
    /// As many as the scenario states: the work is split.
    Stated,
}

/// What is the same for a service under every course.
pub struct Setting<'a, N> {
    /// The scenario.
    pub scenario: &'a Scenario<N>,
    /// The service's position.
    pub index: usize,
    /// The service.
    pub service: &'a Service<N>,
    /// The horizon in months.
    pub months: usize,
    /// The scenario's indices.
    pub indices: Indices<N>,
    /// Demand and need.
    pub work: Work<N>,
    average: Vec<N>,
}

impl<'a, N: Number> Setting<'a, N> {
    /// The setting of the service at `index`, which must exist.
    pub fn new(scenario: &'a Scenario<N>, index: usize) -> Self {
        let service = &scenario.services[index];
        let months = scenario.horizon.value() as usize;
        Setting {
            scenario,
            index,
            service,
            months,
            indices: Indices::new(&scenario.money, months),
            work: work(service, scenario.first_month, months),
            average: average_productivity(service, months),
        }
    }
}

/// What happens to a service under a course.
pub struct ServicePlan<'a, N> {
    /// The service's setting.
    pub setting: &'a Setting<'a, N>,
    /// The course that was run.
    pub course: Course,
    /// The vendors at work: the one taken, then the incumbent that leaves or stays.
    pub vendors: Vec<(Engagement<'a, N>, VendorPart<N>)>,
    /// The team.
    pub team: Team<N>,
    /// How the hours were met.
    pub hours: Hours<N>,
    /// Share of the work that stays with us, by month: 1 until vendor and team no longer work in parallel.
    pub own_share: Vec<N>,
    /// The entries.
    pub ledger: Ledger<N>,
}

/// How the hours of a service were met, by month.
#[derive(Clone, Debug)]
pub struct Hours<N> {
    /// By overtime.
    pub overtime: Vec<N>,
    /// By contractors.
    pub contractor: Vec<N>,
    /// Not at all.
    pub undone: Vec<N>,
    /// Paid for and not needed.
    pub idle: Vec<N>,
}

impl<N: Number> ServicePlan<'_, N> {
    /// Books an amount of a month.
    pub(super) fn book(
        &mut self,
        category: Category,
        nature: Nature,
        recurrence: Recurrence,
        month: usize,
        amount: N,
    ) {
        let account = Account { service: Some(self.setting.index), category, nature, recurrence };
        self.ledger.book(account, self.setting.months, month, amount);
    }

    /// Books recurring cash.
    pub(super) fn cash(&mut self, category: Category, month: usize, amount: N) {
        self.book(category, Nature::Cash, Recurrence::Recurring, month, amount);
    }

    /// Books one-off cash.
    pub(super) fn once(&mut self, category: Category, month: usize, amount: N) {
        self.book(category, Nature::Cash, Recurrence::OneOff, month, amount);
    }

    /// The vendor taken under this course, if any.
    #[must_use]
    pub fn taken(&self) -> Option<&(Engagement<'_, N>, VendorPart<N>)> {
        self.course.offer.and_then(|_| self.vendors.first())
    }

    /// The first month in which the vendor taken does more than half of what is planned for it.
    #[must_use]
    pub fn switch(&self) -> Option<usize> {
        let (_, part) = self.taken()?;
        (1..=self.setting.months).find(|month| {
            part.share[*month].value() > 0.0
                && part.delivered[*month].value() >= 0.5 * part.planned[*month].value()
        })
    }

    /// Whether lead and parallel working end before the horizon does.
    #[must_use]
    pub fn switches(&self) -> bool {
        self.vendors.iter().all(|(engagement, _)| engagement.lead + engagement.parallel < self.setting.months)
    }
}

/// Runs a service under a course.
pub fn run<'a, N: Number>(setting: &'a Setting<'a, N>, course: Course) -> ServicePlan<'a, N> {
    let engagements = engagements(setting, course);
    let core = core_hours(setting, course);
    let vendors: Vec<(Engagement<'a, N>, VendorPart<N>)> = engagements
        .into_iter()
        .map(|(engagement, own)| {
            let part = vendor_part(&engagement, &setting.work, own.as_ref().unwrap_or(&core));
            (engagement, part)
        })
        .collect();
    let taken = course.offer.and_then(|_| vendors.first()).map(|(engagement, _)| engagement);
    let handover = handover(setting, course, &vendors);
    let (mut wanted, mut cap) = (Vec::new(), Vec::new());
    for month in 0..=setting.months {
        let elsewhere = delivered(&vendors, month);
        wanted.push((setting.work.need[month] - elsewhere).positive() + handover[month]);
        cap.push(
            taken.filter(|engagement| month >= engagement.settled_from()).map(|_| kept(setting, course)),
        );
    }
    let team = staffing::run(setting.service, course.policy, &wanted, &cap, &setting.average);
    let hours = meet(setting, &team, &vendors, &handover);
    let own_share = (0..=setting.months)
        .map(|month| {
            let moved = match taken {
                Some(engagement) if month >= engagement.settled_from() => vendors[0].1.share[month],
                _ => N::zero(),
            };
            (N::one() - moved).positive().named(Term::OwnShare)
        })
        .collect();
    let mut plan = ServicePlan {
        setting,
        course,
        vendors,
        team,
        hours,
        own_share,
        ledger: Ledger { lines: Vec::new() },
    };
    inhouse::book(&mut plan);
    vendor::book(&mut plan);
    consequences::book(&mut plan);
    plan
}

/// People who stay under a course.
fn kept<N: Number>(setting: &Setting<'_, N>, course: Course) -> N {
    match course.core {
        Core::Nobody => N::zero(),
        Core::Stated => setting.service.core.unwrap_or(N::zero()),
    }
}

/// The vendors at work under a course, each with the own hours it comes on top of, where these are not the core's.
fn engagements<'a, N: Number>(
    setting: &Setting<'a, N>,
    course: Course,
) -> Vec<(Engagement<'a, N>, Option<Vec<N>>)> {
    let service = setting.service;
    let taken =
        course.offer.and_then(|index| service.offers.get(index).map(|offer| Engagement::new(offer, index)));
    let mut engagements: Vec<_> = taken.into_iter().map(|engagement| (engagement, None)).collect();
    let incumbent = service.offers.iter().position(|offer| offer.incumbent);
    if let Some(index) = incumbent
        && course.offer != Some(index)
    {
        let mut engagement = Engagement::new(&service.offers[index], index);
        engagement.until = match (course.policy, taken) {
            (_, Some(taken)) => Some(taken.settled_from() - 1),
            (Policy::Fixed, None) => None,
            (_, None) => Some(months_up(service.team.time_to_hire.value())),
        };
        let today = people_hours(setting, |month| match course.policy {
            Policy::Fixed if month > months_up(service.team.time_to_hire.value()) => {
                service.team.people + service.team.vacancies
            }
            _ => service.team.people,
        });
        engagements.push((engagement, Some(today)));
    }
    engagements
}

/// Productive hours by month of a number of people with their leavers replaced.
fn people_hours<N: Number>(setting: &Setting<'_, N>, people: impl Fn(usize) -> N) -> Vec<N> {
    let hours = setting.service.team.hours / N::of(12.0);
    (0..=setting.months).map(|month| people(month) * hours * setting.average[month]).collect()
}

fn core_hours<N: Number>(setting: &Setting<'_, N>, course: Course) -> Vec<N> {
    let kept = kept(setting, course);
    people_hours(setting, |_| kept)
}

fn delivered<N: Number>(vendors: &[(Engagement<'_, N>, VendorPart<N>)], month: usize) -> N {
    vendors.iter().fold(N::zero(), |sum, (_, part)| sum + part.delivered[month])
}

/// Own hours spent on handing over, by month: in the months of parallel working, else in the last month before the vendor starts.
fn handover<N: Number>(
    setting: &Setting<'_, N>,
    course: Course,
    vendors: &[(Engagement<'_, N>, VendorPart<N>)],
) -> Vec<N> {
    let mut hours = vec![N::zero(); setting.months + 1];
    let taken = course.offer.and_then(|_| vendors.first());
    let Some((engagement, part)) = taken.filter(|(engagement, _)| !engagement.settled) else {
        return hours;
    };
    if part.list_fee.iter().all(|fee| fee.value() <= 0.0) {
        return hours;
    }
    let leaving = (setting.service.team.people - kept(setting, course)).positive();
    let total = leaving * engagement.offer.transition.transfer_hours;
    let first = if engagement.parallel > 0 { engagement.lead + 1 } else { engagement.lead.max(1) };
    let spread = engagement.parallel.max(1);
    for month in first..first + spread {
        if month <= setting.months {
            hours[month] = total / N::of(spread as f64);
        }
    }
    hours
}

/// Meets the hours that remain for the team: its capacity, then the cheapest sources.
fn meet<N: Number>(
    setting: &Setting<'_, N>,
    team: &Team<N>,
    vendors: &[(Engagement<'_, N>, VendorPart<N>)],
    handover: &[N],
) -> Hours<N> {
    let zeros = vec![N::zero(); setting.months + 1];
    let mut hours =
        Hours { overtime: zeros.clone(), contractor: zeros.clone(), undone: zeros.clone(), idle: zeros };
    let shortage = &setting.service.shortage;
    let overtime_price = inhouse::overtime_hour(setting.service).value();
    let undone_price = inhouse::undone_hour(setting.service).value();
    let contractor = shortage.contractor_rate.map(Number::value);
    let use_overtime =
        overtime_price <= undone_price && contractor.is_none_or(|price| overtime_price < price);
    for month in 1..=setting.months {
        let remaining = (setting.work.need[month] - delivered(vendors, month)).positive();
        let capacity = (team.capacity[month] - handover[month]).positive();
        let mut short = (remaining - capacity).positive();
        hours.idle[month] = (capacity - remaining).positive();
        if use_overtime {
            let overtime = short.or_less(shortage.overtime_limit * team.capacity[month]);
            hours.overtime[month] = overtime.computed(Term::OvertimeHours);
            short = short - overtime;
        }
        if contractor.is_some_and(|price| price <= undone_price) {
            hours.contractor[month] = short.computed(Term::ContractorHours);
        } else {
            hours.undone[month] = short.computed(Term::UndoneHours);
        }
    }
    hours
}
