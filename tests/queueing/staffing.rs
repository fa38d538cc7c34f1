use outsourcing::queueing::{MOST_AGENTS, Target, agents_needed, erlang_c, occupancy, service_level};

use crate::{Random, loads};

/// 80 % in 20 seconds.
const USUAL: Target = Target { level: 0.8, within: 20.0, occupancy: 1.0 };

const TARGETS: [Target; 7] = [
    USUAL,
    Target { occupancy: 0.85, ..USUAL },
    Target { level: 0.99, within: 0.0, occupancy: 0.9 },
    Target { level: 0.9, within: 120.0, occupancy: 0.95 },
    Target { level: 0.5, within: 3_600.0, occupancy: 1.0 },
    Target { level: 0.0, within: 0.0, occupancy: 0.3 },
    Target { level: 0.999_999, within: 1.0, occupancy: 1.0 },
];

/// Whether so many agents answer the load as wanted, by the public formulas; an occupancy met to 12 digits is met.
fn attained(load: f64, agents: u32, handling: f64, target: Target) -> bool {
    let busy = occupancy(load, agents).expect("a load");
    let level = service_level(load, agents, target.within, handling).expect("a queue");
    f64::from(agents) > load && busy <= target.occupancy * (1.0 + 1e-12) && level >= target.level
}

#[test]
fn published_staffing_comes_out() {
    assert_eq!(agents_needed(10.0, 180.0, USUAL), Some(14));
    // Split in two, each half has its own queue.
    assert_eq!(agents_needed(5.0, 180.0, USUAL), Some(8));
}

#[test]
fn one_agent_fewer_misses_the_target() {
    let mut random = Random(1);
    for load in loads(300).chain((1..200).map(f64::from)) {
        for target in TARGETS {
            let handling = random.between(10.0, 7_200.0);
            let agents = agents_needed(load, handling, target).unwrap();
            let what = format!("{load} erlangs of {handling} s, {target:?}: {agents}");
            assert!(attained(load, agents, handling, target), "{what}");
            assert!(agents == 1 || !attained(load, agents - 1, handling, target), "{what}");
        }
    }
}

/// Where load ÷ agents is the highest occupancy, those agents will do, though 2.1 ÷ 3 is above 0.7 in binary.
#[test]
fn an_occupancy_that_is_just_met_is_met() {
    for agents in 1..500_u32 {
        for percent in [50, 70, 75, 80, 85, 90] {
            let occupancy = f64::from(percent) / 100.0;
            let target = Target { level: 0.0, within: 0.0, occupancy };
            let load = f64::from(agents * percent) / 100.0;
            assert_eq!(agents_needed(load, 300.0, target), Some(agents), "{load} at {percent} %");
        }
    }
}

#[test]
fn a_split_load_never_needs_fewer() {
    let mut random = Random(2);
    for load in loads(200) {
        for target in TARGETS {
            let (handling, part) = (random.between(30.0, 3_600.0), load * random.between(0.01, 0.5));
            let needed = |load| agents_needed(load, handling, target).unwrap();
            assert!(
                needed(part) + needed(load - part) >= needed(load),
                "{part} of {load} erlangs of {handling} s, {target:?}"
            );
        }
    }
}

#[test]
fn more_load_never_needs_fewer() {
    for target in TARGETS {
        let mut last = 1;
        for load in loads(2_000) {
            let agents = agents_needed(load, 240.0, target).unwrap();
            assert!(agents >= last, "{load} erlangs, {target:?}: {agents} after {last}");
            last = agents;
        }
    }
}

#[test]
fn what_cannot_be_staffed_is_none() {
    assert_eq!(agents_needed(0.0, 180.0, USUAL), Some(1));
    assert_eq!(agents_needed(5e-324, 180.0, USUAL), Some(1));
    for wrong in [-1.0, f64::NAN, f64::INFINITY] {
        assert_eq!(agents_needed(wrong, 180.0, USUAL), None);
        assert_eq!(agents_needed(10.0, wrong, USUAL), None);
        assert_eq!(agents_needed(10.0, 180.0, Target { level: wrong, ..USUAL }), None);
        assert_eq!(agents_needed(10.0, 180.0, Target { within: wrong, ..USUAL }), None);
        assert_eq!(agents_needed(10.0, 180.0, Target { occupancy: wrong, ..USUAL }), None);
    }
    assert_eq!(agents_needed(10.0, 180.0, Target { level: 1.0, ..USUAL }), None);
    assert_eq!(agents_needed(10.0, 180.0, Target { occupancy: 0.0, ..USUAL }), None);
    assert_eq!(agents_needed(10.0, 180.0, Target { occupancy: 1.01, ..USUAL }), None);
    // At the limit, and beyond it.
    let tight = Target { level: 0.0, ..USUAL };
    assert_eq!(agents_needed(f64::from(MOST_AGENTS) - 0.5, 180.0, tight), Some(MOST_AGENTS));
    assert_eq!(agents_needed(f64::from(MOST_AGENTS), 180.0, tight), None);
    assert_eq!(agents_needed(1e300, 180.0, USUAL), None);
    assert_eq!(agents_needed(1.0, 180.0, Target { occupancy: 1e-300, ..USUAL }), None);
    assert_eq!(erlang_c(10.0, 10), Some(1.0));
}
