//! Where a figure comes from: the parts it sums, or the formula with this scenario's numbers in it.

use serde_json::Value;

use super::compare::{Answer, Compared};
use super::options::Kind;
use crate::engine::Term;
use crate::engine::ledger::Category;
use crate::engine::plan::{Setting, run};
use crate::engine::trace::{Record, Step, Traced};
use crate::finance::present_value;
use crate::scenario::{Input, Leaves, Row, build, inputs};

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
        ["categories", name, basis @ ("present_value" | "nominal")] => {
            let factors = (*basis == "present_value").then_some(answer.factors.as_slice());
            Some(by_month(answer, option, category(name)?, factors))
        }
        ["ledger", "total", month] => Some(month_total(answer, option, month.parse().ok()?)),
        ["ledger", name, month] => cell(document, answer, option, category(name)?, month.parse().ok()?),
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
                    let payback = if *what == "payback" { saved.payback } else { saved.discounted_payback };
                    let month = payback?.months()?;
                    let near = (month as usize).saturating_sub(1)..=(month as usize + 2).min(answer.months);
                    Some(Explanation {
                        value: month,
                        sum: near
                            .map(|month| Addend {
                                label: Label::Month(month),
                                value: saved.cumulative[month],
                                path: None,
                            })
                            .collect(),
                        ..Explanation::default()
                    })
                }
                "run_rate" => Some(Explanation {
                    value: saved.run_rate,
                    formulas: vec![Formula {
                        label: Label::Figure(path.to_owned()),
                        value: saved.run_rate,
                        tokens: Vec::new(),
                    }],
                    ..Explanation::default()
                }),
                _ => None,
            }
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

/// Records every input of a scenario as it is read.
struct Inputs<'a> {
    record: &'a Record,
    paths: Vec<String>,
}

impl<'a> Leaves<Traced<'a>> for Inputs<'a> {
    fn number(&mut self, path: &str, _: &'static Row, value: f64, _: bool) -> Traced<'a> {
        self.paths.push(path.to_owned());
        self.record.input(self.paths.len() - 1, value)
    }
}

/// One entry of the ledger, service by service, each with its formulas.
fn cell(
    document: &Value,
    answer: &Answer,
    option: &Compared,
    category: Category,
    month: usize,
) -> Option<Explanation> {
    if month > answer.months {
        return None;
    }
    let record = Record::default();
    let mut leaves = Inputs { record: &record, paths: Vec::new() };
    let scenario = build(document, &mut leaves);
    let known = inputs(document);
    let mut explanation =
        Explanation { value: of_category(answer, option, category)[month], ..Explanation::default() };
    for (index, part) in option.outcome.parts.iter().enumerate() {
        let setting = Setting::new(&scenario, index);
        let plan = run(&setting, part.course);
        let mut value = 0.0;
        for line in plan.ledger.lines.iter().filter(|line| line.account.category == category) {
            let amount = line.amounts[month];
            value += crate::engine::Number::value(amount);
            if let Some(step) = amount.step().filter(|_| crate::engine::Number::value(amount).abs() > 0.0) {
                let mut reading = Reading {
                    record: &record,
                    paths: &leaves.paths,
                    formulas: Vec::new(),
                    inputs: Vec::new(),
                    pending: vec![step],
                };
                reading.all();
                explanation.formulas.append(&mut reading.formulas);
                for path in reading.inputs {
                    if !explanation.inputs.iter().any(|input| input.path == path) {
                        explanation.inputs.extend(known.iter().find(|input| input.path == path).cloned());
                    }
                }
            }
        }
        if option.outcome.parts.len() > 1 && value.abs() > 0.0 {
            explanation.sum.push(Addend { label: Label::Service(index), value, path: None });
        }
    }
    let shared: f64 = option
        .outcome
        .shared
        .lines
        .iter()
        .filter(|line| line.account.category == category)
        .map(|line| line.amounts[month])
        .sum();
    if shared.abs() > 0.0 {
        explanation.sum.push(Addend { label: Label::Shared, value: shared, path: None });
    }
    Some(explanation)
}

/// Reads formulas out of a record: one for every named quantity that a figure rests on.
struct Reading<'a> {
    record: &'a Record,
    paths: &'a [String],
    formulas: Vec<Formula>,
    inputs: Vec<String>,
    pending: Vec<usize>,
}

impl Reading<'_> {
    fn all(&mut self) {
        let mut next = 0;
        while next < self.pending.len() {
            let index = self.pending[next];
            next += 1;
            let (step, value) = self.record.step(index);
            let (label, tokens) = match step {
                Step::Named(term, of) => (Label::Term(term), self.tokens(of, 0)),
                Step::Computed(term) => (Label::Term(term), Vec::new()),
                _ => continue,
            };
            if !self
                .formulas
                .iter()
                .any(|formula| formula.label == label && formula.value.total_cmp(&value).is_eq())
            {
                self.formulas.push(Formula { label, value, tokens });
            }
        }
    }

    /// The right-hand side of a step; brackets where the operator around it binds more tightly (1: sums, 2: products, 3: powers).
    fn tokens(&mut self, index: usize, around: u8) -> Vec<Token> {
        let (step, value) = self.record.step(index);
        let two = |this: &mut Self, a: usize, b: usize, sign: &'static str, level: u8, right: u8| {
            let mut tokens = this.tokens(a, level);
            tokens.push(Token::Sign(sign));
            tokens.extend(this.tokens(b, right));
            if level < around {
                tokens.insert(0, Token::Sign("("));
                tokens.push(Token::Sign(")"));
            }
            tokens
        };
        match step {
            Step::Input(position) => {
                let path = self.paths[position].clone();
                if !self.inputs.contains(&path) {
                    self.inputs.push(path.clone());
                }
                vec![Token::Number(value, Label::Input(path))]
            }
            Step::Named(term, _) | Step::Computed(term) => {
                if !self.pending.contains(&index) {
                    self.pending.push(index);
                }
                vec![Token::Number(value, Label::Term(term))]
            }
            Step::Constant => vec![Token::Number(value, Label::Constant)],
            Step::Add(a, b) => two(self, a, b, "+", 1, 1),
            Step::Subtract(a, b) => two(self, a, b, "−", 1, 2),
            Step::Multiply(a, b) => two(self, a, b, "×", 2, 2),
            Step::Divide(a, b) => two(self, a, b, "÷", 2, 3),
            Step::Greater(a, b) => self.chosen(a, b, true),
            Step::Lesser(a, b) => self.chosen(a, b, false),
            Step::Negative(a) => {
                let mut tokens = vec![Token::Sign("−")];
                tokens.extend(self.tokens(a, 3));
                tokens
            }
            Step::Power(a, exponent) => {
                let mut tokens = self.tokens(a, 4);
                tokens.push(Token::Sign("^"));
                tokens.push(Token::Number(exponent, Label::Constant));
                tokens
            }
        }
    }

    /// max(a; b) or min(a; b).
    fn chosen(&mut self, a: usize, b: usize, greater: bool) -> Vec<Token> {
        let mut tokens = vec![Token::Sign(if greater { "max(" } else { "min(" })];
        tokens.extend(self.tokens(a, 0));
        tokens.push(Token::Sign(";"));
        tokens.extend(self.tokens(b, 0));
        tokens.push(Token::Sign(")"));
        tokens
    }
}
