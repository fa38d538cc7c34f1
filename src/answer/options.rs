//! The options, and what each of them books.

use std::rc::Rc;

use super::outcome::{Flows, Kind, Outcome, Part};
use super::sizes::SizePlan;
use super::vendors::Failure;
use crate::engine::Term;
use crate::engine::ledger::Ledger;
use crate::engine::plan::{Core, Course, ServicePlan, Setting, run};
use crate::engine::rates::stepped;
use crate::engine::shared::{relationship, tax};
use crate::engine::staffing::Policy;
use crate::finance::present_value;
use crate::scenario::{Scenario, Staffing};

/// A best core that is better than the stated one by less than this share of the reference is the same.
const SAME: f64 = 0.005;

/// Share of the work by which delivered work may differ between options that are still called equal.
const LEFT: f64 = 0.01;

/// What a break-even holds fast while an input changes.
#[derive(Debug)]
pub(super) struct Held {
    /// The option's courses, service by service.
    pub courses: Vec<Course>,
    /// Whether the reference is planned at least cost.
    pub planned: Vec<bool>,
}

/// Runs every option of a scenario.
pub(super) struct Options<'a> {
    scenario: &'a Scenario<f64>,
    months: usize,
    factors: &'a [f64],
}

impl<'a> Options<'a> {
    pub(super) fn new(scenario: &'a Scenario<f64>, factors: &'a [f64]) -> Self {
        Options { scenario, months: factors.len() - 1, factors }
    }

    /// Every option, the two references first. A vendor that is set aside has none; one that lacks what is required is in no mix.
    pub(super) fn all(&self, failures: &[Vec<Failure>]) -> Vec<Outcome> {
        let settings = self.settings();
        let sizes: Vec<Option<SizePlan<'_>>> =
            settings.iter().map(|setting| SizePlan::new(setting, self.factors)).collect();
        let as_is: Vec<Rc<Part>> =
            settings.iter().map(|setting| self.part(setting, Course::own(Policy::Fixed))).collect();
        let best: Vec<Rc<Part>> = settings
            .iter()
            .zip(&sizes)
            .zip(&as_is)
            .map(|((setting, sizes), as_is)| self.best_in_house(setting, sizes.as_ref(), Some(as_is)))
            .collect();
        let mut options =
            vec![self.outcome(Kind::AsIs, as_is), self.outcome(Kind::BestInHouse, best.clone())];
        for vendor in (0..self.scenario.vendors.len()).filter(|vendor| !self.scenario.vendors[*vendor].off) {
            for (kind, core) in
                [(Kind::Outsourced(vendor), Core::Nobody), (Kind::Split(vendor), Core::Stated)]
            {
                if let Some(parts) = self.with_vendor(&settings, &best, vendor, core) {
                    options.push(self.outcome(kind, parts));
                }
            }
            if let Some(parts) = self.with_best_core(&settings, &sizes, &options, vendor) {
                options.push(self.outcome(Kind::BestCore(vendor), parts));
            }
        }
        if self.scenario.services.len() > 1 {
            options.extend(self.best_mix(&options, failures));
        }
        options
    }

    /// The reference and one option, its courses as given: for break-even. What stays in-house is staffed as in the reference, which is taken
    /// as it is handed over; without one it is [staffed anew](Self::staffed) and left there.
    pub(super) fn pair(
        &self,
        kind: Kind,
        held: &Held,
        reference: &mut Option<Vec<Rc<Part>>>,
    ) -> (Outcome, Outcome) {
        let settings = self.settings();
        let best = reference.get_or_insert_with(|| self.staffed(&settings, held));
        let parts = settings.iter().zip(&held.courses).zip(&*best).map(|((setting, course), best)| {
            match (course.offer, kind) {
                (None, Kind::AsIs) | (Some(_), _) => self.part(setting, course.clone()),
                (None, _) => best.clone(),
            }
        });
        let option = self.outcome(kind, parts.collect());
        (self.outcome(Kind::BestInHouse, best.clone()), option)
    }

