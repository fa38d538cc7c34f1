//! The normal distribution.

/// The probability that a standard normal lies below `x`.
#[must_use]
pub fn below(x: f64) -> f64 {
    0.5 * libm::erfc(-x / std::f64::consts::SQRT_2)
}

/// The value below which a standard normal lies with probability `share`; infinite at 0 and 1, NaN outside.
///
/// M. J. Wichura's AS 241 (Applied Statistics 37, 1988): three quotients of polynomials, to 1 part in 10¹⁶. The
/// nearer to 1 the fewer digits `share` has left for it, so ask for the lower tail where there is a choice.
#[must_use]
pub fn quantile(share: f64) -> f64 {
    let from_middle = share - 0.5;
    if from_middle.abs() <= NEAR {
        return from_middle * quotient(&CENTRE, 0.180625 - from_middle * from_middle);
    }
    far(share, from_middle)
}

/// The quantiles of some shares in their place, with the bits of [`quantile`]: several side by side.
pub fn quantiles(shares: &mut [f64]) {
    // Places of shares far from the middle, which wait for as many.
    let mut tails = [(0, 0.0); BESIDE];
    let mut waiting = 0;
    for start in (0..shares.len()).step_by(BESIDE) {
        let end = shares.len().min(start + BESIDE);
        let mut from_middle = [0.0; BESIDE];
        from_middle.iter_mut().zip(&shares[start..end]).for_each(|(from, share)| *from = share - 0.5);
        let middle = quotients(&CENTRE, from_middle.map(|from| 0.180625 - from * from));
        for (at, (from, middle)) in (start..end).zip(from_middle.into_iter().zip(middle)) {
            if from.abs() <= NEAR {
                shares[at] = from * middle;
                continue;
            }
            let root = root(tail(shares[at], from));
            if root <= FAR {
                tails[waiting] = (at, root);
                waiting += 1;
            } else {
                shares[at] = far(shares[at], from);
            }
            if waiting == BESIDE {
                beside(shares, &tails);
                waiting = 0;
            }
        }
    }
    beside(shares, &tails[..waiting]);
}

/// The quantiles of shares in the tails, by their places and roots.
fn beside(shares: &mut [f64], tails: &[(usize, f64)]) {
    let mut roots = [0.0; BESIDE];
    roots.iter_mut().zip(tails).for_each(|(root, (_, of))| *root = of - 1.6);
    for ((at, _), size) in tails.iter().zip(quotients(&TAIL, roots)) {
        shares[*at] = size.copysign(shares[*at] - 0.5);
    }
}

/// How many are worked out side by side.
const BESIDE: usize = 8;

/// How far from 1/2 the first quotient reaches.
const NEAR: f64 = 0.425;

/// How far the root of a tail's logarithm reaches in the second.
const FAR: f64 = 5.0;

/// What lies beyond a share on the nearer side.
fn tail(share: f64, from_middle: f64) -> f64 {
    if from_middle < 0.0 { share } else { 1.0 - share }
}

fn root(tail: f64) -> f64 {
    // A root is rounded exactly everywhere.
    (-libm::log(tail)).sqrt()
}

fn far(share: f64, from_middle: f64) -> f64 {
    let tail = tail(share, from_middle);
    if tail <= 0.0 {
        return if tail < 0.0 { f64::NAN } else { f64::INFINITY.copysign(from_middle) };
    }
    let r = root(tail);
    let size = if r <= FAR { quotient(&TAIL, r - 1.6) } else { quotient(&FAR_TAIL, r - 5.0) };
    size.copysign(from_middle)
}

/// One polynomial over another, the highest power first.
#[inline]
fn quotient([above, below]: &[[f64; 8]; 2], x: f64) -> f64 {
    let value = |powers: &[f64; 8]| powers.iter().fold(0.0, |sum, factor| sum * x + factor);
    value(above) / value(below)
}

/// As [`quotient`], of several.
fn quotients([above, below]: &[[f64; 8]; 2], x: [f64; BESIDE]) -> [f64; BESIDE] {
    let [mut upper, mut lower] = [[0.0; BESIDE]; 2];
    for (above, below) in above.iter().zip(below) {
        for at in 0..BESIDE {
            upper[at] = upper[at] * x[at] + above;
            lower[at] = lower[at] * x[at] + below;
        }
    }
    std::array::from_fn(|at| upper[at] / lower[at])
}

