//! Where demand by month goes: each month is a column, events are spans of columns in lanes above.

use crate::report::charts::{Bounds, NARROW, Scale, Ticks, month_ticks};

/// Height of a lane, in pixels.
pub const LANE: f64 = 24.0;

/// The 90th percentile of a standard normal.
const P90: f64 = 1.281_551_565_544_600_4;

/// A plot of months laid out, in pixels from the top left.
#[derive(Clone, Debug, PartialEq)]
pub struct Plot {
    /// Width of the whole.
    pub width: f64,
    /// Height of the whole.
    pub height: f64,
    /// Left and right edge of the plot.
    pub across: (f64, f64),
    /// Top and bottom edge of the plot; the lanes are above.
    pub down: (f64, f64),
    /// Values that get a rule.
    pub ticks: Ticks,
    /// How many months.
    pub months: usize,
}

#[expect(clippy::cast_precision_loss, reason = "months and lanes")]
impl Plot {
    /// Lays out a number of months under some lanes. `tick_room` is the width of the widest word left of the plot.
    #[must_use]
    pub fn new(width: f64, months: usize, ticks: Ticks, tick_room: f64, lanes: usize) -> Self {
        let plot = if width < NARROW { 190.0 } else { (width * 0.3).clamp(190.0, 260.0) };
        let top = 12.0 + lanes as f64 * LANE;
        let left = (tick_room + 10.0).min(width * 0.3);
        Self {
            width,
            height: top + plot + 26.0,
            across: (left, width - 6.0),
            down: (top, top + plot),
            ticks,
            months: months.max(1),
        }
    }

    /// Ticks for values from zero, with a little room above for what is dragged.
    #[must_use]
    pub fn ticks(values: impl IntoIterator<Item = f64>) -> Ticks {
        let bounds = Bounds::around_zero(values);
        Ticks::enclosing(Bounds { low: bounds.low, high: bounds.high * 1.08 }, 4)
    }

    /// The width of a month.
    #[must_use]
    pub fn column(&self) -> f64 {
        (self.across.1 - self.across.0) / self.months as f64
    }

    /// The left edge of a column, counted from 0; the right edge of the last for the number of months.
    #[must_use]
    pub fn edge(&self, at: usize) -> f64 {
        self.across.0 + at.min(self.months) as f64 * self.column()
    }

    /// The middle of a column.
    #[must_use]
    pub fn middle(&self, at: usize) -> f64 {
        self.edge(at) + self.column() / 2.0
    }

    /// The column at a place, held within the plot.
    #[must_use]
    pub fn column_at(&self, x: f64) -> usize {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held within the months")]
        let at = ((x - self.across.0) / self.column()).clamp(0.0, (self.months - 1) as f64) as usize;
        at
    }

    fn scale(&self) -> Scale {
        Scale { from: self.ticks.bounds, to: (self.down.1, self.down.0) }
    }

    /// The height of a value.
    #[must_use]
    pub fn y(&self, value: f64) -> f64 {
        self.scale().place(value)
    }

    /// What a pixel upwards adds to a value.
    #[must_use]
    pub fn per_pixel(&self) -> f64 {
        (self.ticks.bounds.high - self.ticks.bounds.low) / (self.down.1 - self.down.0)
    }

    /// The columns to name, so that the names keep apart.
    #[must_use]
    pub fn named(&self) -> Vec<usize> {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few names")]
        let wanted = ((self.across.1 - self.across.0) / 56.0) as usize;
        month_ticks(self.months - 1, wanted.saturating_sub(1).max(1))
    }

    /// A line in steps, one a month, as SVG path data.
    #[must_use]
    pub fn steps(&self, values: &[f64]) -> String {
        let mut path = String::new();
        for (at, value) in values.iter().enumerate() {
            let y = self.y(*value);
            let start = if at == 0 { format!("M{:.1} {y:.1}", self.edge(0)) } else { format!("V{y:.1}") };
            path.push_str(&format!("{start}H{:.1}", self.edge(at + 1)));
        }
        path
    }

