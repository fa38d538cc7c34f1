//! Pictures of the page: one for the README, the others to be judged.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::browser::{Browser, Outcome};
use crate::journeys::{ready, settled};

fn write(file: &str, base64: &str) -> Outcome {
    let bytes = STANDARD.decode(base64).map_err(|error| error.to_string())?;
    if let Some(folder) = std::path::Path::new(file).parent() {
        std::fs::create_dir_all(folder).map_err(|error| error.to_string())?;
    }
    std::fs::write(file, bytes).map_err(|error| format!("{file}: {error}"))
}

/// What the window shows, and beside it the page to its end.
fn shoot(browser: &Browser, file: &str, (width, height): (u32, u32)) -> Outcome {
    write(file, &browser.picture()?)?;
    println!("{file}");
    if file.starts_with("docs") {
        return Ok(());
    }
    let end = browser.run("return document.documentElement.scrollHeight", &[])?;
    browser.size(width, end.as_u64().and_then(|end| u32::try_from(end).ok()).unwrap_or(height))?;
    write(&file.replace(".png", "-whole.png"), &browser.picture()?)?;
    browser.size(width, height)
}

/// Demand with a peak, a season and a history.
fn demand(browser: &Browser, address: &str) -> Outcome {
    for (file, theme, width) in
        [("laptop", "light", 1280), ("laptop-dark", "dark", 1280), ("phone", "light", 390)]
    {
        browser.theme(theme)?;
        browser.size(width, 3400)?;
        ready(browser, address)?;
        browser.click("[name=library]")?;
        browser.click("[data-template=service-desk-1]")?;
        settled(browser)?;
        browser.click("#demand .events .controls .button")?;
        browser.type_into("demand-0-spread", "8")?;
        browser.click("#demand details.past > summary")?;
        browser.run(
            "const field = document.querySelector('[name=\"demand-0-history\"]');
             field.value = arguments[0]; field.dispatchEvent(new InputEvent('input', { bubbles: true }))",
            &[crate::demand::history(0.12).into()],
        )?;
        settled(browser)?;
        browser.run("document.querySelector('#demand .season-bar').focus()", &[])?;
        write(&format!("target/screenshots/demand-{file}.png"), &browser.picture_of("#demand")?)?;
    }
    browser.theme("light")
}

/// Eight vendors side by side, with a quote pasted.
fn vendors(browser: &Browser, address: &str) -> Outcome {
    let document = crate::vendors::many();
    for (file, theme, width) in
        [("laptop", "light", 1366), ("laptop-dark", "dark", 1366), ("phone", "light", 390)]
    {
        browser.theme(theme)?;
        browser.size(width, 900)?;
        crate::journeys::fresh(browser, address)?;
        crate::journeys::open_document(browser, address, &document)?;
        settled(browser)?;
        browser.run("document.querySelector('#vendors details > summary').click()", &[])?;
        browser.run(
            "const field = document.getElementById('vendors-quote');
             field.value = arguments[0]; field.dispatchEvent(new InputEvent('input', { bubbles: true }))",
            &["\tAcme\tBeta GmbH\nHourly rate\t45–60\t52 €\nMinimum commitment\t0.8\t130%\nNotice (days)\t60\t30\nSnacks\tyes\tno".into()],
        )?;
        settled(browser)?;
        let end = browser.run("return document.documentElement.scrollHeight", &[])?;
        browser.size(width, end.as_u64().and_then(|end| u32::try_from(end).ok()).unwrap_or(3000))?;
        write(&format!("target/screenshots/vendors-{file}.png"), &browser.picture_of("#vendors")?)?;
        write(&format!("target/screenshots/vendors-{file}-top.png"), &browser.picture_of(".verdict")?)?;
    }
    browser.theme("light")
}

/// Takes all pictures.
pub fn take(browser: &Browser, address: &str) -> Outcome {
    if std::env::args().any(|argument| argument == "--demand") {
        return demand(browser, address);
    }
    if std::env::args().any(|argument| argument == "--vendors") {
        return vendors(browser, address);
    }
    let views = [
        ("docs/screenshot.png", "light", 1360, 1000),
        ("target/screenshots/laptop.png", "light", 1366, 900),
        ("target/screenshots/laptop-dark.png", "dark", 1366, 900),
        ("target/screenshots/wide.png", "light", 1920, 1080),
        ("target/screenshots/wide-dark.png", "dark", 1920, 1080),
        ("target/screenshots/phone.png", "light", 390, 844),
        ("target/screenshots/phone-dark.png", "dark", 390, 844),
    ];
    for (file, theme, width, height) in views {
        browser.theme(theme)?;
        browser.size(width, height)?;
        ready(browser, address)?;
        settled(browser)?;
        shoot(browser, file, (width, height))?;
        if width < 600 {
            browser.click(".strip")?;
            shoot(browser, &file.replace(".png", "-inputs.png"), (width, height))?;
        }
    }
    browser.theme("light")?;
    for (size, width, height) in [("laptop", 1366, 900), ("phone", 390, 844)] {
        browser.size(width, height)?;
        for (what, open) in
            [("explanation", "[data-result$='.present_value']"), ("library", "[name=library]")]
        {
            ready(browser, address)?;
            settled(browser)?;
            browser.click(open)?;
            browser.wait(what, |browser| Ok(browser.text("dialog").is_ok_and(|text| text.len() > 80)))?;
            write(&format!("target/screenshots/{size}-{what}.png"), &browser.picture()?)?;
        }
    }
    ready(browser, address)?;
    browser.click(".strip")?;
    browser.run("document.querySelectorAll('details.section summary')[1].click()", &[])?;
    browser.size(390, 2400)?;
    write("target/screenshots/phone-section.png", &browser.picture()?)
}
