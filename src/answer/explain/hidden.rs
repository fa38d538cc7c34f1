//! What a quote does not show: sums of categories, or what the fees would be without it.

use serde_json::Value;

use super::beside::worked_out;
use super::sums::weighed;
use super::{Addend, Explanation, Formula, Label, Token};
use crate::answer::hidden::{HiddenCost, hidden};
use crate::answer::{Answer, Kind};
use crate::engine::ledger::Category;
use crate::scenario::{Input, inputs, plan_values};

/// `hidden.VENDOR.COST`, `hidden.VENDOR.fees` and `hidden.VENDOR.total`.
pub(super) fn explain(document: &Value, answer: &Answer, path: &str) -> Option<Explanation> {
    let mut steps = path.split('.').skip(1);
    let (vendor, what): (usize, &str) = (steps.next()?.parse().ok()?, steps.next()?);
    let found = hidden(&plan_values(document), answer, vendor)?;
    let option = answer.option(Kind::Outsourced(vendor))?;
    let key = option.kind().key();
    let named = |name: &str| Label::Figure(format!("hidden.{vendor}.{name}"));
    let of_category = |category: Category| {
        let monthly = option.outcome.monthly(answer.months, |account| account.category == category);
        (
            weighed(&monthly, Some(&answer.factors)),
            format!("options.{key}.categories.{}.present_value", category.name()),
        )
    };
    let (categories, cause): (&[Category], &[&str]) = match what {
        "total" => {
            let addend = |cost: &HiddenCost| Addend {
                label: named(cost.name()),
                value: found.of(*cost),
                path: Some(format!("hidden.{vendor}.{}", cost.name())),
            };
            let sum = HiddenCost::ALL.iter().map(addend).filter(|addend| addend.value.abs() > 0.0).collect();
            return Some(Explanation { value: found.total(), sum, ..Explanation::default() });
        }
        "fees" => {
            let (fees, path_of_fees) = of_category(Category::Fees);
            let mut tokens = vec![Token::Number(fees, Label::Figure(path_of_fees))];
            for cost in [HiddenCost::Rework, HiddenCost::Distance, HiddenCost::Learning, HiddenCost::Parallel]
            {
                tokens.extend([Token::Sign("−"), Token::Number(found.of(cost), named(cost.name()))]);
            }
            let formulas = vec![Formula { label: named(what), value: found.fees, tokens }];
            return Some(Explanation { value: found.fees, formulas, ..Explanation::default() });
        }
        "governance" => (&[Category::Governance], &[]),
        "moving" => {
            (&[Category::Selection, Category::Transition, Category::Retention, Category::Severance], &[])
        }
        "exit" => (&[Category::Exit, Category::EarlyEnd], &[]),
        "rework" => (&[], &["quality.rework"]),
        "distance" => (&[], &["quality.distance"]),
        "learning" => (&[], &["quality.first", "quality.mature", "quality.months"]),
        "parallel" => (&[], &["transition.parallel_months", "transition.parallel_billing"]),
        _ => return None,
    };
    let cost = HiddenCost::ALL.iter().find(|cost| cost.name() == what)?;
    let value = found.of(*cost);
    if categories.is_empty() {
        let stated = causes(document, option.outcome.parts.iter().map(|part| part.course.offer), cause);
        return Some(Explanation { inputs: stated, ..worked_out(path, value) });
    }
    let sum = categories.iter().map(|category| {
        let (value, path) = of_category(*category);
        Addend { label: Label::Category(*category), value, path: Some(path) }
    });
    let sum = sum.filter(|addend| addend.value.abs() > 0.0).collect();
    Some(Explanation { value, sum, ..Explanation::default() })
}

/// The inputs of the offers taken that a cost comes from.
fn causes(document: &Value, offers: impl Iterator<Item = Option<usize>>, of: &[&str]) -> Vec<Input> {
    let taken = offers.enumerate().filter_map(|(service, offer)| Some((service, offer?)));
    let paths: Vec<String> = taken
        .flat_map(|(service, offer)| {
            of.iter().map(move |path| format!("services.{service}.offers.{offer}.{path}"))
        })
        .collect();
    inputs(document).into_iter().filter(|input| paths.contains(&input.path)).collect()
}
