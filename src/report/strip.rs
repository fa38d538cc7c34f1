//! The strip of what-ifs: demand, a peak and a slump to drag, and everything below follows. The plan itself stays as it is.

use std::rc::Rc;

use serde_json::{Value, json};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::words::Said as _;
use crate::engine::demand::stated_base;
use crate::engine::project::Project;
use crate::page::messages::{Message, tell};
use crate::page::shared::{Shared, use_shared};
use crate::page::views::controls::button;
use crate::page::views::figures::AnswerOf;
use crate::page::views::verdict::sentence;
use crate::scenario::{Unit, document, plan_values};
use crate::words::{Format, ReportText};

/// What the peak of the strip adds to demand, for how many months; what the slump takes away.
const PEAK: (f64, u32) = (0.4, 3);
const SLUMP: f64 = -0.3;

/// What is different.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Different {
    /// Change of demand in steps of 5 %.
    pub demand: i32,
    /// The month in which a peak starts; 0 for none.
    pub peak: u32,
    /// Months of a slump from the middle of the horizon; 0 for none.
    pub slump: u32,
}

impl Different {
    /// Whether anything is.
    #[must_use]
    pub fn any(self) -> bool {
        self != Self::default()
    }

    fn share(self) -> f64 {
        f64::from(self.demand) * 0.05
    }

    /// The document as it would be then. Peak and slump are surprises.
    #[must_use]
    pub fn applied(self, plan: &Value) -> Value {
        let mut changed = plan.clone();
        let scenario = plan_values(plan);
        let middle = libm::floor(scenario.horizon / 2.0) + 1.0;
        for (index, service) in scenario.services.iter().enumerate() {
            let at = |name: &str| format!("services.{index}.demand.{name}");
            if self.demand != 0 && Project::new(service).is_none() {
                let by = 1.0 + self.share();
                document::set(&mut changed, &at("base"), Some(json!(stated_base(service) * by)));
                for (place, offer) in service.offers.iter().enumerate() {
                    if let Some(counted) = offer.price.counted {
                        let path = format!("services.{index}.offers.{place}.price.counted");
                        document::set(&mut changed, &path, Some(json!(counted * by)));
                    }
                }
            }
            if let Some(project) = Project::new(service) {
                let path = format!("services.{index}.development.effort");
                document::set(&mut changed, &path, Some(json!(project.stock * (1.0 + self.share()))));
                continue;
            }
            let mut events =
                document::get(&changed, &at("events")).and_then(Value::as_array).cloned().unwrap_or_default();
            let before = events.len();
            if self.peak > 0 {
                events.push(
                    json!({ "start": self.peak, "length": PEAK.1, "uplift": PEAK.0, "surprise": true }),
                );
            }
            if self.slump > 0 {
                events.push(
                    json!({ "start": middle, "length": self.slump, "uplift": SLUMP, "surprise": true }),
                );
            }
            if events.len() > before {
                document::set(&mut changed, &at("events"), Some(Value::Array(events)));
            }
        }
        changed
    }
}

/// What the strip is handed.
#[derive(Properties, PartialEq)]
pub struct StripProps {
    /// The document of the plan.
    pub plan: Rc<Value>,
    /// The answer on view: the plan's, or what it would be.
    pub answer: Rc<AnswerOf>,
    /// What is different now.
    pub different: Different,
    /// Told when that changes.
    pub change: Callback<Different>,
}

/// Three sliders, the verdict as it would be, and the ways back and on.
#[component]
pub fn Strip(props: &StripProps) -> Html {
    let shared = use_shared();
    let now = props.different;
    let months = props.answer.answer.months as u32;
    let slider = |label: ReportText,
                  value: i32,
                  (low, high): (i32, i32),
                  words: String,
                  with: fn(Different, i32) -> Different| {
        let change = props.change.clone();
        let oninput = Callback::from(move |event: InputEvent| {
            let typed = event.target_unchecked_into::<HtmlInputElement>().value_as_number();
            change.emit(with(now, typed as i32));
        });
        html! {
            <label>
                <span>{ shared.said(label) }{ " " }<b>{ words.clone() }</b></span>
                <input type="range" min={low.to_string()} max={high.to_string()} value={value.to_string()} aria-valuetext={words} {oninput} />
            </label>
        }
    };
    let (demand, peak, slump) = words(&shared, &props.answer, now);
    let (reset, taken, plan) = (props.change.clone(), props.change.clone(), props.plan.clone());
    html! {
        <section class="panel trial" aria-label={shared.said(ReportText::StripTitle)}>
            <h2>{ shared.said(ReportText::StripTitle) }</h2>
            <p class="subtitle">{ shared.said_with(ReportText::StripSubtitle, &[&shared.locale.share(PEAK.0), &shared.quantity(f64::from(PEAK.1), Unit::Months), &shared.locale.share(-SLUMP)]) }</p>
            <div class="sliders">
                { slider(ReportText::StripDemand, now.demand, (-10, 20), demand, |now, demand| Different { demand, ..now }) }
                { slider(ReportText::StripPeak, now.peak as i32, (0, months as i32), peak, |now, peak| Different { peak: peak as u32, ..now }) }
                { slider(ReportText::StripSlump, now.slump as i32, (0, (months / 2) as i32), slump, |now, slump| Different { slump: slump as u32, ..now }) }
            </div>
            if now.any() {
                <p class="lead" aria-live="polite">{ for props.answer.answer.verdict.headline.iter().map(|one| sentence(&shared, one)) }</p>
                <p class="controls">
                    { button(shared.said(ReportText::StripBack), "", move || reset.emit(Different::default())) }
                    { " " }{ button(shared.said(ReportText::StripTake), "", move || {
                        take_over(&plan, now);
                        taken.emit(Different::default());
                    }) }
                </p>
            }
        </section>
    }
}

fn words(shared: &Shared, answer: &AnswerOf, now: Different) -> (String, String, String) {
    let none = || shared.said(ReportText::StripNone).to_owned();
    let demand = match now.demand {
        0 => shared.said(ReportText::StripAsPlanned).to_owned(),
        steps if steps > 0 => format!("+{}", shared.locale.share(now.share())),
        _ => format!("−{}", shared.locale.share(-now.share())),
    };
    let peak =
        if now.peak == 0 { none() } else { shared.locale.month(answer.first.plus(now.peak as usize - 1)) };
    let slump = if now.slump == 0 { none() } else { shared.quantity(f64::from(now.slump), Unit::Months) };
    (demand, peak, slump)
}

/// Puts what is different into the plan itself, as one edit.
fn take_over(plan: &Value, now: Different) {
    if let Some(services) = now.applied(plan).get("services") {
        tell(Message::Set, &json!(["services", services]).to_string());
    }
}
