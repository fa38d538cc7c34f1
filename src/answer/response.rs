//! What change costs each option: demand higher or lower for good, a peak, a slump; staffing fixed and planned anew.

use super::compare::Answer;
use super::what_if::Case;

/// A change of demand, and what each option costs then.
#[derive(Clone, Debug)]
pub struct Response {
    /// What changes.
    pub case: Case,
    /// The options' present values then, in the order of the plan's options; None where there is no such option then.
    pub present: Vec<Option<f64>>,
}

impl Response {
    /// What the change adds to the present value of the plan's option at `index`.
    #[must_use]
    pub fn extra(&self, plan: &Answer, index: usize) -> Option<f64> {
        Some((*self.present.get(index)?)? - plan.options[index].measures.present)
    }

    /// Relative change of cost ÷ relative change of demand, where demand changes for good: 1 follows it, 0 does not move at all.
    #[must_use]
    pub fn elasticity(&self, plan: &Answer, index: usize) -> Option<f64> {
        let Case::Demand(by) = self.case else { return None };
        let base = plan.options[index].measures.present;
        (base > 0.0).then_some(())?;
        Some(self.extra(plan, index)? / base / (by - 1.0))
    }
}

/// What changes of demand cost, of the answers in the cases that [`answers`](super::answers) gives. As-is keeps its staffing; the others are
/// planned anew, a spell as the surprise that it is.
#[must_use]
pub fn responses(answers: &[(Case, Answer)], plan: &Answer) -> Vec<Response> {
    answers
        .iter()
        .filter(|(case, _)| case.is_of_demand())
        .map(|(case, found)| {
            let present = |option: &super::Compared| Some(found.option(option.kind())?.measures.present);
            Response { case: *case, present: plan.options.iter().map(present).collect() }
        })
        .collect()
}
