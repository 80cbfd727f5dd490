"""Spanish as it is spoken on both sides of the ocean: wordings by kind, and what only sounds like them."""

from typing import Final

import pytest

from domain.conversations import AnsweredBy
from domain.language.asides import Aside
from domain.language.decision import demand_of
from domain.language.intents import Demand
from domain.language.opt_outs_and_goodbyes import rules_on_contact
from domain.language.utterance import Utterance
from domain.language.verdicts import judge_by_rules
from domain.outcomes import BusinessOutcome as Outcome
from domain.preferences import PreferenceKind
from domain.transcripts import Speaker, Turn
from media.engine.guards import Guard, guard
from media.engine.person_or_machine import find, of_words

_OFFER: Final = "¿Le interesa una demostración gratis?"
_TO_SEND: Final = "¿Quiere que le envíe un folleto?"


def said(text: str) -> Utterance:
    return Utterance(text, "es-MX", ("es-MX",))


def by_rules(text: str) -> Demand:
    """How surely no more calls are demanded, by the rules alone."""
    return demand_of(rules_on_contact(text, "es-MX"))


def outcome(text: str, offer: str = "") -> str:
    agent = (Turn(Speaker.AGENT, offer, 0, 900),) if offer else ()
    return judge_by_rules((*agent, Turn(Speaker.PERSON, text, 1_000, 2_000)), "es-MX").outcome


@pytest.mark.parametrize(
    "text",
    [
        "No me llame más.",
        "no me llamen mas por favor",
        "que no me llaméis más, pesados",
        "no me llamés más querés",
        "ya no me marque a este numero",
        "No nos llamen nunca más a esta casa",
        "no llamen más a mi casa",
        "no me llamen que ya les dije que no",
        "No me vuelva a llamar.",
        "no vuelvan a marcarme",
        "no me buelban a yamar",
        "no se vuelvan a comunicar conmigo",
        "no quiero que me vuelvan a llamar",
        "no quiero que me sigan llamando",
        "ya no quiero recibir llamadas suyas",
        "no deseo ser contactado",
        "no quiero saber nada más de ustedes",
        "Deje de llamarme.",
        "dejen de estar marcando a cada rato",
        "para de llamarme tio",
        "ya párenle con las llamadas",
        "no me estén molestando",
        "Quíteme de su lista.",
        "me puede quitar de la lista por favor",
        "sacame de la lista dale",
        "bórrenme de ahí",
        "elimine mi número de su base de datos",
        "que me borren de su sistema",
        "denme de baja",
        "quiero darme de baja de sus llamadas",
        "déjenme en paz",
        "que me dejen en paz de una vez",
        "olvídese de este número",
        "apúnteme en la lista de no llamar",
        "estoy en la lista robinson",
        "no autorizo que me llamen",
        "les dije la semana pasada que no me llamaran más",
        "le prohibo que me vuelva a llamar",
        "revoco mi consentimiento",
        "aquí no se aceptan llamadas de ventas",
        "cómo hago para que me borren de la lista",
        "preferiría que no me llamaran más",
        "mi madre está enferma no la llamen más",
        "nunca más me llame a mi casa",
        "no me escriban ni me llamen",
        "exijo la retirada de mi nombre de la lista",
        "tienen prohibido llamarme",
        "ni se les ocurra volver a llamar",
        "quíteme de las campañas",
        "no me contacten por ningún medio",
        "no quiero que ustedes tengan mi teléfono",
        "nada de llamadas comerciales a este teléfono",
        "Baja.",
    ],
)
def test_a_demand_for_no_more_calls_binds(text: str) -> None:
    assert said(text).demand is Demand.CERTAIN
    assert outcome(text) is Outcome.OPT_OUT


@pytest.mark.parametrize(
    "text",
    [
        "ya me tienen harto con tantas llamadas",
        "cuántas veces les tengo que decir que no",
        "esto ya es acoso",
        "los voy a denunciar",
        "si me vuelven a llamar los demando",
        "ustedes no paran de llamar",
        "Basta ya.",
        "no me llame que estoy con mi madre enferma",
    ],
)
def test_what_is_likely_a_demand_is_asked_about(text: str) -> None:
    assert by_rules(text) is Demand.LIKELY
    assert said(text).demand is not Demand.NONE


