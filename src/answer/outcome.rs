//! An option with everything it books.

use std::rc::Rc;

use crate::engine::hours::Hours;
use crate::engine::ledger::{Account, Ledger, Line, Nature, Recurrence};
use crate::engine::plan::Course;
use crate::engine::staffing::Policy;
use crate::scenario::Staffing;

/// What kind of option it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Today's people, vacancies and contracts.
    AsIs,
    /// The same work staffed in-house at least cost.
    BestInHouse,
    /// A vendor, by its position, for every service that it has an offer for.
    Outsourced(usize),
    /// A vendor, by its position, with the stated core kept.
    Split(usize),
    /// A vendor, by its position, with the best core found kept.
    BestCore(usize),
    /// The best option of each service.
    BestMix,
}

impl Kind {
    /// The key in the result file.
    #[must_use]
    pub fn key(self) -> String {
        match self {
            Kind::AsIs => "as_is".to_owned(),
            Kind::BestInHouse => "best_in_house".to_owned(),
            Kind::Outsourced(vendor) => format!("outsourced_{vendor}"),
            Kind::Split(vendor) => format!("split_{vendor}"),
            Kind::BestCore(vendor) => format!("best_core_{vendor}"),
            Kind::BestMix => "best_mix".to_owned(),
        }
    }

    /// The vendor it gives work to, if it is one.
    #[must_use]
    pub fn vendor(self) -> Option<usize> {
        match self {
            Kind::Outsourced(vendor) | Kind::Split(vendor) | Kind::BestCore(vendor) => Some(vendor),
            _ => None,
        }
    }
}

/// One service under one course, in plain numbers.
#[derive(Clone, Debug)]
pub struct Part {
    /// The course run.
    pub course: Course,
    /// The service's line of work: what its demand is counted in.
    pub line: crate::scenario::Line,
    /// The entries.
    pub ledger: Ledger<f64>,
    /// People employed, months 0..=H.
    pub people: Vec<f64>,
    /// Hours of work needed.
    pub need: Vec<f64>,
    /// Units of demand.
    pub demand: Vec<f64>,
    /// Whether it is a project: what is not done yet is not late.
    pub project: bool,
    /// How the hours were met.
    pub hours: Hours<f64>,
    /// Productive hours of the team.
    pub capacity: Vec<f64>,
    /// Hours that vendors deliver.
    pub delivered: Vec<f64>,
    /// The vendor taken, by its position, if the course takes one.
    pub vendor: Option<usize>,
    /// The month in which the vendor taken does half of its work.
    pub switch: Option<usize>,
    /// Months before the vendor taken starts; None for the incumbent or no vendor.
    pub lead: Option<usize>,
    /// The first month after lead and parallel working; None for the incumbent or no vendor.
    pub settled_from: Option<usize>,
    /// Whether that is within the horizon.
    pub switches: bool,
    /// What an hour of our work costs with the vendor taken, once settled, at list prices; None where more work has no
    /// price of its own.
    pub list_hour: Option<f64>,
    /// Present value of the entries.
    pub present: f64,
}

impl Part {
    /// How the team's size was set; None where nobody is left at the horizon.
    #[must_use]
    pub fn staffing(&self) -> Option<Staffing> {
        let stays = self.people.last().is_some_and(|people| *people > 0.0);
        stays.then_some(match self.course.policy {
            Policy::Fixed => Staffing::AsToday,
            Policy::Chase => Staffing::Chase,
            Policy::Level => Staffing::Level,
            Policy::Planned => Staffing::LeastCost,
        })
    }
}

/// The sums of an option's entries by month 0..=H.
#[derive(Clone, Debug)]
pub struct Flows {
    /// All entries.
    pub all: Vec<f64>,
    /// Money that moves.
    pub cash: Vec<f64>,
    /// Priced losses.
    pub consequences: Vec<f64>,
    /// What falls due because of the decision, once.
    pub one_off: Vec<f64>,
    /// What falls due as the work goes on.
    pub recurring: Vec<f64>,
}

impl Flows {
    /// The sums of ledgers: of each by itself, and then of these.
    pub(super) fn of<'a>(months: usize, ledgers: impl Iterator<Item = &'a Ledger<f64>>) -> Self {
        let mut total = Flows::zero(months);
        for ledger in ledgers {
            let part = Flows::of_one(months, ledger);
            let sums = [
                &mut total.all,
                &mut total.cash,
                &mut total.consequences,
                &mut total.one_off,
                &mut total.recurring,
            ];
            let parts = [part.all, part.cash, part.consequences, part.one_off, part.recurring];
            for (sum, part) in sums.into_iter().zip(parts) {
                sum.iter_mut().zip(part).for_each(|(sum, part)| *sum += part);
            }
        }
        total
    }

    fn zero(months: usize) -> Self {
        let zeros = vec![0.0; months + 1];
        Flows {
            all: zeros.clone(),
            cash: zeros.clone(),
            consequences: zeros.clone(),
            one_off: zeros.clone(),
            recurring: zeros,
        }
    }

    fn of_one(months: usize, ledger: &Ledger<f64>) -> Self {
        let mut flows = Flows { all: ledger.sums.clone(), ..Flows::zero(months) };
        for line in &ledger.lines {
            let by_nature = match line.account.nature {
                Nature::Cash => &mut flows.cash,
                Nature::Consequence => &mut flows.consequences,
            };
            let by_recurrence = match line.account.recurrence {
                Recurrence::OneOff => Some(&mut flows.one_off),
                Recurrence::Recurring => Some(&mut flows.recurring),
                Recurrence::Closing => None,
            };
            for sums in [Some(by_nature), by_recurrence].into_iter().flatten() {
                for (sum, amount) in sums.iter_mut().zip(&line.amounts) {
                    *sum += amount;
                }
            }
        }
        flows
    }
}

/// An option with everything it books.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// What kind of option it is.
    pub kind: Kind,
    /// Its services, in the scenario's order; options that do the same in one share it.
    pub parts: Vec<Rc<Part>>,
    /// What its services share.
    pub shared: Ledger<f64>,
    /// The sums of all this by month.
    pub flows: Flows,
}

impl Outcome {
    /// All lines, service by service, then what they share.
    pub fn lines(&self) -> impl Iterator<Item = &Line<f64>> {
        self.parts.iter().flat_map(|part| &part.ledger.lines).chain(&self.shared.lines)
    }

    /// The sum of the entries that satisfy a condition, by month.
    #[must_use]
    pub fn monthly(&self, months: usize, which: impl Fn(&Account) -> bool) -> Vec<f64> {
        let mut sums = vec![0.0; months + 1];
        for line in self.lines().filter(|line| which(&line.account)) {
            for (sum, amount) in sums.iter_mut().zip(&line.amounts) {
                *sum += amount;
            }
        }
        sums
    }

    /// Whether every move ends within the horizon, so that the option may be ranked.
    #[must_use]
    pub fn switches(&self) -> bool {
        self.parts.iter().all(|part| part.switches)
    }
}
