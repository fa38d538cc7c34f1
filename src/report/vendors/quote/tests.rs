//! Quotes as people paste them.

use serde_json::{Value, json};

use super::super::changes::with;
use super::*;
use crate::scenario::check::{Fault, check};
use crate::scenario::templates::TEMPLATES;
use crate::words::ENGLISH_REPORT;

fn reading(decimal: char, home: &str) -> Reading<'_> {
    Reading {
        decimal,
        home,
        called: ENGLISH_REPORT.quote_names,
        choices: ENGLISH_REPORT.quote_choices,
        most: 8,
    }
}

fn quote(text: &str) -> Quote {
    read(text, reading('.', "USD"), &BTreeMap::new()).expect("a quote")
}

fn of<'a>(quote: &'a Quote, path: &str) -> &'a QuoteLine {
    let targets = targets();
    quote
        .lines
        .iter()
        .find(|line| line.target.is_some_and(|target| targets[target].path == path))
        .expect(path)
}

fn values(quote: &Quote, path: &str) -> Vec<Value> {
    let value = |cell: &Cell| match cell {
        Cell::Value(read) => read.value.clone(),
        Cell::Empty => Value::Null,
        Cell::Wrong(fault) => json!(format!("{fault:?}")),
    };
    of(quote, path).cells.iter().map(value).collect()
}

#[test]
fn vendors_across_and_lines_down() {
    let read = quote(
        "Line\tAcme\tBeta GmbH\nHourly rate\t$45/h\t$52.50\nNotice period (days)\t60\t30\nMinimum commitment\t80%\t0.75\nOvertime bonus\t1\t2\n\
         Payment terms\tnet 30\t45 days\nPlace\tIndia\tPoland\nBilled by the\tT&M\tperson-month",
    );
    assert_eq!(read.columns, ["Acme", "Beta GmbH"]);
    assert_eq!(values(&read, "price.rate"), [json!(45.0), json!(52.5)]);
    assert_eq!(values(&read, "flexibility.shrink_notice"), [json!(2.0), json!(1.0)], "days become months");
    assert_eq!(values(&read, "price.minimum"), [json!(0.8), json!(0.75)]);
    assert_eq!(values(&read, "price.payment_days"), [json!(30.0), json!(45.0)]);
    assert_eq!(values(&read, "place"), [json!("india"), json!("Poland")]);
    assert_eq!(values(&read, "price.model"), [json!("hour"), json!("person_month")]);
    let unknown: Vec<&QuoteLine> = read.lines.iter().filter(|line| line.target.is_none()).collect();
    assert_eq!((unknown[0].row, unknown[0].label.as_str(), unknown.len()), (5, "Overtime bonus", 1));
    let fraction = &of(&read, "price.minimum").cells[1];
    assert!(matches!(fraction, Cell::Value(Read { decided: Some(Decided::Fraction), .. })), "{fraction:?}");
}

#[test]
fn any_locale_and_separator() {
    let german = read(
        "Zeile;Acme;Beta\nRate;52,50 €;1.045,00 €\nGovernance;6 %;7,5 %",
        reading('.', "EUR"),
        &BTreeMap::new(),
    );
    let german = german.expect("a quote");
    assert_eq!(values(&german, "price.rate"), [json!(52.5), json!(1045.0)]);
    assert_eq!(values(&german, "governance.share"), [json!(0.06), json!(0.075)]);
    let commas = quote("Rate,45,52\nTravel,\"24,000\",\"18,500\"");
    assert_eq!(values(&commas, "governance.travel"), [json!(24000.0), json!(18500.0)]);
    let swiss = quote("Rate\t52.50\nTravel\t24’000");
    assert_eq!(values(&swiss, "governance.travel"), [json!(24000.0)]);
    let strokes = quote("| | Acme | Beta |\n|---|---:|---:|\n| Rate | 45 | 52 |");
    assert_eq!(strokes.columns, ["Acme", "Beta"]);
    let letter = quote("Rate: 45\nNotice: 2 months");
    assert_eq!(values(&letter, "price.rate"), [json!(45.0)]);
    assert_eq!(letter.columns, [""], "one vendor without a name");
    let open = quote("Rate\t52\nTravel\t1,234");
    assert_eq!((open.open_mark, values(&open, "governance.travel")), (Some('.'), vec![json!(1234.0)]));
}

