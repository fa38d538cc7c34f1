//! People planned in advance: a size of the team for every month, at least cost under what hiring, releasing and the rest of the work cost.
//!
//! A person's cost, the demand in people and the price of the rest are taken from the engine's own plan, month by month; hiring and
//! releasing cost money and take time. The sizes are run through the whole engine like any other course and compared there.

use std::sync::Arc;

use crate::engine::demand::{foreseen, learning};
use crate::engine::inhouse::{loaded_hour, overtime_hour, person_cost, undone_hour};
use crate::engine::offer::Engagement;
use crate::engine::plan::{Core, Course, Setting};
use crate::engine::rates::{monthly_attrition, months_up};
use crate::engine::staffing::Policy;
use crate::sizing::{Load, Month, Start, best_sizes, constant_size, flex_cost, shocks, time_used};

/// Most sizes looked at; a larger team is planned in blocks of several people.
const MOST_SIZES: usize = 200;
/// Shocks in the sample that stands for demand's doubt; one where there is none.
const SHOCKS: usize = 64;

/// What the sizes of one service are planned on, in blocks of people.
struct Plan<'a> {
    setting: &'a Setting<'a, f64>,
    factors: &'a [f64],
    /// People in a block.
    block: f64,
    /// The largest size, in blocks.
    most: usize,
    /// Demand by month in blocks: each equally likely.
    demand: Vec<Vec<f64>>,
}

impl<'a> Plan<'a> {
    fn new(setting: &'a Setting<'a, f64>, factors: &'a [f64]) -> Option<Self> {
        let hours = setting.service.team.hours / 12.0;
        // People are asked for a time to hire ahead: what is a surprise then is not planned for.
        let lead = months_up(setting.service.team.time_to_hire);
        let need = foreseen(setting.service, &setting.work, setting.scenario.first_month, lead, None);
        let people: Vec<f64> =
            need.iter().zip(&setting.average).map(|(need, average)| need / (hours * average)).collect();
        let spread = setting.service.demand.spread;
        let sample = shocks(spread, if spread > 0.0 { SHOCKS } else { 1 })?;
        let highest = sample.last().copied().unwrap_or(1.0);
        let peak = people[1..].iter().fold(0.0, |most: f64, need| if *need > most { *need } else { most });
        let today = setting.service.team.people;
        let most_people = libm::ceil((peak * highest.min(2.0)).max(today)) + 1.0;
        let block = libm::ceil(most_people / MOST_SIZES as f64).max(1.0);
        let demand =
            people.iter().map(|need| sample.iter().map(|shock| need * shock / block).collect()).collect();
        Some(Plan { setting, factors, block, most: libm::ceil(most_people / block) as usize, demand })
    }

    fn hours(&self) -> f64 {
        self.setting.service.team.hours / 12.0
    }

    /// What x = 0..=most blocks of people cost in a month beside the work they do: up to today's team what a person fewer saves, beyond it all
    /// of what a person costs, their leavers' successors included.
    fn people(&self, month: usize) -> Vec<f64> {
        let service = self.setting.service;
        let wage = self.setting.indices.wage[month];
        let replaced = monthly_attrition(&service.team) * service.team.recruitment * wage;
        let (avoided, all) = person_cost(self.setting, month);
        let mut sum = 0.0;
        (0..=self.most)
            .map(|size| {
                if size > 0 {
                    let person = size as f64 * self.block;
                    let each = if person <= service.team.people { avoided } else { all };
                    sum += (each + replaced) * self.block;
                }
                sum
            })
            .collect()
    }

    /// What the rest of the work costs beside x blocks of people without a vendor: overtime to its limit, then a contractor, or left undone.
    fn by_shortage(&self, month: usize) -> Option<Vec<f64>> {
        let service = self.setting.service;
        let wage = self.setting.indices.wage[month];
        let undone = undone_hour(service);
        let last = service.shortage.contractor_rate.filter(|price| *price <= undone).unwrap_or(undone);
        let overtime = overtime_hour(service);
        let each = self.hours() * self.setting.average[month] * self.block * wage;
        let mut costs = flex_cost(last * each, &self.demand[month], self.most)?;
        if overtime < last {
            // E[min(short, limit·x)] = E(D − x)⁺ − E(D − x·(1 + limit))⁺: what overtime takes over.
            let limit = service.shortage.overtime_limit;
            let demand = &self.demand[month];
            let beyond = |from: f64| {
                demand.iter().map(|blocks| (blocks - from).max(0.0)).sum::<f64>() / demand.len() as f64
            };
            for (size, cost) in costs.iter_mut().enumerate() {
                let size = size as f64;
                *cost -= (last - overtime) * each * (beyond(size) - beyond(size * (1.0 + limit)));
            }
        }
        Some(costs)
    }

    /// The price of the work of a block of people in a month when a vendor does it for so much an hour at list prices.
    fn flex(&self, offer: usize, list_hour: f64) -> Option<Vec<f64>> {
        let found = &self.setting.service.offers[offer];
        let withheld = found.price.withholding / (1.0 - found.price.withholding);
        let hour = list_hour * (1.0 + found.governance.share + found.price.vat + withheld);
        let factors =
            Engagement::new(found, offer).price_factors(self.setting.scenario, self.setting.months, None);
        let months = self.setting.average.iter().zip(factors);
        let prices: Vec<f64> =
            months.map(|(average, factor)| hour * factor * self.hours() * average * self.block).collect();
        (hour > 0.0 && prices.iter().all(|price| price.is_finite())).then_some(prices)
    }

