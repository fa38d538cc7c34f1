//! What a visitor does, and what must then be true.

use outsourcing::answer::{answer, result};
use outsourcing::scenario::document::{get, set};
use outsourcing::scenario::plan_values;
use outsourcing::scenario::templates::{TEMPLATES, find};
use serde_json::{Value, json};

use crate::browser::{Browser, Outcome};
use crate::demand;

/// What a visitor does.
pub type Journey = fn(&Browser, &str) -> Outcome;

/// All journeys, in their order.
pub const ALL: &[(&str, Journey)] = &[
    ("a first visit shows a verdict, asks nobody else, and logs no error", first_visit),
    ("the report loads after the verdict, and its absence is said", report),
    ("the security policy refuses foreign scripts and requests", policy),
    ("an edit changes the verdict at once; undo, redo and reload keep it", edit_and_undo),
    ("nonsense in a field says so, keeps the answer, and loses nothing", nonsense),
    ("every template's figures are those of the result file", templates),
    ("the verdict says what would turn it, and nothing moves for that", turns),
    ("demand follows its handles, and each drag is one step of undo", demand::handles),
    ("a pasted history is fitted, edited and used", demand::past),
    ("what-ifs are dragged without touching the plan, and put into it", trial),
    ("everything can be done by keyboard", keyboard),
    ("axe finds nothing, light and dark, open and closed", axe),
    ("nothing scrolls sideways at 320 pixels", narrow),
];

/// The names of those that need nothing but what all engines have. WebKit draws nothing in a tab behind another, so there are no two tabs.
pub const EVERYWHERE: &[&str] = &[
    "a worker's block is the native one to the bit",
    "a first visit shows a verdict, asks nobody else, and logs no error",
    "the security policy refuses foreign scripts and requests",
    "an edit changes the verdict at once; undo, redo and reload keep it",
    "nonsense in a field says so, keeps the answer, and loses nothing",
    "every template's figures are those of the result file",
    "a link opens elsewhere without touching what is saved there",
    "a damaged link says so",
    "a file that was exported can be imported",
    "a figure explains itself down to its inputs",
    "what-ifs are dragged without touching the plan, and put into it",
    "everything can be done by keyboard",
];

/// The path of the first question.
pub const PEOPLE: &str = "services.0.team.people";
/// WebDriver's sign for the key.
pub const ENTER: char = '\u{e007}';
/// WebDriver's sign for the key.
pub const TAB: char = '\u{e004}';
/// WebDriver's sign for the key.
pub const ESCAPE: char = '\u{e00c}';
const CONTROL: char = '\u{e009}';

/// An error unless it holds.
pub fn ensure(holds: bool, what: impl FnOnce() -> String) -> Outcome {
    if holds { Ok(()) } else { Err(what()) }
}

/// A visitor who moves has all of the report drawn.
const MOVES: &str = "dispatchEvent(new Event('pointermove'));";

/// Opens the page and waits for its verdict and the last part of its report.
pub fn ready(browser: &Browser, address: &str) -> Outcome {
    browser.open("about:blank")?;
    browser.open(address)?;
    browser.wait("the verdict", |browser| {
        Ok(browser.run("return !!document.querySelector('.cards .card')", &[])? == true)
    })?;
    browser.wait("the report", |browser| {
        let last = format!("{MOVES} return !!document.querySelector('#assumptions details.panel')");
        Ok(browser.run(&last, &[])? == true)
    })
}

/// Waits until nothing on view is older than the document.
pub fn settled(browser: &Browser) -> Outcome {
    browser.wait("the report", |browser| {
        let now = "return !!document.querySelector('#report .chart') && !document.querySelector('[aria-busy=true], .stale')";
        Ok(browser.run(&format!("{MOVES} {now}"), &[])? == true)
    })
}

/// Opens the page and waits for its form, the report's part too: a scenario with a wrong field has no verdict.
pub fn opened(browser: &Browser, address: &str) -> Outcome {
    browser.open("about:blank")?;
    browser.open(address)?;
    browser.wait("the form", |browser| {
        Ok(browser.run("return !!document.querySelector('.questions + .refine h2')", &[])? == true)
    })
}

