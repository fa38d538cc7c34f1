//! What need not be in the frame of the verdict: each part of the report in a task of its own, so that none holds up typing, and what is far
//! below it once the visitor goes on.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use web_sys::Element;
use yew::prelude::*;

use crate::page::browser;

/// What the page is wanted for: each for more than the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd)]
pub enum Wanted {
    /// The verdict alone, where it fills the screen: a slow phone is its reader's first.
    Verdict,
    /// The verdict and the first charts below it, which are in view.
    Charts,
    /// All of the report.
    Report,
    /// All of it at once, for paper.
    Paper,
}

/// What tells that the visitor goes on from the verdict, or prints.
const SIGNS: [&str; 8] =
    ["scroll", "pointermove", "pointerdown", "keydown", "focusin", "click", "beforeprint", "afterprint"];

/// Milliseconds after which all is drawn without a sign.
const REST: u32 = 4000;

/// Whether some of an element is within the window, or where it would begin.
fn is_in_view(element: &Element) -> bool {
    let height = browser::window().and_then(|window| window.inner_height().ok()?.as_f64());
    let place = element.get_bounding_client_rect();
    height.is_none_or(|height| place.top() < height && place.bottom() >= 0.0)
}

/// Whether the report begins in view.
fn begins_in_view() -> bool {
    let report = browser::window().and_then(|window| window.document()?.get_element_by_id("report"));
    report.is_none_or(|report| is_in_view(&report))
}

/// What the page is wanted for now.
#[hook]
pub fn use_wanted() -> Wanted {
    let wanted = use_state_eq(|| if begins_in_view() { Wanted::Charts } else { Wanted::Verdict });
    {
        let wanted = wanted.setter();
        use_effect_with((), move |()| {
            // The press of what prints is a sign too: it comes to the window after the page has been told to print.
            let printing = Rc::new(Cell::new(false));
            let more = {
                let printing = printing.clone();
                move || wanted.set(if printing.get() { Wanted::Paper } else { Wanted::Report })
            };
            let on = |name: &'static str| {
                let (more, printing) = (more.clone(), printing.clone());
                let heard = move |_: &Event| {
                    printing.set(name == "beforeprint" || (printing.get() && name != "afterprint"));
                    more();
                };
                browser::window().map(|window| EventListener::new(&window, name, heard))
            };
            let listeners: Vec<_> = SIGNS.into_iter().map(on).collect();
            let rest = Timeout::new(REST, more);
            move || drop((listeners, rest))
        });
    }
    *wanted
}

/// Whether the page is being printed: what is closed on view is open on paper.
#[hook]
pub fn use_paper() -> bool {
    use_context::<Wanted>() == Some(Wanted::Paper)
}

/// How many of the steps of a first drawing are due: one more in each task, once it has begun. Paper has them all.
#[hook]
pub fn use_steps(all: u32, begun: bool) -> u32 {
    let due = use_state(|| 1);
    let paper = use_paper();
    {
        let due = due.clone();
        use_effect_with((*due, begun), move |(now, begun)| {
            let next = (*begun && *now < all).then(|| Timeout::new(0, move || due.set(*due + 1)));
            move || drop(next)
        });
    }
    match (paper, begun) {
        (true, _) => all,
        (false, true) => *due,
        (false, false) => 0,
    }
}

/// The value as it was, until `milliseconds` after it changed; and whether it is older than `now`. What stands out of view waits the
/// milliseconds beside its place longer. Paper does not wait.
#[hook]
pub fn use_later<T: Clone + PartialEq + 'static>(
    now: T,
    milliseconds: u32,
    away: Option<(NodeRef, u32)>,
) -> (Option<T>, bool) {
    let shown = use_state(|| None::<T>);
    let paper = use_paper();
    {
        let shown = shown.clone();
        use_effect_with(now.clone(), move |now| {
            let now = now.clone();
            // Of what has never been drawn there is nothing older to show.
            let away = away.filter(|_| shown.is_some());
            let timer = Rc::new(RefCell::new(None));
            let next = timer.clone();
            let set = move || shown.set(Some(now));
            *timer.borrow_mut() = Some(Timeout::new(milliseconds, move || {
                match away.filter(|(place, _)| place.cast().is_some_and(|place| !is_in_view(&place))) {
                    Some((_, more)) => *next.borrow_mut() = Some(Timeout::new(more, set)),
                    None => set(),
                }
            }));
            move || drop(timer.borrow_mut().take())
        });
    }
    let stale = !paper && shown.as_ref() != Some(&now);
    if paper { (Some(now), stale) } else { ((*shown).clone(), stale) }
}
