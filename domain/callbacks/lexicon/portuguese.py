"""The Portuguese words of time, of Brazil and Portugal; accents are gone when they are read."""

from typing import Final

from domain.callbacks.lexicon.shape import Kind, lexicon

_ONES: Final = (
    "um|uma", "dois|duas", "tres", "quatro", "cinco", "seis", "sete", "oito", "nove", "dez", "onze", "doze", "treze",
    "catorze|quatorze", "quinze", "dezesseis|dezasseis", "dezessete|dezassete", "dezoito", "dezenove|dezanove",
)  # fmt: skip
_UNITS: Final = (
    "", "e um", "e dois", "e tres", "e quatro", "e cinco", "e seis", "e sete", "e oito", "e nove",
)  # fmt: skip
_NUMBERS: Final = {words: value for value, words in enumerate(_ONES, 1)} | {
    f"{tens} {one}".strip(): value + place
    for tens, value in {"vinte": 20, "trinta": 30, "quarenta": 40, "cinquenta": 50}.items()
    for place, one in enumerate(_UNITS)
}

PORTUGUESE: Final = lexicon(
    "pt",
    {
        Kind.NUMBER: {**_NUMBERS, "sessenta": 60, "noventa": 90, "vinte e uma": 21, "vinte e duas": 22},
        Kind.ARTICLE: {"um|uma": 1},
        Kind.ORDINAL: {"primeiro": 1},
        Kind.WEEKDAY: {
            "segunda|segunda feira|segundas": 0,
            "terca|terca feira|tercas": 1,
            "quarta|quarta feira|quartas": 2,
            "quinta|quinta feira|quintas": 3,
            "sexta|sexta feira|sextas": 4,
            "sabado|sabados": 5,
            "domingo|domingos": 6,
        },
        Kind.WORKDAYS: "dias de semana|dia de semana|durante a semana|dias uteis",
        Kind.MONTH: {
            "janeiro": 1,
            "fevereiro": 2,
            "marco": 3,
            "abril": 4,
            "maio": 5,
            "junho": 6,
            "julho": 7,
            "agosto": 8,
            "setembro": 9,
            "outubro": 10,
            "novembro": 11,
            "dezembro": 12,
        },
        Kind.UNIT: {
            "minuto|minutos|minutinho|minutinhos": "minute",
            "hora|horas|horinha|horinhas": "hour",
            "dia|dias": "day",
            "semana|semanas": "week",
            "fim de semana|final de semana|fins de semana|no fim de semana|no final de semana|nos fins de semana": "weekend",
            "mes|meses": "month",
            "ano|anos": "year",
        },
        Kind.OCLOCK: "em ponto|h|hs|horas|hora",
        Kind.SPAN: {
            "meia hora|meia horinha": (30, 30, "minute"),
            "um quarto de hora|quarto de hora": (15, 15, "minute"),
            "tres quartos de hora": (45, 45, "minute"),
            "uns minutos|alguns minutos|uns minutinhos|uns poucos minutos|poucos minutos": (3, 10, "minute"),
            "um par de horas|umas duas horas|umas duas horinhas": (2, 2, "hour"),
            "umas horas|algumas horas": (2, 4, "hour"),
            "uns dias|alguns dias": (2, 5, "day"),
            "uns dois dias|um par de dias": (2, 2, "day"),
            "oito dias": (7, 8, "day"),
            "quinze dias": (14, 15, "day"),
            "umas semanas|algumas semanas": (2, 4, "week"),
            "uns meses|alguns meses": (2, 4, "month"),
        },
        Kind.MORE_HALF: "e meia|e meio",
        Kind.MINUTES_AFTER: {
            "e meia|e pouco": 30,
            "e um quarto|e quarto": 15,
            "menos um quarto|menos quarto": -15,
        },
        Kind.MINUTES_BEFORE: {"um quarto para|um quarto para as": -15},
        Kind.TO_HOUR: "para as|para a|pras|pra|para|minutos para as|minutos para a",
        Kind.PLUS: "e",
        Kind.MINUS: "menos",
        Kind.PART: {
            "de manha|pela manha|da manha|na parte da manha|manha|manhas|as manhas|na manha|durante a manha|a manha": "morning",
            "da madrugada|de madrugada": "morning",
            "logo cedo|bem cedo|cedinho|cedo|de manha cedo|logo de manha|a primeira hora|primeira hora|logo pela manha"
            "|de manhazinha|bem cedinho|cedo de manha|no comeco da manha|no inicio da manha|no primeiro horario": "first_thing",
            "no fim da manha|no final da manha|fim da manha|final da manha": "late_morning",
            "meio dia|ao meio dia|do meio dia": "noon",
            "hora do almoco|na hora do almoco|no almoco|horario de almoco|no horario de almoco|a hora do almoco": "midday",
            "a tarde|de tarde|da tarde|tarde|tardes|pela tarde|na parte da tarde|na tarde|a tardinha|durante a tarde": "afternoon",
            "no comeco da tarde|no inicio da tarde|comeco da tarde|inicio da tarde|ao inicio da tarde": "early_afternoon",
            "no fim da tarde|no final da tarde|fim da tarde|final da tarde|fim de tarde|ao fim da tarde|no finzinho da tarde"
            "|de tardezinha|no fim de tarde": "late_afternoon",
            "a noite|de noite|da noite|noite|noites|pela noite|na parte da noite|na noite|a noitinha": "night",
            "no comeco da noite|no inicio da noite|comeco da noite": "early_evening",
            "meia noite|a meia noite": "midnight",
            "antes do almoco|antes de almocar": "before_lunch",
            "depois do almoco|depois de almocar|apos o almoco": "after_lunch",
            "depois do trabalho|depois do expediente|quando eu sair do trabalho|apos o trabalho|depois de trabalhar"
            "|quando sair do trabalho|apos o expediente|saindo do trabalho": "after_work",
            "antes do trabalho|antes de trabalhar|antes de ir trabalhar": "before_work",
            "depois do cafe da manha|depois do cafe|depois do pequeno almoco": "after_breakfast",
            "antes do jantar|antes de jantar": "before_dinner",
            "depois do jantar|depois de jantar|depois da janta|apos o jantar": "after_dinner",
            "depois da escola|depois da aula|depois das aulas": "after_school",
            "no fim do dia|no final do dia|fim do dia|final do dia|no fim do expediente|ao fim do dia": "end_of_day",
            "ate o fim do dia|ate o final do dia|antes do fim do dia|ate ao fim do dia|antes do final do dia": "by_end_of_day",
            "horario comercial|em horario comercial|no horario comercial|horario de expediente": "working_hours",
        },
        Kind.RELATIVE: {
            "hoje|hoje mesmo|o dia de hoje": 0,
            "amanha|o dia de amanha|amanha mesmo": 1,
            "depois de amanha": 2,
            "de hoje a oito|de hoje a oito dias|hoje a oito": 7,
        },
        Kind.TODAYS_PART: {
            "esta manha|hoje de manha": "morning",
            "esta tarde|hoje a tarde": "afternoon",
            "esta noite|hoje a noite": "night",
        },
        Kind.HOLIDAY: {
            "natal|o natal|dia de natal": "christmas",
            "vespera de natal|a vespera de natal": "christmas_eve",
            "reveillon|vespera de ano novo|a virada": "new_years_eve",
            "ano novo|o ano novo": "new_year",
            "festas|as festas|as festas de fim de ano|os feriados": "holidays",
            "pascoa|a pascoa": "easter",
            "sexta feira santa": "good_friday",
            "carnaval|o carnaval": "carnival",
        },
        Kind.ZONE: {
            "horario de brasilia|hora de brasilia|horario de sao paulo": "America/Sao_Paulo",
            "horario de manaus|hora de manaus": "America/Manaus",
            "hora de lisboa|horario de lisboa|hora de portugal": "Europe/Lisbon",
            "hora dos acores": "Atlantic/Azores",
            "hora de nova york": "America/New_York",
        },
        Kind.OTHER_ZONE: "seu horario|sua hora|horario de voces|seu fuso",
        Kind.OWN_ZONE: "meu horario|hora local|horario local|horario daqui|minha hora",
        Kind.AM: "am|a m",
        Kind.PM: "pm|p m",
        Kind.DATE_LEAD: "dia|no dia|o dia|ao dia",
        Kind.NEXT: "a outra|o outro|que vem|proxima|proximo|a proxima|o proximo|seguinte|na proxima|no proximo|proximas|proximos|que entra",
        Kind.THIS: "este|esta|nesta|neste|essa|esse|nessa|nesse|desta|deste|dessa|desse",
        Kind.EARLY: "na primeira quinzena de|primeira quinzena de|comeco de|no comeco de|inicio de|no inicio de|no comeco da|no inicio da|comeco da|inicio da|no comeco do|no inicio do"
        "|comeco do|inicio do|na primeira semana de|no principio de",
        Kind.MID: "meados de|em meados de|no meio da|meio da|no meio de|no meio do|meados do",
        Kind.LATE: "na segunda quinzena de|segunda quinzena de|na segunda metade de|fim de|no fim de|final de|no final de|no fim da|no final da|fim da|final da|no fim do|no final do|fim do|final do|ao fim da"
        "|la pro fim da|na ultima semana de|finais de",
        Kind.AFTER: "depois de|depois das|depois da|depois do|apos|apos as|apos o|apos a|passadas as|depois|a qualquer hora depois das",
        Kind.FROM: "me da ate|me de ate|me da ate a|me da ate o|espera ate|espere ate|a partir de|a partir das|a partir da|a partir do|desde|desde as|nao antes de|nao antes das|nao antes do|de|das|da"
        "|nao me ligue antes de|nao me liga antes de|nao liga antes de|nao ligue antes de|nunca antes das|nao antes da|nao me liga antes das|nao me ligue antes das|nao liga antes das|nao ligue antes das|nao me liga antes do|nao me ligue antes do"
        "|nao me liga antes da|nao me ligue antes da"
        "|so a partir de|so a partir das",
        Kind.BEFORE: "antes de|antes das|antes da|antes do|nao depois de|nao depois das|antes",
        Kind.BY: "no maximo|no maximo as|o mais tardar|no mais tardar|ate no maximo|ate no maximo as|para antes de|no maximo ate as",
        Kind.UNTIL: "ate|ate as|ate a|ate o|ate ao|ate umas",
        Kind.BETWEEN: "entre|entre as|entre a|entre o",
        Kind.TO: "a|as|ate|ate as|e|ao",
        Kind.AND: "e",
        Kind.OR: "ou|ou entao|ou senao|ou talvez|senao",
        Kind.AT: "as|a|digamos|tipo as|exatamente as",
        Kind.ABOUT: "por volta de|por volta das|por volta da|la pelas|umas|la pela|em torno de|em torno das|mais ou menos as|aproximadamente as"
        "|aproximadamente|cerca de|cerca das|tipo|perto das|pelas|tipo umas|la para as|mais ou menos|uns",
        Kind.ISH: "e pouco|mais ou menos|aproximadamente|por ai|e pouquinho|e tal",
        Kind.IN: "em|daqui a|daqui|dentro de|dentro|me da|da me|daqui a uns|daqui a umas|daqui uns|daqui umas|em uns|em umas|em cerca de"
        "|daqui a mais|em mais|me de",
        Kind.WITHIN: "nas proximas|nos proximos|em menos de|dentro das proximas|no prazo de",
        Kind.FOR: "por|durante",
        Kind.FROM_NOW: "mais tarde|depois|a partir de agora",
        Kind.SOON: {
            "daqui a pouco|daqui a pouquinho|daqui um pouco|um pouco mais tarde|mais tardinho|daqui pouco|daqui um tempinho|daqui a um tempinho"
            "|logo mais|mais logo|logo mais tarde|daqui a um bocado": (30, 180),
            "em um minuto|num minuto|num instante|em um instante|ja ja|num momento|em um momento|num minutinho": (
                5,
                15,
            ),
            "em breve|logo logo": (30, 180),
        },
        Kind.LATER: "mais tarde|mais para frente|mais pra frente|logo",
        Kind.SAME_TIME: "na mesma hora|mesma hora|no mesmo horario|mesmo horario|neste horario|neste mesmo horario"
        "|a mesma hora|a esta hora|nesta hora|nesta mesma hora",
        Kind.DAY_AFTER: {
            "no dia seguinte|dia seguinte|um dia depois|no outro dia|o dia seguinte|um dia depois de|um dia depois do|o dia depois do": 1,
            "no dia anterior|um dia antes|na vespera|o dia antes|dia anterior|um dia antes do|a vespera do|na vespera do|um dia antes de": -1,
        },
        Kind.ANY: "qualquer|qualquer dia|a qualquer hora|qualquer hora|quando quiser|todo dia|todos os dias|quando puder|quando for melhor|toda|todo"
        "|a hora que quiser",
        Kind.VAGUE: "outro dia|outra hora|outro momento|em outro momento|algum dia|um dia desses|em outra ocasiao|outra vez|num outro dia|uma outra hora"
        "|noutro dia|noutra altura|um dia",
        Kind.NO: "nao",
        Kind.NOT: "em vez de|em vez das|ao inves de|ao inves das|nunca|jamais|menos na|nem|nao me ligue|nao ligue|nao me liga|nao liga|mas nao|nao na|nao no|nao de|nao em|nao me liguem|que nao seja",
        Kind.DONT: "nao me ligue|nao ligue|nao me liga|nao liga|nao me liguem",
        Kind.EXCEPT: "menos|exceto|fora|tirando|menos na|menos no|exceto na|exceto no|a nao ser|a nao ser na|salvo|com excecao de|com excecao da",
        Kind.CORRECT: "melhor|alias|quer dizer|digo|desculpa|desculpe|espera|espere|ou melhor|nao nao|perdao|melhor dizendo|nao desculpa|perai|pera"
        "|pensando bem|corrigindo|e melhor|vamos dizer|nao melhor|minto|errei",
        Kind.BAD: "esta corrido|ta corrido|corrido|esta complicado|ta complicado|esta puxado|esta cheio|ta cheio|esta dificil|nao da|nao rola|e ruim|fica ruim|impossivel|e impossivel|e muito cedo|e muito tarde|muito cedo|muito tarde|e cedo demais"
        "|e tarde demais|nao serve|nao e bom|nao fica bom|nao vai dar|nao da certo|nao funciona|nao da jeito|nao me da jeito|e mau|esta cheio",
        Kind.GOOD: "da|sim|pode ser|e bom|fica bom|ta bom|esta bom|otimo|seria bom|seria melhor|e melhor|fica melhor|perfeito|funciona|serve|da certo"
        "|posso|pode|beleza|rola|tudo bem|melhor ainda|e otimo|esta otimo|esta bem|fica bem|da jeito|ok|seria otimo",
        Kind.AWAY: "nao posso|eu nao posso|nao consigo|nao vou poder|nao estou|nao estarei|estou ocupado|estou ocupada|ocupado|ocupada|trabalho"
        "|estou trabalhando|eu trabalho|estou em reuniao|em reuniao|numa reuniao|estou numa reuniao|estou viajando|viajando|de ferias|estou de ferias"
        "|estou fora|fora da cidade|tenho reunioes|nao estou disponivel|indisponivel|estou na aula|na aula|em aula|no medico|no dentista|estou dirigindo"
        "|estou no trabalho|no trabalho|vou estar ocupado|vou estar ocupada|vou viajar|nao vou estar|nao tenho tempo|vou estar em reuniao|nao da pra mim"
        "|nao da para mim|estou no medico|estarei viajando|estou a trabalhar|estou a conduzir|nao me e possivel|ele nao esta|ela nao esta|vou estar fora",
        Kind.SUBJECT: "estou|vou estar|estarei|ele esta|ela esta|tenho|eu",
        Kind.FREE: "estou livre|estou em casa|vou estar em casa|estarei em casa|estou disponivel|vou estar livre|estarei livre|posso falar|poderia"
        "|pode me ligar|voce pode me ligar|pode ligar|voces podem ligar|tenho tempo|livre|disponivel|ele esta em casa|ela esta em casa|me encontra"
        "|vou estar disponivel|posso atender|estarei disponivel",
        Kind.EVENT: "tenho|tenho consulta|tenho medico|tenho dentista|entro|entro no trabalho|comeco|minha consulta|minha consulta e|meu voo|tenho que"
        "|eu entro|meu turno comeca|minha reuniao e|a reuniao e|abrimos|fechamos|vou buscar|vou sair|eu tenho|preciso|tenho uma reuniao"
        "|tenho uma consulta|durmo|acordo|a minha consulta e|almoco as|pego",
        Kind.END_OF_EVENT: "saio|saio do trabalho|eu saio|eu saio do trabalho|termino|eu termino|chego em casa|eu chego em casa|volto|eu volto|retorno|chego"
        "|eu chego|meu turno termina|meu turno acaba|estarei de volta|estou de volta|ele volta|ela volta|largo|eu largo|largo do trabalho|acabo|saio do servico"
        "|saio da escola|eu saio do servico|saio da aula|a reuniao acaba|a reuniao termina|ele chega|ela chega|regresso",
        Kind.GONE: "me pegou|voce me pegou|me apanhou|me pegaram|ontem|anteontem|semana passada|a semana passada|mes passado|segunda passada|terca passada|quarta passada|quinta passada|sexta passada"
        "|sabado passado|domingo passado|ja falei|ja me ligaram|ja disse|me ligaram|me ligou|ligaram|falei com|ja conversei|conversei com|disse|disseram"
        "|faz|ontem a noite|eu ligo|eu te ligo|eu retorno a ligacao|eu ligo de volta|fui|foi|voces ligaram|voce ligou|voces me ligaram|combinamos|comprei|paguei"
        "|eu mesmo ligo|ja tinha falado|tinham me ligado",
        Kind.WISH: "me liga|me ligue|me ligar|liga|ligue|ligar|liga para mim|ligue para mim|ligue me|liga me|me liguem|me telefone|me chama|tenta|tente|prefiro"
        "|que tal|retorne|retorna|me retorna|me retorne|me retornar|vamos falar|falamos|a gente se fala|a gente fala|gostaria|queria|eu prefiro|entre em contato"
        "|volte a ligar|volta a ligar|liga de novo|ligue de novo|liga novamente|ligue novamente|preferia|telefone|marca|marque|vamos marcar|deixa|deixa para"
        "|melhor ligar|me da uma ligada|da uma ligada",
        Kind.SO: "entao|por isso|assim",
        Kind.BECAUSE: "porque|ja que",
        Kind.BUT: "mas|porem|so que",
        Kind.THEN: "nesse horario|nesse mesmo horario|nessa hora|nesse dia|entao|nessa altura|a essa hora|nesse momento",
        Kind.AFTER_THAT: "depois disso|quando eu voltar|quando eu chegar|quando terminar|quando acabar|na volta|quando eu terminar|quando eu sair",
        Kind.BEFORE_THAT: "antes disso",
        Kind.THE: "o|os|a|de|do|da|das|no|na|nas|nos|num|numa|e|seria|para|pra|pro|so",
        Kind.NOISE: "melhor hora|geralmente|normalmente|costumo|por favor|eh|ah|ne|obrigado|obrigada|talvez|acho|acho que|tipo assim|hum|bom|olha|olhe|sei la|se possivel|se puder|provavelmente|muito obrigado"
        "|muito obrigada|se der|uai|pois|pode ser que|entao ta|faz favor|eu acho|quem sabe|valeu|certo|ta",
        Kind.FILLER: "bom dia|boa tarde|boa noite|um momento|um segundo|agora|agora nao|no momento|por enquanto|tenha um bom dia|um minutinho|um minuto por favor"
        "|agora nao posso|no momento nao posso|nao posso agora|nao posso falar agora|as vezes|uma coisa|neste momento|nesse momento nao|hoje em dia|um instante"
        "|agora estou ocupado|estou ocupado agora|estou ocupada agora|nao e uma boa hora|nao e boa hora|nao e um bom momento|o dia todo|o tempo todo|uma pergunta"
        "|bom fim de semana|um bom dia|uma boa tarde|uma boa noite|agora nao da|agora nao posso falar|nao posso falar|a toa|de vez em quando|estou no trabalho agora"
        "|estou em reuniao agora|agora estou em reuniao|tudo bem|nao posso neste momento|estou dirigindo agora|agora estou dirigindo|como vai hoje",
    },
)
