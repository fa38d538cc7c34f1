//! Vendors side by side: added, copied, set aside, removed, pasted; and what the page says of them.

use outsourcing::answer::answer;
use outsourcing::scenario::document::{get, set};
use outsourcing::scenario::plan_values;
use outsourcing::scenario::templates::TEMPLATES;
use serde_json::{Value, json};

use crate::browser::{Browser, Outcome};
use crate::journeys::{Journey, ensure, fresh, open_document, settled};
use crate::trusted::agrees;

const CONTROL: char = '\u{e009}';
pub const ENTER: char = '\u{e007}';
const SPACE: char = ' ';

/// The journeys, in their order.
pub const ALL: &[(&str, Journey)] = &[
    ("a vendor is added, copied, set aside and removed by keyboard, and each is undone", shortlist),
    ("the focus stays beside what was removed", focus_stays),
    ("a quote is read, shown before it is taken, and taken as one step", paste),
    ("a quote says what it could not read, and where", unread),
    ("eight vendors: few cards, one table, and the figures of the result file", eight),
    ("offers side by side stay within a phone and axe finds nothing", within),
];

/// The first template with seven more vendors at other prices.
pub fn many() -> Value {
    let mut document = TEMPLATES[0].document();
    let names = ["Gdańsk", "Pune", "Manila", "Medellín", "Lisbon", "Austin", "Cairo"];
    for (at, name) in names.into_iter().enumerate() {
        let key = format!("v{}", at + 1);
        let place = [
            "eastern_europe",
            "india",
            "south_east_asia",
            "latin_america",
            "western_europe",
            "united_states",
            "",
        ][at];
        set(
            &mut document,
            &format!("vendors.{}", at + 1),
            Some(json!({ "id": key, "name": format!("{name} partner"), "place": place })),
        );
        let mut offer = get(&document, "services.0.offers.0").cloned().unwrap_or_default();
        set(&mut offer, "vendor", Some(json!(key)));
        set(&mut offer, "price.rate", Some(json!(40.0 + 7.0 * at as f64)));
        set(&mut offer, "transition.lead_months", Some(json!(1 + at)));
        set(&mut offer, "quality.rework", Some(json!(0.02 * (7 - at) as f64)));
        set(&mut document, &format!("services.0.offers.{}", at + 1), Some(offer));
    }
    document
}

/// Gives the focus to a button of the vendors, by its accessible name or words, and presses it by key.
pub fn press(browser: &Browser, name: &str, key: char) -> Outcome {
    press_in(browser, "#vendors", name, key)
}

/// As [`press`], in another section.
fn press_in(browser: &Browser, section: &str, name: &str, key: char) -> Outcome {
    let found = browser.run(
        "const one = [...document.querySelectorAll(`${arguments[1]} :is(button, input, summary)`)].find(one => (one.getAttribute('aria-label') ?? one.textContent).trim().startsWith(arguments[0]));
         one?.scrollIntoView({ block: 'center' }); one?.focus(); return one === document.activeElement",
        &[json!(name), json!(section)],
    )?;
    ensure(found == true, || format!("“{name}” cannot be given the focus"))?;
    browser.press(&[key])
}

/// The vendors on the shortlist, those set aside in brackets.
fn listed(browser: &Browser) -> Outcome<Value> {
    browser.run(
        "return [...document.querySelectorAll('.shortlist > li')].map(one => one.classList.contains('off') ? `(${one.querySelector('b').textContent})` : one.querySelector('b').textContent)",
        &[],
    )
}

fn lists(browser: &Browser, wanted: &[&str]) -> Outcome {
    let wanted = json!(wanted);
    browser
        .wait("the shortlist", |browser| Ok(listed(browser)? == wanted))
        .map_err(|_| format!("listed: {}, not {wanted}", listed(browser).unwrap_or_default()))?;
    settled(browser)
}

