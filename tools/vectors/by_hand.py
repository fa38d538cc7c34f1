"""Two templates worked out a second time, from the model's text and in plain Python, category by category.

Writes tests/cases/*-by-hand.json, which tests/whole_cases.rs holds the engine against. Needs nothing but Python 3.
Run it from the repository's root after a template changes: python3 tools/vectors/by_hand.py
"""

import json

HAZARD = 0.08
DEARER = 0.1  # a replacement's price above this offer's


def template(name):
    with open(f"src/scenario/templates/{name}.json", encoding="utf-8") as file:
        return json.load(file)


def steps(yearly, months):
    """An index that steps at month 13, 25 and so on; position 0 is the day of the decision."""
    return [(1 + yearly) ** ((max(month, 1) - 1) // 12) for month in range(months + 1)]


def present(flows):
    return sum(flow * 1.08 ** (-month / 12) for month, flow in enumerate(flows))


def replaced(age):
    """Expected effect of a dearer replacement after `age` months of an 8 % yearly hazard."""
    return 1 + (1 - (1 - HAZARD) ** (age / 12)) * DEARER


def paid(fees):
    """Thirty days later; what would fall after the horizon is settled at its end."""
    last = len(fees) - 1
    flows = [0.0] * (last + 1)
    for month, fee in enumerate(fees):
        flows[min(month + 1, last)] += fee
    return flows


def early_end(fees, lead, rebuild):
    monthly = 1 - (1 - HAZARD) ** (1 / 12)
    return [
        (1 - HAZARD) ** ((month - lead - 1) / 12) * monthly * (rebuild + 2 * fee / replaced(month - lead)) if month > lead else 0
        for month, fee in enumerate(fees)
    ]


def write(name, source, document, expected):
    case = {"source": source, "document": document, "expected": expected}
    with open(f"tests/cases/{name}-by-hand.json", "w", encoding="utf-8") as file:
        json.dump(case, file, indent=2, ensure_ascii=False)
        file.write("\n")


def nearshore():
    """Twelve people at 133,080 against 52 an hour: lead 3, parallel 3, learning 6 months, half a person to steer."""
    last, lead, parallel, hours = 36, 3, 3, 150
    wage, general = steps(0.035, last), steps(0.025, last)
    months = range(last + 1)
    pay, on_cost, leaving = 133_080, 1.3, 0.19 / 12
    person = pay * on_cost / 12
    need = [0] + [12 * hours * 1.04 ** ((month - 1) / 12) for month in months[1:]]

    def newcomer(month):
        return 0.25 + 0.75 * min((month + 0.5) / 6, 1)

    def average(month):
        """Of a team whose leavers are replaced at once, from the month after the decision's."""
        return 1 - leaving * sum((1 - leaving) ** k * (1 - newcomer(k)) for k in range(month - 1))

    def learned(age):
        return 0.5 + 0.5 * min((age - 0.5) / 6, 1)

    settled = 0.95 / 1.16  # less extra rework, over the effort of distance
    fees, delivered = [0.0] * (last + 1), [0.0] * (last + 1)
    for month in months[lead + 1 :]:
        age = month - lead
        side_by_side = age <= parallel
        productivity = settled if side_by_side else settled * learned(age)
        delivered[month] = need[month] * (learned(age) if side_by_side else 1)
        fees[month] = need[month] / productivity * 52 * wage[month] * replaced(age)

    handover = [12 * 60 / parallel if lead < month <= lead + parallel else 0 for month in months]
    people, joined, ended, capacity = [12.0], [0.0], [0.0], [0.0]
    mature, young = 12.0, []
    for month in months[1:]:
        before = people[-1]
        stay = before - (before * leaving if month > 1 else 0)
        want = (max(need[month] - delivered[month], 0) + handover[month]) / (hours * average(month))
        if month > lead + parallel:
            want = 0
        if month <= 2:  # 60 days to hire: until then leavers alone are replaced
            want = min(want, max(before, 12))
        if month <= 1:  # a month's notice
            want = max(want, stay)
        joined.append(max(want - stay, 0))
        ended.append(max(stay - want, 0))
        keep = (stay - ended[-1]) / before if before else 0
        mature *= keep
        young = [(size * keep, k + 1) for size, k in young] + [(joined[-1], 0)]
        people.append(want)
        capacity.append(hours * (mature + sum(size * newcomer(k) for size, k in young)))

    def staffed(yearly, index):
        return present([people[month] * yearly / 12 * index[month] if month else 0 for month in months])

    short = [
        max(max(need[month] - delivered[month], 0) - max(capacity[month] - handover[month], 0), 0) for month in months
    ]
    fee = need[lead + parallel + 1] / settled * 52  # a month's, once settled, at today's price
    selection, transition = 0.035 * 12 * fee, 0.025 * 36 * fee
    pays = staffed(person * 12, wage)
    stranded = person * 1.3 / 8 * 0.5 + 7850 / 12
    parts = {
        "pay": pays,
        "management": pays * 1.3 / 8,
        "workplace": staffed(7850, general),
        "tools": staffed(1200 + 4830, general),
        "training": staffed(1054, general),
        "recruitment": present([joined[month] * 5475 * wage[month] for month in months]),
        "overtime": present([min(short[m], 0.1 * capacity[m]) * pay / 1800 * 1.5 * wage[m] for m in months]),
        "severance": present([ended[month] * 2 * pay / 12 * wage[month] for month in months]),
        "retention": present([ended[m] * pay / 12 * wage[m] if m > lead else 0 for m in months]),
        "stranded": present([max(12 - people[month], 0) * stranded for month in months]),
        "fees": present(paid(fees)),
        "governance": present(
            [(person / 2 * wage[m] + 24_000 / 12 * general[m] if m > lead else 0) for m in months]
        ),
        "selection": selection,
        "transition": present([0] * (lead + 1) + [transition]),
        "early_end": present(early_end(fees, lead, selection + transition)),
    }
    expected = {f"options.outsourced_0.categories.{name}.present_value": value for name, value in parts.items()}
    expected["options.outsourced_0.present_value"] = sum(parts.values())
    today = [12.0] * 3 + [13.0] * (last - 2)
    as_is = present([today[month] * person * wage[month] if month else 0 for month in months])
    expected["options.as_is.categories.pay.present_value"] = as_is
    source = "Worked by tools/vectors/by_hand.py: an hourly price, a team that learns, leaves and hands over"
    write("nearshore", source, template("nearshore-team-1"), expected)


def platform():
    """120 TB growing 25 % a year: a fixed fee with 200 TB included, tiers in złoty, equipment, storage, losses."""
    last, lead = 60, 4
    months = range(last + 1)
    wage, general = steps(0.035, last), steps(0.025, last)
    held = [0] + [120 * 1.25 ** ((month - 1) / 12) for month in months[1:]]
    fixed, tiers = [0.0] * (last + 1), [0.0] * (last + 1)
    zloty = steps(0.045, last)
    for month in months[lead + 1 :]:
        dearer, size = replaced(month - lead), held[month]
        # Without a stated baseline: the mean of the contract year. 15 % more above it, full credit below, three quarters at least.
        first = month - (month - lead - 1) % 12
        year = held[first : min(first + 12, last + 1)]
        plan = sum(year) / len(year)
        billed = max(0.75 * plan, plan + 1.15 * max(size - plan, 0) - max(plan - size, 0))
        fixed[month] = (29_000 + 55 * max(size - 200, 0)) * wage[month] * dearer
        listed = 850 * min(billed, 150) + 520 * min(max(billed - 150, 0), 150) + 400 * max(billed - 300, 0)
        rate = 0.20 * (1.04 / 1.05) ** (month / 12)
        tiers[month] = listed * zloty[month] * rate * dearer
    incident = 24 / 2 * 900 + 8 * 1500
    unused = 260_000 * (1 - 51 / 60)  # bought in month 10, used through month 60
    own = {
        "storage": present([held[month] * 3 * 2 * 0.95 ** ((max(month, 1) - 1) // 12) for month in months]),
        "infrastructure": present([0] + [60_000 / 12 * general[month] for month in months[1:]]),
        "purchases": present([0] * 10 + [260_000]) - present([0] * last + [unused]),
        "data_loss": present([0] + [0.4 / 12 * incident * general[month] for month in months[1:]]),
        "downtime": present([0] + [(1 - 0.996) * 260 * 1500 * general[month] for month in months[1:]]),
    }
    expected = {f"options.best_in_house.categories.{name}.present_value": value for name, value in own.items()}
    expected["options.outsourced_0.categories.fees.present_value"] = present(paid(fixed))
    expected["options.outsourced_1.categories.fees.present_value"] = present(paid(tiers))
    source = "Worked by tools/vectors/by_hand.py: a fixed fee, tiers in another currency, equipment, storage, losses"
    write("platform", source, template("data-platform-1"), expected)


nearshore()
platform()
