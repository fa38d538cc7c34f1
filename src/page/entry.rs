//! What a visitor types into a number field, and how a number is written back into it.
//!
//! People type `1,5`, `12k`, `30 %`, `$45 an hour` and `12*8500`. The separators are the page's locale's, because
//! `1,234` is a thousand in one place and a little over one in another; guessing would be wrong by a factor of a
//! thousand, so a mark that cannot be a group where it stands is an error and never a decimal point.

mod sum;

/// The longest text that is read, in characters.
pub const LONGEST: usize = 120;

/// The largest number that is read, either side of zero: above it, whole units are no longer exact.
pub const LARGEST: f64 = 1e15;

/// The marks a locale writes numbers with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Separators {
    /// Between whole and fraction.
    pub decimal: char,
    /// Between groups of digits.
    pub group: char,
}

impl Default for Separators {
    fn default() -> Self {
        Self { decimal: '.', group: ',' }
    }
}

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryKind {
    /// A number as it is written.
    Plain,
    /// A share, typed in percent and held as a fraction: `30` and `30%` are 0.30.
    Percent,
    /// A count: what is typed is rounded to the nearest whole number.
    Whole,
}

/// Why a text is no number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntryProblem {
    /// Nothing was typed.
    Empty,
    /// This part (or all of the text, where it breaks off) was not understood.
    NotANumber(String),
    /// A sum divides by zero.
    DivideByZero,
    /// Beyond [`LARGEST`].
    TooLarge,
    /// More than [`LONGEST`] characters, or brackets too deep.
    TooLong,
}

/// The number in a text. It is finite and at most [`LARGEST`] in size.
///
/// # Errors
/// See [`EntryProblem`].
///
/// # Examples
/// ```
/// use outsourcing::page::entry::{read, EntryKind, Separators};
/// let english = Separators { decimal: '.', group: ',' };
/// assert_eq!(read("12*8,500", english, EntryKind::Plain), Ok(102_000.0));
/// assert_eq!(read("30%", english, EntryKind::Percent), Ok(0.3));
/// ```
pub fn read(text: &str, separators: Separators, kind: EntryKind) -> Result<f64, EntryProblem> {
    let text = text.trim();
    if text.is_empty() {
        return Err(EntryProblem::Empty);
    }
    if text.chars().count() > LONGEST {
        return Err(EntryProblem::TooLong);
    }
    let value = sum::evaluate(text, separators, kind == EntryKind::Percent)?;
    let value = if kind == EntryKind::Whole { value.round() } else { value };
    if !value.is_finite() || value.abs() > LARGEST {
        return Err(EntryProblem::TooLarge);
    }
    // A negative zero would be written "-0".
    Ok(value + 0.0)
}

