"""Writes tests/vectors/simulation.json: quantiles of a reduced model by plain Monte Carlo, with NumPy's own random numbers.

Only needed to regenerate: python -m pip install -r tools/vectors/requirements.txt, then
python tools/vectors/simulation.py > tests/vectors/simulation.json
"""

import json

import numpy as np

from team_model import Model

PATHS = 200_000
MONTHS = 48
SHARES = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95]

# What the table of inputs has where the document below is silent.
DEFAULTS = {
    "discount_rate": 0.08, "inflation": 0.025, "wage_growth": 0.035, "persistence": 0.0, "spread": 0.0,
    "on_cost": 1.3, "hours": 1800, "time_to_hire": 44, "ramp_start": 0.25, "recruitment": 5475, "training": 1054,
    "span": 8, "manager_pay": 1.3, "workplace": 7850, "tools": 1200 + 4830, "severance": 2, "notice": 1,
    "avoidable_management": 0.0, "overtime": 1.5, "overtime_limit": 0.1,
    "minimum": 0.75, "index": 0.035, "term": 36, "renewal": 0.0, "paid_after": 1, "ramp_lead": 1, "shrink_notice": 2,
    "first": 0.5, "mature": 1.0, "settle": 6, "rework": 0.05, "distance": 1.16, "lead": 3, "parallel": 2,
    "parallel_billing": 1.0, "selection": 0.035, "fee_share": 0.025, "transfer": 60, "retention": 1,
    "governance": 0.06, "steering": 0.0, "travel": 0.0, "hazard": 0.08, "gap": 2, "price_factor": 1.1,
}  # fmt: skip

# Each with its path in the document and how it is drawn: shape, low, likely, high, ends as limits.
RANGES = {
    "growth": ("services.0.demand.growth", "uniform", 0.0, 0.04, 0.1),
    "pay": ("services.0.team.pay", "triangular", 120_000, 133_000, 150_000),
    "attrition": ("services.0.team.attrition", "uniform", 0.1, 0.2, 0.35),
    "ramp_months": ("services.0.team.ramp_months", "uniform", 3, 6, 9),
    "rate": ("services.0.offers.0.price.rate", "pert", 58, 64, 80),
    "mature": ("services.0.offers.0.quality.mature", "triangular", 0.75, 0.95, 1.05),
}

DOCUMENT = {
    "horizon": MONTHS,
    "services": [
        {
            "demand": {"base": 1800, "spread": 0.15, "persistence": 0.5},
            "team": {"people": 12, "time_to_hire": 60, "staffing": "chase"},
            "offers": [{"vendor": "v", "price": {}}],
        }
    ],
    "vendors": [{"id": "v"}],
}


def drawn(random, shape, low, likely, high):
    if shape == "uniform":
        return random.uniform(low, high, PATHS)
    if shape == "triangular":
        return random.triangular(low, likely, high, PATHS)
    width = high - low
    return low + width * random.beta(1 + 4 * (likely - low) / width, 1 + 4 * (high - likely) / width, PATHS)


def put(document, path, value):
    at = document
    *steps, last = path.split(".")
    for step in steps:
        at = at[int(step)] if step.isdigit() else at.setdefault(step, {})
    at[last] = value


def main():
    random = np.random.default_rng(20_261_126)
    document, values = json.loads(json.dumps(DOCUMENT)), dict(DEFAULTS)
    values |= {"base": 1800, "people": 12, "time_to_hire": 60, "spread": 0.15, "persistence": 0.5}
    for name, (path, shape, low, likely, high) in RANGES.items():
        put(document, path, {"low": low, "likely": likely, "high": high, "shape": shape, "meaning": "limits"})
        values[name] = drawn(random, shape, low, likely, high)
    model = Model(values, MONTHS, random, PATHS)
    own = model.present(model.option(vendor=False)[0])
    sent = model.present(model.option(vendor=True)[0])
    found = {"document": document, "shares": SHARES}
    for name, sample in (("best_in_house", own), ("outsourced_0", sent), ("saved", own - sent)):
        # Standard errors of quantiles by batches.
        batches = np.array([np.quantile(part, SHARES) for part in np.split(sample, 40)])
        found[name] = {
            "mean": float(sample.mean()),
            "mean_error": float(sample.std() / np.sqrt(PATHS)),
            "quantiles": [float(value) for value in np.quantile(sample, SHARES)],
            "errors": [float(value) for value in batches.std(axis=0, ddof=1) / np.sqrt(40)],
        }
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
