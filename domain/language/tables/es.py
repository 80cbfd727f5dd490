"""Spanish, in one piece because a language is one file: what people say in it, and what we do; tables/shape.py tells what each table is for."""

from typing import Final

from domain.language.tables.shape import (
    Answerers,
    Asides,
    Dictation,
    FixedTexts,
    Language,
    Ours,
    Preferences,
    Rates,
    Remarks,
    Wishes,
)

_PERSON: Final = r"(?:(?:mi|su|el|la|nuestro|nuestra) )?(?:marido|esposo|mujer|esposa|madre|mama|padre|papa|hijo|hija|hermano|hermana|jefe|jefa|companero|companera|colega|encargad[oa]|gerente|senor|senora|duen[oa]|abuel[oa]|supervisor|supervisora|ella)"
_THEN: Final = r"(?: (?:ahora|ahora mismo|ya|enseguida|al telefono|por favor|un momento|un momentito|aqui))*"

# Recognisers write what they hear: "yamen", "buelvan a yamar", "dejeme" for "déjeme"; "más" and "mas" are one word here.
_DAY_PARTS: Final = r"(?:por (?:la|las) (?:mananas?|tardes?|noches?)|en (?:la|las) (?:mananas?|tardes?|noches?|tardecita|noche)|(?:los|las) (?:lunes|martes|miercoles|jueves|viernes|sabados|domingos|fin(?:es)? de semana|mananas|tardes|noches|festivos|feriados)|(?:el|en) (?:fin de semana|domingo|sabado)s?|entre semana|de (?:noche|madrugada|manana|dia|lunes a \w++)|a (?:la|las) (?:horas? de (?:(?:la|el) )?\w++|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|\d++)|a (?:estas|esas|esta|esa) horas?|a deshoras?|a mediodia|al mediodia|en horas? de (?:trabajo|oficina|comida|clase)|en horario (?:de \w++|laboral|de trabajo)|tan (?:temprano|tarde|de \w++)|muy (?:temprano|tarde)|tan tempranito|en vacaciones|cuando (?:estoy|este|trabajo|duermo|como)(?: \w++)?|mientras \w++)"
_CLOCK: Final = r"(?:antes|despues|pasadas|a partir(?! de (?:hoy|ahora|este momento))) (?:de )?(?:la|las|el|del|los)? ?\w++"
# How one does not want to be called: "no me llame señora". A vocative looks the same without its comma, so these are left alone.
_CALLED: Final = r"(?:(?:ya |por favor |usted )?(?:senor|senora|senorita|don|dona|joven|jovencit[oa]|usted|tu|vos|de (?:usted|tu|vos)|asi|licenciad[oa]|doctora?|ingenier[oa]|profesora?|mij[oa]|mi (?:amor|reina|rey|vida|cielo|nina)|amor|carino|corazon|cielo|guap[oa]|bonita|nen[ae]|chic[oa]|muchach[oa]|viej[oa]|abuel[oa]|tia|tont[oa]|loc[oa]|mentiros[oa]|ladrona?|ignorante|racista|moros[oa]|deudora?|terc[oa]|exagerad[oa]|por (?:mi|ese|el|su) (?:nombre|apellido)|\w++ (?:llam[ae]\w*+|digame|dime|soy|me llamo|mi nombre|se llama))(?!\S))"
_SUBJ: Final = rf"(?:(?:ll|y)ame(?:n|s|is)?(?! {_CALLED}(?!\S))|marque(?:n|s|is)?|telefonee(?:n|s|is)?|contacte(?:n|s|is)?|moleste(?:n|s|is)?|fastidie(?:n|s|is)?|joda(?:n|s|is)|chingue(?:n|s)|frieguen|fregues|insista(?:n|s|is)?|importune(?:n|s)?|timbre(?:n|s)?)"
_INF: Final = rf"(?:(?:ll|y)amar(?:me|nos)?+(?! {_CALLED}(?!\S))|marcar|telefonear|contactar|molestar|fastidiar|joder|chingar|fregar|importunar|insistir|acosar|hostigar|timbrar|comunicarse|dar (?:la )?lata|romper las pelotas|(?:hablar|escribir)(?=(?:me|nos)))(?:me|nos)?"
_GERUND: Final = rf"(?:(?:ll|y)amando(?:me|nos)?+(?! {_CALLED}(?!\S))|marcando|telefoneando|contactando|molestando|fastidiando|jodiendo|chingando|fregando|insistiendo|hostigando|acosando|timbrando|dando (?:la )?lata|rompiendo)(?:me|nos)?"
_PAST: Final = r"(?:(?:volvie(?:ra|se)[ns]? a (?:llamar|marcar|molestar|contactar)(?:me|nos)?)|(?:(?:ll|y)ama|marca|molesta|contacta)(?:ra|se)[ns]?)"
_AGAIN: Final = r"(?:[bv]uel[bv]a(?:n|s)?|[bv]ol[bv]ais)"
_PLACE: Final = r"(?:a|al|en|de) (?:(?:mi|el|la|este|esta|ese|nuestro|nuestra) )?(?:casa|numero|numerito|telefono|celular|cel|movil|linea|domicilio|aparato)(?: (?:de (?:mi|la) casa|fijo|personal|privado|particular))?"
# What may stand between a demand and what decides whether it is one; taken whole, so that what follows is really the next word.
_FILL: Final = rf"(?: (?:usted|ustedes|vosotros|por favor|porfavor|porfa|en (?:el futuro|adelante)|de (?:ahora|hoy) en adelante|a partir de (?:hoy|ahora)|aqui|aca|ya|nadie(?: de (?:su|esa|esta|la|vuestra) \w++)?|{_PLACE}|para (?:nada|eso|esto|esas cosas|estas cosas|estas tonterias|ofrecer\w*+ \w++|vender\w*+ \w++))(?!\S)){{0,4}}+"
_EVER: Final = r"(?: (?:mas nunca|nunca mas|nunca jamas|jamas|nunca|mas|otra vez|de nuevo|nuevamente|en la vida|en mi vida|en su vida|a nadie|ni una vez mas))"
_DAYS: Final = r"(?:lunes|martes|miercoles|jueves|viernes|sabados?|domingos?|festivos|feriados|fin(?:es)? de semana|dias?)"
_WHEN: Final = rf"(?:ahora|ahorita|ahorita mismo|hoy|manana|temprano|tempranito|tarde|tardecito|antes|despues|luego|hasta|desde|entre|mientras|cuando|durante|sin|fuera|si|salvo|excepto|menos|solo|solamente|entre semana|{_DAYS}|(?:los|las|el|un) (?:{_DAYS}|mananas|tardes|noches|proximo|dia)|(?:esta|estas|este|estos|esa|esas|ese) (?:manana|tarde|noche|semana|mes|horas?|momento|fin|dias?|ano)|la (?:proxima|otra|semana)|de (?:noche|madrugada|dia|manana|tarde|nuevo (?:hoy|hasta|antes)|una|dos|tres|cuatro|cinco|\d++|la cuenta|{_DAYS})|por (?:la|las|el|hoy|ahora|un|unos|el momento|lo pronto|telefono|las)|en (?:la|las|los|el|un|una|unos|unas|horas?|horario|este|esta|estos|semana|vacaciones|dias?|{_DAYS}|\w++ (?:minutos|horas|dias|semanas|meses))|a (?:la|las|(?:esa|esas|esta|estas) horas?|deshoras?|media|mediodia|altas|partir|primera|ultima|\d++)|al (?:mediodia|medio|menos|amanecer|rato|dia)|a menos|que (?:por|los|las|el|de|en|una|dos|a|al|para|cuando|sea)|tan (?:temprano|tarde|de \w++|tempranito|noche))"
_OFTEN: Final = r"(?:tan|tanto|tantas?|seguido|diario|diariamente|cada|todos|todas|todo el|siempre|a (?:cada|diario|todas)|(?:un|una|dos|tres|cuatro|cinco|\d++) (?:vez|veces))"
_WRITE: Final = r"(?:(?:mejor|mas bien|prefiero(?: que)?|sino|pero|y|solo|y mejor|pero si) ){0,2}(?:me )?(?:escrib\w++|mand[ae]\w*+|envi[ae]\w*+|text[eo]\w*+|por (?:escrito|correo|mail|email|mensajes?|whatsapp|wasap|guasap|wsp|sms))"
_MYSELF: Final = r"(?:(?:que |porque |ya |mejor )?(?:yo|nosotros)(?: ya)? (?:l[eoa]s?|te|os|me|nos) (?:llam|marc|habl|busc|comuni|contact|aviso|avis)\w++|(?:ya |mejor )(?:l[eoa]s?|te|os) (?:llamo|marco|hablo|aviso))"
_OTHERS: Final = r"(?:(?:sino|mejor|pero|si no|a mi) ){0,2}(?:(?:al|a la|en el|en la) (?:trabajo|oficina|fijo|negocio|laburo|curro|chamba|tienda|empresa|extension)|a mi (?:hija|hijo|esposa|esposo|mujer|marido|mama|papa|madre|padre)(?= (?:llam\w++|marqu\w++|marc\w++|habl\w++|sino)(?!\S))|(?:llam[ae]\w*+|marqu\w++|marc[ae]\w*+|habl[ae]\w*+) (?:a|al|con|en|manana|luego|despues|mas tarde|el|mejor|por)|llam[ae](?:me|nme|nos)|marqueme|marcame|hableme)"
_ELSE: Final = rf"(?! (?:{_WHEN}|{_OFTEN}|{_CALLED} (?:llam[ae]\w*+|digame|dime|soy|me llamo|mi nombre)|{_WRITE}|{_MYSELF}|{_OTHERS})(?!\S))"
# "Stop calling all day" is a demand, "stop calling at noon" is none.
_STOP_ELSE: Final = rf"(?! (?:{_WHEN}|(?:al|a la|en el|en la) (?:trabajo|oficina|fijo|negocio|laburo|curro|chamba|tienda|empresa))(?!\S))"
# After "no me llame" alone these show that it was the whole demand; anything else is asked about.
_DONE: Final = r"(?=$| \||(?: (?:no(?! (?:significa|quiere decir|importa)(?!\S))|ni|gracias|muchas|y|o|ya|que(?! (?:estoy (?!hart|cansad|en la|inscrit)|ando|trabajo|duermo|salgo|tengo|voy|me voy|hoy|ahora|es (?:muy )?tarde))|porque (?:no|ya|estoy hart\w++|me)|hag\w++|oig[ao]\w*+|oye|adios|hasta luego|entend\w++|entiend\w++|de acuerdo|ok|vale|punto|carajo|cono|joder|hombre|che|caray|caramba|esto|est[ae]n?|es (?:una|un|la|el)|mi|yo no|dej\w++|me (?:tienen|molest\w++|estan|dan?)|se l[oa]|te l[oa]|l[eo]s? (?:pido|ruego|digo|dije|suplico|exijo|agradezco)|borr\w++|quit\w++|elimin\w++|saqu\w++|tach\w++|son|cuant\w++|si no|robots?|maquinas|vendedores|prohibido|bast\w++|senor\w*+ (?:por favor|no|ya))(?!\S)))"
_NEVER: Final = rf"{_FILL}(?:{_EVER}{_ELSE}|{_ELSE}{_DONE})"
_SAID: Final = r"(?:dije|dijimos|dicho|pedi|pedimos|pedido|avise|avisado|repeti|repetido|adverti|advertido|digo|pido|ruego|suplico|exijo|solicito|agradeceria|agradezco)"
_CALLS: Final = r"(?:llamadas?|llamaditas?|yamadas?)"
_ADS: Final = rf"(?:{_CALLS}|mensajes|mensajitos|publicidad|propaganda|ofertas|promociones|comunicaciones|informacion|correos|nada)"
_REMOVE: Final = r"(?:quit|sac|saqu|borr|elimin|retir|tach|suprim|exclu[iy]|remuev|remov|bloque|desapunt)"
_REMOVED_E: Final = r"(?:quit|borr|elimin|retir|tach|suprim|excluy|remuev|bloque|desapunt)"
_REMOVED: Final = r"(?:quit|saqu|borr|elimin|retir|tach)"
_LIST: Final = r"(?:de (?:(?:la|las|su|sus|esa|esas|esta|estas|tu|tus|vuestra|vuestras|cualquier|toda|todas|todas sus|una vez de (?:su|la|esa)) )?(?:\w++ )?(?:listas?|listita|base|bases|sistema|registros?|agenda|directorios?|archivos?|padron|ficheros?|contactos|llamadas)|del (?:\w++ )?(?:sistema|registro|listado|directorio|padron|fichero|archivo|programa)|de (?:ahi|alli|alla|todo|todas partes|sus llamadas|los (?:registros|contactos)|donde (?:sea|este|lo tengan?))(?: \w++){0,3})(?! (?:de (?:espera|precios|invitados|asistencia|compras?|deudores|asistentes|bodas?|boda|regalos|clase)|del (?:super|mercado))(?!\S))"
_MINE: Final = r"(?:(?:mi|este|nuestro|ese) (?:numero|numerito|telefono|(?<!\bese )nombre|contacto|celular|cel|movil|registro)|(?:(?:todos|todo) )?(?:mis|nuestros) datos|todo lo mio|(?:el )?(?:numero|telefono|nombre) (?:mio|de mi (?:madre|padre|mama|papa|casa|abuela|esposo|esposa|marido|mujer)))(?! (?:viejo|anterior|antiguo|equivocado|fijo|de la lista de (?:espera|invitados|asistencia)|del (?:contrato|recibo|buzon|grupo|pedido|trabajo)|de (?:pedido|cliente|cuenta|factura|contrato|referencia|socio|tarjeta|caso|reserva)|de la (?:oficina|factura|tarjeta|empresa)|que (?:esta mal|es otro)|y (?:pong\w++|pon|anot\w++|apunt\w++|cambi\w++))(?!\S))"
_OF_WHAT: Final = r"(?=$| (?:ya|por favor|gracias|que|y|no|ahora|porque|anda|joder|hombre|le digo|inmediatamente|de (?:una vez|verdad|inmediato|todo(?: \w++)?|mi parte)|(?:de|en) (?:su|sus|la|las|esta|esa|estas|vuestra|vuestras|todas)(?: \w++)?? (?:listas?|base|bases|llamadas|publicidad|comunicaciones|datos|registros?|sistema|promociones|contactos)|senor\w*+|joven|si)(?!\S))"
_NOT_NAMED: Final = rf"(?! {_CALLED})"
_BUSY: Final = r"(?:ocupad[oa]s?|hocupad[oa]|manejando|conduciendo|(?:al |en el )volante|en (?:una |la |mi )?(?:reunion|junta|clase|clases|oficina|consulta|cita|misa|hospital)|en (?:el|mi) (?:trabajo|medico|doctor|dentista|banco|super|metro|autobus|bus|coche|carro|gimnasio|cine)|trabajando|laburando|cenando|comiendo|almorzando|cocinando|desayunando|durmiendo|saliendo|por (?:salir|entrar)|a punto de (?:salir|entrar)|con (?:gente|visita|un cliente|clientes|el nino|los ninos|la comida|prisa)|atendiendo)"
_LATER: Final = r"(?:mas tarde|mas tardecito|mas al rato|al rato|luego|luego luego|lueguito|despues|despuesito|(?:pasado )?manana|otro dia|otro rato|otro momento|otra hora|en otro momento|en otra ocasion|en (?:un|unos|una|media|dos|tres|cinco|diez|quince|veinte|treinta|\d++) ?(?:\w++)?|dentro de \w++|de aqui a \w++|a ?(?:la|las) \w++|(?:el|este|el proximo) (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|fin de semana|mes|dia|ano)|la (?:proxima|otra|siguiente|semana)(?: \w++)?|(?:por|en|a) la (?:manana|tarde|noche|tardecita)|esta (?:tarde|noche|semana)|a partir de \w++|tipo \w++|como a (?:la|las) \w++|cuando (?:pueda|salga|termine|vuelva|llegue|acabe|este|tenga|regrese|me (?:paguen|desocupe))\w*+(?: \w++)?|a mediodia|al mediodia|pasad[oa]s? \w++|hasta (?:el|la|despues) \w++|a ese? (?:hora|dia)|a esa hora)"
_CALL_ME: Final = r"(?:(?:ll|y)am[ae](?:me|nme|nos|dme|los)|(?:ll|y)ameme(?:lo)?|marqueme|marquenme|marcame|marcanos|hableme|hablame|hablenme|abl[ae]me|telefoneeme|telefoneame|contacteme|contactame|buscame|busqueme|(?:me|nos) (?:(?:ll|y)am[ae]n?s?|marc[ae]s?|marque[ns]?|habl[ae]n?s?|timbr[ae]s?|puede[ns]?s? (?:llamar|marcar|hablar|ablar|contactar)|podria[ns]? (?:llamar|marcar|hablar)|podes (?:llamar|marcar))|puede[ns]? (?:llamar|marcar|hablar)(?:me|nos)?|puedes (?:llamar|marcar)(?:me|nos)?|podes (?:llamar|marcar)(?:me|nos)?|podria[ns]?(?: usted)? (?:llamar|marcar|hablar)(?:me|nos)?|[bv]uel[bv][ae]n?s? a (?:llamar|marcar|intentar|hablar)(?:me|nos|lo)?|(?:peg[ae](?:me|nos)?|d[ea](?:me)?|echame|heche?me) un (?:toque|telefonazo|llamadon|fonazo|timbre|timbrazo|llamado|ring)|regreseme la llamada|(?:le|te) importa(?:ria)? llamar(?:me)?|devuelv[ae]me la llamada|intent[ae](?:lo)?|llame|llamen|marque|marquen)"
_NO_SEND: Final = r"(?!(?: \w++){0,8}? (?:mand|envi|emvi)[ae]\w*+)"
_NOT_ASKED: Final = r"(?<!\bno )(?<!\bnunca )(?<!\bjamas )(?<!\bno me )(?<!\bnadie me )(?<!\bquien )(?<!\bque no )(?<!\bsiempre me )"
_SEND: Final = r"(?:(?:mand|envi|emvi|pas|reenvi|remit|avient|comparti?|adjunt)(?:e|a|ie|ad|en)(?:me|nme|nos|nnos)(?:lo|la|los|las)?|mandan?os|hagame llegar|hazme llegar|haceme llegar|haganme llegar|(?:me|nos) (?:lo |la |los |las )?(?:mand[ae]s?|envi[ae]s?|pas[ae]s?|reenvi[ae]s?|avient[ae]s?|hac(?:e|es) llegar|hace llegar|compart[ei]s?)|(?:(?:me|nos) (?:lo |la |los |las )?)?(?:puede|puedes|pueden|podria|podrias|podrian|podes|podeis|quiere|quieres|queres|te importaria|le importaria) (?:mandar|enviar|pasar|reenviar|hacer llegar|compartir)(?:me|nos)?(?:lo|la|los|las)?|pong[ae](?:me|nme)(?:lo|la)? (?:por escrito|en un (?:correo|mail|email|mensaje))|dej[ae](?:me|nme) (?:los datos|la informacion|la info|el enlace|el link))"
_WHAT_SENT: Final = r"(?! (?:con|a (?:hablar|hacer|la (?:mierda|porra|goma))|al (?:cuerno|diablo|carajo)|saludos|un (?:saludo|abrazo|beso|tecnico)|dinero|a (?:mi|un|una) (?:tecnico|persona|senorita)|una? (?:factura|recibo)|por favor con|de un lado)(?!\S))"
_ROBOT: Final = r"(?:ro[bv]ots?|robocall|bots?|chatbots?|ma(?:qui|ki)nas?(?! (?:de|que(?! me))(?!\S))|computadora|computador|ordenador|contestador(?:a)?(?: automatic[oa])?|contestadora|grabaciones|mensaje grabado|gra[bv]acion(?! (?:anterior|de)(?!\S))|grabadora|inteligencia artificial|ia|i a|chat ?gpt|asistente (?:virtual|automatic[oa]|digital)|sistema automat\w++|operador[a]? (?:automatic[oa]|virtual)|voz (?:grabada|artificial|automatica|sintetica|robotica|de (?:maquina|robot|computadora|ordenador|mentira))|programa (?:de computadora|informatico|automatico)|llamada (?:automatica|automatizada|grabada))(?! (?:de (?:cocina|limpieza|coser|cafe|lavar|escribir)|aspirador\w*+|aspirad\w++|lavad\w++)(?!\S))"
_HUMAN: Final = r"(?:persona (?:real|de verdad|de carne y hueso|humana|de carne|viva|fisica|verdadera)|persona(?= o (?:un|una|es|eres|robot|maquina|que|k|bot|con|grabacion|ia|computadora)(?!\S))|personas?$|persona verdad$|persona por favor$|persona o no$|persona o que$|(?:ser )?humanos?|humana|alguien (?:real|de verdad|de carne y hueso|humano)|gente (?:de verdad|real)|agente (?:humano|real)|operador(?:a)? (?:humano|humana|real)|asesor (?:humano|real))"
_YOU_ARE: Final = r"(?:no sera[s]?|no seras|sera[s]?|acaso (?:eres|es|sos)|eres|es usted|usted es|usted sera|sos|vos sos|tu eres|ustedes son|son ustedes|es esto|esto es|es esta|esta es|es este|este es|^(?:(?:y|pero|oiga|oye|perdone|perdon|disculpe|hola|entonces|a ver|espere) ){0,2}es|se trata de|parece|pareces|parece usted|suena(?:s)?(?: usted)? (?:a|como)|me suena a|no eres|no es usted|no es)"
_TIME_TO_GO: Final = r"(?:irme|colgar(?:te|le|les|la|lo)?|cortar(?:te|le|la|lo)?|dejarl[eoa]s?|dejarte|dejarlos|marcharme|salir(?: ya| corriendo)|despedirme|ir)"
_AND_GO: Final = r"(?=$| (?:ya|ahora|ahorita|gracias|adios|disculp\w++|perdon\w*+|lo siento|que|porque|hasta|chao|chau|senor\w*+|joven|por favor|muchas|buen\w*+|bueno|ok|vale|llam\w++|marqu\w++|habl\w++|me (?:estan|espera\w*+)|lueg\w++|eh)(?!\S))(?! (?:ya (?:acostumbrando|preparando)|que (?:acostumbr|prepar)\w++)(?!\S))"