    /// The area between two lines in steps.
    #[must_use]
    pub fn between(&self, low: &[f64], high: &[f64]) -> String {
        let mut path = self.steps(high);
        for (at, value) in low.iter().enumerate().rev() {
            path.push_str(&format!("V{:.1}H{:.1}", self.y(*value), self.edge(at)));
        }
        path.push('Z');
        path
    }

    /// A line through the middles of columns, from a column on.
    #[must_use]
    pub fn through(&self, from: usize, values: &[f64]) -> String {
        let mut path = String::new();
        for (at, value) in values.iter().enumerate() {
            let letter = if at == 0 { "M" } else { "L" };
            path.push_str(&format!("{letter}{:.1} {:.1}", self.middle(from + at), self.y(*value)));
        }
        path
    }
}

/// The lane of each event, by start and length: events that overlap lie in different ones.
#[must_use]
pub fn lanes(events: &[(usize, usize)]) -> Vec<usize> {
    let mut ends: Vec<usize> = Vec::new();
    let mut order: Vec<usize> = (0..events.len()).collect();
    order.sort_by_key(|at| events[*at].0);
    let mut lanes = vec![0; events.len()];
    for at in order {
        let (start, length) = events[at];
        let lane = ends.iter().position(|end| *end <= start).unwrap_or(ends.len());
        if lane == ends.len() {
            ends.push(0);
        }
        ends[lane] = start + length;
        lanes[at] = lane;
    }
    lanes
}

/// What a month's demand is multiplied by in one of ten months, low and high, with shocks of that spread: the shock is
/// exp(z − s²/2), so that it averages 1.
#[must_use]
pub fn shock_band(spread: f64) -> (f64, f64) {
    let level = -spread * spread / 2.0;
    (libm::exp(level - P90 * spread), libm::exp(level + P90 * spread))
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "the places of round numbers are exact")]
mod tests {
    use super::*;

    fn plot() -> Plot {
        Plot::new(600.0, 36, Plot::ticks([100.0, 180.0]), 24.0, 2)
    }

    #[test]
    fn months_are_columns_side_by_side() {
        let plot = plot();
        assert_eq!((plot.edge(0), plot.edge(36), plot.edge(99)), (34.0, 594.0, 594.0));
        for at in [0, 7, 35] {
            assert_eq!(plot.column_at(plot.middle(at)), at);
        }
        assert_eq!((plot.column_at(-5.0), plot.column_at(1e9)), (0, 35));
        assert_eq!(plot.named(), [0, 6, 12, 18, 24, 30]);
    }

    #[test]
    fn a_drag_over_the_way_between_two_values_is_their_difference() {
        let plot = plot();
        assert_eq!(plot.ticks.bounds, Bounds { low: 0.0, high: 200.0 });
        let way = plot.y(50.0) - plot.y(150.0);
        assert!((way * plot.per_pixel() - 100.0).abs() < 1e-9);
        assert_eq!(plot.y(0.0), plot.down.1);
    }

    #[test]
    fn lines_go_in_steps_and_areas_close() {
        let plot = Plot::new(246.0, 2, Plot::ticks([1.0]), 30.0, 0);
        let steps = plot.steps(&[0.0, 0.5]);
        assert!(steps.starts_with("M40.0 ") && steps.ends_with("H240.0") && steps.matches('H').count() == 2);
        assert!(plot.between(&[0.0, 0.0], &[1.0, 1.0]).ends_with("H40.0Z"));
        assert_eq!(plot.through(0, &[]), "");
    }

    #[test]
    fn events_that_overlap_lie_in_different_lanes() {
        assert_eq!(lanes(&[(10, 3), (1, 4), (11, 2), (13, 1)]), [0, 0, 1, 0]);
        assert_eq!(lanes(&[]), [] as [usize; 0]);
    }

    #[test]
    fn shocks_average_one() {
        assert_eq!(shock_band(0.0), (1.0, 1.0));
        let (low, high) = shock_band(0.2);
        assert!(low < 1.0 && high > 1.0 && (low * high - libm::exp(-0.04)).abs() < 1e-12);
    }
}
