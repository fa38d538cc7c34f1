//! The six questions. What refines them is drawn below by the report.

use std::rc::Rc;

use serde_json::Value;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::controls::labelled;
use super::form::Form;
use crate::json;
use crate::page::browser::{self, after_frame};
use crate::page::messages::{Message, tell, use_message};
use crate::page::shared::use_shared;
use crate::scenario::check::Problem;
use crate::scenario::places::PLACES;
use crate::scenario::{Choice, Kind, Line, document};
use crate::words::{Format, Text};

/// The session's part that the inputs show.
#[derive(Properties)]
pub struct InputsProps {
    /// The document as edited.
    pub document: Rc<Value>,
    /// What is wrong with it.
    pub problems: Rc<Vec<Problem>>,
    /// A field to go to, by its path, with a number that changes at each request.
    pub go: Option<(AttrValue, u32)>,
}

impl PartialEq for InputsProps {
    /// Problems are those of the document.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.document, &other.document) && self.go == other.go
    }
}

/// The entries of a list, none where there is none.
#[must_use]
pub fn list<'a>(document: &'a Value, path: &str) -> &'a [Value] {
    document::get(document, path).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// A text of an entry.
#[must_use]
pub fn name_of(value: &Value, key: &str) -> String {
    value.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// The paths that are asked first, of a service and an offer for it.
#[must_use]
pub fn questions(service: usize, offer: Option<usize>) -> Vec<String> {
    let at = format!("services.{service}");
    let mut paths = vec![format!("{at}.team.people"), format!("{at}.team.pay")];
    paths.extend(offer.map(|offer| format!("{at}.offers.{offer}.price.rate")));
    paths.extend([format!("{at}.demand.growth"), "horizon".to_owned()]);
    paths
}

/// Six questions.
#[component]
pub fn Inputs(props: &InputsProps) -> Html {
    let shared = use_shared();
    let (service, offer) = (use_state(|| 0_usize), use_state(|| 0_usize));
    let document = &*props.document;
    let services = list(document, "services");
    let at = (*service).min(services.len().saturating_sub(1));
    let offers = list(document, &format!("services.{at}.offers"));
    let chosen = (!offers.is_empty()).then(|| (*offer).min(offers.len() - 1));
    use_go(props, &service, &offer);
    use_telling(&props.document, at, chosen, &offer);

    let form = Form { shared: &shared, document, problems: &props.problems, fault: shared.language.fault };
    let question = |path: String| match document::field(&path) {
        Some(field) => match &field.kind {
            Kind::Number(row) => form.number(field, row, &path, None),
            _ => Html::default(),
        },
        None => Html::default(),
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
    let choose = |name: &'static str,
                  label: Text,
                  state: &UseStateHandle<usize>,
                  now: usize,
                  words: Vec<String>| {
        html! {
            <label class="field"><span>{ shared.text(label) }</span><span class="box"><select {name} onchange={pick(state)}>
                { for words.into_iter().enumerate().map(|(index, word)| html! { <option value={index.to_string()} selected={index == now}>{ word }</option> }) }
            </select></span></label>
        }
    };
    let mut questions = questions(at, chosen).into_iter().map(question);
    let (team, rest): (Vec<Html>, Vec<Html>) = (questions.by_ref().take(2).collect(), questions.collect());
    html! {
        <aside class="side" aria-label={shared.text(Text::SixQuestions)}>
            <section class="questions">
                <h2>{ shared.text(Text::SixQuestions) }</h2>
                if services.len() > 1 { { choose("service", Text::ServiceShown, &service, at, services.iter().map(|one| name_of(one, "name")).collect()) } }
                <div class="segments" role="group" aria-label={shared.text(Text::ServiceShown)}>{ for lines(&form, at) }</div>
                { for team }
                if let Some(chosen) = chosen {
                    if offers.len() > 1 { { choose("vendor", Text::VendorShown, &offer, chosen, offers.iter().map(vendor_name).collect()) } }
                    { places(&form, at, chosen) }
                } else {
                    <p class="hint">{ shared.text(Text::NoVendorYet) }</p>
                    <div id="add-vendor" class="add-vendor"></div>
                }
                { for rest }
            </section>
            // Drawn by the report, which is a program of its own.
            <section id="refine" class="refine"></section>
        </aside>
    }
}

/// Shows the service and the offer of a field, and puts the focus on it once it is drawn.
#[hook]
fn use_go(props: &InputsProps, service: &UseStateHandle<usize>, offer: &UseStateHandle<usize>) {
    let (service, offer) = (service.setter(), offer.setter());
    use_effect_with(props.go.clone(), move |go| {
        if let Some((path, _)) = go.clone() {
            let (of_service, of_offer) = shown_by(&path);
            if let Some(number) = of_service {
                service.set(number);
            }
            if let Some(number) = of_offer {
                offer.set(number);
            }
            gloo_timers::callback::Timeout::new(50, move || {
                browser::focus(&format!("[name=\"{path}\"], [name=\"{path}.likely\"]"))
            })
            .forget();
        }
    });
}

/// The service and the offer that a path lies in.
#[must_use]
pub fn shown_by(path: &str) -> (Option<usize>, Option<usize>) {
    let mut steps = path.split('.');
    let mut number = |of: &str| {
        let there = steps.next() == Some(of);
        steps.next().filter(|_| there).map(|step| step.parse::<usize>().unwrap_or(0))
    };
    let service = number("services");
    (service, service.and_then(|_| number("offers")))
}

/// Keeps the report at the document as edited, and at the service and the offer that are shown; shows the offer that it says.
#[hook]
fn use_telling(document: &Rc<Value>, service: usize, offer: Option<usize>, shown: &UseStateHandle<usize>) {
    let now = use_mut_ref(|| (document.clone(), service, offer));
    let told = {
        let now = now.clone();
        move || {
            let (document, service, offer) = now.borrow().clone();
            let offer = offer.map_or_else(String::new, |offer| offer.to_string());
            tell(Message::Edited, &format!("{service} {offer}\n{}", json::write(&document)));
        }
    };
    {
        let told = told.clone();
        use_message(Message::Ready, Callback::from(move |_| told()));
    }
    {
        let shown = shown.setter();
        use_message(Message::Show, Callback::from(move |text: String| shown.set(text.parse().unwrap_or(0))));
    }
    // After the frame with the new verdict; by then there may be something newer to tell.
    use_effect_with((document.clone(), service, offer), move |latest| {
        *now.borrow_mut() = latest.clone();
        after_frame(told);
    });
}

fn lines(form: &Form<'_>, at: usize) -> Vec<Html> {
    let path = format!("services.{at}.line");
    let now = document::get(form.document, &path).and_then(Value::as_str).unwrap_or(Line::NAMES[0]);
    let button = |name: &'static str| {
        let (edits, path) = (form.shared.edits.clone(), path.clone());
        let onclick =
            Callback::from(move |_: MouseEvent| edits.set_all(vec![(path.clone(), Some(name.into()))]));
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
        let (edits, path, document) = (form.shared.edits.clone(), path.clone(), document.clone());
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
