//! The inputs: six questions first, then one section at a time.

use std::rc::Rc;

use serde_json::{Value, json};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::controls::{button, labelled};
use super::form::{Form, section};
use super::range::{ends, in_short};
use crate::page::browser;
use crate::page::edits::use_edits;
use crate::page::shared::{Shared, use_shared};
use crate::scenario::check::Problem;
use crate::scenario::places::PLACES;
use crate::scenario::{Choice, Field, Group, Kind, Line, Offer, Scenario, Service, Vendor, document};
use crate::words::{Format, Text};

/// The session's part that the inputs show.
#[derive(Properties, PartialEq)]
pub struct InputsProps {
    /// The document as edited.
    pub document: Rc<Value>,
    /// What is wrong with it.
    pub problems: Rc<Vec<Problem>>,
    /// A field to go to, by its path, with a number that changes at each request.
    pub go: Option<(AttrValue, u32)>,
}

fn list<'a>(document: &'a Value, path: &str) -> &'a [Value] {
    document::get(document, path).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn name_of(value: &Value, key: &str) -> String {
    value.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// The sections: a title by the field that declares the group, and the group's path.
struct Part {
    field: &'static Field,
    path: String,
}

fn parts(service: usize, offer: Option<usize>, document: &Value) -> Vec<Part> {
    let at = format!("services.{service}");
    let here = document::get(document, &at);
    let fields = <Service<()> as Group>::FIELDS;
    let group = |field: &&'static Field| matches!(field.kind, Kind::Group(_)) || field.name == "costs";
    let mut parts: Vec<Part> = fields
        .iter()
        .filter(group)
        .filter(|field| crate::scenario::counts(field, fields, here))
        .map(|field| Part { field, path: format!("{at}.{}", field.name) })
        .collect();
    if let Some(offer) = offer {
        let at = format!("{at}.offers.{offer}");
        parts.extend(
            <Offer<()> as Group>::FIELDS
                .iter()
                .filter(group)
                .map(|field| Part { field, path: format!("{at}.{}", field.name) }),
        );
    }
    parts.extend(
        <Scenario<()> as Group>::FIELDS
            .iter()
            .filter(|field| matches!(field.name, "money" | "simulation"))
            .map(|field| Part { field, path: field.name.to_owned() }),
    );
    parts
}

/// One line that says what a group holds now: its first numbers.
fn summary(shared: &Shared, document: &Value, part: &Part, skip: &[String]) -> String {
    let Kind::Group(fields) = part.field.kind else {
        let count = list(document, &part.path).len();
        return if count == 0 { shared.text(Text::Empty).to_owned() } else { count.to_string() };
    };
    let money = crate::scenario::scale(&shared.locale.currency);
    let said: Vec<String> = fields
        .iter()
        .filter_map(|field| {
            let path = format!("{}.{}", part.path, field.name);
            let Kind::Number(row) = field.kind else { return None };
            if skip.contains(&path)
                || !crate::scenario::counts(field, fields, document::get(document, &part.path))
            {
                return None;
            }
            let given = document::get(document, &path);
            if let Some(ends) = given.and_then(ends) {
                let siblings = document::get(document, &part.path);
                let short = in_short(shared, row, crate::scenario::unit(row, siblings), ends);
                return Some(format!("{} {short}", browser::lowercase(shared.label(field))));
            }
            let given = given.and_then(Value::as_f64);
            let scale = if row.unit.is_money() { money } else { 1.0 };
            let value = given.or(row.default.map(|value| value * scale))?;
            (value.abs() > 0.0).then(|| {
                format!("{} {}", browser::lowercase(shared.label(field)), shared.quantity(value, row.unit))
            })
        })
        .take(3)
        .collect();
    if !said.is_empty() {
        said.join(", ")
    } else if skip.is_empty() {
        shared.text(Text::Empty).to_owned()
    } else {
        // What is asked above is not said again, unless the group would seem to hold nothing.
        summary(shared, document, part, &[])
    }
}

/// Six questions, then the sections.
#[component]
pub fn Inputs(props: &InputsProps) -> Html {
    let (shared, edits) = (use_shared(), use_edits());
    let (service, offer) = (use_state(|| 0_usize), use_state(|| 0_usize));
    let open = use_state(|| None::<String>);
    let document = &*props.document;
    let services = list(document, "services");
    let at = (*service).min(services.len().saturating_sub(1));
    let offers = list(document, &format!("services.{at}.offers"));
    let chosen = (!offers.is_empty()).then(|| (*offer).min(offers.len() - 1));
    use_go(props, &service, &offer, &open);

    let mut questions = vec![
        format!("services.{at}.team.people"),
        format!("services.{at}.team.pay"),
        format!("services.{at}.demand.growth"),
        "horizon".to_owned(),
    ];
    if let Some(chosen) = chosen {
        questions.insert(2, format!("services.{at}.offers.{chosen}.price.rate"));
    }
    let form = Form { shared: &shared, edits: &edits, document, problems: &props.problems, elsewhere: &[] };
    let refine = Form { elsewhere: &questions, ..form };
    let question =
        |path: &str| document::field(path).map_or_else(Html::default, |field| form.field(field, path));
    let wrong = |path: &str| {
        let inside = props
            .problems
            .iter()
            .any(|problem| problem.path.starts_with(path) && !questions.contains(&problem.path));
        inside.then(|| shared.text(Text::NeedsAttention).to_owned())
    };
    let is_open = |name: &str| open.as_deref() == Some(name);
    let section =
        |name: &str, title: &str, summary: &str, wrong: Option<String>, fields: &dyn Fn() -> Html| {
            let (open, on, key) = (open.clone(), is_open(name), name.to_owned());
            let toggle = move || open.set((!on).then(|| key.clone()));
            section(title, summary, wrong.as_deref(), toggle, on.then(fields))
        };
    let pick = |state: &UseStateHandle<usize>| {
        let state = state.clone();
        Callback::from(move |event: Event| {
            state.set(event.target_unchecked_into::<HtmlSelectElement>().value().parse().unwrap_or(0))
        })
    };
    let vendor_name = |offer: &Value| {
        let id = name_of(offer, "vendor");
        list(document, "vendors")
            .iter()
            .find(|vendor| name_of(vendor, "id") == id)
            .map_or(id.clone(), |vendor| name_of(vendor, "name"))
    };
    let names: Vec<String> =
        services.iter().chain(list(document, "vendors")).map(|one| name_of(one, "name")).collect();
    let names = names.join(", ");
    let basics = || -> Html {
        let fields = ["name", "notes", "currency", "first_month"];
        fields.into_iter().filter_map(|path| Some(refine.field(document::field(path)?, path))).collect()
    };
    html! {
        <aside class="side" aria-label={shared.text(Text::SixQuestions)}>
            <section class="questions">
                <h2>{ shared.text(Text::SixQuestions) }</h2>
                if services.len() > 1 {
                    <label class="field"><span>{ shared.text(Text::ServiceShown) }</span><span class="box"><select name="service" onchange={pick(&service)}>
                        { for services.iter().enumerate().map(|(index, one)| html! { <option value={index.to_string()} selected={index == at}>{ name_of(one, "name") }</option> }) }
                    </select></span></label>
                }
                <div class="segments" role="group" aria-label={shared.text(Text::ServiceShown)}>{ for lines(&form, at) }</div>
                { question(&questions[0]) }
                { question(&questions[1]) }
                if let Some(chosen) = chosen {
                    if offers.len() > 1 {
                        <label class="field"><span>{ shared.text(Text::VendorShown) }</span><span class="box"><select name="vendor" onchange={pick(&offer)}>
                            { for offers.iter().enumerate().map(|(index, one)| html! { <option value={index.to_string()} selected={index == chosen}>{ vendor_name(one) }</option> }) }
                        </select></span></label>
                    }
                    { places(&form, at, chosen) }
                    { question(&questions[2]) }
                } else {
                    <p class="hint">{ shared.text(Text::NoVendorYet) }</p>
                    { add_vendor(&form, at, &offer) }
                }
                { question(&format!("services.{at}.demand.growth")) }
                { question("horizon") }
            </section>
            <section class="refine">
                <h2>{ shared.text(Text::Refine) }</h2>
                { for parts(at, chosen, document).iter().map(|part| {
                    let fields = || match part.field.kind {
                        Kind::Group(fields) => refine.group(fields, &part.path),
                        _ => refine.field(part.field, &part.path),
                    };
                    let summary = summary(&shared, document, part, &questions);
                    section(&part.path, shared.label(part.field), &summary, wrong(&part.path), &fields)
                }) }
                { section("services", shared.text(Text::ServicesAndVendors), &names, None, &|| people_and_places(&refine, at, chosen, &offer)) }
                { section("basics", shared.text(Text::Basics), &name_of(document, "name"), None, &basics) }
            </section>
        </aside>
    }
}

/// Opens the section of a field and puts the focus on it.
#[hook]
fn use_go(
    props: &InputsProps,
    service: &UseStateHandle<usize>,
    offer: &UseStateHandle<usize>,
    open: &UseStateHandle<Option<String>>,
) {
    let (service, offer, open) = (service.clone(), offer.clone(), open.clone());
    use_effect_with(props.go.clone(), move |go| {
        if let Some((path, _)) = go.clone() {
            let steps: Vec<String> = path.split('.').map(str::to_owned).collect();
            let number = |index: usize| steps.get(index).and_then(|step| step.parse::<usize>().ok());
            let offers = steps.get(2).is_some_and(|step| step == "offers");
            let section = match steps.first().map(String::as_str) {
                Some("services") if steps.len() > 4 && offers => steps[..5].join("."),
                Some("services") if steps.len() > 3 => steps[..3].join("."),
                Some("services" | "vendors") => "services".to_owned(),
                Some("money") => "money".to_owned(),
                _ => "basics".to_owned(),
            };
            if steps.first().is_some_and(|step| step == "services") {
                service.set(number(1).unwrap_or(0));
                if offers {
                    offer.set(number(3).unwrap_or(0));
                }
            }
            open.set(Some(section));
            gloo_timers::callback::Timeout::new(50, move || {
                browser::focus(&format!("[name=\"{path}\"], [name=\"{path}.likely\"]"))
            })
            .forget();
        }
    });
}

fn lines(form: &Form<'_>, at: usize) -> Vec<Html> {
    let path = format!("services.{at}.line");
    let now = document::get(form.document, &path).and_then(Value::as_str).unwrap_or(Line::NAMES[0]);
    let button = |name: &'static str| {
        let (edits, path) = (form.edits.clone(), path.clone());
        let onclick =
            Callback::from(move |_: MouseEvent| edits.set_all(vec![(path.clone(), Some(json!(name)))]));
        html! { <button type="button" aria-pressed={(name == now).to_string()} {onclick}>{ (form.shared.language.choice)(name) }</button> }
    };
    Line::NAMES.iter().copied().map(button).collect()
}

