//! What a worker does with a task.

use serde_json::{Value, json};

use super::Job;
use super::job::stretch;
use super::schedule::Answer;
use crate::answer::Kind;
use crate::simulation::{Block, Sample, Simulation, crossings, information, sensitivity, summarise};

/// A worker's side: it has the document that it has compiled last, and, where it is the keeper, the pieces of the shared run.
#[derive(Default)]
pub struct Server {
    /// The edition of the document that pieces are of: the newest heard of.
    edition: u32,
    /// What was compiled last, and of which edition.
    compiled: Option<(u32, Simulation)>,
    kept: Vec<Option<Block>>,
}

/// A count as the simulation takes it.
fn narrow(count: usize) -> Result<u32, String> {
    u32::try_from(count).map_err(|_| "too many paths".to_owned())
}

/// A task, as a worker hears of it.
#[derive(Clone, Copy, Debug)]
pub struct Task<'a> {
    /// The edition of the document.
    pub edition: u32,
    /// The document, where it is a new one.
    pub document: Option<&'a str>,
    /// The job.
    pub job: &'a Job,
    /// How many paths a piece of it has.
    pub size: usize,
    /// Which piece of it; none to put all together.
    pub piece: Option<usize>,
    /// Whether the piece stays here.
    pub keeps: bool,
}

impl Server {
    /// Does a task; `parts` are the pieces of the job's own that are to be put together. None while pieces of the shared run are still on
    /// their way here: the task is to come again then, but its document is known from now on.
    pub fn answer(&mut self, task: &Task<'_>, parts: &[Vec<u8>]) -> Option<Answer<Vec<u8>>> {
        if let Err(why) = self.take_up(task) {
            return Some(Answer::Failed(why));
        }
        (!self.waits(task)).then(|| self.done(task, parts).unwrap_or_else(Answer::Failed))
    }

    /// Takes up the edition of a task, and its document where that is new.
    fn take_up(&mut self, task: &Task<'_>) -> Result<(), String> {
        self.turn(task.edition);
        if task.edition < self.edition {
            return Err("an older document".to_owned());
        }
        let known = |compiled: &(u32, Simulation)| compiled.0 == task.edition;
        if let Some(document) = task.document.filter(|_| !self.compiled.as_ref().is_some_and(known)) {
            self.compiled = None;
            let document: Value = serde_json::from_str(document).map_err(|error| error.to_string())?;
            let compiled = Simulation::compile(&document);
            let said = |problems: Vec<crate::scenario::check::Problem>| {
                problems.first().map_or_else(String::new, |problem| problem.path.clone())
            };
            self.compiled = Some((task.edition, compiled.map_err(said)?));
        }
        Ok(())
    }

    fn done(&mut self, task: &Task<'_>, parts: &[Vec<u8>]) -> Result<Answer<Vec<u8>>, String> {
        // Never with another edition's: its paths are no paths of this one.
        let compiled = self.compiled.as_ref().filter(|(edition, _)| *edition == task.edition);
        let (_, simulation) = compiled.ok_or_else(|| "no document".to_owned())?;
        let Some(piece) = task.piece else {
            let result = put_together(simulation, task, &self.kept, parts)?;
            return Ok(Answer::Result(result.to_string()));
        };
        Ok(match run(simulation, task.job, task.size, piece)? {
            Made::Block(block) if task.keeps => {
                self.keep(task.edition, piece, block);
                Answer::Kept
            }
            Made::Block(block) => Answer::Piece(block.to_bytes()),
            Made::Row(saved) => Answer::Piece(saved.iter().flat_map(|saved| saved.to_le_bytes()).collect()),
        })
    }

    /// Whether a job cannot be put together yet, as pieces of the shared run are still on their way here.
    fn waits(&self, task: &Task<'_>) -> bool {
        let (shared, _) = task.job.pieces(task.size);
        let lacks = |piece| self.kept.get(piece).is_none_or(Option::is_none);
        task.piece.is_none() && (0..shared).any(lacks)
    }

    /// Takes up a newer document: what is kept is of an older one.
    fn turn(&mut self, edition: u32) {
        if edition > self.edition {
            self.edition = edition;
            self.kept.clear();
        }
    }

    /// Keeps a piece that another has made; what is none, or of an older document, is let go.
    pub fn receive(&mut self, edition: u32, piece: usize, bytes: &[u8]) {
        if let Some(block) = Block::from_bytes(bytes) {
            self.keep(edition, piece, block);
        }
    }

