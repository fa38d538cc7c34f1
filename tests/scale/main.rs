//! Demand that rises and falls: desks, projects, surprises, ramps, backlog, and the best core, by laws and by hand.

mod contracts;
mod desks;
mod people;
mod projects;

use outsourcing::answer::{Answer, answer};
use outsourcing::engine::plan::{Core, Course, ServicePlan, Setting, run};
use outsourcing::engine::staffing::Policy;
use outsourcing::scenario::{Scenario, check::check, document::set, plan_values};
use serde_json::{Value, json};

fn near(a: f64, b: f64, what: &str) {
    assert!((a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0), "{what}: {a} against {b}");
}

fn with(document: &Value, changes: &[(&str, Value)]) -> Value {
    let mut changed = document.clone();
    for (path, value) in changes {
        assert!(set(&mut changed, path, Some(value.clone())), "{path}");
    }
    assert_eq!(check(&changed), Vec::new());
    changed
}

fn answered(document: &Value) -> Answer {
    answer(&plan_values(document))
}

/// Ten people of 150 productive hours a month, nobody leaves, nobody learns, one vendor by the hour, two years without inflation.
fn plain() -> Value {
    json!({
        "horizon": 24,
        "money": { "inflation": 0, "wage_growth": 0, "discount_rate": 0 },
        "services": [{
            "demand": { "base": 1500 },
            "team": {
                "people": 10, "pay": 120_000, "on_cost": 1, "hours": 1800, "attrition": 0, "time_to_hire": 0, "ramp_months": 0,
                "training": 0, "workplace": 0, "equipment": 0, "software": 0, "manager_pay": 0, "recruitment": 0,
            },
            "leaving": { "severance_months": 0, "notice_months": 0 },
            "shortage": { "overtime_limit": 0, "undone_price": 200 },
            "offers": [{
                "vendor": "v",
                "price": { "rate": 80, "index": 0, "payment_days": 0, "minimum": 0 },
                "flexibility": { "ramp_lead": 0, "shrink_notice": 0 },
                "quality": { "first": 1, "months": 0, "rework": 0, "distance": 1 },
                "transition": { "lead_months": 0, "parallel_months": 0, "selection_share": 0, "fee_share": 0, "transfer_hours": 0, "retention_months": 0 },
                "governance": { "share": 0 },
                "exit": { "hazard": 0 },
            }],
        }],
        "vendors": [{ "id": "v" }],
    })
}

/// The first service sent to its first offer.
fn sent() -> Course {
    Course::with(Policy::Chase, 0, Core::Nobody)
}

/// Looks at a plan of the first service.
fn planned<T>(
    document: &Value,
    course: &Course,
    look: impl FnOnce(&Scenario<f64>, &ServicePlan<'_, f64>) -> T,
) -> T {
    let scenario = plan_values(document);
    let setting = Setting::new(&scenario, 0);
    look(&scenario, &run(&setting, course))
}

/// A peak of 40 % in months 9 to 11.
fn peak(surprise: bool) -> Value {
    json!([{ "name": "Peak", "start": 9, "length": 3, "uplift": 0.4, "surprise": surprise }])
}
