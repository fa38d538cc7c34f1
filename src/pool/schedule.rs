//! Who does what next: jobs in pieces, workers that come and go, answers in the order of the pieces.
//!
//! Pure, so that deaths, cancellations and every order of answers are tested without a browser.

use std::collections::VecDeque;
use std::rc::Rc;

use super::Job;

/// How often a worker may die in one document's runs before they are given up: a piece that kills every worker is not tried for ever.
const DEATHS: u32 = 6;

/// How many tasks a worker has at most: the next is there when one is done, though the page's thread is busy. A newer document's go first.
const AHEAD: usize = 3;

/// The same of what has time, where it matters less that one has done its last before another.
const AHEAD_IN_TIME: usize = 6;

/// What a worker is handed.
#[derive(Clone, Debug, PartialEq)]
pub struct Hand<P> {
    /// Which worker.
    pub worker: usize,
    /// The number of the request, which its answer repeats.
    pub request: u32,
    /// The edition of the document. Pieces of an older one are of no use.
    pub edition: u32,
    /// The document to compile first, where this worker does not have it.
    pub document: Option<Rc<str>>,
    /// The job.
    pub job: Job,
    /// How many paths a piece of it has.
    pub size: usize,
    /// The piece of it, those of the shared run first; none to put all pieces together.
    pub piece: Option<usize>,
    /// Who keeps the piece, where it is of the shared run: the worker itself, or another, which it sends the piece to.
    pub keeper: Option<usize>,
    /// The job's own pieces, in their order, to put together after those of the shared run, which the worker keeps.
    pub parts: Vec<P>,
}

/// What a worker answers.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer<P> {
    /// A piece of the job's own.
    Piece(P),
    /// A piece of the shared run is with whoever keeps these, or on its way there.
    Kept,
    /// The job's result, as JSON.
    Result(String),
    /// It cannot be done, in words.
    Failed(String),
}

/// What whoever started a job is told.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// So many of so many pieces are done.
    Progress(usize, usize),
    /// The result, as JSON.
    Done(String),
    /// It cannot be done, in words.
    Failed(String),
}

#[derive(Clone, Debug, PartialEq)]
enum Cell<P> {
    Wanted,
    Handed,
    Done(P),
}

