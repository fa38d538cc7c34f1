//! Expertise, quality control, controls and governance in the engine: neutral until stated, and by hand where they are.

use super::with;
use outsourcing::answer::vendors::{Duty, Source, WayToSkills, expertise, governance, quality};
use outsourcing::answer::{Answer, Kind, answer};
use outsourcing::engine::ledger::Category;
use outsourcing::engine::plan::{Core, Course, Setting, run};
use outsourcing::engine::staffing::Policy;
use outsourcing::scenario::check::check;
use outsourcing::scenario::plan_values;
use serde_json::{Value, json};

fn near(a: f64, b: f64, what: &str) {
    assert!((a - b).abs() < 1e-9 * a.abs().max(b.abs()).max(1.0), "{what}: {a} against {b}");
}

/// One service without anything that blurs a calculation by hand: ten people, 150 hours a month each, nobody leaves, nothing rises.
fn plain() -> Value {
    json!({
        "money": { "discount_rate": 0, "inflation": 0, "wage_growth": 0 },
        "services": [{
            "demand": { "base": 1500 },
            "team": {
                "people": 10, "pay": 60_000, "on_cost": 1, "hours": 1800, "attrition": 0, "time_to_hire": 0, "ramp_months": 0,
                "training": 0, "workplace": 0, "equipment": 0, "software": 0, "manager_pay": 0, "recruitment": 5000,
            },
            "shortage": { "overtime_limit": 0, "undone_price": 100 },
            "offers": [{
                "vendor": "v",
                "price": { "rate": 30, "index": 0, "payment_days": 0, "minimum": 0 },
                "quality": { "first": 1, "rework": 0, "distance": 1 },
                "transition": { "lead_months": 2, "parallel_months": 0, "selection_share": 0, "fee_share": 0, "transfer_hours": 0, "retention_months": 0 },
                "governance": { "share": 0 },
                "exit": { "hazard": 0 },
            }],
            "leaving": { "severance_months": 0, "notice_months": 0 },
        }],
        "vendors": [{ "id": "v", "name": "V" }],
    })
}

fn answered(document: &Value) -> Answer {
    assert_eq!(check(document), Vec::new());
    answer(&plan_values(document))
}

fn booked(found: &Answer, kind: Kind, category: Category) -> Vec<f64> {
    found
        .option(kind)
        .expect("an option")
        .outcome
        .monthly(found.months, |account| account.category == category)
}

fn skilled() -> Value {
    let skill = json!({
        "name": "Cloud", "needed": 4, "now": 1, "hire_months": 5, "hire_cost": 9000, "train_months": 8, "train_cost": 2000,
        "without": 0.6, "vendors": [{ "vendor": "v", "lead": 1 }],
    });
    with(&plain(), &[("services.0.skills", json!([skill]))])
}

#[test]
fn missing_skills_take_from_capacity_until_the_gap_is_closed() {
    let document = skilled();
    let scenario = plan_values(&document);
    let setting = Setting::new(&scenario, 0);
    // Three of ten are missing, and do 60 % of what they would: 1 − 0.3 · 0.4.
    let left = setting.productivity.as_ref().expect("skills");
    for month in 1..=36 {
        near(left.closing[month], if month <= 5 { 0.88 } else { 1.0 }, "while hiring");
        near(left.open[month], 0.88, "while nobody does anything");
        // The vendor starts in month 3 and has the skill from month 4 on; before, all of the four are missing.
        near(left.vendors[0][month], if month <= 3 { 1.0 - 0.4 * 0.4 } else { 1.0 }, "with the vendor");
    }
    let fixed = run(&setting, &Course::own(Policy::Fixed));
    near(fixed.team.capacity[7], 1320.0, "as it is today");
    near(fixed.hours.undone.iter().sum::<f64>() + fixed.hours.waiting[36] * 0.0, 180.0 * 36.0, "undone");
    // A team that follows need is larger until then, and as it was after.
    let chase = run(&setting, &Course::own(Policy::Chase));
    near(chase.team.people[4], 10.0 / 0.88, "people while the skill is missing");
    near(chase.team.people[7], 10.0, "people after");
    near(chase.team.capacity[4], 1500.0, "capacity");
    let sent = run(&setting, &Course::with(Policy::Chase, 0, Core::Nobody));
    near(sent.vendors[0].1.quantity[3], 1500.0 / 0.84, "hours billed without the skill");
    near(sent.vendors[0].1.quantity[4], 1500.0, "hours billed with it");
}

