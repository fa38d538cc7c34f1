use std::time::Instant;

use outsourcing::queueing::{HOURS, PaidHours, Target, Week, agents_needed};

use crate::Random;

const TARGET: Target = Target { level: 0.8, within: 20.0, occupancy: 0.85 };

type Weights = [Option<f64>; HOURS];

fn shared(weights: Weights) -> Weights {
    let sum: f64 = weights.iter().flatten().sum();
    weights.map(|weight| weight.map(|weight| weight / sum))
}

/// Ten hours on weekdays, busiest before noon and at the start of the week; not covered otherwise.
fn office() -> Weights {
    let day = [6.0, 9.0, 11.0, 11.0, 9.0, 9.0, 10.0, 10.0, 8.0, 5.0];
    let mut weights = [None; HOURS];
    for (weekday, size) in [24.0, 21.0, 19.0, 18.0, 18.0].into_iter().enumerate() {
        for (hour, share) in day.into_iter().enumerate() {
            weights[24 * weekday + 8 + hour] = Some(share * size);
        }
    }
    shared(weights)
}

/// Around the clock, every hour unlike every other.
fn clock() -> Weights {
    let mut random = Random(3);
    shared([(); HOURS].map(|()| Some(random.between(1.0, 30.0))))
}

/// Around the clock, all hours alike: the coarsest steps there are.
const FLAT: Weights = [Some(1.0 / HOURS as f64); HOURS];

fn week(weights: &Weights) -> Week<'_> {
    Week { weights, handling: 300.0, target: TARGET, shrinkage: 0.3 }
}

#[test]
fn each_hour_is_staffed_for_its_load() {
    let weights = office();
    let agents = week(&weights).agents(5_000.0).unwrap();
    for (agents, weight) in agents.into_iter().zip(weights) {
        let wanted = weight
            .map_or(0, |weight| agents_needed(5_000.0 * weight * 300.0 / 3_600.0, 300.0, TARGET).unwrap());
        assert_eq!(agents, wanted);
    }
    let present: u32 = agents.iter().sum();
    assert_eq!(week(&weights).paid_hours(5_000.0), Some(f64::from(present) / (1.0 - 0.3)));
}

/// 14 agents at work are 20 people paid, as shrinkage divides; multiplied they would be 18.2.
#[test]
fn shrinkage_divides() {
    let mut weights = [None; HOURS];
    weights[9] = Some(1.0);
    let usual = Target { occupancy: 1.0, ..TARGET };
    let week = Week { weights: &weights, handling: 180.0, target: usual, shrinkage: 0.3 };
    assert_eq!(week.paid_hours(200.0), Some(20.0));
}

#[test]
fn a_covered_hour_has_somebody() {
    let weights = office();
    assert_eq!(week(&weights).paid_hours(0.0), Some(50.0 / (1.0 - 0.3)));
    let mut quiet = weights;
    quiet[0] = Some(0.0);
    assert_eq!(week(&quiet).agents(5_000.0).unwrap()[0], 1);
    assert_eq!(week(&weights).agents(5_000.0).unwrap()[0], 0);
}

#[test]
fn the_curve_is_exact_at_its_volumes() {
    for weights in [office(), clock(), FLAT] {
        let week = week(&weights);
        let curve = PaidHours::new(&week, 50.0, 50_000.0, 61).unwrap();
        assert_eq!(curve.at(0.0), week.paid_hours(0.0));
        for point in 0..=60 {
            let volume =
                if point == 60 { 50_000.0 } else { 50.0 * libm::pow(1_000.0, f64::from(point) / 60.0) };
            assert_eq!(curve.at(volume), week.paid_hours(volume), "{volume} contacts");
        }
    }
}

