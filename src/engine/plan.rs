//! One service under one course: the calculation that in-house, outsourced and split share.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use super::chance::Chance;
use super::demand::{Work, average_productivity, foreseen, is_live, work_by_chance};
use super::hours::{Hours, Meeting};
use super::ledger::Ledger;
use super::offer::{Engagement, Load, VendorPart, vendor_part};
use super::productivity::{Productivity, closes, people_needed};
use super::project::Project;
use super::rates::{Indices, hiring_months, monthly_attrition};
use super::staffing::{self, After, Policy, Team, Wanted};
use super::{Mask, Number, Term, consequences, inhouse, vendor};
use crate::scenario::{Offer, Scenario, Service};

/// Who does the work of a service.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// How many people are wanted.
    pub policy: Policy,
    /// The offer taken, by its position; None: all of the work stays in-house.
    pub offer: Option<usize>,
    /// With an offer: who stays.
    pub core: Core,
    /// People planned in advance, months 0..=H, for [`Policy::Planned`] and [`Core::Planned`].
    pub sizes: Option<Arc<[f64]>>,
}

impl Course {
    /// All of the work in-house.
    #[must_use]
    pub fn own(policy: Policy) -> Self {
        Course { policy, offer: None, core: Core::Nobody, sizes: None }
    }

    /// The work given to a vendor, but for whom the core keeps.
    #[must_use]
    pub fn with(policy: Policy, offer: usize, core: Core) -> Self {
        Course { policy, offer: Some(offer), core, sizes: None }
    }
}

/// How many people stay when a vendor takes the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Core {
    /// Nobody: the work is outsourced.
    Nobody,
    /// As many as the scenario states: the work is split.
    Stated,
    /// As many as the course plans for each month.
    Planned,
}

/// A need as it was foreseen, by months ahead and months since the last one known.
type Seen<N> = ((usize, usize), Rc<Vec<N>>);

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
    /// What chance does, on a path of a simulation.
    pub chance: Option<&'a Chance<'a, N>>,
    /// The scenario's indices.
    pub indices: Indices<N>,
    /// Demand and need.
    pub work: Work<N>,
    /// The project, if the work is one.
    pub project: Option<Project<N>>,
    /// Share of the team that leaves in a month.
    pub leaving: N,
    /// Average productivity of a team whose leavers are replaced, while gaps in its skills are closed.
    pub average: Vec<N>,
    /// The need as it was foreseen, by months ahead and months since the last one known.
    seen: RefCell<Vec<Seen<N>>>,
    /// What missing skills, rework and checking leave of productivity; None where nothing is stated.
    pub productivity: Option<Productivity<N>>,
    /// Whether nothing but the sums is wanted of what is booked.
    pub only_sums: bool,
}

impl<'a, N: Number> Setting<'a, N> {
    /// The setting of the service at `index`, which must exist.
    pub fn new(scenario: &'a Scenario<N>, index: usize) -> Self {
        Self::by_chance(scenario, index, None)
    }

    /// The setting on a path of a simulation.
    #[inline(never)]
    pub fn by_chance(scenario: &'a Scenario<N>, index: usize, chance: Option<&'a Chance<'a, N>>) -> Self {
        let service = &scenario.services[index];
        let months = scenario.horizon.value() as usize;
        let project = Project::new(service);
        let work = match &project {
            Some(project) => {
                let due = project.due(months);
                Work { demand: due.clone(), need: due, desk: None, pattern: None }
            }
            None => work_by_chance(service, scenario.first_month, months, chance),
        };
        let people = people_needed(service, project.as_ref(), &work.need);
        let productivity = Productivity::new(service, &people);
        let mut average = average_productivity(service, months);
        if let Some(left) = &productivity {
            average.iter_mut().zip(&left.closing).for_each(|(average, left)| *average = *average * *left);
        }
        Setting {
            scenario,
            index,
            service,
            months,
            chance,
            indices: Indices::new(&scenario.money, months),
            work,
            project,
            leaving: monthly_attrition(&service.team),
            average,
            productivity,
            seen: RefCell::default(),
            only_sums: false,
        }
    }

