//! What a worker does with a task.

use serde_json::{Value, json};

use super::Job;
use super::schedule::Answer;
use crate::answer::Kind;
use crate::simulation::{Block, Sample, Simulation, crossings, information, sensitivity, summarise};

/// A worker's side: it keeps the document that it has compiled.
#[derive(Default)]
pub struct Server {
    simulation: Option<Simulation>,
}

/// A count as the simulation takes it.
fn narrow(count: usize) -> Result<u32, String> {
    u32::try_from(count).map_err(|_| "too many paths".to_owned())
}

impl Server {
    /// Does a task: the document where it is a new one, the job in pieces of so many paths, which piece of it (none to put all together),
    /// and the pieces to put together.
    pub fn answer(
        &mut self,
        document: Option<&str>,
        (job, size): (&Job, usize),
        piece: Option<usize>,
        parts: &[Vec<u8>],
    ) -> Answer<Vec<u8>> {
        let done = self.take(document).and_then(|simulation| match piece {
            Some(piece) => run(simulation, job, size, piece).map(Answer::Piece),
            None => {
                put_together(simulation, job, size, parts).map(|result| Answer::Result(result.to_string()))
            }
        });
        done.unwrap_or_else(Answer::Failed)
    }

    fn take(&mut self, document: Option<&str>) -> Result<&Simulation, String> {
        if let Some(document) = document {
            self.simulation = None;
            let document: Value = serde_json::from_str(document).map_err(|error| error.to_string())?;
            let compiled = Simulation::compile(&document);
            let said = |problems: Vec<crate::scenario::check::Problem>| {
                problems.first().map_or_else(String::new, |problem| problem.path.clone())
            };
            self.simulation = Some(compiled.map_err(said)?);
        }
        self.simulation.as_ref().ok_or_else(|| "no document".to_owned())
    }
}

fn run(simulation: &Simulation, job: &Job, size: usize, piece: usize) -> Result<Vec<u8>, String> {
    let (shared, _) = job.pieces(size);
    let stretch = |sample: Sample, piece: usize, paths: usize| {
        let first = piece * size;
        let block = simulation.run(sample, narrow(first)?, narrow(size.min(paths.saturating_sub(first)))?);
        Ok(block.to_bytes())
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
            Ok(map.ok_or("no such input")?.saved.iter().flat_map(|saved| saved.to_le_bytes()).collect())
        }
        Job::Alone { .. } => Err("it has no pieces".to_owned()),
    }
}

fn put_together(simulation: &Simulation, job: &Job, size: usize, parts: &[Vec<u8>]) -> Result<Value, String> {
    let blocks = || {
        let read = |part: &Vec<u8>| Block::from_bytes(part).ok_or_else(|| "a damaged piece".to_owned());
        parts.iter().map(read).collect::<Result<Vec<Block>, String>>()
    };
    let gap = || "a piece is missing".to_owned();
    Ok(match job {
        Job::Run { .. } => summarise(simulation, &blocks()?).ok_or_else(gap)?.to_json(simulation),
        Job::Worth { .. } => information(simulation, &blocks()?).ok_or_else(gap)?.to_json(simulation),
        Job::Indices { option, .. } => {
            let found = sensitivity(simulation, kind(simulation, option)?, &blocks()?).ok_or_else(gap)?;
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
            debug_assert!(size > 0);
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
