"""Talk that would never end by itself: another machine that says the same again and again, somebody who only hums, and
whoever makes us answer faster than people talk.

Pure. Whatever is not noticed here ends with the longest call.
"""

import re
from collections.abc import Sequence
from typing import Final

from domain.conversations import ConversationPlan
from domain.language.phrases import plain_words
from domain.scripts import Question
from domain.transcripts import Speaker, Transcript
from media.engine.script_answers import asked_in
from media.engine.state import Conversation

_IN_A_ROW: Final = 3
"""So often a person does not say the same sentence in a row; chosen by feel, as the others here."""

_SENTENCE_WORDS: Final = 4
_LATELY: Final = 8
_ANEW: Final = 5
"""So many of their last sentences were said before, in the same or nearly the same words: the circle is a longer one."""

_SHORT_IN_A_ROW: Final = 15
"""So many questions in a row nobody answers with the very same word."""

_REPLIES: Final = 20
_REPLIES_A_MINUTE: Final = 20
"""So many replies, those made in advance and never heard included, cost a conversation whatever is said: people who talk fast and
make a pause in every sentence need half of it. Chosen by feel."""

_HUMS_IN_A_ROW: Final = 5
_hum: Final = re.compile(r"h?m++|u++h*+m*+|e++r*+h*+m*+|a++h++|o++h++|हम्*+म?").fullmatch  # "mhm" says yes


def goes_in_circles(state: Conversation) -> bool:
    """The other end says the same again and again, whatever we answer: it is a machine as well.

    Answers to the script's questions, each the first to its own, are no circle: many may be a "no, I don't".
    """
    if not _is_circle(state.their_turns[-2 * _LATELY :]):
        return False
    return not state.plan.questions or _is_circle(_beside_answers(state.plan.questions, state.transcript))


def _beside_answers(questions: Sequence[Question], transcript: Transcript) -> Transcript:
    """What they said lately, but for their first answers to questions that were asked in the script's words."""
    left, answered, asked = [], set(), None
    for turn in transcript[-4 * _LATELY :]:
        if turn.speaker is Speaker.AGENT:
            asked = asked_in(questions, turn.text)
        elif asked is not None and asked.key not in answered:
            answered.add(asked.key)
        else:
            left.append(turn)
    return tuple(left[-2 * _LATELY :])


def _is_circle(turns: Transcript) -> bool:
    said = [plain_words(turn.text).split() for turn in turns]
    return (
        _is_one(said[-_IN_A_ROW:], _IN_A_ROW, _SENTENCE_WORDS)
        or _is_one(said[-_SHORT_IN_A_ROW:], _SHORT_IN_A_ROW, 1)
        or _said_anew(said) >= _ANEW
    )


def most_replies(plan: ConversationPlan) -> int:
    """How many replies a conversation may cost: its budget of money, as the longest call is that of time."""
    return _REPLIES + _REPLIES_A_MINUTE * plan.timeouts.longest_call // 60_000


def is_used_up(state: Conversation) -> bool:
    """It has cost all that it may cost."""
    return state.replies_made >= most_replies(state.plan)


def only_hums(state: Conversation) -> bool:
    """Sounds, none of which is a word, have been all of their last turns."""
    last = state.their_turns[-_HUMS_IN_A_ROW:]
    return len(last) == _HUMS_IN_A_ROW and all(is_hum(turn.text) for turn in last)


def is_hum(text: str) -> bool:
    """No word is among these sounds: "hm", "uh", "mmm"."""
    words = plain_words(text).split()
    return bool(words) and all(_hum(word) for word in words)


def _is_one(last: Sequence[list[str]], times: int, words: int) -> bool:
    return len(last) == times and len(last[0]) >= words and all(said == last[0] for said in last)


def _said_anew(said: Sequence[list[str]]) -> int:
    """How many of the latest sentences were said before."""
    first = max(0, len(said) - _LATELY)
    return sum(
        len(sentence) >= _SENTENCE_WORDS and any(_alike(sentence, earlier) for earlier in said[:place])
        for place, sentence in enumerate(said[first:], start=first)
    )


def _alike(one: list[str], other: list[str]) -> bool:
    """The same words, or all but one of many: "you are number four in the queue"."""
    if len(one) != len(other):
        return False
    others = sum(a != b for a, b in zip(one, other, strict=True))
    return others == 0 or (others == 1 and len(one) > 2 * _SENTENCE_WORDS - 2)