fn shortlist(browser: &Browser, address: &str) -> Outcome {
    fresh(browser, address)?;
    settled(browser)?;
    lists(browser, &["Kraków studio"])?;
    press(browser, "Add a vendor", ENTER)?;
    lists(browser, &["Kraków studio", "Vendor 2"])?;
    press(browser, "Duplicate Kraków", ENTER)?;
    let three = ["Kraków studio", "Vendor 2", "Copy of Kraków studio"];
    lists(browser, &three)?;
    let columns = browser.run("return document.querySelectorAll('.beside thead th').length", &[])?;
    ensure(columns == 4, || format!("{columns} columns for three vendors"))?;
    press(browser, "Compare Copy", SPACE)?;
    lists(browser, &["Kraków studio", "Vendor 2", "(Copy of Kraków studio)"])?;
    let columns = browser.run("return document.querySelectorAll('.beside thead th').length", &[])?;
    ensure(columns == 3, || format!("{columns} columns where one of three is set aside"))?;
    let options = browser
        .run("return document.querySelectorAll('[data-result^=\"options.outsourced_2\"]').length", &[])?;
    ensure(options == 0, || "what is set aside is still computed".to_owned())?;
    press(browser, "Compare Copy", SPACE)?;
    lists(browser, &three)?;
    press(browser, "Remove Kraków", ENTER)?;
    lists(browser, &three[1..])?;
    focused(browser, ".shortlist + [role=status] button")?;
    browser.press(&[ENTER])?;
    lists(browser, &three)?;
    // The page's own way back takes one step at a time.
    browser.press(&[CONTROL, 'z'])?;
    lists(browser, &three[1..])?;
    browser.press(&[CONTROL, 'z'])?;
    lists(browser, &three)?;
    browser.press(&[CONTROL, 'z'])?;
    browser.press(&[CONTROL, 'z'])?;
    lists(browser, &three)?;
    browser.press(&[CONTROL, 'z'])?;
    lists(browser, &three[..2])
}

/// Waits until the focus is on what a selector finds.
fn focused(browser: &Browser, selector: &str) -> Outcome {
    browser.wait(selector, |browser| {
        Ok(browser.run("return document.activeElement.matches(arguments[0])", &[json!(selector)])? == true)
    })
}

fn focus_stays(browser: &Browser, address: &str) -> Outcome {
    fresh(browser, address)?;
    settled(browser)?;
    let count = |browser: &Browser| {
        browser.run("return document.querySelectorAll('#demand [aria-label^=\"Remove\"]').length", &[])
    };
    for many in 1..=2 {
        press_in(browser, "#demand", "Add a peak", ENTER)?;
        browser.wait("a peak more", |browser| Ok(count(browser)? == many))?;
    }
    for left in [1, 0] {
        press_in(browser, "#demand", "Remove", ENTER)?;
        browser.wait("a peak fewer", |browser| Ok(count(browser)? == left))?;
        focused(browser, "#demand button, #demand input")?;
    }
    Ok(())
}

/// Puts a text into the field for quotes.
fn quote(browser: &Browser, text: &str) -> Outcome {
    if browser.run("return !!document.getElementById('vendors-quote')", &[])? != true {
        press(browser, "Paste quotes", ENTER)?;
        browser.wait("the field for quotes", |browser| {
            Ok(browser.run("return !!document.getElementById('vendors-quote')", &[])? == true)
        })?;
    }
    browser
        .run(
            "const field = document.getElementById('vendors-quote'); field.value = arguments[0]; field.dispatchEvent(new InputEvent('input', { bubbles: true }))",
            &[json!(text)],
        )
        .map(drop)
}

fn paste(browser: &Browser, address: &str) -> Outcome {
    fresh(browser, address)?;
    settled(browser)?;
    let text = "Line;Kraków Studio;Acme;Beta\nHourly rate;48,50 €;44 €;41,25 €\nMinimum commitment;80 %;0,75;\nNotice (days);60;30;90\nSnacks;yes;no;yes";
    quote(browser, text)?;
    browser.wait("the preview", |browser| {
        Ok(browser.run("return document.querySelectorAll('.quote tbody tr').length", &[])? == 4)
    })?;
    lists(browser, &["Kraków studio"])?;
    let said = browser.text("#vendors .past-body")?;
    ensure(said.contains("Snacks") && said.contains("go nowhere"), || {
        format!("of the unknown line it says: {said}")
    })?;
    ensure(said.contains("exchange rate"), || format!("of euros it says: {said}"))?;
    browser.type_into("quote-rate-EUR", "1.1")?;
    browser.wait("the button", |browser| Ok(browser.text(".past-body .button.solid").is_ok()))?;
    let taking = browser.text(".past-body .button.solid")?;
    ensure(taking.contains("8 values") && taking.contains("Acme"), || format!("the button says {taking}"))?;
    press(browser, "Take over", ENTER)?;
    lists(browser, &["Kraków studio", "Acme", "Beta"])?;
    let said = browser.text("#vendors .past-body")?;
    ensure(said.contains("1 lines went nowhere") && said.contains("Snacks"), || {
        format!("afterwards: {said}")
    })?;
    // Kraków at €48.50: what the page now answers is what the library answers.
    let mut document = TEMPLATES[0].document();
    for (path, value) in [
        ("price.rate", json!(48.5)),
        ("price.minimum", json!(0.8)),
        ("price.currency", json!({ "code": "EUR", "rate": 1.1 })),
        ("flexibility.shrink_notice", json!(2)),
    ] {
        set(&mut document, &format!("services.0.offers.0.{path}"), Some(value));
    }
    let wanted =
        answer(&plan_values(&document)).by_key("outsourced_0").map_or(0.0, |option| option.measures.present);
    let shown = crate::journeys::figure(browser, "options.outsourced_0.present_value")?;
    ensure((shown - wanted).abs() < 1e-6 * wanted, || {
        format!("{shown} on the page, {wanted} by the library")
    })?;
    browser.press(&[CONTROL, 'z'])?;
    lists(browser, &["Kraków studio"])
}

