//! What need not be in the frame of the verdict: each part of the report in a task of its own, so that none holds up typing, and what is far
//! below it once the visitor goes on.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry};
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

/// Whether the report begins in view.
fn begins_in_view() -> bool {
    let window = browser::window();
    let height = window.as_ref().and_then(|window| window.inner_height().ok()?.as_f64());
    let report = window.and_then(|window| window.document()?.get_element_by_id("report"));
    let top = report.map(|report| report.get_bounding_client_rect().top());
    top.zip(height).is_none_or(|(top, height)| top < height)
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

/// Whether an element is in view, as the browser tells: to measure would have it lay out the page at once.
#[hook]
pub fn use_in_view(place: &NodeRef) -> Rc<Cell<bool>> {
    let seen = use_memo((), |()| Rc::new(Cell::new(true)));
    {
        let (place, seen) = (place.clone(), Rc::clone(&seen));
        use_effect_with((), move |()| {
            let heard = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| {
                let last = entries.pop().dyn_into::<IntersectionObserverEntry>();
                seen.set(last.is_ok_and(|entry| entry.is_intersecting()));
            });
            let observer = IntersectionObserver::new(heard.as_ref().unchecked_ref()).ok();
            if let (Some(observer), Some(place)) = (&observer, place.cast::<Element>()) {
                observer.observe(&place);
            }
            move || {
                if let Some(observer) = observer {
                    observer.disconnect();
                }
                drop(heard);
            }
        });
    }
    Rc::clone(&seen)
}

/// The value as it was, until `milliseconds` after it changed; and whether it is older than `now`. What stands out of view waits the
/// milliseconds beside whether it is in view longer. Paper does not wait.
#[hook]
pub fn use_later<T: Clone + PartialEq + 'static>(
    now: T,
    milliseconds: u32,
    away: Option<(Rc<Cell<bool>>, u32)>,
) -> (Option<T>, bool) {
    let shown = use_state(|| None::<T>);
    let paper = use_paper();
    {
        let shown = shown.clone();
        use_effect_with(now.clone(), move |now| {
            let now = now.clone();
            // Of what has never been drawn there is nothing older to show.
            let away = away.filter(|(_, more)| *more > 0 && shown.is_some());
            let timer = Rc::new(RefCell::new(None));
            let next = timer.clone();
            let set = move || shown.set(Some(now));
            *timer.borrow_mut() =
                Some(Timeout::new(milliseconds, move || match away.filter(|(seen, _)| !seen.get()) {
                    Some((_, more)) => *next.borrow_mut() = Some(Timeout::new(more, set)),
                    None => set(),
                }));
            move || drop(timer.borrow_mut().take())
        });
    }
    let stale = !paper && shown.as_ref() != Some(&now);
    if paper { (Some(now), stale) } else { ((*shown).clone(), stale) }
}

/// Milliseconds after which what is older than the document is marked: what follows sooner would only flicker, and each mark has the browser
/// go through the styles of all that stands in it.
const MARK: u32 = 400;

/// The class of what has been older for a while.
#[hook]
pub fn use_mark(older: bool) -> Option<&'static str> {
    let marked = use_state_eq(|| false);
    {
        let marked = marked.setter();
        use_effect_with(older, move |older| {
            let timer = if *older {
                Some(Timeout::new(MARK, move || marked.set(true)))
            } else {
                marked.set(false);
                None
            };
            move || drop(timer)
        });
    }
    (older && *marked).then_some("stale")
}
