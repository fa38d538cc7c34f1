//! The crew of a browser: workers, each the simulation's program.
//!
//! A worker is started from a blob that imports the build's script by its absolute address: so it inherits the page's policy, which one
//! started by an address would not in every browser.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::{Array, Function, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{
    Blob, BlobPropertyBag, Event, MessageChannel, MessageEvent, Url, Worker, WorkerOptions, WorkerType,
};
use yew::Callback;

use super::runner::{Crew, Ear, Heard};
use super::schedule::{Answer, Hand};

/// Paths in a piece: a hundredth of a second of work, so that a newer document waits for no older one. Half as many cost a twentieth more
/// each.
pub const PATHS: usize = 1024;

/// A worker that has not started or answered after so many milliseconds is taken for dead.
const PATIENCE: u32 = 15_000;

/// More workers than this gain little: each compiles the document for itself.
const MOST: usize = 8;

/// Workers in a browser.
pub struct Workers {
    ear: Ear<Uint8Array>,
    /// Told when no worker ever starts: the page's own thread has to do.
    unable: Callback<()>,
    address: String,
    build: String,
    /// Whether any has ever started.
    started: Rc<Cell<bool>>,
    seats: Vec<Option<Seat>>,
}

struct Seat {
    worker: Worker,
    /// Whether it has started.
    there: bool,
    /// Tasks that it has been handed and not answered.
    tasks: usize,
    patience: Patience,
    _message: Closure<dyn FnMut(MessageEvent)>,
    _error: Closure<dyn FnMut(Event)>,
}

/// How long a worker is waited for. A timer is set once a while, not at every word.
struct Patience(Rc<Wait>);

struct Wait {
    /// Since when, in the browser's milliseconds; none while there is nothing to wait for.
    since: Cell<Option<f64>>,
    timer: RefCell<Option<Timeout>>,
    end: Box<dyn Fn()>,
}

impl Patience {
    fn new(end: impl Fn() + 'static) -> Self {
        let patience =
            Patience(Rc::new(Wait { since: Cell::new(None), timer: RefCell::default(), end: Box::new(end) }));
        patience.begin();
        patience
    }

    /// It is waited for from now on.
    fn begin(&self) {
        self.0.since.set(Some(js_sys::Date::now()));
        if self.0.timer.borrow().is_none() {
            Self::set(&self.0, f64::from(PATIENCE));
        }
    }

    /// It is not waited for.
    fn rest(&self) {
        self.0.since.set(None);
    }

    fn set(wait: &Rc<Wait>, milliseconds: f64) {
        let then = wait.clone();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some seconds")]
        let timer = Timeout::new(milliseconds as u32 + 1, move || {
            drop(then.timer.take());
            let left = then.since.get().map(|since| since + f64::from(PATIENCE) - js_sys::Date::now());
            match left {
                Some(left) if left > 0.0 => Self::set(&then, left.min(f64::from(PATIENCE))),
                Some(_) => (then.end)(),
                None => {}
            }
        });
        *wait.timer.borrow_mut() = Some(timer);
    }
}

impl Drop for Patience {
    fn drop(&mut self) {
        drop(self.0.timer.take());
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// The simulation's script and the build's number, as the page names them.
pub fn script() -> Option<(String, String)> {
    let document = web_sys::window()?.document()?;
    let named = document.query_selector("meta[name=pool]").ok()??;
    let base = document.base_uri().ok()??;
    let address = Url::new_with_base(&named.get_attribute("content")?, &base).ok()?.href();
    Some((address, named.get_attribute("data-build")?))
}

/// The address of a blob that imports the simulation's script, and the build's number.
fn blob() -> Option<(String, String)> {
    let (script, build) = script()?;
    let kind = BlobPropertyBag::new();
    kind.set_type("text/javascript");
    let text = format!("import {}", serde_json::Value::String(script));
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &kind).ok()?;
    Some((Url::create_object_url_with_blob(&blob).ok()?, build))
}

impl Workers {
    /// As many workers as the machine has cores, eight at most; none where the browser has no workers.
    pub fn start(ear: Ear<Uint8Array>, unable: Callback<()>) -> Self {
        let (address, build) = blob().unwrap_or_default();
        let mut workers = Self { ear, unable, address, build, started: Rc::default(), seats: Vec::new() };
        let able = web_sys::window().filter(|window| Reflect::has(window, &"Worker".into()).unwrap_or(false));
        if let Some(window) = able.filter(|_| !workers.address.is_empty()) {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a handful of cores")]
            let size = (window.navigator().hardware_concurrency() as usize).clamp(1, MOST);
            let seats: Option<Vec<Seat>> = (0..size).map(|worker| workers.seat(worker)).collect();
            workers.seats = seats.into_iter().flatten().map(Some).collect();
        }
        workers
    }

