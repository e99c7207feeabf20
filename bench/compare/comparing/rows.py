"""The rows of the table: which numbers of which runs are compared, and what they should come to."""

from dataclasses import dataclass
from statistics import median

from .scenarios import PEERS


def value_of(result, metric):
    """Follows a path such as server.bytesPerConnection; None where a run has no such number."""
    for name in metric.split("."):
        result = result.get(name) if isinstance(result, dict) else None
    return result


def median_of(results, metric):
    values = [value for value in (value_of(result, metric) for result in results) if value is not None]
    return median(values) if values else None


@dataclass(frozen=True)
class Row:
    """The subject's median against that of the best of the others: at_least or at_most the goal, or a bound without a comparison."""

    work: str
    scenario: str
    metric: str
    unit: str
    subject: str
    against: tuple
    at_least: float | None = None
    at_most: float | None = None

    @property
    def variants(self):
        return (self.subject, *self.against)

    @property
    def more_is_better(self):
        return self.at_least is not None

    @property
    def goal(self):
        sign, bound = ("≥", self.at_least) if self.more_is_better else ("≤", self.at_most)
        return f"{sign} {bound:g} ×" if self.against else f"{sign} {bound:g} {self.unit}"

    def judge(self, results):
        """(subject's value, best other's name and value, ratio, whether the goal is met); None for what was not measured."""
        runs = results.get(self.scenario, {})
        mine = median_of(runs.get(self.subject, []), self.metric)
        others = {name: median_of(runs.get(name, []), self.metric) for name in self.against}
        others = {name: value for name, value in others.items() if value is not None}
        if not self.against:
            return mine, None, None, None, None if mine is None else mine <= self.at_most
        if mine is None or not others:
            return mine, None, None, None, None
        best = (max if self.more_is_better else min)(others, key=others.get)
        if others[best] == 0:
            return mine, best, others[best], None, None
        ratio = mine / others[best]
        met = ratio >= self.at_least if self.more_is_better else ratio <= self.at_most
        return mine, best, others[best], ratio, met


DELIVERIES = ("deliveriesPerSecond", "/s")
PER_CPU = ("server.deliveriesPerCpuSecond", "/CPU s")
P50 = ("latencyMilliseconds.p50", "ms")
P99 = ("latencyMilliseconds.p99", "ms")
MEMORY = ("server.bytesPerConnection", "bytes")

ROWS = {
    "floor-1000-irc": Row("1,000 members, 64 in flight, `irc`: deliveries", "room-1000-64", *DELIVERIES, "confab-irc", ("floor",), at_least=0.95),
    "floor-1000-text": Row("1,000 members, 64 in flight, `text`: deliveries", "room-1000-64", *DELIVERIES, "confab-text", ("floor",), at_least=0.95),
    "floor-100": Row("100 members, 64 in flight, `irc`: deliveries", "room-100-64", *DELIVERIES, "confab-irc", ("floor",), at_least=0.95),
    "floor-100-text": Row("100 members, 64 in flight, `text`: deliveries", "room-100-64", *DELIVERIES, "confab-text", ("floor",), at_least=0.95),
    "peers-1000-64": Row("1,000 members, 64 in flight: deliveries", "room-1000-64", *DELIVERIES, "confab-irc", PEERS, at_least=4),
    "peers-100-64": Row("100 members, 64 in flight: deliveries", "room-100-64", *DELIVERIES, "confab-irc", PEERS, at_least=4),
    "peers-1000-256": Row("1,000 members, 256 in flight: deliveries", "room-1000-256", *DELIVERIES, "confab-irc", PEERS, at_least=8),
    "peers-100-256": Row("100 members, 256 in flight: deliveries", "room-100-256", *DELIVERIES, "confab-irc", PEERS, at_least=8),
    "cpu-6000": Row("6,000 messages/s into 1,000 members: deliveries per second of server CPU", "rate-6000", *PER_CPU, "confab-irc", PEERS, at_least=8),
    "cpu-10-floor": Row("10 members, 64 in flight: deliveries per second of server CPU", "room-10-64", *PER_CPU, "confab-irc", ("floor",), at_least=0.9),
    "cpu-10-peers": Row("10 members, 64 in flight: deliveries per second of server CPU", "room-10-64", *PER_CPU, "confab-irc", PEERS, at_least=3),
    "rooms-100": Row("1,000 members in 100 rooms, all speak: deliveries", "rooms-100", *DELIVERIES, "confab-irc", PEERS, at_least=2.5),
    "latency-600-p50": Row("600 messages/s into 1,000 members: latency, p50", "rate-600", *P50, "confab-irc", PEERS, at_most=0.5),
    "latency-600-p99": Row("600 messages/s into 1,000 members: latency, p99", "rate-600", *P99, "confab-irc", PEERS, at_most=0.5),
    "latency-20": Row("20 messages/s into 1,000 members, `process-crash`: latency, p50", "rate-20", *P50, "confab-process-crash", ("floor",), at_most=1.15),
    "memory-19000": Row("memory for one idle, joined connection at 19,000", "idle-19000", *MEMORY, "confab-irc", ("inspircd",), at_most=0.7),
    "memory-tls-5000": Row("memory for one idle, joined TLS connection at 5,000", "idle-tls-5000", *MEMORY, "confab-irc-tls", ("sslstream",), at_most=1.1),
    "user-cpu": Row("server CPU for a million deliveries, user part", "rate-6000", "server.userSecondsPerMillionDeliveries", "CPU s", "confab-irc", PEERS,
                    at_most=0.1),
    "durability": Row("durable history: deliveries with `power-loss` against `none`", "durability", *DELIVERIES, "confab-irc", ("confab-none",), at_least=0.9),
    "join-1000": Row("1,000 members sign on and join one room: sign-ons", "sign-ons", "signOn.perSecond", "/s", "confab-irc", PEERS, at_least=10),
    "join-1000-cold": Row("the same, to a server that has just been started", "room-1000-64", "signOn.perSecond", "/s", "confab-irc", PEERS, at_least=10),
    "cold-start": Row("cold start to open doors", "start", "secondsToOpen", "s", "confab-every-door", (), at_most=0.4),
    "slow-reader": Row("one member of 1,000 never reads: latency of the others, p99", "slow-reader", *P99, "confab-slow-reader", ("confab-irc",), at_most=1.1),
    "tls": Row("1,000 members over TLS: deliveries per second of server CPU", "tls", *PER_CPU, "confab-irc-tls", ("floor-tls",), at_least=0.9),
    "websocket": Row("1,000 members over WebSocket: deliveries per second of server CPU", "websocket", *PER_CPU, "confab-irc-websocket", ("floor-websocket",),
                     at_least=0.9),
}
