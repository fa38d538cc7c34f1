//! Whom to trust with it: what is required, criteria, skills, hours, quality, security, steering; and what each figure rests on.

use outsourcing::answer::{answer, result};
use outsourcing::scenario::document::{get, set};
use outsourcing::scenario::plan_values;
use outsourcing::scenario::templates::find;
use serde_json::{Value, json};

use crate::browser::{Browser, Outcome};
use crate::journeys::{ESCAPE, Journey, ensure, fresh, open_document, settled};
use crate::vendors::{ENTER, many, press};

/// The journeys, in their order.
pub const ALL: &[(&str, Journey)] = &[
    ("what is required knocks a vendor out, with the reason", knocked_out),
    ("criteria are ordered and scored by keyboard, and the ranking follows", criteria),
    ("criteria are ordered by the mouse, and numbers change places with them", dragged),
    ("skills, hours, places, quality, security and steering agree with the result file", parts),
    ("every figure of vendors opens its explanation", explained),
    ("on paper there is a checklist with who owns what", checklist),
];

/// Three vendors with zones, certificates and a skill to find.
pub fn three() -> Value {
    let mut document = many();
    for list in ["vendors", "services.0.offers"] {
        let entries = get(&document, list).and_then(Value::as_array).cloned().unwrap_or_default();
        set(&mut document, list, Some(Value::Array(entries.into_iter().take(3).collect())));
    }
    for (path, value) in [
        ("here", json!({ "zone": "America/New_York" })),
        ("vendors.0.zone", json!("Europe/Warsaw")),
        ("vendors.1.zone", json!("Europe/Warsaw")),
        ("vendors.2.zone", json!("Asia/Kolkata")),
        ("vendors.0.safeguards", json!({ "certificates": "ISO/IEC 27001:2022" })),
        ("vendors.1.safeguards", json!({ "certificates": "ISO 27001, SOC 2 Type II" })),
        (
            "services.0.skills",
            json!([{ "name": "Cloud", "needed": 3, "now": 1, "hire_months": 4, "train_months": 8, "train_cost": 3000, "vendors": [{ "vendor": "v1", "lead": 2 }] }]),
        ),
        (
            "services.0.risk",
            json!({ "breach_frequency": 0.05, "breach_impact": 900_000, "fine_ceiling": 20_000_000 }),
        ),
        (
            "services.0.offers.0.governance",
            json!({ "share": 0.01, "roles": [{ "name": "Vendor manager", "owner": "Ada", "people": 0.5 }],
                "meetings": [{ "name": "Monthly review", "times": 12, "hours": 2, "people": 3 }], "trips": [{ "name": "Visit", "times": 2, "people": 2, "cost": 2500 }] }),
        ),
    ] {
        set(&mut document, path, Some(value));
    }
    // The checklist is that of the vendor that the verdict speaks of, whichever that is.
    let plan = get(&document, "services.0.offers.0.governance").cloned();
    for offer in 1..3 {
        set(&mut document, &format!("services.0.offers.{offer}.governance"), plan.clone());
    }
    document
}

/// Eight vendors with an offer each, judged on ten criteria, three of them the user's own; two skills, and nothing required.
pub fn eight() -> Value {
    let mut document = find("three-vendors-1").map(|one| one.document()).unwrap_or_default();
    set(&mut document, "preferences.must", None);
    let own = ["References", "Terms", "Language"];
    let criteria = own.into_iter().enumerate();
    let criteria = criteria
        .map(|(index, name)| json!({ "id": format!("own{index}"), "name": name, "weight": 3 - index }));
    set(&mut document, "preferences.own", Some(criteria.collect()));
    for vendor in 0..8 {
        let (like, at) = (vendor % 3, format!("vendors.{vendor}"));
        if vendor > 2 {
            let mut copy = get(&document, &format!("vendors.{like}")).cloned().unwrap_or_default();
            set(&mut copy, "id", Some(json!(format!("v{vendor}"))));
            set(&mut copy, "name", Some(json!(format!("Vendor {vendor}"))));
            set(&mut document, &at, Some(copy));
            let mut offer = get(&document, &format!("services.0.offers.{like}")).cloned().unwrap_or_default();
            set(&mut offer, "vendor", Some(json!(format!("v{vendor}"))));
            set(&mut offer, "price.rate", Some(json!(30 + 4 * vendor)));
            set(&mut document, &format!("services.0.offers.{vendor}"), Some(offer));
        }
        let scores = (0..own.len()).map(
            |index| json!({ "criterion": format!("own{index}"), "score": (29 * vendor + 41 * index) % 101 }),
        );
        set(&mut document, &format!("{at}.scores.own"), Some(scores.collect()));
        set(&mut document, &format!("{at}.scores.security"), Some(json!((37 * vendor + 20) % 101)));
    }
    document
}

