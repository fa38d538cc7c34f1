//! Where the parts of stacked bars go.

use super::{Bounds, NARROW, Scale};

/// Stacked bars laid out, in pixels from the top left.
#[derive(Clone, Debug, PartialEq)]
pub struct BarsLayout {
    /// Width of the whole.
    pub width: f64,
    /// Height of the whole.
    pub height: f64,
    /// The place of zero.
    pub zero: f64,
    /// Height of a bar.
    pub thickness: f64,
    /// Width left for a name.
    pub name_room: f64,
    /// The bars, in the order given.
    pub bars: Vec<BarPlace>,
}

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub struct BarPlace {
    /// Its upper edge.
    pub top: f64,
    /// The baseline of its name.
    pub name: f64,
    /// Its right end.
    pub end: f64,
    /// Its parts with something to show, from left to right in the order given.
    pub segments: Vec<Segment>,
}

/// One part of a bar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Segment {
    /// Which of the bar's parts.
    pub part: usize,
    /// Left edge.
    pub x: f64,
    /// Width.
    pub width: f64,
}

impl BarsLayout {
    /// Lays out bars of parts: what costs goes right of zero, what earns (a credit, a resale) left of it.
    ///
    /// `name_room` and `total_room` are the widths of the widest words left and right of the bars, in pixels. On a narrow
    /// chart names stand above their bars.
    #[must_use]
    pub fn new(width: f64, bars: &[Vec<f64>], name_room: f64, total_room: f64) -> Self {
        let above = width < NARROW;
        let (thickness, pitch) = if above { (22.0, 50.0) } else { (26.0, 38.0) };
        let left = if above { 0.0 } else { (name_room + 12.0).min(width * 0.34) };
        let right = width - (total_room + 16.0).min(width * 0.3);
        let stacked: Vec<_> = bars.iter().map(|parts| stack(parts)).collect();
        let edges = stacked.iter().flatten().flat_map(|(_, from, to)| [*from, *to]);
        let scale = Scale { from: Bounds::around_zero(edges), to: (left, right) };
        let zero = scale.place(0.0);
        let mut top = if above { 20.0 } else { 4.0 };
        let mut places = Vec::with_capacity(bars.len());
        for parts in stacked {
            let segment = |&(part, from, to): &(usize, f64, f64)| {
                let x = scale.place(from);
                Segment { part, x, width: scale.place(to) - x }
            };
            let mut segments: Vec<Segment> = parts.iter().map(segment).collect();
            crate::order::sort_by(&mut segments, |a, b| a.x > b.x);
            let end = segments.last().map_or(zero, |last| last.x + last.width).max(zero);
            let name = if above { top - 6.0 } else { top + thickness / 2.0 + 4.0 };
            places.push(BarPlace { top, name, end, segments });
            top += pitch;
        }
        let height = top - if above { 22.0 } else { 8.0 };
        let name_room = if above { width } else { left - 12.0 };
        Self { width, height: height.max(1.0), zero, thickness, name_room, bars: places }
    }
}

/// The parts that show, with the values they reach from and to.
fn stack(parts: &[f64]) -> Vec<(usize, f64, f64)> {
    let (mut low, mut high) = (0.0, 0.0);
    let mut stacked = Vec::new();
    for (part, value) in parts.iter().copied().enumerate().filter(|(_, value)| value.is_finite()) {
        if value > 0.0 {
            stacked.push((part, high, high + value));
            high += value;
        } else if value < 0.0 {
            stacked.push((part, low + value, low));
            low += value;
        }
    }
    stacked
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "the places of round numbers are exact")]
mod tests {
    use super::*;

    #[test]
    fn parts_follow_one_another_and_fill_the_longest_bar() {
        let layout = BarsLayout::new(560.0, &[vec![60.0, 40.0], vec![0.0, 50.0]], 88.0, 44.0);
        let first = &layout.bars[0];
        assert_eq!((layout.zero, first.end), (100.0, 500.0));
        assert_eq!(first.segments[0], Segment { part: 0, x: 100.0, width: 240.0 });
        assert_eq!(first.segments[1], Segment { part: 1, x: 340.0, width: 160.0 });
        assert_eq!(
            layout.bars[1].segments,
            [Segment { part: 1, x: 100.0, width: 200.0 }],
            "nothing shows as nothing"
        );
        assert!(layout.bars[1].top >= first.top + layout.thickness);
        assert!(layout.height >= layout.bars[1].top + layout.thickness);
    }

    #[test]
    fn what_earns_goes_left_of_zero() {
        let layout = BarsLayout::new(400.0, &[vec![90.0, -10.0]], 500.0, 84.0);
        assert_eq!(layout.name_room, 400.0, "names stand above");
        assert_eq!(layout.zero, 30.0);
        assert_eq!(layout.bars[0].segments.iter().map(|segment| segment.part).collect::<Vec<_>>(), [1, 0]);
        assert_eq!((layout.bars[0].segments[0].x, layout.bars[0].end), (0.0, 300.0));
    }

    #[test]
    fn no_bars_and_numbers_that_are_none_draw_nothing() {
        assert!(BarsLayout::new(560.0, &[], 0.0, 0.0).height > 0.0);
        let layout = BarsLayout::new(560.0, &[vec![f64::NAN, 0.0]], 50.0, 50.0);
        assert!(layout.bars[0].segments.is_empty());
        assert_eq!(layout.bars[0].end, layout.zero);
    }
}
