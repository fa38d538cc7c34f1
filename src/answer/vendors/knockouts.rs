//! What a vendor must have: those that lack it are shown with the reason and not ranked.

use crate::scenario::{Day, Scenario, Vendor, Week};
use crate::zones::{Shift, find, overlap};

/// Something that a vendor must have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Requirement {
    /// Data kept in a region.
    Residency,
    /// Certificates shown.
    Certificates,
    /// Hours of a day that both work.
    Overlap,
    /// People by a month.
    Capacity,
    /// Liability.
    Liability,
}

impl Requirement {
    /// All of them, in the order of the form.
    pub const ALL: [Requirement; 5] = [
        Requirement::Residency,
        Requirement::Certificates,
        Requirement::Overlap,
        Requirement::Capacity,
        Requirement::Liability,
    ];

    /// The name in the result file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Requirement::Residency => "residency",
            Requirement::Certificates => "certificates",
            Requirement::Overlap => "overlap",
            Requirement::Capacity => "capacity",
            Requirement::Liability => "liability",
        }
    }

    /// The path at which it is stated; its label is what the requirement is called.
    #[must_use]
    pub fn path(self) -> String {
        format!("preferences.must.{}", self.name())
    }
}

/// Why a requirement is not met.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// The vendor has not stated it: ask.
    NotStated,
    /// What was asked for, and is not among what the vendor states.
    Lacks(String),
    /// What it has, less than is needed; in the requirement's unit.
    TooLittle(f64, f64),
    /// The month by which it has it, later than the one needed.
    TooLate(f64, f64),
}

/// A requirement that a vendor does not meet.
#[derive(Clone, Debug, PartialEq)]
pub struct Failure {
    /// Which.
    pub requirement: Requirement,
    /// Why.
    pub reason: Reason,
}

/// What each vendor lacks of what is required, by its position; none of a vendor that is set aside.
#[must_use]
pub fn failures(scenario: &Scenario<f64>) -> Vec<Vec<Failure>> {
    let of = |vendor: &Vendor<f64>| if vendor.off { Vec::new() } else { lacks(scenario, vendor) };
    scenario.vendors.iter().map(of).collect()
}

/// The requirement that excludes most vendors, and how many; the first of several.
#[must_use]
pub fn excludes_most(failures: &[Vec<Failure>]) -> Option<(Requirement, usize)> {
    let count = |wanted: Requirement| {
        let lacks = |of: &&Vec<Failure>| of.iter().any(|failure| failure.requirement == wanted);
        failures.iter().filter(lacks).count()
    };
    let counts = Requirement::ALL.map(|requirement| (requirement, count(requirement)));
    let most = counts.into_iter().reduce(|best, next| if next.1 > best.1 { next } else { best });
    most.filter(|(_, count)| *count > 0)
}

/// The shift of a working day in a zone, if the zone is known.
#[must_use]
pub fn shift(zone: &str, day: &Day<f64>) -> Option<Shift> {
    let days = match day.week {
        Week::Monday => [false, true, true, true, true, true, false],
        Week::Sunday => [true, true, true, true, true, false, false],
        Week::Every => [true; 7],
    };
    Some(Shift { zone: find(zone)?, start: day.start, end: day.end, days })
}

fn lacks(scenario: &Scenario<f64>, vendor: &Vendor<f64>) -> Vec<Failure> {
    let (must, has) = (&scenario.preferences.must, &vendor.safeguards);
    let mut found = Vec::new();
    let mut fail = |requirement: Requirement, reason: Reason| found.push(Failure { requirement, reason });
    let residency = names(&must.residency);
    if !residency.is_empty() {
        let kept = names(&has.residency);
        if kept.is_empty() {
            fail(Requirement::Residency, Reason::NotStated);
        } else if !residency.iter().any(|region| kept.iter().any(|kept| meets(region, kept))) {
            fail(Requirement::Residency, Reason::Lacks(must.residency.trim().to_owned()));
        }
    }
    let shown = names(&has.certificates);
    for wanted in names(&must.certificates) {
        if shown.is_empty() {
            fail(Requirement::Certificates, Reason::NotStated);
            break;
        }
        if !shown.iter().any(|shown| meets(wanted, shown)) {
            fail(Requirement::Certificates, Reason::Lacks(wanted.to_owned()));
        }
    }
    // Without the user's own zone the check of the document asks for it.
    if let (Some(least), Some(here)) = (must.overlap, shift(&scenario.here.zone, &scenario.here.day)) {
        match shift(&vendor.zone, &vendor.day) {
            None => fail(Requirement::Overlap, Reason::NotStated),
            Some(there) => {
                let months = (0..12).map(|month| overlap(&here, &there, scenario.first_month.plus(month)));
                let worst = months.fold(24.0, |a: f64, b| if b < a { b } else { a });
                if worst < least {
                    fail(Requirement::Overlap, Reason::TooLittle(worst, least));
                }
            }
        }
    }
    if let Some(least) = must.capacity {
        match has.capacity {
            None => fail(Requirement::Capacity, Reason::NotStated),
            Some(people) if people < least => fail(Requirement::Capacity, Reason::TooLittle(people, least)),
            Some(_) => {
                if let Some(month) = must.capacity_month.filter(|month| has.capacity_month > *month) {
                    fail(Requirement::Capacity, Reason::TooLate(has.capacity_month, month));
                }
            }
        }
    }
    if let Some(least) = must.liability {
        match has.liability {
            None => fail(Requirement::Liability, Reason::NotStated),
            Some(most) if most < least => fail(Requirement::Liability, Reason::TooLittle(most, least)),
            Some(_) => {}
        }
    }
    found
}

/// The names in a list with commas.
fn names(list: &str) -> Vec<&str> {
    list.split([',', ';', '\n']).map(str::trim).filter(|name| !name.is_empty()).collect()
}

/// Whether what is shown is what is wanted or more of it: SOC 2 Type II meets SOC 2, and ISO/IEC 27001:2022 meets ISO 27001.
fn meets(wanted: &str, shown: &str) -> bool {
    let (wanted, shown) = (words(wanted), words(shown));
    !wanted.is_empty() && shown.starts_with(&wanted)
}

/// The words and numbers of a name in small letters; IEC, which some leave out, left out.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut last = None;
    for letter in name.chars() {
        let kind = letter.is_alphanumeric().then_some(letter.is_numeric());
        if kind.is_some() {
            if kind != last {
                words.push(String::new());
            }
            if let Some(word) = words.last_mut() {
                word.extend(letter.to_lowercase());
            }
        }
        last = kind;
    }
    words.retain(|word| word != "iec");
    words
}
