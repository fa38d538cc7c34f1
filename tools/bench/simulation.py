"""The yardstick of benches/simulation.rs in vectorised NumPy, on one thread: the same options on the same number of paths, and the same of
each path: present cost, monthly flows, payback, hours done late and idle, and the first paths' cumulative savings.

Ranges are drawn between their ends. What is left out is Sobol's points and the inverse of each distribution: NumPy draws its own way, which
is less work. `make bench` runs it.
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
    "on_cost": "team.on_cost", "hours": "team.hours", "attrition": "team.attrition", "time_to_hire": "team.time_to_hire", "ramp_months": "team.ramp_months",
    "ramp_start": "team.ramp_start", "recruitment": "team.recruitment", "severance": "leaving.severance_months",
    "rate": "offer.price.rate", "index": "offer.price.index", "mature": "offer.quality.mature", "settle": "offer.quality.months",
    "rework": "offer.quality.rework", "transfer": "offer.transition.transfer_hours", "governance": "offer.governance.share",
    "hazard": "offer.exit.hazard",
}  # fmt: skip


# Paths at once: more leave the caches, fewer are all overhead.
PIECE = 1 << 14

# Of so many paths cumulative savings are kept.
BANDS = 1 << 12


def payback(saved):
    """The month of each path's last crossing from below zero, as a fraction; infinite where savings end below."""
    cumulative = np.cumsum(saved, axis=0)
    crosses = (cumulative[:-1] < 0) & (cumulative[1:] >= 0)
    last = len(crosses) - 1 - np.argmax(crosses[::-1], axis=0)
    every = np.arange(saved.shape[1])
    below, above = cumulative[last, every], cumulative[last + 1, every]
    with np.errstate(divide="ignore", invalid="ignore"):
        months = np.where(crosses.any(axis=0), last + 1 - above / (above - below), 0.0)
    return np.where(cumulative[-1] >= 0, months, np.inf), cumulative


def options(values, document, random, paths):
    """What each option has on paths that take the same months to hire."""
    model = Model(values, document["horizon"], random, paths)
    months = document["horizon"] + 1
    fixed = model.option(vendor=False, target=[values["people"]] * months)
    sent = model.option(vendor=True)
    split = model.option(vendor=True, core=[document["services"][0]["core"]] * months)
    needed = sum(model.need[1:])
    found = []
    for flows, late, idle in (fixed, sent, split):
        months, cumulative = payback(np.stack(fixed[0]) - np.stack(flows))
        found.append((model.present(flows), months, (needed - late) / needed, idle / needed, cumulative[:, :BANDS].astype(np.float32)))
    return found


def piece(document, paths, random):
    """Paths by their months to hire: all else is drawn for each."""
    service = document["services"][0]
    parts = {"money": document["money"], "offer": service["offers"][0], **service}
    values = {}
    for name, path in PATHS.items():
        at = parts
        for step in path.split("."):
            at = at[step]
        low, likely, high = at["low"], at["likely"], at["high"]
        a, b = 1 + 4 * (likely - low) / (high - low), 1 + 4 * (high - likely) / (high - low)
        values[name] = low + (high - low) * random.beta(a, b, paths)
    months = np.ceil(values.pop("time_to_hire") / (365.25 / 12))
    stated = DEFAULTS | {"base": 1800, "people": 12.0, "spread": 0.2, "persistence": 0.6, "parallel": 3}
    found = []
    for hire in np.unique(months):
        alike = np.flatnonzero(months == hire)
        own = {name: value[alike] for name, value in values.items()} | {"time_to_hire": hire * (365.25 / 12)}
        found.append((alike, options(stated | own, document, random, len(alike))))
    return found


def run(document, paths, random):
    return [piece(document, min(PIECE, paths - first), random) for first in range(0, paths, PIECE)]


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
