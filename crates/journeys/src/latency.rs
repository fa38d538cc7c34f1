//! From an input event to the frame with the new verdict, in milliseconds; printed, never judged.

use serde_json::json;

use crate::browser::{Browser, Outcome};
use crate::journeys::{open_document, ready, settled};

/// Types into the first question and waits until the figure has changed and a frame has been drawn; then until the tables have.
const MEASURE: &str = "
    const done = arguments[arguments.length - 1];
    const field = document.querySelector('[name=\"services.0.team.people\"]');
    const figure = () => document.querySelector('[data-result=\"options.best_in_house.present_value\"]').value;
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
    const chart = () => document.querySelector('#report .charts [data-result$=\".present_value\"]').dataset.value;
    const times = [[], [], []];
    let turn = 0;
    const settled = (start) => {
      if (document.querySelector('[aria-busy=true]')) return requestAnimationFrame(() => settled(start));
      times[2].push(performance.now() - start);
      setTimeout(next, 200);
    };
    const drawn = (start, before) => {
      if (chart() === before) return requestAnimationFrame(() => drawn(start, before));
      times[1].push(performance.now() - start);
      settled(start);
    };
    const frame = (start, before, chartBefore) => {
      if (figure() === before) return requestAnimationFrame(() => frame(start, before, chartBefore));
      const channel = new MessageChannel();
      channel.port1.onmessage = () => { times[0].push(performance.now() - start); requestAnimationFrame(() => drawn(start, chartBefore)); };
      channel.port2.postMessage(0);
    };
    const next = () => {
      if (turn++ === 15) return done(times);
      const [before, chartBefore] = [figure(), chart()];
      const start = performance.now();
      set.call(field, String(10 + turn));
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      requestAnimationFrame(() => frame(start, before, chartBefore));
    };
    field.focus();
    next();
";

/// Prints the medians at full speed and with the processor throttled four times.
pub fn measure(browser: &Browser, address: &str) -> Outcome {
    browser.size(1360, 900)?;
    for rate in [1, 4] {
        ready(browser, address)?;
        browser.chromium("Emulation.setCPUThrottlingRate", &json!({ "rate": rate }))?;
        let times = browser.run_async(MEASURE, &[])?;
        let what = ["verdict and headline figures", "charts in view", "break-even, ledger and all else"];
        for (what, times) in what.iter().zip([&times[0], &times[1], &times[2]]) {
            let mut times: Vec<f64> =
                times.as_array().into_iter().flatten().filter_map(serde_json::Value::as_f64).collect();
            times.sort_by(f64::total_cmp);
            let median = times.get(times.len() / 2).copied().unwrap_or(0.0);
            println!("keystroke to {what:<35} (processor ÷ {rate}) {median:>9.1} ms");
        }
    }
    browser.chromium("Emulation.setCPUThrottlingRate", &json!({ "rate": 1 }))?;
    vendors(browser, address)
}

/// Types into a question and waits for the vendors' section; calls back with the longest task, and with when the section was up to date.
const LONGEST: &str = "
    const done = arguments[arguments.length - 1];
    const field = document.querySelector('[name=\"services.0.team.people\"]');
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
    const tasks = [];
    const watch = new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration)));
    watch.observe({ type: 'longtask' });
    const start = performance.now();
    let begun = false;
    const look = () => {
      const busy = !!document.querySelector('#vendors [aria-busy=true], #vendors[aria-busy=true]');
      begun = begun || busy;
      // What is done before it is marked as older is never busy.
      if (busy || (!begun && performance.now() - start < 1000)) return setTimeout(look, 5);
      const ready = performance.now() - start;
      setTimeout(() => { watch.disconnect(); done([Math.max(0, ...tasks), ready]); }, 300);
    };
    set.call(field, (11 + start % 7).toFixed(1));
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    look();
";

/// Prints the longest task after a keystroke with eight vendors and ten criteria, every part closed and every part open, in the calmest of a few
/// runs, as other programs may hold up the page's.
fn vendors(browser: &Browser, address: &str) -> Outcome {
    for open in [false, true] {
        open_document(browser, address, &crate::trusted::eight())?;
        settled(browser)?;
        if open {
            crate::trusted::unfold(browser)?;
            settled(browser)?;
        }
        let (mut longest, mut ready) = (f64::MAX, f64::MAX);
        for _ in 0..9 {
            let found = browser.run_async(LONGEST, &[])?;
            longest = longest.min(found[0].as_f64().unwrap_or(f64::MAX));
            ready = ready.min(found[1].as_f64().unwrap_or(f64::MAX));
            settled(browser)?;
        }
        let parts = if open { "all parts open" } else { "all parts closed" };
        println!(
            "eight vendors, ten criteria, {parts:<17} longest task {longest:>6.0} ms (0: none of 50), section after {ready:>6.0} ms"
        );
    }
    Ok(())
}
