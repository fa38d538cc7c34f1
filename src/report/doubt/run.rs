//! The live simulation: coarse at once, finer while nothing changes, called off by a newer document.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use serde_json::Value;
use yew::prelude::*;

use crate::page::browser::at_frame;
use crate::page::views::verdict::ranged;
use crate::pool::here::{self, Here};
use crate::pool::workers::{self, Workers};
use crate::pool::{Job, Runner, Told};
use crate::scenario::document;

/// Paths of the first bands, of the finer ones that follow, and of the finest.
const PATHS: [usize; 3] = [1024, 16_384, 65_536];
/// Milliseconds after which a run is long enough to say how far it has come.
const LONG: f64 = 1000.0;
/// Milliseconds that views wait for what is first found of a newer document, so that they are drawn once.
const FIRST: u32 = 80;
/// The most paths on the page's own thread.
const HERE: usize = 4096;

/// What a simulation has found of a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The document.
    pub document: Rc<Value>,
    /// Which run of it: who comes back to a document has it run again, as what was under way for it has been called off.
    pub run: u32,
    /// The summary, under its paths below `simulation`.
    pub summary: Rc<Value>,
    /// What settling each input is worth, once known.
    pub worth: Option<Rc<Value>>,
}

impl Found {
    /// From how many futures it is told.
    #[must_use]
    pub fn futures(&self) -> f64 {
        self.summary.get("paths").and_then(Value::as_f64).unwrap_or_default()
    }
}

/// What is known of the doubt, for views.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The document whose simulation runs; none where nothing is in doubt.
    pub document: Option<Rc<Value>>,
    /// What has been found last, of this document or of an older one.
    pub found: Option<Rc<Found>>,
    /// There are no workers: the page's own thread does it.
    pub here: bool,
    /// Why there is nothing.
    pub failed: Option<String>,
}

impl State {
    /// What has been found of the document itself.
    #[must_use]
    pub fn fresh(&self) -> Option<&Rc<Found>> {
        let document = self.document.as_ref()?;
        self.found.as_ref().filter(|found| found.document == *document)
    }
}

/// News for the state.
pub enum News {
    Open(Option<Rc<Value>>),
    Summary(Rc<Value>, u32, Value),
    Worth(Rc<Value>, Value),
    Here,
    Failed(Rc<Value>, String),
}

impl Reducible for State {
    type Action = News;

    fn reduce(self: Rc<Self>, news: News) -> Rc<Self> {
        let mut next = State::clone(&self);
        match news {
            News::Open(document) => {
                // What stands for an older document stays until there is something new: nothing flickers.
                next.found = next.found.filter(|_| document.is_some());
                next.document = document;
                next.failed = None;
            }
            News::Summary(document, run, summary) => {
                let kept = next.found.as_ref().filter(|found| found.document == document);
                let worth = kept.and_then(|found| found.worth.clone());
                next.found = Some(Rc::new(Found { document, run, summary: Rc::new(summary), worth }));
            }
            News::Worth(document, worth) => {
                if let Some(found) = next.found.as_ref().filter(|found| found.document == document) {
                    next.found = Some(Rc::new(Found { worth: Some(Rc::new(worth)), ..Found::clone(found) }));
                }
            }
            News::Here => next.here = true,
            // What has been found stands.
            News::Failed(document, _)
                if next.found.as_ref().is_some_and(|found| found.document == document) => {}
            News::Failed(_, why) => next.failed = Some(why),
        }
        Rc::new(next)
    }
}

/// Pieces done and all of them, while something goes on.
pub type Progress = Option<(usize, usize)>;

/// Whether another tenth is done with this piece: to draw every piece would hold up the page.
#[must_use]
pub fn tenth(done: usize, all: usize) -> bool {
    let tenths = |done: usize| done * 10 / all.max(1);
    tenths(done) != tenths(done.saturating_sub(1))
}

/// Whoever does the work.
enum Any {
    Pool(Runner<Workers>),
    Here(Runner<Here>),
}

impl Any {
    fn document(&self, text: &str) {
        match self {
            Any::Pool(runner) => runner.document(text),
            Any::Here(runner) => runner.document(text),
        }
    }

    fn start(&self, job: Job, told: impl Fn(Told) + 'static) -> u32 {
        match self {
            Any::Pool(runner) => runner.start(job, told),
            Any::Here(runner) => runner.start(job, told),
        }
    }

    fn cancel(&self, id: u32) {
        match self {
            Any::Pool(runner) => runner.cancel(id),
            Any::Here(runner) => runner.cancel(id),
        }
    }

    fn hold(&self, after: u32) {
        match self {
            Any::Pool(runner) => runner.hold(after),
            Any::Here(runner) => runner.hold(after),
        }
    }

