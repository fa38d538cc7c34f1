//! Whoever works with the keyboard stays in their place when the button that they pressed is taken away with what it removed.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, HtmlElement, MutationObserver, MutationObserverInit};
use yew::prelude::*;

use crate::page::browser;

/// What can have the focus.
const TAKES_FOCUS: &str = "button, input, select, textarea, summary, a[href]";

/// The part of the page that a button works on.
const AROUND: &str = "fieldset, section, main";

/// A button that was pressed, watched until it is gone.
struct Watch {
    observer: MutationObserver,
    _heard: Closure<dyn FnMut()>,
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Gives the focus to what stood next to a button that went with its press, unless something else has it by then.
#[hook]
pub fn use_kept_focus() {
    use_effect_with((), |()| {
        let watched = Rc::new(RefCell::new(None::<Watch>));
        // Before the press does its work: what is next to the button may go with it, too.
        let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: true };
        let listener = browser::window().map(|window| {
            EventListener::new_with_options(&window, "click", options, move |event| {
                let pressed = event.target().and_then(|target| target.dyn_into::<Element>().ok());
                let button = pressed.and_then(|pressed| pressed.closest("button").ok().flatten());
                watched.replace(button.and_then(watch));
            })
        });
        move || drop(listener)
    });
}

fn watch(button: Element) -> Option<Watch> {
    let around = button.closest(AROUND).ok().flatten()?;
    let found = around.query_selector_all(TAKES_FOCUS).ok()?;
    let all: Vec<HtmlElement> = (0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok()).collect();
    let place = all.iter().position(|one| one.is_same_node(Some(&button)))?;
    // What follows it comes first, then what is before it, the nearest first.
    let near: Vec<HtmlElement> = all[place + 1..].iter().chain(all[..place].iter().rev()).cloned().collect();
    let heard = Closure::<dyn FnMut()>::new(move || {
        let lost = browser::focused().is_none_or(|focused| focused.tag_name() == "BODY");
        if lost
            && !button.is_connected()
            && let Some(next) = near.iter().find(|one| one.is_connected())
        {
            let _ = next.focus();
        }
    });
    let observer = MutationObserver::new(heard.as_ref().unchecked_ref()).ok()?;
    let wanted = MutationObserverInit::new();
    wanted.set_child_list(true);
    wanted.set_subtree(true);
    observer.observe_with_options(&around, &wanted).ok()?;
    Some(Watch { observer, _heard: heard })
}