#[test]
fn a_unit_price_leaves_to_us_what_a_vendor_without_the_skill_does_not_do() {
    let mut document = skilled();
    document["services"][0]["offers"][0]["price"] =
        json!({ "model": "unit", "rate": 30, "index": 0, "payment_days": 0 });
    let scenario = plan_values(&document);
    let setting = Setting::new(&scenario, 0);
    let sent = run(&setting, &Course::with(Policy::Chase, 0, Core::Nobody));
    near(sent.vendors[0].1.delivered[3], 1500.0 * 0.84, "delivered");
    near(sent.vendors[0].1.list_fee[3], 45_000.0, "fee");
}

#[test]
fn closing_a_gap_is_booked_once_where_the_work_stays() {
    for (closing, category, month, cost) in [
        ("hiring", Category::Recruitment, 5, 3.0 * 9000.0),
        ("training", Category::Training, 8, 3.0 * 2000.0),
        ("soonest", Category::Recruitment, 5, 3.0 * 9000.0),
    ] {
        let document = with(&skilled(), &[("services.0.skills.0.closing", json!(closing))]);
        let scenario = plan_values(&document);
        let setting = Setting::new(&scenario, 0);
        let one_off = |course: Course| -> f64 {
            let plan = run(&setting, &course);
            let lines = plan.ledger.lines.iter();
            let once = outsourcing::engine::ledger::Recurrence::OneOff;
            let of =
                lines.filter(|line| line.account.category == category && line.account.recurrence == once);
            of.map(|line| line.amounts[month]).sum()
        };
        near(one_off(Course::own(Policy::Chase)), cost, closing);
        near(one_off(Course::own(Policy::Fixed)), 0.0, "as it is");
        near(one_off(Course::with(Policy::Chase, 0, Core::Nobody)), 0.0, "outsourced");
    }
    // Nobody can be trained who is not there.
    let few = with(
        &skilled(),
        &[("services.0.team.people", json!(3)), ("services.0.skills.0.closing", json!("training"))],
    );
    let scenario = plan_values(&few);
    let left = Setting::new(&scenario, 0).productivity.expect("skills").closing;
    near(left[9], 1.0 - 0.1 * 0.4, "one of four is still missing after training");
}

fn way(found: &outsourcing::answer::vendors::Expertise, source: Source) -> &WayToSkills {
    found.ways.iter().find(|way| way.source == source).expect("a way")
}

#[test]
fn skill_months_complete_and_cost_by_hand() {
    let document = skilled();
    let scenario = plan_values(&document);
    let found = expertise(&scenario, &answered(&document));
    assert_eq!(found.len(), 1);
    let (open, hiring, training, vendor) = (
        way(&found[0], Source::Open),
        way(&found[0], Source::Hiring),
        way(&found[0], Source::Training),
        way(&found[0], Source::Vendor(0)),
    );
    near(open.skill_months, 3.0 * 36.0, "nothing done");
    near(hiring.skill_months, 3.0 * 5.0, "hiring");
    near(training.skill_months, 3.0 * 8.0, "training");
    // Two months with our own one, then a month in which the vendor works without it.
    near(vendor.skill_months, 3.0 * 2.0 + 4.0, "vendor");
    assert_eq!(
        [open.complete, hiring.complete, training.complete, vendor.complete],
        [None, Some(6), Some(9), Some(4)]
    );
    near(hiring.cost, 27_000.0, "hiring");
    near(training.cost, 6000.0, "training");
    near(vendor.cost, 0.0, "in the vendor's price");
    near(hiring.productivity[5], 0.88, "productivity while hiring");
    near(hiring.productivity[6], 1.0, "productivity after");
    // What the gap costs in all: more people for five months, whose hires and pay are the engine's, and the hires of three with the skill.
    let more = 10.0 / 0.88 - 10.0;
    near(hiring.effect, 27_000.0 + more * 5.0 * 5000.0 + more * 5000.0, "hiring, all told");
    assert!(open.effect > hiring.effect, "doing nothing costs most here");
    let unsaid = with(&document, &[("services.0.skills.0.vendors", json!([]))]);
    let found = expertise(&plan_values(&unsaid), &answered(&unsaid));
    assert_eq!(way(&found[0], Source::Vendor(0)).known, [false]);
}

#[test]
fn what_cannot_be_trained_stays_missing() {
    let mut document = skilled();
    document["services"][0]["skills"][0].as_object_mut().expect("a skill").remove("train_months");
    let found = expertise(&plan_values(&document), &answered(&document));
    let training = way(&found[0], Source::Training);
    assert_eq!((training.complete, training.known[0]), (None, false));
    near(training.cost, 0.0, "nothing to train");
    near(training.skill_months, 3.0 * 36.0, "missing throughout");
}

