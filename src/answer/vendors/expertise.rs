//! Access to expertise: what of the skills is missing over time, each way of closing the gap, and what that does.

use std::rc::Rc;

use super::super::compare::Answer;
use super::super::options::Options;
use super::super::outcome::{Kind, Part};
use crate::engine::plan::{Course, Setting};
use crate::engine::productivity::{Gap, Way, people_needed};
use crate::engine::staffing::Policy;
use crate::scenario::{Closing, Scenario, Service, Skill};

/// A way of getting at the skills.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Nothing is done: those who are there do what they can.
    Open,
    /// By hiring.
    Hiring,
    /// By training those who are there.
    Training,
    /// All of the work to a vendor, by its position.
    Vendor(usize),
}

impl Source {
    /// The name in the result file.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Source::Open => "open".to_owned(),
            Source::Hiring => "hiring".to_owned(),
            Source::Training => "training".to_owned(),
            Source::Vendor(vendor) => format!("vendor_{vendor}"),
        }
    }
}

/// The expertise that a service takes.
#[derive(Clone, Debug)]
pub struct Expertise {
    /// The service's position.
    pub service: usize,
    /// By skill: people needed in months 0..=H; month 0 repeats month 1.
    pub needed: Vec<Vec<f64>>,
    /// Each way of getting at it.
    pub ways: Vec<WayToSkills>,
}

/// One way of getting at the skills of a service.
#[derive(Clone, Debug)]
pub struct WayToSkills {
    /// Which.
    pub source: Source,
    /// People missing, all skills together, in months 0..=H; month 0 repeats month 1.
    pub missing: Vec<f64>,
    /// By skill: people missing in the same months.
    pub missing_by_skill: Vec<Vec<f64>>,
    /// By skill: the months that people are missing for, summed.
    pub by_skill: Vec<f64>,
    /// By skill: whether the way is open to it: a skill without months to train cannot be trained, and a vendor may have said nothing.
    pub known: Vec<bool>,
    /// The sum over skills.
    pub skill_months: f64,
    /// The first month from which on nothing is missing; None if something still is at the horizon.
    pub complete: Option<usize>,
    /// What closing the gap costs, at prices of the first month: hires or training. A vendor's price contains it.
    pub cost: f64,
    /// By skill: how many are hired or trained, and what each costs; none where nothing is closed.
    pub closed: Vec<(f64, f64)>,
    /// Productivity left of those who do the work, in months 0..=H: 1 where no skill is missing.
    pub productivity: Vec<f64>,
    /// By skill: what its being missing leaves of productivity in the same months.
    pub productivity_by_skill: Vec<Vec<f64>>,
    /// When a project is done, if it is one and is done within the horizon.
    pub finish: Option<f64>,
    /// The same if no skill were missing.
    pub finish_with_all: Option<f64>,
    /// Present cost of the service's option beyond what it would be if no skill were missing: hires, training, and work that takes longer.
    pub effect: f64,
    /// Present cost of the service's option this way.
    pub present: f64,
    /// The same if no skill were missing.
    pub present_with_all: f64,
}

/// The expertise of every service that states skills.
#[must_use]
pub fn expertise(scenario: &Scenario<f64>, answer: &Answer) -> Vec<Expertise> {
    let mut found = skills_needed(scenario);
    for one in &mut found {
        let sources = sources(answer, one.service);
        one.ways =
            sources.into_iter().map(|source| way_to_skills(scenario, answer, one.service, source)).collect();
    }
    found
}

/// What every service that states skills needs of them; the ways of getting at them are still to be found.
#[must_use]
pub fn skills_needed(scenario: &Scenario<f64>) -> Vec<Expertise> {
    let with_skills = scenario.services.iter().enumerate().filter(|(_, service)| !service.skills.is_empty());
    with_skills
        .map(|(index, service)| {
            let people = people(scenario, index);
            let needed = |skill: &Skill<f64>| {
                let gap = Gap::new(service, skill);
                people.iter().enumerate().map(|(month, people)| gap.needed(month.max(1), *people)).collect()
            };
            Expertise {
                service: index,
                needed: service.skills.iter().map(needed).collect(),
                ways: Vec::new(),
            }
        })
        .collect()
}

/// People that the work takes by month.
fn people(scenario: &Scenario<f64>, index: usize) -> Vec<f64> {
    let setting = Setting::new(scenario, index);
    people_needed(&scenario.services[index], setting.project.as_ref(), &setting.work.need)
}

/// The ways that are open to a service: leaving the gap, hiring, training, and each vendor with an offer for it.
#[must_use]
pub fn sources(answer: &Answer, index: usize) -> Vec<Source> {
    let vendors = answer.options.iter().filter_map(|option| match option.kind() {
        Kind::Outsourced(vendor) if option.outcome.parts[index].vendor.is_some() => {
            Some(Source::Vendor(vendor))
        }
        _ => None,
    });
    [Source::Open, Source::Hiring, Source::Training].into_iter().chain(vendors).collect()
}

