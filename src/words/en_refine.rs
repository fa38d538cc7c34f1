//! English: the further inputs.

use super::{Format, RefineText};
use crate::scenario::check::Fault;

pub(super) fn text(text: RefineText) -> &'static str {
    match text {
        RefineText::Refine => "Refine",
        RefineText::NeedsAttention => "Needs attention",
        RefineText::AddVendor => "Add a vendor",
        RefineText::RemoveVendor => "Remove this vendor",
        RefineText::AddService => "Add a service",
        RefineText::RemoveService => "Remove this service",
        RefineText::AddEntry => "Add",
        RefineText::UseSeason => "Use a season",
        RefineText::Basics => "This scenario",
        RefineText::ServicesAndVendors => "Services and vendors",
        RefineText::Vendors => "Vendors",
        RefineText::Contents => "Parts of the report",
        RefineText::Costs => "Costs",
        RefineText::Demand => "Demand",
        RefineText::Doubt => "How sure",
        RefineText::BreakEven => "What turns it",
        RefineText::Cores => "Whom to keep",
        RefineText::Scale => "Growth",
        RefineText::WhatIf => "What if",
        RefineText::Measures => "Measures",
        RefineText::Ledger => "Ledger",
        RefineText::Assumptions => "Assumptions",
    }
}

/// The name of a choice.
pub(super) fn choice(name: &str) -> &'static str {
    match name {
        "flow" => "Ongoing",
        "project" => "A project",
        "tickets" => "Tickets",
        "live" => "Calls and chats",
        "waits" => "Waits",
        "lost" => "Is lost",
        "cheapest" => "Whichever is cheapest",
        "level" => "A level team",
        "chase" => "Follows each month’s work",
        "as_today" => "Stays as today",
        "least_cost" => "Planned month by month",
        "turnover" => "Turnover",
        "attrition" => "Attrition",
        "hour" => "Hour",
        "person_month" => "Person-month",
        "unit" => "Unit",
        "fixed" => "Fixed",
        "month" => "Every month",
        "year" => "Every year",
        "once" => "Once",
        "per_person" => "Person",
        "per_unit" => "Unit of demand",
        "general" => "Prices",
        "wage" => "Pay",
        "vendor" => "The vendor’s index",
        "storage" => "Storage prices",
        "none" => "Nothing",
        "monday_to_friday" => "Monday to Friday",
        "sunday_to_thursday" => "Sunday to Thursday",
        "every_day" => "Every day",
        "order" => "By their order",
        "number" => "As numbers",
        "soonest" => "Whatever is sooner",
        "hiring" => "Hiring",
        "training" => "Training",
        other => super::en_inputs::choice(other),
    }
}

/// What is wrong with any field, and what to do.
pub(super) fn fault(fault: &Fault, format: &dyn Format) -> String {
    let number = |value: f64| format.number(value);
    match fault {
        Fault::NotAnObject => "This should be a group of fields in braces. Give it as { … }.".to_owned(),
        Fault::NotText(text) => format!("“{text}” should be text. Put it in quotation marks."),
        Fault::TooLong(length, most) => format!("{length} characters are too many. Shorten it to {most}."),
        Fault::NotAFlag(text) => format!("“{text}” should be true or false."),
        Fault::NotAMonth(text) => {
            format!("“{text}” is not a month. Give a year and a month such as 2027-01.")
        }
        Fault::NotAList => "This should be a list in square brackets. Give it as [ … ].".to_owned(),
        Fault::TooFew(least) => format!("At least {least} needed. Add one."),
        Fault::TooMany(most) => format!("At most {most} are allowed. Take some away."),
        Fault::UnknownCurrency(code) => {
            format!("“{code}” is not a currency offered here. Use a code such as USD, EUR or GBP.")
        }
        Fault::UnknownVendor(id) => {
            format!("There is no vendor “{id}”. Add the vendor, or choose one that exists.")
        }
        Fault::SameVendorTwice(id) => format!("Two vendors have the key “{id}”. Give each its own."),
        Fault::SameOfferTwice(id) => format!("Vendor “{id}” has two offers for this service. Keep one."),
        Fault::SeasonCount(count) => {
            format!("{count} factors make no season. Give twelve, January to December, or none.")
        }
        Fault::SeasonMean(mean) => {
            format!("The factors average {}, not 1. Divide each by that average.", number(*mean))
        }
        Fault::AvailabilityMissing => {
            "Downtime has a price, so this is needed. Give the availability you expect in-house.".to_owned()
        }
        Fault::BreachHalf => {
            "Breaches need both how often and how much. Give this too, or empty the other.".to_owned()
        }
        Fault::RateMissing(code) => {
            format!("The contract is in {code}. Give the exchange rate, or empty the contract’s currency.")
        }
        Fault::TiersDescend => "Thresholds must rise from tier to tier. Put them in order.".to_owned(),
        Fault::AttritionTooHigh(value) => {
            format!(
                "{} would leave nobody. Give less than 100 %, or count it as turnover.",
                format.share(*value)
            )
        }
        Fault::TwoIncumbents => {
            "Only one vendor can do the work today. Take the mark from the other.".to_owned()
        }
        Fault::TransitionTooLong(months, horizon) => format!(
            "The vendor would take over after {} months at the least, and the horizon is {}. Shorten the transition, or look further.",
            number(*months),
            number(*horizon)
        ),
        Fault::NotARange(path) => {
            format!("“{path}” is no range. Make it one, or take the correlation out.")
        }
        Fault::CorrelatedTwice => {
            "This pair has a correlation already, or is one and the same. Keep one correlation of two different ranges."
                .to_owned()
        }
        Fault::CorrelationsContradict => {
            "No numbers can go together as these correlations say. Bring this one nearer to zero.".to_owned()
        }
        Fault::UnknownZone(zone) => {
            format!("“{zone}” is not a time zone offered here. Choose one, such as Europe/Warsaw.")
        }
        Fault::ZoneMissing => "Common hours are with you: choose your own time zone.".to_owned(),
        Fault::UnknownCriterion(id) => {
            format!("There is no criterion “{id}” of your own. Add it, or take this score away.")
        }
        Fault::SameCriterionTwice(id) => format!("“{id}” stands here twice. Change or remove one of them."),
        Fault::SkillNeedMissing => "State how many people, or what share of the work, it takes.".to_owned(),
        Fault::DefectHalf => {
            "Defects need both their share in-house and what one costs. Give both or neither.".to_owned()
        }
        of_page => super::en::fault(of_page, format),
    }
}
