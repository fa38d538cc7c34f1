//! Offers line by line, and what they cost beyond the fee.

use serde_json::Value;

use super::super::compare::Answer;
use super::super::outcome::Kind;
use crate::engine::ledger::{Category, CostGroup};
use crate::finance::present_value;
use crate::scenario::{Input, Origin, Row, Scenario, Unit, inputs};

/// Which end of a line is the best one for the user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Better {
    /// The least.
    Less,
    /// The most.
    More,
    /// Neither: it depends.
    Depends,
}

/// What one vendor says on a line.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// The path in the document.
    pub path: String,
    /// The value in the plan; None: absent, which has a meaning of its own.
    pub value: Option<f64>,
    /// Where it comes from: a default here is a question not yet asked.
    pub origin: Origin,
    /// The unit, which for a price depends on what is billed.
    pub unit: Unit,
    /// The currency that a price is in, where it is not the scenario's.
    pub currency: Option<String>,
}

/// A line of the offers for one service, vendor beside vendor.
#[derive(Clone, Debug)]
pub struct OfferLine {
    /// The path within the offer, such as `price.rate`.
    pub path: String,
    /// The number's row in the table of inputs.
    pub row: &'static Row,
    /// The cell of each vendor by its position; None where it has no offer or the line does not count for it.
    pub cells: Vec<Option<Cell>>,
    /// Which end is the best.
    pub better: Better,
    /// The best value, where the line has a best end and at least two vendors who can be held against each other on it.
    pub best: Option<f64>,
}

impl OfferLine {
    /// How far a vendor is from the best, signed; None where there is none, or nothing is said.
    #[must_use]
    pub fn difference(&self, vendor: usize) -> Option<f64> {
        Some(self.cells.get(vendor)?.as_ref()?.value? - self.best?)
    }

    /// Whether anybody says something of their own: lines on which all stand at the default say nothing.
    #[must_use]
    pub fn is_stated(&self) -> bool {
        self.cells.iter().flatten().any(|cell| !matches!(cell.origin, Origin::Default | Origin::Absent))
    }
}

/// Lines of which less is better for the user, by their path within the offer; of prices only where the same is billed in one currency.
const LESS: &[&str] = &[
    "price.rate",
    "price.excess",
    "price.minimum",
    "price.overage",
    "price.index",
    "price.renewal_step",
    "price.vat",
    "price.withholding",
    "flexibility.ramp_lead",
    "flexibility.shrink_notice",
    "quality.months",
    "quality.rework",
    "quality.distance",
    "quality.inspection",
    "quality.defects",
    "transition.lead_months",
    "transition.parallel_months",
    "transition.parallel_billing",
    "transition.selection_share",
    "transition.fee_share",
    "transition.fee",
    "transition.transfer_hours",
    "transition.retention_months",
    "governance.share",
    "governance.people",
    "governance.travel",
    "governance.audits",
    "governance.controls",
    "service_levels.recovery_point",
    "service_levels.recovery_time",
    "service_levels.breach_uplift",
    "exit.termination_months",
    "exit.hazard",
    "exit.rebuild",
    "exit.gap_months",
    "exit.egress",
    "exit.price_factor",
];

/// Lines of which more is better.
const MORE: &[&str] = &[
    "price.month_hours",
    "price.included",
    "price.dead_band",
    "price.reduction",
    "price.payment_days",
    "flexibility.ramp_most",
    "flexibility.gain",
    "quality.first",
    "quality.mature",
    "service_levels.availability",
    "service_levels.credit_cap",
];

