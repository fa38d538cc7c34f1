//! Every figure explains itself, and its explanation comes to it.

use outsourcing::answer::explain::explain;
use outsourcing::answer::{answer, result};
use outsourcing::scenario::document::get;
use outsourcing::scenario::plan_values;
use outsourcing::scenario::templates::TEMPLATES;
use serde_json::Value;

fn near(a: f64, b: f64, what: &str) {
    assert!((a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0), "{what}: {a} against {b}");
}

/// The traced engine computes what the plain one does, to the bit, and every figure of the ledger has an explanation.
#[test]
fn explanations_have_the_figures_value_to_the_bit() {
    for template in TEMPLATES {
        let document = template.document();
        let found = answer(&plan_values(&document));
        let file = result(&document, &found);
        for option in &found.options {
            let key = option.kind().key();
            let ledger = file["options"][&key]["ledger"].as_object().expect("a ledger");
            for name in ledger.keys().filter(|name| *name != "total") {
                for month in [0, 1, 7, found.months] {
                    let path = format!("options.{key}.ledger.{name}.{month}");
                    let explained = explain(&document, &found, &path).expect("an explanation");
                    let value = get(&file, &path).and_then(Value::as_f64).expect("a figure");
                    assert_eq!(explained.value.to_bits(), value.to_bits(), "{path}");
                    let own: f64 = explained.formulas.first().map_or(0.0, |formula| formula.value);
                    if explained.sum.is_empty() && name != "tax" && value.abs() > 0.0 {
                        assert!(explained.formulas.len() > 1 || own.to_bits() == value.to_bits(), "{path}");
                    }
                }
            }
            let saved = [
                "present",
                "share",
                "run_rate",
                "amortised",
                "payback",
                "discounted_payback",
                "return_on_investment",
            ];
            let saved = saved.into_iter().chain(["internal_rate", "modified_internal_rate"]);
            let own = [
                "present_value",
                "nominal",
                "present_cash",
                "present_one_off",
                "equivalent_annual",
                "cost_per_hour",
            ];
            let paths =
                own.into_iter().chain(["cost_per_unit", "idle_share", "delivered_share"]).map(str::to_owned);
            for path in
                paths.chain(saved.map(|name| format!("savings.{name}"))).chain(["budget.present".to_owned()])
            {
                let path = format!("options.{key}.{path}");
                // What is not defined has nothing to explain; at once is no month.
                let Some(value) = get(&file, &path).and_then(Value::as_f64) else { continue };
                if path.ends_with("payback") && value.abs() <= 0.0 {
                    continue;
                }
                let explained =
                    explain(&document, &found, &path).unwrap_or_else(|| panic!("{path} is not explained"));
                near(explained.value, value, &path);
                let said: f64 = explained.sum.iter().map(|addend| addend.value).sum();
                let rate = path.ends_with("internal_rate");
                if !explained.sum.is_empty() && !path.ends_with("payback") && !rate {
                    near(said, value, &format!("the parts of {path}"));
                }
            }
        }
    }
}

/// All numbers of a value with their paths.
fn numbers(value: &Value, path: &str, found: &mut Vec<(String, f64)>) {
    match value {
        Value::Number(number) => found.extend(number.as_f64().map(|number| (path.to_owned(), number))),
        Value::Array(entries) => {
            entries.iter().enumerate().for_each(|(at, entry)| numbers(entry, &format!("{path}.{at}"), found));
        }
        Value::Object(fields) => {
            fields.iter().for_each(|(name, entry)| numbers(entry, &format!("{path}.{name}"), found));
        }
        _ => {}
    }
}

/// What-ifs, sizes of the core, break-evens and charts: every figure has an explanation that comes to it.
#[test]
fn figures_beside_the_plan_explain_themselves() {
    for template in TEMPLATES {
        let document = template.document();
        let found = answer(&plan_values(&document));
        let file = result(&document, &found);
        let holds = |path: &str, value: f64| {
            let explained =
                explain(&document, &found, path).unwrap_or_else(|| panic!("{path} is not explained"));
            near(explained.value, value, path);
            let parts: f64 = explained.sum.iter().map(|addend| addend.value).sum();
            if !explained.sum.is_empty() {
                near(parts, value, &format!("the parts of {path}"));
            }
            explained
        };
        let value = |path: &str| get(&file, path).and_then(Value::as_f64).unwrap_or_else(|| panic!("{path}"));
        for index in 0..file["what_if"].as_array().expect("cases").len() {
            for what in ["as_is", "best_in_house", "option", "saved"] {
                let path = format!("what_if.{index}.{what}");
                holds(&path, value(&path));
            }
        }
        for (index, curve) in file["cores"].as_array().expect("curves").iter().enumerate() {
            let sizes = curve["saved"].as_array().expect("sizes").len();
            for size in [0, sizes / 2, sizes - 1] {
                let path = format!("cores.{index}.saved.{size}");
                let saved = holds(&path, value(&path)).value;
                let cost =
                    explain(&document, &found, &format!("cores.{index}.cost.{size}")).expect("its cost");
                near(found.options[1].measures.present - cost.value, saved, &path);
            }
        }
        let scale = found.options[1].measures.present;
        for turn in file["break_even"].as_array().expect("turns") {
            let zeros = turn["break_even"].as_array().cloned().unwrap_or_default();
            for (place, zero) in
                zeros.iter().enumerate().filter_map(|(place, zero)| Some((place, zero.as_f64()?)))
            {
                let path = format!("turn.{place}.{}", turn["input"].as_str().expect("an input"));
                let explained = holds(&path, zero);
                // Growth of a whole number of months changes sign between two of its values.
                assert!(
                    explained.formulas[0].value.abs() < 1e-6 * scale,
                    "{path}: {}",
                    explained.formulas[0].value
                );
            }
        }
        // Every figure of these parts, whatever it is called.
        let mut leaves = Vec::new();
        for part in ["responses", "services", "cores"] {
            numbers(&file[part], part, &mut leaves);
        }
        for option in &found.options {
            let key = option.kind().key();
            for part in ["people", "scale"] {
                numbers(&file["options"][&key][part], &format!("options.{key}.{part}"), &mut leaves);
            }
            for index in 0..option.outcome.parts.len() {
                for part in ["left", "finish"] {
                    let path = format!("options.{key}.services.{index}.{part}");
                    numbers(&file["options"][&key]["services"][index][part], &path, &mut leaves);
                }
            }
        }
        // Positions and counts speak for themselves; of long lists every seventh figure stands for the rest.
        let plain = ["vendor", "service", "step", "best", "value", "peak"];
        let told = |path: &str| {
            let last = path.rsplit('.').next().unwrap_or_default();
            !plain.contains(&last)
                && !path.contains("months_to")
                && last.parse::<usize>().is_ok_and(|at| at % 7 == 0)
                || path.contains("responses.2") && !plain.contains(&last)
        };
        let told: Vec<&(String, f64)> = leaves.iter().filter(|(path, _)| told(path)).collect();
        assert!(told.len() > 50, "{} figures", told.len());
        for (path, value) in told {
            holds(path, *value);
        }
        for option in &found.options {
            let key = option.kind().key();
            for month in [0, 1, found.months] {
                let path = format!("options.{key}.savings.cumulative.{month}");
                holds(&path, value(&path));
                let path = format!("options.{key}.savings.flows.{month}");
                holds(&path, option.savings.flows[month]);
            }
            for group in file["options"][&key]["groups"].as_object().expect("groups").keys() {
                let path = format!("options.{key}.groups.{group}");
                holds(&path, value(&path));
            }
        }
    }
}
