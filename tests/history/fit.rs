use outsourcing::history::{Estimate, Fit, FitProblem, Month, Scale, fit};

const FIRST: Month = Month { year: 2022, month: 4 };

/// January to December, 1 on average.
const SEASON: [f64; 12] = [1.2, 1.1, 1.05, 1.0, 0.95, 0.9, 0.7, 0.75, 1.0, 1.05, 1.1, 1.2];

/// Normal random numbers, always the same: SplitMix64 and the polar form of Box and Muller.
struct Random(u64);

impl Random {
    fn share(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn normal(&mut self) -> f64 {
        loop {
            let (a, b) = (2.0 * self.share() - 1.0, 2.0 * self.share() - 1.0);
            let square = a * a + b * b;
            if square > 0.0 && square < 1.0 {
                return a * libm::sqrt(-2.0 * libm::log(square) / square);
            }
        }
    }
}

/// What a series is made of; the level is that of its first month.
struct Truth {
    level: f64,
    growth: f64,
    season: [f64; 12],
    spread: f64,
    persistence: f64,
}

impl Truth {
    fn base(&self, plan: Month) -> f64 {
        self.level * libm::pow(1.0 + self.growth, f64::from(plan.since(FIRST)) / 12.0)
    }

    fn series(&self, months: i32, random: &mut Random) -> Vec<Option<f64>> {
        let s = self.spread;
        let mut z = s * random.normal();
        let fresh = libm::sqrt(1.0 - self.persistence * self.persistence);
        (0..months)
            .map(|month| {
                let now = FIRST.shifted(month);
                let shock = libm::exp(z - s * s / 2.0);
                z = self.persistence * z + fresh * s * random.normal();
                Some(self.base(now) * self.season[now.month as usize - 1] * shock)
            })
            .collect()
    }
}

fn near(found: f64, wanted: f64, what: &str) {
    assert!((found - wanted).abs() <= 1e-9 * wanted.abs().max(1.0), "{what}: {found}, not {wanted}");
}

#[test]
fn exact_where_there_are_no_shocks() {
    let truth = Truth { level: 400.0, growth: 0.07, season: SEASON, spread: 0.0, persistence: 0.0 };
    let plan = FIRST.shifted(40);
    let mut values = truth.series(36, &mut Random(1));
    for gap in [3, 17, 18] {
        values[gap] = None;
    }
    let found = fit(&values, FIRST, plan).expect("a fit");
    near(found.base.value, truth.base(plan), "base");
    near(found.growth.value, 0.07, "growth");
    for (found, wanted) in found.season.iter().zip(SEASON) {
        near(found.value, wanted, "season");
    }
    assert_eq!([found.spread, found.persistence], [Estimate { value: 0.0, error: 0.0 }; 2]);
    assert_eq!((found.seasonal, found.scale, found.values), (true, Scale::Logs, 33));
}

/// What many fits of one truth come to.
#[derive(Default)]
struct Tally {
    /// The share of estimates within two standard errors of the truth.
    covered: f64,
    /// Means of the estimates; the base relative to the truth.
    base: f64,
    growth: f64,
    spread: f64,
    persistence: f64,
}

fn tally(truth: &Truth, months: i32) -> Tally {
    const ROUNDS: u64 = 60;
    let plan = FIRST.shifted(months);
    let mut sum = Tally::default();
    for round in 0..ROUNDS {
        let values = truth.series(months, &mut Random(round));
        let found = fit(&values, FIRST, plan).expect("a fit");
        let mut pairs = vec![
            (found.base, truth.base(plan)),
            (found.growth, truth.growth),
            (found.spread, truth.spread),
            (found.persistence, truth.persistence),
        ];
        if found.seasonal {
            pairs.extend(found.season.into_iter().zip(truth.season));
        }
        let within = pairs.iter().filter(|(one, truth)| (one.value - truth).abs() <= 2.0 * one.error).count();
        sum.covered += within as f64 / pairs.len() as f64;
        sum.base += found.base.value / truth.base(plan);
        sum.growth += found.growth.value;
        sum.spread += found.spread.value;
        sum.persistence += found.persistence.value;
        near(found.season.iter().map(|one| one.value).sum::<f64>(), 12.0, "season");
    }
    for mean in [&mut sum.covered, &mut sum.base, &mut sum.growth, &mut sum.spread, &mut sum.persistence] {
        *mean /= ROUNDS as f64;
    }
    sum
}

#[test]
fn parameters_come_back_within_their_errors() {
    let flat = [1.0; 12];
    for (months, season, growth, spread, persistence) in [
        (12, flat, 0.1, 0.15, 0.0),
        (18, flat, 0.1, 0.15, 0.5),
        (24, SEASON, 0.0, 0.1, 0.0),
        (36, SEASON, -0.2, 0.2, 0.5),
        (60, SEASON, 0.1, 0.3, 0.3),
        (60, SEASON, 0.0, 0.1, 0.7),
        (120, SEASON, 0.05, 0.2, -0.4),
    ] {
        let truth = Truth { level: 250.0, growth, season, spread, persistence };
        let found = tally(&truth, months);
        let what = format!(
            "{months} months, s {spread}, φ {persistence}: covered {:.3}, base {:.3}, g {:.3}, s {:.3}, φ {:.3}",
            found.covered, found.base, found.growth, found.spread, found.persistence
        );
        assert!((0.85..0.99).contains(&found.covered), "{what}");
        assert!((found.base - 1.0).abs() < 0.05 && (found.growth - growth).abs() < 0.06, "{what}");
        assert!((found.spread / spread - 1.0).abs() < 0.1, "{what}");
        assert!((found.persistence - persistence).abs() < 0.12, "{what}");
    }
}

#[test]
fn growth_is_moved_to_the_plan_and_the_mean_corrected() {
    let truth = Truth { level: 250.0, growth: 0.2, season: SEASON, spread: 0.3, persistence: 0.0 };
    let values = truth.series(48, &mut Random(3));
    let near_plan = fit(&values, FIRST, FIRST.shifted(48)).expect("a fit");
    let later = fit(&values, FIRST, FIRST.shifted(60)).expect("a fit");
    near(later.base.value / near_plan.base.value, 1.0 + near_plan.growth.value, "a year on");
    assert!(later.base.error / later.base.value > near_plan.base.error / near_plan.base.value);
    // Twice the demand is twice the base and nothing else.
    let doubled: Vec<Option<f64>> = values.iter().map(|value| value.map(|v| 2.0 * v)).collect();
    let double = fit(&doubled, FIRST, FIRST.shifted(48)).expect("a fit");
    near(double.base.value, 2.0 * near_plan.base.value, "base");
    near(double.spread.value, near_plan.spread.value, "spread");
    // Without growth and season the base is the mean of the logarithms, corrected by exp(s²/2).
    let flat = Truth { growth: 0.0, season: [1.0; 12], spread: 0.5, ..truth };
    let values = flat.series(480, &mut Random(4));
    let found = fit(&values, FIRST, FIRST.shifted(240)).expect("a fit");
    assert!((found.base.value - 250.0).abs() < 3.0 * found.base.error, "{:?}", found.base);
}

#[test]
fn zeros_are_fitted_on_levels() {
    // Closed in August, and nothing by chance.
    let mut season = SEASON.map(|factor| factor * 12.0 / 11.25);
    season[7] = 0.0;
    let truth = Truth { level: 40.0, growth: 0.3, season, spread: 0.0, persistence: 0.0 };
    let plan = FIRST.shifted(36);
    let found = fit(&truth.series(36, &mut Random(1)), FIRST, plan).expect("a fit");
    assert_eq!(found.scale, Scale::Levels);
    near(found.base.value, truth.base(plan), "base");
    near(found.growth.value, 0.3, "growth");
    for (found, wanted) in found.season.iter().zip(season) {
        near(found.value, wanted, "season");
    }
    // Rare events: counts of mean 2 (Knuth's way), of which one in seven is zero; their variance is the mean, a half
    // relative to its square.
    let mut random = Random(9);
    let (mut base, mut spread, rounds) = (0.0, 0.0, 60);
    for _ in 0..rounds {
        let counts: Vec<Option<f64>> = (0..20)
            .map(|_| {
                let (mut count, mut left) = (0.0, random.share());
                while left > libm::exp(-2.0) {
                    left *= random.share();
                    count += 1.0;
                }
                Some(count)
            })
            .collect();
        let found = fit(&counts, FIRST, FIRST.shifted(10)).expect("a fit");
        base += found.base.value / f64::from(rounds);
        spread += found.spread.value / f64::from(rounds);
    }
    assert!((base - 2.0).abs() < 0.1, "{base}");
    let wanted = libm::sqrt(libm::log(1.5));
    assert!((spread / wanted - 1.0).abs() < 0.1, "{spread}, not {wanted}");
}

#[test]
fn what_is_too_short_is_refused() {
    let truth = Truth { level: 40.0, growth: 0.1, season: SEASON, spread: 0.1, persistence: 0.0 };
    let values = truth.series(25, &mut Random(2));
    let plan = FIRST.shifted(25);
    let of = |values: &[Option<f64>]| fit(values, FIRST, plan);
    assert_eq!(of(&values[..11]), Err(FitProblem::TooShort { has: 11, needed: 12 }));
    let mut gap = values.clone();
    gap[4] = None;
    assert_eq!(of(&gap[..12]), Err(FitProblem::TooShort { has: 11, needed: 12 }));
    assert_eq!(of(&[]), Err(FitProblem::TooShort { has: 0, needed: 12 }));
    let seasonal = |values: &[Option<f64>]| of(values).map(|found: Fit| found.seasonal);
    assert_eq!(seasonal(&values[..12]), Ok(false));
    assert_eq!(seasonal(&values[..23]), Ok(false));
    assert_eq!(seasonal(&values[..24]), Ok(true));
    // 24 values, but one August.
    assert_eq!(seasonal(&gap), Ok(false));
    let short = of(&values[..23]).expect("a fit");
    assert_eq!(short.season, [Estimate { value: 1.0, error: 0.0 }; 12]);
}

#[test]
fn what_is_no_demand_is_refused() {
    let mut values = vec![Some(5.0); 30];
    let of = |values: &[Option<f64>]| fit(values, FIRST, FIRST);
    values[7] = Some(-1.0);
    assert_eq!(of(&values), Err(FitProblem::NotDemand { position: 7 }));
    values[7] = Some(f64::NAN);
    assert_eq!(of(&values), Err(FitProblem::NotDemand { position: 7 }));
    assert_eq!(of(&[Some(0.0); 30]), Err(FitProblem::Unsettled));
    assert_eq!(of(&[Some(0.0); 14]), Err(FitProblem::Unsettled));
    let mut last = vec![Some(0.0); 14];
    last[13] = Some(1.0);
    assert_eq!(of(&last), Err(FitProblem::Unsettled));
    // Ever steeper, and a century on.
    let steep: Vec<Option<f64>> = (0..12).map(|month| Some(libm::pow(10.0, f64::from(25 * month)))).collect();
    assert_eq!(fit(&steep, FIRST, FIRST.shifted(1200)), Err(FitProblem::Unsettled));
    // The same value throughout: no growth, no shocks.
    let same = of(&[Some(5.0); 30]).expect("a fit");
    near(same.base.value, 5.0, "base");
    near(same.growth.value, 0.0, "growth");
    assert_eq!(same.spread, Estimate { value: 0.0, error: 0.0 });
}
