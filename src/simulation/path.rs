//! All options on one path, or on several side by side.

use crate::engine::ledger::Ledger;
use crate::engine::plan::{Course, Setting, run};
use crate::engine::rates::stepped;
use crate::engine::shared::{relationship, tax};
use crate::engine::{Lanes, Mask, Number, Term};
use crate::scenario::{Build, Scenario};
use crate::uncertainty::Philox;

use super::chance::Source;
use super::compile::Simulation;

/// One service under one course.
struct Part<N> {
    flows: Vec<N>,
    needed: N,
    undone: N,
    idle: N,
    /// The vendor taken and the months before it starts, where it has anything to do.
    vendor: Option<(usize, Option<usize>)>,
}

/// One option on its paths.
pub(super) struct Run<N> {
    /// Cost by month 0..=H.
    pub flows: Vec<N>,
    /// Its present value.
    pub present: N,
    /// Delivered ÷ needed hours.
    pub delivered: N,
    /// Idle ÷ needed hours.
    pub idle: N,
}

/// A scenario whose ranged numbers are set path by path.
pub(super) struct Paths<'a, N> {
    simulation: &'a Simulation,
    scenario: Scenario<N>,
    /// Positions of ranged inputs by their place among all numbers, ascending.
    order: Vec<(usize, usize)>,
    /// Discount factors, where the rate is no range.
    factors: Option<Vec<N>>,
}

impl<'a> Paths<'a, f64> {
    /// One path at a time.
    pub fn single(simulation: &'a Simulation) -> Self {
        Self::new(simulation, simulation.scenario.clone())
    }
}

impl<'a> Paths<'a, Lanes> {
    /// Several paths side by side.
    pub fn side_by_side(simulation: &'a Simulation) -> Self {
        Self::new(simulation, simulation.side_by_side.clone())
    }
}

impl<'a, N: Number> Paths<'a, N> {
    fn new(simulation: &'a Simulation, scenario: Scenario<N>) -> Self {
        let mut order: Vec<(usize, usize)> =
            simulation.inputs.iter().enumerate().map(|(input, ranged)| (ranged.leaf, input)).collect();
        order.sort_unstable();
        let ranged = simulation.inputs.iter().any(|input| input.path == "money.discount_rate");
        let factors = (!ranged).then(|| factors(scenario.money.discount_rate, simulation.months));
        Paths { simulation, scenario, order, factors }
    }

    /// Sets one number, by its place among all, ranged or not; it stays so.
    pub fn set(&mut self, leaf: usize, value: N) {
        let mut at = 0;
        self.scenario.leaves(&mut |number| {
            if at == leaf {
                *number = value;
            }
            at += 1;
        });
    }

    /// Every option, with the ranged inputs at `values`. Chance is as in the plan unless the paths it is drawn for are given.
    pub fn run(&mut self, values: &[N], chance: Option<&[u64]>) -> Vec<Run<N>> {
        let (mut at, mut next) = (0, self.order.iter().peekable());
        self.scenario.leaves(&mut |number| {
            if let Some((_, input)) = next.next_if(|(leaf, _)| *leaf == at) {
                *number = values[*input];
            }
            at += 1;
        });
        self.options(chance)
    }

