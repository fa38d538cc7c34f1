//! Where a figure comes from: the parts it sums, or the formula with this scenario's numbers in it.

mod entry;

use serde_json::Value;

use super::compare::{Answer, Compared};
use super::options::{Kind, Part};
use crate::engine::Term;
use crate::engine::ledger::{Account, Category, Nature, Recurrence};
use crate::finance::{InternalRate, present_value};
use crate::scenario::Input;

/// What a number in a formula is.
#[derive(Clone, Debug, PartialEq)]
pub enum Label {
    /// A quantity of the engine.
    Term(Term),
    /// An input, by its path.
    Input(String),
    /// A figure of the result file, by its path, which has an explanation of its own.
    Figure(String),
    /// A service, by its position.
    Service(usize),
    /// A month of the plan.
    Month(usize),
    /// A category of the ledger.
    Category(Category),
    /// What a vendor's services share.
    Shared,
    /// A constant of the formula.
    Constant,
}

/// A piece of a formula.
#[derive(Clone, Debug, PartialEq)]
pub enum Token {
    /// A number and what it is.
    Number(f64, Label),
    /// An operator or a bracket.
    Sign(&'static str),
}

/// One formula: what it yields, and how.
#[derive(Clone, Debug, PartialEq)]
pub struct Formula {
    /// What it yields.
    pub label: Label,
    /// The value.
    pub value: f64,
    /// The right-hand side. Empty: an algorithm computed the value.
    pub tokens: Vec<Token>,
}

/// A part of a sum, with the path under which it is explained, if it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Addend {
    /// What it is.
    pub label: Label,
    /// Its value.
    pub value: f64,
    /// The path of the same figure in the result file.
    pub path: Option<String>,
}

/// Where a figure comes from.
#[derive(Clone, Debug, Default)]
pub struct Explanation {
    /// The figure's value.
    pub value: f64,
    /// Formulas, the figure's own first, then those of the quantities in it.
    pub formulas: Vec<Formula>,
    /// The parts that sum to it, where it is a sum.
    pub sum: Vec<Addend>,
    /// The inputs in the formulas.
    pub inputs: Vec<Input>,
}

