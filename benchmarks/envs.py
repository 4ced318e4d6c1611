"""Virtual environments for the peers, made once and kept."""

import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path
from typing import Final

from benchmarks.peers import Peer

MARKER: Final = "installed.txt"


class EnvironmentFailure(Exception):  # noqa: N818 - it is no fault of the caller's
    """pip could not install what a peer needs."""


def environment(folder: Path, peer: Peer) -> Path:
    """The Python of a peer's environment, which is made if need be.

    Args:
        folder: Where environments are kept.
        peer: The peer that is to run in it.

    Returns:
        Path of the interpreter.

    Raises:
        EnvironmentFailure: pip failed; the end of what it said.
    """
    home = (folder / peer.env).absolute()
    python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    marker, wanted = home / MARKER, _fingerprint(peer)
    if marker.exists() and marker.read_text() == wanted:
        return python
    venv.EnvBuilder(with_pip=True, clear=True, symlinks=os.name != "nt").create(home)
    _install(python, peer)
    marker.write_text(wanted)
    return python


def _fingerprint(peer: Peer) -> str:
    parts = "\n".join((sys.version, *peer.requires))
    return hashlib.sha256(parts.encode()).hexdigest()


def _install(python: Path, peer: Peer) -> None:
    command = [str(python), "-m", "pip", "install", "--quiet", *peer.requires]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        message = f"{peer.name}: {done.stderr.strip()[-500:]}"
        raise EnvironmentFailure(message)
