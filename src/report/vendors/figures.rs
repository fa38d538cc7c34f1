//! What the figures of vendors are called in explanations, their units, and how those without a formula come about.

use super::criteria::called;
use crate::answer::vendors::{Criterion, Source, governance, quality, security, standings};
use crate::page::shared::Shared;
use crate::page::views::figures::AnswerOf;
use crate::ranking::WEIGHTS;
use crate::report::words::Said as _;
use crate::scenario::{Scenario, Unit, plan_values};
use crate::words::{Format as _, Text, VendorText, fill, vendor_language};

/// What a figure below `vendors`, `expertise`, `quality` or `security` is called.
pub(in crate::report) fn figure_name(shared: &Shared, answer: &AnswerOf, steps: &[&str]) -> String {
    let scenario = plan_values(&answer.document);
    let vendor =
        |vendor: &str| vendor.parse().ok().and_then(|vendor: usize| answer.vendors.get(vendor)).cloned();
    let last = steps.last().copied().unwrap_or_default();
    let plainly = (shared.report().figure)(last);
    let with = |text: VendorText, what: &str| shared.of_vendors_with(text, &[what]);
    let named = |name: &str| criterion(name).map_or_else(String::new, |one| called(shared, &scenario, one));
    let month = |month: &str, from: usize| {
        month.parse::<usize>().map_or_else(
            |_| String::new(),
            |month| shared.locale.month(answer.first.plus(month.saturating_sub(from))),
        )
    };
    let (whose, what) = match steps {
        ["vendors", "standings", index, rest @ ..] => {
            let what = match rest {
                ["of_all" | "of_kept", "0"] => shared.of_vendors(VendorText::FigureFirst).to_owned(),
                ["of_all" | "of_kept", rank] => {
                    let rank = rank.parse::<usize>().map_or(0, |rank| rank + 1);
                    with(VendorText::FigureRank, &rank.to_string())
                }
                ["scores", name] => with(VendorText::FigureScore, &named(name)),
                ["spans", name, "least"] => with(VendorText::FigureLeast, &named(name)),
                ["spans", name, _] => with(VendorText::FigureMost, &named(name)),
                ["in_proportion", name, "least"] => with(VendorText::FigureFrom, &named(name)),
                ["in_proportion", name, _] => with(VendorText::FigureUpTo, &named(name)),
                _ => plainly.to_owned(),
            };
            (vendor(index), what)
        }
        ["vendors", "criteria", index, _] => {
            let found = standings(&scenario, &answer.answer);
            let counted = index.parse().ok().and_then(|index: usize| found.criteria.get(index));
            let name = counted.map_or_else(String::new, |one| called(shared, &scenario, one.criterion));
            (None, with(VendorText::FigureCounts, &name))
        }
        ["vendors", "hours", index, "months", at] => {
            (vendor(index), with(VendorText::FigureHours, &month(at, 0)))
        }
        ["vendors", "hours", index, ..] => (vendor(index), plainly.to_owned()),
        ["vendors", "governance", plan, rest @ ..] => of_plan(shared, answer, &scenario, plan, rest),
        ["vendors", "fine_ceilings", _] => (None, shared.of_vendors(VendorText::FineCeiling).to_owned()),
        ["expertise", _, "ways", way, what @ ..] => {
            let what = match what {
                ["missing", at] => with(VendorText::FigureMissing, &month(at, 1)),
                ["productivity", at] => with(VendorText::FigureProductivity, &month(at, 1)),
                _ => plainly.to_owned(),
            };
            (source(way).map(|source| way_name(shared, answer, source)), what)
        }
        ["quality", index, _] => {
            let lines = quality(&scenario, &answer.answer);
            let line = index.parse().ok().and_then(|index: usize| lines.get(index).copied());
            (line.map(|line| side(shared, answer, line.service, line.vendor)), plainly.to_owned())
        }
        ["security", index, _] => {
            let lines = security(&scenario, &answer.answer);
            let line = index.parse().ok().and_then(|index: usize| lines.get(index).copied());
            (line.map(|line| side(shared, answer, line.service, line.vendor)), plainly.to_owned())
        }
        _ => (None, plainly.to_owned()),
    };
    match whose {
        Some(whose) => format!("{whose}: {what}"),
        None => what,
    }
}

/// A criterion by its name in the result file.
fn criterion(name: &str) -> Option<Criterion> {
    match name.strip_prefix("own_") {
        Some(index) => Some(Criterion::Own(index.parse().ok()?)),
        None => Criterion::USUAL.into_iter().find(|usual| usual.name() == name),
    }
}

/// A way of getting at skills by its name in the result file.
fn source(name: &str) -> Option<Source> {
    match name.strip_prefix("vendor_") {
        Some(vendor) => Some(Source::Vendor(vendor.parse().ok()?)),
        None => [Source::Open, Source::Hiring, Source::Training].into_iter().find(|one| one.name() == name),
    }
}

