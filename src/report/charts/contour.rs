//! Lines of equal height over a grid, and the part of it below a height: marching squares.

/// Heights over a grid: rows from the bottom, each from the left.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid<'a> {
    /// Columns.
    pub columns: usize,
    /// The heights, row by row.
    pub heights: &'a [f64],
}

/// A line of equal height, in columns and rows of the grid.
#[derive(Clone, Debug, PartialEq)]
pub struct Contour {
    /// Its points, in order.
    pub points: Vec<(f64, f64)>,
    /// Whether it returns to where it begins.
    pub closed: bool,
}

/// An edge between two neighbouring nodes: the lower or left node, and whether it goes up.
type Edge = (usize, usize, bool);

impl Grid<'_> {
    fn rows(&self) -> usize {
        self.heights.len() / self.columns.max(1)
    }

    fn at(&self, column: usize, row: usize) -> f64 {
        self.heights[row * self.columns + column]
    }

    /// Where a height lies on an edge, by a straight line between its nodes.
    fn on(&self, (column, row, up): Edge, height: f64) -> (f64, f64) {
        let (from, to) =
            (self.at(column, row), if up { self.at(column, row + 1) } else { self.at(column + 1, row) });
        let share = ((height - from) / (to - from)).clamp(0.0, 1.0);
        #[expect(clippy::cast_precision_loss, reason = "a grid of some dozens")]
        let (x, y) = (column as f64, row as f64);
        if up { (x, y + share) } else { (x + share, y) }
    }

    fn cells(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        let columns = self.columns.saturating_sub(1);
        (0..self.rows().saturating_sub(1)).flat_map(move |row| (0..columns).map(move |column| (column, row)))
    }

    /// The lines at a height. Where a cell is a saddle, its middle says which corners belong together.
    #[must_use]
    pub fn contours(&self, height: f64) -> Vec<Contour> {
        let mut left: Vec<(Edge, Edge)> = Vec::new();
        for (column, row) in self.cells() {
            let corners = [(0, 0), (1, 0), (1, 1), (0, 1)].map(|(x, y)| self.at(column + x, row + y));
            if corners.iter().any(|corner| !corner.is_finite()) {
                continue;
            }
            let below = corners.map(|corner| corner < height);
            let edges: [Edge; 4] = [
                (column, row, false),
                (column + 1, row, true),
                (column, row + 1, false),
                (column, row, true),
            ];
            let crossed: Vec<usize> = (0..4).filter(|side| below[*side] != below[(side + 1) % 4]).collect();
            match crossed[..] {
                [a, b] => left.push((edges[a], edges[b])),
                [_, _, _, _] => {
                    let middle = corners.iter().sum::<f64>() / 4.0 < height;
                    // The first corner is cut off by itself, or joined through the middle to the one across.
                    let pairs = if middle == below[0] { [(0, 1), (2, 3)] } else { [(3, 0), (1, 2)] };
                    left.extend(pairs.map(|(a, b)| (edges[a], edges[b])));
                }
                _ => {}
            }
        }
        let mut found = Vec::new();
        while let Some((start, end)) = left.pop() {
            let mut chain = std::collections::VecDeque::from([start, end]);
            // Each edge is shared by two cells at most: a line goes on in one way or ends.
            for back in [false, true] {
                while let Some(at) = if back { chain.front() } else { chain.back() }.copied() {
                    let Some(next) = left.iter().position(|(a, b)| *a == at || *b == at) else { break };
                    let (a, b) = left.swap_remove(next);
                    let other = if a == at { b } else { a };
                    if back { chain.push_front(other) } else { chain.push_back(other) }
                }
            }
            let closed = chain.len() > 2 && chain.front() == chain.back();
            found.push(Contour {
                points: chain.into_iter().map(|edge| self.on(edge, height)).collect(),
                closed,
            });
        }
        found
    }

    /// Polygons that together cover where the grid is below a height; whole stretches of a row are one.
    #[must_use]
    pub fn below(&self, height: f64) -> Vec<Vec<(f64, f64)>> {
        let mut found: Vec<Vec<(f64, f64)>> = Vec::new();
        let mut stretch: Option<usize> = None;
        for (column, row) in self.cells() {
            let places = [(0, 0), (1, 0), (1, 1), (0, 1)].map(|(x, y)| (column + x, row + y));
            let corners = places.map(|(x, y)| self.at(x, y));
            #[expect(clippy::cast_precision_loss, reason = "a grid of some dozens")]
            let point = |(x, y): (usize, usize)| (x as f64, y as f64);
            if column == 0 {
                stretch = None;
            }
            if corners.iter().all(|corner| *corner < height) {
                if let Some(index) = stretch {
                    found[index][1] = point(places[1]);
                    found[index][2] = point(places[2]);
                } else {
                    stretch = Some(found.len());
                    found.push(places.map(point).to_vec());
                }
                continue;
            }
            stretch = None;
            let mut polygon = Vec::new();
            for side in 0..4 {
                let (here, next) = (corners[side], corners[(side + 1) % 4]);
                if here < height {
                    polygon.push(point(places[side]));
                }
                if here.is_finite() && next.is_finite() && (here < height) != (next < height) {
                    let edge = [
                        (column, row, false),
                        (column + 1, row, true),
                        (column, row + 1, false),
                        (column, row, true),
                    ][side];
                    polygon.push(self.on(edge, height));
                }
            }
            if polygon.len() > 2 {
                found.push(polygon);
            }
        }
        found
    }
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "the places of round numbers are exact")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn area(polygon: &[(f64, f64)]) -> f64 {
        let next = polygon.iter().cycle().skip(1);
        polygon.iter().zip(next).map(|((x, y), (u, v))| x * v - u * y).sum::<f64>() / 2.0
    }

    #[test]
    fn a_slope_has_one_straight_line() {
        let heights = [0.0, 1.0, 2.0, 0.0, 1.0, 2.0, 0.0, 1.0, 2.0];
        let grid = Grid { columns: 3, heights: &heights };
        let [line] = &grid.contours(0.5)[..] else { panic!("one line") };
        assert!(!line.closed && line.points.len() == 3 && line.points.iter().all(|point| point.0 == 0.5));
        let below: f64 = grid.below(0.5).iter().map(|polygon| area(polygon)).sum();
        assert_eq!(below, 1.0);
        assert!(grid.contours(9.0).is_empty() && grid.below(-1.0).is_empty());
        assert_eq!(grid.below(9.0).len(), 2, "a row is one stretch");
    }

    #[test]
    fn a_hill_has_a_closed_line_and_a_saddle_two() {
        let hill = [0.0, 0.0, 0.0, 0.0, 4.0, 0.0, 0.0, 0.0, 0.0];
        let lines = Grid { columns: 3, heights: &hill }.contours(1.0);
        assert!(lines.len() == 1 && lines[0].closed && lines[0].points.len() == 5);
        let saddle = [0.0, 2.0, 2.0, 0.0];
        assert_eq!(Grid { columns: 2, heights: &saddle }.contours(0.5).len(), 2);
        let none = [0.0, f64::NAN, 2.0, 0.0];
        assert!(Grid { columns: 2, heights: &none }.contours(0.5).is_empty());
    }

    proptest! {
        #[test]
        fn below_and_above_fill_the_grid_and_lines_run_along_their_height(
            heights in proptest::collection::vec(-1.0..1.0_f64, 20), height in -1.2..1.2_f64,
        ) {
            let grid = Grid { columns: 5, heights: &heights };
            let lower: f64 = grid.below(height).iter().map(|polygon| area(polygon)).sum();
            let upside: Vec<f64> = heights.iter().map(|height| -height).collect();
            let upper: f64 = Grid { columns: 5, heights: &upside }.below(-height).iter().map(|polygon| area(polygon)).sum();
            // Saddles are joined one way in each: they overlap or gape by less than their cells.
            let saddles = grid.cells().filter(|(x, y)| {
                let corners = [(0, 0), (1, 0), (1, 1), (0, 1)].map(|(i, j)| grid.at(x + i, y + j) < height);
                corners[0] == corners[2] && corners[1] == corners[3] && corners[0] != corners[1]
            }).count();
            #[expect(clippy::cast_precision_loss, reason = "a dozen cells")]
            let slack = saddles as f64 + 1e-9;
            prop_assert!((lower + upper - 12.0).abs() <= slack, "{lower} + {upper}");
            for line in grid.contours(height) {
                for (x, y) in line.points {
                    prop_assert!((0.0..=4.0).contains(&x) && (0.0..=3.0).contains(&y));
                    prop_assert!(x.fract() == 0.0 || y.fract() == 0.0);
                }
            }
        }
    }
}
