"""Writes tests/vectors/queueing.json: what pyworkforce (Erlang C) and scipy (Erlang B as a ratio of Poisson probabilities) say over a grid.

Only needed to regenerate: python -m pip install -r tools/vectors/requirements.txt, then
python tools/vectors/queueing.py > tests/vectors/queueing.json
"""

import json
import math

from pyworkforce.queuing import ErlangC
from scipy import stats

LOADS = [0.05, 0.3, 1, 2.5, 5, 10, 17.3, 40, 73.5, 120, 250, 600]


def desk(load, handling, within):
    """Contacts in an hour, minutes throughout."""
    return ErlangC(transactions=load * 60 / handling, aht=handling, asa=within, interval=60)


def grid():
    for load in LOADS:
        least = math.floor(load) + 1
        for agents in sorted({least, least + 1, least + 3, least + round(math.sqrt(load)), least + round(3 * math.sqrt(load))}):
            for handling, within in ((3, 1 / 3), (13, 2)):
                one = desk(load, handling, within)
                yield {
                    "load": load,
                    "agents": agents,
                    "handling": handling * 60,
                    "within": within * 60,
                    "blocked": float(stats.poisson.pmf(agents, load) / stats.poisson.cdf(agents, load)),
                    "waits": one.waiting_probability(agents),
                    "level": one.service_level(agents),
                }


def needed():
    """The fewest agents whose level, by the library, is reached; its own search may begin above them."""
    for load in LOADS:
        for level, handling, within in ((0.8, 3, 1 / 3), (0.9, 13, 2), (0.99, 5, 0.25)):
            one, agents = desk(load, handling, within), math.floor(load) + 1
            while one.service_level(agents) < level:
                agents += 1
            yield {"load": load, "handling": handling * 60, "within": within * 60, "level": level, "agents": agents}


print(json.dumps({"grid": list(grid()), "needed": list(needed())}, separators=(",", ":")).replace("},{", "},\n{"))