/// A number as a field shows it: [`read`] gives the same number back, to the bit. Groups from five whole digits on.
/// A number that is not finite has no text.
#[must_use]
pub fn write(value: f64, separators: Separators, kind: EntryKind) -> String {
    if !value.is_finite() {
        return String::new();
    }
    let value = if kind == EntryKind::Whole { value.round() } else { value } + 0.0;
    let places = if kind == EntryKind::Percent { 2 } else { 0 };
    let sign = if value < 0.0 { "-" } else { "" };
    let size = value.abs();
    // A very small number is all zeros when written out.
    if size > 0.0 && size < 1e-9 {
        let text = crate::decimal::write(size);
        let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
        let exponent = exponent.parse::<i32>().unwrap_or(0) + places;
        let digits =
            digits.strip_suffix(".0").unwrap_or(digits).replace('.', &separators.decimal.to_string());
        return format!("{sign}{digits}e{exponent}");
    }
    let (whole, fraction) = crate::decimal::digits(size, places);
    let mut text = sign.to_owned();
    let length = whole.len();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && length > 4 && (length - index).is_multiple_of(3) {
            text.push(separators.group);
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(separators.decimal);
        text.push_str(&fraction);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use EntryKind::{Percent, Plain, Whole};
    use proptest::prelude::*;

    const ENGLISH: Separators = Separators { decimal: '.', group: ',' };
    const GERMAN: Separators = Separators { decimal: ',', group: '.' };
    const FRENCH: Separators = Separators { decimal: ',', group: '\u{202f}' };
    const SWISS: Separators = Separators { decimal: '.', group: '’' };

    fn not_a_number(text: &str, separators: Separators) -> bool {
        matches!(read(text, separators, Plain), Err(EntryProblem::NotANumber(_)))
    }

    #[test]
    fn separators_are_the_locales() {
        for (text, separators, value) in [
            ("1.", ENGLISH, 1.0),
            (".5", ENGLISH, 0.5),
            ("1,5", GERMAN, 1.5),
            ("1.234,5", GERMAN, 1234.5),
            ("1,234.5", ENGLISH, 1234.5),
            ("12,34,567", ENGLISH, 1_234_567.0),
            ("1\u{a0}234,5", FRENCH, 1234.5),
            ("1\u{202f}234,5", FRENCH, 1234.5),
            ("1 234 567", ENGLISH, 1_234_567.0),
            ("1’234.5", SWISS, 1234.5),
            ("1'234.5", SWISS, 1234.5),
            ("1e3", ENGLISH, 1000.0),
            ("-0", ENGLISH, 0.0),
        ] {
            assert_eq!(read(text, separators, Plain), Ok(value), "{text}");
        }
        for (text, separators) in
            [("1,5", ENGLISH), ("1.5", GERMAN), ("1.2.3", ENGLISH), ("12 8500", ENGLISH), ("1,2345", ENGLISH)]
        {
            assert!(not_a_number(text, separators), "{text}");
        }
    }

    #[test]
    fn scales_signs_and_units_are_understood() {
        for (text, value) in [
            ("12k", 12e3),
            ("1.2m", 1.2e6),
            ("1.2 M", 1.2e6),
            ("2bn", 2e9),
            ("$45", 45.0),
            ("$45/h", 45.0),
            ("45 €/h", 45.0),
            ("128k$", 128e3),
            ("USD 45 an hour", 45.0),
            ("Fr. 45", 45.0),
            ("R$ 1,200", 1200.0),
            ("36 months", 36.0),
            ("9 people × 2", 18.0),
            ("−5", -5.0),
            ("30%", 0.3),
        ] {
            assert_eq!(read(text, ENGLISH, Plain), Ok(value), "{text}");
        }
    }

    #[test]
    fn sums_keep_their_precedence() {
        for (text, value) in [
            ("12*8500", 102_000.0),
            ("(3+4)*2", 14.0),
            ("3 + 4 x 2", 11.0),
            ("7 ÷ 2 − 1", 2.5),
            ("10-2-3", 5.0),
            ("2*-3", -6.0),
            ("12k/12", 1000.0),
        ] {
            assert_eq!(read(text, ENGLISH, Plain), Ok(value), "{text}");
        }
    }

    #[test]
    fn percent_fields_hold_fractions() {
        for (text, value) in [
            ("30", 0.3),
            ("30%", 0.3),
            ("30 %", 0.3),
            ("7", 0.07),
            ("0.1", 0.001),
            ("10%+15", 0.25),
            ("30%*2", 0.6),
        ] {
            assert_eq!(read(text, ENGLISH, Percent), Ok(value), "{text}");
        }
        assert_eq!(write(0.07, ENGLISH, Percent), "7");
        assert_eq!(write(0.125, GERMAN, Percent), "12,5");
        assert_eq!(write(0.001, ENGLISH, Percent), "0.1");
    }

    #[test]
    fn counts_are_whole() {
        assert_eq!(read("36.4", ENGLISH, Whole), Ok(36.0));
        assert_eq!(write(12_345.0, ENGLISH, Whole), "12,345");
        assert_eq!(write(1234.5, ENGLISH, Plain), "1234.5");
    }

    #[test]
    fn what_is_wrong_is_said() {
        let plain = |text: &str| read(text, ENGLISH, Plain);
        assert_eq!(plain(" \u{a0}"), Err(EntryProblem::Empty));
        assert_eq!(plain("1/0"), Err(EntryProblem::DivideByZero));
        assert_eq!(plain("1/(2-2)"), Err(EntryProblem::DivideByZero));
        assert_eq!(plain("1e308"), Err(EntryProblem::TooLarge));
        assert_eq!(plain("1e999"), Err(EntryProblem::TooLarge));
        assert_eq!(plain("1e300*1e300*0"), Err(EntryProblem::TooLarge));
        assert_eq!(plain(&"1".repeat(LONGEST + 1)), Err(EntryProblem::TooLong));
        assert_eq!(plain(&format!("{}1{}", "(".repeat(50), ")".repeat(50))), Err(EntryProblem::TooLong));
        assert_eq!(plain("abc"), Err(EntryProblem::NotANumber("abc".to_owned())));
        assert_eq!(plain("5 # 6"), Err(EntryProblem::NotANumber("# 6".to_owned())));
        for text in ["NaN", "inf", "12+", "()", "(3", "3)", "5 6", "5 or 6", "%", "product5", "<b>5</b>"] {
            assert!(not_a_number(text, ENGLISH), "{text}");
        }
        assert_eq!(write(f64::NAN, ENGLISH, Plain), "");
    }

    fn separators() -> impl Strategy<Value = Separators> {
        prop_oneof![Just(ENGLISH), Just(GERMAN), Just(FRENCH), Just(SWISS)]
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(value in -1e13..1e13_f64, small in -1.0..1.0_f64, separators in separators()) {
            for value in [value, small, small * 1e-12, value.round()] {
                prop_assert_eq!(read(&write(value, separators, Plain), separators, Plain), Ok(value));
                prop_assert_eq!(read(&write(value, separators, Percent), separators, Percent), Ok(value));
            }
            let whole = value.round() + 0.0;
            prop_assert_eq!(read(&write(whole, separators, Whole), separators, Whole), Ok(whole));
        }

        #[test]
        fn any_text_gives_a_finite_number_or_a_problem(
            text in prop_oneof!["\\PC{0,40}", "[0-9.,'kme%()+*/x \u{2212}$-]{0,40}"],
            separators in separators(),
        ) {
            for kind in [Plain, Percent, Whole] {
                if let Ok(value) = read(&text, separators, kind) {
                    prop_assert!(value.is_finite() && value.abs() <= LARGEST);
                }
            }
        }
    }
}
