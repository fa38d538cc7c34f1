//! The section of the report: who could do it, what they offer, and what that comes to.

use std::rc::Rc;

use serde_json::Value;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::assurance::{Quality, Security};
use super::beside::Beside;
use super::changes::{Changes, list, offer_of, told};
use super::countries::Countries;
use super::fold::Fold;
use super::hidden_costs::HiddenCosts;
use super::judged::Judged;
use super::paste::{Paste, Pasted};
use super::requirements::Requirements;
use super::shortlist::Shortlist;
use super::skills::Skills;
use super::steering::Steering;
use super::working_hours::{WorkingHours, hours_title};
use crate::answer::{Compared, Kind};
use crate::page::messages::{Message, tell};
use crate::page::shared::{Shared, use_shared};
use crate::page::views::figures::AnswerOf;
use crate::report::later::use_later;
use crate::report::words::Said as _;
use crate::words::{Format, Text, VendorText};

/// What the section is handed.
#[derive(Properties, PartialEq)]
pub struct VendorsProps {
    /// The document that is edited.
    pub plan: Rc<Value>,
    /// Its answer.
    pub answer: Rc<AnswerOf>,
    /// Milliseconds after the verdict.
    pub after: u32,
}

/// Makes changes of the document, as one step of undo.
pub(super) fn make(changes: &Changes) {
    if !changes.is_empty() {
        tell(Message::Set, &told(changes));
        // Whatever comes next is a step of its own.
        tell(Message::Set, "[]");
    }
}

/// Makes changes that belong to a run of one control, such as a slider being dragged: one step of undo while their path is one.
pub(super) fn told_one(changes: &Changes) {
    if !changes.is_empty() {
        tell(Message::Set, &told(changes));
    }
}

/// The cheapest way of working with a vendor that may be ranked: all of the work, or all beyond a core.
pub(super) fn cheapest_with(answer: &AnswerOf, vendor: usize) -> Option<&Compared> {
    answer.answer.ranked().into_iter().find(|option| option.kind().vendor() == Some(vendor))
}

/// Whether a vendor is compared: it is not set aside and has an offer for some service.
pub(super) fn compared(answer: &AnswerOf, vendor: usize) -> bool {
    answer.answer.option(Kind::Outsourced(vendor)).is_some()
}

/// Shortlist, hidden costs, offers line by line, and quotes to paste.
#[component]
pub fn Vendors(props: &VendorsProps) -> Html {
    let shared = use_shared();
    let service = use_state(|| 0_usize);
    // What was pasted stays while other scenarios are looked at.
    let pasted = use_state(Pasted::default);
    let (shown, stale) = use_later(props.answer.clone(), props.after);
    let Some(answer) = shown else { return Html::default() };
    let plan = &props.plan;
    let names = &answer.services;
    let at = (*service).min(names.len().saturating_sub(1));
    let vendors: Vec<usize> = (0..answer.vendors.len())
        .filter(|vendor| compared(&answer, *vendor) && offer_of(&answer.document, at, *vendor).is_some())
        .collect();
    let onchange = {
        let service = service.setter();
        Callback::from(move |event: Event| {
            service.set(event.target_unchecked_into::<HtmlSelectElement>().value().parse().unwrap_or(0))
        })
    };
    let paste = {
        let pasted = pasted.clone();
        Callback::from(move |now: Pasted| pasted.set(now))
    };
    html! {
        <section class={classes!("panel", "vendors", stale.then_some("stale"))} id="vendors" aria-busy={stale.to_string()}>
            <h2>{ title(&shared, &answer) }</h2>
            <p class="subtitle">{ shared.of_vendors(VendorText::Subtitle) }</p>
            <Shortlist plan={plan.clone()} answer={answer.clone()} service={at} />
            <Paste plan={plan.clone()} service={at} pasted={(*pasted).clone()} {paste} />
            <HiddenCosts answer={answer.clone()} />
            if vendors.len() > 1 {
                if names.len() > 1 {
                    <div class="controls"><label>{ shared.text(Text::ServiceShown) }
                        <select name="vendors-service" {onchange}>
                            { for names.iter().enumerate().map(|(index, name)| html! {
                                <option key={index} value={index.to_string()} selected={index == at}>{ name }</option>
                            }) }
                        </select>
                    </label></div>
                }
                <Beside answer={answer.clone()} service={at} {vendors} />
            } else if !list(plan, "vendors").is_empty() {
                <p class="hint">{ shared.of_vendors(VendorText::Several) }</p>
            }
            if !list(plan, "vendors").is_empty() {
                <div class="folds">
                    <Requirements plan={plan.clone()} answer={answer.clone()} />
                    <Judged plan={plan.clone()} answer={answer.clone()} />
                    <Skills plan={plan.clone()} answer={answer.clone()} service={at} />
                    <Fold id="working-hours" title={hours_title(&shared, &answer)} subtitle={shared.of_vendors(VendorText::HoursAbout)}>
                        <WorkingHours plan={plan.clone()} answer={answer.clone()} />
                    </Fold>
                    <Fold id="places" title={shared.of_vendors(VendorText::PlacesTitle)} subtitle={shared.of_vendors(VendorText::PlacesSubtitle)}>
                        <Countries plan={plan.clone()} answer={answer.clone()} />
                    </Fold>
                    <Quality plan={plan.clone()} answer={answer.clone()} />
                    <Security plan={plan.clone()} answer={answer.clone()} />
                    <Steering plan={plan.clone()} answer={answer.clone()} />
                </div>
            }
        </section>
    }
}

/// Which vendor is cheapest, and by how much.
fn title(shared: &Shared, answer: &AnswerOf) -> String {
    let count = (0..answer.vendors.len()).filter(|vendor| compared(answer, *vendor)).count();
    let mut ranked: Vec<(usize, &Compared)> = (0..answer.vendors.len())
        .filter_map(|vendor| cheapest_with(answer, vendor).map(|option| (vendor, option)))
        .collect();
    crate::order::sort_by(&mut ranked, |a, b| a.1.rank > b.1.rank);
    let name = |vendor: usize| answer.vendors.get(vendor).map_or("", String::as_str);
    match (count, ranked.as_slice()) {
        (0, _) => shared.of_vendors(VendorText::TitleNone).to_owned(),
        (1, []) => {
            let only = (0..answer.vendors.len()).find(|vendor| compared(answer, *vendor)).unwrap_or(0);
            shared.of_vendors_with(VendorText::TitleOneNever, &[name(only)])
        }
        (count, []) => shared.of_vendors_with(VendorText::TitleNever, &[&count.to_string()]),
        (_, [(vendor, option)]) => {
            let saved = option.savings.present;
            let text = if saved > 0.0 { VendorText::TitleOneSaves } else { VendorText::TitleOneCosts };
            shared.of_vendors_with(text, &[name(*vendor), &shared.locale.money(saved.abs())])
        }
        (count, [(first, best), (second, next), ..]) => {
            let ahead = next.measures.present - best.measures.present;
            let ahead = shared.locale.money(ahead);
            shared.of_vendors_with(
                VendorText::TitleCheapest,
                &[name(*first), &count.to_string(), &ahead, name(*second)],
            )
        }
    }
}
