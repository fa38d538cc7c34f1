//! Figures that are sums: by category, by month.

use super::{Addend, Explanation, Label};
use crate::answer::compare::{Answer, Compared};
use crate::engine::ledger::{Account, Category, Recurrence};
use crate::finance::present_value;

pub(super) fn category(name: &str) -> Option<Category> {
    Category::ALL.iter().copied().find(|category| category.name() == name)
}

/// The amounts of one category by month.
pub(super) fn of_category(answer: &Answer, option: &Compared, category: Category) -> Vec<f64> {
    option.outcome.monthly(answer.months, |account| account.category == category)
}

pub(super) fn weighed(flows: &[f64], factors: Option<&[f64]>) -> f64 {
    match factors {
        Some(factors) => present_value(flows, factors).unwrap_or(0.0),
        None => flows.iter().sum(),
    }
}

pub(super) fn by_category(
    answer: &Answer,
    option: &Compared,
    value: f64,
    basis: &str,
    factors: Option<&[f64]>,
) -> Explanation {
    let key = option.kind().key();
    let sum = Category::ALL
        .iter()
        .map(|category| Addend {
            label: Label::Category(*category),
            value: weighed(&of_category(answer, option, *category), factors),
            path: Some(format!("options.{key}.categories.{}.{basis}", category.name())),
        })
        .filter(|addend| addend.value.abs() > 0.0)
        .collect();
    Explanation { value, sum, ..Explanation::default() }
}

/// The present value of the accounts that satisfy a condition, by category.
pub(super) fn of_accounts(
    answer: &Answer,
    option: &Compared,
    value: f64,
    which: fn(&Account) -> bool,
) -> Explanation {
    let sum = Category::ALL
        .iter()
        .map(|category| {
            let flows = option
                .outcome
                .monthly(answer.months, |account| account.category == *category && which(account));
            Addend {
                label: Label::Category(*category),
                value: weighed(&flows, Some(&answer.factors)),
                path: None,
            }
        })
        .filter(|addend| addend.value.abs() > 0.0)
        .collect();
    Explanation { value, sum, ..Explanation::default() }
}

/// What is saved in the last twelve months of running, by category.
pub(super) fn recurring_year(answer: &Answer, base: &Compared, option: &Compared, value: f64) -> Explanation {
    let sum = Category::ALL
        .iter()
        .map(|category| {
            let year = |of: &Compared| -> f64 {
                let which = |account: &Account| {
                    account.category == *category && account.recurrence == Recurrence::Recurring
                };
                of.outcome.monthly(answer.months, which).iter().rev().take(12).sum()
            };
            Addend { label: Label::Category(*category), value: year(base) - year(option), path: None }
        })
        .filter(|addend| addend.value.abs() > 0.0)
        .collect();
    Explanation { value, sum, ..Explanation::default() }
}

/// A rate, and the savings of every month that it is the rate of.
pub(super) fn flows_at(rate: f64, flows: &[f64]) -> Explanation {
    let months = flows.iter().enumerate().filter(|(_, flow)| flow.abs() > 0.0);
    let sum =
        months.map(|(month, flow)| Addend { label: Label::Month(month), value: *flow, path: None }).collect();
    Explanation { value: rate, sum, ..Explanation::default() }
}

pub(super) fn by_month(
    answer: &Answer,
    option: &Compared,
    category: Category,
    factors: Option<&[f64]>,
) -> Explanation {
    let flows = of_category(answer, option, category);
    let key = option.kind().key();
    let sum = flows
        .iter()
        .enumerate()
        .filter(|(_, amount)| amount.abs() > 0.0)
        .map(|(month, amount)| Addend {
            label: Label::Month(month),
            value: amount * factors.map_or(1.0, |factors| factors[month]),
            path: Some(format!("options.{key}.ledger.{}.{month}", category.name())),
        })
        .collect();
    Explanation { value: weighed(&flows, factors), sum, ..Explanation::default() }
}

pub(super) fn month_total(answer: &Answer, option: &Compared, month: usize) -> Explanation {
    let key = option.kind().key();
    let sum: Vec<Addend> = Category::ALL
        .iter()
        .filter_map(|category| {
            let value = *of_category(answer, option, *category).get(month)?;
            Some(Addend {
                label: Label::Category(*category),
                value,
                path: Some(format!("options.{key}.ledger.{}.{month}", category.name())),
            })
        })
        .filter(|addend| addend.value.abs() > 0.0)
        .collect();
    let value = option.measures.monthly.get(month).copied().unwrap_or(0.0);
    Explanation { value, sum, ..Explanation::default() }
}
