//! How the hours of a service are met: capacity, overtime, contractors; what is left waits or is lost.

use super::inhouse::{overtime_hour, undone_hour};
use super::project::Project;
use super::{Mask, Number, Term};
use crate::scenario::{Service, Unmet};

/// How the hours of a service were met, by month.
#[derive(Clone, Debug)]
pub struct Hours<N> {
    /// By overtime.
    pub overtime: Vec<N>,
    /// By contractors.
    pub contractor: Vec<N>,
    /// Never; what still waits at the horizon is undone in its last month.
    pub undone: Vec<N>,
    /// Waiting at the end of the month.
    pub waiting: Vec<N>,
    /// Paid for and not needed.
    pub idle: Vec<N>,
    /// Of a project: hours left at the end of the month, at the decision all of them.
    pub left: Vec<N>,
    /// When a project is done, in months from the decision; None if not within the horizon, or if it is no project.
    pub finish: Option<N>,
}

/// What has to be met, and with what.
pub struct Meeting<'a, N> {
    /// The service.
    pub service: &'a Service<N>,
    /// The project, if it is one.
    pub project: Option<&'a Project<N>>,
    /// Hours due by month.
    pub need: &'a [N],
    /// Hours that vendors deliver.
    pub delivered: Vec<N>,
    /// Productive hours of the team.
    pub capacity: &'a [N],
    /// Hours of the team that go into handing over.
    pub handover: &'a [N],
    /// Whether what is not done at once is lost, whatever is stated.
    pub live: bool,
}

/// The sources beyond capacity, cheapest first.
struct Sources<N: Number> {
    overtime: N::Mask,
    contractor: Option<N::Mask>,
    limit: N,
}

impl<N: Number> Meeting<'_, N> {
    /// Meets the hours month by month: vendors, the team's capacity, then the cheapest sources.
    ///
    /// waiting(t) = waiting(t−1) + need(t) − done(t). A project may be worked on ahead of what is due.
    #[inline(never)]
    pub fn meet(&self) -> Hours<N> {
        let zeros = vec![N::zero(); self.need.len()];
        let mut hours = Hours {
            overtime: zeros.clone(),
            contractor: zeros.clone(),
            undone: zeros.clone(),
            waiting: zeros.clone(),
            idle: zeros,
            left: self.project.map(|project| vec![project.stock]).unwrap_or_default(),
            finish: None,
        };
        let sources = self.sources();
        let waits = self.project.is_some() || (self.service.shortage.unmet == Unmet::Waits && !self.live);
        let months = self.need.len() - 1;
        // What of a project is done before it is due, and what of it is left.
        let (mut ahead, mut left) = (N::zero(), self.project.map(|project| project.stock));
        let (overtimes, contractor) = (sources.overtime.any(), sources.contractor.filter(|mask| mask.any()));
        let mut before = N::zero();
        for month in 1..=months {
            let (mut due, mut bought) = (self.need[month], self.delivered[month]);
            if self.project.is_some() {
                due = (due - ahead).positive();
                ahead = (ahead - self.need[month]).positive().computed(Term::AheadHours);
            } else {
                // What waits is the team's: a vendor does what is planned for it.
                bought = bought.or_less(due);
            }
            let own = (self.capacity[month] - self.handover[month]).positive();
            let load = (due + before - bought).positive();
            let spare = (bought - due - before).positive() + (own - load).positive();
            let mut short = (load - own).positive();
            if overtimes {
                let most = short.or_less(sources.limit * self.capacity[month]);
                let overtime = N::choose(sources.overtime, most, N::zero());
                hours.overtime[month] = overtime.computed(Term::OvertimeHours);
                short = short - overtime;
            }
            if let Some(contractor) = contractor {
                let bought = short.computed(Term::ContractorHours);
                hours.contractor[month] = N::choose(contractor, bought, N::zero());
                short = N::choose(contractor, N::zero(), short);
            }
            let mut idle = spare;
            if let Some(rest) = left {
                let done = due + before - short;
                let early = spare.or_less((rest - done).positive());
                ahead = (ahead + early).computed(Term::AheadHours);
                idle = spare - early;
                let now = done + early;
                if N::decide(rest.is_positive().and(now.at_least(rest * N::of(1.0 - 1e-12)))) {
                    let part = rest.share_of(now + idle);
                    hours.finish = Some((N::of((month - 1) as f64) + part).computed(Term::FinishMonth));
                }
                let rest = (rest - now).positive().computed(Term::UndoneHours);
                hours.left.push(rest);
                left = Some(rest);
            }
            hours.idle[month] = idle.computed(Term::IdleHours);
            if waits {
                before = short.computed(Term::WaitingHours);
                hours.waiting[month] = before;
            } else {
                hours.undone[month] = short.computed(Term::UndoneHours);
            }
        }
        if waits {
            let last = left.unwrap_or(hours.waiting[months]);
            hours.undone[months] = last.computed(Term::UndoneHours);
        }
        hours
    }

    fn sources(&self) -> Sources<N> {
        let shortage = &self.service.shortage;
        let (overtime, undone) = (overtime_hour(self.service), undone_hour(self.service));
        let cheap = undone.at_least(overtime);
        Sources {
            overtime: shortage
                .contractor_rate
                .map_or(cheap, |contractor| cheap.and(contractor.more_than(overtime))),
            contractor: shortage.contractor_rate.map(|contractor| undone.at_least(contractor)),
            limit: shortage.overtime_limit,
        }
    }
}
