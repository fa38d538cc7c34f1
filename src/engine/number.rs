//! The number type that formulas are generic over.

use std::ops::{Add, Div, Mul, Neg, Sub};

use super::Term;
use super::exponential::exp;

/// The answer to a comparison: yes or no, for each value of the number.
pub trait Mask: Copy {
    /// Where both hold.
    #[must_use]
    fn and(self, other: Self) -> Self;
    /// Where one of them holds at least.
    #[must_use]
    fn or(self, other: Self) -> Self;
    /// Whether it holds everywhere.
    #[must_use]
    fn all(self) -> bool;
    /// Whether it holds anywhere.
    #[must_use]
    fn any(self) -> bool;
}

impl Mask for bool {
    fn and(self, other: Self) -> Self {
        self && other
    }
    fn or(self, other: Self) -> Self {
        self || other
    }
    fn all(self) -> bool {
        self
    }
    fn any(self) -> bool {
        self
    }
}

/// A number of the engine. All implementations compute the same value to the last bit.
///
/// A number may stand for several paths of a simulation at once ([`Lanes`](super::Lanes)). Where a formula has two branches it is
/// therefore written as a choice by a [`Mask`]; a branch that is not goes by [`Number::decide`], or by [`Number::value`], and is left to
/// one path at a time where they do not agree.
pub trait Number:
    Copy + Add<Output = Self> + Sub<Output = Self> + Mul<Output = Self> + Div<Output = Self> + Neg<Output = Self>
{
    /// What a comparison yields.
    type Mask: Mask;
    /// How many paths it stands for.
    const PATHS: usize = 1;
    /// A constant of the formula.
    fn of(value: f64) -> Self;
    /// What each of its paths has.
    #[must_use]
    fn gather(of: impl Fn(usize) -> f64) -> Self {
        Self::of(of(0))
    }
    /// The value on one of its paths.
    fn on(self, _path: usize) -> f64 {
        self.value()
    }
    /// The plain value: for what is the same on all paths.
    fn value(self) -> f64;
    /// The greatest value on any path.
    #[must_use]
    fn most(self) -> f64 {
        self.value()
    }
    /// Whether this number is greater.
    fn more_than(self, other: Self) -> Self::Mask;
    /// Whether this number is greater, or the same.
    fn at_least(self, other: Self) -> Self::Mask;
    /// The one where the mask holds, the other where it does not.
    #[must_use]
    fn choose(mask: Self::Mask, one: Self, other: Self) -> Self;
    /// As [`Number::choose`], where no more is worked out than is wanted.
    #[must_use]
    fn pick(mask: Self::Mask, one: impl FnOnce() -> Self, other: impl FnOnce() -> Self) -> Self {
        if mask.all() {
            one()
        } else if mask.any() {
            Self::choose(mask, one(), other())
        } else {
            other()
        }
    }
    /// A branch that is taken or not taken by all paths.
    fn decide(mask: Self::Mask) -> bool {
        mask.all()
    }
    /// The greater of two.
    #[must_use]
    fn or_more(self, other: Self) -> Self;
    /// The lesser of two.
    #[must_use]
    fn or_less(self, other: Self) -> Self;
    /// This number to a constant power, by `libm`, which is the same on every platform.
    #[must_use]
    fn power(self, exponent: f64) -> Self;
    /// This number to the powers 0, 1/12, 2/12, … of so many months: by the month within a year, by whole years beyond it.
    #[must_use]
    fn powers(self, months: usize) -> Vec<Self>;
    /// What an algorithm makes of this number: an explanation shows it as a value.
    #[must_use]
    fn mapped(self, term: Term, f: impl Fn(f64) -> f64) -> Self;
    /// e to this power.
    #[must_use]
    fn exp(self, term: Term) -> Self {
        self.mapped(term, exp)
    }
    /// The value of that rank, from 0, among the months of a year at most.
    #[must_use]
    fn ranked(values: &[Self], rank: usize) -> Self;
    /// People by month of their service, a month later: a share of them stays, and newcomers come first. What of so many people those who
    /// learn leave to be productive, when each in month k loses `lost[k]`.
    #[must_use]
    fn aged(cohorts: &mut [Self], lost: &[Self], stay: Self, joined: Self, people: Self) -> Self {
        let (mut entering, mut productive) = (joined, people);
        for (cohort, lost) in cohorts.iter_mut().zip(lost) {
            let older = *cohort * stay;
            productive = productive - entering * *lost;
            *cohort = entering;
            entering = older;
        }
        productive
    }
    /// An entry of the ledger with an amount more; nothing changes nothing.
    #[must_use]
    fn booked(self, amount: Self, term: Term) -> Self {
        if self.is_some().any() && amount.is_some().any() {
            return (self + amount).named(term);
        }
        if amount.is_some().any() { amount } else { self }
    }
    /// The result of a formula, under the name that the reader knows it by.
    #[must_use]
    fn named(self, _: Term) -> Self {
        self
    }
    /// The result of an algorithm rather than a formula: an explanation shows it as a value.
    #[must_use]
    fn computed(self, _: Term) -> Self {
        self
    }
    /// Nothing.
    #[must_use]
    fn zero() -> Self {
        Self::of(0.0)
    }
    /// One.
    #[must_use]
    fn one() -> Self {
        Self::of(1.0)
    }
    /// This number, or zero if it is negative.
    #[must_use]
    fn positive(self) -> Self {
        self.or_more(Self::zero())
    }
    /// Whether it is above zero.
    fn is_positive(self) -> Self::Mask {
        self.more_than(Self::zero())
    }
    /// Whether it is not zero.
    fn is_some(self) -> Self::Mask {
        let zero = Self::zero();
        self.more_than(zero).or(zero.more_than(self))
    }
    /// self ÷ other, and 0 where other is 0: for shares of nothing.
    #[must_use]
    fn share_of(self, other: Self) -> Self {
        Self::pick(other.is_some(), || self / other, Self::zero)
    }
}

impl Number for f64 {
    type Mask = bool;
    fn of(value: f64) -> Self {
        value
    }
    fn value(self) -> f64 {
        self
    }
    fn more_than(self, other: Self) -> bool {
        self > other
    }
    fn at_least(self, other: Self) -> bool {
        self >= other
    }
    fn choose(mask: bool, one: Self, other: Self) -> Self {
        if mask { one } else { other }
    }
    fn or_more(self, other: Self) -> Self {
        if self > other { self } else { other }
    }
    fn or_less(self, other: Self) -> Self {
        if self < other { self } else { other }
    }
    fn power(self, exponent: f64) -> Self {
        libm::pow(self, exponent)
    }
    fn powers(self, months: usize) -> Vec<Self> {
        let monthly = libm::pow(self, 1.0 / 12.0);
        let (mut year, mut power) = (1.0, 1.0);
        (0..=months)
            .map(|month| {
                match month {
                    0 => {}
                    month if month.is_multiple_of(12) => {
                        year *= self;
                        power = year;
                    }
                    _ => power *= monthly,
                }
                power
            })
            .collect()
    }
    fn mapped(self, _: Term, f: impl Fn(f64) -> f64) -> Self {
        f(self)
    }
    fn ranked(values: &[Self], rank: usize) -> Self {
        let mut values = values.to_vec();
        crate::order::sort_by(&mut values, |a, b| a > b);
        values[rank]
    }
    fn booked(self, amount: Self, _: Term) -> Self {
        self + amount
    }
}
