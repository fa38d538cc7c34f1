//! The exponential of one number and of several side by side, with the same bits.

use std::ops::{Add, Div, Mul, Sub};

use wide::f64x2;

use super::{Lanes, Mask, Number};

/// Adding and taking away 1.5 · 2^52 rounds to a whole number.
const ROUND: f64 = 6_755_399_441_055_744.0;

/// 2^52 + 1023: added to a whole number k, the lowest bits are the exponent of 2^k.
const BIAS: f64 = 4_503_599_627_371_519.0;

/// Beyond, powers of two are no longer plain numbers.
const MOST: f64 = 700.0;

const PER_LN2: f64 = std::f64::consts::LOG2_E;
const LN2: [f64; 2] = [6.931_471_803_691_238e-1, 1.908_214_929_270_587_7e-10];

/// Of (x·(eˣ + 1)/(eˣ − 1) − 2)/x² in x², a minimax polynomial on ±(ln 2)/2.
const FACTORS: [f64; 5] = [
    1.666_666_666_666_660_2e-1,
    -2.777_777_777_701_559_3e-3,
    6.613_756_321_437_934e-5,
    -1.653_390_220_546_525_2e-6,
    4.138_136_797_057_238_5e-8,
];

/// e to this power.
///
/// The steps are those of FreeBSD's `e_exp.c` (Sun Microsystems, 1993), as in `libm`, but that powers of any size go through all of them:
/// a branch fewer for each path side by side, and the same to the last digit but for a few.
pub(super) fn exp(power: f64) -> f64 {
    if power.abs() > MOST || power.is_nan() {
        return libm::exp(power);
    }
    let (value, biased) = parts(power);
    value * two_to(biased)
}

/// e to the power of each.
pub(super) fn exps(power: Lanes) -> Lanes {
    if !Lanes::of(MOST).at_least(power.abs()).all() {
        return power.each(exp);
    }
    // A register at a time: what a step leaves for the next stays in it.
    power.pairs(|power| {
        let (value, biased) = parts(power);
        value * f64x2::from(biased.to_array().map(two_to))
    })
}

/// A power of e over one of two, and what that one's exponent is the lowest bits of.
#[inline]
fn parts<T>(power: T) -> (T, T)
where
    T: Copy + From<f64> + Add<Output = T> + Sub<Output = T> + Mul<Output = T> + Div<Output = T>,
{
    // How many ln 2 are nearest.
    let twos = (T::from(PER_LN2) * power + T::from(ROUND)) - T::from(ROUND);
    let (high, low) = (power - twos * T::from(LN2[0]), twos * T::from(LN2[1]));
    let rest = high - low;
    let square = rest * rest;
    let [a, b, c, d, e] = FACTORS.map(T::from);
    let part = rest - square * (a + square * (b + square * (c + square * (d + square * e))));
    (T::from(1.0) + (rest * part / (T::from(2.0) - part) - low + high), twos + T::from(BIAS))
}

#[inline]
fn two_to(biased: f64) -> f64 {
    f64::from_bits(biased.to_bits() << 52)
}

#[cfg(test)]
mod tests {
    use super::{Lanes, exp, exps};
    use crate::engine::{LANES, Number};

    #[test]
    fn several_have_the_bits_of_one_and_that_is_libms_but_for_the_last() {
        let mut powers: Vec<f64> = (-80_000..=80_000).map(|step| f64::from(step) * 0.009_137).collect();
        powers.extend((0..4000).map(|step| f64::from(step - 2000) * 1.234_567e-3));
        powers.extend((-1100..1000).map(|step| libm::scalbn(1.3, step)));
        powers.extend((-1030..20).map(|step| -libm::scalbn(1.7, step)));
        // Where libm takes another branch, and where halves are rounded.
        for edge in [0.5, 1.0, 1.5, 2.5, 7.5]
            .map(|halves| halves * std::f64::consts::LN_2)
            .into_iter()
            .chain([libm::scalbn(1.0, -28)])
        {
            powers.extend(
                (-2000_i64..2000)
                    .map(|step| f64::from_bits(edge.to_bits().wrapping_add_signed(step * 1_048_583))),
            );
            powers.extend(
                (-2000_i64..2000).map(|step| -f64::from_bits(edge.to_bits().wrapping_add_signed(step))),
            );
        }
        powers.extend([0.0, -0.0, f64::INFINITY, f64::NEG_INFINITY, f64::MAX, f64::MIN_POSITIVE]);
        for some in powers.chunks_exact(LANES) {
            let found = exps(Lanes::gather(|lane| some[lane])).to_array();
            for (found, power) in found.into_iter().zip(some) {
                assert_eq!(found.to_bits(), exp(*power).to_bits(), "{power}");
                let apart = found.to_bits().abs_diff(libm::exp(*power).to_bits());
                assert!(apart <= 1, "{power}: {apart}");
            }
        }
        let mut odd = [0.0; LANES];
        odd[1] = f64::NAN;
        assert!(exps(Lanes::gather(|lane| odd[lane])).to_array()[1].is_nan());
    }
}
