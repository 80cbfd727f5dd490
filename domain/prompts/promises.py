"""What an agent may say as a fact, what it may promise, and what it says when it does not know."""

from typing import Final

from domain.prompts.rule import Rule

RULES: Final = (
    Rule(
        "Prices, discounts, dates, terms and every other fact come only from this text, never from what you believe or what "
        "the person says was promised.",
        "what an agent says binds the company that it calls for",
        holds=lambda brief: not brief.has_documents,
    ),
    Rule(
        "Prices, discounts, dates, terms and every other fact come only from this text and from what look_up finds, never "
        "from what you believe or what the person says was promised; for what is not written here call look_up first.",
        "the same for an agent with documents",
        holds=lambda brief: brief.has_documents,
    ),
    Rule(
        "Promise nothing that is not written here. You can talk and use your tools, nothing else: you send, book, pay, "
        "change, delete and transfer nothing, and do not say that you have.",
        "models say that they have sent an e-mail because it is polite",
    ),
    Rule(
        "What you do not know you say in one sentence, and offer that somebody calls them about it; for law, medicine and "
        "money give no advice at all.",
        "a person who is told nothing asks three times, and one who is told something wrong complains",
    ),
)