/// Opens the page as on a first visit.
pub fn fresh(browser: &Browser, address: &str) -> Outcome {
    opened(browser, address)?;
    browser.run("localStorage.clear()", &[])?;
    ready(browser, address)
}

pub fn headline(browser: &Browser) -> Outcome<String> {
    browser.text(".verdict h1")
}

/// The value of the first figure with that path in the result file.
pub fn figure(browser: &Browser, path: &str) -> Outcome<f64> {
    let value = browser.run(
        "return document.querySelector(`[data-result='${arguments[0]}']`)?.value ?? null",
        &[json!(path)],
    )?;
    value.as_str().and_then(|text| text.parse().ok()).ok_or_else(|| format!("no figure {path}"))
}

fn first_visit(browser: &Browser, address: &str) -> Outcome {
    browser.console_errors()?;
    fresh(browser, address)?;
    let said = headline(browser)?;
    ensure(said.contains('$'), || format!("headline: {said}"))?;
    let foreign = browser.run(
        "return performance.getEntriesByType('resource').map(entry => entry.name).filter(name => !name.startsWith(location.origin) && !name.startsWith('data:'))",
        &[],
    )?;
    ensure(foreign == json!([]), || format!("requests to others: {foreign}"))?;
    let errors = browser.console_errors()?;
    ensure(errors.is_empty(), || format!("console: {errors:?}"))?;
    let odd = browser.run(
        "return /NaN|[Ii]nfinity|undefined|null/.test(document.getElementById('app').textContent)",
        &[],
    )?;
    ensure(odd == false, || "the page shows a number that is none".to_owned())
}

fn report(browser: &Browser, address: &str) -> Outcome {
    fresh(browser, address)?;
    // What comes before the first verdict is weighed by `tools/size.mjs`: the report must not be among it.
    let order = browser.run(
        "const start = name => performance.getEntriesByType('resource').find(entry => entry.name.includes(name)).startTime;
         return start('report-') > start('/page-')",
        &[],
    )?;
    ensure(order == true, || "the report was loaded before the page".to_owned())?;
    browser.run("dispatchEvent(new CustomEvent('outsourcing:missing'))", &[])?;
    let said = browser.text(".toast")?;
    ensure(said.contains("did not load"), || format!("without a report: {said}"))
}

fn policy(browser: &Browser, address: &str) -> Outcome {
    ready(browser, address)?;
    browser.run(
        "const script = document.createElement('script');
         try { script.textContent = 'window.foreign = 1'; } catch {}
         document.body.append(script)",
        &[],
    )?;
    ensure(browser.run("return window.foreign ?? null", &[])?.is_null(), || {
        "an inline script ran".to_owned()
    })?;
    browser.run(
        "const styled = document.createElement('p');
         styled.id = 'styled';
         styled.setAttribute('style', 'color: red');
         document.body.append(styled)",
        &[],
    )?;
    let colour = browser.run("return getComputedStyle(document.getElementById('styled')).color", &[])?;
    ensure(colour != "rgb(255, 0, 0)", || "an inline style was applied".to_owned())?;
    let markup = browser.run(
        "try { document.getElementById('styled').innerHTML = '<b>x</b>'; return !window.trustedTypes } catch { return true }",
        &[],
    )?;
    ensure(markup == true, || "a text became markup where the browser has trusted types".to_owned())?;
    let foreign = browser
        .run("try { new Worker('/worker.js'); return !window.trustedTypes } catch { return true }", &[])?;
    ensure(foreign == true, || "a worker started from an address".to_owned())?;
    let fetched = browser.run_async(
        "const done = arguments[arguments.length - 1];
         document.addEventListener('securitypolicyviolation', event => done('refused: ' + event.effectiveDirective));
         fetch('http://127.0.0.1:9/').then(() => done('fetched'), () => setTimeout(() => done('failed, but not refused'), 500))", &[])?;
    ensure(fetched.as_str().is_some_and(|text| text.starts_with("refused")), || {
        format!("a foreign fetch: {fetched}")
    })?;
    browser.console_errors().map(drop)
}

fn edit_and_undo(browser: &Browser, address: &str) -> Outcome {
    fresh(browser, address)?;
    let before = figure(browser, "options.best_in_house.present_value")?;
    browser.type_into(PEOPLE, "20")?;
    let after = figure(browser, "options.best_in_house.present_value")?;
    ensure(after > before * 1.2, || format!("twenty people cost {after}, before {before}"))?;
    browser.press(&[CONTROL, 'z'])?;
    let undone = figure(browser, "options.best_in_house.present_value")?;
    ensure((undone - before).abs() < 1e-6, || format!("undone: {undone}"))?;
    let shown =
        browser.run("return document.querySelector('[name=\"services.0.team.people\"]').value", &[])?;
    ensure(shown == "12", || format!("after undo the field shows {shown}"))?;
    browser.press(&[CONTROL, 'y'])?;
    let again = figure(browser, "options.best_in_house.present_value")?;
    ensure((again - after).abs() < 1e-6, || format!("redone: {again}"))?;
    ready(browser, address)?;
    let kept = figure(browser, "options.best_in_house.present_value")?;
    ensure((kept - after).abs() < 1e-6, || format!("after a reload: {kept}"))
}

/// Puts a text into a field, and says whether the same field has the focus once the page has followed.
const EMPTIED: &str = "
    const [name, text, done] = arguments;
    const field = document.querySelector(`[name='${name}']`);
    field.focus();
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, text);
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    setTimeout(() => done(document.activeElement === field && field.value === text), 100)";

