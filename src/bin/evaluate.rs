//! Scenario file in, result file out: the same engine without a page.
//!
//! `evaluate scenario.json` prints the result file. A file that cannot be computed gives exit code 1 and one line a field: its path,
//! what is wrong with its value, and the remedy.

use std::process::ExitCode;

use outsourcing::answer::{answer, result};
use outsourcing::scenario::{check::check, plan_values};
use outsourcing::words::{ENGLISH, Plain};

fn main() -> ExitCode {
    let Some(path) = std::env::args().nth(1) else {
        eprintln!("usage: evaluate scenario.json");
        return ExitCode::FAILURE;
    };
    match evaluate(&path) {
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

fn evaluate(path: &str) -> Result<String, String> {
    let text =
        std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}. Check the file's name."))?;
    let document = serde_json::from_str(&text).map_err(|error| {
        format!("{path}: not valid JSON: {error}. Export the scenario again, or mend that place.")
    })?;
    let problems = check(&document);
    if !problems.is_empty() {
        let lines: Vec<String> = problems
            .iter()
            .map(|problem| format!("{}: {}", problem.path, (ENGLISH.fault)(&problem.fault, &Plain)))
            .collect();
        return Err(lines.join("\n"));
    }
    let answer = answer(&plan_values(&document));
    serde_json::to_string_pretty(&result(&document, &answer)).map_err(|error| error.to_string())
}
