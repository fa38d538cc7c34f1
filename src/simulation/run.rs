//! Stretches of paths.

use std::collections::BTreeMap;

use crate::engine::project::Project;
use crate::engine::rates::months_up;
use crate::engine::{LANES, Lanes, Number};
use crate::finance::payback;

use super::block::{BAND_PATHS, Block};
use super::compile::Simulation;
use super::draw::{Draws, Sample};
use super::path::{Paths, Run};

/// A difference smaller than what rounding leaves of two equal sums is none.
pub(super) fn settle(difference: f64, base: f64) -> f64 {
    if difference.abs() <= base.abs() * 1e-12 { 0.0 } else { difference }
}

impl Simulation {
    /// Paths `first`, `first` + 1, … of the sample, `count` of them.
    ///
    /// What a path has depends on its number alone, whatever stretch it is run in.
    #[must_use]
    pub fn run(&self, sample: Sample, first: u32, count: u32) -> Block {
        self.stretch(sample, first, count, self.abreast())
    }

    /// As [`Simulation::run`], one path at a time: the same bits, to test against.
    #[must_use]
    pub fn run_singly(&self, sample: Sample, first: u32, count: u32) -> Block {
        self.stretch(sample, first, count, false)
    }

    /// Whether paths may be run side by side: a project's months part too often.
    fn abreast(&self) -> bool {
        self.scenario.services.iter().all(|service| Project::new(service).is_none())
    }

    fn stretch(&self, sample: Sample, first: u32, count: u32, abreast: bool) -> Block {
        let draws = self.draws(sample, first, count);
        let mut block = Block::new(sample, first, count, self.options.len(), self.months);
        block.clamped.clone_from(&draws.clamped);
        let mut single = Paths::<f64>::new(self);
        let order = self.alike(&draws);
        let drawn = !self.is_certain();
        if abreast {
            let mut side_by_side = Paths::<Lanes>::new(self);
            for group in order.iter().flat_map(|alike| alike.chunks(LANES)) {
                // Where fewer are left the last stands in for those missing.
                let lane = |lane: usize| group[lane.min(group.len() - 1)];
                let values: Vec<Lanes> =
                    draws.values.iter().map(|column| Lanes::gather(|at| column[lane(at)])).collect();
                let numbers: [u64; LANES] = std::array::from_fn(|at| draws.chance[lane(at)]);
                let runs = side_by_side.run(&values, drawn.then_some(&numbers[..]));
                if Lanes::parted() {
                    block.parted += group.len() as u32;
                    group.iter().for_each(|path| self.one(&mut single, &draws, *path, &mut block));
                } else {
                    for (at, path) in group.iter().enumerate() {
                        block.note(*path, &runs, at);
                    }
                }
            }
        } else {
            order.iter().flatten().for_each(|path| self.one(&mut single, &draws, *path, &mut block));
        }
        block
    }

    fn one(&self, single: &mut Paths<'_, f64>, draws: &Draws, path: usize, block: &mut Block) {
        let values: Vec<f64> = draws.values.iter().map(|column| column[path]).collect();
        let number = [draws.chance[path]];
        let runs = single.run(&values, (!self.is_certain()).then_some(&number[..]));
        block.note(path, &runs, 0);
    }

    /// Paths by their whole months: what these decide is taken side by side only by paths that have the same.
    fn alike(&self, draws: &Draws) -> Vec<Vec<usize>> {
        let hires = |input: usize| self.inputs[input].path.ends_with(".time_to_hire");
        let whole: Vec<usize> =
            (0..self.inputs.len()).filter(|input| self.inputs[*input].row.whole || hires(*input)).collect();
        let months = |input: &usize, path: usize| {
            let value = draws.values[*input][path];
            if hires(*input) { months_up(value) } else { value as usize }
        };
        let mut alike: BTreeMap<Vec<usize>, Vec<usize>> = BTreeMap::new();
        for path in 0..draws.chance.len() {
            let key = whole.iter().map(|input| months(input, path)).collect();
            alike.entry(key).or_default().push(path);
        }
        alike.into_values().collect()
    }
}

impl Block {
    /// Notes what one path had, at its place in the stretch.
    fn note<N: Number>(&mut self, path: usize, runs: &[Run<N>], lane: usize) {
        let count = self.count as usize;
        let band = (self.first as usize + path < BAND_PATHS as usize) && self.sample == Sample::Main;
        let mut saved = vec![0.0; self.months + 1];
        for (option, run) in runs.iter().enumerate() {
            let at = option * count + path;
            self.present[at] = run.present.on(lane);
            if self.sample != Sample::Main {
                continue;
            }
            for (month, saved) in saved.iter_mut().enumerate() {
                *saved = runs[1].flows[month].on(lane) - run.flows[month].on(lane);
            }
            let months = payback(&saved).and_then(crate::finance::Payback::months);
            self.payback[at] = months.map_or(f32::INFINITY, |months| months as f32);
            self.delivered[at] = run.delivered.on(lane) as f32;
            self.idle[at] = run.idle.on(lane) as f32;
            if band {
                let start = (option * self.banded + path) * (self.months + 1);
                let mut cumulative = 0.0;
                for (month, saved) in saved.iter().enumerate() {
                    cumulative += saved;
                    self.bands[start + month] = cumulative as f32;
                }
            }
        }
    }
}
