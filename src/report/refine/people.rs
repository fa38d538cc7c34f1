//! Services and vendors: their names, and adding and removing them.

use serde_json::{Value, json};
use yew::prelude::*;

use super::fields::Fields;
use crate::page::messages::{Message, tell};
use crate::page::shared::Shared;
use crate::page::views::controls::button;
use crate::page::views::inputs::{list, name_of};
use crate::report::words::Said as _;
use crate::scenario::places::PLACES;
use crate::scenario::{Field, Group, Offer, Service, Vendor, document};
use crate::words::{RefineText, Text};

/// Most services of a scenario.
const MOST_SERVICES: usize = 12;
/// Most vendors of a scenario, and offers for a service.
const MOST_VENDORS: usize = 8;

/// An id for a new vendor that no other has.
fn fresh_vendor(document: &Value) -> String {
    let taken: Vec<String> = list(document, "vendors").iter().map(|vendor| name_of(vendor, "id")).collect();
    (1..).map(|number| format!("v{number}")).find(|id| !taken.contains(id)).unwrap_or_default()
}

/// Adds a vendor and its offer for the service, and puts it on view: at the first place, whose published span then stands beside its
/// rate. That is in US dollars; elsewhere the price is asked for.
pub(super) fn add_vendor(shared: &Shared, document: &Value, service: usize) -> Html {
    let id = fresh_vendor(document);
    let count = list(document, "vendors").len();
    let offers = list(document, &format!("services.{service}.offers"));
    let place = &PLACES[0];
    let name = format!("{} {}", shared.text(Text::VendorShown), count + 1);
    let vendor = json!({ "id": id, "name": name, "place": place.id });
    let mut offer = json!({ "vendor": id });
    if shared.locale.currency == "USD" {
        document::set(&mut offer, "price.rate", Some(json!(place.rate[1])));
    }
    let list_with = |path: &str, count: usize, entry: Value| match count {
        0 => (path.to_owned(), Some(Value::Array(vec![entry]))),
        _ => (format!("{path}.{count}"), Some(entry)),
    };
    let changes = vec![
        list_with("vendors", count, vendor),
        list_with(&format!("services.{service}.offers"), offers.len(), offer),
    ];
    if count >= MOST_VENDORS || offers.len() >= MOST_VENDORS {
        return Html::default();
    }
    let (edits, last) = (shared.edits.clone(), offers.len());
    button(shared.refined(RefineText::AddVendor), "", move || {
        edits.set_all(changes.clone());
        tell(Message::Show, &last.to_string());
    })
}

/// Services and vendors: their names, and adding and removing them.
pub(super) fn people_and_places(fields: &Fields<'_>, at: usize, offer: Option<usize>) -> Html {
    let form = &fields.form;
    let (shared, document) = (form.shared, form.document);
    let button = |word: RefineText, changes: Vec<(String, Option<Value>)>| {
        let edits = shared.edits.clone();
        button(shared.refined(word), "quiet", move || edits.set_all(changes.clone()))
    };
    let services = list(document, "services");
    let copy = services.get(at).cloned().map(|mut service| {
        // An entry from a link may be anything; `set` leaves alone what has no keys.
        let name = shared.filled(Text::CopyOf, &[&name_of(&service, "name")]);
        document::set(&mut service, "name", Some(json!(name)));
        service
    });
    let remove_vendor = offer.map(|offer| {
        let offers = list(document, &format!("services.{at}.offers"));
        document::without_vendor(document, &name_of(&offers[offer], "vendor"))
    });
    let single = |declared: &'static [Field], names: &[&str], path: &str| -> Html {
        declared
            .iter()
            .filter(|field| names.contains(&field.name))
            .map(|field| fields.field(field, &format!("{path}.{}", field.name)))
            .collect()
    };
    html! { <>
        { single(<Service<()> as Group>::fields(), &["name", "core"], &format!("services.{at}")) }
        if let Some(offer) = offer { { single(<Offer<()> as Group>::fields(), &["incumbent"], &format!("services.{at}.offers.{offer}")) } }
        <div class="controls">
            if services.len() < MOST_SERVICES { if let Some(copy) = copy { { button(RefineText::AddService, vec![(format!("services.{}", services.len()), Some(copy))]) } } }
            if services.len() > 1 { { button(RefineText::RemoveService, vec![(format!("services.{at}"), None)]) } }
        </div>
        { for (0..list(document, "vendors").len()).map(|index| html! {
            <fieldset class="group" key={index}><legend>{ shared.text(Text::VendorShown) }{ format!(" {}", index + 1) }</legend>
                { single(<Vendor<()> as Group>::fields(), &["name", "selection", "yearly"], &format!("vendors.{index}")) }
            </fieldset>
        }) }
        <div class="controls">
            { add_vendor(shared, document, at) }
            if let Some(changes) = remove_vendor { { button(RefineText::RemoveVendor, changes) } }
        </div>
    </> }
}
