//! The page: views over the answer. Everything a visitor sees, and nothing that computes.

use yew::prelude::*;

/// The whole page.
#[component]
pub fn Page() -> Html {
    html! { <main><h1>{ "Outsourcing Calculator" }</h1></main> }
}
