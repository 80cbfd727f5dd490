"""The script, agent and trunk a command means: by id, from a file, or the only one there is."""

import json
from pathlib import Path
from typing import Any

from console.client import ApiClient, Record
from console.exit_codes import CommandFailed, Exit


def read_document(path: Path) -> Record:
    """A YAML or JSON file that holds one mapping. Raises CommandFailed."""
    import yaml  # takes longer to load than most commands last

    try:
        document: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise CommandFailed(Exit.USAGE, f"{path} cannot be read: {error.strerror}.") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise CommandFailed(
            Exit.USAGE, f"{path} cannot be read ({type(error).__name__}).", "It must be YAML or JSON."
        ) from error
    if not isinstance(document, dict):
        raise CommandFailed(Exit.USAGE, f"{path} does not hold fields.", "Write one `field: value` a line.")
    texts: Record = json.loads(json.dumps(document, default=str))  # dates become texts, as the API wants them
    return texts


def mapping_of(pairs: list[str]) -> str:
    """--map options as the API's mapping. Raises CommandFailed."""
    found = {}
    for pair in pairs:
        field, equals, column = pair.partition("=")
        if not equals:
            raise CommandFailed(Exit.USAGE, f"--map {field} names no column.", "Write --map number=Mobile.")
        found[field] = column
    return json.dumps(found)


def means(
    api: ApiClient, script: str | None, script_file: Path | None, agent_id: str | None, trunk_id: str | None
) -> Record:
    """With what is called, by the API's fields. The script comes last: it alone may be stored on the way."""
    found = {"agent_id": agent(api, agent_id), "trunk_id": trunk(api, trunk_id)}
    return {**found, "script_version_id": script_version(api, script, script_file)}


def script_version(api: ApiClient, given: str | None, file: Path | None) -> str:
    """The id of the script version that is meant; a file's script is created, or given its next version."""
    if file is not None:
        return _script_from_file(api, file)
    if given is None:
        return str(_only_one(api, "/api/scripts", "script", "--script")["id"])
    if given.startswith("script_"):
        return str(api.get(f"/api/scripts/{given}")["id"])
    return given


def _script_from_file(api: ApiClient, file: Path) -> str:
    document = read_document(file)
    name = str(document.pop("name", file.stem))
    content = document.get("content", document)
    for known in api.pages("/api/scripts", 1000):
        if known["name"] == name:
            return str(api.post(f"/api/scripts/{known['script_id']}/versions", content)["id"])
    return str(api.post("/api/scripts", {"name": name, "content": content})["id"])


def agent(api: ApiClient, given: str | None) -> str:
    """The id of the agent that is meant."""
    return given or str(_only_one(api, "/api/agents", "agent", "--agent")["id"])


def trunk(api: ApiClient, given: str | None) -> str:
    """The id of the trunk that is meant."""
    return given or str(_only_one(api, "/api/trunks", "trunk", "--trunk")["id"])


def _only_one(api: ApiClient, path: str, noun: str, option: str) -> Record:
    found = api.pages(path, 2)
    if len(found) == 1:
        return found[0]
    many = "several; name one" if found else "none yet; create one with the API"
    raise CommandFailed(Exit.USAGE, f"Which {noun}? There are {many}.", f"Name it with {option} ID.")