#[test]
fn a_span_is_a_range_and_a_wrong_cell_says_why() {
    let read = quote(
        "\tAcme\tBeta\tGamma\nRate\t45–60\t40 to 50\tabc\nMinimum\t120 %\t-5%\t–\nTerm\t12-24\t36\t3 years",
    );
    assert_eq!(values(&read, "price.rate")[0], json!({ "low": 45.0, "likely": 52.5, "high": 60.0 }));
    assert_eq!(values(&read, "price.rate")[1], json!({ "low": 40.0, "likely": 45.0, "high": 50.0 }));
    let wrong = |path: &str, at: usize| match &of(&read, path).cells[at] {
        Cell::Wrong(fault) => fault.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(wrong("price.rate", 2), Fault::NotANumber("abc".to_owned()));
    assert_eq!(wrong("price.minimum", 0), Fault::TooLarge(1.2, 1.0));
    assert_eq!(wrong("price.minimum", 1), Fault::TooSmall(-0.05, 0.0));
    assert_eq!(of(&read, "price.minimum").cells[2], Cell::Empty, "a dash is nothing");
    assert_eq!(wrong("price.term", 0), Fault::NoRange);
    assert_eq!(values(&read, "price.term")[2], json!(36.0));
}

#[test]
fn what_is_no_quote_says_so() {
    let problem = |text: &str| read(text, reading('.', "USD"), &BTreeMap::new()).expect_err("no quote");
    assert_eq!(problem(" \n\t\n"), Problem::Empty);
    assert_eq!(problem("45\n52"), Problem::OneColumn);
    assert_eq!(problem("Colour\tred\nShape\tround"), Problem::NothingKnown);
    assert_eq!(problem("Colour\tred"), Problem::NothingKnown);
}

#[test]
fn the_visitor_says_where_a_line_goes_and_no_input_is_taken_twice() {
    let travel = targets().iter().position(|target| target.path == "governance.travel");
    let chosen = BTreeMap::from([(2, travel), (1, None)]);
    let read = read("Rate\t45\nFlights\t9000\nTravel\t8000", reading('.', "USD"), &chosen).expect("a quote");
    assert_eq!((read.lines[0].target, read.lines[1].target), (None, travel));
    assert_eq!(read.lines[2].same_as, Some(2));
    let taken = take(&json!({}), 0, &read, &targets(), &Rates::new(), &|_| "New".to_owned());
    assert_eq!(taken[1].1, Some(json!([{ "vendor": "v1", "governance": { "travel": 9000.0 } }])));
}

#[test]
fn a_known_vendor_takes_its_column_and_others_are_added() {
    let document = TEMPLATES[0].document();
    let read = quote("\tKraków Studio\tAcme\tAcme\nRate\t48\t44\t41\nTravel\t\t9000\t");
    let changes = take(&document, 0, &read, &targets(), &Rates::new(), &|_| String::new());
    let changed = with(&document, &changes);
    assert_eq!(check(&changed), []);
    let rate = |offer: usize| changed["services"][0]["offers"][offer]["price"]["rate"].clone();
    assert_eq!([rate(0), rate(1), rate(2)], [json!(48.0), json!(44.0), json!(41.0)]);
    assert_eq!(changed["services"][0]["offers"][0]["governance"]["travel"], 24000, "what is not given stays");
    let keys: Vec<&Value> = (0..3).map(|vendor| &changed["vendors"][vendor]["id"]).collect();
    assert_eq!(keys, ["krakow", "v1", "v2"]);
    let nine: String = (1..=9).map(|number| format!("\tV{number}")).collect();
    assert_eq!(quote(&format!("{nine}\nRate{}", "\t40".repeat(9))).left_out, ["V9"]);
}

#[test]
fn foreign_amounts_keep_the_contracts_currency_and_the_rest_is_converted() {
    let document = TEMPLATES[0].document();
    let read = quote("\tAcme\nRate\t45 €\nTravel\t10,000 €\nAudits\t5000");
    assert_eq!(foreign(&read, &targets(), "USD"), ["EUR"]);
    let rates = Rates::from([("EUR".to_owned(), 1.1)]);
    let changed = with(&document, &take(&document, 0, &read, &targets(), &rates, &|_| String::new()));
    assert_eq!(check(&changed), []);
    let offer = &changed["services"][0]["offers"][1];
    assert_eq!(offer["price"]["rate"], 45.0);
    assert_eq!(offer["price"]["currency"], json!({ "code": "EUR", "rate": 1.1 }));
    assert!((offer["governance"]["travel"].as_f64().unwrap_or(0.0) - 11_000.0).abs() < 1e-6);
    assert_eq!(offer["governance"]["audits"], 5000.0);
}

#[test]
fn every_other_name_means_an_input() {
    let targets = targets();
    for (name, path) in ENGLISH_REPORT.quote_names {
        assert!(find(name, &targets, &[(*name, *path)]).is_some(), "{name} means {path}, which is no input");
    }
}
