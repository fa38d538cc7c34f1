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

/// Yearly volatility of currencies against the US dollar, 2014 to 2024: computed from the European Central Bank's fixings.
const VOLATILITIES: &[(&str, f64)] = &[
    ("EUR", 0.079),
    ("GBP", 0.094),
    ("INR", 0.051),
    ("PLN", 0.103),
    ("RON", 0.083),
    ("PHP", 0.05),
    ("MXN", 0.125),
    ("BRL", 0.161),
    ("ZAR", 0.155),
    ("CAD", 0.076),
    ("AUD", 0.104),
    ("CZK", 0.093),
    ("HUF", 0.118),
    ("CNY", 0.04),
    ("MYR", 0.065),
];

/// Volatility of a currency without a figure; our judgement, about the middle of those with one.
const UNKNOWN: f64 = 0.1;

/// How far the rate between two currencies strays in a year: standard deviation of the logarithm. Between two that are both no US dollar
/// it is taken as the greater of the two against it, as such pairs move partly together.
#[must_use]
pub fn volatility(home: &str, foreign: &str) -> f64 {
    let known = |code: &str| match code {
        "USD" => 0.0,
        _ => VOLATILITIES.iter().find(|(name, _)| *name == code).map_or(UNKNOWN, |(_, found)| *found),
    };
    if home == foreign { 0.0 } else { known(home).max(known(foreign)) }
}

/// The scale of a currency; 1 for one that is not in [`CURRENCIES`].
#[must_use]
pub fn scale(code: &str) -> f64 {
    CURRENCIES.iter().find(|(name, _)| *name == code).map_or(1.0, |(_, scale)| *scale)
}
