"""The yardstick of benches/simulation.rs in vectorised NumPy: the same options on the same number of paths, on one thread.

Ranges are drawn between their ends, and people are hired in a fixed number of months, which is less work than the calculator's.
`make bench` runs it.
"""

import json
import sys
import time

import numpy as np

sys.path.insert(0, "tools/vectors")
from simulation import DEFAULTS  # noqa: E402
from team_model import Model  # noqa: E402

# Where the document has the model's numbers.
PATHS = {
    "discount_rate": "money.discount_rate", "wage_growth": "money.wage_growth", "growth": "demand.growth", "pay": "team.pay",
    "on_cost": "team.on_cost", "hours": "team.hours", "attrition": "team.attrition", "ramp_months": "team.ramp_months",
    "ramp_start": "team.ramp_start", "recruitment": "team.recruitment", "severance": "leaving.severance_months",
    "rate": "offer.price.rate", "index": "offer.price.index", "mature": "offer.quality.mature", "settle": "offer.quality.months",
    "rework": "offer.quality.rework", "transfer": "offer.transition.transfer_hours", "governance": "offer.governance.share",
    "hazard": "offer.exit.hazard",
}  # fmt: skip


def run(document, paths, random):
    service = document["services"][0]
    parts = {"money": document["money"], "offer": service["offers"][0], **service}
    values = DEFAULTS | {"base": 1800, "people": 12.0, "spread": 0.2, "persistence": 0.6, "parallel": 3, "time_to_hire": 60}
    for name, path in PATHS.items():
        at = parts
        for step in path.split("."):
            at = at[step]
        low, likely, high = at["low"], at["likely"], at["high"]
        a, b = 1 + 4 * (likely - low) / (high - low), 1 + 4 * (high - likely) / (high - low)
        values[name] = low + (high - low) * random.beta(a, b, paths)
    model = Model(values, document["horizon"], random, paths)
    months = document["horizon"] + 1
    fixed = model.option(vendor=False, target=[values["people"]] * months)
    sent = model.option(vendor=True)
    split = model.option(vendor=True, core=[service["core"]] * months)
    return fixed, sent, split


def main():
    with open("benches/yardstick.json", encoding="utf-8") as file:
        document = json.load(file)
    random = np.random.default_rng(7)
    for paths in (1 << 10, 1 << 14):
        least = float("inf")
        for _ in range(3):
            start = time.perf_counter()
            run(document, paths, random)
            least = min(least, time.perf_counter() - start)
        print(f"{f'NumPy, {paths} paths, one thread':<60} {least * 1e3:>9.1f} ms {paths / least:>9.0f} paths a second")


if __name__ == "__main__":
    main()
