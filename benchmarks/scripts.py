"""Scripts for measurements."""

from console.client import Record

SHORT: Record = {
    "opening": "Hello.",
    "disclosure": "I am a machine.",
    "instructions": "You ask one question.",
    "questions": [{"key": "happy", "text": "Are you happy?", "expects": "yes_no"}],
    "voicemail": "",
    "closing": "Goodbye.",
}

_TOPICS = (
    "the weather", "your garden", "music", "long walks", "cooking", "old films", "short trips", "board games",
    "fresh bread", "quiet evenings", "the seaside", "early mornings",
)  # fmt: skip

# Every question carries the lead's name, so that its speech can be told from all others.
LONG: Record = {
    **SHORT,
    "instructions": "You ask a dozen questions.",
    "questions": [
        {"key": f"q{place}", "text": f"{{{{first_name}}}}, do you like {topic}?", "expects": "yes_no"}
        for place, topic in enumerate(_TOPICS)
    ],
}
