use outsourcing::uncertainty::{Distribution, Ends, Range, RangeProblem, Shape};
use proptest::prelude::*;

use crate::{cases, close, numbers, range};

/// What [`Distribution::quantile`] promises of PERT's table, as a share of the width between limits.
fn table_error(share: f64) -> f64 {
    if (0.001..=0.999).contains(&share) { 4e-9 } else { 1e-4 }
}

#[test]
fn published_quantiles() {
    let pert = range(Shape::Pert, Ends::Limits, 0.0, 5.0, 20.0);
    close(pert.mean(), 20.0 / 3.0, 1e-14, "mean");
    close(pert.variance().sqrt(), 3.5634832255, 1e-10, "deviation");
    for (share, value) in [(0.1, 2.244699170917), (0.5, 6.276203409114), (0.9, 11.677807492391)] {
        close(pert.quantile(share), value, 20.0 * 4e-9, "PERT");
    }
    let skewed = range(Shape::Pert, Ends::Limits, 10.0, 20.0, 60.0);
    close(skewed.variance().sqrt(), 8.660254037844, 1e-12, "deviation");
    close(skewed.quantile(0.9), 37.266702521679, 50.0 * 4e-9, "PERT");
    let triangular = range(Shape::Triangular, Ends::Limits, 0.0, 5.0, 20.0);
    close(triangular.quantile(0.1), 3.16227766, 5e-9, "triangular");
    close(triangular.quantile(0.9), 14.52277442494834, 2e-14, "triangular");
    let lognormal = range(Shape::Lognormal, Ends::OneInTen, 50.0, 100.0, 200.0);
    close(libm::log(lognormal.quantile(0.5)), 4.605170186, 5e-10, "μ");
    close(lognormal.mean(), 115.75061368932, 5e-12, "mean");
    close(
        libm::log(lognormal.variance() / (115.75061368932 * 115.75061368932) + 1.0).sqrt(),
        0.5408656188,
        5e-11,
        "σ",
    );
}

#[test]
fn as_scipy_has_them() {
    for case in cases("distributions", 37) {
        let shape = match case["shape"].as_str().unwrap() {
            "pert" => Shape::Pert,
            "triangular" => Shape::Triangular,
            "uniform" => Shape::Uniform,
            _ => Shape::Lognormal,
        };
        let ends = if case["ends"] == "limits" { Ends::Limits } else { Ends::OneInTen };
        let [low, likely, high] = numbers(&case["range"])[..] else { panic!("{case}") };
        let found = range(shape, ends, low, likely, high);
        // Rounding of the values themselves, and of a fit, whose equation both sides solve to its last digits.
        let size = if shape == Shape::Lognormal { found.mean() } else { found.limits().1 - found.limits().0 };
        let rounding = 1e-12 * size + 1e-15 * high.abs();
        let wanted = |name: &str| case[name].as_f64().unwrap();
        close(found.mean(), wanted("mean"), rounding, "mean");
        close(found.variance(), wanted("variance"), 1e-12 * wanted("variance"), "variance");
        if ends == Ends::OneInTen && shape != Shape::Lognormal {
            let limits = numbers(&case["limits"]);
            close(found.limits().0, limits[0], rounding, "low limit");
            close(found.limits().1, limits[1], rounding, "high limit");
        }
        for ((share, value), cdf) in
            numbers(&case["shares"]).into_iter().zip(numbers(&case["quantiles"])).zip(numbers(&case["cdf"]))
        {
            let what = format!("{share} of {}", case["range"]);
            let tolerance = match shape {
                Shape::Pert => size * table_error(share),
                Shape::Lognormal => 1e-13 * value,
                _ => 0.0,
            };
            close(found.quantile(share), value, tolerance + rounding, &what);
            close(found.cdf(value), cdf, 1e-11, &what);
        }
    }
}

/// The table against its own equation: between nodes, for every fortieth mode.
#[test]
fn the_tables_error_is_as_stated() {
    let mut largest = (0.0_f64, 0.0_f64);
    for mode in (0..=40).map(|m| f64::from(m) / 40.0) {
        let pert = range(Shape::Pert, Ends::Limits, 0.0, mode, 1.0);
        for node in (0..32).chain((32..992).step_by(16)).chain(992..1024) {
            for part in [0.1, 0.3, 0.5, 0.7, 0.9] {
                let sine = libm::sin(std::f64::consts::FRAC_PI_2 * (f64::from(node) + part) / 1024.0);
                let share = sine * sine;
                let (mut below, mut above) = (0.0, 1.0);
                for _ in 0..60 {
                    let middle = f64::midpoint(below, above);
                    *(if pert.cdf(middle) < share { &mut below } else { &mut above }) = middle;
                }
                let error = (pert.quantile(share) - below).abs();
                assert!(error <= table_error(share), "{share}, mode {mode}: {error:e}");
                let place = if table_error(share) < 1e-8 { &mut largest.0 } else { &mut largest.1 };
                *place = place.max(error);
            }
        }
    }
    // Neither promise is idle.
    assert!(largest.0 > 2e-9 && largest.1 > 3e-5, "{largest:?}");
}

