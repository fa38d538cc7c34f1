//! The events in words and numbers: what the spans on the chart show, and what adds and removes them.

use serde_json::{Value, json};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::chart::event_name;
use super::level::{EditProps, event, listed};
use super::panel::Change;
use crate::page::shared::use_shared;
use crate::page::views::controls::{button, labelled};
use crate::report::words::Said as _;
use crate::scenario::{Kind, document};
use crate::words::{ReportText, Text};

fn most() -> usize {
    match document::field("services.0.demand.events").map(|field| &field.kind) {
        Some(Kind::List { most, .. }) => *most,
        _ => 0,
    }
}

/// Peaks and slow periods, each with what it is and what takes it away.
#[component]
pub fn Events(props: &EditProps) -> Html {
    let shared = use_shared();
    let (shown, change) = (&props.shown, &props.change);
    let events = &shown.service().demand.events;
    let name = |index: usize, now: &str| {
        let id = format!("demand-{}-events-{index}-name", shown.index);
        let oninput = change.reform(move |event: InputEvent| Change::Set {
            path: format!("events.{index}.name"),
            value: Some(json!(event.target_unchecked_into::<HtmlInputElement>().value())),
            held: false,
        });
        let onblur = change.reform(|_: FocusEvent| Change::Settled);
        let placeholder = event_name(&shared, events, index);
        let control = html! { <input id={id.clone()} name={id.clone()} type="text" maxlength="60" autocomplete="off" value={now.to_owned()} {placeholder} {oninput} {onblur} /> };
        labelled("wide", &id, shared.said(ReportText::EventName), control, Html::default())
    };
    let last = |index: usize, surprise: bool| {
        let id = format!("demand-{}-events-{index}-surprise", shown.index);
        let onchange = change.reform(move |event: Event| {
            let on = event.target_unchecked_into::<HtmlInputElement>().checked();
            let (path, value) = (format!("events.{index}.surprise"), on.then_some(json!(true)));
            Change::Set { path, value, held: false }
        });
        let called = event_name(&shared, events, index);
        let remove = {
            let change = change.clone();
            move |_: MouseEvent| {
                change.emit(Change::Set { path: format!("events.{index}"), value: None, held: false });
                change.emit(Change::Settled);
            }
        };
        html! { <>
            <label class="tick-box"><input id={id.clone()} name={id} type="checkbox" checked={surprise} {onchange} />{ shared.said(ReportText::EventSurprise) }</label>
            <button type="button" class="button quiet" aria-label={shared.said_with(ReportText::EventRemove, &[&called])} onclick={remove}>{ shared.text(Text::RemoveEntry) }</button>
        </> }
    };
    let add = |words: ReportText, name: ReportText, uplift: f64| {
        let (list, set, months) = (listed(shown), change.clone(), shown.demand.len());
        let entry =
            json!({ "name": shared.said(name), "start": months / 2 + 1, "length": 3, "uplift": uplift });
        button(shared.said(words), "", move || {
            let mut list = list.clone();
            list.push(entry.clone());
            set.emit(Change::Set { path: "events".to_owned(), value: Some(Value::Array(list)), held: false });
            set.emit(Change::Settled);
        })
    };
    html! {
        <section class="events">
            <h3>{ shared.said(ReportText::EventsTitle) }</h3>
            <p class="hint">{ shared.said(if events.is_empty() { ReportText::EventsNone } else { ReportText::EventsHint }) }</p>
            <ul>
                { for events.iter().enumerate().map(|(index, one)| {
                    event(&shared, props, index, one, name(index, &one.name), last(index, one.surprise))
                }) }
            </ul>
            if events.len() < most() {
                <p class="controls">
                    { add(ReportText::EventAddPeak, ReportText::EventPeak, 0.5) }
                    { add(ReportText::EventAddSlump, ReportText::EventSlump, -0.3) }
                </p>
            }
        </section>
    }
}