_WISHES: Final = Wishes(
    opt_out=(
        r"(?:sus|las|estas) llamadas no son (?:bienvenidas|bien recibidas)|me opongo a (?:que (?:usen|me llamen|me contacten|traten)|el uso de mis datos|recibir)|cancelen? todo (?:el )?contacto(?: conmigo)?|(?:dejen?|paren?) de (?:usar|utilizar) (?:este|mi) (?:numero|telefono)|(?:favor|bondad) de (?:perder|olvidar|borrar|quitar|eliminar|tirar) (?:mi|este) (?:numero|telefono|nombre)",
        r"(?:fallecio|murio|esta muert[oa]|en paz descanse|descanse en paz)(?: \w++){0,4}? (?:dejen de llamarl[oa]|no l[oa] llamen|no llamen|quit\w++|borr\w++)(?: \w++){0,3}",
        rf"(?:ya )?no (?:me|nos) (?:hable|hablen|hables|busque|busquen|llame|llamen)(?: mas)? para (?:ofrecer\w*+|vender\w*+|promocion\w*+)(?: \w++){{0,2}}{_ELSE}",
        r"no quiero que (?:ustedes |usted )?(?:tengan?|guarden?|usen?|conserven?|compartan?|vendan?|figure|aparezca|salga)(?: \w++)?? (?:mi|mis) (?:telefono|numero|datos|nombre|contacto|informacion)(?! (?:mal|equivocad|de (?:tarjeta|cuenta)))|mi (?:numero|telefono) no es publico",
        r"no quiero (?:ya )?nada (?:de|con) (?:ustedes|usted|su (?:empresa|compania))(?= (?:ni|nunca|y no|gracias|adios|ya)|$)",
        r"no (?:tienen?|tienes|tendrian) por que (?:estar )?(?:llamar|molestar|contactar|marcar|llamando)(?:me|nos)?(?! (?:tan|a (?:estas|esta)))",
        r"(?:dej[ae](?:me|nme)|saqu[ae]n?(?:me)?|quit[ae]n?(?:me)?|excluy[ae]n?(?:me)?)(?: ya)? (?:fuera )?de (?:las|sus|todas sus|estas|esas|esa|su) (?:campanas?|promociones|ofertas|publicidad)|no (?:me|nos) (?:incluya|metan?|pongan?|anoten?|agreguen?|incluyan)[ns]?(?: mas| nunca mas)? en (?:sus|las|ninguna|su|estas) (?:campanas?|listas?|promociones)",
        rf"no (?:me|nos) {_SUBJ} (?:por|de) (?:ningun|ninguna) (?:medio|motivo|via|razon|forma|manera|modo|concepto)",
        r"(?:nada de|no quiero|cero|no acepto|no aceptamos) (?:llamadas (?:comerciales|de ventas|publicitarias|de publicidad)|publicidad (?:por telefono|telefonica))|(?:ya )?(?:parele|parale|parenle|basta) (?:a|con|de) (?:la|tanta|esa) (?:llamadera|molestadera|insistencia|marcadera)",
        r"(?:yo )?no (?:les|le|os|te) (?:he |hemos )?(?:autorizad[oa]|autorice|di permiso|he dado permiso|di autorizacion)(?: a| para)? (?:que me llamen|llamar(?:me|nos)?|usar mi numero)",
        r"(?:sea|es|esta es|que sea) la ultima (?:llamada|vez) que (?:me |nos )?(?:hacen?|hagan?|llaman?|marcan?)|dej[ae]n(?: ya)? de molestar a (?:la gente|las personas)|no quiero que (?:figure|aparezca|este) mi (?:nombre|numero)",
        r"no (?:quiero|deseo|queremos) (?:tener )?(?:mas |ningun |ningun tipo de )?contacto con (?:ustedes|usted|vosotros|su (?:empresa|compania|banco|gente))",
        rf"^(?:(?:no|ya|por favor|que) ){{0,2}}ni {_CALLS} ni \w++(?: ni \w++){{0,2}}(?: (?:nunca|nada|por favor|gracias|mas|nunca mas)){{0,2}}$",
        rf"no ?(?:(?:me|nos|se|la|lo|le|les|los|las) ){{0,2}}{_SUBJ}{_FILL}{_EVER}{_FILL}{_ELSE}",
        rf"no ?(?:me|nos) {_SUBJ}{_FILL}{_ELSE}{_DONE}",
        rf"(?:solicito|pido|pedimos|exijo|requiero|demando|quiero|ordeno|quisiera)(?: (?:la|el|pedir|inmediata|inmediato|ya)){{0,2}} (?:eliminacion|cancelacion|supresion|retirada|exclusion|borrado|remocion|baja)(?: (?:inmediata|inmediato|total))? de (?:todos )?{_MINE}",
        rf"{_MINE} fuera {_LIST}|(?:quiero|pongan?|dejen?)(?: (?:estar|quedar))? fuera de (?:su|esa|esta|la) (?:lista|base|sistema)",
        rf"(?:este|ese) (?:numero|telefono|celular|movil) no (?:quiere|acepta|recibe|desea|es para)(?: (?:mas|recibir|que (?:me|nos)?|que)){{0,3}} ?(?:{_CALLS}|llamen|llamar|molesten)",
        rf"(?:quiero|quisiera|me gustaria|deseo|solicito|pido|necesito) (?:que )?(?:ser|sea) (?:retirad|eliminad|borrad|quitad|excluid|sacad|removid)[oa] {_LIST}",
        r"(?:opto|elijo) por no (?:recibir|ser contactad[oa])",
        r"(?:cesen|cese|detengan|suspendan|terminen|interrumpan)(?: (?:ya|con|de inmediato|inmediatamente)){0,2} (?:los|las|sus|estos|estas|esos|esas) (?:contactos|llamadas|comunicaciones|mensajes)",
        r"(?:es|sea|que sea|esta es|sera) la ultima vez que (?:ustedes )?(?:me |nos )?(?:llaman?|llame[ns]?|marcan?|marquen|molestan?|molesten)",
        rf"ni (?:se (?:le|les|te|os) ocurra|(?:lo )?(?:intente|piense|suene)[ns]?)(?: (?:en|con|mas|a)){{0,2}} (?:volver a )?{_INF}{_FILL}{_ELSE}|no (?:intente|trate|intenten|vuelva a intentar)[ns]?(?: de)?(?: volver a| mas| otra vez){{0,2}} {_INF}{_NEVER}",
        r"no (?:me |nos )?(?:de|den|des|deis|sigan dando)(?: (?:mas|mas la|la))? (?:lata|tabarra|turra|brasa|murga)(?! (?:los|hoy))",
        rf"no ?(?:me|nos) {_SUBJ}(?: \w++){{1,2}} ni (?:nunca|jamas|ningun dia)",
        rf"no ?(?:me |nos )?(?:escriba|mande|envie|busque|hable|llame|marque|contacte)(?:n|s)?(?: (?:mas|nada|mensajes|correos|{_ADS}|por correo|por telefono)){{0,3}} ni (?:me |nos )?(?:{_SUBJ}|escriba[ns]?|hable[ns]?|busque[ns]?){_FILL}{_ELSE}",
        rf"(?:nunca|jamas) (?:mas )?(?:me|nos) {_SUBJ}{_FILL}{_ELSE}{_DONE}|(?:nunca|jamas) mas (?:me |nos )?(?:{_SUBJ}|{_AGAIN} a {_INF}){_FILL}{_ELSE}",
        rf"(?:favor|amable|amables|bondad|gentileza|pido|ruego|agradeceria|agradezco|prefiero|podrian|pueden|quieren|exijo|solicito)(?: de)? no (?:volver a )?{_INF}{_NEVER}|no (?:[bv]ol[bv]er) a {_INF}{_NEVER}",
        rf"(?:queda |esta |tienen? )?(?:prohibido|terminantemente prohibido) (?:que )?(?:volver a )?(?:{_INF}|me (?:vuelvan a )?llam\w++){_FILL}{_ELSE}",
        r"no se (?:me )?(?:comunique[ns]?|contacte[ns]?|ponga[ns]? en contacto)(?: (?:mas|nunca mas|otra vez|de nuevo))? (?:conmigo|con nosotros)(?! (?:antes|hasta|por|los)(?!\S))",
        rf"(?:agradeceria|agradezco|preferiria|prefiero|me gustaria|quisiera|ojala|encantaria|rogaria|pediria|querria|interesa|seria mejor)(?: \w++){{0,3}} que (?:ya )?no (?:me |nos )?{_PAST}{_NEVER}",
        r"(?:agradeceria|preferiria|me gustaria|quisiera|ojala|encantaria|pediria|querria|interesa)(?: \w++){0,2} que (?:(?:me|nos) )?(?:dejara[ns]?|dejase[ns]?|dejen|deje|pararan|paren) (?:de (?:llamar|molestar|marcar)(?:me|nos)?|en paz|tranquil[oa])",
        r"(?<!\bno )(?:quiero|quisiera|pido|exijo|necesito|solicito|me gustaria|me encantaria|me interesa|prefiero|deseo|ordeno|encantaria)(?: \w++)? que (?:me|nos|se me) (?:borr|quit|saqu|elimin|retir|tach)(?:en|e|ara[ns]?|ase[ns]?)(?! (?:el|la|los|las|un|una|ese|esa|esos|eso|mi|mis|dinero|puntos)(?!\S))",
        r"(?<!\bno )(?:que|y|ya|si) (?:me|nos) (?:borr|quit|elimin|saqu|tach)(?:e|en)(?=$| (?:ya|le digo|le dije|de una vez|por favor|gracias|entendido)(?!\S))|^(?:(?:si|ok|bueno|oiga|pues) ){0,2}(?:me|nos) (?:borra|elimina|quita)[ns]?(?: (?:ya|por favor|porfa)){1,2}$",
        rf"(?:mi|este|el) (?:numero|telefono|nombre|contacto)(?: \w++){{0,3}} (?:{_REMOVED}|saqu)(?:e|en|a)(?:lo|nlo|la|melo)",
        r"no (?:quiero|queremos|deseo|deseamos) (?:estar|aparecer|figurar|seguir|continuar|permanecer|que me tengan|que mi (?:numero|nombre) este)(?: (?:mas|ya|apuntad[oa]|inscrit[oa]))? en (?:su|sus|la|las|esa|esta|ninguna|ningun|ese|este|vuestra)(?: \w++)?? (?:listas?|registros?|base|bases|sistemas?|agenda)(?! de (?:espera|invitados))",
        r"no (?:me|nos) (?:deje|dejes|mantenga|mantengas|tenga|tengas|incluya|ponga|apunte|meta)n?(?: mas)? (?:en (?:la|su|sus|esa|esta|ninguna|ningun|el)(?: \w++)?? (?:listas?|registros?|base|sistema)|apuntad[oa]|inscrit[oa])(?! de (?:espera|invitados))",
        rf"no (?:quiero|deseo|queremos) seguir (?:recibiendo|atendiendo|contestando) (?:mas |sus |estas |esas )?{_ADS}{_ELSE}",
        rf"no (?:quiero|deseo|queremos|acepto) (?:recibir )?(?:ni )?(?:sus |mas )?(?:correos|mensajes|whatsapps|publicidad|propaganda|emails|cartas) ni (?:sus |mas )?{_CALLS}(?: (?:suyas?|de ustedes|de nadie|comerciales|ni nada))?{_ELSE}|no (?:quiero|deseo|queremos) (?:ni )?(?:sus )?{_CALLS} ni (?:sus )?(?:correos|mensajes|nada|publicidad|visitas)",
        rf"no {_SUBJ} {_PLACE}{_FILL}{_ELSE}{_DONE}",
        rf"no (?:me|nos) (?:hable(?:n|s|is)?|escriba(?:n|s|is)?|mande(?:n|s|is)?|envie(?:n|s|is)?|busque(?:n|s)?)(?: {_ADS}(?: (?:ni|y|o) {_ADS})?)?{_FILL}{_EVER}(?: {_ADS})?(?: de (?:ustedes|su empresa))?{_ELSE}(?! (?:de|sobre|por)(?!\S))",
        rf"no ?(?:(?:me|nos|se|le|la|lo|les) ){{0,2}}{_AGAIN} (?:(?:ustedes|nunca|jamas|mas) )?a (?:{_INF}|hablar|escribir|buscar|comunicar(?:se|os|te)?)(?: conmigo| con nosotros)?{_FILL}(?:{_EVER})?{_ELSE}",
        rf"no (?:me |nos )?{_AGAIN} a (?:mandar|enviar)(?:me|nos)? {_ADS}",
        rf"(?<!\bno )(?<!\bno me )(?<!\bnunca )(?<!\bjamas )(?:dej[ae](?:n|d|s|is)?|dejeis|dejar|par[ae](?:n|d)?|pares|paren(?:le)?|ces[ae](?:n)?|termine(?:n)?|absten(?:gase|ganse|te)|evit[ae](?:n)?|basta|basta ya|prohibo|prohibimos)(?: ya| por favor| de una vez| ustedes){{0,2}} (?:de )?(?:estar )?(?:{_INF}|(?:hablar|escribir)(?:me|nos)|{_GERUND}|dar (?:la )?lata|dar el conazo){_FILL}{_STOP_ELSE}",
        r"(?<!\bno )(?<!\bno me )(?<!\bnunca )(?:dej[ae](?:n|d)|deje|paren|pare|parad)(?: ya)? de molestar(?! (?:a(?! mi (?:abuel|madre|mama|padre|papa|espos|mujer|marido|familia|hij|casa)\w*+)|al|con (?:el|la|ese|esa))(?!\S))",
        rf"(?<!\bno )(?<!\bno me )(?:dej[ae](?:n|d)?|paren|pare|cesen) de (?:estar )?(?:mandar|enviar|mandando|enviando)(?:me|nos)? (?:mas |tantas? |sus |tantos )?{_ADS}",
        rf"(?<!\bno )(?<!\bno me )(?:me|nos) dej[ae](?:n|s|is)?(?: ya| por favor)? de (?:{_INF}|estar {_GERUND}){_STOP_ELSE}",
        rf"(?:parenle|parale|parele|dejen|dejense|paren|pare|parad|deje|corten)(?: ya)? (?:ya )?(?:con |a |de |con lo de )?(?:sus|las|esas|estas|tantas|tanta|con las|tus)(?: \w++)? {_CALLS}",
        rf"(?:basta|ya basta|ya estuvo bueno|ya esta bien|ya no|no)(?: ya)? (?:de |con |mas )?(?:mas |tantas? |sus |las |esas |estas |recibir |quiero ){{0,3}}{_CALLS}(?: mas| de ustedes| de (?:ventas|publicidad)| comerciales| por favor| publicitarias| ya){{0,3}}(?=$| (?:por favor|gracias|no|ya|que|ni|y|porque)(?!\S)){_ELSE}",
        rf"(?:ni una|ninguna)(?: sola)? {_CALLS} mas",
        rf"(?<!\bpor que )no (?:me |nos |se )?(?:este(?:n|s|is)?|ande(?:n|s)?|siga(?:n|s|is)?|continue(?:n|s)?) (?:{_GERUND}|llam[ae] y llam[ae]|marque y marque|mandando(?:me)? (?:mensajes|publicidad))(?: conmigo)?{_FILL}(?:{_EVER})?{_STOP_ELSE}",
        rf"(?:ya )?no (?:quiero|queremos|deseo|deseamos|quisiera|permito|autorizo|acepto|admito|consiento|necesito)(?: mas)? que (?:(?:ustedes|nadie(?: de (?:esa|su|esta) \w++)?|su empresa|ya|sigan?|nunca|me|nos|se|les|doy) ){{0,3}}(?:{_SUBJ}|(?:anden?|esten?|sigan?) {_GERUND}|{_GERUND}|{_AGAIN} a (?:{_INF}|hablar|escribir)|hagan {_CALLS}|comuniquen(?: conmigo)?|hablen(?= (?:mas|nunca|otra vez)(?!\S))){_NEVER}",
        rf"(?:ya )?no (?:quiero|queremos|deseo|deseamos|quisiera|acepto|aceptamos|autorizo|admito|consiento)(?: ya)? (?:recibir|que me hagan|tener|atender|contestar) (?:ya )?(?:mas|ningun\w*+|sus|estas|esas|este tipo de|ese tipo de|ningun tipo de|otra|nunca mas)?(?: (?:mas|tipo de|de sus|de estas|otra))?(?: ?{_ADS})(?: (?:de|suy[ao]s?|mas|comerciales|publicitari[ao]s?|telefonicas?|suya))?(?: (?:ustedes|usted|su empresa|nadie|publicidad|ventas|este tipo|ningun tipo|esa compania|vosotros))?{_ELSE}(?! (?:gratis|de (?:luz|internet|mi)|hasta|aqui en el trabajo|al (?:correo|trabajo))(?!\S))",
        rf"(?:ya )?no (?:quiero|queremos|deseo|necesito)(?: recibir)?(?: ya)? (?:mas|sus|ninguna|ni una) {_CALLS}(?: mas)?{_ELSE}",
        rf"(?:ya )?no (?:quiero|queremos|deseo|quisiera) (?:ser|que me sigan) (?:contactad|llamad|molestad|importunad)[oa]s?{_FILL}{_EVER}?{_ELSE}",
        r"(?:ya )?no (?:quiero|queremos|quisiera) (?:volver a )?(?:saber|oir|escuchar) (?:nada )?(?:mas )?(?:nada )?(?:mas )?(?:de|a) (?:ustedes|usted|vosotros|su empresa|su compania)(?! (?:hasta|antes|hoy)(?!\S))",
        rf"(?:quisiera|quiero|prefiero|preferiria|me gustaria|solicito|pido|deseo) (?:que )?(?:no|dejar de) (?:volver a )?(?:ser contactad[oa]|ser llamad[oa]|recibir(?: (?:mas|ningun\w*+|sus|estas|este tipo de))?(?: {_ADS})){_ELSE}",
        rf"(?:(?:les?|te|os|se lo|lo) (?:he |hemos |habia )?|ya |veces |vez )(?<!\bno les )(?<!\bno le )(?<!\bno te ){_SAID}(?: \w++){{0,4}} que no (?:me|nos)? ?(?:volvieran? a (?:{_INF}|llamar)|(?:ll|y)amara[ns]?|(?:ll|y)amase[ns]?|marcara[ns]?|molestara[ns]?|contactara[ns]?){_FILL}{_EVER}?{_ELSE}{_NOT_NAMED}",
        rf"(?:les?|te|os) (?:he |hemos )?(?:{_SAID}|prohibo|prohibimos|tengo prohibido|dije)(?: \w++){{0,4}} (?:que )?(?:(?:me|nos) (?:quitar|borrar|sacar|eliminar|dej)a?ra?[ns]?(?: de (?:la|su|esa) lista| de llamar| en paz)|dejara[ns]? de (?:llamar|molestar|marcar)(?:me|nos)?)",
        rf"(?:les?|te|os) (?:tengo )?prohib(?:o|imos|ido)(?: \w++){{0,2}} (?:que (?:(?:me|nos) )?(?:{_SUBJ}|{_AGAIN} a \w++)|{_INF})",
        r"no (?:tienen?|tienes|teneis|les doy|le doy|doy|les di|les he dado)(?: ustedes)? (?:mi |el |ningun |ninguna )?(?:permiso|autorizacion|consentimiento|derecho)(?: \w++)? (?:para|a|de) (?:que (?:me|nos) llamen|(?:llamar|contactar|molestar|marcar)(?:me|nos)?)",
        r"(?<!\bno )(?:revoco|retiro|revocar|retirar|cancelo|anulo)(?: \w++)? (?:mi|el|todo) (?:consentimiento|autorizacion|permiso)",
        r"(?:ejerzo|ejercer|ejercito)(?: \w++){0,2} derecho (?:de|a la|al) (?:oposicion|supresion|olvido|cancelacion|rectificacion y cancelacion)",
        r"(?<!\bno )(?:estoy|estamos|esta)(?: (?:inscrit|apuntad|registrad|dad)[oa]s?(?: de alta)?)? en (?:la |el )?(?:lista|registro|servicio)(?: (?:nacional|de|publico|oficial)){0,3} (?:robinson|robinsons|no llam\w++|no llame|no molest\w++|no contactar|exclusion|excluidos|repep)",
        rf"(?<!\bno )(?:pon(?:ga|gan)?|apunt[ae]n?|apunten|inscrib[ae]n?|anot[ae]n?|agregu?e?n?|met[ae]n?|incluy[ae]n?|añad[ae]n?)(?:me|nos|lo|la)? (?:{_MINE} )?(?:en|a) (?:la|su|una|esa) lista (?:negra|robinson|de (?:no (?:llam\w++|contact\w++|molest\w++)|exclusion|excluidos|los que no)|no llam\w++)",
        rf"(?<!\bno )(?<!\bno me )(?<!\bno nos )(?:{_REMOVE}(?:e|en|a|ad|es|an|as|ar|eis|i|ir|er|emos) ?(?:me|nme|nos|nnos|lo|la)?|qui teme|{_REMOVE}(?:e|a|en)(?:me|nme|nos)){_FILL} (?:{_MINE} )?(?:ya |por favor |de una vez |inmediatamente ){{0,2}}{_LIST}",
        rf"(?<!\bno )(?<!\bno me )(?:{_REMOVE}(?:en|a|ad|es|an|as|ar|eis)|{_REMOVED_E}e) (?:ya |por favor )?{_MINE}|saque {_MINE}(?=$| {_LIST}| (?:ya|por favor|gracias)(?!\S))",
        rf"(?<!\bno )(?:{_REMOVED}(?:e|en|a|ad)(?:me|nme|nos|nnos)|sacame|sacanos){_FILL}(?: inmediatamente| de una vez| ahora mismo)?(?=$| (?:que|porque|no|y no|gracias|ya|ni|de verdad|de una vez|le digo|ahora)(?!\S))",
        rf"(?<!\bno )(?<!\bno me )(?:d[ea](?:n|d|s)?(?:me|nos)|denme|dennos|dadme|darme|darnos|me d[ae]n?s?|(?:me |nos )?(?:puede|puedes|pueden|podria|podrian|quiere[ns]?) dar(?:me)?) (?:ya |por favor ){{0,2}}(?:de|la) baja(?: (?:ya|por favor|de todo(?: lo (?:suyo|vuestro))?|(?:de )?(?:la|su|sus|esta|esa|todas?|vuestra)(?: \w++)? (?:lista|listas|base|llamadas|publicidad|comunicaciones|datos))){{0,3}}+{_OF_WHAT}",
        r"(?<!\bno )(?:quiero|pido|solicito|deseo|necesito)(?: pedir| solicitar| tramitar)? (?:la|mi) baja(?: (?:inmediata|ya|por favor|definitiva)){0,2}(?=$| de (?:la|su|sus|esta|esas|todas) (?:sus )?(?:lista|listas|base|llamadas)(?!\S))",
        r"(?<!\bno )(?:dej[ae](?:me|nme|nos|nnos)|dejadme|dejadnos|(?:que|y|usted|ustedes|favor|ya|si) (?:me|nos) dej[ae]n?|(?:me|nos) dej[ae]n?s?(?= (?:ya )?(?:en paz|tranquil\w++) (?:de una|ya|por favor|de una vez|por)(?!\S)))(?: ya| por favor| de una vez| usted| ustedes){0,2} (?:en (?:santa )?paz|tranquil[oa]s?)(?! (?:un (?:momento|rato|ratito|segundo)|que (?:piense|lea|mire|vea|busque)|hoy|ahora|esta|hasta)(?!\S))",
        r"(?:^|(?<=usted )|(?<=ustedes )|(?<=empresa )|(?<=y ))(?:ya )?me dejan? en paz(?! (?:un|hoy|hasta|mis?|los|las)(?!\S))",
        rf"(?<!\bno )(?<!\bno se )(?<!\bno te )(?:olvid[ae](?:n|te|se|nse|os)?|olviden|pierd[ae]n?) (?:de |que (?:existe|tiene) )?{_MINE}",
        r"(?<!\bno )(?:olvidate|olvidese|olvidense|olvidaos) de (?:mi|nosotros|que existo)(?=$| (?:por favor|ya|gracias|y|que|para siempre|de una vez)(?!\S))",
        r"(?:aqui |aca )?no (?:acepto|aceptamos|atiendo|atendemos|se aceptan|recibimos|recibo|contesto|contestamos) (?:este tipo de |ningun tipo de )?(?:llamadas) (?:comerciales|de (?:ventas|venta|publicidad|vendedores|telemarketing|propaganda|este tipo)|publicitarias|promocionales|no deseadas|spam|desconocidas? comerciales)",
        r"(?<!\bno )(?:desuscrib|desinscrib)(?:a|an|ir|e|eme|ame|anme|irme)(?: ?(?:me|nme))?",
        r"(?<!\bno )(?:cancel|anul)(?:e|en|ar|o|enme|eme|arme)(?: ya)? (?:la|mi) (?:suscripcion|inscripcion)(?: (?:a|de) (?:(?:estas|sus|las) (?:llamadas|mensajes|ofertas)|(?:esta|la|su) lista))",
    ),
    opt_out_alone=(
        r"(?:(?:no|por favor|ya|oiga|bueno) ){0,3}(?:baja|alto)(?: (?:ya|por favor|gracias)){0,2}",
        r"(?:dar|darme|dame|deme|denme) (?:de |la )?baja",
    ),
    opt_out_likely=(
        r"ya me (?:canse|harte) de (?:ustedes|sus llamadas|que (?:me )?llamen)|vaya[ns]? a (?:molestar|llamar|fastidiar) a otr[oa]s?|(?:prometieron|dijeron|aseguraron) que (?:ya )?no (?:me )?(?:ll|y)amarian|ya me habia dado de baja|(?:numero|telefono) (?:es )?privado nada de (?:publicidad|llamadas|ventas)",
        r"(?:nunca|no) (?:les|le|os|te) (?:di|he dado|dimos) (?:yo )?mi(?:s)? (?:datos|numero|telefono)(?! de)(?: \w++){0,5}? (?:borr|elimin|quit|sa[cq])\w++",
        r"^(?:(?:por favor|que|y) ){0,2}ya no (?:vuelvan|vuelva|jodan|insistan|frieguen)(?: (?:por favor|gracias|ya))?$|(?:ustedes )?llaman y llaman(?: \w++){0,3}",
        r"como (?:me doy|puedo darme|me puedo dar|hago para darme|se da uno) de baja(?=$| (?:de (?:la|su|sus|esta|estas|todo) ?(?:lista|listas|llamadas|esto)?|por favor)(?!\S))",
        rf"no (?:me|nos) {_SUBJ}{_FILL}{_ELSE} (?:que|porque|estoy|ando|pues|es que|tengo|voy|aqui|aca|por eso|solo|hombre|mujer|favor)(?: \w++)?",
        r"^(?:(?:por favor|ya|y|que|oiga|oye) ){0,2}no (?:me |nos )?(?:llaman?|marcan?|molestan?) (?:mas|nunca mas|ya)(?! (?:tarde|temprano|de|que|los|las|por|en|a)(?!\S))",
        r"(?:(?:ya )?(?:me|nos) tienen(?: ustedes)?|(?:ya )?me teneis|(?:me|nos) tiene usted)(?: (?:ya|muy|bien|todo|ustedes|super|mas que)){0,2} (?:hart[oa]s?|cansad[oa]s?|podrid[oa]s?|aburrid[oa]s?|frit[oa]s?|loc[oa]s?|agobiad[oa]s?|hasta (?:la|el|los|las) \w++|bombardead[oa])(?! (?:los|las|el|la|mi|mis|en|de trabajo)(?! (?:llamadas|dichosas|malditas))(?!\S))(?: (?:con|de) (?:tanta|tantas|sus|las|estas|esas|ustedes|que|tanto|vuestras)(?: \w++)?)?",
        r"(?:estoy|estamos|ya estoy)(?: (?:ya|muy|bien|realmente|verdaderamente|tan|mas que|hasta)){0,2} (?:hart[oa]s?|cansad[oa]s?|podrid[oa]s?|(?:la|el|los) (?:coronilla|gorro|madre|moño|mono))(?: ya)? (?:de|con) (?:tantas?|sus|estas|esas|ustedes|vosotros|usted|tanta|que (?:me|nos) (?:llamen|molesten|marquen|esten)|(?:recibir|contestar) (?:llamadas|sus|tantas|estas)|la misma llamada|la llamadita|llamadas|las llamadas)",
        r"(?:cuantas|mil|tantas|diez|veinte) veces (?:mas )?(?:(?:les?|te|os|se lo) )?(?:tengo que|hay que|quiere[ns]? que|tendre que|voy a tener que|he de|debo|necesito) (?:l[eo] |les |se lo |te |os )?(?:decir|repetir|pedir|diga|repita)(?:l[eo]s?|selo|te|telo|oslo)?(?: que no(?! (?:es|soy|tengo|estoy|puedo|se)(?!\S))(?: \w++)?)?",
        r"(?:es|esto es|esto ya es|ya es|seria|parece|considero)(?: (?:un|una|ya|puro|pues)){0,2} (?:acoso|hostigamiento)(?=$| (?:telefonico|ya|que|esto|dejen|no|de ustedes|lo que (?:hacen|estan)|paren|por favor)(?!\S))",
        r"(?:(?:me|nos) estan?|siguen|estan) (?:acosando|hostigando|molestando)(?:me|nos)?(?! (?:los|las|el|la|mis?|por (?:otra|una))(?!\S))",
        r"(?:(?:los|las|les|lo|la|le|os|te|a ustedes los|a ustedes les) (?:voy a |vamos a |tendre que |voy a tener que )?(?:denunci(?:o|are|ar|amos)|demand(?:o|are|ar)|bloque(?:o|are|ar)|report(?:o|are|ar))(?! (?:al|a (?:los|las|la|mi|un|una|el))(?!\S))|(?:voy a|vamos a|pienso) (?:denunciar|demandar|bloquear|reportar)(?:los|las|lo|la|les|le|os|te)?(?! (?:a|al|la|el|mi|un|una)(?!\S))|pongo (?:una )?(?:denuncia|queja|reclamacion))",
        r"si (?:me |nos )?(?:vuelven? a (?:llamar|marcar|molestar|contactar)(?:me|nos)?|(?:llaman?|marcan?) (?:otra vez|de nuevo|una vez mas)|siguen? (?:llamando|molestando|insistiendo)(?:me|nos)?)(?: (?:los|las|les|lo|la|te|os|voy|llamo a la|pongo|aviso|a la|hago)(?: \w++)?)",
        r"por que (?:no )?(?:me |nos )?(?:siguen? (?:llamando|molestando|insistiendo)(?:me|nos)?|no (?:me )?(?:dejan?|paran?) (?:de (?:llamar|molestar|insistir)(?:me|nos)?|en paz|tranquil[oa]))",
        r"(?:a ver |y )?cuando (?:van|va|vas) a (?:dejar|parar) de (?:llamar|molestar)(?:me|nos)?",
        r"(?:a ver si|espero que|ojala)(?: ya)? (?:(?:me|nos) )?(?:dejan|dejen|paran|paren|dejas) (?:de (?:llamar|molestar)(?:me|nos)?|en paz|tranquil[oa])(?! (?:los|las|mis?)(?!\S))",
        r"(?:ustedes|es que|pero es que|dios) no (?:paran|dejan|se cansan) de (?:llamar|molestar|insistir|marcar)(?:me|nos)?",
        r"^(?:(?:ya|no|por favor|oiga|bueno|hombre) ){0,3}(?:basta|parenle|paren|pare|parad|ya estuvo (?:bueno|suave|bien)|no jodan|no friegue[ns]?|no frieguen)(?: (?:ya|por favor|hombre|senor\w*+|de una vez|ustedes|no|si|quieren|quiere|gracias)){0,3}$",
        r"(?:ya|pero) (?:les|le|te|os|se lo|se los) (?:dije|he dicho|hemos dicho|dijimos|pedi)(?: \w++){0,3} (?:que (?:pararan?|basta|ya no|me dejara[ns]?|me quitara[ns]?)|de la lista)",
        r"no (?:hace falta|hay necesidad|es necesario|tiene[ns]? (?:que|por que|para que))(?: de)?(?: que)? (?:me )?(?:volver a llamar(?:me)?|vuelva[ns]? a llamar(?:me)?|(?:seguir|sigan) (?:llamando|insistiendo)(?:me)?|llamar(?:me)? (?:mas|nunca mas|otra vez)|llamen mas)(?! (?:hoy|manana|hasta)(?!\S))",
        rf"no (?:moleste[ns]?|insista[ns]?|llame[ns]?|marque[ns]?|molesteis|llameis|insistais){_FILL}(?: (?:gracias|hombre|hagan el favor)){{0,2}}{_ELSE}{_DONE}",
        r"(?:como|donde|que hago|que tengo que hacer|a quien|que numero)(?: \w++){0,3} (?:para|puedo) (?:que (?:me|nos) (?:borren|quiten|saquen|dejen)|quitarme|borrarme|salir(?:me)?|darme de baja|dejar de recibir)(?: de (?:la|su|esta|esa) lista| (?:sus|estas) llamadas| de llamar)",
        r"(?:por favor )?(?:no|ya no) me (?:escriba|escriban|mande|manden|envie|envien) (?:mensajes|publicidad|propaganda|ofertas)(?! (?:por|al?|todavia|hasta|de|hoy|a la|(?:mejor |sino )?(?:llam|marqu|habl)\w++)(?!\S))",
        r"(?<!\bno )quiero (?:salir|salirme|quitarme|borrarme|desapuntarme) de (?:(?:la|su|esta|esa|sus|vuestra|todas las) lista\w*+|aqui|esto|ahi)",
        r"(?<!\bno )(?<!\bno me )dej[ae]s? de molestar(?:$| (?:ya|por favor|tio|oye)(?!\S))",
    ),
    no_opt_out=(
        r"(?:yo )?(?:ya no )?me llamo(?: \w++)?|por que no me (?:llam|habl)(?:aron|o|aste)",
        rf"(?:(?:me|nos|le|les|lo|la) )?(?:quit|borr|(?<!\bdonde )sac|elimin|retir)aron(?! (?:mi|este) (?:numero|telefono)(?!\S))(?: (?:de|del|mi|el|la|los|las|sin))?(?: \w++)?(?: {_LIST})?|(?:me|nos|le|lo) (?:dieron|han dado|dio) de baja|(?:estoy|esta|estaba|sigo|sigue|estuve) de baja|dej[ae](?:me|nme) (?:tranquil[oa]|en paz) (?:una hora|un rato|unos? \w++|por (?:ahora|hoy))(?: y \w++)?",
        r"(?:dejen?|paren?|dejad) de (?:llamar|marcar|molestar|contactar)(?:me|nos)?(?: a mi)? (?:y|mejor|pero) (?:llam|marqu|habl|contact)\w++|(?:dejen?|paren?) de \w++ (?:con|desde) (?:un )?numeros? (?:privado|oculto|desconocido)s?|no que (?:dejen?|paren) de \w++|(?:si|cuando) (?:me |nos )?dejan? de (?:llamar|marcar|avisar)",
        r"(?<!\bno )(?:quiten?|borren?|saquen?|eliminen?|cambien?)(?:me|nme)? (?:ese|este|mi|el) (?:numero|telefono|correo)(?: \w++)? y (?:llam|marqu|pong|pon|apunt|anot|us|dej)\w++|no (?:me )?(?:manden?|envien?|escriban?|mande|envie|escriba)(?: mas)?(?: (?:mensajes|correos|cartas|whatsapps|nada))? (?:mejor |prefiero que |pero |y )?(?:me )?(?:llam|marqu)\w++",
        rf"(?:anulen?|cancelen?|olviden?|olvidese|deshagan?|en serio|anule)(?: de)? (?:lo|eso) de (?:no llam\w++|(?:quitar|borrar|sacar|eliminar)\w*+(?: {_LIST})?)|(?:dijo|dijeron|pidio|dije|pedi) que (?:ya )?no (?:me |nos )?(?:ll|y)am\w++(?: mas)? pero (?:yo|ya|ahora|cambie)",
        r"no (?:moleste|llame|haga ruido|interrumpa) que (?:esta|estoy|estan) \w++ (?:dice|me dice|dijo) (?:mi|el|la)",
        rf"(?:quien (?:dijo|dice|ha dicho)|para nada|ni (?:loc[oa]|muert[oa]|(?:se (?:le|te|les) ocurra|lo piense|piense[ns]?|sone\w++))|de ninguna manera|no es que|tampoco|en absoluto)(?: (?:que|yo|en|ya)){{0,2}}(?: (?:quiero|quiera|queria|pedi|pido|pienso))?(?: que)? (?:(?:me |nos )?{_REMOVE}\w*+|(?:me |nos )?(?:darme|den|diera[ns]?|dar) de baja|salir(?:me)?)(?: {_MINE})?(?: {_LIST})?",
        r"si (?:me |nos )?(?:vuelven?|siguen?) (?:a )?+(?!llam|molest|marc|insist|contact|fastidi|hostig)\w++(?: \w++){0,3} (?:los|las|les|lo|la) (?:denunci|demand|report)\w++",
        r"(?:decia|digo|dije|dicho|hablaba|pedi|avise|diga|dile|digale)(?: \w++)?? (?:al|a (?:los|las|la|mi|mis|un|una|ese|esa|esos)) (?:\w++ ){1,4}?que (?:no (?:me |nos |la |lo |le )?(?:llam|marqu|molest|insist)\w++|(?:deje|dejen|pare|paren) de \w++)(?: mas)?",
        r"(?<!\bno )(?<!\bno me )(?:escrib(?:a|an|e|i|is|ame|anme|eme|ime|idme|ir|irme|en)|(?:mand|envi)(?:e|en|a|an|ad|ar|ame|eme|enme|anme|arme|adme|es|as) (?:un |una )?(?:mensajes?|mensajito|whatsapp|wasap|correo|mail|sms)|por (?:whatsapp|wasap|correo|mail|mensaje|escrito))(?: (?:siempre|mejor|por favor|pero|y|si|al \w++|por \w++)){0,3} no (?:me |nos )?(?:llame[ns]?|marque[ns]?)(?! (?:mas|nunca)(?!\S))",
        rf"(?:{_CLOCK}(?: (?:de|por) la (?:noche|tarde|manana))?|{_DAY_PARTS}|hoy|ahora|ahorita|manana|por (?:ahora|hoy|telefono)|(?:al|a la|en el|en la) (?:trabajo|oficina|fijo|negocio|laburo|chamba|curro|tienda|empresa|escuela|colegio|universidad|clase|hospital|clinica|consulta|consultorio|iglesia))(?: (?!(?:dije|dijo|pedi|que|digo|repito)(?!\S))\w++){{0,3}}? no (?:me |nos )?(?:{_AGAIN} a \w++|{_SUBJ}|hable[ns]?)(?: (?:por favor|nunca))?(?! mas(?!\S))",
        rf"(?:{_DAY_PARTS}|(?<!\bde )(?<!\bdesde )hoy(?: ya)?|(?:antes|despues) de (?:la|las) \w++(?: (?:de|por) la (?:noche|tarde|manana))?|(?:al|a la|en el|en la) (?:trabajo|oficina|fijo|negocio|laburo|chamba|curro|tienda|empresa|escuela|colegio|universidad|clase|hospital|clinica|consulta|consultorio|iglesia))(?: (?:por favor|ya|mejor|pues)){{0,2}} no (?:me |nos )?(?:{_AGAIN} a \w++|{_SUBJ}|hable[ns]?)(?: (?:mas|nunca|por favor)){{0,2}}",
        # Denials: "no dije que no me llamen", "no hace falta que me borre", "no me quiten de la lista".
        rf"(?:no|nunca|jamas|nadie|tampoco|ni)(?: (?:le|les|te|os|yo|l[oe]|se|ha|he|es|era|fue|quise|quiero|queria)){{0,3}} (?:digo|dije|dicho|decia|decir|diciendo|pido|pedi|pedido|pidio|es|sea|era|quiero|queria|significa|digan)(?: eso)?(?: de)? que (?:ya )?no (?:(?:me|nos|se) )?(?:{_SUBJ}|{_AGAIN} a \w++|llamara[ns]?|marcara[ns]?|quieran? \w++|quiera que (?:me|nos) \w++)(?: (?:mas|nunca|nunca mas))?",
        rf"(?:no|nunca|jamas|nadie|tampoco)(?: (?:le|les|te|os|yo|he|ha|hace|hay|es|era|estoy|se|voy a|vaya[ns]? a|quise|es necesario|hace falta)){{0,3}} (?:digo|dije|dicho|decia|decir|diciendo|pidiendo|pedi|pedido|pido|pidio|quiero|queria|quiera|falta|necesario|para|pedir|quiere)?(?: ?(?:que|de))? ?(?:(?:me|nos|lo|la) )?(?:(?:{_REMOVE})(?:e|en|es|ara|aran|aras|ar|aron|eran|ieran|iera|ase|asen|eis)(?:me|nos)?|(?:d[ea](?:n|s|is|r|rme)?|diera[ns]?|darme|darnos) de baja)(?: {_MINE})?(?: {_LIST})?",
        rf"no (?:dije|pedi|quiero|queria|he dicho|he pedido|digo) que (?:dej(?:en|aran|ara|e)|paren|pararan) de {_INF}",
        r"(?:por que|acaso|quien|cuando|por si|a ver si)(?: (?:me|nos|les|te|le|lo|la|ya|iban?|habria[ns]?|van?|dijo|pidio|cree|que|a)){1,4} (?:quit|borr|sac|elimin|retir)\w++ (?:de la lista|mi numero|mi nombre|de su lista)",
        r"(?:no (?:puedo|pude|se|consigo|logro|pueden|se puede|me dejan?)|como) (?:darme|dar|dan) de baja(?: de)?(?: (?:el|la|los|las|en|del|porque|por) \w++)?",
        r"no (?:me|nos) (?:deje[ns]?|dejes) de (?:llamar|marcar|avisar|contactar)",
        r"(?:mi|mis|el|los|la|las|un|una) (?:\w++ ){1,3}(?:(?:me|nos) )?(?:dijo|dicen|dice|dijeron) que no (?:(?:me|nos|lo|la|les) )?(?:llamen?|llames|moleste[ns]?)(?: mas)?(?: \w++)?",
        r"(?:dile|digale|diganle|avisele) (?:a )?(?:\w++ ){1,3}que no (?:me|nos) (?:llame|moleste|marque)(?: mas)?",
        r"(?:si|cuando|aunque|mientras|por si) (?:ya )?no (?:me|nos) (?:llame[ns]?|marque[ns]?)(?: \w++)?",
        r"(?:deja|dejen|deje|para|paren) de (?:molestar|joder|fregar|fastidiar) (?:al|a la|a tu|a mi (?:perr|gat|herman|hij)\w*+|a su|con (?:el|la|eso|esa|ese)|ahi|nin[oa]s?|hij[oa]|chic[oa]s?|perr[oa]) ?\w*+",
    ),
    keeps=(
        r"(?:anulen?|cancelen?|olviden?|deshagan?|anule)(?: de)? (?:lo|eso) de (?:no llam\w++|(?:quitar|borrar|sacar)\w*+)|no que dejen de llamar|(?:dijo|dijeron|pidio|dije|pedi) que (?:ya )?no (?:me |nos )?(?:ll|y)am\w++(?: mas)? pero (?:yo si|ya cambie|ahora si|ahora no)|cancele la baja",
        r"no (?:me )?(?:quiero que )?dej(?:e|en|es|eis) de (?:llamar|avisar|escribir|mandar|contactar)(?:me|nos)?",
        r"no (?:quiero|pedi|he pedido|pido|queria|habia pedido) (?:la|ninguna|mi) baja",
        r"(?:pueden?|puedes|podeis) (?:volver a )?llamar(?:me|nos)?(?: \w++){0,1}? (?:sin (?:ningun )?problema|cuando (?:quiera|guste)\w*+|tranquil\w++|las veces que)|(?:me|nos) (?:pueden?|puedes) llamar (?:cuando (?:quiera|guste)\w*+|sin problema)|(?:claro que |si )(?:me )?(?:pueden?|puedes) (?:volver a )?llamar(?:me)?(?=$| si(?!\S))|no no (?:si )?(?:llamenme|llameme|llamame)(?: \w++)?$|(?:esta|me parece) bien que me llamen|deshaga(?:n|me)? lo de la baja|(?:numero|nombre|telefono) dej(?:el|al)o",
        r"(?:yo )?no (?:dije|he dicho|pedi|he pedido) eso|no (?:era mi intencion|me referia a|me refiero a)(?: \w++)? que me \w++",
        rf"(?:quien (?:dijo|dice|ha dicho)|cuando dije(?: yo)?|para nada|ni (?:loc[oa]|muert[oa]|(?:se (?:le|te|les) ocurra|lo piense|piense[ns]?))|de ninguna manera|no es que|tampoco|no vaya[ns]? a)(?: (?:que|yo|en|ya)){{0,2}}(?: (?:quiero|quiera|queria|pedi|pido))?(?: que)? (?:(?:me |nos )?{_REMOVE}\w*+|(?:me |nos )?(?:darme|den|diera[ns]?|dar) de baja|no me llamen?|salir(?:me)?(?= (?:de|eh)))",
        r"no (?:me )?borre[ns]? no (?:mi|el) (?:numero|nombre)|no quiero salir(?:me)? no$|(?:decia|hablaba|era) (?:a|con) (?:mi|el|la) \w++(?: que \w++ de \w++)? no (?:a|con) usted(?:es)?",
        rf"(?<!\bsi )no (?:(?:se |vayan? a |vayas a ){{0,2}})(?:me|nos|lo|la) (?:{_REMOVE}(?:e|en|es|a|an|as|eis)|d[ea](?:n|s|is)? de baja|desapunt\w++|tache[ns]?)(?! (?:del (?!registro|sistema|listado)\w++|la|el|los|las|un|una|dinero|cosas|nada|puntos|tiempo|mi (?:cita|pedido|descuento))(?!\S))",
        rf"no (?:me )?(?:{_REMOVE})(?:e|en|es|eis) {_MINE}",
        r"no (?:quiero|quise|queria|pedi|pido|pedia|he pedido|necesito|es para|hace falta|tiene[ns]? que|es necesario|era para|hay que|se trata de)(?: que| de){0,4}(?: ustedes)? (?:me )?(?:darme|darnos|d[ea]n de baja|diera[ns]? de baja|quit\w++|borr\w++|sa[cq]\w++|elimin\w++|tach\w++|salir(?=$| (?:de (?:la|su|esa|esta|ninguna) lista|no)(?!\S))|salirme(?! de (?:casa|viaje))|retir\w++)(?! (?:tiempo|dinero|el|la (?!lista)|los|las|un|una)(?!\S))(?: de baja| de (?:la|su|esa) lista| mi (?:numero|nombre))?",
        r"(?:no|nunca|nadie|jamas|tampoco)(?: (?:le|les|te|os|yo|he|ha|es)){0,3} (?:digo|dije|dicho|decia|quise decir|pedi|pedido|es|pidio|pido)(?: que| de que){1,4} (?:(?:ya )?no (?:me|nos) (?:llam|marqu|marc|molest|contact|busqu)\w++|no (?:quiero|queria) que me (?:llam|marqu)\w++|no llam\w++|(?:me|nos) (?:quit|borr|sac|saqu|elimin|tach|diera)\w++|dej(?:e|en|aran?) de (?:llamar|marcar)(?:me)?)(?! (?:en|por|a|los|antes|de (?:noche|madrugada|dia)|despues)(?!\S))",
        r"(?:dej[ae](?:me|nme|nos)|dejadme|(?<!\bno )(?<!\bno me )(?<!\bno nos )(?:deje[ns]?|deja))(?: (?:ahi|mejor|si|mi (?:numero|nombre)|el numero|nomas|ya)){0,2} (?:en (?:la|su|esa) lista(?! de (?:descuentos|espera))|apuntad[oa]|anotad[oa]|inscrit[oa]|registrad[oa]|como estaba|ahi (?:en la lista|mismo|apuntad\w|anotad\w|nomas|no mas)|en (?:el|su) (?:sistema|registro)|donde estaba)",
        r"dej[ae](?:me|nme|nos) ahi$",
        r"(?:manten(?:ga|gan|me)?(?:me|nme|nos)|mantenme|mantenedme|(?<!\bno )(?<!\bno me )(?:conserv[ae]n?(?:me)?|guard[ae]n?))(?: (?:mi (?:numero|nombre)|mis datos|ahi|mejor|si))? ?(?:en (?:la|su|esa) (?:lista|base|agenda)|apuntad[oa]|ahi$|mis datos|mi numero)",
        r"(?<!\bno )(?<!\bno quiero que )(?<!\bdejen de )(?:(?:si |claro )?(?:pueden?|puedes|podeis|quiero que|me gustaria que|prefiero que|que) (?:me |nos )?(?:seguir|siga[ns]?|sigas) (?:llamando|llamandome|avisando|avisandome|contactando|contactandome|mandando|mandandome|escribiendo|informando)(?:me|nos)?|(?<!\bno me )(?<!\bno nos )(?<!\bsi )(?<!\bsi me )(?:siga[ns]?|sigue|segui|sigan)(?: usted(?:es)?)? (?:llamando|avisando|mandando|llamandome|avisandome|mandandome|contactandome|informandome)(?:me|nos)?)",
        r"(?<!\bno )(?:si )?quiero (?:seguir|continuar|quedarme|permanecer) (?:en (?:la|su|esa) lista|recibiendo (?:sus |las |estas )?(?:llamadas|ofertas|novedades|promociones|informacion|avisos)|inscrit[oa]|apuntad[oa])",
        r"(?:si quiero|si me gusta|me gusta|me encanta|no me molesta(?: para nada)?|a mi no me molesta|no me importa) que (?:me |nos )?(?:llamen?|llames|sigan? (?:llamando|avisando)|avisen|contacten|marquen)",
        r"(?:retiro lo (?:dicho|que dije)|(?:olvid[ae]|olvide|olvidese de|olvidate de|olvidalo) (?:lo (?:de la (?:baja|lista)|que (?:le |te |les )?(?:dije|he dicho))|de la baja)|(?:era|fue|es) (?:una )?broma(?=$| (?:mujer|hombre|senor\w*+|dej\w++|sig\w++|no me|perdon)(?!\S))|estaba (?:bromeando|jugando|de broma)|lo (?:dije|decia) (?:de broma|en broma|bromeando|jugando|por decir|enojad[oa]|sin pensar))",
        r"no (?:quise decir|era|fue) (?:eso|lo que (?:quise|queria) decir)(?: lo que (?:quise|queria) decir| no)?$",
        r"(?<!\btarde )(?<!\bluego )(?<!\bdespues )(?:me arrepenti|me he arrepentido|me retracto|lo (?:pense|he pensado) mejor|pensandolo (?:bien|mejor)|cambie de (?:opinion|idea|parecer)|he cambiado de (?:opinion|idea))(?:$| (?:no|si|dej\w++|mejor (?:no|dej\w++|si)|sig\w++|manten\w++)(?: \w++){0,3})",
    ),
    no_outcome=(
        r"(?:llam|marqu|habl|contact)\w++ siempre(?: \w++){0,4}|(?:prefiero|preferiria|me gustaria) que (?:me )?llam\w++(?: \w++){0,4}|(?:la|para la) (?:proxima|otra)(?: vez)? (?:me )?llam\w++(?: \w++){0,4}|(?:nunca|solo|siempre)(?: \w++){0,4}? puedo hablar|no (?:vuelva[ns]? a llamar|me vuelva[ns]? a llamar)(?: \w++){0,4}|puede[ns]? llamar(?:me)? cuando (?:guste|quiera)\w*+",
        r"(?:de|ver|saber) si me interesa|no suena bien|es que me interese|(?:gracias|no gracias) a usted|(?:estoy|estamos|muy|todo) bien gracias(?: y (?:usted|ustedes|tu|vos|a usted))?(?= y |$)|no molesta para nada|(?:cuando|a que hora|donde) (?:me )?(?:lo |la )?(?:mandan|envian)(?: \w++)?|(?:me|nos) (?:mandan|envian)(?: \w++){1,3}",
        # Denied, of other times, of somebody or something else.
        r"(?:no es que|no (?:digo|dije|he dicho|decia|quiero decir) que|nunca dije que|no significa que)(?: (?:ya|yo|a mi))? no (?:me|nos|lo|la|estoy|quiero|este|quiera|tenga) ?(?:interes\w*+|quiera|quiero|necesite|interesad[oa])?",
        r"(?:antes|al principio|la otra vez|el ano pasado|entonces)(?: \w++)? (?:si |no )?(?:me|nos) interesaba|(?:antes|al principio)(?: \w++)? (?:si |no )?(?:estaba|tenia) (?:interesad[oa]|interes)|(?:no )?(?:me|nos) interesaba(?: (?:antes|entonces))?",
        r"(?:no )?(?:me interesa|me gustaria|quiero|quisiera|estoy interesad[oa] en)(?: (?:mas bien|mucho))? (?:saber|que me (?:diga|explique|cuente))(?: (?:quien|como|de donde|por que|donde|si))(?: (?:le|les|te|usted|ustedes|me|mi|consigui\w*+|obtuv\w*+|sac\w*+|dio|dieron|numero|telefono|tienen?|es|esta|son|llama\w*+|tanto)){0,4}",
        r"(?:a )?(?:mi|un|una|el|la) (?:\w++ )?(?:vecin[oa]|herman[oa]|hij[oa]|cunad[oa]|amig[oa]|prim[oa]|suegr[oa]|jef[ea]|marido|esposo|esposa|mujer|madre|padre|mama|papa)(?: (?:si|no|quizas?|tal vez))? (?:le interesa|esta interesad[oa]|le gustaria|le interesaria)",
        r"(?:no es|no seria|esto no es) para (?:mi|nosotros) (?:es|sino|seria) (?:para|de)(?: \w++){1,3}",
        r"(?:cero|sin|a cero|tasa de|tipo de|el|los|que|cuanto|cuanto es el|pagar|con|de) intereses?(?: (?:anual|mensual|el primer|durante|los|cobran?|pago|es|son|me)\w*+)?",
        r"no (?:quiero|necesito|deseo) (?:que (?:se me|esto|me cobren|se)|equivocarme|perder|atrasarme|problemas|dejarl[oa]|ese|esa|es[ea] color|el (?:basico|pequeno|azul|rojo|grande)|la (?:basica|pequena)|nada (?:caro|complicado|raro|del otro mundo)|contrasena|molestarl[oea]s?|quitarle tiempo)(?: \w++){0,2}",
        r"no (?:hace falta|hay necesidad|es necesario|tiene|necesito|quiero|hay)(?: (?:de|que|falta|por que)){0,2} (?:que )?(?:me |nos )?(?:lo |la )?(?:mande|envie|manden|envien|mandar|enviar|mandarme|enviarme|llame|llamen|llamar|llamarme|vuelva a llamar)(?:me)?(?: (?:nada|la informacion|ningun \w++|el folleto|un \w++|correo|correos))?",
        r"(?:nunca|siempre|ya|ayer|antes|anoche|la semana pasada|el otro dia|hace \w++ \w++|todavia no|aun no)(?: \w++)? (?:me|nos) (?:lo |la )?(?:mand(?:o|aron|an|a|aste)|envi(?:o|aron|an|a)|llam(?:o|aron|an|a|aste)|han (?:mandado|enviado|llamado)|ha (?:mandado|enviado|llamado)|pas(?:o|aron))(?: \w++){0,2}",
        r"(?:me|nos) (?:mandaron|enviaron|mando|envio|llamaron|llamo|ha llamado|han llamado|han mandado|pasaron)(?: (?:ayer|antes|el otro dia|la semana pasada|hoy|esta manana|por la \w++|hace \w++|un|una|el|la|su|mi|de)(?: \w++){0,2})?",
        r"(?:no es|no es un|no fue|no me agarra en|no es ningun) (?:mal|un mal|ningun mal) momento(?: (?:para nada|no))?|no estoy (?:ocupad[oa]|manejando|trabajando|haciendo nada)|no hay mejor momento(?: que \w++)?",
        r"(?:el|la|mi|un|una|otro|otra) (?:codigo|direccion|correo|fecha|nombre|apellido)(?: \w++){0,4} (?:equivocad[oa]|incorrect[oa]|mal)(?: en| de| la)?|(?:numero|telefono)(?: (?:esta|vino))? (?:equivocado|mal|incorrecto) en (?:la|el) (?:factura|recibo|contrato)",
        r"(?:no soy|yo no soy) (?:la persona|el|la|quien|el indicado|la indicada)(?: (?:indicad[oa]|adecuad[oa]|correcta|titular|encargad[oa]|decide|que decide|quien decide|que lleva|que paga))+",
        r"(?:trabajo|vivo|estoy|vive|trabaja)(?: \w++){0,2} (?:hasta|por) (?:las|la) \w++",
    ),
    questions=(
        r"(?:cuanto|cuanta|que) (?:es|cuesta|vale|sale|saldria|cobran|intereses?)(?: (?:el|la|los|de)){0,2}(?: \w++)?",
        r"(?:usted|ustedes|ya|le|les|te)? ?(?:me|nos) (?:mandaron|enviaron|mando|envio|llamaron|llamo|mandaste|llamaste)(?: \w++){0,4}(?= ayer| la semana| antes|$)",
        r"(?:a quien|por que|quien|como|para que)(?: (?:le|les|te|me|no|no me|yo)){0,2} (?:interesa|interesaria|manda\w*+|envia\w*+|llama\w*+|quiere|quieren)(?: \w++){0,3}",
        r"(?:que|cual) (?:numero|persona|senor|senora|empresa)(?: \w++){0,4}",
    ),
    requests=(
        r"(?:me |nos |le |les )?(?:puede[ns]?|puedes|podria[ns]?|podes|podrias|podemos|podriamos|puedo|seria posible|es posible|le importa(?:ria)?|te importa(?:ria)?|habria forma|hay forma|quiere[ns]?|por que no|que tal si|que le parece si|y si|me)(?: \w++)?",
    ),
    wrong_number=(
        r"(?:usted )?anda (?:perdid[oa]|equivocad[oa])(?: (?:aqui|aca|senor\w*+|mijo)|$)|aqui no conocemos a (?:nadie|ningun\w*+)|(?:marco|llamo) a una casa (?:de familia|particular)|(?:vendio|cambio) (?:este|ese|el) (?:chip|numero)(?: \w++){0,2}? ya no es de (?:el|ella)|^(?:(?:no|perdon|disculpe|pero) ){0,3}(?:yo )?no me llamo asi(?! de)|(?:se (?:le|les) )?cruz(?:aron|ados?) los numeros|(?:ese|este) (?:telefono|numero) era de (?:mi|una|un|otr[oa])(?: \w++){0,2}? y ya no(?: \w++)?|con quien quiere(?:n)? hablar aqui no (?:hay|vive)|no se de quien me habla(?: yo)? no soy",
        r"(?:se|te|os) (?:ha |has |habra )?confund(?:ido|io|iste|e|es) de (?:persona|numero|casa)|^(?:(?:no|perdon|disculpe|senor\w*+|joven|creo que|me parece que) ){0,3}(?:aqui no es|no es aqui)(?: (?:senor\w*+|joven|disculpe))?$|(?:busca\w*+|preguntan?\w*+) (?:a|por) (?:\w++ ){1,3}y aqui no es$",
        r"(?:no (?:soy|somos) (?:ella|el|es[ea]) )?soy otra persona|(?:yo )?me llamo \w++ no \w++$|mi nombre es \w++ no (?:es )?\w++$|no somos es[ea] (?:empresa|familia|negocio)",
        r"(?:este|ese|el) (?:numero|telefono) (?:no es de (?:la|el|los|las|ese|esa|don|dona|ningun\w*+) \w++|es (?:mio|de mi \w++) no de \w++)|(?:yo )?tengo este (?:numero|telefono|chip)(?: desde)? hace|(?:me dieron|compre) este (?:numero|chip|telefono)(?: \w++){0,3} (?:el mes|hace|y (?:llaman|preguntan)|nuevo|la semana)",
        r"(?:es|esta es|esto es) (?:una )?casa particular|esto es (?:un|una) \w++ no (?:un|una|la|el) \w++|esto no es (?:un|una) \w++ es mi casa|esta no es la casa de|(?:llamo|marco) a otr[oa] (?:lado|parte|casa)|(?:le|les|te) dieron mal el numero|ese nombre no me suena|no pertenece a esta casa|no es el numero que (?:busca|marco)|(?:llamaste|marcaste) e(?:qui|ki)[vb]ocado",
        r"(?:usted )?(?:busca|buscan|buscas)(?: usted)? a (?:otra persona|otr[oa] \w++)|aqui nunca (?:ha )?(?:vivido|vivio)|(?:preguntando|preguntan|buscando) por (?:el|ella) y no (?:la|lo) conozco|quien es es[ea] aqui no (?:vive|hay)|(?<!\bdije )(?<!\bya )ya no trabaja con nosotros",
        r"(?<!\bno es )(?<!\bno fue )(?<!\ble di el )(?<!\bdi el )(?<!\btengo el )(?<!\btenia el )(?:numero|telefono) (?:e(?:qui|ki)[vb]ocado|incorrecto|erroneo|que no es)(?! (?:de (?:la|mi|el)|en (?:la|el) (?:factura|contrato|recibo))(?!\S))",
        r"^(?:(?:no|perdon|disculpe|senor\w*+|joven|hola|esta|creo que|lo siento|esta usted|usted esta|ah|uy|ay|es|numero) ){0,3}e(?:qui|ki)[vb]ocad[oa](?: (?:senor\w*+|joven|disculpe|perdon|gracias|adios))?$",
        r"(?:se|te|os) (?:ha |has |habra |han |habeis )?equi[vb]oc(?:o|ado|aste|aron|a|as|aba)(?: usted)?(?: (?:de|con el|en el) (?:numero|telefono|persona|casa|destinatario)|(?= (?:senor\w*+|joven|amigo|disculpe|aqui|aca|esta|este|es una|es un|yo soy|soy|lo siento|no hay|de numero)(?!\S)))|^(?:(?:no|perdon|creo que|usted|senor\w*+|disculpe|me parece que|yo creo que|ah|ay|uy|oiga) ){0,3}(?:se|te) (?:ha )?equi[vb]oc(?:o|ado|a|as|aste)$",
        r"(?:esta|estan|estas|anda|andan)(?: usted(?:es)?)? (?:e(?:qui|ki)[vb]ocad[oa]s?|confundid[oa]s?)(?: (?:de (?:numero|persona|telefono))|$| (?:aqui|aca|este|esta|esto|es una|es un|yo|senor\w*+|joven)(?!\S))",
        r"(?:me )?(?:(?:esta|estan|estas|anda)(?: usted(?:es)?)? )?(?:confund(?:e|es|en|iendo|io|ieron)|confundiendome)(?: con| de)? (?:otr[oa](?: \w++)?|persona|alguien|numero)",
        r"(?:marco|marcaron|marcaste|ha marcado|han marcado|has marcado|llamo|lleva|llevas|llamas|llama|esta llamando|estan llamando|tiene|tienen|tienes|apunto|apuntaron)(?: usted(?:es)?)? (?:mal|mal (?:el )?(?:numero|apuntado el numero|anotado el numero|el telefono)|el numero (?:mal|e(?:qui|ki)[vb]ocado|incorrecto)|al numero (?:e(?:qui|ki)[vb]ocado|incorrecto|que no es))(?! (?:mi (?:correo|direccion|apellido|nombre)|el (?:correo|apellido|nombre|codigo)|la|los|puest\w++|hech\w++)(?!\S))",
        r"(?:esta|estan|estas)(?: usted(?:es)?)? (?:llamando|marcando|buscando) a (?:otr[oa]|quien no es|la persona (?:e(?:qui|ki)[vb]ocada|incorrecta))(?: \w++)?",
        r"(?:aqui|aca|en esta casa|en este (?:numero|telefono)) no (?:vive|hay|es|esta|tenemos|conocemos|existe|trabaja|la conocemos|lo conocemos)(?: (?:nadie|ningun\w*+|ni|con|de|llamad[oa]|que se llame|quien|es[ea]|la familia|el senor|la senora|alguien|aqui|don|dona)){1,3}(?: \w++){0,2}(?! (?:ahora|ahorita|en este momento|hoy|todavia)(?!\S))",
        r"(?:no (?:vive|hay|tenemos|existe) |aqui )?(?:nadie|ningun[oa]?|ninguna (?:persona|senora)|ningun senor)(?: (?:aqui|aca))? (?:(?:con|de) (?:ese|este) (?:nombre|apellido)|que se llame (?:asi|\w++)|llamad[oa] (?:asi|\w++))",
        r"no (?:hay|vive|tenemos|conozco|conocemos)(?: a)? (?:nadie|alguien)(?: (?:aqui|aca))? (?:(?:con|de) (?:ese|este) (?:nombre|apellido)|(?:que se llame|llamad[oa]) (?:asi|\w++))",
        r"(?:yo )?no (?:conozco|conocemos|se quien es|tengo idea de quien es|he oido hablar de) (?:a )?(?:es[ea] (?:persona|senora?|senorita|tal|mujer|hombre|muchach[oa]|chic[oa]|tip[oa]|fulan[oa])|(?:ese|esa)$|nadie (?:con|de|que)|ningun[oa]? (?!empresa|oferta|compania|plan|producto|otr)(?:\w++)|ninguna (?:mujer|senora|persona))(?! (?:empresa|compania|oferta)(?!\S))",
        r"a es[ea] (?:senora?|persona|hombre|mujer|chic[oa]) no (?:la|lo) (?:conozco|conocemos)",
        r"(?:yo )?no soy (?:es[ea] (?:persona|senora?|\w++ que busca)?|el (?:senor )?que busca|la (?:persona|senora|que) (?:que )?busca\w*+|quien (?:usted )?busca|la persona|el dueno de ese numero|es[ea] (?:tal )?\w++|yo(?! (?:la|el|quien)(?!\S)))(?!\S)(?! (?:titular|encargad[oa]|indicad[oa])(?!\S))",
        r"(?:es[eao]|este|esta) (?:ya )?no soy yo(?! (?:quien|el que|la que)(?!\S))",
        r"(?:ese|este|esta|el)(?: (?:numero|telefono|celular|linea))? (?:ya )?no (?:es|pertenece a|le pertenece a|es de)(?: (?:el|la|de|su|a))? ?(?:suyo|de el|de ella|ella|el|telefono de (?:el|ella|esa|ese)|numero de (?:el|ella|es[ea] \w++)|es[ea] (?:senora?|persona)|de es[ea] (?:senora?|persona|\w++)|su (?:numero|telefono))(?: \w++)?",
        r"(?:ese|esa|el|ella|es[ea] (?:senora?|persona|muchach[oa]|joven)) (?:ya )?no (?:vive|trabaja|labora) (?:aqui|aca|mas (?:aqui|aca)|en esta \w++|en este \w++)(?! (?:los|por la|en las|de|a las|todavia|hoy)(?!\S))",
        r"(?:numero|telefono|chip|linea) (?:que )?(?:era|antes era|fue) de (?:otr[oa]|alguien)(?: \w++)?",
    ),
    callback=(
        r"me (?:agarraste|agarro|pillaste|pillas|cogiste|cacho) (?:en (?:plena|plen[ao]|medio de)|comiendo|saliendo|en la \w++)(?: \w++)?|(?:regaleme|regalame|hagame|deme|echeme) una llamad(?:a|ita)(?: \w++){1,3}|llameme al ratito|marqueme (?:llegando|cuando|al)(?: \w++){1,3}|(?:me )?puedes? timbrar(?: \w++){1,4}|tengo (?:una )?(?:reunion|junta|cita|clase) (?:en|dentro de|ahora|ahorita)(?: \w++){1,3}|hablemos (?:manana|luego|mas tarde|el \w++|despues)",
        rf"(?:hablamos|platicamos|nos hablamos|charlamos) (?:{_LATER})|(?:{_LATER}) (?:hablamos|platicamos|nos hablamos|lo vemos)|(?:{_LATER}) (?:ya |si )?puedo(?! (?:pagar|ir|pasar))",
        r"(?:deme|dame) (?:una hora|media hora|unas horas|un rato)(?= y|$)|y me (?:vuelve|vuelves) a llamar|^(?:cuando|despues de|dentro de|espere a)(?: \w++){1,4}? (?:me (?:llama|marca)|vuelva a llamar|llameme|llame)$|llame entonces$|tengo (?:visita|gente en casa)(?! (?:manana|el))|aora no puedo",
        rf"{_NOT_ASKED}{_CALL_ME}(?: (?:por favor|porfa|usted|mejor|de nuevo|otra vez|entonces|nuevamente|pues|a mi \w++|al \w++|tu|vos|ya|si quiere[s]?|si puede[s]?|aqui|a este numero)){{0,3}} (?:{_LATER})",
        rf"{_NOT_ASKED}(?:puede[sn]?|podria[sn]?|podemos|podriamos|podes|le importa si|te importa si|mejor|por que no|que le parece si|le parece si|te parece si|si quiere[s]?) (?:me )?(?:hablamos|hablar|platicar|platicamos|vernos|lo vemos|verlo|charlar|charlamos|conversar|conversamos|lo hablamos|lo platicamos|nos hablamos|quedamos|llamar|llama|marcar)(?:me)?(?: (?:esto|de esto|por favor))? {_LATER}",
        rf"^(?:(?:no|ay|uy|mire|mira|pues|oye|oiga|perdon|disculpe|lo siento|es que|bueno|hola|si) ){{0,4}}(?:ahora|ahorita|ahora mismo|ahorita mismo|hoy|en este momento)(?: (?:mismo|pues|joven|senorita))? (?:no|imposible|me (?:agarra|pilla|coge|cacha|cae) (?:muy )?mal|estoy {_BUSY})(?: puedo| tengo tiempo| es buen momento| me viene bien)?(?! (?:me interesa|gracias|quiero|lo|necesit\w++|compr\w++|uso|muchas|me hace|mejor no|tengo (?:dinero|trabajo|plata)|estoy interesad)(?!\S)){_NO_SEND}",
        rf"(?<!\bya )(?:ahora|ahorita|hoy|en este momento|por ahora)(?: mismo| mismito)? no (?:puedo|me es posible|tengo tiempo|le puedo (?:atender|hablar)|te puedo|los puedo atender|me viene bien|me da tiempo|va a poder ser)(?! (?:pagar|comprar|decidir|permitirme|gastar|quejarme|decirle|darle)(?!\S)){_NO_SEND}",
        r"no (?:puedo|le puedo|te puedo|podemos) (?:hablar|atender(?:l[oea]|te|los|les)?|contestar|platicar|ablar)(?: (?:bien|mucho))? (?:ahora|ahorita|en este momento|hoy|por ahora|en estos momentos)",
        rf"no (?:tengo|dispongo de) (?:tiempo|un minuto)(?: (?:ahora|ahorita|hoy|en este momento|para hablar|de hablar)){_NO_SEND}",
        rf"(?<!\bno )(?<!\bnunca )(?<!\bcuando )(?<!\bmientras )(?:estoy|estamos|ando|voy|vengo|me (?:agarra|coge|pilla|encuentra|cacha|pilla(?:s|n)|agarr(?:as|an|o|aste)|pillaste|cachaste|encuentro))(?: (?:muy|ahora|ahorita|justo|un poco|algo|super|ahora mismo|bien|medio|ya|aqui|en este momento|hoy|usted|de)){{0,3}} {_BUSY}{_NO_SEND}(?!(?: \w++){{0,4}} (?:pero (?:diga|digame|dime|puedo|cuenteme|si|le escucho|adelante)|digame|en (?:un|una) (?:banco|empresa|tienda|fabrica)|desde hace|toda la|desde)(?!\S))",
        r"(?<!\bno )(?:me|nos) (?:agarra|agarras|agarro|coge|coges|pilla|pillas|cacha|cachas|cae|viene|encuentra|pillan)(?: (?:usted|ahora|ahorita|muy|en)){0,3} (?:mal|fatal|mal momento|un mal momento|pesimo momento)(?: (?:ahora|hoy|momento))?",
        r"no es (?:un |el )?(?:buen|mejor|buena|la mejor) (?:momento|hora)(?! (?:para (?:comprar|invertir|cambiar|gastar))(?!\S))",
        r"(?:es|ahora es|este es) (?:un )?(?:mal|pesimo) momento",
        rf"^(?:(?:no|mejor|pues|bueno|entonces|si|ok|que sea|preferiria|me viene mejor|mejor que sea|ay no|dejelo para|dejalo para|dejemoslo para|lo dejamos para|quedamos) ){{1,4}}(?:para )?{_LATER}(?: (?:mejor|por favor|si puede|si quiere|porfa|como a (?:la|las) \w++|a (?:la|las) \w++|por la \w++|en la \w++|si|joven|senorita|le viene bien|me viene mejor)){{0,3}}$",
        r"(?:dej[ae](?:lo|moslo|nlo)?|dejemoslo|lo (?:dejamos|vemos|hablamos|platicamos)|hablamos|platicamos|lo vemos) (?:mejor )?(?:para )?(?:despues de|pasando|luego de|la (?:proxima|otra)|otro (?:dia|momento)|el (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)|manana|pasado manana|mas (?:tarde|adelante))",
        r"(?:luego|al rato|despues|manana) (?:yo )?(?:les?|te|os|lo|la) (?:llamo|marco|hablo) (?:yo|de (?:vuelta|regreso))",
        rf"{_NOT_ASKED}(?:llame|llamen|marque|marquen|vuelva a llamar|intente(?:lo)?|vuelvalo a intentar|pruebe) (?:usted )?(?:{_LATER})",
        r"en otro momento(?: (?:mejor|por favor|si puede))?$",
    ),
    puts_off=(
        rf"(?:(?:no|mejor|ahora|ahorita|hoy|ay|uy|mire|mira|perdon|disculpe|pues|bueno|si|es que|lo siento|joven|senorita|por favor) ){{0,4}}(?:ahora no|ahorita no|hoy no|por ahora no|no ahora|no hoy|mas tarde|otro dia|en otro momento|otro rato|{_LATER})(?: (?:mejor|por favor|porfa|si puede|si se puede|joven|senorita|disculpe|perdon|otro dia|mas tarde|al rato)){{0,3}}",
    ),
    callback_if_timed=(
        r"(?<!\bno )(?<!\bno me )(?:ll|y)am[ae](?:me|nme|nos|dme)|(?<!\bno )(?:ll|y)ameme|marqueme|marcame|marquenme|hableme|hablame|hablenme|telefoneeme|(?<!\bno )(?<!\bnunca )(?<!\bquien )(?<!\bsiempre )(?:me|nos) (?:puede[ns]?|podria[ns]?|podes) (?:llamar|marcar|hablar)|(?:puede[ns]?|podria[ns]?|podes) (?:llamar|marcar|hablar)(?:me|nos)|(?<!\bno me )vuelva[ns]? a llamar(?:me)?|(?:deme|dame|echeme|pegueme|pegame) (?:una|un) (?:llamad[oa]|toque|telefonazo|timbre)",
        r"^(?:(?:no|si|mejor|ok|bueno|vale|pues|ay|uy|perdon|mire|mira|entonces|ah|eh) ){0,4}(?:mejor|llame(?! yo)|llamen|marque|marquen|intente|que sea|preferiria|prefiero)",
        r"(?:me (?:viene|vendria|queda|quedaria|va|iria|conviene|acomoda)|seria|estaria|es|sale) (?:mucho )?(?:mejor|bien|perfecto|mas (?:facil|comodo))",
        r"(?:podemos|podriamos|puedo|prefiero|mejor|que tal si|le parece si|te parece si) (?:hablamos|hablar|platicar|platicamos|conversar|vernos|lo vemos|verlo|quedar|quedamos|seguir|seguimos)",
        r"(?:a esa hora|ese dia|entonces) (?:si )?(?:puedo|me (?:viene|queda) bien|estoy)",
    ),
    follow_up=(
        r"(?:favor|bondad|amable) de (?:mandar|enviar|pasar)(?:me)?(?:lo|la|los|las)?(?: \w++){0,4}|ech[ae]me (?:la info\w*+|los datos|el link|el enlace)(?: \w++){0,4}|(?:quiero|prefiero|necesito) que me l[oa]s? (?:deje|mande|envie|pase)n?(?: \w++){0,4}|que me llegue (?:la|el) (?:propuesta|informacion|presupuesto|cotizacion|folleto)(?: \w++){0,4}",
        r"(?<!\bno )(?<!\bno lo )(?<!\bni )(?:mand|envi)(?:el[oa]|al[oa]|enl[oa])(?: (?:y|por|a|al|ya|entonces|pues|para)(?: \w++){0,4}|$)|(?:por favor )(?:mande|envie|mandar|enviar) (?:la|el|los|las|una?) \w++|que (?:me|nos) (?:lo |la )?(?:manden|envien|mande|envie) (?:el|la|los|las|un|una|algo|mas)(?: \w++){1,3}|(?:quisiera|quiero|me gustaria) (?:el|un|los|su) (?:folleto|catalogo|presupuesto|detalle)\w*+|que me llegue por (?:correo|mail|escrito)|deme la pagina(?: \w++){0,3}|en vieme",
        rf"{_NOT_ASKED}(?<!\bya )(?<!\bles )(?<!\bya me )(?<!\bque me )(?<!\bni )(?<!\bni me ){_SEND}{_WHAT_SENT}(?: \w++){{0,4}}",
        r"(?:a qu[ei]|cual) (?:es su )?correo (?:lo|se lo) pido",
        r"(?:quiero|quisiera|me gustaria|necesito|puedo|prefiero|preferiria|seria posible|es posible) (?:ver(?:lo|la)?|tener(?:lo|la)?|leer(?:lo|la)?|recibir(?:lo|la)?|tener eso)(?: (?:la|el|los|las|mas|un|una|eso|todo|su|primero|algo))?(?: (?:informacion|info|folleto|catalogo|presupuesto|cotizacion|detalles|condiciones|propuesta|oferta|precios))? (?:por (?:escrito|correo|mail|email|whatsapp|mensaje)|catalogo|folleto|informacion|en (?:papel|un correo|mi correo))",
        r"(?:quiero|quisiera|me gustaria|seria posible|es posible|puedo) recibir (?:el |la |un |una |mas |los )?(?:catalogo|folleto|informacion|info|presupuesto|cotizacion|propuesta|detalles)",
        r"(?:mejor|prefiero|preferiria|solo|solamente|nada mas) (?:me )?(?:lo |la )?(?:mande|manda|envie|envia|mandeme|mandame|envieme|enviame|que me (?:lo )?(?:mande|envie|manden|envien))",
        r"(?:tienen?|hay|tenes|tendran?|tendra) (?:algun |un |algo de )?(?:folleto|catalogo|informacion|pdf|pagina|presupuesto)(?: \w++){0,3} (?:mandar|enviar|pasar)(?:me|nos)?",
        r"(?:le|te|les|os) (?:doy|dejo|paso) mi (?:correo|mail|email|whatsapp)(?: \w++)? y (?:me |que me )?(?:lo |la )?(?:mand|envi|pas)\w++",
    ),
    not_interested=(
        r"ya (?:contamos|cuento) con (?:ese|eso|el|un|otro)(?: \w++){0,2}|(?:no joven |no senorita )?(?:yo |nosotros )?no (?:manejo|manejamos|trabajo|trabajamos|uso|compramos|compro) (?:eso|asi|esas cosas|por telefono)|no es algo que (?:me|nos) (?:interese|haga falta|sirva)|no quiero (?:meterme en|tener|echarme) (?:mas )?(?:deudas|compromisos|problemas)",
        r"no me convence|no busco nada|ya (?:tengo|tenemos)$|ya (?:lo |la )?(?:contrate|contratamos|compre) (?:con|en|otr[oa])(?: \w++){0,2}|ya (?:estamos|estoy) con otr[oa](?: \w++)?|(?:prefiero|preferimos) no (?:cambiar|contratar|comprar)|no me lo puedo permitir|(?:es|esta) (?:muy|demasiado) caro (?:para mi|no gracias|no)|(?:por ahora|de momento|ahora mismo|ahorita) no(?: (?:gracias|necesito nada|me hace falta))?$|(?:no soy de|yo no|nunca|no) compr(?:ar|o)(?: nada)? por telefono|(?:yo |nosotros )?no (?:uso|usamos|utilizo) eso|(?:me gustaria|me encantaria|quisiera|me interesaria)(?: \w++){0,5}? pero no (?:puedo|tengo|me alcanza|se puede)|(?:me interesaria)(?: \w++){1,6}? pero no$|no (?:necesito|quiero) ningun (?:folleto|catalogo)|no (?:puedo|podemos) contratar(?: \w++)?|no mein teresa",
        r"(?<!\bcuando dije que )(?<!\bporque )(?<!\bes que )(?<!\bdigo que )(?<!\bdije que )no (?:me|nos|le|te|a mi me)(?: \w++)? ?interesa(?:ria)?(?: (?:para )?nada| en absoluto| en lo mas minimo| lo que (?:venden?|ofrecen?|me ofrece)| gracias)?(?!(?: \w++){0,4}? (?:quiero|me interesa el|me interesa la|pero si)(?!\S))(?! (?:quien|de donde|de quien|saber|como|donde|cuanto|quienes|el (?:pequeno|otro|basico|grande|primero)|la (?:pequena|otra|basica)|ese (?:pero|sino|quiero)|solo a mi)(?!\S))(?<!\bsolo me interesa)",
        r"(?:ya )?(?:les? |te |se lo |l[oe] )?(?:he )?(?:dije|dicho|digo|repito)(?: \w++){0,3} que no (?:me|nos) interesa(?: \w++)?",
        r"(?:ya )?(?<!\bes que )no (?:estoy|estamos|ando)(?: (?:muy|nada|para nada|realmente|en absoluto|ni un poco|tan|la verdad)){0,2} (?:interesad[oa]s?)(?! (?:en (?:ese|el pequeno|saber))(?!\S))",
        r"(?:no creo que|dudo que|no pienso que) (?:me|nos) (?:interese|sirva|convenga|haga falta)(?: mucho)?",
        r"(?:cero|ningun|nada de|sin ningun|no tengo (?:ningun |el menor |mayor )?) ?interes(?:ad[oa])?(?! (?:anual|mensual|el primer|de (?:la|los)|durante|en los)(?!\S))(?<!\bcero interes)",
        r"(?<!\bsi )(?:no|tampoco) (?:lo |la |los |las |me |nos )?(?:necesito|necesitamos|ocupo|ocupamos|nesesito|quiero|queremos|hace falta|hacen falta|conviene|sirve|late|copa|apetece|llama la atencion|pienso cambiar|quiero cambiar|voy a cambiar|quiero comprar|voy a comprar|pienso comprar)(?: (?:nada|nada de eso|eso|ese (?:servicio|producto|plan)|su (?:servicio|producto|oferta)|ninguno?|ninguna?(?: cosa)?|comprar nada|cambiar(?:me)?(?: de \w++)?|otro|otra|mas|seguros?|prestamos?|tarjetas?|creditos?|de (?:compania|operador|operadora|banco|plan)|para nada|por ahora|de momento|ahorita|ahora|la verdad)){0,3}(?=$| (?:gracias|muchas|senor\w*+|joven|ya|porque|que ya|pero (?:muchas )?gracias|disculpe|por favor|lo siento|se lo agradezco|de verdad|adios|hombre)(?!\S))",
        r"no (?:quiero|queremos|deseo|deseamos) (?:comprar|contratar|cambiar|adquirir|vender|ningun|ninguna|nada|seguros|tarjetas|prestamos|otra tarjeta|otro seguro)(?: (?:nada|ningun|ninguna|de|me|ni))?(?! (?:de contrasena|de direccion|de fecha|la cita|que|el (?:dia|correo)|mi (?:plan|numero)|todavia sin)(?!\S))",
        r"(?:no|nel|nop|nones|mmm no)(?: (?:no|nada|pues|mire|mira|senor\w*+|joven|la verdad|por ahora|de momento|de verdad|hombre|mijo|asi|asi estoy bien|estoy bien|estamos bien)){0,4} (?:muchas |muchisimas |mil )?gracias(?! (?:a (?:dios|usted|ti|vos)|por (?:llamar|preguntar|avisar|avisarme))(?!\S))(?! no quiero (?:cafe|agua|azucar)(?!\S))(?! (?:a|con|de) mi)",
        r"(?:asi )?(?:estoy|estamos) (?:muy |bien )?(?:content[oa]s?|satisfech[oa]s?|a gusto|bien|servid[oa]s?) (?:asi|con (?:la|el|lo|mi|nuestro|nuestra) (?:que tengo|que tenemos|compania|actual|mia|mio|banco|plan|seguro|operador|que (?:ya )?ten\w++)|como (?:estoy|estamos)|gracias)",
        r"ya (?:tengo|tenemos|contrate|contratamos|cuento con|contamos con) (?:uno|una|otr[oa]|seguro|con (?:otr[oa]s?|otra compania)|de otra|internet|proveedor|servicio|quien)(?: (?:compania|empresa|seguro|banco|proveedor|y estoy \w++|gracias|con otros?|de \w++|asi que|con otra)){0,3}(?=$| (?:gracias|y|muchas|no|asi|por|la|con|que|estoy|estamos)(?!\S))",
        r"(?:prefiero|mejor|preferimos) (?:me )?(?:quedarme|quedarnos|quedo|nos quedamos|seguir|sigo) (?:como (?:estoy|estamos)|con (?:lo|el|la) (?:que|mi|mio|mia)|asi)",
        r"(?:no (?:es|lo veo|seria)|nada de eso es|eso no es) (?:algo )?(?:para (?:mi|nosotros)|lo mio|lo que (?:busco|buscamos|necesito)|de mi interes|que (?:estemos|este) (?:considerando|buscando))(?! (?:es (?:para|de)|hijo|hija|mama|papa|esposa|esposo|madre|padre|jefe|negocio|casa|marido|mujer)(?!\S))",
        r"(?:no ando|no estoy|no estamos|no andamos) (?:buscando|necesitando)(?: \w++){0,2}",
        r"^(?:(?:no|mejor|pues|bueno|yo) ){0,3}paso(?: (?:gracias|de eso|de esto|esta vez|de ofertas|por ahora))?$",
        r"(?<!\bno )(?:se lo agradezco|le agradezco|gracias|te agradezco)(?: mucho)? pero (?:no|paso|mejor no|ahora no|por ahora no)(?: \w++)?(?! (?:puedo|tengo tiempo|es (?:un )?buen)(?!\S))",
        r"(?:no tengo (?:ninguna )?intencion|no pienso|no tengo pensado|no tenemos intencion|no entra en mis planes|no esta en mis planes)(?: de)? (?:cambiar\w*+|contratar\w*+|comprar\w*+|meterme|adquirir\w*+|pasarme)(?: \w++)?",
        r"(?:ando|estoy|estamos|andamos) sin (?:dinero|plata|lana|un (?:peso|duro|centavo))",
        r"no tengo (?:dinero|plata|lana|presupuesto) (?:para|ahora|ahorita|de momento)",
        r"^(?:(?:ay|uy|no|pues|ah) ){0,2}(?:que va|claro que no|por supuesto que no|para nada|ni hablar|ni loc[oa]|de ninguna manera|en absoluto)(?: (?:no|gracias|senorita|joven|hombre)){0,4}$",
        r"(?:suena bien|interesante|esta bien|se oye bien|no esta mal)(?: \w++){0,2} pero no(?: (?:gracias|es para mi|para mi|lo (?:quiero|necesito)|por ahora|puedo pagarlo))?$",
        r"(?:a mi edad )?(?:ya )?(?:para que|pa que) (?:quiero|queremos|voy a querer) (?:yo )?(?:eso|otro|otra|un|una|mas)",
        r"no (?:lo )?(?:quiero|queremos)$",
    ),
    interested=(
        r"(?<!\bno )(?:quiero|quisiera|me gustaria) (?:saber como (?:funciona|le hago|es el|hacerle)|conocer (?:la|el|mas|esa|ese)|entrarle)|eso (?:si )?(?:me|nos) (?:podria )?(?:servir\w*+|serviria|vendria bien)|(?:lo|la) estaba esperando|llega en buen momento|llaman? en buen momento",
        r"(?:si )?quiero (?:mas informacion|la (?:demostracion|visita|prueba|oferta|promocion))|hagamoslo|vamos a hacerlo|(?:de acuerdo|vale|si) (?:contratamos|lo contrato|contrato)|es (?:justo|exactamente|precisamente) lo que (?:buscaba|busco|necesito|necesitaba)|(?<!\bno )lo necesito(?= (?:justamente|ya|urgente|si)|$)|me viene (?:muy |super )?bien(?! (?:el|la|hoy|manana|a las|por))|mein teresa|(?:pero )?ahora si (?:quiero|me interesa|lo quiero)|(?:pero )?ahora si$",
        r"(?:que (?:tengo|hay) que hacer para (?:contratar|apuntar|inscribir|participar)\w*+|como (?:lo |la )?(?:contrato|contratamos)|donde (?:firmo|hay que firmar)|cuando (?:podemos )?(?:empezamos|empezar)|cuando me lo instalan)",
        r"(?<!\bno )(?<!\bse si )(?<!\bver si )(?<!\bsaber si )(?<!\bdecir si )(?<!\bde si )(?<!\bantes )(?<!\blo que )(?<!\bno es que )(?<!\bdudo que )(?<!\bno creo que )(?<!\btampoco )(?<!\bcasi )(?<!\bnada )(?<!\blo que )(?<!\ba quien )(?:me|nos) (?:interesa|ynteresa|intereza|late|gusta la idea|gustaria|encantaria|apetece|vendria (?:bien|de maravilla|genial|perfecto)|copa|conviene|cuadra|llama la atencion|parece (?:bien|perfecto|genial|buena idea|interesante))(?! (?:saber (?:quien|por que|como (?:cons|tien|obt))|que (?:no|deje|me (?:quit|borr|saqu|elimin|dej))|quejarme|no (?:recibir|ser)|pero|si |que me quit|dejar de|que (?:me )?llam\w++|colgar|hablar con (?:un|su)|poner una)(?!\S))(?: (?:mucho|bastante|muchisimo|la (?:idea|oferta|propuesta)|el|lo|verlo|probarlo|saber mas|esa|ese))?(?! pero no)",
        r"(?<!\bno )(?<!\btampoco )(?:(?:si |yo si )?(?:estoy|estamos|estaria|estariamos)) (?:muy |bastante |super |totalmente |realmente |si )?interesad[oa]s?(?! (?:en (?:que|saber (?:quien|como)))(?!\S))",
        r"(?:cuent[ae]me|cuentenme|digame|dime|contame|contadme|platiqueme|platicame|expliqueme|explicame|hableme|hablame) (?:un poco |algo )?mas(?! (?:alto|despacio|lento|fuerte|claro|bajo|bajito|tarde|temprano|sencillo|al rato)(?!\S))",
        r"(?:quiero|queremos|quisiera|me gustaria|nos gustaria) (?:saber|conocer|tener|recibir) (?:un poco |algo )?mas(?: (?:de|sobre|informacion|detalles))?(?! (?:de por que|por que|quien)(?!\S))",
        r"(?<!\bno )(?<!\bno lo )(?:lo|la|los|me lo|me la|si lo|si la) (?:quiero|queremos|tomo|contrato|compro|llevo|quedo)(?= (?:si|ya|cuando|que|ahora|claro|contratar|probar|hoy|todo)(?!\S)|$)(?! (?:pensar|consultar|cancelar|devolver|hablar|dejar|que (?:no|se|me))(?!\S))",
        r"(?<!\bno )(?:quiero|queremos|quisiera|me gustaria) (?:contratar(?:lo)?|inscribirme|apuntarme|probarlo|suscribirme|comprarlo|adquirirlo|participar|una (?:cita|demostracion|demo|visita|prueba)|ese plan|el plan|agendar|aprovechar)(?! (?:a otr)(?!\S))",
        r"(?<!\bno )(?:apunt|anot|inscrib|agend|registr|reserv)(?:eme|ame|enme|eme una cita|anos|enos|ame)(?: (?:para|en|a|por favor|de una|la|una|si|el|ya|pues)(?: \w++)?)?(?! (?:lista (?:negra|robinson|de no))(?!\S))",
        r"(?:cuente|cuenta|cuenten) conmigo",
        r"(?:le|si le|le|yo le) entro(?: (?:al|a|si|claro))?|(?:^|si )(?:dale|orale|va)(?: (?:dale|si|pues|le entro|cuentame|contame|cuenteme)){1,4}|me apunto(?: (?:a|al|si))?(?! en la lista)|yo (?:me )?(?:apunto|anoto)|de una(?: (?:si|dale))?$|trato hecho",
        r"(?:que )?(?:buena|excelente|gran) (?:oferta|idea|propuesta)(?: (?:si|me la quedo|la quiero|cuente\w++|digame|dime))?$",
        r"(?<!\bno )(?:suena|se oye|se escucha|pinta|tiene)(?: (?:muy|bastante|super|realmente|mas o menos)){0,2} (?:bien|interesante|buena pinta|genial|padre|chevere|bueno)(?! pero)(?! (?:el telefono|la llamada)(?!\S))",
        r"(?:justo |precisamente )?(?:ando|andaba|estaba|estoy|estabamos|llevo tiempo) (?:justo )?buscando (?:algo (?:asi|como eso)|uno|una|eso|justo eso)",
        r"(?:al contrario|claro que|si que|solo|no solo)(?: (?:a mi|yo|si))? (?:me|nos) interesa",
    ),
    yes=(
        r"si|sip|simon|siii|claro|claro que si|clarisimo|por supuesto|por supuesto que si|desde luego|desde luego que si|vale|dale|de acuerdo|con (?:mucho )?gusto|ok|okey|okay|orale|andale|venga|sale|sale pues|va|bueno|bueno si|pues si|pues claro|ah si|como no|adelante|perfecto|genial|estupendo|excelente|maravilloso|buenisimo|de una|seguro|obvio|exacto|correcto|asi es|afirmativo|encantad[oa]|por que no|faltaria mas|faltaba mas|si por favor|porfa|por favor",
        r"(?:esta|estaria|me parece|me parece muy|suena|suena muy|seria|seria muy) (?:muy )?(?:bien|bueno|genial|perfecto|interesante|estupendo|buena idea|excelente|padre|chevere|ideal)|muy bien|que (?:bien|bueno)|buena idea",
        r"(?:si )?(?:a mi )?(?:me|nos) (?:gustaria|encantaria|interesa|interesaria|apetece|late|viene bien|vendria bien|parece bien|parece|convence)(?: (?:mucho|muchisimo|bastante|la idea|perfecto))?|(?:si )?(?:lo |la )?(?:quiero|queremos|quisiera|acepto|estoy interesad[oa]|le entro|me apunto|me interesa)(?: si)?",
        r"(?:no hay|sin|no tengo|no veo) (?:ningun )?(?:problema|inconveniente)|no me importa(?:ria)?|no veo por que no|no tengo problema|ningun problema|no faltaba mas|por mi (?:si|bien|no hay problema|encantad[oa])",
        r"(?:hagalo|hazlo|hagamoslo|mand(?:e|a)(?:me)?l[oa]|envi(?:e|a)(?:me)?l[oa]|mandeme|enviame|envieme|mandame|pasemel[oa]|digame|dime|cuenteme|cuentame|diga|puede|si puede|puede mandarl[oa]|apunteme|anoteme|agendeme|agendel[oa])",
        r"(?:creo|yo creo|supongo|pienso|diria) que si|eso si|ya lo creo|que si",
    ),
    no=(
        r"no|nop|nel|nones|no gracias|no muchas gracias|no no|pues no|ah no|ay no|(?:claro|por supuesto|desde luego|mejor|creo|pienso|yo creo|diria|seguro|obvio|me temo|la verdad|la verdad es|yo diria|obviamente|naturalmente|digo|que) que no|que no|claro no|por supuesto no|desde luego no|mejor no|obvio no|obviamente no|definitivamente no|seguro no|vale no|para nada|de ninguna manera|de ningun modo|ni hablar|ni pensarlo|ni loc[oa]|ni en suenos|ni de broma|ni muerto|en absoluto|que va|no creo|no hace falta|no es necesario|nada|nada gracias|nunca|jamas|tampoco|negativo|paso|gracias pero no|gracias no|si pero no|bueno no|ya no|por ahora no|de momento no|no por ahora|no de momento|no lo creo|no ahora no gracias",
        r"(?:asi )?(?:estoy|estamos) bien(?: gracias| asi| como estoy)?|asi estoy bien|ahora no gracias|ahorita no gracias|no estoy bien|no (?:me|nos) (?:interesa|late|apetece|copa|hace falta|convence|gusta|sirve)(?: (?:nada|gracias|para nada))?|no (?:lo |la )?(?:quiero|queremos|necesito|necesitamos|deseo)(?: (?:nada|gracias|eso))?|no estoy interesad[oa]|no tengo interes|no quisiera|no me gustaria|prefiero que no|preferiria que no|mejor paso",
    ),
    hedges=(
        r"no|pero|quizas?|tal vez|a lo mejor|puede ser|puede que|depende|solo|si no|si me|si es|si esta|si fuera|nunca|nada|ya|ahora no|ahorita no|hoy no|luego|despues|al rato|mas tarde|otro dia|manana|aunque|primero|antes|sin embargo|ni|tampoco|nadie|excepto|salvo|menos|hasta que|cuando|quien|que|como|cuanto|cuanta|cuando|donde|por que|cual|cuales|es que|vere|ya vere|ya veremos|lo pienso|lo pensare|no se|no estoy segur[oa]|como si|un momento|espere|perdon|adios|baja",
    ),
    robot_question=(
        r"(?:eres|es|sos) una maquinita|(?:me )?(?:estas|esta) hablando (?:tu|usted) o (?:es )?(?:una )?(?:grabacion|maquina|robot)|(?:lo|esto lo) dice una (?:computadora|maquina)|hay un ser humano|(?:confirm\w++|dig\w++|dec\w++)(?: \w++)? si (?:es|eres)(?: usted)? (?:una )?(?:persona|robot|maquina|humano)",
        rf"{_YOU_ARE} (?:(?:un|una|unos|algun|alguna|un tipo de|una especie de|como un|como una|de verdad|realmente|usted|tu|acaso|verdaderamente|en realidad|el|la|solo|puro|pura|de esos|de esas) ){{0,3}}(?:{_ROBOT}|{_HUMAN})(?! (?:buen[oa]|nuev[oa]|mal[oa]|viej[oa]|car[oa]|equivocarse|muy|lent[oa])(?!\S))",
        r"(?:eres|sos|es usted|usted es|vos sos|sera usted|tu eres|no eres|no es usted)(?: (?:usted|tu|de veras))? (?:real|de verdad|de carne y hueso|automatic[oa]|artificial|virtual|de mentira|alguien de verdad)(?! (?:que|tan|muy|asi)(?!\S))",
        r"(?:^es|es esto|esto es|esta es|esta llamada es|es esta llamada|es una llamada)(?: (?:una|un|algo|todo))? (?:automatic[oa]|automatizad[oa]|grabad[oa]|pregrabad[oa]|con robot)(?! (?:la|el|de|en|por|para)(?!\S))",
        rf"(?:hablo|hablando|platico|platicando|tratando|conversando|hablar|habla|comunicando|comunico|charlando)(?: (?:yo|ahora|aqui|entonces|en serio|realmente|de verdad)){{0,2}} (?:con|a) (?:un |una |el |la |alguna? |algun |puro |puras |unos? ){{0,2}}(?:{_ROBOT}|{_HUMAN}|alguien de verdad)",
        rf"(?:me (?:atiende|habla|llama|contesta|responde|esta (?:llamando|hablando|contestando|atendiendo|respondiendo)|estan llamando (?:con|de)))(?: (?:con|de))? (?:un |una |la |el |alguna |algun ){{0,1}}(?:{_ROBOT}|{_HUMAN}|persona(?! (?:encargad|responsable|muy|que))(?=$| (?:real|o)(?!\S)))",
        rf"(?:(?:quiero|quisiera|puedo|podria|prefiero|necesito|me gustaria|deseo)(?: hablar)? con|(?:pas[ae]|comuni[cq]u?[ae]|transfier[ae]|pong[ae])(?:me|nos|n?me)(?: ya)? (?:con|a)|(?:me )?(?:puede|podria|puedes) (?:pasar|comunicar|transferir)(?:me)? (?:con|a)) (?:un |una |algun |alguna ){{0,1}}(?:{_HUMAN}|alguien (?:real|humano|de verdad)|persona (?:no|y no) )",
        r"(?:persona|humano|alguien|gente) o (?:es |eres |con )?(?:un |una |la |el )?(?:robot|maquina|bot|grabacion|computadora|ordenador|ia|inteligencia artificial|contestador)",
        r"(?:robot|maquina|bot|grabacion|computadora|ordenador|ia|inteligencia artificial) o (?:es |eres |con )?(?:un |una |alguien )?(?:persona|humano|gente|de verdad|real|ser humano)",
        r"hay (?:alguna|una) persona ahi|(?:hay|esta) (?:alguien|una persona|gente)(?: ahi)? (?:de verdad|real|humano|de carne y hueso)",
        r"(?:chat ?gpt|chat ge pe te|siri|alexa)$",
    ),
    lone_robot=(r"(?:un )?(?:robot|bot|maquina|grabacion)",),
    wants_end=(
        r"(?:tengo que|debo) (?:atender(?: (?:la puerta|a un cliente|otra llamada|aqui))?|abrir la puerta)$|(?:lo|la|le|te|los) dejo (?:porque|que) (?:llegaron?|viene|me|tengo|ya)(?: \w++){0,3}",
        r"(?:^|(?<=bueno )|(?<=pues ))(?:hasta lluego|a dios|ta luego|(?:quede|vaya)(?:se)? con dios)$|(?:mi (?:amor|hija|hijo|nina|vida)|bueno|mijo|mija) te dejo$|(?:^|(?<=ya ))me voy que (?:tengo prisa|llego tarde|me esperan|se me hace tarde)|no tengo (?:mas|nada mas) que decir(?: (?:adios|buen\w++|gracias|hasta))?(?: \w++){0,2}$",
        r"(?<!\bdije )(?<!\bdecir )(?<!\bdigo )(?:adios|adiosito|hasta luego|hasta luegito|chao|chau|hasta pronto|hasta la vista|bay|bye|bay bay|bye bye|nos vemos|hasta nunca|agur|abur)(?: (?:adios|chao|chau|bye|bay|gracias|muchas|senor|senora|senorita|joven|que este bien|que le vaya \w++|cuidese|buen dia|buenas (?:tardes|noches)|feliz (?:dia|tarde)|buena tarde|eh|pues|entonces|igualmente|amigo|luego|un saludo|saludos|hasta luego)){0,5}$",
        rf"(?<!\bno )(?:(?:ya )?(?:tengo|tenemos|tendria|debo|necesito|quiero|voy a tener)(?: que)?|me toca|me tengo que|le tengo que|te tengo que|les tengo que|ya me tengo que) {_TIME_TO_GO}{_AND_GO}",
        r"(?<!\bno )(?<!\bnunca )(?:(?:le|te|les|la|lo) )?(?:voy a|vamos a) (?:colgar(?:le|te|la|lo|les)?|cortar(?:le|te|la|lo)?|tener que (?:colgar|cortar|dejarle?|irme))(?! (?:el cuadro|la ropa|un|una|las|el pelo|los|en la pared|si )(?!\S))",
        r"(?:^|(?<=bueno )|(?<=pues )|(?<=nada )|(?<=ya )|(?<=que )|(?<=gracias )|(?<=venga ))(?:le|te|les|la|os) (?:dejo|cuelgo|corto)(?=$| (?:que|ya|ahora|porque|gracias|adios|por|eh)(?!\S))(?! que (?:piense|decida|hable|me))",
        r"(?:^|(?<=bueno )|(?<=pues )|(?<=ya )|(?<=gracias )|(?<=yo )|(?<=venga ))me (?:voy|despido|retiro)(?: (?:ya|corriendo|senor\w*+|joven|adios|gracias|chao|que|pues|de usted)){0,2}(?=$| (?:se|pierdo|me|llego|tengo|le)(?!\S))(?<!\bme voy que)",
        r"(?<!\bno )(?:ya )?(?:cuelgo|corto)(?: (?:ya|gracias|adios|eh|aqui|entonces|que (?:me|tengo|estoy)(?: \w++){1,3}))?$",
        r"(?<!\bno )(?:(?:ya )?(?:puede|pueden|puedes)(?: usted)?(?: ya)? (?:colgar|cortar|terminar)|(?:ya )?(?<!\bse )(?<!\bme )(?:cuelgue|corte|cuelga|corta|termine|finalice|acabe)(?: (?:la|esta) (?:llamada|comunicacion))?)(?: (?:ya|usted|por favor|gracias|si quiere|ahora|nomas)){0,3}$",
        r"(?:termine|terminemos|finalice|acabemos|terminar|finalizar|quiero (?:terminar|acabar))(?: ya)? (?:con )?(?:la|esta) (?:llamada|conversacion|comunicacion)(?! (?:anterior|de ayer)(?!\S))",
        r"(?:^|(?<=bueno )|(?<=gracias )|(?<=y )|(?<=ya ))(?:eso (?:es|era|seria) todo|nada mas|es todo|con eso (?:es todo|tengo))(?: (?:gracias|muchas gracias|por (?:hoy|ahora)|adios|hasta luego|senor\w*+|joven)){1,3}$",
        r"(?<!\bno )(?:que (?:tenga|tengas|pase|pases|tengan) (?:un |una )?(?:muy )?(?:buen|buena|buenas|bonito|lindo|feliz|excelente) (?:dia|tarde|noche|tardes|noches|fin de semana|semana))(?: (?:adios|gracias|igualmente|usted|tambien|senor\w*+|joven|hasta luego|chao)){0,3}$",
        r"(?:dejeme|dejame|dejenme) (?:ya )?(?:colgar|cortar|ir)(?: (?:ya|por favor|que|senor\w*+)){0,4}$",
        r"(?:^|(?<=gracias )|(?<=bueno )|(?<=pues )|(?<=adios )|(?<=noches )|(?<=tardes ))(?:hasta (?:manana|el lunes|el martes|otro dia|aqui llegamos|otra))(?: (?:pues|entonces|gracias|adios)){0,2}$",
    ),
    no_end=(
        r"(?:no|nunca|sin|para no|antes de|por que (?:me )?(?:quiere|va a)|no (?:voy|vayas?|vaya[ns]?|quiero|quise|pienso|hace falta|tengo que|tiene que|me (?:vaya a|quiera)|es para|pretendo))(?: a)? (?:me |nos |le |te |se )?(?:colgar|cuelg(?:ue|ues|uen|o)|cort(?:e|es|en|o|ar)|irme|dejarle?|despedirme|terminar|adios)(?:le|la|me|te)?(?: (?:la llamada|todavia|aun|el telefono))?",
        r"(?:se|me|nos) (?:cort(?:o|a|aron|o)|cuelga|colg(?:o|aron|aste)|corta)(?: (?:la|el|mucho|ayer|hace)(?: \w++)?)?",
        r"(?:tengo que|debo|hay que|hace falta|necesito) (?:ir|irme|salir|colgar|cortar)(?: (?:a la tienda|al banco|en persona|a recogerlo|yo mismo|para|hasta (?:el|la|alla|los)|el (?:cuadro|router|modem)|la (?:ropa|luz))){1,2}",
        r"(?:cuando|donde|a que hora|como) (?:nos )?vemos|(?:el|este|proximo|la) (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|semana) nos vemos",
        r"(?:mi|su|el|la) (?:\w++ )?(?:dijo|dice|se despidio|me colgo) (?:adios|chao|hasta luego)|le dije adios",
        r"hasta luego de|adios a|(?:quien|por que) (?:me )?colgo",
    ),
    goes_on=(
        r"(?:pero|aunque|igual|si quiere|antes) (?:(?:si|rapido|rapidito|mientras|primero|antes|ya) ){0,2}(?:dig[ao]\w*+|dime|cuent[ae]\w*+|expliq\w++|siga|sigue|hable|habla|adelante|puedo|le escucho|te escucho|tengo|hay tiempo|todavia|pregunt\w++|que (?:es|era|quiere|queria)|cuanto|mande|envie)",
        r"(?:digame|dime|siga|cuenteme|cuentame|adelante|expliqueme|le escucho|hable|diga)(?: (?:rapido|rapidito|mientras|pues|si quiere|que (?:quiere|necesita|era|se le ofrece)|de que se trata)){0,3}",
        r"(?:todavia|aun) (?:hay|tengo|tenemos|queda) (?:tiempo|un rato|unos minutos)",
    ),
    refuses_recording=(
        r"no (?:me |nos )?(?:grabe|graben|grabes)(?: \w+){0,3}",
        r"no (?:quiero|deseo|acepto|autorizo)(?: que)?(?: \w+){0,3} (?:grabe|graben|grabado|grabada|grabacion|ser grabad[oa])",
        r"(?:deje|dejen|deja|pare|paren) de grabar(?:me|nos)?",
        r"(?:borre|borren|elimine|eliminen) (?:la|esta|mi) grabacion",
    ),
)

