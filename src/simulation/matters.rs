//! What the answer hangs on: each input alone, its share of the doubt, what settling it is worth, where it turns the answer.

use crate::answer::Kind;
use crate::engine::Number;
use crate::finance::{BreakEven, Zero, break_even};
use crate::scenario::{document, scale};
use crate::uncertainty::{Indices, Swing, estimate, indices, mean, partial_perfect_information};

use super::block::Block;
use super::compile::Simulation;
use super::draw::Sample;
use super::path;
use super::run::settle;
use super::summary::{Figure, Paths, scrambles};

/// Most paths from which the worth of settling inputs is told.
const MOST: usize = 1 << 14;

/// Savings with one input at its P10 and at its P90, the others at their likely values.
#[derive(Clone, Debug, PartialEq)]
pub struct Tornado {
    /// Present savings of each option in the plan.
    pub planned: Vec<f64>,
    /// For each option, then each input.
    pub swings: Vec<Vec<Swing>>,
    /// The values of each input at its P10 and its P90.
    pub ends: Vec<(f64, f64)>,
}

/// Where an input, the others at their likely values, turns what an option saves to what it loses.
#[derive(Clone, Debug)]
pub struct Crossing {
    /// The input, by its position.
    pub input: usize,
    /// The values at which present savings are zero, within what the input can be.
    pub zeros: BreakEven,
    /// The one that is nearest to the likely value.
    pub nearest: Option<f64>,
    /// The probability that the input alone turns the answer.
    pub probability: f64,
}

/// What an option saves over a grid of two inputs, the others at their likely values.
#[derive(Clone, Debug, PartialEq)]
pub struct Map {
    /// Values of the first input.
    pub across: Vec<f64>,
    /// Values of the second.
    pub up: Vec<f64>,
    /// Present savings, row by row: for each value of the second all of the first.
    pub saved: Vec<f64>,
}

/// Shares of the doubt about what an option saves.
#[derive(Clone, Debug, PartialEq)]
pub struct Sensitivity {
    /// For each group of inputs, and chance last: of first order.
    pub first: Vec<Figure>,
    /// In total.
    pub total: Vec<Figure>,
}

/// What it is worth to settle inputs, in money.
#[derive(Clone, Debug, PartialEq)]
pub struct Information {
    /// Everything, chance included.
    pub all: f64,
    /// Each group of inputs alone.
    pub groups: Vec<Figure>,
    /// The group that is worth most, if any is worth anything beyond its error.
    pub first: Option<usize>,
}

impl Simulation {
    /// Present cost of every option in the plan.
    #[must_use]
    pub fn plan(&self) -> Vec<f64> {
        path::Paths::single(self).options(None).iter().map(|run| run.present).collect()
    }

    fn savings(runs: &[path::Run<f64>], option: usize) -> f64 {
        settle(runs[1].present - runs[option].present, runs[1].present)
    }

    /// The swing of every option's savings over every input.
    #[must_use]
    pub fn tornado(&self) -> Tornado {
        let mut paths = path::Paths::single(self);
        let likely: Vec<f64> = self.inputs.iter().map(|input| input.likely).collect();
        let all = |runs: &[path::Run<f64>]| -> Vec<f64> {
            (0..runs.len()).map(|option| Self::savings(runs, option)).collect()
        };
        let planned = all(&paths.run(&likely, None));
        let mut swings = vec![Vec::new(); planned.len()];
        let mut ends = Vec::new();
        for (place, input) in self.inputs.iter().enumerate() {
            let [low, high] = [0.1, 0.9].map(|share| input.clamp(input.distribution.quantile(share)));
            let mut at = |value: f64| {
                let mut values = likely.clone();
                values[place] = value;
                all(&paths.run(&values, None))
            };
            let (of_low, of_high) = (at(low), at(high));
            for (option, swings) in swings.iter_mut().enumerate() {
                swings.push(Swing { low: of_low[option], high: of_high[option] });
            }
            ends.push((low, high));
        }
        Tornado { planned, swings, ends }
    }