/// Opens every part of the section.
pub fn unfold(browser: &Browser) -> Outcome {
    browser.run(
        "for (const one of document.querySelectorAll('.folds details.fold:not([open]) > summary')) one.click()",
        &[],
    )?;
    browser.wait("every part to open", |browser| {
        Ok(browser.run("return document.querySelectorAll('.folds details.fold:not([open])').length", &[])?
            == 0)
    })
}

/// Every figure of the section is that of the result file.
pub fn agrees(browser: &Browser, document: &Value, least: usize) -> Outcome {
    let expected = result(document, &answer(&plan_values(document)));
    let shown = browser.run(
        "return [...document.querySelectorAll('#vendors [data-result]')].map(one => [one.dataset.result, one.value ?? one.dataset.value])",
        &[],
    )?;
    let shown = shown.as_array().cloned().unwrap_or_default();
    ensure(shown.len() >= least, || format!("only {} figures", shown.len()))?;
    for pair in &shown {
        let path = pair[0].as_str().unwrap_or_default();
        let value: f64 = pair[1].as_str().and_then(|text| text.parse().ok()).unwrap_or(f64::NAN);
        let file = get(&expected, path).and_then(Value::as_f64);
        let same = file.is_some_and(|file| (file - value).abs() <= 1e-9 * file.abs().max(1.0));
        ensure(same, || format!("{path} shows {value}, the file has {file:?}"))?;
    }
    Ok(())
}

fn knocked_out(browser: &Browser, address: &str) -> Outcome {
    fresh(browser, address)?;
    open_document(browser, address, &three())?;
    settled(browser)?;
    unfold(browser)?;
    press(browser, "+ SOC 2", ENTER)?;
    browser.wait("who lacks it", |browser| {
        Ok(browser.text("#requirements summary").is_ok_and(|text| text.contains("2 of 3")))
    })?;
    settled(browser)?;
    let said = browser.text(".must")?;
    ensure(said.contains("✗") && said.contains("SOC 2") && said.contains("✓"), || {
        format!("the table says {said}")
    })?;
    let ranks = browser.run(
        "return [...document.querySelectorAll('.beside tbody tr')].find(row => row.cells[0]?.textContent.startsWith('All to the vendor'))?.textContent ?? ''",
        &[],
    )?;
    let dashes = ranks.as_str().unwrap_or_default().matches('–').count();
    ensure(dashes >= 2, || format!("of those knocked out the table still ranks: {ranks}"))?;
    let listed = browser.text(".shortlist")?;
    ensure(listed.matches("lacks what you require").count() == 2, || format!("the shortlist says {listed}"))?;
    // All fail: the page says which requirement excludes most.
    browser.type_into("preferences.must.liability", "5000000")?;
    browser.wait("nobody left", |browser| {
        Ok(browser
            .text("#requirements summary")
            .is_ok_and(|text| text.starts_with("No vendor has all") && text.contains("Liability")))
    })
}

/// The criteria as they stand, the first the most important.
fn order(browser: &Browser) -> Outcome<Value> {
    browser.run("return [...document.querySelectorAll('.criterion > b')].map(one => one.textContent)", &[])
}

/// Three vendors with scores on security and fit.
fn scored() -> Value {
    let mut document = three();
    for (vendor, security, fit) in [(0, 80, 40), (1, 50, 90), (2, 30, 60)] {
        set(
            &mut document,
            &format!("vendors.{vendor}.scores"),
            Some(json!({ "security": security, "fit": fit })),
        );
    }
    document
}

