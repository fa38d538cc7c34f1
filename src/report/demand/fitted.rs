//! A fit as numbers that can be edited and then be taken as inputs.

use serde_json::{Value, json};

use super::season::averaged;
use crate::history::Fit;
use crate::scenario::Month;

/// The numbers of a fit.
#[derive(Clone, Debug, PartialEq)]
pub struct Fitted {
    /// Demand in month 1 of the plan without its season.
    pub base: f64,
    /// Growth a year.
    pub growth: f64,
    /// Factors of January to December; none where no season was fitted.
    pub season: Option<Vec<f64>>,
    /// Standard deviation of the logarithm of shocks.
    pub spread: f64,
    /// Their persistence.
    pub persistence: f64,
}

fn to_digits(value: f64, step: f64) -> f64 {
    libm::round(value / step) / libm::round(1.0 / step)
}

/// To four digits: a fit is not better known.
fn four_digits(value: f64) -> f64 {
    if value <= 0.0 {
        return 0.0;
    }
    let power = libm::pow(10.0, libm::floor(libm::log10(value)) - 3.0);
    if power < 1.0 {
        let inverse = libm::round(1.0 / power);
        libm::round(value * inverse) / inverse
    } else {
        libm::round(value / power) * power
    }
}

impl From<&Fit> for Fitted {
    /// Rounded to what can be known, and within the bounds of the inputs.
    fn from(fit: &Fit) -> Self {
        Fitted {
            base: four_digits(fit.base.value).min(1e9),
            growth: to_digits(fit.growth.value, 0.001).clamp(-0.95, 5.0),
            season: fit.seasonal.then(|| averaged(&fit.season.map(|factor| factor.value))),
            spread: to_digits(fit.spread.value, 0.001).clamp(0.0, 1.5),
            persistence: to_digits(fit.persistence.value, 0.01).clamp(0.0, 0.99),
        }
    }
}

impl Fitted {
    /// What it says of a month, before the plan or in it.
    #[must_use]
    pub fn at(&self, month: Month, plan: Month) -> f64 {
        let years = f64::from(month.since(plan)) / 12.0;
        let season = self.season.as_ref().map_or(1.0, |factors| averaged(factors)[month.place()]);
        self.base * libm::pow(1.0 + self.growth, years) * season
    }

    /// The changes that make it the demand of a service, by paths below the service's demand. Without a season of its
    /// own it takes the stated one away: its level and growth were fitted without.
    #[must_use]
    pub fn changes(&self) -> Vec<(&'static str, Option<Value>)> {
        vec![
            ("base", Some(json!(self.base))),
            ("growth", Some(json!(self.growth))),
            ("season", self.season.as_ref().map(|factors| json!(averaged(factors)))),
            ("spread", Some(json!(self.spread))),
            ("persistence", Some(json!(self.persistence))),
        ]
    }
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "rounded numbers")]
mod tests {
    use super::*;
    use crate::history::fit;
    use crate::scenario::check::check;
    use crate::scenario::document::set;
    use crate::scenario::templates::TEMPLATES;

    const PLAN: Month = Month { year: 2027, month: 1 };

    fn history(months: i32) -> (Vec<Option<f64>>, Month) {
        let first = PLAN.shifted(-months);
        let value = |at: i32| {
            let season = if first.shifted(at).month == 11 { 1.55 } else { 0.95 };
            1000.0 * libm::pow(1.1, f64::from(at - months) / 12.0) * season
        };
        ((0..months).map(|at| Some(value(at))).collect(), first)
    }

    #[test]
    fn a_fit_becomes_inputs_that_pass_the_check() {
        let (values, first) = history(36);
        let fitted = Fitted::from(&fit(&values, first, PLAN).expect("three years are enough"));
        assert_eq!((fitted.base, fitted.growth, fitted.spread), (1000.0, 0.1, 0.0));
        assert!((fitted.at(Month { year: 2027, month: 11 }, PLAN) - 1678.2).abs() < 0.5);
        let mut document = TEMPLATES[0].document();
        for (path, value) in fitted.changes() {
            set(&mut document, &format!("services.0.demand.{path}"), value);
        }
        assert_eq!(check(&document), []);
        assert_eq!(document["services"][0]["demand"]["season"][10], 1.55);
    }

    #[test]
    fn too_little_for_a_season_takes_the_season_away() {
        let values: Vec<_> = (0..14).map(|at| Some(50.0 + f64::from(at))).collect();
        let fitted = Fitted::from(&fit(&values, PLAN.shifted(-14), PLAN).expect("a year is enough"));
        assert!(fitted.changes().contains(&("season", None)));
    }

    #[test]
    fn edited_factors_are_brought_to_their_average() {
        let fitted =
            Fitted { base: 10.0, growth: 0.0, season: Some(vec![2.0; 12]), spread: 0.1, persistence: 0.5 };
        assert_eq!(fitted.at(PLAN, PLAN), 10.0);
        assert_eq!(four_digits(0.0), 0.0);
        assert_eq!(four_digits(123_456.0), 123_500.0);
        assert_eq!(four_digits(0.012_345_6), 0.012_35);
    }
}
