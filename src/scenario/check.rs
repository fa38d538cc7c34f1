//! Whether a document says something the model can compute, and if not: which field, which value, what to do.

use serde_json::{Map, Value};

use super::document::get;
use super::inputs::{counts, join};
use super::{
    AttritionMeasure, CURRENCIES, Field, Group, Kind, Month, Row, SCHEMA, Scenario, Transition, scale,
};

/// One thing wrong with a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// Where, as a path such as `services.0.team.pay`.
    pub path: String,
    /// What is wrong.
    pub fault: Fault,
}

/// What can be wrong with a field. The words for it, with the remedy, are in [`words`](crate::words).
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// The document is not an object.
    NotAnObject,
    /// A key that no field has.
    Unknown,
    /// A required field is missing.
    Missing,
    /// Not a number; the value as text.
    NotANumber(String),
    /// A number with a fraction where only whole ones make sense.
    NotWhole(f64),
    /// Below the least value: value, bound.
    TooSmall(f64, f64),
    /// Above the greatest value: value, bound.
    TooLarge(f64, f64),
    /// A range where only one number may stand.
    NoRange,
    /// A range whose low, likely and high do not ascend.
    RangeOrder(f64, f64, f64),
    /// A range's shape or meaning that is not known; the value, the known names.
    NotAChoice(String, &'static [&'static str]),
    /// Not text; the value.
    NotText(String),
    /// Text longer than allowed: length, most.
    TooLong(usize, usize),
    /// Neither true nor false; the value.
    NotAFlag(String),
    /// Not a month `YYYY-MM`; the value.
    NotAMonth(String),
    /// Not a list.
    NotAList,
    /// Fewer entries than needed: the least.
    TooFew(usize),
    /// More entries than allowed: the most.
    TooMany(usize),
    /// A file of a newer version than this page knows.
    NewerSchema(String),
    /// No such currency is offered.
    UnknownCurrency(String),
    /// An offer names a vendor that does not exist.
    UnknownVendor(String),
    /// Two vendors have one key.
    SameVendorTwice(String),
    /// Two offers of one vendor for one service.
    SameOfferTwice(String),
    /// A season needs twelve factors or none; how many there are.
    SeasonCount(usize),
    /// Seasonal factors must average 1; their average.
    SeasonMean(f64),
    /// Availability in-house is needed as downtime has a price.
    AvailabilityMissing,
    /// A breach needs both its frequency and its cost.
    BreachHalf,
    /// The contract's currency needs an exchange rate.
    RateMissing(String),
    /// Tiers must ascend.
    TiersDescend,
    /// Attrition of 100 % or more: nobody of today's staff would be left.
    AttritionTooHigh(f64),
    /// More than one incumbent for a service.
    TwoIncumbents,
    /// No such time zone is offered.
    UnknownZone(String),
    /// Common hours need the user's own zone.
    ZoneMissing,
    /// A score or a weight names a criterion that does not exist.
    UnknownCriterion(String),
    /// Two criteria, or two scores of a vendor, have one key.
    SameCriterionTwice(String),
    /// A skill needs people or a share of the work.
    SkillNeedMissing,
    /// Defects need both their share and their cost.
    DefectHalf,
    /// A lognormal range reaches down to zero or below: its low value.
    NotAboveZero(f64),
    /// A lognormal range whose ends are called limits: it has no upper limit.
    NoUpperLimit,
    /// However it is drawn, the vendor takes over no sooner than the horizon ends: months at least, the horizon.
    TransitionTooLong(f64, f64),
    /// A correlation names what is no range; the path.
    NotARange(String),
    /// A correlation of an input with itself, or of a pair that has one already.
    CorrelatedTwice,
    /// Correlations that contradict those before them.
    CorrelationsContradict,
}

/// The shapes a range may have.
pub const SHAPES: &[&str] = &["pert", "triangular", "uniform", "lognormal"];
/// What low and high of a range mean.
pub const MEANINGS: &[&str] = &["one_in_ten", "limits"];

/// Everything wrong with a document, in the order of the declaration; empty if nothing is.
#[must_use]
pub fn check(document: &Value) -> Vec<Problem> {
    let Value::Object(object) = document else {
        return vec![Problem { path: String::new(), fault: Fault::NotAnObject }];
    };
    let currency = object.get("currency").and_then(Value::as_str).unwrap_or("USD");
    let mut check = Check { scale: scale(currency), problems: Vec::new() };
    if let Some(schema) = object.get("schema")
        && schema.as_u64().is_none_or(|number| number == 0 || number > SCHEMA)
    {
        check.say("schema", Fault::NewerSchema(crate::json::write(schema)));
    }
    check.group(<Scenario<()> as Group>::fields(), document, "");
    if !CURRENCIES.iter().any(|(code, _)| *code == currency) {
        check.say("currency", Fault::UnknownCurrency(currency.to_owned()));
    }
    if check.problems.is_empty() {
        check.across(document);
    }
    check.problems
}