    fn release(&self) {
        match self {
            Any::Pool(runner) => runner.release(),
            Any::Here(runner) => runner.release(),
        }
    }
}

struct Inner {
    runner: RefCell<Option<Any>>,
    document: RefCell<Option<Rc<Value>>>,
    /// The plan last heard of.
    plan: RefCell<Option<Rc<Value>>>,
    /// The document that views know of.
    shown: RefCell<Option<Rc<Value>>>,
    here: Cell<bool>,
    /// Whether anything has been found yet, of any document.
    found: Cell<bool>,
    /// The document in doubt that views are not told of yet, as nothing has been found of it.
    waits: RefCell<Option<Rc<Value>>>,
    /// How many documents have been run.
    runs: Cell<u32>,
    /// When the runs of the document began, in the browser's milliseconds.
    begun: Cell<f64>,
    /// Who is told how far a run has come: apart from the state, as all views are drawn anew with that.
    watch: RefCell<Callback<Progress>>,
    news: UseReducerDispatcher<State>,
}

/// The simulation that follows the document.
#[derive(Clone)]
pub struct Doubt(Rc<Inner>);

impl PartialEq for Doubt {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Whether anything in a document is in doubt: a range, or demand with shocks.
#[must_use]
pub fn in_doubt(document: &Value) -> bool {
    // A spread that is stated is one: by default there is none.
    let services = document.get("services").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let spread = |service| document::get(service, "demand.spread").and_then(Value::as_f64).unwrap_or(0.0);
    ranged(document) || services.iter().any(|service| spread(service) > 0.0)
}

impl Doubt {
    fn new(news: UseReducerDispatcher<State>) -> Self {
        Doubt(Rc::new(Inner {
            runner: RefCell::default(),
            document: RefCell::default(),
            plan: RefCell::default(),
            shown: RefCell::default(),
            here: Cell::new(false),
            found: Cell::new(false),
            waits: RefCell::default(),
            runs: Cell::default(),
            begun: Cell::default(),
            watch: RefCell::new(Callback::noop()),
            news,
        }))
    }

    /// Begins on a plan that views will be told of; the same again changes nothing.
    pub fn ahead(&self, plan: &Rc<Value>) {
        *self.0.plan.borrow_mut() = Some(plan.clone());
        self.begin(plan);
    }

    fn begin(&self, document: &Rc<Value>) {
        if self.0.document.borrow().as_ref() == Some(document) {
            return;
        }
        self.0.watch.borrow().emit(None);
        *self.0.document.borrow_mut() = Some(document.clone());
        if in_doubt(document) {
            self.run(document);
        } else if let Some(runner) = &*self.0.runner.borrow() {
            runner.document("null");
        }
    }

    /// Takes up what is on view of a plan; the same again changes nothing. What was drawn of an older plan than was heard of opens nothing: it
    /// is to be drawn anew.
    pub fn open(&self, plan: &Rc<Value>, document: &Rc<Value>) {
        if self.0.plan.borrow().as_ref().is_some_and(|newest| newest != plan) {
            return;
        }
        self.begin(document);
        if self.show(document) {
            self.tell(document);
        }
    }

    /// Takes up a plan; of one in doubt views are told with what is first found of it, or a moment later.
    pub fn follow(&self, document: &Rc<Value>) {
        self.ahead(document);
        if !self.show(document) {
            return;
        }
        if in_doubt(document) && self.0.found.get() && !self.is_here() {
            *self.0.waits.borrow_mut() = Some(document.clone());
            let (doubt, document) = (self.clone(), document.clone());
            Timeout::new(FIRST, move || doubt.waited(&document)).forget();
        } else {
            self.tell(document);
        }
    }

    /// Whether it is another document than views know of, or will.
    fn show(&self, document: &Rc<Value>) -> bool {
        let shown = self.0.shown.replace(Some(document.clone()));
        shown.as_ref() != Some(document)
    }

    /// Tells views of a document that they wait for.
    fn waited(&self, document: &Rc<Value>) {
        if self.0.waits.borrow().as_ref() == Some(document) {
            self.tell(document);
        }
    }

    /// Tells views of a document.
    fn tell(&self, document: &Rc<Value>) {
        *self.0.waits.borrow_mut() = None;
        self.0.news.dispatch(News::Open(in_doubt(document).then(|| document.clone())));
    }

