//! Ranges, and the simulation that follows them.

use std::time::Duration;

use outsourcing::scenario::document::{get, set};
use outsourcing::scenario::templates::TEMPLATES;
use outsourcing::simulation::{Sample, Simulation, digest, summarise};
use serde_json::{Value, json};

use crate::browser::{Browser, Outcome};
use crate::journeys::{ENTER, Journey, PEOPLE, TAB, ensure, fresh, open_document, settled};

/// What a visitor does with doubt.
pub const ALL: &[(&str, Journey)] = &[
    ("a number becomes a range and one number again by keyboard alone", by_keyboard),
    ("a wrong range says so at its field", wrong_range),
    ("published ranges are put on the main inputs as one action", sourced),
    ("figures of doubt are those of the simulation, on one worker or four", same_everywhere),
    ("a worker's block is the native one to the bit", same_block),
    ("workers have the page's policy: no foreign request, no code from text", policy),
    ("a worker that dies is replaced and the run finishes", killed),
    ("without workers the page computes fewer futures, and says so", without_workers),
    ("what the answer hangs on is worked out on asking", studies),
    ("axe finds nothing in doubt, light and dark", axe),
];

pub const RATE: &str = "services.0.offers.0.price.rate";

/// A template with ranges on rate, productivity and pay.
pub fn ranged() -> Value {
    let mut document = TEMPLATES[0].document();
    for (path, by) in [(RATE, 0.3), ("services.0.offers.0.quality.mature", 0.2), ("services.0.team.pay", 0.1)]
    {
        let likely = get(&document, path).and_then(Value::as_f64).unwrap_or(1.0);
        let range = json!({ "low": likely * (1.0 - by), "likely": likely, "high": likely * (1.0 + by) });
        set(&mut document, path, Some(range));
    }
    document
}

/// How many futures are on view; 0 while none are.
fn paths(browser: &Browser) -> Outcome<u64> {
    let text = browser.run("return document.querySelector('#doubt .subtitle')?.textContent ?? ''", &[])?;
    let digits: String = text.as_str().unwrap_or_default().chars().filter(char::is_ascii_digit).collect();
    Ok(digits.parse().unwrap_or(0))
}

/// Waits until so many futures are on view, and nothing is older than the document; longer than other waits, as the machine may be busy.
pub fn until(browser: &Browser, wanted: u64) -> Outcome {
    for _ in 0..4 {
        let waited = browser.wait("the futures", |browser| {
            // The verdict is marked at once, the panel once there is something to wait for.
            let fresh = "return !document.querySelector('#doubt[aria-busy=true], .verdict .doubt .stale')";
            Ok(paths(browser)? >= wanted && browser.run(fresh, &[])? == true)
        });
        if waited.is_ok() {
            return Ok(());
        }
    }
    Err(format!("{wanted} futures in vain: {}", paths(browser)?))
}

fn focused(browser: &Browser) -> Outcome<String> {
    let name = browser.run(
        "const one = document.activeElement; return one.name || one.getAttribute('aria-label') || one.textContent",
        &[],
    )?;
    Ok(name.as_str().unwrap_or_default().to_owned())
}

