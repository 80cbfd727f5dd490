"""Finds or obtains the Temporal CLI (with its development server) and the time-skipping test server.

    python -m local.temporal_programs temporal | test-server | all      prints the path of each program

Each is looked for in a fixed order: where the environment says, on the path, in .tools, by the SDK's own download,
and last from its published sources by way of a package registry. Versions are pinned; jars and wheels have hashes.
"""

import asyncio
import hashlib
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from pathlib import Path

from temporalio.testing import WorkflowEnvironment

from local.errors import PartMissing
from local.toolchains import (
    LOCKS,
    ROOT,
    TOOLS,
    NotHad,
    go,
    install_wheels,
    java,
    numbers,
    output_of,
    run,
    say,
)

CLI_VERSION = "1.5.1"
CLI_MODULE = "github.com/temporalio/cli/cmd/temporal"
CLI_OLDEST = (1, 5)
CLI_PACKAGES = 1350  # compiled on the way, counted once; only for telling how far a build is
TEST_SERVER_VERSION = "1.38.0"
JARS = LOCKS / "test-server.jars"
DOWNLOAD_WITHIN = timedelta(seconds=90)  # a refused connection answers at once; a slow line gets this long
SECONDS_BETWEEN_REPORTS = 10.0

Way = tuple[str, Callable[[], Path]]
"""How something may be had, in words, and the attempt: it returns the program or raises NotHad."""


def temporal_cli() -> Path:
    """The Temporal CLI, obtained if need be. Raises PartMissing."""
    return first_that_works(
        "The Temporal CLI",
        (
            *ways_to_find_cli(),
            ("the SDK's own download", download_cli),
            (f"go install {CLI_MODULE}@v{CLI_VERSION}", build_cli),
        ),
        mend="install the Temporal CLI 1.5 or newer and put it on the path, or name it in TEMPORAL_CLI; "
        "or install Go 1.25 or newer; or point TEMPORAL_ADDRESS at a Temporal of your own",
    )


def test_server() -> Path:
    """The time-skipping test server, as an executable for `test_server_existing_path`. Raises PartMissing."""
    return first_that_works(
        "The time-skipping Temporal test server",
        (
            *ways_to_find_test_server(),
            ("the SDK's own download", download_test_server),
            (f"Maven's io.temporal:temporal-test-server:{TEST_SERVER_VERSION}", assemble_test_server),
        ),
        mend="install Java 8 or newer and Maven, or name an executable in TEMPORAL_TEST_SERVER",
    )


def ways_to_find_cli() -> tuple[Way, ...]:
    """Where the CLI may be already: nothing is fetched or built."""
    return (
        ("$TEMPORAL_CLI", lambda: named_by("TEMPORAL_CLI")),
        ("temporal on the path", cli_on_path),
        (".tools/bin/temporal", lambda: kept("temporal", "--version")),
    )


def ways_to_find_test_server() -> tuple[Way, ...]:
    """Where the test server may be already: nothing is fetched."""
    return (
        ("$TEMPORAL_TEST_SERVER", lambda: named_by("TEMPORAL_TEST_SERVER")),
        (".tools/bin/temporal-test-server", lambda: kept("temporal-test-server")),
    )


def first_that_works(part: str, ways: Sequence[Way], mend: str) -> Path:
    """Try the ways in their order. What the environment names must work: it is never passed over in silence."""
    tried = []
    for words, attempt in ways:
        try:
            return attempt()
        except NotHad as reason:
            tried.append(f"\n  - {words}: {reason}")
    raise PartMissing(f"{part} could not be had. Tried:{''.join(tried)}\nTo mend: {mend}.")


def named_by(variable: str) -> Path:
    value = os.environ.get(variable)
    if not value:
        raise NotHad("not set")
    program = Path(value).expanduser()
    if not (program.is_file() and os.access(program, os.X_OK)):
        raise PartMissing(
            f"{variable} is set to {value}, which is no executable file. To mend: correct or unset it."
        )
    return program.absolute()


def cli_on_path() -> Path:
    found = shutil.which("temporal")
    if not found:
        raise NotHad("not there")
    version = numbers(re.search(r"version (\d+)\.(\d+)", output_of([found, "--version"])))
    if version < CLI_OLDEST:
        raise NotHad(f"{found} is too old or does not run (1.5 or newer is needed)")
    return Path(found)


def kept(name: str, *question: str) -> Path:
    """What an earlier run put into .tools/bin, if it is still there and still answers the question."""
    program = TOOLS / "bin" / name
    if not program.exists():
        raise NotHad("not there")
    if question and not output_of([str(program), *question]):
        raise NotHad(f"{program} does not run")
    return program


def download_cli() -> Path:
    say(f"obtaining Temporal {CLI_VERSION}: trying the SDK's own download first (40 MB)")

    async def download(folder: str) -> None:
        environment = await WorkflowEnvironment.start_local(
            download_dest_dir=folder, dev_server_download_version=f"v{CLI_VERSION}"
        )
        await environment.shutdown()

    return downloaded(download, "temporal")


def download_test_server() -> Path:
    say("obtaining the time-skipping test server: trying the SDK's own download first (30 MB)")

    async def download(folder: str) -> None:
        environment = await WorkflowEnvironment.start_time_skipping(download_dest_dir=folder)
        await environment.shutdown()

    return downloaded(download, "temporal-test-server")


