//! Queueing and COCOMO held against published figures, sums that use no recurrence, and their own definitions.

mod cocomo;
mod erlang;
mod staffing;
mod weekly;

/// A small deterministic generator (SplitMix64), so that a failing case comes back.
pub struct Random(pub u64);

impl Random {
    /// A number in 0..1.
    fn share(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A number from `low` to `high`, any multiple of `low` as likely as any other.
    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        low * libm::pow(high / low, self.share())
    }

    /// One of these.
    pub fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[(self.share() * all.len() as f64) as usize]
    }
}

/// Loads from 0.01 to 2,000 erlangs, each the same multiple of the one before.
pub fn loads(count: u32) -> impl Iterator<Item = f64> {
    (0..count).map(move |k| 0.01 * libm::pow(200_000.0, f64::from(k) / f64::from(count - 1)))
}

/// Equal within this, relative to the number wanted.
pub fn near(found: f64, wanted: f64, within: f64, what: &str) {
    assert!((found - wanted).abs() <= within * wanted.abs(), "{what}: {found}, not {wanted}");
}
