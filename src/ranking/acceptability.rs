//! Under which share of the weights each alternative is first, second and so on.

use super::polygon::Polygon;
use super::{EQUAL, known, linear, ordered, value};
use crate::uncertainty::Sobol;

/// Points of one sequence, and how many sequences: together 2^13 weights.
const POINTS: usize = 1 << 11;
const SEQUENCES: u32 = 4;
/// How many weights are counted over where no exact share is known.
pub const WEIGHTS: usize = POINTS * SEQUENCES as usize;
/// The sequences' seed: the same for every scenario, so that the same scores get the same shares.
const SEED: u64 = 1;

/// Shares of the weights.
#[derive(Clone, Debug, PartialEq)]
pub struct Acceptability {
    /// By alternative: the share of the weights under which it is first, second and so on; equals share their ranks.
    pub shares: Vec<Vec<f64>>,
    /// Standard error of the least sure of these shares, from independent sequences; None where they are exact.
    pub error: Option<f64>,
}

/// Under which share of all weights that keep an order each alternative is first, second and so on.
///
/// Exact for one, two and three criteria by lengths and areas, unless gaps in scores make the borders curves. Beyond, by 2^13 weights
/// that fill those allowed evenly: gaps between sorted uniforms of a scrambled Sobol sequence, folded onto the order.
///
/// An alternative without any score has no rank: its shares are 0.
///
/// # Example
/// ```
/// use outsourcing::ranking::acceptability;
/// let scores = [vec![Some(100.0), Some(0.0)], vec![Some(0.0), Some(100.0)], vec![Some(60.0), Some(60.0)]];
/// let first: Vec<f64> = acceptability(&scores, &[0, 0]).shares.iter().map(|ranks| ranks[0]).collect();
/// for (share, known) in first.iter().zip([0.4, 0.4, 0.2]) {
///     assert!((share - known).abs() < 1e-12);
/// }
/// ```
#[must_use]
pub fn acceptability(scores: &[Vec<Option<f64>>], places: &[usize]) -> Acceptability {
    let mut counting = Counting::new(scores.to_vec(), places);
    while !counting.step() {}
    counting.found()
}

/// Shares of the weights as they are counted: in steps, for whoever cannot wait for all of them at once.
///
/// ```
/// use outsourcing::ranking::{Counting, acceptability};
/// let scores = vec![vec![Some(90.0), Some(10.0), Some(40.0), Some(70.0)], vec![Some(50.0); 4]];
/// let mut counting = Counting::new(scores.clone(), &[0, 1, 2, 3]);
/// while !counting.step() {}
/// assert_eq!(counting.found(), acceptability(&scores, &[0, 1, 2, 3]));
/// ```
#[derive(Clone, Debug)]
pub struct Counting {
    tally: Tally,
    places: Vec<usize>,
    /// What each sequence that has been counted says; None where no counting is needed.
    counted: Option<Vec<Vec<Vec<f64>>>>,
    error: Option<f64>,
}

impl Counting {
    /// Scores by alternative and criterion, and the places of the criteria. Where exact shares are known they are there at once.
    #[must_use]
    pub fn new(scores: Vec<Vec<Option<f64>>>, places: &[usize]) -> Self {
        let known = known(&scores);
        let forms = linear(&scores, &known);
        let shares = vec![vec![0.0; scores.len()]; scores.len()];
        let mut tally = Tally { known, scores, shares };
        let mut counted = None;
        match (places.len(), forms) {
            (0, _) => {}
            (1, _) => tally.add(&[1.0], 1.0),
            (2, Some(forms)) => lengths(&mut tally, &forms, places),
            (3, Some(forms)) => areas(&mut tally, &forms, places),
            _ => counted = Some(Vec::new()),
        }
        Counting { tally, places: places.to_vec(), counted, error: None }
    }

    /// Counts over one more sequence; whether all is counted.
    pub fn step(&mut self) -> bool {
        let Some(counted) = &mut self.counted else { return true };
        let number = counted.len() as u32;
        if number < SEQUENCES {
            self.tally.shares.iter_mut().flatten().for_each(|share| *share = 0.0);
            points(&mut self.tally, &self.places, number);
            counted.push(self.tally.shares.clone());
        }
        if counted.len() < SEQUENCES as usize {
            return false;
        }
        self.error = Some(mean(&mut self.tally.shares, counted));
        self.counted = None;
        true
    }

