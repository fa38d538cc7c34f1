//! What is legal and odd has a clear answer on the page; what is too long for a link is offered as a file.

use outsourcing::scenario::document::set;
use outsourcing::scenario::templates::TEMPLATES;
use serde_json::{Value, json};

use crate::browser::{Browser, Outcome};
use crate::journeys::{Journey, ensure, fresh, headline, open_document, settled};

/// Their names, and what they do.
pub const ALL: &[(&str, Journey)] = &[
    ("odd scenarios have a clear answer, and no number that is none", odd),
    ("what is too long for a link is offered as a file", too_long),
    ("no template scrolls sideways at 320 pixels", narrow),
];

fn first(changes: &[(&str, Value)]) -> Value {
    let mut document = TEMPLATES[0].document();
    for (path, value) in changes {
        set(&mut document, path, Some(value.clone()));
    }
    document
}

fn odd(browser: &Browser, address: &str) -> Outcome {
    let offer = "services.0.offers.0";
    let season = json!([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2]);
    for (what, document, says) in [
        (
            "a horizon shorter than the move",
            first(&[("horizon", json!(12)), (&format!("{offer}.transition.lead_months"), json!(24))]),
            "Does not switch within the horizon",
        ),
        (
            "a team of none",
            first(&[("services.0.team.people", json!(0)), ("services.0.team.vacancies", json!(0))]),
            "",
        ),
        (
            "savings that never pay back",
            first(&[(&format!("{offer}.price.rate"), json!(900))]),
            "Keep it in-house",
        ),
        ("shares that do not average one", first(&[("services.0.demand.season", season)]), "average"),
        ("the greatest pay there can be", first(&[("services.0.team.pay", json!(10_000_000))]), ""),
        ("a vendor for nothing", first(&[(&format!("{offer}.price.rate"), json!(0))]), ""),
    ] {
        fresh(browser, address)?;
        open_document(browser, address, &document)?;
        let wrong = browser
            .run("return !!document.querySelector('.field .error, .section .error, [role=alert]')", &[])?;
        if wrong == false {
            settled(browser)?;
            ensure(headline(browser)?.len() > 20, || format!("{what}: no answer"))?;
        }
        browser.run(
            "for (const one of document.querySelectorAll('details.section > summary')) if (one.textContent.includes('Demand')) one.click()",
            &[],
        )?;
        let said = browser.run("return document.getElementById('app').textContent", &[])?;
        let said = said.as_str().unwrap_or_default();
        ensure(said.contains(says), || format!("{what}: nothing says “{says}”"))?;
        ensure(!said.contains("NaN") && !said.contains("∞") && !said.contains("Infinity"), || {
            format!("{what}: the page shows a number that is none")
        })?;
    }
    fresh(browser, address)
}

/// Two hundred cost lines under names that nothing can shorten.
fn too_long(browser: &Browser, address: &str) -> Outcome {
    let mut state = 1_u64;
    let mut name = || -> String {
        (0..60)
            .map(|_| {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                char::from(b'!' + (state >> 33) as u8 % 90)
            })
            .collect()
    };
    let mut document = TEMPLATES[0].document();
    let service = document["services"][0].clone();
    let services: Vec<Value> = (0..10)
        .map(|_| {
            let mut service = service.clone();
            service["costs"] = (0..20).map(|_| json!({ "label": name(), "amount": 100 })).collect();
            service
        })
        .collect();
    document["services"] = json!(services);
    fresh(browser, address)?;
    open_document(browser, address, &document)?;
    browser.click(".bar-actions .button.solid")?;
    browser.wait("the offer of a file", |browser| {
        Ok(browser.text(".toast").is_ok_and(|text| text.contains("file instead")))
    })?;
    fresh(browser, address)
}

fn narrow(browser: &Browser, address: &str) -> Outcome {
    browser.size(320, 700)?;
    for template in TEMPLATES {
        fresh(browser, address)?;
        browser.click("[name=library]")?;
        browser.click(&format!("[data-template={}]", template.id))?;
        settled(browser)?;
        for view in ["answer", "inputs"] {
            let width = browser.run("return document.documentElement.scrollWidth", &[])?;
            let wide = browser.run(
                "return [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > 321 && !one.closest('.table-scroll')).slice(0, 3).map(one => one.outerHTML.slice(0, 90))",
                &[],
            )?;
            ensure(width.as_f64().is_some_and(|width| width <= 320.0), || {
                format!("{}, {view}: the page is {width} pixels wide: {wide}", template.id)
            })?;
            browser.click(".strip")?;
        }
    }
    browser.size(1360, 900)
}
