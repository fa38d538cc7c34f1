//! People planned in advance: a size of the team for every month, at least cost under what hiring, releasing and the rest of the work cost.
//!
//! A person's cost, the demand in people and the price of the rest are taken from the engine's own plan, month by month; hiring and
//! releasing cost money and take time. The sizes are run through the whole engine like any other course and compared there.

use std::cell::OnceCell;
use std::sync::Arc;

use crate::engine::demand::{foreseen, learning};
use crate::engine::inhouse::{overtime_hour, person_cost, undone_hour};
use crate::engine::offer::Engagement;
use crate::engine::plan::{Core, Course, Setting};
use crate::engine::rates::{monthly_attrition, months_up};
use crate::engine::staffing::Policy;
use crate::sizing::{self, Load, Start, best_sizes, constant_size, left_over, shocks, time_used};

/// Most sizes looked at; a larger team is planned in blocks of several people.
const MOST_SIZES: usize = 200;
/// Shocks in the sample that stands for demand's doubt; one where there is none.
const SHOCKS: usize = 64;

/// What the sizes of one service are planned on, in blocks of people: the same for every vendor.
pub struct SizePlan<'a> {
    setting: &'a Setting<'a, f64>,
    factors: &'a [f64],
    /// People in a block.
    block: f64,
    /// The largest size, in blocks.
    most: usize,
    /// Months 0..=H.
    months: Vec<Month>,
    /// For each month, what x = 0..=most blocks of people cost beside the work they do.
    people: OnceCell<Vec<Vec<f64>>>,
    /// For each month, what the rest of the work costs beside x blocks without a vendor.
    short: OnceCell<Vec<Vec<f64>>>,
}

/// What one month may bring.
struct Month {
    /// Demand in blocks: each equally likely.
    demand: Vec<f64>,
    /// The share of the time in which each block is needed.
    used: Vec<f64>,
    /// What x = 0..=most blocks leave of the work, in blocks.
    left: Vec<f64>,
}

impl<'a> SizePlan<'a> {
    /// None where demand is beyond reckoning.
    #[must_use]
    pub fn new(setting: &'a Setting<'a, f64>, factors: &'a [f64]) -> Option<Self> {
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
        let most = libm::ceil(most_people / block) as usize;
        let month = |need: &f64| {
            let demand: Vec<f64> = sample.iter().map(|shock| need * shock / block).collect();
            let used = time_used(&demand, most)?;
            let left = left_over(&demand, &used);
            Some(Month { demand, used, left })
        };
        let months = people.iter().map(month).collect::<Option<_>>()?;
        let (people, short) = (OnceCell::new(), OnceCell::new());
        Some(SizePlan { setting, factors, block, most, months, people, short })
    }

    fn hours(&self) -> f64 {
        self.setting.service.team.hours / 12.0
    }

    /// What x = 0..=most blocks of people cost in a month beside the work they do: up to today's team what a person fewer saves, beyond it all
    /// of what a person costs, their leavers' successors included.
    fn people(&self) -> &[Vec<f64>] {
        self.people.get_or_init(|| (0..=self.setting.months).map(|month| self.people_in(month)).collect())
    }

