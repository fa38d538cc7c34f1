//! What a vendor must have, who has it, and what each vendor states.

use std::rc::Rc;

use serde_json::{Value, json};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::changes::{list, text};
use super::control::{control, put, settle, zone};
use super::fold::Fold;
use super::section::make;
use crate::answer::vendors::{Failure, Requirement, excludes_most};
use crate::page::shared::{Shared, use_shared};
use crate::page::views::controls::button;
use crate::page::views::figures::AnswerOf;
use crate::report::words::Said as _;
use crate::scenario::document::{field, get};
use crate::words::{Text, VendorText, vendor_language};

/// Certificates that buyers ask for most.
const CERTIFICATES: &[&str] = &["ISO/IEC 27001", "SOC 2"];

/// A document with its answer.
#[derive(Properties, PartialEq)]
pub struct EditedProps {
    /// The document that is edited.
    pub plan: Rc<Value>,
    /// Its answer.
    pub answer: Rc<AnswerOf>,
}

/// Vendors that are not set aside, by position with their names.
pub(super) fn considered(plan: &Value) -> Vec<(usize, String)> {
    let vendors = list(plan, "vendors").iter().enumerate();
    let on = vendors.filter(|(_, vendor)| vendor.get("off") != Some(&json!(true)));
    on.map(|(index, vendor)| (index, text(vendor, "name").to_owned())).collect()
}

/// The requirements, a table of who meets them, and what one vendor states.
#[component]
pub fn Requirements(props: &EditedProps) -> Html {
    let shared = use_shared();
    let vendors = considered(&props.answer.document);
    let lacks = |(vendor, _): &(usize, String)| {
        props.answer.answer.failures.get(*vendor).is_some_and(|found| !found.is_empty())
    };
    // Closed, it says who lacks something; where nobody is left it opens by itself.
    let nobody = !vendors.is_empty() && vendors.iter().all(lacks);
    let body = {
        let (shared, plan, answer, vendors) =
            (shared.clone(), props.plan.clone(), props.answer.clone(), vendors.clone());
        Callback::from(move |()| {
            html! { <>
                { table(&shared, &answer, &vendors) }
                { form(&shared, &plan) }
                <Stated plan={plan.clone()} answer={answer.clone()} />
            </> }
        })
    };
    html! {
        <Fold id="requirements" title={title(&shared, &props.answer, &vendors)} subtitle={shared.of_vendors(VendorText::MustSubtitle)} open={nobody} {body} />
    }
}

/// Who lacks something, and what excludes most.
fn title(shared: &Shared, answer: &AnswerOf, vendors: &[(usize, String)]) -> String {
    let failures = &answer.answer.failures;
    let fail =
        vendors.iter().filter(|(vendor, _)| failures.get(*vendor).is_some_and(|found| !found.is_empty()));
    let names: Vec<&str> = fail.map(|(_, name)| name.as_str()).collect();
    let count = vendors.len().to_string();
    if stated(&answer.document).is_empty() {
        return shared.of_vendors(VendorText::MustTitleNone).to_owned();
    }
    match names.as_slice() {
        [] => shared.of_vendors_with(VendorText::MustTitleAll, &[&count]),
        [one] if vendors.len() > 1 => shared.of_vendors_with(VendorText::MustTitleOne, &[one]),
        _ => {
            let most = excludes_most(failures);
            let (requirement, excluded) =
                most.map_or((String::new(), 0), |(most, count)| (called(shared, most).to_owned(), count));
            let text = if names.len() == vendors.len() {
                VendorText::MustTitleNobody
            } else {
                VendorText::MustTitleSome
            };
            shared.of_vendors_with(
                text,
                &[&names.len().to_string(), &count, &requirement, &excluded.to_string()],
            )
        }
    }
}

/// The requirements that a document states.
fn stated(document: &Value) -> Vec<Requirement> {
    let given = |requirement: &Requirement| {
        get(document, &requirement.path())
            .is_some_and(|value| value.as_str().is_none_or(|text| !text.trim().is_empty()))
    };
    Requirement::ALL.into_iter().filter(given).collect()
}

fn called(shared: &Shared, requirement: Requirement) -> &str {
    field(&requirement.path()).map_or("", |field| shared.label(field))
}