fn by_keyboard(browser: &Browser, address: &str) -> Outcome {
    fresh(browser, address)?;
    browser.run("document.querySelector(`[name='${arguments[0]}']`).focus()", &[json!(PEOPLE)])?;
    browser.press(&[TAB])?;
    let widen = focused(browser)?;
    ensure(widen.starts_with("Make it a range"), || format!("after the number comes {widen}"))?;
    browser.press(&[ENTER])?;
    let at = |end: &str| format!("{PEOPLE}.{end}");
    browser.wait("the low end", |browser| Ok(focused(browser)? == at("low")))?;
    let value = |browser: &Browser, end: &str| {
        browser.run("return document.querySelector(`[name='${arguments[0]}']`)?.value", &[json!(at(end))])
    };
    let likely = value(browser, "likely")?;
    browser.type_into(&at("low"), "8")?;
    browser.press(&[TAB])?;
    ensure(focused(browser)? == at("likely"), || "likely does not follow low".to_owned())?;
    until(browser, 1024)?;
    browser.wait("the headline to tell the mean", |browser| {
        let told =
            browser.run("return document.querySelector('.verdict h1 [data-result]')?.dataset.result", &[])?;
        Ok(told.as_str().is_some_and(|path| path.starts_with("simulation.")))
    })?;
    ensure(browser.text(".verdict .doubt")?.contains('%'), || "nothing says how sure it is".to_owned())?;
    for _ in 0..6 {
        browser.press(&[TAB])?;
        if focused(browser)? == "One number again" {
            break;
        }
    }
    browser.press(&[ENTER])?;
    browser.wait("the one number", |browser| Ok(focused(browser)? == PEOPLE))?;
    let now =
        browser.run("return document.querySelector(`[name='${arguments[0]}']`).value", &[json!(PEOPLE)])?;
    ensure(now == likely, || format!("{likely} has become {now}"))?;
    browser.run(
        "[...document.querySelectorAll('.bar button')].find(one => one.textContent === 'Undo').click()",
        &[],
    )?;
    browser.wait("the range again", |browser| Ok(value(browser, "low")? == "8"))
}

fn wrong_range(browser: &Browser, address: &str) -> Outcome {
    fresh(browser, address)?;
    open_document(browser, address, &ranged())?;
    browser.type_into(&format!("{RATE}.low"), "90")?;
    browser.wait("the message", |browser| {
        Ok(browser.run(
            "const range = document.querySelector(`[name='${arguments[0]}.low']`).closest('.range');
             return range.querySelector('.error')?.textContent.includes('ascend') && range.querySelectorAll('[aria-invalid=true]').length === 3",
            &[json!(RATE)],
        )? == true)
    })
}

fn sourced(browser: &Browser, address: &str) -> Outcome {
    fresh(browser, address)?;
    browser.wait("the offer", |browser| {
        Ok(browser.run("return !!document.querySelector('.verdict .doubt button')", &[])? == true)
    })?;
    browser.click(".verdict .doubt button")?;
    until(browser, 1024)?;
    let low = browser
        .run("return document.querySelector(`[name='${arguments[0]}.low']`)?.value", &[json!(RATE)])?;
    ensure(low.as_str().is_some_and(|low| !low.is_empty()), || "the rate is no range".to_owned())?;
    let said = browser.text(".verdict .doubt")?;
    ensure(said.contains("sure") || said.contains("probability"), || format!("it says: {said}"))
}

/// Every figure of the simulation on view, by its path.
fn figures(browser: &Browser) -> Outcome<Value> {
    browser.run(
        "return Object.fromEntries([...document.querySelectorAll('[data-result^=\"simulation.options.\"]')].map(one => [one.dataset.result, Number(one.value ?? one.dataset.value)]))",
        &[],
    )
}

fn same_everywhere(browser: &Browser, address: &str) -> Outcome {
    let document = ranged();
    let mut seen = Vec::new();
    for cores in [1, 4] {
        browser
            .chromium("Emulation.setHardwareConcurrencyOverride", &json!({ "hardwareConcurrency": cores }))?;
        open_document(browser, address, &document)?;
        until(browser, 65_536)?;
        settled(browser)?;
        seen.push(figures(browser)?);
    }
    ensure(seen[0] == seen[1], || "one worker and four tell different figures".to_owned())?;
    let simulation = Simulation::compile(&document).map_err(|problems| format!("{problems:?}"))?;
    let blocks = [simulation.run(Sample::Main, 0, 65_536)];
    let summary = summarise(&simulation, &blocks).ok_or("no summary")?.to_json(&simulation);
    let native = json!({ "simulation": summary });
    let shown = seen[0].as_object().cloned().unwrap_or_default();
    ensure(shown.len() > 60, || format!("only {} figures", shown.len()))?;
    for (path, value) in shown {
        let file = get(&native, &path).and_then(Value::as_f64);
        ensure(file == value.as_f64(), || {
            format!("{path} shows {value}, the native simulation has {file:?}")
        })?;
    }
    Ok(())
}