    /// What has been counted; asked for once all is.
    #[must_use]
    pub fn found(self) -> Acceptability {
        Acceptability { shares: self.tally.shares, error: self.error }
    }
}

/// Counts ranks under weights.
#[derive(Clone, Debug)]
struct Tally {
    /// Alternatives with a score.
    known: Vec<usize>,
    scores: Vec<Vec<Option<f64>>>,
    shares: Vec<Vec<f64>>,
}

impl Tally {
    /// Adds the ranks under some weights, which stand for a share of all.
    fn add(&mut self, weights: &[f64], share: f64) {
        let values: Vec<f64> = self
            .known
            .iter()
            .map(|index| value(&self.scores[*index], weights).unwrap_or(f64::NEG_INFINITY))
            .collect();
        self.rank(&values, share);
    }

    fn rank(&mut self, values: &[f64], share: f64) {
        for (own, index) in values.iter().zip(&self.known) {
            // Its rank, and how many have the same value, itself among them.
            let (mut better, mut no_worse) = (0, 0);
            for other in values {
                better += usize::from(*other > own + EQUAL);
                no_worse += usize::from(*other >= own - EQUAL);
            }
            let ranks = &mut self.shares[*index];
            if no_worse - better == 1 {
                ranks[better] += share;
            } else {
                let each = share / (no_worse - better).max(1) as f64;
                ranks[better..no_worse].iter_mut().for_each(|sum| *sum += each);
            }
        }
    }
}

/// The pairs' differences: where one is zero, two alternatives change places.
fn differences(forms: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let mut found = Vec::new();
    for (index, one) in forms.iter().enumerate() {
        for other in &forms[..index] {
            found.push(one.iter().zip(other).map(|(one, other)| one - other).collect());
        }
    }
    found
}

/// Two criteria: the weight of the first goes over a line, which the pairs' changes of places cut.
fn lengths(tally: &mut Tally, forms: &[Vec<f64>], places: &[usize]) {
    let (low, high) = match places[0].cmp(&places[1]) {
        std::cmp::Ordering::Less => (0.5, 1.0),
        std::cmp::Ordering::Equal => (0.0, 1.0),
        std::cmp::Ordering::Greater => (0.0, 0.5),
    };
    let mut cuts = vec![low, high];
    for difference in differences(forms) {
        let slope = difference[0] - difference[1];
        let at = -difference[1] / slope;
        if at > low && at < high {
            cuts.push(at);
        }
    }
    cuts.sort_by(f64::total_cmp);
    for piece in cuts.windows(2) {
        let middle = f64::midpoint(piece[0], piece[1]);
        if piece[1] > piece[0] {
            tally.add(&[middle, 1.0 - middle], (piece[1] - piece[0]) / (high - low));
        }
    }
}

/// Three criteria: the weights are a triangle, which the pairs' changes of places cut into cells of one ranking each.
fn areas(tally: &mut Tally, forms: &[Vec<f64>], places: &[usize]) {
    let mut allowed = Polygon::triangle();
    for (more, less) in ordered(places) {
        let mut sum = [0.0; 3];
        (sum[more], sum[less]) = (1.0, -1.0);
        allowed = allowed.clipped(&sum);
    }
    let all = allowed.area();
    let mut cells = vec![allowed];
    for difference in differences(forms) {
        let opposite: Vec<f64> = difference.iter().map(|one| -one).collect();
        let cut = |cell: &Polygon| [cell.clipped(&difference), cell.clipped(&opposite)];
        if difference.iter().any(|one| one.abs() > EQUAL) {
            cells = cells.iter().flat_map(cut).filter(|cell| !cell.is_nothing()).collect();
        }
    }
    for cell in cells {
        tally.add(&cell.inside(), cell.area() / all);
    }
}

