"""Writes tests/vectors/uncertainty.json: what scipy and numpy make of ranges, Sobol points, correlations and quantiles.

Only needed to regenerate: python -m pip install -r tools/vectors/requirements.txt, then
python tools/vectors/uncertainty.py > tests/vectors/uncertainty.json
"""

import json
import math

import numpy as np
from scipy import stats
from scipy.optimize import root

SHARES = [1e-6, 1e-4, 0.001, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 0.9999]


def pert(low, likely, high):
    width = high - low
    return stats.beta(1 + 4 * (likely - low) / width, 1 + 4 * (high - likely) / width, low, width)


def triangular(low, likely, high):
    return stats.triang((likely - low) / (high - low), low, high - low)


def uniform(low, _, high):
    return stats.uniform(low, high - low)


def lognormal(low, _, high):
    """Low and high are P10 and P90."""
    sigma = math.log(high / low) / (2 * stats.norm.ppf(0.9))
    return stats.lognorm(sigma, scale=math.sqrt(low * high))


def case(shape, ends, stated, distribution):
    values = distribution.ppf(SHARES)
    return {
        "shape": shape,
        "ends": ends,
        "range": stated,
        "mean": float(distribution.mean()),
        "variance": float(distribution.var()),
        "shares": SHARES,
        "quantiles": [float(value) for value in values],
        "cdf": [float(share) for share in distribution.cdf(values)],
    }


RANGES = [(0, 5, 20), (10, 20, 60), (0, 10, 10), (0, 0, 10), (-3, 1, 2), (0.5, 0.71, 0.9), (1e6, 1.01e6, 2e6), (0, 0.001, 1)]


def by_limits():
    for stated in RANGES:
        yield case("pert", "limits", stated, pert(*stated))
        yield case("triangular", "limits", stated, triangular(*stated))
        yield case("uniform", "limits", stated, uniform(*stated))


def fitted(family, p10, mode, p90):
    """Both limits at once, by scipy's root finder on the logarithms of their distances from the mode."""

    def limits(logs):
        return mode - math.exp(logs[0]), mode, mode + math.exp(logs[1])

    def off(logs):
        return family(*limits(logs)).cdf([p10, p90]) - [0.1, 0.9]

    start = [math.log(max(mode - p10, 0.05 * (p90 - p10)) * 1.5), math.log(max(p90 - mode, 0.05 * (p90 - p10)) * 1.5)]
    found = root(off, start, tol=1e-15, method="hybr")
    assert max(abs(off(found.x))) < 1e-14, (p10, mode, p90, found)
    return limits(found.x)


def by_tenths():
    for stated in [(0, 5, 20), (10, 20, 60), (0.5, 0.71, 0.9), (100, 180, 220), (1, 1.3, 9)]:
        for name, family in (("pert", pert), ("triangular", triangular)):
            limits = fitted(family, *stated)
            yield case(name, "one_in_ten", stated, family(*limits)) | {"limits": [float(limits[0]), float(limits[2])]}
    for stated in [(50, 100, 200), (1, 2, 3), (0.01, 0.1, 40)]:
        yield case("lognormal", "one_in_ten", stated, lognormal(*stated))


def sobol():
    """Numerators over 2^20 of chosen points, in all 128 dimensions."""
    points = stats.qmc.Sobol(128, scramble=False, bits=20).random(1 << 17)
    for index in (0, 1, 2, 3, 4, 7, 12, 100, 1023, 1024, 5000, 65_535, 99_999, 131_071):
        yield {"index": index, "numerators": [int(value * (1 << 20)) for value in points[index]]}


def copula():
    """Three inputs of five, correlated by rank; the others stay as they are."""
    ranks = np.eye(5)
    for i, j, rank in ((0, 2, 0.6), (0, 4, -0.5), (2, 4, 0.2)):
        ranks[i, j] = ranks[j, i] = rank
    lower = np.linalg.cholesky(2 * np.sin(np.pi * ranks / 6))
    generator = np.random.default_rng(20_241_101)
    for uniforms in [*generator.uniform(size=(12, 5)), np.full(5, 1e-9), np.full(5, 1 - 1e-9)]:
        made = stats.norm.cdf(lower @ stats.norm.ppf(uniforms))
        yield {"ranks": ranks.tolist(), "uniforms": uniforms.tolist(), "made": made.tolist()}


def quantiles():
    generator = np.random.default_rng(7)
    for count in (1, 2, 5, 64, 1001):
        values = [float(value) for value in np.round(generator.normal(0, 100, count), 3)]
        yield {"values": values, "shares": SHARES, "quantiles": [float(v) for v in np.quantile(values, SHARES)]}


print(
    json.dumps(
        {
            "distributions": [*by_limits(), *by_tenths()],
            "sobol": list(sobol()),
            "copula": list(copula()),
            "quantiles": list(quantiles()),
        },
        indent=None,
        separators=(",", ":"),
    ).replace("},{", "},\n{")
)
