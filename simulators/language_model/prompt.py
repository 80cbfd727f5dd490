"""The script as the system prompt tells it, and how far the conversation has come in it."""

import re
from dataclasses import dataclass

from simulators.language_model.remarks import sentences_of
from simulators.language_model.requests import Message

_QUESTIONS = re.compile(r"^\s*Questions:\s*$", re.MULTILINE)
_QUESTION = re.compile(r"^\s*\d+[.)]\s+(?P<text>.+?)(?:\s+\(expects[^()]*\))?\s*$")
_CLOSING = re.compile(r"^\s*Closing:\s*(?P<text>.+?)\s*$", re.MULTILINE)
_VALUE = re.compile(r'^(?P<name>[a-z][a-z0-9_]*): "(?P<value>[^"]*)"$', re.MULTILINE)
_LANGUAGE = re.compile(r"\bGo on in (?P<language>[A-Z]\w+)\.")
_FINDING = re.compile(r'\[From the documents, not said by the person: .+?: "(?P<text>.+)"\]', re.DOTALL)
_NO_FINDING = "Nothing is written about it."
_ROLE = re.compile(r"\bYou are (?!speaking\b)(?P<role>[^.\n]+)")
_INTRODUCTION = re.compile(r"\b(this is|my name is|i am|i'm|calling from|on behalf of)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Prompt:
    """What the model is told to do; role is empty when the prompt names none, language while it is the script's.

    finding: the best passage of what was looked up, empty when nothing was found, None when nothing was looked up.
    """

    questions: tuple[str, ...]
    closing: str
    role: str
    language: str
    finding: str | None


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the conversation stands: the person's last words, the question that they answer, the next one.

    pending and upcoming are None when no question was asked yet, and when none is left.
    """

    last_words: str
    pending: str | None
    upcoming: str | None
    is_closed: bool
    introduction: str


def read_prompt(messages: list[Message]) -> Prompt:
    """The script in the system messages; without one the model has nothing to ask."""
    text = _with_values(
        "\n".join(message.text for message in messages if message.role in ("system", "developer"))
    )
    closing, role = _CLOSING.search(text), _ROLE.search(text)
    return Prompt(
        questions=_questions_in(text),
        closing=closing["text"] if closing else "Thank you for your time. Goodbye.",
        role=role["role"].strip() if role else "",
        language=(_LANGUAGE.findall(text) or [""])[-1],
        finding=_finding(messages),
    )


def _with_values(text: str) -> str:
    """The prompt with the data at its end in place of the [names] that stand for it."""
    for found in _VALUE.finditer(text):
        text = text.replace(f"[{found['name']}]", found["value"])
    return text


def _finding(messages: list[Message]) -> str | None:
    """Told since the assistant spoke last: in a session, what was found for an earlier answer is still there."""
    answers = [place for place, message in enumerate(messages) if message.role == "assistant"]
    since = messages[answers[-1] + 1 :] if answers else messages
    told = [message.text for message in since]
    found = [match["text"] for match in map(_FINDING.fullmatch, told) if match is not None]
    return next(iter(found), "" if _NO_FINDING in told else None)


def _questions_in(text: str) -> tuple[str, ...]:
    heading = _QUESTIONS.search(text)
    if heading is None:
        return ()
    questions: list[str] = []
    for line in text[heading.end() :].strip().splitlines():
        question = _QUESTION.match(line)
        if question is None:
            break
        questions.append(question["text"])
    return tuple(questions)


def read_progress(prompt: Prompt, messages: list[Message]) -> Progress:
    """How far the script has been played; a question counts as asked once most of it was said."""
    said = [_letters(message.text) for message in messages if message.role == "assistant"]
    asked_in = {question: _last_message_with(_most_of(question), said) for question in prompt.questions}
    asked = [question for question in prompt.questions if asked_in[question] is not None]
    return Progress(
        last_words=_last_words(messages),
        pending=max(asked, key=lambda question: asked_in[question] or 0, default=None),
        upcoming=next((question for question in prompt.questions if asked_in[question] is None), None),
        is_closed=any(_letters(prompt.closing) in message for message in said),
        introduction=_introduction(messages),
    )


def _letters(text: str) -> str:
    """Letters and digits only, so that spacing and punctuation cannot hide a question."""
    return re.sub(r"\W+", "", text).lower()


def _most_of(question: str) -> str:
    """The beginning by which a person knows what is asked, even when the last word was talked over."""
    letters = _letters(question)
    return letters[: round(len(letters) * 0.8)]


def _last_message_with(letters: str, said: list[str]) -> int | None:
    return next((place for place in range(len(said) - 1, -1, -1) if letters in said[place]), None)


def _last_words(messages: list[Message]) -> str:
    """What the person said since the assistant spoke last."""
    words: list[str] = []
    for message in reversed(messages):
        if message.role == "assistant":
            break
        if message.role == "user" and not _FINDING.fullmatch(message.text):
            words.insert(0, message.text)
    return " ".join(words).strip()


def _introduction(messages: list[Message]) -> str:
    """The sentence in which the assistant said who it is, to its end; empty if it has not."""
    sentences = (
        sentence
        for message in messages
        if message.role == "assistant"
        for sentence in sentences_of(message.text)
    )
    whole = (sentence for sentence in sentences if sentence.endswith((".", "!", "?")))
    return next((sentence for sentence in whole if _INTRODUCTION.search(sentence)), "")
