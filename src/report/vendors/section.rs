//! The section of the report: who could do it, what they offer, and what that comes to.

use std::rc::Rc;

use serde_json::Value;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::beside::Beside;
use super::changes::{Changes, list, offer_of, told};
use super::countries::Countries;
use super::fold::Fold;
use super::hidden_costs::{HiddenCosts, Unseen};
use super::judged::Judged;
use super::paste::{Paste, Pasted};
use super::quality::Quality;
use super::requirements::{EditedProps, Requirements};
use super::security::Security;
use super::shortlist::Shortlist;
use super::skills::Skills;
use super::steering::Steering;
use super::working_hours::{WorkingHours, drawn, hours_title};
use crate::answer::{Compared, Kind};
use crate::page::messages::{Message, tell};
use crate::page::shared::{Shared, use_shared};
use crate::page::views::figures::AnswerOf;
use crate::report::later::{use_in_view, use_later, use_mark};
use crate::report::words::Said as _;
use crate::report::work::use_work;
use crate::words::{Format, Text, VendorText};

/// More vendors than this want the long side of the paper.
const MANY: usize = 4;

/// What the section is handed.
#[derive(Properties, PartialEq)]
pub struct VendorsProps {
    /// The document that is edited.
    pub plan: Rc<Value>,
    /// Its answer.
    pub answer: Rc<AnswerOf>,
    /// Milliseconds after the verdict.
    pub after: u32,
    /// As many more where it is out of view.
    pub away: u32,
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
    let place = use_node_ref();
    let seen = use_in_view(&place);
    let (shown, stale) = use_later(props.answer.clone(), props.after, Some((seen, props.away)));
    let mark = use_mark(stale);
    let Some(answer) = shown else { return Html::default() };
    let plan = &props.plan;
    let at = (*service).min(answer.services.len().saturating_sub(1));
    let choose = {
        let service = service.setter();
        Callback::from(move |event: Event| {
            service.set(event.target_unchecked_into::<HtmlSelectElement>().value().parse().unwrap_or(0))
        })
    };
    let paste = {
        let pasted = pasted.clone();
        Callback::from(move |now: Pasted| pasted.set(now))
    };
    let later = |after: u32, draw: Draw| {
        html! { <Later plan={plan.clone()} answer={props.answer.clone()} service={at} after={props.after + after} away={props.away} {draw} /> }
    };
    let any = !list(plan, "vendors").is_empty();
    html! {
        <section ref={place} class={classes!("panel", "vendors", (list(plan, "vendors").len() > MANY).then_some("many"), mark)} id="vendors" aria-busy={stale.to_string()}>
            <h2>{ title(&shared, &answer) }</h2>
            <p class="subtitle">{ shared.of_vendors(VendorText::Subtitle) }</p>
            if answer.services.len() > 1 && any {
                <div class="controls"><label>{ shared.text(Text::ServiceShown) }
                    <select name="vendors-service" onchange={choose}>
                        { for answer.services.iter().enumerate().map(|(index, name)| html! {
                            <option key={index} value={index.to_string()} selected={index == at}>{ name }</option>
                        }) }
                    </select>
                </label></div>
            }
            <Shortlist plan={plan.clone()} answer={answer.clone()} service={at} />
            <Paste plan={plan.clone()} service={at} pasted={(*pasted).clone()} {paste} />
            if any {
                { later(2, offers) }
                <div class="folds">
                    { later(4, |of| html! { <Requirements plan={of.plan} answer={of.answer} /> }) }
                    { later(6, |of| html! { <Judged plan={of.plan} answer={of.answer} /> }) }
                    { later(8, |of| html! { <Skills plan={of.plan} answer={of.answer} service={of.service} /> }) }
                    { later(10, places) }
                    { later(12, |of| html! { <><Quality plan={of.plan.clone()} answer={of.answer.clone()} /><Security plan={of.plan} answer={of.answer} /></> }) }
                    { later(14, |of| html! { <Steering plan={of.plan} answer={of.answer} /> }) }
                </div>
            }
        </section>
    }
}