fn form(shared: &Shared, plan: &Rc<Value>) -> Html {
    let at = |path: &str| control(shared, plan, path);
    let own = get(plan, "here.zone").and_then(Value::as_str).is_some_and(|zone| !zone.is_empty());
    let asked =
        get(plan, "preferences.must.certificates").and_then(Value::as_str).unwrap_or_default().to_owned();
    let more = CERTIFICATES.iter().filter(|name| !asked.contains(**name)).map(|name| {
        let all = if asked.trim().is_empty() {
            (*name).to_owned()
        } else {
            format!("{}, {name}", asked.trim().trim_end_matches(','))
        };
        button(&format!("+ {name}"), "quiet", move || {
            put("preferences.must.certificates", Some(json!(all)));
            settle();
        })
    });
    html! { <>
        <div class="entries">
            { at("preferences.must.residency") }
            { at("preferences.must.certificates") }
            { at("preferences.must.capacity") }
            { at("preferences.must.capacity_month") }
            { at("preferences.must.liability") }
        </div>
        <p class="controls tight">{ for more }</p>
        <div class="entries">
            { zone(shared, plan, "here.zone", choose_own_zone) }
            if own {
                { at("here.day.start") }{ at("here.day.end") }{ at("here.day.week") }{ at("preferences.must.overlap") }
            } else {
                <p class="hint">{ shared.of_vendors(VendorText::MustZoneFirst) }</p>
            }
        </div>
    </> }
}

/// Chooses the own zone; without one there are no common hours to ask for.
fn choose_own_zone(value: String) {
    if value.is_empty() {
        make(&vec![("preferences.must.overlap".to_owned(), None), ("here.zone".to_owned(), None)]);
    } else {
        make(&vec![("here.zone".to_owned(), Some(json!(value)))]);
    }
}

fn table(shared: &Shared, answer: &AnswerOf, vendors: &[(usize, String)]) -> Html {
    let asked = stated(&answer.document);
    if asked.is_empty() || vendors.is_empty() {
        return Html::default();
    }
    let words = vendor_language(shared.language);
    let failures = |vendor: usize| answer.answer.failures.get(vendor).map_or(&[][..], Vec::as_slice);
    let cell = |vendor: usize, requirement: Requirement| {
        let lacks: Vec<&Failure> =
            failures(vendor).iter().filter(|failure| failure.requirement == requirement).collect();
        if lacks.is_empty() {
            return html! { <td class="words"><span class="mark">{ "✓ " }</span>{ shared.of_vendors(VendorText::MustHas) }</td> };
        }
        let why: Vec<String> = lacks.iter().map(|failure| (words.reason)(failure, &*shared.locale)).collect();
        html! { <td class="words lacks"><span class="mark">{ "✗ " }</span>{ why.join(" ") }</td> }
    };
    html! {
        <div class={classes!("table-scroll", (vendors.len() > 4).then_some("wide"))} tabindex="0" role="region" aria-label={shared.of_vendors(VendorText::MustTable)}><table class="must">
            <thead><tr><th scope="col">{ shared.of_vendors(VendorText::MustTable) }</th>
                { for vendors.iter().map(|(vendor, name)| html! { <th scope="col"><span class={classes!("dot", format!("series-vendor-{vendor}"))}></span>{ " " }{ name }</th> }) }
            </tr></thead>
            <tbody>{ for asked.iter().map(|requirement| html! {
                <tr key={requirement.name()}><th scope="row">{ called(shared, *requirement) }</th>{ for vendors.iter().map(|(vendor, _)| cell(*vendor, *requirement)) }</tr>
            }) }</tbody>
        </table></div>
    }
}

/// What one vendor states, the vendor chosen above it.
#[component]
fn Stated(props: &EditedProps) -> Html {
    let shared = use_shared();
    let chosen = use_state(|| 0_usize);
    let plan = &props.plan;
    let vendors = list(plan, "vendors");
    if vendors.is_empty() {
        return Html::default();
    }
    let at = (*chosen).min(vendors.len() - 1);
    let onchange = Callback::from(move |event: Event| {
        chosen.set(event.target_unchecked_into::<HtmlSelectElement>().value().parse().unwrap_or(0));
    });
    let of = |path: &str| control(&shared, plan, &format!("vendors.{at}.{path}"));
    let at_zone = format!("vendors.{at}.zone");
    let path = at_zone.clone();
    let none = get(plan, &format!("vendors.{at}.zone")).is_none();
    // The place says in which zones its people may be; which of them is for the visitor to say.
    let hint = shared.of_vendors(if none { VendorText::MustStatesHint } else { VendorText::MustStatesKnown });
    html! {
        <details class="more">
            <summary>{ shared.of_vendors(VendorText::MustStates) }</summary>
            <div class="controls"><label>{ shared.text(Text::VendorShown) }
                <select name="requirements-vendor" {onchange}>
                    { for vendors.iter().enumerate().map(|(index, vendor)| html! {
                        <option key={index} value={index.to_string()} selected={index == at}>{ text(vendor, "name").to_owned() }</option>
                    }) }
                </select></label></div>
            <p class="hint">{ hint }</p>
            <div class="entries" key={at}>
                { of("safeguards.residency") }{ of("safeguards.certificates") }{ of("safeguards.liability") }
                { of("safeguards.capacity") }{ of("safeguards.capacity_month") }
                { zone(&shared, plan, &at_zone, move |value| make(&vec![(path.clone(), (!value.is_empty()).then(|| json!(value)))])) }
                { of("day.start") }{ of("day.end") }{ of("day.week") }
            </div>
        </details>
    }
}
