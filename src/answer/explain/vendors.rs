//! Figures of vendors side by side: scores, values, weights, what they cost, hours in common.

use serde_json::Value;

use super::beside::worked_out;
use super::{Explanation, Formula, Label, Token, assured, skills, steered};
use crate::answer::compare::Answer;
use crate::answer::vendors::{Criterion, Standings, common_hours, result, standings};
use crate::engine::ledger::Category;
use crate::finance::present_value;
use crate::scenario::document::get;
use crate::scenario::{Input, Scenario, Weighting, inputs, plan_values};

/// A figure below `vendors`, `expertise`, `quality` or `security`, with the inputs in its formulas; what an algorithm works out is shown as
/// its value.
pub(super) fn vendors(document: &Value, answer: &Answer, path: &str) -> Option<Explanation> {
    let scenario = plan_values(document);
    let steps: Vec<&str> = path.split('.').collect();
    let of_formula = |formula: Formula| Explanation {
        value: formula.value,
        formulas: vec![formula],
        ..Explanation::default()
    };
    let found = match steps.as_slice() {
        ["vendors", "standings", index, rest @ ..] => {
            standing(&scenario, answer, path, (index.parse().ok()?, rest)).map(of_formula)
        }
        ["vendors", "criteria", index, "weight"] => {
            weight(&scenario, &standings(&scenario, answer), path, index.parse().ok()?).map(of_formula)
        }
        ["vendors", "hours", vendor, rest @ ..] => {
            Some(hours(&scenario, document, path, (vendor.parse().ok()?, rest))?)
        }
        ["vendors", "governance", plan, rest @ ..] => {
            steered::explain(&scenario, path, plan.parse().ok()?, rest)
        }
        ["vendors", "fine_ceilings", service] => {
            let service: usize = service.parse().ok()?;
            let value = scenario.services.get(service)?.risk.fine_ceiling?;
            let input = Label::Input(format!("services.{service}.risk.fine_ceiling"));
            let tokens = vec![Token::Number(value, input)];
            Some(of_formula(Formula { label: Label::Figure(path.to_owned()), value, tokens }))
        }
        ["expertise", rest @ ..] => Some(skills::explain(&scenario, answer, path, rest)?),
        ["quality", rest @ ..] => Some(assured::of_quality(&scenario, answer, path, rest)?),
        ["security", rest @ ..] => Some(assured::of_security(&scenario, answer, path, rest)?),
        _ => None,
    };
    let value = || {
        let file = Value::Object(result(&scenario, answer));
        get(&file, path).and_then(Value::as_f64)
    };
    let found = match found {
        Some(found) => found,
        None => worked_out(path, value()?),
    };
    Some(with_inputs(document, found))
}

/// An explanation with the inputs that its formulas name, beside those that it has.
fn with_inputs(document: &Value, mut explanation: Explanation) -> Explanation {
    let named: Vec<String> = explanation
        .formulas
        .iter()
        .flat_map(|formula| &formula.tokens)
        .filter_map(|token| match token {
            Token::Number(_, Label::Input(path)) => Some(path.clone()),
            _ => None,
        })
        .collect();
    if !named.is_empty() {
        let known = inputs(document).into_iter();
        explanation.inputs.extend(known.filter(|input| named.contains(&input.path)));
    }
    explanation
}

/// What a criterion counts: its number ÷ the sum of all, or the mean of all weights that keep the order.
fn weight(scenario: &Scenario<f64>, found: &Standings, path: &str, index: usize) -> Option<Formula> {
    let counted = found.criteria.get(index)?;
    let made = |tokens: Vec<Token>| {
        Some(Formula { label: Label::Figure(path.to_owned()), value: counted.weight, tokens })
    };
    let constant = |value: f64| Token::Number(value, Label::Constant);
    let stated: Vec<Option<f64>> =
        found.criteria.iter().map(|counted| counted.criterion.weight(scenario)).collect();
    if scenario.preferences.weighting == Weighting::Number {
        // Where none is stated all count alike.
        let weight = stated[index].map_or(constant(1.0), |weight| {
            Token::Number(weight, Label::Input(counted.criterion.weight_path()))
        });
        let total = stated.iter().map(|weight| weight.unwrap_or(1.0)).sum();
        return made(vec![weight, Token::Sign("÷"), constant(total)]);
    }
    let before = found.criteria.iter().filter(|other| other.place < counted.place).count();
    let among = found.criteria.iter().filter(|other| other.place == counted.place).count();
    if among > 1 {
        return made(Vec::new());
    }
    // (1/k + … + 1/n) ÷ n for the k-th of n.
    let mut tokens = vec![Token::Sign("(")];
    for place in before + 1..=found.criteria.len() {
        if place > before + 1 {
            tokens.push(Token::Sign("+"));
        }
        tokens.extend([constant(1.0), Token::Sign("÷"), constant(place as f64)]);
    }
    tokens.extend([Token::Sign(")"), Token::Sign("÷"), constant(found.criteria.len() as f64)]);
    made(tokens)
}

/// `vendors.hours.v.worst` and `vendors.hours.v.months.m`, with when both sides work.
fn hours(
    scenario: &Scenario<f64>,
    document: &Value,
    path: &str,
    (vendor, what): (usize, &[&str]),
) -> Option<Explanation> {
    scenario.vendors.get(vendor)?;
    let found = common_hours(scenario, vendor)?;
    let value = match what {
        ["worst"] => found.worst,
        ["months", month] => found.months.get(month.parse::<usize>().ok()?)?.1,
        _ => return None,
    };
    let days = ["here.day.".to_owned(), format!("vendors.{vendor}.day.")];
    let of_day = |input: &Input| days.iter().any(|day| input.path.starts_with(day.as_str()));
    let stated = inputs(document).into_iter().filter(of_day).collect();
    Some(Explanation { inputs: stated, ..worked_out(path, value) })
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
        ["scores", name] => {
            let place = found.criteria.iter().position(|counted| counted.criterion.name() == *name)?;
            let score = own.scores[place]?;
            let stated = found.criteria[place].criterion.score_path(scenario, vendor)?;
            made(score, vec![Token::Number(score, Label::Input(stated))])
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