    fn run(&self, document: &Rc<Value>) {
        if self.0.runner.borrow().is_none() {
            let started = self.hire();
            *self.0.runner.borrow_mut() = Some(started);
        }
        if let Some(runner) = &*self.0.runner.borrow() {
            runner.document(&document.to_string());
        }
        self.0.runs.set(self.0.runs.get() + 1);
        self.0.begun.set(js_sys::Date::now());
        // All at once, the sooner wanted before the finer; but who works on the finer waits until the first bands are drawn: on few cores it
        // would take the time of who puts them together and draws them.
        let [first, second, third] = PATHS;
        let begun = self.summarised(document, first, first);
        if let (Some(id), Some(runner)) = (begun, &*self.0.runner.borrow()) {
            runner.hold(id);
        }
        if self.0.here.get() {
            self.summarised(document, HERE, first);
            self.worth(document, first);
        } else {
            self.summarised(document, second, first);
            self.worth(document, second);
            self.summarised(document, third, second);
        }
    }

    /// Lets the finer runs go on, once what is found of this one is drawn.
    fn go_on(&self, run: u32) {
        let doubt = self.clone();
        at_frame(move || {
            if doubt.0.runs.get() == run
                && let Some(runner) = &*doubt.0.runner.borrow()
            {
                runner.release();
            }
        });
    }

    /// A run of so many paths; how far it has come is told once it is past so many, as a shorter tells that.
    fn summarised(&self, document: &Rc<Value>, paths: usize, past: usize) -> Option<u32> {
        let (doubt, document, run) = (self.clone(), document.clone(), self.0.runs.get());
        self.start(Job::Run { paths }, move |told| match told {
            Told::Progress(done, all) if done * paths > past * all => doubt.progress(done, all),
            Told::Progress(..) => {}
            Told::Done(text) => {
                if let Ok(summary) = serde_json::from_str(&text) {
                    doubt.0.found.set(true);
                    doubt.waited(&document);
                    doubt.0.news.dispatch(News::Summary(document.clone(), run, summary));
                }
                doubt.go_on(run);
            }
            Told::Failed(why) => {
                doubt.0.news.dispatch(News::Failed(document.clone(), why));
                doubt.go_on(run);
            }
        })
    }

    /// What settling each input is worth.
    fn worth(&self, document: &Rc<Value>, paths: usize) {
        let (doubt, document) = (self.clone(), document.clone());
        self.start(Job::Worth { paths }, move |told| {
            if let Told::Done(text) = told
                && let Ok(worth) = serde_json::from_str(&text)
            {
                doubt.0.news.dispatch(News::Worth(document.clone(), worth));
            }
        });
    }

    /// Tells of the progress of a run from now on.
    pub fn watch(&self, told: Callback<Progress>) {
        *self.0.watch.borrow_mut() = told;
    }

    fn progress(&self, done: usize, all: usize) {
        if tenth(done, all) && (done == all || js_sys::Date::now() - self.0.begun.get() > LONG) {
            self.0.watch.borrow().emit((done < all).then_some((done, all)));
        }
    }

    /// Starts a job on the document on view; it is called off with it.
    pub fn start(&self, job: Job, told: impl Fn(Told) + 'static) -> Option<u32> {
        self.0.runner.borrow().as_ref().map(|runner| runner.start(job, told))
    }

    /// Calls a job off.
    pub fn cancel(&self, id: u32) {
        if let Some(runner) = &*self.0.runner.borrow() {
            runner.cancel(id);
        }
    }

    /// Whether the page's own thread does the work.
    #[must_use]
    pub fn is_here(&self) -> bool {
        self.0.here.get()
    }

    fn hire(&self) -> Any {
        let doubt = self.clone();
        let unable = Callback::from(move |()| {
            let doubt = doubt.clone();
            // Not from within: what speaks is part of what is put away.
            Timeout::new(0, move || doubt.fall_back()).forget();
        });
        let pool = Runner::new(workers::PATHS, |ear| Workers::start(ear, unable));
        if pool.with_crew(|crew| crate::pool::Crew::size(crew)) > 0 {
            return Any::Pool(pool);
        }
        self.here()
    }

    fn here(&self) -> Any {
        self.0.here.set(true);
        self.0.news.dispatch(News::Here);
        Any::Here(Runner::new(here::PATHS, Here::start))
    }

    /// No worker ever starts: the page's own thread takes over.
    fn fall_back(&self) {
        if self.0.here.get() {
            return;
        }
        let here = self.here();
        *self.0.runner.borrow_mut() = Some(here);
        let document = self.0.document.borrow().clone();
        if let Some(document) = document.filter(|document| in_doubt(document)) {
            self.run(&document);
        }
    }
}

/// The simulation and what it has found.
#[hook]
pub fn use_doubt() -> (Doubt, UseReducerHandle<State>) {
    let state = use_reducer(State::default);
    let news = state.dispatcher();
    let doubt = use_memo((), |()| Doubt::new(news));
    (Doubt::clone(&doubt), state)
}
