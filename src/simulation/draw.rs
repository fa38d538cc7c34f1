//! Which draws a path has: uniforms by scramble and point, correlated, as values of inputs.

use std::cell::RefCell;
use std::sync::Arc;

use super::compile::{Rule, Simulation};
use crate::uncertainty::{Philox, Sobol};

/// Independent scrambles that paths come from in turn: path i is point i ÷ 16 of scramble i mod 16. What they differ by tells the
/// Monte-Carlo error, itself to about a fifth.
pub const SCRAMBLES: u32 = 16;

/// Which of the samples that sensitivity needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sample {
    /// The sample itself.
    Main,
    /// Another, independent of it.
    Other,
    /// The sample with one group of inputs (or chance, the last group) from the other.
    Mixed(u32),
}

impl Sample {
    pub(super) fn number(self) -> u32 {
        match self {
            Sample::Main => 0,
            Sample::Other => 1,
            Sample::Mixed(group) => group + 2,
        }
    }

    pub(super) fn of(number: u32) -> Self {
        match number {
            0 => Sample::Main,
            1 => Sample::Other,
            number => Sample::Mixed(number - 2),
        }
    }
}

/// The first stream of uniforms for inputs beyond those of the sequences.
const BEYOND: u32 = 1 << 20;

/// Marks the other sample's chance.
const OTHER: u64 = 1 << 63;

/// Sequences by columns and seed.
type Made = ((usize, u64), Arc<[Sobol]>);

thread_local! {
    /// The sequences last made, by columns and seed: most edits change neither.
    static LAST: RefCell<Option<Made>> = const { RefCell::new(None) };
}

/// The sequences of all scrambles.
pub(super) fn sequences(columns: usize, seed: u64) -> Arc<[Sobol]> {
    LAST.with_borrow_mut(|last| match last {
        Some((of, sequences)) if *of == (columns, seed) => Arc::clone(sequences),
        _ => {
            let made = (0..SCRAMBLES).filter_map(|scramble| Sobol::new(columns, seed, scramble));
            let made: Arc<[Sobol]> = made.collect();
            *last = Some(((columns, seed), Arc::clone(&made)));
            made
        }
    })
}

/// The draws of a stretch of paths.
pub(super) struct Draws {
    /// By input, then path: the value.
    pub values: Vec<Vec<f64>>,
    /// By path: the number that chance is drawn by.
    pub chance: Vec<u64>,
    /// By rule: draws clamped.
    pub clamped: Vec<u32>,
}

impl Simulation {
    /// Correlated uniforms of the inputs on a stretch of paths, by input, then path.
    #[must_use]
    pub fn uniforms(&self, other: bool, first: u32, count: u32) -> Vec<Vec<f64>> {
        let random = Philox::new(self.seed);
        let count = count as usize;
        let mut columns: Vec<Vec<f64>> = Vec::with_capacity(self.inputs.len());
        for input in 0..self.inputs.len() {
            let mut column = vec![0.0; count];
            let dimension = if other { self.inputs.len() + input } else { input };
            for (scramble, sequence) in (0..).zip(&*self.sequences) {
                // The first path of this scramble in the stretch, and the point that it is.
                let start = (scramble + SCRAMBLES - first % SCRAMBLES) % SCRAMBLES;
                let point = (first + start) / SCRAMBLES;
                let uniforms = column.iter_mut().skip(start as usize).step_by(SCRAMBLES as usize);
                if dimension < sequence.inputs() {
                    sequence.fill(dimension, point, uniforms);
                } else {
                    for (uniform, point) in uniforms.zip(point..) {
                        *uniform = random.uniform(sequence.path(point), BEYOND + dimension as u32, 0);
                    }
                }
            }
            columns.push(column);
        }
        self.copula.apply(&mut columns);
        columns
    }

    pub(super) fn draws(&self, sample: Sample, first: u32, count: u32) -> Draws {
        let mut uniforms = self.uniforms(sample == Sample::Other, first, count);
        if let Sample::Mixed(group) = sample
            && let Some(members) = self.groups.get(group as usize)
        {
            let mut from = self.uniforms(true, first, count);
            members.iter().for_each(|input| uniforms[*input] = std::mem::take(&mut from[*input]));
        }
        let chance_differs = match sample {
            Sample::Main => false,
            Sample::Other => true,
            Sample::Mixed(group) => group as usize == self.groups.len(),
        };
        let chance = (first..first + count)
            .map(|path| {
                let number = self.sequences[(path % SCRAMBLES) as usize].path(path / SCRAMBLES);
                if chance_differs { number | OTHER } else { number }
            })
            .collect();
        let mut clamped = vec![0; self.rules.len()];
        for (place, (input, column)) in self.inputs.iter().zip(&mut uniforms).enumerate() {
            for value in column {
                let draw = input.distribution.quantile(*value);
                *value = input.clamp(draw);
                clamped[place] += u32::from(draw < input.bounds.0 || draw > input.bounds.1);
            }
        }
        let mut draws = Draws { values: uniforms, chance, clamped };
        self.transitions(&mut draws);
        draws
    }

    /// Clamps months of transition to the horizon: first those in parallel, then the lead.
    fn transitions(&self, draws: &mut Draws) {
        let most = (self.months - 1) as f64;
        for (rule, clamped) in self.rules.iter().zip(&mut draws.clamped) {
            let Rule::Transition(service, offer) = *rule else { continue };
            let stated = &self.scenario.services[service].offers[offer].transition;
            let at = |name: &str| {
                let path = format!("services.{service}.offers.{offer}.transition.{name}");
                self.inputs.iter().position(|input| input.path == path)
            };
            let (lead_at, parallel_at) = (at("lead_months"), at("parallel_months"));
            for path in 0..draws.chance.len() {
                let value = |at: Option<usize>, stated: f64| at.map_or(stated, |at| draws.values[at][path]);
                let lead = value(lead_at, stated.lead_months);
                let parallel = value(parallel_at, stated.parallel_months);
                if lead + parallel <= most {
                    continue;
                }
                *clamped += 1;
                let parallel = parallel_at.map_or(parallel, |at| {
                    let fits = (most - lead).max(0.0).min(parallel);
                    draws.values[at][path] = fits;
                    fits
                });
                if let Some(at) = lead_at {
                    draws.values[at][path] = lead.min((most - parallel).max(0.0));
                }
            }
        }
    }
}
