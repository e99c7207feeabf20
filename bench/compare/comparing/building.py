"""Builds what is measured: the C floor, the floor for TLS memory, a certificate, and Confab as people would publish it."""

import platform
import subprocess
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
ROOT = HERE.parent.parent


@dataclass
class Tools:
    confab: str
    floor: str
    tls_floor: str
    certificate: str
    key: str


def run(*command):
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if result.returncode != 0:
        raise RuntimeError(f"{' '.join(command)}: status {result.returncode}\n{result.stdout[-2000:]}{result.stderr[-2000:]}")


def publish(project, output):
    architecture = {"x86_64": "x64", "aarch64": "arm64"}.get(platform.machine())
    if architecture is None:
        raise RuntimeError(f"Confab is published for x86_64 and aarch64; this machine says '{platform.machine()}'.")
    run("dotnet", "publish", project, "-c", "Release", "-r", f"linux-{architecture}", "-o", str(output))


def build(work, confab, with_tls_floor):
    """Everything goes into this directory; confab may be a program that is there already."""
    work.mkdir(parents=True, exist_ok=True)
    run(str(ROOT / "scripts" / "install-bench-tools"))
    floor = work / "floor"
    sources = sorted(str(path) for path in (HERE / "floor").glob("*.c"))
    run("cc", "-O2", "-std=gnu11", "-Wall", "-Wextra", "-Werror", "-o", str(floor), *sources, "-lssl", "-lcrypto")
    certificate, key = work / "certificate.pem", work / "key.pem"
    if not certificate.exists():
        run("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "365",
            "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", str(key), "-out", str(certificate))
    if confab is None:
        publish("src/Confab.Cli", work / "confab")
        confab = work / "confab" / "confab"
    tls_floor = work / "tls-floor" / "Confab.TlsFloor"
    if with_tls_floor:
        publish("bench/compare/tls-floor", tls_floor.parent)
    return Tools(str(Path(confab).resolve()), str(floor), str(tls_floor), str(certificate), str(key))
