//! Runs in pieces: the same to the last bit whoever does them, in whatever order they are done, and though some die over it.

use std::cell::RefCell;
use std::rc::Rc;

use outsourcing::pool::{Job, Runner, SameThread, Told};
use outsourcing::scenario::document::set;
use outsourcing::scenario::templates::TEMPLATES;
use outsourcing::simulation::{Sample, Simulation, information, summarise};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Paths in a piece.
const SIZE: usize = 16;

fn ranged(rate: f64) -> Value {
    let mut document = TEMPLATES[0].document();
    for (path, low, likely, high) in [
        ("services.0.offers.0.price.rate", 35.0, rate, 85.0),
        ("services.0.offers.0.quality.mature", 0.7, 0.95, 1.1),
        ("money.discount_rate", 0.05, 0.08, 0.11),
    ] {
        let range = json!({ "low": low, "likely": likely, "high": high });
        assert!(set(&mut document, path, Some(range)), "{path}");
    }
    document
}

type Heard = Rc<RefCell<Vec<Told>>>;

struct Trial {
    runner: Runner<SameThread>,
    heard: Heard,
}

impl Trial {
    fn new(workers: usize) -> Self {
        Trial { runner: Runner::new(SIZE, |_| SameThread::new(workers)), heard: Heard::default() }
    }

    fn start(&self, job: Job) -> u32 {
        let heard = self.heard.clone();
        self.runner.start(job, move |told| heard.borrow_mut().push(told))
    }

    /// One step of whoever is the `which`th to have something to do; false when nobody has.
    fn step(&self, which: usize, dies: bool) -> bool {
        let stepped = self.runner.with_crew(|crew| {
            if dies { crew.kill(which).or_else(|| crew.step(which)) } else { crew.step(which) }
        });
        stepped.map(|(worker, heard)| self.runner.heard(worker, heard)).is_some()
    }

    fn finish(&self) {
        while self.step(0, false) {}
    }

    fn result(&self) -> Value {
        let heard = self.heard.borrow();
        match heard.last() {
            Some(Told::Done(text)) => serde_json::from_str(text).expect("a result is JSON"),
            other => panic!("{other:?}"),
        }
    }
}

fn run(workers: usize, job: Job) -> Value {
    let trial = Trial::new(workers);
    trial.runner.document(&ranged(52.0).to_string());
    trial.start(job);
    trial.finish();
    trial.result()
}

#[test]
fn the_result_is_that_of_the_simulation_itself() {
    let simulation = Simulation::compile(&ranged(52.0)).unwrap();
    let blocks = [simulation.run(Sample::Main, 0, 128)];
    let summary = summarise(&simulation, &blocks).unwrap().to_json(&simulation);
    assert_eq!(run(1, Job::Run { paths: 128 }), summary);
    assert_eq!(run(8, Job::Run { paths: 128 }), summary);
    let worth = information(&simulation, &blocks).unwrap().to_json(&simulation);
    assert_eq!(run(3, Job::Worth { paths: 128 }), worth);
}

#[test]
fn studies_come_out_on_any_number_of_workers() {
    let summary = run(1, Job::Run { paths: 64 });
    let option = summary["options"].as_object().unwrap().keys().next_back().unwrap().clone();
    let indices = Job::Indices { option: option.clone(), paths: 64, groups: 4 };
    let found = run(1, indices.clone());
    assert_eq!(found["indices"].as_array().map(Vec::len), Some(4), "three ranges and chance: {found}");
    assert_eq!(run(5, indices), found);
    let alone = run(1, Job::Alone { option: option.clone() });
    assert_eq!(alone["tornado"].as_array().map(Vec::len), Some(3));
    assert_eq!(alone["break_even"][0]["input"], alone["tornado"][0]["input"]);
    let inputs =
        ["services.0.offers.0.price.rate".to_owned(), "services.0.offers.0.quality.mature".to_owned()];
    let map = run(2, Job::Map { option, inputs, size: 5 });
    assert_eq!(map["saved"].as_array().map(Vec::len), Some(5));
    let at = |row: usize, column: usize| map["saved"][row][column].as_f64().unwrap();
    assert!(at(4, 0) > at(0, 4), "cheap and quick saves more than dear and slow: {map}");
}

#[test]
fn a_longer_run_contains_a_shorter() {
    let trial = Trial::new(2);
    trial.runner.document(&ranged(52.0).to_string());
    trial.start(Job::Run { paths: 64 });
    trial.finish();
    let pieces =
        |trial: &Trial| trial.heard.borrow().iter().filter(|told| matches!(told, Told::Progress(..))).count();
    assert_eq!(pieces(&trial), 5, "two share what the others have each");
    trial.heard.borrow_mut().clear();
    trial.start(Job::Run { paths: 128 });
    trial.finish();
    assert_eq!(pieces(&trial), 4, "five of the nine were there");
    assert_eq!(trial.result(), run(1, Job::Run { paths: 128 }));
}