_CONTACT: Final = r"(?:(?:ll|y)am(?:e|en|es|eme|enme|ame|enos|eis)|marqu(?:e|en|es|eme|enme)|marc(?:a|ame|anme|ar|arme|e)|habl(?:a|e|en|ame|eme|enme|ar|arme)|contact(?:e|en|eme|enme|ame|anme|ar|arme|arnos)|telefone(?:e|en|eme|enme|ar)|busqu(?:e|en|eme|enme)|escrib(?:a|an|e|i|is|ame|anme|eme|ime|idme|ir|irme|en)|mand(?:e|en|a|ame|eme|enme|anme|es)|contesto|atiendo|comuniqu(?:ese|ense|en)|molest(?:e|en|ar))"
_NUMBER: Final = r"(?:una?|dos|tres|cuatro|cinco|seis|(?:[12345678]|10|15|20))"
_FREQUENT: Final = r"(?:(?:tan|tanto) (?:seguido|a menudo|frecuente\w*+|insistente\w*+)|tanto|tantas? (?:veces|llamadas?)|todos los (?:dias|santos dias|meses)|todo el (?:dia|santo dia|tiempo|rato)|todas las (?:semanas|tardes|mananas|noches|horas)|cada (?:rato|dia|dos por tres|hora|cinco minutos|semana|dos dias)|a cada (?:rato|hora|momento|instante)|a diario|diario|diariamente|a todas horas|(?:dos|tres|cuatro|cinco|diez|varias|muchas) veces (?:al|por|a la|el mismo|cada|en un) \w++|mas de una vez (?:al|a la|por) \w++|muy seguido)"
_PREFERENCES: Final = Preferences(
    when=(
        r"(?:nunca|jamas|no) (?:contesto|atiendo|puedo hablar) (?:antes|despues) de(?:l)? \w++",
        rf"(?:dej[ae]n?|paren?|dejad) de (?:llamar|marcar|molestar)(?:me|nos)? (?:{_CLOCK}|{_DAY_PARTS}|(?:al|a la|en el|en la) (?:trabajo|oficina|fijo|escuela|casa))",
        rf"no (?:quiero|mas|deseo|acepto)(?: mas)?(?: recibir)?(?: mas)? llamadas (?:{_CLOCK}|{_DAY_PARTS}|en (?:el trabajo|la oficina|domingo|fin de semana))",
        rf"que no (?:me |nos )?(?:(?:ll|y)amara[ns]?|marcara[ns]?) (?:{_CLOCK}|{_DAY_PARTS}|(?:al|a la|en el|en la) (?:trabajo|oficina|fijo|casa))",
        rf"(?:{_DAY_PARTS}|{_CLOCK}(?: de la \w++)?|en la escuela|en el colegio|en la clinica)(?: ya)? no (?:me |nos )?{_AGAIN} a (?:llamar|marcar)|(?:{_CLOCK}(?: de la (?:noche|manana|tarde))?|en la (?:escuela|clinica|consulta)|en el (?:colegio|hospital))(?: ya)? no (?:me |nos )?{_SUBJ}",
        rf"no (?:me |nos )?{_SUBJ}{_FILL} (?:en la madrugada|con numero (?:oculto|privado)|desde numeros? \w++)|no quiero que (?:me |nos )?(?:{_AGAIN} a llamar|{_SUBJ}) al (?:fijo|trabajo|movil|celular)",
        rf"^(?:(?:solo|solamente|unicamente|siempre|nomas|nada mas) ){{1,2}}(?:{_DAY_PARTS}|{_CLOCK}|sabados|domingos)(?: \w++){{0,2}}$|^(?:de lunes a \w++|entre semana)(?: \w++)? solo(?: \w++)? (?:{_DAY_PARTS}|{_CLOCK}|sabados)|entre (?:la|las) \w++ y (?:la|las) \w++ no(?: \w++){{0,2}}$",
        rf"(?:para )?la (?:proxima|otra)(?: vez)? (?:me )?(?:{_CONTACT}|llam\w++)(?: \w++)? (?:{_DAY_PARTS}|{_CLOCK}|mas (?:tarde|temprano))|(?:{_CONTACT}) (?:{_DAY_PARTS}|{_CLOCK}) siempre|(?:{_DAY_PARTS}) me (?:encuentra|pilla|localiza)\w*+ siempre|(?:{_CONTACT}) siempre ese dia",
        r"(?:llam(?:e|en|es|eme|enme|ame|anme|eis|ar|arme|adas)|marqu(?:e|en|es|eme|enme))(?:me|nme)? (?:solo|siempre|mejor|unicamente) al (?:celular|movil|fijo|cel)|^al (?:fijo|movil|celular|trabajo) no(?: (?:al|a) (?:movil|celular|fijo|trabajo|mi casa))?$|no sea tan (?:temprano|tarde)|prefiero que (?:siempre )?(?:me (?:llame|atienda)|sea) (?:siempre )?(?:la misma persona|una (?:mujer|persona))|(?:quiten?|borren?|borre)(?:me|nme)? el (?:fijo|viejo|movil|celular) y (?:pong|dej|apunt|anot)\w++|borre ese numero y apunte",
        rf"(?:al|a la|en el|en la) (?:trabajo|oficina|fijo|negocio|laburo|chamba|curro|tienda|empresa)(?: \w++)? no (?:me |nos )?(?:{_SUBJ}|hable[ns]?|puedo (?:hablar|atender))",
        rf"no (?:me |nos )?(?:{_SUBJ}|hable[ns]?|{_AGAIN} a (?:llamar|marcar)(?:me|nos)?|escriba[ns]?|mande[ns]? mensajes|busque[ns]?){_FILL}(?: (?:mas|nunca|nunca mas|otra vez|de nuevo))?{_FILL} (?:{_CLOCK}|{_DAY_PARTS}|hasta (?:despues|que|las|el|la|manana)|entre las \w++|hoy|esta semana|este mes|en (?:domingo|sabado|fin de semana|festivo)|(?:al|a la|en el|en la) (?:trabajo|oficina|fijo|negocio|laburo|chamba|curro|casa) )",
        rf"no (?:me |nos )?(?:{_SUBJ}|hable[ns]?){_FILL} (?:al|a la|en el|en la) (?:trabajo|oficina|fijo|negocio|laburo|chamba|curro|casa|telefono de la (?:oficina|empresa))",
        rf"no (?:quiero|me gusta|deseo|queremos) que (?:me|nos) (?:{_SUBJ}|hablen|esten llamando|anden llamando){_FILL} (?:{_CLOCK}|{_DAY_PARTS})",
        rf"(?:(?:si )?(?:me |nos )?(?:pueden?|puedes|va[ns]? a|quieren?|quieres) (?:llamar|marcar|hablar|contactar|escribir)(?:me|nos)?|{_CONTACT}) (?:me )?(?:pero )?(?:solo|solamente|unicamente|siempre|nada mas|preferentemente|de preferencia|nomas|que sea|mejor|pero)(?: (?:solo|siempre|nada mas|que sea|si|mejor|pero|es)){{0,4}} (?:{_CLOCK}|{_DAY_PARTS}|en espanol)",
        rf"(?:solo|solamente|unicamente|siempre|nada mas|preferentemente|de preferencia|mejor siempre|prefiero(?: que)?|preferiria(?: que)?|nomas)(?: \w++){{0,1}}? (?:(?:me|nos) )?(?:puedo|{_CONTACT}|estoy|atender|(?:que (?:me|nos) )?{_CONTACT}|puedo (?:hablar|atender|contestar)|estoy (?:libre|disponible|en casa)|puede[ns]? llamar(?:me)?)(?: \w++)? (?:{_CLOCK}|{_DAY_PARTS})",
        rf"(?:prefiero|preferiria|mejor|me viene mejor|me queda mejor|me acomoda|me conviene|me va mejor|me viene bien|es mejor)(?: (?:que (?:me|nos) (?:llamen|llame|llames|marquen|contacten)|siempre|hablar|solo|que sea|llamen|las llamadas|para mi)){{0,4}} (?:{_DAY_PARTS}|{_CLOCK})(?! (?:lo|la) (?:hablamos|vemos))",
        rf"(?:nunca|jamas|ni se (?:le|les) ocurra) (?:{_CLOCK}|{_DAY_PARTS}|(?:me )?(?:{_SUBJ}|llamen|llame)(?: \w++)? (?:{_CLOCK}|{_DAY_PARTS}))",
        rf"^(?:(?:por favor|pero|y|oiga|mire|mira) ){{0,2}}(?:{_CLOCK}|{_DAY_PARTS}|(?:a )?(?:mediodia|temprano)) (?:no|nunca|ni hablar|ni pensarlo|jamas)(?: (?:me |nos )?(?:{_SUBJ}|contesto|atiendo|puedo (?:hablar|atender|contestar)?|estoy|por favor|gracias)(?: \w++){{0,3}})?$",
        rf"(?:{_DAY_PARTS}|{_CLOCK}) (?:no|nunca) (?:me |nos )?(?:{_SUBJ}|contesto|atiendo|puedo (?:hablar|atender|contestar))",
        rf"(?:{_CONTACT})(?: siempre| solo| mejor| por favor| nada mas){{0,2}} (?:por las (?:mananas|tardes|noches)|en las (?:mananas|tardes|noches)|(?:los|solo los|nada mas los) (?:lunes|martes|miercoles|jueves|viernes|sabados|domingos|fines de semana)|entre semana|entre (?:la|las) \w++ y (?:la|las) \w++)",
        rf"(?:siempre|normalmente|generalmente|por lo general|solo|nada mas|unicamente)(?: \w++){{0,2}} (?:{_DAY_PARTS}|{_CLOCK})(?: \w++){{0,2}} (?:puedo|contesto|estoy|atiendo|libre|disponible)",
        r"(?:(?:es|son) cuando|(?:a esa|es la) hora (?:en )?que)(?: (?:siempre|mejor|mas|ya)){0,4} (?:puedo|contesto|estoy|atiendo|me encuentran|me pillan)",
        r"(?:para la proxima|la proxima vez|la proxima|en el futuro|a futuro|otra vez que llamen?|cuando (?:me )?(?:llamen|vuelvan a llamar))(?: \w++){0,3} (?:mas (?:tarde|temprano)|despues de|antes de|por la|en la|a otra hora|no tan)",
        r"no tan (?:temprano|tarde|tempranito|de manana|de noche)",
        rf"(?:si (?:me |nos )?(?:va[ns]? a|quieren?|quieres|tienen? que|necesitan?|pueden?) (?:llamar|marcar|contactar|hablar)(?:me|nos)?|cuando (?:me )?(?:llamen?|quieran? (?:algo|llamar(?:me)?|hablar(?: conmigo)?)|necesiten? \w++|tengan? \w++))(?: \w++){{0,3}} (?:{_CLOCK}|{_DAY_PARTS})",
        r"(?:al|a mi) (?:celular|movil|cel|numero de casa|fijo) (?:si|mejor|nada mas|solo)(?:$| (?:al|a la|no|por favor)(?!\S))",
        r"(?:me )?(?:puede[ns]?|puedes) (?:llamar|marcar)(?:me)? (?:de lunes a \w++|entre semana|cualquier dia menos|todos los dias menos|menos (?:los|el))(?: \w++)?",
    ),
    writing=(
        r"(?:mand|escrib|envi)(?:e|en|a|an|ad|ar|ir|ame|eme|enme|anme|arme|adme|ime|es|as) (?:un )?(?:whatsapp|whats|wasap|guasap|mensajes?|correo) (?:que|porque) no (?:contesto|atiendo|puedo)(?: \w++){0,3}",
        r"(?:para )?la (?:proxima|otra)(?: vez)? (?:mejor )?(?:me )?(?:mand|escrib|envi)\w++|(?<!\bno )escrib(?:an|a|e|i)(?:me|nme) por (?:whatsapp|wasap|guasap|correo|mail|mensaje|sms)|(?<!\bno )escrib(?:ime|eme|ame|anme|ame) mejor|cualquier cosa me escrib\w++|mejor por (?:mensage|mensaje|whatsapp|guasap|wasap|correo)|(?:mand|envi)(?:e|en|a|an|ad|ar|ame|eme|enme|anme|arme|adme|es|as) un (?:whatsapp|mensaje|wasap|guasap|correo) y ya|si no escriba|pero (?:escrib\w++|mand\w++) (?:por (?:correo|whatsapp|mensaje)|un (?:correo|whatsapp|mensaje))",
        rf"no (?:me |nos )?(?:{_SUBJ}){_FILL}(?: (?:mas|por telefono|nunca))? {_WRITE}",
        r"(?:mejor|prefiero(?: que (?:me|nos))?|preferiria(?: que me)?|mas bien|es mejor que me|solo|solamente|unicamente|siempre|mil veces)(?: \w++)?? (?:escr[ií]b(?:a|an|as|e|eme|ame|anme|enme|ir|irme)(?:me)?(?! (?:su|el|la|los|tu|una?)(?!\S))|(?:un |una |unos )?(?:mensajes?|mensajitos?|whatsapps?|wasaps?|guasaps?|correos?|correitos?|emails?|mails?|sms)(?! (?:y|con|electronico con)(?!\S))|por (?:escrito|whatsapp|wasap|guasap|mensaje|mensajes|correo|correo electronico|email|mail|sms|texto|chat)|texte\w++|(?:mand|envi)(?:e|en|a|ame|eme|enme|es)(?:me)? (?:un |una |los |solo )?(?:mensajes?|mensajito|whatsapp|wasap|guasap|correo|correos|mail|email|sms|carta|cartas|texto|textos))",
        r"(?:escr[ií]b(?:a|an|as|e|ir)(?:me|nme|nos|nnos)?|(?:mand|envi)(?:e|en|a|an)(?:me|nme|nos)? (?:un |una |unos )?(?:mensajes?|mensajitos?|whatsapps?|wasaps?|guasaps?|correos?|emails?|mails?|sms|cartas?|textos?))(?: \w++){0,3} (?:en (?:vez|lugar) de (?:llamar\w*+|marcar\w*+|hablar\w*+|estar llamando|una llamada|la llamada|llamada|telefono)|(?:antes|mejor|y no|pero no|no) (?:que |me |por )?(?:llam\w++|marqu\w++|telefono)|mejor$)",
        r"(?:en (?:vez|lugar) de (?:llamar\w*+|marcar\w*+|hablar\w*+|una llamada)|por telefono no|por llamada no|llamadas no|nada de (?:llamadas|telefono))(?: \w++){0,3} (?:escr[ií]b\w*+|mensajes?|mensajito|whatsapp|wasap|guasap|correos?|email|mail|sms|carta|escrito|texto)",
        r"(?:(?:todo|siempre|solo|mejor|cualquier cosa|lo que sea|para todo|para (?:eso|estas cosas|cosas asi|lo que sea)|a mi) (?:siempre |mejor |solo |prefiero |que sea |uso )?(?:el |un )?(?:por|via) (?:escrito|correo|correo electronico|email|mail|whatsapp|wasap|guasap|mensajes?|sms|chat|mensaje de texto))(?: (?:por favor|nada de (?:llamadas|telefono)|nomas|y no por telefono|mejor|siempre|no por telefono)){0,2}$",
        r"(?:por|via) (?:escrito|correo|correo electronico|email|mail|whatsapp|wasap|guasap|mensaje|mensajes|sms|chat|mensaje de texto)(?: (?:siempre|es|me|mucho|mas|sale|me queda|me es|me va|me resulta|esta)){0,4} (?:mejor|mas (?:comodo|facil|practico)|solamente|nada mas|y no por telefono|no por telefono|nomas)(?! (?:lo|la|me (?:lo|la)|y (?:lo|la))(?!\S))",
        r"(?:uso|utilizo|contesto|leo|respondo|manejo)(?: (?:solo|mas|mejor|siempre|mucho mas|nada mas|puro)){0,4} (?:el |los |por )?(?:whatsapp|wasap|guasap|mensajes|correos|correo|mails?) (?:nomas|nada mas|solamente|y no (?:el telefono|llamadas)|no llamadas)",
        r"no (?:atiendo|contesto|me gustan|me gusta(?: hablar por)?|respondo) (?:las |a |el |numeros |por )?(?:llamadas|telefono|desconocidos)(?: \w++){0,3} (?:escr[ií]b\w*+|mensaj\w++|mand\w++|whatsapp|wasap|guasap|por (?:escrito|correo|mail|whatsapp))",
        r"(?:contact(?:e|en|eme|enme|ame|anme|ar|arme|arnos)|comuni(?:quese|quense|cate|carse)|avis(?:e|en|eme|enme|ame|anme|ar)|localic(?:e|en|eme|enme))(?:me|nme)? (?:conmigo )?(?:solo |mejor |siempre |unicamente )?por (?:escrito|correo|correo electronico|email|mail|whatsapp|wasap|guasap|mensajes?|sms)",
        r"que (?:me|nos) (?:contacten?|escriban?|avisen?) (?:por |via )(?:escrito|correo|correo electronico|email|mail|whatsapp|wasap|guasap|mensajes?|sms)",
    ),
    how_often=(
        r"(?:llam|avis|contact|marc|marqu|escrib)(?:e|en|eme|enme|ame|anme|a|an|ar|arme) (?:pero )?(?:solo|nomas|solamente|unicamente|nada mas) (?:cuando|si|por|para) \w++|(?:solo|solamente|unicamente|nada mas) (?:cuando|si) (?:tengan?|haya|hay|es|sea)(?: \w++){1,3}? (?:llam|avis|contact)\w++|(?:llamadas|veces) el mismo dia es (?:demasiado|mucho)",
        rf"no (?:me |nos )?(?:{_SUBJ}|hable[ns]?|{_AGAIN} a (?:llamar|marcar)|escriba[ns]?|este[ns]? llamando|quiero que me (?:llamen|esten llamando))(?:{_FILL}) {_FREQUENT}",
        rf"(?:no|pero no|menos|sin llamar|no hace falta(?: que)?|no es necesario(?: que)?|no hay que|no necesitan?|no tienen? que)(?: (?:me|nos))?(?: (?:llam\w++|marqu\w++|marc\w++|estar llamando|habl\w++|insist\w++))? {_FREQUENT}",
        rf"(?:con (?:que (?:me |nos )?(?:llam\w++|marqu\w++|avis\w++) )?|me (?:basta|alcanza) con |basta con |solo |maximo |como (?:mucho|maximo) |a lo (?:mucho|sumo|mas) |no mas de |no mas que |mas de |unicamente ){{1,4}}(?:una llamad(?:a|ita)|un mensaje|{_NUMBER} (?:vez|veces|llamadas?))(?: (?:al|a la|por|cada|en el|en la) (?:\w++ )?(?:dia|semana|mes|ano|meses|semanas|trimestre|semestre|quincena))?",
        rf"(?:una llamad(?:a|ita)|{_NUMBER} (?:vez|veces|llamadas?))(?: \w++)? (?:al|a la|por|cada|en el|en la) (?:{_NUMBER} )?(?:dia|semana|mes|ano|meses|semanas|trimestre|semestre|quincena|anos)(?: (?:y ya|es|ya|me basta|esta|como|y no|y nada|maximo|basta|con eso|seria|nada))(?: (?:suficiente|basta|bien|mucho|maximo|mas|de sobra|es suficiente|esta bien|sobra|perfecto|me basta))?",
        rf"(?:(?:ll|y)am(?:e|en|es|eme|enme|ame|eis)|marqu(?:e|en|eme|enme)|contact(?:e|en|eme|enme)|marc(?:ame|anme))(?: (?:solo|nomas|nada mas|mejor|maximo|como mucho|unicamente|si quiere[ns]?|pero)){{0,2}} (?:una sola vez|{_NUMBER} (?:vez|veces) (?:al|a la|por|cada) \w++|cada (?:{_NUMBER} )?(?:quince dias|semanas|mes|meses|ano|quincena|trimestre|seis meses|tres meses|dos meses|tanto))",
        r"(?:cada (?:quince dias|mes|dos meses|tres meses|seis meses|ano|quincena|semana|quince|dos semanas))(?: (?:como (?:mucho|maximo)|esta bien|y ya|maximo|es suficiente|basta|nada mas))",
        r"(?:llamen|llame|marquen|molesten|insistan|llamen?me) (?:un poco |mucho )?(?:menos|con menos frecuencia)(?! (?:los|el|de)(?!\S))",
        r"(?:menos|no tantas|tantas) (?:llamadas|veces)(?: \w++)? (?:por favor|al mes|a la semana|al dia)",
        r"no (?:tan|muy) (?:seguido|a menudo|frecuente)|ya me llamaron hoy (?:con una|una vez basta)",
        r"^(?:(?:con|solo|pues|llamen|llame|si|como mucho|maximo|que sea|bueno|mejor|que) ){0,3}(?:una vez|un mensaje) (?:al mes|a la semana|al ano|cada \w++(?: \w++)?)(?: (?:y ya|como mucho|maximo|nada mas|esta bien|basta|no mas|y no mas|es suficiente))?$",
    ),
    sms=(r"(?:sms|mensajes? de texto|textos?|texte\w*+)",),
    whatsapp=(r"(?:whatsapps?|whats|wasaps?|guasaps?|wsp)",),
    email=(r"(?:correos?|correitos?|e ?mails?|mails?)",),
    rates=Rates(
        counts={
            "una vez": 1,
            "una sola vez": 1,
            "una llamada": 1,
            "una llamadita": 1,
            "dos veces": 2,
            "dos llamadas": 2,
            "tres veces": 3,
        },
        numbers={"dos": 2, "tres": 3, "cuatro": 4, "seis": 6, "quince": 15, "15": 15, "2": 2, "3": 3, "6": 6},
        units={
            "dia": 1,
            "dias": 1,
            "semana": 7,
            "semanas": 7,
            "quincena": 15,
            "mes": 30,
            "meses": 30,
            "trimestre": 91,
            "semestre": 182,
            "ano": 365,
            "anos": 365,
        },
        per=r"(?:al|a la|por|cada|en el|en la)",
        every=(r"cada",),
        too_often=(r"(?:demasiad\w++|es mucho|muchas veces)",),
    ),
)

