//! Some paths of a simulation at once.

use std::array::from_fn;
use std::cell::Cell;
use std::ops::{Add, Div, Mul, Neg, Sub};

use super::exponential::exp;
use super::{Mask, Number, Term};

/// How many paths a number holds.
pub const LANES: usize = 8;

/// The same number on several paths: plain arithmetic side by side, which compilers turn into vector instructions.
///
/// Every lane has the bits that `f64` has. Where these would take different branches that cannot be taken side by side, the
/// calculation notes it ([`Lanes::parted`]), and they are to be run one by one.
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(align(16))]
pub struct Lanes(pub [f64; LANES]);

/// Yes or no for each of these: all bits or none.
#[derive(Clone, Copy, Debug)]
#[repr(align(16))]
pub struct LaneMask([u64; LANES]);

thread_local! {
    static PARTED: Cell<bool> = const { Cell::new(false) };
}

impl Lanes {
    /// Whether lanes wanted different branches since the last time this was asked.
    #[must_use]
    pub fn parted() -> bool {
        PARTED.replace(false)
    }

    #[inline]
    pub(super) fn each(self, f: impl Fn(f64) -> f64) -> Self {
        Lanes(self.0.map(f))
    }

    #[inline]
    pub(super) fn two(self, other: Self, f: impl Fn(f64, f64) -> f64) -> Self {
        Lanes(from_fn(|lane| f(self.0[lane], other.0[lane])))
    }

    #[inline]
    fn compare(self, other: Self, f: impl Fn(f64, f64) -> bool) -> LaneMask {
        LaneMask(from_fn(|lane| u64::from(f(self.0[lane], other.0[lane])).wrapping_neg()))
    }
}

impl Add for Lanes {
    type Output = Self;
    #[inline]
    fn add(self, other: Self) -> Self {
        self.two(other, |a, b| a + b)
    }
}

impl Sub for Lanes {
    type Output = Self;
    #[inline]
    fn sub(self, other: Self) -> Self {
        self.two(other, |a, b| a - b)
    }
}

impl Mul for Lanes {
    type Output = Self;
    #[inline]
    fn mul(self, other: Self) -> Self {
        self.two(other, |a, b| a * b)
    }
}

impl Div for Lanes {
    type Output = Self;
    #[inline]
    fn div(self, other: Self) -> Self {
        self.two(other, |a, b| a / b)
    }
}

impl Neg for Lanes {
    type Output = Self;
    #[inline]
    fn neg(self) -> Self {
        self.each(|a| -a)
    }
}

impl Mask for LaneMask {
    #[inline]
    fn and(self, other: Self) -> Self {
        LaneMask(from_fn(|lane| self.0[lane] & other.0[lane]))
    }
    #[inline]
    fn or(self, other: Self) -> Self {
        LaneMask(from_fn(|lane| self.0[lane] | other.0[lane]))
    }
    #[inline]
    fn all(self) -> bool {
        self.0.iter().fold(u64::MAX, |all, lane| all & lane) != 0
    }
    #[inline]
    fn any(self) -> bool {
        self.0.iter().fold(0, |any, lane| any | lane) != 0
    }
}

impl Number for Lanes {
    type Mask = LaneMask;
    const PATHS: usize = LANES;

    fn gather(of: impl Fn(usize) -> f64) -> Self {
        Lanes(from_fn(of))
    }
    #[inline]
    fn on(self, path: usize) -> f64 {
        self.0[path]
    }
    #[inline]
    fn of(value: f64) -> Self {
        Lanes([value; LANES])
    }
    #[inline]
    fn value(self) -> f64 {
        if self.0[1..].iter().any(|other| other.to_bits() != self.0[0].to_bits()) {
            PARTED.set(true);
        }
        self.0[0]
    }
    fn most(self) -> f64 {
        self.0.into_iter().fold(f64::NEG_INFINITY, |most, one| if one > most { one } else { most })
    }
    #[inline]
    fn more_than(self, other: Self) -> LaneMask {
        self.compare(other, |a, b| a > b)
    }
    #[inline]
    fn at_least(self, other: Self) -> LaneMask {
        self.compare(other, |a, b| a >= b)
    }
    #[inline]
    fn choose(mask: LaneMask, one: Self, other: Self) -> Self {
        Lanes(from_fn(|lane| {
            let (one, other) = (one.0[lane].to_bits(), other.0[lane].to_bits());
            f64::from_bits(one & mask.0[lane] | other & !mask.0[lane])
        }))
    }
    #[inline]
    fn decide(mask: LaneMask) -> bool {
        let (all, any) = (mask.all(), mask.any());
        if any && !all {
            PARTED.set(true);
        }
        all
    }
    #[inline]
    fn or_more(self, other: Self) -> Self {
        self.two(other, |a, b| if a > b { a } else { b })
    }
    #[inline]
    fn or_less(self, other: Self) -> Self {
        self.two(other, |a, b| if a < b { a } else { b })
    }
    fn power(self, exponent: f64) -> Self {
        if self.0[1..].iter().all(|other| other.to_bits() == self.0[0].to_bits()) {
            return Self::of(libm::pow(self.0[0], exponent));
        }
        self.each(|a| libm::pow(a, exponent))
    }
    fn powers(self, months: usize) -> Vec<Self> {
        let monthly = self.power(1.0 / 12.0);
        let (mut year, mut power) = (Self::one(), Self::one());
        (0..=months)
            .map(|month| {
                match month {
                    0 => {}
                    month if month.is_multiple_of(12) => {
                        year = year * self;
                        power = year;
                    }
                    _ => power = power * monthly,
                }
                power
            })
            .collect()
    }
    fn mapped(self, _: Term, f: impl Fn(f64) -> f64) -> Self {
        self.each(f)
    }
    #[inline]
    fn exp(self, _: Term) -> Self {
        exp(self)
    }
    fn ranked(values: &[Self], rank: usize) -> Self {
        // Each sinks among the highest so far, side by side; the last of these is left.
        let mut highest = [Self::of(f64::NEG_INFINITY); 12];
        let highest = &mut highest[..values.len() - rank];
        for value in values {
            let mut sinking = *value;
            for higher in &mut *highest {
                (*higher, sinking) = (higher.or_more(sinking), sinking.or_less(*higher));
            }
        }
        highest[highest.len() - 1]
    }
    #[inline]
    fn booked(self, amount: Self, _: Term) -> Self {
        self + amount
    }
    #[inline]
    fn is_some(self) -> LaneMask {
        LaneMask(from_fn(|lane| u64::from(self.0[lane].abs() > 0.0).wrapping_neg()))
    }
    #[inline]
    fn share_of(self, other: Self) -> Self {
        Self::choose(other.is_some(), self / other, Self::zero())
    }
}