@pytest.mark.parametrize(
    "text",
    [
        "No me llame señora.",
        "no me llames de usted",
        "no me llame Pepe llámeme José",
        "No me llamen antes de las diez.",
        "no me llame por favor los domingos",
        "no me llamen más por hoy",
        "no me llame más tarde de las ocho",
        "no me llamen tan temprano",
        "no me llame al trabajo",
        "no me llame escríbame mejor",
        "no me llame a mí llame a mi esposa",
        "no me llame yo la llamo",
        "no me vuelvan a llamar hasta el lunes",
        "no quiero que me llamen a la hora de comer",
        "no dije que no me llamen",
        "no me quite de la lista",
        "no quiero darme de baja",
        "no me dé de baja por favor",
        "quiero dar de baja la línea de internet",
        "me dieron de baja en el trabajo",
        "estoy de baja",
        "por qué me quitaron de la lista",
        "mis hijos no me dejan en paz",
        "no dejen de llamarme si hay algo nuevo",
        "mi compañía de antes no dejaba de llamar",
        "deja de molestar al perro",
        "dejé de fumar",
        "quíteme una duda",
        "sáqueme de la lista de espera",
        "borre el último número que le di",
        "me dijo mi hermana que no me llaman nunca",
        "Pare un momento, que apunto.",
        "deje de llamarme Pepe me llamo José",
        "deje de llamarme al trabajo",
        "no más llamadas en domingo por favor",
        "en la oficina no me marquen más",
        "si vuelven a cortar la luz los denuncio",
        "lo voy a denunciar al casero",
        "me tienen harto los vecinos",
        "ni loca quiero que me quiten",
        "olvídese del descuento",
        "elimine el seguro del recibo",
        "dejen de mandarme la factura a la otra dirección",
        "me llama la atención ese precio",
        "la gente les dice no me llame más",
        "mi hijo dice que me desuscriba del netflix",
        "quiero que el banco deje de llamarme",
        "y entonces ella me dice no me busques más",
    ],
)
def test_what_only_sounds_like_a_demand_is_none(text: str) -> None:
    assert by_rules(text) is Demand.NONE
    assert said(text).demand is not Demand.CERTAIN


@pytest.mark.parametrize(
    "text",
    [
        "no no, no me quite de la lista",
        "no me borre",
        "no pedí que me borraran",
        "yo no dije que no me llamaran",
        "no quiero darme de baja",
        "déjeme en la lista",
        "pueden seguir llamándome",
        "olvide lo de la baja",
        "era broma",
        "a mí no me molesta que me llamen",
        "manténgame en su lista",
    ],
)
def test_a_demand_can_be_taken_back(text: str) -> None:
    assert said(text).keeps
    assert by_rules(text) is Demand.NONE


@pytest.mark.parametrize(
    "text",
    [
        "no me deje en la lista",
        "quíteme de la lista",
        "déjeme en paz",
        "déjeme ver",
        "no me mantenga en la lista",
        "siga que le escucho",
    ],
)
def test_what_takes_nothing_back(text: str) -> None:
    assert not said(text).keeps


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("no me llame antes de las diez", PreferenceKind.WHEN),
        ("solo puedo hablar por las tardes", PreferenceKind.WHEN),
        ("los domingos no me llamen", PreferenceKind.WHEN),
        ("llámeme siempre después de las seis", PreferenceKind.WHEN),
        ("al trabajo no me llame por favor", PreferenceKind.WHEN),
        ("mejor escríbame un whatsapp", PreferenceKind.WRITING),
        ("mándeme un mensaje en vez de llamar", PreferenceKind.WRITING),
        ("prefiero que me escriban", PreferenceKind.WRITING),
        ("todo por correo por favor", PreferenceKind.WRITING),
        ("no me llamen todos los días", PreferenceKind.HOW_OFTEN),
        ("con una llamada al mes basta", PreferenceKind.HOW_OFTEN),
        ("una vez por semana está bien", PreferenceKind.HOW_OFTEN),
        ("no me llamen tan seguido", PreferenceKind.HOW_OFTEN),
    ],
)
def test_how_somebody_wants_to_be_contacted(text: str, kind: PreferenceKind) -> None:
    assert kind in {wish.kind for wish in said(text).preferences}
    assert by_rules(text) is Demand.NONE


