//! The vendors judged: scores, weighted sums, ranks, and under which weights each is first.

use super::super::compare::Answer;
use super::criteria::{Criterion, VendorCost, cost, reference};
use crate::ranking::{Acceptability, Counting, Span, centroid, in_proportion, span, value};
use crate::scenario::{Scenario, Weighting};

/// A criterion that counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Counted {
    /// Which.
    pub criterion: Criterion,
    /// What it counts: as stated, or the mean of all weights that keep the order. All sum to 1.
    pub weight: f64,
    /// Its place in the user's order, 0 for what counts most; the same where there is no order between them.
    pub place: usize,
}

/// Whether a vendor is ranked, and if not why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It is.
    Ranked,
    /// It is set aside.
    Aside,
    /// It lacks what is required.
    Disqualified,
    /// It does not take over within the horizon.
    NeverSwitches,
    /// It has neither an offer nor a score on anything that counts.
    Unknown,
}

impl Status {
    /// The name in the result file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Status::Ranked => "ranked",
            Status::Aside => "aside",
            Status::Disqualified => "disqualified",
            Status::NeverSwitches => "never_switches",
            Status::Unknown => "unknown",
        }
    }
}

/// How a vendor stands.
#[derive(Clone, Debug)]
pub struct Standing {
    /// Whether it is ranked.
    pub status: Status,
    /// Its score on every criterion that counts.
    pub scores: Vec<Option<f64>>,
    /// What it costs.
    pub cost: Option<VendorCost>,
    /// The weighted mean of its scores; None unless it is ranked.
    pub value: Option<f64>,
    /// The same over all criteria but cost.
    pub beside_cost: Option<f64>,
    /// Its rank by value, 1 the best; equals share one.
    pub rank: Option<usize>,
    /// Share of all weights under which it is first, second and so on.
    pub of_all: Vec<f64>,
    /// Share of the weights that keep the user's order.
    pub of_kept: Vec<f64>,
    /// What each criterion that counts must count, and may, where the vendor is first, among the weights that keep the order; None
    /// where it is first nowhere, or where gaps in the scores leave it open.
    pub spans: Vec<Option<Span>>,
    /// Between which shares of each criterion it is first when the other weights keep their proportions; None where it is at none.
    pub in_proportion: Vec<Option<Span>>,
    /// No other ranked vendor costs less and scores better beside cost.
    pub efficient: bool,
}

/// The vendors side by side.
#[derive(Clone, Debug)]
pub struct Standings {
    /// The criteria that count, in the order of the form.
    pub criteria: Vec<Counted>,
    /// Whether the user has put any criterion before another.
    pub ordered: bool,
    /// The vendors by their position.
    pub vendors: Vec<Standing>,
    /// What each criterion can count at all in the user's order.
    pub spans: Vec<Option<Span>>,
    /// What the best in-house option costs without breaches and early ends: what vendors' costs are held against.
    pub reference_cost: Option<f64>,
    /// Standard error of the least sure share; None where all are exact.
    pub error: Option<f64>,
}

impl Standings {
    /// Ranked vendors by position, the best first.
    #[must_use]
    pub fn ranked(&self) -> Vec<usize> {
        let mut ranked: Vec<usize> =
            (0..self.vendors.len()).filter(|index| self.vendors[*index].rank.is_some()).collect();
        crate::order::sort_by(&mut ranked, |a, b| self.vendors[*a].rank > self.vendors[*b].rank);
        ranked
    }

    /// The share of weights under which a vendor is first: of those that keep the user's order, or of all without one.
    #[must_use]
    pub fn first(&self, vendor: usize) -> f64 {
        self.vendors[vendor].of_kept.first().copied().unwrap_or(0.0)
    }
}

/// Judges the vendors of a scenario, as answered.
///
/// What a vendor has no score on it is not judged by: its value is the mean of the rest. The weights' order alone counts, or the numbers
/// as they stand, as stated; the order of the numbers is kept either way.
#[must_use]
pub fn standings(scenario: &Scenario<f64>, answer: &Answer) -> Standings {
    let mut judging = Judging::new(scenario, answer);
    while !judging.step() {}
    judging.standings
}

