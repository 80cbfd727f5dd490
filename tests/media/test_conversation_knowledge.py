"""Questions that are answered from documents: looked up once the turn is over, and told as what is written."""

from domain.knowledge import Passage, Source
from media.engine.actions import Ask, Complete, LookUp
from media.engine.events import LOOK_UP, Failed, Found, Hearing, ModelDone, ModelText, Part, ToolCall, Words
from media.engine.state import Floor
from media.engine.transition import FIRST_WORDS_MS, TOOL_FILLER_MS
from media.live.model_context import prompt
from providers.language_models.contract import Line, Role
from tests.media.plans import plan
from tests.media.script import Script

QUESTION = "How long does delivery take?"
ANSWER = "It takes three working days."
DELIVERY = Passage(Source("doc_1", "Delivery", 2), "Parcels arrive within three working days.")
RETURNS = Passage(Source("doc_2", "Returns", 1), "You may return anything within thirty days.")
FILLER = "Let me see."


def asked() -> Script:
    """The person asks something that may be written somewhere."""
    return Script(plan(has_knowledge=True)).until_silent().says(QUESTION)


def looking() -> Script:
    """The model has it looked up, without a word."""
    script = asked()
    reply = script.asked().reply
    return script.handle(ToolCall(reply, LOOK_UP, " delivery time\n")).handle(ModelDone(reply))


def found(script: Script, *passages: Passage) -> Script:
    """The documents say this."""
    return script.handle(Found(script.asked().reply, passages))


def shown(passage: Passage) -> str:
    """How the model sees it."""
    return f'[From the documents, not said by the person: {passage.source.name}: "{passage.text}"]'


def test_what_was_found_is_shown_as_data_and_instructs_nobody() -> None:
    asked = found(looking(), DELIVERY).asked()
    *before, data, words = prompt(plan(), asked.history, asked.notes, asked.found)
    assert Line(Role.PERSON, shown(DELIVERY)) == data
    assert asked.history[-1].text == words.text
    assert not any(DELIVERY.text in line.text for line in before)


def test_an_answer_rests_on_what_was_found() -> None:
    """Requirements 62 and 69."""
    script = looking().later(50)
    assert [LookUp(script.asked().reply, "delivery time")] == script.all_of(LookUp)
    found(script, DELIVERY, RETURNS)
    assert (shown(DELIVERY), shown(RETURNS)) == script.asked().found
    assert () == script.asked().notes
    script.model_says(ANSWER).until_silent()
    turn = script.state.transcript[-1]
    assert (ANSWER, (DELIVERY.source, RETURNS.source)) == (turn.text, turn.sources)
    assert Floor.IDLE is script.floor


def test_the_next_answer_rests_on_nothing_unless_it_is_looked_up_again() -> None:
    script = found(looking(), DELIVERY).model_says(ANSWER).until_silent().says("Thank you")
    assert ((), ()) == (script.asked().notes, script.asked().found)
    script.model_says("You are welcome.").until_silent()
    assert () == script.state.transcript[-1].sources


def test_the_model_is_told_that_nothing_is_written() -> None:
    script = found(looking())
    assert ("Nothing is written about it.",) == script.asked().notes
    script.model_says("I do not know that.").until_silent()
    assert () == script.state.transcript[-1].sources


def test_only_an_agent_with_documents_looks_things_up() -> None:
    assert not any(ask.look_up for ask in Script().until_silent().says(QUESTION).all_of(Ask))
    assert asked().asked().look_up
    script = Script().until_silent().says(QUESTION)
    script.handle(ToolCall(script.asked().reply, LOOK_UP, "delivery time"))
    assert [] == script.all_of(LookUp)


def test_a_wait_for_documents_is_covered_by_the_filler() -> None:
    script = looking().later(TOOL_FILLER_MS + 40)
    assert FILLER == script.spoken()[-1]
    found(script, DELIVERY).model_says(ANSWER).until_silent()
    assert f"{FILLER} {ANSWER}" == script.state.transcript[-1].text


def test_words_before_a_look_up_and_after_it_are_one_answer() -> None:
    script = asked().model_says("Good question", (LOOK_UP, "delivery time"))
    assert [] == [done for done in script.all_of(Complete) if done.reply == script.asked().reply]
    script.later(300)
    found(script, DELIVERY)
    assert 'Go on after what you have said already: "Good question"' == script.asked().notes[-1]
    script.model_says(ANSWER).until_silent()
    assert f"Good question {ANSWER}" == script.state.transcript[-1].text


def test_a_reply_that_was_cut_before_it_told_what_was_found_rests_on_nothing() -> None:
    script = asked().model_says("That is a very good question, wait", (LOOK_UP, "delivery time")).later(600)
    found(script, DELIVERY).model_says(ANSWER).later(600).says("No, wait, tell me something else instead")
    cut = next(turn for turn in script.state.transcript if turn.interrupted)
    assert (False, ()) == (ANSWER in cut.text, cut.sources)


def test_a_guess_looks_up_once_it_is_released() -> None:
    script = Script(plan(has_knowledge=True)).until_silent().starts("How")
    script.handle(Words(Hearing.EAGER, QUESTION))
    reply = script.asked().reply
    script.handle(ToolCall(reply, LOOK_UP, "delivery time")).handle(ModelDone(reply)).later(200)
    assert [] == script.all_of(LookUp)
    script.handle(Words(Hearing.FINAL, QUESTION))
    assert [LookUp(reply, "delivery time")] == script.all_of(LookUp)
    found(script, DELIVERY).model_says(ANSWER).until_silent()
    assert ANSWER == script.state.transcript[-1].text


def test_what_comes_too_late_changes_nothing() -> None:
    script = looking()
    overtaken = script.asked().reply
    script.says("And one more thing, what does it cost?")
    asks = len(script.all_of(Ask))
    script.handle(Found(overtaken, (DELIVERY,)))
    assert asks == len(script.all_of(Ask))
    assert () == script.asked().notes


def test_documents_that_never_come_cost_no_more_than_a_silent_model() -> None:
    script = looking().later(FIRST_WORDS_MS + 1_000)
    assert "Sorry, could you say that again?" == script.spoken()[-1]


def test_a_model_that_fails_with_the_passages_is_asked_again_with_them() -> None:
    script = found(looking(), DELIVERY)
    script.handle(Failed(Part.MODEL, script.asked().reply))
    assert (shown(DELIVERY),) == script.asked().found
    script.model_says(ANSWER).until_silent()
    assert (DELIVERY.source,) == script.state.transcript[-1].sources


def test_two_look_ups_are_all_that_a_person_waits_for() -> None:
    script = found(looking(), DELIVERY)
    assert script.asked().look_up
    reply = script.asked().reply
    script.handle(ToolCall(reply, LOOK_UP, "returns")).handle(ModelDone(reply))
    found(script, RETURNS, DELIVERY)
    assert 2 == len(script.all_of(LookUp))
    assert not script.asked().look_up
    script.handle(ToolCall(reply, LOOK_UP, "prices"))
    assert 2 == len(script.all_of(LookUp))
    script.model_says(ANSWER).until_silent()
    assert (DELIVERY.source, RETURNS.source) == script.state.transcript[-1].sources


def test_a_person_who_speaks_while_we_look_is_answered() -> None:
    script = looking().later(300)
    reply = script.asked().reply
    script.handle(ModelText(reply, "")).starts("Hello").goes_on("Hello, are you there")
    script.handle(Found(reply, (DELIVERY,))).handle(Words(Hearing.FINAL, "Hello, are you there?"))
    script.model_says("Yes, I am.").until_silent()
    assert "Yes, I am." == script.state.transcript[-1].text
