"""Spanish: what people say in it, and what we do; tables/shape.py tells what each table is for."""

from typing import Final

from domain.language.tables.shape import (
    Answerers,
    Asides,
    Dictation,
    FixedTexts,
    Language,
    Ours,
    Preferences,
    Remarks,
    Wishes,
)

_PERSON: Final = r"(?:(?:mi|su|el|la|nuestro|nuestra) )?(?:marido|esposo|mujer|esposa|madre|mama|padre|papa|hijo|hija|hermano|hermana|jefe|jefa|companero|companera|colega|encargad[oa]|gerente|senor|senora|duen[oa]|abuel[oa]|supervisor|supervisora|ella)"
_THEN: Final = r"(?: (?:ahora|ahora mismo|ya|enseguida|al telefono|por favor|un momento|un momentito|aqui))*"

_WISHES: Final = Wishes(
    opt_out=(
        r"no me (?:llame|llamen|llames|contacte|contacten)(?: (?:mas|nunca|nunca mas|otra vez|de nuevo))?+(?! (?:ahora|hoy|manana|antes|despues|hasta|por la)(?!\S))",
        r"no (?:vuelva|vuelvan|vuelvas) a llamar(?:me|nos)?",
        r"(?:deje|dejen|deja|pare|paren) de (?:llamar|llamarme|llamarnos|molestar|molestarme)",
        r"no (?:quiero|deseo) (?:que me llamen|recibir)(?: mas)?(?: (?:llamadas|mensajes))?",
        r"(?:quite|quiteme|quitenme|saque|saqueme|saquenme|borre|borreme|borren|elimine|eliminen) (?:mi numero|mis datos|de (?:su|la|esta) lista)(?: de (?:su|la|esta) lista)?",
        r"(?:darme|deme|denme|dar) de baja",
        r"deje(?:me|nme|nos|nnos) en paz|dejame en paz",
    ),
    opt_out_alone=(r"baja", r"alto"),
    opt_out_likely=(),
    no_opt_out=(),
    keeps=(),
    no_outcome=(),
    questions=(),
    requests=(),
    wrong_number=(
        r"numero equivocado",
        r"se (?:ha )?equivoc(?:o|ado)(?: de numero)?",
        r"nadie (?:aqui )?(?:con|de) ese nombre",
    ),
    callback=(
        r"(?:llameme|llamame|llamenme|puede llamarme|vuelva a llamar) (?:mas tarde|luego|manana|despues|el \w+|otro dia|otra vez)",
        r"ahora no puedo(?: hablar)?",
        r"estoy (?:muy )?ocupad[oa]",
        r"no es (?:un )?buen momento",
    ),
    puts_off=(),
    callback_if_timed=(),
    follow_up=(
        r"(?:mandeme|mandame|enviame|envieme|enviemelo|me puede (?:mandar|enviar)|puede (?:mandarme|enviarme))(?: \w+){0,4}",
        r"por (?:correo|email|whatsapp|mensaje)",
    ),
    not_interested=(
        r"no (?:me|nos) interesa",
        r"no (?:estoy|estamos) interesad[oa]s?",
        r"no (?:lo )?(?:necesito|quiero)(?: nada)?",
    ),
    interested=(
        r"(?<!no )(?:me|nos) interesa(?: mucho)?",
        r"(?<!no )(?:estoy|estamos) (?:muy )?interesad[oa]s?",
        r"(?:digame|cuenteme) mas",
    ),
    yes=(
        r"si|suena (?:muy )?(?:bien|interesante)|claro|claro que si|por supuesto|vale|de acuerdo|con gusto|con mucho gusto|desde luego|ok|okey|okay|bueno|esta bien|como no|me gustaria|me encantaria|adelante|perfecto|genial|estupendo|excelente|por que no|sin problema|no hay problema|no me importa|hagalo|mandelo|mandemelo|enviemelo|digame",
    ),
    no=(
        r"no|no gracias|(?:claro|por supuesto|desde luego|mejor|creo|pienso|yo creo|seguro) que no|claro no|por supuesto no|desde luego no|mejor no|para nada|de ninguna manera|ni hablar|no creo|creo que no|no hace falta|nada|estoy bien(?: gracias| asi)?|asi estoy bien|ahora no gracias",
    ),
    hedges=(
        r"no|pero|quizas?|tal vez|puede ser|depende|solo|si no|nunca|nada|ya|ahora no|hoy no|luego|despues|aunque|quien|que|como|cuando|donde|por que|cual",
    ),
    robot_question=(
        r"(?:eres|es usted|es esto|usted es) (?:un |una )?(?:robot|maquina|computadora|persona(?: real)?|grabacion|humano|ia)",
        r"(?:hablo|estoy hablando) con (?:un |una )?(?:robot|maquina|persona(?: real)?|humano)",
    ),
    wants_end=(
        r"(?:adios|hasta luego|chao|hasta pronto)(?: \w+)?$",
        r"tengo que (?:irme|colgar|dejarle?)",
        r"voy a colgar",
    ),
    no_end=(),
    goes_on=(),
    refuses_recording=(
        r"no (?:me |nos )?(?:grabe|graben|grabes)(?: \w+){0,3}",
        r"no (?:quiero|deseo|acepto|autorizo)(?: que)?(?: \w+){0,3} (?:grabe|graben|grabado|grabada|grabacion|ser grabad[oa])",
        r"(?:deje|dejen|deja|pare|paren) de grabar(?:me|nos)?",
        r"(?:borre|borren|elimine|eliminen) (?:la|esta|mi) grabacion",
    ),
)

