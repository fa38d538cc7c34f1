//! Where the points of a chart of cost and score go, and the line through those that none beats.

use crate::report::charts::{Bounds, NARROW, Scale, Ticks, spread, text_width};

/// One point: cost, score, and whether no other costs less and scores better.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// From left to right.
    pub cost: f64,
    /// From below, 0 to 100.
    pub score: f64,
    /// It is beaten by none.
    pub efficient: bool,
}

/// Points laid out, in pixels from the top left.
#[derive(Clone, Debug, PartialEq)]
pub struct PointsLayout {
    /// Width of the whole.
    pub width: f64,
    /// Height of the whole.
    pub height: f64,
    /// Left and right end of the costs.
    pub across: (f64, f64),
    /// Top and bottom of the scores.
    pub down: (f64, f64),
    /// Costs named on the axis, with their places.
    pub costs: Vec<(f64, f64)>,
    /// Scores named on the axis, with their places; from 0 to 100 only where the points are that far apart.
    pub scores: Vec<(f64, f64)>,
    /// The points, in the order given.
    pub points: Vec<(f64, f64)>,
    /// The middle of each point's label, kept apart from the next.
    pub labels: Vec<f64>,
    /// Whether the label stands left of its point, for want of room.
    pub leftwards: Vec<bool>,
    /// The points that none beats, from the cheapest on, as a path of steps; empty with fewer than two.
    pub frontier: String,
}

impl PointsLayout {
    /// Lays out points whose labels are that wide, with axis words of `tick_room`.
    #[must_use]
    pub fn new(width: f64, points: &[Point], label_widths: &[f64]) -> Self {
        let height = if width < NARROW { 260.0 } else { 300.0 };
        let (across, down) = ((34.0, width - 14.0), (14.0, height - 40.0));
        let span = points
            .iter()
            .fold((f64::MAX, f64::MIN), |(low, high), point| (low.min(point.cost), high.max(point.cost)));
        // The costs need not start at zero: what tells vendors apart would be lost at one end.
        let room = ((span.1 - span.0) * 0.12).max(span.1.abs() * 0.02);
        let (low, high) = if points.is_empty() { (0.0, 1.0) } else { (span.0 - room, span.1 + room) };
        let x = Scale { from: Bounds { low, high }, to: across };
        let worst = points.iter().map(|point| point.score).fold(f64::MAX, f64::min);
        let best = points.iter().map(|point| point.score).fold(f64::MIN, f64::max);
        // Between tens, with room above and below, or labels would lie on each other.
        let (bottom, top) = if points.is_empty() {
            (0.0, 100.0)
        } else {
            let tens = |score: f64, up: fn(f64) -> f64| (up(score / 10.0) * 10.0).clamp(0.0, 100.0);
            (tens(worst - 8.0, libm::floor), tens(best + 8.0, libm::ceil))
        };
        let y = Scale { from: Bounds { low: bottom, high: top }, to: (down.1, down.0) };
        let pitch = if top - bottom > 50.0 { 20.0 } else { 10.0 };
        let named = (0..=10)
            .map(|index| f64::from(index) * pitch)
            .filter(|score| (bottom..=top).contains(score))
            .map(|score| (score, y.place(score)))
            .collect();
        let wanted = if width < NARROW { 3 } else { 5 };
        let ticks = Ticks::enclosing(Bounds { low: 0.0, high: high - low }, wanted);
        let step = ticks.values.windows(2).map(|pair| pair[1] - pair[0]).next().unwrap_or(1.0);
        let first = libm::ceil(low / step);
        let costs = (0..12)
            .map(|index| (first + f64::from(index)) * step)
            .take_while(|cost| *cost <= high)
            .map(|cost| (cost, x.place(cost)))
            .collect();
        let places: Vec<(f64, f64)> =
            points.iter().map(|point| (x.place(point.cost), y.place(point.score))).collect();
        let wanted: Vec<f64> = places.iter().map(|(_, y)| *y).collect();
        let labels = spread(&wanted, 15.0, down.0 + 6.0, down.1 - 4.0);
        let leftwards =
            places.iter().zip(label_widths).map(|((x, _), label)| x + 12.0 + label > width).collect();
        let mut best: Vec<usize> = (0..points.len()).filter(|index| points[*index].efficient).collect();
        crate::order::sort_by(&mut best, |a, b| points[*a].cost > points[*b].cost);
        let mut frontier = String::new();
        if best.len() > 1 {
            for (place, index) in best.iter().enumerate() {
                let (x, y) = places[*index];
                let step = if place == 0 { format!("M{x:.1} {y:.1}") } else { format!("H{x:.1}V{y:.1}") };
                frontier.push_str(&step);
            }
        }
        PointsLayout {
            width,
            height,
            across,
            down,
            costs,
            scores: named,
            points: places,
            labels,
            leftwards,
            frontier,
        }
    }
}