/// Who would do it instead: a place sets the vendor's place and, in US dollars, the rate of its published span.
fn places(form: &Form<'_>, service: usize, offer: usize) -> Html {
    let (shared, document) = (form.shared, form.document);
    let id = document::get(document, &format!("services.{service}.offers.{offer}.vendor"))
        .and_then(Value::as_str)
        .unwrap_or_default();
    let Some(vendor) = list(document, "vendors").iter().position(|one| name_of(one, "id") == id) else {
        return Html::default();
    };
    let path = format!("vendors.{vendor}.place");
    let now = document::get(document, &path).and_then(Value::as_str).unwrap_or_default().to_owned();
    let place = PLACES.iter().find(|place| place.id == now);
    let priced = shared.locale.currency == "USD"
        && document::get(document, &format!("services.{service}.offers.{offer}.price.model"))
            .is_none_or(|model| model == "hour")
        && document::get(document, &format!("services.{service}.offers.{offer}.price.currency")).is_none();
    let onchange = {
        let (edits, path, document) = (form.edits.clone(), path.clone(), document.clone());
        Callback::from(move |event: Event| {
            let value = event.target_unchecked_into::<HtmlSelectElement>().value();
            let place = PLACES.iter().find(|place| place.id == value);
            let changes = place.map_or_else(
                || vec![(path.clone(), None)],
                |place| place.settings(&document, service, offer),
            );
            edits.set_all(changes);
        })
    };
    let money = |value: f64| shared.locale.money_exact(value);
    let control = html! {
        <select id="place" name={path} {onchange}>
            <option value="" selected={place.is_none()}>{ shared.text(Text::ChoosePlace) }</option>
            { for PLACES.iter().map(|one| html! { <option value={one.id} selected={one.id == now}>{ one.name }</option> }) }
        </select>
    };
    let sets = place.filter(|_| priced).map(|place| {
        let [low, likely, high] = place.rate.map(money);
        shared.filled(Text::PlaceSets, &[&likely, &low, &high, place.source, place.grade])
    });
    let notes = html! { <div class="notes">if let Some(sets) = sets { <p class="hint">{ sets }</p> }</div> };
    labelled("", "place", shared.text(Text::WhoInstead), control, notes)
}

