"""What is said without the model, in each language for which there are phrases; a script's own words come first."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from domain.language.phrases import base_of


@dataclass(frozen=True, slots=True)
class FixedTexts:
    """One language's texts."""

    closing: str
    opt_out_confirmation: str
    silence_prompt: str
    silence_goodbye: str
    reassurance: str


FIXED_TEXTS: Final[Mapping[str, FixedTexts]] = {
    "de": FixedTexts(
        closing="Vielen Dank für Ihre Zeit. Auf Wiederhören.",
        opt_out_confirmation="Verstanden. Sie hören nichts mehr von uns. Auf Wiederhören.",
        silence_prompt="Hallo, sind Sie noch da?",
        silence_goodbye="Ich kann Sie nicht hören und lege jetzt auf. Auf Wiederhören.",
        reassurance="Lassen Sie sich Zeit, ich bin hier.",
    ),
    "en": FixedTexts(
        closing="Thank you for your time. Goodbye.",
        opt_out_confirmation="Understood. We will not call you again. Goodbye.",
        silence_prompt="Hello, are you still there?",
        silence_goodbye="I cannot hear you, so I will hang up now. Goodbye.",
        reassurance="Take your time, I am here.",
    ),
    "es": FixedTexts(
        closing="Muchas gracias por su tiempo. Adiós.",
        opt_out_confirmation="Entendido. No volveremos a llamarle. Adiós.",
        silence_prompt="Hola, ¿sigue usted ahí?",
        silence_goodbye="No le oigo, así que voy a colgar. Adiós.",
        reassurance="Tómese su tiempo, aquí sigo.",
    ),
    "fr": FixedTexts(
        closing="Merci beaucoup de votre temps. Au revoir.",
        opt_out_confirmation="C'est entendu. Nous ne vous appellerons plus. Au revoir.",
        silence_prompt="Allô, vous êtes toujours là ?",
        silence_goodbye="Je ne vous entends pas, je vais donc raccrocher. Au revoir.",
        reassurance="Prenez votre temps, je suis là.",
    ),
    "hi": FixedTexts(
        closing="आपके समय के लिए धन्यवाद। नमस्ते।",
        opt_out_confirmation="ठीक है। हम आपको दोबारा कॉल नहीं करेंगे। नमस्ते।",
        silence_prompt="हैलो, क्या आप अब भी वहाँ हैं?",
        silence_goodbye="आपकी आवाज़ नहीं आ रही है, इसलिए अब फ़ोन रखा जा रहा है। नमस्ते।",
        reassurance="आराम से, समय लीजिए।",
    ),
    "pt": FixedTexts(
        closing="Muito obrigado pelo seu tempo. Até logo.",
        opt_out_confirmation="Entendido. Não voltaremos a ligar. Até logo.",
        silence_prompt="Alô, ainda está aí?",
        silence_goodbye="Não consigo ouvir, por isso vou desligar. Até logo.",
        reassurance="Fique à vontade, eu espero.",
    ),
}


def fixed_texts(language: str) -> FixedTexts:
    """The texts of a language ("es-MX"), of English where there are none."""
    return FIXED_TEXTS.get(base_of(language), FIXED_TEXTS["en"])
