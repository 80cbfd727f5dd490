"""One sentence that an agent is told in its calls, with its reason and the scripts to which it belongs."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from domain.language.languages import name_of
from domain.scripts import Script


@dataclass(frozen=True, slots=True)
class Brief:
    """What of an agent and its script decides about the rules; the same for every lead of a campaign.

    language, languages: that of the script, and those to which the conversation may change; has_documents: it may look
    things up.
    """

    script: Script
    language: str = "en"
    languages: tuple[str, ...] = ()
    has_documents: bool = False


def _always(_: Brief) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Rule:
    """text: the sentence, {language} stands for the script's; because: why a model needs it; holds: whether it is told."""

    text: str
    because: str
    holds: Callable[[Brief], bool] = _always


def paragraph(rules: Iterable[Rule], brief: Brief) -> str:
    """The rules of one concern that hold, in their order."""
    texts = [rule.text for rule in rules if rule.holds(brief)]
    return " ".join(texts).replace("{language}", name_of(brief.language))
