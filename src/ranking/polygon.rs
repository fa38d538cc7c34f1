//! Convex polygons: weights of three criteria are points of a triangle.

/// A point: the weights of the first two criteria; the third has the rest.
type Point = [f64; 2];

/// Areas smaller than this are none.
const NOTHING: f64 = 1e-14;

/// A convex polygon by its corners.
#[derive(Clone, Debug)]
pub(super) struct Polygon(Vec<Point>);

impl Polygon {
    /// All weights.
    pub(super) fn triangle() -> Self {
        Polygon(vec![[0.0, 0.0], [1.0, 0.0], [0.0, 1.0]])
    }

    /// The part in which a sum over the weights is not negative.
    pub(super) fn clipped(&self, sum: &[f64]) -> Polygon {
        let at = |point: &Point| sum[0] * point[0] + sum[1] * point[1] + sum[2] * (1.0 - point[0] - point[1]);
        let mut kept = Vec::with_capacity(self.0.len() + 1);
        for (index, point) in self.0.iter().enumerate() {
            let next = &self.0[(index + 1) % self.0.len()];
            let (here, there) = (at(point), at(next));
            if here >= 0.0 {
                kept.push(*point);
            }
            if (here > 0.0 && there < 0.0) || (here < 0.0 && there > 0.0) {
                let part = here / (here - there);
                kept.push([point[0] + part * (next[0] - point[0]), point[1] + part * (next[1] - point[1])]);
            }
        }
        Polygon(kept)
    }

    /// The area, by the shoelace formula.
    pub(super) fn area(&self) -> f64 {
        let corners = self.0.iter().zip(self.0.iter().cycle().skip(1));
        corners.map(|(a, b)| a[0] * b[1] - b[0] * a[1]).sum::<f64>().abs() / 2.0
    }

    /// Whether there is hardly anything of it.
    pub(super) fn is_nothing(&self) -> bool {
        self.0.len() < 3 || self.area() < NOTHING
    }

    /// Weights inside: the mean of the corners.
    pub(super) fn inside(&self) -> [f64; 3] {
        let count = self.0.len() as f64;
        let mean = |axis: usize| self.0.iter().map(|point| point[axis]).sum::<f64>() / count;
        let (first, second) = (mean(0), mean(1));
        [first, second, 1.0 - first - second]
    }
}
