//! What is known of the countries that vendors work in, by the time zone they state. Only the report reads it.
//!
//! Each figure has its source and grade; what has none is not known, and is said to be. Amounts stand in their own currency and for the
//! time they were published for: nothing is converted. Public holidays are known of none: they differ by region and year, and no source
//! was found that counts them for all places alike.

mod table;

pub use table::COUNTRIES;

/// A figure with where it comes from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Known {
    /// The figure.
    pub value: f64,
    /// Publisher and year.
    pub source: &'static str,
    /// The mark of its grade.
    pub grade: &'static str,
}

/// What pay is stated for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PayPeriod {
    /// A year.
    Year,
    /// A month.
    Month,
    /// A week.
    Week,
    /// An hour.
    Hour,
}

/// The kind of work that pay is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// Software developers.
    Developer,
    /// First-line support.
    Support,
    /// Systems administrators.
    SystemsAdministrator,
    /// Database administrators.
    DatabaseAdministrator,
    /// Data engineers.
    DataEngineer,
}

/// Published pay.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pay {
    /// For which work.
    pub work: Work,
    /// The amount: a median unless the source says otherwise.
    pub amount: Known,
    /// Its currency.
    pub currency: &'static str,
    /// What it is for.
    pub period: PayPeriod,
    /// After tax and charges; published pay is gross elsewhere.
    pub net: bool,
}

/// What is known of a country.
#[derive(Debug)]
pub struct Country {
    /// Its name.
    pub name: &'static str,
    /// Its code, ISO 3166.
    pub code: &'static str,
    /// Its currency's code, ISO 4217.
    pub currency: &'static str,
    /// The time zones of it that are offered.
    pub zones: &'static [&'static str],
    /// The key of the [`Place`](super::places::Place) whose rates are for it; None: no rate is known.
    pub region: Option<&'static str>,
    /// Published pay.
    pub pay: &'static [Pay],
    /// The employer’s charges on gross pay.
    pub charges: Option<Known>,
    /// Hours worked in a year, all jobs, part-time included.
    pub hours: Option<Known>,
    /// Days of paid leave in a year.
    pub leave: Option<Known>,
    /// Public holidays in a year.
    pub holidays: Option<Known>,
    /// Growth of pay in a year.
    pub pay_growth: Option<Known>,
    /// Corporate tax.
    pub tax: Option<Known>,
}

const MOVES: &str = "computed from ECB fixings, 2014–24";

const fn known(value: f64, source: &'static str, grade: &'static str) -> Option<Known> {
    Some(Known { value, source, grade })
}

/// Currencies and how much they have moved against the US dollar in a year.
const VOLATILITY: &[(&str, f64)] = &[
    ("EUR", 0.079),
    ("GBP", 0.094),
    ("INR", 0.051),
    ("PLN", 0.103),
    ("RON", 0.083),
    ("PHP", 0.050),
    ("MXN", 0.125),
    ("BRL", 0.161),
    ("ZAR", 0.155),
    ("CAD", 0.076),
    ("AUD", 0.104),
    ("CZK", 0.093),
    ("HUF", 0.118),
    ("CNY", 0.040),
    ("MYR", 0.065),
];

impl Country {
    /// How much its currency has moved against the US dollar in a year: standard deviation of logarithms.
    #[must_use]
    pub fn volatility(&self) -> Option<Known> {
        let (_, value) = VOLATILITY.iter().find(|(code, _)| *code == self.currency)?;
        known(*value, MOVES, "A")
    }
}

/// The country of a time zone, if it is offered.
#[must_use]
pub fn of_zone(zone: &str) -> Option<&'static Country> {
    let name = crate::zones::find(zone)?.name;
    COUNTRIES.iter().find(|country| country.zones.contains(&name))
}
