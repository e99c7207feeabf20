"""The servers that are compared: how each is started at its best, on a free port, with a directory of its own."""

import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
START_SECONDS = 20
STOP_SECONDS = 10


class Machine:
    """Which cores the two sides run on, and where they may write."""

    def __init__(self, work, tools):
        self.work = Path(work)
        self.tools = tools
        cores = sorted(os.sched_getaffinity(0))
        self.apart = len(cores) >= 2
        self.server_cores = str(cores[0])
        self.load_cores = str(cores[1] if self.apart else cores[0])
        self.all_cores = ",".join(str(core) for core in cores[:2])


def free_port():
    """A port below those that the system gives to clients, so that none of them sits on it, nor connects to itself."""
    start = 20000 + (os.getpid() * 7 + time.monotonic_ns() // 1000) % 10000
    for port in range(start, start + 2000):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
                return port
            except OSError:
                continue
    raise RuntimeError(f"No port from {start} to {start + 2000} is free on 127.0.0.1.")


def accepts(port):
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
        return True
    except OSError:
        return False


class System:
    """One way to run one server. Subclasses say with which command."""

    doors = 1

    def command(self, tools, directory, ports):
        raise NotImplementedError

    def start(self, machine, cores):
        return Running(self, machine, cores)


class Running:
    """A server that runs, in a directory that goes when it ends."""

    def __init__(self, system, machine, cores):
        self.directory = Path(tempfile.mkdtemp(prefix="run-", dir=machine.work))
        self.collector = None
        try:
            self.ports = []
            while len(self.ports) < system.doors:
                port = free_port()
                if port not in self.ports:
                    self.ports.append(port)
            command = system.command(machine.tools, self.directory, self.ports)
            if cores is not None:
                command = ["taskset", "-c", cores, *command]
            self.log = self.directory / "output"
            began = time.monotonic()
            with open(self.log, "wb") as output:
                self.process = subprocess.Popen(command, cwd=self.directory, stdin=subprocess.DEVNULL, stdout=output, stderr=output)
            for port in self.ports:
                self.await_door(port, began + START_SECONDS)
            self.seconds_to_open = time.monotonic() - began
        except BaseException:
            self.stop()
            raise

    def await_door(self, port, until):
        while not accepts(port):
            if self.process.poll() is not None:
                raise RuntimeError(f"The server ended with status {self.process.returncode}: {self.last_words()}")
            if time.monotonic() > until:
                raise RuntimeError(f"Port {port} does not accept connections after {START_SECONDS} s: {self.last_words()}")
            time.sleep(0.001)

    def last_words(self):
        return self.log.read_text(errors="replace")[-600:].strip()

    def read_collector(self):
        """What Confab says of its garbage collector when it stops; None for the others."""
        said = re.search(r"Garbage was collected (\d+) times, (\d+) times .* for ([\d:.]+) in all", self.log.read_text(errors="replace"))
        if said is None:
            return None
        hours, minutes, seconds = said[3].split(":")
        return {"young": int(said[1]), "full": int(said[2]), "pausedMilliseconds": 1000 * (3600 * int(hours) + 60 * int(minutes) + float(seconds))}

    @property
    def port(self):
        return self.ports[0]

    @property
    def pid(self):
        return self.process.pid

    def stop(self):
        process = getattr(self, "process", None)
        if process is not None and process.poll() is None:
            process.terminate()
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            self.collector = self.read_collector()
        shutil.rmtree(self.directory, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()


class Floor(System):
    """The C broadcaster."""

    def __init__(self, *options, tls=False):
        self.options = options
        self.tls = tls

    def command(self, tools, directory, ports):
        tls = ["--tls", tools.certificate, tools.key] if self.tls else []
        return [tools.floor, *tls, *self.options, str(ports[0])]


class SslStreamFloor(System):
    """What TLS sessions cost in .NET where nothing else is kept for them."""

    def command(self, tools, directory, ports):
        return [tools.tls_floor, str(ports[0]), tools.certificate, tools.key]


class Peer(System):
    """A server from Debian, with its configuration from peers/."""

    def __init__(self, name):
        self.name = name

    def configure(self, directory, port):
        text = (HERE / "peers" / f"{self.name}.conf").read_text()
        # ngIRCd run by root becomes nobody in any case, so its file must be readable.
        uid, gid = (os.getuid(), os.getgid()) if os.getuid() != 0 else (65534, 65534)
        for name, value in {"port": port, "directory": directory, "uid": uid, "gid": gid}.items():
            text = text.replace("{" + name + "}", str(value))
        path = directory / f"{self.name}.conf"
        path.write_text(text)
        (directory / "motd").write_text("-\n")
        return str(path)


class Ngircd(Peer):
    def __init__(self):
        super().__init__("ngircd")

    def command(self, tools, directory, ports):
        directory.chmod(0o755)
        return ["/usr/sbin/ngircd", "--nodaemon", "--config", self.configure(directory, ports[0])]


class Inspircd(Peer):
    def __init__(self):
        super().__init__("inspircd")

    def command(self, tools, directory, ports):
        # It refuses to be root unless told that this is meant.
        root = ["--runasroot"] if os.getuid() == 0 else []
        return ["/usr/sbin/inspircd", "--nofork", *root, "--config", self.configure(directory, ports[0])]


class Confab(System):
    """The published program, with its defaults: history on, durable against power loss, no setting but what follows."""

    def __init__(self, *listeners, durability="power-loss", tls=False):
        self.listeners = listeners
        self.durability = durability
        self.tls = tls
        self.doors = len(listeners)

    def command(self, tools, directory, ports):
        command = [tools.confab, "serve", "--data", str(directory / "data")]
        for listener, port in zip(self.listeners, ports):
            command += ["--listen", f"{listener}=127.0.0.1:{port}"]
        command += ["--set", f"durability={self.durability}", "--set", "limits.sessions=19500"]
        if self.tls:
            command += ["--set", f"tls.certificate={tools.certificate}", "--set", f"tls.key={tools.key}"]
        return command
