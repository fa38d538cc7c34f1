//! English: the model's quantities, categories, units and choices.

use crate::engine::Term;
use crate::engine::ledger::{Category, CostGroup};
use crate::scenario::Unit;

pub(super) fn term(term: Term) -> &'static str {
    match term {
        Term::Cost(category) => self::category(category),
        Term::WageIndex => "pay index",
        Term::GeneralIndex => "price index",
        Term::VendorIndex => "vendor’s price index",
        Term::StorageIndex => "storage price index",
        Term::ExchangeRate => "exchange rate",
        Term::Demand => "demand",
        Term::Need => "hours needed",
        Term::MonthlyAttrition => "leaving in a month",
        Term::People => "people",
        Term::Joiners => "people joining",
        Term::Redundant => "posts ended",
        Term::PeopleLeft => "people fewer than today",
        Term::Capacity => "team’s productive hours",
        Term::OvertimeHours => "overtime hours",
        Term::ContractorHours => "contractor hours",
        Term::UndoneHours => "hours left undone",
        Term::UndonePrice => "price of an undone hour",
        Term::LoadedHour => "loaded hour",
        Term::PersonMonth => "a person-month",
        Term::OwnShare => "share kept in-house",
        Term::VendorShare => "vendor’s share of the work",
        Term::VendorWork => "work planned for the vendor",
        Term::VendorProductivity => "vendor’s productivity",
        Term::BilledQuantity => "quantity billed",
        Term::ParallelBilling => "billed while in parallel",
        Term::ListFee => "fee at list price",
        Term::Renewals => "renewals",
        Term::ReplacementPrice => "expected effect of a dearer replacement",
        Term::YearFee => "a year’s fees",
        Term::ContractValue => "contract value",
        Term::Survival => "chance the contract stands",
        Term::MonthlyHazard => "chance it fails in a month",
        Term::Availability => "availability expected",
        Term::CreditShare => "share credited",
        Term::IncidentCost => "cost of an incident",
    }
}

pub(super) fn category(category: Category) -> &'static str {
    match category {
        Category::Pay => "Pay and on-costs",
        Category::Management => "Line management",
        Category::Overtime => "Overtime",
        Category::Contractors => "Contractors",
        Category::Recruitment => "Hiring",
        Category::Training => "Training",
        Category::Workplace => "Workplace",
        Category::Tools => "Equipment and software",
        Category::Infrastructure => "Infrastructure",
        Category::Purchases => "Purchases",
        Category::Storage => "Storage",
        Category::OwnOther => "Other in-house costs",
        Category::Stranded => "Stranded cost",
        Category::Fees => "Vendor fees",
        Category::FeeTaxes => "Taxes on fees",
        Category::VendorOther => "Other vendor costs",
        Category::Credits => "Service credits",
        Category::Selection => "Vendor selection",
        Category::Transition => "Transition fee",
        Category::Retention => "Retention bonuses",
        Category::Severance => "Severance",
        Category::Governance => "Governance",
        Category::Exit => "Exit",
        Category::Undone => "Work left undone",
        Category::Downtime => "Downtime",
        Category::DataLoss => "Lost data",
        Category::Breach => "Breaches",
        Category::EarlyEnd => "Early end of contract",
        Category::Tax => "Corporate tax",
    }
}

pub(super) fn group(group: CostGroup) -> &'static str {
    match group {
        CostGroup::Pay => "Pay and management",
        CostGroup::Hiring => "Hiring and training",
        CostGroup::Workplace => "Workplace, tools, infrastructure",
        CostGroup::Fees => "Vendor fees",
        CostGroup::Moving => "Moving and governance",
        CostGroup::Consequences => "Undone work and risk",
        CostGroup::Tax => "Corporate tax",
    }
}

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
        Unit::HoursPerTerabyte => "h per TB",
        Unit::Minutes => "minutes",
        Unit::UnitsPerMonth | Unit::QuantityPerMonth => "a month",
        Unit::PerYear => "a year",
        Unit::Days => "days",
        Unit::Months => "months",
        Unit::Years => "years",
        Unit::Count => "",
        Unit::MonthsOfPay => "months’ pay",
        Unit::HomePerForeign => "home/foreign",
    }
}

pub(super) fn choice(name: &str) -> &'static str {
    match name {
        "software_development" => "Software development",
        "support_maintenance" => "Support & maintenance",
        "data_management" => "Data management",
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
        _ => "",
    }
}

pub(super) fn figure(name: &str) -> &'static str {
    match name {
        "present_value" => "Present value",
        "nominal" => "Undiscounted",
        "present" => "Present value saved",
        "share" => "Share of the reference",
        "run_rate" => "Yearly saving once running (recurring, last 12 months)",
        "amortised" => "Yearly saving, all in (total ÷ years)",
        "payback" => "Payback (undiscounted)",
        "discounted_payback" => "Payback (discounted)",
        "return_on_investment" => "Return on one-off cost (present value)",
        "internal_rate" => "Internal rate of return a year",
        "modified_internal_rate" => "Modified internal rate a year",
        "equivalent_annual" => "Equivalent annual cost",
        "cost_per_hour" => "Cost of a delivered hour (undiscounted)",
        "cost_per_unit" => "Cost of a unit served (undiscounted)",
        "delivered_share" => "Share of the work delivered",
        "idle_share" => "Idle hours ÷ hours needed",
        "present_cash" => "Present value, cash only",
        "present_consequences" => "Present value of undone work and risk",
        "present_one_off" => "One-off costs, present value",
        "delivered_hours" => "delivered hours",
        _ => "",
    }
}
