"""What the simulated model answers: it reacts to what was said, asks the next question, and ends politely."""

from dataclasses import dataclass, field

from simulators.language_model.menus import key_to_a_person
from simulators.language_model.prompt import Progress, Prompt, read_progress, read_prompt
from simulators.language_model.remarks import Remark, asks_something, number_in, remark_in, sentences_of
from simulators.language_model.requests import CompletionRequest

END_CALL = "end_call"
NOTE_CALLBACK = "note_callback"
LOOK_UP = "look_up"
PRESS_KEYS = "press_keys"


@dataclass(frozen=True, slots=True)
class ToolUse:
    """A tool to be called with these arguments."""

    name: str
    arguments: dict[str, str]


@dataclass(frozen=True, slots=True)
class Answer:
    """The assistant's next message."""

    text: str
    tools: tuple[ToolUse, ...] = field(default=())


_ACKNOWLEDGEMENTS = {
    Remark.YES: ("Great, thank you.", "Good, thanks.", "Wonderful."),
    Remark.INTERESTED: ("That is good to hear.", "Great, thank you."),
    Remark.NO: ("Alright, thank you.", "I see, that is fine."),
    Remark.SEND_SOMETHING: ("Of course, we will send you the details.",),
    Remark.OTHER: ("I see, thank you.", "Thank you for telling me.", "Understood."),
}

_ELSEWHERE = {
    "French": "Très bien, merci.",
    "German": "Gut, danke.",
    "Hindi": "अच्छा, धन्यवाद।",
    "Portuguese": "Muito bem, obrigada.",
    "Spanish": "Muy bien, gracias.",
}
"""What is said in a language that the call has changed to; the script's questions stay as they are written."""


def answer(request: CompletionRequest) -> Answer:
    """The next message of this conversation."""
    prompt = read_prompt(request.messages)
    progress = read_progress(prompt, request.messages)
    turn = _Turn(prompt, progress, request.offered_tools, _turns_taken(request))
    if request.messages[-1].role == "tool":
        return turn.ends("I have noted that.", "finished")
    return turn.answers(remark_in(progress.last_words))


def _turns_taken(request: CompletionRequest) -> int:
    return sum(message.role == "assistant" for message in request.messages)


@dataclass(frozen=True, slots=True)
class _Turn:
    prompt: Prompt
    progress: Progress
    offered: frozenset[str]
    turns_taken: int

    def answers(self, remark: Remark) -> Answer:
        if PRESS_KEYS in self.offered:
            return Answer("", (ToolUse(PRESS_KEYS, {"digits": key_to_a_person(self.progress.last_words)}),))
        match remark:
            case Remark.OPT_OUT:
                return self._leaves(
                    "I understand, and I am sorry. We will not call you again. Goodbye.", remark
                )
            case Remark.WRONG_NUMBER:
                return self._leaves("I am sorry for the mistake. Goodbye.", remark)
            case Remark.LATER:
                return self._calls_back()
            case Remark.NOT_INTERESTED:
                return self.ends("No problem at all.", remark.value)
            case Remark.GOODBYE:
                return self.ends("", "finished")
            case Remark.NO if self.progress.pending is None:
                return self.ends("No problem at all.", Remark.NOT_INTERESTED.value)
            case Remark.ASKS_WHETHER_ROBOT:
                return self._stays("Yes, I am an AI assistant, not a person.")
            case Remark.ASKS_WHO:
                return self._stays(self._who_is_calling())
            case Remark.ASKS_WHY:
                return self._stays(self._what_it_is_about())
            case Remark.ASKS_LANGUAGE:
                return self._stays(_ELSEWHERE.get(self.prompt.language, "I am sorry, I only speak English."))
            case Remark.REPEAT:
                return self._stays("Of course.")
            case _:
                return self._goes_on(remark)

    def _goes_on(self, remark: Remark) -> Answer:
        """Answer from what was looked up, or look it up; else acknowledge, then the next question, or the end."""
        if self.prompt.finding is not None:
            first = next(iter(sentences_of(self.prompt.finding)), "I am sorry, I do not know that.")
            return self._stays(first)
        if LOOK_UP in self.offered and asks_something(self.progress.last_words):
            return Answer("", (ToolUse(LOOK_UP, {"question": self.progress.last_words}),))
        acknowledgement = self._acknowledgement(remark)
        if self.progress.upcoming is None:
            return self.ends(acknowledgement, "finished")
        return Answer(_joined(acknowledgement, self.progress.upcoming))

    def _stays(self, reply: str) -> Answer:
        """Answer the person's own question and ask the same thing again, since it was not answered."""
        question = self.progress.pending or self.progress.upcoming
        return Answer(_joined(reply, question)) if question else self.ends(reply, "finished")

    def ends(self, acknowledgement: str, reason: str) -> Answer:
        """Say the closing, once, and end the call."""
        closing = "Goodbye." if self.progress.is_closed else self.prompt.closing
        return self._leaves(_joined(acknowledgement, closing), reason)

    def _leaves(self, text: str, reason: str) -> Answer:
        return Answer(text, self._uses(ToolUse(END_CALL, {"reason": str(reason)})))

    def _calls_back(self) -> Answer:
        tools = self._uses(
            ToolUse(NOTE_CALLBACK, {"phrase": self.progress.last_words}),
            ToolUse(END_CALL, {"reason": "callback"}),
        )
        return Answer("Of course, we will call you at a better time.", tools)

    def _uses(self, *tools: ToolUse) -> tuple[ToolUse, ...]:
        return tuple(tool for tool in tools if tool.name in self.offered)

    def _acknowledgement(self, remark: Remark) -> str:
        if self.prompt.language in _ELSEWHERE:
            return _ELSEWHERE[self.prompt.language]
        if self.progress.pending is None:
            return "Thank you." if self.progress.last_words else ""
        if remark is Remark.NUMBER:
            return f"Thank you, I have noted {number_in(self.progress.last_words)}."
        phrases = _ACKNOWLEDGEMENTS.get(remark, _ACKNOWLEDGEMENTS[Remark.OTHER])
        return phrases[self.turns_taken % len(phrases)]

    def _who_is_calling(self) -> str:
        if self.progress.introduction:
            return f"Of course. {self.progress.introduction}"
        return f"I am {self.prompt.role}." if self.prompt.role else "I am an AI assistant."

    def _what_it_is_about(self) -> str:
        count = len(self.prompt.questions)
        return f"It is a short call with {count} question{'' if count == 1 else 's'}."


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)