fn nonsense(browser: &Browser, address: &str) -> Outcome {
    fresh(browser, address)?;
    let before = headline(browser)?;
    // The second kind begins with what is a number: while it is typed, that number counts.
    for (text, keeps) in
        [("plenty", true), ("NaN", true), ("-5", true), ("1e308", false), ("1/0", false), ("<b>9</b>", true)]
    {
        browser.type_into(PEOPLE, text)?;
        let error = browser.text(".field .error")?;
        ensure(error.len() > 10, || format!("{text}: {error}"))?;
        ensure(!keeps || headline(browser)? == before, || format!("{text}: the last good answer has gone"))?;
        browser.press(&[CONTROL, 'z'])?;
    }
    browser.type_into(PEOPLE, "<b>9</b>")?;
    opened(browser, address)?;
    // The last good answer has been kept, and is marked as such.
    ensure(headline(browser)? == before, || "after a reload the last good answer has gone".to_owned())?;
    let marked = browser.run(
        "return !!document.querySelector('.stale .verdict') && document.querySelector('[role=alert]').textContent.includes('last answer')",
        &[],
    )?;
    ensure(marked == true, || "after a reload the last good answer is not marked".to_owned())?;
    let typed =
        browser.run("return document.querySelector('[name=\"services.0.team.people\"]').value", &[])?;
    ensure(typed == "<b>9</b>", || format!("after a reload the field holds {typed}"))?;
    browser.type_into(PEOPLE, "3*4")?;
    let errors = browser.run("return document.querySelectorAll('.field .error').length", &[])?;
    ensure(errors == 0, || "a small sum was refused".to_owned())?;
    // Emptied and typed anew: it is one field all the time, and has the focus.
    for text in ["", "6", "60"] {
        let stays = browser.run_async(EMPTIED, &[json!(PEOPLE), json!(text)])?;
        ensure(stays == true, || format!("with \"{text}\" in it the field has lost the focus"))?;
    }
    let odd = browser.run("return /NaN|Infinity/.test(document.querySelector('main').textContent)", &[])?;
    ensure(odd == false, || "the page shows a number that is none".to_owned())
}

/// The document that the page holds, by way of its own link.
pub fn open_document(browser: &Browser, address: &str, document: &Value) -> Outcome {
    opened(browser, &format!("{address}#{}", outsourcing::exchange::encode(document, None)))
}

/// The figures of a document that the page shows otherwise than its result file, or too few of them. What is simulated is refined while it is
/// on view: the journeys of doubt hold it against the native summary.
fn unlike(browser: &Browser, expected: &Value) -> Outcome<Option<String>> {
    let shown = browser.run(
        "return [...document.querySelectorAll('[data-result]')].map(one => [one.dataset.result, one.value ?? one.dataset.value])",
        &[],
    )?;
    let shown = shown.as_array().cloned().unwrap_or_default();
    if shown.len() <= 40 {
        return Ok(Some(format!("only {} figures", shown.len())));
    }
    let mut planned =
        shown.iter().filter(|pair| pair[0].as_str().is_some_and(|path| !path.starts_with("simulation.")));
    Ok(planned.find_map(|pair| {
        let path = pair[0].as_str().unwrap_or_default();
        let value: f64 = pair[1].as_str().and_then(|text| text.parse().ok()).unwrap_or(f64::NAN);
        let file = get(expected, path).and_then(Value::as_f64);
        let same = file.is_some_and(|file| (file - value).abs() <= 1e-9 * file.abs().max(1.0));
        (!same).then(|| format!("{path} shows {value}, the file has {file:?}"))
    }))
}

