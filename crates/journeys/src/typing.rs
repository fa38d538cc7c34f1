//! Who types on, faster than the simulation follows, has the figures of what stands in the end.

use serde_json::{Value, json};

use crate::browser::{Browser, Outcome};
use crate::doubt::{ranged, until};
use crate::journeys::{Journey, PEOPLE, ensure, fresh, open_document};

/// Their names, and what they do.
pub const ALL: &[(&str, Journey)] =
    &[("whatever was typed in between, the figures of doubt are those of what stands", to_and_fro)];

/// The finest run.
const PATHS: u64 = 65_536;

/// Every figure of the panel, once nothing in it is older than the document, and the tornado among them; null until then.
const FIGURES: &str = "
    const all = [...document.querySelectorAll('#doubt [data-result]')].map((one) => [one.dataset.result, one.value ?? one.dataset.value]);
    const older = document.querySelector('#doubt [aria-busy=true], #doubt[aria-busy=true]');
    return older || !all.some(([path]) => path.includes('tornado')) ? null : all";

/// Types numbers into the first question, one after the other, so many milliseconds apart.
const TYPE: &str = "
    const [name, numbers, apart, done] = arguments;
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
    const next = () => {
      const number = numbers.shift();
      if (number === undefined) return done();
      const field = document.querySelector(`[name='${name}']`);
      set.call(field, number);
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      setTimeout(next, apart);
    };
    next()";

fn figures(browser: &Browser) -> Outcome<Value> {
    browser.run(FIGURES, &[])
}

/// The figures once all is done for this number, which must differ from those of the number before.
fn calm(browser: &Browser, number: &str, before: &Value) -> Outcome<Value> {
    browser.type_into(PEOPLE, number)?;
    let mut last = Value::Null;
    browser.wait("the figures of another number", |browser| {
        until(browser, PATHS)?;
        last = figures(browser)?;
        Ok(!last.is_null() && last != *before)
    })?;
    Ok(last)
}

fn to_and_fro(browser: &Browser, address: &str) -> Outcome {
    fresh(browser, address)?;
    open_document(browser, address, &ranged())?;
    until(browser, PATHS)?;
    let wanted = calm(browser, "14", &Value::Null)?;
    let mut elsewhere = calm(browser, "11", &wanted)?;
    for apart in [0, 60, 180] {
        ensure(elsewhere != wanted, || "two numbers have the same figures".to_owned())?;
        browser.run_async(TYPE, &[json!(PEOPLE), json!(["14", "17", "14", "9", "14"]), json!(apart)])?;
        let mut last = Value::Null;
        // Whether they come is judged below, where it can be told which did not.
        let _ = browser.wait("the figures of what stands", |browser| {
            last = figures(browser)?;
            Ok(last == wanted)
        });
        let odd = |(at, one): (&Value, &Value)| (at != one).then(|| format!("{one} for {at}"));
        let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
        ensure(last == wanted, || {
            if last.is_null() {
                return format!("{apart} ms apart: some stay marked as older");
            }
            let differ: Vec<String> = list(&wanted).iter().zip(&list(&last)).filter_map(odd).collect();
            format!("{apart} ms apart: {} figures differ: {}", differ.len(), differ.join(", "))
        })?;
        elsewhere = calm(browser, "11", &wanted)?;
    }
    Ok(())
}