    fn keep(&mut self, edition: u32, piece: usize, block: Block) {
        self.turn(edition);
        if edition == self.edition {
            self.kept.resize(self.kept.len().max(piece + 1), None);
            self.kept[piece] = Some(block);
        }
    }
}

/// What a piece is made of.
enum Made {
    /// Paths.
    Block(Block),
    /// What is saved along a row of a map.
    Row(Vec<f64>),
}

fn run(simulation: &Simulation, job: &Job, size: usize, piece: usize) -> Result<Made, String> {
    let (shared, _) = job.pieces(size);
    let stretch = |sample: Sample, piece: usize, paths: usize| {
        let (first, count) = stretch(size, piece);
        let paths = narrow(count.min(paths.saturating_sub(first)))?;
        Ok(Made::Block(simulation.run(sample, narrow(first)?, paths)))
    };
    match job {
        Job::Run { paths } | Job::Worth { paths } => stretch(Sample::Main, piece, *paths),
        Job::Indices { paths, .. } if piece < shared => stretch(Sample::Main, piece, *paths),
        Job::Indices { paths, .. } => {
            let (sample, piece) = ((piece - shared) / shared, (piece - shared) % shared);
            let sample = if sample == 0 { Sample::Other } else { Sample::Mixed(narrow(sample - 1)?) };
            stretch(sample, piece, *paths)
        }
        Job::Map { option, inputs, size } => {
            let [across, up] = axes(simulation, inputs, *size)?;
            let row = up.get(piece).ok_or("no such row")?;
            let map = simulation.map(kind(simulation, option)?, (&inputs[0], &across), (&inputs[1], &[*row]));
            Ok(Made::Row(map.ok_or("no such input")?.saved))
        }
        Job::Alone { .. } => Err("it has no pieces".to_owned()),
    }
}

fn put_together(
    simulation: &Simulation,
    task: &Task<'_>,
    kept: &[Option<Block>],
    parts: &[Vec<u8>],
) -> Result<Value, String> {
    let (shared, _) = task.job.pieces(task.size);
    let shared = || kept.iter().take(shared).flatten();
    let gap = || "a piece is missing".to_owned();
    Ok(match task.job {
        Job::Run { .. } => summarise(simulation, shared()).ok_or_else(gap)?.to_json(simulation),
        Job::Worth { .. } => information(simulation, shared()).ok_or_else(gap)?.to_json(simulation),
        Job::Indices { option, .. } => {
            let own = parts.iter().map(|part| Block::from_bytes(part));
            let own = own.collect::<Option<Vec<Block>>>().ok_or("a damaged piece")?;
            let kind = kind(simulation, option)?;
            let found = sensitivity(simulation, kind, shared().chain(&own)).ok_or_else(gap)?;
            json!({ "option": option, "indices": found.to_json(simulation) })
        }
        Job::Alone { option } => {
            let kind = kind(simulation, option)?;
            let place = simulation.position(kind).ok_or("no such option")?;
            let tornado = simulation.tornado();
            json!({
                "option": option,
                "planned": tornado.planned[place],
                "tornado": tornado.to_json(simulation, place),
                "break_even": crossings(simulation, &simulation.break_evens(kind)),
            })
        }
        Job::Map { option, inputs, size: values } => {
            let [across, up] = axes(simulation, inputs, *values)?;
            let number = |bytes: &[u8]| bytes.try_into().ok().map(f64::from_le_bytes);
            let rows: Vec<Vec<f64>> =
                parts.iter().map(|part| part.chunks(8).filter_map(number).collect()).collect();
            json!({ "option": option, "inputs": inputs, "across": across, "up": up, "saved": rows })
        }
    })
}

fn kind(simulation: &Simulation, key: &str) -> Result<Kind, String> {
    let option = simulation.options().iter().find(|option| option.kind.key() == key);
    option.map(|option| option.kind).ok_or_else(|| format!("no option {key}"))
}

/// The values of both inputs of a map, evenly over where each may go.
fn axes(simulation: &Simulation, inputs: &[String; 2], size: usize) -> Result<[Vec<f64>; 2], String> {
    #[expect(clippy::cast_precision_loss, reason = "some dozens of values")]
    let axis = |path: &String| {
        let (low, high) = simulation.span(path).ok_or_else(|| format!("no input {path}"))?;
        let last = size.saturating_sub(1).max(1) as f64;
        Ok::<_, String>((0..size).map(|step| low + (high - low) * (step as f64 / last)).collect())
    };
    Ok([axis(&inputs[0])?, axis(&inputs[1])?])
}
