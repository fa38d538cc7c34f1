//! Journeys through the built page in a real browser. Serves `dist/` under a sub-folder, as GitHub Pages does.
//!
//! `outsourcing-journeys` runs all, or those whose names contain a word given; `--screenshots` takes the pictures instead, `--latency` measures keystrokes.

mod browser;
mod demand;
mod edges;
mod journeys;
mod keeping;
mod latency;
mod paper;
mod pictures;

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, ExitCode, Stdio};

use browser::{Browser, Outcome};

/// The folder that the page is served under.
const FOLDER: &str = "some/folder";

/// The built page, served on 127.0.0.1 until dropped.
struct Site {
    address: String,
    server: Child,
}

impl Site {
    fn serve() -> Outcome<Self> {
        let root = "target/site";
        let copy = || -> std::io::Result<()> {
            let to = format!("{root}/{FOLDER}");
            std::fs::remove_dir_all(root).or_else(|error| {
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
            .args(["tools/serve.mjs", root, &port.to_string()])
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
    let site = Site::serve()?;
    if std::env::args().any(|argument| argument == "--screenshots") {
        return pictures::take(&Browser::start()?, &site.address).map(|()| 0);
    }
    let browser = Browser::start()?;
    if std::env::args().any(|argument| argument == "--latency") {
        return latency::measure(&browser, &site.address).map(|()| 0);
    }
    browser.size(1360, 900)?;
    let (mut passed, mut failed) = (0, 0);
    let words: Vec<String> = std::env::args().skip(1).collect();
    let chosen = |name: &str| words.is_empty() || words.iter().any(|word| name.contains(word.as_str()));
    let all = journeys::ALL.iter().chain(keeping::ALL).chain(paper::ALL).chain(edges::ALL);
    for (name, journey) in all.filter(|(name, _)| chosen(name)) {
        match journey(&browser, &site.address) {
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
