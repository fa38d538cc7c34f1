//! The offer over time: ramps, notice, baselines, gains.

use outsourcing::engine::plan::Course;
use serde_json::{Value, json};

use super::{near, peak, plain, planned, sent, with};

fn fees(document: &Value, course: &Course) -> Vec<f64> {
    planned(document, course, |_, plan| plan.taken().expect("an offer").1.list_fee.clone())
}

#[test]
fn a_surprise_waits_for_the_vendors_lead_and_shrinking_for_its_notice() {
    let document = with(
        &plain(),
        &[
            ("services.0.demand.events", peak(true)),
            ("services.0.offers.0.flexibility.ramp_lead", json!(1)),
            ("services.0.offers.0.flexibility.shrink_notice", json!(2)),
            ("services.0.shortage.unmet", json!("lost")),
        ],
    );
    planned(&document, &sent(), |_, plan| {
        let (_, part) = plan.taken().expect("an offer");
        near(part.delivered[8], 1500.0, "before");
        near(part.delivered[9], 1500.0, "asked for more");
        near(part.delivered[10], 2100.0, "more is there");
        near(plan.hours.undone[9], 600.0, "lost meanwhile");
        // The end of the peak is known once it has begun: notice is given in time.
        near(part.quantity[12], 1500.0, "and no longer");
    });
    let slump = json!([{ "start": 9, "length": 6, "uplift": -0.4, "surprise": true }]);
    let slumped = with(&document, &[("services.0.demand.events", slump)]);
    planned(&slumped, &sent(), |_, plan| {
        let (_, part) = plan.taken().expect("an offer");
        near(part.quantity[10], 1500.0, "paid while notice runs");
        near(part.quantity[11], 900.0, "then only what is used");
        near(part.delivered[10], 900.0, "what is used");
    });
}

#[test]
fn a_vendor_adds_no_more_people_a_month_than_it_can() {
    // One person a month of 160 hours towards 600 more.
    let document = with(
        &plain(),
        &[
            ("services.0.demand.events", json!([{ "start": 9, "length": 12, "uplift": 0.4 }])),
            ("services.0.offers.0.flexibility.ramp_most", json!(1)),
        ],
    );
    planned(&document, &sent(), |_, plan| {
        let (_, part) = plan.taken().expect("an offer");
        for (month, hours) in
            [(8, 1500.0), (9, 1660.0), (10, 1820.0), (11, 1980.0), (12, 2100.0), (21, 1500.0)]
        {
            near(part.delivered[month], hours, &format!("month {month}"));
        }
    });
}

#[test]
fn the_baseline_is_set_anew_as_often_as_agreed() {
    // Demand falls by half in month 7; 80 % of the baseline is the least that is billed.
    let document = with(
        &plain(),
        &[
            ("services.0.demand.events", json!([{ "start": 7, "length": 18, "uplift": -0.5 }])),
            ("services.0.offers.0.price.minimum", json!(0.8)),
        ],
    );
    let billed = |months: u64| {
        let changed = with(&document, &[("services.0.offers.0.flexibility.rebaseline", json!(months))]);
        fees(&changed, &sent())[7..=24].iter().sum::<f64>() / 80.0
    };
    // Half-yearly: the second half is planned at 750 hours, and that is billed.
    near(billed(6), 18.0 * 750.0, "half-yearly");
    // Yearly: the first year's mean is 1,125, of which 900 are billed at least.
    near(billed(12), 6.0 * 900.0 + 12.0 * 750.0, "yearly");
    // For two years: the mean is 937.5, of which exactly 750 are billed at least.
    near(billed(24), 18.0 * 750.0, "once");
}

#[test]
fn a_gain_in_productivity_lowers_the_hours_year_by_year() {
    let document = with(&plain(), &[("services.0.offers.0.flexibility.gain", json!(0.1))]);
    let fees = fees(&document, &sent());
    near(fees[1], 1500.0 * 80.0, "the first year");
    near(fees[12], 1500.0 * 80.0, "to its end");
    near(fees[13], 1350.0 * 80.0, "the second");
}