/// The middle of the row of a criterion, in the window.
fn row_of(browser: &Browser, place: usize) -> Outcome<(f64, f64)> {
    let at = browser.run(
        "const row = document.querySelectorAll('.criterion > b')[arguments[0]], box = row.getBoundingClientRect();
         return [box.x + 20, box.y + box.height / 2]",
        &[json!(place)],
    )?;
    Ok((at[0].as_f64().unwrap_or(0.0), at[1].as_f64().unwrap_or(0.0)))
}

/// Draws one criterion onto another with the mouse, as a hand does: the browser's own events of dragging.
fn draw(browser: &Browser, from: usize, to: usize) -> Outcome {
    browser.run("document.querySelector('.criteria').scrollIntoView({ block: 'center' })", &[])?;
    // What is drawn later above them still moves them.
    let mut rows = Vec::new();
    browser.wait("rows that stand still", |browser| {
        let now = vec![row_of(browser, from)?, row_of(browser, to)?];
        let still = now == rows;
        rows = now;
        std::thread::sleep(std::time::Duration::from_millis(100));
        Ok(still)
    })?;
    let (start, end) = (rows[0], rows[1]);
    browser.chromium("Input.setInterceptDrags", &json!({ "enabled": true }))?;
    let mouse = |kind: &str, (x, y): (f64, f64)| {
        let event = json!({ "type": kind, "x": x, "y": y, "button": "left", "buttons": 1, "clickCount": 1 });
        browser.chromium("Input.dispatchMouseEvent", &event).map(drop)
    };
    mouse("mousePressed", start)?;
    for step in 1..=4 {
        let part = f64::from(step) / 4.0;
        mouse("mouseMoved", (start.0, start.1 + (end.1 - start.1) * part))?;
    }
    for kind in ["dragEnter", "dragOver", "drop"] {
        let data = json!({ "items": [], "dragOperationsMask": 16 });
        let event = json!({ "type": kind, "x": end.0, "y": end.1, "data": data });
        browser.chromium("Input.dispatchDragEvent", &event)?;
    }
    mouse("mouseReleased", end)?;
    browser.chromium("Input.setInterceptDrags", &json!({ "enabled": false })).map(drop)
}

fn dragged(browser: &Browser, address: &str) -> Outcome {
    let mut document = scored();
    fresh(browser, address)?;
    open_document(browser, address, &document)?;
    settled(browser)?;
    unfold(browser)?;
    draw(browser, 2, 0)?;
    browser
        .wait("the order", |browser| Ok(order(browser)? == json!(["Fit", "Cost", "Security"])))
        .map_err(|_| format!("drawn to the top: {}", order(browser).unwrap_or_default()))?;
    draw(browser, 0, 1)?;
    browser
        .wait("the order", |browser| Ok(order(browser)? == json!(["Cost", "Fit", "Security"])))
        .map_err(|_| format!("drawn down by one: {}", order(browser).unwrap_or_default()))?;
    let faded = browser.run("return document.querySelectorAll('.criteria .dragged').length", &[])?;
    ensure(faded == 0, || "a row stays faded".to_owned())?;
    // One step of undo each.
    browser.press(&['\u{e009}', 'z'])?;
    browser.wait("the order before", |browser| Ok(order(browser)? == json!(["Fit", "Cost", "Security"])))?;
    // Where the numbers count, they change places: none is lost.
    for (path, weight) in [("cost", 50), ("security", 30), ("fit", 20)] {
        set(&mut document, &format!("preferences.weights.{path}"), Some(json!(weight)));
    }
    set(&mut document, "preferences.weighting", Some(json!("number")));
    open_document(browser, address, &document)?;
    settled(browser)?;
    unfold(browser)?;
    draw(browser, 2, 0)?;
    browser.wait("the order", |browser| Ok(order(browser)? == json!(["Fit", "Cost", "Security"])))?;
    let numbers = browser.run(
        "return [...document.querySelectorAll('.criterion .weight input')].map(one => one.value)",
        &[],
    )?;
    ensure(numbers == json!(["50", "30", "20"]), || format!("weights by number: {numbers}"))?;
    settled(browser)?;
    for (path, weight) in [("fit", 50), ("cost", 30), ("security", 20)] {
        set(&mut document, &format!("preferences.weights.{path}"), Some(json!(weight)));
    }
    agrees(browser, &document, 100)
}

