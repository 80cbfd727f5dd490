"""The Spanish words of time, of Spain and America; accents are gone when they are read."""

from typing import Final

from domain.callbacks.lexicon.shape import Kind, lexicon

_ONES: Final = (
    "uno|una|un", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce", "trece",
    "catorce", "quince", "dieciseis", "diecisiete", "dieciocho", "diecinueve", "veinte", "veintiuno|veintiun|veintiuna",
    "veintidos", "veintitres", "veinticuatro", "veinticinco", "veintiseis", "veintisiete", "veintiocho", "veintinueve",
    "treinta",
)  # fmt: skip
_NUMBERS: Final = {words: value for value, words in enumerate(_ONES, 1)} | {
    f"{tens} y {word}".strip(): value + one
    for tens, value in {"treinta": 30, "cuarenta": 40, "cincuenta": 50}.items()
    for one, word in enumerate(("uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve"), 1)
}

SPANISH: Final = lexicon(
    "es",
    {
        Kind.NUMBER: {**_NUMBERS, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "noventa": 90},
        Kind.ARTICLE: {"un|una": 1},
        Kind.ORDINAL: {"primero": 1},
        Kind.WEEKDAY: {
            "lunes": 0,
            "martes": 1,
            "miercoles": 2,
            "jueves": 3,
            "viernes": 4,
            "sabado|sabados": 5,
            "domingo|domingos": 6,
        },
        Kind.WORKDAYS: "entre semana|dias de semana|dia de semana",
        Kind.MONTH: {
            "enero": 1,
            "febrero": 2,
            "marzo": 3,
            "abril": 4,
            "mayo": 5,
            "junio": 6,
            "julio": 7,
            "agosto": 8,
            "septiembre|setiembre": 9,
            "octubre": 10,
            "noviembre": 11,
            "diciembre": 12,
        },
        Kind.UNIT: {
            "minuto|minutos|minutito|minutitos": "minute",
            "hora|horas|horita|horitas": "hour",
            "dia|dias": "day",
            "semana|semanas": "week",
            "fin de semana|finde|fines de semana": "weekend",
            "mes|meses": "month",
            "ano|anos": "year",
        },
        Kind.OCLOCK: "en punto|hs|h|hrs",
        Kind.SPAN: {
            "media hora|media horita": (30, 30, "minute"),
            "un cuarto de hora|cuarto de hora": (15, 15, "minute"),
            "tres cuartos de hora": (45, 45, "minute"),
            "un par de minutos|par de minutos": (2, 5, "minute"),
            "unos minutos|unos minutitos|algunos minutos|unos cuantos minutos": (3, 10, "minute"),
            "un par de horas|par de horas": (2, 2, "hour"),
            "unas horas|algunas horas|unas cuantas horas": (2, 4, "hour"),
            "un par de dias|par de dias": (2, 2, "day"),
            "unos dias|algunos dias|unos cuantos dias": (2, 5, "day"),
            "ocho dias": (7, 8, "day"),
            "quince dias": (14, 15, "day"),
            "un par de semanas|par de semanas": (2, 2, "week"),
            "unas semanas|algunas semanas": (2, 4, "week"),
            "un par de meses|par de meses": (2, 2, "month"),
            "unos meses|algunos meses": (2, 4, "month"),
        },
        Kind.MORE_HALF: "y media|y medio",
        Kind.MINUTES_AFTER: {"y media|y pico": 30, "y cuarto": 15, "menos cuarto": -15},
        Kind.MINUTES_BEFORE: {"un cuarto para|cuarto para|faltando un cuarto para|faltan quince para": -15},
        Kind.TO_HOUR: "para|para las|para la|minutos para las",
        Kind.PLUS: "y|con",
        Kind.MINUS: "menos",
        Kind.PART: {
            "por la manana|en la manana|de la manana|a la manana|mananas|las mananas|por las mananas": "morning",
            "de la madrugada|la madrugada": "morning",
            "a media manana|media manana": "late_morning",
            "a primera hora|primera hora|a primera hora de la manana|temprano por la manana|temprano en la manana"
            "|muy temprano|bien temprano|tempranito|temprano": "first_thing",
            "a ultima hora de la manana": "late_morning",
            "mediodia|medio dia|al mediodia|a mediodia|del mediodia|al medio dia|a medio dia|a la hora de comer"
            "|a la hora del almuerzo|hora de comer": "midday",
            "por la tarde|en la tarde|de la tarde|a la tarde|tardes|las tardes|por las tardes|tarde": "afternoon",
            "a primera hora de la tarde|a media tarde": "early_afternoon",
            "a ultima hora de la tarde|al final de la tarde|ultima hora de la tarde|a ultima hora|al caer la tarde": "late_afternoon",
            "por la noche|en la noche|de la noche|a la noche|noche|noches": "night",
            "medianoche|media noche": "midnight",
            "antes de comer|antes de almorzar|antes del almuerzo|antes de la comida": "before_lunch",
            "despues de comer|despues de almorzar|despues de la comida|despues del almuerzo|despues de la siesta": "after_lunch_late",
            "despues del trabajo|despues de trabajar|cuando salga del trabajo|al salir del trabajo"
            "|cuando salga de trabajar|cuando termine de trabajar|saliendo del trabajo": "after_work",
            "antes del trabajo|antes de trabajar|antes de ir a trabajar": "before_work",
            "despues de desayunar|despues del desayuno": "after_breakfast",
            "antes de cenar|antes de la cena": "before_dinner",
            "despues de cenar|despues de la cena": "after_dinner",
            "despues del colegio|despues de la escuela|despues de clase|despues de clases": "after_school",
            "al final del dia|al final de la jornada": "end_of_day",
            "antes del final del dia|antes de que acabe el dia|antes de que termine el dia|antes de terminar el dia": "by_end_of_day",
            "horario de oficina|en horario de oficina|horas de oficina|horario laboral": "working_hours",
        },
        Kind.RELATIVE: {
            "hoy|hoy mismo|el dia de hoy": 0,
            "manana|el dia de manana|manana mismo": 1,
            "pasado manana": 2,
            "de hoy en ocho|hoy en ocho|de aqui a ocho dias|de hoy en ocho dias": 7,
            "de hoy en quince|hoy en quince": 14,
        },
        Kind.TODAYS_PART: {
            "esta manana": "morning",
            "esta tarde|hoy por la tarde|hoy en la tarde": "afternoon",
            "esta noche|hoy por la noche|hoy en la noche": "night",
            "este mediodia": "midday",
        },
        Kind.HOLIDAY: {
            "navidad|navidades|el dia de navidad|dia de navidad": "christmas",
            "nochebuena": "christmas_eve",
            "nochevieja|fin de ano": "new_years_eve",
            "ano nuevo": "new_year",
            "reyes|los reyes|el dia de reyes|dia de reyes": "epiphany",
            "las fiestas|fiestas|las vacaciones de navidad": "holidays",
            "semana santa|pascua|domingo de pascua": "easter",
            "viernes santo": "good_friday",
            "todos los santos|el dia de todos los santos": "all_saints",
            "accion de gracias|el dia de accion de gracias": "thanksgiving",
            "carnaval": "carnival",
        },
        Kind.ZONE: {
            "hora peninsular|hora de madrid|hora de espana|hora espanola": "Europe/Madrid",
            "hora canaria|hora de canarias": "Atlantic/Canary",
            "hora de mexico|hora del centro de mexico|hora de ciudad de mexico": "America/Mexico_City",
            "hora de colombia|hora de bogota": "America/Bogota",
            "hora de argentina|hora de buenos aires|hora argentina": "America/Argentina/Buenos_Aires",
            "hora de chile|hora de santiago": "America/Santiago",
            "hora de peru|hora de lima": "America/Lima",
            "hora del este|hora de nueva york|hora de miami": "America/New_York",
            "hora del centro|hora de texas": "America/Chicago",
            "hora de la montana": "America/Denver",
            "hora del pacifico|hora de california|hora de los angeles": "America/Los_Angeles",
        },
        Kind.OTHER_ZONE: "hora suya|su hora|tu hora|hora de ustedes",
        Kind.OWN_ZONE: "hora mia|mi hora|hora local|hora de aqui",
        Kind.AM: "am|a m",
        Kind.PM: "pm|p m",
        Kind.DATE_LEAD: "a partir del|hasta el|antes del|desde el|despues del|entre el|dia|el dia|el|al dia|del dia|al|del",
        Kind.NEXT: "el otro|la otra|que viene|proximo|proxima|siguiente|entrante|el proximo|la proxima|que entra|proximos|proximas|que sigue",
        Kind.THIS: "este|esta",
        Kind.EARLY: "la primera quincena de|primera quincena de|la primera mitad de|principios de|a principios de|al principio de|a principio de|comienzos de|a comienzos de|inicios de"
        "|a inicios de|la primera semana de|primera semana de|a principios del|principios del|a primeros de|primeros de",
        Kind.MID: "mediados de|a mediados de|a mitad de|mitad de|a mediados del",
        Kind.LATE: "la segunda quincena de|segunda quincena de|la segunda mitad de|segunda mitad de|finales de|a finales de|al final de|fines de|a fines de|final de|a finales del|ultimos de|a ultimos de"
        "|la ultima semana de|a fin de|fin de",
        Kind.AFTER: "despues de|despues de las|despues del|despues de la|pasadas las|pasada la|luego de|luego de las|tras"
        "|tras las|mas tarde de|mas tarde de las|mas alla de|no antes de pasadas",
        Kind.FROM: "deme hasta|deme hasta el|dame hasta|dame hasta el|denme hasta el|espere hasta|espere hasta el|a partir de|a partir de las|a partir del|desde|desde las|desde el|no antes de|no antes de las|no antes del"
        "|de las|de|de la|no me llame antes de|no me llames antes de|no llame antes de|nunca antes de|hasta pasadas",
        Kind.BEFORE: "antes de|antes de las|antes del|antes de la|no despues de|no despues de las|no mas tarde de",
        Kind.BY: "a mas tardar|como muy tarde|como maximo|maximo|a mas tardar a las|para antes de",
        Kind.UNTIL: "hasta|hasta las|hasta el|hasta la",
        Kind.BETWEEN: "entre|entre las|entre la|entre el",
        Kind.TO: "a|a las|al|hasta|hasta las|y",
        Kind.AND: "y|e",
        Kind.OR: "o|u|o bien|o si no|o tal vez|o quizas",
        Kind.AT: "para las|para la|a las|a la|las|digamos|sobre|a",
        Kind.ABOUT: "sobre|sobre las|hacia las|hacia la|como a las|como a la|a eso de|a eso de las|alrededor de|alrededor de las"
        "|mas o menos a las|aproximadamente|aproximadamente a las|tipo|cerca de las|a las mas o menos|por ahi de las|hacia"
        "|como|como en|mas o menos",
        Kind.ISH: "y pico|mas o menos|aproximadamente|o por ahi|o asi",
        Kind.IN: "en|dentro de|de aqui a|deme|dame|dentro de unos|dentro de como|en como|en unos|en unas|en cosa de|denme|espere",
        Kind.WITHIN: "en las proximas|en los proximos|en menos de|dentro de las proximas|en el plazo de",
        Kind.FOR: "por|durante",
        Kind.FROM_NOW: "mas tarde|despues|mas",
        Kind.SOON: {
            "en un rato|en un ratito|dentro de un rato|dentro de un ratito|un rato|en un ratico|al rato|un poco mas tarde"
            "|en un rato mas|ahorita mas tarde|mas tardecito|luego un rato|un ratito": (30, 180),
            "en un momento|en un minuto|en un minutito|en un momentito|dentro de un momento|en seguida|enseguida": (
                5,
                15,
            ),
            "pronto|en breve": (30, 180),
        },
        Kind.LATER: "mas tarde|luego|mas adelante|despues",
        Kind.SAME_TIME: "a la misma hora|misma hora|a esta hora|a esta misma hora|la misma hora",
        Kind.DAY_AFTER: {
            "al dia siguiente|el dia siguiente|el dia despues|un dia despues|al otro dia|el dia despues de": 1,
            "el dia anterior|el dia antes|un dia antes|la vispera|el dia antes de|la vispera de|dia antes": -1,
        },
        Kind.ANY: "cualquier|cualquier dia|cualquiera|a cualquier hora|cualquier hora|cuando quiera|cuando quieras|todos los dias"
        "|cuando guste|cuando sea",
        Kind.VAGUE: "otro dia|otro momento|en otro momento|algun dia|cuando pueda|cuando puedas|en otra ocasion|otra hora|ya veremos"
        "|un dia de estos|un dia|otra vez",
        Kind.NO: "no",
        Kind.NOT: "en vez de|en vez de a las|en lugar de|tampoco|nunca|que no sea|pero no|no me llame|no me llames|no llame|no me llamen|menos en|no en|no por|ni|no me vuelva a llamar|no me vuelvan a llamar|no vuelva a llamar|no me hable|no me marque|no llames|no vuelvan a llamar|no me vuelvas a llamar",
        Kind.DONT: "no me llame|no me llames|no llame|no me llamen|no me vuelva a llamar|no me vuelvan a llamar|no vuelva a llamar"
        "|no me hable|no me marque|no llames|no vuelvan a llamar|no me vuelvas a llamar",
        Kind.EXCEPT: "menos|excepto|salvo|menos el|excepto el|salvo el|que no sea el|a excepcion de|a excepcion del",
        Kind.CORRECT: "mejor dicho|digo|perdon|quiero decir|espere un momento|espera|es decir|no no|no perdon|mejor|bueno mejor"
        "|o mejor|no mejor|corrijo|me equivoque|disculpe",
        Kind.GOOD: "si|si puedo|esta bien|me viene bien|me va bien|perfecto|vale|ok|me conviene|genial|esta perfecto|bien|si que puedo"
        "|me queda bien|me viene mejor|me va mejor|es mejor|estaria bien|puedo|si se puede|seria mejor|me parece bien",
        Kind.BAD: "esta complicado|es complicado|esta dificil|esta lleno|es imposible|imposible|es muy pronto|es muy tarde|es demasiado pronto|es demasiado tarde|muy tarde|demasiado pronto"
        "|demasiado tarde|esta mal|es mal dia|muy pronto|es malo",
        Kind.AWAY: "ando|ando con prisa|ando ocupado|ando ocupada|tengo prisa|con prisa|voy con prisa|estoy liado|estoy liada|no puedo|yo no puedo|no podre|no me viene bien|no me va bien|no me conviene|no me sirve|no me queda bien|no estoy"
        "|no estare|estoy ocupado|estoy ocupada|ocupado|ocupada|trabajo|estoy trabajando|estoy en una reunion|en una reunion"
        "|en reunion|estoy reunido|estoy reunida|estoy de viaje|de viaje|de vacaciones|estoy de vacaciones|estoy fuera|fuera"
        "|tengo reuniones|me es imposible|no estoy disponible|no disponible|estoy en clase|en clase|estoy en el medico|no se puede"
        "|estoy conduciendo|estoy manejando|estoy en el trabajo|voy a estar ocupado|voy a estar ocupada|estare ocupado|tengo lio"
        "|estare de viaje|estare fuera|no tengo tiempo|no voy a poder|no voy a estar|me voy de viaje|esta ocupado|esta ocupada",
        Kind.SUBJECT: "estoy|voy a estar|estare|esta|tengo",
        Kind.FREE: "estoy libre|estoy en casa|estare en casa|estoy disponible|estare libre|estare disponible|puedo hablar|podria"
        "|puede llamarme|me puede llamar|puedes llamarme|me puedes llamar|tengo tiempo|voy a estar en casa|libre|disponible"
        "|me encuentra|esta en casa|puedo atender|puedo atenderle|estara en casa",
        Kind.EVENT: "tengo|tengo cita|tengo medico|tengo dentista|entro a trabajar|entro|empiezo|mi cita es|mi cita|mi vuelo|tengo que"
        "|mi turno empieza|mi reunion es|hay una|abrimos|cerramos|me voy|comemos|recojo|me acuesto|me levanto|tengo una cita"
        "|tengo una reunion|como a los ninos",
        Kind.END_OF_EVENT: "salgo|salgo de trabajar|salgo del trabajo|termino|termino de trabajar|acabo|acabo de trabajar|llego a casa"
        "|vuelvo|regreso|estoy de vuelta|llego|mi turno termina|mi turno acaba|estare de vuelta|vuelve|regresa|llega a casa"
        "|salgo de la oficina|termina mi turno|termino el trabajo|termino mi turno|ya estoy en casa",
        Kind.GONE: "me agarraste|me agarras|me agarra|me pillas|me pilla|me coges|me coge|me pillaste|ayer|anteayer|la semana pasada|el mes pasado|anoche|el lunes pasado|el martes pasado|el miercoles pasado"
        "|el jueves pasado|el viernes pasado|el sabado pasado|el domingo pasado|ya hable|ya me llamaron|ya le dije|me llamaron"
        "|me llamo|me llamaste|llamaron|hable con|ya hable con|ya he hablado|he hablado|dije|dijeron|hace|ya me llamo|me dijeron"
        "|yo le llamo|yo lo llamo|yo los llamo|les llamo yo|ya les dije|quedamos en|me habian llamado|llame yo|le llamo yo",
        Kind.WISH: "podemos hablar|podemos|lo vemos|lo hablamos|vuelva a intentarlo|hablame|marquenme|me marca|me habla|llamame|llameme|llamenme|me llama|me llamas|me llaman|me llame|me llames|vuelva a llamar|vuelve a llamar"
        "|vuelva a llamarme|vuelve a llamarme|llame|llama|marqueme|marcame|pruebe|prueba|intente|intentelo|que sea|hablamos"
        "|prefiero|que tal|mejor llameme|mejor llamame|preferiria|hableme|llamarme|llamar|vuelvan a llamar|contacteme|lo dejamos para"
        "|lo dejamos|ponga|apunteme|si me llama|si me llamas|hablemos",
        Kind.SO: "asi que|por eso|asi|por lo que",
        Kind.BECAUSE: "porque|ya que|es que|puesto que",
        Kind.BUT: "pero|sino|sino que|aunque",
        Kind.THEN: "entonces|a esa hora|ese dia|en ese momento|para entonces",
        Kind.AFTER_THAT: "despues de eso|cuando vuelva|cuando termine|cuando acabe|cuando llegue|a la vuelta|cuando regrese",
        Kind.BEFORE_THAT: "antes de eso|antes de entonces",
        Kind.THE: "el|la|los|de|del|al|las|de la|de los|sera|es|seria|lo|que",
        Kind.NOISE: "la mejor hora|mejor hora|buena hora|normalmente|generalmente|suelo|por favor|eh|pues|bueno|gracias|quizas|quiza|tal vez|a lo mejor|o sea|mmm|este bueno|muchas gracias|si es posible"
        "|si puede|si puede ser|por fa|porfa|creo|creo que|probablemente|em|ehm|a ver|sale|si no le importa|muy amable|oiga|mira|mire",
        Kind.FILLER: "no en este momento|no ahora|no ahorita|que hoy ando|que hoy estoy|hoy ando|que hoy tengo|es que hoy|que hoy voy|buenos dias|buenas tardes|buenas noches|un momento|un segundo|ahora mismo|ahora no|en este momento|por ahora"
        "|que tenga buen dia|buen dia|que tenga un buen dia|ahora|una cosa|a veces|ahora no puedo|en este momento no puedo|momentito"
        "|ahora mismo no puedo|ahorita no puedo|ahorita|un minuto por favor|no es buen momento|no es un buen momento"
        "|estoy ocupado ahora|ahora estoy ocupado|ahora estoy ocupada|en este momento estoy ocupado|de momento|feliz dia|buena tarde"
        "|buena noche|feliz tarde|feliz noche|a tiempo|todo el dia|como esta hoy|no puedo hablar ahora|no puedo ahora"
        "|no puedo hablar ahora mismo|no puedo en este momento|no puedo hablar en este momento|no puedo hablar",
    },
    rewritten={r"\balas\b": "a las"},
)
