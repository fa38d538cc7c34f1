//! Figures of vendors side by side: scores, values, what they cost, quality control, the governance plan.

use serde_json::Value;

use super::beside::worked_out;
use super::{Explanation, Formula, Label, Token};
use crate::answer::compare::Answer;
use crate::answer::vendors::{Criterion, Standings, governance, result, standings};
use crate::engine::Term;
use crate::engine::inhouse::loaded_hour;
use crate::engine::ledger::Category;
use crate::finance::present_value;
use crate::scenario::document::get;
use crate::scenario::{Scenario, plan_values};

/// A figure below `vendors`, `expertise` or `quality`; what an algorithm works out is shown as its value.
pub(super) fn vendors(document: &Value, answer: &Answer, path: &str) -> Option<Explanation> {
    let scenario = plan_values(document);
    let steps: Vec<&str> = path.split('.').collect();
    let formula = match steps.as_slice() {
        ["vendors", "standings", index, rest @ ..] => {
            standing(&scenario, answer, path, (index.parse().ok()?, rest))
        }
        ["vendors", "governance", plan, "tasks", task, "yearly"] => {
            yearly(&scenario, path, plan.parse().ok()?, task.parse().ok()?)
        }
        _ => None,
    };
    let value = || {
        let file = Value::Object(result(&scenario, answer));
        get(&file, path).and_then(Value::as_f64)
    };
    match formula {
        Some(formula) => {
            Some(Explanation { value: formula.value, formulas: vec![formula], ..Explanation::default() })
        }
        None => Some(worked_out(path, value()?)),
    }
}

fn standing(
    scenario: &Scenario<f64>,
    answer: &Answer,
    path: &str,
    (vendor, what): (usize, &[&str]),
) -> Option<Formula> {
    let found = standings(scenario, answer);
    let own = found.vendors.get(vendor)?;
    let at = |what: &str| Label::Figure(format!("vendors.standings.{vendor}.{what}"));
    let made = |value: f64, tokens: Vec<Token>| {
        Some(Formula { label: Label::Figure(path.to_owned()), value, tokens })
    };
    match what {
        ["value"] => made(own.value?, weighed(&found, vendor, true)),
        ["beside_cost"] => made(own.beside_cost?, weighed(&found, vendor, false)),
        ["cost", "score"] | ["scores", "cost"] => {
            let cost = own.cost?;
            let within = (0.5..=1.5).contains(&cost.ratio);
            let constant = |value: f64| Token::Number(value, Label::Constant);
            let tokens = vec![
                constant(100.0),
                Token::Sign("×"),
                Token::Sign("("),
                constant(1.5),
                Token::Sign("−"),
                Token::Number(cost.ratio, at("cost.ratio")),
                Token::Sign(")"),
            ];
            // Beyond the ends of the scale the score is the end.
            made(cost.score, if within { tokens } else { Vec::new() })
        }
        ["cost", "ratio"] => {
            let cost = own.cost?;
            let reference = Label::Figure("vendors.reference_cost".to_owned());
            let tokens = vec![
                Token::Number(cost.present, at("cost.present_value")),
                Token::Sign("÷"),
                Token::Number(found.reference_cost?, reference),
            ];
            made(cost.ratio, tokens)
        }
        ["cost", "present_value"] => {
            let cost = own.cost?;
            let option = answer.option(cost.option)?;
            let key = cost.option.key();
            let mut tokens = vec![Token::Number(
                option.measures.present,
                Label::Figure(format!("options.{key}.present_value")),
            )];
            for category in [Category::Breach, Category::EarlyEnd] {
                let monthly = option.outcome.monthly(answer.months, |account| account.category == category);
                let left_out = present_value(&monthly, &answer.factors)?;
                if left_out.abs() > 0.0 {
                    tokens.extend([Token::Sign("−"), Token::Number(left_out, Label::Category(category))]);
                }
            }
            made(cost.present, tokens)
        }
        _ => None,
    }
}

/// Σ weight × score, and ÷ the weights' sum where it is not 1: where a score is missing, or cost is left out.
fn weighed(found: &Standings, vendor: usize, with_cost: bool) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut total = 0.0;
    for (index, (counted, score)) in found.criteria.iter().zip(&found.vendors[vendor].scores).enumerate() {
        let Some(score) = score.filter(|_| with_cost || counted.criterion != Criterion::Cost) else {
            continue;
        };
        if total > 0.0 {
            tokens.push(Token::Sign("+"));
        }
        total += counted.weight;
        let name = counted.criterion.name();
        tokens.extend([
            Token::Number(counted.weight, Label::Figure(format!("vendors.criteria.{index}.weight"))),
            Token::Sign("×"),
            Token::Number(score, Label::Figure(format!("vendors.standings.{vendor}.scores.{name}"))),
        ]);
    }
    if (total - 1.0).abs() > 1e-9 {
        tokens.insert(0, Token::Sign("("));
        tokens.extend([Token::Sign(")"), Token::Sign("÷"), Token::Number(total, Label::Constant)]);
    }
    tokens
}

/// What a line of the governance plan costs in a year.
fn yearly(scenario: &Scenario<f64>, path: &str, plan: usize, task: usize) -> Option<Formula> {
    let plan = governance(scenario).into_iter().nth(plan)?;
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
        Vec::new()
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
