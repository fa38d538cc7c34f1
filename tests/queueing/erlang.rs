use outsourcing::queueing::{Target, agents_needed, erlang_b, erlang_c, mean_wait, occupancy, service_level};

use crate::{loads, near};

#[test]
fn published_figures_come_out() {
    near(erlang_b(10.0, 10).unwrap(), 0.214_582_343_107_347_36, 1e-14, "B(10, 10)");
    assert!((erlang_b(10.0, 14).unwrap() - 0.0568).abs() < 5e-5);
    near(erlang_c(10.0, 14).unwrap(), 0.174_131_933_595_049_83, 1e-14, "C(10, 14)");
    near(erlang_c(10.0, 12).unwrap(), 0.449_388_224_298_270_9, 1e-14, "C(10, 12)");
    near(service_level(10.0, 14, 20.0, 180.0).unwrap(), 0.888_350_019_179_466_9, 1e-14, "14 agents");
    near(service_level(10.0, 13, 20.0, 180.0).unwrap(), 0.795_594_788_417_783_1, 1e-14, "13 agents");
    near(occupancy(10.0, 14).unwrap(), 0.714_285_714_285_714_3, 1e-15, "occupancy");
}

/// B and C as they are defined, as sums of aᵏ/k! by logarithms of the gamma function.
fn defined(load: f64, agents: u32) -> (f64, f64) {
    let n = f64::from(agents);
    let logarithm = |k: f64| k * libm::log(load) - libm::lgamma(k + 1.0);
    // Relative to the last term: sums of the others may be tiny or huge beside it, never both in one ratio.
    let others: f64 = (0..agents).map(|k| libm::exp(logarithm(f64::from(k)) - logarithm(n))).sum();
    let waiting = n / (n - load);
    (1.0 / (others + 1.0), if n > load { waiting / (others + waiting) } else { 1.0 })
}

/// Agents worth a look for a load: few, about as many as the load, and more than ever wait.
fn agents_about(load: f64) -> impl Iterator<Item = u32> {
    let root = load.sqrt();
    let about = [-30.0, -9.0, -3.0, -1.0, 0.0, 0.3, 1.0, 2.0, 4.0, 8.0].map(|d| (load + d * root).max(0.0));
    let far = [0.0, 0.1 * load, 0.5 * load, 1.5 * load];
    about.into_iter().chain(far).flat_map(|n| [n as u32, n as u32 + 1, n as u32 + 2])
}

#[test]
fn the_recurrence_is_the_definition() {
    for load in loads(60) {
        for agents in agents_about(load) {
            let (b, c) = defined(load, agents);
            // Both tails, down to what the definition can still say.
            if b > 1e-280 {
                let what = format!("{load} erlangs, {agents} agents");
                near(erlang_b(load, agents).unwrap(), b, 1e-10, &what);
                near(erlang_c(load, agents).unwrap(), c, 1e-10, &what);
            }
        }
    }
}

/// From no agent at all, as in the textbook: it forgets where it starts.
#[test]
fn a_late_start_changes_nothing() {
    for load in loads(40).chain([1e4, 123_456.7]) {
        let mut b = 1.0;
        let last = (load + 5.0 * load.sqrt()) as u32 + 2;
        for agents in 1..=last {
            b = load * b / (f64::from(agents) + load * b);
            if agents + 3 > last || agents % 997 == 0 {
                near(erlang_b(load, agents).unwrap(), b, 1e-13, &format!("{load} erlangs, {agents} agents"));
            }
        }
    }
}

/// All-or-nothing laws: shares, falling with agents, rising with load, C above B; waits by Little's law of the queue.
#[test]
fn more_agents_never_make_it_worse() {
    for load in loads(30) {
        let (mut blocked, mut level, mut wait) = (1.0, 0.0, f64::INFINITY);
        for agents in 0..(1.2 * load) as u32 + 20 {
            let (b, c) = (erlang_b(load, agents).unwrap(), erlang_c(load, agents).unwrap());
            assert!((0.0..=1.0).contains(&b) && b <= c && c <= 1.0 && b <= blocked, "{load} {agents}");
            assert!(erlang_b(load * 1.01, agents).unwrap() >= b);
            let now = service_level(load, agents, 20.0, 300.0).unwrap();
            assert!((level..=1.0).contains(&now), "{load} {agents}");
            if let Some(now) = mean_wait(load, agents, 300.0) {
                assert!(f64::from(agents) > load && now <= wait, "{load} {agents}");
                wait = now;
            } else {
                assert!(f64::from(agents) <= load && now == 0.0, "{load} {agents}");
            }
            (blocked, level) = (b, now);
        }
    }
}

