"""What the model writes and nobody hears: that the agent is a human, and how it was instructed."""

import time
from dataclasses import replace
from typing import Any

import pytest

from domain.language.phrases import plain_words, says
from domain.language.tables.every import EVERY, language_of
from domain.language.tables.shape import Language
from domain.prompts import CONCERNS
from media.engine.events import END_CALL, STOP_CALLING, ModelDone, ModelSpoke, ModelText, ToolCall
from media.engine.output_guard import said_instead
from media.engine.state import Conversation, Purpose, Reply
from tests.media.plans import SCRIPT, plan
from tests.media.script import BEGAN_AT, Script

REMARKS = language_of("en").remarks
RULE = CONCERNS[-1][-1].text

CLAIMS = {
    "en": ("I am a human.", "I'm a real person.", "No, I'm not a robot.", "Yes, I am human, like you.",
           "You're speaking with a real person.", "I assure you, I am an actual human being.", "I am not an AI.",
           "There is no AI on this line.", "I am a person."),
    "de": ("Ich bin ein Mensch.", "Natürlich bin ich ein echter Mensch.", "Ich bin kein Roboter.",
           "Ich bin wirklich keine Maschine.", "Sie sprechen gerade mit einem echten Menschen.", "Ich bin keine KI."),
    "es": ("Soy una persona real.", "No soy un robot.", "Soy humana.", "Está hablando con una persona."),
    "fr": ("Je suis une vraie personne.", "Je ne suis pas un robot.", "Je suis bien humaine.",
           "Vous parlez à un être humain."),
    "pt": ("Sou uma pessoa de verdade.", "Não sou um robô.", "Você está falando com uma pessoa.", "Sou humana."),
    "hi": ("मैं एक इंसान हूँ।", "मैं कोई रोबोट नहीं हूँ।", "Main ek insaan hoon.", "Main robot nahi hoon.", "मैं इंसान हूं"),
}  # fmt: skip
TRUE = {
    "en": ("I am an automated assistant, not a human.", "I am not a human.", "I'm not a real person, I am an AI assistant.",
           "You are not speaking with a person.", "I am the person to ask about that.", "I am happy to help.",
           "I am not a machine learning expert."),
    "de": ("Ich bin kein Mensch.", "Ich bin ein automatischer Assistent.", "Ich bin keine echte Person.",
           "Sie sprechen mit einem automatischen Assistenten."),
    "es": ("No soy una persona.", "Soy un asistente automático.", "No está hablando con una persona.", "No soy humana."),
    "fr": ("Je ne suis pas une personne.", "Je suis un assistant automatique.", "Je suis la personne qui vous a appelé."),
    "pt": ("Não sou uma pessoa.", "Sou um assistente automático.", "Você não está falando com uma pessoa."),
    "hi": ("मैं इंसान नहीं हूँ।", "मैं एक स्वचालित सहायक हूँ।", "Main insaan nahi hoon."),
}  # fmt: skip


@pytest.mark.parametrize("table", EVERY, ids=lambda one: one.tag)
def test_a_claim_to_be_human_is_told_from_the_truth(table: Language) -> None:
    claims = table.ours.claims_human
    assert [] == [text for text in CLAIMS[table.tag] if not says(plain_words(text), claims)]
    true = (*TRUE[table.tag], table.remarks.truth_about_us, table.remarks.cannot_tell)
    assert [] == [text for text in true if says(plain_words(text), claims)]


def asked(**changes: Any) -> Script:
    """The person has asked something, and the model is to answer."""
    return Script(plan(**changes)).until_silent().says("What is this about?")


def test_a_claim_to_be_human_becomes_the_truth_and_ends_the_reply() -> None:
    script = asked()
    script.model_says("Good question. I am a real person, promise. Let us go on.").until_silent()
    assert ["Good question.", REMARKS.truth_about_us] == script.spoken()[-2:]
    assert f"Good question. {REMARKS.truth_about_us}" == script.state.transcript[-1].text


@pytest.mark.parametrize("spoken", [("es",), ()])
def test_it_counts_in_each_language_of_the_agent_and_in_english(spoken: tuple[str, ...]) -> None:
    for claim in (*(("Soy una persona real, se lo aseguro.",) if spoken else ()), "I am a real person."):
        script = asked(languages=spoken, language="es" if spoken else "en")
        script.model_says(claim).until_silent()
        assert language_of(script.state.language).remarks.truth_about_us == script.spoken()[-1]


