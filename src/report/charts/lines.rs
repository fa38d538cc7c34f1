//! Where the parts of a line chart go.

use super::{Bounds, NARROW, Scale, TEXT, Ticks, month_ticks, spread};

/// A line chart laid out, in pixels from the top left.
#[derive(Clone, Debug, PartialEq)]
pub struct LinesLayout {
    /// Width of the whole.
    pub width: f64,
    /// Height of the whole.
    pub height: f64,
    /// Left and right edge of the plot.
    pub across: (f64, f64),
    /// Top and bottom edge of the plot.
    pub down: (f64, f64),
    /// Values with the height of their rule.
    pub values: Vec<(f64, f64)>,
    /// Months with the place of their name.
    pub months: Vec<(usize, f64)>,
    /// The lines, in the order given.
    pub lines: Vec<LinePlace>,
    /// The mark, where one is asked for.
    pub mark: Option<LineMark>,
}

/// One line.
#[derive(Clone, Debug, PartialEq)]
pub struct LinePlace {
    /// The points by month; a value that is not finite has none.
    pub points: Vec<(usize, f64, f64)>,
    /// Height of the label at its end.
    pub label: f64,
    /// The outline of the band around it as SVG path data; empty where it has none.
    pub band: String,
}

/// The lower and the upper edge of the band around a line.
pub type Band<'a> = [&'a [f64]; 2];

/// A month marked across the plot.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LineMark {
    /// Its place.
    pub x: f64,
    /// The height at which a line passes it.
    pub y: f64,
    /// Its words stand left of it, for want of room on the right.
    pub leftwards: bool,
}

impl LinesLayout {
    /// Lays out lines of values from month 0.
    ///
    /// `tick_room` and `label_room` are the widths of the widest words left and right of the plot, in pixels; `mark` a month, the
    /// value at which a line passes it, and the width of its words.
    #[must_use]
    pub fn new(
        width: f64,
        series: &[&[f64]],
        tick_room: f64,
        label_room: f64,
        mark: Option<(f64, f64, f64)>,
    ) -> Self {
        Self::banded(width, series, &[], tick_room, label_room, mark)
    }

    /// As [`Self::new`], with bands around the first lines; all lines are placed so that the bands are seen whole.
    #[must_use]
    pub fn banded(
        width: f64,
        series: &[&[f64]],
        bands: &[Option<Band<'_>>],
        tick_room: f64,
        label_room: f64,
        mark: Option<(f64, f64, f64)>,
    ) -> Self {
        let horizon = series.iter().map(|values| values.len()).max().unwrap_or(0).saturating_sub(1);
        let height = if width < NARROW { 240.0 } else { (width * 0.48).min(320.0) };
        // However long the words, two fifths of the width stay the plot's.
        let side = |room: f64, most: f64| (room + 10.0).min(width * most);
        let across = (side(tick_room, 0.25), width - side(label_room, 0.4));
        let down = (if mark.is_some() { 24.0 } else { 10.0 }, height - 26.0);
        let ticks = Self::ticks_banded(series, bands);
        let y = Scale { from: ticks.bounds, to: (down.1, down.0) };
        #[expect(clippy::cast_precision_loss, reason = "months")]
        let x = Scale { from: Bounds { low: 0.0, high: horizon.max(1) as f64 }, to: across };
        #[expect(clippy::cast_precision_loss, reason = "months")]
        let month = |month: usize| x.place(month as f64);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a few names along the axis"
        )]
        let names = ((across.1 - across.0) / 48.0) as usize;
        let points = |values: &[f64]| -> Vec<(usize, f64, f64)> {
            let finite = values.iter().enumerate().filter(|(_, value)| value.is_finite());
            finite.map(|(at, value)| (at, month(at), y.place(*value))).collect()
        };
        let lines: Vec<_> = series.iter().map(|values| points(values)).collect();
        let ends: Vec<f64> =
            lines.iter().map(|points| points.last().map_or(down.1, |point| point.2)).collect();
        let labels = spread(&ends, TEXT + 3.0, down.0, down.1);
        let around = |index: usize| match bands.get(index) {
            Some(Some([low, high])) => outline(&points(low), &points(high)),
            _ => String::new(),
        };
        Self {
            width,
            height,
            across,
            down,
            values: ticks.values.iter().map(|value| (*value, y.place(*value))).collect(),
            months: month_ticks(horizon, names).into_iter().map(|at| (at, month(at))).collect(),
            lines: lines
                .into_iter()
                .zip(labels)
                .enumerate()
                .map(|(index, (points, label))| LinePlace { points, label, band: around(index) })
                .collect(),
            mark: mark.filter(|(at, _, _)| at.is_finite()).map(|(at, level, room)| {
                let x = x.place(at);
                LineMark { x, y: y.place(level), leftwards: x + room + 6.0 > width }
            }),
        }
    }

    /// The values that get a rule: known before the layout, because their words need room.
    #[must_use]
    pub fn ticks(series: &[&[f64]]) -> Ticks {
        Self::ticks_banded(series, &[])
    }

    /// As [`Self::ticks`], with bands.
    #[must_use]
    pub fn ticks_banded(series: &[&[f64]], bands: &[Option<Band<'_>>]) -> Ticks {
        let edges = bands.iter().flatten().flatten();
        let values = series.iter().chain(edges).flat_map(|values| values.iter().copied());
        Ticks::enclosing(Bounds::around_zero(values), 5)
    }
}

