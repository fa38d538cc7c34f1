//! The exponential of several numbers side by side, with the bits that `libm::exp` has.

use super::{Lanes, Mask, Number};

/// Adding and taking away 1.5 · 2^52 rounds to a whole number.
const ROUND: f64 = 6_755_399_441_055_744.0;

/// 2^52 + 1023: added to a whole number k, the lowest bits are the exponent of 2^k.
const BIAS: f64 = 4_503_599_627_371_519.0;

/// Beyond, powers of two are no longer plain numbers.
const MOST: f64 = 700.0;

// The greatest numbers whose first 32 bits are libm's bounds: (ln 2)/2, and 2^-28.
const HALF_LN2: f64 = f64::from_bits(0x3fd6_2e42_ffff_ffff);
const TINY: f64 = f64::from_bits(0x3e30_0000_ffff_ffff);

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

/// e to the power of each.
///
/// The steps are those of FreeBSD's `e_exp.c` (Sun Microsystems, 1993), as in `libm`, with choices for branches.
pub(super) fn exp(power: Lanes) -> Lanes {
    let of = Lanes::of;
    let size = power.abs();
    if !of(MOST).at_least(size).all() {
        return power.each(libm::exp);
    }
    // How many ln 2 are nearest, halves away from zero.
    let scaled = of(PER_LN2) * size + of(0.5);
    let near = (scaled + of(ROUND)) - of(ROUND);
    let whole = Lanes::choose(near.more_than(scaled), near - of(1.0), near);
    let whole = Lanes::choose(size.more_than(of(HALF_LN2)), whole, of(0.0));
    let twos = Lanes::choose(of(0.0).more_than(power), -whole, whole);
    let (high, low) = (power - twos * of(LN2[0]), twos * of(LN2[1]));
    let rest = high - low;
    let square = rest * rest;
    let [a, b, c, d, e] = FACTORS.map(of);
    let part = rest - square * (a + square * (b + square * (c + square * (d + square * e))));
    let value = of(1.0) + (rest * part / (of(2.0) - part) - low + high);
    let scale = (twos + of(BIAS)).each(|biased| f64::from_bits(biased.to_bits() << 52));
    Lanes::choose(size.more_than(of(TINY)), value * scale, of(1.0) + power)
}

#[cfg(test)]
mod tests {
    use super::{Lanes, exp};
    use crate::engine::{LANES, Number};

    #[test]
    fn the_bits_of_libm() {
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
            let found = exp(Lanes::gather(|lane| some[lane])).to_array();
            for (found, power) in found.into_iter().zip(some) {
                assert_eq!(found.to_bits(), libm::exp(*power).to_bits(), "{power}");
            }
        }
        let mut odd = [0.0; LANES];
        odd[1] = f64::NAN;
        assert!(exp(Lanes::gather(|lane| odd[lane])).to_array()[1].is_nan());
    }
}