fn templates(browser: &Browser, address: &str) -> Outcome {
    for template in TEMPLATES {
        fresh(browser, address)?;
        browser.click("[name=library]")?;
        browser.click(&format!("[data-template={}]", template.id))?;
        let document = template.document();
        let expected = result(&document, &answer(&plan_values(&document)));
        // The report follows the verdict by some frames; until then its figures are those of the scenario before.
        let mut unlike_file = None;
        let waited = browser.wait("the figures of the result file", |browser| {
            unlike_file = unlike(browser, &expected)?;
            Ok(unlike_file.is_none())
        });
        settled(browser)?;
        if let Some(why) = unlike_file.or(unlike(browser, &expected)?) {
            return Err(format!("{}: {why}", template.id));
        }
        waited?;
    }
    Ok(())
}

fn turns(browser: &Browser, address: &str) -> Outcome {
    let document = TEMPLATES[0].document();
    let expected = result(&document, &answer(&plan_values(&document)))["verdict"]["turns"].take();
    for width in [1360, 390] {
        browser.size(width, 900)?;
        fresh(browser, address)?;
        browser.wait("the sentence", |browser| {
            Ok(browser.run("return !!document.querySelector('.verdict .turns [data-result]')", &[])? == true)
        })?;
        let figure = browser.run(
            "const one = document.querySelector('.verdict .turns [data-result]'); return [one.dataset.result, Number(one.value)]",
            &[],
        )?;
        ensure(figure == json!([expected["result"], expected["at"]]), || {
            format!("{figure}, not {expected}")
        })?;
        let said = browser.text(".verdict .turns")?;
        ensure(said.starts_with("It turns if") && said.contains("now"), || format!("it says: {said}"))?;
        let moved = browser.run(
            "const said = document.querySelector('.turns span'), below = () => document.querySelector('.cards').offsetTop;
             const full = below(); said.hidden = true; const empty = below(); said.hidden = false; return full - empty",
            &[],
        )?;
        ensure(moved == 0, || format!("at {width} pixels, the sentence moves what is below by {moved}"))?;
    }
    browser.size(1360, 900)?;
    browser.type_into(PEOPLE, "20")?;
    browser.wait("the sentence of the new verdict", |browser| {
        Ok(browser.run(
            "return !!document.querySelector('.turns span:not(.stale)') && !document.querySelector('[aria-busy=true]')",
            &[],
        )? == true)
    })
}

/// Demand is dragged to half: what stands below follows and the plan does not, until it is put into it.
fn trial(browser: &Browser, address: &str) -> Outcome {
    fresh(browser, address)?;
    settled(browser)?;
    let verdict = "return document.querySelector('.verdict h1').textContent";
    let plan = browser.run(verdict, &[])?;
    browser.run(
        "const input = document.querySelector('.trial input'); input.value = -10; input.dispatchEvent(new Event('input', { bubbles: true }))",
        &[],
    )?;
    let mut halved = TEMPLATES[0].document();
    let base = outsourcing::engine::demand::stated_base(&plan_values(&halved).services[0]);
    set(&mut halved, "services.0.demand.base", Some(json!(base * 0.5)));
    let wanted = answer(&plan_values(&halved)).options[1].measures.present;
    let shown = |browser: &Browser| {
        let script = "const cell = document.querySelector('.panel td [data-result=\"options.best_in_house.present_value\"]'); return cell ? Number(cell.value) : 0";
        Ok::<bool, String>(
            browser.run(script, &[])?.as_f64().is_some_and(|value| (value - wanted).abs() < 1e-6 * wanted),
        )
    };
    browser.wait("the tables to follow", shown)?;
    ensure(browser.run(verdict, &[])? == plan, || "the plan's verdict moved".to_owned())?;
    browser.run("[...document.querySelectorAll('.trial button')].pop().click()", &[])?;
    browser.wait("the plan to take it over", |browser| {
        Ok((figure(browser, "options.best_in_house.present_value")? - wanted).abs() < 1e-6 * wanted)
    })?;
    browser.wait("the strip to start anew", |browser| {
        Ok(browser.run("return document.querySelector('.trial input').value === '0'", &[])? == true)
    })
}

