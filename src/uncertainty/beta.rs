//! The beta distribution on 0..1, for exponents of at least 1.

/// Density x^(a−1)·(1−x)^(b−1)/B(a, b).
#[derive(Clone, Copy, Debug)]
pub(super) struct Beta {
    pub a: f64,
    pub b: f64,
    /// −ln B(a, b).
    log_scale: f64,
}

/// The continued fraction settles in some 20 steps where it is used; this is only an end.
const MOST_STEPS: u32 = 200;

impl Beta {
    pub fn new(a: f64, b: f64) -> Self {
        Self { a, b, log_scale: libm::lgamma(a + b) - libm::lgamma(a) - libm::lgamma(b) }
    }

    /// The distribution of 1 − x.
    pub fn mirrored(self) -> Self {
        Self { a: self.b, b: self.a, ..self }
    }

    pub fn density(&self, x: f64) -> f64 {
        // At an end whose exponent is 1 the power is 1, not 0·∞.
        let power = |exponent: f64, log: f64| if exponent > 0.0 { exponent * log } else { 0.0 };
        libm::exp(power(self.a - 1.0, libm::log(x)) + power(self.b - 1.0, libm::log1p(-x)) + self.log_scale)
    }

    /// The probability below `x`, 0 ≤ x ≤ 1: the regularised incomplete beta function, by its continued fraction on
    /// the side where that converges fast (NIST DLMF 8.17.22).
    pub fn below(&self, x: f64) -> f64 {
        if x > (self.a + 1.0) / (self.a + self.b + 2.0) {
            1.0 - self.mirrored().lower_part(1.0 - x)
        } else {
            self.lower_part(x)
        }
    }

    fn lower_part(&self, x: f64) -> f64 {
        let (a, b) = (self.a, self.b);
        if x <= 0.0 {
            return 0.0;
        }
        // Lentz's method, as modified by Thompson and Barnett.
        let apart_from_zero = |value: f64| if value.abs() < 1e-300 { 1e-300 } else { value };
        let mut c = 1.0;
        let mut d = 1.0 / apart_from_zero(1.0 - (a + b) * x / (a + 1.0));
        let mut fraction = d;
        for step in 1..=MOST_STEPS {
            let m = f64::from(step);
            let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
            let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
            let before = fraction;
            for term in [even, odd] {
                d = 1.0 / apart_from_zero(1.0 + term * d);
                c = apart_from_zero(1.0 + term / c);
                fraction *= c * d;
            }
            if (fraction - before).abs() <= f64::EPSILON * fraction.abs() {
                break;
            }
        }
        libm::exp(a * libm::log(x) + b * libm::log1p(-x) + self.log_scale) * fraction / a
    }

    /// The value with probability `share` below it, 0 ≤ share ≤ 1.
    pub fn quantile(&self, share: f64) -> f64 {
        if share > 0.5 { 1.0 - self.mirrored().lower(1.0 - share) } else { self.lower(share) }
    }

    /// The quantile from the power law at 0, for shares to 1/2.
    fn lower(&self, share: f64) -> f64 {
        if share <= 0.0 {
            return 0.0;
        }
        // x^a/(a·B) is never below the probability, so this starts at or left of the quantile.
        let start = libm::exp((libm::log(share) + libm::log(self.a) - self.log_scale) / self.a);
        self.lower_from(share, start)
    }

    /// The quantile from a value at or left of it, by Halley's steps on ln x ↦ ln(probability): that curve is a line
    /// at 0 and concave, so that Newton's steps never overshoot.
    pub fn lower_from(&self, share: f64, start: f64) -> f64 {
        let mut x = start;
        for _ in 0..MOST_STEPS {
            let below = self.below(x);
            let missing = libm::log(share / below);
            let slope = x * self.density(x) / below;
            let bend = slope * (self.a - (self.b - 1.0) * x / (1.0 - x) - slope);
            let halley = slope + 0.5 * bend * missing / slope;
            let step = missing / if halley > 0.5 * slope { halley } else { slope };
            x *= libm::exp(step);
            // The next step would be some cube of this one.
            if step.abs() < 1e-6 {
                break;
            }
        }
        x
    }
}