#[test]
fn a_project_is_done_later_without_the_skill() {
    // Nobody else can be hired in time.
    let project = json!({ "mode": "project", "effort": 18_000 });
    let document = with(
        &skilled(),
        &[("services.0.development", project), ("services.0.team.time_to_hire", json!(700))],
    );
    let found = expertise(&plan_values(&document), &answered(&document));
    let open = way(&found[0], Source::Open);
    let (with, without) = (open.finish_with_all.expect("done"), open.finish.expect("done"));
    near(with, 12.0, "with all skills: 18,000 hours by ten people");
    assert!(without > with + 1.0, "{without}");
}

#[test]
fn needs_start_end_and_follow_the_work() {
    // Nobody else can be hired in time.
    let document = with(
        &skilled(),
        &[
            (
                "services.0.skills.0",
                json!({ "name": "Peak", "share": 0.5, "from": 10, "until": 12, "hire_months": 11 }),
            ),
            ("services.0.demand.growth", json!(0.1)),
        ],
    );
    let scenario = plan_values(&document);
    let found = expertise(&scenario, &answered(&document));
    let needed = &found[0].needed[0];
    near(needed[9], 0.0, "before");
    let people = Setting::new(&scenario, 0).work.need[11] / 150.0;
    near(needed[11], people / 2.0, "half of the people");
    near(needed[13], 0.0, "after");
    let hiring = way(&found[0], Source::Hiring);
    assert_eq!(hiring.complete, Some(12));
}

#[test]
fn nothing_stated_changes_nothing() {
    let scenario = plan_values(&plain());
    let setting = Setting::new(&scenario, 0);
    assert!(setting.productivity.is_none());
    assert!(expertise(&scenario, &answered(&plain())).is_empty());
    let found = answered(&plain());
    for category in [Category::Inspection, Category::Controls, Category::Defects] {
        for option in &found.options {
            assert_eq!(booked(&found, option.kind(), category), vec![0.0; found.months + 1]);
        }
    }
}

#[test]
fn own_rework_and_checking_take_people() {
    let document = with(
        &plain(),
        &[("services.0.quality.rework", json!(0.05)), ("services.0.quality.inspection", json!(0.1))],
    );
    let scenario = plan_values(&document);
    let setting = Setting::new(&scenario, 0);
    let chase = run(&setting, &Course::own(Policy::Chase));
    near(chase.team.people[9], 10.0 / (0.95 * 0.9), "people");
    let lines = quality(&scenario, &answered(&document));
    let own = lines.iter().find(|line| line.vendor.is_none()).expect("in-house");
    // People are (1 − r)⁻¹ of what they were: a point more is that much pay over three years, and the hires at the start.
    let people = |rework: f64| 10.0 / ((1.0 - rework) * 0.9);
    let more = people(0.06) - people(0.05);
    near(own.point, more * (3.0 * 60_000.0 + 5000.0), "a point of rework");
}

#[test]
fn the_vendors_rework_is_billed_by_the_hour_and_left_to_us_by_the_unit() {
    let document = with(&plain(), &[("services.0.offers.0.quality.rework", json!(0.1))]);
    let scenario = plan_values(&document);
    let lines = quality(&scenario, &answered(&document));
    let line = lines.iter().find(|line| line.vendor == Some(0)).expect("the vendor");
    let hours = |rework: f64| 1500.0 / (1.0 - rework);
    near(line.point, (hours(0.11) - hours(0.1)) * 30.0 * 34.0, "a point, by the hour");
    let unit = with(&document, &[("services.0.offers.0.price.model", json!("unit"))]);
    let lines = quality(&plan_values(&unit), &answered(&unit));
    let line = lines.iter().find(|line| line.vendor == Some(0)).expect("the vendor");
    near(line.point, 15.0 * 100.0 * 34.0, "a point, by the unit: a hundredth of the hours left undone");
}

#[test]
fn the_vendors_work_is_inspected_at_what_an_hour_costs() {
    let document = with(&plain(), &[("services.0.offers.0.quality.inspection", json!(0.04))]);
    let found = answered(&document);
    let inspected = booked(&found, Kind::Outsourced(0), Category::Inspection);
    near(inspected[2], 0.0, "before the vendor starts");
    near(inspected[3], 1500.0 * 0.04 * 60_000.0 / 1800.0, "60 hours at 33.33");
    near(booked(&found, Kind::BestInHouse, Category::Inspection).iter().sum(), 0.0, "in-house");
}