@pytest.mark.parametrize(
    "text",
    [
        "no me llame más",
        "por la mañana trabajo en una panadería",
        "una vez al mes me duele la rodilla",
        "mándeme la información por correo",
        "los domingos abren a qué hora",
    ],
)
def test_what_is_no_preference(text: str) -> None:
    assert () == said(text).preferences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Número equivocado.", Outcome.WRONG_NUMBER),
        ("aquí no vive ningún Fernando", Outcome.WRONG_NUMBER),
        ("se equivocó de número", Outcome.WRONG_NUMBER),
        ("no conozco a esa persona", Outcome.WRONG_NUMBER),
        ("ese ya no es su teléfono", Outcome.WRONG_NUMBER),
        ("el código que le di está equivocado en la factura", Outcome.NONE),
        ("me equivoqué de día, perdone", Outcome.NONE),
        ("no soy el titular pero dígame", Outcome.NONE),
        ("Llámeme mañana a las cinco.", Outcome.CALLBACK),
        ("ahora no puedo, estoy en una reunión", Outcome.CALLBACK),
        ("me agarra manejando", Outcome.CALLBACK),
        ("me puede marcar en una hora", Outcome.CALLBACK),
        ("no estoy ocupada, siga", Outcome.NONE),
        ("me llamaron ayer por la tarde", Outcome.NONE),
        ("Mándeme la información por correo.", Outcome.FOLLOW_UP),
        ("me la puede enviar por WhatsApp", Outcome.FOLLOW_UP),
        ("ya me mandaron el correo", Outcome.NONE),
        ("no me mande nada", Outcome.NONE),
        ("No me interesa.", Outcome.NOT_INTERESTED),
        ("no gracias", Outcome.NOT_INTERESTED),
        ("no lo necesito gracias", Outcome.NOT_INTERESTED),
        ("estoy bien así", Outcome.NOT_INTERESTED),
        ("no quiero equivocarme con el número", Outcome.NONE),
        ("no me interesa quién tuvo la culpa", Outcome.NONE),
        ("Me interesa mucho.", Outcome.INTERESTED),
        ("cuénteme más", Outcome.INTERESTED),
        ("sí quiero contratarlo", Outcome.INTERESTED),
        ("no sé si me interesa", Outcome.NONE),
        ("me interesa saber quién le dio mi número", Outcome.NONE),
        ("Esta es la casa de los Gómez, no de los Góngora.", Outcome.WRONG_NUMBER),
        ("no me llamo así", Outcome.WRONG_NUMBER),
        ("Le han dado mal el teléfono.", Outcome.WRONG_NUMBER),
        ("está llamando a una casa particular", Outcome.WRONG_NUMBER),
        ("este teléfono es de una tienda de ropa", Outcome.WRONG_NUMBER),
        ("ese nombre no me dice nada", Outcome.WRONG_NUMBER),
        ("a ese señor no lo he visto en mi vida", Outcome.WRONG_NUMBER),
        ("con quién quiere hablar, aquí no hay ninguna señora Torres", Outcome.WRONG_NUMBER),
        ("En un rato me llama.", Outcome.CALLBACK),
        ("no me vuelva a llamar hasta la semana que viene", Outcome.CALLBACK),
        ("cuando llegue a casa le atiendo", Outcome.CALLBACK),
        ("deje que termine de comer y me llama", Outcome.CALLBACK),
        ("el dueño no está, regresa a las cuatro", Outcome.CALLBACK),
        ("me coge en la calle", Outcome.CALLBACK),
        ("Ponga todo eso en un correo.", Outcome.FOLLOW_UP),
        ("si quiere me deja la información y ya la veo", Outcome.FOLLOW_UP),
        ("lo que puede hacer es mandarme un email", Outcome.FOLLOW_UP),
        ("quisiera recibir un ejemplo de póliza antes de decidir", Outcome.FOLLOW_UP),
        ("¿Y dónde hay que firmar?", Outcome.INTERESTED),
        ("no suena nada mal lo que propone", Outcome.INTERESTED),
        ("llevaba tiempo queriendo cambiar de compañía", Outcome.INTERESTED),
        ("me gustaría que venga alguien", Outcome.INTERESTED),
        ("vamos a probar", Outcome.INTERESTED),
        ("póngame dos, una para mi hermana", Outcome.INTERESTED),
        ("Así estoy bien, gracias.", Outcome.NOT_INTERESTED),
        ("no voy a comprar nada", Outcome.NOT_INTERESTED),
        ("no me copa la idea", Outcome.NOT_INTERESTED),
        ("muy amable pero no", Outcome.NOT_INTERESTED),
        ("con lo que tengo me sobra", Outcome.NOT_INTERESTED),
        ("no me sale a cuenta", Outcome.NOT_INTERESTED),
        ("le voy a tener que decir, no, voy a tener que decirle que no", Outcome.NOT_INTERESTED),
        ("esto es una oferta, no una obligación", Outcome.NONE),
        ("se ha confundido con el precio", Outcome.NONE),
        ("mi hija me llama a las seis todos los días", Outcome.NONE),
        ("hoy no paran de llamarme para felicitarme", Outcome.NONE),
        ("estoy ocupada pero lo escucho", Outcome.NONE),
        ("mi hija me manda mensajes todo el día", Outcome.NONE),
        ("no voy a cambiar de número", Outcome.NONE),
        ("no voy a firmar sin leerlo", Outcome.NONE),
        ("estoy contento con mi compañía pero la factura subió", Outcome.NONE),
        ("apúnteme la dirección", Outcome.NONE),
        ("me interesa que mi hija estudie", Outcome.NONE),
        ("ni soy Raúl ni conozco a ningún Raúl", Outcome.WRONG_NUMBER),
        ("aquí vive otra familia", Outcome.WRONG_NUMBER),
        ("este es el teléfono de una escuela", Outcome.WRONG_NUMBER),
        ("con mucho gusto, pero el sábado", Outcome.CALLBACK),
        ("dentro de un par de horas estaré libre", Outcome.CALLBACK),
        ("quisiera verlo antes en un documento", Outcome.FOLLOW_UP),
        ("mándeselo a mi mujer, que ella lleva esas cosas", Outcome.FOLLOW_UP),
        ("súbamelo a WhatsApp", Outcome.FOLLOW_UP),
        ("justo estaba pensando en cambiar", Outcome.INTERESTED),
        ("hágame el favor de apuntarme", Outcome.INTERESTED),
        ("eso me resolvería un problema", Outcome.INTERESTED),
        ("eso no es para gente como yo", Outcome.NOT_INTERESTED),
        ("aquí ya tenemos de todo", Outcome.NOT_INTERESTED),
        ("con mi sueldo no me da para eso", Outcome.NOT_INTERESTED),
        ("mejor ofrézcaselo a otro", Outcome.NOT_INTERESTED),
        ("busca otro plan más barato", Outcome.NONE),
        ("aquí nunca ha trabajado esa señorita", Outcome.WRONG_NUMBER),
        ("este móvil antes era de otra chica", Outcome.WRONG_NUMBER),
        ("no me apellido Rodríguez", Outcome.WRONG_NUMBER),
        ("a mí me llaman mucho por él, pero no lo conozco", Outcome.WRONG_NUMBER),
        ("le agradecería que me llamara después del mediodía", Outcome.CALLBACK),
        ("prefiero otro día, con más tiempo", Outcome.CALLBACK),
        ("me puede localizar mañana en la mañana", Outcome.CALLBACK),
        ("mi marido llega a las ocho, hable con él a esa hora", Outcome.CALLBACK),
        ("deme todo por escrito y ya hablaremos", Outcome.FOLLOW_UP),
        ("pase la info a mi correo y luego hablamos", Outcome.FOLLOW_UP),
        ("mejor por escrito, que por teléfono me lío", Outcome.FOLLOW_UP),
        ("¿Cómo sería el proceso para contratar?", Outcome.INTERESTED),
        ("hace tiempo que quería algo así", Outcome.INTERESTED),
        ("necesito uno para mi negocio", Outcome.INTERESTED),
        ("perfecto, ¿cuándo pueden venir?", Outcome.INTERESTED),
        ("no queremos cambiarnos", Outcome.NOT_INTERESTED),
        ("está fuera de mi presupuesto", Outcome.NOT_INTERESTED),
        ("no necesito otro teléfono", Outcome.NOT_INTERESTED),
        ("ya tenemos contratado ese servicio", Outcome.NOT_INTERESTED),
        ("no voy a hacer ningún cambio", Outcome.NOT_INTERESTED),
        ("el otro día llamé y nadie contestó", Outcome.NONE),
        ("me puede mandar a alguien a arreglarlo", Outcome.NONE),
        ("mi suegra llega mañana a las cinco", Outcome.NONE),
        ("esto es una panadería, ¿qué se le ofrece?", Outcome.NONE),
        ("mejor me explica usted cómo va esto", Outcome.NONE),
        ("quiero que me hagan una devolución", Outcome.NONE),
        ("ni lo quiero ni lo necesito", Outcome.NOT_INTERESTED),
        ("no quiero gastar dinero ahora", Outcome.NOT_INTERESTED),
        ("no está entre mis planes", Outcome.NOT_INTERESTED),
        ("ahora mismo no, en media hora sí", Outcome.CALLBACK),
        ("esa persona no es de esta familia", Outcome.WRONG_NUMBER),
        ("ver la factura en la web del banco me cuesta", Outcome.NONE),
    ],
)
def test_outcomes(text: str, expected: Outcome) -> None:
    assert expected is outcome(text)


