"""What a person's words amount to, by keywords: enough understanding for a telephone script."""

import re
from enum import StrEnum


class Remark(StrEnum):
    """The sense of what was said, the most telling one when there are several."""

    OPT_OUT = "opt_out"
    WRONG_NUMBER = "wrong_number"
    ASKS_WHETHER_ROBOT = "asks_whether_robot"
    ASKS_WHO = "asks_who"
    ASKS_WHY = "asks_why"
    ASKS_LANGUAGE = "asks_language"
    LATER = "later"
    NOT_INTERESTED = "not_interested"
    INTERESTED = "interested"
    SEND_SOMETHING = "send_something"
    REPEAT = "repeat"
    GOODBYE = "goodbye"
    NUMBER = "number"
    NO = "no"
    YES = "yes"
    GREETING = "greeting"
    OTHER = "other"


_NUMBER_WORDS = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|fifty|hundred"
)

# Ordered: the first that matches decides.
_SIGNS: tuple[tuple[Remark, re.Pattern[str]], ...] = tuple(
    (remark, re.compile(pattern, re.IGNORECASE))
    for remark, pattern in (
        (
            Remark.OPT_OUT,
            r"\b(stop|quit) calling\b|\b(don'?t|do not|never) (ever )?(call|contact|phone|ring)\b(?! me (back )?(today|now|before))"
            r"|\b(take|remove|delete) (me|my (name|number))\b|\boff (your|the) list\b|\bunsubscribe\b|\bopt out\b",
        ),
        (
            Remark.WRONG_NUMBER,
            r"\bwrong (number|person)\b|\b(nobody|no one|no-one) (here )?(of|by|with|called) (that|this)\b"
            r"|\bdoes(n'?t| not) live here\b",
        ),
        (
            Remark.ASKS_WHETHER_ROBOT,
            r"\b(are you|is this|is that|am i (talking|speaking) (to|with)) (an? |the )?(real |actual )?"
            r"(robot|bot|machine|ai|human|person|recording|computer|real)\b",
        ),
        (
            Remark.ASKS_WHO,
            r"\bwho(\s+is|'s|\s+are)\s+(this|that|you|calling|there|it)\b|\bwho am i (speaking|talking)\b",
        ),
        (
            Remark.ASKS_WHY,
            r"\bwhat('s|\s+is)\s+(this|that|it)\s+(all )?(about|regarding|for)\b|\bwhat do you want\b"
            r"|\bwhy are you calling\b|\bwhat are you (calling|selling)\b",
        ),
        (
            Remark.ASKS_LANGUAGE,
            r"\b(speak|talk|continue|switch) (to |in )?(spanish|german|french|portuguese|hindi|english)\b"
            r"|\b(in )?(spanish|german|french|portuguese|hindi),? please\b|\b(hablas?|hablar) (en )?español\b"
            r"|\bhindi (mein|me) (baat|bol)",
        ),
        (
            Remark.LATER,
            r"\bcall(ing)? (me |us )?back\b|\b(call|ring|phone|try) (me |us )(later|again|tomorrow|tonight|another|at|on|in|next)\b"
            r"|\b(call|ring|phone) (later|tomorrow|tonight|another time)\b|\banother time\b"
            r"|\b(not|bad) (a )?(good |right )?(time|moment)\b|\b(in a meeting|driving|at work right now|no time)\b"
            r"|\b(i'?m|i am|bit|very|too|really) busy\b",
        ),
        (
            Remark.NOT_INTERESTED,
            r"\bnot (really )?interested\b|\bno interest\b|\bno,? thank(s| you)\b|\b(don'?t|do not) (want|need)\b|\bnot for me\b",
        ),
        (
            Remark.SEND_SOMETHING,
            r"\b(send|e-?mail|text|message) (me|us|it|that|over)\b|\bmore (information|details)\b",
        ),
        (
            Remark.INTERESTED,
            r"\binterested\b|\byes,? please\b|\bsign me up\b|\bsounds (good|great|interesting)\b|\bi('d| would) (like|love)\b",
        ),
        (
            Remark.REPEAT,
            r"\b(say|repeat) (that|it)\b|\bcould you repeat\b|\b(didn'?t|did not|can'?t|cannot) (quite )?(hear|catch|understand)\b"
            r"|\bpardon\b|^\W*(sorry|what)\W*$",
        ),
        (Remark.GOODBYE, r"\b(good ?bye|bye)\b"),
        (Remark.NUMBER, rf"\b(\d+([.,:]\d+)?|{_NUMBER_WORDS})\b"),
        (Remark.NO, r"^\W*(no|nope|nah|never|not)\b|\bi don'?t\b|\bi do not\b"),
        (
            Remark.YES,
            r"\b(yes|yeah|yep|sure|okay|ok|of course|right|correct|fine|go ahead|absolutely|certainly|i (do|am|have))\b",
        ),
        (Remark.GREETING, r"^\W*(hello|hi|hey|good (morning|afternoon|evening))\b"),
    )
)

_NUMBER = re.compile(rf"\b(\d+(?:[.,:]\d+)?|{_NUMBER_WORDS})\b", re.IGNORECASE)

_ASKS = re.compile(
    r"(^|[.!?,]\s+)(and |but |so |well,? |tell me,? )?(what|when|where|which|who|whom|whose|why|how|do|does|did|is|are|can|could|will|would|may)\b"
    r"[^.!?]*\?",
    re.IGNORECASE,
)

# Not before a small letter: "at 4 p.m. tomorrow" goes on.
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[^a-z])")


def remark_in(words: str) -> Remark:
    """What these words of a person amount to."""
    plain = words.replace("’", "'")
    return next((remark for remark, sign in _SIGNS if sign.search(plain)), Remark.OTHER)


def asks_something(words: str) -> bool:
    """Whether a question is among these words."""
    return _ASKS.search(words) is not None


def number_in(words: str) -> str:
    """The last number named, in the person's own form; empty if there is none."""
    found = _NUMBER.findall(words)
    return found[-1].lower() if found else ""


def sentences_of(words: str) -> list[str]:
    """The sentences of a text, each exactly as it stands there."""
    return [sentence for sentence in _SENTENCE_END.split(words.strip()) if sentence]
