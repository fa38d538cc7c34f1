//! Who could do it: every vendor with what it saves, and what adds, copies, sets aside and removes one.

use std::rc::Rc;

use serde_json::{Value, json};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::changes::{
    added, duplicated, fresh_key, fresh_name, list, most, removed, restored, switched, text, with,
};
use super::section::{cheapest_with, compared, make};
use crate::page::browser;
use crate::page::messages::{Message, tell};
use crate::page::shared::{Shared, use_shared};
use crate::page::views::controls::button;
use crate::page::views::figures::{AnswerOf, figure, series};
use crate::report::words::Said as _;
use crate::scenario::document::set;
use crate::scenario::places::PLACES;
use crate::words::{Format, Text, VendorText};

/// What the shortlist is handed.
#[derive(Properties, PartialEq)]
pub struct ShortlistProps {
    /// The document that is edited.
    pub plan: Rc<Value>,
    /// Its answer.
    pub answer: Rc<AnswerOf>,
    /// The service that a new vendor offers for.
    pub service: usize,
}

/// A vendor that was removed: its name, the document before and after.
#[derive(Clone, PartialEq)]
struct Removed {
    name: String,
    before: Rc<Value>,
    after: Value,
}

/// Every vendor, and the ways to more and fewer of them.
#[component]
pub fn Shortlist(props: &ShortlistProps) -> Html {
    let shared = use_shared();
    let gone = use_state(|| None::<Removed>);
    let plan = &props.plan;
    let vendors = list(plan, "vendors");
    let room = vendors.len() < most();
    // Taking it back is offered until something else changes: later edits are not to be lost.
    let back = (*gone).clone().filter(|gone| gone.after == **plan);
    let row = |vendor: usize, one: &Value| {
        let name = text(one, "name").to_owned();
        let on = one.get("off") != Some(&json!(true));
        let onchange = Callback::from(move |event: Event| {
            make(&switched(vendor, event.target_unchecked_into::<HtmlInputElement>().checked()));
        });
        let copy = {
            let (plan, called) = (plan.clone(), shared.filled(Text::CopyOf, &[&name]));
            move |_: MouseEvent| make(&duplicated(&plan, vendor, &called))
        };
        let remove = {
            let (plan, gone, name) = (plan.clone(), gone.setter(), name.clone());
            move |_: MouseEvent| {
                let changes = removed(&plan, vendor);
                let after = with(&plan, &changes);
                gone.set(Some(Removed { name: name.clone(), before: plan.clone(), after }));
                make(&changes);
            }
        };
        let place = text(one, "place");
        let place = PLACES.iter().find(|known| known.id == place).map_or(place, |known| known.name);
        html! {
            <li key={text(one, "id").to_owned()} class={(!on).then_some("off")}>
                <label class="tick-box">
                    <input type="checkbox" name={format!("vendors.{vendor}.off")} checked={on} aria-label={shared.of_vendors_with(VendorText::On, &[&name])} {onchange} />
                    <span class={classes!("dot", format!("series-vendor-{vendor}"))}></span><b>{ &name }</b>
                </label>
                <span class="place">{ if place.is_empty() { shared.of_vendors(VendorText::PlaceUnknown) } else { place } }</span>
                <span class="worth">{ if on { worth(&shared, &props.answer, vendor) } else { html! { <span class="tag">{ shared.of_vendors(VendorText::SetAside) }</span> } } }</span>
                <span class="actions">
                    if room { <button type="button" class="button quiet" aria-label={shared.of_vendors_with(VendorText::DuplicateOne, &[&name])} onclick={copy}>{ shared.of_vendors(VendorText::Duplicate) }</button> }
                    <button type="button" class="button quiet" aria-label={shared.of_vendors_with(VendorText::RemoveOne, &[&name])} onclick={remove}>{ shared.of_vendors(VendorText::Remove) }</button>
                </span>
            </li>
        }
    };
    let undo = |gone_now: Removed| {
        let gone = gone.setter();
        button(shared.text(Text::Undo), "", move || {
            make(&restored(&gone_now.before));
            gone.set(None);
        })
    };
    use_effect_with(back.is_some(), |offered| {
        if *offered {
            browser::focus_here(".shortlist + [role=\"status\"] button");
        }
    });
    html! { <>
        <ul class="shortlist" aria-label={shared.of_vendors(VendorText::ListCaption)}>{ for vendors.iter().enumerate().map(|(vendor, one)| row(vendor, one)) }</ul>
        <div role="status">
            if let Some(back) = back { <p class="controls">{ shared.of_vendors_with(VendorText::Removed, &[&back.name]) }{ " " }{ undo(back) }</p> }
        </div>
        if room { <p class="controls">{ add(&shared, props) }</p> }
    </> }
}

/// What working with a vendor in its cheapest way is worth.
fn worth(shared: &Shared, answer: &AnswerOf, vendor: usize) -> Html {
    let lacks = answer.answer.failures.get(vendor).is_some_and(|lacks| !lacks.is_empty());
    if lacks {
        return html! { <span class="lacks">{ "✗ " }{ shared.of_vendors(VendorText::ShortLacks) }</span> };
    }
    let Some(option) = cheapest_with(answer, vendor) else {
        let none = if compared(answer, vendor) { VendorText::ShortNever } else { VendorText::ShortNoOffer };
        return html! { { shared.of_vendors(none) } };
    };
    let saved = option.savings.present;
    let text = if saved >= 0.0 { VendorText::ShortSaves } else { VendorText::ShortCosts };
    let words = shared.of_vendors_with(text, &[&shared.locale.money(saved.abs())]);
    let path = format!("options.{}.savings.present", option.kind().key());
    html! { <span class={series(option.kind())}>{ figure(shared, saved, &path, words) }</span> }
}

/// A vendor with an offer for the service: at the first place, with the likely rate of its published span where that is in the
/// scenario's currency.
fn add(shared: &Shared, props: &ShortlistProps) -> Html {
    let (plan, service) = (&props.plan, props.service);
    let key = fresh_key(plan, 0);
    let name =
        fresh_name(plan, &format!("{} {}", shared.text(Text::VendorShown), list(plan, "vendors").len() + 1));
    let place = &PLACES[0];
    let mut offer = json!({ "vendor": key });
    if shared.locale.currency == "USD" {
        set(&mut offer, "price.rate", Some(json!(place.rate[1])));
    }
    let (offer_asks, last) =
        (shared.locale.currency != "USD", list(plan, &format!("services.{service}.offers")).len());
    let changes = added(plan, service, json!({ "id": key, "name": name, "place": place.id }), offer);
    // Without a price there is no answer yet: it is asked for where it is stated.
    let asked = offer_asks.then(|| format!("services.{service}.offers.{last}.price.rate"));
    button(shared.of_vendors(VendorText::Add), "", move || {
        make(&changes);
        if let Some(path) = &asked {
            tell(Message::Go, path);
        }
    })
}
