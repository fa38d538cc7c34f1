//! Numbers as text: the shortest that gives the same number back, to the bit.
//!
//! Both ways go through `serde_json`, which the documents need anyway: std's own reader and writer would add 20 kB to the page.

use serde_json::{Number, Value};

/// The number that a JSON number's text says; None for any other text and for what is beyond all numbers.
#[must_use]
pub fn read(text: &str) -> Option<f64> {
    serde_json::from_str::<Value>(text).ok()?.as_f64()
}

/// A number's text, with an exponent where it is very large or small; empty where it is not finite.
#[must_use]
pub fn write(value: f64) -> String {
    Number::from_f64(value).map_or_else(String::new, |number| number.to_string())
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
