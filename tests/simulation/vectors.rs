//! An independent model in NumPy, with its own random numbers, gives the same quantiles within both errors.

use outsourcing::answer::Kind;
use outsourcing::simulation::{Sample, summarise};
use serde_json::Value;

use super::compiled;

#[test]
fn quantiles_agree_with_numpy() {
    let case: Value = serde_json::from_str(include_str!("../vectors/simulation.json")).unwrap();
    let simulation = compiled(&case["document"]);
    let found = summarise(&simulation, &[simulation.run(Sample::Main, 0, 1 << 12)]).unwrap();
    let number = |value: &Value| value.as_f64().unwrap();
    let own = found.option(Kind::BestInHouse).unwrap();
    let sent = found.option(Kind::Outsourced(0)).unwrap();
    let cases = [
        ("best_in_house", &own.cost, &own.costs),
        ("outsourced_0", &sent.cost, &sent.costs),
        ("saved", &sent.saved, &sent.savings),
    ];
    let mut off = Vec::new();
    for (name, mean, quantiles) in cases {
        let wanted = &case[name];
        // An error from some scrambles is itself known to a fifth: the largest of a series stands for all of it.
        let error = quantiles.iter().map(|quantile| quantile.error).fold(mean.error, f64::max);
        let span = quantiles[6].value - quantiles[0].value;
        assert!(error < 0.02 * span, "{name}: an error of {error} on {span} tells nothing");
        let mut close = |found: f64, wanted: f64, theirs: f64| {
            if (found - wanted).abs() > 4.0 * (error * error + theirs * theirs).sqrt() {
                off.push(format!("{name}: {found} ± {error}, not {wanted} ± {theirs}"));
            }
        };
        close(mean.value, number(&wanted["mean"]), number(&wanted["mean_error"]));
        for (at, quantile) in quantiles.iter().enumerate() {
            close(quantile.value, number(&wanted["quantiles"][at]), number(&wanted["errors"][at]));
        }
    }
    assert_eq!(off, Vec::<String>::new());
}
