"""How a person took a call, by keywords in what they said."""

import re
from typing import Final

_NOT: Final = r"(?<!not )(?<!never )(?<!n't )"
_GLAD: Final = re.compile(
    rf"{_NOT}\b(very |really |so )?(happy|glad|pleased|satisfied|delighted|excited|love|lovely|wonderful|fantastic|"
    r"excellent|perfect|amazing|brilliant)\b"
    r"|\b(sounds|that is|that's|it is|it's) (really |very |so )?(good|great|interesting|kind|nice)\b"
    r"|\b(thank you|thanks) (so|very) much\b|\bthat would be (great|nice|good)\b"
    r"|\b(encantad[oa]|estupendo|muy (bien|contento|contenta|amable)|me gusta)\b"
    r"|(बहुत अच्छा|बहुत खुश|बढ़िया)",
    re.IGNORECASE,
)
_CROSS: Final = re.compile(
    r"\b(annoy(ed|ing)|angry|furious|upset|terrible|horrible|awful|rude|ridiculous|disgusting|useless|scam|spam|"
    r"harass(ed|ing|ment)?|hate|shame|fed up|sick of|complain(t)?|unhappy|disappoint(ed|ing)|dissatisfied|worst)\b"
    r"|\b(waste of|wasting my) time\b|\bleave (me|us) alone\b|\b(stop|quit) (calling|bothering|it)\b"
    r"|\b(not|never|isn't|wasn't) (really |very |at all )?(happy|pleased|satisfied|good|great|nice)\b"
    r"|\bhow dare you\b|\bgo to hell\b"
    r"|\b(molest(o|a|ando|en)|terrible|horrible|enfadad[oa]|enojad[oa]|una vergüenza)\b"
    r"|(परेशान|गुस्सा|बेकार)",
    re.IGNORECASE,
)


def sentiment_of(sentences: list[str]) -> str:
    """ "positive", "neutral" or "negative": whichever more of the person's sentences show; neutral when they show none."""
    cross = sum(bool(_CROSS.search(sentence)) for sentence in sentences)
    glad = sum(bool(_GLAD.search(sentence) and not _CROSS.search(sentence)) for sentence in sentences)
    if cross == glad:
        return "neutral"
    return "negative" if cross > glad else "positive"
