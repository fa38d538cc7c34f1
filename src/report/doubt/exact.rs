//! Figures of a simulation, no more exact than its error allows.

use serde_json::Value;

use crate::scenario::document::get;
use crate::simulation::step;

/// A figure with its Monte-Carlo error.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found {
    /// The value.
    pub value: f64,
    /// Its standard error; none where too few paths tell.
    pub error: Option<f64>,
}

impl Found {
    /// The figure at a path: a value with its error, or a plain number.
    #[must_use]
    pub fn at(found: &Value, path: &str) -> Option<Self> {
        let at = get(found, path)?;
        match at.as_f64() {
            Some(value) => Some(Self { value, error: Some(0.0) }),
            None => Some(Self {
                value: at.get("value")?.as_f64()?,
                error: at.get("error").and_then(Value::as_f64),
            }),
        }
    }

    /// The value in whole steps of what the error allows; the value itself where there is no error, or none is known.
    #[must_use]
    pub fn rounded(self) -> f64 {
        let step = step(self.error.unwrap_or(0.0));
        if step > 0.0 && step.is_finite() { libm::round(self.value / step) * step + 0.0 } else { self.value }
    }

    /// A probability, which a sample never shows to be 0 or 1: rounded, and held half a step (half a per cent at least) from both.
    #[must_use]
    pub fn chance(self) -> Chance {
        let least = step(self.error.unwrap_or(0.0)).max(0.01);
        let rounded = libm::round(self.value / least) * least;
        if self.value <= 0.0 {
            Chance::None
        } else if self.value >= 1.0 {
            Chance::All
        } else if rounded < least / 2.0 {
            Chance::Below(least)
        } else if rounded > 1.0 - least / 2.0 {
            Chance::Above(1.0 - least)
        } else {
            Chance::About(rounded)
        }
    }
}

/// A probability as it may be told.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Chance {
    /// On no path at all.
    None,
    /// On every path.
    All,
    /// On some, but fewer than this share.
    Below(f64),
    /// On more than this share, but not on every one.
    Above(f64),
    /// This share.
    About(f64),
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn found(value: f64, error: f64) -> Found {
        Found { value, error: Some(error) }
    }

    #[test]
    fn figures_are_read_with_their_error() {
        let summary =
            json!({ "options": { "split_0": { "saved": { "value": 5.0, "error": null }, "planned": 7.0 } } });
        assert_eq!(Found::at(&summary, "options.split_0.saved"), Some(Found { value: 5.0, error: None }));
        assert_eq!(Found::at(&summary, "options.split_0.planned"), Some(found(7.0, 0.0)));
        assert_eq!(Found::at(&summary, "options.split_1.saved"), None);
    }

    #[test]
    fn nothing_is_more_exact_than_its_error() {
        let close = |a: f64, b: f64| assert!((a - b).abs() < 1e-9, "{a}, not {b}");
        close(found(1_127_431.0, 900.0).rounded(), 1_128_000.0);
        close(found(1_127_431.0, 4_000.0).rounded(), 1_130_000.0);
        close(found(-42_314.0, 12_000.0).rounded(), -50_000.0);
        close(found(123.456, 0.0).rounded(), 123.456);
    }

    #[test]
    fn a_sample_shows_no_certainty_but_what_it_never_met() {
        assert_eq!(found(0.0, 0.0).chance(), Chance::None);
        assert_eq!(found(1.0, 0.0).chance(), Chance::All);
        assert_eq!(found(0.001, 0.0005).chance(), Chance::Below(0.01));
        assert_eq!(found(0.9995, 0.0005).chance(), Chance::Above(0.99));
        assert_eq!(found(0.871, 0.004).chance(), Chance::About(0.87));
        let Chance::About(coarse) = found(0.871, 0.02).chance() else { panic!("about") };
        assert!((coarse - 0.85).abs() < 1e-9, "in steps of five per cent: {coarse}");
    }
}
