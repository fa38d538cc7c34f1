//! Texts made short: each bit is foretold from the bytes before it, and only the surprise is written down.
//!
//! Contexts of one to six bytes each keep a probability; a mixer weighs them by how well they have done (logistic mixing), and an
//! arithmetic coder writes the bit at that price. Short JSON becomes a fifth shorter than by deflate, and reading and writing are the
//! same few lines. Probabilities are whole numbers, so that every platform writes the same.

/// Bytes of context of each predictor.
const ORDERS: [u32; 5] = [1, 2, 3, 4, 6];
const SLOTS: usize = 1 << 14;
/// A context's probability moves by 1 ÷ (times seen + 1½), at least by one over this.
const SLOWEST: u16 = 60;
/// Probabilities have 12 bits where they are mixed, and their logarithms of the odds 8 bits of fraction.
const ONE: i32 = 1 << 12;
/// A predictor counts at most eight times as much as it says.
const HEAVIEST: i32 = 1 << 19;
/// Odds beyond this are taken for this.
const MOST: i32 = 1 << 11;

/// What foretells the next bit.
struct Model {
    /// For every context: the probability of a one in 16 bits, and how often it was seen.
    slots: Vec<(u16, u16)>,
    /// How much each predictor counts, in 16 bits of fraction.
    weights: Vec<[i32; ORDERS.len()]>,
    /// Probabilities by odds, and ln(p ÷ (1 − p)) of every probability.
    shares: Vec<i32>,
    odds: Vec<i32>,
    /// The last bytes, and the bits known of this one below a leading one.
    past: u64,
    bits: usize,
    /// The slots of this bit, their odds, and the probability made of them.
    at: [usize; ORDERS.len()],
    said: [i32; ORDERS.len()],
    mixed: i32,
}

/// The probability, of 4,096, at each of the odds from −2,048.
#[expect(clippy::cast_possible_truncation, reason = "shares of 4,096")]
fn shares() -> Vec<i32> {
    let share = |odds: i32| f64::from(ONE) / (1.0 + libm::exp(-f64::from(odds) / 256.0));
    (-MOST..MOST).map(|odds| (share(odds) as i32).clamp(1, ONE - 1)).collect()
}

impl Model {
    fn new() -> Self {
        let shares = shares();
        let below = |p: i32| shares.partition_point(|share| *share < p) as i32;
        let odds = (0..ONE).map(|p| below(p) - MOST).collect();
        Model {
            slots: vec![(1 << 15, 0); SLOTS * ORDERS.len()],
            weights: vec![[1 << 14; ORDERS.len()]; 256],
            shares,
            odds,
            past: 0,
            bits: 1,
            at: [0; ORDERS.len()],
            said: [0; ORDERS.len()],
            mixed: ONE / 2,
        }
    }

    /// The probability of a one, of 4,096.
    fn foretell(&mut self) -> i32 {
        let mut sum = 0;
        for (index, order) in ORDERS.iter().enumerate() {
            let context = self.past & ((1 << (8 * order)) - 1);
            let hash = (context + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(self.bits as u64);
            let hash = hash.wrapping_mul(0xd6e8_feb8_6659_fd93) >> 50;
            self.at[index] = index * SLOTS + hash as usize % SLOTS;
            let (p, seen) = self.slots[self.at[index]];
            // What was never seen says nothing.
            self.said[index] = if seen == 0 { 0 } else { self.odds[usize::from(p >> 4)] };
            sum += self.said[index] * self.weights[self.bits][index] / 256;
        }
        let odds = (sum / 256).clamp(-MOST, MOST - 1);
        self.mixed = self.shares[(odds + MOST) as usize];
        self.mixed
    }

    /// Takes in what the bit was.
    fn learn(&mut self, bit: bool) {
        let missed = if bit { ONE } else { 0 } - self.mixed;
        for (index, at) in self.at.into_iter().enumerate() {
            let weight = &mut self.weights[self.bits][index];
            *weight = (*weight + self.said[index] * missed / 256).clamp(-HEAVIEST, HEAVIEST);
            let (p, seen) = &mut self.slots[at];
            let (goal, now) = (if bit { 65_535 } else { 0 }, i32::from(*p));
            *p = (now + (goal - now) * 2 / (2 * i32::from(*seen) + 3)).clamp(0, 65_535) as u16;
            *seen = (*seen + 1).min(SLOWEST);
        }
        self.bits = self.bits << 1 | usize::from(bit);
        if self.bits > 255 {
            self.past = self.past << 8 | (self.bits & 255) as u64;
            self.bits = 1;
        }
    }
}

/// The part of the interval that a one takes.
fn part(low: u32, high: u32, probability: i32) -> u32 {
    low + ((u64::from(high - low) * probability.unsigned_abs() as u64) >> 12) as u32
}

/// A text's bytes, squeezed; how many there were must be told to [`unsqueeze`].
pub(super) fn squeeze(bytes: &[u8]) -> Vec<u8> {
    let (mut model, mut made) = (Model::new(), Vec::new());
    let (mut low, mut high) = (0_u32, u32::MAX);
    for byte in bytes {
        for place in (0..8).rev() {
            let bit = byte >> place & 1 == 1;
            let split = part(low, high, model.foretell());
            if bit {
                high = split
            } else {
                low = split + 1
            }
            model.learn(bit);
            while (low ^ high) >> 24 == 0 {
                made.push((high >> 24) as u8);
                (low, high) = (low << 8, high << 8 | 255);
            }
        }
    }
    // The fewest bytes within the interval; behind the end are read zeros, which are not written.
    made.extend((if low == 0 { 0_u32 } else { ((low >> 24) + 1) << 24 }).to_be_bytes());
    while made.last() == Some(&0) {
        made.pop();
    }
    made
}

/// The so many bytes that [`squeeze`] made this of; of anything else, any bytes.
pub(super) fn unsqueeze(squeezed: &[u8], count: usize) -> Vec<u8> {
    let mut model = Model::new();
    let (mut low, mut high) = (0_u32, u32::MAX);
    let mut rest = squeezed.iter();
    let mut next = || u32::from(rest.next().copied().unwrap_or(0));
    let mut here = (0..4).fold(0, |here, _| here << 8 | next());
    let mut made = Vec::new();
    for _ in 0..count {
        let mut byte = 0;
        for _ in 0..8 {
            let split = part(low, high, model.foretell());
            let bit = here <= split;
            if bit {
                high = split
            } else {
                low = split + 1
            }
            model.learn(bit);
            byte = byte << 1 | u8::from(bit);
            while (low ^ high) >> 24 == 0 {
                (low, high, here) = (low << 8, high << 8 | 255, here << 8 | next());
            }
        }
        made.push(byte);
    }
    made
}
