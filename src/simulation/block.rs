//! What a stretch of paths had, and how it travels.

use super::draw::Sample;

/// Of so many paths, the first, cumulative savings are kept by month.
pub const BAND_PATHS: u32 = 4096;

/// What marks the bytes of a block: its form.
const FORM: u32 = 0x4f43_5301;

/// What a stretch of paths had.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// The sample that it is of.
    pub sample: Sample,
    /// Its first path.
    pub first: u32,
    /// How many paths it has.
    pub count: u32,
    /// Options.
    pub options: usize,
    /// The horizon.
    pub months: usize,
    /// Present cost by option, then path.
    pub present: Vec<f64>,
    /// Payback in months by option, then path; infinite where it is not within the horizon. Only of the sample itself, as all that follows.
    pub payback: Vec<f32>,
    /// Delivered ÷ needed hours by option, then path.
    pub delivered: Vec<f32>,
    /// Idle ÷ needed hours by option, then path.
    pub idle: Vec<f32>,
    /// Paths of it whose cumulative savings are kept.
    pub banded: usize,
    /// Cumulative savings by option, path, month 0..=H.
    pub bands: Vec<f32>,
    /// Draws clamped, by rule.
    pub clamped: Vec<u32>,
    /// Paths that could not be run side by side.
    pub parted: u32,
}

impl Block {
    pub(super) fn new(sample: Sample, first: u32, count: u32, options: usize, months: usize) -> Self {
        let all = options * count as usize;
        let kept = if sample == Sample::Main { all } else { 0 };
        let banded =
            if sample == Sample::Main { BAND_PATHS.saturating_sub(first).min(count) } else { 0 } as usize;
        Block {
            sample,
            first,
            count,
            options,
            months,
            present: vec![0.0; all],
            payback: vec![0.0; kept],
            delivered: vec![0.0; kept],
            idle: vec![0.0; kept],
            banded,
            bands: vec![0.0; options * banded * (months + 1)],
            clamped: Vec::new(),
            parted: 0,
        }
    }

    /// Its bytes, little-endian, the same on every machine.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let head = [
            FORM,
            self.sample.number(),
            self.first,
            self.count,
            self.options as u32,
            self.months as u32,
            self.clamped.len() as u32,
            self.parted,
        ];
        let singles = [&self.payback, &self.delivered, &self.idle, &self.bands];
        let length = 4 * (head.len() + self.clamped.len() + singles.iter().map(|of| of.len()).sum::<usize>());
        let mut bytes = Vec::with_capacity(length + 8 * self.present.len());
        head.iter().chain(&self.clamped).for_each(|word| bytes.extend(word.to_le_bytes()));
        self.present.iter().for_each(|value| bytes.extend(value.to_le_bytes()));
        singles.into_iter().flatten().for_each(|value| bytes.extend(value.to_le_bytes()));
        bytes
    }

    /// A block from its bytes; None if they are none.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut words = Words(bytes);
        if words.word()? != FORM {
            return None;
        }
        let sample = Sample::of(words.word()?);
        let [first, count, options, months, rules, parted] = words.words()?;
        let mut block = Block::new(sample, first, count, options as usize, months as usize);
        block.parted = parted;
        block.clamped = (0..rules).map(|_| words.word()).collect::<Option<_>>()?;
        for value in &mut block.present {
            let low = u64::from(words.word()?);
            *value = f64::from_bits(low | u64::from(words.word()?) << 32);
        }
        for singles in [&mut block.payback, &mut block.delivered, &mut block.idle, &mut block.bands] {
            for value in singles {
                *value = f32::from_bits(words.word()?);
            }
        }
        words.0.is_empty().then_some(block)
    }
}

/// Words of 32 bits, read one after the other.
struct Words<'a>(&'a [u8]);

impl Words<'_> {
    fn word(&mut self) -> Option<u32> {
        let (word, rest) = self.0.split_first_chunk::<4>()?;
        self.0 = rest;
        Some(u32::from_le_bytes(*word))
    }

    fn words<const MANY: usize>(&mut self) -> Option<[u32; MANY]> {
        let mut words = [0; MANY];
        for word in &mut words {
            *word = self.word()?;
        }
        Some(words)
    }
}

/// A number for some bytes that is another for any others one would meet: FNV-1a of 64 bits. To compare what different machines make.
///
/// # Example
/// ```
/// assert_eq!(outsourcing::simulation::digest(b"a"), 0xaf63_dc4c_8601_ec8c);
/// ```
#[must_use]
pub fn digest(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3))
}
