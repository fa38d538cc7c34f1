//! Figures beside the plan's own: what-ifs, sizes of the core, break-evens. Each is a plan of its own, explained by its categories.

use serde_json::Value;

use super::sums::weighed;
use super::{Addend, Explanation, Formula, Label, Token};
use crate::answer::break_even::with;
use crate::answer::compare::{Answer, Compared, answer, factors, held};
use crate::answer::core_curve::{core_curves, with_core};
use crate::answer::options::Options;
use crate::answer::outcome::{Kind, Outcome};
use crate::answer::response::responses;
use crate::answer::what_if::{Case, asked, cases};
use crate::engine::Term;
use crate::engine::ledger::Category;
use crate::finance::present_value;
use crate::scenario::{Input, inputs, plan_values};

/// `what_if.i.saved`, and the present values that it is the difference of.
pub(super) fn what_if(document: &Value, plan: &Answer, path: &str) -> Option<Explanation> {
    let mut steps = path.split('.').skip(1);
    let (index, what) = (steps.next()?.parse().ok()?, steps.next()?);
    let kind = plan.contender()?;
    let (_, changed) = cases(&plan_values(document), kind).into_iter().nth(index)?;
    let found = answer(&changed);
    let (reference, option) = (found.option(Kind::BestInHouse)?, asked(&found, kind)?);
    let of = match what {
        "as_is" => found.option(Kind::AsIs)?,
        "best_in_house" => reference,
        "option" => option,
        "saved" => {
            let label = |side: &str| Label::Figure(format!("what_if.{index}.{side}"));
            return Some(difference(
                path,
                (reference.measures.present, label("best_in_house")),
                (option.measures.present, label("option")),
            ));
        }
        _ => return None,
    };
    Some(by_category(&of.outcome, &found.factors))
}

/// `cores.i.saved.k`, and `cores.i.cost.k`, which it is the difference to.
pub(super) fn core(document: &Value, plan: &Answer, path: &str) -> Option<Explanation> {
    let mut steps = path.split('.').skip(1);
    let index: usize = steps.next()?.parse().ok()?;
    let (what, position) = (steps.next()?, steps.next()?.parse::<usize>().ok()?);
    let scenario = plan_values(document);
    let curve =
        (0..scenario.vendors.len()).flat_map(|vendor| core_curves(&scenario, plan, vendor)).nth(index)?;
    if what == "monthly" {
        return Some(worked_out(path, *curve.monthly?.get(position)?));
    }
    if position >= curve.saved.len() {
        return None;
    }
    let sized = with_core(&scenario, plan, (curve.vendor, curve.service), position * curve.step)?;
    let cost = by_category(&sized, &plan.factors);
    Some(match what {
        "needed" => worked_out(path, *curve.needed.get(position)?),
        "rule" => {
            let rule = curve.rule?;
            let tokens = vec![
                Token::Number(rule.own, Label::Term(Term::OwnPersonMonth)),
                Token::Sign("÷"),
                Token::Number(rule.flex, Label::Term(Term::FlexPersonMonth)),
            ];
            let formulas =
                vec![Formula { label: Label::Figure(path.to_owned()), value: rule.share(), tokens }];
            Explanation { value: rule.share(), formulas, ..Explanation::default() }
        }
        "saved" => difference(
            path,
            (
                plan.options[1].measures.present,
                Label::Figure("options.best_in_house.present_value".to_owned()),
            ),
            (cost.value, Label::Figure(format!("cores.{index}.cost.{position}"))),
        ),
        _ => cost,
    })
}

/// `responses.i.extra.OPTION`, what a change of demand adds; `responses.i.elasticity.OPTION`; and `responses.i.present.OPTION`, on which both
/// rest.
pub(super) fn response(document: &Value, plan: &Answer, path: &str) -> Option<Explanation> {
    let mut steps = path.split('.').skip(1);
    let index: usize = steps.next()?.parse().ok()?;
    let (what, key) = (steps.next()?, steps.next()?);
    let scenario = plan_values(document);
    let place = plan.options.iter().position(|option| option.kind().key() == key)?;
    let changed =
        cases(&scenario, Kind::BestInHouse).into_iter().filter(|(case, _)| case.is_of_demand()).nth(index)?;
    let changed = [(changed.0, answer(&changed.1))];
    let found = responses(&changed, plan).remove(0);
    let now = plan.options[place].measures.present;
    let then = found.present[place]?;
    let of = (then, Label::Figure(format!("responses.{index}.present.{key}")));
    let to = (now, Label::Figure(format!("options.{key}.present_value")));
    match what {
        "extra" => Some(difference(path, of, to)),
        "elasticity" => {
            let Case::Demand(by) = found.case else { return None };
            let value = found.elasticity(plan, place)?;
            let number = |(value, label): &(f64, Label)| Token::Number(*value, label.clone());
            let one = Token::Number(1.0, Label::Constant);
            let tokens = vec![
                Token::Sign("("),
                number(&of),
                Token::Sign("÷"),
                number(&to),
                Token::Sign("−"),
                one,
                Token::Sign(") ÷"),
                Token::Number(by - 1.0, Label::Constant),
            ];
            let formulas = vec![Formula { label: Label::Figure(path.to_owned()), value, tokens }];
            Some(Explanation { value, formulas, ..Explanation::default() })
        }
        _ => {
            let (_, found) = &changed[0];
            Some(by_category(&found.by_key(key)?.outcome, &found.factors))
        }
    }
}