/// The vendors as they are judged: in steps, for whoever cannot wait for all of them at once.
#[derive(Clone, Debug)]
pub struct Judging {
    standings: Standings,
    /// Ranked vendors by position, and their scores.
    ranked: Vec<usize>,
    scores: Vec<Vec<Option<f64>>>,
    places: Vec<usize>,
    weights: Vec<f64>,
    /// Shares of all weights, and of those that keep the order, until they are counted.
    all: Option<Counting>,
    kept: Option<Counting>,
    /// Ranked vendors whose spans are known.
    spanned: usize,
}

impl Judging {
    /// Scores, values and ranks: all that needs no counting.
    #[must_use]
    pub fn new(scenario: &Scenario<f64>, answer: &Answer) -> Self {
        let mut standings = valued(scenario, answer);
        let places: Vec<usize> = standings.criteria.iter().map(|counted| counted.place).collect();
        let weights = standings.criteria.iter().map(|counted| counted.weight).collect();
        let vendors = &mut standings.vendors;
        let ranked: Vec<usize> = (0..vendors.len()).filter(|index| vendors[*index].value.is_some()).collect();
        let scores: Vec<Vec<Option<f64>>> =
            ranked.iter().map(|index| vendors[*index].scores.clone()).collect();
        for index in &ranked {
            let own = vendors[*index].value;
            let better =
                |other: &usize| matches!((vendors[*other].value, own), (Some(a), Some(b)) if a > b + 1e-9);
            let rank = 1 + ranked.iter().filter(|other| better(other)).count();
            let dominated = ranked.iter().any(|other| dominates(&vendors[*other], &vendors[*index]));
            let standing = &mut vendors[*index];
            standing.rank = Some(rank);
            standing.efficient = !dominated && standing.cost.is_some() && standing.beside_cost.is_some();
        }
        let all = Some(Counting::new(scores.clone(), &vec![0; places.len()]));
        let kept = standings.ordered.then(|| Counting::new(scores.clone(), &places));
        Judging { standings, ranked, scores, places, weights, all, kept, spanned: 0 }
    }

    /// Does a part of the rest; whether all is done.
    pub fn step(&mut self) -> bool {
        if let Some(all) = &mut self.all {
            if all.step() {
                let found = self.all.take().map(Counting::found);
                found.into_iter().for_each(|found| self.counted(found, true));
            }
            return false;
        }
        if let Some(kept) = &mut self.kept {
            if kept.step() {
                let found = self.kept.take().map(Counting::found);
                found.into_iter().for_each(|found| self.counted(found, false));
            }
            return false;
        }
        let place = self.spanned;
        if let Some(index) = self.ranked.get(place) {
            let standing = &mut self.standings.vendors[*index];
            for criterion in 0..self.places.len() {
                standing.spans[criterion] = span(&self.scores, &self.places, Some(place), criterion);
                standing.in_proportion[criterion] =
                    in_proportion(&self.scores, &self.weights, place, criterion);
            }
            self.spanned += 1;
        }
        self.spanned >= self.ranked.len()
    }

    /// Takes what was counted; shares of all weights are those that keep the order where there is none.
    fn counted(&mut self, found: Acceptability, of_all: bool) {
        let standings = &mut self.standings;
        for (index, shares) in self.ranked.iter().zip(found.shares) {
            let standing = &mut standings.vendors[*index];
            if of_all {
                standing.of_all.clone_from(&shares);
            }
            if !of_all || !standings.ordered {
                standing.of_kept = shares;
            }
        }
        standings.error = [standings.error, found.error].into_iter().flatten().reduce(f64::max);
    }

    /// How the vendors stand; asked for once all is done.
    #[must_use]
    pub fn standings(self) -> Standings {
        self.standings
    }
}

