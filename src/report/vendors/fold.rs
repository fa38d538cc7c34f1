//! A part of the section that opens: closed, it is its finding and one line.

use yew::prelude::*;

use crate::report::later::use_paper;

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
    let open = by_hand.unwrap_or(props.open) || use_paper();
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
