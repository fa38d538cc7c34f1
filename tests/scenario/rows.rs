//! The table of inputs is whole, and what walks over it agrees with what is built from it.

use outsourcing::scenario::document::field;
use outsourcing::scenario::templates::TEMPLATES;
use outsourcing::scenario::{
    Field, Grade, Group, Kind, Leaves, Origin, Row, Scenario, Unit, build, counts, inputs,
};
use serde_json::Value;

fn each(fields: &'static [Field], see: &mut dyn FnMut(&'static Field)) {
    for field in fields {
        see(field);
        if let Kind::Group(fields) | Kind::List { fields, .. } = field.kind {
            each(fields, see);
        }
    }
}

#[test]
fn every_row_is_whole() {
    each(<Scenario<()> as Group>::fields(), &mut |field| {
        assert!(!field.note().label.is_empty() && field.note().help.ends_with('.'), "{}", field.name);
        if let Kind::Number(row) | Kind::Numbers { row, .. } = field.kind {
            assert!(row.min < row.max, "{}", field.name);
            assert!(!(row.range && row.whole) || row.unit == Unit::Months, "{}", field.name);
            assert_eq!(
                row.default.is_some(),
                !field.note().source.is_empty(),
                "{}: a default has a source",
                field.name
            );
            assert_eq!(row.default.is_none(), row.grade == Grade::User, "{}", field.name);
            if let Some(default) = row.default {
                assert!((row.min..=row.max).contains(&default), "{}", field.name);
                assert!(!row.whole || default.fract().abs() < f64::EPSILON, "{}", field.name);
            }
            if row.unit == Unit::Share {
                assert!(row.max <= 20.0, "{}: shares are fractions", field.name);
            }
        }
    });
}

/// Every number that a scenario was built from, with its path.
struct Built(Vec<(String, f64)>);

impl Leaves<f64> for Built {
    fn number(&mut self, path: &str, _: &'static Row, value: f64, _: bool) -> f64 {
        self.0.push((path.to_owned(), value));
        value
    }
}

/// Whether every field on the way to a path counts beside its siblings' choices.
fn on_the_way_counts(document: &Value, path: &str) -> bool {
    let (mut fields, mut at): (&[Field], _) = (<Scenario<()> as Group>::fields(), Some(document));
    for step in path.split('.') {
        if let Ok(index) = step.parse::<usize>() {
            at = at.and_then(|value| value.get(index));
            continue;
        }
        let found = fields.iter().find(|field| field.name == step).expect("a declared path");
        if !counts(found, fields, at) {
            return false;
        }
        at = at.and_then(|value| value.get(step));
        if let Kind::Group(inner) | Kind::List { fields: inner, .. } = found.kind {
            fields = inner;
        }
    }
    true
}

#[test]
fn the_walk_lists_what_the_types_are_built_from() {
    for template in TEMPLATES {
        let document = template.document();
        let mut built = Built(Vec::new());
        build(&document, &mut built);
        built.0.retain(|(path, _)| on_the_way_counts(&document, path));
        let listed: Vec<(String, f64)> =
            inputs(&document).into_iter().filter_map(|input| Some((input.path, input.value?))).collect();
        assert_eq!(built.0, listed, "{}", template.id);
        for input in inputs(&document) {
            let declared = field(&input.path).expect("declared");
            assert_eq!((declared.of, declared.name), (input.field.of, input.field.name), "{}", input.path);
            assert_eq!(input.origin == Origin::Absent, input.value.is_none(), "{}", input.path);
        }
    }
}
