//! What need not be in the frame of the verdict: each part of the report in a task of its own, so that none holds up typing.

use gloo_timers::callback::Timeout;
use yew::prelude::*;

/// The value as it was, until `milliseconds` after it changed; and whether it is older than `now`.
#[hook]
pub fn use_later<T: Clone + PartialEq + 'static>(now: T, milliseconds: u32) -> (Option<T>, bool) {
    let shown = use_state(|| None::<T>);
    {
        let shown = shown.clone();
        use_effect_with(now.clone(), move |now| {
            let now = now.clone();
            let later = Timeout::new(milliseconds, move || shown.set(Some(now)));
            move || drop(later)
        });
    }
    let stale = shown.as_ref() != Some(&now);
    ((*shown).clone(), stale)
}