/// What a part is drawn from.
struct Of {
    plan: Rc<Value>,
    answer: Rc<AnswerOf>,
    service: usize,
}

type Draw = fn(Of) -> Html;

/// Hidden costs, and offers line by line where there are several.
fn offers(of: Of) -> Html {
    let vendors: Vec<usize> = (0..of.answer.vendors.len())
        .filter(|vendor| compared(&of.answer, *vendor))
        .filter(|vendor| offer_of(&of.answer.document, of.service, *vendor).is_some())
        .collect();
    html! { <Offers answer={of.answer} service={of.service} {vendors} /> }
}

fn places(of: Of) -> Html {
    html! { <><Hours plan={of.plan.clone()} answer={of.answer.clone()} /><Places plan={of.plan} answer={of.answer} /></> }
}

#[derive(Properties)]
struct LaterProps {
    plan: Rc<Value>,
    answer: Rc<AnswerOf>,
    service: usize,
    /// Milliseconds after the verdict.
    after: u32,
    /// As many more where it is out of view.
    away: u32,
    draw: Draw,
}

impl PartialEq for LaterProps {
    /// What draws a part never changes.
    fn eq(&self, other: &Self) -> bool {
        self.plan == other.plan && self.answer == other.answer && self.service == other.service
    }
}

/// A part of the section in a task of its own; an older one is marked until then.
#[component]
fn Later(props: &LaterProps) -> Html {
    let place = use_node_ref();
    let seen = use_in_view(&place);
    let (answer, stale) = use_later(props.answer.clone(), props.after, Some((seen, props.away)));
    let mark = use_mark(stale);
    let of = answer.map(|answer| Of { plan: props.plan.clone(), answer, service: props.service });
    html! {
        <div ref={place} class={classes!("part", mark)} aria-busy={stale.to_string()}>{ for of.map(props.draw) }</div>
    }
}

#[derive(Properties, PartialEq)]
struct OffersProps {
    answer: Rc<AnswerOf>,
    service: usize,
    vendors: Vec<usize>,
}

#[component]
fn Offers(props: &OffersProps) -> Html {
    let shared = use_shared();
    let (found, stale) = use_work::<Unseen>(&props.answer);
    let mark = use_mark(stale);
    let part = |found: Rc<Unseen>| {
        let (answer, hidden) = (found.answer.clone(), found.found.clone());
        html! { <>
            <HiddenCosts answer={answer.clone()} hidden={hidden.clone()} />
            if props.vendors.len() > 1 {
                <Beside {answer} service={props.service} vendors={props.vendors.clone()} {hidden} />
            } else {
                <p class="hint">{ shared.of_vendors(VendorText::Several) }</p>
            }
        </> }
    };
    html! { <div class={classes!("part", mark)} aria-busy={stale.to_string()}>{ for found.map(part) }</div> }
}

#[component]
fn Hours(props: &EditedProps) -> Html {
    let shared = use_shared();
    let drawn = use_memo(props.answer.clone(), |answer| drawn(answer));
    let body = {
        let drawn = drawn.clone();
        Callback::from(move |()| html! { <WorkingHours drawn={drawn.clone()} /> })
    };
    html! { <Fold id="working-hours" title={hours_title(&shared, &drawn)} subtitle={shared.of_vendors(VendorText::HoursAbout)} {body} /> }
}

#[component]
fn Places(props: &EditedProps) -> Html {
    let shared = use_shared();
    let body = {
        let (plan, answer) = (props.plan.clone(), props.answer.clone());
        Callback::from(move |()| html! { <Countries plan={plan.clone()} answer={answer.clone()} /> })
    };
    html! { <Fold id="places" title={shared.of_vendors(VendorText::PlacesTitle)} subtitle={shared.of_vendors(VendorText::PlacesSubtitle)} {body} /> }
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
