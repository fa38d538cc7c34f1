//! The page: views over the answer. Everything a visitor sees, and nothing that computes.
//!
//! What needs no browser (reading what was typed, the geometry of charts) is compiled and tested without one.

pub mod charts;
pub mod entry;

#[cfg(feature = "page")]
use yew::prelude::*;

/// The whole page.
#[cfg(feature = "page")]
#[component]
pub fn Page() -> Html {
    html! { <main><h1>{ "Outsourcing Calculator" }</h1></main> }
}
