//! What is known of the places where vendors work: currency, pay, rates, holidays; what is not known is said to be.

use yew::prelude::*;

use super::requirements::{EditedProps, considered};
use crate::page::shared::{Shared, use_shared};
use crate::report::words::Said as _;
use crate::scenario::countries::{Country, Known, Pay, of_zone};
use crate::scenario::places::{PLACES, Place};
use crate::scenario::{Scenario, plan_values};
use crate::words::{Format, VendorText, vendor_language};

/// A place that somebody works in: the country of a stated time zone, or the region of a vendor without one.
struct Row {
    name: String,
    whose: Vec<String>,
    country: Option<&'static Country>,
    place: Option<&'static Place>,
}

fn rows(shared: &Shared, scenario: &Scenario<f64>, vendors: &[(usize, String)]) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut meet = |whose: String, zone: &str, place: &str| {
        let country = of_zone(zone);
        let region = country.and_then(|country| country.region).unwrap_or(place);
        let place = PLACES.iter().find(|known| known.id == region);
        let name = country.map(|country| country.name).or(place.map(|place| place.name));
        let Some(name) = name else { return };
        match rows.iter_mut().find(|row| row.name == name) {
            Some(row) => row.whose.push(whose),
            None => rows.push(Row { name: name.to_owned(), whose: vec![whose], country, place }),
        }
    };
    meet(shared.of_vendors(VendorText::PlacesYou).to_owned(), &scenario.here.zone, "");
    for (vendor, name) in vendors {
        if let Some(one) = scenario.vendors.get(*vendor) {
            meet(name.clone(), &one.zone, &one.place);
        }
    }
    rows
}

/// A row a place.
#[component]
pub fn Countries(props: &EditedProps) -> Html {
    let shared = use_shared();
    let scenario = plan_values(&props.answer.document);
    let rows = rows(&shared, &scenario, &considered(&props.answer.document));
    if rows.is_empty() {
        return html! { <p class="hint">{ shared.of_vendors(VendorText::PlacesNone) }</p> };
    }
    let unknown = || html! { <span class="assumed">{ shared.of_vendors(VendorText::NotKnown) }</span> };
    let sourced = |words: String, source: &str, grade: &str| html! { <>{ words }<small class="apart">{ format!("{source}, {grade}") }</small></> };
    let share = |known: Option<Known>| {
        known.map_or_else(unknown, |known| {
            sourced(shared.locale.share(known.value), known.source, known.grade)
        })
    };
    let number = |known: Option<Known>| {
        known.map_or_else(unknown, |known| {
            sourced(shared.locale.number(known.value), known.source, known.grade)
        })
    };
    let words = vendor_language(shared.language);
    let pay = |pay: &Pay| {
        let net = if pay.net { shared.of_vendors(VendorText::PlacesNet) } else { "" };
        let amount = format!(
            "{} {} {}{net}",
            pay.currency,
            shared.locale.number(pay.amount.value),
            (words.period)(pay.period)
        );
        html! { <div>{ (words.work)(pay.work) }{ ": " }{ amount }<small class="apart">{ format!("{}, {}", pay.amount.source, pay.amount.grade) }</small></div> }
    };
    let cells = |row: &Row| {
        let country = row.country;
        let rate = row.place.map_or_else(unknown, |place| {
            let [low, likely, high] = place.rate.map(|rate| shared.locale.number(rate));
            let rate = shared.of_vendors_with(VendorText::PlacesRate, &[&low, &likely, &high]);
            sourced(rate, place.source, place.grade)
        });
        html! {
            <tr key={row.name.clone()}>
                <th scope="row">{ &row.name }<small class="apart">{ row.whose.join(", ") }</small></th>
                <td>{ country.map_or_else(unknown, |country| html! { { country.currency } }) }</td>
                <td>{ share(country.and_then(Country::volatility)) }</td>
                <td class="words">{ match country.map(|country| country.pay) {
                    Some(known) if !known.is_empty() => html! { { for known.iter().map(pay) } },
                    _ => unknown(),
                } }</td>
                <td>{ rate }</td>
                <td>{ share(country.and_then(|country| country.charges)) }</td>
                <td>{ number(country.and_then(|country| country.hours)) }</td>
                <td>{ number(country.and_then(|country| country.leave)) }</td>
                <td>{ number(country.and_then(|country| country.holidays)) }</td>
                <td>{ share(country.and_then(|country| country.pay_growth)) }</td>
                <td>{ share(country.and_then(|country| country.tax)) }</td>
            </tr>
        }
    };
    let heads = [
        VendorText::PlacesPlace,
        VendorText::PlacesCurrency,
        VendorText::PlacesMoves,
        VendorText::PlacesPay,
        VendorText::PlacesRates,
        VendorText::PlacesCharges,
        VendorText::PlacesHours,
        VendorText::PlacesLeave,
        VendorText::PlacesHolidays,
        VendorText::PlacesGrowth,
        VendorText::PlacesTax,
    ];
    html! {
        <div class="table-scroll wide" tabindex="0" role="region" aria-label={shared.of_vendors(VendorText::PlacesTitle)}><table class="places">
            <thead><tr>{ for heads.into_iter().map(|head| html! { <th scope="col">{ shared.of_vendors(head) }</th> }) }</tr></thead>
            <tbody>{ for rows.iter().map(cells) }</tbody>
        </table></div>
    }
}
