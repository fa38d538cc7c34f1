//! What a quote does not show, as a stacked bar a vendor.

use std::rc::Rc;

use yew::prelude::*;

use super::section::cheapest_with;
use crate::answer::{Hidden, HiddenCost, hidden};
use crate::page::shared::{Shared, use_shared};
use crate::page::views::figures::AnswerOf;
use crate::report::charts::{Bar, Part, StackedBars};
use crate::report::words::Said as _;
use crate::report::work::Work;
use crate::scenario::{Scenario, plan_values};
use crate::words::{Format, ReportText, VendorText};

/// What the chart is handed.
#[derive(Properties, PartialEq)]
pub struct HiddenCostsProps {
    /// The answer.
    pub answer: Rc<AnswerOf>,
    /// The hidden costs of each vendor.
    pub hidden: Rc<Vec<Option<Hidden>>>,
}

/// The hidden costs of every vendor compared; of the others none. A vendor a step: each runs the engine again and again.
pub(super) struct Unseen {
    /// What they are the costs of.
    pub answer: Rc<AnswerOf>,
    scenario: Scenario<f64>,
    /// By vendor.
    pub found: Rc<Vec<Option<Hidden>>>,
}

impl Work for Unseen {
    type Of = Rc<AnswerOf>;

    fn new(answer: Rc<AnswerOf>) -> Self {
        let scenario = plan_values(&answer.document);
        Unseen { answer, scenario, found: Rc::default() }
    }

    fn step(&mut self) -> bool {
        let vendor = self.found.len();
        if vendor < self.answer.vendors.len() {
            let costs = hidden(&self.scenario, &self.answer.answer, vendor);
            // Nobody else has it until all is done.
            Rc::make_mut(&mut self.found).push(costs);
        }
        self.found.len() >= self.answer.vendors.len()
    }
}

/// What a hidden cost is called.
pub(super) fn called(cost: HiddenCost) -> VendorText {
    match cost {
        HiddenCost::Governance => VendorText::HiddenGovernance,
        HiddenCost::Learning => VendorText::HiddenLearning,
        HiddenCost::Distance => VendorText::HiddenDistance,
        HiddenCost::Rework => VendorText::HiddenRework,
        HiddenCost::Parallel => VendorText::HiddenParallel,
        HiddenCost::Moving => VendorText::HiddenMoving,
        HiddenCost::Exit => VendorText::HiddenExit,
    }
}

/// What a figure of hidden costs is called, by the last part of its path.
pub(in crate::report) fn hidden_name(shared: &Shared, what: &str) -> &'static str {
    let cost = HiddenCost::ALL.iter().find(|cost| cost.name() == what);
    shared.of_vendors(match (cost, what) {
        (Some(cost), _) => called(*cost),
        (None, "fees") => VendorText::FeesSettled,
        _ => VendorText::HiddenTotal,
    })
}

/// A bar of hidden costs for each vendor, the cheapest vendor's in the title.
#[component]
pub fn HiddenCosts(props: &HiddenCostsProps) -> Html {
    let shared = use_shared();
    let answer = &props.answer;
    let found = &props.hidden;
    let bars: Vec<Bar> = found
        .iter()
        .enumerate()
        .filter_map(|(vendor, hidden)| Some(bar(&shared, answer, vendor, hidden.as_ref()?)))
        .collect();
    if bars.is_empty() {
        return Html::default();
    }
    let money = {
        let locale = shared.locale.clone();
        Callback::from(move |value: f64| locale.money(value))
    };
    html! {
        <div class="charts"><StackedBars title={title(&shared, answer, found)} subtitle={shared.of_vendors(VendorText::HiddenSubtitle)} {bars} {money}
            explain={shared.explain.clone()} table_word={shared.said(ReportText::TableBehind)} total_word={shared.of_vendors(VendorText::HiddenTotal)} /></div>
    }
}

/// The finding on the cheapest vendor, else on the first.
fn title(shared: &Shared, answer: &AnswerOf, found: &[Option<Hidden>]) -> String {
    let ranked = answer.answer.ranked();
    let subject = ranked
        .iter()
        .find_map(|option| option.kind().vendor())
        .filter(|vendor| cheapest_with(answer, *vendor).is_some())
        .or(found.iter().position(Option::is_some))
        .unwrap_or(0);
    let name = answer.vendors.get(subject).map_or("", String::as_str);
    match found.get(subject).and_then(Option::as_ref) {
        Some(hidden) if hidden.total() > 0.0 && hidden.fees > 0.0 => {
            let (total, share) = (hidden.total(), hidden.total() / hidden.fees);
            let words =
                [name, &shared.locale.money(total), &shared.locale.share(libm::round(share * 100.0) / 100.0)];
            shared.of_vendors_with(VendorText::HiddenTitle, &words)
        }
        _ => shared.of_vendors_with(VendorText::HiddenTitleNone, &[name]),
    }
}

fn bar(shared: &Shared, answer: &AnswerOf, vendor: usize, hidden: &Hidden) -> Bar {
    let parts = HiddenCost::ALL.iter().map(|cost| Part {
        class: format!("hidden-{}", cost.name()).into(),
        name: shared.of_vendors(called(*cost)).into(),
        value: hidden.of(*cost),
        result_path: format!("hidden.{vendor}.{}", cost.name()).into(),
    });
    Bar {
        name: answer.vendors.get(vendor).cloned().unwrap_or_default().into(),
        class: format!("series-vendor-{vendor}").into(),
        parts: parts.collect(),
        total: hidden.total(),
        total_text: shared.locale.money(hidden.total()).into(),
        result_path: format!("hidden.{vendor}.total").into(),
    }
}
