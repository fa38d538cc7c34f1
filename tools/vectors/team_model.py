"""A reduced model in NumPy, from the model's text: one development service that flows, one vendor billed by the hour, all paths at once.

Every number may be an array of paths. Random parts come from NumPy's own generator, so nothing is shared with the engine but the model.
"""

import numpy as np

# More leavers than this there are on no path.
MOMENTS = 60


def most(values):
    return int(np.max(values))


def index(yearly, months):
    """Steps at month 13, 25 and so on; position 0 is the day of the decision."""
    return [(1 + yearly) ** ((max(month, 1) - 1) // 12) for month in range(months + 1)]


def learned(start, settled, months, k):
    """In month k of service, taken mid-month; at once where nothing is to be learned."""
    share = np.minimum((k + 0.5) / np.maximum(months, 1e-9), 1)
    return start + (settled - start) * share


def shocks(random, paths, months, spread, persistence):
    """Logarithms of shocks by month 1..=H; none at position 0."""
    logs = np.zeros((months + 1, paths))
    state = random.standard_normal(paths)
    for month in range(1, months + 1):
        if month > 1:
            state = persistence * state + np.sqrt(1 - persistence**2) * random.standard_normal(paths)
        logs[month] = spread * state
    return logs


class Model:
    """One set of values: what every option shares."""

    def __init__(self, values, months, random=None, paths=1):
        self.v, self.months, self.random, self.paths = values, months, random, paths
        v = values
        self.leaving = np.minimum(v["attrition"] / 12, 1)
        self.hours = v["hours"] / 12
        self.wage, self.general = index(v["wage_growth"], months), index(v["inflation"], months)
        pattern = [v["base"] * (1 + v["growth"]) ** ((max(month, 1) - 1) / 12) for month in range(months + 1)]
        spread, kept = v["spread"], v["persistence"]
        logs = shocks(random, paths, months, spread, kept) if random is not None and spread > 0 else None
        half = spread**2 / 2
        self.need = pattern if logs is None else [pattern[m] * np.exp(logs[max(m, 1)] - half) for m in range(months + 1)]

        def foreseen(ahead):
            """The need as expected from what was known so many months before; position 0 is never asked for."""
            if logs is None:
                return pattern
            share = kept**ahead
            known = lambda month: np.exp(share * logs[month - ahead] - half * share**2) if month > ahead else 1.0
            return [pattern[month] * known(month) for month in range(months + 1)]

        self.lead_hire, self.notice = int(np.ceil(v["time_to_hire"] / (365.25 / 12))), v["notice"]
        self.up, self.down = foreseen(self.lead_hire + 1), foreseen(self.notice + 1)
        self.vendor_up, self.vendor_down = foreseen(v["ramp_lead"]), foreseen(v["shrink_notice"])
        self.factors = [(1 + v["discount_rate"]) ** (-month / 12) for month in range(months + 1)]
        lost, still = 0.0, 1.0
        self.average = [1.0, 1.0]
        for k in range(months - 1):
            lost = lost + still * (1 - learned(v["ramp_start"], 1, v["ramp_months"], k))
            still = still * (1 - self.leaving)
            self.average.append(1 - self.leaving * lost)
        # When people leave: the moments of a Poisson process whose clock runs with the leavers expected, shared by all options.
        if random is not None:
            self.moments = np.cumsum(random.exponential(size=(MOMENTS, paths)), axis=0)
            self.moments = np.vstack([self.moments, np.full(paths, np.inf)])
        # The chance of survival at which the contract fails.
        self.survives = random.uniform(size=paths) if random is not None else None

    def team(self, up, down, cap, target):
        """People by month with what they bring and cost: people, joiners, redundant, capacity. `target`: people, or None to follow need."""
        v, months = self.v, self.months
        people, joined, ended = [v["people"] + 0.0], [0.0], [0.0]
        capacity = [v["people"] * self.hours]
        slow = [1 - learned(v["ramp_start"], 1, v["ramp_months"], k) for k in range(int(np.ceil(most(v["ramp_months"]))) + 1)]
        cohorts = [np.zeros(self.paths)] * len(slow)
        surprises, missing_before = [], 0.0
        clock, following, every = 0.0, np.zeros(self.paths, dtype=int), np.arange(self.paths)
        for month in range(1, months + 1):
            before = people[-1]
            expected = before * self.leaving if month > 1 else 0.0 * before
            left = expected
            if self.random is not None and month > 1:
                # A person at a time, or what there is of one.
                clock = clock + np.maximum(before, 1) * self.leaving
                passed = np.zeros(self.paths)
                while (due := self.moments[following, every] <= clock).any():
                    following = following + due
                    passed = passed + due
                left = np.minimum(passed * np.minimum(before, 1), before)
            surprises.append(left - expected)
            missing = sum(surprises[max(len(surprises) - self.lead_hire, 0) :]) if self.lead_hire else 0.0
            there = before - left
            stay = there + missing
            wanted = lambda hours: hours[month] / (self.hours * self.average[month])
            more, less = (wanted(up), wanted(down)) if target is None else (target[month], target[month])
            if cap[month] is not None:
                more, less = np.minimum(more, cap[month]), np.minimum(less, cap[month])
            if month <= self.lead_hire:
                more = np.minimum(more, np.maximum(before + missing_before, v["people"]))
            want = np.where(more > stay, more, np.minimum(stay, less))
            if month <= self.notice:
                want = np.maximum(want, stay)
            missing_before = missing
            # Where nobody is wanted, nobody has been asked to come for those expected to leave.
            want = np.where(want > 0, np.maximum(want - missing, 0), 0)
            joined.append(np.maximum(want - there, 0))
            ended.append(np.maximum(there - want, 0))
            keep = np.where(before > 0, (there - ended[-1]) / np.where(before > 0, before, 1), 0)
            cohorts = [joined[-1]] + [size * keep for size in cohorts[:-1]]
            people.append(want)
            capacity.append(self.hours * (want - sum(size * lost for size, lost in zip(cohorts, slow))))
        return people, joined, ended, capacity

    def option(self, vendor, target=None, core=None):
        """An option: with the vendor or without, people planned as `target`, a core kept beside the vendor by month.

        Returns cost by month, hours that are done late or never, and hours that nobody needed.
        """
        v, months = self.v, self.months
        zero = np.zeros(self.paths)
        flows = [zero.copy() for _ in range(months + 1)]
        lead, parallel = v["lead"], v["parallel"]
        delivered, share = [0.0] * (months + 1), [0.0] * (months + 1)
        handover = [0.0] * (months + 1)
        kept = lambda month: 0.0 if core is None else core[month]
        settled = v["mature"] * (1 - v["rework"]) / v["distance"]
        if vendor:
            quantity, placed = [None] * (months + 1), None
            for month in range(lead + 1, months + 1):
                age = month - lead
                own = kept(month) * self.hours * self.average[month]
                flex = np.maximum(self.need[month] - own, 0)
                level = learned(np.minimum(v["first"], v["mature"]), v["mature"], v["settle"], age - 1)
                if age <= parallel:
                    held, productivity, done = flex, settled, level / v["mature"]
                else:
                    asked, said = (np.maximum(seen[month] - own, 0) for seen in (self.vendor_up, self.vendor_down))
                    held = asked if placed is None else np.where(asked > placed, asked, np.minimum(placed, np.maximum(said, asked)))
                    placed = held
                    productivity, done = level * (1 - v["rework"]) / v["distance"], 1.0
                served = np.minimum(held, flex)
                share[month] = served / self.need[month]
                delivered[month] = served * done
                quantity[month] = np.maximum(held, served) / productivity
            stands = [np.ones(self.paths)] + [None] * months
            chance = lambda age: (1 - v["hazard"]) ** (age / 12)
            working = range(lead + 1, months + 1)
            baseline = {}
            for start in range(0, len(working), 12):
                year = working[start : start + 12]
                mean = sum(quantity[month] for month in year) / len(year)
                baseline.update({month: mean for month in year})
            year_fee = np.maximum(self.need[lead + parallel + 1] - kept(lead + parallel + 1) * self.hours * self.average[lead + parallel + 1], 0)
            year_fee = 12 * year_fee / settled * v["rate"]
            selection, transition = v["selection"] * year_fee, v["fee_share"] * year_fee * v["term"] / 12
            flows[0] += selection
            flows[lead + 1] += transition
            before = 1.0
            for month in working:
                age = month - lead
                list_fee = v["rate"] * np.maximum(quantity[month], v["minimum"] * baseline[month])
                if age <= parallel:
                    list_fee = list_fee * v["parallel_billing"]
                renewed = (1 + v["renewal"]) ** ((age - 1) // v["term"])
                agreed = list_fee * (1 + v["index"]) ** ((month - 1) // 12) * renewed
                alive = chance(age)
                fails = before * (1 - (1 - v["hazard"]) ** (1 / 12))
                if self.survives is not None:
                    alive = (alive > self.survives) * 1.0
                    fails = before - alive
                fee = agreed * (1 + (1 - alive) * (v["price_factor"] - 1))
                flows[min(month + v["paid_after"], months)] += fee
                steering = v["steering"] * v["pay"] * v["on_cost"] / 12 * self.wage[month]
                flows[month] += fee * v["governance"] + steering + v["travel"] / 12 * self.general[month]
                flows[month] += fails * (selection + transition + agreed * v["gap"])
                before = alive
            leaving = np.maximum(v["people"] - kept(min(lead + parallel + 1, months)), 0)
            first = lead + 1 if parallel > 0 else max(lead, 1)
            for month in range(first, first + max(parallel, 1)):
                handover[month] = leaving * v["transfer"] / max(parallel, 1)
        caps = [kept(month) if vendor and month > lead + parallel else None for month in range(months + 1)]
        rest = lambda need: [np.maximum(need[m] - delivered[m], 0) + handover[m] for m in range(months + 1)]
        people, joined, ended, capacity = self.team(rest(self.up), rest(self.down), caps, target)
        loaded = (
            v["pay"] * v["on_cost"] * (1 + v["manager_pay"] / v["span"]) + v["training"] + v["workplace"] + v["tools"]
        ) / v["hours"]
        waiting, idle = zero, zero
        for month in range(1, months + 1):
            wage, general = self.wage[month], self.general[month]
            payroll = v["pay"] * v["on_cost"] / 12 * (1 + v["manager_pay"] / v["span"]) * wage
            flows[month] += people[month] * (payroll + (v["workplace"] + v["tools"] + v["training"]) / 12 * general)
            flows[month] += joined[month] * v["recruitment"] * wage
            load = np.maximum(self.need[month] + waiting - np.minimum(delivered[month], self.need[month]), 0)
            able = np.maximum(capacity[month] - handover[month], 0)
            short, idle = np.maximum(load - able, 0), idle + np.maximum(able - load, 0)
            overtime = np.minimum(short, v["overtime_limit"] * capacity[month])
            flows[month] += overtime * v["pay"] / v["hours"] * v["overtime"] * wage
            waiting = short - overtime
            bonus = v["severance"] + (v["retention"] if vendor and month > lead else 0)
            flows[month] += ended[month] * bonus * v["pay"] / 12 * wage
            fewer = np.maximum(v["people"] - people[month], 0)
            stays = v["pay"] * v["on_cost"] * v["manager_pay"] / v["span"] * (1 - v["avoidable_management"]) + v["workplace"]
            flows[month] += fewer * stays / 12
        flows[months] += waiting * 1.5 * loaded * self.wage[months]
        return flows, waiting, idle

    def present(self, flows):
        """The present value of flows by month."""
        return sum(flow * factor for flow, factor in zip(flows, self.factors))
