//! Pictures of the page: one for the README, the others to be judged.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use outsourcing::words::{ENGLISH_REPORT, ReportText};

use crate::browser::{Browser, Outcome};
use crate::journeys::ready;

fn write(file: &str, base64: &str) -> Outcome {
    let bytes = STANDARD.decode(base64).map_err(|error| error.to_string())?;
    if let Some(folder) = std::path::Path::new(file).parent() {
        std::fs::create_dir_all(folder).map_err(|error| error.to_string())?;
    }
    std::fs::write(file, bytes).map_err(|error| format!("{file}: {error}"))
}

/// Takes all pictures.
pub fn take(browser: &Browser, address: &str) -> Outcome {
    let views = [
        ("docs/screenshot.png", "light", 1360, 1000),
        ("target/screenshots/laptop.png", "light", 1360, 3000),
        ("target/screenshots/dark.png", "dark", 1360, 1500),
        ("target/screenshots/phone.png", "light", 390, 2600),
    ];
    for (file, theme, width, height) in views {
        browser.theme(theme)?;
        browser.size(width, height)?;
        ready(browser, address)?;
        // Break-even is worked out a moment after the verdict.
        browser.wait("break-even", |browser| {
            Ok(browser.run("return !document.querySelector('[aria-busy=true]')", &[])? == true)
        })?;
        write(file, &browser.picture()?)?;
        println!("{file}");
    }
    browser.click("[data-result$='.present_value']")?;
    println!("{}: {}", (ENGLISH_REPORT.text)(ReportText::ExplainTitle), browser.text("dialog")?.len());
    write("target/screenshots/explanation.png", &browser.picture()?)
}
