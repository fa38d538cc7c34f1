//! Inputs that move together, and months that do.

use outsourcing::engine::chance::Shocks;
use outsourcing::uncertainty::{Copula, CorrelationProblem, Philox, Sobol};
use proptest::prelude::*;

use crate::{cases, close, close_over_scrambles, numbers};

fn matrix(pairs: &[(usize, usize, f64)], inputs: usize) -> Vec<Vec<f64>> {
    let mut matrix: Vec<Vec<f64>> =
        (0..inputs).map(|i| (0..inputs).map(|j| f64::from(u8::from(i == j))).collect()).collect();
    for (i, j, rank) in pairs {
        matrix[*i][*j] = *rank;
        matrix[*j][*i] = *rank;
    }
    matrix
}

#[test]
fn as_numpy_and_scipy_have_it() {
    for case in cases("copula", 14) {
        let ranks: Vec<Vec<f64>> = case["ranks"].as_array().unwrap().iter().map(numbers).collect();
        let uniforms = numbers(&case["uniforms"]);
        let mut columns: Vec<Vec<f64>> = uniforms.iter().map(|uniform| vec![*uniform]).collect();
        Copula::new(&ranks).unwrap().apply(&mut columns);
        for (input, wanted) in numbers(&case["made"]).into_iter().enumerate() {
            // A normal's last digits, which its share's x² moves in the tails.
            close(columns[input][0], wanted, 1e-13 * wanted, "made");
            if [0, 1, 3].contains(&input) {
                assert_eq!(columns[input][0], uniforms[input], "not correlated with one before it");
            }
        }
    }
}

/// 12 E (u − ½)(v − ½) is Spearman's correlation: the formula gives it back exactly, points to their error.
#[test]
fn ranks_correlate_as_stated() {
    const POINTS: usize = 1 << 12;
    for rank in [-0.95, -0.5, 0.1, 0.6, 0.9] {
        let copula = Copula::new(&matrix(&[(0, 1, rank)], 2)).unwrap();
        let found = |scramble| {
            let sequence = Sobol::new(2, 4, scramble).unwrap();
            let mut columns = vec![vec![0.0; POINTS]; 2];
            for (input, column) in columns.iter_mut().enumerate() {
                sequence.fill(input, 0, column);
            }
            copula.apply(&mut columns);
            let products: f64 = columns[0].iter().zip(&columns[1]).map(|(u, v)| (u - 0.5) * (v - 0.5)).sum();
            12.0 * products / POINTS as f64
        };
        let found: Vec<f64> = (0..8).map(found).collect();
        // Random points would err by 1/√(8·2^12) = 0.006.
        close_over_scrambles(&found, rank, 0.0, 1e-4, "rank correlation");
    }
}

#[test]
fn correlations_that_cannot_be_are_named() {
    use CorrelationProblem::{Contradiction, NotACorrelation, NotOne, NotSquare};
    let refused = |ranks: &[Vec<f64>]| Copula::new(ranks).expect_err("no correlations");
    // Two that move with a third do not move against each other; inputs 0 and 2 have nothing to do with it.
    let triangle = matrix(&[(1, 3, 0.9), (1, 4, 0.9), (3, 4, -0.9)], 6);
    assert_eq!(refused(&triangle), Contradiction { input: 4 });
    assert_eq!(refused(&matrix(&[(0, 1, 1.0), (1, 2, 0.5), (0, 2, 0.4)], 3)), Contradiction { input: 2 });
    assert_eq!(refused(&[vec![1.0, 0.0], vec![0.0]]), NotSquare { input: 1 });
    assert_eq!(refused(&[vec![0.9]]), NotOne { input: 0 });
    assert_eq!(refused(&[vec![f64::NAN]]), NotOne { input: 0 });
    for bad in [1.5, f64::NAN] {
        assert_eq!(refused(&matrix(&[(0, 2, bad)], 3)), NotACorrelation { input: 2, other: 0 });
    }
    let mut lopsided = matrix(&[(0, 1, 0.5)], 2);
    lopsided[1][0] = 0.4;
    assert_eq!(refused(&lopsided), NotACorrelation { input: 1, other: 0 });
}

#[test]
fn at_one_inputs_move_as_one() {
    let copula = Copula::new(&matrix(&[(0, 1, 1.0), (1, 2, -1.0), (0, 2, -1.0)], 3)).unwrap();
    let mut columns = [vec![0.1, 0.7], vec![0.4, 0.4], vec![0.9, 0.2]];
    copula.apply(&mut columns);
    for path in 0..2 {
        let first = columns[0][path];
        close(columns[1][path], first, 1e-15, "with");
        close(columns[2][path], 1.0 - first, 1e-15, "against");
    }
}

