//! Common hours of a scenario's vendors, and what is known of their countries.

use super::{three, with};
use outsourcing::answer::vendors::{common_hours, day_strip, usual_day};
use outsourcing::scenario::check::check;
use outsourcing::scenario::countries::{COUNTRIES, of_zone};
use outsourcing::scenario::places::PLACES;
use outsourcing::scenario::templates::TEMPLATES;
use outsourcing::scenario::{Month, plan_values};
use outsourcing::zones::{ZONES, date, find};
use serde_json::json;

#[test]
fn common_hours_go_through_the_year_from_the_first_month() {
    let document = with(
        &three(),
        &[
            ("first_month", json!("2027-03")),
            ("here.zone", json!("Europe/London")),
            ("vendors.0.zone", json!("Asia/Kolkata")),
        ],
    );
    assert_eq!(check(&document), Vec::new());
    let scenario = plan_values(&document);
    let found = common_hours(&scenario, 0).expect("zones");
    assert_eq!(found.months.len(), 12);
    assert_eq!(found.months[0].0, Month { year: 2027, month: 3 });
    assert!((found.months[1].1 - 3.5).abs() < 1e-12 && (found.months[10].1 - 2.5).abs() < 1e-12);
    assert!((found.worst - 2.5).abs() < 1e-12);
    assert_eq!(common_hours(&scenario, 1), None, "its zone is not known");
    let day = usual_day(&scenario, Month { year: 2027, month: 5 });
    assert_eq!(day, date(2027, 5, 10), "the 8th is a Saturday");
    let strip = day_strip(&scenario, 0, day).expect("zones");
    assert_eq!(
        (strip.ours, strip.theirs, strip.common),
        (vec![(9.0, 17.0)], vec![(4.5, 12.5)], vec![(9.0, 12.5)])
    );
    let strip = day_strip(&scenario, 0, date(2027, 1, 12)).expect("zones");
    assert!((strip.hours() - 2.5).abs() < 1e-12);
}

#[test]
fn every_zone_has_one_country_and_every_figure_a_source() {
    for zone in ZONES {
        let of: Vec<&str> = COUNTRIES
            .iter()
            .filter(|country| country.zones.contains(&zone.name))
            .map(|country| country.name)
            .collect();
        assert_eq!(of.len(), 1, "{}: {of:?}", zone.name);
        assert_eq!(of_zone(zone.name).map(|country| country.name), of.first().copied());
    }
    for (index, country) in COUNTRIES.iter().enumerate() {
        assert!(country.zones.iter().all(|zone| find(zone).is_some()), "{}", country.name);
        assert!(country.code.len() == 2 && country.currency.len() == 3, "{}", country.name);
        assert!(COUNTRIES[..index].iter().all(|other| other.name < country.name), "{}", country.name);
        assert!(
            country.region.is_none_or(|region| PLACES.iter().any(|place| place.id == region)),
            "{}",
            country.name
        );
        let figures = [
            country.charges,
            country.hours,
            country.leave,
            country.holidays,
            country.pay_growth,
            country.tax,
        ];
        let pay = country.pay.iter().map(|pay| Some(pay.amount));
        for known in figures.into_iter().chain(pay).chain([country.volatility()]).flatten() {
            assert!(known.value > 0.0 && !known.source.is_empty(), "{}", country.name);
            assert!(["A", "A2", "B", "B2", "C", "C2", "D", "J"].contains(&known.grade), "{}", country.name);
        }
        // Pay is stated in the country's currency, or in dollars where it is paid so.
        assert!(country.pay.iter().all(|pay| pay.currency == country.currency || pay.currency == "USD"));
    }
}

#[test]
fn figures_without_a_source_are_not_known() {
    for name in ["Mexico", "Colombia", "Brazil", "Egypt", "Romania"] {
        let country = COUNTRIES.iter().find(|country| country.name == name).expect("offered");
        assert!(country.pay.is_empty(), "{name}: no acceptable figure was found");
    }
    assert!(COUNTRIES.iter().all(|country| country.holidays.is_none()), "no source for holidays yet");
}

#[test]
fn a_template_compares_vendors_on_all_of_it() {
    let document = TEMPLATES
        .iter()
        .map(|template| template.document())
        .find(|document| document["vendors"].as_array().is_some_and(|vendors| vendors.len() > 2))
        .expect("a template with three vendors");
    let scenario = plan_values(&document);
    assert!(scenario.vendors.iter().all(|vendor| find(&vendor.zone).is_some()));
    assert!(!scenario.services[0].skills.is_empty() && scenario.preferences.must.overlap.is_some());
    let found = outsourcing::answer::answer(&scenario);
    assert_eq!(found.failures.iter().filter(|lacks| !lacks.is_empty()).count(), 1, "one is knocked out");
    let standings = outsourcing::answer::vendors::standings(&scenario, &found);
    assert_eq!(standings.ranked().len(), 2);
    let first = standings.ranked()[0];
    assert!((0.5..0.95).contains(&standings.first(first)), "a choice that depends on the weights");
}