/// Explains a figure of the result file by its path; None if there is no such figure or it needs no explanation.
#[must_use]
pub fn explain(document: &Value, answer: &Answer, path: &str) -> Option<Explanation> {
    let mut steps = path.split('.');
    if steps.next()? != "options" {
        return None;
    }
    let option = answer.by_key(steps.next()?)?;
    let rest: Vec<&str> = steps.collect();
    let key = option.kind().key();
    let figure =
        |what: &str, value: f64| Token::Number(value, Label::Figure(format!("options.{key}.{what}")));
    let reference = |of: Kind, what: &str, value: f64| {
        Token::Number(value, Label::Figure(format!("options.{}.{what}", of.key())))
    };
    let years = answer.months as f64 / 12.0;
    let measures = &option.measures;
    let formula = |value: f64, tokens: Vec<Token>| {
        Some(Explanation {
            value,
            formulas: vec![Formula { label: Label::Figure(path.to_owned()), value, tokens }],
            ..Explanation::default()
        })
    };
    match rest.as_slice() {
        ["present_value"] => {
            Some(by_category(answer, option, measures.present, "present_value", Some(&answer.factors)))
        }
        ["nominal"] => Some(by_category(answer, option, measures.nominal, "nominal", None)),
        ["present_cash"] => {
            Some(of_accounts(answer, option, measures.present_cash, |account| account.nature == Nature::Cash))
        }
        ["present_consequences"] => {
            Some(of_accounts(answer, option, measures.present_consequences, |account| {
                account.nature == Nature::Consequence
            }))
        }
        ["present_one_off"] => Some(of_accounts(answer, option, measures.present_one_off, |account| {
            account.recurrence == Recurrence::OneOff
        })),
        ["equivalent_annual"] => {
            let yearly = measures.equivalent_annual?;
            // At no present value there is no factor to show.
            let factor = if measures.present.abs() > 0.0 { yearly / measures.present } else { 0.0 };
            let present = figure("present_value", measures.present);
            formula(
                yearly,
                vec![present, Token::Sign("×"), Token::Number(factor, Label::Term(Term::AnnuityFactor))],
            )
        }
        ["idle_share"] => {
            let sum = |of: fn(&Part) -> &Vec<f64>| -> f64 {
                option.outcome.parts.iter().flat_map(|part| &of(part)[1..]).sum()
            };
            let idle = Token::Number(sum(|part| &part.idle), Label::Term(Term::IdleHours));
            let needed = Token::Number(sum(|part| &part.need), Label::Term(Term::Need));
            formula(measures.idle_share, vec![idle, Token::Sign("÷"), needed])
        }
        ["delivered_share"] => {
            let needed: f64 = option.outcome.parts.iter().flat_map(|part| &part.need[1..]).sum();
            let delivered = needed * measures.delivered_share;
            let hours = Label::Figure(format!("options.{key}.delivered_hours"));
            formula(
                measures.delivered_share,
                vec![
                    Token::Number(delivered, hours),
                    Token::Sign("÷"),
                    Token::Number(needed, Label::Term(Term::Need)),
                ],
            )
        }
        ["categories", name, basis @ ("present_value" | "nominal")] => {
            let factors = (*basis == "present_value").then_some(answer.factors.as_slice());
            Some(by_month(answer, option, category(name)?, factors))
        }
        ["ledger", "total", month] => Some(month_total(answer, option, month.parse().ok()?)),
        ["ledger", name, month] => {
            entry::cell(document, answer, option, category(name)?, month.parse().ok()?)
        }
        [against @ ("savings" | "budget"), what] => {
            let (of, saved) = match *against {
                "savings" => (Kind::BestInHouse, &option.savings),
                _ => (Kind::AsIs, &option.budget),
            };
            let base = answer.option(of)?;
            let present = |tokens: Vec<Token>, value: f64| formula(value, tokens);
            match *what {
                "present" => present(
                    vec![
                        reference(of, "present_value", base.measures.present),
                        Token::Sign("−"),
                        figure("present_value", measures.present),
                    ],
                    saved.present,
                ),
                "nominal" => present(
                    vec![
                        reference(of, "nominal", base.measures.nominal),
                        Token::Sign("−"),
                        figure("nominal", measures.nominal),
                    ],
                    saved.nominal,
                ),
                "share" => present(
                    vec![
                        figure(&format!("{against}.present"), saved.present),
                        Token::Sign("÷"),
                        reference(of, "present_value", base.measures.present),
                    ],
                    saved.share?,
                ),
                "amortised" => present(
                    vec![
                        figure(&format!("{against}.nominal"), saved.nominal),
                        Token::Sign("÷"),
                        Token::Number(years, Label::Constant),
                    ],
                    saved.amortised,
                ),
                "return_on_investment" => {
                    let rate = saved.return_on_investment?;
                    let invested = if rate.abs() > 0.0 {
                        saved.present / rate
                    } else {
                        measures.present_one_off - base.measures.present_one_off
                    };
                    present(
                        vec![
                            figure(&format!("{against}.present"), saved.present),
                            Token::Sign("÷"),
                            Token::Number(invested, Label::Figure(format!("options.{key}.present_one_off"))),
                        ],
                        rate,
                    )
                }
                "payback" | "discounted_payback" => {
                    let discounted = *what == "discounted_payback";
                    let payback = if discounted { saved.discounted_payback } else { saved.payback };
                    let month = payback?.months()?;
                    let mut sum = 0.0;
                    let cumulative: Vec<f64> = saved
                        .flows
                        .iter()
                        .zip(&answer.factors)
                        .map(|(flow, factor)| {
                            sum += if discounted { flow * factor } else { *flow };
                            sum
                        })
                        .collect();
                    let near = (month as usize).saturating_sub(1)..=(month as usize + 2).min(answer.months);
                    Some(Explanation {
                        value: month,
                        sum: near
                            .map(|month| Addend {
                                label: Label::Month(month),
                                value: cumulative[month],
                                path: None,
                            })
                            .collect(),
                        ..Explanation::default()
                    })
                }
                "run_rate" => Some(recurring_year(answer, base, option, saved.run_rate)),
                "internal_rate" => match saved.rates(answer.discount_rate).internal {
                    InternalRate::One(rate) => Some(flows_at(rate, &saved.flows)),
                    _ => None,
                },
                "modified_internal_rate" => {
                    Some(flows_at(saved.rates(answer.discount_rate).modified?, &saved.flows))
                }
                _ => None,
            }
        }
        ["cost_per_unit"] => {
            let each = measures.per_unit?;
            let units = Token::Number(measures.nominal / each, Label::Term(Term::Demand));
            formula(each, vec![figure("nominal", measures.nominal), Token::Sign("÷"), units])
        }
        ["cost_per_hour"] => {
            let each = measures.per_hour?;
            formula(
                each,
                vec![
                    figure("nominal", measures.nominal),
                    Token::Sign("÷"),
                    Token::Number(
                        measures.nominal / each,
                        Label::Figure(format!("options.{key}.delivered_hours")),
                    ),
                ],
            )
        }
        _ => None,
    }
}

fn category(name: &str) -> Option<Category> {
    Category::ALL.iter().copied().find(|category| category.name() == name)
}

/// The amounts of one category by month.
fn of_category(answer: &Answer, option: &Compared, category: Category) -> Vec<f64> {
    option.outcome.monthly(answer.months, |account| account.category == category)
}

fn weighed(flows: &[f64], factors: Option<&[f64]>) -> f64 {
    match factors {
        Some(factors) => present_value(flows, factors).unwrap_or(0.0),
        None => flows.iter().sum(),
    }
}

fn by_category(
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
fn of_accounts(answer: &Answer, option: &Compared, value: f64, which: fn(&Account) -> bool) -> Explanation {
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
fn recurring_year(answer: &Answer, base: &Compared, option: &Compared, value: f64) -> Explanation {
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
fn flows_at(rate: f64, flows: &[f64]) -> Explanation {
    let months = flows.iter().enumerate().filter(|(_, flow)| flow.abs() > 0.0);
    let sum =
        months.map(|(month, flow)| Addend { label: Label::Month(month), value: *flow, path: None }).collect();
    Explanation { value: rate, sum, ..Explanation::default() }
}

fn by_month(answer: &Answer, option: &Compared, category: Category, factors: Option<&[f64]>) -> Explanation {
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

fn month_total(answer: &Answer, option: &Compared, month: usize) -> Explanation {
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