    /// The services of the reference, by one of the simple policies or, where the plan's reference is planned at least cost, by that. Nothing
    /// that an offer says changes them.
    fn staffed(&self, settings: &[Setting<'_, f64>], held: &Held) -> Vec<Rc<Part>> {
        let services = settings.iter().zip(&held.planned).map(|(setting, planned)| {
            let sizes = planned.then(|| SizePlan::new(setting, self.factors)).flatten();
            self.best_in_house(setting, sizes.as_ref(), None)
        });
        services.collect()
    }

    fn settings(&self) -> Vec<Setting<'_, f64>> {
        (0..self.scenario.services.len()).map(|index| Setting::new(self.scenario, index)).collect()
    }

    /// An option with one of its services under another course.
    pub(super) fn with_course(&self, option: &super::Compared, service: usize, course: Course) -> Outcome {
        self.with_part(option, service, self.part(&Setting::new(self.scenario, service), course))
    }

    /// An option with one of its services done otherwise.
    pub(super) fn with_part(&self, option: &super::Compared, service: usize, part: Rc<Part>) -> Outcome {
        let mut parts = option.outcome.parts.clone();
        parts[service] = part;
        self.outcome(option.kind(), parts)
    }

    /// The present value of all that an outcome books.
    pub(super) fn present(&self, outcome: &Outcome) -> f64 {
        present_value(&outcome.flows.all, self.factors).unwrap_or(0.0)
    }

    /// One service in-house: staffed as stated, else by the cheapest policy, the one planned month by month among them where its sizes are
    /// given. `as_is` is what it comes to staffed as today, where that is known.
    fn best_in_house(
        &self,
        setting: &Setting<'_, f64>,
        sizes: Option<&SizePlan<'_>>,
        as_is: Option<&Rc<Part>>,
    ) -> Rc<Part> {
        let stated = setting.service.team.staffing;
        let policies: &[Policy] = match stated {
            Staffing::Chase => &[Policy::Chase],
            Staffing::Level => &[Policy::Level],
            Staffing::AsToday => &[Policy::Fixed],
            // As-is keeps the incumbent; in-house does without it, so Fixed is no candidate beside one.
            _ if setting.service.offers.iter().any(|offer| offer.incumbent) => {
                &[Policy::Chase, Policy::Level]
            }
            _ => &[Policy::Chase, Policy::Level, Policy::Fixed],
        };
        let staffed = |policy: Policy| match as_is {
            Some(as_is) if policy == Policy::Fixed => as_is.clone(),
            _ => self.part(setting, Course::own(policy)),
        };
        let mut best = staffed(policies[0]);
        for policy in &policies[1..] {
            let part = staffed(*policy);
            if part.present < best.present {
                best = part;
            }
        }
        let Some(sizes) = sizes.filter(|_| matches!(stated, Staffing::Cheapest | Staffing::LeastCost)) else {
            return best;
        };
        // A plan that is cheap because it leaves more undone is none.
        let undone = |part: &Part| part.hours.undone.iter().sum::<f64>();
        let most = undone(&best) + LEFT * setting.work.need[1..].iter().sum::<f64>();
        let planned = sizes.least_cost().map(|course| self.part(setting, course));
        let wanted = |planned: &Rc<Part>| {
            stated == Staffing::LeastCost || (planned.present < best.present && undone(planned) <= most)
        };
        planned.filter(wanted).unwrap_or(best)
    }

