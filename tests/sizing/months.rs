use outsourcing::sizing::{Method, Month, Start, best_sizes};

use crate::{Random, near};

/// A month's figures, owned.
#[derive(Clone)]
struct Figures {
    discount: f64,
    core: f64,
    rest: Vec<f64>,
    hire: f64,
    round: f64,
    release: f64,
}

fn borrowed(figures: &[Figures]) -> Vec<Month<'_>> {
    let months = figures.iter().map(|f| Month {
        discount: f.discount,
        core: f.core,
        rest: &f.rest,
        hire: f.hire,
        round: f.round,
        release: f.release,
    });
    months.collect()
}

/// What a plan costs, written down a second time; nothing where it cannot be.
fn price(start: Start, figures: &[Figures], plan: &[usize]) -> Option<f64> {
    let mut before = start.people;
    let mut sum = 0.0;
    for (index, (f, &now)) in figures.iter().zip(plan).enumerate() {
        let (hired, released) = (now.saturating_sub(before), before.saturating_sub(now));
        if (hired > 0 && index < start.lead) || (released > 0 && index < start.notice) {
            return None;
        }
        let round = if hired > 0 { f.round } else { 0.0 };
        let change = round + f.hire * hired as f64 + f.release * released as f64;
        sum += f.discount * (change + f.core * now as f64 + f.rest[now]);
        before = now;
    }
    Some(sum)
}

/// The least cost of all (N + 1)^H plans.
fn least_of_all(start: Start, figures: &[Figures]) -> f64 {
    let sizes = figures[0].rest.len();
    let mut least = f64::INFINITY;
    for mut code in 0..sizes.pow(figures.len() as u32) {
        let plan: Vec<usize> = figures
            .iter()
            .map(|_| {
                let size = code % sizes;
                code /= sizes;
                size
            })
            .collect();
        least = price(start, figures, &plan).map_or(least, |cost| least.min(cost));
    }
    least
}

/// A cost of the rest whose slopes rise, or one of any shape; in whole numbers, so that slopes are exact.
fn rest(random: &mut Random, most: usize, convex: bool) -> Vec<f64> {
    if !convex {
        return (0..=most).map(|_| random.below(40) as f64).collect();
    }
    let mut slope = -(random.below(20) as f64);
    let mut value = random.below(60) as f64;
    let mut rest = vec![value];
    for _ in 0..most {
        value += slope;
        rest.push(value);
        slope += random.below(8) as f64;
    }
    rest
}

#[test]
fn best_of_all_plans_on_small_instances() {
    let mut random = Random(7);
    let (mut slopes, mut values) = (0, 0);
    for case in 0..1000 {
        let (most, months) = (1 + random.below(4), 1 + random.below(5));
        let convex = random.below(2) == 0;
        let charged = random.below(3) == 0;
        let factor = random.between(0.8, 1.0);
        let mut discount = 1.0;
        let figures: Vec<Figures> = (0..months)
            .map(|_| {
                discount *= factor;
                Figures {
                    discount,
                    core: random.between(-2.0, 8.0),
                    rest: rest(&mut random, most, convex),
                    hire: random.below(12) as f64,
                    round: if charged { random.below(9) as f64 } else { 0.0 },
                    release: random.below(6) as f64,
                }
            })
            .collect();
        let start = Start { people: random.below(most + 1), lead: random.below(4), notice: random.below(4) };
        let best = best_sizes(start, &borrowed(&figures)).expect("a sound instance");
        let what = format!("case {case}");
        near(best.cost, least_of_all(start, &figures), &what);
        near(price(start, &figures, &best.people).expect("a plan that can be"), best.cost, &what);

        // Values are used exactly where some slopes fall or a round is charged.
        let falls = figures.iter().any(|f| f.rest.windows(3).any(|p| p[2] - p[1] < p[1] - p[0]));
        let wanted =
            if falls || figures.iter().any(|f| f.round > 0.0) { Method::Values } else { Method::Slopes };
        assert_eq!(best.method, wanted, "{what}");
        if wanted == Method::Slopes { slopes += 1 } else { values += 1 }
    }
    assert!(slopes > 200 && values > 200, "{slopes} by slopes, {values} by values");
}

