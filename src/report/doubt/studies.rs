//! What is worked out beside the run: asked once, it follows the document.

use std::rc::Rc;

use serde_json::Value;
use yew::prelude::*;

use super::run::{Doubt, State, tenth};
use crate::pool::{Job, Told};

/// A study as it stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Study {
    /// What it has found last.
    pub found: Option<Rc<Value>>,
    /// Whether that is of an older document or another question, and a newer one is on its way.
    pub stale: bool,
    /// Pieces done, and all of them.
    pub progress: Option<(usize, usize)>,
}

/// A study that is worked out for the document on view whenever there is a job; what it found last stays until there is something new.
#[hook]
pub fn use_study(doubt: &Doubt, state: &State, job: Option<Job>) -> Study {
    let study = use_state(Study::default);
    // The job is told apart by what it carries; its message says all of it.
    let asked = job.as_ref().map(|job| job.write(1).to_string());
    // The first summary comes first: until then there is neither a crew nor, for some, a count of groups.
    let run = state.fresh().map(|found| found.run);
    {
        let (doubt, study, job) = (doubt.clone(), study.clone(), job);
        let first = study.found.clone();
        use_effect_with((run, asked), move |(run, _)| {
            let mut started = None;
            if let (Some(_), Some(job)) = (run, job) {
                study.set(Study { found: first.clone(), stale: true, progress: None });
                let older = first;
                started = doubt.start(job, move |told| match told {
                    Told::Progress(done, all) if !tenth(done, all) => {}
                    Told::Progress(done, all) => {
                        study.set(Study { found: older.clone(), stale: true, progress: Some((done, all)) });
                    }
                    Told::Done(text) => {
                        let found = serde_json::from_str(&text).ok().map(Rc::new);
                        study.set(Study { found, stale: false, progress: None });
                    }
                    Told::Failed(_) => study.set(Study::default()),
                });
            }
            move || {
                if let Some(id) = started {
                    doubt.cancel(id);
                }
            }
        });
    }
    (*study).clone()
}
