//! A crew for tests and files: on the same thread, with every message made into bytes and back, as if it had travelled.

use std::collections::VecDeque;

use serde_json::{Value, json};

use super::runner::{Crew, Heard};
use super::schedule::{Answer, Hand};
use super::{Job, Server, Task};

/// Workers that are none: each does its task when its turn comes.
pub struct SameThread {
    servers: Vec<Server>,
    starting: VecDeque<usize>,
    /// What is on its way.
    sent: Vec<Sent>,
    /// Tasks that wait for pieces of others.
    waiting: Vec<(usize, Vec<u8>)>,
}

struct Sent {
    to: usize,
    /// Of another worker, which sends pieces; else of the page, which sends tasks. Only what comes from one of these arrives in its order.
    from: Option<usize>,
    /// The edition of the document: of the tasks that a worker has, it does the newest document's first.
    edition: u32,
    message: Vec<u8>,
}

impl SameThread {
    /// So many of them.
    #[must_use]
    pub fn new(size: usize) -> Self {
        let servers = (0..size).map(|_| Server::default()).collect();
        Self { servers, starting: (0..size).collect(), sent: Vec::new(), waiting: Vec::new() }
    }

    /// Does steps until something is heard of one: a worker starts, or does what one of those on their way (counted around) asks of it. None
    /// when there is nothing left to do.
    pub fn step(&mut self, which: usize) -> Option<(usize, Heard<Vec<u8>>)> {
        if let Some(worker) = self.starting.pop_front() {
            return Some((worker, Heard::Ready));
        }
        loop {
            if let Some(heard) = self.resume() {
                return Some(heard);
            }
            let Sent { to, from, .. } = self.sent.get(which % self.sent.len().max(1))?;
            let (to, from) = (*to, *from);
            let same = |sent: &&Sent| sent.to == to && sent.from == from;
            let newest =
                self.sent.iter().filter(same).map(|sent| sent.edition).max().filter(|_| from.is_none());
            let due = |sent: &Sent| same(&sent) && newest.is_none_or(|newest| sent.edition == newest);
            let first = self.sent.iter().position(due)?;
            let message = self.sent.remove(first).message;
            if from.is_some() {
                self.receive(to, &message);
            } else if let Some(heard) = self.serve(to, message) {
                return Some((to, heard));
            }
        }
    }

    /// Does one of the tasks that have waited and need no longer.
    fn resume(&mut self) -> Option<(usize, Heard<Vec<u8>>)> {
        for _ in 0..self.waiting.len() {
            // One that waits still goes behind the others.
            let (worker, message) = self.waiting.remove(0);
            if let Some(heard) = self.serve(worker, message) {
                return Some((worker, heard));
            }
        }
        None
    }

    /// One of those with something to do (counted around) dies instead of doing it, and with it what else it has.
    pub fn kill(&mut self, which: usize) -> Option<(usize, Heard<Vec<u8>>)> {
        let worker = self.sent.get(which % self.sent.len().max(1))?.to;
        self.sent.retain(|sent| sent.to != worker);
        self.waiting.retain(|(of, _)| *of != worker);
        Some((worker, Heard::Died))
    }

    fn receive(&mut self, worker: usize, message: &[u8]) {
        let Some((header, parts)) = unpack(message) else { return };
        if let (Some(edition), Some(piece), Some(bytes)) =
            (count(&header["edition"]), count(&header["piece"]), parts.first())
        {
            self.servers[worker].receive(edition, piece, bytes);
        }
    }

    fn serve(&mut self, worker: usize, message: Vec<u8>) -> Option<Heard<Vec<u8>>> {
        let Some((header, parts)) = unpack(&message) else { return Some(Heard::Died) };
        let request = count(&header["request"]).unwrap_or_default();
        let Some((job, size)) = Job::read(&header["job"]) else { return Some(Heard::Died) };
        let keeper = count::<usize>(&header["keeper"]);
        let edition = count(&header["edition"]).unwrap_or_default();
        let task = Task {
            edition,
            document: header["document"].as_str(),
            job: &job,
            size,
            piece: count(&header["piece"]),
            keeps: keeper == Some(worker),
        };
        let Some(answer) = self.servers[worker].answer(&task, &parts) else {
            self.waiting.push((worker, message));
            return None;
        };
        Some(Heard::Answer(
            request,
            match (answer, keeper) {
                (Answer::Piece(bytes), Some(keeper)) => {
                    let header = json!({ "edition": edition, "piece": task.piece });
                    let message = pack(&header, &[bytes]);
                    self.sent.push(Sent { to: keeper, from: Some(worker), edition, message });
                    Answer::Kept
                }
                (answer, _) => answer,
            },
        ))
    }
}

fn count<N: TryFrom<u64>>(value: &Value) -> Option<N> {
    N::try_from(value.as_u64()?).ok()
}

impl Crew for SameThread {
    type Piece = Vec<u8>;

    fn size(&self) -> usize {
        self.servers.len()
    }

    fn hand(&mut self, hand: Hand<Vec<u8>>) {
        let header = json!({
            "request": hand.request, "edition": hand.edition, "document": hand.document.as_deref(), "job": hand.job.write(hand.size),
            "piece": hand.piece, "keeper": hand.keeper,
        });
        let (to, edition) = (hand.worker, hand.edition);
        self.sent.push(Sent { to, from: None, edition, message: pack(&header, &hand.parts) });
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
