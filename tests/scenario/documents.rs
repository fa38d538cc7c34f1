//! Reading and changing documents, and what no document may do.

use super::small;
use outsourcing::scenario::check::check;
use outsourcing::scenario::document::{get, set};
use outsourcing::scenario::templates::TEMPLATES;
use outsourcing::scenario::{inputs, plan_values};
use proptest::prelude::*;
use serde_json::json;

#[test]
fn taking_a_value_away_brings_the_default() {
    let mut document = small();
    assert!(set(&mut document, "money.discount_rate", Some(json!(0.1))));
    assert!((plan_values(&document).money.discount_rate - 0.1).abs() < 1e-15);
    assert!(set(&mut document, "money.discount_rate", None));
    assert!((plan_values(&document).money.discount_rate - 0.08).abs() < 1e-15);
}

#[test]
fn a_list_grows_only_at_its_end_and_closes_up() {
    let mut document = small();
    for (path, followed) in [
        ("services.7.name", false),
        ("vendors.2", false),
        ("vendors.x", false),
        ("name.of", true),
        ("vendors.1", true),
    ] {
        assert_eq!(set(&mut document, path, Some(json!({ "id": "w" }))), followed, "{path}");
    }
    assert!(set(&mut document, "vendors.0", None));
    assert_eq!(get(&document, "vendors"), Some(&json!([{ "id": "w" }])));
    assert!(!set(&mut document, "vendors.1", None));
    assert!(!set(&mut document, "vendors.0.id.deeper", Some(json!(1))), "text has nothing below it");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn what_is_set_is_got_and_nothing_else_moves(template in 0..TEMPLATES.len(), place in any::<prop::sample::Index>(), number in -1e9..1e9) {
        let before = TEMPLATES[template].document();
        let all = inputs(&before);
        let path = &all[place.index(all.len())].path;
        let mut after = before.clone();
        prop_assert!(set(&mut after, path, Some(json!(number))));
        prop_assert_eq!(get(&after, path), Some(&json!(number)));
        for other in all.iter().filter(|input| input.path != *path) {
            prop_assert_eq!(get(&after, &other.path), get(&before, &other.path));
        }
        let put_back = set(&mut after, path, get(&before, path).cloned());
        prop_assert!(put_back);
        for input in &all {
            prop_assert_eq!(get(&after, &input.path), get(&before, &input.path));
        }
    }

    #[test]
    fn no_value_anywhere_makes_a_panic(template in 0..TEMPLATES.len(), place in any::<prop::sample::Index>(), what in 0..9_usize) {
        let mut document = TEMPLATES[template].document();
        let all = inputs(&document);
        let path = &all[place.index(all.len())].path;
        let values = [json!(0), json!(-1), json!(1e308), json!("NaN"), json!(null), json!([]), json!({}), json!(true), json!(1)];
        set(&mut document, path, Some(values[what].clone()));
        let sound = check(&document).is_empty();
        let scenario = plan_values(&document);
        let _ = inputs(&document);
        if sound {
            for option in &outsourcing::answer::answer(&scenario).options {
                prop_assert!(option.measures.present.is_finite() && option.savings.present.is_finite(), "{}", path);
            }
        }
    }

    #[test]
    fn no_shape_of_document_makes_a_panic(template in 0..TEMPLATES.len(), place in any::<prop::sample::Index>(), up in 0..5_usize, what in 0..6_usize) {
        let mut document = TEMPLATES[template].document();
        let all = inputs(&document);
        // A whole group or list, not a number in it, is replaced or taken away.
        let mut path = all[place.index(all.len())].path.as_str();
        for _ in 0..up {
            path = path.rsplit_once('.').map_or(path, |(parent, _)| parent);
        }
        let values = [Some(json!([])), Some(json!({})), Some(json!([{}])), Some(json!([[1]])), Some(json!("text")), None];
        set(&mut document, path, values[what].clone());
        let sound = check(&document).is_empty();
        let scenario = plan_values(&document);
        let _ = inputs(&document);
        if sound {
            let answer = outsourcing::answer::answer(&scenario);
            prop_assert!(answer.options.iter().all(|option| option.measures.present.is_finite()), "{}", path);
        }
    }
}