struct Check {
    scale: f64,
    problems: Vec<Problem>,
}

impl Check {
    fn say(&mut self, path: &str, fault: Fault) {
        self.problems.push(Problem { path: path.to_owned(), fault });
    }

    fn group(&mut self, fields: &'static [Field], value: &Value, path: &str) {
        let Value::Object(object) = value else {
            self.say(path, Fault::NotAnObject);
            return;
        };
        for key in object.keys() {
            let versions = path.is_empty() && (key == "schema" || key == "model");
            if !versions && !fields.iter().any(|field| field.name == key) {
                self.say(&join(path, key), Fault::Unknown);
            }
        }
        for field in fields {
            let at = join(path, field.name);
            match object.get(field.name) {
                Some(value) => self.field(field, value, &at),
                None if !counts(field, fields, Some(value)) => {}
                None => match &field.kind {
                    // What a group requires is required where the group itself is absent.
                    Kind::Group(fields) => self.group(fields, &Value::Object(Map::new()), &at),
                    Kind::Number(row) if row.default.is_none() && !row.optional => {
                        self.say(&at, Fault::Missing)
                    }
                    Kind::List { least, .. } if *least > 0 => self.say(&at, Fault::TooFew(*least)),
                    _ => {}
                },
            }
        }
    }

    fn field(&mut self, field: &'static Field, value: &Value, path: &str) {
        match &field.kind {
            Kind::Number(row) => self.number(row, value, path),
            Kind::Numbers { row, most } => match value {
                Value::Array(entries) if entries.len() > *most => self.say(path, Fault::TooMany(*most)),
                Value::Array(entries) => {
                    for (index, entry) in entries.iter().enumerate() {
                        self.number(row, entry, &join(path, &index.to_string()));
                    }
                }
                _ => self.say(path, Fault::NotAList),
            },
            Kind::Group(fields) => self.group(fields, value, path),
            Kind::List { fields, least, most } => match value {
                Value::Array(entries) if entries.len() > *most => self.say(path, Fault::TooMany(*most)),
                Value::Array(entries) if entries.len() < *least => self.say(path, Fault::TooFew(*least)),
                Value::Array(entries) => {
                    for (index, entry) in entries.iter().enumerate() {
                        self.group(fields, entry, &join(path, &index.to_string()));
                    }
                }
                _ => self.say(path, Fault::NotAList),
            },
            Kind::Text { most } => match value.as_str().map(|text| text.chars().count()) {
                Some(length) if length > *most => self.say(path, Fault::TooLong(length, *most)),
                Some(_) => {}
                None => self.say(path, Fault::NotText(brief(value))),
            },
            Kind::Flag => {
                if !value.is_boolean() {
                    self.say(path, Fault::NotAFlag(brief(value)));
                }
            }
            Kind::Month => {
                if value.as_str().and_then(Month::read).is_none() {
                    self.say(path, Fault::NotAMonth(brief(value)));
                }
            }
            Kind::Choice(names) => self.choice(names, value, path),
        }
    }