fn keyboard(browser: &Browser, address: &str) -> Outcome {
    fresh(browser, address)?;
    let mut seen = Vec::new();
    for _ in 0..60 {
        browser.press(&[TAB])?;
        let name = browser.run(
            "const one = document.activeElement; return one.name || one.textContent || one.tagName",
            &[],
        )?;
        seen.push(name.as_str().unwrap_or_default().to_owned());
    }
    for wanted in ["library", PEOPLE, "services.0.team.pay", "horizon"] {
        ensure(seen.iter().any(|name| name == wanted), || format!("{wanted} is not reached: {seen:?}"))?;
    }
    browser.run("document.querySelector('details.section summary').focus()", &[])?;
    browser.press(&[ENTER])?;
    browser.wait("the section to open", |browser| {
        Ok(browser.run("return !!document.querySelector('details.section[open] input')", &[])? == true)
    })?;
    // What fields mean comes with the report.
    browser.wait("what its fields mean", |browser| {
        let said = browser.run(
            "return [...document.querySelectorAll('details.section[open] .hint')].every(one => one.textContent.length > 10)",
            &[],
        )?;
        Ok(said == true)
    })
}

fn axe(browser: &Browser, address: &str) -> Outcome {
    let source = std::fs::read_to_string("node_modules/axe-core/axe.min.js")
        .map_err(|error| format!("axe-core: {error}"))?;
    // A phone shows the answer or the inputs: its strip goes to the other.
    let wide = ["", "[name=library]", "details.section summary", ".cards .figure", "details.panel summary"];
    let phone = ["", ".strip"];
    let views = wide.map(|open| (1360, 900, open)).into_iter().chain(phone.map(|open| (390, 844, open)));
    let others = TEMPLATES[1..].iter().map(|template| (1360, 900, template.id));
    for (width, height, open) in views.chain(others) {
        browser.size(width, height)?;
        // Templates differ in what they show, not in how: in the dark the first stands for all.
        let themes: &[&str] = if find(open).is_some() { &["light"] } else { &["light", "dark"] };
        for theme in themes {
            browser.theme(theme)?;
            fresh(browser, address)?;
            if find(open).is_some() {
                browser.click("[name=library]")?;
                browser.click(&format!("[data-template={open}]"))?;
            }
            settled(browser)?;
            if !open.is_empty() && find(open).is_none() {
                browser.click(open)?;
            }
            // Colours that fade in are judged when they are there.
            browser.wait("what moves", |browser| {
                Ok(browser
                    .run("return document.getAnimations().every(one => one.playState !== 'running')", &[])?
                    == true)
            })?;
            browser.run(&format!("{source}; window.axe = axe"), &[])?;
            let found = browser.run_async(
                "const done = arguments[arguments.length - 1];
                 axe.run().then(found => done(found.violations.map(one => one.id + ': ' + one.nodes.slice(0, 4).map(node => node.html.slice(0, 120)).join(' | '))), error => done([String(error)]))", &[])?;
            ensure(found == json!([]), || format!("{width} pixels, {theme} {open}: {found:#}"))?;
        }
    }
    browser.size(1360, 900)?;
    browser.theme("light")
}

fn narrow(browser: &Browser, address: &str) -> Outcome {
    browser.size(320, 700)?;
    fresh(browser, address)?;
    settled(browser)?;
    let width = browser.run("return document.documentElement.scrollWidth", &[])?;
    let wide = browser.run(
        "return [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > 321 && !one.closest('.table-scroll')).slice(0, 3).map(one => one.outerHTML.slice(0, 90))",
        &[],
    )?;
    browser.size(1360, 900)?;
    ensure(width.as_f64().is_some_and(|width| width <= 320.0), || {
        format!("the page is {width} pixels wide: {wide}")
    })
}
