"""Reads the rule packs that lie beside the domain."""

from functools import cache
from importlib import resources

from domain.rule_packs import RulePacks, load_rule_packs


@cache
def read_rule_packs() -> RulePacks:
    """All packs of domain/rule_packs/, the same ones each time. Raises InvalidInput for the first one that is wrong."""
    folder = resources.files("domain") / "rule_packs"
    files = sorted(
        (file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda file: file.name
    )
    return load_rule_packs(file.read_text(encoding="utf-8") for file in files)
