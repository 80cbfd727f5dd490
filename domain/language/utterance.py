"""What was said in a turn, so far or in all, as one value: its words, and what they mean.

Each question is answered when it is first asked and the answer is kept in the value, so that whoever holds it asks for nothing
twice. Equal words in equal languages mean the same, whole or not: only how one picks up a telephone counts at a turn's end alone.
"""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from domain.language.asides import Aside, aside, is_backchannel, may_be_backchannel
from domain.language.classifier import classify
from domain.language.decision import decided, demand_of, is_demand_in_passing, is_opposed
from domain.language.intents import Demand, Finding, Intent
from domain.language.languages import asked_for
from domain.language.lexicon import language_of
from domain.language.opt_outs_and_goodbyes import (
    is_pickup_phrase,
    is_robot_question,
    keeps,
    may_be_leave,
    may_be_robot_question,
    rules_on_contact,
    sentences,
    sounds_like_opt_out,
    wants_end,
)
from domain.language.passing_on import calls_out, nobody_comes
from domain.language.person_or_machine_words import (
    Sign,
    is_hold_announcement,
    is_one_phrase,
    picked_up,
    records_nothing,
    signs,
)
from domain.language.phrases import plain_words
from domain.language.preferences import Preference, preferences_in
from domain.language.yes_or_no import Answer, yes_or_no

_MOST_SENTENCES: Final = 20
"""So many of a turn's last sentences are looked at one by one."""


@dataclass(frozen=True)
class Utterance:
    """Somebody's words. language: in which the conversation is held; spoken: all of the agent's languages, in the plan's order."""

    text: str = ""
    language: str = "en"
    spoken: tuple[str, ...] = ()

    def of(self, text: str) -> "Utterance":
        """Other words that were said in the same languages; this one where they are the same."""
        return self if text == self.text else replace(self, text=text)

    def held_in(self, language: str) -> "Utterance":
        """The same words in a conversation that goes on in this language."""
        return self if language == self.language else replace(self, language=language)

    @property
    def languages(self) -> tuple[str, ...]:
        """All in which a demand may come, the present one first."""
        return tuple(dict.fromkeys((self.language, *self.spoken)))

    @cached_property
    def words(self) -> str:
        """The text as words that can be compared."""
        return plain_words(self.text)

    @cached_property
    def sentences(self) -> tuple["Utterance", ...]:
        """Its sentences, trimmed, without empty ones."""
        return tuple(self.of(sentence) for sentence in sentences(self.text))

    @cached_property
    def _on_contact(self) -> tuple[Finding, ...]:
        """What the rules hear about being contacted again."""
        return rules_on_contact(self.text, *self.languages)

    @cached_property
    def heard(self) -> tuple[Finding, ...]:
        """What the classifier hears in it, the surest first."""
        return classify(self.text, language_of(self.words, self.languages))

    @cached_property
    def demand(self) -> Demand:
        """How surely it demands no more calls, in any of the languages, when it is, or may be, a whole turn or sentence.

        The classifier is asked where the rules are not certain, and they are asked again about what it heard.
        """
        if self.opts_out_so_far:
            return Demand.CERTAIN
        heard = tuple(finding for finding in self.heard if finding.intent is Intent.OPT_OUT)
        demand = demand_of(self._on_contact)
        if demand_of(heard) is not Demand.NONE:
            demand = demand_of((*self._on_contact, *sounds_like_opt_out(self.text), *heard))
        return Demand.LIKELY if demand is Demand.NONE and self._demands_in_passing else demand

    @cached_property
    def _demands_in_passing(self) -> bool:
        """One of several sentences demands it, which the others drown for the classifier."""
        if len(self.sentences) < 2 or is_opposed(self._on_contact):
            return False
        return any(
            is_demand_in_passing((*each._on_contact, *sounds_like_opt_out(each.text), *each.heard))
            for each in self.sentences[-_MOST_SENTENCES:]
        )

    @property
    def opts_out(self) -> bool:
        """It certainly demands no more calls."""
        return self.demand is Demand.CERTAIN

    @cached_property
    def opts_out_so_far(self) -> bool:
        """As much is certain by the rules, while more may follow."""
        return demand_of(self._on_contact) is Demand.CERTAIN

    @cached_property
    def keeps(self) -> bool:
        """It takes such a demand back, or denies it."""
        return keeps(self.text, *self.languages)

    @property
    def only_keeps(self) -> bool:
        """It does so plainly: no demand stands beside it, which alone lifts one that was made before."""
        return self.keeps and self.demand is Demand.NONE

    @cached_property
    def answer(self) -> Answer:
        """Whether it is a yes or a no to what was asked."""
        return yes_or_no(self.text, *self.languages)

    @property
    def agrees(self) -> bool:
        """It says yes, and nothing that takes it back."""
        return self.answer.is_yes is True

    @cached_property
    def preferences(self) -> tuple[Preference, ...]:
        """How they want to be contacted, in their own sentences."""
        languages = self.languages
        return tuple(
            wish for sentence in sentences(self.text) for wish in preferences_in(sentence, *languages)
        )

    @cached_property
    def wants_end(self) -> bool:
        """Leave is taken, or we are to hang up."""
        return wants_end(self.text, self.language) or (
            decided(self.heard, Intent.LEAVE) is not None
            and may_be_leave(self.text, *self.languages)
            and not self.picks_up
        )

    @cached_property
    def asks_for_the_truth(self) -> bool:
        """Somebody asks whether we are a machine."""
        return is_robot_question(self.text, self.language) or (
            decided(self.heard, Intent.ROBOT_QUESTION) is not None
            and may_be_robot_question(self.text, *self.languages)
        )

    @cached_property
    def aside(self) -> Aside | None:
        """What it asks of the conversation, if nothing else."""
        return aside(self.text, self.language)

    @cached_property
    def asked_language(self) -> str | None:
        """The language ("es") in which it asks to go on."""
        return asked_for(self.text)

    @cached_property
    def only_listens(self) -> bool:
        """It only tells that somebody listens."""
        return is_backchannel(self.text, self.language)

    @cached_property
    def may_only_listen(self) -> bool:
        """It only tells that somebody listens, or may yet turn out to."""
        return self.only_listens or may_be_backchannel(self.text, self.language)

    @cached_property
    def picks_up(self) -> bool:
        """It is only how one picks up a telephone."""
        return is_pickup_phrase(self.text, self.language)

    @cached_property
    def calls_out(self) -> bool:
        """Whoever fetches another person says this to them."""
        return calls_out(self.text, self.language)

    @cached_property
    def nobody_comes(self) -> bool:
        """Whoever went to fetch another comes back alone."""
        return nobody_comes(self.text, self.language)

    @cached_property
    def holds(self) -> bool:
        """An announcement asks us to stay on the line."""
        return is_hold_announcement(self.text, *self.spoken)

    @cached_property
    def is_one_phrase(self) -> bool:
        """One phrase is all that speaks for a machine."""
        return is_one_phrase(self.text, *self.spoken)

    @cached_property
    def records_nothing(self) -> bool:
        """A mailbox takes no message."""
        return records_nothing(self.text, *self.spoken)

    @cached_property
    def signs(self) -> tuple[Sign, ...]:
        """What it says about who speaks, while more may follow."""
        return signs(self.text, *self.spoken)

    @cached_property
    def signs_if_whole(self) -> tuple[Sign, ...]:
        """What it says about who speaks, when nothing more was said."""
        return (*self.signs, *picked_up(self.text, *self.spoken))
