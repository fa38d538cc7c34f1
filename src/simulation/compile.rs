//! A document as what is the same on every path: options, inputs, draws.

use std::sync::Arc;

use serde_json::Value;

use crate::answer::{Kind, planned};
use crate::engine::demand::{is_live, work};
use crate::engine::desk::Curves;
use crate::engine::plan::Course;
use crate::engine::{Lanes, Number};
use crate::scenario::check::{MEANINGS, Problem, SHAPES, check};
use crate::scenario::{AttritionMeasure, Field, Leaves, Row, Scenario, build, document, plan_values, scale};
use crate::uncertainty::{Copula, Distribution, Ends, MOST_INPUTS, Range, Shape, Sobol};

use super::draw::sequences;

/// An option as it is run on every path.
#[derive(Clone, Debug)]
pub struct Choice {
    /// What kind of option it is.
    pub kind: Kind,
    /// Whether it may be called the cheapest: in the plan it moves within the horizon, with a vendor that has what is required.
    pub ranked: bool,
    /// For each service which of the courses it takes.
    pub(super) parts: Vec<usize>,
}

/// A number stated as a range.
#[derive(Clone, Debug)]
pub struct Ranged {
    /// Its path in the document.
    pub path: String,
    /// The field that declares it.
    pub field: &'static Field,
    /// Its row in the table of inputs.
    pub row: &'static Row,
    /// Its likely value.
    pub likely: f64,
    /// What is known of it.
    pub distribution: Distribution,
    /// Its group: what it is correlated with shares it.
    pub group: usize,
    /// Its place among all numbers of the scenario.
    pub(super) leaf: usize,
    /// Draws beyond these are clamped.
    pub(super) bounds: (f64, f64),
}

impl Ranged {
    /// A draw as the model takes it: within its bounds, whole where it must be.
    #[must_use]
    pub fn clamp(&self, draw: f64) -> f64 {
        let within = draw.clamp(self.bounds.0, self.bounds.1);
        if self.row.whole { libm::round(within) } else { within }
    }
}

/// A rule that draws may break: they are clamped to it, and counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rule {
    /// The bounds of an input, by its position.
    Bounds(usize),
    /// The vendor of an offer takes over within the horizon: service, offer.
    Transition(usize, usize),
}

/// A scenario ready to be run on any path.
pub struct Simulation {
    pub(super) scenario: Scenario<f64>,
    /// The scenario for paths side by side.
    pub(super) side_by_side: Scenario<Lanes>,
    pub(super) months: usize,
    pub(super) options: Vec<Choice>,
    /// Service and course of what options take, each once.
    pub(super) courses: Vec<(usize, Course)>,
    pub(super) inputs: Vec<Ranged>,
    pub(super) groups: Vec<Vec<usize>>,
    pub(super) rules: Vec<Rule>,
    pub(super) paths: Vec<String>,
    pub(super) chance: bool,
    /// Place of each service by its name, so that the order in which they are stated changes no draw.
    pub(super) places: Vec<u32>,
    /// For each service with a live desk what its volumes take, for the handle times that may be drawn.
    pub(super) desks: Vec<Option<Arc<Curves>>>,
    pub(super) copula: Copula,
    pub(super) sequences: Arc<[Sobol]>,
    pub(super) seed: u64,
}

