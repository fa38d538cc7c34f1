//! What is left to chance on a path, drawn by place: (seed, path, stream, step).

use crate::engine::chance::{Arrivals, Chance, Leavers, Shocks};
use crate::engine::rates::monthly_attrition;
use crate::engine::{LANES, Number, Term};
use crate::scenario::{Scenario, Service, volatility};
use crate::uncertainty::Philox;

use super::compile::Simulation;

/// Streams, each with room for every service, vendor and currency there may be.
const ROOM: u32 = 1 << 8;
const SHOCKS: u32 = 0;
const LEAVERS: u32 = ROOM;
const INCIDENTS: u32 = 2 * ROOM;
const INCIDENT_COSTS: u32 = 3 * ROOM;
const BREACHES: u32 = 4 * ROOM;
const BREACH_COSTS: u32 = 5 * ROOM;
const FAILURES: u32 = 6 * ROOM;
const RATES: u32 = 7 * ROOM;
const JUMPS: u32 = 8 * ROOM;

/// From so many expected in a month on, events are drawn as a number, not one by one.
const MANY: f64 = 16.0;

/// Where chance comes from on the paths of a number.
pub(super) struct Source<'a> {
    pub simulation: &'a Simulation,
    pub random: Philox,
    /// The number of each path.
    pub paths: &'a [u64],
}

