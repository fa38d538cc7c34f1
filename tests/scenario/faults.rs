//! Each thing that can be wrong with a document is found where it is.

use super::small;
use outsourcing::scenario::check::{Fault, check};
use outsourcing::scenario::document::set;
use serde_json::{Value, json};

fn problem(path: &str, value: Value) -> (String, Fault) {
    let mut document = small();
    assert!(set(&mut document, path, Some(value)), "{path}");
    let problems = check(&document);
    assert_eq!(problems.len(), 1, "{path}: {problems:?}");
    (problems[0].path.clone(), problems[0].fault.clone())
}

#[test]
fn each_fault_is_found_where_it_is() {
    assert_eq!(check(&small()), Vec::new());
    assert_eq!(check(&json!([]))[0].fault, Fault::NotAnObject);
    let same =
        |path: &str, value: Value, fault: Fault| assert_eq!(problem(path, value), (path.to_owned(), fault));
    let pay = "services.0.team.pay";
    same(pay, json!("NaN"), Fault::NotANumber("NaN".into()));
    same(pay, json!(1e308), Fault::TooLarge(1e308, 1e7));
    same(pay, json!(-1), Fault::TooSmall(-1.0, 0.0));
    same(pay, json!({ "low": 3, "likely": 2, "high": 4 }), Fault::RangeOrder(3.0, 2.0, 4.0));
    let lognormal = |low: f64, meaning: &str| {
        problem(
            "money.inflation",
            json!({ "low": low, "likely": 0.02, "high": 0.05, "shape": "lognormal", "meaning": meaning }),
        )
    };
    assert_eq!(lognormal(0.01, "limits"), ("money.inflation.meaning".into(), Fault::NoUpperLimit));
    assert_eq!(lognormal(-0.01, "one_in_ten"), ("money.inflation.low".into(), Fault::NotAboveZero(-0.01)));
    assert_eq!(
        problem(pay, json!({ "low": 1, "likely": 2 })),
        ("services.0.team.pay.high".into(), Fault::Missing)
    );
    same("horizon", json!(12.5), Fault::NotWhole(12.5));
    same("horizon", json!({ "low": 12, "likely": 24, "high": 36 }), Fault::NoRange);
    same("nonsense", json!(1), Fault::Unknown);
    same(
        "services.0.line",
        json!("gardening"),
        Fault::NotAChoice(
            "gardening".into(),
            &["software_development", "support_maintenance", "data_management"],
        ),
    );
    same("first_month", json!("2027-13"), Fault::NotAMonth("2027-13".into()));
    same("name", json!(3), Fault::NotText("3".into()));
    same("name", json!("x".repeat(81)), Fault::TooLong(81, 80));
    same("services.0.offers.0.incumbent", json!("yes"), Fault::NotAFlag("yes".into()));
    same("services.0.costs", json!({}), Fault::NotAList);
    same("services.0.costs", json!(vec![json!({ "amount": 1 }); 21]), Fault::TooMany(20));
    same("services", json!([]), Fault::TooFew(1));
    same("services.0.team", json!(7), Fault::NotAnObject);
    same("schema", json!(99), Fault::NewerSchema("99".into()));
    same("currency", json!("XXX"), Fault::UnknownCurrency("XXX".into()));
    same("services.0.offers.0.vendor", json!("w"), Fault::UnknownVendor("w".into()));
    assert_eq!(
        problem("vendors.1", json!({ "id": "v" })),
        ("vendors.1.id".into(), Fault::SameVendorTwice("v".into()))
    );
    assert_eq!(
        problem("services.0.offers.1", json!({ "vendor": "v", "price": { "rate": 1 } })),
        ("services.0.offers.1.vendor".into(), Fault::SameOfferTwice("v".into()))
    );
    same("here.zone", json!("Europe/Nowhere"), Fault::UnknownZone("Europe/Nowhere".into()));
    same("vendors.0.zone", json!("UTC+2"), Fault::UnknownZone("UTC+2".into()));
    assert_eq!(
        problem("preferences.must.overlap", json!(3)),
        ("here.zone".into(), Fault::ZoneMissing),
        "whose hours?"
    );
    assert_eq!(
        problem("vendors.0.scores.own", json!([{ "criterion": "c", "score": 50 }])),
        ("vendors.0.scores.own.0.criterion".into(), Fault::UnknownCriterion("c".into()))
    );
    assert_eq!(
        problem("preferences.own", json!([{ "id": "c" }, { "id": "c" }])),
        ("preferences.own.1.id".into(), Fault::SameCriterionTwice("c".into()))
    );
    let mut scored_twice = small();
    set(&mut scored_twice, "preferences.own", Some(json!([{ "id": "c" }])));
    let scores = json!([{ "criterion": "c", "score": 50 }, { "criterion": "c", "score": 60 }]);
    set(&mut scored_twice, "vendors.0.scores.own", Some(scores));
    assert_eq!(check(&scored_twice)[0].fault, Fault::SameCriterionTwice("c".into()));
    assert_eq!(
        problem("services.0.skills", json!([{ "name": "Cloud" }])),
        ("services.0.skills.0.needed".into(), Fault::SkillNeedMissing)
    );
    let skill = |vendors: Value| json!([{ "name": "Cloud", "share": 0.5, "vendors": vendors }]);
    assert_eq!(
        problem("services.0.skills", skill(json!([{ "vendor": "w", "lead": 1 }]))),
        ("services.0.skills.0.vendors.0.vendor".into(), Fault::UnknownVendor("w".into()))
    );
    assert_eq!(
        problem(
            "services.0.skills",
            skill(json!([{ "vendor": "v", "lead": 1 }, { "vendor": "v", "lead": 2 }]))
        ),
        ("services.0.skills.0.vendors.1.vendor".into(), Fault::SameVendorTwice("v".into()))
    );
    assert_eq!(
        problem("services.0.quality", json!({ "defects": 0.1 })),
        ("services.0.quality.defect_cost".into(), Fault::DefectHalf)
    );
    assert_eq!(
        problem("services.0.offers.0.quality", json!({ "defects": 0.1 })),
        ("services.0.quality.defects".into(), Fault::DefectHalf)
    );
    same("services.0.demand.season", json!([1, 1]), Fault::SeasonCount(2));
    same("services.0.demand.season", json!(vec![2; 12]), Fault::SeasonMean(2.0));
    assert_eq!(
        problem("services.0.risk", json!({ "downtime_cost": 5 })),
        ("services.0.risk.availability".into(), Fault::AvailabilityMissing)
    );
    assert_eq!(
        problem("services.0.risk", json!({ "breach_frequency": 0.1 })),
        ("services.0.risk.breach_impact".into(), Fault::BreachHalf)
    );
    assert_eq!(
        problem("services.0.offers.0.price.currency", json!({ "code": "INR" })),
        ("services.0.offers.0.price.currency.rate".into(), Fault::RateMissing("INR".into()))
    );
    assert_eq!(
        problem(
            "services.0.offers.0.price.tiers",
            json!([{ "above": 5, "price": 1 }, { "above": 4, "price": 1 }])
        )
        .1,
        Fault::TiersDescend
    );
    assert_eq!(
        problem("services.0.team", json!({ "people": 1 })),
        ("services.0.team.pay".into(), Fault::Missing)
    );
    let mut two = small();
    set(&mut two, "vendors.1", Some(json!({ "id": "w" })));
    for (index, vendor) in ["v", "w"].iter().enumerate() {
        let offer = json!({ "vendor": vendor, "incumbent": true, "price": { "rate": 1 } });
        set(&mut two, &format!("services.0.offers.{index}"), Some(offer));
    }
    let problems: Vec<_> = check(&two).into_iter().map(|problem| (problem.path, problem.fault)).collect();
    assert_eq!(problems, [("services.0.offers.1.incumbent".to_owned(), Fault::TwoIncumbents)]);
    let mut dollars = small();
    set(&mut dollars, "services.0.offers.0.price.currency.code", Some(json!("USD")));
    assert_eq!(check(&dollars), Vec::new(), "the home currency, stated by default, needs no rate");
    assert_eq!(
        problem(
            "services.0.team",
            json!({ "people": 1, "pay": 1, "attrition": 1, "attrition_measure": "attrition" })
        )
        .1,
        Fault::AttritionTooHigh(1.0)
    );
}
