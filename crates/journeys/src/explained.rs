//! Figures explain themselves.

use crate::browser::{Browser, Outcome};
use crate::journeys::{ESCAPE, Journey, ensure, fresh, settled};

/// Their names, and what they do.
pub const ALL: &[(&str, Journey)] = &[
    ("a figure explains itself down to its inputs", explanation),
    ("figures of what-ifs and charts explain themselves", beside),
];

fn explanation(browser: &Browser, address: &str) -> Outcome {
    fresh(browser, address)?;
    browser.click(".cards .figure")?;
    ensure(browser.text("dialog")?.len() > 80, || "the sum is not explained".to_owned())?;
    browser.press(&[ESCAPE])?;
    browser.wait("the dialog to close", |browser| {
        Ok(browser.run("return !document.querySelector('dialog')", &[])? == true)
    })?;
    browser.wait("the ledger", |browser| {
        Ok(browser.run("return !!document.querySelector('#ledger [data-result$=\".pay.1\"]')", &[])? == true)
    })?;
    browser
        .run("document.querySelector('#ledger [data-result$=\".pay.1\"]').closest('button').click()", &[])?;
    browser.wait("the formula", |browser| {
        Ok(browser.text("dialog .formula").is_ok_and(|text| text.contains('×')))
    })?;
    let sources = browser.text("dialog .sources")?;
    ensure(sources.contains("BLS"), || format!("sources: {sources}"))
}

/// A figure of a table, one of a chart by the keyboard, and one of what change costs.
fn beside(browser: &Browser, address: &str) -> Outcome {
    fresh(browser, address)?;
    settled(browser)?;
    for (what, open) in [
        (
            "a what-if",
            "document.querySelector('[data-result=\"what_if.0.saved\"]').closest('button').click()",
        ),
        (
            "what a peak costs",
            "document.querySelector('#scale [data-result*=\".extra.\"]').closest('button').click()",
        ),
        (
            "a break-even",
            "document.querySelector('[data-result^=\"break_even.\"]').closest('button').click()",
        ),
        (
            "a point of a chart",
            "document.querySelector('.chart circle.point[role=button]').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))",
        ),
    ] {
        browser.run(open, &[])?;
        browser.wait(what, |browser| {
            Ok(browser.text("dialog").is_ok_and(|text| text.contains('=') || text.contains("the sum of")))
        })?;
        browser.press(&[ESCAPE])?;
        browser.wait("the dialog to close", |browser| {
            Ok(browser.run("return !document.querySelector('dialog')", &[])? == true)
        })?;
    }
    Ok(())
}
