//! A number that remembers how it came about, for explanations.

use std::cell::RefCell;
use std::ops::{Add, Div, Mul, Neg, Sub};

use super::{Number, Term};

/// How a traced number came about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// An input, by its position among those traced.
    Input(usize),
    /// The result of an algorithm, shown as a value.
    Computed(Term),
    /// A formula with a name.
    Named(Term, usize),
    /// a + b.
    Add(usize, usize),
    /// a − b.
    Subtract(usize, usize),
    /// a × b.
    Multiply(usize, usize),
    /// a ÷ b.
    Divide(usize, usize),
    /// The greater of two.
    Greater(usize, usize),
    /// The lesser of two.
    Lesser(usize, usize),
    /// −a.
    Negative(usize),
    /// a to a constant power.
    Power(usize, f64),
    /// A constant.
    Constant,
}

/// The record of a traced calculation: every step with its value.
#[derive(Debug, Default)]
pub struct Record {
    steps: RefCell<Vec<(Step, f64)>>,
}

impl Record {
    fn push(&self, step: Step, value: f64) -> usize {
        let mut steps = self.steps.borrow_mut();
        steps.push((step, value));
        steps.len() - 1
    }

    /// A step with its value.
    #[must_use]
    pub fn step(&self, index: usize) -> (Step, f64) {
        self.steps.borrow()[index]
    }

    /// An input's number, traced.
    pub fn input(&self, position: usize, value: f64) -> Traced<'_> {
        Traced { value, from: Some((self, self.push(Step::Input(position), value))) }
    }
}

/// A number with the step that made it; a constant has none.
#[derive(Clone, Copy, Debug)]
pub struct Traced<'a> {
    value: f64,
    from: Option<(&'a Record, usize)>,
}

impl<'a> Traced<'a> {
    /// The step that made it; None for a constant.
    #[must_use]
    pub fn step(self) -> Option<usize> {
        self.from.map(|(_, index)| index)
    }

    fn two(self, other: Self, value: f64, step: fn(usize, usize) -> Step) -> Self {
        let Some(record) = self.from.or(other.from).map(|(record, _)| record) else {
            return Traced { value, from: None };
        };
        let at = |number: Self| match number.from {
            Some((_, index)) => index,
            None => record.push(Step::Constant, number.value),
        };
        let made = step(at(self), at(other));
        Traced { value, from: Some((record, record.push(made, value))) }
    }

    fn one(self, value: f64, step: impl Fn(usize) -> Step) -> Self {
        Traced { value, from: self.from.map(|(record, index)| (record, record.push(step(index), value))) }
    }
}

impl Add for Traced<'_> {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        self.two(other, self.value + other.value, Step::Add)
    }
}

impl Sub for Traced<'_> {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self.two(other, self.value - other.value, Step::Subtract)
    }
}

impl Mul for Traced<'_> {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        self.two(other, self.value * other.value, Step::Multiply)
    }
}

impl Div for Traced<'_> {
    type Output = Self;
    fn div(self, other: Self) -> Self {
        self.two(other, self.value / other.value, Step::Divide)
    }
}

impl Neg for Traced<'_> {
    type Output = Self;
    fn neg(self) -> Self {
        self.one(-self.value, Step::Negative)
    }
}

impl Number for Traced<'_> {
    type Mask = bool;
    fn of(value: f64) -> Self {
        Traced { value, from: None }
    }
    fn value(self) -> f64 {
        self.value
    }
    fn more_than(self, other: Self) -> bool {
        self.value > other.value
    }
    fn at_least(self, other: Self) -> bool {
        self.value >= other.value
    }
    fn choose(mask: bool, one: Self, other: Self) -> Self {
        if mask { one } else { other }
    }
    fn or_more(self, other: Self) -> Self {
        self.two(other, self.value.or_more(other.value), Step::Greater)
    }
    fn or_less(self, other: Self) -> Self {
        self.two(other, self.value.or_less(other.value), Step::Lesser)
    }
    fn power(self, exponent: f64) -> Self {
        self.one(self.value.power(exponent), |index| Step::Power(index, exponent))
    }
    fn powers(self, months: usize) -> Vec<Self> {
        let powers = self.value.powers(months).into_iter().enumerate();
        powers
            .map(|(month, power)| self.one(power, |index| Step::Power(index, month as f64 / 12.0)))
            .collect()
    }
    fn mapped(self, term: Term, f: impl Fn(f64) -> f64) -> Self {
        self.one(f(self.value), |_| Step::Computed(term))
    }
    fn ranked(values: &[Self], rank: usize) -> Self {
        let mut values = values.to_vec();
        crate::order::sort_by(&mut values, |a, b| a.value > b.value);
        values[rank]
    }
    fn named(self, term: Term) -> Self {
        self.one(self.value, |index| Step::Named(term, index))
    }
    fn computed(self, term: Term) -> Self {
        self.one(self.value, |_| Step::Computed(term))
    }
}
