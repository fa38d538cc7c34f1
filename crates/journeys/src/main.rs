//! Journeys through the built page in a real browser. Serves `dist/` under a sub-folder, as GitHub Pages does.
//!
//! `outsourcing-journeys` runs all, or those whose names contain a word given; `--screenshots` takes the pictures instead, `--latency` measures
//! keystrokes, `--simulation` the simulation. `--engine=firefox` and `--engine=webkit` run those that need nothing but what all engines have.

mod browser;
mod demand;
mod doubt;
mod edges;
mod explained;
mod journeys;
mod keeping;
mod latency;
mod later;
mod links;
mod paper;
mod pictures;
mod simulation;
mod trusted;
mod typing;
mod vendors;
mod written;

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, ExitCode, Stdio};

use browser::{Browser, Engine, Outcome};

/// The folder that the page is served under.
const FOLDER: &str = "some/folder";

/// The built page, served on 127.0.0.1 until dropped.
struct Site {
    address: String,
    server: Child,
}

impl Site {
    fn serve(engine: Engine) -> Outcome<Self> {
        let root = format!("target/site-{}", engine.name());
        let copy = || -> std::io::Result<()> {
            let to = format!("{root}/{FOLDER}");
            std::fs::remove_dir_all(&root).or_else(|error| {
                if error.kind() == std::io::ErrorKind::NotFound { Ok(()) } else { Err(error) }
            })?;
            std::fs::create_dir_all(&to)?;
            for file in std::fs::read_dir("dist")? {
                let file = file?;
                std::fs::copy(file.path(), format!("{to}/{}", file.file_name().display()))?;
            }
            Ok(())
        };
        copy().map_err(|error| format!("dist/: {error}; build the page first"))?;
        let port = browser::free_port()?;
        let mut server = Command::new("node")
            .args(["tools/serve.mjs", &root, &port.to_string()])
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| format!("node: {error}"))?;
        // Its first line says that it listens.
        let mut line = String::new();
        if let Some(out) = server.stdout.take() {
            BufReader::new(out).read_line(&mut line).map_err(|error| error.to_string())?;
        }
        let origin = line
            .split_whitespace()
            .find(|word| word.starts_with("http://"))
            .ok_or("the server did not start")?;
        Ok(Site { address: format!("{origin}{FOLDER}/"), server })
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

fn run() -> Outcome<usize> {
    let (options, words): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|argument| argument.starts_with("--"));
    let asked = |option: &str| options.iter().any(|given| given == option);
    let engine = options.iter().find_map(|given| given.strip_prefix("--engine=")).unwrap_or("chromium");
    let engine = Engine::named(engine).ok_or_else(|| format!("no such engine: {engine}"))?;
    let site = Site::serve(engine)?;
    let mut browser = Browser::start(engine)?;
    if asked("--screenshots") {
        return pictures::take(&browser, &site.address).map(|()| 0);
    }
    if asked("--latency") {
        return latency::measure(&browser, &site.address).map(|()| 0);
    }
    if asked("--simulation") {
        return simulation::measure(&browser, &site.address).map(|()| 0);
    }
    browser.size(1360, 900)?;
    let (mut passed, mut failed, mut crashed) = (0, 0, false);
    let chosen = |name: &str| {
        (engine == Engine::Chromium || journeys::EVERYWHERE.contains(&name))
            && (words.is_empty() || words.iter().any(|word| name.contains(word.as_str())))
    };
    let all = journeys::ALL
        .iter()
        .chain(links::ALL)
        .chain(explained::ALL)
        .chain(later::ALL)
        .chain(keeping::ALL)
        .chain(paper::ALL)
        .chain(edges::ALL)
        .chain(vendors::ALL)
        .chain(trusted::ALL)
        .chain(doubt::ALL)
        .chain(typing::ALL)
        .chain(written::ALL);
    for (name, journey) in all.filter(|(name, _)| chosen(name)) {
        let mut done = journey(&browser, &site.address);
        // WebKitGTK's process has been seen to end now and then, always at one instruction of its interpreter of Wasm. Once a run that is
        // said, and the journey made again in a new browser.
        if let (Err(why), false, false) = (&done, crashed, browser.is_alive()) {
            crashed = true;
            println!("CRASHED {name}: {why}");
            browser = Browser::start(engine)?;
            browser.size(1360, 900)?;
            done = journey(&browser, &site.address);
        }
        match done {
            Ok(()) => {
                passed += 1;
                println!("ok      {name}");
            }
            Err(why) => {
                failed += 1;
                println!("FAILED  {name}: {why}");
            }
        }
    }
    println!("{passed} passed, {failed} failed");
    Ok(failed)
}

fn main() -> ExitCode {
    match run() {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}
