//! Vendors side by side: ranking, knock-outs, common hours, expertise, quality control, governance.

mod figures;
mod knockouts;
mod known;
mod plan;
mod ranking;
mod standing;
mod words;

use outsourcing::scenario::document::set;
use serde_json::{Value, json};

/// A document with changes.
fn with(document: &Value, changes: &[(&str, Value)]) -> Value {
    let mut changed = document.clone();
    for (path, value) in changes {
        assert!(set(&mut changed, path, Some(value.clone())), "{path}");
    }
    changed
}

/// Three vendors with offers and scores for one service.
fn three() -> Value {
    let offer = |vendor: &str, rate: f64| json!({ "vendor": vendor, "price": { "rate": rate } });
    let vendor = |id: &str, name: &str, scores: [f64; 3], liability: f64| {
        json!({
            "id": id, "name": name,
            "safeguards": { "liability": liability },
            "scores": { "security": scores[0], "quality": scores[1], "own": [{ "criterion": "trade", "score": scores[2] }] },
        })
    };
    json!({
        "currency": "EUR",
        "services": [{
            "name": "Work",
            "team": { "people": 8, "pay": 70_000 },
            "offers": [offer("a", 22.0), offer("b", 42.0), offer("c", 50.0)],
        }],
        "vendors": [
            vendor("a", "Alpha", [70.0, 60.0, 50.0], 1e6),
            vendor("b", "Beta", [85.0, 75.0, 40.0], 5e6),
            vendor("c", "Gamma", [60.0, 70.0, 90.0], 3e6),
        ],
        "preferences": {
            "weights": { "cost": 4, "security": 3, "quality": 2 },
            "own": [{ "id": "trade", "name": "Knows our trade", "weight": 1 }],
        },
    })
}