    fn seat(&self, place: usize) -> Option<Seat> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = make(&self.address, &options)?;
        let (ear, unable, build) = (self.ear.clone(), self.unable.clone(), self.build.clone());
        let started = self.started.clone();
        let message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let data = event.data();
            let at = |name: &str| Reflect::get(&data, &name.into()).unwrap_or(JsValue::UNDEFINED);
            if let Some(told) = at("build").as_string() {
                // Another build's worker would answer something else.
                if told == build {
                    started.set(true);
                    ear(place, Heard::Ready);
                } else {
                    unable.emit(());
                }
                return;
            }
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a count of requests"
            )]
            let request = at("request").as_f64().unwrap_or_default() as u32;
            let answer = if at("kept").is_truthy() {
                Answer::Kept
            } else if let Ok(piece) = at("piece").dyn_into::<Uint8Array>() {
                Answer::Piece(piece)
            } else if let Some(result) = at("result").as_string() {
                Answer::Result(result)
            } else {
                Answer::Failed(at("failed").as_string().unwrap_or_default())
            };
            ear(place, Heard::Answer(request, answer));
        });
        let end = self.end(place);
        let error = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            // It is replaced, so nobody needs to hear of it.
            event.prevent_default();
            end();
        });
        worker.set_onmessage(Some(message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(error.as_ref().unchecked_ref()));
        Some(Seat {
            worker,
            there: false,
            tasks: 0,
            patience: Patience::new(self.end(place)),
            _message: message,
            _error: error,
        })
    }

    /// What is done when a worker has died: another takes its place, or, where none has ever started, the page's own thread theirs.
    fn end(&self, place: usize) -> impl Fn() + use<> {
        let (ear, unable, started) = (self.ear.clone(), self.unable.clone(), self.started.clone());
        move || {
            let (ear, unable, started) = (ear.clone(), unable.clone(), started.clone());
            // Not from within: whoever calls is part of what is replaced.
            Timeout::new(0, move || if started.get() { ear(place, Heard::Died) } else { unable.emit(()) })
                .forget();
        }
    }

    /// A worker has said something: it is waited for anew, or, with nothing left to do, no longer.
    pub fn alive(&mut self, place: usize) {
        if let Some(Some(seat)) = self.seats.get_mut(place) {
            seat.tasks = seat.tasks.saturating_sub(1);
            if seat.tasks > 0 { seat.patience.begin() } else { seat.patience.rest() }
        }
    }

    /// Gives two workers a way to each other.
    fn join(&self, one: usize, other: usize) -> Option<()> {
        let channel = MessageChannel::new().ok()?;
        for (place, peer, port) in [(one, other, channel.port1()), (other, one, channel.port2())] {
            let message = Object::new();
            Reflect::set(&message, &"peer".into(), &number(peer)).ok()?;
            let seat = self.seats.get(place)?.as_ref()?;
            seat.worker.post_message_with_transfer(&message, &Array::of1(&port)).ok()?;
        }
        Some(())
    }
}

impl Drop for Workers {
    fn drop(&mut self) {
        let _ = Url::revoke_object_url(&self.address);
    }
}