proptest! {
    /// Three correlations can be together exactly where the determinant of ρ is not negative.
    #[test]
    fn three_are_possible_where_their_determinant_says(a in -1.0..1.0_f64, b in -1.0..1.0_f64, c in -1.0..1.0_f64) {
        let [x, y, z] = [a, b, c].map(|rank| 2.0 * libm::sin(std::f64::consts::PI * rank / 6.0));
        let determinant = 1.0 + 2.0 * x * y * z - x * x - y * y - z * z;
        prop_assume!(determinant.abs() > 1e-9);
        let found = Copula::new(&matrix(&[(0, 1, a), (0, 2, b), (1, 2, c)], 3));
        prop_assert_eq!(found.is_ok(), determinant > 0.0);
    }

    #[test]
    fn uniforms_stay_uniforms(rank in -1.0..=1.0_f64, seed: u64) {
        let mut columns = [vec![0.0; 4], vec![0.0; 4]];
        for (input, column) in (0..).zip(&mut columns) {
            Philox::new(seed).uniforms(input, 0, column);
            column.extend([f64::EPSILON / 2.0, 1.0 - f64::EPSILON / 2.0]);
        }
        Copula::new(&matrix(&[(0, 1, rank)], 2)).unwrap().apply(&mut columns);
        prop_assert!(columns.iter().flatten().all(|uniform| 0.0 < *uniform && *uniform < 1.0));
    }
}

/// The shocks of months 1..=`months` on one path, as the simulation draws them, with the normals they come of.
fn shocks(path: u64, months: usize, (spread, persistence): (f64, f64)) -> (Vec<f64>, Vec<f64>) {
    let mut normals = vec![0.0; months + 1];
    Philox::new(21).normals(path, 0, &mut normals[1..]);
    let shocks = Shocks::new(normals.clone(), spread, persistence);
    let factors: Vec<f64> = shocks.factors().collect();
    assert_eq!(factors[0], factors[1], "the day of the decision has the first month's");
    (factors[1..].to_vec(), normals[1..].to_vec())
}

/// Against the sum z(t) = s·(φ^(t−1)·ε(1) + √(1−φ²)·Σ φ^(t−k)·ε(k)), term by term.
#[test]
fn shocks_follow_their_recursion() {
    for (spread, persistence) in [(0.3, 0.7), (0.1, -0.4), (0.5, 0.0), (0.0, 0.9)] {
        let (shocks, normals) = shocks(77, 24, (spread, persistence));
        let fresh = (1.0_f64 - persistence * persistence).sqrt();
        for (month, shock) in shocks.into_iter().enumerate() {
            let term = |k: usize| {
                let weight = if k == 0 { 1.0 } else { fresh };
                weight * libm::pow(persistence, (month - k) as f64) * normals[k]
            };
            let z = spread * (0..=month).map(term).sum::<f64>();
            close(shock, libm::exp(z - spread * spread / 2.0), 1e-14 * shock, "shock");
        }
    }
}

/// Mean 1, variance s² of the logarithm and correlation φ^lag, in the first month as in the last.
#[test]
fn shocks_are_stationary_with_mean_one() {
    const PATHS: usize = 20_000;
    let (s, persistence) = (0.3, 0.7);
    let mut months = vec![Vec::new(); 13];
    for path in 0..PATHS as u64 {
        let (year, _) = shocks(path, 13, (s, persistence));
        months.iter_mut().zip(year).for_each(|(month, shock)| month.push(shock));
    }
    let mean = |values: &mut dyn Iterator<Item = f64>| values.sum::<f64>() / PATHS as f64;
    let log = |shock: &f64| (libm::log(*shock) + s * s / 2.0) / s;
    let five = 5.0 / (PATHS as f64).sqrt();
    for month in [0, 12] {
        let one = &months[month];
        close(mean(&mut one.iter().copied()), 1.0, five * libm::expm1(s * s).sqrt(), "mean");
        close(
            mean(&mut one.iter().map(|shock| log(shock) * log(shock))),
            1.0,
            five * 2.0_f64.sqrt(),
            "variance",
        );
    }
    for (from, to) in [(0, 1), (11, 12), (2, 5)] {
        let r = libm::pow(persistence, (to - from) as f64);
        let product = mean(&mut months[from].iter().zip(&months[to]).map(|(a, b)| log(a) * log(b)));
        close(product, r, five * (1.0 + r * r).sqrt(), "correlation");
    }
}