    /// The need as it was foreseen so many months ahead, by who last knew it so many months before.
    fn seen(&self, ahead: usize, known: usize) -> Rc<Vec<N>> {
        // How long ahead tells which surprises are seen, and nothing else.
        let surprises = self.service.demand.events.iter().any(|event| event.surprise);
        let ahead = if surprises { ahead } else { 0 };
        let found =
            self.seen.borrow().iter().find(|(of, _)| *of == (ahead, known)).map(|(_, need)| need.clone());
        found.unwrap_or_else(|| {
            let chance = self.chance.map(|chance| (chance, known));
            let need = foreseen(self.service, &self.work, self.scenario.first_month, ahead, chance);
            let need = Rc::new(need);
            self.seen.borrow_mut().push(((ahead, known), need.clone()));
            need
        })
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

impl<N: Number> ServicePlan<'_, N> {
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

    /// Whether there is a month in which it does.
    #[must_use]
    pub fn vendor_works(&self) -> bool {
        let zero = N::zero();
        let none = zero.more_than(zero);
        N::decide(self.taken().map_or(none, |(_, part)| {
            (1..=self.setting.months).fold(none, |any, month| {
                let half = N::of(0.5) * part.planned[month];
                any.or(part.share[month].is_positive().and(part.delivered[month].at_least(half)))
            })
        }))
    }

    /// Whether lead and parallel working end before the horizon does.
    #[must_use]
    pub fn switches(&self) -> bool {
        self.vendors.iter().all(|(engagement, _)| engagement.lead + engagement.parallel < self.setting.months)
    }
}

/// Most times a project is planned anew so that its people stay until it is done, and no longer.
const ROUNDS: usize = 12;

/// Runs a service under a course.
///
/// A project is planned at its rate until it is done; who needs longer, since people arrive late or learn, works on, and who is done
/// sooner stops.
pub fn run<'a, N: Number>(setting: &'a Setting<'a, N>, course: &Course) -> ServicePlan<'a, N> {
    let Some(project) = &setting.project else {
        return attempt(setting, course, &setting.work, None);
    };
    let mut pace = project.due(setting.months);
    let mut end = pace.iter().rposition(|hours| hours.value() > 0.0).unwrap_or(0);
    for round in 1.. {
        let work = Work { demand: pace.clone(), need: pace.clone(), desk: None, pattern: None };
        let after = if setting.service.development.stays { After::Stays } else { After::MovesOn };
        let plan = attempt(setting, course, &work, Some((end, after)));
        let (before, mut left) = (end, plan.hours.undone[setting.months]);
        match plan.hours.finish {
            Some(finish) => {
                end = (libm::ceil(finish.value()) as usize).clamp(1, setting.months);
                pace.iter_mut().skip(end + 1).for_each(|hours| *hours = N::zero());
            }
            None => {
                while left.value() > 0.0 && end < setting.months {
                    end += 1;
                    pace[end] = project.rate.or_less(left).computed(Term::Need);
                    left = (left - project.rate).positive().computed(Term::UndoneHours);
                }
            }
        }
        if end == before || round >= ROUNDS {
            return plan;
        }
    }
    unreachable!("the last round returns")
}

/// Runs a service with its capacity planned for `work`, until the team moves on after the month `ends`.
///
/// What it calls stays apart from it (`inline(never)`): engines of Wasm take less care of registers in a function as long as all of them
/// together, and the simulation is slower by an eighth.
fn attempt<'a, N: Number>(
    setting: &'a Setting<'a, N>,
    course: &Course,
    work: &Work<N>,
    ends: Option<(usize, After)>,
) -> ServicePlan<'a, N> {
    let service = setting.service;
    // The need as it was foreseen; a project's is planned.
    let seen = |ahead: usize, known: usize| {
        if setting.project.is_some() { Rc::new(work.need.clone()) } else { setting.seen(ahead, known) }
    };
    // The team's planners know demand to the month before; a vendor follows the month's own.
    let by_team = |ahead: usize| seen(ahead, ahead + 1);
    let by_vendor = |ahead: usize| seen(ahead, ahead);
    let core = || people_hours(setting, |month| kept(setting, course, month));
    let vendors: Vec<(Engagement<'a, N>, VendorPart<N>)> = engagements(setting, course)
        .into_iter()
        .map(|(engagement, own)| {
            let flexibility = &engagement.offer.flexibility;
            let (up, down) = (
                by_vendor(flexibility.ramp_lead.value() as usize),
                by_vendor(flexibility.shrink_notice.value() as usize),
            );
            let load = Load { work, up: &up, down: &down };
            let part = vendor_part(&engagement, &load, &own.unwrap_or_else(core));
            (engagement, part)
        })
        .collect();
    let taken = course.offer.and_then(|_| vendors.first()).map(|(engagement, _)| engagement);
    let settled = |month: usize| taken.is_some_and(|engagement| month >= engagement.settled_from());
    let handover = handover(setting, course, &vendors);
    let delivered: Vec<N> = (0..=setting.months).map(|month| delivered(&vendors, month)).collect();
    // The level of a project is its pace: a share of the coming year's needs would leave its end undone.
    let policy = match course.policy {
        Policy::Level if setting.project.is_some() => Policy::Chase,
        policy => policy,
    };
    // Who stays as today, or is planned in advance, is so whatever is foreseen.
    let foresees = match policy {
        Policy::Chase | Policy::Level => true,
        Policy::Planned => course.sizes.is_none(),
        Policy::Fixed => false,
    };
    let hours_wanted = |ahead: usize| -> Vec<N> {
        if !foresees {
            return Vec::new();
        }
        let need = by_team(ahead);
        let rest = need.iter().zip(&delivered).zip(&handover);
        rest.map(|((need, elsewhere), handover)| (*need - *elsewhere).positive() + *handover).collect()
    };
    let wanted = Wanted {
        up: hours_wanted(hiring_months(service)),
        down: hours_wanted(service.leaving.notice_months.value() as usize),
        cap: taken.map(|engagement| {
            let first = engagement.settled_from();
            (first, (first..=setting.months).map(|month| kept(setting, course, month)).collect())
        }),
        sizes: course
            .sizes
            .as_ref()
            .map(|sizes| sizes.iter().map(|size| N::of(*size).computed(Term::People)).collect()),
        ends,
    };
    let leavers = setting.chance.and_then(|chance| chance.leavers.as_ref());
    let mut team = staffing::run(service, policy, wanted, (setting.leaving, &setting.average), leavers);
    if let Some(productivity) = &setting.productivity {
        let left = if closes(course) { &productivity.closing } else { &productivity.open };
        for (capacity, left) in team.capacity.iter_mut().zip(left).skip(1) {
            *capacity = (*capacity * *left).computed(Term::Capacity);
        }
    }
    let meeting = Meeting {
        service,
        project: setting.project.as_ref(),
        need: &setting.work.need,
        delivered,
        capacity: &team.capacity,
        handover: &handover,
        live: is_live(service),
    };
    let hours = meeting.meet();
    let own_share = (0..=setting.months)
        .map(|month| {
            let moved = if settled(month) { vendors[0].1.share[month] } else { N::zero() };
            (N::one() - moved).positive().named(Term::OwnShare)
        })
        .collect();
    let ledger =
        if setting.only_sums { Ledger::of_sums(setting.months) } else { Ledger::new(setting.months) };
    let mut plan = ServicePlan { setting, course: course.clone(), vendors, team, hours, own_share, ledger };
    inhouse::book(&mut plan);
    vendor::book(&mut plan);
    consequences::book(&mut plan);
    plan
}

