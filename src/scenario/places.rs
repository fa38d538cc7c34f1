//! Places where vendors work, with the span of published hourly rates.

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
}

const CARDS: &str = "span of published rate cards, 2025–26";

const fn place(id: &'static str, name: &'static str, rate: [f64; 3]) -> Place {
    Place { id, name, rate, source: CARDS, grade: "J" }
}

/// The places offered.
pub const PLACES: &[Place] = &[
    place("eastern_europe", "Eastern Europe", [35.0, 52.0, 85.0]),
    place("latin_america", "Latin America", [35.0, 50.0, 80.0]),
    place("india", "India", [20.0, 32.0, 45.0]),
    place("south_east_asia", "South-East Asia", [22.0, 33.0, 50.0]),
    place("western_europe", "Western Europe", [70.0, 95.0, 140.0]),
    place("united_states", "United States", [85.0, 125.0, 200.0]),
];