_PREFERENCES: Final = Preferences(when=(), writing=(), how_often=())

_ASIDES: Final = Asides(
    pickup=(r"(?:(?:hola|alo|bueno|diga|digame|si|buenos dias|buenas tardes|buenas noches|quien (?:es|habla)) ?){1,4}",),
    backchannel=(r"(?:si|aja|ya|claro|vale|ok|entiendo|bueno|bien|mhm|hm+|de acuerdo|exacto|ah)",),
    say_again=(
        r"(?:como|que)(?: dijo| dice| ha dicho)?",
        r"(?:me )?(?:lo )?(?:puede|podria|puedes) (?:repetir(?:lo|melo)?|decirlo)(?: (?:la pregunta|otra vez|de nuevo|eso)){0,6}",
        r"(?:repita(?:lo|melo)?|repite(?:lo)?)(?: (?:la pregunta|otra vez|eso)){0,6}",
        r"no (?:le |lo |te )?(?:he )?(?:entendi|entendido|escuche|escuchado|oi|oido)(?: bien| nada)?",
        r"otra vez",
        r"mande",
    ),
    one_moment=(
        r"(?:(?:espere|espera|esperate|esperese|deme|dame|solo|ahora|aguarde) ){0,3}(?:un|una|unos) (?:momento|momentito|segundo|segundito|minuto|minutito|segundos|instante)",
        r"(?:espere|espera|esperate|esperese|aguarde|no cuelgue)(?: en linea)?",
        r"(?:dejeme|dejame|deja|a) ver(?: un (?:momento|segundo))?",
        r"(?:dejeme|dejame) (?:ver|mirar|revisar|consultar|checar) (?:mi|la|el) (?:agenda|calendario|horario)",
        r"(?:dejeme|dejame|voy a) (?:buscar|coger|agarrar|tomar|traer) (?:un |una |mi |el |la |mis |las )?(?:boli|boligrafo|lapiz|pluma|lapicero|lapicera|papel|agenda|calendario|gafas|lentes|tarjeta)(?: y (?:un )?papel)?",
        r"(?:ahora|ya|enseguida) (?:vuelvo|regreso)",
    ),
    courtesies=(
        "ah", "eh", "si", "ok", "vale", "bueno", "claro", "hola", "perdon", "perdone", "disculpe",
        "lo siento", "por favor", "gracias", "pues", "y", "senor", "senora",
    ),
    assents=("si", "claro"),
    passes_on=(
        rf"(?:ahora )?se (?:lo|la) (?:paso|pongo|comunico){_THEN}$",
        rf"(?:ahora )?(?:le|lo|la|te|os|se lo|se la) (?:paso|pongo|comunico|transfiero) (?:con|a) {_PERSON}{_THEN}$",
        rf"(?:ahora )?(?:le|lo|la|te) (?:comunico|transfiero){_THEN}$",
        rf"(?:ahora|ya) (?:viene|se pone|lo llamo|la llamo|lo busco|la busco){_THEN}$",
        rf"(?:voy a|dejeme|dejame) (?:buscarl[oa]|llamarl[oa]|pasarl[oa]|comunicarl[oa]|pasarsel[oa]){_THEN}$",
        rf"(?:voy a|dejeme|dejame) (?:buscar|avisar|pasarle|comunicarle|comunicarlo|comunicarla) (?:a|con) {_PERSON}{_THEN}$",
        rf"aqui (?:esta|viene) {_PERSON}$",
    ),
    calls_out=(r"(?:es |te llaman |telefono )?para ti", r"te (?:llaman|buscan)", r"al telefono"),
    nobody_comes=(r"no (?:esta|puede|se encuentra|quiere)(?: \w+){0,2}", r"(?:mensaje|mas tarde|ocupad[oa]|salio)"),
)  # fmt: skip