/// The paths of all numbers in the order in which they are built.
struct Paths(Vec<(String, &'static Row)>);

impl Leaves<f64> for Paths {
    fn number(&mut self, path: &str, row: &'static Row, value: f64, _: bool) -> f64 {
        self.0.push((path.to_owned(), row));
        value
    }
}

/// The plan's numbers on paths side by side.
struct Abreast;

impl Leaves<Lanes> for Abreast {
    fn number(&mut self, _: &str, _: &'static Row, value: f64, _: bool) -> Lanes {
        Lanes::of(value)
    }
}

impl Simulation {
    /// A document that [`check`] accepts.
    ///
    /// # Errors
    /// What is wrong with any other.
    pub fn compile(document: &Value) -> Result<Self, Vec<Problem>> {
        let problems = check(document);
        if !problems.is_empty() {
            return Err(problems);
        }
        let scenario = plan_values(document);
        let mut leaves = Paths(Vec::new());
        build(document, &mut leaves);
        let places = places(&scenario);
        let mut inputs: Vec<Ranged> = leaves
            .0
            .iter()
            .enumerate()
            .filter_map(|(leaf, (path, row))| ranged(document, &scenario, path, row, leaf))
            .collect();
        inputs.sort_by_cached_key(|input| key(&input.path, &places));
        let (groups, ranks) = together(&scenario, &mut inputs);
        // The check has refused what cannot be.
        let copula = Copula::new(&ranks).map_err(|_| {
            vec![Problem {
                path: "simulation.correlations".to_owned(),
                fault: crate::scenario::check::Fault::CorrelationsContradict,
            }]
        })?;
        let shocks = scenario.services.iter().any(|service| service.demand.spread > 0.0);
        let seed = scenario.simulation.seed as u64;
        // Two columns for each input: one for the sample, one for another independent of it.
        let columns = (2 * inputs.len()).min(MOST_INPUTS);
        let sequences = sequences(columns, seed);
        let mut courses: Vec<(usize, Course)> = Vec::new();
        let options = planned(&scenario)
            .into_iter()
            .map(|option| Choice {
                kind: option.kind,
                ranked: option.ranked,
                parts: (0..).zip(option.courses).map(|part| place(&mut courses, part)).collect(),
            })
            .collect();
        let desks = (0..scenario.services.len()).map(|service| desk(&scenario, &inputs, service)).collect();
        let rules = (0..inputs.len()).map(Rule::Bounds).chain(transitions(&inputs)).collect();
        Ok(Simulation {
            months: scenario.horizon as usize,
            chance: (!inputs.is_empty() || shocks) && !scenario.simulation.ranges_only,
            side_by_side: build(document, &mut Abreast),
            scenario,
            options,
            courses,
            inputs,
            groups,
            rules,
            paths: leaves.0.into_iter().map(|(path, _)| path).collect(),
            places,
            desks,
            copula,
            sequences,
            seed,
        })
    }

    /// The options, the two references first.
    #[must_use]
    pub fn options(&self) -> &[Choice] {
        &self.options
    }

    /// Where an option stands.
    #[must_use]
    pub fn position(&self, kind: Kind) -> Option<usize> {
        self.options.iter().position(|option| option.kind == kind)
    }

    /// The numbers stated as ranges, in the order of their draws.
    #[must_use]
    pub fn inputs(&self) -> &[Ranged] {
        &self.inputs
    }

    /// Inputs by what they are correlated with; chance is one group more, after these.
    #[must_use]
    pub fn groups(&self) -> &[Vec<usize>] {
        &self.groups
    }

    /// The rules that draws may break.
    #[must_use]
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// The horizon.
    #[must_use]
    pub fn months(&self) -> usize {
        self.months
    }

    /// Whether there is nothing to draw: every path is the plan.
    #[must_use]
    pub fn is_certain(&self) -> bool {
        self.inputs.is_empty() && !self.chance
    }

    /// Whether something is left to chance beside the ranges.
    #[must_use]
    pub fn has_chance(&self) -> bool {
        self.chance
    }
}

/// Services and courses: where this one stands, put there if it is new.
fn place(courses: &mut Vec<(usize, Course)>, part: (usize, Course)) -> usize {
    courses.iter().position(|known| *known == part).unwrap_or_else(|| {
        courses.push(part);
        courses.len() - 1
    })
}

/// The place of each service by its name; of those of one name, by their order.
fn places(scenario: &Scenario<f64>) -> Vec<u32> {
    let services = &scenario.services;
    let before = |(a, b): (usize, usize)| (&services[a].name, a) < (&services[b].name, b);
    (0..services.len())
        .map(|index| (0..services.len()).filter(|other| before((*other, index))).count() as u32)
        .collect()
}

/// What inputs are ordered by: their path, with a service's place for its position.
fn key(path: &str, places: &[u32]) -> Vec<String> {
    let mut steps: Vec<String> = path
        .split('.')
        .map(|step| step.parse::<u32>().map_or_else(|_| step.to_owned(), |number| format!("{number:06}")))
        .collect();
    if steps[0] == "services"
        && let Some(place) = steps[1].parse::<usize>().ok().and_then(|index| places.get(index))
    {
        steps[1] = format!("{place:06}");
    }
    steps
}

/// The range at a path, if there is one that has a width.
fn ranged(
    document: &Value,
    scenario: &Scenario<f64>,
    path: &str,
    row: &'static Row,
    leaf: usize,
) -> Option<Ranged> {
    let stated = document::get(document, path)?.as_object()?;
    let number = |name: &str| stated.get(name)?.as_f64();
    let name = |key: &str, names: &[&str]| {
        let stated = stated.get(key).and_then(Value::as_str);
        stated.and_then(|stated| names.iter().position(|name| *name == stated)).unwrap_or(0)
    };
    let range = Range {
        low: number("low")?,
        likely: number("likely")?,
        high: number("high")?,
        shape: [Shape::Pert, Shape::Triangular, Shape::Uniform, Shape::Lognormal][name("shape", SHAPES)],
        ends: [Ends::OneInTen, Ends::Limits][name("meaning", MEANINGS)],
    };
    if range.low >= range.high {
        return None;
    }
    let money = if row.unit.is_money() { scale(scenario.currency()) } else { 1.0 };
    let mut bounds = (row.min * money, row.max * money);
    // Whole staffs do not leave in a year, however it is drawn.
    let survives =
        path.strip_suffix(".team.attrition").and_then(|service| service.rsplit('.').next()?.parse().ok());
    if let Some(service) = survives.and_then(|index: usize| scenario.services.get(index))
        && service.team.attrition_measure == AttritionMeasure::Attrition
    {
        bounds.1 = 0.99;
    }
    Some(Ranged {
        path: path.to_owned(),
        field: document::field(path)?,
        row,
        likely: range.likely,
        distribution: Distribution::new(range).ok()?,
        group: 0,
        leaf,
        bounds,
    })
}

/// Groups of correlated inputs, and the matrix of rank correlations.
fn together(scenario: &Scenario<f64>, inputs: &mut [Ranged]) -> (Vec<Vec<usize>>, Vec<Vec<f64>>) {
    let count = inputs.len();
    let mut ranks: Vec<Vec<f64>> =
        (0..count).map(|one| (0..count).map(|other| f64::from(u8::from(one == other))).collect()).collect();
    let mut of: Vec<usize> = (0..count).collect();
    for pair in &scenario.simulation.correlations {
        let at = |path: &str| inputs.iter().position(|input| input.path == path);
        let (Some(one), Some(other)) = (at(&pair.one), at(&pair.other)) else { continue };
        ranks[one][other] = pair.rank;
        ranks[other][one] = pair.rank;
        if pair.rank.abs() > 0.0 {
            let (from, to) = (of[one].max(of[other]), of[one].min(of[other]));
            of.iter_mut().filter(|group| **group == from).for_each(|group| *group = to);
        }
    }
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for first in 0..count {
        let members: Vec<usize> = (0..count).filter(|input| of[*input] == first).collect();
        if !members.is_empty() {
            members.iter().for_each(|input| inputs[*input].group = groups.len());
            groups.push(members);
        }
    }
    (groups, ranks)
}

/// Handle times at which a live desk is worked out, where they are a range.
const NODES: usize = 9;

/// Volumes may be so many times those of the plan; beyond, a desk is taken as a large pool.
const ROOM: f64 = 4.0;

/// The curves of a live desk.
fn desk(scenario: &Scenario<f64>, inputs: &[Ranged], service: usize) -> Option<Arc<Curves>> {
    let stated = &scenario.services[service];
    if inputs.is_empty() && stated.demand.spread <= 0.0 || !is_live(stated) {
        return None;
    }
    let demand = work(stated, scenario.first_month, scenario.horizon as usize).demand;
    let most = demand.into_iter().fold(1.0, |most: f64, units| if units > most { units } else { most });
    let path = format!("services.{service}.support.handle_minutes");
    let minutes = match inputs.iter().find(|input| input.path == path) {
        Some(input) => {
            let [low, high] = [1e-4, 1.0 - 1e-4].map(|share| input.clamp(input.distribution.quantile(share)));
            let (low, high) = (low.max(1e-3), high.max(2e-3));
            let node = |node: usize| low * libm::pow(high / low, node as f64 / (NODES - 1) as f64);
            (0..NODES).map(node).collect()
        }
        None => vec![stated.support.handle_minutes],
    };
    Some(Arc::new(Curves::new(&stated.support, &minutes, most * ROOM)))
}

/// The offers whose months of transition are drawn.
fn transitions(inputs: &[Ranged]) -> Vec<Rule> {
    let mut found = Vec::new();
    for input in inputs {
        let steps: Vec<&str> = input.path.split('.').collect();
        if let ["services", service, "offers", offer, "transition", "lead_months" | "parallel_months"] =
            steps[..]
            && let (Ok(service), Ok(offer)) = (service.parse(), offer.parse())
            && !found.contains(&Rule::Transition(service, offer))
        {
            found.push(Rule::Transition(service, offer));
        }
    }
    found
}