/// The width of a label.
#[must_use]
pub fn label_width(text: &str, size: f64) -> f64 {
    text_width(text, size)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(cost: f64, score: f64, efficient: bool) -> Point {
        Point { cost, score, efficient }
    }

    #[test]
    fn dearer_is_to_the_right_and_better_is_above() {
        let points = [point(2e6, 40.0, true), point(3e6, 80.0, true), point(3.1e6, 20.0, false)];
        let layout = PointsLayout::new(600.0, &points, &[40.0, 40.0, 40.0]);
        assert!(layout.points[0].0 < layout.points[1].0 && layout.points[1].0 < layout.points[2].0);
        assert!(layout.points[1].1 < layout.points[0].1 && layout.points[0].1 < layout.points[2].1);
        assert!(layout.costs.len() >= 2 && layout.costs.windows(2).all(|pair| pair[0].1 < pair[1].1));
        let (x, y) = layout.points[1];
        assert!(layout.frontier.ends_with(&format!("H{x:.1}V{y:.1}")), "{}", layout.frontier);
    }

    #[test]
    fn scores_near_each_other_fill_the_height() {
        let near = [point(2e6, 61.0, true), point(3e6, 74.0, true), point(3.1e6, 66.0, false)];
        let layout = PointsLayout::new(600.0, &near, &[40.0, 40.0, 40.0]);
        let named: Vec<f64> = layout.scores.iter().map(|(score, _)| *score).collect();
        assert_eq!(named, [50.0, 60.0, 70.0, 80.0, 90.0]);
        assert!(layout.points[0].1 - layout.points[1].1 > 60.0, "{:?}", layout.points);
        let far = [point(2e6, 3.0, true), point(3e6, 100.0, true)];
        let named: Vec<f64> =
            PointsLayout::new(600.0, &far, &[40.0, 40.0]).scores.iter().map(|(score, _)| *score).collect();
        assert_eq!(named, [0.0, 20.0, 40.0, 60.0, 80.0, 100.0]);
    }

    #[test]
    fn labels_keep_apart_and_inside() {
        let points = [point(1e6, 50.0, true), point(1e6, 50.0, true), point(1.2e6, 51.0, false)];
        let layout = PointsLayout::new(320.0, &points, &[90.0, 90.0, 200.0]);
        let mut labels = layout.labels.clone();
        labels.sort_by(f64::total_cmp);
        assert!(labels.windows(2).all(|pair| pair[1] - pair[0] >= 14.9), "{labels:?}");
        assert!(layout.leftwards[2], "no room on the right");
    }

    #[test]
    fn one_point_and_none_are_drawn() {
        let one = PointsLayout::new(600.0, &[point(5e5, 100.0, true)], &[10.0]);
        assert!(one.frontier.is_empty() && one.points[0].0.is_finite() && !one.costs.is_empty());
        assert!(PointsLayout::new(600.0, &[], &[]).points.is_empty());
    }
}
