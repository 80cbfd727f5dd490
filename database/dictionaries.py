"""PostgreSQL's dictionaries, which stem the words of a language, and where a search names them: in passages and in questions."""

from typing import Final

DICTIONARIES: Final = {
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "hi": "hindi",
    "pt": "portuguese",
}
"""Language -> dictionary. Another one needs a migration too, which makes the passages' searched column anew."""

STEMMED: Final = ", ".join(f"'{language}'" for language in DICTIONARIES)
"""The languages as SQL lists them."""


def stemmed(words: str, *, otherwise: str) -> str:
    """SQL for the words, stemmed as the column `language` says. words, otherwise: SQL; the latter for languages without one."""
    cases = " ".join(
        f"WHEN '{language}' THEN to_tsvector('{dictionary}', {words})"
        for language, dictionary in DICTIONARIES.items()
    )
    return f"CASE language {cases} ELSE {otherwise} END"
