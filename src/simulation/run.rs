//! Stretches of paths.

use std::collections::BTreeMap;

use crate::engine::project::Project;
use crate::engine::rates::months_up;
use crate::engine::{LANES, Lanes, Mask, Number};

use super::block::{BAND_PATHS, Block};
use super::compile::Simulation;
use super::draw::{Draws, Sample};
use super::path::{Paths, Run};

/// A difference smaller than what rounding leaves of two equal sums is none.
pub(super) fn settle(difference: f64, base: f64) -> f64 {
    if difference.abs() <= base.abs() * 1e-12 { 0.0 } else { difference }
}

/// Where the option stands that savings are against: the best in-house one.
const REFERENCE: usize = 1;

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
        let mut single = Paths::single(self);
        let order = self.alike(&draws);
        let drawn = !self.is_certain();
        if abreast {
            let mut side_by_side = Paths::side_by_side(self);
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
                    block.note(group, &runs);
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
        block.note(&[path], &runs);
    }

    /// Paths by their whole months: what these decide is taken side by side only by paths that have the same.
    fn alike(&self, draws: &Draws) -> Vec<Vec<usize>> {
        let hires = |input: usize| self.inputs[input].path.ends_with(".time_to_hire");
        let whole: Vec<usize> =
            (0..self.inputs.len()).filter(|input| self.inputs[*input].row.whole || hires(*input)).collect();
        let months = |input: usize, path: usize| {
            let value = draws.values[input][path];
            if hires(input) { months_up(value) } else { value as usize }
        };
        let parted = |input: usize, paths: Vec<usize>| {
            let mut alike: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
            paths.into_iter().for_each(|path| alike.entry(months(input, path)).or_default().push(path));
            alike.into_values()
        };
        let all: Vec<usize> = (0..draws.chance.len()).collect();
        whole.into_iter().fold(vec![all], |alike, input| {
            alike.into_iter().flat_map(|paths| parted(input, paths)).collect()
        })
    }
}

impl Block {
    /// Notes what paths had that ran side by side, at their places in the stretch.
    #[inline(never)]
    fn note<N: Number + PartialEq>(&mut self, paths: &[usize], runs: &[Run<N>]) {
        let count = self.count as usize;
        let mut saved = vec![N::zero(); self.months + 1];
        for (option, run) in runs.iter().enumerate() {
            for (lane, path) in paths.iter().enumerate() {
                self.present[option * count + path] = run.present.on(lane);
            }
            if self.sample != Sample::Main {
                continue;
            }
            for (lane, path) in paths.iter().enumerate() {
                self.delivered[option * count + path] = run.delivered.on(lane) as f32;
                self.idle[option * count + path] = run.idle.on(lane) as f32;
            }
            // What costs the same as the reference saves nothing against it, and at once: what a new block has.
            let reference = &runs[REFERENCE].flows;
            if run.flows == *reference {
                continue;
            }
            let flows = reference.iter().zip(&run.flows);
            saved.iter_mut().zip(flows).for_each(|(saved, (base, cost))| *saved = *base - *cost);
            let months = payback(&saved);
            let mut sum = N::zero();
            for saved in &mut saved {
                sum = sum + *saved;
                *saved = sum;
            }
            for (lane, path) in paths.iter().enumerate() {
                self.payback[option * count + path] = months.on(lane) as f32;
                if self.first as usize + path < BAND_PATHS as usize {
                    let start = (option * self.banded + path) * (self.months + 1);
                    let bands = &mut self.bands[start..=start + self.months];
                    bands.iter_mut().zip(&saved).for_each(|(band, saved)| *band = saved.on(lane) as f32);
                }
            }
        }
    }
}

/// [`finance::payback`](crate::finance::payback) on each path, in months, to the bit; infinite where it is not within the horizon, or is none.
fn payback<N: Number>(savings: &[N]) -> N {
    let zero = N::zero();
    let size = |number: N| number.or_more(-number);
    let (mut cumulative, mut magnitude) = (zero, zero);
    // The month of the last crossing, and what lies below and above it; as it stands, payback is at once.
    let (mut crossing, mut under, mut over) = (zero, -N::one(), zero);
    for (month, saving) in savings.iter().enumerate() {
        let before = cumulative;
        cumulative = cumulative + *saving;
        magnitude = magnitude + size(*saving);
        let rounding = N::of(month as f64 * f64::EPSILON) * magnitude;
        cumulative = N::choose(rounding.at_least(size(cumulative)), zero, cumulative);
        let crosses = zero.more_than(before).and(cumulative.at_least(zero));
        if crosses.any() {
            crossing = N::choose(crosses, N::of(month as f64), crossing);
            under = N::choose(crosses, before, under);
            over = N::choose(crosses, cumulative, over);
        }
    }
    let half = N::of(0.5);
    let (below, above) = (-under * half, over * half);
    let found = crossing - above / (below + above);
    let paid = cumulative.at_least(zero).and(N::of(f64::MAX).at_least(magnitude));
    N::choose(paid, found, N::of(f64::INFINITY))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paybacks_are_those_of_finance() {
        let random = crate::uncertainty::Philox::new(11);
        let mut kinds = [0; 3];
        for path in 0..2000 {
            let savings: Vec<Lanes> = (0..25)
                .map(|month| {
                    Lanes::gather(|lane| {
                        let draw = random.uniform(path, lane as u32, month) - 0.45;
                        // Some come out even, some spend at first.
                        if lane == 0 {
                            libm::round(4.0 * draw)
                        } else {
                            draw - if month == 0 { 2.0 } else { 0.0 }
                        }
                    })
                })
                .collect();
            let found = payback(&savings);
            for lane in 0..LANES {
                let alone: Vec<f64> = savings.iter().map(|saving| saving.on(lane)).collect();
                let wanted = crate::finance::payback(&alone).unwrap().months().unwrap_or(f64::INFINITY);
                assert_eq!(found.on(lane).to_bits(), wanted.to_bits(), "{alone:?}");
                assert_eq!(payback(&alone).to_bits(), wanted.to_bits());
                kinds[if wanted.is_infinite() { 2 } else { usize::from(wanted > 0.0) }] += 1;
            }
        }
        assert!(kinds.iter().all(|kind| *kind > 100), "{kinds:?}");
        assert!(payback(&[f64::MAX, f64::MAX, -1.0]).is_infinite());
    }
}
