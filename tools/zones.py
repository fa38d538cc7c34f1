"""Writes src/zones/table.rs from the time zone database of this machine: the zones offered and when their clocks change.

Only needed to regenerate: python tools/zones.py > src/zones/table.rs && cargo fmt
With --vectors it writes what Python's zoneinfo makes of them: python tools/zones.py --vectors > tests/vectors/zones.json
"""

import json
import re
import struct
import sys
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import TZPATH, ZoneInfo

FIRST, LAST = 2026, 2040

ZONES = """
America/New_York America/Chicago America/Denver America/Phoenix America/Los_Angeles America/Anchorage
Pacific/Honolulu America/Puerto_Rico America/St_Johns America/Halifax America/Toronto America/Winnipeg
America/Edmonton America/Vancouver America/Mexico_City America/Monterrey America/Tijuana America/Guatemala
America/Costa_Rica America/Panama America/Jamaica America/Santo_Domingo America/Bogota America/Lima
America/Guayaquil America/La_Paz America/Santiago America/Argentina/Buenos_Aires America/Montevideo
America/Sao_Paulo Europe/London Europe/Dublin Europe/Lisbon Europe/Madrid Europe/Paris Europe/Brussels
Europe/Amsterdam Europe/Berlin Europe/Zurich Europe/Vienna Europe/Rome Europe/Copenhagen Europe/Oslo
Europe/Stockholm Europe/Helsinki Europe/Tallinn Europe/Riga Europe/Vilnius Europe/Warsaw Europe/Prague
Europe/Bratislava Europe/Budapest Europe/Bucharest Europe/Sofia Europe/Athens Europe/Belgrade Europe/Zagreb
Europe/Ljubljana Europe/Sarajevo Europe/Skopje Europe/Tirane Europe/Chisinau Europe/Kyiv Europe/Istanbul
Europe/Malta Asia/Nicosia Africa/Casablanca Africa/Tunis Africa/Cairo Africa/Accra Africa/Lagos Africa/Kigali
Africa/Nairobi Africa/Addis_Ababa Africa/Johannesburg Indian/Mauritius Asia/Jerusalem Asia/Amman Asia/Riyadh
Asia/Dubai Asia/Tbilisi Asia/Yerevan Asia/Karachi Asia/Tashkent Asia/Almaty Asia/Kolkata Asia/Colombo
Asia/Kathmandu Asia/Dhaka Asia/Bangkok Asia/Ho_Chi_Minh Asia/Jakarta Asia/Singapore Asia/Kuala_Lumpur
Asia/Manila Asia/Hong_Kong Asia/Taipei Asia/Shanghai Asia/Seoul Asia/Tokyo Australia/Perth Australia/Adelaide
Australia/Darwin Australia/Brisbane Australia/Sydney Australia/Melbourne Pacific/Auckland Pacific/Chatham
Pacific/Fiji
""".split()


def footer(name):
    """The rule that holds after the last change listed: a POSIX TZ string."""
    for folder in TZPATH:
        path = Path(folder) / name
        if path.exists():
            return path.read_bytes().rsplit(b"\n", 2)[1].decode()
    raise SystemExit(f"no zone {name}")


def offset(zone, moment):
    return int(moment.astimezone(zone).utcoffset().total_seconds()) // 60


