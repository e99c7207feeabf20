"""Turns numbers into docs/performance.md: the template's text around the tables."""

import json
import os
import platform
import re
import subprocess
from pathlib import Path

from .rows import ROWS, median_of
from .scenarios import GROWTH, TABLE

HERE = Path(__file__).resolve().parent.parent
NAMES = {"floor": "C floor", "floor-tls": "C floor, TLS", "floor-websocket": "C floor, WebSocket", "sslstream": "SslStream alone", "ngircd": "ngIRCd",
         "inspircd": "InspIRCd", "confab-irc": "Confab, `irc`", "confab-text": "Confab, `text`", "confab-irc-tls": "Confab, `irc`, TLS",
         "confab-irc-websocket": "Confab, `irc`, WebSocket", "confab-process-crash": "Confab, `irc`, `process-crash`",
         "confab-none": "Confab, `irc`, `none`", "confab-slow-reader": "Confab, `irc`, one never reads", "confab-every-door": "Confab, every door"}


def number(value):
    """Three digits that count."""
    if value is None:
        return "–"
    if abs(value) >= 1_000_000:
        return f"{value / 1_000_000:.3g} M" if value < 1_000_000_000 else f"{value / 1_000_000:,.0f} M"
    if abs(value) >= 1000:
        return f"{float(f'{value:.3g}'):,.0f}"
    return f"{value:.3g}"


def quantity(value, unit):
    return "–" if value is None else f"{number(value)} {unit}"


def table(heads, rows):
    lines = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def notes():
    """What was tried for rows that fall short: notes.md, a heading per row."""
    found = {}
    for part in re.split(r"^## ", (HERE / "notes.md").read_text(), flags=re.MULTILINE)[1:]:
        name, _, text = part.partition("\n")
        if name.strip() not in ROWS:
            raise ValueError(f"notes.md has a heading '{name.strip()}', and no row of the table is called so.")
        found[name.strip()] = " ".join(text.split())
    return found


def verdict(met):
    return {True: "met", False: "**falls short**", None: "not measured"}[met]


def main_table(results, names):
    said = notes()
    rows = []
    for name in names:
        row = ROWS[name]
        mine, other, theirs, ratio, met = row.judge(results)
        rows.append([row.work, quantity(mine, row.unit), "–" if other is None else f"{NAMES[other]}: {quantity(theirs, row.unit)}",
                     "–" if ratio is None else f"{ratio:.2f} ×", row.goal, verdict(met), said.get(name, "")])
    return table(["work", "Confab", "compared with", "ratio", "goal", "", "note"], rows)


def troubles(runs):
    """What went wrong in some of the runs, behind the server's name."""
    failed = sum("failed" in run for run in runs)
    wrong = sum(any(run.get(name) for name in ("lost", "repeated", "outOfOrder", "broken")) for run in runs)
    said = [f"{failed} of {len(runs)} runs failed"] * (failed > 0) + [f"something lost, twice or out of order in {wrong} of {len(runs)} runs"] * (wrong > 0)
    return f" ({'; '.join(said)})" if said else ""


def all_numbers(results):
    rows = []
    for name, scenario in TABLE.items():
        for variant, runs in results.get(name, {}).items():
            if scenario.kind != "load" or not runs:
                continue
            rows.append([scenario.title, NAMES[variant] + troubles(runs),
                         *(number(median_of(runs, metric)) for metric in (
                             "deliveriesPerSecond", "serverBusy", "server.deliveriesPerCpuSecond", "server.userSecondsPerMillionDeliveries",
                             "latencyMilliseconds.p50", "latencyMilliseconds.p99", "signOn.perSecond", "server.bytesPerConnection"))])
    return table(["load", "server", "deliveries /s", "server's core busy", "per CPU s", "user CPU s per million", "p50 ms", "p99 ms", "sign-ons /s", "bytes per connection"], rows)


