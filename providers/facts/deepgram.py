"""Deepgram's recognisers and voices: which languages each knows, and how a voice's name tells its own.

Read 2026-11-29: developers.deepgram.com (models and languages; Nova-3 and Flux language prompting; changelogs from
2025-08-15 to 2026-10-23). What Flux and Nova do with a language that is not listed is not documented: by pattern, they
refuse the handshake.
"""

import re
from typing import Final

from domain.language.phrases import base_of
from providers.facts.languages import tags

FLUX_LANGUAGES: Final = tags("en es fr de hi ru pt ja it nl")
"""Of flux-general-multi, whatever the region."""

NOVA_LANGUAGES: Final = tags(
    "ar be bg bn bs ca cs da da-DK de de-CH el en en-AU en-GB en-IN en-NZ en-US es es-419 et fa fi fr fr-CA "
    "he hi hr hu id it ja kn ko ko-KR lt lv mk mr ms ne nl nl-BE no pa pa-IN pl pt pt-BR pt-PT ro ru "
    "sk sl sr sv sv-SE ta te th th-TH tl tr uk ur vi zh zh-CN zh-HK zh-TW"
)
"""Tags that nova-3 listens by, one at a time."""

NOVA_MIXED: Final = tags(
    "af ar be bg bn bs ca cs da de el en es et fa fi fr gl gu he hi hr hu id it ja kn ko lt lv mk mr ms "
    "nl no pl pt ro ru sk sl sr sv ta te th tl tr uk vi xh zh zu"
)
"""Languages that nova-3 tells apart where several may be spoken ("multi"), whatever the region."""

_AURA_VOICE: Final = re.compile(r"^aura(-2)?-[a-z]+-(?P<language>[a-z]{2})$")


def nova_tag(language: str) -> str | None:
    """The tag by which nova-3 hears this language: with its region where that is listed; None for one it does not know."""
    return next((tag for tag in (language, base_of(language)) if tag in NOVA_LANGUAGES), None)


def aura_language(voice: str) -> str | None:
    """The language that a voice of Aura speaks ("aura-2-thalia-en"); None for a name that is not one of its."""
    found = _AURA_VOICE.match(voice)
    return found["language"] if found else None