/// `turn.z.PATH`: the z-th value of the input at PATH that turns the answer. With `.best_in_house` or `.option` after it, what that
/// costs there.
pub(super) fn turn(document: &Value, plan: &Answer, path: &str) -> Option<Explanation> {
    let (zero, input) = path.strip_prefix("turn.")?.split_once('.')?;
    let (input, side) = ["best_in_house", "option"]
        .into_iter()
        .find_map(|side| Some((input.strip_suffix(side)?.strip_suffix('.')?, Some(side))))
        .unwrap_or((input, None));
    let kind = plan.contender()?;
    let found = crate::answer::turn(document, kind, input)?;
    let value = found.at(zero.parse().ok()?)?;
    let held = held(&plan_values(document), kind)?;
    let scenario = with(document, input, value);
    let factors = factors(&scenario);
    let (reference, option) = Options::new(&scenario, &factors).pair(kind, &held, &mut None);
    match side {
        Some("option") => Some(by_category(&option, &factors)),
        Some(_) => Some(by_category(&reference, &factors)),
        None => {
            let present = |of: &Outcome| present_value(&of.flows.all, &factors).unwrap_or(0.0);
            let label = |side: &str| Label::Figure(format!("turn.{zero}.{input}.{side}"));
            let shown = difference(
                &format!("turn.{zero}.{input}.saved"),
                (present(&reference), label("best_in_house")),
                (present(&option), label("option")),
            );
            let inputs = vec![found.input];
            Some(Explanation { value, inputs, ..shown })
        }
    }
}

/// `services.i.agents.h`: agents at a live desk in an hour of the week, with the inputs that Erlang C takes; `services.i.held.t` and
/// `services.i.stored.t`: terabytes, and with their copies.
pub(super) fn line(document: &Value, plan: &Answer, path: &str) -> Option<Explanation> {
    let mut steps = path.split('.').skip(1);
    let (service, what, at): (usize, &str, usize) =
        (steps.next()?.parse().ok()?, steps.next()?, steps.next()?.parse().ok()?);
    let scenario = plan_values(document);
    let stated = scenario.services.get(service)?;
    let (work, inner) = if what == "agents" { ("support", "") } else { ("data", "copies") };
    let (work, demand) =
        (format!("services.{service}.{work}.{inner}"), format!("services.{service}.demand."));
    let inputs = inputs(document)
        .into_iter()
        .filter(|input| input.path.starts_with(&demand) || input.path.starts_with(&work))
        .collect();
    if what == "agents" {
        let value = *crate::answer::desk_agents(stated)?.get(at)?;
        return Some(Explanation { inputs, ..worked_out(path, value) });
    }
    let held = *plan.options[0].outcome.parts.get(service)?.demand.get(at)?;
    if what == "held" {
        return Some(Explanation { inputs, ..worked_out(path, held) });
    }
    let value = held * stated.data.copies;
    let tokens = vec![
        Token::Number(held, Label::Figure(format!("services.{service}.held.{at}"))),
        Token::Sign("×"),
        Token::Number(stated.data.copies, Label::Input(format!("services.{service}.data.copies"))),
    ];
    let formulas = vec![Formula { label: Label::Figure(path.to_owned()), value, tokens }];
    Some(Explanation { value, formulas, inputs, ..Explanation::default() })
}

/// `options.OPTION.services.i.list_hour`: what an hour of one's own work costs once settled, with the inputs of price and productivity.
pub(super) fn list_hour(
    document: &Value,
    path: &str,
    (option, service): (&Compared, usize),
) -> Option<Explanation> {
    let part = option.outcome.parts.get(service)?;
    let offer = part.course.offer?;
    let at = ["price", "quality"].map(|group| format!("services.{service}.offers.{offer}.{group}."));
    let stated = |input: &Input| at.iter().any(|at| input.path.starts_with(at)) && input.value.is_some();
    let inputs = inputs(document).into_iter().filter(stated).collect();
    Some(Explanation { inputs, ..worked_out(path, part.list_hour?) })
}

/// What an algorithm yields.
pub(super) fn worked_out(path: &str, value: f64) -> Explanation {
    let formulas = vec![Formula { label: Label::Figure(path.to_owned()), value, tokens: Vec::new() }];
    Explanation { value, formulas, ..Explanation::default() }
}

/// What an option saves, as the difference of two present values.
fn difference(path: &str, (reference, of): (f64, Label), (cost, to): (f64, Label)) -> Explanation {
    let value = reference - cost;
    let tokens = vec![Token::Number(reference, of), Token::Sign("−"), Token::Number(cost, to)];
    let formulas = vec![Formula { label: Label::Figure(path.to_owned()), value, tokens }];
    Explanation { value, formulas, ..Explanation::default() }
}

/// The present value of an option by category.
fn by_category(outcome: &Outcome, factors: &[f64]) -> Explanation {
    let months = factors.len() - 1;
    let sum = Category::ALL
        .iter()
        .map(|category| Addend {
            label: Label::Category(*category),
            value: weighed(&outcome.monthly(months, |account| account.category == *category), Some(factors)),
            path: None,
        })
        .filter(|addend| addend.value.abs() > 0.0)
        .collect();
    Explanation { value: weighed(&outcome.flows.all, Some(factors)), sum, ..Explanation::default() }
}
