"""Structured answers about a conversation: a schema filled in from the person's own lines."""

import json
import re
from dataclasses import dataclass, replace
from typing import Any

from simulators.language_model.answerers import answerer_of
from simulators.language_model.fields import fields_told
from simulators.language_model.remarks import Remark, remark_in, sentences_of
from simulators.language_model.requests import CompletionRequest
from simulators.language_model.sentiment import sentiment_of
from simulators.language_model.summaries import summary_of

_LINE = re.compile(r"^\s*(?P<speaker>person|agent)\s*:\s*(?P<words>.+?)\s*$", re.IGNORECASE | re.MULTILINE)
_OFFER = re.compile(
    r"\b(interested|would you like|like to|may we|can we|could we|shall we|appointment|offer)\b",
    re.IGNORECASE,
)

# The most telling first: one sentence asking to be left alone outweighs every friendly answer before it.
_WEIGHT = (
    (Remark.OPT_OUT, "opt_out", 0.97),
    (Remark.WRONG_NUMBER, "wrong_number", 0.95),
    (Remark.LATER, "callback", 0.92),
    (Remark.NOT_INTERESTED, "not_interested", 0.93),
    (Remark.SEND_SOMETHING, "follow_up", 0.85),
    (Remark.INTERESTED, "interested", 0.9),
)
_ANSWERS = (Remark.YES, Remark.NO, Remark.INTERESTED)
_BINDING = ("opt_out", "wrong_number", "callback")
_DESCRIBED = re.compile(r"^(?P<name>[a-z][a-z0-9_]*): (?P<text>.+)$", re.MULTILINE)
_DENIES = re.compile(r"\b(no|not|never|cannot|\w+n't)\b", re.IGNORECASE)
_COMMON = frozenset(
    {"they", "that", "this", "will", "them", "their", "person", "says", "with", "have", "your", "what"}
)
_UNDECIDED = ("none", "unknown", "unclear", "other")


@dataclass(frozen=True, slots=True)
class _Verdict:
    outcome: str
    evidence: str
    confidence: float
    callback_phrase: str = ""
    sentiment: str = "neutral"
    answerer: str = "unknown"


def fill_schema(request: CompletionRequest) -> str:
    """JSON that fits the wanted schema; fields of a verdict are judged, others get their type's empty value."""
    wanted = request.response_format.json_schema
    schema = wanted.content if wanted else {}
    transcript = "\n".join(message.text for message in request.messages if message.role == "user")
    sentiment = sentiment_of([sentence for sentence, _, _ in _sentences_of_person(transcript)])
    outcome = _resolved(schema.get("properties", {}).get("outcome", {}), schema.get("$defs", {}))
    choices = outcome.get("enum", ())
    described = {name: text for name, text in _described(request).items() if name in choices}
    verdict = _among(described, transcript, _judge(transcript))
    verdict = replace(verdict, sentiment=sentiment, answerer=answerer_of(transcript))
    definitions = schema.get("$defs", {})
    summary = summary_of(request, transcript, verdict.outcome)
    told = fields_told(schema.get("properties", {}).get("fields", {}), _described(request), transcript)
    filled = {
        name: told
        if name == "fields"
        else summary
        if name == "summary"
        else _value(name, _resolved(shape, definitions), verdict)
        for name, shape in schema.get("properties", {}).items()
    }
    return json.dumps(filled, ensure_ascii=False)


def _judge(transcript: str) -> _Verdict:
    sentences = _sentences_of_person(transcript)
    for remark, outcome, confidence in _WEIGHT:
        for sentence, heard, question in sentences:
            if heard is remark and _counts(sentence, heard, question):
                phrase = sentence if remark is Remark.LATER else ""
                return _Verdict(outcome, sentence, confidence, phrase)
    for sentence, heard, question in reversed(sentences):
        if heard in (Remark.YES, Remark.NO) and _OFFER.search(question):
            return _Verdict("interested" if heard is Remark.YES else "not_interested", sentence, 0.75)
    return _Verdict("none", sentences[-1][0] if sentences else "", 0.3)


def _described(request: CompletionRequest) -> dict[str, str]:
    """What stands a line each in the instructions: "confirmed: They will come"."""
    instructions = "\n".join(
        message.text for message in request.messages if message.role in ("system", "developer")
    )
    return {line["name"]: line["text"] for line in _DESCRIBED.finditer(instructions)}


def _among(described: dict[str, str], transcript: str, verdict: _Verdict) -> _Verdict:
    """One of the outcomes that were described to us, where a sentence has most words of its description, one at least.

    A yes or a no says what it was asked; what denies goes with a description that denies. What every call may end as goes
    before.
    """
    if verdict.outcome in _BINDING:
        return verdict
    best, most = verdict, 0
    for sentence, heard, question in _sentences_of_person(transcript):
        said = f"{sentence} {question}" if heard in _ANSWERS else sentence
        for name, text in described.items():
            if bool(_DENIES.search(sentence)) is not bool(_DENIES.search(text)):
                continue
            shared = len(_telling_words(said) & _telling_words(text))
            if shared > most:
                best, most = _Verdict(name, sentence, 0.85), shared
    return best


def _telling_words(text: str) -> set[str]:
    return {word for word in re.findall(r"[a-z]{4,}", text.lower()) if word not in _COMMON}


def _counts(sentence: str, remark: Remark, question: str) -> bool:
    """A mere "yes please" shows interest only where something was offered."""
    return remark is not Remark.INTERESTED or bool(_OFFER.search(question) or _OFFER.search(sentence))


def _sentences_of_person(transcript: str) -> list[tuple[str, Remark, str]]:
    """Each sentence of the person, what it amounts to, and what the agent had said before it."""
    sentences: list[tuple[str, Remark, str]] = []
    question = ""
    for line in _LINE.finditer(transcript):
        if line["speaker"].lower() == "agent":
            question = line["words"]
            continue
        sentences += [(sentence, remark_in(sentence), question) for sentence in sentences_of(line["words"])]
    return sentences


def _resolved(shape: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    reference = shape.get("$ref")
    if reference is None and len(shape.get("allOf", [])) == 1:
        reference = shape["allOf"][0].get("$ref")
    return definitions.get(reference.rsplit("/", 1)[-1], {}) if reference else shape


def _value(name: str, shape: dict[str, Any], verdict: _Verdict) -> Any:
    if name == "outcome":
        return _offered(verdict.outcome, shape.get("enum", [verdict.outcome]))
    judged = {
        "evidence": verdict.evidence,
        "confidence": verdict.confidence,
        "callback_phrase": verdict.callback_phrase,
        "sentiment": verdict.sentiment,
        "answered_by": verdict.answerer,
    }
    return judged[name] if name in judged else _empty(shape)


def _offered(outcome: str, choices: list[str]) -> str:
    """The outcome in the client's word for it."""
    if outcome in choices:
        return outcome
    return next((choice for choice in _UNDECIDED if choice in choices), choices[-1])


def _empty(shape: dict[str, Any]) -> Any:
    if "enum" in shape:
        return shape["enum"][0]
    kinds = shape.get("type", "null")
    kind = kinds if isinstance(kinds, str) else "null"
    return {"string": "", "number": 0, "integer": 0, "boolean": False, "array": [], "object": {}}.get(kind)
