//! Where there are no workers: the page's own thread does it, in slices short enough for nobody to notice.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use js_sys::{Function, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::CustomEvent;

use super::runner::{Crew, Ear, Heard};
use super::schedule::{Answer, Hand};
use super::workers::message;

/// Paths in a slice: some milliseconds of work.
pub const PATHS: usize = 64;

/// The page's own thread.
pub struct Here {
    ear: Ear<Uint8Array>,
    serve: Rc<RefCell<Option<Function>>>,
    /// Tasks in their order: timers need not keep theirs.
    tasks: Rc<RefCell<VecDeque<Object>>>,
    _served: Option<EventListener>,
}

impl Here {
    /// Asks the loader for the simulation's program.
    #[must_use]
    pub fn start(ear: Ear<Uint8Array>) -> Self {
        let serve = Rc::new(RefCell::new(None));
        let window = web_sys::window();
        let served = window.as_ref().map(|window| {
            let (ear, serve) = (ear.clone(), serve.clone());
            EventListener::once(window, "outsourcing:served", move |event| {
                let detail = event.dyn_ref::<CustomEvent>().map(CustomEvent::detail);
                *serve.borrow_mut() = detail.and_then(|detail| detail.dyn_into::<Function>().ok());
                if serve.borrow().is_some() {
                    ear(0, Heard::Ready);
                }
            })
        });
        if let (Some(window), Ok(event)) = (window, CustomEvent::new("outsourcing:here")) {
            // Refused only where a listener throws, which is reported by itself.
            let _ = window.dispatch_event(&event);
        }
        Self { ear, serve, tasks: Rc::default(), _served: served }
    }
}

/// What the program makes of a task.
fn served(serve: &Function, message: &JsValue) -> Heard<Uint8Array> {
    let at = |name: &str| Reflect::get(message, &name.into()).unwrap_or(JsValue::UNDEFINED);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count of requests")]
    let request = at("request").as_f64().unwrap_or_default() as u32;
    let made = serve.call1(&JsValue::UNDEFINED, message);
    let answer = match made {
        Ok(made) => match (made.as_string(), made.dyn_into::<Uint8Array>()) {
            (Some(result), _) => Answer::Result(result),
            (None, Ok(piece)) => Answer::Piece(piece),
            (None, Err(_)) => Answer::Kept,
        },
        Err(why) => Answer::Failed(why.as_string().unwrap_or_default()),
    };
    Heard::Answer(request, answer)
}

impl Crew for Here {
    type Piece = Uint8Array;

    fn size(&self) -> usize {
        1
    }

    fn hand(&mut self, hand: Hand<Uint8Array>) {
        self.tasks.borrow_mut().push_back(message(&hand));
        let (ear, serve, tasks) = (self.ear.clone(), self.serve.clone(), self.tasks.clone());
        // Each slice is a task of its own, so that what the visitor does comes in between.
        Timeout::new(0, move || {
            let (serve, message) = (serve.borrow().clone(), tasks.borrow_mut().pop_front());
            if let (Some(serve), Some(message)) = (serve, message) {
                ear(0, served(&serve, &message));
            }
        })
        .forget();
    }

    fn replace(&mut self, _worker: usize) {}
}
