//! English: vendors side by side.

use super::Format;
use crate::answer::vendors::{
    Anchor, Criterion, Duty, Failure, FindingKey, Reason, Requirement, Source, Status,
};
use crate::scenario::countries::{PayPeriod, Work};

/// Sentences about vendors, with places {0}, {1}, ….
pub(super) fn finding(key: FindingKey) -> &'static str {
    match key {
        FindingKey::AlwaysFirst => "{0} is first under every weight.",
        FindingKey::AlwaysFirstKept => "{0} is first under all weights that keep your order.",
        FindingKey::FirstUnder => "{0} is first under {1} of all weights.",
        FindingKey::FirstUnderKept => "{0} is first under {1} of all weights that keep your order.",
        FindingKey::OnlyAbove => "{0} is first only if “{1}” counts for more than {2}.",
        FindingKey::OnlyBelow => "{0} is first only if “{1}” counts for less than {2}.",
        FindingKey::OnlyBetween => "{0} is first only if “{1}” counts for between {2} and {3}.",
        FindingKey::AlsoFirst => "{0} is first under {1}.",
        FindingKey::WouldLeadAbove => {
            "{0} would come first if “{1}” counted for more than {2} (now {3}), the rest in proportion."
        }
        FindingKey::WouldLeadBelow => {
            "{0} would come first if “{1}” counted for less than {2} (now {3}), the rest in proportion."
        }
        FindingKey::WouldLeadBetween => {
            "{0} would come first if “{1}” counted for between {2} and {3} (now {4}), the rest in proportion."
        }
        FindingKey::NeverFirst => "{0} is first under next to no weights.",
        FindingKey::Equal => "{0} and {1} have the same scores on all that counts.",
        FindingKey::OnlyOne => "{0} is the only vendor left to rank.",
        FindingKey::NobodyRanked => "No vendor can be ranked.",
        FindingKey::NothingKnown => "Nothing that counts is known of {0}: give it an offer or a score.",
        FindingKey::NoCost => "{0} has no offer: it is ranked on the rest, without its cost.",
        FindingKey::NoScore => "{0} has no score on “{1}”: it is ranked on the rest.",
        FindingKey::NeverFirstMany => "First under next to no weights: {0}.",
        FindingKey::LackMany => "Lacking what you require (“{1}”): {0}.",
        FindingKey::NoCosts => "Without an offer, and ranked on the rest, without their cost: {0}.",
        FindingKey::NoScores => "Without a score on “{1}”, and ranked on the rest: {0}.",
        FindingKey::NobodyScored => "Nobody has a score on “{0}” yet: it tells no vendor from another.",
        FindingKey::SpansOpen => {
            "While some scores are missing, what a criterion must count for that a vendor is first cannot be told exactly."
        }
        FindingKey::Lacks => "{0} lacks what you require: “{1}”.",
        FindingKey::NeverSwitches => "{0} does not take over within the horizon.",
        FindingKey::NoneQualifies => "No vendor has all that you require: “{0}” alone excludes {1} of {2}.",
    }
}

/// Why a requirement is not met.
pub(super) fn reason(failure: &Failure, format: &dyn Format) -> String {
    let amount = |value: f64| match failure.requirement {
        Requirement::Liability => format.money(value),
        _ => format.number(libm::round(value * 100.0) / 100.0),
    };
    let unit = match failure.requirement {
        Requirement::Overlap => " hours a day",
        Requirement::Capacity => " people",
        _ => "",
    };
    match &failure.reason {
        Reason::NotStated => "Not stated: ask.".to_owned(),
        Reason::Lacks(wanted) => match failure.requirement {
            Requirement::Residency => format!("Keeps data elsewhere than in {wanted}."),
            _ => format!("Has not shown {wanted}."),
        },
        Reason::TooLittle(has, least) => {
            format!("{}{unit}, {} needed.", amount(*has), amount(*least))
        }
        Reason::TooLate(month, latest) => {
            format!("From month {}, needed by month {}.", format.number(*month), format.number(*latest))
        }
    }
}

