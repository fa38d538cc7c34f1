//! Where the parts of columns go: how often something is found, by size.

use super::{Bounds, NARROW, Scale};

/// Columns laid out, in pixels from the top left.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnsLayout {
    /// Width of the whole.
    pub width: f64,
    /// Height of the whole.
    pub height: f64,
    /// Left and right edge of the columns.
    pub across: (f64, f64),
    /// The line that columns stand on.
    pub floor: f64,
    /// The columns, in the order given.
    pub columns: Vec<Column>,
    along: Scale,
}

/// One column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

impl ColumnsLayout {
    /// Columns of the heights given, each over its stretch of an axis. A column apart from them may follow, for what has no place on
    /// the axis.
    #[must_use]
    pub fn new(width: f64, columns: &[([f64; 2], f64)], apart: Option<f64>) -> Self {
        let height = if width < NARROW { 200.0 } else { 220.0 };
        let (top, floor) = (26.0, height - 26.0);
        // Words at the ends of the axis reach beyond it.
        let (left, right) = (18.0, width - 18.0);
        let room = if apart.is_some() { 64.0 } else { 0.0 };
        let across = (left, right - room);
        let ends = columns.iter().flat_map(|(stretch, _)| *stretch).filter(|end| end.is_finite());
        let (low, high) =
            ends.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), end| (low.min(end), high.max(end)));
        let from = if low < high { Bounds { low, high } } else { Bounds { low: 0.0, high: 1.0 } };
        let along = Scale { from, to: across };
        let most = columns.iter().map(|column| column.1).chain(apart).filter(|height| height.is_finite());
        let up = Scale { from: Bounds::around_zero(most), to: (floor, top) };
        let column = |x: f64, to: f64, height: f64| {
            let y = up.place(height);
            Column { x, y, width: (to - x - 1.0).max(0.5), height: floor - y }
        };
        let mut placed: Vec<Column> = columns
            .iter()
            .map(|([from, to], height)| column(along.place(*from), along.place(*to), *height))
            .collect();
        placed.extend(apart.map(|height| column(right - 40.0, right, height)));
        Self { width, height, across, floor, columns: placed, along }
    }

    /// The place of a value on the axis; None where it is off it.
    #[must_use]
    pub fn place(&self, value: f64) -> Option<f64> {
        let Bounds { low, high } = self.along.from;
        (low <= value && value <= high).then(|| self.along.place(value))
    }
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "the places of round numbers are exact")]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_on_the_floor_side_by_side() {
        let layout = ColumnsLayout::new(536.0, &[([-10.0, 0.0], 0.25), ([0.0, 10.0], 0.5)], None);
        let [first, second] = layout.columns[..] else { panic!("two columns") };
        assert_eq!((first.x, first.width, second.x), (18.0, 249.0, 268.0));
        assert_eq!((first.height * 2.0, second.y), (second.height, 26.0));
        assert_eq!((first.y + first.height, second.y + second.height), (layout.floor, layout.floor));
        assert_eq!((layout.place(0.0), layout.place(11.0)), (Some(268.0), None));
    }

    #[test]
    fn what_has_no_place_on_the_axis_stands_apart() {
        let layout = ColumnsLayout::new(536.0, &[([0.0, 12.0], 0.2)], Some(0.8));
        let [first, never] = layout.columns[..] else { panic!("two columns") };
        assert!(first.x + first.width < never.x - 12.0);
        assert_eq!(never.y, 26.0);
    }

    #[test]
    fn nothing_and_numbers_that_are_none_draw_no_height() {
        assert!(ColumnsLayout::new(300.0, &[], None).columns.is_empty());
        let layout = ColumnsLayout::new(300.0, &[([f64::NAN, 1.0], f64::NAN)], Some(0.0));
        assert!(layout.columns.iter().all(|column| column.height == 0.0 && column.x.is_finite()));
    }
}