@pytest.mark.parametrize(
    ("text", "offer", "expected"),
    [
        ("Sí, por favor.", _OFFER, Outcome.INTERESTED),
        ("claro que sí", _OFFER, Outcome.INTERESTED),
        ("Dale.", _OFFER, Outcome.INTERESTED),
        ("sí mándelo", _TO_SEND, Outcome.FOLLOW_UP),
        ("Claro.", _TO_SEND, Outcome.FOLLOW_UP),
        ("No.", _OFFER, Outcome.NOT_INTERESTED),
        ("Claro que no.", _OFFER, Outcome.NOT_INTERESTED),
        ("por supuesto que no", _OFFER, Outcome.NOT_INTERESTED),
        ("Si no es muy caro, puede ser.", _OFFER, Outcome.NONE),
        ("Sí, ¿quién habla?", _OFFER, Outcome.NONE),
        ("Sí, pero ¿cuánto cuesta?", _OFFER, Outcome.NONE),
        ("Sí, claro.", "¿Puedo llamarle en otro momento?", Outcome.CALLBACK),
    ],
)
def test_yes_and_no_answer_an_offer(text: str, offer: str, expected: Outcome) -> None:
    assert expected is outcome(text, offer)


@pytest.mark.parametrize(
    "text",
    [
        "Adiós.",
        "bueno hasta luego",
        "tengo que colgar",
        "Tengo que irme, gracias.",
        "le voy a colgar",
        "tengo que colgar, llámeme mañana",
        "ya puede colgar",
        "chau chau",
        "que tenga buen día",
        "ya me voy, disculpe",
        "cuelgo que viene el jefe",
        "gracias y buenas tardes",
        "Venga, un abrazo.",
        "hasta aquí hemos llegado",
        "le agradezco la llamada, buenas tardes",
        "le voy a tener que dejar",
    ],
)
def test_leave_is_taken(text: str) -> None:
    assert guard(said(text)) is Guard.WANTS_END