/// More criteria: weights spread evenly over those allowed, those of one sequence.
fn points(tally: &mut Tally, places: &[usize], number: u32) {
    let count = places.len();
    let (mut fold, columns) = (Fold::new(places), count - 1);
    let table: Vec<Vec<(f64, f64)>> = tally
        .known
        .iter()
        .map(|index| {
            tally.scores[*index].iter().map(|score| score.map_or((0.0, 0.0), |s| (s, 1.0))).collect()
        })
        .collect();
    let mut uniforms = vec![vec![0.0; POINTS]; columns];
    let (mut cuts, mut weights) = (vec![0.0; columns], vec![0.0; count]);
    let mut values = vec![0.0; table.len()];
    // There are as many inputs as criteria, fewer than a sequence has.
    let Some(sequence) = Sobol::new(columns, SEED, number) else { return };
    uniforms.iter_mut().enumerate().for_each(|(input, column)| sequence.fill(input, 0, column));
    for point in 0..POINTS {
        for (cut, column) in cuts.iter_mut().zip(&uniforms) {
            *cut = column[point];
        }
        ascending(&mut cuts);
        let mut before = 0.0;
        for (weight, cut) in weights.iter_mut().zip(cuts.iter().chain(&[1.0])) {
            *weight = cut - before;
            before = *cut;
        }
        fold.apply(&mut weights);
        for (value, scores) in values.iter_mut().zip(&table) {
            let (mut sum, mut total) = (0.0, 0.0);
            for ((score, known), weight) in scores.iter().zip(&weights) {
                sum += score * weight;
                total += known * weight;
            }
            *value = sum / total;
        }
        tally.rank(&values, 1.0 / POINTS as f64);
    }
}

/// The means of what the sequences say, into `shares`. Returns the standard error of the least sure share.
fn mean(shares: &mut [Vec<f64>], by_sequence: &[Vec<Vec<f64>>]) -> f64 {
    let mut error = 0.0_f64;
    for (index, ranks) in shares.iter_mut().enumerate() {
        for (rank, share) in ranks.iter_mut().enumerate() {
            let found = || by_sequence.iter().map(|shares| shares[index][rank]);
            let mean = found().sum::<f64>() / f64::from(SEQUENCES);
            let spread =
                found().map(|one| (one - mean) * (one - mean)).sum::<f64>() / f64::from(SEQUENCES - 1);
            error = error.max(libm::sqrt(spread / f64::from(SEQUENCES)));
            *share = mean;
        }
    }
    error
}

/// Sorts a few numbers.
fn ascending(numbers: &mut [f64]) {
    for index in 1..numbers.len() {
        let mut place = index;
        while place > 0 && numbers[place - 1] > numbers[place] {
            numbers.swap(place - 1, place);
            place -= 1;
        }
    }
}

/// Folds all weights onto those that keep an order: the largest go to the first place, and within a place they stand as they stood. Every
/// order folds by an exchange of axes, so what was spread evenly stays so.
struct Fold {
    /// The criteria of each place, the most important first; empty where there is no order.
    places: Vec<Vec<usize>>,
    /// The weights as they were, and sorted: kept between points, as there are thousands.
    before: Vec<f64>,
    sorted: Vec<f64>,
}

impl Fold {
    fn new(places: &[usize]) -> Self {
        let mut known = places.to_vec();
        known.sort_unstable();
        known.dedup();
        if known.len() < 2 {
            known.clear();
        }
        let of = |place: &usize| (0..places.len()).filter(|index| places[*index] == *place).collect();
        let room = vec![0.0; places.len()];
        Fold { places: known.iter().map(of).collect(), before: room.clone(), sorted: room }
    }

    fn apply(&mut self, weights: &mut [f64]) {
        if self.places.is_empty() {
            return;
        }
        self.before.copy_from_slice(weights);
        self.sorted.copy_from_slice(weights);
        ascending(&mut self.sorted);
        let mut end = self.sorted.len();
        for members in &self.places {
            let largest = &self.sorted[end - members.len()..end];
            end -= members.len();
            if let [only] = members.as_slice() {
                weights[*only] = largest[0];
                continue;
            }
            for member in members {
                let own = (self.before[*member], *member);
                let smaller = members.iter().filter(|other| (self.before[**other], **other) < own).count();
                weights[*member] = largest[smaller];
            }
        }
    }
}