_ASIDES: Final = Asides(
    pickup=(r"(?:(?:hola|alo|bueno|diga|digame|si|buenas|buenos dias|buenas tardes|buenas noches|buen dia|a ver|mande|oigo|hable|quien|quien (?:es|habla|llama)) ?){1,4}",),
    backchannel=(r"(?:si|aja|ya|claro|vale|ok|okey|entiendo|entendido|comprendo|bueno|bien|muy bien|que bien|perfecto|mhm|hm+|uhum|de acuerdo|exacto|correcto|cierto|asi es|eso es|ya veo|orale|simon|ah|ah mire|mire|anda|no me diga|claro que si|por supuesto)",),
    say_again=(
        r"(?:me )?(?:lo )?(?:repite|repites|repetis|repitame|repiteme|repitamelo)(?: (?:eso|lo ultimo|por favor|otra vez))?",
        r"no (?:le|te|se le|se te|lo|la) (?:entiendo|oigo|escucho|oye|escucha)(?: (?:bien|nada|muy bien|casi nada)){0,2}|(?:se (?:corta|entrecorta|oye|escucha|esta cortando)|se corto)(?: (?:mucho|mal|muy mal|la llamada|todo)){0,2}",
        r"(?:puede|podria|puedes|podrias)? ?(?:hablar|hable|habla|hableme)? ?(?:mas|un poco mas|un poquito mas) (?:despacio|lento|alto|fuerte|claro)",
        r"(?:que|como) (?:me )?(?:decia|decias|decis|dices|me dijo|ha dicho|dijiste|dice usted)|perdon|disculpe|eh",
        r"(?:como|que)(?: dijo| dice| ha dicho)?",
        r"(?:me )?(?:lo )?(?:puede|podria|puedes) (?:repetir(?:lo|melo)?|decirlo)(?: (?:la pregunta|otra vez|de nuevo|eso)){0,6}",
        r"(?:repita(?:lo|melo)?|repite(?:lo)?)(?: (?:la pregunta|otra vez|eso)){0,6}",
        r"no (?:le |lo |te )?(?:he )?(?:entendi|entendido|escuche|escuchado|oi|oido)(?: bien| nada)?",
        r"otra vez",
        r"mande",
    ),
    one_moment=(
        r"(?:permitame|permiteme|aguardeme|aguarda|esperese|esperate|espereme|esperame|un|deme|dame)(?: (?:un|una))? ?(?:momento|momentito|segundo|segundito|tantito|ratito|minuto)?(?<!\bun)(?<!\bdeme)(?<!\bdame)",
        r"(?:esperese |espere |espera )?tantito|momento|momentito|(?:ahorita|ahora|ya|enseguida|en seguida) (?:mismo )?(?:vuelvo|regreso)",
        r"(?:(?:espere|espera|esperate|esperese|un momento|un segundo|un segundito) (?:que|es que)) (?:apago|cierro|cojo|busco|agarro|saco|bajo|subo|anoto|apunto|voy por|voy a (?:por|coger|buscar)|me pongo|tomo|prendo)(?: \w++){1,4}",
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
        rf"(?:espere|espera|un momento|ahorita|ya)(?: que)? (?:lo|la) (?:llamo|busco){_THEN}$|(?:que|ahora|ya|ahorita|enseguida) (?:le|te|se lo|se la|te lo|te la) (?:paso|comunico|pongo){_THEN}$|(?:te|se) l[oa] (?:paso|pongo){_THEN}$",
        rf"(?:dejeme|dejame|voy a) llamar a {_PERSON}{_THEN}$",
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
    r"(?<!\ble )(?<!\bles )(?<!\bque )(?:deje|deja) (?:su|un|tu)(?: \w+){0,3} mensaje",
    r"(?:despues|al oir) (?:de la|del|la|el) (?:senal|tono|pitido)",
    r"(?<!\bal )(?<!\bmi )(?<!\bsu )(?<!\ben el )(?<!\btu )buzon de (?:voz|mensajes)",
)

_ANSWERERS: Final = Answerers(
    voicemail_greeting=_VOICEMAIL_GREETING,
    voicemail=(
        *_VOICEMAIL_GREETING,
        r"(?<!\bal )(?<!\bmi )(?<!\bsu )(?<!\ben el )(?<!\btu )buzon(?: de (?:voz|mensajes))?",
        r"contestador(?: automatico)?",
        r"(?<!\ble )(?<!\bles )(?<!\bque )(?:dej[ae](?:me|nos|n)?|grab[ae])(?: su| un| tu| el| vuestro)? (?:mensaje|recado)",
        r"(?:despues|al oir)(?: \w+){0,2} (?:senal|tono|pitido)",
        r"(?:cliente|abonado|usuario|titular)(?: \w++){0,3} no puede (?:atender|contestar)\w*+",
        r"no me encuentro",
        r"(?:lo antes|tan pronto como|lo mas pronto) posible",
    ),
    voicemail_words=(
        r"mensaje|recado",
        r"senal|tono",
        r"disponible",
        r"ha llamado|has llamado|se ha comunicado|te comunicaste|se comunico",
        r"no (?:puedo|podemos|puede) (?:atender|contestar)\w*+",
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
        r"(?:diga|indique|grabe|mencione|deje|diciendo|su nombre y)(?: \w++){0,6}? motivo de (?:la|su) llamada",
        r"antes de (?:conectar|pasar)(?: \w+)?",
    ),
    screening_words=(r"su nombre", r"esta persona", r"motivo|por que llama", r"conectar"),
    unavailable=(
        r"numero que (?:usted )?(?:marco|ha marcado)(?: \w+){0,2}",
        r"(?:apagado o|fuera de) (?:fuera de )?(?:cobertura|servicio)",
        r"(?:el|este) (?:numero|telefono)(?: \w++){0,6}? no (?:existe|esta (?:asignado|en servicio|disponible|activo))|^no existe|no esta asignado",
        r"telefono al que (?:usted )?llama(?: \w+){0,2}",
        r"verifique el numero",
    ),
    unavailable_words=(r"numero", r"marco|marcado", r"apagado|cobertura|existe"),
    on_hold=(
        r"(?:ha|esta|tiene) (?:puesto )?(?:su |la )?llamada en espera",
        r"(?:la|esta) persona(?: \w++){0,6} (?:en otra llamada|ocupada en otra (?:llamada|linea)|hablando por otra linea)",
        r"(?:permanezca|mantengase|espere|quedese|no cuelgue y permanezca) en (?:la )?linea",
    ),
    records_nothing=(
        r"(?:el )?buzon(?: de (?:voz|mensajes))?(?: \w++){0,4} (?:esta )?(?:lleno|llena|no (?:ha sido|esta) (?:configurado|activado|habilitado|inicializado)|no (?:acepta|admite|puede recibir))",
        r"no (?:acepta|puede recibir|admite|es posible dejar|se puede dejar)(?: mas| nuevos| un| ningun){0,2} mensajes?",
        r"(?:no ha (?:sido )?(?:configurado|activado)|no tiene (?:configurado|activado|habilitado))(?: (?:su|el|un)){0,1} buzon(?: de voz)?",
    ),
    person=(
        r"(?:quiere|desea|quieres)(?: usted)? (?:que le deje|dejar(?:le|me)?)(?: un| algun)? (?:mensaje|recado)|le (?:dejo|doy) (?:un |algun |el )?(?:mensaje|recado)",
        r"(?:estoy|ando|voy) (?:conduciendo|manejando|trabajando|ocupad[oa]|comiendo|saliendo|en (?:una )?(?:reunion|junta))|(?:a )?quien (?:busca|le busca|quiere)",
        r"quien (?:es|habla|llama)",
        r"(?:en que|como) (?:le )?(?:puedo|podemos)(?: \w+)?",
        r"(?:un|espere un) (?:momento|segundo)(?: que)?",
        r"(?:digame|me escucha|le atiende|que desea|de parte de quien)",
        r"con quien (?:desea|quiere|quisiera|hablo|tengo)(?: \w+)?",
        r"(?:me puede|puede|podria) (?:decir\w*|repetir\w*|esperar)(?: \w+)?",
    ),
)

_OURS: Final = Ours(
    offer=(
        r"(?:quiere|quieren|quieres|queres|quisiera|desea|desean)(?! (?:responder|contestar|que (?:le|lo|la) llam|participar en la encuesta)\w*+)",
        r"(?:le|les|te|os) (?:gustaria|interesa|interesaria|apetece|apeteceria|parece si|importa si|viene bien si)",
        r"(?:esta|estan|estas|estaria|estarian) (?:usted(?:es)? )?interesad[oa]s?|tiene[ns]? (?:algun )?interes",
        r"(?:puedo|podemos|podria|podriamos) (?:enviar|mandar|agendar|reservar|apuntar|inscribir|ofrecer)(?:le|les|te|os)?",
        r"(?:le|les|te|os) (?:puedo|podemos|podria|podriamos) (?:enviar|mandar|agendar|reservar|apuntar|inscribir|ofrecer)|(?:le|les|te|os) (?:envio|mando|enviamos|mandamos|agendo|reservo|apunto|inscribo)",
    ),
    offer_to_send=(
        r"(?:enviar|mandar|envio|mando|enviamos|mandamos|envie|mande|enviemos|mandemos|folleto|catalogo)(?:le|les|te|os)?",
    ),
    offer_to_call=(
        r"(?:llamar|llame|llamemos|llamo|llamamos|marcar)(?:le|les|te|lo|la|os)?",
        r"en otro momento|a otra hora",
    ),
    asks_when=(
        r"(?:cuando|a que hora|que dia|en que momento|que hora|a que horas|para cuando|que momento)(?: (?:le|les|te|os|lo|la|es|seria|puedo|podemos|podria|prefiere|quiere|mejor)){0,3}",
    ),
    announces_recording=(r"(?:grab\w+)",),
    press=(r"pulse|pulsa|presione|presiona|oprima|oprime|marque|marca|tecla",),
    no_more_calls=(
        r"(?:no|dejar de|dejemos de) (?:\w+ ){0,3}llam\w+|no (?:\w+ ){0,3}(?:mas|recibir) (?:\w+ )?llamadas|baja|no mas llamadas",
    ),
    wants_digits=(
        r"pulse|pulsa|presione|oprima|marque|marcar|teclee|teclear|digite|introduzca|ingrese|tecla\w*|digitos?|cifras?|numero|codigo|pin",
        r"cuant[oa]s?|escala|del? (?:uno|cero|1|0) al?|puntos?|puntue|califi\w+|estrellas|porcentaje|edad|ano|nacimiento|fecha|importe",
    ),
    claims_human=(
        r"(?<!no )soy (?:(?:realmente|de verdad|claro|en realidad) ){0,2}(?:un |una )?(?:persona(?: real| de verdad| humana| de carne y hueso)?|humano|humana|ser humano)",
        r"no soy (?:un |una |ningun |ninguna )?(?:robot|maquina|bot|ordenador|computadora|inteligencia artificial|ia|asistente (?:virtual|automatico|automatica))",
        r"(?<!no )(?:esta|estas) hablando con (?:una persona|un humano|un ser humano)",
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
    spelled_like=("de", "como"),
    letter_case=("mayuscula", "minuscula", "mayusculas", "minusculas"),
    decimal=("coma",),
    corrections=(r"(?:no )?(?:perdon|perdone|espera|espere|quiero decir|mejor dicho|digo)(?: no| es){0,3}",),
    corrects_alone=(r"no(?: no){0,3}(?: es)?",),
    explains=(r"(?:todo|es|son|en) (?:en |junto |los |las |todo ){0,3}(?:minusculas|mayusculas|numeros?|cifras?|letras?|junto)(?: \w+){0,4}",),
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
    call_back_then="Le vuelvo a llamar {when}. ¿Es correcto?",
    which_day="¿Qué día puedo volver a llamarle?",
    which_time="¿A qué hora puedo volver a llamarle?",
    which_zone="¿En qué zona horaria estará usted?",
    press_again="Si no quiere que le llamemos más, pulse otra vez el {key} o diga stop.",
    cannot_tell="De eso no puedo hablar, pero sigo con mucho gusto.",
)

SPANISH: Final = Language(
    tag="es",
    name="Spanish",
    named=("spanish", "espanol", "castellano", "spanisch", "espagnol", "espanhol", "स्पेनिश"),
    asking=(
        r"(?<!\bno )(?:hablas?|hablan|hablen|hable|hablemos|hablamos|hableme)(?: usted(?:es)?)?(?: en)? NAMED",
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