#[test]
fn a_newer_document_calls_the_older_off() {
    let trial = Trial::new(2);
    trial.runner.document(&ranged(60.0).to_string());
    trial.start(Job::Run { paths: 128 });
    for _ in 0..5 {
        trial.step(0, false);
    }
    trial.heard.borrow_mut().clear();
    trial.runner.document(&ranged(52.0).to_string());
    trial.start(Job::Run { paths: 64 });
    trial.finish();
    assert_eq!(trial.result(), run(1, Job::Run { paths: 64 }));
    let heard = trial.heard.borrow();
    assert!(heard.iter().all(|told| !matches!(told, Told::Progress(_, all) if *all != 5)), "{heard:?}");
}

#[test]
fn what_is_called_off_is_told_no_more() {
    let trial = Trial::new(1);
    trial.runner.document(&ranged(52.0).to_string());
    let id = trial.start(Job::Run { paths: 128 });
    trial.step(0, false);
    trial.runner.cancel(id);
    trial.finish();
    assert!(
        !trial.runner.is_busy() && trial.heard.borrow().iter().all(|told| !matches!(told, Told::Done(_)))
    );
}

#[test]
fn what_kills_every_worker_is_given_up() {
    let trial = Trial::new(2);
    trial.runner.document(&ranged(52.0).to_string());
    trial.start(Job::Run { paths: 64 });
    for _ in 0..40 {
        trial.step(0, true);
    }
    assert_eq!(trial.heard.borrow().last(), Some(&Told::Failed(String::new())));
    // The next document finds workers again.
    trial.runner.document(&ranged(52.0).to_string());
    trial.start(Job::Run { paths: 64 });
    trial.finish();
    assert_eq!(trial.result(), run(1, Job::Run { paths: 64 }));
}

#[test]
fn a_study_outlives_whoever_keeps_its_pieces() {
    let summary = run(1, Job::Run { paths: 64 });
    let option = summary["options"].as_object().unwrap().keys().next_back().unwrap().clone();
    let indices = Job::Indices { option, paths: 64, groups: 4 };
    let wanted = run(1, indices.clone());
    for dies_at in 3..24 {
        let trial = Trial::new(3);
        trial.runner.document(&ranged(52.0).to_string());
        trial.start(indices.clone());
        for step in 0..dies_at {
            trial.step(step, false);
        }
        trial.step(0, true);
        trial.finish();
        assert_eq!(trial.result(), wanted, "a death at step {dies_at}");
    }
}

#[test]
fn a_document_that_cannot_be_computed_fails_in_words() {
    let trial = Trial::new(1);
    trial.runner.document("{}");
    trial.start(Job::Run { paths: 64 });
    trial.finish();
    assert!(matches!(trial.heard.borrow().last(), Some(Told::Failed(_))));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn no_order_of_answers_and_no_death_changes_a_bit(
        workers in 1..9_usize,
        steps in proptest::collection::vec((0..8_usize, prop::bool::weighted(0.1)), 0..40),
    ) {
        thread_local! {
            static WANTED: Value = run(1, Job::Run { paths: 64 });
        }
        let trial = Trial::new(workers);
        trial.runner.document(&ranged(52.0).to_string());
        trial.start(Job::Run { paths: 64 });
        let mut deaths = 0;
        for (which, dies) in steps {
            // Fewer deaths than make it give up.
            deaths += usize::from(dies);
            trial.step(which, dies && deaths < 6);
        }
        trial.finish();
        prop_assert_eq!(trial.result(), WANTED.with(Value::clone));
    }

    /// As the page does it: every edit starts a short run, a longer one, what settling is worth, and the longest at once, whatever the
    /// workers still have of those before; but the longer wait until they are released.
    #[test]
    fn no_edit_in_between_changes_a_bit(
        workers in 1..5_usize,
        edits in proptest::collection::vec((0..12_usize, 0..8_usize), 1..5),
    ) {
        const JOBS: [Job; 4] =
            [Job::Run { paths: 32 }, Job::Run { paths: 96 }, Job::Worth { paths: 96 }, Job::Run { paths: 256 }];
        thread_local! {
            static WANTED: Vec<Value> = JOBS.into_iter().map(|job| run(1, job)).collect();
        }
        let trial = Trial::new(workers);
        let edit = |rate: f64| {
            trial.runner.document(&ranged(rate).to_string());
            trial.heard.borrow_mut().clear();
            let [first, finer @ ..] = JOBS;
            let first = trial.start(first);
            trial.runner.hold(first);
            for job in finer {
                trial.start(job);
            }
        };
        for (rate, (steps, which)) in (53..).zip(edits) {
            edit(f64::from(rate));
            for step in 0..steps {
                if step == which {
                    trial.runner.release();
                }
                trial.step(which, false);
            }
        }
        edit(52.0);
        trial.finish();
        let done = trial.heard.borrow().iter().filter(|told| matches!(told, Told::Done(_))).count();
        prop_assert_eq!(done, 1, "only the first while the others are held back");
        prop_assert!(trial.runner.is_busy());
        trial.runner.release();
        trial.finish();
        let heard = trial.heard.borrow();
        let mut results: Vec<Value> = heard
            .iter()
            .filter_map(|told| if let Told::Done(text) = told { serde_json::from_str(text).ok() } else { None })
            .collect();
        let mut wanted = WANTED.with(Clone::clone);
        for of in [&mut results, &mut wanted] {
            of.sort_by_key(Value::to_string);
        }
        prop_assert_eq!(results, wanted);
    }
}
