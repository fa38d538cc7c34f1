//! Work that takes longer than a frame: done in steps between which the page can answer, its result shown when all is done.

use std::cell::Cell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::prelude::*;

/// How long one task of a first drawing may take before it makes room for another, in milliseconds: a slow phone is still at its verdict.
const FIRST: f64 = 8.0;

/// The same once something older is on view: each room made costs a browser's shortest wait of 4 ms, which whoever types waits as well.
const TASK: f64 = 24.0;

/// Work on something, which is most often an answer.
pub trait Work: Sized + 'static {
    /// What it is done on.
    type Of: Clone + PartialEq + 'static;

    /// Before the first step.
    fn new(of: Self::Of) -> Self;

    /// Does a part; whether all is done. A step should take a few milliseconds.
    fn step(&mut self) -> bool;
}

/// The work done on it, on what it was before until then, with whether it is older.
#[hook]
pub fn use_work<W: Work>(of: &W::Of) -> (Option<Rc<W>>, bool) {
    let done = use_state(|| None::<(W::Of, Rc<W>)>);
    {
        let task = if done.is_some() { TASK } else { FIRST };
        let done = done.setter();
        use_effect_with(of.clone(), move |of| {
            let wanted = Rc::new(Cell::new(true));
            let now = of.clone();
            let tell = Callback::from(move |work: Rc<W>| done.set(Some((now.clone(), work))));
            let (start, still) = (of.clone(), wanted.clone());
            Timeout::new(0, move || {
                if still.get() {
                    go_on(W::new(start), task, still, tell);
                }
            })
            .forget();
            move || wanted.set(false)
        });
    }
    let stale = done.as_ref().is_none_or(|(then, _)| then != of);
    (done.as_ref().map(|(_, work)| work.clone()), stale)
}

/// Steps until a task's milliseconds are over, and goes on in another, while the work is wanted.
fn go_on<W: Work>(mut work: W, task: f64, wanted: Rc<Cell<bool>>, tell: Callback<Rc<W>>) {
    let start = js_sys::Date::now();
    while !work.step() {
        if js_sys::Date::now() - start >= task {
            Timeout::new(0, move || {
                if wanted.get() {
                    go_on(work, task, wanted, tell);
                }
            })
            .forget();
            return;
        }
    }
    tell.emit(Rc::new(work));
}