    /// The size of every month that costs least, as a course's people of months 0..=H.
    fn by_month(&self, vendor: Option<(usize, &[f64])>) -> Option<Arc<[f64]>> {
        let service = self.setting.service;
        let (team, leaving) = (&service.team, &service.leaving);
        let offer = vendor.map(|(offer, _)| &service.offers[offer]);
        let there = offer.map(|offer| Engagement::new(offer, 0).settled_from());
        let months = 1..=self.setting.months;
        let mut rest = Vec::with_capacity(self.setting.months);
        for month in months.clone() {
            let bought = match vendor {
                Some((_, prices)) if there.is_some_and(|from| month >= from) => {
                    flex_cost(prices[month], &self.demand[month], self.most)?
                }
                _ => self.by_shortage(month)?,
            };
            rest.push(
                bought
                    .iter()
                    .zip(self.people(month))
                    .map(|(bought, people)| bought + people)
                    .collect::<Vec<f64>>(),
            );
        }
        // The priced loss of ramping: the hours that a newcomer does not do, at what an hour costs when bought.
        let ramp = libm::ceil(team.ramp_months) as usize;
        let lost: f64 =
            (0..ramp).map(|k| 1.0 - learning(team.ramp_start, 1.0, team.ramp_months, k)).sum::<f64>()
                * self.hours();
        let bonus =
            offer.filter(|offer| !offer.incumbent).map_or(0.0, |offer| offer.transition.retention_months);
        let charged: Vec<Month<'_>> = months
            .zip(&rest)
            .map(|(month, rest)| {
                let wage = self.setting.indices.wage[month];
                let severed = leaving.severance_months * (1.0 - leaving.transferred) + bonus;
                Month {
                    discount: self.factors[month],
                    core: 0.0,
                    rest,
                    hire: (team.recruitment + lost * loaded_hour(service)) * wage * self.block,
                    round: 0.0,
                    release: team.pay / 12.0 * wage * severed * self.block,
                }
            })
            .collect();
        let start = Start {
            people: libm::round(team.people / self.block) as usize,
            lead: months_up(team.time_to_hire),
            notice: leaving.notice_months as usize,
        };
        let found = best_sizes(start, &charged)?;
        let people = found.people.iter().map(|size| *size as f64 * self.block);
        Some(std::iter::once(team.people).chain(people).collect())
    }

    /// One constant size beside a vendor, by the rule that a person is kept while they save more flex than they cost.
    fn constant(&self, prices: &[f64], from: usize) -> Option<f64> {
        let costs: Vec<f64> = (from..=self.setting.months)
            .map(|month| self.people(month).get(1).copied().unwrap_or(0.0))
            .collect();
        let loads: Vec<Load<'_>> = (from..=self.setting.months)
            .zip(&costs)
            .map(|(month, core)| Load {
                discount: self.factors[month],
                core: *core,
                flex: prices[month],
                demand: &self.demand[month],
            })
            .collect();
        Some(constant_size(&loads, self.most)?.people as f64 * self.block)
    }
}

/// The staffing of a service that stays in-house, planned at least cost.
#[must_use]
pub fn least_cost(setting: &Setting<'_, f64>, factors: &[f64]) -> Option<Course> {
    if setting.project.is_some() {
        return None;
    }
    let sizes = Plan::new(setting, factors)?.by_month(None)?;
    Some(Course { sizes: Some(sizes), ..Course::own(Policy::Planned) })
}

/// Courses with a core planned in advance beside a vendor that does an hour of our work for so much at list prices: a size for every
/// month, and one constant size. None keeps nobody throughout.
#[must_use]
pub fn cores(setting: &Setting<'_, f64>, factors: &[f64], offer: usize, list_hour: f64) -> Vec<Course> {
    let found = || -> Option<Vec<Course>> {
        let plan = Plan::new(setting, factors).filter(|_| setting.project.is_none())?;
        let prices = plan.flex(offer, list_hour)?;
        let from = Engagement::new(&setting.service.offers[offer], offer).settled_from();
        if from > setting.months {
            return None;
        }
        let course = |policy: Policy, sizes: Arc<[f64]>| Course {
            sizes: Some(sizes),
            ..Course::with(policy, offer, Core::Planned)
        };
        let constant = plan
            .constant(&prices, from)
            .map(|size| course(Policy::Chase, vec![size; setting.months + 1].into()));
        let monthly = plan.by_month(Some((offer, &prices))).map(|sizes| course(Policy::Planned, sizes));
        let kept = |course: &Course| {
            course.sizes.as_ref().is_some_and(|sizes| sizes.iter().skip(from).any(|size| *size > 0.0))
        };
        Some(constant.into_iter().chain(monthly).filter(kept).collect())
    };
    found().unwrap_or_default()
}

/// The share of the time in which each block of `step` people, the first first, is needed from the month `from` on; before it the 1 of nobody.
#[must_use]
pub fn load_duration(setting: &Setting<'_, f64>, from: usize, step: usize, most: usize) -> Option<Vec<f64>> {
    let plan = Plan::new(setting, &[])?;
    let scale = plan.block / step as f64;
    let months = plan.demand.get(from..).filter(|months| !months.is_empty())?;
    let mut needed = vec![0.0; most + 1];
    needed[0] = 1.0;
    for demand in months {
        let blocks: Vec<f64> = demand.iter().map(|blocks| blocks * scale).collect();
        for (sum, used) in needed[1..].iter_mut().zip(time_used(&blocks, most)?) {
            *sum += used / months.len() as f64;
        }
    }
    Some(needed)
}