/// One way of getting at the skills of a service.
#[must_use]
pub fn way_to_skills(scenario: &Scenario<f64>, answer: &Answer, index: usize, source: Source) -> WayToSkills {
    let service = &scenario.services[index];
    let people = people(scenario, index);
    let gaps: Vec<Gap<'_, f64>> = service.skills.iter().map(|skill| Gap::new(service, skill)).collect();
    let months = answer.months;
    let start = match source {
        Source::Vendor(vendor) => Some(starts(scenario, service, vendor)),
        _ => None,
    };
    let missing = |gap: &Gap<'_, f64>, month: usize| {
        let people = people[month];
        match (source, start) {
            (Source::Hiring, _) => gap.missing(month, people, Way::Hiring),
            (Source::Training, _) => gap.missing(month, people, Way::Training),
            (Source::Vendor(vendor), Some((lead, settled))) => {
                let has = lead + gap.lead(&scenario.vendors[vendor].id).unwrap_or(0);
                match month {
                    _ if month > has => 0.0,
                    // Those who have it today are there until the vendor works alone.
                    _ if month < settled => gap.open(month, people),
                    _ => gap.needed(month, people),
                }
            }
            _ => gap.open(month, people),
        }
    };
    let mut sums = vec![0.0; months + 1];
    let mut by_skill = Vec::new();
    let mut missing_by_skill = Vec::new();
    for gap in &gaps {
        let monthly: Vec<f64> = (0..=months).map(|month| missing(gap, month.max(1))).collect();
        by_skill.push(monthly[1..].iter().sum());
        sums.iter_mut().zip(&monthly).for_each(|(sum, one)| *sum += one);
        missing_by_skill.push(monthly);
    }
    let last = (1..=months).rev().find(|month| sums[*month] > 1e-9);
    let complete = match last {
        None => Some(1),
        Some(month) if month < months => Some(month + 1),
        Some(_) => None,
    };
    let closed = |gap: &Gap<'_, f64>, way: Way| {
        let most = (1..=months).map(|month| gap.open(month, people[month])).fold(0.0, f64::max);
        let trainable = (service.team.people - gap.now()).max(0.0);
        let closes = gap.months(way).is_some();
        let least = most.min(if way == Way::Training { trainable } else { f64::MAX });
        (if closes { least } else { 0.0 }, gap.each(way))
    };
    let closed: Vec<(f64, f64)> = match source {
        Source::Hiring => gaps.iter().map(|gap| closed(gap, Way::Hiring)).collect(),
        Source::Training => gaps.iter().map(|gap| closed(gap, Way::Training)).collect(),
        Source::Open | Source::Vendor(_) => Vec::new(),
    };
    let left = |(gap, missing): (&Gap<'_, f64>, &Vec<f64>)| -> Vec<f64> {
        (0..=months).map(|month| gap.left(missing[month], people[month])).collect()
    };
    let productivity_by_skill: Vec<Vec<f64>> = gaps.iter().zip(&missing_by_skill).map(left).collect();
    let (with, without) = parts(scenario, answer, index, source);
    WayToSkills {
        source,
        missing: sums,
        known: gaps
            .iter()
            .map(|gap| match source {
                Source::Training => gap.months(Way::Training).is_some(),
                Source::Vendor(vendor) => gap.lead(&scenario.vendors[vendor].id).is_some(),
                Source::Open | Source::Hiring => true,
            })
            .collect(),
        skill_months: by_skill.iter().sum(),
        by_skill,
        complete,
        // A sum of nothing is −0.
        cost: closed.iter().map(|(people, each)| people * each).sum::<f64>() + 0.0,
        closed,
        productivity: (0..=months)
            .map(|month| productivity_by_skill.iter().fold(1.0, |left, skill| left * skill[month]))
            .collect(),
        missing_by_skill,
        productivity_by_skill,
        finish: with.hours.finish,
        finish_with_all: without.hours.finish,
        effect: with.present - without.present,
        present: with.present,
        present_with_all: without.present,
    }
}

/// Months before a vendor starts, and the first in which it works alone.
fn starts(scenario: &Scenario<f64>, service: &Service<f64>, vendor: usize) -> (usize, usize) {
    let id = &scenario.vendors[vendor].id;
    let offer = service.offers.iter().find(|offer| offer.vendor == *id);
    offer.map_or((0, 0), |offer| {
        let engagement = crate::engine::offer::Engagement::new(offer, 0);
        (engagement.lead, engagement.settled_from())
    })
}

/// A service as it runs with the gap closed by a source, and as it would run if no skill were missing: the same course.
fn parts(scenario: &Scenario<f64>, answer: &Answer, index: usize, source: Source) -> (Rc<Part>, Rc<Part>) {
    let kind = match source {
        Source::Vendor(vendor) => Kind::Outsourced(vendor),
        _ => Kind::BestInHouse,
    };
    let option = answer.option(kind).unwrap_or(&answer.options[1]);
    let course = &option.outcome.parts[index].course;
    // Today's staffing closes nothing by itself; a team that follows need does.
    let follows = Course { policy: Policy::Chase, ..course.clone() };
    let closing = match source {
        Source::Hiring => Some(Closing::Hiring),
        Source::Training => Some(Closing::Training),
        Source::Open | Source::Vendor(_) => None,
    };
    let course = match (source, course.policy) {
        (Source::Hiring | Source::Training, Policy::Fixed) => &follows,
        _ => course,
    };
    let run = |change: &dyn Fn(&mut Service<f64>)| {
        let mut changed = scenario.clone();
        change(&mut changed.services[index]);
        Options::new(&changed, &answer.factors).part(&Setting::new(&changed, index), course.clone())
    };
    let with = run(&|service| {
        for skill in &mut service.skills {
            match (closing, skill.train_months) {
                // What cannot be trained stays missing, and so does everything where nothing is done.
                (Some(Closing::Training), None) => never(&mut skill.hire_months),
                (Some(way), _) => skill.closing = way,
                (None, _) if source == Source::Open => {
                    skill.closing = Closing::Hiring;
                    never(&mut skill.hire_months);
                }
                (None, _) => {}
            }
        }
    });
    let without = run(&|service| service.skills.clear());
    (with, without)
}

/// Longer than any horizon.
fn never(months: &mut Option<f64>) {
    *months = Some(1000.0);
}
