//! What joins ranges: correlations between them.

use serde_json::Value;

use super::Correlation;
use super::check::Fault;
use super::document::get;
use crate::uncertainty::{Copula, CorrelationProblem};

/// Says what is wrong with the correlations of a document: each is between two ranges, and together they can be.
pub(super) fn correlations(
    document: &Value,
    correlations: &[Correlation<f64>],
    say: &mut dyn FnMut(&str, Fault),
) {
    let at = |index: usize, name: &str| format!("simulation.correlations.{index}.{name}");
    let mut paths: Vec<&str> = Vec::new();
    let mut sound = true;
    for (index, pair) in correlations.iter().enumerate() {
        for (name, path) in [("one", &pair.one), ("other", &pair.other)] {
            let range = get(document, path).is_some_and(|value| value.get("likely").is_some());
            if !range {
                say(&at(index, name), Fault::NotARange(path.clone()));
                sound = false;
            } else if !paths.contains(&path.as_str()) {
                paths.push(path);
            }
        }
        let same = |other: &Correlation<f64>| {
            (&other.one, &other.other) == (&pair.one, &pair.other)
                || (&other.one, &other.other) == (&pair.other, &pair.one)
        };
        if pair.one == pair.other || correlations[..index].iter().any(same) {
            say(&at(index, "other"), Fault::CorrelatedTwice);
            sound = false;
        }
    }
    if !sound {
        return;
    }
    let place = |path: &str| paths.iter().position(|known| *known == path).unwrap_or(0);
    let mut ranks: Vec<Vec<f64>> = (0..paths.len())
        .map(|one| (0..paths.len()).map(|other| f64::from(u8::from(one == other))).collect())
        .collect();
    for pair in correlations {
        let (one, other) = (place(&pair.one), place(&pair.other));
        ranks[one][other] = pair.rank;
        ranks[other][one] = pair.rank;
    }
    if let Err(CorrelationProblem::Contradiction { input }) = Copula::new(&ranks) {
        // The last one that has to do with it is the first to look at.
        let about =
            |pair: &Correlation<f64>| [&pair.one, &pair.other].iter().any(|path| place(path) == input);
        let last = correlations.iter().rposition(about).unwrap_or(0);
        say(&at(last, "rank"), Fault::CorrelationsContradict);
    }
}
