//! The governance plan: what each line costs in a year, and what all do.

use super::{Addend, Explanation, Formula, Label, Token};
use crate::answer::vendors::{Duty, Plan, Task, governance};
use crate::engine::Term;
use crate::engine::inhouse::loaded_hour;
use crate::scenario::Scenario;

/// `vendors.governance.i.yearly` and `vendors.governance.i.tasks.t.yearly`.
pub(super) fn explain(scenario: &Scenario<f64>, path: &str, at: usize, what: &[&str]) -> Option<Explanation> {
    let plan = governance(scenario).into_iter().nth(at)?;
    match what {
        ["yearly"] => {
            let costly =
                plan.tasks.iter().enumerate().filter_map(|(index, task)| Some((index, task, task.yearly?)));
            let sum = costly
                .filter(|(.., yearly)| yearly.abs() > 0.0)
                .map(|(index, task, value)| Addend {
                    label: called(task),
                    value,
                    path: Some(format!("vendors.governance.{at}.tasks.{index}.yearly")),
                })
                .collect();
            Some(Explanation { value: plan.yearly(), sum, ..Explanation::default() })
        }
        ["tasks", task, "yearly"] => {
            let formula = yearly(scenario, path, &plan, task.parse().ok()?)?;
            Some(Explanation { value: formula.value, formulas: vec![formula], ..Explanation::default() })
        }
        _ => None,
    }
}

fn called(task: &Task) -> Label {
    if task.name.is_empty() { Label::Duty(task.duty) } else { Label::Name(task.name.clone()) }
}

/// What a line of the plan costs in a year.
fn yearly(scenario: &Scenario<f64>, path: &str, plan: &Plan, task: usize) -> Option<Formula> {
    let value = plan.tasks.get(task)?.yearly?;
    let service = &scenario.services[plan.service];
    let own = &service.offers[plan.offer].governance;
    let at = |what: &str| format!("services.{}.offers.{}.governance.{what}", plan.service, plan.offer);
    let input = |value: f64, what: &str| Token::Number(value, Label::Input(at(what)));
    let team = |value: f64, what: &str| {
        Token::Number(value, Label::Input(format!("services.{}.team.{what}", plan.service)))
    };
    // In the order of the plan: roles, meetings, journeys.
    let (roles, meetings) = (own.roles.len(), own.meetings.len());
    let factors = if let Some(role) = own.roles.get(task) {
        let people = input(role.people, &format!("roles.{task}.people"));
        vec![people, team(service.team.pay, "pay"), team(service.team.on_cost, "on_cost")]
    } else if let Some(meeting) = task.checked_sub(roles).and_then(|index| own.meetings.get(index)) {
        let name = |what: &str| format!("meetings.{}.{what}", task - roles);
        let hour = Token::Number(loaded_hour(service), Label::Term(Term::LoadedHour));
        vec![
            input(meeting.times, &name("times")),
            input(meeting.hours, &name("hours")),
            input(meeting.people, &name("people")),
            hour,
        ]
    } else if let Some(trip) = task.checked_sub(roles + meetings).and_then(|index| own.trips.get(index)) {
        let name = |what: &str| format!("trips.{}.{what}", task - roles - meetings);
        vec![
            input(trip.times, &name("times")),
            input(trip.people, &name("people")),
            input(trip.cost, &name("cost")),
        ]
    } else {
        // What is stated as a sum.
        match plan.tasks[task].duty {
            Duty::Role => {
                vec![
                    input(own.people, "people"),
                    team(service.team.pay, "pay"),
                    team(service.team.on_cost, "on_cost"),
                ]
            }
            Duty::Journey => vec![input(own.travel, "travel")],
            Duty::Audits => {
                let tokens =
                    vec![input(own.audits, "audits"), Token::Sign("+"), input(own.controls, "controls")];
                return Some(Formula { label: Label::Figure(path.to_owned()), value, tokens });
            }
            _ => Vec::new(),
        }
    };
    let mut tokens = Vec::new();
    for factor in factors {
        if !tokens.is_empty() {
            tokens.push(Token::Sign("×"));
        }
        tokens.push(factor);
    }
    Some(Formula { label: Label::Figure(path.to_owned()), value, tokens })
}
