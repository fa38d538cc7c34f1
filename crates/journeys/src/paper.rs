//! What is read without pressing anything: paper, the head of the page, and words that must agree.

use outsourcing::scenario::document::set;
use outsourcing::scenario::templates::TEMPLATES;
use serde_json::{Value, json};

use crate::browser::{Browser, Outcome};
use crate::journeys::{ESCAPE, Journey, ensure, fresh, open_document, ready, settled};

/// The journeys, in their order.
pub const ALL: &[(&str, Journey)] = &[
    ("printed, the ledger has every year, and sums to its totals", every_year),
    ("printed, nothing is cut off or asks to be pressed", fits_paper),
    ("payback is told by the same month everywhere", payback),
    ("a small difference is not none, and growth is some demand", small_differences),
    ("the focus returns to the figure whose explanation is closed", focus),
    ("the head of the page keeps to its rows at every width", head),
];

/// A4 upright and across, less the margins, in CSS pixels.
const UPRIGHT: u32 = 688;
const ACROSS: u32 = 1016;

/// Opens a template from the library.
fn template(browser: &Browser, address: &str, id: &str) -> Outcome {
    fresh(browser, address)?;
    browser.click("[name=library]")?;
    browser.click(&format!("[data-template={id}]"))?;
    settled(browser)
}

fn every_year(browser: &Browser, address: &str) -> Outcome {
    for one in TEMPLATES {
        template(browser, address, one.id)?;
        // What is drawn at the moment that the browser takes the page.
        browser.run(
            "window.print = () => {
                 const number = cell => Number(cell.textContent.replace(/[^0-9-]/g, ''));
                 const rows = [...document.querySelectorAll('.paper:not(.checklist) tr')].map(row => [...row.cells]);
                 window.printed = {
                     columns: rows[0].length,
                     off: rows.slice(1).map(([, ...cells]) => {
                         const total = number(cells.pop());
                         return Math.abs(total - cells.map(number).reduce((sum, one) => sum + one, 0));
                     }),
                     assumptions: document.querySelectorAll('.assumptions tr').length,
                 };
             };
             [...document.querySelectorAll('.bar-actions .button')].find(one => one.innerText === 'Print').click()",
            &[],
        )?;
        browser.wait("the page to be printed", |browser| {
            Ok(browser.run("return !!window.printed", &[])? == true)
        })?;
        let printed = browser.run("return window.printed", &[])?;
        let years = one.document()["horizon"].as_u64().unwrap_or(36).div_ceil(12);
        ensure(printed["columns"] == years + 3, || format!("{}: columns: {printed}", one.id))?;
        ensure(printed["assumptions"].as_u64() > Some(50), || format!("{}: assumptions: {printed}", one.id))?;
        let off = printed["off"].as_array().cloned().unwrap_or_default();
        // Each cell is rounded to the unit.
        let sums = off.len() > 3 && off.iter().all(|off| off.as_u64() <= Some(years));
        ensure(sums, || format!("{}: off by {off:?}", one.id))?;
    }
    Ok(())
}

fn fits_paper(browser: &Browser, address: &str) -> Outcome {
    let mut longest = TEMPLATES[0].document();
    longest["horizon"] = json!(120);
    let eight = crate::vendors::many();
    let documents: Vec<Value> = TEMPLATES.iter().map(|one| one.document()).chain([longest, eight]).collect();
    fresh(browser, address)?;
    browser.size(UPRIGHT, 900)?;
    for document in &documents {
        open_document(browser, address, document)?;
        settled(browser)?;
        browser.medium("print")?;
        browser.run("dispatchEvent(new Event('beforeprint'))", &[])?;
        std::thread::sleep(std::time::Duration::from_millis(200));
        let cut = browser.run(
            "const [upright, across] = arguments;
             return [...document.querySelectorAll('body *')].filter(one => {
                 const wide = one.closest('.wide'), box = one.getBoundingClientRect();
                 return box.width && !one.closest('.visually-hidden') && box.right > (wide ? across : upright) + 1;
             }).slice(0, 3).map(one => one.outerHTML.slice(0, 90))",
            &[json!(UPRIGHT), json!(ACROSS)],
        )?;
        let said = browser.run("return document.body.innerText", &[])?;
        browser.medium("")?;
        let name = &document["name"];
        ensure(cut == json!([]), || format!("{name} is cut off: {cut:#}"))?;
        let said = said.as_str().unwrap_or_default();
        let pressed = ["Select any", "▾", "Copy link"].map(|word| said.contains(word));
        ensure(!pressed.contains(&true), || format!("{name}: on paper stands {pressed:?}"))?;
    }
    browser.size(1360, 900)
}

