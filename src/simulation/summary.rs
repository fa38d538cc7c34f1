//! What the sample says, each figure with its Monte-Carlo error.

use crate::uncertainty::{cheapest, estimate, mean, quantiles, regrets, share_above, sorted_at};

use super::block::{BAND_PATHS, Block};
use super::compile::Simulation;
use super::draw::{SCRAMBLES, Sample};
use super::run::settle;

/// Shares of paths at which savings and costs are told.
const SHARES: [f64; 7] = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95];

/// Shares of paths at which payback and bands are told.
const TENTHS: [f64; 3] = [0.1, 0.5, 0.9];

/// Bars of a chart of savings.
const BARS: usize = 40;

/// A figure with its Monte-Carlo error: the standard error over independent scrambles; infinite where there are too few paths to tell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// The value.
    pub value: f64,
    /// Its standard error.
    pub error: f64,
}

impl Figure {
    /// What the value may be rounded to without saying more than is known: see [`step`].
    #[must_use]
    pub fn step(&self) -> f64 {
        step(self.error)
    }

    /// The value so rounded.
    #[must_use]
    pub fn rounded(&self) -> f64 {
        let step = self.step();
        if step > 0.0 && step.is_finite() { libm::round(self.value / step) * step } else { self.value }
    }
}

/// The least of 1, 2, 5, 10, … (or 0.5, 0.2, …) that is at least twice the error: half of it either way covers the error. 0 for no error.
#[must_use]
pub fn step(error: f64) -> f64 {
    if error <= 0.0 || !error.is_finite() {
        return if error > 0.0 { f64::INFINITY } else { 0.0 };
    }
    let wanted = 2.0 * error;
    let mut decade = libm::pow(10.0, libm::floor(libm::log10(wanted)));
    loop {
        for digit in [1.0, 2.0, 5.0] {
            if digit * decade >= wanted {
                return digit * decade;
            }
        }
        decade *= 10.0;
    }
}

/// A bar of a chart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bin {
    /// Where it begins.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// The share of paths in it; the first and the last have what is beyond them, too.
    pub share: f64,
}

/// When savings pay back.
#[derive(Clone, Debug, PartialEq)]
pub struct Paid {
    /// Share of paths that do not pay back within the horizon.
    pub never: Figure,
    /// By month 0..=H, the share that has paid back by then.
    pub by_month: Vec<f64>,
    /// The month by which a tenth, half and nine tenths of all paths have; None where that is not within the horizon.
    pub months: [Option<f64>; 3],
}

/// What the sample says of an option.
#[derive(Clone, Debug, PartialEq)]
pub struct OptionSummary {
    /// The option.
    pub kind: crate::answer::Kind,
    /// Whether it may be called the cheapest.
    pub ranked: bool,
    /// Mean present cost.
    pub cost: Figure,
    /// Present cost at 5, 10, 25, 50, 75, 90 and 95 % of paths.
    pub costs: [Figure; 7],
    /// Mean present savings against best in-house.
    pub saved: Figure,
    /// Present savings at 5, 10, 25, 50, 75, 90 and 95 % of paths.
    pub savings: [Figure; 7],
    /// Present savings of the likely-value plan.
    pub planned: f64,
    /// Probability that it is the cheapest of those ranked; those of equal cost share it, but as-is leaves its own to a best in-house that
    /// is the same on every path.
    pub cheapest: Figure,
    /// Probability that it saves anything.
    pub saves: Figure,
    /// What it costs more than the cheapest of those ranked, on average.
    pub regret: Figure,
    /// When it pays back.
    pub payback: Paid,
    /// Delivered ÷ needed hours, mean.
    pub delivered: Figure,
    /// Idle ÷ needed hours, mean.
    pub idle: Figure,
    /// Cumulative savings by month 0..=H at 10, 50 and 90 % of the first paths.
    pub bands: [Vec<f64>; 3],
    /// Present savings as a chart.
    pub histogram: Vec<Bin>,
}

/// What the sample says.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// How many paths.
    pub paths: u32,
    /// The options, the two references first.
    pub options: Vec<OptionSummary>,
    /// What would be saved, on average, by knowing everything before choosing.
    pub perfect_information: Figure,
    /// Draws clamped, by rule.
    pub clamped: Vec<u32>,
    /// Share of paths that could not be run side by side.
    pub parted: f64,
}

impl Summary {
    /// What it says of an option.
    #[must_use]
    pub fn option(&self, kind: crate::answer::Kind) -> Option<&OptionSummary> {
        self.options.iter().find(|option| option.kind == kind)
    }
}

/// The paths of one sample, put together from its blocks.
pub(super) struct Paths<'a> {
    blocks: Vec<&'a Block>,
    pub count: usize,
}