    /// Where each input alone turns what an option saves.
    #[must_use]
    pub fn break_evens(&self, kind: Kind) -> Vec<Crossing> {
        let Some(option) = self.position(kind) else {
            return Vec::new();
        };
        let mut paths = path::Paths::single(self);
        let likely: Vec<f64> = self.inputs.iter().map(|input| input.likely).collect();
        let crossing = |place: usize| {
            let input = &self.inputs[place];
            let mut saved = |value: f64| {
                let mut values = likely.clone();
                values[place] = input.clamp(value);
                Self::savings(&paths.run(&values, None), option)
            };
            // Nothing beyond one draw in ten thousand.
            let [low, high] = [1e-4, 1.0 - 1e-4].map(|share| input.clamp(input.distribution.quantile(share)));
            let zeros = break_even(&mut saved, (low, high), input.likely)?;
            let mut at: Vec<f64> = match &zeros {
                BreakEven::At(zeros) => zeros
                    .iter()
                    .flat_map(|zero| match zero {
                        Zero::Value(value) => vec![*value],
                        Zero::Interval { from, to } => vec![*from, *to],
                    })
                    .collect(),
                _ => Vec::new(),
            };
            let nearest = at
                .iter()
                .copied()
                .min_by(|a, b| (a - input.likely).abs().total_cmp(&(b - input.likely).abs()));
            let saves = saved(input.likely) > 0.0;
            at.insert(0, low);
            at.push(high);
            let turned = at.windows(2).filter(|pair| pair[1] > pair[0]);
            let turned = turned.filter(|pair| (saved(f64::midpoint(pair[0], pair[1])) > 0.0) != saves);
            let below = |value: f64| match value {
                value if value <= low => 0.0,
                value if value >= high => 1.0,
                value => input.distribution.cdf(value),
            };
            let probability = turned.map(|pair| below(pair[1]) - below(pair[0])).sum();
            Some(Crossing { input: place, zeros, nearest, probability })
        };
        (0..self.inputs.len()).filter_map(crossing).collect()
    }

    /// What an option saves over a grid of any two numbers of the scenario, by their paths; None if there is no such option or number.
    #[must_use]
    pub fn map(&self, kind: Kind, across: (&str, &[f64]), up: (&str, &[f64])) -> Option<Map> {
        let option = self.position(kind)?;
        let leaf = |path: &str| self.paths.iter().position(|known| known == path);
        let (x, y) = (leaf(across.0)?, leaf(up.0)?);
        let mut paths = path::Paths::single(self);
        let mut saved = Vec::with_capacity(across.1.len() * up.1.len());
        for upward in up.1 {
            paths.set(y, *upward);
            for sideways in across.1 {
                paths.set(x, *sideways);
                saved.push(Self::savings(&paths.options(None), option));
            }
        }
        Some(Map { across: across.1.to_vec(), up: up.1.to_vec(), saved })
    }

    /// Where a number may go on a map: from its P5 to its P95 if it is a range, else a half less to a half more, within its bounds.
    #[must_use]
    pub fn span(&self, path: &str) -> Option<(f64, f64)> {
        if let Some(input) = self.inputs.iter().find(|input| input.path == path) {
            let end = |share: f64| input.clamp(input.distribution.quantile(share));
            return Some((end(0.05), end(0.95)));
        }
        let leaf = self.paths.iter().position(|known| known == path)?;
        let mut value = None;
        let mut scenario = self.scenario.clone();
        let mut at = 0;
        crate::scenario::Build::leaves(&mut scenario, &mut |number: &mut f64| {
            if at == leaf {
                value = Some(*number);
            }
            at += 1;
        });
        let value = value?;
        let row = match &document::field(path)?.kind {
            crate::scenario::Kind::Number(row) | crate::scenario::Kind::Numbers { row, .. } => *row,
            _ => return None,
        };
        let money = if row.unit.is_money() { scale(self.scenario.currency()) } else { 1.0 };
        let (one, other) = (0.5 * value, 1.5 * value);
        let within = |value: f64| value.clamp(row.min * money, row.max * money);
        Some((within(one.or_less(other)), within(one.or_more(other))))
    }
}

