//! A size for every month, where hiring and releasing cost money and take time.

use super::usable;

/// What one month charges a team of x people.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Month<'a> {
    /// The present value of 1 in this month; above 0.
    pub discount: f64,
    /// The cost of one core person this month; may be negative.
    pub core: f64,
    /// The cost of the rest of the work, g(x), for a core of x = 0..=N people; the same N in every month.
    pub rest: &'a [f64],
    /// Paid for every person hired into this month. It is a price of the month because wages rise.
    pub hire: f64,
    /// Paid once when anyone is hired into this month, however many.
    pub round: f64,
    /// Paid for every person released out of this month.
    pub release: f64,
}

/// Where the plan starts, and what cannot be changed at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Start {
    /// People in month 0.
    pub people: usize,
    /// Nobody can be hired into months 1..=lead.
    pub lead: usize,
    /// Nobody can be released out of months 1..=notice.
    pub notice: usize,
}

/// How the plan was found. Both are exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// By slopes: the next person never saves more than the one before, and no hiring round is charged.
    Slopes,
    /// By values: some month's slopes fall (a tier, a credit, dear overtime before a cheap contractor), or a hiring
    /// round is charged.
    Values,
}

/// The best plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Sizes {
    /// People in months 1..=H.
    pub people: Vec<usize>,
    /// The present value of it all, Σ δ·(change + core + rest); in the unit of the costs.
    pub cost: f64,
    /// How it was found.
    pub method: Method,
}

/// Slopes that fall by less than this, relative to the largest cost of the rest, fall by rounding.
const ROUNDING: f64 = 1e-12;

/// The team's size in every month that costs least in present value:
///
/// V_t(x) = min_y [V_{t−1}(y) + δ_t·(round·1(x > y) + hire·(x − y)⁺ + release·(y − x)⁺)] + δ_t·(core·x + g_t(x)),
///
/// with V_0 = 0 at the start and hiring and releasing impossible while lead and notice last. Steps: O(H·N) either
/// way. Where slopes of all g_t never decrease, V stays convex and only its slopes are kept (clipped to
/// [−δ·release, δ·hire], then raised by δ·(core + slope of g)); else its values, with running minima from below for
/// hiring and from above for releasing, which is exact because both cost the same for each head.
///
/// Source: the recursion is the work force size problem of Taha, *Operations Research* (dynamic programming).
///
/// # Errors
/// `None` where there is no month, slices of the rest differ in length or are empty, the start is beyond N, a
/// discount factor is not above 0, prices of change are negative, or anything is not finite.
///
/// # Example
/// ```
/// use outsourcing::sizing::{Month, Start, best_sizes};
/// // Demand of 2 for three months; a core person costs 6, the same work bought 10, hiring 5 and release nothing.
/// let rest = [20.0, 10.0, 0.0, 0.0];
/// let month = Month { discount: 1.0, core: 6.0, rest: &rest, hire: 5.0, round: 0.0, release: 0.0 };
/// let best = best_sizes(Start::default(), &[month; 3]).unwrap();
/// assert_eq!(best.people, [2, 2, 2]);
/// assert_eq!(best.cost, 46.0);
/// // For one month hiring does not pay.
/// assert_eq!(best_sizes(Start::default(), &[month]).unwrap().people, [0]);
/// ```
#[must_use]
pub fn best_sizes(start: Start, months: &[Month]) -> Option<Sizes> {
    let sizes = months.first()?.rest.len();
    if start.people >= sizes || !months.iter().all(|month| month.rest.len() == sizes && sound(month)) {
        return None;
    }
    let convex = months.iter().all(|month| month.round == 0.0 && slopes_never_fall(month.rest));
    let (people, method) = if convex {
        (by_slopes(start, months, sizes - 1), Method::Slopes)
    } else {
        (by_values(start, months, sizes), Method::Values)
    };
    let cost = cost(start, months, &people);
    cost.is_finite().then_some(Sizes { people, cost, method })
}

fn sound(month: &Month) -> bool {
    usable(month.hire)
        && usable(month.round)
        && usable(month.release)
        && month.discount.is_finite()
        && month.discount > 0.0
        && month.core.is_finite()
        && month.rest.iter().fold(true, |all, cost| all & cost.is_finite())
}

