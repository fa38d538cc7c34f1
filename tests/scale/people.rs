//! The team over time.

use outsourcing::answer::Kind;
use outsourcing::engine::chance::{Chance, Leavers};
use outsourcing::engine::plan::{Course, Setting, run};
use outsourcing::engine::staffing::Policy;
use outsourcing::scenario::{Choice, Staffing, plan_values, templates::TEMPLATES};
use serde_json::json;

use super::{answered, near, peak, plain, planned, sent, with};

#[test]
fn without_leavers_learning_or_change_all_policies_are_the_steady_case() {
    let found = answered(&plain());
    let steady = 10.0 * 120_000.0 * 2.0;
    near(found.options[0].measures.nominal, steady, "as it is");
    near(found.options[1].measures.nominal, steady, "best in-house");
    for policy in [Policy::Fixed, Policy::Chase, Policy::Level] {
        planned(&plain(), &Course::own(policy), |_, plan| {
            assert!(plan.team.people.iter().all(|people| (people - 10.0).abs() < 1e-9), "{policy:?}");
            assert!(
                plan.hours.idle.iter().chain(&plan.hours.waiting).all(|hours| hours.abs() < 1e-6),
                "{policy:?}"
            );
        });
    }
}

/// Fewer leave than were expected, so more people are there than were wanted; but for a team that is wanted no more.
#[test]
fn nobody_is_left_where_nobody_is_wanted() {
    let leaving = with(&plain(), &[("services.0.team.attrition", json!(0.3))]);
    let scenario = plan_values(&leaving);
    let mut chance = Chance::none(1);
    chance.leavers = Some(Leavers::Many(vec![-3.0; 25]));
    let setting = Setting::by_chance(&scenario, 0, Some(&chance));
    let team = run(&setting, &sent()).team;
    for list in [&team.people, &team.joiners, &team.leavers, &team.capacity] {
        assert_eq!(list.len(), 25);
        assert_eq!(list[2..], [0.0; 23], "{list:?}");
    }
    let own = run(&setting, &Course::own(Policy::Chase)).team;
    assert!(own.leavers[1..].iter().all(|leavers| *leavers == 0.0));
    assert!(own.people[3..].iter().all(|people| *people > 10.0 - 1e-9));
}

#[test]
fn people_and_backlog_are_conserved() {
    let grown = with(
        &plain(),
        &[
            ("services.0.demand.growth", json!(0.3)),
            ("services.0.demand.events", peak(true)),
            ("services.0.team.attrition", json!(0.3)),
            ("services.0.team.time_to_hire", json!(90)),
            ("services.0.team.ramp_months", json!(5)),
            ("services.0.shortage.overtime_limit", json!(0.05)),
        ],
    );
    let documents = TEMPLATES.iter().map(|template| template.document()).chain([grown]);
    for document in documents {
        let scenario = plan_values(&document);
        for index in 0..scenario.services.len() {
            let setting = Setting::new(&scenario, index);
            let vendor = scenario.services[index].offers.first().map(|_| sent());
            for course in
                [Policy::Fixed, Policy::Chase, Policy::Level].map(Course::own).into_iter().chain(vendor)
            {
                let plan = run(&setting, &course);
                let (team, hours) = (&plan.team, &plan.hours);
                let waits = hours.waiting.iter().any(|hours| *hours > 0.0);
                for month in 1..=setting.months {
                    let what = format!("{course:?} in month {month}");
                    let moved = team.moved[month] - team.moved[month - 1];
                    let change = team.joiners[month] - team.leavers[month] - team.redundant[month] - moved;
                    near(team.people[month] - team.people[month - 1], change, &what);
                    if setting.project.is_some() || (month == setting.months && waits) {
                        continue;
                    }
                    // Backlog in = out + change: what falls due and what waited is bought, done by the team, met by other sources,
                    // lost, or waits on; of the team's hours what is not done is idle, or goes into handing over.
                    let vendors: f64 = plan.vendors.iter().map(|(_, part)| part.delivered[month]).sum();
                    let bought = vendors.min(setting.work.need[month]);
                    let short = hours.overtime[month]
                        + hours.contractor[month]
                        + hours.waiting[month]
                        + hours.undone[month];
                    let due = setting.work.need[month] + hours.waiting[month - 1] - bought;
                    let own = due + hours.idle[month] - short;
                    let capacity = plan.team.capacity[month];
                    if plan.vendors.is_empty() {
                        near(own, capacity, &what);
                    } else {
                        assert!((-1e-6..=capacity + 1e-6).contains(&own), "{what}: {own} of {capacity}");
                    }
                    assert!(
                        hours.idle[month] * hours.waiting[month] <= 1e-6,
                        "{what}: idle beside a backlog"
                    );
                }
            }
        }
    }
}

