//! Demand by hand: handles, keys and a pasted history.

use serde_json::{Value, json};

use crate::browser::{Browser, Outcome};
use crate::journeys::{ensure, figure, fresh, settled};

const ARROW_UP: char = '\u{e013}';
const ARROW_RIGHT: char = '\u{e014}';
const PAGE_UP: char = '\u{e00e}';
const CONTROL: char = '\u{e009}';
const BEST: &str = "options.best_in_house.present_value";

/// Opens the second template, whose demand is stated, with its demand in view.
fn open(browser: &Browser, address: &str) -> Outcome {
    fresh(browser, address)?;
    browser.click("[name=library]")?;
    browser.click("[data-template=service-desk-1]")?;
    settled(browser)?;
    browser.run("document.getElementById('demand').scrollIntoView()", &[]).map(drop)
}

/// The text of a control of the page's form, its section opened first.
fn field(browser: &Browser, path: &str) -> Outcome<String> {
    browser.run(
        "const title = [...document.querySelectorAll('details.section b')].find(one => one.textContent === 'Demand');
         const section = title.closest('details'); if (!section.open) section.querySelector('summary').click()",
        &[],
    )?;
    let script = "return document.querySelector(`[name='${arguments[0]}']`)?.value ?? ''";
    browser.wait("the form's section", |browser| Ok(browser.run(script, &[json!(path)])? != ""))?;
    Ok(browser.run(script, &[json!(path)])?.as_str().unwrap_or_default().to_owned())
}

fn changes(browser: &Browser, before: f64, what: &str) -> Outcome<f64> {
    browser.wait(what, |browser| Ok((figure(browser, BEST)? - before).abs() > 1.0))?;
    settled(browser)?;
    figure(browser, BEST)
}

/// A factor of the season by keys, an event by keys and pointer: the verdict follows, and each is one step of undo.
pub fn handles(browser: &Browser, address: &str) -> Outcome {
    open(browser, address)?;
    let before = figure(browser, BEST)?;
    let factors = "return [...document.querySelectorAll('#demand .season-bar')].map(one => Number(one.getAttribute('aria-valuenow')))";
    browser.run("document.querySelector('#demand .season-bar[aria-label=November]').focus()", &[])?;
    for key in [PAGE_UP, PAGE_UP, PAGE_UP, ARROW_UP] {
        browser.press(&[key])?;
    }
    let season = browser.run(factors, &[])?;
    ensure(season[10] == 1.27, || format!("November by keys: {season}"))?;
    let mean = season.as_array().into_iter().flatten().filter_map(Value::as_f64).sum::<f64>() / 12.0;
    ensure((mean - 1.0).abs() < 0.001, || format!("the season averages {mean}"))?;
    let peaked = changes(browser, before, "the verdict on another season")?;
    ensure(field(browser, "services.0.demand.season.10")? == "1.27", || {
        "the form has another factor".to_owned()
    })?;
    // Leaving the handle ends the run; all its keys are one step.
    browser.run("document.activeElement.blur()", &[])?;
    browser.press(&[CONTROL, 'z'])?;
    let undone = changes(browser, peaked, "the season undone")?;
    ensure((undone - before).abs() < 1e-6, || format!("{undone} after undo, {before} before"))?;

    browser.click("#demand .events .controls .button")?;
    let added = changes(browser, undone, "the verdict on a peak")?;
    let value = |of: &str| -> Outcome<Value> {
        browser.run(
            &format!("return document.querySelector('#demand .event .{of}').getAttribute('aria-valuenow')"),
            &[],
        )
    };
    let start: f64 = value("span")?.as_str().and_then(|text| text.parse().ok()).unwrap_or(0.0);
    browser.run("document.querySelector('#demand .event .span').focus()", &[])?;
    browser.press(&[ARROW_RIGHT])?;
    ensure(value("span")? == format!("{}", start + 1.0), || "the peak did not move".to_owned())?;
    browser.drag("#demand .event .size .grip", 0, -40)?;
    let larger = changes(browser, added, "the verdict on a larger peak")?;
    ensure(larger > added, || format!("a larger peak costs {larger}, the smaller {added}"))?;
    let uplift: f64 = value("size")?.as_str().and_then(|text| text.parse().ok()).unwrap_or(0.0);
    ensure(uplift > 0.55, || format!("dragged upwards, it adds {uplift}"))?;
    browser.press(&[CONTROL, 'z'])?;
    browser.wait("the drag undone", |_| Ok(value("size")? == "0.5"))?;
    let names = browser.run(
        "const names = [...document.querySelectorAll('input[name], select[name], textarea[name], button[name]')].map(one => one.name).filter(Boolean); return names.length - new Set(names).size",
        &[],
    )?;
    ensure(names == 0, || "two controls have one name".to_owned())
}

