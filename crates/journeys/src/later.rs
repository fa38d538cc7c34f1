//! What is far below the verdict is drawn once it is wanted.

use crate::browser::{Browser, Outcome};
use crate::journeys::{Journey, ensure};

/// These journeys, in their order.
pub const ALL: &[(&str, Journey)] = &[
    ("what is far below is drawn for whoever rests, moves, or goes there by the contents", drawn_when_wanted),
    ("where the verdict fills the window its charts wait for whoever moves", verdict_first),
    ("paper has all of the report at once, whatever was on view", paper_at_once),
];

/// Opens the page and moves nothing: a driver's visitor has no hand.
fn still(browser: &Browser, address: &str) -> Outcome {
    browser.open("about:blank")?;
    browser.open(address)?;
    browser.wait("the first charts", |browser| {
        Ok(browser.run("return !!document.querySelector('#costs .chart')", &[])? == true)
    })
}

fn has(browser: &Browser, selector: &str) -> Outcome<bool> {
    Ok(browser.run(&format!("return !!document.querySelector(`{selector}`)"), &[])? == true)
}

fn drawn_when_wanted(browser: &Browser, address: &str) -> Outcome {
    still(browser, address)?;
    ensure(!has(browser, "#ledger table")?, || "the ledger is drawn before anybody moves".to_owned())?;
    // A press without a pointer, as of an assistive tool: the part is drawn, and the focus goes there.
    browser.run("[...document.querySelectorAll('.contents button')].find(button => /ledger/i.test(button.textContent)).click()", &[])?;
    browser.wait("the ledger", |browser| {
        Ok(browser.run(
            "return document.activeElement?.id === 'ledger' && !!document.querySelector('#ledger table')",
            &[],
        )? == true)
    })?;
    still(browser, address)?;
    browser.wait("all of the report after a rest", |browser| has(browser, "#assumptions details.panel"))
}

fn verdict_first(browser: &Browser, address: &str) -> Outcome {
    browser.size(412, 823)?;
    browser.open("about:blank")?;
    browser.open(address)?;
    // What the report tells the verdict is there without a chart of it.
    browser.wait("what turns the verdict", |browser| has(browser, ".verdict .turns .figure"))?;
    ensure(has(browser, ".verdict .doubt button")?, || "the verdict is not told of doubt".to_owned())?;
    ensure(!has(browser, "#costs .chart, #break-even table")?, || "drawn before anybody moves".to_owned())?;
    browser.run("scrollBy(0, 200)", &[])?;
    browser.wait("the charts", |browser| has(browser, "#costs .chart"))?;
    browser.wait("the report", |browser| has(browser, "#break-even table"))?;
    browser.size(1360, 900)
}

fn paper_at_once(browser: &Browser, address: &str) -> Outcome {
    still(browser, address)?;
    // What follows the event in the same task is too late for paper.
    let missing = browser.run_async(
        "const done = arguments[arguments.length - 1];
         dispatchEvent(new Event('beforeprint'));
         Promise.resolve().then(() => Promise.resolve()).then(() => done(
           ['#demand svg', '#vendors', '#cores svg', '#measures table', '#ledger table', '#assumptions table']
             .filter(part => !document.querySelector(part)).join(', ')))",
        &[],
    )?;
    browser.run("dispatchEvent(new Event('afterprint'))", &[])?;
    ensure(missing == "", || format!("missing on paper: {missing}"))
}
