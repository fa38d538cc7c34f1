//! A zero between two points of opposite sign.

/// A point and the function's value there.
pub(crate) type Sample = (f64, f64);

/// Steps between two looks at the bracket: if it has not halved by then, the next step divides it in the middle.
const PATIENCE: usize = 3;

/// Four times what dividing in the middle needs: some 12 steps to the magnitude, 52 to the last bit.
const MOST_STEPS: usize = 280;

/// The zero of `f` between `a` and `b`, whose values have opposite signs, to `relative`·|x| + `absolute`.
///
/// Chandrupatla's method (Advances in Engineering Software 28, 1997: inverse quadratic steps where they are
/// safe, the middle elsewhere), with the middle forced whenever three steps have not halved the bracket: at
/// worst four evaluations a binary digit. At a jump it returns the jump. `None` where `f` gives no finite
/// value on the way.
pub(crate) fn solve(
    f: &mut impl FnMut(f64) -> f64,
    a: Sample,
    b: Sample,
    relative: f64,
    absolute: f64,
) -> Option<f64> {
    let (mut newest, mut opposite) = (b, a);
    let mut x = middle(a.0, b.0, absolute);
    let mut width_then = (b.0 - a.0).abs();
    for step in 1..=MOST_STEPS {
        let point = (x, f(x));
        if !point.1.is_finite() {
            return None;
        }
        if point.1 == 0.0 {
            return Some(x);
        }
        let third;
        if (point.1 > 0.0) == (newest.1 > 0.0) {
            third = newest;
        } else {
            third = opposite;
            opposite = newest;
        }
        newest = point;
        let width = (opposite.0 - newest.0).abs();
        let tolerance = relative * best(newest, opposite).abs() + absolute;
        if width <= 2.0 * tolerance {
            break;
        }
        let stalled = step % PATIENCE == 0 && width > width_then / 2.0;
        if step % PATIENCE == 0 {
            width_then = width;
        }
        x = match quadratic_step(newest, opposite, third) {
            Some(part) if !stalled => {
                // A step shorter than the tolerance would only confirm what is known.
                let least = tolerance / width;
                newest.0 + part.max(least).min(1.0 - least) * (opposite.0 - newest.0)
            }
            _ => middle(newest.0, opposite.0, absolute),
        };
        // Between numbers of very different size rounding may step outside.
        x = x.max(newest.0.min(opposite.0)).min(newest.0.max(opposite.0));
    }
    Some(best(newest, opposite))
}

/// The end of the bracket with the smaller value.
fn best(a: Sample, b: Sample) -> f64 {
    if a.1.abs() < b.1.abs() { a.0 } else { b.0 }
}

/// The middle of a bracket: of the magnitudes while its ends differ in magnitude, zero while they differ in
/// sign, and half the way once they are alike. So a bracket from 0 to 1e9 is as quickly divided as 1 to 2.
fn middle(a: f64, b: f64, absolute: f64) -> f64 {
    if a.signum() * b.signum() < 0.0 && a != 0.0 && b != 0.0 {
        return 0.0;
    }
    let large = a.abs().max(b.abs());
    let small = a.abs().min(b.abs()).max(absolute);
    if small > 0.0 && large / small > 4.0 {
        return (libm::sqrt(small) * libm::sqrt(large)).copysign(a + b);
    }
    a + 0.5 * (b - a)
}

/// The part of the way from the newest to the opposite point at which the inverse parabola through all three
/// vanishes; nothing where that parabola is not known to stay within the bracket.
fn quadratic_step(newest: Sample, opposite: Sample, third: Sample) -> Option<f64> {
    let ((x1, f1), (x2, f2), (x3, f3)) = (newest, opposite, third);
    let xi = (x1 - x2) / (x3 - x2);
    let phi = (f1 - f2) / (f3 - f2);
    let safe = phi * phi < xi && (1.0 - phi) * (1.0 - phi) < 1.0 - xi;
    let part =
        f1 / (f2 - f1) * (f3 / (f2 - f3)) + (x3 - x1) / (x2 - x1) * (f1 / (f3 - f1)) * (f2 / (f3 - f2));
    (safe && part.is_finite()).then_some(part)
}