    fn people_in(&self, month: usize) -> Vec<f64> {
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
    fn short(&self) -> &[Vec<f64>] {
        self.short.get_or_init(|| (0..=self.setting.months).map(|month| self.short_in(month)).collect())
    }

    /// What an hour costs, at today's wages, that overtime does not reach: a contractor's, or one left undone.
    fn last_hour(&self) -> f64 {
        let service = self.setting.service;
        let undone = undone_hour(service);
        service.shortage.contractor_rate.filter(|price| *price <= undone).unwrap_or(undone)
    }

    fn short_in(&self, month: usize) -> Vec<f64> {
        let service = self.setting.service;
        let wage = self.setting.indices.wage[month];
        let (last, overtime) = (self.last_hour(), overtime_hour(service));
        let each = self.hours() * self.setting.average[month] * self.block * wage;
        let mut costs: Vec<f64> = self.months[month].left.iter().map(|left| last * each * left).collect();
        if overtime < last {
            // E[min(short, limit·x)] = E(D − x)⁺ − E(D − x·(1 + limit))⁺: what overtime takes over.
            let limit = service.shortage.overtime_limit;
            let Month { demand, left, .. } = &self.months[month];
            // Demand ascends.
            let beyond = |from: f64| {
                let more = demand.iter().skip(demand.partition_point(|blocks| *blocks <= from));
                more.map(|blocks| blocks - from).sum::<f64>() / demand.len() as f64
            };
            for (size, cost) in costs.iter_mut().enumerate() {
                *cost -= (last - overtime) * each * (left[size] - beyond(size as f64 * (1.0 + limit)));
            }
        }
        costs
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
        // Month by month what all sizes cost.
        let mut rest = Vec::with_capacity(self.setting.months * (self.most + 1));
        for month in months.clone() {
            let people = self.people()[month].iter();
            match vendor {
                Some((_, prices)) if there.is_some_and(|from| month >= from) => {
                    let left = self.months[month].left.iter();
                    rest.extend(people.zip(left).map(|(people, left)| people + prices[month] * left));
                }
                _ => rest.extend(people.zip(&self.short()[month]).map(|(people, short)| people + short)),
            }
        }
        // The priced loss of ramping: the months' work that a newcomer does not do, at what it costs when bought or left.
        let ramp = libm::ceil(team.ramp_months) as usize;
        let lost: f64 = (0..ramp).map(|k| 1.0 - learning(team.ramp_start, 1.0, team.ramp_months, k)).sum();
        let bought = |month: usize| match vendor {
            Some((_, prices)) if there.is_some_and(|from| month >= from) => {
                prices[month] / self.setting.average[month]
            }
            _ => self.last_hour() * self.hours() * self.setting.indices.wage[month] * self.block,
        };
        let bonus =
            offer.filter(|offer| !offer.incumbent).map_or(0.0, |offer| offer.transition.retention_months);
        let charged: Vec<sizing::Month<'_>> = months
            .zip(rest.chunks_exact(self.most + 1))
            .map(|(month, rest)| {
                let wage = self.setting.indices.wage[month];
                let severed = leaving.severance_months * (1.0 - leaving.transferred) + bonus;
                sizing::Month {
                    discount: self.factors[month],
                    core: 0.0,
                    rest,
                    hire: team.recruitment * wage * self.block + lost * bought(month),
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
        let load = |month: usize| Load {
            discount: self.factors[month],
            core: self.people()[month].get(1).copied().unwrap_or(0.0),
            flex: prices[month],
            used: &self.months[month].used,
        };
        let loads: Vec<Load<'_>> = (from..=self.setting.months).map(load).collect();
        Some(constant_size(&loads)?.people as f64 * self.block)
    }

    /// The staffing of a service that stays in-house, planned at least cost; none of a project, which is planned by its pace.
    #[must_use]
    pub fn least_cost(&self) -> Option<Course> {
        if self.setting.project.is_some() {
            return None;
        }
        let sizes = self.by_month(None)?;
        Some(Course { sizes: Some(sizes), ..Course::own(Policy::Planned) })
    }

    /// Courses with a core planned in advance beside a vendor that does an hour of our work for so much at list prices: a size for every
    /// month, and one constant size. None keeps nobody throughout, and there is none for a project.
    #[must_use]
    pub fn cores(&self, offer: usize, list_hour: f64) -> Vec<Course> {
        let setting = self.setting;
        let from = Engagement::new(&setting.service.offers[offer], offer).settled_from();
        let able = setting.project.is_none() && from <= setting.months;
        let Some(prices) = self.flex(offer, list_hour).filter(|_| able) else {
            return Vec::new();
        };
        let course = |policy: Policy, sizes: Arc<[f64]>| Course {
            sizes: Some(sizes),
            ..Course::with(policy, offer, Core::Planned)
        };
        let constant = self
            .constant(&prices, from)
            .map(|size| course(Policy::Chase, vec![size; setting.months + 1].into()));
        let monthly = self.by_month(Some((offer, &prices))).map(|sizes| course(Policy::Planned, sizes));
        let kept = |course: &Course| {
            course.sizes.as_ref().is_some_and(|sizes| sizes.iter().skip(from).any(|size| *size > 0.0))
        };
        constant.into_iter().chain(monthly).filter(kept).collect()
    }

    /// The share of the time in which each block of `step` people, the first first, is needed from the month `from` on; before it the 1 of
    /// nobody.
    #[must_use]
    pub fn load_duration(&self, from: usize, step: usize, most: usize) -> Option<Vec<f64>> {
        let scale = self.block / step as f64;
        let months = self.months.get(from..).filter(|months| !months.is_empty())?;
        let mut needed = vec![0.0; most + 1];
        needed[0] = 1.0;
        for month in months {
            let blocks: Vec<f64> = month.demand.iter().map(|blocks| blocks * scale).collect();
            for (sum, used) in needed[1..].iter_mut().zip(time_used(&blocks, most)?) {
                *sum += used / months.len() as f64;
            }
        }
        Some(needed)
    }
}