#[test]
fn defects_cost_by_who_delivers() {
    let document = with(
        &plain(),
        &[
            ("services.0.quality.defects", json!(0.02)),
            ("services.0.quality.defect_cost", json!(50)),
            ("services.0.offers.0.quality.defects", json!(0.03)),
        ],
    );
    let found = answered(&document);
    near(booked(&found, Kind::BestInHouse, Category::Defects)[5], 1500.0 * 0.02 * 50.0, "own");
    let sent = booked(&found, Kind::Outsourced(0), Category::Defects);
    near(sent[2], 1500.0 * 0.02 * 50.0, "until the vendor is there");
    near(sent[5], 1500.0 * 0.03 * 50.0, "the vendor's");
    let same = {
        let mut same = document.clone();
        same["services"][0]["offers"][0]["quality"].as_object_mut().expect("quality").remove("defects");
        same
    };
    near(
        booked(&answered(&same), Kind::Outsourced(0), Category::Defects)[5],
        1500.0,
        "not stated: as in-house",
    );
    let half = with(&plain(), &[("services.0.quality.defects", json!(0.02))]);
    assert_eq!(check(&half)[0].path, "services.0.quality.defect_cost");
}

#[test]
fn controls_stay_but_for_what_is_avoided() {
    let document = with(
        &plain(),
        &[("services.0.risk.controls", json!(12_000)), ("services.0.risk.controls_avoided", json!(0.25))],
    );
    let found = answered(&document);
    near(booked(&found, Kind::BestInHouse, Category::Controls)[5], 1000.0, "in-house");
    near(booked(&found, Kind::Outsourced(0), Category::Controls)[5], 0.0, "with the work gone");
    near(booked(&found, Kind::Outsourced(0), Category::Stranded)[5], 750.0, "what stays");
}

#[test]
fn a_ceiling_of_fines_is_in_no_sum() {
    let before = answered(&plain());
    let after = answered(&with(&plain(), &[("services.0.risk.fine_ceiling", json!(20e6))]));
    for (a, b) in before.options.iter().zip(&after.options) {
        assert_eq!(a.measures.present.to_bits(), b.measures.present.to_bits());
    }
}

#[test]
fn the_governance_plan_is_priced_and_names_who_owns_what() {
    let document = with(
        &plain(),
        &[
            (
                "services.0.offers.0.governance.roles",
                json!([{ "name": "Vendor manager", "owner": "Ada", "people": 0.5 }]),
            ),
            (
                "services.0.offers.0.governance.meetings",
                json!([{ "name": "Monthly review", "owner": "Grace", "times": 12, "hours": 2, "people": 3 }]),
            ),
            (
                "services.0.offers.0.governance.trips",
                json!([{ "name": "Visit", "times": 4, "people": 2, "cost": 1500 }]),
            ),
            ("services.0.offers.0.governance.audits", json!(6000)),
            ("services.0.offers.0.governance.controls", json!(2400)),
            ("services.0.offers.0.governance.audit_owner", json!("Linus")),
            ("services.0.offers.0.exit.exit_owner", json!("Ada")),
        ],
    );
    let yearly = 30_000.0 + 12.0 * 2.0 * 3.0 * 60_000.0 / 1800.0 + 12_000.0 + 8400.0;
    near(
        booked(&answered(&document), Kind::Outsourced(0), Category::Governance)[5],
        yearly / 12.0,
        "a month",
    );
    let plans = governance(&plan_values(&document));
    assert_eq!(plans.len(), 1);
    near(plans[0].yearly(), yearly, "a year");
    let owners: Vec<(Duty, &str)> =
        plans[0].tasks.iter().map(|task| (task.duty, task.owner.as_str())).collect();
    assert_eq!(
        owners,
        [
            (Duty::Role, "Ada"),
            (Duty::Meeting, "Grace"),
            (Duty::Journey, ""),
            (Duty::Audits, "Linus"),
            (Duty::ServiceLevels, ""),
            (Duty::ExitPlan, "Ada"),
        ]
    );
    assert_eq!(plans[0].without_owner(), 2);
    for task in &plans[0].tasks {
        assert!(outsourcing::scenario::document::field(&task.owner_path).is_some(), "{}", task.owner_path);
    }
    assert!(governance(&plan_values(&with(&document, &[("vendors.0.off", json!(true))]))).is_empty());
}