fn unread(browser: &Browser, address: &str) -> Outcome {
    fresh(browser, address)?;
    settled(browser)?;
    quote(browser, "Colour\tred")?;
    browser.wait("what is wrong", |browser| {
        Ok(browser.text("#vendors .past-body .error").is_ok_and(|text| text.contains("No line is known")))
    })?;
    quote(browser, "\tAcme\tBeta\nHourly rate\tabout forty\t52\nMinimum\t75%\t130%\nFlights\t9000\t8000")?;
    browser.wait("the preview", |browser| {
        Ok(browser.run("return document.querySelectorAll('.quote tbody tr').length", &[])? == 3)
    })?;
    let said = browser.text("#vendors .past-body > .notes:last-of-type, #vendors .past-body ul.notes")?;
    for wanted in ["Row 2, Hourly rate, Acme", "about forty", "Row 3, Minimum, Beta", "130%"] {
        ensure(said.contains(wanted), || format!("{wanted} is not in: {said}"))?;
    }
    // The unknown line is given a place by hand.
    browser.run(
        "const select = document.querySelector('[name=quote-row-4]'), option = [...select.options].find(one => one.text === 'Travel');
         select.value = option.value; select.dispatchEvent(new Event('change', { bubbles: true }))",
        &[],
    )?;
    browser.wait("the line to go there", |browser| {
        Ok(browser.text("#vendors .past-body .button.solid").is_ok_and(|text| text.contains("4 values")))
    })
}

fn eight(browser: &Browser, address: &str) -> Outcome {
    let document = many();
    fresh(browser, address)?;
    open_document(browser, address, &document)?;
    settled(browser)?;
    let cards = browser.run("return document.querySelectorAll('.card').length", &[])?;
    ensure(cards.as_u64().is_some_and(|cards| (3..=6).contains(&cards)), || format!("{cards} cards"))?;
    let columns = browser.run("return document.querySelectorAll('.beside thead th').length", &[])?;
    ensure(columns == 9, || format!("{columns} columns for eight vendors"))?;
    let best = browser.run(
        "const row = [...document.querySelectorAll('.beside tbody tr')].find(row => row.cells[0].textContent === 'What do they charge?');
         return [...row.querySelectorAll('td')].map(cell => cell.textContent.replace(/\\s+/g, ' ').trim())",
        &[],
    )?;
    ensure(best[1] == "$40/h✓ best" && best[2] == "$47/h+$7", || format!("rates: {best}"))?;
    agrees(browser, &document, 100)?;
    // A value goes to its field.
    press(browser, "What do they charge?, Pune", ENTER)?;
    browser.wait("the field", |browser| {
        Ok(browser.run("return document.activeElement.name", &[])? == "services.0.offers.2.price.rate")
    })
}

fn within(browser: &Browser, address: &str) -> Outcome {
    let source = std::fs::read_to_string("node_modules/axe-core/axe.min.js")
        .map_err(|error| format!("axe-core: {error}"))?;
    let document = many();
    fresh(browser, address)?;
    for (width, theme) in [(320, "light"), (1360, "light"), (390, "dark"), (1360, "dark")] {
        browser.size(width, 900)?;
        browser.theme(theme)?;
        open_document(browser, address, &document)?;
        settled(browser)?;
        quote(browser, "\tAcme\tBeta\nHourly rate\tabout forty\t52 €\nFlights\t9000\t8000")?;
        browser.wait("the preview", |browser| {
            Ok(browser.run("return !!document.querySelector('.quote tbody tr')", &[])? == true)
        })?;
        let wide = browser.run(
            "return [document.documentElement.scrollWidth, ...[...document.querySelectorAll('#vendors *')].filter(one => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest('.table-scroll')).slice(0, 3).map(one => one.outerHTML.slice(0, 90))]",
            &[],
        )?;
        ensure(wide[0].as_u64() <= Some(u64::from(width)) && wide[1].is_null(), || {
            format!("at {width} pixels: {wide}")
        })?;
        browser.run(&format!("{source}; window.axe = axe"), &[])?;
        let found = browser.run_async(
            "const done = arguments[arguments.length - 1];
             axe.run('#vendors').then(found => done(found.violations.map(one => one.id + ': ' + one.nodes.slice(0, 4).map(node => node.html.slice(0, 160)).join(' | '))), error => done([String(error)]))", &[])?;
        ensure(found == json!([]), || format!("{width} pixels, {theme}: {found:#}"))?;
    }
    browser.size(1360, 900)?;
    browser.theme("light")
}
