//! A project: one stock of effort, worked off until it is done.

use super::{Number, Term};
use crate::cocomo;
use crate::scenario::{Line, Mode, Service};

/// A project, the same for every course.
#[derive(Clone, Debug)]
pub struct Project<N> {
    /// Productive hours of own experienced people that it takes.
    pub stock: N,
    /// Hours a month at which it is planned to be worked off.
    pub rate: N,
    /// The month by which it is wanted.
    pub target: N,
}

/// Hours of a COCOMO II person-month: Boehm and others, *Software Cost Estimation with COCOMO II*, 2000.
const COCOMO_MONTH: f64 = 152.0;
const TWELVE: f64 = 12.0;

impl<N: Number> Project<N> {
    /// The project of a service that is one.
    ///
    /// Effort as stated, else of its size by COCOMO II, else a year's work of today's team. Length as stated,
    /// else COCOMO II's schedule where effort comes from it, else what today's team takes.
    pub fn new(service: &Service<N>) -> Option<Self> {
        let work = &service.development;
        if service.line != Line::SoftwareDevelopment || work.mode != Mode::Project {
            return None;
        }
        let team = service.team.people * service.team.hours / N::of(TWELVE);
        let months = |size: N| {
            let (factors, multipliers) = (work.scale_factors.value(), work.multipliers.value());
            cocomo::effort(size.value(), factors, multipliers)
        };
        let estimated = work.size.and_then(|size| months(size).filter(|effort| *effort > 0.0));
        let stock = work
            .effort
            .or_else(|| estimated.map(|effort| N::of(effort * COCOMO_MONTH).computed(Term::ProjectEffort)))
            .unwrap_or(team * N::of(TWELVE));
        let scheduled = || {
            let effort = stock.value() / COCOMO_MONTH;
            work.size
                .and_then(|_| cocomo::schedule(effort, work.scale_factors.value()))
                .filter(|months| *months > 0.0)
        };
        let taken = || {
            let months = if team.value() > 0.0 { stock.value() / team.value() } else { TWELVE };
            if months > 0.0 { months } else { 1.0 }
        };
        let length = work
            .months
            .unwrap_or_else(|| N::of(scheduled().unwrap_or_else(taken)).computed(Term::ProjectLength));
        Some(Project {
            stock,
            rate: (stock / length.or_more(N::one())).named(Term::ProjectRate),
            target: work.target.unwrap_or(length),
        })
    }

    /// Hours due by month when worked off at the planned rate; nothing in month 0.
    pub fn due(&self, months: usize) -> Vec<N> {
        let mut left = self.stock;
        let mut due = vec![N::zero()];
        for _ in 1..=months {
            let now = self.rate.or_less(left);
            left = (left - now).positive().computed(Term::UndoneHours);
            due.push(now.computed(Term::Need));
        }
        due
    }
}
