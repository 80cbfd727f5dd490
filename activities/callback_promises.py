"""When a person who is to be called again is called: the moment that was agreed on, else the one they named, if that is clear and can
be kept.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from database.attempts import AttemptEnd
from database.conversations import ConversationContent
from domain.callbacks import Moment, resolve
from domain.campaigns import CampaignPlan
from domain.contact_hours import next_callable
from domain.errors import InvalidInput
from domain.language.callback_words import said_ms
from domain.language.preference_values import wants_writing_since
from domain.lead_time_zones import HoursKey, parse_hours_key
from domain.main_time_zones import main_zone
from domain.outcomes import BusinessOutcome, Outcome
from domain.rule_packs import RulePacks


def is_promised(outcome: Outcome, content: ConversationContent) -> bool:
    """Whether they are to be called again: a call was agreed on and is not taken back by the outcome, or is the outcome itself."""
    agreed = content.callback is not None and outcome.flags.leaves_promise
    return agreed or outcome.name == BusinessOutcome.CALLBACK


def promised_at(
    end: AttemptEnd, content: ConversationContent, plan: CampaignPlan, packs: RulePacks, ended_at: datetime
) -> datetime | None:
    """The moment (UTC) they are to be called at; None when what they said is not clear, or no calling hour that is still to come
    lies in it, or they wanted to be written to instead in the end.

    Nothing is moved out of what was said: "at nine tonight" where calls end at eight is a person's to settle.
    """
    told = end.conversation
    try:
        key = parse_hours_key(end.hours_key)
    except InvalidInput:
        return None
    if told is None:
        return None
    talk = _Talk(content, datetime.fromisoformat(told["began_at"]), str(told["language"]), ended_at)
    answer = None if talk.wants_writing() else content.callback or talk.named(key)
    if answer is None:
        return None
    pack = packs.for_hours(key)
    if pack is None:  # held before its dial, with the reason
        return answer.at
    for start in (answer.at, answer.earliest):
        opening = next_callable(key, pack, plan.hours, plan.closed_on, max(start, ended_at))
        if opening is not None and opening <= answer.latest:
            return opening.astimezone(UTC)
    return None


@dataclass(frozen=True, slots=True)
class _Talk:
    """What was said, since when, and in which language ("en"; empty where that is not known)."""

    content: ConversationContent
    began_at: datetime
    language: str
    ended_at: datetime

    @property
    def _languages(self) -> tuple[str, ...]:
        return (self.language,) if self.language else ()

    def named(self, key: HoursKey) -> Moment | None:
        """What their own words mean, which nobody read back: on the clock of the moment at which they said them."""
        phrase = self.content.callback_phrase
        said = said_ms(phrase, self.content.turns)
        answer = resolve(
            phrase,
            key.zones,
            self.ended_at if said is None else self.began_at + timedelta(milliseconds=said),
            languages=self._languages,
            lives_in=main_zone(key.country, key.state, key.zones),
        )
        return answer if isinstance(answer, Moment) else None

    def wants_writing(self) -> bool:
        """Whether, after the call was agreed on or wished for, they wanted to be written to instead."""
        agreed = self.content.callback
        if agreed is None:
            return wants_writing_since(self.content.callback_phrase, self.content.turns, *self._languages)
        agreed_ms = (agreed.agreed_at - self.began_at) / timedelta(milliseconds=1)
        since = tuple(turn for turn in self.content.turns if turn.began_ms > agreed_ms)
        return wants_writing_since("", since, *self._languages)
