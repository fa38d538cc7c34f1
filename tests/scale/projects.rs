//! Projects: effort, schedule, finish and delay.

use outsourcing::answer::Kind;
use outsourcing::engine::chance::{Chance, Leavers};
use outsourcing::engine::ledger::Category;
use outsourcing::engine::plan::{Course, Setting, run};
use outsourcing::engine::staffing::Policy;
use outsourcing::scenario::plan_values;
use serde_json::{Value, json};

use super::{answered, near, plain, planned, sent, with};

fn project(changes: &[(&str, Value)]) -> Value {
    let mut document = with(&plain(), &[("services.0.development.mode", json!("project"))]);
    document["services"][0].as_object_mut().expect("a service").remove("demand");
    with(&document, changes)
}

/// 100 thousand lines, all nominal: 465.3 person-months of 152 h in 25.9 months (COCOMO II.2000).
#[test]
fn effort_and_schedule_come_from_the_size() {
    let document = project(&[("services.0.development.size", json!(100)), ("horizon", json!(48))]);
    let scenario = plan_values(&document);
    let project = Setting::new(&scenario, 0).project.expect("a project");
    near(project.stock, 465.315_297_47 * 152.0, "hours");
    assert!((project.stock / project.rate - 25.873_17).abs() < 1e-5, "{}", project.stock / project.rate);
    let smaller = with(
        &document,
        &[("services.0.development.effort", json!(9000)), ("services.0.development.months", json!(6))],
    );
    let scenario = plan_values(&smaller);
    let project = Setting::new(&scenario, 0).project.expect("a project");
    near(project.stock, 9000.0, "what is stated comes first");
    near(project.rate, 1500.0, "a month");
}

#[test]
fn it_is_done_when_its_hours_are_and_the_team_moves_on() {
    // 9,600 hours at 150 a person and month: ten people are done in the middle of month 7.
    let document = project(&[("services.0.development.effort", json!(9600))]);
    planned(&document, &Course::own(Policy::Fixed), |_, plan| {
        near(plan.hours.finish.expect("done"), 6.4, "done");
        near(plan.team.people[7], 10.0, "until it is done");
        near(plan.team.people[8], 0.0, "then they move on");
        near(plan.hours.undone.iter().sum(), 0.0, "nothing is left");
        let severance: f64 = plan
            .ledger
            .lines
            .iter()
            .filter(|line| line.account.category == Category::Severance)
            .flat_map(|line| &line.amounts)
            .sum();
        near(severance, 0.0, "nobody is made redundant");
    });
    let stays = with(&document, &[("services.0.development.stays", json!(true))]);
    planned(&stays, &Course::own(Policy::Fixed), |_, plan| {
        near(plan.team.people[24], 10.0, "the team stays on")
    });
}

/// The project is done in month 6 and the team stays; by chance all of it leaves in month 9, and its successors come in time.
#[test]
fn successors_come_to_a_team_that_stays() {
    let document = project(&[
        ("services.0.development.effort", json!(9000)),
        ("services.0.development.stays", json!(true)),
        ("services.0.team.time_to_hire", json!(90)),
        ("services.0.team.attrition", json!(0.01)),
    ]);
    let scenario = plan_values(&document);
    let mut normals = vec![0.0; 25];
    (normals[6], normals[7], normals[9]) = (-50.0, 3.0, 1e3);
    let mut chance = Chance::none(1);
    chance.leavers = Some(Leavers::Many(normals));
    let setting = Setting::by_chance(&scenario, 0, Some(&chance));
    let plan = run(&setting, &Course::own(Policy::Chase));
    assert!(plan.hours.finish.is_some_and(|finish| finish <= 6.0), "{:?}", plan.hours.finish);
    assert_eq!(plan.team.people[9..10], [0.0]);
    assert!(plan.team.people[13..].iter().all(|people| *people > 9.5), "{:?}", plan.team.people);
}

#[test]
fn a_vendor_that_starts_later_finishes_later_and_the_delay_is_priced() {
    let document = project(&[
        ("services.0.development.effort", json!(9000)),
        ("services.0.development.months", json!(6)),
        ("services.0.development.delay", json!(10_000)),
        // Nobody is there, nor could be hired before the vendor starts.
        ("services.0.team.people", json!(0)),
        ("services.0.team.time_to_hire", json!(200)),
        ("services.0.offers.0.transition.lead_months", json!(3)),
    ]);
    let delay = planned(&document, &sent(), |_, plan| {
        near(plan.hours.finish.expect("done"), 9.0, "three months late");
        near(plan.hours.undone.iter().sum(), 0.0, "nothing is left");
        plan.ledger
            .lines
            .iter()
            .filter(|line| line.account.category == Category::Delay)
            .flat_map(|line| &line.amounts)
            .sum::<f64>()
    });
    near(delay, 30_000.0, "three months' delay");
    // Finishing before the target earns.
    let early = with(&document, &[("services.0.development.target", json!(12))]);
    let earned = planned(&early, &sent(), |_, plan| {
        plan.ledger
            .lines
            .iter()
            .filter(|line| line.account.category == Category::Delay)
            .flat_map(|line| &line.amounts)
            .sum::<f64>()
    });
    near(earned, -30_000.0, "three months early");
    // The same hours are billed however long it takes.
    let fees = answered(&document).option(Kind::Outsourced(0)).expect("an offer").measures.present_cash;
    near(fees, 9000.0 * 80.0, "fees");
}

#[test]
fn what_is_not_done_at_the_horizon_is_priced_and_late() {
    let document = project(&[
        ("services.0.development.effort", json!(45_000)),
        ("services.0.development.months", json!(12)),
        ("services.0.development.delay", json!(1000)),
        ("services.0.team.vacancies", json!(0)),
    ]);
    planned(&document, &Course::own(Policy::Fixed), |_, plan| {
        // Ten people do 36,000 hours in two years.
        assert!(plan.hours.finish.is_none());
        near(plan.hours.undone[24], 9000.0, "left");
        let late: f64 = plan
            .ledger
            .lines
            .iter()
            .filter(|line| line.account.category == Category::Delay)
            .flat_map(|line| &line.amounts)
            .sum();
        // 24 months and 9,000 ÷ 3,750 more, wanted in month 12.
        near(late, (24.0 + 2.4 - 12.0) * 1000.0, "delay");
    });
}

#[test]
fn effort_is_done_once_whatever_people_do() {
    for (hire, ramp, attrition) in [(0, 0, 0.0), (44, 6, 0.2), (120, 9, 0.6)] {
        let document = project(&[
            ("services.0.development.effort", json!(20_000)),
            ("services.0.development.months", json!(10)),
            ("services.0.team.time_to_hire", json!(hire)),
            ("services.0.team.ramp_months", json!(ramp)),
            ("services.0.team.attrition", json!(attrition)),
            ("horizon", json!(36)),
        ]);
        for course in
            [Course::own(Policy::Fixed), Course::own(Policy::Chase), Course::own(Policy::Level), sent()]
        {
            planned(&document, &course, |_, plan| {
                assert!(plan.hours.finish.is_some(), "{course:?} is done in three years");
                near(plan.hours.undone.iter().sum(), 0.0, "nothing is left");
                let team: f64 =
                    (1..=36).map(|month| plan.team.capacity[month] - plan.hours.idle[month]).sum();
                let bought: f64 = plan.vendors.iter().flat_map(|(_, part)| &part.delivered).sum();
                let overtime: f64 = plan.hours.overtime.iter().sum();
                let done = team + bought + overtime;
                assert!((done - 20_000.0).abs() < 1e-6 * 20_000.0, "{course:?}: {done}");
            });
        }
    }
}