/// The offers for a service, line by line in the order of the form.
#[must_use]
pub fn offer_lines(document: &Value, scenario: &Scenario<f64>, service: usize) -> Vec<OfferLine> {
    let start = format!("services.{service}.offers.");
    let count = scenario.vendors.len();
    let offers = &scenario.services[service].offers;
    let home = scenario.currency();
    let mut lines: Vec<OfferLine> = Vec::new();
    for input in inputs(document) {
        let Some((place, path)) = input.path.strip_prefix(&start).and_then(|rest| rest.split_once('.'))
        else {
            continue;
        };
        let offer = place.parse::<usize>().ok().and_then(|place| offers.get(place));
        let vendor = offer.and_then(|offer| {
            scenario.vendors.iter().position(|vendor| vendor.id == offer.vendor && !vendor.off)
        });
        let (Some(offer), Some(vendor)) = (offer, vendor) else { continue };
        let found = lines.iter().position(|line| line.path == path);
        let index = found.unwrap_or_else(|| {
            // An offer may have lines that those before it have not, such as tiers: they stand after their neighbours.
            lines.push(line(path, &input, count));
            lines.len() - 1
        });
        let code = &offer.price.currency.code;
        let foreign = path.starts_with("price.") && input.unit.is_money() && !code.is_empty() && code != home;
        lines[index].cells[vendor] = Some(Cell {
            value: input.value,
            origin: input.origin,
            unit: input.unit,
            currency: foreign.then(|| code.clone()),
            path: input.path,
        });
    }
    lines.iter_mut().for_each(|line| line.best = best(line));
    lines
}

fn line(path: &str, input: &Input, vendors: usize) -> OfferLine {
    let better = match path {
        _ if LESS.contains(&path) => Better::Less,
        _ if MORE.contains(&path) => Better::More,
        _ => Better::Depends,
    };
    OfferLine { path: path.to_owned(), row: input.row, cells: vec![None; vendors], better, best: None }
}

fn best(line: &OfferLine) -> Option<f64> {
    let cells: Vec<&Cell> = line.cells.iter().flatten().collect();
    let alike = cells.windows(2).all(|two| two[0].unit == two[1].unit && two[0].currency == two[1].currency);
    let values = cells.iter().filter_map(|cell| cell.value);
    match line.better {
        _ if !alike || values.clone().count() < 2 => None,
        Better::Less => values.reduce(f64::min),
        Better::More => values.reduce(f64::max),
        Better::Depends => None,
    }
}

/// What a vendor costs beyond its fee, when all of the work goes to it.
#[derive(Clone, Debug)]
pub struct HiddenCosts {
    /// The vendor's position.
    pub vendor: usize,
    /// Present value of the fees, credits taken off.
    pub fees: f64,
    /// Present values by category of what is not in the offer's price: taxes, moving, steering, quality control, leaving, what stays
    /// behind, what goes wrong. Own people until they have left are in neither.
    pub beyond: Vec<(Category, f64)>,
}

impl HiddenCosts {
    /// The sum of what is beyond the fee.
    #[must_use]
    pub fn sum(&self) -> f64 {
        self.beyond.iter().map(|(_, amount)| amount).sum()
    }

    /// That ÷ the fees; None without fees.
    #[must_use]
    pub fn share(&self) -> Option<f64> {
        (self.fees > 0.0).then(|| self.sum() / self.fees)
    }
}

/// Whether a category is a cost of having a vendor that its price does not show.
fn is_beyond(category: Category) -> bool {
    match category {
        Category::FeeTaxes | Category::VendorOther | Category::Stranded | Category::Inspection => true,
        Category::Fees | Category::Credits => false,
        other => matches!(other.group(), CostGroup::Moving | CostGroup::Consequences),
    }
}

/// The costs beyond the fee of every vendor with an offer.
#[must_use]
pub fn hidden_costs(answer: &Answer) -> Vec<HiddenCosts> {
    let outsourced = answer.options.iter().filter_map(|option| match option.kind() {
        Kind::Outsourced(vendor) => Some((vendor, option)),
        _ => None,
    });
    outsourced
        .map(|(vendor, option)| {
            let present = |category: Category| {
                let monthly = option.outcome.monthly(answer.months, |account| account.category == category);
                present_value(&monthly, &answer.factors).unwrap_or(0.0)
            };
            let beyond = Category::ALL.iter().filter(|category| is_beyond(**category));
            HiddenCosts {
                vendor,
                fees: present(Category::Fees) + present(Category::Credits),
                beyond: beyond
                    .map(|category| (*category, present(*category)))
                    .filter(|(_, amount)| amount.abs() > 0.0)
                    .collect(),
            }
        })
        .collect()
}
