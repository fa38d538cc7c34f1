//! Where rows of thin bars go: one input a row, its effect to either side of a line.

use super::{Bounds, NARROW, Scale};

/// Rows laid out, in pixels from the top left.
#[derive(Clone, Debug, PartialEq)]
pub struct RowsLayout {
    /// Width of the whole.
    pub width: f64,
    /// Height of the whole.
    pub height: f64,
    /// Height of a bar.
    pub thickness: f64,
    /// Width left for a name.
    pub name_room: f64,
    /// The upper edge of each row's bar and the baseline of its name.
    pub rows: Vec<(f64, f64)>,
    /// From values to places.
    pub scale: Scale,
}

impl RowsLayout {
    /// So many rows, with values within the bounds. `name_room` is the width of the widest name, `value_room` that of the words at the
    /// ends of bars, in pixels. On a narrow chart names stand above their bars.
    #[must_use]
    pub fn new(width: f64, rows: usize, bounds: Bounds, name_room: f64, value_room: [f64; 2]) -> Self {
        let above = width < NARROW;
        let (thickness, pitch, mut top): (f64, f64, f64) =
            if above { (16.0, 42.0, 22.0) } else { (18.0, 27.0, 4.0) };
        let left = if above { 0.0 } else { (name_room + 12.0).min(width * 0.4) };
        let [before, after] = value_room.map(|room| (room + 8.0).min(width * 0.22));
        let scale = Scale { from: bounds, to: (left + before, width - after) };
        let mut places = Vec::with_capacity(rows);
        for _ in 0..rows {
            places.push((top, if above { top - 6.0 } else { top + thickness / 2.0 + 4.0 }));
            top += pitch;
        }
        let name_room = if above { width } else { left - 12.0 };
        Self { width, height: top.max(1.0) + 20.0, thickness, name_room, rows: places, scale }
    }

    /// Left edge and width of a bar between two values.
    #[must_use]
    pub fn bar(&self, from: f64, to: f64) -> (f64, f64) {
        let (a, b) = (self.scale.place(from), self.scale.place(to));
        (a.min(b), (a - b).abs())
    }
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "the places of round numbers are exact")]
mod tests {
    use super::*;

    #[test]
    fn bars_lie_between_their_values() {
        let layout = RowsLayout::new(600.0, 2, Bounds { low: -100.0, high: 100.0 }, 88.0, [42.0, 42.0]);
        assert_eq!(layout.scale.to, (150.0, 550.0));
        assert_eq!(layout.bar(-50.0, 100.0), (250.0, 300.0));
        assert_eq!(layout.bar(100.0, -50.0), (250.0, 300.0));
        assert!(layout.rows[1].0 >= layout.rows[0].0 + layout.thickness);
    }

    #[test]
    fn on_a_narrow_chart_names_have_the_whole_width() {
        let layout = RowsLayout::new(320.0, 1, Bounds { low: 0.0, high: 1.0 }, 500.0, [0.0, 0.0]);
        assert_eq!(layout.name_room, 320.0);
        assert!(layout.rows[0].1 < layout.rows[0].0);
        assert!(RowsLayout::new(320.0, 0, Bounds { low: 0.0, high: 1.0 }, 0.0, [0.0, 0.0]).height > 0.0);
    }
}