@pytest.mark.parametrize(
    "text",
    [
        "No voy a colgar, siga.",
        "Tengo que irme a las cinco, pero dígame.",
        "no cuelgue por favor",
        "me colgaron ayer",
        "tengo que colgar el cuadro en la sala",
        "se corta la llamada",
        "mi hijo se va mañana",
        "no me llegó ningún aviso de corte",
        "mañana me voy",
        "el pelo lo llevo corto",
        "voy a cortar el pan mientras me cuenta",
        "ando corta",
    ],
)
def test_nobody_leaves(text: str) -> None:
    assert guard(said(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "¿Es usted un robot?",
        "eres una maquina",
        "estoy hablando con una grabación",
        "hablo con una persona o con una máquina",
        "sos un bot",
        "quiero hablar con una persona de verdad",
        "¿Es una inteligencia artificial?",
        "¿un ser humano o un algoritmo?",
        "¿Esa voz es de verdad?",
        "suena usted muy robótica",
        "necesito saber si es humano",
        "que me atienda un ser humano",
    ],
)
def test_a_robot_question(text: str) -> None:
    assert said(text).asks_for_the_truth


@pytest.mark.parametrize(
    "text",
    [
        "compré un robot de cocina",
        "es usted la persona que me llamó ayer",
        "es una persona mayor la que lo va a usar",
        "la máquina del café no funciona",
        "hablo con la persona encargada",
        "me da igual si es usted un robot",
        "la voz de su compañera era muy dulce",
    ],
)
def test_no_robot_question(text: str) -> None:
    assert not said(text).asks_for_the_truth


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("¿Me lo repite?", Aside.SAY_AGAIN),
        ("más despacio por favor", Aside.SAY_AGAIN),
        ("no se le oye", Aside.SAY_AGAIN),
        ("se corta", Aside.SAY_AGAIN),
        ("Espérese tantito.", Aside.ONE_MOMENT),
        ("espere que apago la tele", Aside.ONE_MOMENT),
        ("permítame un momento", Aside.ONE_MOMENT),
        ("espere que lo llamo", Aside.PASSES_ON),
        ("déjeme llamar a mi esposa", Aside.PASSES_ON),
        ("le paso el dato", None),
        ("voy a llamarlo mañana", None),
        ("un momento muy malo", None),
    ],
)
def test_an_aside(text: str, aside: Aside | None) -> None:
    assert aside is said(text).aside