fn payback(browser: &Browser, address: &str) -> Outcome {
    for one in TEMPLATES {
        template(browser, address, one.id)?;
        // Of each option: the moment, what the table says, and what its card says.
        let told = browser.run(
            "const card = key => document.querySelector(`.card [data-result='options.${key}.present_value']`)?.closest('.card');
             return [...document.querySelectorAll('#report [data-result$=\"savings.payback\"]')].map(one => {
                 const key = one.dataset.result.split('.')[1];
                 return [Number(one.value), one.textContent, card(key)?.textContent ?? '', key];
             })",
            &[],
        )?;
        for option in told.as_array().into_iter().flatten() {
            let month = option[0].as_f64().unwrap_or(f64::NAN).ceil();
            let (table, card) =
                (option[1].as_str().unwrap_or_default(), option[2].as_str().unwrap_or_default());
            ensure(table == format!("Month {month}"), || format!("{}: the table says {option}", one.id))?;
            let says = card.is_empty() || card.contains(&format!("in month {month}."));
            ensure(says, || format!("{}: the card says {option}", one.id))?;
        }
    }
    Ok(())
}

fn small_differences(browser: &Browser, address: &str) -> Outcome {
    fresh(browser, address)?;
    let demand = browser.run(
        "return [...document.querySelectorAll('details.section')].find(one => one.textContent.startsWith('Demand')).textContent",
        &[],
    )?;
    ensure(demand.as_str().is_some_and(|text| text.contains("4%")), || format!("the form says {demand}"))?;
    // A price within a cent of where the answer turns.
    let mut close = TEMPLATES[0].document();
    let rate = "services.0.offers.0.price.rate";
    set(&mut close, rate, Some(json!(74.28)));
    open_document(browser, address, &close)?;
    let said = browser.text(".verdict")?;
    ensure(said.contains("Too close") && !said.contains(" 0%"), || format!("the verdict says {said}"))
}

fn focus(browser: &Browser, address: &str) -> Outcome {
    ready(browser, address)?;
    browser.wait("the ledger", |browser| {
        Ok(browser.run("return !!document.querySelector('#ledger [data-result$=\".total.1\"]')", &[])?
            == true)
    })?;
    let drilled = "const one = document.querySelector('dialog tbody .figure'); if (one) { one.focus(); one.click(); } return !!one";
    for close in ["key", "button"] {
        browser.run(
            "const one = document.querySelector('#ledger [data-result$=\".total.1\"]').closest('button'); one.focus(); one.click()",
            &[],
        )?;
        browser.wait("a figure in the explanation", |browser| Ok(browser.run(drilled, &[])? == true))?;
        browser.wait("the way back", |browser| {
            Ok(browser.run("return !!document.querySelector('dialog > .button')", &[])? == true)
        })?;
        match close {
            "key" => browser.press(&[ESCAPE])?,
            _ => browser.click(".dialog-head .button")?,
        }
        browser.wait("the dialog to close", |browser| {
            Ok(browser.run("return !document.querySelector('dialog')", &[])? == true)
        })?;
        let at = browser.run(
            "return document.activeElement.querySelector('data')?.dataset.result ?? document.activeElement.tagName",
            &[],
        )?;
        ensure(at.as_str().is_some_and(|at| at.ends_with(".total.1")), || {
            format!("closed by {close}, the focus is at {at}")
        })?;
    }
    Ok(())
}

fn head(browser: &Browser, address: &str) -> Outcome {
    for width in [320, 360, 390, 768, 1280] {
        browser.size(width, 700)?;
        ready(browser, address)?;
        let found = browser.run(
            "const box = selector => document.querySelector(selector).getBoundingClientRect();
             const rows = new Set([...document.querySelectorAll('.bar-actions > .button')].filter(one => one.offsetWidth).map(one => Math.round(one.getBoundingClientRect().top)));
             const name = box('[name=library]'), sign = box('[name=library] > [aria-hidden]');
             return { rows: rows.size, name: Math.round(name.width), sign: sign.right <= name.right, right: name.right <= innerWidth,
                 height: Math.round(box('.bar').height) }",
            &[],
        )?;
        let good = found["rows"] == 1
            && found["sign"] == true
            && found["right"] == true
            && found["name"].as_f64() >= Some(110.0)
            && found["height"].as_f64() <= Some(115.0);
        ensure(good, || format!("at {width} pixels: {found}"))?;
    }
    browser.size(1360, 900)
}
