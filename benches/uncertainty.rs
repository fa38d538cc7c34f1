//! How long draws take, and what is made of a sample: 20 inputs, 16,384 points. Prints a table; nothing here can fail.

use std::hint::black_box;
use std::time::Instant;

use outsourcing::uncertainty::{
    Copula, Distribution, Ends, Philox, Range, Shape, Sobol, indices, partial_perfect_information, quantiles,
};

const INPUTS: usize = 20;
const POINTS: usize = 1 << 14;

/// The median of some runs, in milliseconds.
fn median<T>(mut run: impl FnMut() -> T) -> f64 {
    black_box(run());
    let mut times: Vec<f64> = (0..31)
        .map(|_| {
            let start = Instant::now();
            black_box(run());
            start.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[15]
}

fn main() {
    let row = |what: &str, milliseconds: f64| println!("{what:<60} {milliseconds:>9.3} ms");
    let rate = |what: &str, points: usize, milliseconds: f64| {
        println!(
            "{what:<60} {milliseconds:>9.3} ms {:>8.2} million a second",
            points as f64 / milliseconds / 1e3
        );
    };
    let input = |shape, k: usize| {
        let (low, high) = (10.0, 20.0 + k as f64);
        let range = Range {
            low,
            likely: low + (high - low) * (0.2 + 0.03 * k as f64),
            high,
            shape,
            ends: Ends::OneInTen,
        };
        Distribution::new(range).expect("a range")
    };
    row(
        "20 PERT ranges fitted and tabulated",
        median(|| (0..INPUTS).map(|k| input(Shape::Pert, k)).collect::<Vec<_>>()),
    );
    row("a scramble of 20 inputs", median(|| Sobol::new(INPUTS, 7, 0)));
    let sequence = Sobol::new(INPUTS, 7, 0).expect("a sequence");
    let uniforms = || {
        let mut columns = vec![vec![0.0; POINTS]; INPUTS];
        columns.iter_mut().enumerate().for_each(|(input, column)| sequence.fill(input, 0, column));
        columns
    };
    rate("points, as uniforms", POINTS, median(uniforms));
    for (name, shape) in
        [("PERT", Shape::Pert), ("triangular", Shape::Triangular), ("lognormal", Shape::Lognormal)]
    {
        let inputs: Vec<Distribution> = (0..INPUTS).map(|k| input(shape, k)).collect();
        let draw = || {
            let mut columns = uniforms();
            for (column, input) in columns.iter_mut().zip(&inputs) {
                column.iter_mut().for_each(|value| *value = input.quantile(*value));
            }
            columns
        };
        rate(&format!("points, all {name}"), POINTS, median(draw));
    }
    let mut ranks = vec![vec![0.0; INPUTS]; INPUTS];
    for (i, row) in ranks.iter_mut().enumerate() {
        row[i] = 1.0;
        row[..4].iter_mut().enumerate().filter(|(j, _)| i < 4 && *j != i).for_each(|(_, rank)| *rank = 0.5);
    }
    let copula = Copula::new(&ranks).expect("a matrix");
    let mut columns = uniforms();
    rate("four of 20 correlated", POINTS, median(|| copula.apply(&mut columns)));
    let random = Philox::new(7);
    let mut months = [0.0; 60];
    let paths = || (0..POINTS as u64).for_each(|path| random.normals(path, 0, black_box(&mut months)));
    rate("paths of 60 normals", POINTS, median(paths));
    let costs = uniforms();
    row(
        "value of settling each of 20 inputs, three options",
        median(|| {
            costs.iter().map(|input| partial_perfect_information(&costs[..3], input)).collect::<Vec<_>>()
        }),
    );
    row("indices of 20 inputs, from their results", median(|| indices(&costs[0], &costs[1], &costs)));
    row("five quantiles", median(|| quantiles(&costs[0], &[0.05, 0.25, 0.5, 0.75, 0.95])));
}
