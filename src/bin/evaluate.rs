//! Scenario file in, result file out: the same engine without a page.
//!
//! `evaluate scenario.json` prints the result file; with `--simulate` also what 16,384 paths say (`--simulate 1024`: so many). A file that cannot be computed gives exit code 1 and one line a field: its path,
//! what is wrong with its value, and the remedy.

use std::process::ExitCode;

use outsourcing::answer::{Kind, answer, result};
use outsourcing::scenario::{check::check, plan_values};
use outsourcing::simulation::{Sample, Simulation, crossings, information, sensitivity, summarise};
use outsourcing::words::{ENGLISH_REPORT, Plain};
use serde_json::Value;

/// Paths simulated unless so many are asked for.
const PATHS: u32 = 1 << 14;

/// Most paths asked for.
const MOST: u32 = 1 << 20;

/// Paths of each sample for sensitivity.
const STUDIED: u32 = 1024;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let simulate = arguments.iter().position(|argument| argument == "--simulate");
    let asked = simulate.and_then(|at| arguments.get(at + 1)?.parse::<u32>().ok());
    let paths = simulate.map(|_| asked.unwrap_or(PATHS).clamp(1, MOST));
    let path = arguments.iter().enumerate().find(|(at, argument)| {
        let is_count = asked.is_some() && simulate == at.checked_sub(1);
        !argument.starts_with("--") && !is_count
    });
    let Some((_, path)) = path else {
        eprintln!("usage: evaluate scenario.json [--simulate [paths]]");
        return ExitCode::FAILURE;
    };
    match evaluate(path, paths) {
        Ok(text) => {
            println!("{text}");
            ExitCode::SUCCESS
        }
        Err(lines) => {
            eprintln!("{lines}");
            ExitCode::FAILURE
        }
    }
}

fn evaluate(path: &str, paths: Option<u32>) -> Result<String, String> {
    let text =
        std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}. Check the file's name."))?;
    let document = serde_json::from_str(&text).map_err(|error| {
        format!("{path}: not valid JSON: {error}. Export the scenario again, or mend that place.")
    })?;
    let problems = check(&document);
    if !problems.is_empty() {
        let lines: Vec<String> = problems
            .iter()
            .map(|problem| format!("{}: {}", problem.path, (ENGLISH_REPORT.fault)(&problem.fault, &Plain)))
            .collect();
        return Err(lines.join("\n"));
    }
    let answer = answer(&plan_values(&document));
    let mut found = result(&document, &answer);
    if let Some(paths) = paths {
        found["simulation"] = simulate(&document, answer.contender(), paths).unwrap_or_default();
    }
    serde_json::to_string_pretty(&found).map_err(|error| error.to_string())
}

/// What so many paths say, and what the savings of the option that the verdict speaks of hang on.
fn simulate(document: &Value, contender: Option<Kind>, paths: u32) -> Option<Value> {
    let simulation = Simulation::compile(document).ok()?;
    let mut blocks = vec![simulation.run(Sample::Main, 0, paths)];
    let mut found = summarise(&simulation, &blocks)?.to_json(&simulation);
    if simulation.is_certain() {
        return Some(found);
    }
    found["information"] = information(&simulation, &blocks)?.to_json(&simulation);
    if let Some((kind, option)) = contender.and_then(|kind| Some((kind, simulation.position(kind)?))) {
        found["contender"] = kind.key().into();
        found["tornado"] = simulation.tornado().to_json(&simulation, option);
        found["break_even"] = crossings(&simulation, &simulation.break_evens(kind));
        let studied = STUDIED.min(paths);
        let groups = simulation.groups().len() as u32 + u32::from(simulation.has_chance());
        let mixed = (0..groups).map(Sample::Mixed);
        blocks.extend(
            [Sample::Other].into_iter().chain(mixed).map(|sample| simulation.run(sample, 0, studied)),
        );
        found["indices"] =
            sensitivity(&simulation, kind, &blocks).map(|found| found.to_json(&simulation)).into();
    }
    Some(found)
}
