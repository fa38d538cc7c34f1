//! Paid hours as a curve over the volume, worked out once.

use super::Week;

/// The paid hours of a week for any number of contacts up to a largest, by interpolation.
#[derive(Clone, Debug, PartialEq)]
pub struct PaidHours {
    /// Contacts a week, ascending, from 0.
    volumes: Vec<f64>,
    /// Paid hours a week at each.
    hours: Vec<f64>,
}

impl PaidHours {
    /// The curve of a week at no contacts and at `points` volumes from `lowest` to `highest` contacts a week, each the
    /// same multiple of the one before.
    ///
    /// Exact at these (they are [`Week::paid_hours`]). Between them the line smooths the steps of whole agents: it is off
    /// by no more than what paid hours rise by from one volume to the next. With 120 volumes from 50 to 50,000 that is
    /// at most 1 % where 168 hours differ and 4 % in an office week; where all hours are alike they step together, and
    /// it can be an agent in each.
    ///
    /// # Errors
    /// `None` unless 0 < `lowest` < `highest`, there are two points at least, and the week has its hours at the highest.
    ///
    /// # Example
    /// ```
    /// use outsourcing::queueing::{HOURS, PaidHours, Target, Week};
    /// let target = Target { level: 0.8, within: 20.0, occupancy: 0.85 };
    /// let weights = [Some(1.0 / HOURS as f64); HOURS];
    /// let week = Week { weights: &weights, handling: 180.0, target, shrinkage: 0.3 };
    /// let curve = PaidHours::new(&week, 100.0, 10_000.0, 100).unwrap();
    /// // Nobody calls, and somebody is there around the clock.
    /// assert_eq!(curve.at(0.0), Some(168.0 / 0.7));
    /// assert_eq!(curve.at(10_000.0), week.paid_hours(10_000.0));
    /// assert_eq!(curve.at(10_001.0), None);
    /// ```
    #[must_use]
    pub fn new(week: &Week, lowest: f64, highest: f64, points: u32) -> Option<Self> {
        let spread = lowest > 0.0 && lowest < highest && highest.is_finite() && points > 1;
        if !spread || !week.sound() {
            return None;
        }
        let volume = |point: u32| {
            let part = f64::from(point) / f64::from(points - 1);
            // The end itself, not what rounding makes of it.
            if point == points - 1 { highest } else { lowest * libm::pow(highest / lowest, part) }
        };
        let volumes: Vec<f64> = std::iter::once(0.0).chain((0..points).map(volume)).collect();
        let mut shapes = shapes(week);
        let hours = volumes.iter().map(|volume| hours(week, &mut shapes, *volume)).collect::<Option<_>>()?;
        Some(Self { volumes, hours })
    }

    /// The paid hours a week of so many contacts a week.
    ///
    /// # Errors
    /// `None` where contacts are negative, beyond the highest volume of the curve, or no number.
    #[must_use]
    pub fn at(&self, contacts: f64) -> Option<f64> {
        let above = self.volumes.partition_point(|volume| *volume < contacts);
        let (to, upper) = (*self.volumes.get(above)?, *self.hours.get(above)?);
        if contacts >= to {
            return Some(upper);
        }
        // Below 0, the first volume of all, and for a NaN there is none.
        let below = above.checked_sub(1)?;
        let (from, lower) = (self.volumes[below], self.hours[below]);
        let part = (contacts - from) / (to - from);
        // Never beyond the end by rounding: more contacts never need fewer hours.
        Some((lower + (upper - lower) * part).min(upper))
    }

    /// The most contacts a week that so many paid hours serve: 0 where they do not even keep the desk open, the curve's end where
    /// they would serve more.
    #[must_use]
    pub fn volume(&self, hours: f64) -> f64 {
        let above = self.hours.partition_point(|known| *known <= hours);
        let Some(below) = above.checked_sub(1) else { return 0.0 };
        let Some((to, upper)) = self.volumes.get(above).copied().zip(self.hours.get(above).copied()) else {
            return self.volumes[below];
        };
        let (from, lower) = (self.volumes[below], self.hours[below]);
        from + (to - from) * ((hours - lower) / (upper - lower))
    }
}

/// The hours of the week that weigh the same.
struct Shape {
    weight: f64,
    hours: u64,
    /// What the last volume needed in each.
    agents: u32,
}

/// Ascending by weight: equal loads are worked out once, and no load needs fewer agents than one before it.
fn shapes(week: &Week) -> Vec<Shape> {
    let mut weights: Vec<f64> = week.weights.iter().flatten().copied().collect();
    crate::order::sort_by(&mut weights, |a, b| a > b);
    let mut shapes: Vec<Shape> = Vec::new();
    for weight in weights {
        match shapes.last_mut() {
            Some(last) if last.weight >= weight => last.hours += 1,
            _ => shapes.push(Shape { weight, hours: 1, agents: 1 }),
        }
    }
    shapes
}

/// Paid hours of a volume no smaller than the last one asked for.
fn hours(week: &Week, shapes: &mut [Shape], contacts: f64) -> Option<f64> {
    let (mut known, mut present) = (1, 0);
    for shape in shapes {
        known = week.least(contacts, shape.weight, shape.agents.max(known))?;
        shape.agents = known;
        present += shape.hours * u64::from(known);
    }
    Some(week.paid(present))
}