/// What a score means.
pub(super) fn anchor(criterion: Criterion, anchor: Anchor) -> &'static str {
    match (criterion, anchor) {
        (Criterion::Cost, Anchor::Worst) => "One and a half times the best in-house cost, or more",
        (Criterion::Cost, Anchor::Middle) => "As much as the best in-house option",
        (Criterion::Cost, Anchor::Best) => "Half of the best in-house cost, or less",
        (Criterion::Security, Anchor::Worst) => "No evidence: no policy, test or certificate shown",
        (Criterion::Security, Anchor::Middle) => {
            "Certified; access, patches and incidents handled by written rules"
        }
        (Criterion::Security, Anchor::Best) => {
            "Audited each year by third parties, tested by attack, and every finding shown closed"
        }
        (Criterion::Quality, Anchor::Worst) => "You find the defects",
        (Criterion::Quality, Anchor::Middle) => "Work is reviewed and tested before it reaches you",
        (Criterion::Quality, Anchor::Best) => "Measured defect rates below your own, reported and falling",
        (Criterion::Expertise, Anchor::Worst) => "Has not done this kind of work",
        (Criterion::Expertise, Anchor::Middle) => {
            "Has done it for others; those named for you have some years of it"
        }
        (Criterion::Expertise, Anchor::Best) => "Known for it: its people teach yours",
        (Criterion::Scalability, Anchor::Worst) => "Has the people in the offer and no more",
        (Criterion::Scalability, Anchor::Middle) => "Has doubled a team like yours within half a year",
        (Criterion::Scalability, Anchor::Best) => {
            "Doubles or halves the team within two months, and has shown it"
        }
        (Criterion::Continuity, Anchor::Worst) => "Hangs on one owner or client; people leave within a year",
        (Criterion::Continuity, Anchor::Middle) => {
            "Profitable for years; its people leave as often as elsewhere"
        }
        (Criterion::Continuity, Anchor::Best) => {
            "Strong accounts, many clients, hardly anyone leaves, deputies named"
        }
        (Criterion::Fit, Anchor::Worst) => "Ways of working clash; you would be a small client",
        (Criterion::Fit, Anchor::Middle) => "Works as you do in most things; you matter to it",
        (Criterion::Fit, Anchor::Best) => "Works as you do, knows your trade, references like you are happy",
        (Criterion::Own(_), Anchor::Worst) => "Useless to you",
        (Criterion::Own(_), Anchor::Middle) => "What you would accept",
        (Criterion::Own(_), Anchor::Best) => "The best that you have seen",
    }
}

/// Whether a vendor is ranked.
pub(super) fn status(status: Status) -> &'static str {
    match status {
        Status::Ranked => "Ranked",
        Status::Aside => "Set aside",
        Status::Disqualified => "Lacks what is required",
        Status::NeverSwitches => "Does not take over within the horizon",
        Status::Unknown => "Nothing known",
    }
}

/// A way of getting at skills; a vendor goes by its name.
pub(super) fn source(source: Source) -> &'static str {
    match source {
        Source::Open => "As it is today",
        Source::Hiring => "By hiring",
        Source::Training => "By training",
        Source::Vendor(_) => "With {0}",
    }
}

/// A line of the governance plan.
pub(super) fn duty(duty: Duty) -> &'static str {
    match duty {
        Duty::Role => "Role kept",
        Duty::Meeting => "Meeting",
        Duty::Journey => "Journey",
        Duty::Audits => "Audits and controls",
        Duty::ServiceLevels => "Watch service levels, claim credits",
        Duty::ExitPlan => "Keep the exit plan ready",
    }
}

/// The work that published pay is for.
pub(super) fn work(work: Work) -> &'static str {
    match work {
        Work::Developer => "Developer",
        Work::Support => "Support",
        Work::SystemsAdministrator => "Systems administrator",
        Work::DatabaseAdministrator => "Database administrator",
        Work::DataEngineer => "Data engineer",
    }
}

/// What published pay is for.
pub(super) fn period(period: PayPeriod) -> &'static str {
    match period {
        PayPeriod::Year => "a year",
        PayPeriod::Month => "a month",
        PayPeriod::Week => "a week",
        PayPeriod::Hour => "an hour",
    }
}

/// The name of a figure of vendors by the last part of its path in the result file.
pub(super) fn figure(name: &str) -> &'static str {
    match name {
        "value" => "weighted score",
        "beside_cost" => "weighted score beside cost",
        "weight" => "weight",
        "score" => "score on cost",
        "cost" => "cost of closing the gap",
        "security" => "security",
        "quality" => "quality control",
        "expertise" => "expertise",
        "scalability" => "scalability",
        "continuity" => "continuity",
        "fit" => "fit",
        "ratio" => "cost ÷ the best in-house cost",
        "reference_cost" => "Best in-house cost, breaches left out",
        "worst" => "common hours in the worst month",
        "least" => "at least",
        "most" => "at most",
        "point" => "a point of rework, present value",
        "rework" => "rework",
        "inspection" => "checking",
        "defects" => "defects",
        "inspection_cost" => "inspecting the vendor’s work, present value",
        "defect_cost" => "defects, present value",
        "yearly" => "cost in a year",
        "list_hour" => "an hour of your work once settled, in the contract’s currency",
        "skill_months" => "months that skills are missing",
        "complete" => "month in which the team is complete",
        "finish" => "month in which the project is done",
        "finish_with_all" => "month in which it would be done with every skill",
        "productivity" => "productivity left",
        "present_value_with_all" => "present value with every skill there",
        "present_value_with_point" => "present value with a point more of rework",
        "frequency" => "breaches a year",
        "impact" => "cost of a breach",
        "controls" => "controls and audits a year",
        "recovery_point" => "hours of data lost at worst",
        "recovery_time" => "hours to restore",
        "breach" => "breaches expected, present value",
        "lost" => "lost data, present value",
        "effect" => "cost of the gap, present value",
        _ if name.starts_with("own_") => "a criterion of your own",
        _ => "",
    }
}
