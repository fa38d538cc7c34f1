//! Currencies: their codes, and the scale on which bounds and default amounts of money are read.

/// Offered currencies with their scale: a round number near the price of one US dollar, so that bounds and the
/// (US-dollar) default amounts keep a sensible size. It is no exchange rate and converts nothing a user typed.
pub const CURRENCIES: &[(&str, f64)] = &[
    ("USD", 1.0),
    ("EUR", 1.0),
    ("GBP", 1.0),
    ("CHF", 1.0),
    ("CAD", 1.0),
    ("AUD", 1.0),
    ("NZD", 1.0),
    ("SGD", 1.0),
    ("PLN", 5.0),
    ("RON", 5.0),
    ("BRL", 5.0),
    ("MYR", 5.0),
    ("ILS", 5.0),
    ("AED", 5.0),
    ("BGN", 2.0),
    ("CNY", 10.0),
    ("SEK", 10.0),
    ("NOK", 10.0),
    ("DKK", 10.0),
    ("HKD", 10.0),
    ("ZAR", 20.0),
    ("MXN", 20.0),
    ("CZK", 20.0),
    ("TRY", 50.0),
    ("UAH", 50.0),
    ("EGP", 50.0),
    ("PHP", 50.0),
    ("THB", 50.0),
    ("INR", 100.0),
    ("JPY", 100.0),
    ("HUF", 500.0),
    ("KRW", 1000.0),
    ("ARS", 1000.0),
    ("CLP", 1000.0),
    ("COP", 5000.0),
    ("VND", 20000.0),
    ("IDR", 20000.0),
];

/// The scale of a currency; 1 for one that is not in [`CURRENCIES`].
#[must_use]
pub fn scale(code: &str) -> f64 {
    CURRENCIES.iter().find(|(name, _)| *name == code).map_or(1.0, |(_, scale)| *scale)
}
