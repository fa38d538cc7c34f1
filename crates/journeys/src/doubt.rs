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

const RATE: &str = "services.0.offers.0.price.rate";

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
            let fresh =
                "return !document.querySelector('#doubt.stale, #doubt[aria-busy=true], .verdict .doubt .stale')";
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
const WORKER: &str = "
    const address = new URL(document.querySelector('meta[name=pool]').content, document.baseURI).href;
    const blob = URL.createObjectURL(new Blob([`import ${JSON.stringify(address)}`], { type: 'text/javascript' }));
    const worker = new Worker(window.outsourcingPolicy?.createScriptURL(blob) ?? blob, { type: 'module' });
";

fn same_block(browser: &Browser, address: &str) -> Outcome {
    let document = ranged();
    open_document(browser, address, &document)?;
    let simulation = Simulation::compile(&document).map_err(|problems| format!("{problems:?}"))?;
    let wanted = digest(&simulation.run(Sample::Main, 0, 1024).to_bytes());
    browser.run("window.ranged = arguments[0]", &[json!(document.to_string())])?;
    let found = browser.run_async(&format!(
        "{WORKER}{}",
        "const done = arguments[arguments.length - 1];
         worker.onerror = () => done('the worker died');
         worker.onmessage = ({ data }) => {
           if (data.build) return worker.postMessage({ request: 1, edition: 1, document: window.ranged, job: '{\"run\":1024,\"size\":1024}', piece: 0, parts: [] });
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

/// The longest task of the page's thread from an edit to the finest run, in milliseconds.
fn longest_task(browser: &Browser, people: &str) -> Outcome<f64> {
    browser.run(
        "window.long = []; window.watch?.disconnect();
         window.watch = new PerformanceObserver((list) => window.long.push(...list.getEntries().map((entry) => entry.duration)));
         window.watch.observe({ type: 'longtask' })",
        &[],
    )?;
    browser.type_into(PEOPLE, people)?;
    std::thread::sleep(Duration::from_millis(200));
    until(browser, 65_536)?;
    let longest = browser.run("return Math.max(0, ...window.long)", &[])?;
    longest.as_f64().ok_or_else(|| "no tasks were seen".to_owned())
}

/// The longest task of the page's thread while a simulation runs, in the calmest run of a few, as another program may hold up the page's.
fn print_longest_task(browser: &Browser) -> Outcome {
    let mut longest = f64::MAX;
    for people in ["11", "12", "13", "14"] {
        longest = longest.min(longest_task(browser, people)?);
    }
    println!("longest task of the page while a simulation runs {longest:>7.1} ms   (wanted 50)");
    Ok(())
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

/// Prints how long it takes from a keystroke to the first bands, to the finer and to the finest, on the yardstick: one service, one vendor
/// with its best core, twenty ranges, sixty months.
pub fn measure(browser: &Browser, address: &str) -> Outcome {
    browser.size(1360, 900)?;
    let document = yardstick();
    open_document(browser, address, &document)?;
    until(browser, 65_536)?;
    let mut times = [Vec::new(), Vec::new(), Vec::new()];
    for turn in 0..15 {
        let found = browser.run_async(&format!(
            "const done = arguments[arguments.length - 1];
             const field = document.querySelector('[name=\"horizon\"]') && document.querySelector('[name=\"{RATE}.likely\"]');
             const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
             const times = [];
             const start = performance.now();
             const look = () => {{
               const panel = document.querySelector('#doubt:not(.stale) .subtitle');
               const paths = Number((panel?.textContent ?? '').replace(/\\D/g, ''));
               armed = armed || paths !== 65536;
               for (const [place, wanted] of [1024, 16384, 65536].entries()) {{
                 if (times[place] === undefined && armed && paths >= wanted && (paths === wanted || place < 2)) times[place] = performance.now() - start;
               }}
               if (times[2] !== undefined) return done(times);
               if (performance.now() - start > 20000) return done(times);
               requestAnimationFrame(look);
             }};
             let armed = false;
             set.call(field, String({}));
             field.dispatchEvent(new InputEvent('input', {{ bubbles: true }}));
             requestAnimationFrame(look);",
            72.1 + f64::from(turn) / 10.0
        ), &[])?;
        for (place, times) in times.iter_mut().enumerate() {
            times.extend(found[place].as_f64());
        }
        std::thread::sleep(Duration::from_millis(300));
    }
    for (what, times) in ["first bands (1,024)", "16,384 futures", "65,536 futures"].iter().zip(&mut times) {
        times.sort_by(f64::total_cmp);
        let (best, median) = (times.first().copied(), times.get(times.len() / 2).copied());
        println!(
            "keystroke to {what:<22} best {:>7.1} ms, median {:>7.1} ms",
            best.unwrap_or(f64::NAN),
            median.unwrap_or(f64::NAN)
        );
    }
    rate(browser, &document, 1)?;
    rate(browser, &document, 2)?;
    open_document(browser, address, &ranged())?;
    until(browser, 65_536)?;
    print_longest_task(browser)
}

/// Prints how fast workers are once their code is warm, in the best of some runs: one to lay beside the native rate, two beside NumPy's.
fn rate(browser: &Browser, document: &Value, workers: usize) -> Outcome {
    browser.run(
        "window.ranged = arguments[0]; window.workers = arguments[1]",
        &[json!(document.to_string()), json!(workers)],
    )?;
    let best = browser.run_async(&format!(
        "{WORKER}{}",
        "const done = arguments[arguments.length - 1];
         const [size, runs] = [512, 12];
         const others = Array.from({ length: window.workers - 1 }, () => new Worker(window.outsourcingPolicy?.createScriptURL(blob) ?? blob, { type: 'module' }));
         const all = [worker, ...others];
         const pieces = 24 * all.length;
         const run = () => new Promise(resolve => {
           let [given, back] = [0, 0];
           const start = performance.now();
           const give = one => {
             if (given === pieces) return;
             one.postMessage({ request: 1, edition: 1, document: one.told ? undefined : window.ranged, job: JSON.stringify({ run: 65536, size }), piece: given, parts: [] });
             one.told = true;
             given += 1;
           };
           for (const one of all) {
             one.onmessage = () => {
               back += 1;
               if (back === pieces) resolve((performance.now() - start) / (pieces * size) * 1000);
               give(one);
             };
             give(one);
             give(one);
           }
         });
         (async () => {
           await Promise.all(all.map(one => new Promise(ready => { one.onmessage = ready; })));
           let best = Infinity;
           for (let turn = 0; turn <= runs; turn += 1) {
             const found = await run();
             if (turn > 0) best = Math.min(best, found);
           }
           all.forEach(one => one.terminate());
           done(best);
         })();",
    ), &[])?;
    let best = best.as_f64().ok_or_else(|| format!("{workers} workers: {best}"))?;
    println!("warm, workers: {workers}   {best:>6.1} µs a path, {:>8.0} paths a second", 1e6 / best);
    Ok(())
}

/// The yardstick that native code and NumPy are timed on: one service, one vendor with a core kept beside it, twenty ranges, sixty months.
fn yardstick() -> Value {
    serde_json::from_str(include_str!("../../../benches/yardstick.json")).expect("JSON")
}
