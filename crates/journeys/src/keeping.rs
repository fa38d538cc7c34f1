//! What is kept in the browser: nothing that was typed is lost.

use outsourcing::scenario::templates::TEMPLATES;
use serde_json::json;

use crate::browser::{Browser, Outcome};
use crate::journeys::{Journey, PEOPLE, ensure, fresh, open_document, opened, ready};

/// The journeys, in their order.
pub const ALL: &[(&str, Journey)] = &[
    ("what is kept twice has two names", kept_twice),
    ("what is deleted gives way to what else is saved, and comes back", deleted),
    ("a damaged scenario is said, kept, and can be taken out", damaged),
    ("two tabs never lose work to each other", tabs),
    ("a new vendor starts from a published span, or asks", new_vendor),
];

/// The names in the library.
fn names(browser: &Browser) -> Outcome<Vec<String>> {
    browser.click("[name=library]")?;
    let names =
        browser.run("return [...document.querySelectorAll('.library input')].map(one => one.value)", &[])?;
    browser.run("document.querySelector('dialog').close()", &[])?;
    let names = names.as_array().cloned().unwrap_or_default();
    Ok(names.iter().filter_map(|name| name.as_str().map(str::to_owned)).collect())
}

fn kept_twice(browser: &Browser, address: &str) -> Outcome {
    fresh(browser, address)?;
    let shared = TEMPLATES[1].document();
    let name = shared["name"].as_str().unwrap_or_default();
    for _ in 0..2 {
        open_document(browser, address, &shared)?;
        browser.click(".banner .button.solid")?;
        browser.wait("the scenario to be kept", |browser| {
            Ok(browser.run("return !document.querySelector('.banner .button.solid')", &[])? == true)
        })?;
    }
    let kept = names(browser)?;
    let wanted = [name.to_owned(), format!("{name} 2")];
    ensure(wanted.iter().all(|name| kept.contains(name)), || format!("the library holds {kept:?}"))
}

/// Presses the first button of that word, in what is over the page.
fn press(browser: &Browser, word: &str) -> Outcome {
    browser
        .run(
            "[...document.querySelectorAll('dialog .button, .toast .button')].find(one => one.textContent === arguments[0]).click()",
            &[json!(word)],
        )
        .map(drop)
}

fn deleted(browser: &Browser, address: &str) -> Outcome {
    fresh(browser, address)?;
    browser.type_into(PEOPLE, "17")?;
    let before = names(browser)?;
    browser.click("[name=library]")?;
    browser.click(&format!("[data-template={}]", TEMPLATES[1].id))?;
    let both = names(browser)?;
    ensure(before.len() == 1 && both.len() == 2, || format!("saved: {both:?}"))?;
    browser.click("[name=library]")?;
    press(browser, "Open")?;
    people(browser, "17")?;
    browser.click("[name=library]")?;
    press(browser, "Delete")?;
    browser.wait("the other scenario", |browser| {
        Ok(browser.text("[name=library]").is_ok_and(|name| name.contains(&both[1])))
    })?;
    let left = names(browser)?;
    ensure(left == both[1..], || format!("left: {left:?}"))?;
    press(browser, "Undo")?;
    let back = names(browser)?;
    ensure(back == both, || format!("back: {back:?}"))?;
    browser.click("[name=library]")?;
    press(browser, "Open")?;
    people(browser, "17")
}

fn damaged(browser: &Browser, address: &str) -> Outcome {
    fresh(browser, address)?;
    browser.type_into(PEOPLE, "17")?;
    let key = browser.run(
        "const key = Object.keys(localStorage).find(one => one.includes(':scenario:'));
         localStorage.setItem(key, localStorage.getItem(key).slice(0, 200));
         return key",
        &[],
    )?;
    ready(browser, address)?;
    browser.wait("the banner", |browser| {
        Ok(browser.text("#damaged .banner").is_ok_and(|text| text.contains("damaged")))
    })?;
    let length = "return localStorage.getItem(arguments[0])?.length ?? 0";
    let kept = browser.run(length, std::slice::from_ref(&key))?;
    ensure(kept == 200, || format!("of the damaged text {kept} characters are left"))?;
    let file = browser.run(
        "HTMLAnchorElement.prototype.click = function () { window.saved = this.download };
         document.querySelector('#damaged .button').click();
         return window.saved ?? null",
        &[],
    )?;
    ensure(file.as_str().is_some_and(|name| name.ends_with(".txt")), || format!("exported: {file}"))?;
    browser.run("document.querySelectorAll('#damaged .button')[1].click()", &[])?;
    browser.wait("the banner to go", |browser| {
        Ok(browser.run("return !document.querySelector('#damaged .banner')", &[])? == true)
    })?;
    let left = browser.run(length, &[key])?;
    ensure(left == 0, || "the damaged text was not deleted".to_owned())
}