/// Three years that grow by a tenth each, with a season, and some noise as a share.
pub fn history(noise: f64) -> String {
    let monthly = 1.007_974_140_428_903;
    let mut level = 2000.0;
    let mut text = String::new();
    for month in 0..36 {
        let season = if month % 12 == 10 { 1.55 } else { 0.95 };
        let stray = 1.0 + noise * f64::from(month * 37 % 11 - 5) / 5.0;
        text += &format!("{}-{:02};{:.1}\n", 2023 + month / 12, month % 12 + 1, level * season * stray);
        level *= monthly;
    }
    text
}

/// A pasted history: what is wrong is said with its row, what is right is fitted, edited and taken in one step.
pub fn past(browser: &Browser, address: &str) -> Outcome {
    open(browser, address)?;
    let before = figure(browser, BEST)?;
    browser.click("#demand details.past > summary")?;
    let paste = |text: &str| {
        browser.run(
            "const field = document.querySelector('[name=\"demand-0-history\"]');
             field.value = arguments[0]; field.dispatchEvent(new InputEvent('input', { bubbles: true }))",
            &[json!(text)],
        )
    };
    let said =
        |what: &str| browser.wait(what, |browser| Ok(browser.text("#demand .past-body")?.contains(what)));
    let bad = history(0.0).replace("2023-04;", "2023-04;about ");
    paste(&bad)?;
    said("Row 4: “about ")?;
    let kept = browser.run("return document.querySelector('[name=\"demand-0-history\"]').value", &[])?;
    ensure(kept == json!(bad), || "what was pasted is not there any more".to_owned())?;
    paste("1\n2\n3")?;
    said("3 months are too few. At least 12 are needed")?;
    paste(&history(0.0))?;
    said("36 months, from Jan 2023 to Dec 2025")?;
    let number = |name: &str| -> Outcome<f64> {
        let text =
            browser.run("return document.querySelector(`[name='${arguments[0]}']`).value", &[json!(name)])?;
        let text = text.as_str().unwrap_or_default().replace(',', "");
        text.parse().map_err(|_| format!("{name} shows {text}"))
    };
    ensure((number("demand-0-fit-growth")? - 10.0).abs() < 0.11, || "growth is not 10 %".to_owned())?;
    ensure((number("demand-0-fit-season-10")? - 1.55).abs() < 0.011, || "November is not 1.55".to_owned())?;
    browser.type_into("demand-0-fit-growth", "12")?;
    browser.click("[name=demand-use-fit]")?;
    said("In use")?;
    let used = changes(browser, before, "the verdict on the fit")?;
    ensure(field(browser, "services.0.demand.growth")? == "12", || {
        "the edited growth is not used".to_owned()
    })?;
    let november: f64 = field(browser, "services.0.demand.season.10")?.parse().unwrap_or(0.0);
    ensure((november - 1.55).abs() < 0.011, || format!("November is {november} in the form"))?;
    browser.run("document.activeElement.blur()", &[])?;
    browser.press(&[CONTROL, 'z'])?;
    let undone = changes(browser, used, "the fit undone")?;
    ensure((undone - before).abs() < 1e-6, || "one undo does not take the fit back".to_owned())
}