    /// Every service with the vendor where it offers, in-house elsewhere; None without an offer, or a split without a stated core.
    fn with_vendor(
        &self,
        settings: &[Setting<'_, f64>],
        best: &[Rc<Part>],
        vendor: usize,
        core: Core,
    ) -> Option<Vec<Rc<Part>>> {
        let id = &self.scenario.vendors[vendor].id;
        let mut any = false;
        let parts = settings
            .iter()
            .zip(best)
            .map(|(setting, best)| {
                let offer = setting.service.offers.iter().position(|offer| offer.vendor == *id);
                let split = core == Core::Stated && setting.service.core.is_some_and(|core| core > 0.0);
                let Some(offer) = offer else {
                    return best.clone();
                };
                any |= core == Core::Nobody || split;
                let policy = if best.course.policy == Policy::Level { Policy::Level } else { Policy::Chase };
                let core = if split { Core::Stated } else { Core::Nobody };
                self.part(setting, Course::with(policy, offer, core))
            })
            .collect();
        any.then_some(parts)
    }

    /// A vendor with the best core found in each service that it offers for. None unless in one of them keeping some people costs less than
    /// keeping nobody and than keeping everybody.
    fn with_best_core(
        &self,
        settings: &[Setting<'_, f64>],
        sizes: &[Option<SizePlan<'_>>],
        options: &[Outcome],
        vendor: usize,
    ) -> Option<Vec<Rc<Part>>> {
        let best = &options.iter().find(|option| option.kind == Kind::BestInHouse)?.parts;
        let outsourced = &options.iter().find(|option| option.kind == Kind::Outsourced(vendor))?.parts;
        let mut any = false;
        let parts = settings.iter().zip(sizes).zip(outsourced.iter().zip(best)).map(
            |((setting, sizes), (sent, best))| {
                let offer = sent.course.offer.filter(|_| sent.switches);
                let priced = sizes.as_ref().zip(offer).zip(sent.list_hour);
                let found = priced
                    .map_or_else(Vec::new, |((sizes, offer), hour)| sizes.cores(offer, hour))
                    .into_iter()
                    .map(|course| self.part(setting, course))
                    .filter(|part| part.present < sent.present && part.present < best.present)
                    .min_by(|a, b| a.present.total_cmp(&b.present));
                any |= found.is_some();
                found.unwrap_or_else(|| sent.clone())
            },
        );
        let parts: Vec<Rc<Part>> = parts.collect();
        // A split as stated that is as good says the same in the user's own numbers.
        let present = |parts: &[Rc<Part>]| parts.iter().map(|part| part.present).sum::<f64>();
        let stated = options.iter().find(|option| option.kind == Kind::Split(vendor));
        let better =
            stated.is_none_or(|stated| present(&stated.parts) - present(&parts) > SAME * present(best).abs());
        (any && better).then_some(parts)
    }

    /// The best option of each service. What a vendor's services share is paid once, so every set of vendors is tried (2^V ≤ 256) and
    /// each service takes the cheapest course within it: exact.
    fn best_mix(&self, options: &[Outcome], failures: &[Vec<Failure>]) -> Option<Outcome> {
        let vendors = self.scenario.vendors.len();
        let shared: Vec<f64> = (0..vendors)
            .map(|vendor| options.iter().find(|option| option.kind == Kind::Outsourced(vendor)))
            .map(|option| option.map_or(0.0, |option| self.present_of(&option.shared)))
            .collect();
        let services =
            (0..self.scenario.services.len()).map(|service| cheapest_within(options, service, vendors));
        let services: Vec<Vec<Option<&Rc<Part>>>> = services.collect();
        let mut best: Option<(f64, Vec<&Rc<Part>>)> = None;
        let fails: usize =
            (0..vendors).filter(|vendor| !failures[*vendor].is_empty()).map(|vendor| 1 << vendor).sum();
        for set in (0..1_usize << vendors).filter(|set| set & fails == 0) {
            let mut total: f64 =
                (0..vendors).filter(|vendor| set >> vendor & 1 == 1).map(|vendor| shared[vendor]).sum();
            let mut parts = Vec::new();
            for cheapest in &services {
                let part = cheapest[set]?;
                total += part.present;
                parts.push(part);
            }
            if best.as_ref().is_none_or(|(least, _)| total < *least) {
                best = Some((total, parts));
            }
        }
        let (_, parts) = best?;
        let parts: Vec<Rc<Part>> = parts.into_iter().cloned().collect();
        // A mix that is one of the pure options says nothing new.
        let same = options[1..]
            .iter()
            .any(|option| option.parts.iter().zip(&parts).all(|(a, b)| a.course == b.course));
        (!same).then(|| self.outcome(Kind::BestMix, parts))
    }

    fn present_of(&self, ledger: &Ledger<f64>) -> f64 {
        ledger.lines.iter().filter_map(|line| present_value(&line.amounts, self.factors)).sum()
    }

    pub(super) fn part(&self, setting: &Setting<'_, f64>, course: Course) -> Rc<Part> {
        let plan = run(setting, &course);
        let taken = plan.taken();
        let vendor = taken.and_then(|(engagement, _)| {
            self.scenario.vendors.iter().position(|vendor| vendor.id == engagement.offer.vendor)
        });
        let moving = taken.filter(|(engagement, _)| !engagement.settled);
        let lead = moving.map(|(engagement, _)| engagement.lead);
        let settled_from = moving.map(|(engagement, _)| engagement.settled_from());
        let list_hour = taken.and_then(|(engagement, part)| part.list_hour(engagement));
        let (switch, switches) = (plan.switch(), plan.switches());
        let delivered = (0..=setting.months)
            .map(|month| plan.vendors.iter().map(|(_, part)| part.delivered[month]).sum())
            .collect();
        let ServicePlan { team, hours, mut ledger, .. } = plan;
        tax(&mut ledger, &self.scenario.money, Some(setting.index));
        let present = self.present_of(&ledger);
        Rc::new(Part {
            course,
            line: setting.service.line,
            present,
            ledger,
            people: team.people,
            need: setting.work.need.clone(),
            demand: setting.work.demand.clone(),
            project: setting.project.is_some(),
            hours,
            capacity: team.capacity,
            delivered,
            vendor,
            list_hour,
            switch,
            lead,
            settled_from,
            switches,
        })
    }

    fn outcome(&self, kind: Kind, parts: Vec<Rc<Part>>) -> Outcome {
        let mut shared = Ledger::new(self.months);
        let general = stepped(self.scenario.money.inflation, self.months, Term::GeneralIndex);
        for (index, vendor) in self.scenario.vendors.iter().enumerate() {
            let used = parts.iter().filter(|part| part.vendor == Some(index) && !is_idle(part));
            if let Some(lead) = used.map(|part| part.lead).min() {
                relationship(&mut shared, vendor, lead, &general);
            }
        }
        tax(&mut shared, &self.scenario.money, None);
        let flows = Flows::of(self.months, parts.iter().map(|part| &part.ledger).chain([&shared]));
        Outcome { kind, parts, shared, flows }
    }
}

/// For each set of vendors, the cheapest course of a service with none but these; of equals the first. None where there is none.
fn cheapest_within(options: &[Outcome], service: usize, vendors: usize) -> Vec<Option<&Rc<Part>>> {
    let candidates = |vendor: Option<usize>| {
        let parts = options.iter().enumerate().skip(1).map(|(at, option)| (at, &option.parts[service]));
        parts
            .filter(move |(_, part)| part.switches && part.vendor == vendor)
            .min_by(|(_, a), (_, b)| a.present.total_cmp(&b.present))
    };
    // A set has the cheapest of its first vendor, or of the set without it.
    let mut sets = vec![candidates(None); 1 << vendors];
    let alone: Vec<_> = (0..vendors).map(|vendor| candidates(Some(vendor))).collect();
    for set in 1..sets.len() {
        let both = [sets[set & (set - 1)], alone[set.trailing_zeros() as usize]];
        let order = |(at, part): &(usize, &Rc<Part>), (other, than): &(usize, &Rc<Part>)| {
            part.present.total_cmp(&than.present).then(at.cmp(other))
        };
        sets[set] = both.into_iter().flatten().min_by(order);
    }
    sets.into_iter().map(|found| found.map(|(_, part)| part)).collect()
}

fn is_idle(part: &Part) -> bool {
    part.switch.is_none()
}