/// A worker of the page's own build, started as the page starts it: through its policy, where the browser has trusted types.
pub const WORKER: &str = "
    const address = new URL(document.querySelector('meta[name=pool]').content, document.baseURI).href;
    const blob = URL.createObjectURL(new Blob([`import ${JSON.stringify(address)}`], { type: 'text/javascript' }));
    const worker = new Worker(window.outsourcingPolicy?.createScriptURL(blob) ?? blob, { type: 'module' });
";

fn same_block(browser: &Browser, address: &str) -> Outcome {
    let document = ranged();
    open_document(browser, address, &document)?;
    let simulation = Simulation::compile(&document).map_err(|problems| format!("{problems:?}"))?;
    // The first of two pieces: half of what the others have.
    let wanted = digest(&simulation.run(Sample::Main, 0, 1024).to_bytes());
    browser.run("window.ranged = arguments[0]", &[json!(document.to_string())])?;
    let found = browser.run_async(&format!(
        "{WORKER}{}",
        "const done = arguments[arguments.length - 1];
         worker.onerror = () => done('the worker died');
         worker.onmessage = ({ data }) => {
           if (data.build) return worker.postMessage({ request: 1, edition: 1, document: window.ranged, job: '{\"run\":1024,\"size\":2048}', piece: 0, parts: [] });
           if (!data.piece) return done(JSON.stringify(data));
           let sum = 0xcbf29ce484222325n;
           for (const byte of data.piece) sum = BigInt.asUintN(64, (sum ^ BigInt(byte)) * 0x100000001b3n);
           done(sum.toString());
         };",
    ), &[])?;
    ensure(found.as_str() == Some(&wanted.to_string()), || format!("{found}, natively {wanted}"))
}

/// Runs a journey with a script in the page before any of its own.
fn before<T>(browser: &Browser, script: &str, journey: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    let added = browser.chromium("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": script }))?;
    let done = journey();
    browser.chromium(
        "Page.removeScriptToEvaluateOnNewDocument",
        &json!({ "identifier": added["identifier"] }),
    )?;
    done
}

/// Keeps the page's workers in sight.
const WATCHED: &str = "
    window.workers = []; window.tried = [];
    const Real = Worker;
    window.Worker = class extends Real {
      constructor(...given) {
        super(...given);
        window.workers.push(this);
        this.addEventListener('message', ({ data }) => data?.tried && window.tried.push(data.tried));
      }
    };";

/// What the page's own workers try besides their work.
const TRIES: &str = "
    const Plain = Blob;
    window.Blob = class extends Plain {
      constructor(parts, options) {
        const worker = String(parts?.[0]).startsWith('import ');
        super(worker ? [`${parts[0]};
          let made; try { made = new Function('return 1')(); } catch (error) { made = error.name; }
          const refused = new Promise((done) => addEventListener('securitypolicyviolation', (event) => event.effectiveDirective === 'connect-src' && done(event.effectiveDirective)));
          const asked = fetch('http://localhost:9/').then(() => 'answered', () => refused);
          asked.then((fetched) => postMessage({ tried: [made, fetched] }));`] : parts, options);
      }
    };";

fn policy(browser: &Browser, address: &str) -> Outcome {
    before(browser, &format!("{WATCHED}{TRIES}"), || {
        open_document(browser, address, &ranged())?;
        until(browser, 1024)?;
        browser
            .wait("the tries", |browser| Ok(browser.run("return window.tried.length > 0", &[])? == true))?;
        let tried = browser.run("return window.tried[0]", &[])?;
        ensure(tried == json!(["EvalError", "connect-src"]), || format!("in a worker: {tried}"))
    })?;
    // What was refused stands in the console, as it should.
    browser.console_errors().map(drop)
}

