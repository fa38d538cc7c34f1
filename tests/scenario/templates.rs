//! Templates and places are sound, and their figures say where they come from.

use super::small;
use outsourcing::scenario::check::check;
use outsourcing::scenario::document::{field, get, set};
use outsourcing::scenario::places::PLACES;
use outsourcing::scenario::templates::TEMPLATES;
use outsourcing::scenario::{Origin, inputs, plan_values};
use serde_json::json;

#[test]
fn every_template_is_right_and_every_figure_of_it_has_a_source() {
    for template in TEMPLATES {
        let document = template.document();
        assert_eq!(check(&document), Vec::new(), "{}", template.id);
        for input in inputs(&document) {
            assert_ne!(input.origin, Origin::User, "{}: {} has no source", template.id, input.path);
        }
        for sourced in template.sources() {
            assert!(
                get(&document, &sourced.path).is_some(),
                "{}: {} is not in the document",
                template.id,
                sourced.path
            );
            assert!(
                !sourced.source.is_empty()
                    && ["A", "A2", "B", "B2", "C", "C2", "D", "J"].contains(&sourced.grade.as_str())
            );
        }
    }
}

#[test]
fn a_place_sets_a_rate_in_dollars_by_the_hour_alone() {
    let unlike: [&[(&str, &str)]; 5] = [
        &[],
        &[("services.0.offers.0.price.currency.code", "USD")],
        &[("currency", "EUR")],
        &[("services.0.offers.0.price.model", "unit")],
        &[("currency", "EUR"), ("services.0.offers.0.price.currency.code", "EUR")],
    ];
    for place in PLACES {
        let [low, likely, high] = place.rate;
        assert!(0.0 < low && low <= likely && likely <= high && !place.source.is_empty(), "{}", place.id);
        for (case, changes) in unlike.iter().enumerate() {
            let mut document = small();
            for (path, text) in *changes {
                set(&mut document, path, Some(json!(text)));
            }
            for (path, value) in place.settings(&document, 0, 0) {
                assert!(field(&path).is_some() && set(&mut document, &path, value), "{path}");
            }
            assert_eq!(check(&document), Vec::new(), "{}", place.id);
            assert_eq!(get(&document, "vendors.0.place"), Some(&json!(place.id)));
            let rate = plan_values(&document).services[0].offers[0].price.rate;
            let wanted = if case < 2 { likely } else { 40.0 };
            assert!((rate - wanted).abs() < 1e-12, "{} in case {case}", place.id);
        }
        assert_eq!(place.settings(&small(), 0, 1), Vec::new());
        assert_eq!(place.settings(&json!({}), 0, 0), Vec::new());
    }
    for template in TEMPLATES {
        for vendor in template.document()["vendors"].as_array().expect("vendors") {
            assert!(
                PLACES.iter().any(|place| Some(place.id) == vendor["place"].as_str()),
                "{}: {vendor}",
                template.id
            );
        }
    }
}