#[derive(Clone, Debug)]
struct Open<P> {
    id: u32,
    job: Job,
    /// How many pieces of the one run of the document it needs: a longer run contains a shorter, so these are shared.
    shared: usize,
    /// Its own pieces.
    cells: Vec<Cell<P>>,
    merging: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Piece {
    Shared(usize),
    Own(usize),
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Task {
    request: u32,
    /// The job's number; none once it is called off.
    job: Option<u32>,
    /// Which piece of the shared run, or of its own; none where all are put together.
    piece: Option<Piece>,
}

#[derive(Clone, Debug)]
struct Place {
    /// It is there.
    there: bool,
    /// What it has been handed, in that order.
    tasks: VecDeque<Task>,
    /// The edition of the document that it has compiled.
    knows: u32,
}

impl Place {
    /// How many tasks it has to do: those of an older document it only gives back.
    fn due(&self) -> usize {
        self.tasks.iter().filter(|task| task.job.is_some()).count()
    }
}

/// The jobs of one document and those who work on them.
#[derive(Clone, Debug)]
pub struct Schedule<P> {
    places: Vec<Place>,
    open: Vec<Open<P>>,
    /// The pieces of the shared run.
    runs: Vec<Cell<()>>,
    /// The worker that has these, and puts together whatever needs them: so none travels over the page's thread.
    keeper: Option<usize>,
    document: Option<Rc<str>>,
    edition: u32,
    last: u32,
    /// The last job that may be worked on, where those after it are held back.
    held: Option<u32>,
    deaths: u32,
    /// Paths in a piece.
    size: usize,
}

impl<P: Clone> Schedule<P> {
    /// A schedule for so many workers, none of which is there yet, with so many paths in a piece.
    #[must_use]
    pub fn new(workers: usize, size: usize) -> Self {
        let place = Place { there: false, tasks: VecDeque::new(), knows: 0 };
        let places = vec![place; workers];
        Self {
            places,
            open: Vec::new(),
            runs: Vec::new(),
            keeper: None,
            document: None,
            edition: 0,
            last: 0,
            held: None,
            deaths: 0,
            size,
        }
    }

    /// Takes up another document: every job of the last is called off.
    pub fn document(&mut self, document: &str) {
        self.document = Some(document.into());
        self.edition += 1;
        self.deaths = 0;
        self.held = None;
        self.open.clear();
        self.runs.clear();
        // Whoever has least to do then begins at once.
        self.keeper = None;
        for task in self.places.iter_mut().flat_map(|place| &mut place.tasks) {
            task.job = None;
        }
    }

    /// Starts a job; those started earlier come first, but for those that have time. Returns its number.
    pub fn start(&mut self, job: Job) -> u32 {
        self.last += 1;
        let (shared, own) = job.pieces(self.size);
        self.runs.resize(self.runs.len().max(shared), Cell::Wanted);
        // What has time stays behind what is asked for meanwhile.
        let place = if job.has_time() {
            self.open.len()
        } else {
            self.open.iter().position(|open| open.job.has_time()).unwrap_or(self.open.len())
        };
        self.open.insert(
            place,
            Open { id: self.last, job, shared, cells: vec![Cell::Wanted; own], merging: false },
        );
        self.last
    }

    /// Holds back every job started after this one, until all are released.
    pub fn hold(&mut self, after: u32) {
        self.held = Some(after);
    }

    /// Holds nothing back any more.
    pub fn release(&mut self) {
        self.held = None;
    }

    /// Calls a job off.
    pub fn cancel(&mut self, id: u32) {
        self.open.retain(|open| open.id != id);
    }

    /// Whether there is anything left to do.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        !self.open.is_empty()
    }

    /// A worker is there and has nothing to do.
    pub fn ready(&mut self, worker: usize) {
        self.places[worker] = Place { there: true, tasks: VecDeque::new(), knows: 0 };
    }

    /// The next task, for a worker that has few.
    pub fn hand(&mut self) -> Option<Hand<P>> {
        let document = self.document.clone()?;
        let mut there: Vec<usize> =
            (0..self.places.len()).filter(|place| self.places[*place].there).collect();
        there.sort_by_key(|place| (self.places[*place].due(), self.places[*place].tasks.len()));
        let keeper = *self.keeper.get_or_insert(*there.first()?);
        let (worker, index, piece) = there
            .into_iter()
            .find_map(|worker| self.next(worker, keeper).map(|(index, piece)| (worker, index, piece)))?;
        let open = &mut self.open[index];
        match piece {
            Some(Piece::Shared(piece)) => self.runs[piece] = Cell::Handed,
            Some(Piece::Own(piece)) => open.cells[piece] = Cell::Handed,
            None => open.merging = true,
        }
        let done = |cell: &Cell<P>| if let Cell::Done(piece) = cell { Some(piece.clone()) } else { None };
        let parts = if piece.is_none() { open.cells.iter().filter_map(done).collect() } else { Vec::new() };
        let number = piece.map(|piece| match piece {
            Piece::Shared(number) => number,
            Piece::Own(number) => open.shared + number,
        });
        let (job, id) = (open.job.clone(), open.id);
        self.last += 1;
        let place = &mut self.places[worker];
        let document = (place.knows != self.edition).then_some(document);
        place.knows = self.edition;
        place.tasks.push_back(Task { request: self.last, job: Some(id), piece });
        Some(Hand {
            worker,
            request: self.last,
            edition: self.edition,
            document,
            job,
            size: self.size,
            piece: number,
            keeper: matches!(piece, Some(Piece::Shared(_))).then_some(keeper),
            parts,
        })
    }

    /// What a worker may do next: of which job, and which piece, or none to put it together.
    fn next(&self, worker: usize, keeper: usize) -> Option<(usize, Option<Piece>)> {
        let tasks = self.places[worker].due();
        let few = |job: &Job| tasks < if job.has_time() { AHEAD_IN_TIME } else { AHEAD };
        let may = |open: &Open<P>| self.held.is_none_or(|last| open.id <= last);
        for (index, open) in self.open.iter().enumerate().filter(|(_, open)| may(open)) {
            let few = few(&open.job);
            let shared = self.runs[..open.shared].iter().position(|cell| *cell == Cell::Wanted);
            let own = open.cells.iter().position(|cell| matches!(cell, Cell::Wanted));
            match shared.map(Piece::Shared).or(own.map(Piece::Own)) {
                Some(piece) if few => return Some((index, Some(piece))),
                Some(_) => {}
                None => {
                    // The keeper waits for what is still on its way; to put together goes before all else that it has.
                    let whole = open.cells.iter().all(|cell| matches!(cell, Cell::Done(_)));
                    let able = if open.shared > 0 { worker == keeper } else { few };
                    if whole && able && !open.merging {
                        return Some((index, None));
                    }
                }
            }
        }
        None
    }

    /// A worker has answered a request. Returns the jobs that there is news of.
    pub fn answered(&mut self, worker: usize, request: u32, answer: Answer<P>) -> Vec<(u32, Told)> {
        let tasks = &mut self.places[worker].tasks;
        let Some(task) =
            tasks.iter().position(|task| task.request == request).and_then(|at| tasks.remove(at))
        else {
            return Vec::new();
        };
        // None of another document; a piece of the shared run serves longer runs, even where its job is called off.
        let Some(id) = task.job else { return Vec::new() };
        let open = self.open.iter().position(|open| open.id == id);
        match (answer, task.piece, open) {
            (Answer::Kept, Some(Piece::Shared(piece)), _) => self.keep(piece),
            (Answer::Piece(found), Some(Piece::Own(piece)), Some(open)) => {
                self.open[open].cells[piece] = Cell::Done(found);
                vec![self.progress(&self.open[open])]
            }
            (Answer::Result(text), None, Some(open)) => vec![(self.open.remove(open).id, Told::Done(text))],
            (Answer::Failed(why), _, Some(open)) => vec![(self.open.remove(open).id, Told::Failed(why))],
            (_, _, Some(open)) => vec![(self.open.remove(open).id, Told::Failed(String::new()))],
            (_, Some(Piece::Shared(piece)), None) => {
                self.want(piece);
                Vec::new()
            }
            (_, _, None) => Vec::new(),
        }
    }

    fn keep(&mut self, piece: usize) -> Vec<(u32, Told)> {
        if let Some(cell @ Cell::Handed) = self.runs.get_mut(piece) {
            *cell = Cell::Done(());
        }
        self.open.iter().filter(|open| piece < open.shared).map(|open| self.progress(open)).collect()
    }

    fn want(&mut self, piece: usize) {
        if let Some(cell @ Cell::Handed) = self.runs.get_mut(piece) {
            *cell = Cell::Wanted;
        }
    }

    fn progress(&self, open: &Open<P>) -> (u32, Told) {
        let shared = self.runs[..open.shared].iter().filter(|cell| matches!(cell, Cell::Done(()))).count();
        let done = shared + open.cells.iter().filter(|cell| matches!(cell, Cell::Done(_))).count();
        (open.id, Told::Progress(done, open.shared + open.cells.len()))
    }

    /// A worker has died, or does not answer: another takes its place, and what it had is wanted again, all that it kept as well. Returns
    /// the jobs that are given up.
    pub fn died(&mut self, worker: usize) -> Vec<(u32, Told)> {
        let place = &mut self.places[worker];
        place.there = false;
        let tasks = std::mem::take(&mut place.tasks);
        let of = |task: &Task| Some((task.job?, task.piece));
        let lost: Vec<(u32, Option<Piece>)> = tasks.iter().filter_map(of).collect();
        let mut wanted = lost.clone();
        if self.keeper == Some(worker) {
            self.keeper = None;
            self.edition += 1;
            self.runs.iter_mut().for_each(|cell| *cell = Cell::Wanted);
            // Whoever works on the last edition works for nobody.
            for task in self.places.iter_mut().flat_map(|place| &mut place.tasks) {
                wanted.extend(of(task));
                task.job = None;
            }
        }
        for (id, piece) in wanted {
            let open = self.open.iter_mut().find(|open| open.id == id);
            match (piece, open) {
                (Some(Piece::Shared(piece)), _) => self.want(piece),
                (Some(Piece::Own(piece)), Some(open)) => open.cells[piece] = Cell::Wanted,
                (None, Some(open)) => open.merging = false,
                (_, None) => {}
            }
        }
        if lost.is_empty() {
            return Vec::new();
        }
        self.deaths += 1;
        if self.deaths < DEATHS {
            return Vec::new();
        }
        self.open.drain(..).map(|open| (open.id, Told::Failed(String::new()))).collect()
    }
}