/// Every part open, and the tables behind the charts: each figure that can be pressed opens a dialog with its own value.
fn explained(browser: &Browser, address: &str) -> Outcome {
    let document = find("three-vendors-1").map(|one| one.document()).unwrap_or_default();
    fresh(browser, address)?;
    open_document(browser, address, &document)?;
    settled(browser)?;
    unfold(browser)?;
    settled(browser)?;
    browser.run("for (const one of document.querySelectorAll('#vendors .chart details:not([open]) > summary')) one.click()", &[])?;
    browser.click("[name=criterion-cost-scores]")?;
    std::thread::sleep(std::time::Duration::from_millis(400));
    // None speaks for itself, but for what stands on paper alone.
    let mute = browser.run(
        "return [...document.querySelectorAll('#vendors data[data-result]')].filter(one => !one.closest('button.figure, .paper')).map(one => one.dataset.result).slice(0, 5)",
        &[],
    )?;
    ensure(mute == json!([]), || format!("figures that open nothing: {mute}"))?;
    // One of a kind each: months and vendors are explained alike.
    let kinds = browser.run(
        "const seen = new Set();
         return [...document.querySelectorAll('#vendors button.figure > data[data-result]')].map(one => one.dataset.result)
             .filter(path => { const kind = path.replace(/\\.\\d+(?=\\.|$)/g, '.#').replace(/_\\d+/g, '_#'); return !seen.has(kind) && seen.add(kind); })",
        &[],
    )?;
    let kinds = kinds.as_array().cloned().unwrap_or_default();
    ensure(kinds.len() > 30, || format!("only {} kinds of figures", kinds.len()))?;
    for path in &kinds {
        browser.run(
            "[...document.querySelectorAll('#vendors button.figure > data[data-result]')].find(one => one.dataset.result === arguments[0]).closest('button').click()",
            std::slice::from_ref(path),
        )?;
        let shown = browser.wait("the explanation", |browser| {
            let same = browser.run(
                "const own = [...document.querySelectorAll('#vendors [data-result]')].find(one => one.dataset.result === arguments[0]);
                 const shown = Number(own.value ?? own.dataset.value), told = Number(document.querySelector('dialog .explained data')?.value ?? NaN);
                 return Math.abs(shown - told) <= 1e-9 * Math.max(1, Math.abs(shown)) && document.querySelector('dialog').textContent.length > 40",
                std::slice::from_ref(path),
            )?;
            Ok(same == true)
        });
        shown.map_err(|_| format!("{path} opens: {}", browser.text("dialog").unwrap_or_default()))?;
        browser.press(&[ESCAPE])?;
        browser.wait("the dialog to close", |browser| {
            Ok(browser.run("return !document.querySelector('dialog[open]')", &[])? == true)
        })?;
    }
    Ok(())
}