/// An id for a new vendor that no other has.
fn fresh_vendor(document: &Value) -> String {
    let taken: Vec<String> = list(document, "vendors").iter().map(|vendor| name_of(vendor, "id")).collect();
    (1..).map(|number| format!("v{number}")).find(|id| !taken.contains(id)).unwrap_or_default()
}

/// Adds a vendor and its offer for the service, and puts it on view: at the first place, whose published span then stands beside its
/// rate. That is in US dollars; elsewhere the price is asked for.
fn add_vendor(form: &Form<'_>, service: usize, shown: &UseStateHandle<usize>) -> Html {
    let (shared, document) = (form.shared, form.document);
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
        0 => (path.to_owned(), Some(json!([entry]))),
        _ => (format!("{path}.{count}"), Some(entry)),
    };
    let changes = vec![
        list_with("vendors", count, vendor),
        list_with(&format!("services.{service}.offers"), offers.len(), offer),
    ];
    if count >= 8 || offers.len() >= 8 {
        return Html::default();
    }
    let (edits, shown, last) = (form.edits.clone(), shown.setter(), offers.len());
    button(shared.text(Text::AddVendor), "", move || {
        shown.set(last);
        edits.set_all(changes.clone());
    })
}

/// Services and vendors: their names, and adding and removing them.
fn people_and_places(
    form: &Form<'_>,
    at: usize,
    offer: Option<usize>,
    shown: &UseStateHandle<usize>,
) -> Html {
    let (shared, document) = (form.shared, form.document);
    let button = |word: Text, changes: Vec<(String, Option<Value>)>| {
        let edits = form.edits.clone();
        button(shared.text(word), "quiet", move || edits.set_all(changes.clone()))
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
    let single = |fields: &'static [Field], names: &[&str], path: &str| -> Html {
        fields
            .iter()
            .filter(|field| names.contains(&field.name))
            .map(|field| form.field(field, &format!("{path}.{}", field.name)))
            .collect()
    };
    html! { <>
        { single(<Service<()> as Group>::FIELDS, &["name", "core"], &format!("services.{at}")) }
        if let Some(offer) = offer { { single(<Offer<()> as Group>::FIELDS, &["incumbent"], &format!("services.{at}.offers.{offer}")) } }
        <div class="controls">
            if services.len() < 12 { if let Some(copy) = copy { { button(Text::AddService, vec![(format!("services.{}", services.len()), Some(copy))]) } } }
            if services.len() > 1 { { button(Text::RemoveService, vec![(format!("services.{at}"), None)]) } }
        </div>
        { for (0..list(document, "vendors").len()).map(|index| html! {
            <fieldset class="group" key={index}><legend>{ shared.text(Text::VendorShown) }{ format!(" {}", index + 1) }</legend>
                { single(<Vendor<()> as Group>::FIELDS, &["name", "selection", "yearly"], &format!("vendors.{index}")) }
            </fieldset>
        }) }
        <div class="controls">
            { add_vendor(form, at, shown) }
            if let Some(changes) = remove_vendor { { button(Text::RemoveVendor, changes) } }
        </div>
    </> }
}
