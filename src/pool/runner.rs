//! One way to run jobs, whoever does the work.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use super::Job;
use super::schedule::{Answer, Hand, Schedule, Told};

/// Those who do the work.
pub trait Crew {
    /// A piece as it travels: bytes.
    type Piece: Clone;
    /// How many there are.
    fn size(&self) -> usize;
    /// Hands a worker a task.
    fn hand(&mut self, hand: Hand<Self::Piece>);
    /// A worker is there: it and those before it can reach each other from now on.
    fn ready(&mut self, _worker: usize) {}
    /// A worker has been heard of.
    fn heard(&mut self, _worker: usize) {}
    /// Puts another in the place of a worker.
    fn replace(&mut self, worker: usize);
}

/// What is heard of a worker.
#[derive(Clone, Debug)]
pub enum Heard<P> {
    /// It is there.
    Ready,
    /// It answers a request.
    Answer(u32, Answer<P>),
    /// It has died, or does not answer.
    Died,
}

/// Where whoever works is heard: the worker, and what of it.
pub type Ear<P> = Rc<dyn Fn(usize, Heard<P>)>;

type Listener = Rc<dyn Fn(Told)>;

struct Inner<C: Crew> {
    schedule: Schedule<C::Piece>,
    crew: C,
    listeners: Vec<(u32, Listener)>,
}

/// Runs the jobs of one document at a time.
pub struct Runner<C: Crew>(Rc<RefCell<Inner<C>>>);

impl<C: Crew> Clone for Runner<C> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<C: Crew + 'static> Runner<C> {
    /// A runner whose crew is made with the ear that it reports to; a piece has so many paths.
    pub fn new(size: usize, crew: impl FnOnce(Ear<C::Piece>) -> C) -> Self {
        Self(Rc::new_cyclic(|inner: &Weak<RefCell<Inner<C>>>| {
            let inner = inner.clone();
            let ear = move |worker: usize, heard: Heard<C::Piece>| {
                if let Some(inner) = inner.upgrade() {
                    Self(inner).heard(worker, heard);
                }
            };
            let crew = crew(Rc::new(ear));
            RefCell::new(Inner { schedule: Schedule::new(crew.size(), size), crew, listeners: Vec::new() })
        }))
    }

    /// Takes up another document; all jobs of the last are called off, and nobody is told any more of them.
    pub fn document(&self, document: &str) {
        let mut inner = self.0.borrow_mut();
        inner.schedule.document(document);
        inner.listeners.clear();
    }

    /// Starts a job and tells of it; returns its number.
    pub fn start(&self, job: Job, told: impl Fn(Told) + 'static) -> u32 {
        let mut inner = self.0.borrow_mut();
        let id = inner.schedule.start(job);
        inner.listeners.push((id, Rc::new(told)));
        drop(inner);
        self.hand_out();
        id
    }

    /// Holds back every job started after this one, until they are released or there is another document.
    pub fn hold(&self, after: u32) {
        self.0.borrow_mut().schedule.hold(after);
    }

    /// Holds nothing back any more.
    pub fn release(&self) {
        self.0.borrow_mut().schedule.release();
        self.hand_out();
    }

    /// Calls a job off.
    pub fn cancel(&self, id: u32) {
        let mut inner = self.0.borrow_mut();
        inner.schedule.cancel(id);
        inner.listeners.retain(|(listener, _)| *listener != id);
    }

    /// Hears of a worker.
    pub fn heard(&self, worker: usize, heard: Heard<C::Piece>) {
        let mut inner = self.0.borrow_mut();
        inner.crew.heard(worker);
        let news = match heard {
            Heard::Ready => {
                inner.crew.ready(worker);
                inner.schedule.ready(worker);
                Vec::new()
            }
            Heard::Answer(request, answer) => inner.schedule.answered(worker, request, answer),
            Heard::Died => {
                let news = inner.schedule.died(worker);
                inner.crew.replace(worker);
                news
            }
        };
        let mut telling: Vec<(Listener, Told)> = Vec::new();
        for (id, told) in news {
            let last = !matches!(told, Told::Progress(..));
            telling.extend(
                inner.listeners.iter().find(|(job, _)| *job == id).map(|(_, tell)| (tell.clone(), told)),
            );
            if last {
                inner.listeners.retain(|(job, _)| *job != id);
            }
        }
        drop(inner);
        // Work goes on before anybody looks at what is done.
        self.hand_out();
        for (tell, told) in telling {
            tell(told);
        }
    }

    fn hand_out(&self) {
        let mut inner = self.0.borrow_mut();
        while let Some(hand) = inner.schedule.hand() {
            inner.crew.hand(hand);
        }
    }

    /// Whether anything is left to do.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.0.borrow().schedule.is_busy()
    }

    /// Does something with the crew, which must not report while it does.
    pub fn with_crew<T>(&self, act: impl FnOnce(&mut C) -> T) -> T {
        act(&mut self.0.borrow_mut().crew)
    }
}
