//! What missing skills, rework and checking leave of productivity.

use super::plan::ServicePlan;
use super::project::Project;
use super::rates::months_up;
use super::staffing::Policy;
use super::{Number, Term};
use crate::engine::ledger::Category;
use crate::engine::plan::{Core, Course};
use crate::scenario::{Closing, Offer, Service, Skill};

/// Productivity left by month, 1 where nothing is lost.
///
/// A month's work takes a skill in a share m of it; of what is missing of the skill, people without it do the work at a productivity q
/// (COCOMO II's experience multipliers, very low against nominal). Skills multiply as COCOMO's effort multipliers do:
/// Π (1 − missing share · (1 − q)), for own work also · (1 − rework) · (1 − inspection).
#[derive(Clone, Debug)]
pub struct Productivity<N> {
    /// Of own people while the gap is closed as stated.
    pub closing: Vec<N>,
    /// Of own people where nobody closes it.
    pub open: Vec<N>,
    /// Of each offer's vendor.
    pub vendors: Vec<Vec<N>>,
}

/// How a gap in a skill is closed in-house.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// By hiring.
    Hiring,
    /// By training.
    Training,
}

/// What of the skills is missing of a service, month by month.
#[derive(Clone, Copy, Debug)]
pub struct Gap<'a, N> {
    service: &'a Service<N>,
    skill: &'a Skill<N>,
}

impl<'a, N: Number> Gap<'a, N> {
    /// The gap in a skill of a service.
    pub fn new(service: &'a Service<N>, skill: &'a Skill<N>) -> Self {
        Gap { service, skill }
    }

    /// People with the skill that the work takes in a month in which it takes so many people.
    #[must_use]
    pub fn needed(&self, month: usize, people: N) -> N {
        let from = self.skill.from.value() as usize;
        let until = self.skill.until.map_or(usize::MAX, |until| until.value() as usize);
        if month < from || month > until {
            return N::zero();
        }
        self.skill.needed.unwrap_or_else(|| self.skill.share.unwrap_or(N::zero()) * people)
    }

    /// Of those needed, how many nobody in-house is today.
    #[must_use]
    pub fn open(&self, month: usize, people: N) -> N {
        (self.needed(month, people) - self.skill.now).positive()
    }

    /// Months that a way takes; None where it is not open.
    #[must_use]
    pub fn months(&self, way: Way) -> Option<usize> {
        let up = |months: N| libm::ceil(months.value()) as usize;
        match way {
            Way::Hiring => Some(
                self.skill.hire_months.map_or_else(|| months_up(self.service.team.time_to_hire.value()), up),
            ),
            Way::Training => self.skill.train_months.map(up),
        }
    }

    /// The way that is taken: as stated, else whichever is sooner, and of two as soon the cheaper.
    #[must_use]
    pub fn way(&self) -> Way {
        let (hire, train) = (self.months(Way::Hiring), self.months(Way::Training));
        match (self.skill.closing, train) {
            (Closing::Hiring, _) | (_, None) => Way::Hiring,
            (Closing::Training, Some(_)) => Way::Training,
            (Closing::Soonest, Some(months)) => {
                let cheaper = self.each(Way::Training).value() <= self.each(Way::Hiring).value();
                let sooner = hire.is_none_or(|hire| months < hire || (months == hire && cheaper));
                if sooner { Way::Training } else { Way::Hiring }
            }
        }
    }

    /// What a way costs for one person, at prices of the first month.
    #[must_use]
    pub fn each(&self, way: Way) -> N {
        match way {
            Way::Hiring => self.skill.hire_cost.unwrap_or(self.service.team.recruitment),
            Way::Training => self.skill.train_cost,
        }
    }

    /// People missing in a month while a way is taken from the decision on. Only those there can be trained.
    #[must_use]
    pub fn missing(&self, month: usize, people: N, way: Way) -> N {
        let open = self.open(month, people);
        match self.months(way) {
            Some(months) if month > months => match way {
                Way::Hiring => N::zero(),
                Way::Training => {
                    let most = self.service.team.people.or_more(self.skill.now);
                    open.or_less((self.needed(month, people) - most).positive())
                }
            },
            _ => open,
        }
    }

    /// People in-house who have it today.
    #[must_use]
    pub fn now(&self) -> N {
        self.skill.now
    }

