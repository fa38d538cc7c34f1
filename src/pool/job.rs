//! What can be asked of a simulation.

use serde_json::{Value, json};

/// What can be asked of a simulation. An option is named by its key, an input by its path.
#[derive(Clone, Debug, PartialEq)]
pub enum Job {
    /// The first so many paths, summarised.
    Run {
        /// How many paths.
        paths: usize,
    },
    /// What settling each input is worth, from as many paths.
    Worth {
        /// How many paths.
        paths: usize,
    },
    /// What each input alone does to what an option saves: from P10 to P90, and where it turns.
    Alone {
        /// The option.
        option: String,
    },
    /// Sobol's indices of what an option saves.
    Indices {
        /// The option.
        option: String,
        /// How many paths of each sample.
        paths: usize,
        /// How many groups of inputs, chance among them.
        groups: usize,
    },
    /// What an option saves over a grid of two inputs.
    Map {
        /// The option.
        option: String,
        /// The inputs along the bottom and up the side.
        inputs: [String; 2],
        /// Values of each.
        size: usize,
    },
}

/// The paths of a piece of a run: the first of them, and how many. The first two pieces share what all others have each, as whoever looks at
/// the page waits for these.
#[must_use]
pub fn stretch(size: usize, piece: usize) -> (usize, usize) {
    let half = size / 2;
    match piece {
        0 => (0, half),
        1 => (half, size - half),
        piece => ((piece - 1) * size, size),
    }
}

/// How many pieces a run of so many paths has.
fn pieces(size: usize, paths: usize) -> usize {
    if paths <= size / 2 { paths.min(1) } else { 1 + paths.div_ceil(size) }
}

impl Job {
    /// Whether it refines what is known well enough, and anything else may come first.
    #[must_use]
    pub fn has_time(&self) -> bool {
        matches!(self, Job::Run { paths } if *paths > 16_384)
    }

    /// How many pieces it has: of the one run of a document that longer runs share, in pieces of so many paths ([`stretch`]), and of its own.
    #[must_use]
    pub fn pieces(&self, size: usize) -> (usize, usize) {
        match self {
            Job::Run { paths } | Job::Worth { paths } => (pieces(size, *paths), 0),
            Job::Alone { .. } => (0, 0),
            Job::Indices { paths, groups, .. } => {
                let sample = pieces(size, *paths);
                (sample, (groups + 1) * sample)
            }
            Job::Map { size, .. } => (0, *size),
        }
    }

    /// As a message carries it, with how many paths a piece has.
    #[must_use]
    pub fn write(&self, size: usize) -> Value {
        let mut job = match self {
            Job::Run { paths } => json!({ "run": paths }),
            Job::Worth { paths } => json!({ "worth": paths }),
            Job::Alone { option } => json!({ "alone": option }),
            Job::Indices { option, paths, groups } => {
                json!({ "indices": option, "paths": paths, "groups": groups })
            }
            Job::Map { option, inputs, size } => json!({ "map": option, "inputs": inputs, "values": size }),
        };
        job["size"] = json!(size);
        job
    }

    /// From a message: the job, and how many paths a piece has.
    #[must_use]
    pub fn read(value: &Value) -> Option<(Self, usize)> {
        let count = |key: &str| usize::try_from(value.get(key)?.as_u64()?).ok();
        let text = |value: Option<&Value>| Some(value?.as_str()?.to_owned());
        let size = count("size").filter(|size| *size > 1)?;
        let job = if let Some(paths) = count("run") {
            Job::Run { paths }
        } else if let Some(paths) = count("worth") {
            Job::Worth { paths }
        } else if let Some(option) = text(value.get("alone")) {
            Job::Alone { option }
        } else if let Some(option) = text(value.get("indices")) {
            Job::Indices { option, paths: count("paths")?, groups: count("groups")? }
        } else {
            let inputs = value.get("inputs")?;
            let inputs = [text(inputs.get(0))?, text(inputs.get(1))?];
            Job::Map { option: text(value.get("map"))?, inputs, size: count("values")? }
        };
        Some((job, size))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let option = || "split_0".to_owned();
        for job in [
            Job::Run { paths: 1024 },
            Job::Worth { paths: 4096 },
            Job::Alone { option: option() },
            Job::Indices { option: option(), paths: 2048, groups: 7 },
            Job::Map { option: option(), inputs: ["a".to_owned(), "b".to_owned()], size: 21 },
        ] {
            assert_eq!(Job::read(&job.write(512)), Some((job.clone(), 512)));
            for size in [0, 1] {
                assert_eq!(Job::read(&job.write(size)), None, "no pieces of nothing");
            }
        }
        assert_eq!(Job::read(&json!({ "size": 8 })), None);
        assert_eq!(Job::Indices { option: option(), paths: 1000, groups: 3 }.pieces(512), (3, 12));
    }

    #[test]
    fn pieces_have_all_paths_once_and_in_their_order() {
        for (size, paths) in [(2, 7), (3, 9), (5, 1), (5, 2), (5, 3), (512, 1024), (1024, 65_536)] {
            let mut next = 0;
            for piece in 0..pieces(size, paths) {
                let (first, count) = stretch(size, piece);
                assert_eq!(first, next, "{size}, {paths}");
                assert!(count > 0 && first < paths);
                next = first + count;
            }
            assert!(next >= paths, "{size}, {paths}");
        }
        assert_eq!(pieces(1024, 0), 0);
        // Both of two workers have half of the first.
        assert_eq!([0, 1, 2].map(|piece| stretch(1024, piece)), [(0, 512), (512, 512), (1024, 1024)]);
    }
}
