//! Scenarios come and go by link and by file.

use outsourcing::answer::answer;
use outsourcing::scenario::document::set;
use outsourcing::scenario::plan_values;
use outsourcing::scenario::templates::TEMPLATES;
use serde_json::json;

use crate::browser::{Browser, Outcome};
use crate::journeys::{Journey, PEOPLE, ensure, figure, fresh, headline, open_document, ready};

/// Their names, and what they do.
pub const ALL: &[(&str, Journey)] = &[
    ("a link opens elsewhere without touching what is saved there", link),
    ("a damaged link says so", damaged_link),
    ("a link that holds no scenario never stops the page", odd_links),
    ("a file that was exported can be imported", file),
];

fn link(browser: &Browser, address: &str) -> Outcome {
    fresh(browser, address)?;
    browser.type_into(PEOPLE, "17")?;
    let mut other = TEMPLATES[1].document();
    set(&mut other, "name", Some(json!("<img src=x onerror=alert(1)>")));
    open_document(browser, address, &other)?;
    ensure(browser.text(".banner")?.len() > 20, || "nothing says that this is from a link".to_owned())?;
    let name = browser.text("[name=library]")?;
    ensure(name.contains("<img"), || format!("the name shows as {name}"))?;
    ready(browser, address)?;
    let mine =
        browser.run("return document.querySelector('[name=\"services.0.team.people\"]').value", &[])?;
    ensure(mine == "17", || format!("own work is now {mine}"))?;
    open_document(browser, address, &other)?;
    // The link that skips to the answer leaves the address, which holds the scenario, as it is.
    let there = browser.run(
        "const before = location.href; document.querySelector('.skip').click();
         return location.href === before && document.activeElement.id",
        &[],
    )?;
    ensure(there == "answer", || format!("skipping leads to {there}"))?;
    browser.click(".banner .button.solid")?;
    browser.wait("what is kept", |browser| {
        Ok(browser.run("return !document.querySelector('.banner')", &[])? == true)
    })?;
    ready(browser, address)?;
    ensure(browser.text("[name=library]")?.contains("<img"), || "what was kept is not there".to_owned())
}

fn damaged_link(browser: &Browser, address: &str) -> Outcome {
    fresh(browser, address)?;
    let link = outsourcing::exchange::encode(&TEMPLATES[1].document(), None);
    ready(browser, &format!("{address}#{}", &link[..link.len() / 2]))?;
    let said = browser.text(".toast")?;
    ensure(said.contains("damaged"), || format!("it says: {said}"))?;
    headline(browser).map(drop)
}

/// Whole links, right in their checksum, that no page made.
fn odd_links(browser: &Browser, address: &str) -> Outcome {
    let mut number = TEMPLATES[1].document();
    set(&mut number, "services", Some(json!([5])));
    for odd in [json!(5), json!({}), number] {
        fresh(browser, address)?;
        open_document(browser, address, &odd)?;
        browser.run(
            "for (const one of document.querySelectorAll('details.section:not([open]) > summary')) one.click()",
            &[],
        )?;
        // What is kept must not stop the library on later visits either.
        browser.run("document.querySelector('.banner .button.solid')?.click()", &[])?;
        browser.open("about:blank")?;
        browser.open(address)?;
        browser.wait("the page", |browser| {
            Ok(browser.run("return !!document.querySelector('[name=library]')", &[])? == true)
        })?;
        browser.click("[name=library]")?;
        browser.wait("the library", |browser| {
            Ok(browser.run("return !!document.querySelector('dialog')", &[])? == true)
        })?;
        let stopped = browser.run(
            "return !document.querySelector('.questions') || !!document.querySelector('[data-reload]')",
            &[],
        )?;
        ensure(stopped == false, || format!("the page stopped on {odd}"))?;
    }
    fresh(browser, address)
}

fn file(browser: &Browser, address: &str) -> Outcome {
    fresh(browser, address)?;
    let mut document = TEMPLATES[2].document();
    set(&mut document, "horizon", Some(json!(48)));
    let path = std::env::current_dir().map_err(|error| error.to_string())?.join("target/journey.json");
    std::fs::write(&path, document.to_string()).map_err(|error| error.to_string())?;
    browser.choose_file("import", &path.display().to_string())?;
    let wanted = answer(&plan_values(&document)).options[1].measures.present;
    browser.wait("the imported scenario", |browser| {
        Ok((figure(browser, "options.best_in_house.present_value")? - wanted).abs() < 1e-6 * wanted)
    })?;
    std::fs::write(&path, "{ \"services\": ").map_err(|error| error.to_string())?;
    browser.choose_file("import", &path.display().to_string())?;
    let said = browser.wait("a message", |browser| {
        Ok(browser.text(".toast").is_ok_and(|text| text.contains("not a scenario")))
    });
    // Seen in vain once, in WebKit: what there was instead.
    said.map_err(|why| {
        let state = browser.run(
            "const input = document.querySelector('[name=import]');
             return JSON.stringify([input?.files.length, input?.value, document.querySelector('.toast')?.textContent, document.visibilityState])",
            &[],
        );
        format!("{why}; there is {state:?}")
    })
}
