//! One entry of the ledger, down to the inputs in its formulas: the engine run once more on numbers that record every step.

use serde_json::Value;

use super::sums::of_category;
use super::{Addend, Answer, Compared, Explanation, Formula, Label, Token};
use crate::engine::ledger::Category;
use crate::engine::plan::{Setting, run};
use crate::engine::trace::{Record, Step, Traced};
use crate::scenario::{Leaves, Row, build, inputs};

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
pub(super) fn cell(
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
        let plan = run(&setting, &part.course);
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
                    room: 0,
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
    /// How many more pieces the formula at hand may have.
    room: usize,
}

/// A formula of more pieces than this explains nothing: its value is shown as worked out.
const MOST_PIECES: usize = 200;

impl Reading<'_> {
    fn all(&mut self) {
        let mut next = 0;
        while next < self.pending.len() {
            let index = self.pending[next];
            next += 1;
            let (step, value) = self.record.step(index);
            let (label, tokens) = match step {
                Step::Named(term, of) => {
                    self.room = MOST_PIECES;
                    let tokens = self.tokens(of, 0);
                    (Label::Term(term), if self.room > 0 { tokens } else { Vec::new() })
                }
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
        self.room = self.room.saturating_sub(1);
        if self.room == 0 {
            return Vec::new();
        }
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