def downloaded(download: Callable[[str], Awaitable[None]], name: str) -> Path:
    """Let the SDK download into an empty folder, prove the program by starting it, then keep it as .tools/bin/name."""
    folder = TOOLS / "download"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        asyncio.run(asyncio.wait_for(download(str(folder)), DOWNLOAD_WITHIN.total_seconds()))
        return keep(next(path for path in folder.iterdir() if path.is_file()), name)
    except TimeoutError as error:
        raise NotHad(f"not finished within {DOWNLOAD_WITHIN.total_seconds():.0f} s") from error
    except (RuntimeError, StopIteration) as error:
        # The address that could not be reached is of no use to the reader; what happened is.
        raise NotHad(str(error).partition(" (")[0] or "nothing was downloaded") from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def keep(program: Path, name: str) -> Path:
    target = TOOLS / "bin" / name
    target.parent.mkdir(parents=True, exist_ok=True)
    program.chmod(0o755)
    return program.replace(target)


def build_cli() -> Path:
    """Build the CLI from its published Go module into .tools/bin, telling how far it is."""
    compiler = go()
    say(
        f"building Temporal {CLI_VERSION} from its published source with {compiler}: 2 to 5 minutes, only this once"
    )
    target = TOOLS / "build"
    environment = {"CGO_ENABLED": "0", "GOBIN": str(target), "GOFLAGS": "-mod=mod", "GOTOOLCHAIN": "local"}
    version_flag = f"-X github.com/temporalio/cli/temporalcli.Version={CLI_VERSION}"
    command = [
        str(compiler),
        "install",
        "-v",
        "-ldflags",
        f"-s -w {version_flag}",
        f"{CLI_MODULE}@v{CLI_VERSION}",
    ]
    with_progress(command, environment)
    try:
        return keep(target / "temporal", "temporal")
    finally:
        shutil.rmtree(target, ignore_errors=True)


def with_progress(command: list[str], environment: dict[str, str]) -> None:
    """Run a Go build, reporting modules and packages as they come. Raises NotHad with its last words."""
    process = subprocess.Popen(
        command,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout is not None
    last, modules, packages = "", 0, 0
    started = reported_at = time.monotonic()
    for line in process.stdout:
        last = line.strip()
        if last.startswith("go: downloading"):
            modules += 1
        elif not last.startswith("go:"):
            packages += 1
        if time.monotonic() - reported_at >= SECONDS_BETWEEN_REPORTS:
            reported_at = time.monotonic()
            share = min(99, 100 * packages // CLI_PACKAGES)
            say(
                f"{reported_at - started:.0f} s: {modules} modules fetched, {packages} packages compiled ({share} %)"
            )
    if process.wait():
        raise NotHad(f"the build ended with status {process.returncode}: {last[-400:]}")
    say(f"built in {time.monotonic() - started:.0f} s")


def assemble_test_server() -> Path:
    """The test server's jars, each checked by its hash, and a script that runs them."""
    runtime = java()
    folder = TOOLS / "test-server"
    if not folder.exists():
        unfinished = TOOLS / "test-server.new"
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(parents=True)
        fetch_jars(unfinished)
        check_jars(unfinished)
        unfinished.rename(folder)
    script = TOOLS / "test-server.sh"
    script.write_text(test_server_script(runtime), encoding="utf-8")
    return keep(script, "temporal-test-server")


def test_server_script(runtime: Path) -> str:
    """Runs the jars beside it, wherever this folder is moved to."""
    program = f"$tools/{runtime.relative_to(TOOLS)}" if runtime.is_relative_to(TOOLS) else str(runtime)
    return f"""#!/bin/sh
tools=$(cd "$(dirname "$0")/.." && pwd)
exec "{program}" -cp "$tools/test-server/*" io.temporal.testserver.TestServer "$@"
"""


def fetch_jars(folder: Path) -> None:
    maven = shutil.which("mvn")
    if maven:
        say(f"fetching the {len(pinned_jars())} jars of the test server with {maven} (40 MB)")
        project = folder / "pom.xml"
        project.write_text(maven_project(), encoding="utf-8")
        run(
            [
                maven,
                "-q",
                "-B",
                "-f",
                str(project),
                "dependency:copy-dependencies",
                f"-DoutputDirectory={folder}",
            ]
        )
        project.unlink()
        return
    say(f"there is no Maven: fetching the {len(pinned_jars())} jars with the wheel maven-artifact (40 MB)")
    script = Path(__file__).with_name("fetch_jars.py")
    wheels = str(install_wheels("maven"))
    run([sys.executable, str(script), str(folder), *pinned_jars()], PYTHONPATH=wheels)


def maven_project() -> str:
    return f"""<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>outbound</groupId>
  <artifactId>tools</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>io.temporal</groupId>
      <artifactId>temporal-test-server</artifactId>
      <version>{TEST_SERVER_VERSION}</version>
    </dependency>
  </dependencies>
</project>
"""


def pinned_jars() -> dict[str, str]:
    """Coordinates (group:artifact:version) to SHA-256."""
    pairs = (line.split() for line in JARS.read_text(encoding="utf-8").splitlines())
    return {coordinates: digest for digest, coordinates in pairs}


def check_jars(folder: Path) -> None:
    for coordinates, digest in pinned_jars().items():
        _, artifact, version = coordinates.split(":")
        jar = folder / f"{artifact}-{version}.jar"
        if not jar.exists():
            raise NotHad(f"{jar.name} did not arrive")
        if hashlib.sha256(jar.read_bytes()).hexdigest() != digest:
            raise NotHad(f"{jar.name} is not the file that {JARS.name} pins")


PARTS = {"temporal": temporal_cli, "test-server": test_server}


def main(asked: str) -> int:
    if asked not in {*PARTS, "all"}:
        print("usage: python -m local.temporal_programs temporal | test-server | all", file=sys.stderr)
        return 2
    try:
        for name in PARTS if asked == "all" else (asked,):
            program = PARTS[name]()
            print(program.relative_to(ROOT) if program.is_relative_to(ROOT) else program)
    except PartMissing as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "all"))
