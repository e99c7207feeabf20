"""How the log grows: bytes on disk, and how long a search takes, once so many messages are stored."""

import json
import socket
import subprocess
import time
from statistics import median

CHUNK_SECONDS = 1
MOST_SECONDS = 300
SEARCHES = 5
NEEDLE = "marzipan"


def measure_log(server, load, wanted):
    """Lets two members talk until so many messages are stored; then asks for the one word that was said first."""
    with Person(server.port, "speaker") as speaker:
        speaker.say(f"the {NEEDLE} is in the tin")
        speaker.catch_up()
    stored, seconds = 1, 0.0
    began = time.monotonic()
    while stored < wanted:
        if time.monotonic() - began > MOST_SECONDS:
            raise RuntimeError(f"Only {stored:,} of {wanted:,} messages were stored in {MOST_SECONDS} s.")
        command = [*load, "--members", "2", "--senders", "2", "--window", "256", "--size", "100", "--seconds", str(CHUNK_SECONDS), "--warm-up", "0"]
        done = subprocess.run(command, capture_output=True, text=True, timeout=CHUNK_SECONDS + 60, stdin=subprocess.DEVNULL)
        if not done.stdout.lstrip().startswith("{"):
            raise RuntimeError(done.stderr.strip()[-600:])
        result = json.loads(done.stdout)
        stored += result["messages"]
        seconds += result["seconds"]
    with Person(server.port, "seeker") as seeker:
        search = median(seeker.search(NEEDLE) for _ in range(SEARCHES))
    size = sum(path.stat().st_size for path in (server.directory / "data").rglob("*") if path.is_file())
    return {"logMessages": stored, "logBytes": size, "bytesPerMessage": size / stored, "messagesPerSecond": stored / seconds, "searchMilliseconds": search}


class Person:
    """Somebody at the text door."""

    def __init__(self, port, nickname):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=60)
        self.lines = self.socket.makefile("r", encoding="utf-8", newline="\n")
        self.say(nickname)
        self.hear(lambda line: line.startswith(f"* You are {nickname}"))

    def say(self, line):
        self.socket.sendall(f"{line}\n".encode())

    def hear(self, wanted):
        for line in self.lines:
            if wanted(line):
                return line
        raise RuntimeError("The server closed the connection.")

    def catch_up(self):
        self.say("/ping caught-up")
        self.hear(lambda line: line.startswith("*") and "caught-up" in line)

    def search(self, word):
        began = time.monotonic()
        self.say(f"/search {word}")
        self.hear(lambda line: word in line and line.startswith("["))
        return (time.monotonic() - began) * 1000

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()