/// Along one edge and back along the other.
fn outline(low: &[(usize, f64, f64)], high: &[(usize, f64, f64)]) -> String {
    let mut path = String::new();
    for (index, (_, x, y)) in high.iter().chain(low.iter().rev()).enumerate() {
        path.push_str(&format!("{}{x:.1} {y:.1}", if index == 0 { "M" } else { "L" }));
    }
    if !path.is_empty() {
        path.push('Z');
    }
    path
}

impl LinePlace {
    /// The line as SVG path data; empty without points.
    #[must_use]
    pub fn path(&self) -> String {
        let mut path = String::new();
        for (index, (_, x, y)) in self.points.iter().enumerate() {
            path.push_str(if index == 0 { "M" } else { "L" });
            path.push_str(&format!("{x:.1} {y:.1}"));
        }
        path
    }

    /// The points at the end of each year and of the line.
    #[must_use]
    pub fn yearly(&self) -> Vec<(usize, f64, f64)> {
        let last = self.points.last().map_or(0, |point| point.0);
        let chosen = self.points.iter().filter(|point| point.0 > 0 && (point.0 % 12 == 0 || point.0 == last));
        chosen.copied().collect()
    }
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "the places of round numbers are exact")]
mod tests {
    use super::*;

    fn rising(months: u32, step: f64) -> Vec<f64> {
        (0..=months).map(|month| f64::from(month) * step).collect()
    }

    #[test]
    fn lines_run_from_the_first_month_to_the_last() {
        let (a, b) = (rising(36, 100.0), rising(36, 100.5));
        let layout = LinesLayout::new(560.0, &[&a, &b], 40.0, 90.0, Some((8.0, 0.0, 120.0)));
        assert_eq!((layout.width, layout.across), (560.0, (50.0, 460.0)));
        assert_eq!(layout.lines[0].points[0], (0, 50.0, layout.down.1));
        assert_eq!(layout.lines[0].points[36].1, 460.0);
        assert!((layout.lines[0].label - layout.lines[1].label).abs() >= 15.0, "labels keep apart");
        assert_eq!(layout.months.iter().map(|month| month.0).collect::<Vec<_>>(), [0, 6, 12, 18, 24, 30, 36]);
        let years: Vec<usize> = layout.lines[0].yearly().iter().map(|point| point.0).collect();
        assert_eq!(years, [12, 24, 36]);
        let mark = layout.mark.expect("a mark was asked for");
        assert!((mark.x - (50.0 + 410.0 * 8.0 / 36.0)).abs() < 1e-9 && !mark.leftwards);
        assert_eq!(mark.y, layout.down.1);
    }

    #[test]
    fn a_band_is_seen_whole_and_closed() {
        let (line, low, high) = (rising(2, 10.0), rising(2, -10.0), rising(2, 40.0));
        let layout = LinesLayout::banded(560.0, &[&line, &line], &[Some([&low, &high])], 40.0, 90.0, None);
        assert_eq!(layout.values.first().map(|tick| tick.0), Some(-20.0));
        assert_eq!(layout.values.last().map(|tick| tick.0), Some(80.0));
        let band = &layout.lines[0].band;
        assert!(band.starts_with('M') && band.ends_with('Z') && band.matches('L').count() == 5, "{band}");
        assert_eq!(layout.lines[1].band, "");
    }

    #[test]
    fn a_mark_near_the_end_speaks_leftwards() {
        let values = rising(20, 1.0);
        let layout = LinesLayout::new(320.0, &[&values], 40.0, 50.0, Some((19.0, 0.0, 120.0)));
        assert!(layout.mark.expect("a mark was asked for").leftwards);
    }

    #[test]
    fn nothing_to_draw_and_numbers_that_are_none_leave_no_point() {
        let layout = LinesLayout::new(320.0, &[], 0.0, 0.0, Some((f64::NAN, 0.0, 1.0)));
        assert!(layout.lines.is_empty() && layout.mark.is_none());
        let layout = LinesLayout::new(320.0, &[&[], &[f64::NAN, 2.0, f64::INFINITY]], 1e9, 1e9, None);
        assert_eq!(layout.lines[0].path(), "");
        assert_eq!(layout.lines[1].points.len(), 1);
        assert!(layout.across.0 < layout.across.1);
        assert_eq!(layout.lines[1].path(), "M136.0 10.0");
    }
}
