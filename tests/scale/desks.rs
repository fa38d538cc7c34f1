//! Live desks: Erlang C in the plan.

use outsourcing::engine::WEEKS_PER_MONTH;
use outsourcing::engine::plan::{Core, Course};
use outsourcing::engine::staffing::Policy;
use outsourcing::queueing::{Target, agents_needed};
use serde_json::{Value, json};

use super::{answered, near, plain, planned, with};

fn live(contacts: f64) -> Value {
    with(
        &plain(),
        &[
            ("services.0.line", json!("support_maintenance")),
            ("services.0.support.channel", json!("live")),
            ("services.0.support.second_line_share", json!(0)),
            ("services.0.support.covered_hours", json!(168)),
            ("services.0.demand.base", json!(contacts)),
        ],
    )
}

/// The published desk: 100 calls in half an hour, three minutes each, 80 % within 20 s, shrinkage 30 %: 14 agents, 20 paid.
#[test]
fn an_evenly_loaded_week_is_one_published_hour_after_the_other() {
    let (hours, per_hour) = (45.0, 200.0);
    let document = with(
        &live(per_hour * hours * WEEKS_PER_MONTH),
        &[
            ("services.0.support.covered_hours", json!(hours)),
            ("services.0.support.busiest", json!(1)),
            ("services.0.support.early_week", json!(0.4)),
            ("services.0.support.handle_minutes", json!(3)),
            ("services.0.support.shrinkage", json!(0.3)),
            ("services.0.support.occupancy", json!(1)),
        ],
    );
    let target = Target { level: 0.8, within: 20.0, occupancy: 1.0 };
    assert_eq!(agents_needed(10.0, 180.0, target), Some(14));
    planned(&document, &Course::own(Policy::Chase), |_, plan| {
        // 14 agents ÷ 0.7 are 20 paid, through 45 hours a week, in people of 2,080 paid hours a year.
        let people = 20.0 * hours * WEEKS_PER_MONTH / (2080.0 / 12.0);
        near(plan.team.people[5], people, "people");
    });
}

#[test]
fn two_desks_never_need_fewer_hours_than_one() {
    for contacts in [300.0, 1200.0, 4000.0, 20_000.0] {
        for kept in [1.0, 3.0, 7.0, 15.0] {
            let document = with(&live(contacts), &[("services.0.core", json!(kept))]);
            let course = Course::with(Policy::Chase, 0, Core::Stated);
            planned(&document, &course, |_, plan| {
                let (_, part) = plan.taken().expect("an offer");
                assert!(part.apart.iter().all(|more| *more >= 0.0), "{contacts}, {kept}: {:?}", part.apart);
                let together = plan.setting.work.need[5];
                let own = together - part.planned[5];
                assert!(own + part.planned[5] + part.apart[5] >= together - 1e-9);
                assert!((0.0..=1.0).contains(&part.share[5]), "{}", part.share[5]);
                if part.planned[5] > 0.0 && own > 0.0 {
                    // Its contacts take the vendor's desk at least as long as a share of the pooled desk would.
                    assert!(
                        part.share[5] * together >= part.planned[5] - 1e-6,
                        "the smaller desk serves less"
                    );
                }
            });
        }
    }
}

#[test]
fn what_is_not_answered_is_lost_and_more_contacts_never_need_fewer_hours() {
    let mut before = 0.0;
    for contacts in (1..40).map(|step| f64::from(step) * 150.0) {
        let need = planned(&live(contacts), &Course::own(Policy::Fixed), |_, plan| {
            assert!(plan.hours.waiting.iter().all(|hours| *hours == 0.0), "calls do not wait for months");
            plan.setting.work.need[1]
        });
        assert!(need >= before, "{contacts} contacts need {need}, fewer needed {before}");
        before = need;
    }
}

#[test]
fn a_team_without_stated_demand_answers_what_it_can() {
    let mut document = live(1.0);
    document["services"][0]["demand"] = json!({});
    planned(&document, &Course::own(Policy::Fixed), |_, plan| {
        let (need, hours) = (plan.setting.work.need[1], 1500.0);
        assert!(need <= hours + 1e-6 && need > hours * 0.9, "{need} of {hours}");
    });
    assert!(answered(&document).options[0].measures.delivered_share > 0.999);
}