impl<'a> Paths<'a> {
    /// None unless the blocks are the paths 0, 1, … without a gap.
    pub fn new(blocks: impl IntoIterator<Item = &'a Block>, sample: Sample) -> Option<Self> {
        let mut blocks: Vec<&Block> = blocks.into_iter().filter(|block| block.sample == sample).collect();
        blocks.sort_by_key(|block| block.first);
        let mut count = 0;
        for block in &blocks {
            if block.first != count {
                return None;
            }
            count += block.count;
        }
        (count > 0).then_some(Paths { blocks, count: count as usize })
    }

    fn all<T: Copy + 'a>(&self, option: usize, of: impl Fn(&'a Block) -> &'a [T]) -> Vec<T> {
        let mut all = Vec::with_capacity(self.count);
        for block in &self.blocks {
            let count = block.count as usize;
            all.extend_from_slice(&of(block)[option * count..(option + 1) * count]);
        }
        all
    }

    /// Present cost of an option by path.
    pub fn costs(&self, option: usize) -> Vec<f64> {
        self.all(option, |block| &block.present)
    }

    /// Present savings of an option against best in-house by path.
    pub fn saved(&self, option: usize) -> Vec<f64> {
        saved(&self.costs(1), &self.costs(option))
    }
}

fn saved(reference: &[f64], present: &[f64]) -> Vec<f64> {
    reference.iter().zip(present).map(|(base, cost)| settle(base - cost, *base)).collect()
}

/// What a figure is over all, and by how much it differs between scrambles.
fn figure(sample: &[f64], of: impl Fn(&[f64]) -> f64) -> Figure {
    figures(sample, |part| [of(part)])[0]
}

fn figures<const MANY: usize>(sample: &[f64], of: impl Fn(&[f64]) -> [f64; MANY]) -> [Figure; MANY] {
    let values = of(sample);
    let parts: Vec<[f64; MANY]> = scrambles(sample).iter().map(|part| of(part)).collect();
    std::array::from_fn(|at| {
        let by_part: Vec<f64> = parts.iter().map(|part| part[at]).collect();
        let error = estimate(&by_part).map_or(f64::INFINITY, |found| found.error);
        Figure { value: values[at], error }
    })
}

/// The paths of each scramble; none where there are fewer than one of each.
pub(super) fn scrambles(sample: &[f64]) -> Vec<Vec<f64>> {
    let many = SCRAMBLES as usize;
    if sample.len() < many {
        return Vec::new();
    }
    (0..many).map(|scramble| sample.iter().skip(scramble).step_by(many).copied().collect()).collect()
}

fn spread(sample: &[f64]) -> [f64; 7] {
    let found = quantiles(sample, &SHARES).unwrap_or_else(|| vec![f64::NAN; 7]);
    std::array::from_fn(|at| found[at])
}

/// What the blocks of the sample say; None unless they are its paths 0, 1, … without a gap.
#[must_use]
pub fn summarise<'a>(
    simulation: &Simulation,
    blocks: impl IntoIterator<Item = &'a Block>,
) -> Option<Summary> {
    let paths = Paths::new(blocks, Sample::Main)?;
    let options = simulation.options();
    let ranked: Vec<usize> = (0..options.len()).filter(|option| options[*option].ranked).collect();
    let costs: Vec<Vec<f64>> = ranked.iter().map(|option| paths.costs(*option)).collect();
    // Where today's team is already the best in-house, the two are one.
    let one = ranked.starts_with(&[0, 1]) && costs[0] == costs[1];
    let wins = split(&costs, |costs| {
        let mut wins = cheapest(costs).unwrap_or_default();
        if one {
            wins[1] += std::mem::take(&mut wins[0]);
        }
        wins
    });
    let regret = split(&costs, |costs| {
        regrets(costs).unwrap_or_default().iter().map(|regrets| mean(regrets)).collect()
    });
    let none = Figure { value: 0.0, error: 0.0 };
    let at = |figures: &[Figure], option: usize| {
        ranked.iter().position(|ranked| *ranked == option).and_then(|at| figures.get(at).copied())
    };
    let plan = simulation.plan();
    let reference = paths.costs(1);
    let spent = |present: &[f64]| (figure(present, mean), figures(present, spread));
    let reference_spent = spent(&reference);
    let summarised = options.iter().enumerate().map(|(option, choice)| {
        let present = paths.costs(option);
        // Today's team is often the best in-house already.
        let (cost, costs) = if present == reference { reference_spent } else { spent(&present) };
        let saved = saved(&reference, &present);
        let singles = |of: fn(&Block) -> &Vec<f32>| -> Vec<f64> {
            paths.all(option, |block| of(block)).into_iter().map(f64::from).collect()
        };
        OptionSummary {
            kind: choice.kind,
            ranked: choice.ranked,
            cost,
            costs,
            saved: figure(&saved, mean),
            savings: figures(&saved, spread),
            planned: settle(plan[1] - plan[option], plan[1]),
            cheapest: at(&wins, option).unwrap_or(none),
            saves: figure(&saved, |saved| share_above(saved, 0.0).unwrap_or(0.0)),
            regret: at(&regret, option).unwrap_or(none),
            payback: paid(&singles(|block| &block.payback), simulation.months()),
            delivered: figure(&singles(|block| &block.delivered), mean),
            idle: figure(&singles(|block| &block.idle), mean),
            bands: bands(&paths, option, simulation.months()),
            histogram: histogram(&saved),
        }
    });
    let rules = simulation.rules().len();
    let clamped = |rule: usize| paths.blocks.iter().filter_map(|block| block.clamped.get(rule)).sum();
    let parted: u32 = paths.blocks.iter().map(|block| block.parted).sum();
    Some(Summary {
        paths: paths.count as u32,
        options: summarised.collect(),
        // The least mean regret is what would be saved by knowing everything.
        perfect_information: regret.into_iter().min_by(|a, b| a.value.total_cmp(&b.value)).unwrap_or(none),
        clamped: (0..rules).map(clamped).collect(),
        parted: f64::from(parted) / paths.count as f64,
    })
}