_VOICEMAIL_GREETING: Final = (
    r"(?:deje|deja) (?:su|un|tu)(?: \w+){0,3} mensaje",
    r"(?:despues|al oir) (?:de la|del|la|el) (?:senal|tono|pitido)",
    r"buzon de (?:voz|mensajes)",
)

_ANSWERERS: Final = Answerers(
    voicemail_greeting=_VOICEMAIL_GREETING,
    voicemail=(
        *_VOICEMAIL_GREETING,
        r"buzon(?: de (?:voz|mensajes))?",
        r"contestador(?: automatico)?",
        r"(?:deje|deja|grabe|graba)(?: su| un| tu| el)? mensaje",
        r"(?:despues|al oir)(?: \w+){0,2} (?:senal|tono|pitido)",
        r"no (?:puedo|podemos|puede) (?:atender\w*|contestar\w*)(?: \w+){0,2}",
        r"no me encuentro",
        r"(?:lo antes|tan pronto como|lo mas pronto) posible",
    ),
    voicemail_words=(
        r"mensaje|recado",
        r"senal|tono",
        r"disponible",
        r"ha llamado|se ha comunicado",
        r"momento",
    ),
    ivr=(
        r"(?:pulse|oprima|marque|presione) (?:el )?(?:uno|dos|tres|cuatro|cero|ahora|[0-9])",
        r"(?:escuche|menu|siguientes) (?:\w+ )?opciones",
        r"(?:su )?llamada (?:es|sera|puede ser) (?:\w+ )?(?:importante|grabada|atendida)",
        r"conoce (?:la|el) (?:numero de )?extension",
    ),
    ivr_words=(
        r"bienvenid\w*",
        r"gracias por llamar",
        r"extension|operador",
        r"opcion(?:es)?",
        r"pulse|oprima|marque",
    ),
    screening=(
        r"(?:diga|indique|grabe) (?:su nombre|quien es) y(?: \w+){0,2}",
        r"motivo de (?:la|su) llamada",
        r"antes de (?:conectar|pasar)(?: \w+)?",
    ),
    screening_words=(r"su nombre", r"esta persona", r"motivo|por que llama", r"conectar"),
    unavailable=(
        r"numero que (?:usted )?(?:marco|ha marcado)(?: \w+){0,2}",
        r"(?:apagado o|fuera de) (?:fuera de )?(?:cobertura|servicio)",
        r"no (?:existe|esta asignado)",
        r"telefono al que (?:usted )?llama(?: \w+){0,2}",
        r"verifique el numero",
    ),
    unavailable_words=(r"numero", r"marco|marcado", r"apagado|cobertura|existe"),
    on_hold=(),
    records_nothing=(),
    person=(
        r"quien (?:es|habla|llama)",
        r"(?:en que|como) (?:le )?(?:puedo|podemos)(?: \w+)?",
        r"(?:un|espere un) (?:momento|segundo)(?: que)?",
        r"(?:digame|me escucha|le atiende|que desea|de parte de quien)",
        r"con quien (?:desea|quiere|quisiera|hablo|tengo)(?: \w+)?",
        r"(?:me puede|puede|podria) (?:decir\w*|repetir\w*|esperar)(?: \w+)?",
    ),
)

