"""The French words of time; accents are gone and apostrophes part words when they are read."""

from typing import Final

from domain.callbacks.lexicon.shape import Kind, lexicon

_ONES: Final = (
    "un|une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize", "dix sept", "dix huit", "dix neuf",
)  # fmt: skip
_UNITS: Final = ("", "et un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf")
_NUMBERS: Final = {words: value for value, words in enumerate(_ONES, 1)} | {
    f"{tens} {one}".strip(): value + place
    for tens, value in {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50}.items()
    for place, one in enumerate(_UNITS)
}

FRENCH: Final = lexicon(
    "fr",
    {
        Kind.NUMBER: {**_NUMBERS, "soixante": 60, "quatre vingt dix": 90, "vingt et une": 21},
        Kind.ARTICLE: {"un|une": 1},
        Kind.ORDINAL: {"premier": 1},
        Kind.WEEKDAY: {
            "lundi|lundis": 0,
            "mardi|mardis": 1,
            "mercredi|mercredis": 2,
            "jeudi|jeudis": 3,
            "vendredi|vendredis": 4,
            "samedi|samedis": 5,
            "dimanche|dimanches": 6,
        },
        Kind.WORKDAYS: "en semaine|la semaine en journee|jours de semaine",
        Kind.MONTH: {
            "janvier": 1,
            "fevrier": 2,
            "mars": 3,
            "avril": 4,
            "mai": 5,
            "juin": 6,
            "juillet": 7,
            "aout": 8,
            "septembre": 9,
            "octobre": 10,
            "novembre": 11,
            "decembre": 12,
        },
        Kind.UNIT: {
            "minute|minutes|min|petites minutes": "minute",
            "heure|heures|petite heure": "hour",
            "jour|jours|journee|journees": "day",
            "semaine|semaines": "week",
            "week end|weekend|week ends": "weekend",
            "mois": "month",
            "an|ans|annee|annees": "year",
        },
        Kind.OCLOCK: "heures|heure|h|heures pile|pile|heures precises",
        Kind.SPAN: {
            "demi heure|une demi heure|une petite demi heure|demie heure|une demie heure": (30, 30, "minute"),
            "quart d heure|un quart d heure|un petit quart d heure": (15, 15, "minute"),
            "trois quarts d heure": (45, 45, "minute"),
            "quelques minutes|deux minutes|deux petites minutes": (3, 10, "minute"),
            "quelques heures": (2, 4, "hour"),
            "quelques jours": (2, 5, "day"),
            "quelques semaines": (2, 4, "week"),
            "quelques mois": (2, 4, "month"),
            "huit jours": (7, 8, "day"),
            "quinze jours|une quinzaine|une quinzaine de jours|une quinzaine jours": (14, 15, "day"),
            "une dizaine de minutes": (10, 10, "minute"),
            "une vingtaine de minutes": (20, 20, "minute"),
            "une dizaine de jours": (9, 11, "day"),
            "une huitaine": (7, 8, "day"),
        },
        Kind.MORE_HALF: "et demie|et demi",
        Kind.MINUTES_AFTER: {
            "et demie|et demi": 30,
            "et quart|un quart": 15,
            "moins le quart|moins quart": -15,
        },
        Kind.PLUS: "et",
        Kind.MINUS: "moins|moins les",
        Kind.PART: {
            "matin|le matin|du matin|dans la matinee|matinee|en matinee|matins|les matins|au matin": "morning",
            "debut de matinee|en debut de matinee|tot le matin|tot|a la premiere heure|premiere heure|de bonne heure"
            "|des la premiere heure|tot dans la matinee": "first_thing",
            "fin de matinee|en fin de matinee": "late_morning",
            "midi|a midi": "noon",
            "entre midi et deux|l heure du dejeuner|a l heure du dejeuner|pause dejeuner|la pause dejeuner|vers midi|sur le midi"
            "|autour de midi|le midi": "midday",
            "apres midi|l apres midi|de l apres midi|dans l apres midi|apres midis|les apres midis|apres midi la": "afternoon",
            "debut d apres midi|en debut d apres midi|au debut de l apres midi|debut de l apres midi|en debut de l apres midi": "early_afternoon",
            "fin d apres midi|en fin d apres midi|en fin de l apres midi|fin de l apres midi|a la fin de l apres midi": "late_afternoon",
            "soir|le soir|du soir|dans la soiree|soiree|en soiree|soirs|les soirs|au soir": "evening",
            "debut de soiree|en debut de soiree": "early_evening",
            "fin de soiree|en fin de soiree|tard le soir|tard dans la soiree": "late_evening",
            "nuit|la nuit|dans la nuit": "night",
            "minuit|a minuit": "midnight",
            "avant le dejeuner|avant dejeuner|avant de dejeuner|avant le repas de midi|avant midi et demi": "before_lunch",
            "apres le dejeuner|apres dejeuner|apres avoir dejeune|apres le repas de midi": "after_lunch",
            "apres le travail|apres le boulot|en sortant du travail|quand je sors du travail|apres ma journee|apres le bureau"
            "|quand je rentre du travail": "after_work",
            "avant le travail|avant d aller travailler|avant le boulot": "before_work",
            "apres le petit dejeuner|apres le petit dej": "after_breakfast",
            "avant le diner|avant diner|avant de diner": "before_dinner",
            "apres le diner|apres diner|apres avoir dine|apres manger": "after_dinner",
            "apres l ecole|a la sortie de l ecole|apres les cours|apres la sortie de l ecole": "after_school",
            "en fin de journee|fin de journee|a la fin de la journee": "end_of_day",
            "avant la fin de la journee|d ici la fin de la journee|avant la fin de journee|d ici ce soir": "by_end_of_day",
            "heures de bureau|aux heures de bureau|pendant les heures de bureau|en journee|dans la journee": "working_hours",
        },
        Kind.RELATIVE: {
            "aujourd hui|aujourdhui|ce jour": 0,
            "demain|la journee de demain": 1,
            "apres demain|le surlendemain": 2,
        },
        Kind.TODAYS_PART: {
            "ce matin": "morning",
            "cet apres midi|cette apres midi|cet aprem|cette aprem": "afternoon",
            "ce soir": "evening",
            "ce midi": "midday",
            "cette nuit": "night",
            "en debut de cet apres midi": "early_afternoon",
        },
        Kind.HOLIDAY: {
            "noel|le jour de noel": "christmas",
            "reveillon de noel|la veille de noel|le reveillon": "christmas_eve",
            "la saint sylvestre|saint sylvestre|reveillon du nouvel an|le reveillon du jour de l an": "new_years_eve",
            "le nouvel an|nouvel an|le jour de l an|jour de l an|le premier de l an": "new_year",
            "les fetes|fetes|les fetes de fin d annee|les vacances de noel|les vacances": "holidays",
            "paques": "easter",
            "le lundi de paques|lundi de paques": "easter_monday",
            "la pentecote|pentecote": "pentecost",
            "la toussaint|toussaint": "all_saints",
            "le quatorze juillet|le 14 juillet": "bastille_day",
        },
        Kind.ZONE: {
            "heure de paris|heure francaise|heure belge|heure suisse": "Europe/Paris",
            "heure de londres|heure anglaise": "Europe/London",
            "heure du quebec|heure de montreal|heure de l est": "America/Toronto",
            "heure de la reunion|heure reunionnaise": "Indian/Reunion",
            "heure de dakar|heure d abidjan": "Africa/Abidjan",
        },
        Kind.OTHER_ZONE: "votre heure|heure de chez vous|ton heure|chez vous",
        Kind.OWN_ZONE: "mon heure|heure locale|heure d ici|heure de chez moi",
        Kind.DATE_LEAD: "a partir du|a compter du|avant le|apres le|d ici le|pas avant le|depuis le|le|du|au|des le|jusqu au",
        Kind.NEXT: "prochain|prochaine|suivant|suivante|qui vient|prochains|qui arrive|le prochain|la prochaine",
        Kind.THIS: "ce|cette|cet",
        Kind.AFTER_NEXT: {"en huit": 1, "en quinze": 2},
        Kind.WEEK: {"la semaine d apres": 2},
        Kind.EARLY: "la premiere quinzaine de|premiere quinzaine de|debut|debut de|en debut de|au debut de|au debut du|debut du|au debut|en debut|en tout debut de",
        Kind.MID: "mi|milieu de|au milieu de|en milieu de|a la mi|milieu du|courant",
        Kind.LATE: "la deuxieme quinzaine de|deuxieme quinzaine de|la seconde quinzaine de|seconde quinzaine de|la deuxieme moitie de|fin|fin de|en fin de|a la fin de|a la fin du|fin du|vers la fin de|vers la fin du|en fin",
        Kind.AFTER: "apres|apres le|apres la|apres les|passe|plus tard que|n importe quand apres|juste apres",
        Kind.FROM: "laissez moi jusqu a|donnez moi jusqu a|laisse moi jusqu a|donnez moi jusqu au|laissez moi jusqu au|attendez jusqu a|a partir de|a partir du|a compter de|a compter du|des|de|du|depuis|pas avant|pas avant le|jamais avant"
        "|ne m appelez pas avant|n appelez pas avant|rappelez pas avant|ne me rappelez pas avant|a partir",
        Kind.BEFORE: "avant|avant le|avant la|avant les|pas apres|plus tot que|n importe quand avant",
        Kind.BY: "d ici|d ici a|au plus tard|au plus tard a|au plus tard le|jusqu a au plus tard|pas plus tard que|d ici au",
        Kind.UNTIL: "jusqu a|jusqu au|jusqu en|jusque|jusque vers|jusqu aux",
        Kind.BETWEEN: "entre|entre le",
        Kind.TO: "a|au|jusqu a|jusqu au|et",
        Kind.AND: "et|ainsi que",
        Kind.OR: "ou|ou bien|ou alors|sinon|ou sinon|ou peut etre",
        Kind.AT: "a|disons|pour|a exactement|pour les",
        Kind.ABOUT: "vers|vers les|aux alentours de|aux environs de|autour de|sur les|environ|a environ|a peu pres|a peu pres a|dans les"
        "|vers les environs de",
        Kind.ISH: "environ|a peu pres|et quelques|ou quelque chose comme ca|par la",
        Kind.IN: "dans|d ici|dans environ|dans a peu pres|donnez moi|laissez moi|donne moi|laisse moi|attendez|encore|dans a peu pres",
        Kind.WITHIN: "dans les prochaines|dans les prochains|en moins de|sous|dans la prochaine|dans l",
        Kind.FOR: "pendant|pour|durant",
        Kind.FROM_NOW: "plus tard|apres",
        Kind.AGO: "plus tot",
        Kind.SOON: {
            "tout a l heure|dans un petit moment|dans un moment|un peu plus tard|dans quelque temps|dans un petit peu|un peu apres": (
                30,
                180,
            ),
            "dans un instant|dans une minute|tout de suite|dans une seconde|dans deux secondes": (5, 15),
            "bientot|sous peu": (30, 180),
        },
        Kind.LATER: "plus tard|plus tard dans|plus tard dans la|plus tard dans l",
        Kind.SAME_TIME: "a la meme heure|meme heure|la meme heure|a cette heure ci|a cette heure la|a la meme heure que maintenant",
        Kind.DAY_AFTER: {
            "le lendemain|lendemain|le jour d apres|le jour suivant|le jour apres|un jour apres|le lendemain de|le lendemain du": 1,
            "la veille|veille|le jour d avant|le jour avant|un jour avant|la veille de|la veille du": -1,
        },
        Kind.ANY: "toute la journee|n importe quel|n importe quelle|n importe quand|tous les jours|quand vous voulez|a n importe quelle heure|n importe quel jour"
        "|chaque|quand tu veux|a tout moment|tous les",
        Kind.VAGUE: "un autre jour|une autre fois|un jour|un de ces jours|a un autre moment|a l occasion|un autre moment|une prochaine fois"
        "|un de ces quatre|quand vous pourrez",
        Kind.NO: "plus|non|pas possible|pas",
        Kind.NOT: "au lieu de|plutot que|ne m appelez plus|n appelez plus|ne me rappelez plus|ne rappelez plus|jamais|surtout pas|pas le|pas la|pas les|ne m appelez pas|ne rappelez pas|mais pas|plutot pas|ne me rappelez pas|pas a|pas en"
        "|pas au|pas dans|ne m appelez pas le|n appelez pas",
        Kind.DONT: "ne m appelez plus|n appelez plus|ne me rappelez plus|ne rappelez plus|ne m appelez pas|ne rappelez pas|ne me rappelez pas|n appelez pas",
        Kind.EXCEPT: "sauf|sauf le|a part|a part le|excepte|hormis|en dehors de|en dehors du|a l exception de|a l exception du",
        Kind.CORRECT: "plutot|pardon|je veux dire|enfin|attendez|non non|ou plutot|ou mieux|mieux|correction|excusez moi|non attendez|non plutot"
        "|je voulais dire|finalement|mettons|au temps pour moi|non pardon|desole|attends|non mais",
        Kind.BAD: "ne me convient pas|ne convient pas|ca ne va pas|c est trop tot|c est trop tard|trop tot|trop tard|n est pas possible|impossible"
        "|c est impossible|ce n est pas possible|c est pas possible|ne m arrange pas|ca ne m arrange pas|ca ne me va pas|ne va pas|ca va pas"
        "|c est complique|ne marche pas|ca ne marche pas|est complique|pas terrible|n est pas bien|ca m arrange pas|c est mort|est impossible",
        Kind.GOOD: "oui|ca va|c est bon|me convient|ca me va|parfait|c est mieux|possible|d accord|c est possible|ca marche|c est parfait|me va"
        "|serait bien|serait mieux|ce serait bien|ce serait mieux|est mieux|ca irait|m arrange|ca m arrange|convient|est possible|je peux"
        "|ira|c est bien|marche|ce serait parfait|serait parfait|irait",
        Kind.AWAY: "je ne peux pas|je peux pas|je ne pourrai pas|je pourrai pas|je suis en reunion|en reunion|je suis occupe|je suis occupee|occupe"
        "|occupee|je travaille|je ne suis pas disponible|je suis pas disponible|pas disponible|je suis absent|je suis absente|en vacances"
        "|je suis en vacances|en deplacement|je suis en deplacement|je suis pris|je suis prise|je ne suis pas la|je suis pas la|je serai absent"
        "|je serai absente|je serai en reunion|je serai occupe|en conge|en conges|je suis en conge|en voyage|je suis au travail|au travail"
        "|en cours|chez le medecin|chez le dentiste|j ai des reunions|je ne serai pas la|pas la|je suis en rendez vous|en rendez vous|je suis indisponible"
        "|indisponible|a l hopital|je conduis|je suis au volant|en formation|a l etranger|je n ai pas le temps|j ai pas le temps|il n est pas la"
        "|elle n est pas la|ca ne m est pas possible|je ne peux malheureusement pas|je bosse|je suis pas dispo|pas dispo",
        Kind.SUBJECT: "je suis|je serai|il est|elle est|j ai|je",
        Kind.FREE: "je suis libre|je suis chez moi|je serai chez moi|je suis disponible|je serai disponible|je serai libre|je suis dispo|vous pouvez"
        "|vous pouvez m appeler|vous pouvez me joindre|tu peux m appeler|j ai le temps|libre|disponible|je suis la|je serai la|joignable"
        "|je suis joignable|je peux parler|je pourrais|il sera la|elle sera la|il est la|elle est la|a la maison|dispo",
        Kind.EVENT: "j ai|j ai un rendez vous|j ai rendez vous|mon rendez vous|mon rendez vous est|je commence|j embauche|je dois|mon vol|mon train|je pars"
        "|je vais chercher|je mange|je dejeune|nous fermons|on ferme|nous ouvrons|je me leve|je me couche|ma reunion|ma reunion est|j ai le dentiste"
        "|j ai une reunion|je prends mon poste|je prends|j ai le medecin|je decolle|j ai un train",
        Kind.END_OF_EVENT: "je finis|je finis le travail|je termine|je sors|je sors du travail|je rentre|je reviens|je serai rentre|je serai rentree|je suis rentre"
        "|je suis de retour|de retour|je serai de retour|je debauche|il rentre|elle rentre|j ai fini|je quitte|je quitte le travail|je finis ma journee"
        "|je finis de travailler|je rentre du travail|ma reunion finit|ma reunion se termine|j arrive|j atterris|il revient|elle revient|je rentre chez moi",
        Kind.GONE: "hier|avant hier|la semaine derniere|le mois dernier|lundi dernier|mardi dernier|mercredi dernier|jeudi dernier|vendredi dernier"
        "|samedi dernier|dimanche dernier|hier soir|j ai deja|on m a|vous m avez|j ai parle|j ai dit|il y a|m a appele|m avez appele|deja parle"
        "|j ai eu|je vous rappelle|je vous rappellerai|c est moi qui rappelle|je rappellerai|vous avez appele|vous aviez dit|j avais|on s est|j etais"
        "|j ai commande|j ai paye|vous m aviez|on s etait|la derniere fois",
        Kind.WISH: "on peut parler|on peut se parler|on peut en parler|on peut|parlons|reparlons|recontactez|rappelez moi|rappelle moi|appelez moi|appelle moi|rappelez|rappeler|appelez|recontactez moi|essayez|on se rappelle|je prefere"
        "|je prefererais|que diriez vous|pouvez vous|pourriez vous|vous pouvez rappeler|me rappeler|retelephonez|telephonez moi|contactez moi"
        "|je voudrais|j aimerais|on dit|on fait|on se parle|disons plutot|me joindre|m appeler|tentez|reessayez|alors",
        Kind.SO: "donc|alors|comme ca",
        Kind.BECAUSE: "parce que|car|puisque|vu que",
        Kind.BUT: "mais|cependant|par contre|en revanche",
        Kind.THEN: "a ce moment la|ce jour la|a cette heure|alors|a ce moment",
        Kind.AFTER_THAT: "apres ca|ensuite|apres cela|a mon retour|quand je reviens|quand je rentre|quand j ai fini|quand j aurai fini|apres quoi"
        "|quand je serai rentre",
        Kind.BEFORE_THAT: "avant ca|avant cela|auparavant",
        Kind.THE: "le|la|les|l|de|du|des|d|dans la|c est|ce sera|en|au|ce serait|m|s|plutot vers",
        Kind.NOISE: "meilleure heure|d habitude|generalement|en general|euh|s il vous plait|s il te plait|merci|peut etre|ben|bah|hein|bon|voila|je pense|si possible|si c est possible|probablement"
        "|merci beaucoup|svp|oui alors|ecoutez|disons que|bien sur|eventuellement|je crois|genre|hum|si vous pouvez|si vous voulez|volontiers",
        Kind.FILLER: "bonjour|bonsoir|bonne journee|bonne soiree|bonne nuit|un instant|une seconde|un moment|en ce moment|pour le moment|maintenant"
        "|pas maintenant|une minute s il vous plait|tout le temps|de temps en temps|bonne fin de journee|bon week end|bon apres midi|bonne apres midi"
        "|je ne peux pas maintenant|je ne peux pas en ce moment|je ne peux pas parler|je suis occupe en ce moment|je suis occupe la|bonne matinee"
        "|ce n est pas le moment|c est pas le moment|pas le bon moment|pas le moment|la maintenant|une question|une fois|24 heures sur 24|a temps"
        "|je suis en reunion la|je suis en reunion en ce moment|je ne peux pas la|je peux pas la|je suis au volant la|un petit instant|pour l instant"
        "|je ne peux pas vous parler|je peux pas parler|comment allez vous aujourd hui|un seul|l un|j ai pas le temps la|je n ai pas le temps maintenant",
    },
    apostrophe_parts=True,
)
