//! The best size of a retained team, held against published figures, every plan there is, and linear programs.

mod constant;
mod linear_program;
mod months;

/// A small deterministic generator (SplitMix64), so that a failing case comes back.
pub struct Random(pub u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number in 0..1.
    pub fn share(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A whole number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    /// A number from `low` to `high`.
    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.share()
    }
}

/// Equal within rounding.
pub fn near(found: f64, wanted: f64, what: &str) {
    let size = found.abs().max(wanted.abs()).max(1.0);
    assert!((found - wanted).abs() <= 1e-9 * size, "{what}: {found}, not {wanted}");
}