/// A list of figures from costs by option and path, with the errors that scrambles show.
fn split(costs: &[Vec<f64>], of: impl Fn(&[Vec<f64>]) -> Vec<f64>) -> Vec<Figure> {
    let by_option: Vec<Vec<Vec<f64>>> = costs.iter().map(|costs| scrambles(costs)).collect();
    let count = by_option.first().map_or(0, Vec::len);
    let parts: Vec<Vec<f64>> = (0..count)
        .map(|scramble| {
            let part: Vec<Vec<f64>> = by_option.iter().map(|option| option[scramble].clone()).collect();
            of(&part)
        })
        .collect();
    let figure = |(at, value): (usize, f64)| {
        let by_part: Vec<f64> = parts.iter().filter_map(|part| part.get(at).copied()).collect();
        Figure { value, error: estimate(&by_part).map_or(f64::INFINITY, |found| found.error) }
    };
    of(costs).into_iter().enumerate().map(figure).collect()
}

fn paid(months: &[f64], horizon: usize) -> Paid {
    let paths = months.len();
    // By the month in which they have paid back.
    let mut paid = vec![0_u32; horizon + 1];
    for month in months {
        if let Some(paid) = paid.get_mut(libm::ceil(*month) as usize) {
            *paid += 1;
        }
    }
    let by = paid.iter().scan(0, |sum, paid| {
        *sum += paid;
        Some(f64::from(*sum) / paths.max(1) as f64)
    });
    let place = |share: f64| (libm::ceil(share * paths as f64) as usize).saturating_sub(1);
    let sorted = sorted_at(months, TENTHS.map(place).into_iter().filter(|place| *place < paths).collect());
    let reached = |share: f64| (paths > 0).then(|| sorted(place(share))).filter(|month| month.is_finite());
    let never = |months: &[f64]| {
        months.iter().filter(|month| month.is_infinite()).count() as f64 / months.len().max(1) as f64
    };
    Paid { never: figure(months, never), by_month: by.collect(), months: TENTHS.map(reached) }
}

fn bands(paths: &Paths<'_>, option: usize, months: usize) -> [Vec<f64>; 3] {
    let by_path = paths.blocks.iter().map(|block| {
        let all = block.banded * (months + 1);
        &block.bands[option * all..(option + 1) * all]
    });
    if by_path.clone().flatten().all(|saved| *saved == 0.0) {
        return std::array::from_fn(|_| vec![0.0; months + 1]);
    }
    let mut columns = vec![Vec::with_capacity(BAND_PATHS as usize); months + 1];
    for by_path in by_path {
        for (month, column) in columns.iter_mut().enumerate() {
            column.extend(by_path.iter().skip(month).step_by(months + 1).copied().map(f64::from));
        }
    }
    let mut bands: [Vec<f64>; 3] = Default::default();
    for column in &columns {
        let found = quantiles(column, &TENTHS).unwrap_or_else(|| vec![f64::NAN; 3]);
        bands.iter_mut().zip(found).for_each(|(band, value)| band.push(value));
    }
    bands
}

/// Bars of a round width over all but the outermost hundredths.
fn histogram(sample: &[f64]) -> Vec<Bin> {
    let Some(ends) = quantiles(sample, &[0.005, 0.995]) else {
        return Vec::new();
    };
    let width = step((ends[1] - ends[0]) / BARS as f64 / 2.0);
    if width <= 0.0 || !width.is_finite() {
        return vec![Bin { from: ends[0], to: ends[1], share: 1.0 }];
    }
    let first = libm::floor(ends[0] / width);
    let count = (libm::ceil(ends[1] / width) - first).max(1.0) as usize;
    let mut counts = vec![0_u32; count];
    for value in sample {
        let place = (value / width).floor() - first;
        counts[(place.max(0.0) as usize).min(count - 1)] += 1;
    }
    let bin = |(place, count): (usize, u32)| Bin {
        from: (first + place as f64) * width,
        to: (first + place as f64 + 1.0) * width,
        share: f64::from(count) / sample.len() as f64,
    };
    counts.into_iter().enumerate().map(bin).collect()
}