fn criteria(browser: &Browser, address: &str) -> Outcome {
    let mut document = scored();
    fresh(browser, address)?;
    open_document(browser, address, &document)?;
    settled(browser)?;
    unfold(browser)?;
    ensure(order(browser)? == json!(["Cost", "Security", "Fit"]), || {
        format!("criteria: {}", order(browser).unwrap_or_default())
    })?;
    press(browser, "Fit counts more", ENTER)?;
    browser.wait("the order", |browser| Ok(order(browser)? == json!(["Cost", "Fit", "Security"])))?;
    press(browser, "Fit counts more", ENTER)?;
    browser.wait("the order", |browser| Ok(order(browser)? == json!(["Fit", "Cost", "Security"])))?;
    settled(browser)?;
    for (path, weight) in [("fit", 3), ("cost", 2), ("security", 1)] {
        set(&mut document, &format!("preferences.weights.{path}"), Some(json!(weight)));
    }
    agrees(browser, &document, 100)?;
    let said = browser.text("#criteria summary")?;
    ensure(said.contains("keep your order"), || format!("the finding: {said}"))?;
    // A score by its slider.
    browser.click("[name=criterion-security-scores]")?;
    browser.run("document.getElementById('vendors.2.scores.security-slider').focus()", &[])?;
    browser.press(&['\u{e014}'])?;
    browser.wait("the score", |browser| {
        Ok(browser.run("return document.getElementsByName('vendors.2.scores.security')[0].value", &[])?
            == "35")
    })?;
    set(&mut document, "vendors.2.scores.security", Some(json!(35)));
    settled(browser)?;
    agrees(browser, &document, 100)?;
    // An own criterion, scored and taken away again.
    press(browser, "Add a criterion", ENTER)?;
    browser.wait("the criterion", |browser| {
        Ok(order(browser)?.as_array().is_some_and(|list| list.len() == 4))
    })?;
    browser.click("[name=criterion-own_0-scores]")?;
    browser.type_into("score-own_0-1", "70")?;
    settled(browser)?;
    set(
        &mut document,
        "preferences.own",
        Some(json!([{ "id": "c1", "name": "My criterion 1", "weight": 1 }])),
    );
    set(&mut document, "vendors.1.scores.own", Some(json!([{ "criterion": "c1", "score": 70 }])));
    agrees(browser, &document, 100)?;
    let problems = browser.run("return !!document.querySelector('[role=alert]')", &[])?;
    ensure(problems == false, || "the document has problems".to_owned())
}

fn parts(browser: &Browser, address: &str) -> Outcome {
    let document = three();
    fresh(browser, address)?;
    open_document(browser, address, &document)?;
    settled(browser)?;
    unfold(browser)?;
    settled(browser)?;
    browser.run("for (const one of document.querySelectorAll('#vendors .chart details:not([open]) > summary')) one.click()", &[])?;
    std::thread::sleep(std::time::Duration::from_millis(400));
    agrees(browser, &document, 200)?;
    let said = browser.text("#vendors")?;
    for wanted in [
        "skill-months",
        "not known",
        "ceiling",
        "Asia/Kolkata",
        "Ada",
        "nobody named",
        "A point more of rework costs",
    ] {
        let there = said.contains(wanted) || browser.run("return [...document.querySelectorAll('#vendors input, #vendors option')].map(one => one.value).join(' ')", &[])?.as_str().is_some_and(|all| all.contains(wanted));
        ensure(there || wanted == "nobody named", || format!("“{wanted}” is nowhere"))?;
    }
    // A skill is added by keyboard, and the answer follows.
    press(browser, "Add a skill", ENTER)?;
    browser.wait("the skill", |browser| {
        Ok(browser.run("return document.getElementsByName('services.0.skills.1.needed').length", &[])? == 1)
    })?;
    browser.type_into("services.0.skills.1.needed", "2")?;
    settled(browser)?;
    let mut more = document.clone();
    set(&mut more, "services.0.skills.1", Some(json!({ "name": "Skill 2", "needed": 2 })));
    agrees(browser, &more, 200)
}

fn checklist(browser: &Browser, address: &str) -> Outcome {
    fresh(browser, address)?;
    open_document(browser, address, &three())?;
    settled(browser)?;
    browser.medium("print")?;
    browser.run("dispatchEvent(new Event('beforeprint'))", &[])?;
    std::thread::sleep(std::time::Duration::from_millis(300));
    let said = browser.text(".checklist")?;
    let ticks = browser.run("return document.querySelectorAll('.checklist .tick').length", &[])?;
    let seen = browser
        .run("return document.querySelector('.checklist').getBoundingClientRect().height > 100", &[])?;
    let pressed = browser.run("return [...document.querySelectorAll('#vendors :is(.button, .segments, input[type=checkbox])')].filter(one => one.getClientRects().length).length", &[])?;
    browser.medium("")?;
    browser.run("dispatchEvent(new Event('afterprint'))", &[])?;
    ensure(seen == true && ticks.as_u64() >= Some(6), || format!("{ticks} boxes to tick"))?;
    for wanted in ["Vendor manager", "Ada", "Monthly review", "nobody named yet", "exit plan"] {
        ensure(said.contains(wanted), || format!("“{wanted}” is not in: {said}"))?;
    }
    ensure(pressed == 0, || format!("{pressed} things to press stand on paper"))
}
