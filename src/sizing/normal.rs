//! The normal distribution.

/// The probability that a standard normal lies below `x`.
pub(super) fn below(x: f64) -> f64 {
    0.5 * libm::erfc(-x / std::f64::consts::SQRT_2)
}

/// The value below which a standard normal lies with probability `share`, for 0 < share < 1.
///
/// Abramowitz & Stegun 26.2.23 (error 4.5e-4), then two of Halley's steps on erfc, which leave rounding alone.
pub(super) fn quantile(share: f64) -> f64 {
    let tail = share.min(1.0 - share);
    let t = libm::sqrt(-2.0 * libm::log(tail));
    let numerator = 2.515517 + t * (0.802853 + t * 0.010328);
    let denominator = 1.0 + t * (1.432788 + t * (0.189269 + t * 0.001308));
    let mut x = numerator / denominator - t;
    for _ in 0..2 {
        let excess = below(x) - tail;
        let step = excess * libm::sqrt(2.0 * std::f64::consts::PI) * libm::exp(0.5 * x * x);
        x -= step / (1.0 + 0.5 * x * step);
    }
    if share > 0.5 { -x } else { x }
}

#[cfg(test)]
mod tests {
    use super::quantile;

    #[test]
    fn published_quantiles() {
        // Python's statistics.NormalDist (Wichura's AS 241).
        for (share, value) in [
            (0.5, 0.0),
            (1.0 / 3.0, -0.4307272992954574),
            (0.9, 1.2815515655446004),
            (0.975, 1.959963984540054),
            (1e-6, -4.753424308822899),
            (1e-12, -7.034483825301131),
        ] {
            assert!((quantile(share) - value).abs() < 1e-12, "{share}: {}", quantile(share));
            let mirrored = quantile(1.0 - share) + value;
            assert!(share < 1e-3 || mirrored.abs() < 1e-12, "{share}");
        }
    }
}
