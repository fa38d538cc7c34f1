//! Some paths of a simulation at once.

use std::array::from_fn;
use std::cell::Cell;
use std::ops::{Add, Div, Mul, Neg, Sub};

use wide::f64x2;

use super::exponential::exps;
use super::{Mask, Number, Term};

/// How many paths a number holds.
pub const LANES: usize = 8;

/// How many of these a register has.
const PAIR: usize = 2;

/// The same number on several paths, by vector instructions.
///
/// Every lane has the bits that `f64` has. Where these would take different branches that cannot be taken side by side, the
/// calculation notes it ([`Lanes::parted`]), and they are to be run one by one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lanes([f64x2; LANES / PAIR]);

/// Yes or no for each of these: all bits or none.
#[derive(Clone, Copy, Debug)]
pub struct LaneMask([f64x2; LANES / PAIR]);

thread_local! {
    static PARTED: Cell<bool> = const { Cell::new(false) };
}

impl Lanes {
    /// Whether lanes wanted different branches since the last time this was asked.
    #[must_use]
    pub fn parted() -> bool {
        PARTED.replace(false)
    }

    /// What each path has.
    #[inline]
    #[must_use]
    pub fn to_array(self) -> [f64; LANES] {
        from_fn(|lane| self.0[lane / PAIR].to_array()[lane % PAIR])
    }

    #[inline]
    pub(super) fn each(self, f: impl Fn(f64) -> f64) -> Self {
        Lanes(self.0.map(|pair| pair.to_array().map(&f).into()))
    }

    /// A register at a time.
    #[inline]
    pub(super) fn pairs(self, f: impl Fn(f64x2) -> f64x2) -> Self {
        Lanes(self.0.map(f))
    }

    #[inline]
    pub(super) fn abs(self) -> Self {
        Lanes(self.0.map(f64x2::abs))
    }

    #[inline]
    fn two(self, other: Self, f: impl Fn(f64x2, f64x2) -> f64x2) -> Self {
        Lanes(from_fn(|pair| f(self.0[pair], other.0[pair])))
    }

    #[inline]
    fn compare(self, other: Self, f: impl Fn(f64x2, f64x2) -> f64x2) -> LaneMask {
        LaneMask(from_fn(|pair| f(self.0[pair], other.0[pair])))
    }

    /// Whether all paths have the same.
    #[inline]
    fn is_one(self) -> bool {
        let first = f64x2::splat(self.0[0].to_array()[0]);
        let differs = self.0.iter().fold(f64x2::ZERO, |differs, pair| differs | (*pair ^ first));
        differs.to_array().iter().all(|bits| bits.to_bits() == 0)
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
        Lanes(self.0.map(|pair| pair ^ f64x2::splat(-0.0)))
    }
}

impl Mask for LaneMask {
    #[inline]
    fn and(self, other: Self) -> Self {
        LaneMask(from_fn(|pair| self.0[pair] & other.0[pair]))
    }
    #[inline]
    fn or(self, other: Self) -> Self {
        LaneMask(from_fn(|pair| self.0[pair] | other.0[pair]))
    }
    #[inline]
    fn all(self) -> bool {
        self.0[1..].iter().fold(self.0[0], |all, pair| all & *pair).all()
    }
    #[inline]
    fn any(self) -> bool {
        self.0[1..].iter().fold(self.0[0], |any, pair| any | *pair).any()
    }
}

/// The greater, or the second where neither is: instructions differ in what they make of equal zeros.
#[inline]
fn greater(a: f64x2, b: f64x2) -> f64x2 {
    if cfg!(target_feature = "sse2") {
        a.fast_max(b)
    } else if cfg!(target_feature = "simd128") {
        b.fast_max(a)
    } else {
        a.simd_gt(b).bitselect(a, b)
    }
}

/// The lesser, or the second where neither is.
#[inline]
fn lesser(a: f64x2, b: f64x2) -> f64x2 {
    if cfg!(target_feature = "sse2") {
        a.fast_min(b)
    } else if cfg!(target_feature = "simd128") {
        b.fast_min(a)
    } else {
        b.simd_gt(a).bitselect(a, b)
    }
}

impl Number for Lanes {
    type Mask = LaneMask;
    const PATHS: usize = LANES;

    #[inline]
    fn gather(of: impl Fn(usize) -> f64) -> Self {
        Lanes(from_fn(|pair| [of(PAIR * pair), of(PAIR * pair + 1)].into()))
    }
    #[inline]
    fn on(self, path: usize) -> f64 {
        self.0[path / PAIR].to_array()[path % PAIR]
    }
    #[inline]
    fn of(value: f64) -> Self {
        Lanes([f64x2::splat(value); LANES / PAIR])
    }
    #[inline]
    fn value(self) -> f64 {
        if !self.is_one() {
            PARTED.set(true);
        }
        self.on(0)
    }
    fn most(self) -> f64 {
        self.to_array().into_iter().fold(f64::NEG_INFINITY, |most, one| if one > most { one } else { most })
    }
    #[inline]
    fn more_than(self, other: Self) -> LaneMask {
        self.compare(other, |a, b| a.simd_gt(b))
    }
    #[inline]
    fn at_least(self, other: Self) -> LaneMask {
        self.compare(other, |a, b| a.simd_ge(b))
    }
    #[inline]
    fn choose(mask: LaneMask, one: Self, other: Self) -> Self {
        Lanes(from_fn(|pair| mask.0[pair].bitselect(one.0[pair], other.0[pair])))
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
        self.two(other, greater)
    }
    #[inline]
    fn or_less(self, other: Self) -> Self {
        self.two(other, lesser)
    }
    fn power(self, exponent: f64) -> Self {
        if self.is_one() {
            return Self::of(libm::pow(self.on(0), exponent));
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
        exps(self)
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
    fn aged(cohorts: &mut [Self], lost: &[Self], stay: Self, joined: Self, people: Self) -> Self {
        // A pair at a time: what goes from cohort to cohort stays in registers.
        Lanes(from_fn(|pair| {
            let (stay, mut entering, mut productive) = (stay.0[pair], joined.0[pair], people.0[pair]);
            for (cohort, lost) in cohorts.iter_mut().zip(lost) {
                let older = cohort.0[pair] * stay;
                productive -= entering * lost.0[pair];
                cohort.0[pair] = entering;
                entering = older;
            }
            productive
        }))
    }
    #[inline]
    fn booked(self, amount: Self, _: Term) -> Self {
        self + amount
    }
    #[inline]
    fn is_some(self) -> LaneMask {
        self.abs().more_than(Self::zero())
    }
    #[inline]
    fn share_of(self, other: Self) -> Self {
        Self::choose(other.is_some(), self / other, Self::zero())
    }
}