    /// Every option with all numbers as they stand.
    #[inline(never)]
    pub fn options(&self, chance: Option<&[u64]>) -> Vec<Run<N>> {
        let simulation = self.simulation;
        let months = simulation.months;
        let parts = self.parts(chance);
        let changed;
        let factors = match &self.factors {
            Some(factors) => factors,
            None => {
                changed = factors(self.scenario.money.discount_rate, months);
                &changed
            }
        };
        let general = stepped(self.scenario.money.inflation, months, Term::GeneralIndex);
        let option = |choice: &super::Choice| {
            let own = || choice.parts.iter().map(|part| &parts[*part]);
            // The first part's and those of the others, and then what they share.
            let mut each = own();
            let mut flows =
                each.next().map_or_else(|| vec![N::zero(); months + 1], |part| part.flows.clone());
            each.for_each(|part| add(&mut flows, &part.flows));
            let mut shared = None;
            for (index, vendor) in self.scenario.vendors.iter().enumerate() {
                let leads = own().filter_map(|part| part.vendor.filter(|(vendor, _)| *vendor == index));
                if let Some(lead) = leads.map(|(_, lead)| lead).min()
                    && (vendor.selection.is_some() || vendor.yearly.is_some().any())
                {
                    let shared = shared.get_or_insert_with(|| self.ledger());
                    relationship(shared, vendor, lead, &general);
                }
            }
            if let Some(mut shared) = shared {
                tax(&mut shared, &self.scenario.money, None);
                add(&mut flows, &shared.sums);
            }
            let total = |pick: fn(&Part<N>) -> N| own().fold(N::zero(), |sum, part| sum + pick(part));
            let needed = total(|part| part.needed);
            let present =
                flows.iter().zip(factors).fold(N::zero(), |sum, (flow, factor)| sum + *flow * *factor);
            let delivered =
                N::pick(needed.is_positive(), || (needed - total(|part| part.undone)) / needed, N::one);
            Run { flows, present, delivered, idle: total(|part| part.idle).share_of(needed) }
        };
        simulation.options.iter().map(option).collect()
    }

    /// An empty ledger for what parts share.
    fn ledger(&self) -> Ledger<N> {
        let months = self.simulation.months;
        if self.taxed() { Ledger::new(months) } else { Ledger::of_sums(months) }
    }

    /// Whether there is a tax: what is deductible is found by lines.
    fn taxed(&self) -> bool {
        self.scenario.money.tax_rate.is_some()
    }

    fn parts(&self, paths: Option<&[u64]>) -> Vec<Part<N>> {
        let simulation = self.simulation;
        let mut parts: Vec<Option<Part<N>>> = simulation.courses.iter().map(|_| None).collect();
        let random = Philox::new(simulation.seed);
        for service in 0..self.scenario.services.len() {
            let source = paths.map(|paths| Source { simulation, random, paths });
            let chance = source.as_ref().map(|source| source.chance(&self.scenario, service));
            let mut setting = Setting::by_chance(&self.scenario, service, chance.as_ref());
            setting.only_sums = !self.taxed();
            for (part, (of, course)) in parts.iter_mut().zip(&simulation.courses) {
                if *of == service {
                    *part = Some(self.part(&setting, course));
                }
            }
        }
        parts.into_iter().flatten().collect()
    }

    #[inline(never)]
    fn part(&self, setting: &Setting<'_, N>, course: &Course) -> Part<N> {
        let mut plan = run(setting, course);
        let vendor = plan.taken().and_then(|(engagement, _)| {
            let vendors = &self.scenario.vendors;
            let vendor = vendors.iter().position(|vendor| vendor.id == engagement.offer.vendor)?;
            plan.vendor_works().then_some((vendor, (!engagement.settled).then_some(engagement.lead)))
        });
        tax(&mut plan.ledger, &self.scenario.money, Some(setting.index));
        let total = |hours: &[N]| hours[1..].iter().fold(N::zero(), |sum, hours| sum + *hours);
        Part {
            flows: plan.ledger.sums,
            needed: total(&setting.work.need),
            undone: total(&plan.hours.undone),
            idle: total(&plan.hours.idle),
            vendor,
        }
    }
}

fn add<N: Number>(sums: &mut [N], amounts: &[N]) {
    sums.iter_mut().zip(amounts).for_each(|(sum, amount)| *sum = *sum + *amount);
}

/// Discount factors of months 0..=H, with the bits of [`crate::finance::discount_factors`].
fn factors<N: Number>(rate: N, months: usize) -> Vec<N> {
    let step = rate.mapped(Term::AnnuityFactor, |rate| libm::exp(-(libm::log1p(rate) / 12.0)));
    let mut factor = N::one();
    (0..=months)
        .map(|month| {
            if month > 0 {
                factor = factor * step;
            }
            factor
        })
        .collect()
}