/// People who stay under a course in a month.
fn kept<N: Number>(setting: &Setting<'_, N>, course: &Course, month: usize) -> N {
    match (course.core, &course.sizes) {
        (Core::Nobody, _) => N::zero(),
        (Core::Stated, _) => setting.service.core.unwrap_or(N::zero()),
        (Core::Planned, Some(sizes)) => {
            sizes.get(month).map_or(N::zero(), |size| N::of(*size).computed(Term::People))
        }
        (Core::Planned, None) => N::zero(),
    }
}

/// The vendors at work under a course, each with the own hours it comes on top of, where these are not the core's.
fn engagements<'a, N: Number>(
    setting: &'a Setting<'a, N>,
    course: &Course,
) -> Vec<(Engagement<'a, N>, Option<Vec<N>>)> {
    let service = setting.service;
    let skilled = |index: usize| {
        let left = setting.productivity.as_ref().filter(|_| !service.skills.is_empty());
        left.map(|left| left.vendors[index].as_slice())
    };
    let engaged = |offer: &'a Offer<N>, index: usize| Engagement {
        skilled: skilled(index),
        ..Engagement::new(offer, index)
    };
    let taken = course.offer.and_then(|index| service.offers.get(index).map(|offer| engaged(offer, index)));
    let mut engagements: Vec<_> = taken.into_iter().map(|engagement| (engagement, None)).collect();
    let incumbent = service.offers.iter().position(|offer| offer.incumbent);
    if let Some(index) = incumbent
        && course.offer != Some(index)
    {
        let mut engagement = engaged(&service.offers[index], index);
        engagement.until = match (course.policy, taken) {
            (_, Some(taken)) => Some(taken.settled_from() - 1),
            (Policy::Fixed, None) => None,
            (_, None) => Some(hiring_months(service)),
        };
        let today = people_hours(setting, |month| match course.policy {
            Policy::Fixed if month > hiring_months(service) => service.team.people + service.team.vacancies,
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

fn delivered<N: Number>(vendors: &[(Engagement<'_, N>, VendorPart<N>)], month: usize) -> N {
    vendors.iter().fold(N::zero(), |sum, (_, part)| sum + part.delivered[month])
}

/// Own hours spent on handing over, by month: in the months of parallel working, else in the last month before the vendor starts.
fn handover<N: Number>(
    setting: &Setting<'_, N>,
    course: &Course,
    vendors: &[(Engagement<'_, N>, VendorPart<N>)],
) -> Vec<N> {
    let mut hours = vec![N::zero(); setting.months + 1];
    let taken = course.offer.and_then(|_| vendors.first());
    let Some((engagement, part)) = taken.filter(|(engagement, _)| !engagement.settled) else {
        return hours;
    };
    let most = part.list_fee.iter().fold(N::zero(), |most, fee| most.or_more(*fee));
    if !N::decide(most.is_positive()) {
        return hours;
    }
    let after = engagement.settled_from().min(setting.months);
    let leaving = (setting.service.team.people - kept(setting, course, after)).positive();
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