fn killed(browser: &Browser, address: &str) -> Outcome {
    before(browser, WATCHED, || {
        open_document(browser, address, &ranged())?;
        browser
            .wait("a worker", |browser| Ok(browser.run("return window.workers.length > 0", &[])? == true))?;
        // What it cannot read ends it, as running out of memory would.
        let count = browser.run(
            "const count = window.workers.length; for (const worker of [...window.workers]) worker.postMessage('nonsense'); return count",
            &[],
        )?;
        until(browser, 65_536)?;
        let after = browser.run("return window.workers.length", &[])?;
        ensure(after.as_u64() > count.as_u64(), || format!("{count} workers, and {after} after one has died"))
    })?;
    browser.console_errors().map(drop)
}

fn without_workers(browser: &Browser, address: &str) -> Outcome {
    before(browser, "delete window.Worker;", || {
        open_document(browser, address, &ranged())?;
        until(browser, 4096)?;
        let said = browser.text("#doubt .subtitle")?;
        ensure(said.contains("no workers"), || format!("it says: {said}"))?;
        std::thread::sleep(Duration::from_millis(800));
        ensure(paths(browser)? == 4096, || {
            "more futures than the page's own thread should compute".to_owned()
        })
    })
}

fn studies(browser: &Browser, address: &str) -> Outcome {
    open_document(browser, address, &ranged())?;
    until(browser, 16_384)?;
    let has = |selector: &'static str| {
        move |browser: &Browser| {
            Ok(browser.run("return !!document.querySelector(arguments[0])", &[json!(selector)])? == true)
        }
    };
    browser.wait("the tornado", has("[data-result^='simulation.tornado.']"))?;
    browser.wait("the worth", has("[data-result^='simulation.information.']"))?;
    browser.run(
        "for (const words of ['uncertain?', 'Map the verdict']) [...document.querySelectorAll('button')].find(one => one.textContent.includes(words)).click()",
        &[],
    )?;
    browser.wait("the indices", has("[data-result^='simulation.indices.']"))?;
    browser.wait("the map", has(".chart .contour"))?;
    let named = browser.run(
        "return [...document.querySelectorAll('[name=map-across], [name=map-up]')].map(one => one.selectedOptions[0].value)",
        &[],
    )?;
    ensure(named == json!([RATE, "services.0.offers.0.quality.mature"]), || {
        format!("the map is over {named}")
    })
}

fn axe(browser: &Browser, address: &str) -> Outcome {
    let source = std::fs::read_to_string("node_modules/axe-core/axe.min.js")
        .map_err(|error| format!("axe-core: {error}"))?;
    for (width, height) in [(1360, 900), (390, 844)] {
        browser.size(width, height)?;
        for theme in ["light", "dark"] {
            browser.theme(theme)?;
            open_document(browser, address, &ranged())?;
            until(browser, 16_384)?;
            browser.run(
                "for (const words of ['uncertain?', 'Map the verdict']) [...document.querySelectorAll('button')].find(one => one.textContent.includes(words))?.click()",
                &[],
            )?;
            if width < 600 {
                browser.click(".strip")?;
            }
            std::thread::sleep(Duration::from_millis(800));
            browser.run(&format!("{source}; window.axe = axe"), &[])?;
            let found = browser.run_async(
                "const done = arguments[arguments.length - 1];
                 axe.run().then(found => done(found.violations.map(one => one.id + ': ' + one.nodes.slice(0, 4).map(node => node.html.slice(0, 160)).join(' | '))), error => done([String(error)]))", &[])?;
            ensure(found == json!([]), || format!("{width} pixels, {theme}: {found:#}"))?;
        }
    }
    browser.size(1360, 900)?;
    browser.theme("light")
}
