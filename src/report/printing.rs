//! What the page is on paper: what is closed, or one part of many, is printed whole.

use gloo_events::EventListener;
use yew::prelude::*;

use crate::page::browser;

/// Whether the page is being printed.
#[hook]
pub fn use_printing() -> bool {
    let printing = use_state(|| false);
    {
        let printing = printing.setter();
        use_effect_with((), move |()| {
            let hear = |name: &'static str, on: bool| {
                let printing = printing.clone();
                browser::window().map(|window| EventListener::new(&window, name, move |_| printing.set(on)))
            };
            let listeners = [hear("beforeprint", true), hear("afterprint", false)];
            move || drop(listeners)
        });
    }
    *printing
}
