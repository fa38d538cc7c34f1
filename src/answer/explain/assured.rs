//! Quality control and security: down to the inputs, or by month where the ledger books them.

use super::beside::worked_out;
use super::{Addend, Explanation, Formula, Label, Token};
use crate::answer::compare::Answer;
use crate::answer::outcome::Kind;
use crate::answer::vendors::{QualityLine, SecurityLine, booked, quality, security};
use crate::engine::ledger::Category;
use crate::scenario::{Offer, Scenario};

/// A formula that has all its numbers from inputs, other figures and constants.
fn formula(path: &str, value: f64, tokens: Vec<Token>) -> Explanation {
    let formulas = vec![Formula { label: Label::Figure(path.to_owned()), value, tokens }];
    Explanation { value, formulas, ..Explanation::default() }
}

/// What a side's part books in a category, month by month.
fn by_month(
    answer: &Answer,
    (service, vendor): (usize, Option<usize>),
    category: Category,
    value: f64,
) -> Option<Explanation> {
    let part =
        answer.option(vendor.map_or(Kind::BestInHouse, Kind::Outsourced))?.outcome.parts.get(service)?;
    let months = booked(answer, part, category).into_iter().enumerate();
    let sum = months
        .filter(|(_, amount)| amount.abs() > 0.0)
        .map(|(month, amount)| Addend { label: Label::Month(month), value: amount, path: None })
        .collect();
    Some(Explanation { value, sum, ..Explanation::default() })
}

/// The path of what a service states, or one of its offers.
fn at(service: usize, offer: Option<usize>, what: &str) -> String {
    offer.map_or_else(
        || format!("services.{service}.{what}"),
        |offer| format!("services.{service}.offers.{offer}.{what}"),
    )
}

/// `quality.i.…`.
pub(super) fn of_quality(
    scenario: &Scenario<f64>,
    answer: &Answer,
    path: &str,
    steps: &[&str],
) -> Option<Explanation> {
    let [index, what] = steps else { return None };
    let line: QualityLine = *quality(scenario, answer).get(index.parse::<usize>().ok()?)?;
    let stated = |value: f64, offer: Option<usize>| {
        let input = Label::Input(at(line.service, offer, &format!("quality.{what}")));
        Some(formula(path, value, vec![Token::Number(value, input)]))
    };
    let named = |what: &str| Label::Figure(format!("quality.{index}.{what}"));
    match *what {
        "rework" => stated(line.rework, line.offer),
        "inspection" => stated(line.inspection, line.offer),
        "defects" => {
            let offers = &scenario.services[line.service].offers;
            let own = line.offer.filter(|offer| offers[*offer].quality.defects.is_some());
            stated(line.defects?, own)
        }
        "inspection_cost" => {
            by_month(answer, (line.service, line.vendor), Category::Inspection, line.inspection_cost)
        }
        "defect_cost" => by_month(answer, (line.service, line.vendor), Category::Defects, line.defect_cost),
        "point" => {
            let tokens = vec![
                Token::Number(line.with_point(), named("present_value_with_point")),
                Token::Sign("−"),
                Token::Number(line.present, named("present_value")),
            ];
            Some(formula(path, line.point, tokens))
        }
        "present_value" => Some(worked_out(path, line.present)),
        "present_value_with_point" => Some(worked_out(path, line.with_point())),
        _ => None,
    }
}

/// `security.i.…`.
pub(super) fn of_security(
    scenario: &Scenario<f64>,
    answer: &Answer,
    path: &str,
    steps: &[&str],
) -> Option<Explanation> {
    let [index, what] = steps else { return None };
    let line: SecurityLine = *security(scenario, answer).get(index.parse::<usize>().ok()?)?;
    let service = &scenario.services[line.service];
    let offer: Option<&Offer<f64>> = line.offer.map(|offer| &service.offers[offer]);
    let own = |value: f64, what: &str| Token::Number(value, Label::Input(at(line.service, None, what)));
    let theirs =
        |value: f64, what: &str| Token::Number(value, Label::Input(at(line.service, line.offer, what)));
    let figure =
        |value: f64, what: &str| Token::Number(value, Label::Figure(format!("security.{index}.{what}")));
    let one = || Token::Number(1.0, Label::Constant);
    let made = |value: f64, tokens: Vec<Token>| Some(formula(path, value, tokens));
    // Recovery is as in-house where the vendor promises nothing else.
    let recovery = |value: f64, promised: Option<f64>, what: &str| {
        let promised = promised.map(|value| theirs(value, &format!("service_levels.{what}")));
        made(value, vec![promised.unwrap_or_else(|| own(value, &format!("risk.{what}")))])
    };
    match *what {
        "frequency" => made(line.frequency?, vec![own(line.frequency?, "risk.breach_frequency")]),
        "impact" => {
            let mut tokens = vec![own(service.risk.breach_impact?, "risk.breach_impact")];
            if let Some(offer) = offer {
                let uplift = theirs(offer.service_levels.breach_uplift, "service_levels.breach_uplift");
                let brackets =
                    [Token::Sign("×"), Token::Sign("("), one(), Token::Sign("+"), uplift, Token::Sign(")")];
                tokens.extend(brackets);
            }
            made(line.impact?, tokens)
        }
        "yearly" => {
            let (often, much) = (figure(line.frequency?, "frequency"), figure(line.impact?, "impact"));
            made(line.yearly()?, vec![often, Token::Sign("×"), much])
        }
        "controls" => {
            let mut tokens = vec![own(service.risk.controls, "risk.controls")];
            if let Some(offer) = offer {
                let avoided = own(service.risk.controls_avoided, "risk.controls_avoided");
                let kept =
                    [Token::Sign("×"), Token::Sign("("), one(), Token::Sign("−"), avoided, Token::Sign(")")];
                tokens.extend(kept);
                for (value, what) in
                    [(offer.governance.controls, "controls"), (offer.governance.audits, "audits")]
                {
                    tokens.extend([Token::Sign("+"), theirs(value, &format!("governance.{what}"))]);
                }
            }
            made(line.controls, tokens)
        }
        "recovery_point" => {
            let promised = offer.and_then(|offer| offer.service_levels.recovery_point);
            recovery(line.recovery_point, promised, what)
        }
        "recovery_time" => {
            let promised = offer.and_then(|offer| offer.service_levels.recovery_time);
            recovery(line.recovery_time, promised, what)
        }
        "breach" => by_month(answer, (line.service, line.vendor), Category::Breach, line.breach),
        "lost" => by_month(answer, (line.service, line.vendor), Category::DataLoss, line.lost),
        _ => None,
    }
}
