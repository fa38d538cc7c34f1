//! Places where vendors work: the answers to «Who would do it instead?» with what is known about each.

use serde_json::Value;

use super::document::get;

/// A place with its blended development rate.
#[derive(Debug)]
pub struct Place {
    /// Its key in the scenario file.
    pub id: &'static str,
    /// What it is called.
    pub name: &'static str,
    /// Low, likely and high, in US dollars an hour.
    pub rate: [f64; 3],
    /// Where the rate comes from.
    pub source: &'static str,
    /// The mark of its grade.
    pub grade: &'static str,
    /// How fast pay grows there in a year, where a source says so; None: not known.
    pub pay_growth: Option<PayGrowth>,
}

/// Yearly growth of pay at a place.
#[derive(Debug)]
pub struct PayGrowth {
    /// A share a year.
    pub share: f64,
    /// Where it comes from.
    pub source: &'static str,
    /// The mark of its grade.
    pub grade: &'static str,
}

const CARDS: &str = "span of published rate cards, 2025–26";

const fn place(id: &'static str, name: &'static str, rate: [f64; 3], pay_growth: Option<PayGrowth>) -> Place {
    Place { id, name, rate, source: CARDS, grade: "J", pay_growth }
}

const fn grows(share: f64, source: &'static str) -> Option<PayGrowth> {
    Some(PayGrowth { share, source, grade: "B" })
}

/// The places offered.
pub const PLACES: &[Place] = &[
    place("eastern_europe", "Eastern Europe", [35.0, 52.0, 85.0], None),
    place("latin_america", "Latin America", [35.0, 50.0, 80.0], None),
    place("india", "India", [20.0, 32.0, 45.0], grows(0.09, "Aon, 2025–26")),
    place("south_east_asia", "South-East Asia", [22.0, 33.0, 50.0], None),
    place("western_europe", "Western Europe", [70.0, 95.0, 140.0], None),
    place("united_states", "United States", [85.0, 125.0, 200.0], grows(0.035, "Mercer and WTW, 2025–26")),
];

/// Whether an offer is billed by the hour.
fn by_the_hour(document: &Value, offer: &str) -> bool {
    get(document, &format!("{offer}.price.model")).is_none_or(|model| model == "hour")
}

/// Whether both the scenario and an offer's contract are in US dollars.
pub(super) fn in_dollars(document: &Value, offer: &str) -> bool {
    let dollars =
        |code: Option<&Value>| code.and_then(Value::as_str).is_none_or(|code| matches!(code, "" | "USD"));
    let contract = get(document, &format!("{offer}.price.currency.code"));
    document.get("currency").is_none_or(|code| code == "USD") && dollars(contract)
}

/// The place whose published rates an offer's price can be held against: its vendor's, billed by the hour in US dollars.
pub(super) fn priced(document: &Value, offer: &str) -> Option<&'static Place> {
    let key = get(document, &format!("{offer}.vendor"))?;
    let vendor = get(document, "vendors")?.as_array()?.iter().find(|vendor| vendor.get("id") == Some(key))?;
    let place = PLACES.iter().find(|place| vendor.get("place").is_some_and(|id| id == place.id))?;
    (by_the_hour(document, offer) && in_dollars(document, offer)).then_some(place)
}

impl Place {
    /// What choosing this place for an offer sets in a document, as paths with values: the vendor's place; the likely rate, but only
    /// where the offer is billed by the hour and both scenario and contract are in US dollars (there is no exchange rate to convert
    /// it by, so elsewhere the rate is left to the user); and the yearly index where pay growth is known, else its default.
    ///
    /// A value of None takes the path away, so that its default stands. Empty if there is no such offer or its vendor is unknown.
    #[must_use]
    pub fn settings(&self, document: &Value, service: usize, offer: usize) -> Vec<(String, Option<Value>)> {
        let at = format!("services.{service}.offers.{offer}");
        let text = |path: &str| get(document, path).and_then(Value::as_str);
        let vendors = get(document, "vendors").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        let key = text(&format!("{at}.vendor"));
        let Some(vendor) = vendors.iter().position(|vendor| key.is_some() && vendor["id"].as_str() == key)
        else {
            return Vec::new();
        };
        let mut changes = vec![(format!("vendors.{vendor}.place"), Some(self.id.into()))];
        if by_the_hour(document, &at) && in_dollars(document, &at) {
            changes.push((format!("{at}.price.rate"), Some(self.rate[1].into())));
        }
        let index = self.pay_growth.as_ref().map(|growth| growth.share.into());
        changes.push((format!("{at}.price.index"), index));
        changes
    }
}
