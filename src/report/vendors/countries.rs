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
    let amount = |pay: &Pay| {
        let net = if pay.net { shared.of_vendors(VendorText::PlacesNet) } else { "" };
        let amount = shared.locale.number(pay.amount.value);
        let line = format!(
            "{}: {} {amount} {}{net}",
            (words.work)(pay.work),
            pay.currency,
            (words.period)(pay.period)
        );
        html! { <div>{ line }</div> }
    };
    // Amounts of one source stand together, the source below them.
    let pay = |all: &[Pay]| {
        let groups = all.chunk_by(|a, b| a.amount.source == b.amount.source);
        html! { <>{ for groups.map(|group| html! { <>
            { for group.iter().map(amount) }
            <small class="apart">{ format!("{}, {}", group[0].amount.source, group[0].amount.grade) }</small>
        </> }) }</> }
    };
    let of = |of: fn(&Country) -> Option<Known>, row: &Row| row.country.and_then(of);
    // What nothing is known of in any of the places is said once.
    let nowhere = |name: VendorText, of_country: fn(&Country) -> Option<Known>| {
        rows.iter().all(|row| of(of_country, row).is_none()).then(|| {
            html! {
                <tr><th scope="row">{ shared.of_vendors(name) }</th>
                    <td class="words" colspan={rows.len().to_string()}><span class="assumed">{ shared.of_vendors(VendorText::NotKnown) }{ ": " }{ shared.of_vendors(VendorText::PlacesNowhere) }</span></td></tr>
            }
        })
    };
    type Cell<'a> = Box<dyn Fn(&Row) -> Html + 'a>;
    let facts: Vec<(VendorText, Cell)> = vec![
        (
            VendorText::PlacesCurrency,
            Box::new(|row| row.country.map_or_else(unknown, |country| html! { { country.currency } })),
        ),
        (
            VendorText::PlacesMoves,
            Box::new(|row| match row.country {
                Some(country) if country.currency == "USD" => html! { "–" },
                country => share(country.and_then(Country::volatility)),
            }),
        ),
        (
            VendorText::PlacesPay,
            Box::new(|row| match row.country.map(|country| country.pay) {
                Some(known) if !known.is_empty() => pay(known),
                _ => unknown(),
            }),
        ),
        (
            VendorText::PlacesRates,
            Box::new(|row| {
                row.place.map_or_else(unknown, |place| {
                    let [low, likely, high] = place.rate.map(|rate| shared.locale.number(rate));
                    let rate = shared.of_vendors_with(VendorText::PlacesRate, &[&low, &likely, &high]);
                    sourced(rate, place.source, place.grade)
                })
            }),
        ),
        (VendorText::PlacesCharges, Box::new(|row| share(of(|country| country.charges, row)))),
        (VendorText::PlacesHours, Box::new(|row| number(of(|country| country.hours, row)))),
        (VendorText::PlacesLeave, Box::new(|row| number(of(|country| country.leave, row)))),
        (VendorText::PlacesHolidays, Box::new(|row| number(of(|country| country.holidays, row)))),
        (VendorText::PlacesGrowth, Box::new(|row| share(of(|country| country.pay_growth, row)))),
        (VendorText::PlacesTax, Box::new(|row| share(of(|country| country.tax, row)))),
    ];
    html! {
        <div class={classes!("table-scroll", (rows.len() > 4).then_some("wide"))} tabindex="0" role="region" aria-label={shared.of_vendors(VendorText::PlacesTitle)}><table class="places">
            <thead><tr><th scope="col">{ shared.of_vendors(VendorText::PlacesPlace) }</th>
                { for rows.iter().map(|row| html! { <th scope="col" key={row.name.clone()}>{ &row.name }<small class="apart">{ row.whose.join(", ") }</small></th> }) }</tr></thead>
            <tbody>{ for facts.iter().map(|(name, cell)| match one_figure(*name).and_then(|figure| nowhere(*name, figure)) {
                Some(row) => row,
                None => html! {
                    <tr><th scope="row">{ shared.of_vendors(*name) }</th>{ for rows.iter().map(|row| html! { <td class="words">{ cell(row) }</td> }) }</tr>
                },
            }) }</tbody>
        </table></div>
    }
}

/// The figure of a country that a row shows, where it shows one.
fn one_figure(name: VendorText) -> Option<fn(&Country) -> Option<Known>> {
    Some(match name {
        VendorText::PlacesCharges => |country| country.charges,
        VendorText::PlacesHours => |country| country.hours,
        VendorText::PlacesLeave => |country| country.leave,
        VendorText::PlacesHolidays => |country| country.holidays,
        VendorText::PlacesGrowth => |country| country.pay_growth,
        VendorText::PlacesTax => |country| country.tax,
        _ => return None,
    })
}
