//! What the report holds, as a line of buttons that lead there.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use super::words::Said as _;
use crate::page::browser;
use crate::page::shared::use_shared;
use crate::page::views::controls::button;
use crate::page::views::figures::AnswerOf;
use crate::words::RefineText;

/// The parts by the id of their element, in the order in which they stand.
const PARTS: [(&str, RefineText); 11] = [
    ("costs", RefineText::Costs),
    ("demand", RefineText::Demand),
    ("doubt", RefineText::Doubt),
    ("vendors", RefineText::Vendors),
    ("break-even", RefineText::BreakEven),
    ("cores", RefineText::Cores),
    ("scale", RefineText::Scale),
    ("what-if", RefineText::WhatIf),
    ("measures", RefineText::Measures),
    ("ledger", RefineText::Ledger),
    ("assumptions", RefineText::Assumptions),
];

/// Milliseconds until all parts of an answer are drawn, some of which it may not have.
const DRAWN: u32 = 200;

/// Goes to a part of the report, with the focus, so that the next key goes on from there.
pub(super) fn go_to(id: &str) {
    if let Some(part) = browser::window().and_then(|window| window.document()?.get_element_by_id(id)) {
        // Refused by no browser.
        let _ = part.set_attribute("tabindex", "-1");
        browser::focus(&format!("#{id}"));
    }
}

fn there(id: &str) -> bool {
    let part = browser::window().and_then(|window| window.document()?.get_element_by_id(id));
    part.is_some_and(|part| part.child_element_count() > 0)
}

/// Says to the styles that every part has had its size, so that what is out of sight need no longer be laid out.
fn measured() {
    if let Some(report) = browser::window().and_then(|window| window.document()?.get_element_by_id("report"))
    {
        // Refused by no browser.
        let _ = report.set_attribute("data-measured", "");
    }
}

/// What the parts are of.
#[derive(Properties, PartialEq)]
pub struct ContentsProps {
    /// The answer.
    pub answer: Rc<AnswerOf>,
    /// All of them are drawn, or about to be.
    pub all: bool,
}

/// The line of buttons: of the parts that this answer has, once that is known.
#[component]
pub fn Contents(props: &ContentsProps) -> Html {
    let shared = use_shared();
    let drawn = use_state_eq(|| [true; PARTS.len()]);
    {
        let drawn = drawn.setter();
        use_effect_with((props.answer.clone(), props.all), move |(_, all)| {
            let later = all.then(|| {
                Timeout::new(DRAWN, move || {
                    drawn.set(PARTS.map(|(id, _)| there(id)));
                    measured();
                })
            });
            move || drop(later)
        });
    }
    let parts = PARTS.iter().zip(*drawn).filter(|(_, there)| *there);
    html! {
        <nav class="contents" aria-label={shared.refined(RefineText::Contents)}>
            { for parts.map(|((id, word), _)| button(shared.refined(*word), "quiet", move || {
                // A press alone may be the first sign that the part is wanted.
                if there(id) { go_to(id) } else { Timeout::new(DRAWN, move || go_to(id)).forget(); }
            })) }
        </nav>
    }
}