/// What it is worth to settle each group of inputs, from the sample's blocks; None unless they are its paths 0, 1, … without a gap.
#[must_use]
pub fn information<'a>(
    simulation: &Simulation,
    blocks: impl IntoIterator<Item = &'a Block>,
) -> Option<Information> {
    let paths = Paths::new(blocks, Sample::Main)?;
    let count = paths.count.min(MOST);
    let options = simulation.options();
    let costs: Vec<Vec<f64>> = (0..options.len())
        .filter(|option| options[*option].ranked)
        .map(|option| paths.costs(option)[..count].to_vec())
        .collect();
    let uniforms = simulation.uniforms(false, 0, count as u32);
    let all = crate::uncertainty::perfect_information(&costs)?;
    let worth = |costs: &[Vec<f64>], inputs: &[Vec<f64>], members: &[usize]| -> f64 {
        let alone = members.iter().filter_map(|input| partial_perfect_information(costs, &inputs[*input]));
        let alone = alone.fold(0.0, f64::max);
        let joint = if members.len() > 1 { jointly(costs, inputs, members) } else { 0.0 };
        // No one input is worth more than all of them.
        alone.max(joint)
    };
    let groups: Vec<Figure> = simulation
        .groups()
        .iter()
        .map(|members| {
            let by_cost: Vec<Vec<Vec<f64>>> = costs.iter().map(|costs| scrambles(costs)).collect();
            let by_input: Vec<Vec<Vec<f64>>> = uniforms
                .iter()
                .enumerate()
                .map(|(input, column)| if members.contains(&input) { scrambles(column) } else { Vec::new() })
                .collect();
            let parts: Vec<f64> = (0..by_cost.first().map_or(0, Vec::len))
                .map(|scramble| {
                    let of = |columns: &[Vec<Vec<f64>>]| -> Vec<Vec<f64>> {
                        columns
                            .iter()
                            .map(|column| column.get(scramble).cloned().unwrap_or_default())
                            .collect()
                    };
                    worth(&of(&by_cost), &of(&by_input), members)
                })
                .collect();
            let error = estimate(&parts).map_or(f64::INFINITY, |found| found.error);
            Figure { value: worth(&costs, &uniforms, members).min(all), error }
        })
        .collect();
    let first = (0..groups.len())
        .filter(|group| groups[*group].value > 2.0 * groups[*group].error)
        .max_by(|a, b| groups[*a].value.total_cmp(&groups[*b].value));
    Some(Information { all, groups, first })
}

/// The worth of settling several inputs together: they are put into one number, what they say by least squares of the difference between
/// the option that is cheapest on average and the one that is cheapest most often else.
fn jointly(costs: &[Vec<f64>], inputs: &[Vec<f64>], members: &[usize]) -> f64 {
    let means: Vec<f64> = costs.iter().map(|costs| mean(costs)).collect();
    let Some(best) = (0..costs.len()).min_by(|a, b| means[*a].total_cmp(&means[*b])) else {
        return 0.0;
    };
    let columns: Vec<Vec<f64>> = members
        .iter()
        .map(|input| inputs[*input].iter().map(|uniform| crate::normal::quantile(*uniform)).collect())
        .collect();
    (0..costs.len())
        .filter(|option| *option != best)
        .filter_map(|option| {
            let difference: Vec<f64> = costs[option].iter().zip(&costs[best]).map(|(a, b)| a - b).collect();
            let weights = crate::uncertainty::least_squares(&columns, &difference)?;
            let index: Vec<f64> = (0..difference.len())
                .map(|path| columns.iter().zip(&weights).map(|(column, weight)| column[path] * weight).sum())
                .collect();
            partial_perfect_information(costs, &index)
        })
        .fold(0.0, f64::max)
}

/// Sobol's indices of what an option saves, from the blocks of all samples: [`Sample::Main`], [`Sample::Other`] and, for each group and for
/// chance, [`Sample::Mixed`], all of the same paths 0, 1, …
#[must_use]
pub fn sensitivity<'a>(
    simulation: &Simulation,
    kind: Kind,
    blocks: impl IntoIterator<Item = &'a Block>,
) -> Option<Sensitivity> {
    let option = simulation.position(kind)?;
    let groups = simulation.groups().len() + usize::from(simulation.has_chance());
    let blocks: Vec<&Block> = blocks.into_iter().collect();
    let saved = |sample: Sample| Some(Paths::new(blocks.iter().copied(), sample)?.saved(option));
    let other = saved(Sample::Other)?;
    let cut = |mut saved: Vec<f64>| {
        (saved.len() >= other.len()).then(|| {
            saved.truncate(other.len());
            saved
        })
    };
    let main = cut(saved(Sample::Main)?)?;
    let mixed: Vec<Vec<f64>> =
        (0..groups as u32).map(|group| cut(saved(Sample::Mixed(group))?)).collect::<Option<_>>()?;
    let found = indices(&main, &other, &mixed)?;
    let (mains, others) = (scrambles(&main), scrambles(&other));
    let mixes: Vec<Vec<Vec<f64>>> = mixed.iter().map(|sample| scrambles(sample)).collect();
    let parts: Vec<Vec<Indices>> = (0..mains.len())
        .filter_map(|part| {
            let mixed: Vec<Vec<f64>> = mixes.iter().map(|sample| sample[part].clone()).collect();
            indices(&mains[part], &others[part], &mixed)
        })
        .collect();
    let figure = |group: usize, of: fn(&Indices) -> f64| {
        let by_part: Vec<f64> = parts.iter().map(|part| of(&part[group])).collect();
        let error = estimate(&by_part).map_or(f64::INFINITY, |found| found.error);
        Figure { value: of(&found[group]), error }
    };
    Some(Sensitivity {
        first: (0..groups).map(|group| figure(group, |index| index.first)).collect(),
        total: (0..groups).map(|group| figure(group, |index| index.total)).collect(),
    })
}
