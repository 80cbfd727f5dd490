"""Which words of a call say when to call again: the wish itself, and the answers to our questions about when."""

from collections.abc import Iterable

from domain.language.opt_outs_and_goodbyes import sentences
from domain.language.outcome_signs import Sign, asks_when, is_excuse, tells_when
from domain.language.phrases import plain_words
from domain.language.utterance import Utterance
from domain.outcomes import BusinessOutcome
from domain.transcripts import Speaker, Transcript, Turn


def callback_words(transcript: Transcript, signs: Iterable[Sign], *languages: str) -> str:
    """The person's own words about when, empty for none; they may be of several turns: "Call me tomorrow. At four."

    They are those of the last wish that names a time and of the answers after it, which stand behind the wish itself, or behind a
    question of ours about when. Whatever else is said later with a time in it is about something else. An excuse that names one ("I
    can't talk today") counts where nothing else does.
    """
    wishes = {sign.turn: sign for sign in signs if sign.outcome == BusinessOutcome.CALLBACK}
    words: list[str] = []
    excuse, is_awaited = "", False
    for place, turn in enumerate(transcript):
        if turn.speaker is Speaker.AGENT:
            is_awaited = bool(wishes) and place > min(wishes) and _asks(turn, is_awaited, languages)
            continue
        said = Utterance(turn.text, next(iter(languages), "en"), languages)
        timed = [each for each in said.sentences if tells_when(each)]
        if place in wishes:
            told = _from(wishes[place].sentence, said)
            timed = [each for each in timed if each in told and not is_excuse(each)]
            words = [] if timed and told[0] is timed[0] else words
            excuse = told[0].text if tells_when(told[0]) and is_excuse(told[0]) else excuse
            is_awaited = True
        if is_awaited:
            words += [each.text for each in timed]
    return " ".join(words) or excuse


def said_ms(phrase: str, transcript: Transcript) -> int | None:
    """When the person had last said these words or a sentence of them, in milliseconds of the call; None where they said none."""
    wanted = frozenset(sentences(phrase))
    told = [
        turn.ended_ms
        for turn in transcript
        if turn.speaker is Speaker.PERSON and phrase
        if phrase in turn.text or not wanted.isdisjoint(sentences(turn.text))
    ]
    return max(told, default=None)


def _asks(turn: Turn, is_awaited: bool, languages: tuple[str, ...]) -> bool:
    """Whether the next words of theirs answer when: to any question that follows the wish at once, later to one about a moment."""
    questions = [plain_words(each) for each in sentences(turn.text) if each.endswith("?")]
    return any(asks_when(each, *languages) for each in questions) or (is_awaited and bool(questions))


def _from(sentence: str, said: Utterance) -> list[Utterance]:
    """A turn's sentences from this one on."""
    told = list(said.sentences)
    places = [place for place, each in enumerate(told) if each.text == sentence]
    return told[places[0] :] if places else told