def changes(name, first=FIRST, last=LAST):
    """The changes of a zone: UTC minutes since 1970, minutes ahead of UTC from then on."""
    zone = ZoneInfo(name)
    found = []
    day = datetime(first, 1, 1, tzinfo=timezone.utc)
    while day.year <= last:
        next_day = day + timedelta(days=1)
        if offset(zone, day) != offset(zone, next_day):
            low, high = 0, 1440
            while high - low > 1:
                middle = (low + high) // 2
                if offset(zone, day + timedelta(minutes=middle)) == offset(zone, day):
                    low = middle
                else:
                    high = middle
            at = day + timedelta(minutes=high)
            found.append((int(at.timestamp()) // 60, offset(zone, at)))
        day = next_day
    return found


def minutes(text, default):
    if text is None:
        return default
    sign = -1 if text.startswith("-") else 1
    parts = [int(part) for part in text.lstrip("+-").split(":")]
    return sign * (parts[0] * 60 + (parts[1] if len(parts) > 1 else 0))


PATTERN = re.compile(
    r"^(?:<[^>]+>|[A-Za-z]+)(?P<std>[-+]?[\d:]+)(?:(?:<[^>]+>|[A-Za-z]+)(?P<dst>[-+]?[\d:]+)?,"
    r"M(?P<m1>\d+)\.(?P<w1>\d)\.(?P<d1>\d)(?:/(?P<t1>[-+\d:]+))?,M(?P<m2>\d+)\.(?P<w2>\d)\.(?P<d2>\d)(?:/(?P<t2>[-+\d:]+))?)?$"
)


def rule(name):
    """Standard minutes ahead of UTC, and where there is summer time: minutes added, and the two turns."""
    found = PATTERN.match(footer(name))
    if not found:
        raise SystemExit(f"{name}: {footer(name)}")
    standard = -minutes(found["std"], 0)
    if found["m1"] is None:
        return standard, None
    added = (-minutes(found["dst"], 0) if found["dst"] else standard + 60) - standard
    turn = lambda n: (int(found[f"m{n}"]), int(found[f"w{n}"]), int(found[f"d{n}"]), minutes(found[f"t{n}"], 120))
    return standard, (added, turn(1), turn(2))


def turned(year, turn):
    """Local minutes since 1970 of a turn in a year."""
    month, week, day, at = turn
    first = date(year, month, 1)
    place = 1 + (day - (first.weekday() + 1)) % 7 + 7 * (week - 1)
    length = ((first.replace(day=28) + timedelta(days=4)).replace(day=1) - first).days
    while place > length:
        place -= 7
    return (date(year, month, place) - date(1970, 1, 1)).days * 1440 + at


def by_rule(name):
    standard, summer = rule(name)
    if summer is None:
        return []
    added, starts, ends = summer
    found = []
    for year in range(FIRST, LAST + 1):
        found.append((turned(year, starts) - standard, standard + added))
        found.append((turned(year, ends) - standard - added, standard))
    return sorted(found)


def table():
    rules, lines, lists = [], [], []
    for name in sorted(ZONES):
        standard, summer = rule(name)
        real = changes(name)
        if real != by_rule(name):
            start = offset(ZoneInfo(name), datetime(FIRST, 1, 1, tzinfo=timezone.utc))
            lists.append(real)
            lines.append(f'    zone("{name}", {start}, Clock::Listed(&LIST_{len(lists)})),')
            continue
        if summer is None:
            lines.append(f'    zone("{name}", {standard}, Clock::Steady),')
            continue
        if summer not in rules:
            rules.append(summer)
        lines.append(f'    zone("{name}", {standard}, Clock::Summer(&RULE_{rules.index(summer) + 1})),')
    version = Path("/usr/share/zoneinfo/tzdata.zi").read_text().split("\n", 1)[0].split()[-1]
    print(f"//! The zones offered and when their clocks change, from the IANA time zone database {version}: made by tools/zones.py.\n")
    print("use super::{Clock, Summer, Turn, Zone};\n")
    print("const fn zone(name: &'static str, standard: i16, clock: Clock) -> Zone {\n    Zone { name, standard, clock }\n}\n")
    print("const fn turn(month: u8, week: u8, day: u8, at: i16) -> Turn {\n    Turn { month, week, day, at }\n}\n")
    for index, (added, starts, ends) in enumerate(rules):
        print(
            f"static RULE_{index + 1}: Summer = Summer {{ added: {added}, starts: turn{starts}, ends: turn{ends} }};"
        )
    for index, listed in enumerate(lists):
        print(f"\n/// Minutes of UTC since 1970, and minutes ahead of UTC from then on, {FIRST} to {LAST}.")
        print(f"static LIST_{index + 1}: [(i32, i16); {len(listed)}] = {listed!r};".replace("'", ""))
    print("\n/// The zones, by name.\npub static ZONES: &[Zone] = &[")
    print("\n".join(lines))
    print("];")


def worked(zone, start, end, days, first, last):
    """The intervals worked, in UTC minutes, on local days from first to last."""
    found = []
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        day = date.fromordinal(ordinal)
        if day.weekday() not in days:
            continue
        ends = end if end > start else end + 24
        local = lambda hours: datetime(day.year, day.month, day.day) + timedelta(hours=hours)
        at = lambda hours: local(hours).replace(tzinfo=ZoneInfo(zone)).timestamp() / 60
        found.append((at(start), at(ends)))
    return found


WEEKS = {
    "monday_to_friday": {0, 1, 2, 3, 4},
    "sunday_to_thursday": {6, 0, 1, 2, 3},
    "every_day": set(range(7)),
}


def overlap(case, year):
    """Hours that both work, by month, on average over the days on which the first works."""
    here, there = case["here"], case["there"]
    months = []
    for month in range(1, 13):
        first = date(year, month, 1)
        last = (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        ours = worked(here["zone"], here["start"], here["end"], WEEKS[here["week"]], first, last)
        theirs = worked(
            there["zone"], there["start"], there["end"], WEEKS[there["week"]], first - timedelta(days=3), last + timedelta(days=3)
        )
        common = sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in ours for b in theirs)
        months.append(common / 60 / len(ours) if ours else None)
    return months


def vectors():
    zones = {}
    for name in sorted(ZONES):
        start = offset(ZoneInfo(name), datetime(FIRST, 1, 1, tzinfo=timezone.utc))
        zones[name] = {"start": start, "changes": changes(name)}
    day = lambda zone, start=9, end=17, week="monday_to_friday": {"zone": zone, "start": start, "end": end, "week": week}
    pairs = [
        (day("Europe/London"), day("Asia/Kolkata")),
        (day("America/New_York"), day("Asia/Kolkata")),
        (day("Europe/London"), day("Europe/Warsaw")),
        (day("America/New_York"), day("Europe/London")),
        (day("America/Los_Angeles"), day("Pacific/Auckland")),
        (day("Pacific/Auckland"), day("America/Los_Angeles")),
        (day("Europe/Berlin"), day("America/Sao_Paulo")),
        (day("Europe/Berlin"), day("America/Santiago")),
        (day("Australia/Sydney"), day("Europe/London", 8, 18)),
        (day("Australia/Adelaide"), day("Asia/Kolkata")),
        (day("Australia/Adelaide"), day("Australia/Sydney")),
        (day("America/St_Johns"), day("Europe/Dublin")),
        (day("Asia/Kathmandu"), day("Asia/Kolkata")),
        (day("Pacific/Chatham"), day("Asia/Singapore")),
        (day("Europe/Paris"), day("Africa/Casablanca")),
        (day("Europe/Paris"), day("Africa/Cairo", week="sunday_to_thursday")),
        (day("Europe/Paris"), day("Asia/Jerusalem", week="sunday_to_thursday")),
        (day("America/Chicago"), day("Asia/Manila", 22, 6)),
        (day("America/Chicago"), day("Asia/Manila", 21.5, 6.5, "every_day")),
        (day("America/New_York"), day("Asia/Kolkata", 0, 24, "every_day")),
        (day("Europe/London", 9, 9, "every_day"), day("Asia/Tokyo", 8.75, 17.25)),
        (day("Pacific/Honolulu"), day("Pacific/Fiji")),
    ]
    cases = []
    for here, there in pairs:
        case = {"here": here, "there": there}
        case["hours"] = {str(year): overlap(case, year) for year in (2026, 2027, 2031)}
        cases.append(case)
    json.dump({"zones": zones, "overlap": cases}, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    vectors() if "--vectors" in sys.argv else table()