/// Between two volumes both the curve and the truth lie between their hours; so it never falls, and is off by less than
/// the rise from one to the other.
#[test]
fn between_its_volumes_the_curve_stays_near() {
    let mut random = Random(4);
    let step = libm::pow(1_000.0, 1.0 / 120.0);
    for (weights, most) in [(office(), 0.04), (clock(), 0.01), (FLAT, 0.5)] {
        let week = week(&weights);
        let curve = PaidHours::new(&week, 50.0, 50_000.0, 121).unwrap();
        let mut worst: f64 = 0.0;
        for _ in 0..300 {
            let volume = random.between(50.0, 50_000.0);
            let exact = week.paid_hours(volume).unwrap();
            let found = curve.at(volume).unwrap();
            let rise = week.paid_hours(volume * step).unwrap() - week.paid_hours(volume / step).unwrap();
            assert!((found - exact).abs() <= rise + 1e-9, "{volume} contacts: {found}, not {exact}");
            worst = worst.max((found / exact - 1.0).abs());
        }
        assert!(worst < most, "{worst}");
        let mut last = 0.0;
        for step in 0..=5_000 {
            let hours = curve.at(10.0 * f64::from(step)).unwrap();
            assert!(hours >= last, "{hours} after {last}");
            last = hours;
        }
    }
}

#[test]
fn a_split_week_loses_pooling() {
    let weights = office();
    let week = week(&weights);
    let hours = |contacts| week.paid_hours(contacts).unwrap();
    for volume in [10.0, 300.0, 4_000.0, 60_000.0] {
        for part in [0.1, 0.3, 0.5] {
            assert!(hours(part * volume) + hours((1.0 - part) * volume) >= hours(volume));
        }
    }
}

#[test]
fn what_is_no_week_is_none() {
    let weights = office();
    let sound = week(&weights);
    for wrong in [-1.0, f64::NAN, f64::INFINITY] {
        assert_eq!(sound.paid_hours(wrong), None);
        assert_eq!(Week { handling: wrong, ..sound }.paid_hours(0.0), None);
        assert_eq!(Week { shrinkage: wrong, ..sound }.paid_hours(0.0), None);
        assert_eq!(PaidHours::new(&sound, wrong, 100.0, 10), None);
        assert_eq!(PaidHours::new(&sound, 1.0, wrong, 10), None);
        assert_eq!(PaidHours::new(&sound, 1.0, 100.0, 10).unwrap().at(wrong), None);
        let mut weights = weights;
        weights[9] = Some(wrong);
        assert_eq!(week(&weights).paid_hours(0.0), None);
    }
    assert_eq!(Week { shrinkage: 1.0, ..sound }.paid_hours(0.0), None);
    assert_eq!(Week { target: Target { level: 1.0, ..TARGET }, ..sound }.paid_hours(0.0), None);
    assert_eq!(week(&[None; HOURS]).paid_hours(0.0), None);
    assert_eq!(week(&[Some(1.0); HOURS]).paid_hours(0.0), None);
    assert_eq!(PaidHours::new(&sound, 1.0, 100.0, 1), None);
    assert_eq!(PaidHours::new(&sound, 1.0, 1e300, 10), None);
}

/// Only a release build says something: `cargo test --release --test queueing -- --ignored --nocapture`.
#[test]
#[ignore = "a measurement"]
fn a_curve_takes_less_than_five_milliseconds() {
    let cases = [
        ("office hours", office(), 100_000.0),
        ("168 loads to 100 erlangs", clock(), 100_000.0),
        ("168 loads to 2,000 erlangs", clock(), 2_000_000.0),
        ("all hours alike", FLAT, 100_000.0),
    ];
    for (name, weights, highest) in cases {
        let week = week(&weights);
        let mut times: Vec<f64> = (0..51)
            .map(|_| {
                let start = Instant::now();
                let curve = PaidHours::new(&week, highest / 1_000.0, highest, 128);
                let time = start.elapsed().as_secs_f64() * 1e3;
                assert!(curve.is_some());
                time
            })
            .collect();
        times.sort_by(f64::total_cmp);
        println!("{name}: {:.3} ms", times[25]);
        assert!(times[25] < 5.0, "{name}: {} ms", times[25]);
    }
}
