//! The section of the report: one service's demand at a time.

use std::collections::BTreeMap;
use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::panel::{Panel, part};
use super::past::Pasted;
use crate::page::shared::use_shared;
use crate::page::views::figures::AnswerOf;
use crate::report::words::Said as _;
use crate::words::{ReportText, Text};

/// The document whose demand is on view, with its answer.
#[derive(Properties, PartialEq)]
pub struct DemandProps {
    /// The answer.
    pub answer: Rc<AnswerOf>,
}

/// Demand of a service, and a choice of the service where there are several.
#[component]
pub fn Demand(props: &DemandProps) -> Html {
    let shared = use_shared();
    let chosen = use_state(|| 0_usize);
    // What was pasted stays while other services, or other scenarios, are looked at.
    let pasted = use_state(BTreeMap::<usize, Pasted>::new);
    let names = &props.answer.services;
    // A project is a stock of effort: it has no demand by month.
    let parts = &props.answer.answer.options[0].outcome.parts;
    let flows: Vec<usize> =
        (0..names.len()).filter(|index| parts.get(*index).is_some_and(|part| !part.project)).collect();
    let at = flows.iter().copied().find(|index| *index == *chosen).or(flows.first().copied()).unwrap_or(0);
    let document = use_memo((props.answer.clone(), at), |(answer, at)| part(&answer.document, *at));
    let onchange = Callback::from(move |event: Event| {
        chosen.set(event.target_unchecked_into::<HtmlSelectElement>().value().parse().unwrap_or(0))
    });
    let paste = use_callback((pasted.clone(), at), |history: Pasted, (pasted, at)| {
        let mut all = BTreeMap::clone(pasted);
        all.insert(*at, history);
        pasted.set(all);
    });
    if flows.is_empty() {
        return Html::default();
    }
    html! {
        <section class="panel demand" id="demand">
            <h2>{ shared.said(ReportText::DemandTitle) }</h2>
            if flows.len() > 1 {
                <div class="controls"><label>{ shared.text(Text::ServiceShown) }
                    <select name="demand-service" {onchange}>
                        { for names.iter().enumerate().filter(|(index, _)| flows.contains(index)).map(|(index, name)| html! {
                            <option key={index} value={index.to_string()} selected={index == at}>{ name }</option>
                        }) }
                    </select>
                </label></div>
            }
            <Panel key={at} {document} service={at} pasted={pasted.get(&at).cloned().unwrap_or_default()} {paste} />
        </section>
    }
}
