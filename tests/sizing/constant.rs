use outsourcing::sizing::{
    Constant, Load, Method, Month, Start, best_sizes, constant_size, flex_cost, newsvendor, shocks, time_used,
};

use crate::{Random, near};

/// A month with its sample of demand.
#[derive(Clone, Copy, Debug)]
struct Sampled<'a> {
    discount: f64,
    core: f64,
    flex: f64,
    demand: &'a [f64],
}

fn sized(months: &[Sampled<'_>], most: usize) -> Option<Constant> {
    let used: Vec<Vec<f64>> =
        months.iter().map(|month| time_used(month.demand, most)).collect::<Option<_>>()?;
    let load = |(month, used): (&Sampled<'_>, _)| {
        let Sampled { discount, core, flex, .. } = *month;
        Load { discount, core, flex, used }
    };
    constant_size(&months.iter().zip(used.iter().map(Vec::as_slice)).map(load).collect::<Vec<_>>())
}

/// Σ δ·(c·x + f·E(D − x)⁺), straight from the sample.
fn cost_of(months: &[Sampled<'_>], people: f64) -> f64 {
    let cost = |month: &Sampled<'_>| {
        let short = month.demand.iter().map(|demand| (demand - people).max(0.0)).sum::<f64>();
        month.discount * (month.core * people + month.flex * short / month.demand.len() as f64)
    };
    months.iter().map(cost).sum()
}

fn scaled(base: f64, shocks: &[f64]) -> Vec<f64> {
    shocks.iter().map(|shock| base * shock).collect()
}

/// Flat demand of 20 with shocks of 0.3, core at 0.9 of the flex price: sized on the mean, core would be worth nothing.
#[test]
fn a_core_is_sized_on_demand_with_its_shocks() {
    let demand = scaled(20.0, &shocks(0.3, 200).expect("a sample"));
    let month = Sampled { discount: 1.0, core: 0.9, flex: 1.0, demand: &demand };
    for (people, cost) in [(20.0, 20.38), (0.0, 20.00), (13.0, 18.86)] {
        let found = cost_of(&[month], people);
        assert!((found - cost).abs() < 0.005, "{people}: {found}");
    }
    let best = sized(&[month], 40).expect("a size");
    assert_eq!(best.people, 13);
    let steady = Sampled { demand: &[20.0], ..month };
    assert_eq!(sized(&[steady], 40).expect("a size").people, 20);
}

/// The closed form 20·E(S − k/20)⁺ of a lognormal with mean 1, by erfc: the sample's error is as stated.
#[test]
fn the_sample_stands_for_its_distribution() {
    let (s, demand) = (0.3, scaled(20.0, &shocks(0.3, 200).expect("a sample")));
    let below = |x: f64| 0.5 * libm::erfc(-x / std::f64::consts::SQRT_2);
    for people in 0..60_u32 {
        let k = f64::from(people) / 20.0;
        let d = if people == 0 { f64::INFINITY } else { (-libm::log(k) + s * s / 2.0) / s };
        let exact = 20.0 * (below(d) - if people == 0 { 0.0 } else { k * below(d - s) });
        let load = Sampled { discount: 1.0, core: 0.0, flex: 1.0, demand: &demand };
        let found = cost_of(&[load], f64::from(people));
        assert!((found - exact).abs() < 20.0 * 4e-4, "{people}: {found}, not {exact}");
    }
}

#[test]
fn the_newsvendors_fractile() {
    let keep = newsvendor(2000.0, 500.0, 10.0, 15.0).expect("a size");
    assert!((keep - 1784.63635).abs() < 1e-5, "{keep}");
    // The rule finds the same on a sample of that demand. Shocks are lognormal: their logs are normal.
    let spread = 0.5;
    let raw = shocks(spread, 4000).expect("a sample");
    let normal = |shock: &f64| 2000.0 + 500.0 * (libm::log(*shock) + spread * spread / 2.0) / spread;
    let demand: Vec<f64> = raw.iter().map(normal).collect();
    let load = Sampled { discount: 1.0, core: 10.0, flex: 15.0, demand: &demand };
    let best = sized(&[load], 3000).expect("a size");
    assert!((best.people as f64 - keep).abs() <= 1.5, "{}", best.people);
    assert_eq!(newsvendor(10.0, 2.0, 5.0, 5.0), None);
    assert_eq!(newsvendor(10.0, 2.0, 0.0, 5.0), None);
    assert_eq!(newsvendor(1.0, 100.0, 9.0, 10.0), Some(0.0));
}

/// Being short of core costs flex less core: a price of flex itself would keep P(demand ≥ k) > c/(c + f).
#[test]
fn being_short_costs_the_difference() {
    let demand: Vec<f64> = (1..=10).map(f64::from).collect();
    let load = Sampled { discount: 1.0, core: 6.0, flex: 10.0, demand: &demand };
    assert_eq!(sized(&[load], 10).expect("a size").people, 4);
}

/// On random months the rule finds the least of all constant sizes, and its figures add up to their costs.
#[test]
fn the_rule_is_the_best_constant_size() {
    let mut random = Random(3);
    for case in 0..300 {
        let samples: Vec<Vec<f64>> =
            (0..1 + random.below(30)).map(|_| (0..7).map(|_| random.between(0.0, 25.0)).collect()).collect();
        let months: Vec<Sampled<'_>> = samples
            .iter()
            .map(|demand| Sampled {
                discount: random.between(0.5, 1.0),
                core: random.between(1.0, 10.0),
                flex: random.between(1.0, 20.0),
                demand,
            })
            .collect();
        let best = sized(&months, 30).expect("a size");
        let costs: Vec<f64> = (0..=30).map(|people| cost_of(&months, f64::from(people))).collect();
        let least = costs.iter().copied().fold(f64::INFINITY, f64::min);
        near(costs[best.people], least, &format!("case {case}"));
        for (k, worth) in best.worth.iter().enumerate() {
            near(costs[k + 1] - costs[k], best.seat - worth, &format!("case {case}, person {}", k + 1));
        }

        // A team that can neither hire nor release has one constant size: the months know the same costs.
        let rests: Vec<Vec<f64>> =
            months.iter().map(|m| flex_cost(m.flex, m.demand, 30).expect("costs")).collect();
        let held: Vec<Month> = months
            .iter()
            .zip(&rests)
            .map(|(m, rest)| Month {
                discount: m.discount,
                core: m.core,
                rest,
                hire: 0.0,
                round: 0.0,
                release: 0.0,
            })
            .collect();
        let frozen = Start { people: best.people, lead: months.len(), notice: months.len() };
        let plan = best_sizes(frozen, &held).expect("a plan");
        near(plan.cost, least, &format!("case {case}, held"));
        assert_eq!(plan.method, Method::Slopes, "case {case}");
    }
}

#[test]
fn what_cannot_be_sized_is_refused() {
    assert_eq!(shocks(-0.1, 10), None);
    assert_eq!(shocks(f64::NAN, 10), None);
    assert_eq!(shocks(0.3, 0), None);
    assert_eq!(time_used(&[], 3), None);
    assert_eq!(time_used(&[-1.0], 3), None);
    assert_eq!(flex_cost(-1.0, &[1.0], 3), None);
    let good = Sampled { discount: 1.0, core: 1.0, flex: 2.0, demand: &[1.0] };
    assert_eq!(sized(&[], 3), None);
    for bad in [
        Sampled { discount: 0.0, ..good },
        Sampled { core: -1.0, ..good },
        Sampled { flex: f64::NAN, ..good },
        Sampled { demand: &[], ..good },
    ] {
        assert_eq!(sized(&[good, bad], 3), None, "{bad:?}");
    }
}
