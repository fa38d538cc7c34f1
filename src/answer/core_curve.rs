//! How many people to keep: what an option with a vendor saves for every size of the core, from nobody to as many as the work takes.

use super::compare::Answer;
use super::options::Options;
use super::outcome::{Kind, Outcome};
use super::sizes::SizePlan;
use crate::engine::inhouse::person_cost;
use crate::engine::offer::Engagement;
use crate::engine::plan::{Core, Course, Setting};
use crate::engine::staffing::Policy;
use crate::scenario::Scenario;

/// Most sizes tried; a larger team is tried in steps of several people.
const MOST_SIZES: usize = 200;

/// What a vendor's option saves by the number of people kept in one service, its other services sent out.
#[derive(Clone, Debug)]
pub struct CoreCurve {
    /// The vendor, by its position.
    pub vendor: usize,
    /// The service, by its position.
    pub service: usize,
    /// People from one size to the next.
    pub step: usize,
    /// Present savings against best in-house when 0, step, 2·step, … people are kept: the whole engine for each.
    pub saved: Vec<f64>,
    /// The position of the size that saves most; of equal ones the smallest.
    pub best: usize,
    /// The share of the time in which each block of `step` people is needed once the vendor is there: the load-duration curve. The
    /// first stands at 1, that of nobody.
    pub needed: Vec<f64>,
    /// The best size found for every month 0..=H, where it is planned by month.
    pub monthly: Option<Vec<f64>>,
    /// Why: the prices that decide whether a person is worth keeping. None where hours have no price of their own, and for a project.
    pub rule: Option<Rule>,
}

/// Keep a person while they are needed for more than `own ÷ flex` of the time: with one price for all work beyond the core, what a person
/// kept costs whether needed or not must be less than what the vendor is paid when they are (newsvendor).
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// What a person of the team fewer saves in a month: what stays anyhow is left out.
    pub own: f64,
    /// The vendor's settled fee for the same work, with governance that grows with fees. A fixed fee has no such price.
    pub flex: f64,
}

impl Rule {
    /// The share of the time from which a person is worth keeping; above 1, nobody is.
    #[must_use]
    pub fn share(&self) -> f64 {
        self.own / self.flex
    }
}

impl CoreCurve {
    /// People kept at the best size.
    #[must_use]
    pub fn people(&self) -> usize {
        self.best * self.step
    }

    /// Whether the best size is neither nobody nor everybody.
    #[must_use]
    pub fn is_split(&self) -> bool {
        self.best > 0 && self.best + 1 < self.saved.len()
    }
}

/// The curve of each service that a vendor has an offer for.
#[must_use]
pub fn core_curves(scenario: &Scenario<f64>, answer: &Answer, vendor: usize) -> Vec<CoreCurve> {
    let services = 0..scenario.services.len();
    services.filter_map(|service| core_curve(scenario, answer, vendor, service)).collect()
}

fn core_curve(scenario: &Scenario<f64>, answer: &Answer, vendor: usize, service: usize) -> Option<CoreCurve> {
    let outsourced = answer.option(Kind::Outsourced(vendor))?;
    let offer = outsourced.outcome.parts[service].course.offer?;
    let reference = answer.options[1].measures.present;
    let setting = Setting::new(scenario, service);
    let hours = setting.service.team.hours / 12.0;
    let peak = setting.work.need[1..]
        .iter()
        .copied()
        .fold(0.0, |most: f64, need| if need > most { need } else { most });
    // Leavers are always being replaced, so the last person to be needed is a little more than the hours say.
    let most = libm::ceil(peak / hours * 1.05) as usize;
    let step = most.div_ceil(MOST_SIZES).max(1);
    let options = Options::new(scenario, &answer.factors);
    // All else of the option is as it is with nobody kept, unless the vendor is left without work and need not be paid for being there.
    let rest = outsourced.measures.present - outsourced.outcome.parts[service].present;
    let saved: Vec<f64> = (0..=most.div_ceil(step))
        .map(|position| options.part(&setting, keeping(offer, position * step, setting.months)))
        .map(|sized| {
            let present = match sized.switch {
                Some(_) => rest + sized.present,
                None => options.present(&options.with_part(outsourced, service, sized)),
            };
            reference - present
        })
        .collect();
    let best = (0..saved.len()).fold(0, |best, at| if saved[at] > saved[best] { at } else { best });
    // A project is done sooner with more people, and nobody is needed after it: shares of the time say nothing of who is worth keeping.
    let hour = outsourced.outcome.parts[service].list_hour.filter(|_| setting.project.is_none());
    let rule = hour.map(|hour| {
        let found = &setting.service.offers[offer];
        let spot = Engagement::new(found, 0).spot(scenario);
        Rule { own: person_cost(&setting, 1).0, flex: hour * spot * (1.0 + found.governance.share) * hours }
    });
    let part = &outsourced.outcome.parts[service];
    let from = part.settled_from.unwrap_or(1);
    let sizes = SizePlan::new(&setting, &answer.factors);
    let found = sizes.as_ref();
    let needed = found.and_then(|sizes| sizes.load_duration(from, step, saved.len() - 1)).unwrap_or_default();
    let planned = found.zip(part.list_hour).map_or_else(Vec::new, |(sizes, hour)| sizes.cores(offer, hour));
    let monthly = planned
        .into_iter()
        .find(|course| course.policy == Policy::Planned)
        .and_then(|course| Some(course.sizes?.to_vec()));
    Some(CoreCurve { vendor, service, step, saved, best, needed, monthly, rule })
}

/// A vendor's option with so many people kept in one service, its other services sent out.
pub(super) fn with_core(
    scenario: &Scenario<f64>,
    answer: &Answer,
    (vendor, service): (usize, usize),
    people: usize,
) -> Option<Outcome> {
    let outsourced = answer.option(Kind::Outsourced(vendor))?;
    let offer = outsourced.outcome.parts[service].course.offer?;
    let course = keeping(offer, people, answer.months);
    Some(Options::new(scenario, &answer.factors).with_course(outsourced, service, course))
}

fn keeping(offer: usize, people: usize, months: usize) -> Course {
    if people == 0 {
        return Course::with(Policy::Chase, offer, Core::Nobody);
    }
    let sizes = Some(vec![people as f64; months + 1].into());
    Course { sizes, ..Course::with(Policy::Chase, offer, Core::Planned) }
}