def growth_tables(results):
    def cell(scenario, variant, metric):
        return number(median_of(results.get(scenario, {}).get(variant, []), metric))

    def scenarios(prefix):
        return [name for name in GROWTH if name.startswith(prefix)]

    members = [[GROWTH[name].title, *(cell(name, variant, metric) for metric in ("deliveriesPerSecond", "server.deliveriesPerCpuSecond")
                                      for variant in ("confab-irc", "floor"))] for name in scenarios("members-")]
    connections = [[GROWTH[name].title, cell(name, "confab-irc", "server.bytesPerConnection"), cell(name, "confab-irc", "server.residentBytesAtEnd"),
                    cell(name, "confab-irc", "signOn.perSecond")] for name in scenarios("connections-")]
    log = [[cell(name, "confab-text", "logMessages"), *(cell(name, "confab-text", metric) for metric in (
        "logBytes", "bytesPerMessage", "messagesPerSecond", "searchMilliseconds"))] for name in scenarios("log-")]
    cores = [[GROWTH[name].title, *(cell(name, variant, "deliveriesPerSecond") for variant in ("confab-irc", "floor")),
              *(cell(name, "confab-irc", metric) for metric in ("server.deliveriesPerCpuSecond", "latencyMilliseconds.p99"))] for name in scenarios("cores-")]
    return {
        "growth-members": table(["", "Confab /s", "C floor /s", "Confab per CPU s", "C floor per CPU s"], members),
        "growth-connections": table(["", "bytes per connection", "resident bytes in all", "sign-ons /s"], connections),
        "growth-log": table(["messages", "bytes on disk", "bytes per message", "messages /s", "search for one word, ms"], log),
        "growth-cores": table(["", "Confab /s", "C floor /s", "Confab per CPU s", "Confab p99 ms"], cores),
    }


def allocation_table():
    """From the micro-benchmarks' baselines: what the whole way of one message allocates, in a small room and in a large one."""
    baselines = json.loads((HERE.parent / "baselines.json").read_text())["benchmarks"]
    found = {}
    for name, cost in baselines.items():
        if said := re.fullmatch(r'Speech\.Said\(Door: "(.*)", Members: (\d+)\)', name):
            found.setdefault(said[1], {})[int(said[2])] = cost
    return table(["door", "bytes, 100 members", "bytes, 1,000 members", "bytes for each further delivery"], [
        [door, f"{small['bytes']:,}", f"{large['bytes']:,}", f"{max(0, large['bytes'] - small['bytes']) / 900:.2f}"]
        for door, costs in found.items() for small, large in [(costs[100], costs[1000])]])


def collection_table(results):
    """How often the garbage collector ran in a whole run, sign-ons and warm-up among it, and what it cost."""
    loads = {name: runs for name, scenario in TABLE.items() if scenario.kind == "load"
             for runs in [results.get(name, {}).get("confab-irc", [])] if median_of(runs, "collector.young") is not None}
    return table(["load", "messages /s", "collections in the whole run", "of all that is old", "paused in all, ms"], [
        [TABLE[name].title, *(number(median_of(runs, metric)) for metric in (
            "messagesPerSecond", "collector.young", "collector.full", "collector.pausedMilliseconds"))] for name, runs in loads.items()])


def first_line(*command):
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=20)
        return ((done.stdout or done.stderr).strip().splitlines() or [""])[0]
    except (OSError, subprocess.TimeoutExpired):
        return "not there"


def runtime():
    """The newest runtime, which is what a published program runs on."""
    listed = subprocess.run(["dotnet", "--list-runtimes"], capture_output=True, text=True).stdout
    versions = re.findall(r"^Microsoft\.NETCore\.App (\S+)", listed, re.MULTILINE)
    return max(versions, key=lambda version: [int(part) for part in re.findall(r"\d+", version)], default="not there")


def describe_machine(work):
    """What the numbers depend on."""
    cpu = re.search(r"^(?:model name|Model)\s*:\s*(.*)$", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    memory = int(re.search(r"MemTotal:\s*(\d+)", Path("/proc/meminfo").read_text())[1])
    mounts = [line.split() for line in Path("/proc/mounts").read_text().splitlines()]
    path = str(Path(work).resolve())
    mount = max((m for m in mounts if path == m[1] or path.startswith(m[1].rstrip("/") + "/")), key=lambda m: len(m[1]))
    return {
        "processor": f"{len(os.sched_getaffinity(0))} × {cpu[1] if cpu else platform.machine()}",
        "memory": f"{memory / 1024 / 1024:.1f} GiB",
        "kernel": f"Linux {platform.release()}",
        "file system of the data": mount[2],
        ".NET": runtime(),
        "ngIRCd": first_line("/usr/sbin/ngircd", "--version"),
        "InspIRCd": first_line("/usr/sbin/inspircd", "--version"),
        "C compiler": first_line("cc", "--version"),
    }


def write(path, saved):
    """Fills the template; a mark in it that is not known is an error."""
    results = saved["results"]
    parts = {
        "date": saved["date"],
        "commit": saved["commit"],
        "how": saved["how"],
        "machine": table(["", ""], [[name, value] for name, value in saved["machine"].items()]),
        "table": main_table(results, ROWS),
        "numbers": all_numbers(results),
        "allocations": allocation_table(),
        "collections": collection_table(results),
        **growth_tables(results),
    }
    template = (HERE / "performance.template.md").read_text()
    text = re.sub(r"\{\{([a-z-]+)\}\}", lambda mark: parts[mark[1]], template)
    Path(path).write_text(text)