@pytest.mark.parametrize("text", ["Ya veo.", "así es", "ah mire", "órale", "perfecto", "entendido"])
def test_who_only_listens(text: str) -> None:
    assert said(text).only_listens


@pytest.mark.parametrize("text", ["espere", "sí pero", "ya no", "bueno ¿cuánto cuesta?"])
def test_who_says_more(text: str) -> None:
    assert not said(text).only_listens


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Te comunicaste con Laura, déjame un mensaje.", AnsweredBy.VOICEMAIL),
        ("Grabe su mensaje después del tono.", AnsweredBy.VOICEMAIL),
        ("El número que usted ha marcado no existe.", AnsweredBy.UNAVAILABLE),
        ("Diga su nombre y el motivo de su llamada.", AnsweredBy.SCREENING),
        ("Para ventas marque uno.", AnsweredBy.IVR),
        ("El señor García no está, ¿quiere que le deje un mensaje?", AnsweredBy.PERSON),
        ("No puedo atenderla ahora, estoy conduciendo.", AnsweredBy.PERSON),
        ("¿El motivo de la llamada?", AnsweredBy.UNKNOWN),
        ("Ese número no existe, ¿a quién busca?", AnsweredBy.UNKNOWN),
        ("¿Me llamó usted al buzón de voz?", AnsweredBy.UNKNOWN),
    ],
)
def test_who_answers(text: str, who: AnsweredBy) -> None:
    assert who is find(of_words(said(text), 1_000, whole=True)).answered_by