/// Starts a worker, through a trusted-types policy where the browser has them.
fn make(address: &str, options: &WorkerOptions) -> Option<Worker> {
    let window = web_sys::window()?;
    let types = Reflect::get(&window, &"trustedTypes".into()).ok().filter(JsValue::is_object);
    let trusted = types.and_then(|types| trusted(&window, &types, address));
    // The binding takes a string; what a policy has made must pass as it is.
    let constructor: Function = Reflect::get(&window, &"Worker".into()).ok()?.dyn_into().ok()?;
    let address = trusted.unwrap_or_else(|| address.into());
    let made = Reflect::construct(&constructor, &Array::of2(&address, options)).ok()?;
    made.dyn_into().ok()
}

/// An address as the page's one policy makes it, which lets only blobs through.
fn trusted(window: &web_sys::Window, types: &JsValue, address: &str) -> Option<JsValue> {
    const KEPT: &str = "outsourcingPolicy";
    let kept = Reflect::get(window, &KEPT.into()).ok().filter(JsValue::is_object);
    let policy = kept.or_else(|| {
        let rules = Object::new();
        let pass = Closure::<dyn Fn(String) -> Option<String>>::new(|address: String| {
            address.starts_with("blob:").then_some(address)
        });
        Reflect::set(&rules, &"createScriptURL".into(), &pass.into_js_value()).ok()?;
        let create: Function = Reflect::get(types, &"createPolicy".into()).ok()?.dyn_into().ok()?;
        let policy = create.call2(types, &"outsourcing".into(), &rules).ok()?;
        Reflect::set(window, &KEPT.into(), &policy).ok()?;
        Some(policy)
    })?;
    let create: Function = Reflect::get(&policy, &"createScriptURL".into()).ok()?.dyn_into().ok()?;
    create.call1(&policy, &address.into()).ok()
}

fn number(count: usize) -> JsValue {
    #[expect(clippy::cast_precision_loss, reason = "a count of pieces or workers")]
    JsValue::from_f64(count as f64)
}

/// A task as it is posted.
pub(super) fn message(hand: &Hand<Uint8Array>) -> Object {
    let message = Object::new();
    let set = |name: &str, value: &JsValue| {
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&message, &name.into(), value);
    };
    set("request", &hand.request.into());
    set("edition", &hand.edition.into());
    if let Some(document) = &hand.document {
        set("document", &JsValue::from_str(document));
    }
    set("job", &hand.job.write(hand.size).to_string().into());
    match hand.piece {
        Some(piece) => set("piece", &number(piece)),
        None => set("needs", &number(hand.job.pieces(hand.size).0)),
    }
    match hand.keeper {
        Some(keeper) if keeper == hand.worker => set("keeps", &JsValue::TRUE),
        Some(keeper) => set("keeper", &number(keeper)),
        None => {}
    }
    set("parts", &hand.parts.iter().collect::<Array>());
    message
}

impl Crew for Workers {
    type Piece = Uint8Array;

    fn size(&self) -> usize {
        self.seats.len()
    }

    fn hand(&mut self, hand: Hand<Uint8Array>) {
        let Some(Some(seat)) = self.seats.get_mut(hand.worker) else { return };
        seat.tasks += 1;
        seat.patience.begin();
        if seat.worker.post_message(&message(&hand)).is_err() {
            self.end(hand.worker)();
        }
    }

    fn ready(&mut self, worker: usize) {
        let there = |place: &usize| self.seats[*place].as_ref().is_some_and(|seat| seat.there);
        let others: Vec<usize> =
            (0..self.seats.len()).filter(|place| *place != worker && there(place)).collect();
        if let Some(seat) = &mut self.seats[worker] {
            seat.there = true;
        }
        for other in others {
            if self.join(worker, other).is_none() {
                self.end(worker)();
            }
        }
    }

    fn heard(&mut self, worker: usize) {
        self.alive(worker);
    }

    fn replace(&mut self, worker: usize) {
        self.seats[worker] = None;
        let seat = self.seat(worker);
        self.seats[worker] = seat;
    }
}
