//! What need not be in the frame of the verdict.

use gloo_timers::callback::Timeout;
use yew::prelude::*;

/// Shows its children once the frame with the newer verdict is on screen; until then the older ones, marked.
#[hook]
pub fn use_later<T: Clone + PartialEq + 'static>(now: T, milliseconds: u32) -> (T, bool) {
    let shown = use_state({
        let now = now.clone();
        move || now
    });
    {
        let shown = shown.clone();
        use_effect_with(now.clone(), move |now| {
            let now = now.clone();
            let later = Timeout::new(milliseconds, move || shown.set(now));
            move || drop(later)
        });
    }
    let stale = *shown != now;
    ((*shown).clone(), stale)
}
