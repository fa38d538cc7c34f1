"""Writes tests/vectors/finance.json: what numpy-financial and scipy make of a grid of flows and rates.

Only needed to regenerate: python -m pip install -r tools/vectors/requirements.txt, then
python tools/vectors/finance.py > tests/vectors/finance.json
"""

import json
from fractions import Fraction

import mpmath
import numpy as np
import numpy_financial as npf
from scipy.optimize import brentq

generator = np.random.default_rng(20_240_601)


def outlay_then_savings(periods, total_return):
    """One change of sign, so exactly one rate; savings add up to total_return times the outlay."""
    savings = generator.uniform(0.5, 1.5, periods)
    outlay = float(np.round(generator.uniform(1e3, 1e6), 2))
    savings = np.round(savings / savings.sum() * outlay * total_return, 2)
    return [-outlay, *map(float, savings)]


def present_values():
    for rate in (-0.5, -0.01, 0.0, 0.004, 0.05, 0.1, 0.75):
        for periods in (0, 1, 5, 36, 120):
            flows = [float(v) for v in np.round(generator.normal(0, 1e4, periods + 1), 2)]
            yield {"rate": rate, "flows": flows, "value": float(npf.npv(rate, flows))}


def internal_rates():
    for periods in (1, 2, 5, 12, 36):
        for total_return in (0.2, 0.9, 1.0, 1.1, 2.0, 20.0):
            flows = outlay_then_savings(periods, total_return)
            yield {"flows": flows, "rate": float(npf.irr(flows))}
    # numpy's eigenvalues lose digits at high degree: there scipy's bracketing solver is the reference.
    for periods in (60, 120):
        for total_return in (0.5, 1.5, 5.0):
            flows = outlay_then_savings(periods, total_return)
            rate = brentq(lambda r: npf.npv(r, flows), -0.5, 1.0, xtol=1e-15, rtol=1e-15)
            yield {"flows": flows, "rate": float(rate)}


def several_internal_rates():
    """Flows with exact integer coefficients made from known rates; and mpmath's zeros of random ones."""
    for rates in (["-1/2", "1/10"], ["1/20", "1/10"], ["-1/5", "0", "3"], ["1/100", "1/50", "1/25", "2"], ["-9/10", "9"]):
        flows = [Fraction(-1)]
        for rate in map(Fraction, rates):
            # 1 - (1 + rate) x, in x = 1 / (1 + i)
            times = 1 + rate
            flows = [a - times * b for a, b in zip([*flows, Fraction(0)], [Fraction(0), *flows])]
        scale = np.lcm.reduce([flow.denominator for flow in flows])
        yield {
            "flows": [float(flow * int(scale)) for flow in flows],
            "rates": sorted(float(Fraction(rate)) for rate in rates),
        }
    mpmath.mp.dps = 60
    for periods in (4, 7, 12, 24, 40):
        for _ in range(4):
            flows = [float(v) for v in generator.integers(-100, 101, periods + 1)]
            flows[0], flows[-1] = flows[0] or 1.0, flows[-1] or 1.0
            zeros = mpmath.polyroots(flows, maxsteps=500, extraprec=400)
            growths = [z.real for z in map(mpmath.mpc, zeros) if abs(z.imag) < mpmath.mpf(10) ** -40]
            yield {"flows": flows, "rates": sorted(float(g - 1) for g in growths if 0.01 <= g <= 1e6)}


def modified_internal_rates():
    for periods in (1, 5, 36, 120):
        for finance, reinvest in ((0.0, 0.0), (0.1, 0.12), (0.05, -0.02), (0.006, 0.006)):
            flows = [float(v) for v in np.round(generator.normal(0, 1e4, periods + 1), 2)]
            flows[0], flows[-1] = -abs(flows[0]), abs(flows[-1])
            yield {
                "flows": flows,
                "finance": finance,
                "reinvest": reinvest,
                "rate": float(npf.mirr(flows, finance, reinvest)),
            }


def annuities():
    for rate in (-0.2, 0.0, 0.01, 0.08, 0.5):
        for years in (1, 3, 5, 10):
            yield {"rate": rate, "months": 12 * years, "present": 1e5, "yearly": float(-npf.pmt(rate, years, 1e5))}


print(
    json.dumps(
        {
            "present_values": list(present_values()),
            "internal_rates": list(internal_rates()),
            "several_internal_rates": list(several_internal_rates()),
            "modified_internal_rates": list(modified_internal_rates()),
            "annuities": list(annuities()),
        },
        indent=None,
        separators=(",", ":"),
    ).replace("},{", "},\n{")
)
