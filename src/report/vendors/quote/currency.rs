//! Currencies by the signs and codes that people write.

use crate::scenario::CURRENCIES;

/// Signs that mean one currency, the longer before those within them.
const SIGNS: &[(&str, &str)] = &[
    ("US$", "USD"),
    ("C$", "CAD"),
    ("A$", "AUD"),
    ("NZ$", "NZD"),
    ("HK$", "HKD"),
    ("S$", "SGD"),
    ("R$", "BRL"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("₹", "INR"),
    ("zł", "PLN"),
    ("₱", "PHP"),
    ("₴", "UAH"),
    ("₫", "VND"),
    ("₩", "KRW"),
    ("₪", "ILS"),
    ("Kč", "CZK"),
];

/// Signs that several currencies share: the reader's own where it is one of them, else the first.
const SHARED: &[(&str, &[&str])] =
    &[("$", &["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "ARS", "CLP", "COP"]), ("¥", &["JPY", "CNY"])];

/// The currency that a text names, if it names one.
#[must_use]
pub fn currency(text: &str, home: &str) -> Option<&'static str> {
    let words = text.split(|c: char| !c.is_ascii_alphabetic());
    let code = words
        .into_iter()
        .find_map(|word| CURRENCIES.iter().map(|(code, _)| *code).find(|code| *code == word));
    let sign = || SIGNS.iter().find(|(sign, _)| text.contains(sign)).map(|(_, code)| *code);
    let shared = || {
        let (_, codes) = SHARED.iter().find(|(sign, _)| text.contains(sign))?;
        codes.iter().find(|code| **code == home).or(codes.first()).copied()
    };
    code.or_else(sign).or_else(shared)
}

#[cfg(test)]
mod tests {
    use super::currency;

    #[test]
    fn codes_and_signs_are_known_and_shared_ones_are_the_readers() {
        for (text, home, found) in [
            ("45 €/h", "USD", Some("EUR")),
            ("PLN 180", "USD", Some("PLN")),
            ("R$ 1.200", "USD", Some("BRL")),
            ("$45", "CAD", Some("CAD")),
            ("$45", "EUR", Some("USD")),
            ("¥900", "CNY", Some("CNY")),
            ("45", "USD", None),
            ("Europe", "USD", None),
        ] {
            assert_eq!(currency(text, home), found, "{text}");
        }
    }
}