/// What a way of getting at skills is called.
pub(super) fn way_name(shared: &Shared, answer: &AnswerOf, source: Source) -> String {
    let vendor = match source {
        Source::Vendor(vendor) => answer.vendors.get(vendor).map_or("", String::as_str),
        _ => "",
    };
    fill((vendor_language(shared.language).source)(source), &[vendor])
}

/// What a side of quality or security is called: in-house or a vendor, and the service where there are several.
pub(super) fn side(shared: &Shared, answer: &AnswerOf, service: usize, vendor: Option<usize>) -> String {
    let name = vendor.map_or_else(
        || shared.text(Text::BestInHouse).to_owned(),
        |vendor| answer.vendors.get(vendor).cloned().unwrap_or_default(),
    );
    match answer.services.get(service) {
        Some(service) if answer.services.len() > 1 => format!("{name} ({service})"),
        _ => name,
    }
}

/// The vendor whose plan it is, and what of the plan.
fn of_plan(
    shared: &Shared,
    answer: &AnswerOf,
    scenario: &Scenario<f64>,
    plan: &str,
    rest: &[&str],
) -> (Option<String>, String) {
    let yearly = (shared.report().figure)("yearly");
    let plan = plan.parse().ok().and_then(|plan: usize| governance(scenario).into_iter().nth(plan));
    let Some(plan) = plan else { return (None, yearly.to_owned()) };
    let task = match rest {
        ["tasks", task, ..] => task.parse().ok().and_then(|task: usize| plan.tasks.get(task)),
        _ => None,
    };
    let task = task.map(|task| super::steering::called(shared, task));
    let what = task.map_or_else(|| yearly.to_owned(), |task| format!("{task}, {yearly}"));
    (Some(side(shared, answer, plan.service, Some(plan.vendor))), what)
}

/// A figure in its unit.
pub(in crate::report) fn figure_value(shared: &Shared, value: f64, steps: &[&str]) -> String {
    let locale = &shared.locale;
    let to = |scale: f64| libm::round(value * scale) / scale;
    match steps {
        ["vendors", "standings", _, "cost", "ratio"]
        | ["vendors", "criteria", ..]
        | ["vendors", "standings", _, "of_all" | "of_kept" | "spans" | "in_proportion", ..]
        | ["quality", _, "rework" | "inspection" | "defects"]
        | ["expertise", _, "ways", _, "productivity", _] => locale.share(to(1000.0)),
        ["vendors", "standings", _, "value" | "beside_cost" | "scores", ..]
        | ["vendors", "standings", _, "cost", "score"] => locale.number(to(10.0)),
        ["vendors", "hours", ..] => shared.quantity(to(100.0), Unit::HoursPerDay),
        ["expertise", _, "ways", _, "missing", ..] => shared.quantity(to(10.0), Unit::People),
        [
            "expertise",
            _,
            "ways",
            _,
            "skill_months" | "by_skill" | "complete" | "finish" | "finish_with_all",
            ..,
        ] => shared.quantity(to(10.0), Unit::Months),
        ["security", _, "recovery_point" | "recovery_time"] => shared.quantity(value, Unit::Hours),
        ["security", _, "frequency"] => locale.number(value),
        _ => locale.money_exact(value),
    }
}

/// How a figure without a formula comes about; None: month by month, as most do.
pub(in crate::report) fn how(shared: &Shared, answer: &AnswerOf, path: &str) -> Option<String> {
    let steps: Vec<&str> = path.split('.').collect();
    let text = match steps.as_slice() {
        ["vendors", "standings", _, "of_all" | "of_kept", _] => {
            let found = standings(&plan_values(&answer.document), &answer.answer);
            if found.error.is_some() { VendorText::HowShares } else { VendorText::HowSharesExact }
        }
        ["vendors", "standings", _, "spans", ..] | ["vendors", "spans", ..] => VendorText::HowSpans,
        ["vendors", "standings", _, "in_proportion", ..] => VendorText::HowAlone,
        ["vendors", "criteria", ..] => VendorText::HowMean,
        ["vendors", "hours", _, "worst"] => VendorText::HowWorst,
        ["vendors", "hours", ..] => VendorText::HowHours,
        ["quality", _, "present_value_with_point"]
        | ["expertise", _, "ways", _, "present_value_with_all"] => VendorText::HowAgain,
        _ => return None,
    };
    Some(shared.of_vendors_with(text, &[&shared.locale.number(WEIGHTS as f64)]))
}

/// What stands above the parts of a figure, where it is not that they sum to it.
pub(in crate::report) fn above(shared: &Shared, path: &str) -> Option<&'static str> {
    (path.starts_with("expertise.") && path.ends_with(".complete"))
        .then(|| shared.of_vendors(VendorText::AboveNear))
}