fn slopes_never_fall(rest: &[f64]) -> bool {
    let noise =
        ROUNDING * rest.iter().fold(0.0, |most, cost| if cost.abs() > most { cost.abs() } else { most });
    rest.windows(3).all(|part| (part[2] - part[1]) - (part[1] - part[0]) >= -noise)
}

/// Present prices of one person more and one less in month `t`, infinite where it cannot be done.
fn prices(start: Start, t: usize, month: &Month) -> (f64, f64) {
    let hire = if t <= start.lead { f64::INFINITY } else { month.discount * month.hire };
    let release = if t <= start.notice { f64::INFINITY } else { month.discount * month.release };
    (hire, release)
}

/// The plan where V is convex: `slopes[k]` is V(k + 1) − V(k), infinite beyond what can be reached.
///
/// V itself is not needed: out of a month one hires up to the size from which a further person costs less than hiring
/// them later, releases down to the size below which they are missed, and between the two stays.
fn by_slopes(start: Start, months: &[Month], most: usize) -> Vec<usize> {
    let unreached = |k| if k < start.people { f64::NEG_INFINITY } else { f64::INFINITY };
    let mut slopes: Vec<f64> = (0..most).map(unreached).collect();
    let mut stays = Vec::with_capacity(months.len());
    for (t, month) in (1..).zip(months) {
        let (hire, release) = prices(start, t, month);
        let lowest = slopes.iter().take_while(|slope| **slope < -release).count();
        let highest = most - slopes.iter().rev().take_while(|slope| **slope > hire).count();
        stays.push((lowest, highest));
        for (slope, rest) in slopes.iter_mut().zip(month.rest.windows(2)) {
            // `clamp` of floats would bring the words of its panic, with all that writes floats, into the page.
            let held = if *slope < -release {
                -release
            } else if *slope > hire {
                hire
            } else {
                *slope
            };
            *slope = held + month.discount * (month.core + (rest[1] - rest[0]));
        }
    }
    let mut size = slopes.iter().take_while(|slope| **slope < 0.0).count();
    let mut people = vec![0; months.len()];
    for (slot, (lowest, highest)) in people.iter_mut().zip(stays).rev() {
        *slot = size;
        size = size.clamp(lowest, highest);
    }
    people
}

/// The plan whatever V's shape: `values[x]` is V(x), infinite where x cannot be reached.
fn by_values(start: Start, months: &[Month], sizes: usize) -> Vec<usize> {
    let mut values = vec![f64::INFINITY; sizes];
    values[start.people] = 0.0;
    let mut origins = Vec::with_capacity(months.len());
    for (t, month) in (1..).zip(months) {
        let (hire, release) = prices(start, t, month);
        let round = month.discount * month.round;
        let mut next = values.clone();
        let mut origin: Vec<usize> = (0..sizes).collect();
        // Cheapest way to have hired from below; the size it came from.
        let mut below = (f64::INFINITY, 0);
        for x in 1..sizes {
            if values[x - 1] < below.0 {
                below = (values[x - 1], x - 1);
            }
            below.0 += hire;
            if below.0 + round < next[x] {
                (next[x], origin[x]) = (below.0 + round, below.1);
            }
        }
        // And to have released from above.
        let mut above = (f64::INFINITY, 0);
        for x in (0..sizes - 1).rev() {
            if values[x + 1] < above.0 {
                above = (values[x + 1], x + 1);
            }
            above.0 += release;
            if above.0 < next[x] {
                (next[x], origin[x]) = above;
            }
        }
        let mut people = 0.0;
        for (value, rest) in next.iter_mut().zip(month.rest) {
            *value += month.discount * (month.core * people + rest);
            people += 1.0;
        }
        values = next;
        origins.push(origin);
    }
    let mut size = (0..sizes).fold(0, |best, x| if values[x] < values[best] { x } else { best });
    let mut people = vec![0; months.len()];
    for (slot, origin) in people.iter_mut().zip(origins).rev() {
        *slot = size;
        size = origin[size];
    }
    people
}

/// The present value of a plan, added up month by month.
#[expect(clippy::cast_precision_loss, reason = "people are far below 2^53")]
fn cost(start: Start, months: &[Month], people: &[usize]) -> f64 {
    let mut before = start.people;
    months.iter().zip(people).fold(0.0, |sum, (month, &now)| {
        let change = if now > before {
            month.round + month.hire * (now - before) as f64
        } else {
            month.release * (before - now) as f64
        };
        before = now;
        sum + month.discount * (change + month.core * now as f64 + month.rest[now])
    })
}