    fn choice(&mut self, names: &'static [&'static str], value: &Value, path: &str) {
        if !value.as_str().is_some_and(|name| names.contains(&name)) {
            self.say(path, Fault::NotAChoice(brief(value), names));
        }
    }

    fn number(&mut self, row: &Row, value: &Value, path: &str) {
        let Value::Object(range) = value else {
            match value.as_f64() {
                Some(number) => self.bounds(row, number, path),
                None => self.say(path, Fault::NotANumber(brief(value))),
            }
            return;
        };
        if !row.range {
            self.say(path, Fault::NoRange);
            return;
        }
        let before = self.problems.len();
        let mut ends = [0.0; 3];
        for (end, name) in ends.iter_mut().zip(["low", "likely", "high"]) {
            let at = join(path, name);
            match range.get(name) {
                None => self.say(&at, Fault::Missing),
                Some(value) => match value.as_f64() {
                    Some(number) => {
                        *end = number;
                        self.bounds(row, number, &at);
                    }
                    None => self.say(&at, Fault::NotANumber(brief(value))),
                },
            }
        }
        for (key, value) in range {
            match key.as_str() {
                "low" | "likely" | "high" => {}
                "shape" => self.choice(SHAPES, value, &join(path, key)),
                "meaning" => self.choice(MEANINGS, value, &join(path, key)),
                _ => self.say(&join(path, key), Fault::Unknown),
            }
        }
        if self.problems.len() == before && !(ends[0] <= ends[1] && ends[1] <= ends[2]) {
            self.say(path, Fault::RangeOrder(ends[0], ends[1], ends[2]));
        }
        let says = |key: &str, name: &str| range.get(key).and_then(Value::as_str) == Some(name);
        if self.problems.len() == before && ends[0] < ends[2] && says("shape", "lognormal") {
            if ends[0] <= 0.0 {
                self.say(&join(path, "low"), Fault::NotAboveZero(ends[0]));
            } else if says("meaning", "limits") {
                self.say(&join(path, "meaning"), Fault::NoUpperLimit);
            }
        }
    }

    fn bounds(&mut self, row: &Row, number: f64, path: &str) {
        let scale = if row.unit.is_money() { self.scale } else { 1.0 };
        if !number.is_finite() {
            self.say(path, Fault::NotANumber(crate::decimal::write(number)));
        } else if number < row.min * scale {
            self.say(path, Fault::TooSmall(number, row.min * scale));
        } else if number > row.max * scale {
            self.say(path, Fault::TooLarge(number, row.max * scale));
        } else if row.whole && number.fract().abs() > 0.0 {
            self.say(path, Fault::NotWhole(number));
        }
    }

    /// Rules that join fields; each field is right by itself here.
    fn across(&mut self, document: &Value) {
        let scenario = super::plan_values(document);
        for (index, vendor) in scenario.vendors.iter().enumerate() {
            if scenario.vendors[..index].iter().any(|other| other.id == vendor.id) {
                self.say(&format!("vendors.{index}.id"), Fault::SameVendorTwice(vendor.id.clone()));
            }
        }
        self.vendors(&scenario);
        for (index, service) in scenario.services.iter().enumerate() {
            self.service(service, &scenario, &format!("services.{index}"));
        }
        for (service, stated) in scenario.services.iter().enumerate() {
            for (offer, stated) in stated.offers.iter().enumerate() {
                let at = format!("services.{service}.offers.{offer}.transition");
                self.transition(document, &stated.transition, scenario.horizon, &at);
            }
        }
        super::ranges::correlations(document, &scenario.simulation.correlations, &mut |path, fault| {
            self.say(path, fault);
        });
    }

    /// A transition with a range in it that outlasts the horizon however it is drawn; one of plain numbers is an option that does not
    /// switch, and the answer says so.
    fn transition(&mut self, document: &Value, stated: &Transition<f64>, horizon: f64, path: &str) {
        let low = |name: &str, stated: f64| {
            let range = get(document, &join(path, name)).and_then(Value::as_object);
            range.map_or((false, stated), |range| (true, range["low"].as_f64().unwrap_or(stated)))
        };
        let (lead_is, lead) = low("lead_months", stated.lead_months);
        let (parallel_is, parallel) = low("parallel_months", stated.parallel_months);
        if (lead_is || parallel_is) && lead + parallel >= horizon {
            let at = if lead_is { "lead_months" } else { "parallel_months" };
            self.say(&join(path, at), Fault::TransitionTooLong(lead + parallel, horizon));
        }
    }

    fn vendors(&mut self, scenario: &Scenario<f64>) {
        let own = &scenario.preferences.own;
        for (index, criterion) in own.iter().enumerate() {
            if own[..index].iter().any(|other| other.id == criterion.id) {
                self.say(
                    &format!("preferences.own.{index}.id"),
                    Fault::SameCriterionTwice(criterion.id.clone()),
                );
            }
        }
        self.zone("here.zone", &scenario.here.zone);
        if scenario.preferences.must.overlap.is_some() && scenario.here.zone.is_empty() {
            self.say("here.zone", Fault::ZoneMissing);
        }
        for (index, vendor) in scenario.vendors.iter().enumerate() {
            self.zone(&format!("vendors.{index}.zone"), &vendor.zone);
            let scores = &vendor.scores.own;
            for (place, score) in scores.iter().enumerate() {
                let (at, name) = (format!("vendors.{index}.scores.own.{place}.criterion"), &score.criterion);
                if !own.iter().any(|criterion| criterion.id == *name) {
                    self.say(&at, Fault::UnknownCriterion(name.clone()));
                } else if scores[..place].iter().any(|other| other.criterion == *name) {
                    self.say(&at, Fault::SameCriterionTwice(name.clone()));
                }
            }
        }
    }

    fn zone(&mut self, path: &str, name: &str) {
        if !name.is_empty() && crate::zones::find(name).is_none() {
            self.say(path, Fault::UnknownZone(name.to_owned()));
        }
    }

    fn skills(&mut self, service: &super::Service<f64>, scenario: &Scenario<f64>, path: &str) {
        for (index, skill) in service.skills.iter().enumerate() {
            let at = format!("{path}.skills.{index}");
            if skill.needed.is_none() && skill.share.is_none() {
                self.say(&format!("{at}.needed"), Fault::SkillNeedMissing);
            }
            for (place, found) in skill.vendors.iter().enumerate() {
                let named = |name: &str| *name == found.vendor;
                if !scenario.vendors.iter().any(|vendor| named(&vendor.id)) {
                    self.say(
                        &format!("{at}.vendors.{place}.vendor"),
                        Fault::UnknownVendor(found.vendor.clone()),
                    );
                } else if skill.vendors[..place].iter().any(|other| named(&other.vendor)) {
                    self.say(
                        &format!("{at}.vendors.{place}.vendor"),
                        Fault::SameVendorTwice(found.vendor.clone()),
                    );
                }
            }
        }
    }

    fn service(&mut self, service: &super::Service<f64>, scenario: &Scenario<f64>, path: &str) {
        let season = &service.demand.season;
        if !season.is_empty() {
            let mean = season.iter().sum::<f64>() / season.len() as f64;
            if season.len() != 12 {
                self.say(&format!("{path}.demand.season"), Fault::SeasonCount(season.len()));
            } else if (mean - 1.0).abs() > 0.005 {
                self.say(&format!("{path}.demand.season"), Fault::SeasonMean(mean));
            }
        }
        let team = &service.team;
        if team.attrition_measure == AttritionMeasure::Attrition && team.attrition >= 1.0 {
            self.say(&format!("{path}.team.attrition"), Fault::AttritionTooHigh(team.attrition));
        }
        let risk = &service.risk;
        if risk.downtime_cost.is_some() && risk.availability.is_none() {
            self.say(&format!("{path}.risk.availability"), Fault::AvailabilityMissing);
        }
        if risk.breach_frequency.is_some() != risk.breach_impact.is_some() {
            let absent = if risk.breach_impact.is_none() { "breach_impact" } else { "breach_frequency" };
            self.say(&format!("{path}.risk.{absent}"), Fault::BreachHalf);
        }
        let quality = &service.quality;
        let vendors = service.offers.iter().any(|offer| offer.quality.defects.is_some());
        if quality.defects.is_some() != quality.defect_cost.is_some()
            || (vendors && quality.defects.is_none())
        {
            let absent = if quality.defects.is_none() { "defects" } else { "defect_cost" };
            self.say(&format!("{path}.quality.{absent}"), Fault::DefectHalf);
        }
        self.skills(service, scenario, path);
        for (index, offer) in service.offers.iter().enumerate() {
            let at = format!("{path}.offers.{index}");
            if !scenario.vendors.iter().any(|vendor| vendor.id == offer.vendor) {
                self.say(&format!("{at}.vendor"), Fault::UnknownVendor(offer.vendor.clone()));
            }
            if service.offers[..index].iter().any(|other| other.vendor == offer.vendor) {
                self.say(&format!("{at}.vendor"), Fault::SameOfferTwice(offer.vendor.clone()));
            }
            if offer.incumbent && service.offers[..index].iter().any(|other| other.incumbent) {
                self.say(&format!("{at}.incumbent"), Fault::TwoIncumbents);
            }
            let currency = &offer.price.currency;
            if !currency.code.is_empty() && currency.code != scenario.currency() && currency.rate.is_none() {
                self.say(&format!("{at}.price.currency.rate"), Fault::RateMissing(currency.code.clone()));
            }
            let tiers = &offer.price.tiers;
            if tiers.windows(2).any(|pair| pair[1].above <= pair[0].above) {
                self.say(&format!("{at}.price.tiers"), Fault::TiersDescend);
            }
        }
    }
}

/// A value as the user wrote it, cut to a length that fits a message.
fn brief(value: &Value) -> String {
    let text = match value {
        Value::String(text) => text.clone(),
        other => crate::json::write(other),
    };
    match text.char_indices().nth(40) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}
