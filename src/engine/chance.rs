//! What chance does to a service on one path of a simulation.
//!
//! The plan has each of these at its expected value; on a path it happens or it does not, and over all paths it is the plan's on average.

use std::cell::RefCell;
use std::sync::Arc;

use super::desk::Curves;
use super::{LANES, Mask, Number, Term};

/// What chance does to a service. What is absent is as in the plan.
pub struct Chance<'a, N> {
    /// What the volumes of a live desk take, worked out for all paths.
    pub desk: Option<Arc<Curves>>,
    /// How demand strays from its pattern.
    pub demand: Option<Shocks<N>>,
    /// When people leave.
    pub leavers: Option<Leavers<'a, N>>,
    /// Data incidents of each month 0..=H, each counted by its weight, which is 1 on average.
    pub incidents: Option<Vec<N>>,
    /// Breaches, counted so.
    pub breaches: Option<Vec<N>>,
    /// For each offer the contract's exchange rate ÷ the plan's, by month 0..=H.
    pub exchange: Vec<Option<Vec<N>>>,
    /// For each offer the chance of survival at which its contract fails.
    pub fails: Vec<Option<N>>,
}

impl<N> Chance<'_, N> {
    /// No chance: all as in the plan.
    #[must_use]
    pub fn none(offers: usize) -> Self {
        let nothing = |_| None;
        Chance {
            desk: None,
            demand: None,
            leavers: None,
            incidents: None,
            breaches: None,
            exchange: (0..offers).map(nothing).collect(),
            fails: (0..offers).map(|_| None).collect(),
        }
    }
}

/// Shocks to demand: exp(z − s²/2), with z an AR(1) of standard deviation s and persistence φ that has been running for ever. Each has mean 1.
#[derive(Clone, Debug)]
pub struct Shocks<N> {
    /// z by month 0..=H; that of month 0 is that of month 1.
    pub logs: Vec<N>,
    /// s.
    pub spread: f64,
    /// φ.
    pub persistence: f64,
}

impl<N: Number> Shocks<N> {
    /// The shocks that come of standard normals ε by month 1..=H (position 0 is not used): z(1) = s·ε(1), z(t) = φ·z(t−1) + s·√(1−φ²)·ε(t).
    #[must_use]
    pub fn new(normals: Vec<N>, spread: f64, persistence: f64) -> Self {
        let mut logs = normals;
        let (kept, fresh) = (N::of(persistence), N::of((1.0 - persistence * persistence).sqrt()));
        for month in 2..logs.len() {
            logs[month] = kept * logs[month - 1] + fresh * logs[month];
        }
        logs[0] = logs[1];
        let spread_of = N::of(spread);
        logs.iter_mut().for_each(|log| *log = spread_of * *log);
        Shocks { logs, spread, persistence }
    }

    /// Demand ÷ its pattern, by month.
    pub fn factors(&self) -> impl Iterator<Item = N> {
        self.expected(0)
    }

    /// What was expected of these when the month `ahead` months before was the last one known: exp(φⁿz − φ²ⁿs²/2), and 1 of months
    /// before which none was known.
    pub fn expected(&self, ahead: usize) -> impl Iterator<Item = N> {
        let kept = (0..ahead).fold(1.0, |kept, _| kept * self.persistence);
        let half = N::of(0.5 * self.spread * self.spread * kept * kept);
        (0..self.logs.len()).map(move |month| match month.checked_sub(ahead) {
            Some(known) if known > 0 || ahead == 0 => {
                (N::of(kept) * self.logs[known] - half).exp(Term::Demand)
            }
            _ => N::one(),
        })
    }
}

/// The moments of a Poisson process of rate 1, worked out as they are asked for.
pub struct Arrivals<'a, N> {
    /// The times from each to the one before, two at once.
    gaps: Box<dyn Fn(u32) -> [N; 2] + 'a>,
    known: RefCell<Vec<N>>,
}

impl<'a, N: Number> Arrivals<'a, N> {
    /// A process by its gaps, two at once: exponential, with a mean of 1.
    pub fn new(gaps: impl Fn(u32) -> [N; 2] + 'a) -> Self {
        Arrivals { gaps: Box::new(gaps), known: RefCell::new(Vec::new()) }
    }

    /// The first moment of each path.
    fn first(&self) -> N {
        // None has come yet: no time has passed.
        self.after(&mut [0; LANES], N::zero(), N::one())
    }

    /// The next moment of each path, one further where `time` has come to `next`; so many have `passed`.
    fn after(&self, passed: &mut [u32; LANES], time: N, next: N) -> N {
        let mut known = self.known.borrow_mut();
        for (path, passed) in passed.iter_mut().enumerate().take(N::PATHS) {
            *passed += u32::from(time.on(path) >= next.on(path));
        }
        let most = passed.iter().fold(0, |most, passed| most.max(*passed)) as usize;
        while known.len() <= most {
            let before = known.last().copied().unwrap_or_else(N::zero);
            let [one, other] = (self.gaps)(known.len() as u32 / 2);
            known.extend([before + one, before + one + other]);
        }
        N::gather(|path| known[passed[path] as usize].on(path))
    }
}

/// When people leave of their own accord.
pub enum Leavers<'a, N> {
    /// One by one. The clock of the process runs with the leavers expected, so that as many leave on average as in the plan, and the same
    /// draws serve teams of every size.
    OneByOne(Arrivals<'a, N>),
    /// So many that they come in numbers: a standard normal for each month 0..=H.
    Many(Vec<N>),
}

/// How far leaving has come.
#[derive(Clone, Copy, Debug)]
pub struct Clock<N> {
    /// Leavers expected so far.
    time: N,
    /// The moment of the next.
    next: N,
    /// Moments that have passed, by path.
    passed: [u32; LANES],
}

impl<N: Number> Leavers<'_, N> {
    /// How far leaving has come at the decision.
    #[must_use]
    pub fn clock(&self) -> Clock<N> {
        let next = match self {
            Leavers::OneByOne(arrivals) => arrivals.first(),
            Leavers::Many(_) => N::zero(),
        };
        Clock { time: N::zero(), next, passed: [0; LANES] }
    }

    /// How many of `people` leave in a month when a share of them is expected to.
    ///
    /// One by one, each takes a person away, or all there is where it is less than one; the clock runs so that the mean is `people` × `share`.
    pub fn leave(&self, month: usize, people: N, share: N, clock: &mut Clock<N>) -> N {
        match self {
            Leavers::OneByOne(arrivals) => {
                clock.time = clock.time + people.or_more(N::one()) * share;
                let mut came = N::zero();
                loop {
                    let due = clock.time.at_least(clock.next);
                    if !due.any() {
                        break;
                    }
                    came = came + N::choose(due, N::one(), N::zero());
                    clock.next = arrivals.after(&mut clock.passed, clock.time, clock.next);
                }
                (came * people.or_less(N::one())).or_less(people)
            }
            Leavers::Many(normals) => {
                let expected = people * share;
                let drawn = expected + normals[month] * expected.mapped(Term::People, f64::sqrt);
                drawn.positive().or_less(people)
            }
        }
    }
}