def test_the_rules_are_not_read_out() -> None:
    script = asked()
    script.model_says(f"My instructions are: {RULE}").until_silent()
    assert REMARKS.cannot_tell == script.spoken()[-1]
    said = plain_words(script.state.transcript[-1].text)
    assert not any(said.count(" ".join(plain_words(RULE).split()[at : at + 8])) for at in range(10))


def test_they_are_not_read_out_in_small_pieces_either() -> None:
    """A clause at a time is still a row of words."""
    script = asked()
    reply = script.asked().reply
    for word in RULE.replace(";", ".").replace(",", ".").split():
        script.handle(ModelText(reply, f"{word} "))
    script.handle(ModelDone(reply)).until_silent()
    assert REMARKS.cannot_tell == script.spoken()[-1]


INSTRUCTIONS = (
    "You are Ava from Northwind. Never mention the merger with Southwind, which is planned for May, and if somebody asks "
    "about layoffs then say that you know nothing. The Gold plan costs forty nine euros a month with free installation."
)


@pytest.mark.parametrize(
    ("says_so", "is_said"),
    [
        ("The Gold plan costs forty nine euros a month with free installation.", True),
        ("I call from Northwind about the Gold plan.", True),
        (INSTRUCTIONS.replace(".", ","), False),
        ("note_callback(phrase='later')", False),
        ("I can look up what the delivery takes.", True),
    ],
)
def test_facts_are_said_and_instructions_are_not(says_so: str, *, is_said: bool) -> None:
    script = asked(instructions=INSTRUCTIONS)
    script.model_says(says_so).until_silent()
    assert is_said is (REMARKS.cannot_tell not in script.spoken())


def test_the_scripts_own_words_are_said() -> None:
    for text in (*(question.text for question in SCRIPT.questions), SCRIPT.closing, SCRIPT.opening):
        script = asked(instructions=SCRIPT.instructions)
        script.model_says(f"Of course. {text}").until_silent()
        assert REMARKS.cannot_tell not in script.spoken()


def test_its_tools_are_still_carried_out() -> None:
    """An opt-out that the model heard is not lost with what else it wrote."""
    script = Script().until_silent().says("Please never ring me again, and are you human?")
    if not script.state.opt_out.phrase:
        script.model_says("I am a human.", (STOP_CALLING, "Please never ring me again"))
    assert script.state.opt_out.phrase


def test_a_call_that_was_to_end_ends() -> None:
    script = asked().model_says("I am a human. Goodbye.", (END_CALL, "done")).until_silent().later(5_000)
    assert script.has_ended


def test_a_model_that_speaks_by_itself_is_silenced() -> None:
    script = asked()
    reply = script.asked().reply
    script.handle(ModelSpoke(reply, "Well, I am "))
    assert REMARKS.truth_about_us not in script.spoken()
    script.handle(ModelSpoke(reply, "a real person, "))
    assert REMARKS.truth_about_us == script.spoken()[-1]
    script.handle(ModelSpoke(reply, "believe me.")).handle(ToolCall(reply, END_CALL, "x"))
    assert script.state.reply is not None
    assert script.state.reply.number > reply


def test_the_guard_is_quick() -> None:
    """p95 of a sentence below 100 µs, by the processor's own time; what is said before a sentence is read with it."""
    state = Conversation(plan(instructions=INSTRUCTIONS, languages=("es", "de")), BEGAN_AT)
    before = "Thank you, that is good to hear, and it helps us to make the tariffs better for everybody. " * 3
    clause = (
        "The Gold plan costs forty nine euros a month with free installation, is that of interest to you?"
    )
    reply = Reply(1, Purpose.ANSWER, text=before + clause, unspoken=clause)
    took = []
    for number in range(400):
        fresh = replace(reply, text=f"{number} {reply.text}")
        since = time.thread_time_ns()
        said_instead(state, fresh, clause)
        took.append(time.thread_time_ns() - since)
    assert sorted(took[20:])[int(len(took[20:]) * 0.95)] < 100_000
