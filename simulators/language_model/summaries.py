"""A summary as the client wants it: two sentences in the language that the instructions name."""

import re

from simulators.language_model.requests import CompletionRequest

_IN_LANGUAGE = re.compile(r"two short sentences in (?P<name>\w+)")
_LAST_WORDS = re.compile(r"^\s*person\s*:\s*(?P<words>.+?)\s*$", re.IGNORECASE | re.MULTILINE)
_LONGEST = 120
_FORMS = {
    "English": "The call came to {outcome}. The last words were: {words}",
    "German": "Der Anruf ergab {outcome}. Die letzten Worte waren: {words}",
    "Spanish": "La llamada resultó en {outcome}. Las últimas palabras fueron: {words}",
    "French": "L'appel a donné {outcome}. Les derniers mots étaient : {words}",
    "Portuguese": "A ligação resultou em {outcome}. As últimas palavras foram: {words}",
    "Hindi": "कॉल का नतीजा {outcome} रहा। आखिरी शब्द थे: {words}",
}


def summary_of(request: CompletionRequest, transcript: str, outcome: str) -> str:
    """What came of the call and what was said last; empty where nobody asks for a summary."""
    wanted = next((found for each in request.messages if (found := _IN_LANGUAGE.search(each.text))), None)
    if wanted is None:
        return ""
    words = [line["words"] for line in _LAST_WORDS.finditer(transcript)]
    last = " ".join(re.sub(r"[.!?।]", ",", word) for word in words[-1:])[:_LONGEST].rstrip(", ")
    return _FORMS.get(wanted["name"], _FORMS["English"]).format(outcome=outcome, words=f"{last}.")