/// What the first question shows.
fn people(browser: &Browser, shows: &str) -> Outcome {
    let field = format!("return document.querySelector('[name=\"{PEOPLE}\"]').value");
    browser.wait(&format!("{shows} people"), |browser| Ok(browser.run(&field, &[])? == shows))
}

/// Answers the first question at once: keys sent to a tab behind go where its cursor was.
fn answer(browser: &Browser, text: &str) -> Outcome {
    browser
        .run(
            "const one = document.querySelector(`[name='${arguments[0]}']`);
             one.focus(); one.select(); document.execCommand('insertText', false, arguments[1])",
            &[json!(PEOPLE), json!(text)],
        )
        .map(drop)
}

fn tabs(browser: &Browser, address: &str) -> Outcome {
    fresh(browser, address)?;
    let [first, second] = browser.another_tab()?;
    let journey = || -> Outcome {
        browser.size(1360, 900)?;
        ready(browser, address)?;
        answer(browser, "17")?;
        // What the first tab only reads follows.
        browser.tab(&first)?;
        people(browser, "17")?;
        answer(browser, "18")?;
        // The second has edits of its own.
        browser.tab(&second)?;
        browser.wait("the notice", |browser| {
            Ok(browser.text(".toast").is_ok_and(|text| text.contains("Another tab")))
        })?;
        people(browser, "17")?;
        let kept = names(browser)?;
        ensure(kept.len() == 2 && kept[1] == format!("{} 2", kept[0]), || format!("kept: {kept:?}"))?;
        // Both are as they were typed.
        for (place, shows) in ["18", "17"].into_iter().enumerate() {
            browser.click("[name=library]")?;
            browser.run(
                "[...document.querySelectorAll('.library .button')].filter(one => one.textContent === 'Open')[arguments[0]].click()",
                &[json!(place)],
            )?;
            people(browser, shows)?;
        }
        Ok(())
    };
    let outcome = journey();
    browser.tab(&second)?;
    browser.close_tab()?;
    browser.tab(&first)?;
    outcome
}

fn new_vendor(browser: &Browser, address: &str) -> Outcome {
    let add = "[...document.querySelectorAll('details.section')].find(one => one.textContent.startsWith('Services and vendors')).querySelector('summary').click();
         setTimeout(() => [...document.querySelectorAll('.button')].find(one => one.textContent === 'Add a vendor').click(), 100)";
    let field = "services.0.offers.1.price.rate";
    let shown = |browser: &Browser| -> Outcome<[String; 2]> {
        browser.wait("the new vendor's price", |browser| {
            Ok(browser.run("return !!document.querySelector(`[name='${arguments[0]}']`)", &[json!(field)])?
                == true)
        })?;
        let side = browser.run(
            "return [document.querySelector(`[name='${arguments[0]}']`).value, document.querySelector('.questions').textContent]",
            &[json!(field)],
        )?;
        Ok([&side[0], &side[1]].map(|text| text.as_str().unwrap_or_default().to_owned()))
    };
    fresh(browser, address)?;
    browser.run(add, &[])?;
    let [price, said] = shown(browser)?;
    ensure(price == "52" && said.contains("published rate cards"), || format!("{price}: {said}"))?;
    let mut euros = TEMPLATES[0].document();
    euros["currency"] = json!("EUR");
    open_document(browser, address, &euros)?;
    browser.run(add, &[])?;
    let [price, said] = shown(browser)?;
    ensure(price.is_empty() && said.contains("This is needed"), || format!("in euros: {price}: {said}"))?;
    opened(browser, address)
}
