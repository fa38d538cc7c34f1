//! A crew for tests and files: on the same thread, with every message made into bytes and back, as if it had travelled.

use std::collections::VecDeque;

use serde_json::{Value, json};

use super::runner::{Crew, Heard};
use super::schedule::Hand;
use super::{Job, Server};

/// Workers that are none: each does its task when its turn comes.
pub struct SameThread {
    servers: Vec<Server>,
    starting: VecDeque<usize>,
    waiting: Vec<(usize, Vec<u8>)>,
}

impl SameThread {
    /// So many of them.
    #[must_use]
    pub fn new(size: usize) -> Self {
        let servers = (0..size).map(|_| Server::default()).collect();
        Self { servers, starting: (0..size).collect(), waiting: Vec::new() }
    }

    /// How many tasks are handed out and not done.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.waiting.len()
    }

    /// Does one step: a worker starts, or whoever has one of the tasks handed out (counted around) does its first. None when there is nothing to do.
    pub fn step(&mut self, which: usize) -> Option<(usize, Heard<Vec<u8>>)> {
        if let Some(worker) = self.starting.pop_front() {
            return Some((worker, Heard::Ready));
        }
        let worker = self.which(which)?;
        let first = self.waiting.iter().position(|(of, _)| *of == worker)?;
        let (_, message) = self.waiting.remove(first);
        Some((worker, self.serve(worker, &message)))
    }

    /// One of those with a task (counted around) dies instead of doing it, and with it what else it has.
    pub fn kill(&mut self, which: usize) -> Option<(usize, Heard<Vec<u8>>)> {
        let worker = self.which(which)?;
        self.waiting.retain(|(of, _)| *of != worker);
        Some((worker, Heard::Died))
    }

    fn which(&self, which: usize) -> Option<usize> {
        let count = self.waiting.len();
        (count > 0).then(|| self.waiting[which % count].0)
    }

    fn serve(&mut self, worker: usize, message: &[u8]) -> Heard<Vec<u8>> {
        let Some((header, parts)) = unpack(message) else { return Heard::Died };
        let request =
            header["request"].as_u64().and_then(|number| u32::try_from(number).ok()).unwrap_or_default();
        let piece = header["piece"].as_u64().and_then(|piece| usize::try_from(piece).ok());
        let Some((job, size)) = Job::read(&header["job"]) else { return Heard::Died };
        let answer = self.servers[worker].answer(header["document"].as_str(), (&job, size), piece, &parts);
        Heard::Answer(request, answer)
    }
}

impl Crew for SameThread {
    type Piece = Vec<u8>;

    fn size(&self) -> usize {
        self.servers.len()
    }

    fn hand(&mut self, hand: Hand<Vec<u8>>) {
        let header = json!({
            "request": hand.request, "document": hand.document.as_deref(), "job": hand.job.write(hand.size), "piece": hand.piece,
        });
        self.waiting.push((hand.worker, pack(&header, &hand.parts)));
    }

    fn replace(&mut self, worker: usize) {
        self.servers[worker] = Server::default();
        self.starting.push_back(worker);
    }
}

fn pack(header: &Value, parts: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let header = header.to_string().into_bytes();
    for part in std::iter::once(&header).chain(parts) {
        bytes.extend((part.len() as u64).to_le_bytes());
        bytes.extend(part);
    }
    bytes
}

fn unpack(mut bytes: &[u8]) -> Option<(Value, Vec<Vec<u8>>)> {
    let mut parts = Vec::new();
    while let Some((length, rest)) = bytes.split_first_chunk::<8>() {
        let length = usize::try_from(u64::from_le_bytes(*length)).ok()?;
        let (part, rest) = rest.split_at_checked(length)?;
        parts.push(part.to_vec());
        bytes = rest;
    }
    let header = serde_json::from_slice(&parts.remove(0)).ok()?;
    Some((header, parts))
}
