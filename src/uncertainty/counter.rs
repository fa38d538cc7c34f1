//! Random numbers by their place: a counter-based generator.

use super::open_unit;
use crate::normal;

/// Philox4x32 with ten rounds: a keyed bijection of 128 bits, so a number depends on its place alone and any worker
/// can draw any of them.
///
/// Source: J. K. Salmon, M. A. Moraes, R. O. Dror and D. E. Shaw, *Parallel random numbers: as easy as 1, 2, 3*,
/// 2011. Its published vectors are in the tests.
///
/// # Example
/// ```
/// use outsourcing::uncertainty::Philox;
/// let random = Philox::new(7);
/// let mut year = [0.0; 12];
/// random.uniforms(3, 0, &mut year);
/// assert_eq!(year[5], random.uniform(3, 0, 5));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Philox {
    key: [u32; 2],
}

/// Multipliers of the rounds.
const MULTIPLIERS: [u32; 2] = [0xd251_1f53, 0xcd9e_8d57];

/// What is added to the key after each round: the golden ratio and √3 − 1.
const STEPS: [u32; 2] = [0x9e37_79b9, 0xbb67_ae85];

const ROUNDS: u32 = 10;

/// 2^−32: the width of the cell that 32 bits name.
const CELL: f64 = 1.0 / 4_294_967_296.0;

/// The stream that scrambles points; all others are the caller's.
pub(super) const SCRAMBLES: u32 = u32::MAX;

impl Philox {
    /// The generator of a seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self { key: words(seed) }
    }

    /// Four words of 32 random bits for a counter of four.
    #[must_use]
    #[expect(clippy::inline_always, reason = "as `pair`")]
    #[inline(always)]
    pub fn block(&self, counter: [u32; 4]) -> [u32; 4] {
        let mut key = self.key;
        let mut x = counter;
        for _ in 0..ROUNDS {
            let [low_0, high_0] = words(u64::from(MULTIPLIERS[0]) * u64::from(x[0]));
            let [low_1, high_1] = words(u64::from(MULTIPLIERS[1]) * u64::from(x[2]));
            x = [high_1 ^ x[1] ^ key[0], low_1, high_0 ^ x[3] ^ key[1], low_0];
            key = [key[0].wrapping_add(STEPS[0]), key[1].wrapping_add(STEPS[1])];
        }
        x
    }

    /// Two words of 64 random bits. Streams are below `u32::MAX`, which scrambles points.
    #[expect(
        clippy::inline_always,
        reason = "apart, its rounds become vectors, which Wasm has no fitting multiplication for"
    )]
    #[inline(always)]
    pub(super) fn pair(&self, path: u64, stream: u32, block: u32) -> [u64; 2] {
        let [low, high] = words(path);
        let [a, b, c, d] = self.block([low, high, stream, block]);
        [u64::from(a) | u64::from(b) << 32, u64::from(c) | u64::from(d) << 32]
    }

    /// The uniform of one step of one stream of one path. Streams are below `u32::MAX`, which scrambles points.
    #[must_use]
    pub fn uniform(&self, path: u64, stream: u32, step: u32) -> f64 {
        open_unit(self.pair(path, stream, step / 2)[(step % 2) as usize])
    }

    /// The uniforms of steps 2·`block` and 2·`block` + 1, in the time of one.
    pub(crate) fn two(&self, path: u64, stream: u32, block: u32) -> [f64; 2] {
        self.pair(path, stream, block).map(open_unit)
    }

    /// The standard normal at that place: the quantile of its uniform.
    #[must_use]
    pub fn normal(&self, path: u64, stream: u32, step: u32) -> f64 {
        normal::quantile(self.uniform(path, stream, step))
    }

    /// Standard normals of steps 0, 1, 2, … of one stream of one path, four from a block: of 32 random bits each, so that the farthest are 6.3
    /// deviations out. Not those of [`Philox::normal`].
    pub fn normals(&self, path: u64, stream: u32, normals: &mut [f64]) {
        let [low, high] = words(path);
        for (block, four) in (0..).zip(normals.chunks_mut(4)) {
            for (uniform, bits) in four.iter_mut().zip(self.block([low, high, stream, block])) {
                *uniform = (f64::from(bits) + 0.5) * CELL;
            }
        }
        normal::quantiles(normals);
    }

    /// The uniforms of steps 0, 1, 2, … of one stream of one path, in half the time of one by one.
    pub fn uniforms(&self, path: u64, stream: u32, uniforms: &mut [f64]) {
        for (block, two) in (0..).zip(uniforms.chunks_mut(2)) {
            for (uniform, bits) in two.iter_mut().zip(self.pair(path, stream, block)) {
                *uniform = open_unit(bits);
            }
        }
    }
}

/// The lower and the upper half.
#[expect(clippy::cast_possible_truncation, reason = "the halves are what is wanted")]
fn words(bits: u64) -> [u32; 2] {
    [bits as u32, (bits >> 32) as u32]
}
