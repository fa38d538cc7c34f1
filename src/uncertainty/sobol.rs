//! Points that fill the unit cube evenly: Sobol's sequence, scrambled after Owen.

use super::counter::{Philox, SCRAMBLES};
use super::direction_numbers::DIRECTIONS;
use super::open_unit;

/// The most inputs a sequence has: enough for 64 in a sensitivity analysis, which takes two columns each.
pub const MOST_INPUTS: usize = DIRECTIONS.len() + 1;

/// Digits that tell points apart: 2^32 points.
const DIGITS: usize = 32;

/// A scrambled Sobol sequence. The mean of a smooth function over its first 2^n points is off by about 2^(−3n/2),
/// over as many random draws by 2^(−n/2). Take powers of two: they are what is even.
///
/// Each scramble of a seed is a sequence of its own, uniform and independent of the others, so means over several
/// tell their error.
///
/// # How it is scrambled
/// Owen's scrambling (1995) changes each digit of each coordinate at random, by the digits before it, which keeps
/// every elementary interval's share of points. For the first eight digits this is done as it stands. In each of the
/// 256 parts they make, the digits that follow, as bits of a word x with the first lowest, become K·x + C, K odd and
/// C any, both random. That makes any x uniform, and the difference of two that part at digit d uniform on the odd
/// multiples of 2^d whatever the first became: every pair of points is distributed exactly as under full scrambling,
/// and so is the variance of every mean.
///
/// # Example
/// ```
/// use outsourcing::uncertainty::Sobol;
/// let sequence = Sobol::new(2, 7, 0).unwrap();
/// let mut first = [0.0; 4];
/// sequence.fill(1, 0, &mut first);
/// let mut quarters = first.map(|uniform| (uniform * 4.0) as usize);
/// quarters.sort();
/// assert_eq!(quarters, [0, 1, 2, 3]);
/// ```
#[derive(Clone, Debug)]
pub struct Sobol {
    scramble: u32,
    inputs: Vec<Input>,
}

/// One coordinate.
#[derive(Clone, Debug)]
struct Input {
    /// For each digit of the index what it changes; first digit lowest.
    directions: [u64; DIGITS],
    /// For each of the parts that the first digits make: what the others are multiplied by, and what is added.
    parts: Parts,
}

/// Digits that are scrambled one by one.
const FIRST: u32 = 8;

/// Parts that they make.
const PARTS: usize = 1 << FIRST;

type Parts = Box<[(u64, u64); PARTS]>;

impl Sobol {
    /// The scramble of that number of a seed, for so many inputs.
    ///
    /// # Errors
    /// `None` for more than [`MOST_INPUTS`].
    #[must_use]
    pub fn new(inputs: usize, seed: u64, scramble: u32) -> Option<Self> {
        let random = Philox::new(seed);
        Self::of(inputs, scramble, |input| {
            let place = path(scramble, input);
            let [[a, b], [c, d]] = [0, 1].map(|block| random.pair(place, SCRAMBLES, block));
            let flips = [a, b, c, d];
            Box::new(std::array::from_fn(|part| {
                // The first two blocks flip digits.
                let [factor, term] = random.pair(place, SCRAMBLES, part as u32 + 2);
                ((factor | 1) << FIRST, term << FIRST | flipped(part, &flips))
            }))
        })
    }

    /// The sequence itself, as published: its first point is 0 in all coordinates. To test against, not to draw from.
    ///
    /// # Errors
    /// As [`Self::new`].
    #[must_use]
    pub fn unscrambled(inputs: usize) -> Option<Self> {
        Self::of(inputs, 0, |_| Box::new(std::array::from_fn(|part| (1 << FIRST, part as u64))))
    }

    fn of(inputs: usize, scramble: u32, parts: impl Fn(u32) -> Parts) -> Option<Self> {
        let input = |(input, number)| Input { directions: directions(input), parts: parts(number) };
        (inputs <= MOST_INPUTS).then(|| Self { scramble, inputs: (0..inputs).zip(0..).map(input).collect() })
    }

    /// The number of inputs.
    #[must_use]
    pub fn inputs(&self) -> usize {
        self.inputs.len()
    }

    /// The path of a point for [`Philox`]: no other point of any scramble has it.
    #[must_use]
    pub fn path(&self, index: u32) -> u64 {
        path(self.scramble, index)
    }

    /// The uniforms of one input at the points `first`, `first` + 1, …: 52 random bits each.
    ///
    /// Points come in the order of Gray's code, as is usual. Nothing is written for an input there is not.
    #[expect(clippy::cast_possible_truncation, reason = "only the first digits are wanted")]
    pub fn fill<'u>(&self, input: usize, first: u32, uniforms: impl IntoIterator<Item = &'u mut f64>) {
        let Some(Input { directions, parts }) = self.inputs.get(input) else { return };
        let mut gray = first ^ (first >> 1);
        let mut digits = 0;
        while gray != 0 {
            digits ^= directions[gray.trailing_zeros() as usize];
            gray &= gray - 1;
        }
        let mut index = first;
        for uniform in uniforms {
            let (factor, term) = parts[digits as usize % PARTS];
            *uniform = open_unit((digits >> FIRST).wrapping_mul(factor).wrapping_add(term).reverse_bits());
            index = index.wrapping_add(1);
            digits ^= directions[(index.trailing_zeros() as usize).min(DIGITS - 1)];
        }
    }
}

fn path(scramble: u32, place: u32) -> u64 {
    u64::from(scramble) << 32 | u64::from(place)
}

/// The first digits, each flipped or not by a random bit of its own for each beginning before it.
fn flipped(digits: usize, flips: &[u64; 4]) -> u64 {
    let bit = |place: usize| flips[place / 64] >> (place % 64) & 1;
    (0..FIRST).fold(digits as u64, |sum, digit| {
        let before = digits & ((1 << digit) - 1);
        sum ^ bit(1 << digit | before) << digit
    })
}

/// Direction numbers m(1), m(2), … of an input by Bratley and Fox's recurrence (Algorithm 659, 1988); m(j) is over
/// 2^j.
fn directions(input: usize) -> [u64; DIGITS] {
    let mut m = [1_u64; DIGITS];
    // The first input is van der Corput's sequence: all m are 1.
    if let Some((polynomial, first)) = input.checked_sub(1).map(|row| DIRECTIONS[row]) {
        let degree = first.len();
        for (m, given) in m.iter_mut().zip(first) {
            *m = u64::from(*given);
        }
        for j in degree..DIGITS {
            let terms = (1..=degree).filter(|k| polynomial >> (degree - k) & 1 == 1);
            m[j] = terms.fold(m[j - degree], |sum, k| sum ^ m[j - k] << k);
        }
    }
    for (j, m) in m.iter_mut().enumerate() {
        *m = m.reverse_bits() >> (63 - j);
    }
    m
}
