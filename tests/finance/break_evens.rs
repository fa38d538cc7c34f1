//! Break-even values of functions whose zeros are known.

use super::*;

/// The answer and how often the function was asked.
fn counted(f: impl Fn(f64) -> f64, bounds: (f64, f64), current: f64) -> (BreakEven, usize) {
    let mut count = 0;
    let answer = break_even(
        |x| {
            count += 1;
            f(x)
        },
        bounds,
        current,
    );
    (answer.expect("bounds are legal"), count)
}

#[track_caller]
fn values(answer: &BreakEven) -> Vec<f64> {
    let BreakEven::At(zeros) = answer else { panic!("{answer:?}") };
    let value = |zero: &Zero| match zero {
        Zero::Value(x) => *x,
        Zero::Interval { .. } => panic!("{answer:?}"),
    };
    zeros.iter().map(value).collect()
}

/// Make or buy at 9.80 a piece: cheaper to make above 16,551.7 units (published).
#[test]
fn make_or_buy() {
    let (answer, count) = counted(|n| 9.80 * n + 24_000.0 - 11.25 * n, (0.0, 1e9), 45_000.0);
    let found = values(&answer);
    assert_eq!(found.len(), 1);
    close(found[0], 24_000.0 / 1.45, 1e-11);
    assert!(count <= 90, "{count} evaluations");
}

#[test]
fn wide_bounds_do_not_lose_what_is_near() {
    for root in [0.37, 3.0, 61.0, 99.9, 100.1, 104.0, 250.0, 4e3, 7e5, 3e8] {
        let (answer, count) = counted(|x| libm::log(1.0 + x) - libm::log(1.0 + root), (0.0, 1e9), 100.0);
        let found = values(&answer);
        assert_eq!(found.len(), 1);
        close(found[0], root, 1e-10);
        assert!(count <= 110, "{count} evaluations for {root}");
    }
}

#[test]
fn two_crossings_between_samples() {
    // A U with a narrow part below zero: between every two samples it looks positive.
    for centre in [55.0, 93.0, 107.3, 180.0] {
        let (answer, _) = counted(|x| (x - centre) * (x - centre) - 0.01, (0.0, 1e6), 100.0);
        let found = values(&answer);
        assert_eq!(found.len(), 2);
        close(found[0], centre - 0.1, 1e-9);
        close(found[1], centre + 0.1, 1e-9);
    }
}

#[test]
fn a_jump_is_a_crossing() {
    let (answer, count) = counted(|x| if x < 7.3 { -500.0 } else { 90.0 }, (0.0, 1_000.0), 5.0);
    let found = values(&answer);
    assert_eq!(found.len(), 1);
    close(found[0], 7.3, 1e-11);
    assert!(count <= 120, "{count} evaluations");
}

#[test]
fn plateaus_are_intervals() {
    // A free allowance: no difference between 20 and 130.
    let f = |x: f64| {
        if x < 20.0 { x - 20.0 } else { (x - 130.0).max(0.0) }
    };
    let (answer, _) = counted(f, (0.0, 1e9), 100.0);
    let BreakEven::At(zeros) = &answer else { panic!("{answer:?}") };
    let [Zero::Interval { from, to }] = zeros[..] else { panic!("{answer:?}") };
    close(from, 20.0, 1e-11);
    close(to, 130.0, 1e-11);
    // Up to a bound.
    let (answer, _) = counted(|x| (x - 0.5).min(0.0), (0.0, 1.0), 0.2);
    let BreakEven::At(zeros) = &answer else { panic!("{answer:?}") };
    let [Zero::Interval { from, to }] = zeros[..] else { panic!("{answer:?}") };
    close(from, 0.5, 1e-11);
    assert_eq!(to, 1.0);
}

#[test]
fn zeros_on_samples_are_single_values() {
    assert_eq!(values(&counted(|x| x - 100.0, (0.0, 1e9), 100.0).0), [100.0]);
    assert_eq!(values(&counted(|x| x, (0.0, 1e9), 100.0).0), [0.0]);
    assert_eq!(values(&counted(|x| x - 1e9, (0.0, 1e9), 100.0).0), [1e9]);
    assert_eq!(values(&counted(|x| x * (x - 100.0), (0.0, 1e9), 100.0).0), [0.0, 100.0]);
    assert_eq!(values(&counted(|x| x, (-1.0, 5.0), 0.0).0), [0.0]);
}

#[test]
fn from_a_current_value_of_nothing() {
    for root in [1e-7, 0.004, 0.3, 0.99] {
        close(values(&counted(|x| x - root, (0.0, 1.0), 0.0).0)[0], root, 1e-9);
    }
    close(values(&counted(|x| 7.0 + x, (-50.0, 1e9), 0.0).0)[0], -7.0, 1e-11);
    close(values(&counted(|x| 7.0 + x, (-50.0, 1e9), -3.0).0)[0], -7.0, 1e-11);
}

#[test]
fn answers_that_are_no_values() {
    assert_eq!(counted(|x| x + 1.0, (0.0, 1e9), 100.0).0, BreakEven::NoneWithinBounds);
    assert_eq!(counted(|_| -3.0, (0.0, 1e9), 100.0).0, BreakEven::NoneWithinBounds);
    assert_eq!(counted(|_| 0.0, (0.0, 1e9), 100.0).0, BreakEven::Indifferent);
    assert_eq!(counted(|_| 1.0, (3.0, 3.0), 3.0).0, BreakEven::NoneWithinBounds);
}

#[test]
fn what_has_no_answer_has_no_crossing() {
    assert_eq!(counted(|_| f64::NAN, (0.0, 1e9), 100.0).0, BreakEven::NoneWithinBounds);
    assert_eq!(counted(|x| 1.0 / (x - 50.0), (50.0, 100.0), 80.0).0, BreakEven::NoneWithinBounds);
    let only_above = |x: f64| if x < 40.0 { f64::NAN } else { x - 60.0 };
    close(values(&counted(only_above, (0.0, 1e9), 100.0).0)[0], 60.0, 1e-11);
    for bounds in [(1.0, 0.0), (f64::NAN, 1.0), (-f64::MAX, f64::MAX), (0.0, f64::INFINITY), (2.0, 3.0)] {
        assert_eq!(break_even(|x| x, bounds, 0.5), None, "{bounds:?}");
    }
    let (answer, _) = counted(|x| (x - 60.0) * 1e308, (0.0, 61.0), 60.5);
    close(values(&answer)[0], 60.0, 1e-11);
}

/// Bounds no input has, and slopes no price has: still the zero, in bounded time.
#[test]
fn bounds_of_hundreds_of_decades() {
    for root in [1e-200, 3e-9, 7.0, 2e100] {
        for current in [0.0, 1e-150, 1.0, 1e250] {
            let (answer, count) = counted(|x| if x < root { -1.0 } else { 1.0 }, (-1e307, 1e307), current);
            let found = values(&answer);
            assert_eq!(found.len(), 1);
            // To 1e-12 of itself, or to nothing beside the current value.
            let scale = if current == 0.0 { 2e298 } else { current };
            assert!((found[0] - root).abs() <= 4e-12 * root + 4e-15 * scale, "{} {root} {current}", found[0]);
            assert!(count <= 170, "{count} evaluations");
        }
    }
}
