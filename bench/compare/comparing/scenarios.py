"""What is run: the ways to talk to each server, and the loads that are put on them."""

from dataclasses import dataclass

from .systems import Confab, Floor, Inspircd, Ngircd, SslStreamFloor, System


@dataclass(frozen=True)
class Variant:
    """A server and what `confab bench` must say to speak with it."""

    system: System
    arguments: str = ""
    family: str = "confab"
    sign_ons_at_once: int = 64
    sign_ons_per_second: int = 3000  # As expected, to say beforehand how long a run takes.


@dataclass(frozen=True)
class Scenario:
    """A load, and who bears it. Its runs are interleaved: every variant once, then every variant again."""

    title: str
    arguments: str
    variants: tuple
    seconds: int | None = None
    kind: str = "load"
    cores: str = "apart"
    repeats: int | None = None
    no_warm_up: tuple = ()
    # How often the members come and go before they are counted.
    earlier_crowds: int = 0


EVERY_DOOR = ("text", "operator", "relay", "console", "nul", "alias", "irc", "web")

VARIANTS = {
    "floor": Variant(Floor(), "--door lines", "floor"),
    "floor-tls": Variant(Floor(tls=True), "--door lines --tls", "floor"),
    "floor-websocket": Variant(Floor("--websocket"), "--door lines --websocket", "floor"),
    "sslstream": Variant(SslStreamFloor(), "--door lines --tls", "floor"),
    # Each signs on as many at a time as suit it best: ngIRCd lets ten connections wait to be accepted, and what does not fit is tried again by
    # the system a second later; InspIRCd finishes sign-ons once per second, all that wait.
    "ngircd": Variant(Ngircd(), "--door irc", "ngircd", sign_ons_at_once=8, sign_ons_per_second=100),
    "inspircd": Variant(Inspircd(), "--door irc", "inspircd", sign_ons_at_once=1000, sign_ons_per_second=700),
    "confab-irc": Variant(Confab("irc"), "--door irc", sign_ons_at_once=1000),
    "confab-text": Variant(Confab("text"), "--door text", sign_ons_at_once=1000),
    "confab-irc-tls": Variant(Confab("irc+tls", tls=True), "--door irc --tls"),
    "confab-irc-websocket": Variant(Confab("web"), "--door irc --websocket"),
    "confab-process-crash": Variant(Confab("irc", durability="process-crash"), "--door irc"),
    "confab-none": Variant(Confab("irc", durability="none"), "--door irc"),
    "confab-slow-reader": Variant(Confab("irc"), "--door irc --slow 1"),
    "confab-every-door": Variant(Confab(*EVERY_DOOR)),
}

PEERS = ("ngircd", "inspircd")
SERVERS = ("confab-irc", *PEERS)

TABLE = {
    "room-1000-64": Scenario("1,000 members, 64 messages in flight", "--members 1000 --senders 8 --window 8", ("floor", "confab-text", *SERVERS)),
    # A running server has signed people on before; what one that has just been started does, the row above shows.
    "sign-ons": Scenario("1,000 members sign on, as three crowds before them", "--members 1000 --senders 0", SERVERS, seconds=1, earlier_crowds=3),
    "room-100-64": Scenario("100 members, 64 messages in flight", "--members 100 --senders 8 --window 8", ("floor", "confab-text", *SERVERS)),
    "room-1000-256": Scenario("1,000 members, 256 messages in flight", "--members 1000 --senders 8 --window 32", ("floor", *SERVERS)),
    "room-100-256": Scenario("100 members, 256 messages in flight", "--members 100 --senders 8 --window 32", ("floor", *SERVERS)),
    "rate-6000": Scenario("1,000 members, 6,000 messages/s asked for", "--members 1000 --senders 8 --rate 6000", ("floor", *SERVERS),),
    "room-10-64": Scenario("10 members, 64 messages in flight", "--members 10 --senders 8 --window 8", ("floor", *SERVERS)),
    "rooms-100": Scenario("1,000 members in 100 rooms, all speak", "--members 1000 --rooms 100 --senders 1000 --window 1", SERVERS),
    "rate-600": Scenario("1,000 members, 600 messages/s", "--members 1000 --senders 8 --rate 600", ("floor", *SERVERS)),
    "rate-20": Scenario("1,000 members, 20 messages/s", "--members 1000 --senders 8 --rate 20", ("floor", "confab-process-crash")),
    # Long enough for what a crowd leaves behind to be given back.
    "idle-19000": Scenario("19,000 idle connections in 190 rooms", "--members 10 --senders 0 --idle 18990", ("confab-irc", "inspircd"),
                           seconds=14, repeats=3),
    # ngIRCd looks at all its connections again and again: 19,000 sign-ons take it minutes, so its memory is measured with fewer.
    "idle-2000": Scenario("2,000 idle connections in 20 rooms", "--members 10 --senders 0 --idle 1990", ("ngircd",), seconds=1, repeats=1),
    "idle-tls-5000": Scenario("5,000 idle TLS connections in 50 rooms", "--members 10 --senders 0 --idle 4990",
                              ("sslstream", "confab-irc-tls"), seconds=8, repeats=3),
    "durability": Scenario("1,000 members, 64 in flight, with and without the disk", "--members 1000 --senders 8 --window 8", ("confab-irc", "confab-none")),
    "start": Scenario("start of the published program", "", ("confab-every-door",), kind="start", cores="any"),
    "slow-reader": Scenario("1,000 members, 600 messages/s, one never reads", "--members 1000 --senders 8 --rate 600", ("confab-irc", "confab-slow-reader")),
    # Longer, because a thousand handshakes put off what a new server compiles.
    "tls": Scenario("1,000 members over TLS, 64 in flight", "--members 1000 --senders 8 --window 8", ("floor-tls", "confab-irc-tls"), seconds=8),
    "websocket": Scenario("1,000 members over WebSocket, 64 in flight", "--members 1000 --senders 8 --window 8", ("floor-websocket", "confab-irc-websocket")),
}

GROWTH = {
    **{f"members-{n}": Scenario(f"{n:,} members, 64 in flight", f"--members {n} --senders 8 --window 8", ("floor", "confab-irc"), repeats=3)
       for n in (10, 100, 1000, 4000)},
    **{f"connections-{n}": Scenario(f"{n:,} idle connections", f"--members 10 --senders 0 --idle {n - 10}", ("confab-irc",),
                                    seconds=8, repeats=1) for n in (1000, 5000, 19000)},
    **{f"log-{n}": Scenario(f"{n:,} messages", str(n), ("confab-text",), kind="log", repeats=1) for n in (100_000, 500_000, 1_000_000)},
    "cores-apart": Scenario("server and load on a core each", "--members 1000 --senders 8 --window 8", ("confab-irc", "floor"), repeats=3),
    "cores-shared": Scenario("server and load on the same two cores", "--members 1000 --senders 8 --window 8", ("confab-irc", "floor"), cores="shared", repeats=3),
}
