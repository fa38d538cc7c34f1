//! The number type that formulas are generic over.

use std::ops::{Add, Div, Mul, Neg, Sub};

use super::Term;

/// A number of the engine. All implementations compute the same value to the last bit.
pub trait Number:
    Copy + Add<Output = Self> + Sub<Output = Self> + Mul<Output = Self> + Div<Output = Self> + Neg<Output = Self>
{
    /// A constant of the formula.
    fn of(value: f64) -> Self;
    /// The plain value.
    fn value(self) -> f64;
    /// The greater of two.
    #[must_use]
    fn or_more(self, other: Self) -> Self;
    /// The lesser of two.
    #[must_use]
    fn or_less(self, other: Self) -> Self;
    /// This number to a constant power, by `libm`, which is the same on every platform.
    #[must_use]
    fn power(self, exponent: f64) -> Self;
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
    /// self ÷ other, and 0 where other is 0: for shares of nothing.
    #[must_use]
    fn share_of(self, other: Self) -> Self {
        if other.value().abs() > 0.0 { self / other } else { Self::zero() }
    }
}

impl Number for f64 {
    fn of(value: f64) -> Self {
        value
    }
    fn value(self) -> f64 {
        self
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
}
