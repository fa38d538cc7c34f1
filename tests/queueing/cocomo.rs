//! COCOMO II.2000 held against its published figures.

use outsourcing::cocomo::{
    FLEX, HOURS_A_MONTH, PCON, PMAT, PREC, RESL, Rating, SITE, TEAM, effort, schedule,
};

use crate::near;

const SCALE_FACTORS: [[f64; 6]; 5] = [PREC, FLEX, RESL, TEAM, PMAT];

const RATINGS: [Rating; 6] =
    [Rating::VeryLow, Rating::Low, Rating::Nominal, Rating::High, Rating::VeryHigh, Rating::ExtraHigh];

fn scale_factors(rating: Rating) -> f64 {
    SCALE_FACTORS.iter().map(|table| rating.of(table).expect("rated")).sum()
}

#[test]
fn published_projects_come_out() {
    let nominal = scale_factors(Rating::Nominal);
    near(nominal, 18.97, 1e-15, "nominal scale factors");
    let months = effort(100.0, nominal, 1.0).unwrap();
    near(months, 465.315_297_47, 1e-10, "nominal effort");
    near(schedule(months, nominal).unwrap(), 25.873_17, 1e-6, "nominal schedule");
    // E = 1.15: 2.94 · 10^2.3. The figure in print, 586.6071208506, has lost two digits on the way.
    let months = effort(100.0, 24.0, 1.0).unwrap();
    near(months, 586.607_120_600_850_6, 1e-14, "effort");
    near(months, 586.607_120_850_6, 1e-9, "effort in print");
    near(schedule(months, 24.0).unwrap(), 29.695, 2e-5, "schedule");
    near(HOURS_A_MONTH, 152.0, 0.0, "hours of a month");
}

/// Copies carry 1.01, which is the figure of FLEX.
#[test]
fn team_very_high_is_1_10() {
    assert_eq!(Rating::VeryHigh.of(&TEAM), Some(1.10));
    assert_eq!(Rating::VeryHigh.of(&FLEX), Some(1.01));
}

/// The published steps of a scale factor are even up to the rounding of two digits, so that a digit mistyped shows.
#[test]
fn scale_factors_fall_in_even_steps() {
    for table in SCALE_FACTORS {
        for (rank, value) in table.into_iter().enumerate() {
            let even = table[0] * (5 - rank) as f64 / 5.0;
            assert!((value - even).abs() < 0.0081, "{table:?}: {value}, not {even}");
        }
    }
}

#[test]
fn site_pcon_and_team_are_as_published() {
    for (place, rating) in RATINGS.into_iter().enumerate() {
        assert_eq!(rating.of(&SITE), [1.22, 1.09, 1.00, 0.93, 0.86, 0.80].get(place).copied());
        assert_eq!(rating.of(&PCON), [1.29, 1.12, 1.00, 0.90, 0.81].get(place).copied());
        assert_eq!(rating.of(&TEAM), [5.48, 4.38, 3.29, 2.19, 1.10, 0.00].get(place).copied());
    }
}

#[test]
fn better_ratings_are_less_work_and_done_sooner() {
    for pair in RATINGS.windows(2) {
        let [worse, better] = [pair[0], pair[1]].map(|rating| {
            let factors = scale_factors(rating);
            let months = effort(50.0, factors, 1.0).unwrap();
            (months, schedule(months, factors).unwrap())
        });
        assert!(better.0 < worse.0 && better.1 < worse.1);
    }
    near(
        effort(50.0, 18.97, 1.22).unwrap(),
        1.22 * effort(50.0, 18.97, 1.0).unwrap(),
        1e-15,
        "multipliers multiply",
    );
}

#[test]
fn what_is_no_project_is_none() {
    for wrong in [-1.0, f64::NAN, f64::INFINITY] {
        assert_eq!(effort(wrong, 18.97, 1.0), None);
        assert_eq!(effort(100.0, wrong, 1.0), None);
        assert_eq!(effort(100.0, 18.97, wrong), None);
        assert_eq!(schedule(wrong, 18.97), None);
        assert_eq!(schedule(100.0, wrong), None);
    }
    assert_eq!(effort(0.0, 18.97, 1.0), None);
    assert_eq!(effort(100.0, 18.97, 0.0), None);
    assert_eq!(schedule(0.0, 18.97), None);
    assert_eq!(effort(1e308, 100.0, 1e308), None);
    // Below a thousand lines an infinite exponent would make it no effort at all.
    assert_eq!(effort(0.5, f64::INFINITY, 1.0), None);
    assert_eq!(schedule(0.5, f64::INFINITY), None);
}
