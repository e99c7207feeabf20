"""Runs scenarios: a fresh server for each run, all variants in turn, and a line of progress for each."""

import json
import resource
import subprocess
import sys
import time

from .growing import measure_log
from .rows import value_of
from .scenarios import VARIANTS

# A server that has just been started compiles for two seconds or so what it then runs; sign-ons are measured before that, unless crowds came earlier.
WARM_UP = 3
# What a crowd that went leaves to do is done by then.
BETWEEN_CROWDS = 1
OVERHEAD = 2
SIGN_ON_SECONDS = 120


class Pace:
    """How long and how often; a scenario's own wishes go first, except in a quick run."""

    def __init__(self, repeats, seconds, quick):
        self.repeats = repeats
        self.seconds = seconds
        self.quick = quick

    def repeats_of(self, scenario):
        return 1 if self.quick else scenario.repeats or self.repeats

    def seconds_of(self, scenario):
        return scenario.seconds or self.seconds

    def estimate(self, selection):
        """Seconds that it should take, on a machine that is left alone."""
        return sum(self.repeats_of(scenario) * (self.seconds_of(scenario) + WARM_UP + OVERHEAD + (1 + scenario.earlier_crowds)
                                                * connections(scenario) / VARIANTS[variant].sign_ons_per_second)
                   for scenario, variants in selection.values() for variant in variants)


def connections(scenario):
    words = scenario.arguments.split()
    return sum(int(words[words.index(name) + 1]) for name in ("--members", "--idle") if name in words)


def measure(machine, selection, pace):
    """{scenario: {variant: [result, ...]}}; a run that fails is told and leaves no number."""
    results = {name: {variant: [] for variant in variants} for name, (_, variants) in selection.items()}
    for name, (scenario, variants) in selection.items():
        tell(f"{name}: {scenario.title}")
        for repeat in range(pace.repeats_of(scenario)):
            for variant in variants:
                try:
                    result = measure_once(machine, scenario, variant, pace)
                except (RuntimeError, subprocess.TimeoutExpired, OSError, ValueError) as error:
                    result = {"failed": str(error)}
                results[name][variant].append(result)
                tell(f"  {repeat + 1} {variant:22} {summary(result)}")
    return results


def measure_once(machine, scenario, name, pace):
    variant = VARIANTS[name]
    # A core each, so that neither takes time from the other; on a machine with a single core there is no choice.
    server_cores, load_cores = {
        "apart": (machine.server_cores, machine.load_cores),
        "shared": (machine.all_cores, machine.all_cores),
        "any": (None, None),
    }[scenario.cores]
    with variant.system.start(machine, server_cores) as server:
        if scenario.kind == "start":
            return {"secondsToOpen": server.seconds_to_open}
        load = ["taskset", "-c", load_cores, machine.tools.confab, "bench", f"127.0.0.1:{server.port}", *variant.arguments.split(), "--json"]
        if scenario.kind == "log":
            return measure_log(server, load, int(scenario.arguments) // (50 if pace.quick else 1))
        load += [*scenario.arguments.split(), "--size", "100", "--sign-ons-at-once", str(variant.sign_ons_at_once), "--pid", str(server.pid)]
        for _ in range(scenario.earlier_crowds):
            bench([*load, "--seconds", "0.1", "--warm-up", "0"], SIGN_ON_SECONDS)
            time.sleep(BETWEEN_CROWDS)
        warm_up = 0 if name in scenario.no_warm_up else min(WARM_UP, pace.seconds_of(scenario))
        result = bench([*load, "--seconds", str(pace.seconds_of(scenario)), "--warm-up", str(warm_up)], pace.seconds_of(scenario) + warm_up + SIGN_ON_SECONDS)
    # Said by a server that has stopped.
    result["collector"] = server.collector
    return result


def bench(command, timeout):
    """What `confab bench` says; a result that is broken (something lost, twice, out of order) keeps its numbers and says so."""
    before = children_cpu()
    done = subprocess.run(command, capture_output=True, text=True, timeout=timeout, stdin=subprocess.DEVNULL)
    if not done.stdout.lstrip().startswith("{"):
        raise RuntimeError(f"{' '.join(command)}: status {done.returncode}: {(done.stderr or done.stdout).strip()[-600:]}")
    result = json.loads(done.stdout)
    result["loadCpuSeconds"] = children_cpu() - before
    server = result.get("server")
    if server:
        result["serverBusy"] = (server["cpuUserSeconds"] + server["cpuSystemSeconds"]) / result["seconds"] if result["seconds"] else None
    return result


def children_cpu():
    """Of processes that have ended; a server is still running while its load ends."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def summary(result):
    if "failed" in result:
        return "FAILED: " + result["failed"]
    if "secondsToOpen" in result:
        return f"{result['secondsToOpen']:.3f} s to open doors"
    if "logBytes" in result:
        return f"{result['logMessages']:,} messages, {result['logBytes']:,} bytes"
    cpu = value_of(result, "server.deliveriesPerCpuSecond") or 0
    memory = value_of(result, "server.bytesPerConnection") or 0
    wrong = [f"{name} {result[name]}" for name in ("lost", "repeated", "outOfOrder", "broken") if result.get(name)]
    return (f"{result['deliveriesPerSecond']:12,.0f}/s {cpu:12,.0f}/CPU s  {100 * (result.get('serverBusy') or 0):3.0f}% busy"
            f"  p50 {value_of(result, 'latencyMilliseconds.p50') or 0:8.3f} ms"
            f"  p99 {value_of(result, 'latencyMilliseconds.p99') or 0:8.3f} ms  {value_of(result, 'signOn.perSecond') or 0:7,.0f} sign-ons/s"
            f"  {memory:7,.0f} bytes  {' '.join(wrong)}")


def tell(line):
    print(time.strftime("%H:%M:%S ") + line, file=sys.stderr, flush=True)
