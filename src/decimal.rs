//! Numbers as text: the shortest that gives the same number back, to the bit.
//!
//! In the browser its own way serves, brought into the form of `serde_json`, which is taken elsewhere: a reader and a writer of our own
//! would bring 20 kB of tables to the page.

#[cfg(not(all(target_arch = "wasm32", feature = "page")))]
use serde_json::{Number, Value};

/// The number that a JSON number's text says; None for any other text and for what is beyond all numbers.
#[must_use]
pub fn read(text: &str) -> Option<f64> {
    crate::json::read(text).ok()?.as_f64()
}

/// The number of a text that is known to be a JSON number; None for what is beyond all numbers.
#[cfg(not(all(target_arch = "wasm32", feature = "page")))]
pub(crate) fn parse(text: &str) -> Option<f64> {
    serde_json::from_str::<Value>(text).ok()?.as_f64()
}

/// The number of a text that is known to be a JSON number; None for what is beyond all numbers.
#[cfg(all(target_arch = "wasm32", feature = "page"))]
pub(crate) fn parse(text: &str) -> Option<f64> {
    Some(js_sys::parse_float(text)).filter(|value| value.is_finite())
}

/// A number's text, with an exponent where it is very large or small; empty where it is not finite.
#[must_use]
#[cfg(not(all(target_arch = "wasm32", feature = "page")))]
pub fn write(value: f64) -> String {
    Number::from_f64(value).map_or_else(String::new, |number| number.to_string())
}

/// A number's text, with an exponent where it is very large or small; empty where it is not finite.
#[must_use]
#[cfg(all(target_arch = "wasm32", feature = "page"))]
pub fn write(value: f64) -> String {
    if !value.is_finite() {
        return String::new();
    }
    // A browser writes negative zero without its sign.
    let sign = if value.is_sign_negative() { "-" } else { "" };
    let text = js_sys::Number::from(value.abs()).to_string_with_radix(10).map(String::from);
    format!("{sign}{}", formed(&text.unwrap_or_default()))
}

/// The text of a number that is not negative, from any other text of it: with an exponent from 1e16 and below 0.00001.
#[cfg(any(test, all(target_arch = "wasm32", feature = "page")))]
fn formed(text: &str) -> String {
    let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all = format!("{whole}{fraction}");
    let digits = all.trim_start_matches('0').trim_end_matches('0');
    if digits.is_empty() {
        return "0.0".to_owned();
    }
    // Where the point stands, counted from the first digit.
    let leading = all.len() - all.trim_start_matches('0').len();
    let point =
        exponent.trim_start_matches('+').parse::<i32>().unwrap_or(0) + whole.len() as i32 - leading as i32;
    let (count, places) = (digits.len(), usize::try_from(point).unwrap_or(0));
    match point {
        1..=16 if count <= places => format!("{digits}{}.0", "0".repeat(places - count)),
        1..=16 => format!("{}.{}", &digits[..places], &digits[places..]),
        -4..=0 => format!("0.{}{digits}", "0".repeat(usize::try_from(-point).unwrap_or(0))),
        _ => {
            let (first, rest) = digits.split_at(1);
            let point_of = if rest.is_empty() { "" } else { "." };
            let plus = if point > 0 { "+" } else { "" };
            format!("{first}{point_of}{rest}e{plus}{}", point - 1)
        }
    }
}

/// The digits before and after the point of a positive number, written out, with the point moved to the right by `places`.
///
/// Moved in the text, because multiplying by a hundred would show 0.07 as 7.000000000000001.
#[must_use]
pub fn digits(value: f64, places: i32) -> (String, String) {
    let text = write(value);
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let point = exponent.parse::<i32>().unwrap_or(0) + places + i32::try_from(whole.len()).unwrap_or(0);
    let all = format!("{whole}{}", fraction.trim_end_matches('0'));
    let zeros = |count: i32| "0".repeat(usize::try_from(count).unwrap_or(0));
    let length = i32::try_from(all.len()).unwrap_or(0);
    let (before, after) = match usize::try_from(point) {
        Ok(point) if point < all.len() => (all[..point].to_owned(), all[point..].to_owned()),
        Ok(_) => (format!("{all}{}", zeros(point - length)), String::new()),
        Err(_) => (String::new(), format!("{}{all}", zeros(-point))),
    };
    let before = before.trim_start_matches('0');
    (if before.is_empty() { "0" } else { before }.to_owned(), after.trim_end_matches('0').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_numbers_are_read_back_to_the_bit() {
        for value in [0.1, 1e-7, 123_456_789.125, 5e-324, f64::MAX, 1e21, 0.0] {
            assert_eq!(read(&write(value)).map(f64::to_bits), Some(value.to_bits()), "{value}");
        }
        assert_eq!(write(f64::NAN), "");
        assert_eq!((read("1e999"), read("twelve")), (None, None));
    }

    #[test]
    fn what_a_browser_writes_is_brought_into_form() {
        for (browsers, ours) in [
            ("0", "0.0"),
            ("1", "1.0"),
            ("12.5", "12.5"),
            ("120", "120.0"),
            ("0.07", "0.07"),
            ("0.00001", "0.00001"),
            ("0.000001", "1e-6"),
            ("1e-7", "1e-7"),
            ("1.5e-9", "1.5e-9"),
            ("1000000000000000", "1000000000000000.0"),
            ("10000000000000000", "1e+16"),
            ("123456789012345680000", "1.2345678901234568e+20"),
            ("1e+21", "1e+21"),
            ("5e-324", "5e-324"),
            ("1.7976931348623157e+308", "1.7976931348623157e+308"),
            ("0.30000000000000004", "0.30000000000000004"),
        ] {
            assert_eq!(formed(browsers), ours);
            assert_eq!(read(browsers).map(write).as_deref(), Some(ours), "{browsers}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_number_is_brought_into_the_same_form(bits in proptest::num::u64::ANY, plain in 0.0..1e9_f64) {
            for value in [f64::from_bits(bits).abs(), plain, plain.round(), plain.round() / 100.0, plain * 1e-12] {
                if value.is_finite() {
                    let ours = write(value);
                    proptest::prop_assert_eq!(formed(&ours), ours.clone());
                    // Beyond, two texts can be equally short and near; which is taken is a matter of taste.
                    if value < 1e15 {
                        proptest::prop_assert_eq!(formed(&format!("{value:e}")), ours.clone());
                        proptest::prop_assert_eq!(formed(&format!("{value}")), ours);
                    }
                }
            }
        }
    }

    #[test]
    fn points_move_in_the_text() {
        let parts = |value, places| {
            let (whole, fraction) = digits(value, places);
            format!("{whole}.{fraction}")
        };
        assert_eq!(parts(0.07, 2), "7.");
        assert_eq!(parts(0.000_012_5, 2), "0.00125");
        assert_eq!(parts(12.5, 2), "1250.");
        assert_eq!(parts(1e21, 0), "1000000000000000000000.");
        assert_eq!(parts(1.5e-9, 0), "0.0000000015");
        assert_eq!(parts(0.0, 2), "0.");
        assert_eq!(parts(120.0, 0), "120.");
    }
}
