//! Opens the page.

use std::cell::Cell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use outsourcing::page::browser::after_frame;

/// Smaller than std's, and in as few steps.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Puts the page in the place of the static first screen, once.
fn open(opened: &Cell<bool>) {
    let root = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id("app"));
    if let Some(root) = root.filter(|_| !opened.replace(true)) {
        outsourcing::page::start(root);
    }
}

fn main() {
    // The first screen is painted before it is replaced; where nothing is painted, as in a tab behind, the page opens without.
    let opened = Rc::new(Cell::new(false));
    let after = opened.clone();
    after_frame(move || open(&after));
    Timeout::new(1000, move || open(&opened)).forget();
}
