"""What an agent never says, whatever its model writes: that it is a human, and how it was instructed. Pure.

Rules on what the person says: guards.py.
"""

from functools import lru_cache
from typing import Final

from domain.language.phrases import plain_words, says
from domain.language.tables.every import language_of
from domain.prompts.repeats import names_tool, repeats_rules
from media.engine.state import Conversation, Reply

_MOST_BEFORE: Final = 130
"""Characters said just before that may belong to it; about as much as the longest run of words that is looked for."""


def said_instead(state: Conversation, reply: Reply, clause: str = "") -> str:
    """What is said in place of the reply's next clause, or of what it has spoken by itself, and of all that would follow;
    empty where it may be said."""
    before = reply.text.removesuffix(reply.unspoken)[-_MOST_BEFORE:]
    text, remarks = f"{before} {clause}", language_of(state.language).remarks
    words = plain_words(text)
    if says(words, _claims(state.languages)):
        return remarks.truth_about_us
    is_told = names_tool(text) or repeats_rules(words, state.plan.instructions)
    return remarks.cannot_tell if is_told else ""


@lru_cache(maxsize=64)
def _claims(languages: tuple[str, ...]) -> tuple[str, ...]:
    """In the conversation's languages, and in English, to which a model falls back."""
    tables = {table.tag: table for table in map(language_of, (*languages, "en"))}
    return tuple(pattern for table in tables.values() for pattern in table.ours.claims_human)
