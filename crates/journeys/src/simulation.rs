//! How fast the simulation is on the page; printed, never judged.

use std::time::Duration;

use serde_json::{Value, json};

use crate::browser::{Browser, Outcome};
use crate::doubt::{RATE, WORKER, ranged, until};
use crate::journeys::{PEOPLE, open_document};

/// Edits that are timed.
const EDITS: u32 = 25;

/// Prints how long it takes from a keystroke to the first bands, to the finer and to the finest, on the yardstick: one service, one vendor
/// with its best core, twenty ranges, sixty months.
pub fn measure(browser: &Browser, address: &str) -> Outcome {
    browser.size(1360, 900)?;
    let document = yardstick();
    open_document(browser, address, &document)?;
    until(browser, 65_536)?;
    let mut times = [Vec::new(), Vec::new(), Vec::new()];
    for turn in 0..EDITS {
        let found = browser.run_async(&format!(
            "const done = arguments[arguments.length - 1];
             const field = document.querySelector('[name=\"horizon\"]') && document.querySelector('[name=\"{RATE}.likely\"]');
             const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
             const times = [];
             const start = performance.now();
             // At the frame that shows it. A look at every frame would itself take a tenth of a core.
             const costs = document.querySelector('#costs');
             const look = () => {{
               if (costs.ariaBusy === 'true' || costs.dataset.futures === '65536' && times.length === 0) return;
               const place = [1024, 16384, 65536].indexOf(Number(costs.dataset.futures));
               times[place] ??= performance.now() - start;
               if (place === 2) end();
             }};
             const watch = new MutationObserver(() => requestAnimationFrame(look));
             const end = () => {{ watch.disconnect(); clearTimeout(late); done(times); }};
             const late = setTimeout(end, 20000);
             watch.observe(costs, {{ attributes: true }});
             set.call(field, String({}));
             field.dispatchEvent(new InputEvent('input', {{ bubbles: true }}));",
            72.1 + f64::from(turn) / 20.0
        ), &[])?;
        for (place, times) in times.iter_mut().enumerate() {
            times.extend(found[place].as_f64());
        }
        std::thread::sleep(Duration::from_millis(300));
    }
    let median = |times: &[f64]| {
        let mut times = times.to_vec();
        times.sort_by(f64::total_cmp);
        times.get(times.len() / 2).copied().unwrap_or(f64::NAN)
    };
    for (what, times) in ["first bands (1,024)", "16,384 futures", "65,536 futures"].iter().zip(&times) {
        let best = times.iter().copied().fold(f64::INFINITY, f64::min);
        // The browser still compiles in the first of them.
        println!(
            "keystroke to {what:<22} best {best:>7.1} ms, median {:>7.1} ms, of the first five {:>7.1} ms",
            median(times),
            median(&times[..times.len().min(5)])
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
         const [size, runs] = [1024, 12];
         const others = Array.from({ length: window.workers - 1 }, () => new Worker(window.outsourcingPolicy?.createScriptURL(blob) ?? blob, { type: 'module' }));
         const all = [worker, ...others];
         const pieces = 12 * all.length;
         const run = () => new Promise(resolve => {
           let [given, back] = [0, 0];
           const start = performance.now();
           const give = one => {
             if (given === pieces) return;
             one.postMessage({ request: 1, edition: 1, document: one.told ? undefined : window.ranged, job: JSON.stringify({ run: 65536, size }), piece: given + 2, parts: [] });
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