#[test]
fn a_backlog_is_worked_off_when_there_is_time() {
    // Month 1 asks 200 hours more than there are; months 2 and 3 ask 100 hours less each.
    let season = [
        (
            "services.0.demand.season",
            json!([
                1.133_333_333_333_333_3,
                0.933_333_333_333_333_3,
                0.933_333_333_333_333_3,
                1,
                1,
                1,
                1,
                1,
                1,
                1,
                1,
                1
            ]),
        ),
        ("first_month", json!("2027-01")),
    ];
    let document = with(&plain(), &season);
    planned(&document, &Course::own(Policy::Fixed), |_, plan| {
        near(plan.hours.waiting[1], 200.0, "after the first month");
        near(plan.hours.waiting[2], 100.0, "after the second");
        near(plan.hours.waiting[3], 0.0, "after the third");
    });
    let lost = with(&document, &[("services.0.shortage.unmet", json!("lost"))]);
    planned(&lost, &Course::own(Policy::Fixed), |_, plan| {
        near(plan.hours.undone[1], 200.0, "lost in the first month");
        near(plan.hours.idle[2], 100.0, "idle in the second");
    });
    // An hour that waits for a month costs what was stated: 300 of them, every year.
    let priced = with(&document, &[("services.0.shortage.waiting", json!(4))]);
    let (free, priced) = (answered(&document), answered(&priced));
    near(priced.options[0].measures.nominal - free.options[0].measures.nominal, 2.0 * 1200.0, "waiting");
}

#[test]
fn a_surprise_is_met_a_time_to_hire_late_and_a_foreseen_peak_in_time() {
    let hiring = with(&plain(), &[("services.0.team.time_to_hire", json!(60))]);
    let people = |surprise: bool| {
        let document = with(&hiring, &[("services.0.demand.events", peak(surprise))]);
        planned(&document, &Course::own(Policy::Chase), |_, plan| plan.team.people.clone())
    };
    let (foreseen, surprised) = (people(false), people(true));
    near(foreseen[8], 10.0, "before it");
    near(foreseen[9], 14.0, "in time");
    // Seen in month 9, asked for, there two months later.
    near(surprised[9], 10.0, "nobody yet");
    near(surprised[10], 10.0, "nobody yet");
    near(surprised[11], 14.0, "two months late");
}

#[test]
fn people_who_are_not_needed_stay_until_notice_ends() {
    let noticed = with(&plain(), &[("services.0.leaving.notice_months", json!(2))]);
    let slump = json!([{ "start": 9, "length": 6, "uplift": -0.3, "surprise": true }]);
    let document = with(&noticed, &[("services.0.demand.events", slump)]);
    planned(&document, &Course::own(Policy::Chase), |_, plan| {
        near(plan.team.people[10], 10.0, "notice runs");
        near(plan.team.people[11], 7.0, "notice has ended");
    });
}

#[test]
fn surprises_never_save() {
    for uplift in [0.4, -0.3] {
        for (hire, notice) in [(0, 0), (44, 1), (120, 3)] {
            let event =
                |surprise: bool| json!([{ "start": 9, "length": 4, "uplift": uplift, "surprise": surprise }]);
            let cost = |surprise: bool| {
                let document = with(
                    &plain(),
                    &[
                        ("services.0.team.time_to_hire", json!(hire)),
                        ("services.0.leaving.notice_months", json!(notice)),
                        ("services.0.offers.0.flexibility.ramp_lead", json!(notice)),
                        ("services.0.offers.0.flexibility.shrink_notice", json!(notice)),
                        ("services.0.shortage.unmet", json!("lost")),
                        ("services.0.demand.events", event(surprise)),
                    ],
                );
                let found = answered(&document);
                let vendor = found.option(Kind::Outsourced(0)).expect("an offer");
                [found.options[1].measures.present, vendor.measures.present]
            };
            for (foreseen, surprised) in cost(false).into_iter().zip(cost(true)) {
                assert!(
                    surprised >= foreseen - 1e-6,
                    "{uplift}, {hire} days: {surprised} against {foreseen}"
                );
            }
        }
    }
}

#[test]
fn longer_to_hire_never_costs_less() {
    let mut before = 0.0;
    for days in [0, 31, 62, 92, 123, 183] {
        let document = with(
            &plain(),
            &[
                ("services.0.team.time_to_hire", json!(days)),
                // Where waiting is free, a longer wait may be cheaper.
                ("services.0.shortage.unmet", json!("lost")),
                ("services.0.demand.growth", json!(0.25)),
                ("services.0.demand.events", peak(false)),
            ],
        );
        let cost = answered(&document).options[1].measures.present;
        assert!(cost >= before - 1e-6, "{days} days: {cost} against {before}");
        before = cost;
    }
}

