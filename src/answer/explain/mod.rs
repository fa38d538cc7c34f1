//! Where a figure comes from: the parts it sums, or the formula with this scenario's numbers in it.

mod assured;
mod beside;
mod entry;
mod hidden;
mod skills;
mod steered;
mod sums;
mod vendors;

use serde_json::Value;

use super::compare::{Answer, Compared};
use super::outcome::{Kind, Part};
use super::result::{LOSSES, group_present, losses_present};
use super::scale::late;
use super::vendors::Duty;
use crate::engine::Term;
use crate::engine::ledger::{Category, CostGroup, Nature, Recurrence};
use crate::finance::InternalRate;
use crate::scenario::Input;
use sums::{by_category, by_month, category, flows_at, month_total, of_accounts, recurring_year};

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
    /// What the user calls it.
    Name(String),
    /// A line of a governance plan that has no name of its own.
    Duty(Duty),
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
    match steps.next()? {
        "options" => {}
        "what_if" => return beside::what_if(document, answer, path),
        "cores" => return beside::core(document, answer, path),
        "services" => return beside::line(document, answer, path),
        "responses" => return beside::response(document, answer, path),
        "turn" => return beside::turn(document, answer, path),
        "hidden" => return hidden::explain(document, answer, path),
        "vendors" | "expertise" | "quality" | "security" => return vendors::vendors(document, answer, path),
        _ => return None,
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
            let idle = Token::Number(sum(|part| &part.hours.idle), Label::Term(Term::IdleHours));
            let needed = Token::Number(sum(|part| &part.need), Label::Term(Term::Need));
            formula(measures.idle_share, vec![idle, Token::Sign("÷"), needed])
        }
        ["scale", "service_level", month] => {
            let month: usize = month.parse().ok()?;
            let parts = &option.outcome.parts;
            let level = *option.scale.service_level.get(month)?;
            let of =
                |hours: fn(&Part, usize) -> f64| parts.iter().map(|part| hours(part, month)).sum::<f64>();
            let late = Token::Number(of(late), Label::Term(Term::WaitingHours));
            let needed = Token::Number(of(|part, month| part.need[month]), Label::Term(Term::Need));
            let one = Token::Number(1.0, Label::Constant);
            formula(level, vec![one, Token::Sign("−"), late, Token::Sign("÷"), needed])
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
        ["losses", "total"] => {
            let mut explained = by_category(answer, option, 0.0, "present_value", Some(&answer.factors));
            explained.sum.retain(
                |addend| matches!(addend.label, Label::Category(category) if LOSSES.contains(&category)),
            );
            Some(Explanation { value: losses_present(answer, option), ..explained })
        }
        ["losses", name] => Some(by_month(answer, option, category(name)?, Some(&answer.factors))),
        ["groups", name] => {
            let group = CostGroup::ALL.iter().find(|group| group.name() == *name)?;
            let mut explained = by_category(answer, option, 0.0, "present_value", Some(&answer.factors));
            explained.sum.retain(
                |addend| matches!(addend.label, Label::Category(category) if category.group() == *group),
            );
            Some(Explanation { value: group_present(answer, option, *group), ..explained })
        }
        ["savings", "cumulative", month] => {
            let month: usize = month.parse().ok()?;
            let flows = option.savings.flows.iter().enumerate().take(month + 1);
            let sum = flows.filter(|(_, flow)| flow.abs() > 0.0).map(|(month, flow)| Addend {
                label: Label::Month(month),
                value: *flow,
                path: Some(format!("options.{key}.savings.flows.{month}")),
            });
            let value = *option.savings.cumulative.get(month)?;
            Some(Explanation { value, sum: sum.collect(), ..Explanation::default() })
        }
        ["savings", "flows", month] => {
            let month: usize = month.parse().ok()?;
            let base = answer.option(Kind::BestInHouse)?;
            let what = format!("ledger.total.{month}");
            formula(
                *option.savings.flows.get(month)?,
                vec![
                    reference(Kind::BestInHouse, &what, *base.measures.monthly.get(month)?),
                    Token::Sign("−"),
                    figure(&what, *measures.monthly.get(month)?),
                ],
            )
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
        ["services", index, "left", month] => {
            let part = option.outcome.parts.get(index.parse::<usize>().ok()?)?;
            formula(*part.hours.left.get(month.parse::<usize>().ok()?)?, Vec::new())
        }
        ["services", index, "list_hour"] => beside::list_hour(document, path, (option, index.parse().ok()?)),
        ["services", index, "finish"] => {
            let part = option.outcome.parts.get(index.parse::<usize>().ok()?)?;
            formula(part.hours.finish?, Vec::new())
        }
        ["people", month] => {
            let month: usize = month.parse().ok()?;
            let parts = option.outcome.parts.iter().enumerate();
            let sum: Vec<Addend> = parts
                .map(|(index, part)| Addend {
                    label: Label::Service(index),
                    value: part.people[month],
                    path: None,
                })
                .collect();
            (month <= answer.months).then_some(())?;
            let value = sum.iter().map(|addend| addend.value).sum();
            Some(Explanation { value, sum, ..Explanation::default() })
        }
        ["scale", what @ ("late_share" | "strained_share")] => {
            let parts = &option.outcome.parts;
            let of = |hours: &dyn Fn(&Part, usize) -> f64| -> f64 {
                parts.iter().flat_map(|part| (1..=answer.months).map(|month| hours(part, month))).sum()
            };
            let needed = Token::Number(of(&|part, month| part.need[month]), Label::Term(Term::Need));
            let (value, hours) = if *what == "late_share" {
                let late = Token::Number(of(&late), Label::Term(Term::WaitingHours));
                (option.scale.late_share, vec![late])
            } else {
                let overtime = of(&|part, month| part.hours.overtime[month]);
                let contractor = of(&|part, month| part.hours.contractor[month]);
                let tokens = vec![
                    Token::Sign("("),
                    Token::Number(overtime, Label::Term(Term::OvertimeHours)),
                    Token::Sign("+"),
                    Token::Number(contractor, Label::Term(Term::ContractorHours)),
                    Token::Sign(")"),
                ];
                (option.scale.strained_share, tokens)
            };
            formula(value, hours.into_iter().chain([Token::Sign("÷"), needed]).collect())
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
