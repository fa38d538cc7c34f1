//! Work that takes longer than a frame: done in steps between which the page can answer, its result shown when all is done.

use std::cell::Cell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::page::views::figures::AnswerOf;

/// How long one task may take before it makes room for another, in milliseconds: half a frame.
const TASK: f64 = 8.0;

/// Work on an answer.
pub trait Work: Sized + 'static {
    /// Before the first step.
    fn new(answer: Rc<AnswerOf>) -> Self;

    /// Does a part; whether all is done. A step should take a few milliseconds.
    fn step(&mut self) -> bool;
}

/// The work done on an answer, on an older one until then, with whether it is older.
#[hook]
pub fn use_work<W: Work>(answer: &Rc<AnswerOf>) -> (Option<Rc<W>>, bool) {
    let done = use_state(|| None::<(Rc<AnswerOf>, Rc<W>)>);
    {
        let done = done.setter();
        use_effect_with(answer.clone(), move |answer| {
            let wanted = Rc::new(Cell::new(true));
            let of = answer.clone();
            let tell = Callback::from(move |work: Rc<W>| done.set(Some((of.clone(), work))));
            let (start, still) = (answer.clone(), wanted.clone());
            Timeout::new(0, move || {
                if still.get() {
                    go_on(W::new(start), still, tell);
                }
            })
            .forget();
            move || wanted.set(false)
        });
    }
    let stale = done.as_ref().is_none_or(|(of, _)| of != answer);
    (done.as_ref().map(|(_, work)| work.clone()), stale)
}

/// Steps until a task's time is over, and goes on in another, while the work is wanted.
fn go_on<W: Work>(mut work: W, wanted: Rc<Cell<bool>>, tell: Callback<Rc<W>>) {
    let start = js_sys::Date::now();
    while !work.step() {
        if js_sys::Date::now() - start >= TASK {
            Timeout::new(0, move || {
                if wanted.get() {
                    go_on(work, wanted, tell);
                }
            })
            .forget();
            return;
        }
    }
    tell.emit(Rc::new(work));
}