/// The same where the plan of sizes alone is allowed, with its own prices of hiring, releasing, leaving and learning, and for peaks that are
/// foreseen and that are not.
#[test]
fn under_the_least_cost_policy_a_longer_lead_never_lowers_cost() {
    let season = json!([0.8, 0.8, 0.9, 0.95, 1, 1, 1.05, 1.1, 1.1, 1.1, 1.1, 1.1]);
    let mut rises = 0;
    for (attrition, ramp, surprise) in [(0.0, 0, false), (0.0, 0, true), (0.2, 0, false), (0.2, 4, true)] {
        let mut before: Option<f64> = None;
        for days in [0, 31, 62, 92, 123, 183, 365] {
            let document = with(
                &plain(),
                &[
                    ("services.0.team.staffing", json!("least_cost")),
                    ("services.0.team.time_to_hire", json!(days)),
                    ("services.0.team.recruitment", json!(8000)),
                    ("services.0.team.attrition", json!(attrition)),
                    ("services.0.team.ramp_months", json!(ramp)),
                    ("services.0.leaving.severance_months", json!(2)),
                    ("services.0.shortage.unmet", json!("lost")),
                    ("services.0.demand.season", season.clone()),
                    ("services.0.demand.growth", json!(0.25)),
                    ("services.0.demand.events", peak(surprise)),
                ],
            );
            let found = answered(&document);
            let best = &found.options[1];
            assert_eq!(best.outcome.parts[0].staffing(), Some(Staffing::LeastCost));
            let cost = best.measures.present;
            let what = format!("{attrition} leave, {ramp} months to learn, {surprise}: {days} days");
            if let Some(before) = before {
                assert!(cost >= before * (1.0 - 1e-9), "{what}: {cost} against {before}");
                rises += usize::from(cost > before * (1.0 + 1e-6));
            }
            before = Some(cost);
        }
    }
    assert!(rises >= 12, "a longer lead cost more in {rises} steps");
}

/// Whichever staffing is stated is the one planned; the cheapest of them is what stands where none is.
#[test]
fn the_team_is_staffed_as_stated() {
    let season = json!([0.7, 0.7, 0.8, 0.9, 1, 1, 1, 1, 1.1, 1.2, 1.3, 1.3]);
    let document = with(
        &plain(),
        &[
            ("services.0.demand.season", season),
            ("services.0.team.recruitment", json!(5000)),
            ("services.0.team.attrition", json!(0.2)),
        ],
    );
    let best = |staffing: &str| {
        let stated = with(&document, &[("services.0.team.staffing", json!(staffing))]);
        let found = answered(&stated);
        let part = &found.options[1].outcome.parts[0];
        (part.staffing().expect("a team").name(), found.options[1].measures.present)
    };
    let (_, cheapest) = best("cheapest");
    for stated in &Staffing::NAMES[1..] {
        let (used, present) = best(stated);
        assert_eq!(used, *stated);
        assert!(cheapest <= present, "{stated}: {cheapest} against {present}");
    }
}

/// A season strong enough that neither all nor nobody is best: keep who is needed always, buy the rest.
#[test]
fn the_best_core_beats_both_ends_or_is_not_there() {
    let season = json!([0.6, 0.6, 0.7, 0.8, 0.9, 1, 1, 1.1, 1.2, 1.3, 1.3, 1.5]);
    let document = with(
        &plain(),
        &[
            ("services.0.demand.season", season),
            ("services.0.leaving.severance_months", json!(4)),
            ("services.0.team.recruitment", json!(20_000)),
            ("services.0.team.time_to_hire", json!(62)),
        ],
    );
    let mut listed = 0;
    for rate in [40, 60, 70, 80, 90, 110, 160] {
        for spread in [0.0, 0.2] {
            let changed = [
                ("services.0.offers.0.price.rate", json!(rate)),
                ("services.0.demand.spread", json!(spread)),
            ];
            let found = answered(&with(&document, &changed));
            let present = |kind: Kind| found.option(kind).map(|option| option.measures.present);
            let ends = [Kind::BestInHouse, Kind::Outsourced(0)].map(|kind| present(kind).expect("an end"));
            if let Some(core) = present(Kind::BestCore(0)) {
                listed += 1;
                assert!(ends.iter().all(|end| core < *end), "{rate}: {core} against {ends:?}");
            }
        }
    }
    assert!(listed >= 4, "{listed} cases have a best core");
}