/// For shares of 0.075 to 0.925, in 0.425² − (share − 0.5)².
const CENTRE: [[f64; 8]; 2] = [
    [
        2509.0809287301227,
        33430.57558358813,
        67265.7709270087,
        45921.95393154987,
        13731.69376550946,
        1971.5909503065513,
        133.14166789178438,
        3.3871328727963665,
    ],
    [
        5226.495278852854,
        28729.085735721943,
        39307.89580009271,
        21213.794301586597,
        5394.196021424751,
        687.1870074920579,
        42.31333070160091,
        1.0,
    ],
];

/// Down to a tail of exp(−25), in √−ln(tail) − 1.6.
const TAIL: [[f64; 8]; 2] = [
    [
        0.0007745450142783414,
        0.022723844989269184,
        0.2417807251774506,
        1.2704582524523684,
        3.6478483247632045,
        5.769497221460691,
        4.630337846156546,
        1.4234371107496835,
    ],
    [
        1.0507500716444169e-09,
        0.0005475938084995345,
        0.015198666563616457,
        0.14810397642748008,
        0.6897673349851,
        1.6763848301838038,
        2.053191626637759,
        1.0,
    ],
];

/// Beyond, in √−ln(tail) − 5.
const FAR_TAIL: [[f64; 8]; 2] = [
    [
        2.0103343992922881e-07,
        2.7115555687434876e-05,
        0.0012426609473880784,
        0.026532189526576124,
        0.29656057182850487,
        1.7848265399172913,
        5.463784911164114,
        6.657904643501103,
    ],
    [
        2.0442631033899397e-15,
        1.421511758316446e-07,
        1.8463183175100548e-05,
        0.0007868691311456133,
        0.014875361290850615,
        0.1369298809227358,
        0.599832206555888,
        1.0,
    ],
];

#[cfg(test)]
mod tests {
    use super::{below, quantile, quantiles};

    #[test]
    fn published_quantiles() {
        // Python's statistics.NormalDist and scipy's ndtri agree on these to the last digit.
        for (share, value) in [
            (0.5, 0.0),
            (1.0 / 3.0, -0.4307272992954574),
            (0.9, 1.2815515655446004),
            (0.975, 1.959963984540054),
            (1e-6, -4.753424308822899),
            (1e-12, -7.034483825301131),
            (1e-300, -37.0470962993612),
        ] {
            let tolerance = 4.0 * f64::EPSILON * f64::abs(value);
            assert!((quantile(share) - value).abs() <= tolerance, "{share}: {}", quantile(share));
        }
        assert_eq!((quantile(0.0), quantile(1.0)), (f64::NEG_INFINITY, f64::INFINITY));
        assert!(quantile(-0.1).is_nan() && quantile(1.1).is_nan() && quantile(f64::NAN).is_nan());
    }

    #[test]
    fn several_have_the_bits_of_one() {
        let shares: Vec<f64> = (0..=1003).map(|part| f64::from(part) / 1003.0).collect();
        for count in [0, 1, 7, 8, 1004] {
            let mut found = shares[..count].to_vec();
            quantiles(&mut found);
            let bits = |values: &[f64]| values.iter().map(|value| value.to_bits()).collect::<Vec<_>>();
            let singly: Vec<f64> = shares[..count].iter().map(|share| quantile(*share)).collect();
            assert_eq!(bits(&found), bits(&singly));
        }
    }

    /// Two independent ways: AS 241 one way, libm's erfc back. The quantile's rounding moves the share by x² of its
    /// own.
    #[test]
    fn what_lies_below_a_quantile_is_its_share() {
        for k in 1..=1600 {
            let share = libm::exp(-f64::from(k) / 50.0);
            let x = quantile(share);
            let tolerance = 4.0 * f64::EPSILON * (1.0 + x * x);
            assert!((below(x) / share - 1.0).abs() <= tolerance, "{share}: {}", below(x));
        }
    }
}