_OURS: Final = Ours(
    offer=(r"(?:quiere|le gustaria|le interesa|esta interesad[oa])",),
    offer_to_send=(r"(?:enviar|mandar)(?:e|en)?",),
    offer_to_call=(r"llamar",),
    asks_when=(),
    announces_recording=(r"(?:grab\w+)",),
    press=(r"pulse|pulsa|presione|presiona|oprima|oprime|marque|marca|tecla",),
    no_more_calls=(
        r"(?:no|dejar de|dejemos de) (?:\w+ ){0,3}llam\w+|no (?:\w+ ){0,3}(?:mas|recibir) (?:\w+ )?llamadas|baja|no mas llamadas",
    ),
    wants_digits=(
        r"pulse|pulsa|presione|oprima|marque|marcar|teclee|teclear|digite|introduzca|ingrese|tecla\w*|digitos?|cifras?|numero|codigo|pin",
        r"cuant[oa]s?|escala|del? (?:uno|cero|1|0) al?|puntos?|puntue|califi\w+|estrellas|porcentaje|edad|ano|nacimiento|fecha|importe",
    ),
)

# zero to nine, each with its variants, then ten to nineteen
_UNITS: Final = (
    "cero", "uno un una", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once",
    "doce", "trece", "catorce", "quince", "dieciseis", "diecisiete", "dieciocho", "diecinueve",
)  # fmt: skip
_COMPOUNDS: Final = {
    f"veinti{unit}": 20 + number
    for number, units in enumerate(_UNITS[1:10], start=1)
    for unit in units.split()
}
_DICTATION: Final = Dictation(
    units=_UNITS,
    tens=("veinte", "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"),
    compounds=_COMPOUNDS,
    times={"doble": 2},
    link=("y",),
    double_letter=("doble",),
    as_in=("como en",),
    written_as_one=(("guion bajo", "guionbajo"),),
    at=("arroba",),
    dot=("punto",),
    underscore=("guion bajo",),
    dash=("guion",),
    plus=("mas",),
    beside_numbers="es mi el numero si claro y guion",
    before_an_address="es mi correo direccion si claro mio",
)  # fmt: skip

_FIXED_TEXTS: Final = FixedTexts(
    closing="Muchas gracias por su tiempo. Adiós.",
    opt_out_confirmation="Entendido. No volveremos a llamarle. Adiós.",
    silence_prompt="Hola, ¿sigue usted ahí?",
    silence_goodbye="No le oigo, así que voy a colgar. Adiós.",
    reassurance="Tómese su tiempo, aquí sigo.",
)

_REMARKS: Final = Remarks(
    truth_about_us="Sí, soy un asistente automático.",
    ask_to_repeat="Perdone, ¿puede repetirlo?",
    it_is_noted="Claro, queda anotado.",
    we_were_cut_off="Perdone, se cortó la llamada.",
    let_me_see="Déjeme ver.",
    one_moment="Un momento más, por favor.",
    is_that_right="¿Es correcto?",
    shall_we_stop="¿Quiere que quite su número de nuestra lista?",
    you_stay="De acuerdo, su número se queda en nuestra lista.",
    press_again="Si no quiere que le llamemos más, pulse otra vez el {key} o diga stop.",
)

SPANISH: Final = Language(
    tag="es",
    name="Spanish",
    named=("spanish", "espanol", "castellano", "spanisch", "espagnol", "espanhol", "स्पेनिश"),
    asking=(
        r"(?<!no )(?:hablas?|hablan|hablen|hable|hablemos|hablamos|hableme)(?: usted(?:es)?)?(?: en)? NAMED",
        r"(?:podemos|puede|puedes|podria|podriamos|prefiero|quiero)(?: \w+)? (?:hablar|seguir|continuar)(?: en)? NAMED",
        r"(?:solo|solamente) hablo NAMED",
        r"en NAMED (?:por favor|sil vous plait)",
    ),
    menu_words=("oprima", "marque", "pulse", "presione"),
    wishes=_WISHES,
    preferences=_PREFERENCES,
    asides=_ASIDES,
    answerers=_ANSWERERS,
    ours=_OURS,
    dictation=_DICTATION,
    fixed_texts=_FIXED_TEXTS,
    remarks=_REMARKS,
)  # fmt: skip
