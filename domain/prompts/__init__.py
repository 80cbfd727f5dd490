"""What the language model is told for a call: the campaign's own instructions, our rules, the script, and last the person.

Each concern of ours is a file of sentences with their reasons. Everything up to the person's data is the same for every
call of a campaign, since vendors keep a prompt's beginning and charge a tenth for it.
"""

from collections.abc import Mapping, Sequence

from domain.placeholders import PLACEHOLDER
from domain.prompts import asking, identity, obeying, objecting, promises, speaking
from domain.prompts.person import about_person, values_for
from domain.prompts.rule import Brief, Rule, paragraph
from domain.scripts import Question

CONCERNS: tuple[tuple[Rule, ...], ...] = (
    identity.RULES,
    speaking.RULES,
    asking.RULES,
    promises.RULES,
    objecting.RULES,
    obeying.RULES,
)


def campaign_part(brief: Brief) -> str:
    """What is the same for every lead: the script names the lead's values in [brackets], so that nobody's list adds to it."""
    script = brief.script
    rules = "\n".join(paragraph(rules, brief) for rules in CONCERNS)
    opening = " ".join(part for part in (script.opening, script.disclosure) if part)
    parts = [
        script.instructions,
        rules,
        f"The call begins with these words of yours: {opening}",
        _questions(script.asked()),
        _objections(brief),
        f"Closing: {script.closing}",
    ]
    return _bracketed("\n\n".join(part for part in parts if part)) + "\n"


def system_prompt(brief: Brief, values: Mapping[str, str], zones: Sequence[str] = ()) -> str:
    """The whole of it for this lead, who is in one of these zones; none: nobody knows where."""
    return f"{campaign_part(brief)}\n{about_person(values_for(brief.script, values), zones)}\n"


def _bracketed(text: str) -> str:
    """The text with [name] for each {{name}}."""
    return PLACEHOLDER.sub(r"[\1]", text)


def _questions(questions: Sequence[Question]) -> str:
    lines = [
        f"{number}. {question.text}{_expectation(question)}"
        for number, question in enumerate(questions, start=1)
    ]
    return "\n".join(("Questions:", *lines)) if lines else ""


def _expectation(question: Question) -> str:
    if question.choices:
        return f" (expects one of: {', '.join(question.choices)})"
    return "" if question.expects == "free" else f" (expects: {question.expects.replace('_', ' ')})"


def _objections(brief: Brief) -> str:
    lines = [f"- {each.objection} – {each.answer}" for each in brief.script.objections]
    return "\n".join(("Objections:", *lines)) if lines else ""
