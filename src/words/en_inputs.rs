//! English: units and choices of inputs.

use crate::scenario::Unit;

/// The unit as it stands beside a value; `¤` stands for the currency.
pub(super) fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Money => "¤",
        Unit::MoneyPerMonth => "¤ a month",
        Unit::MoneyPerYear | Unit::MoneyPerPersonYear => "¤ a year",
        Unit::MoneyPerHour => "¤/h",
        Unit::MoneyPerUnit | Unit::MoneyPerQuantity | Unit::MoneyPerEvent => "¤ each",
        Unit::Share => "%",
        Unit::SharePerYear => "% a year",
        Unit::Factor => "×",
        Unit::People => "people",
        Unit::PeoplePerManager => "people",
        Unit::Hours => "hours",
        Unit::HoursPerMonth => "h a month",
        Unit::HoursPerYear => "h a year",
        Unit::HoursPerWeek => "h a week",
        Unit::HoursPerDay => "h a day",
        Unit::Clock => "h",
        Unit::Points => "of 100",
        Unit::HoursPerTerabyte => "h per TB",
        Unit::Seconds => "seconds",
        Unit::Minutes => "minutes",
        Unit::ThousandLines => "thousand lines",
        Unit::UnitsPerMonth | Unit::QuantityPerMonth => "a month",
        Unit::PerYear => "a year",
        Unit::Days => "days",
        Unit::Months => "months",
        Unit::Years => "years",
        Unit::MonthNumber | Unit::Count => "",
        Unit::MonthsOfPay => "months’ pay",
        Unit::HomePerForeign => "home/foreign",
    }
}

/// The unit after that many of it.
pub(super) fn counted(unit: Unit, value: f64) -> &'static str {
    if (value - 1.0).abs() > 0.0 {
        return self::unit(unit);
    }
    match unit {
        Unit::People | Unit::PeoplePerManager => "person",
        Unit::Hours => "hour",
        Unit::Minutes => "minute",
        Unit::Days => "day",
        Unit::Months => "month",
        Unit::Years => "year",
        Unit::MonthsOfPay => "month’s pay",
        other => self::unit(other),
    }
}

/// The choices of what is asked first, and of ranges; the others are the report's to name.
pub(super) fn choice(name: &str) -> &'static str {
    match name {
        "software_development" => "Software development",
        "support_maintenance" => "Support & maintenance",
        "data_management" => "Data management",
        "one_in_ten" => "1-in-10 values",
        "limits" => "Limits",
        "pert" => "PERT",
        "triangular" => "Triangular",
        "uniform" => "Uniform",
        "lognormal" => "Lognormal",
        _ => "",
    }
}