/// Everything but ranks, shares and spans of weights.
fn valued(scenario: &Scenario<f64>, answer: &Answer) -> Standings {
    let costs: Vec<Option<VendorCost>> =
        (0..scenario.vendors.len()).map(|vendor| cost(answer, vendor)).collect();
    let status: Vec<Status> = (0..scenario.vendors.len())
        .map(|vendor| match answer.failures.get(vendor) {
            _ if scenario.vendors[vendor].off => Status::Aside,
            Some(failures) if !failures.is_empty() => Status::Disqualified,
            _ if costs[vendor].is_none() && offers(answer, vendor) && !switches(answer, vendor) => {
                Status::NeverSwitches
            }
            _ => Status::Ranked,
        })
        .collect();
    let score = |criterion: Criterion, vendor: usize| match criterion {
        Criterion::Cost => costs[vendor].map(|cost| cost.score),
        other => other.stated(scenario, &scenario.vendors[vendor]),
    };
    let criteria = counted(scenario, |criterion| {
        (0..status.len()).any(|vendor| status[vendor] != Status::Aside && score(criterion, vendor).is_some())
    });
    let mut vendors: Vec<Standing> = status
        .into_iter()
        .enumerate()
        .map(|(vendor, status)| Standing {
            status,
            scores: criteria.iter().map(|counted| score(counted.criterion, vendor)).collect(),
            cost: costs[vendor],
            value: None,
            beside_cost: None,
            rank: None,
            of_all: Vec::new(),
            of_kept: Vec::new(),
            spans: vec![None; criteria.len()],
            in_proportion: vec![None; criteria.len()],
            efficient: false,
        })
        .collect();
    let weights: Vec<f64> = criteria.iter().map(|counted| counted.weight).collect();
    let places: Vec<usize> = criteria.iter().map(|counted| counted.place).collect();
    for standing in vendors.iter_mut().filter(|standing| standing.status == Status::Ranked) {
        standing.value = value(&standing.scores, &weights);
        if standing.value.is_none() {
            standing.status = Status::Unknown;
        }
        let beside = criteria
            .iter()
            .zip(&standing.scores)
            .map(|(counted, score)| if counted.criterion == Criterion::Cost { None } else { *score });
        standing.beside_cost = value(&beside.collect::<Vec<_>>(), &weights);
    }
    Standings {
        spans: (0..criteria.len()).map(|criterion| span(&[], &places, None, criterion)).collect(),
        criteria,
        ordered: places.iter().any(|place| *place > 0),
        vendors,
        reference_cost: reference(answer),
        error: None,
    }
}

fn offers(answer: &Answer, vendor: usize) -> bool {
    answer.options.iter().any(|option| option.kind().vendor() == Some(vendor))
}

fn switches(answer: &Answer, vendor: usize) -> bool {
    answer.options.iter().any(|option| option.kind().vendor() == Some(vendor) && option.outcome.switches())
}

/// Whether one vendor costs no more and scores no less beside cost than another, and is better in one of the two.
fn dominates(one: &Standing, other: &Standing) -> bool {
    let at = |standing: &Standing| Some((standing.cost?.present, standing.beside_cost?));
    match (at(one), at(other)) {
        (Some((cost, score)), Some((other_cost, other_score))) => {
            cost <= other_cost && score >= other_score && (cost < other_cost || score > other_score)
        }
        _ => false,
    }
}

/// The criteria that count: those with a weight; where none has one, all that some vendor has a score on, which then count alike.
///
/// One with a weight stays even if no vendor has a score on it: its place in the order shapes the others' weights, and vendors that come
/// and go must not.
fn counted(scenario: &Scenario<f64>, is_scored: impl Fn(Criterion) -> bool) -> Vec<Counted> {
    let all = Criterion::all(scenario);
    let stated = |criterion: &Criterion| criterion.weight(scenario).filter(|weight| *weight > 0.0);
    let any = all.iter().any(|criterion| stated(criterion).is_some());
    let of = |criterion: &Criterion| if any { stated(criterion) } else { Some(1.0) };
    let kept: Vec<(Criterion, f64)> = all
        .iter()
        .filter_map(|criterion| Some((*criterion, of(criterion)?)))
        .filter(|(criterion, _)| any || is_scored(*criterion))
        .collect();
    let mut sizes: Vec<f64> = kept.iter().map(|(_, weight)| *weight).collect();
    sizes.sort_by(|a, b| b.total_cmp(a));
    sizes.dedup();
    let places: Vec<usize> =
        kept.iter().map(|(_, weight)| sizes.iter().position(|size| size <= weight).unwrap_or(0)).collect();
    let total: f64 = kept.iter().map(|(_, weight)| weight).sum();
    let weights = match scenario.preferences.weighting {
        Weighting::Order => centroid(&places),
        Weighting::Number => kept.iter().map(|(_, weight)| weight / total).collect(),
    };
    kept.iter()
        .zip(places)
        .zip(weights)
        .map(|(((criterion, _), place), weight)| Counted { criterion: *criterion, weight, place })
        .collect()
}