impl Source<'_> {
    fn uniform<N: Number>(&self, stream: u32, step: u32) -> N {
        N::gather(|path| self.random.uniform(self.paths[path], stream, step))
    }

    /// Two gaps between events of rate 1: those of the steps that come of one block of random bits.
    fn gaps<N: Number>(&self, stream: u32, block: u32) -> [N; 2] {
        let mut gaps = [[0.0; LANES]; 2];
        for (lane, path) in self.paths.iter().enumerate() {
            let [one, other] = self.random.two(*path, stream, block);
            (gaps[0][lane], gaps[1][lane]) = (-libm::log(one), -libm::log(other));
        }
        gaps.map(|gaps| N::gather(|lane| gaps[lane]))
    }

    /// Standard normals of months 1..=H at positions 1..=H; position 0 is nothing.
    fn normals<N: Number>(&self, stream: u32) -> Vec<N> {
        let months = self.simulation.months;
        let mut columns = vec![0.0; months * N::PATHS];
        for (column, path) in columns.chunks_exact_mut(months).zip(self.paths) {
            self.random.normals(*path, stream, column);
        }
        (0..=months)
            .map(
                |month| {
                    if month == 0 { N::zero() } else { N::gather(|path| columns[path * months + month - 1]) }
                },
            )
            .collect()
    }

    /// What chance does to a service whose draws have values.
    #[inline(never)]
    pub fn chance<'s, N: Number>(&'s self, scenario: &Scenario<N>, index: usize) -> Chance<'s, N> {
        let service = &scenario.services[index];
        let place = self.simulation.places[index];
        let offers = service.offers.len();
        let mut chance = Chance::none(offers);
        chance.desk.clone_from(&self.simulation.desks[index]);
        if !self.simulation.chance {
            return chance;
        }
        chance.demand = self.shocks(service, SHOCKS + place);
        chance.leavers = self.leavers(service, index, LEAVERS + place);
        let risk = &service.risk;
        let spread = risk.impact_spread.value();
        chance.incidents = risk
            .incident_frequency
            .map(|yearly| self.events(yearly, spread, INCIDENTS + place, INCIDENT_COSTS + place));
        chance.breaches = risk
            .breach_frequency
            .map(|yearly| self.events(yearly, spread, BREACHES + place, BREACH_COSTS + place));
        for (offer, stated) in service.offers.iter().enumerate() {
            let vendors = &scenario.vendors;
            let vendor = vendors.iter().filter(|vendor| vendor.id < stated.vendor).count() as u32;
            chance.fails[offer] = Some(self.uniform(FAILURES + vendor, 0));
            chance.exchange[offer] = self.exchange(scenario, index, offer);
        }
        chance
    }

    fn shocks<N: Number>(&self, service: &Service<N>, stream: u32) -> Option<Shocks<N>> {
        let demand = &service.demand;
        let (spread, persistence) = (demand.spread.value(), demand.persistence.value());
        (spread > 0.0).then(|| Shocks::new(self.normals(stream), spread, persistence))
    }

    fn leavers<'s, N: Number>(
        &'s self,
        service: &Service<N>,
        index: usize,
        stream: u32,
    ) -> Option<Leavers<'s, N>> {
        if service.team.attrition.most() <= 0.0 {
            return None;
        }
        // By what the plan has, so that all paths are drawn alike.
        let team = &self.simulation.scenario.services[index].team;
        Some(if team.people * monthly_attrition(team) >= MANY {
            Leavers::Many(self.normals(stream))
        } else {
            Leavers::OneByOne(Arrivals::new(move |block| self.gaps(stream, block)))
        })
    }

    /// Events of each month, each counted by its lognormal weight.
    fn events<N: Number>(&self, yearly: N, spread: f64, stream: u32, costs: u32) -> Vec<N> {
        let months = self.simulation.months;
        let mut columns = vec![vec![0.0; months + 1]; N::PATHS];
        for (path, column) in columns.iter_mut().enumerate() {
            let number = self.paths[path];
            let monthly = yearly.on(path) / 12.0;
            if monthly <= 0.0 {
                continue;
            }
            let weight = |step: u32| {
                libm::exp(spread * self.random.normal(number, costs, step) - 0.5 * spread * spread)
            };
            let squares = libm::exp(spread * spread);
            if monthly >= MANY * squares {
                for (month, events) in column.iter_mut().enumerate().skip(1) {
                    let strays = self.random.normal(number, stream, month as u32);
                    let drawn = monthly + (monthly * squares).sqrt() * strays;
                    *events = if drawn > 0.0 { drawn } else { 0.0 };
                }
                continue;
            }
            let mut moment = 0.0;
            for step in 0.. {
                moment -= libm::log(self.random.uniform(number, stream, step)) / monthly;
                let month = moment.ceil();
                if month > months as f64 {
                    break;
                }
                column[(month as usize).max(1)] += weight(step);
            }
        }
        (0..=months).map(|month| N::gather(|path| columns[path][month])).collect()
    }

    /// The exchange rate ÷ the plan's: a random walk of the logarithm, and shocks beyond those expected.
    fn exchange<N: Number>(&self, scenario: &Scenario<N>, index: usize, offer: usize) -> Option<Vec<N>> {
        let currency = &scenario.services[index].offers[offer].price.currency;
        let home = scenario.currency();
        if currency.rate.is_none() || currency.code.is_empty() || currency.code == home {
            return None;
        }
        let yearly =
            currency.volatility.map_or_else(|| volatility(home, &currency.code), |stated| stated.value());
        let jumps = currency.shock_frequency.most() > 0.0;
        if yearly <= 0.0 && !jumps {
            return None;
        }
        let place = crate::scenario::CURRENCIES.iter().position(|(code, _)| *code == currency.code);
        let place = place.unwrap_or(ROOM as usize - 1) as u32;
        let monthly = yearly / 12.0_f64.sqrt();
        let mut log = N::zero();
        let normals = if yearly > 0.0 {
            self.normals(RATES + place)
        } else {
            vec![N::zero(); self.simulation.months + 1]
        };
        let mut factors: Vec<N> = normals
            .into_iter()
            .enumerate()
            .map(|(month, normal)| {
                if month == 0 {
                    return N::one();
                }
                log = log + N::of(monthly) * normal - N::of(0.5 * monthly * monthly);
                log.exp(Term::ExchangeRate)
            })
            .collect();
        if jumps {
            let frequency = currency.shock_frequency / N::of(12.0);
            let counts = self.events::<N>(currency.shock_frequency, 0.0, JUMPS + place, JUMPS + place);
            let expected = frequency * currency.shock_impact;
            let mut level = N::one();
            for (month, factor) in factors.iter_mut().enumerate().skip(1) {
                let jump =
                    N::gather(|path| libm::pow(1.0 + currency.shock_impact.on(path), counts[month].on(path)));
                level = level * jump * (-expected).exp(Term::CurrencyShocks);
                *factor = *factor * level;
            }
        }
        Some(factors)
    }
}