/// Both ways agree where both can be used: a charge of next to nothing for a hiring round takes the other way.
#[test]
fn both_ways_agree_on_long_plans() {
    let mut random = Random(11);
    for case in 0..50 {
        let mut figures: Vec<Figures> = (0..60)
            .map(|month| Figures {
                discount: libm::pow(0.99, f64::from(month)),
                core: random.between(0.0, 40.0),
                rest: rest(&mut random, 50, true),
                hire: random.between(0.0, 60.0),
                round: 0.0,
                release: random.between(0.0, 30.0),
            })
            .collect();
        let start = Start { people: random.below(51), lead: random.below(6), notice: random.below(6) };
        let by_slopes = best_sizes(start, &borrowed(&figures)).expect("sound");
        assert_eq!(by_slopes.method, Method::Slopes);
        figures[0].round = 1e-12;
        let by_values = best_sizes(start, &borrowed(&figures)).expect("sound");
        assert_eq!(by_values.method, Method::Values);
        near(by_slopes.cost, by_values.cost, &format!("case {case}"));
    }
}

/// Taha, Operations Research, on work force size: demand 5 7 8 4 6 must be met, idle 3 a head, hiring 4 and 2 a head,
/// release free, nobody at the start.
#[test]
fn tahas_work_force() {
    const MUST: f64 = 1e4;
    let figures: Vec<Figures> = [5.0, 7.0, 8.0, 4.0, 6.0]
        .map(|demand: f64| Figures {
            discount: 1.0,
            core: 0.0,
            rest: (0..=10)
                .map(f64::from)
                .map(|x| if x < demand { MUST * (demand - x) } else { 3.0 * (x - demand) })
                .collect(),
            hire: 2.0,
            round: 4.0,
            release: 0.0,
        })
        .into();
    let best = best_sizes(Start::default(), &borrowed(&figures)).expect("sound");
    assert_eq!(best.people, [5, 8, 8, 6, 6]);
    near(best.cost, 33.0, "cost");
    assert_eq!(best.method, Method::Values);
}

/// Slopes that fall by rounding alone are no reason to leave the slopes; those that fall by more are.
#[test]
fn rounding_is_not_a_falling_slope() {
    let month = |rest| Figures { discount: 1.0, core: 0.5, rest, hire: 1.0, round: 0.0, release: 0.0 };
    let straight: Vec<f64> = (0..40).map(|x| 0.1 * f64::from(40 - x)).collect();
    assert!(straight.windows(3).any(|p| p[2] - p[1] < p[1] - p[0]), "rounding shows");
    let best = best_sizes(Start::default(), &borrowed(&[month(straight.clone())])).expect("sound");
    assert_eq!(best.method, Method::Slopes);
    let mut bent = straight;
    bent[20] += 1e-9;
    let best = best_sizes(Start::default(), &borrowed(&[month(bent)])).expect("sound");
    assert_eq!(best.method, Method::Values);
}

#[test]
fn lead_and_notice_hold_the_team() {
    // A team of 3 that is worth nothing, and one of none that everyone wants.
    let idle = Figures { discount: 1.0, core: 5.0, rest: vec![0.0; 5], hire: 0.0, round: 0.0, release: 1.0 };
    let start = Start { people: 3, lead: 0, notice: 2 };
    let best = best_sizes(start, &borrowed(&vec![idle.clone(); 4])).expect("sound");
    assert_eq!(best.people, [3, 3, 0, 0]);
    near(best.cost, 33.0, "two months of pay, then release");
    let wanted = Figures { core: -5.0, ..idle };
    let start = Start { people: 0, lead: 3, notice: 0 };
    assert_eq!(best_sizes(start, &borrowed(&vec![wanted; 4])).expect("sound").people, [0, 0, 0, 4]);
}

#[test]
fn what_cannot_be_planned_is_refused() {
    let rest = [3.0, 2.0, 1.0];
    let good = Month { discount: 1.0, core: 1.0, rest: &rest, hire: 1.0, round: 0.0, release: 0.0 };
    let refused = |start, months: &[Month]| best_sizes(start, months).is_none();
    assert!(!refused(Start::default(), &[good]));
    assert!(refused(Start::default(), &[]));
    assert!(refused(Start { people: 3, ..Start::default() }, &[good]));
    for bad in [
        Month { discount: 0.0, ..good },
        Month { core: f64::NAN, ..good },
        Month { hire: -1.0, ..good },
        Month { round: f64::INFINITY, ..good },
        Month { release: -1.0, ..good },
        Month { rest: &[1.0, 2.0], ..good },
        Month { rest: &[1.0, f64::INFINITY, 2.0], ..good },
    ] {
        assert!(refused(Start::default(), &[good, bad]), "{bad:?}");
    }
    // A team of nobody is a plan, too.
    let none = Month { rest: &[7.0], ..good };
    assert_eq!(best_sizes(Start::default(), &[none]).map(|best| best.cost), Some(7.0));
}
