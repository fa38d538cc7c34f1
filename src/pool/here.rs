//! Where there are no workers: the page's own thread does it, in slices short enough for nobody to notice.

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use js_sys::{Function, Reflect, Uint8Array};
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
    serve: std::rc::Rc<std::cell::RefCell<Option<Function>>>,
    _served: Option<EventListener>,
}

impl Here {
    /// Asks the loader for the simulation's program.
    #[must_use]
    pub fn start(ear: Ear<Uint8Array>) -> Self {
        let serve = std::rc::Rc::new(std::cell::RefCell::new(None));
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
        Self { ear, serve, _served: served }
    }
}

/// What the program makes of a task.
fn served(serve: &Function, message: &JsValue) -> Heard<Uint8Array> {
    let at = |name: &str| Reflect::get(message, &name.into()).unwrap_or(JsValue::UNDEFINED);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count of requests")]
    let request = at("request").as_f64().unwrap_or_default() as u32;
    let made = serve.call4(&JsValue::UNDEFINED, &at("document"), &at("job"), &at("piece"), &at("parts"));
    let answer = match made {
        Ok(made) => match made.as_string() {
            Some(result) => Answer::Result(result),
            None => Answer::Piece(made.unchecked_into()),
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
        let (ear, serve, message) = (self.ear.clone(), self.serve.clone(), message(&hand));
        // Each slice is a task of its own, so that what the visitor does comes in between.
        Timeout::new(0, move || {
            let serve = serve.borrow().clone();
            if let Some(serve) = serve {
                ear(0, served(&serve, &message));
            }
        })
        .forget();
    }

    fn replace(&mut self, _worker: usize) {}
}
