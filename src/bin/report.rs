//! Draws the report under the page's verdict.

use gloo_timers::callback::Timeout;
use outsourcing::report::Report;
use yew::prelude::*;

/// A drawing takes and leaves thousands of small pieces: this allocator finds room in a few steps whatever is taken.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[component]
fn Nothing() -> Html {
    Html::default()
}

fn main() {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    // Page and report number their Yew roots from 1 each, and an event finds its root by that number: the report's
    // first root is spent on nothing, so that its second is not taken for the page's.
    if let Ok(spent) = document.create_element("div") {
        yew::Renderer::<Nothing>::with_root(spent).render();
    }
    // The first drawing is a task of its own.
    if let Some(root) = document.get_element_by_id("report") {
        Timeout::new(0, || drop(yew::Renderer::<Report>::with_root(root).render())).forget();
    }
}