/// The mean wait is what the distribution of waits adds up to: ∫ P(wait > t) dt.
#[test]
fn the_mean_wait_is_the_mean_of_waits() {
    let (load, agents, handling) = (10.0, 12, 180.0);
    let step = 0.05;
    let later = |k: u32| 1.0 - service_level(load, agents, step * f64::from(k), handling).unwrap();
    let area: f64 = (0..100_000).map(|k| step * (later(k) + later(k + 1)) / 2.0).sum();
    near(area, mean_wait(load, agents, handling).unwrap(), 1e-6, "mean wait");
}

#[test]
fn nobody_waits_without_load() {
    for agents in [0, 1, 14] {
        assert_eq!(erlang_c(0.0, agents), Some(0.0));
        assert_eq!(service_level(0.0, agents, 20.0, 180.0), Some(1.0));
        assert_eq!(mean_wait(0.0, agents, 180.0), Some(0.0));
        assert_eq!(occupancy(0.0, agents), Some(0.0));
    }
    assert_eq!((erlang_b(0.0, 0), erlang_b(0.0, 1)), (Some(1.0), Some(0.0)));
}

#[test]
fn extremes_are_answered_at_once_or_not_at_all() {
    for load in [5e-324, 1e-300, 1e-9, 1e9, 1e300] {
        for agents in [0, 1, 1_000, u32::MAX] {
            let b = erlang_b(load, agents).unwrap();
            assert!((0.0..=1.0).contains(&b), "{load} {agents}: {b}");
            let level = service_level(load, agents, 0.0, 1e-300).unwrap();
            assert!((0.0..=1.0).contains(&level), "{load} {agents}: {level}");
            assert!(mean_wait(load, agents, 1e308).is_none_or(f64::is_finite));
        }
    }
    for wrong in [-1.0, f64::NAN, f64::INFINITY] {
        assert_eq!(erlang_b(wrong, 3), None);
        assert_eq!(erlang_c(wrong, 3), None);
        assert_eq!(occupancy(wrong, 3), None);
        assert_eq!(service_level(1.0, 3, wrong, 60.0), None);
        assert_eq!(service_level(1.0, 3, 20.0, wrong), None);
        assert_eq!(mean_wait(1.0, 3, wrong), None);
    }
    assert_eq!(service_level(1.0, 3, 20.0, 0.0), None);
}

/// Over a grid, what pyworkforce and scipy say: `tools/vectors/queueing.py`.
#[test]
fn independent_libraries_say_the_same() {
    let vectors: serde_json::Value =
        serde_json::from_str(include_str!("../vectors/queueing.json")).expect("JSON");
    let number = |of: &serde_json::Value, key: &str| of[key].as_f64().expect("a number");
    let grid = vectors["grid"].as_array().expect("a grid");
    assert!(grid.len() > 90);
    for point in grid {
        let (load, agents) = (number(point, "load"), number(point, "agents") as u32);
        near(erlang_b(load, agents).unwrap(), number(point, "blocked"), 1e-11, &format!("B: {point}"));
        near(erlang_c(load, agents).unwrap(), number(point, "waits"), 1e-11, &format!("C: {point}"));
        let level = service_level(load, agents, number(point, "within"), number(point, "handling"));
        assert!((level.unwrap() - number(point, "level")).abs() < 1e-11, "level: {point}");
    }
    for wanted in vectors["needed"].as_array().expect("a list") {
        let target =
            Target { level: number(wanted, "level"), within: number(wanted, "within"), occupancy: 1.0 };
        let found = agents_needed(number(wanted, "load"), number(wanted, "handling"), target).unwrap();
        assert_eq!(found, number(wanted, "agents") as u32, "{wanted}");
    }
}
