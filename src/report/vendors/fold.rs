//! A part of the section that opens: closed, it is its finding and one line.

use gloo_events::EventListener;
use yew::prelude::*;

use crate::page::browser;

/// What a part is handed.
#[derive(Properties, PartialEq)]
pub struct FoldProps {
    /// Its id.
    pub id: &'static str,
    /// Its finding.
    pub title: AttrValue,
    /// What it is about.
    pub subtitle: AttrValue,
    /// It is open until it is closed by hand.
    #[prop_or_default]
    pub open: bool,
    /// Makes what it holds, while it is open.
    pub body: Callback<(), Html>,
}

/// A part that opens. On paper it is open.
#[component]
pub fn Fold(props: &FoldProps) -> Html {
    let by_hand = use_state(|| None::<bool>);
    let printing = use_state_eq(|| false);
    {
        let printing = printing.setter();
        use_effect_with((), move |()| {
            let listener = |event: &'static str, on: bool| {
                let printing = printing.clone();
                browser::window().map(|window| EventListener::new(&window, event, move |_| printing.set(on)))
            };
            let listeners = [listener("beforeprint", true), listener("afterprint", false)];
            move || drop(listeners)
        });
    }
    let open = by_hand.unwrap_or(props.open) || *printing;
    let onclick = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        by_hand.set(Some(!open));
    });
    html! {
        <details class="panel fold" id={props.id} {open}>
            <summary {onclick}><h3>{ &props.title }</h3><p class="subtitle">{ &props.subtitle }</p></summary>
            if open { <div class="fold-body">{ props.body.emit(()) }</div> }
        </details>
    }
}
