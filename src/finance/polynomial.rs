//! All positive zeros of a polynomial, found by the proof of Descartes' rule of signs.
//!
//! Multiply p(x) = Σ aₜ xᵗ by x^(−c), c between the exponents of two neighbouring coefficients of opposite
//! sign. The derivative's coefficients, up to a power of x, are (t − c)·aₜ: they have exactly one change of
//! sign fewer. By Rolle at most one zero of p lies between two neighbouring zeros of that derivative, whose
//! zeros are found the same way, until no change of sign (hence no zero) is left. So a polynomial of degree n
//! with v changes of sign costs v levels, not n, and no zero is missed but by rounding.

use super::root::solve;

/// Zeros closer than this to the last bits are not told apart by f64 anyway.
const RELATIVE: f64 = 2.0 * f64::EPSILON;

/// The zeros of Σ `coefficients[t]`·xᵗ within `low..=high` (0 < low < high), ascending, each once.
///
/// A zero the curve only touches counts where the curve comes within rounding error of the axis; zeros that
/// rounding cannot separate are one. All coefficients zero: none.
pub(super) fn positive_zeros(coefficients: &[f64], low: f64, high: f64) -> Vec<f64> {
    let mut levels = vec![scaled(coefficients.to_vec())];
    while let Some(next) = levels.last().and_then(|level| derivative(level)) {
        levels.push(next);
    }
    // The last level has no change of sign.
    levels.pop();
    levels.iter().rev().fold(Vec::new(), |turning, level| zeros_between(level, low, &turning, high))
}

/// The next level: the coefficients of the derivative of x^(−c)·p, c in p's first change of sign.
fn derivative(level: &[f64]) -> Option<Vec<f64>> {
    let mut before: Option<(f64, f64)> = None;
    for (t, &a) in (0_u32..).zip(level).filter(|(_, a)| **a != 0.0) {
        let t = f64::from(t);
        if let Some((s, b)) = before
            && (a > 0.0) != (b > 0.0)
        {
            let c = f64::midpoint(s, t);
            let next = (0_u32..).zip(level).map(|(t, a)| a * (f64::from(t) - c));
            return Some(scaled(next.collect()));
        }
        before = Some((t, a));
    }
    None
}

/// Divided by a power of two near the largest coefficient, so that no product overflows and no bit is lost,
/// and without the zeros at both ends (a power of x), which would let every term underflow far from 1.
fn scaled(mut coefficients: Vec<f64>) -> Vec<f64> {
    let largest = coefficients.iter().fold(0.0_f64, |most, a| most.max(a.abs()));
    let (_, exponent) = libm::frexp(largest);
    for a in &mut coefficients {
        *a = libm::ldexp(*a, -exponent);
    }
    let end = coefficients.iter().rposition(|a| *a != 0.0).map_or(0, |last| last + 1);
    coefficients.truncate(end);
    let start = coefficients.iter().position(|a| *a != 0.0).unwrap_or(0);
    coefficients.split_off(start)
}

/// The zeros of `level`, at most one between neighbouring `turning` points.
fn zeros_between(level: &[f64], low: f64, turning: &[f64], high: f64) -> Vec<f64> {
    let mut zeros = Vec::new();
    let mut before: Option<(f64, f64)> = None;
    for &x in std::iter::once(&low).chain(turning).chain(std::iter::once(&high)) {
        let value = clear_value(level, x);
        match before {
            Some((_, last)) if last == 0.0 && value == 0.0 => {}
            _ if value == 0.0 => zeros.push(x),
            Some((w, last)) if last != 0.0 && (last > 0.0) != (value > 0.0) => {
                zeros.extend(solve(&mut |x| evaluate(level, x).0, (w, last), (x, value), RELATIVE, 0.0));
            }
            _ => {}
        }
        before = Some((x, value));
    }
    zeros
}

/// The value, or 0 where rounding alone may have made it.
fn clear_value(level: &[f64], x: f64) -> f64 {
    let (value, magnitude) = evaluate(level, x);
    // Twice Horner's error bound 2n·u·Σ|aₜ|xᵗ (u is half of EPSILON): the coefficients are rounded as well.
    #[expect(clippy::cast_precision_loss, reason = "a length of flows is far below 2^53")]
    let noise = 2.0 * level.len() as f64 * f64::EPSILON * magnitude;
    if value.abs() <= noise { 0.0 } else { value }
}

/// Σ aₜ xᵗ and Σ |aₜ| xᵗ by Horner, both divided by xⁿ for x > 1: the sign is the same, and nothing overflows.
fn evaluate(level: &[f64], x: f64) -> (f64, f64) {
    let step =
        |x: f64| move |(value, magnitude): (f64, f64), a: &f64| (value * x + a, magnitude * x + a.abs());
    if x > 1.0 {
        level.iter().fold((0.0, 0.0), step(1.0 / x))
    } else {
        level.iter().rev().fold((0.0, 0.0), step(x))
    }
}