#[test]
fn quantiles_never_fall() {
    for shape in [Shape::Pert, Shape::Triangular, Shape::Uniform] {
        for mode in (0..=10).map(|m| f64::from(m) / 10.0) {
            let one = range(shape, Ends::Limits, 0.0, mode, 1.0);
            let shares = (0..=20_000).map(|k| f64::from(k) / 20_000.0);
            let tails = (0..=2000).map(|k| libm::exp(-f64::from(2000 - k) / 50.0) * 5e-5);
            let values: Vec<f64> = std::iter::once(0.0)
                .chain(tails)
                .chain(shares.skip(2))
                .map(|share| one.quantile(share))
                .collect();
            assert!(values.windows(2).all(|two| two[0] <= two[1]), "{shape:?}, mode {mode}");
            assert_eq!((values[0], values[values.len() - 1]), (0.0, 1.0));
        }
    }
}

#[test]
fn a_mode_may_be_a_limit() {
    for shape in [Shape::Pert, Shape::Triangular] {
        let (falling, rising) =
            (range(shape, Ends::Limits, 0.0, 0.0, 10.0), range(shape, Ends::Limits, 0.0, 10.0, 10.0));
        for share in [0.01, 0.3, 0.5, 0.8] {
            close(falling.quantile(share), 10.0 - rising.quantile(1.0 - share), 1e-14, "mirrored");
        }
        // (x/10)⁵ and (x/10)².
        let power = if shape == Shape::Pert { 5.0 } else { 2.0 };
        close(rising.cdf(7.0), libm::pow(0.7, power), 1e-15, "power");
    }
}

#[test]
fn no_width_is_a_constant() {
    for shape in [Shape::Pert, Shape::Triangular, Shape::Uniform, Shape::Lognormal] {
        let one = range(shape, Ends::OneInTen, 3.0, 3.0, 3.0);
        assert_eq!((one.mean(), one.variance(), one.limits()), (3.0, 0.0, (3.0, 3.0)));
        assert_eq!((one.quantile(0.0), one.quantile(0.7), one.cdf(2.9), one.cdf(3.0)), (3.0, 3.0, 0.0, 1.0));
    }
}

#[test]
fn what_is_no_range_is_refused() {
    let refused = |shape, ends, low, likely, high| {
        Distribution::new(Range { low, likely, high, shape, ends }).expect_err("no range")
    };
    use Ends::{Limits, OneInTen};
    use RangeProblem::{NoLimits, NotFinite, NotPositive, Order};
    for ends in [Limits, OneInTen] {
        assert_eq!(refused(Shape::Pert, ends, 2.0, 3.0, 1.0), Order);
        assert_eq!(refused(Shape::Pert, ends, 1.0, 0.5, 2.0), Order);
        assert_eq!(refused(Shape::Uniform, ends, 1.0, 2.5, 2.0), Order);
        assert_eq!(refused(Shape::Triangular, ends, f64::NAN, 0.5, 2.0), NotFinite);
        assert_eq!(refused(Shape::Triangular, ends, 0.0, 0.5, f64::INFINITY), NotFinite);
        assert_eq!(refused(Shape::Uniform, ends, -1e308, 0.0, 1e308), NotFinite);
        assert_eq!(refused(Shape::Lognormal, ends, 0.0, 0.5, 2.0), NotPositive);
    }
    assert_eq!(refused(Shape::Lognormal, Limits, 1.0, 1.5, 2.0), NoLimits);
    assert_eq!(refused(Shape::Lognormal, OneInTen, 1e-300, 1.0, 1e300), NotFinite);
}

proptest! {
    /// Every low ≤ likely ≤ high has its fit.
    #[test]
    fn a_fit_has_the_stated_tenths(low in -1e6..1e6_f64, width in 1e-3..1e6_f64, place in 0.0..=1.0_f64) {
        let (likely, high) = (low + place * width, low + width);
        for shape in [Shape::Pert, Shape::Triangular, Shape::Uniform] {
            let fit = range(shape, Ends::OneInTen, low, likely.min(high), high);
            // What rounding of the stated values alone does to a share, and that of the fit.
            let tolerance = 1e-12 + 8.0 * f64::EPSILON * high.abs().max(low.abs()) / (high - low);
            close(fit.cdf(low), 0.1, tolerance, "P10");
            close(fit.cdf(high), 0.9, tolerance, "P90");
            let (a, b) = fit.limits();
            prop_assert!(a < low && high < b);
            // The mean of the form gives the mode away.
            let mode = match shape {
                Shape::Pert => (6.0 * fit.mean() - a - b) / 4.0,
                Shape::Triangular => 3.0 * fit.mean() - a - b,
                _ => likely,
            };
            close(mode, likely, tolerance * 10.0 * width, "mode");
        }
    }
}