    /// Months from a vendor's start until it has the skill; None where nothing is said.
    #[must_use]
    pub fn lead(&self, vendor: &str) -> Option<usize> {
        let listed = self.skill.vendors.iter().find(|one| one.vendor == vendor);
        listed.map(|one| libm::ceil(one.lead.value()) as usize)
    }

    /// What the skill's being missing for so many of the people leaves of productivity.
    #[must_use]
    pub fn left(&self, missing: N, people: N) -> N {
        let share = missing.share_of(people).or_less(N::one());
        N::one() - share * (N::one() - self.skill.without)
    }
}

/// People that the work takes in each month: need ÷ hours of a person; of a project at its planned rate throughout.
pub fn people_needed<N: Number>(service: &Service<N>, project: Option<&Project<N>>, need: &[N]) -> Vec<N> {
    let hours = service.team.hours / N::of(12.0);
    need.iter().map(|need| project.map_or(*need, |project| project.rate) / hours).collect()
}

impl<N: Number> Productivity<N> {
    /// What is left in a service; None where nothing is stated that takes anything.
    pub fn new(service: &Service<N>, people: &[N]) -> Option<Self> {
        let checks = &service.quality;
        let checked = checks.rework.most() > 0.0 || checks.inspection.most() > 0.0;
        if service.skills.is_empty() && !checked {
            return None;
        }
        let gaps: Vec<Gap<'_, N>> = service.skills.iter().map(|skill| Gap::new(service, skill)).collect();
        let own = (N::one() - checks.rework) * (N::one() - checks.inspection);
        let by_month = |start: N, missing: &dyn Fn(&Gap<'_, N>, usize, N) -> N| -> Vec<N> {
            let month = |(month, people): (usize, &N)| {
                let left = gaps
                    .iter()
                    .fold(start, |left, gap| left * gap.left(missing(gap, month.max(1), *people), *people));
                left.computed(Term::ProductivityLeft)
            };
            people.iter().enumerate().map(month).collect()
        };
        let vendor = |offer: &Offer<N>| {
            let start = if offer.incumbent { 0 } else { offer.transition.lead_months.value() as usize };
            by_month(N::one(), &|gap, month, people| match gap.lead(&offer.vendor) {
                Some(lead) if month <= start + lead => gap.needed(month, people),
                _ => N::zero(),
            })
        };
        Some(Productivity {
            closing: by_month(own, &|gap, month, people| gap.missing(month, people, gap.way())),
            open: by_month(own, &|gap, month, people| gap.open(month, people)),
            vendors: service.offers.iter().map(vendor).collect(),
        })
    }
}

/// Whether gaps are closed in-house under a course: not while everything stays as it is, and not where all of the work leaves.
#[must_use]
pub fn closes(course: &Course) -> bool {
    course.policy != Policy::Fixed && (course.offer.is_none() || course.core != Core::Nobody)
}

/// Books what closing the gaps costs, when those hired or trained are there: for as many as are missing at most, and where the work is
/// split for the share that stays.
pub fn book<N: Number>(plan: &mut ServicePlan<'_, N>) {
    let setting = plan.setting;
    if setting.service.skills.is_empty() || !closes(&plan.course) {
        return;
    }
    let people = people_needed(setting.service, setting.project.as_ref(), &setting.work.need);
    for skill in &setting.service.skills {
        let gap = Gap::new(setting.service, skill);
        let way = gap.way();
        let most =
            (1..=setting.months).fold(N::zero(), |most, month| most.or_more(gap.open(month, people[month])));
        let closed = match way {
            Way::Hiring => most,
            Way::Training => most.or_less((setting.service.team.people - skill.now).positive()),
        };
        let Some(month) =
            gap.months(way).map(|months| months.max(1)).filter(|month| *month <= setting.months)
        else {
            continue;
        };
        let category = if way == Way::Hiring { Category::Recruitment } else { Category::Training };
        let index = match way {
            Way::Hiring => setting.indices.wage[month],
            Way::Training => setting.indices.general[month],
        };
        let share = plan.own_share[setting.months];
        let cost = closed.computed(Term::PeopleWithSkill) * gap.each(way) * index * share;
        plan.once(category, month, cost);
    }
}
