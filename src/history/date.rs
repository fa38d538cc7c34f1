//! Dates as people write them, down to the month.

use super::number::plain_digits;
use crate::month::Month;

/// Which of two small numbers is the day: 03/04/2026 is April here and March there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    DayFirst,
    MonthFirst,
}

/// A month, and the day where one is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Date {
    pub month: Month,
    pub day: Option<u32>,
}

/// How names of the months begin in English, German, French, Spanish, Italian, Portuguese and Dutch.
const NAMES: [&[&str]; 12] = [
    &["jan", "ene", "gen"],
    &["feb", "fév", "fev"],
    &["mar", "mär", "mrz", "maa", "mrt"],
    &["apr", "avr", "abr"],
    &["may", "mai", "mag", "mei"],
    &["jun", "juin", "giu"],
    &["jul", "juil", "lug"],
    &["aug", "aoû", "aou", "ago"],
    &["sep", "set"],
    &["oct", "okt", "ott", "out"],
    &["nov"],
    &["dec", "déc", "dez", "dic"],
];

/// Reads `2026-03`, `2026-03-31`, `31.03.2026`, `3/31/26`, `03/2026`, `202603`, `20260331`, `2026M03`, `March 2026`,
/// `Mar-26`, `31 mars 2026`, with or without a time of day.
pub(super) fn date(text: &str, order: Order) -> Option<Date> {
    let text = plain_digits(text);
    let parts = parts(without_time(&text));
    let mut name = None;
    let mut numbers: Vec<&str> = Vec::new();
    for part in parts {
        if part.starts_with(|c: char| c.is_ascii_digit()) {
            numbers.push(part);
        } else if !matches!(part.to_lowercase().as_str(), "m" | "de" | "of") {
            name = Some(named(part).filter(|_| name.is_none())?);
        }
    }
    let year = |digits: &str| -> Option<i32> {
        let value: i32 = digits.parse().ok()?;
        match digits.len() {
            4 => Some(value),
            2 => Some(if value < 70 { 2000 + value } else { 1900 + value }),
            _ => None,
        }
    };
    let small = |digits: &str| if digits.len() <= 2 { digits.parse::<u32>().ok() } else { None };
    let (year, month, day) = match (name, numbers.as_slice()) {
        (Some(month), [a]) => (year(a)?, month, None),
        (Some(month), [a, b]) if a.len() == 4 => (year(a)?, month, Some(small(b)?)),
        (Some(month), [a, b]) => (year(b)?, month, Some(small(a)?)),
        (None, [a]) if a.len() == 6 => (year(&a[..4])?, small(&a[4..])?, None),
        (None, [a]) if a.len() == 8 => (year(&a[..4])?, small(&a[4..6])?, Some(small(&a[6..])?)),
        (None, [a, b]) if a.len() == 4 => (year(a)?, small(b)?, None),
        // 01.24 is more likely a number.
        (None, [a, b]) if b.len() == 4 || text.contains(['/', '-']) => (year(b)?, small(a)?, None),
        (None, [a, b, c]) if a.len() == 4 => (year(a)?, small(b)?, Some(small(c)?)),
        (None, [a, b, c]) if order == Order::DayFirst => (year(c)?, small(b)?, Some(small(a)?)),
        (None, [a, b, c]) => (year(c)?, small(a)?, Some(small(b)?)),
        _ => return None,
    };
    let month = Month::new(year, month)?;
    day.is_none_or(|day| (1..=month.days()).contains(&day)).then_some(Date { month, day })
}

/// Whether a text is a date in either order.
pub(super) fn is_date(text: &str) -> bool {
    date(text, Order::DayFirst).is_some() || date(text, Order::MonthFirst).is_some()
}

/// The text before a time of day: before the word, or the T, in which a colon stands.
fn without_time(text: &str) -> &str {
    let Some(colon) = text.find(':') else { return text };
    let end = text[..colon].rfind(|c: char| !c.is_ascii_digit()).unwrap_or(0);
    &text[..end]
}

/// Runs of digits and runs of letters.
fn parts(text: &str) -> Vec<&str> {
    let kind = |c: char| if c.is_ascii_digit() { 1 } else { 2 * u8::from(c.is_alphabetic()) };
    let mut parts = Vec::new();
    let mut start = 0;
    let mut before = 0;
    for (index, c) in text.char_indices() {
        if kind(c) != before {
            if before != 0 {
                parts.push(&text[start..index]);
            }
            (start, before) = (index, kind(c));
        }
    }
    if before != 0 {
        parts.push(&text[start..]);
    }
    parts
}

fn named(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    (1..)
        .zip(NAMES)
        .find(|(_, starts)| starts.iter().any(|start| word.starts_with(start)))
        .map(|(month, _)| month)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_many_forms() {
        for (text, month, day) in [
            ("2026-03", 3, None),
            ("2026-03-31", 3, Some(31)),
            ("2026/3/1", 3, Some(1)),
            ("31.03.2026", 3, Some(31)),
            ("1.3.26", 3, Some(1)),
            ("03/2026", 3, None),
            ("3/26", 3, None),
            ("03.2026", 3, None),
            ("202603", 3, None),
            ("20260331", 3, Some(31)),
            ("2026M03", 3, None),
            ("March 2026", 3, None),
            ("Mar-26", 3, None),
            ("2026 Mar", 3, None),
            ("31-Mar-26", 3, Some(31)),
            ("Mar 31, 2026", 3, Some(31)),
            ("31. März 2026", 3, Some(31)),
            ("juin 2026", 6, None),
            ("juil. 2026", 7, None),
            ("agosto de 2026", 8, None),
            ("Dez 26", 12, None),
            ("2026-03-31T00:00:00", 3, Some(31)),
            ("31.03.2026 23:59", 3, Some(31)),
            ("٢٠٢٦-٠٣", 3, None),
        ] {
            let month = Month { year: 2026, month };
            assert_eq!(date(text, Order::DayFirst), Some(Date { month, day }), "{text}");
        }
        let march = Month { year: 2026, month: 3 };
        assert_eq!(date("3/31/2026", Order::MonthFirst), Some(Date { month: march, day: Some(31) }));
        for text in [
            "",
            "12",
            "1.5",
            "2026",
            "2026-13",
            "31.02.2026",
            "Q1 2026",
            "1-Mar",
            "Mar Apr 26",
            "1,234",
            "1500-01",
        ] {
            assert_eq!(date(text, Order::DayFirst), None, "{text}");
        }
    }
}
