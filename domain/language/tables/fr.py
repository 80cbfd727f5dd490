"""French, in one piece because a language is one file: what people say in it, and what we do; tables/shape.py tells what each table is for."""

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

_PERSON: Final = r"(?:(?:mon|ma|le|la|son|sa|notre|votre) (?:mari|femme|epouse|mere|maman|pere|papa|fils|fille|frere|s(?:oe|œ)ur|chef|patron|patronne|collegue|conjoint|conjointe|compagnon|compagne|responsable|directeur|directrice|assistante?)|(?:monsieur|madame) \w+)"
_THEN: Final = (
    r"(?: (?:tout de suite|maintenant|de suite|au telephone|s ?il vous plait|un instant|ne quittez pas))*"
)


def _heard(*patterns: str) -> tuple[str, ...]:
    """Patterns as they match plain words: without accents, and an apostrophe may be nothing or a blank."""
    return tuple(pattern.translate(_AS_PLAIN) for pattern in patterns)


_AS_PLAIN: Final = str.maketrans(
    {"é": "e", "è": "e", "ê": "e", "à": "a", "â": "a", "ù": "u", "û": "u", "î": "i", "ï": "i", "ô": "o", "ç": "c"}
    | {"œ": "(?:oe|œ)", "'": " ?"}
)  # fmt: skip

# When somebody may not be called, or may: "avant dix heures", "le week-end", "au travail".
_HOUR: Final = r"(?:\d{1,2}|midi|minuit|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|dix sept|dix huit|dix neuf|vingt|vingt et une|vingt deux)(?: heures?| h)?(?: (?:trente|et demie|quinze|du matin|du soir))?"
_DAY: Final = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
_EVER: Final = rf"(?:le (?:matin|soir|midi|week ?end|{_DAY})|l'après midi|la nuit|les (?:week ?ends|jours fériés|matins|soirs)|en (?:semaine|journée|soirée|matinée|pleine nuit)|(?:pendant|durant|à) (?!l'avenir)(?:le|la|les|mes|mon|ma|l') ?(?:heures? (?:de |du |des )?)?(?:\w+)|au (?:travail|boulot|bureau)|pendant (?:que je )?\w+|à l'heure (?:du|de la|des) \w+|aux heures de \w+)"
_CLOCK: Final = rf"(?:(?:avant|après|à partir de|dès|jusqu'à|passé|vers) {_HOUR}|après (?:le (?:travail|boulot|déjeuner|dîner|repas)|mon \w+)|entre {_HOUR} et {_HOUR}|(?:si|trop|aussi) (?:tôt|tard))"
_NOW: Final = rf"(?:(?<!\bd )aujourd'hui|ce (?:matin|soir|midi|week ?end|mois ci)|cette (?:semaine|après midi|nuit)|pour l'instant|demain|avant (?:{_DAY}|demain|la semaine prochaine|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|noël|la rentrée)|d'ici (?:là|{_DAY}|demain|\w+)|pendant (?:\w+ ){{1,2}}(?:jours|semaines|mois)|jusqu'(?:à|en|au) (?:la fin \w+ \w+|\w+)|tant que (?:\w+ ){{1,5}}\w+|quand je (?:\w+ ){{1,3}}\w+)"
_OFTEN: Final = r"(?:(?:si|aussi|trop) souvent|tous les (?:jours|matins|soirs|deux jours|quatre matins)|chaque (?:jour|semaine)|plus d'une fois)"
_PLACE: Final = (
    r"(?:(?:sur|à) (?:mon|le) (?:portable|fixe|bureau|travail|boulot|pro|mobile|téléphone \w+)|chez moi)"
)
_LIMIT: Final = rf"(?:{_EVER}|{_CLOCK}|{_NOW}|{_OFTEN}|{_PLACE})"
_SOFT: Final = r"(?:s'il vous plaît|s'il te plaît|surtout|merci|donc|hein|non|moi|je|vous|on|de|svp|ça|me|m'|ne|pas|plus)"

_CALL_EZ: Final = r"(?:r?app?e?ll?e[zr]|rappelez|appeler|rappeler|r?appelé|recontactez|contactez|dérangez|téléphonez|retéléphonez|sollicitez|démarchez|harcelez|embêtez|importunez|relancez)"
_CALL_ER: Final = r"(?:appeler|rappeler|recontacter|contacter|déranger|téléphoner|solliciter|démarcher|harceler|embêter|importuner|relancer|appelez|rappelez|joindre)"
_CALLED: Final = r"(?:r?appel[ée]+s?|rappel[ée]+s?|appeler|contacté(?:e|s)?|contacter|recontactée?|dérangée?s?|démarchée?s?|sollicitée?s?|importunée?s?|embêtée?s?|harcelée?s?|joint)"
_THEY_CALL: Final = r"(?:appeliez|rappeliez|contactiez|recontactiez|téléphoniez|dérangiez|démarchiez|sollicitiez|appelle|rappelle|contacte|dérange|téléphone)"
_WANT: Final = r"(?:j'?veux|veux|veut|souhaite|voudrais|désire|voulons|souhaitons|j'?aimerais|aimerais|supporte|voulais|demande)"
_CALLS: Final = r"(?:appels?|coups? de (?:fil|téléphone)|démarchages?|sollicitations?|harcèlement|relances|publicités? téléphoniques?)"
_MINE: Final = r"(?:mon (?:numéro|nom|téléphone|adresse|mail|contact|portable)|mes (?:coordonnées|données|infos|informations|numéros)|notre (?:numéro|nom)|nos coordonnées|ce numéro(?! de)|le numéro(?! de)|cette ligne(?! de)|toutes (?:mes|les) (?:données|infos|informations|coordonnées))"
_ERASE_EZ: Final = r"(?:retirez|suprimez|éffacez|enlevez|supprimez|effacez|rayez|ôtez|sortez|virez|radiez|éliminez|désinscrivez|désabonnez|détruisez|bloquez)"
_ERASE_ER: Final = (
    r"(?:retirer|enlever|supprimer|effacer|rayer|ôter|sortir|virer|radier|désinscrire|désabonner|détruire)"
)
_ERASED: Final = r"(?:retir[ée]+s?|enlev[ée]+s?|supprim[ée]+s?|effac[ée]+s?|ray[ée]+s?|radi[ée]+s?|ôt[ée]+s?|sortie?|désinscrite?|désabonn[ée]+|retirer|enlever|supprimer|effacer|rayer)"
_LIST: Final = r"(?:de |du |d'|des |dans )(?:la |le |votre |vos |vôtre |cette |ce |ton |ta |toutes vos |tous vos |l')?(?:listes?|fichiers?|base|listing|répertoire|contacts|registres?|appels|système|ordinateur|base de données|annuaire)"
_SOON: Final = r"(?:(?:immédiatement|donc|un peu|tout de suite|s'il vous plaît|maintenant|enfin|vite|bien|simplement|juste|aussi|définitivement|complètement) ){0,2}"

_OPT_OUT: Final = _heard(
    rf"(?<!vous )(?<!ils )(?:ne |n')(?:me |m'|nous |leur |lui |la |le )?{_CALL_EZ} (?:plus|jamais)(?: jamais)?(?! (?:tard|tôt|souvent|vite|bas|haut|fort))",
    rf"(?<!vous )(?<!ne )(?<!vous ne )(?<!ils )(?:me |m'|nous ){_CALL_EZ} (?:plus|jamais)(?! (?:tard|tôt|souvent|vite|fort|haut))",
    rf"^(?:(?:non|bon|oui|alors|écoutez|stop|merci|et|mais|bonjour|allô) ){{0,3}}{_CALL_EZ} (?:moi )?(?:plus|jamais)(?! (?:tard|tôt|souvent|vite|fort|haut))",
    r"(?:^|(?:non|et|alors|bon|stop|merci|écoute|plaît|oui|toi) )(?:ne )?(?:me |m'|nous )(?:appelle|rappelle|contacte|téléphone) (?:plus|jamais)",
    rf"(?<!ai )(?<!jai )(?<!a )(?<!as )(?<!ont )(?<!avez )(?<!avait )(?<!avais )(?<!pas )(?:arrêtez|arrête|arrêter|aretez|arretez|cessez|cesse|cesser|finissez) {_SOON}(?:de |d')(?:m'|me |nous |ma |m ?a ?|l'|les )?(?:{_CALL_ER}|pelez?|faire sonner|m ?apeler|apeler|emmerder|faire chier)",
    rf"(?<!je vais )(?:arrêtez|arrête|arrêter|cessez|cesse|cesser|stoppez|stopper|stop) {_SOON}(?:avec |à |de |d')?(?:vos|ces|les|tous ces|tous vos|tes|cet|ce|ton|votre) (?:\w+ )?{_CALLS}",
    rf"(?<!ne )(?<!pas ){_ERASE_EZ} {_SOON}(?:moi|nous|{_MINE})(?! (?:pas|surtout pas))",
    rf"(?<!je )(?<!on )(?<!il )(?<!jai )(?<!ai )(?<!a )(?<!elle )(?<!avez )(?<!ne )(?:retire|enlève|supprime|efface|raye|vire|ôte) {_SOON}(?:moi|{_MINE})(?! pas)",
    rf"(?:me|m'|nous|l'|les|le) ?{_ERASE_ER} {_SOON}{_LIST}",
    rf"{_ERASE_ER} {_SOON}(?:{_MINE}|tout ce qui me concerne)",
    r"(?:veux|souhaite|voudrais|j'?aimerais|aimerais|demande à|vais) (?:me |m'|nous )(?:désabonner|désinscrire|retirer|enlever|rayer)",
    r"(?:pouvez|pourriez|voulez|veuillez|peux|pourrais) (?:vous |tu )?(?:bien )?(?:me |m'|nous )(?:désabonner|désinscrire|radier|rayer|effacer|supprimer)",
    r"(?:que vous|qu'on|que tu) (?:me |m'|nous )(?:retiriez|enleviez|supprimiez|effaciez|rayiez|sortiez|ôtiez|retire|enlève|supprime|efface|raye|désinscriviez|désinscrive)",
    rf"(?:que vous|qu'on) (?:retiriez|enleviez|supprimiez|effaciez|rayiez|sortiez|ôtiez|détruisiez|retire|enlève|supprime|efface|le supprimiez|le retiriez) {_SOON}(?:{_MINE}|aujourd'hui)",
    r"(?:que vous|qu'on) (?:le |la |les )(?:retiriez|enleviez|supprimiez|effaciez|rayiez)",
    rf"(?:arrêtiez|cessiez|qu'on arrête) (?:de |d')(?:m'|me |nous )?{_CALL_ER}",
    rf"{_WANT} (?:me |m')?(?:sortir|partir|disparaître) {_LIST}",
    rf"{_MINE} (?:doit|doivent|devrait|devraient|a|ont) (?:\w+ )?être {_ERASED}",
    rf"que {_MINE} (?:soit|soient) {_ERASED}",
    rf"(?:j'?aimerais|voudrais|souhaite|veux|préfère|préférerais|serait (?:bien|gentil|sympa|mieux)|demande) (?:bien )?(?:que vous|qu'on|que tu) (?:ne |n')?(?:me |m'|nous )?{_THEY_CALL} (?:plus|jamais)",
    rf"(?:à partir d'aujourd'hui|à partir de (?:demain|maintenant)|dès (?:demain|maintenant|aujourd'hui)|dorénavant|désormais|à l'avenir|maintenant|alors|et) vous (?:ne |n')?(?:me |m'|nous )?{_CALL_EZ} (?:plus|jamais)",
    rf"vous (?:ne |n')?(?:me |m'|nous )?{_CALL_EZ} (?:plus jamais|plus)(?: jamais)? (?:ici|c'est (?:clair|compris|bien compris)|compris)",
    rf"(?:ne |n')?(?:l'|le |la |les ){_CALL_EZ} (?:plus|plus jamais)(?! tard)",
    rf"{_WANT} plus (?:figurer|être|apparaître|rester) (?:\w+ )?(?:sur|dans|parmi) (?:la |votre |vos |le |les |cette )(?:\w+ )?(?:listes?|fichiers?|base|contacts|listing)",
    rf"(?:dégagez|dégage|jetez|balancez) (?:moi|{_MINE}) {_LIST}",
    rf"(?:abstenez vous|évitez|merci d'éviter|gardez vous) (?:de |d')(?:m'|me |nous )?{_CALL_ER}(?! (?:{_EVER}|{_CLOCK}|trop|si))",
    rf"(?:mettez|mettre) (?:un terme|fin) (?:à |aux )(?:ces|vos|tous ces)? ?(?:\w+ )?{_CALLS}",
    r"droit (?:d'opposition|à l'effacement|d'effacement|à l'oubli)",
    rf"plus (?:un|un seul|aucun) (?:\w+ )?{_CALLS}",
    rf"(?:sors|vire|enlève|retire) (?:moi|nous) {_LIST}",
    r"(?:mettez|passez) (?:moi|nous|mon numéro) (?:en|sur) liste (?:rouge|noire)",
    r"(?:j'?|je )?exerce (?:\w+ )?mon droit (?:d'opposition|d'effacement|de retrait|à l'oubli)",
    rf"(?:retirer|enlever|supprimer|effacer|rayer) (?:moi|nous) {_LIST}",
    rf"(?:préfère|préférerais|exige|demande|ordonne|insiste pour) (?:que vous|qu'on) (?:ne )?(?:me |m'|nous )?{_THEY_CALL} (?:plus|jamais|plus jamais)",
    r"(?:ne )?(?:composez|faites|utilisez) (?:plus|plus jamais) (?:ce|mon|notre) numéro",
    rf"de (?:ne )?plus (?:jamais )?(?:faire|laisser) (?:m'|nous )?{_CALL_ER}",
    rf"{_WANT} (?:à |d'|bien )?être {_SOON}{_ERASED}",
    r"(?:demande|j'?exige|exige|réclame|souhaite|veux|requiers) (?:\w+ ){0,2}(?:l'|la |une |d'une )(?:effacement|suppression|radiation|désinscription)",
    r"(?:mon|ma|le|tout|cette|mes) ?(?:consentement|accord|autorisation|permission)(?: \w+){0,5} (?:je (?:le |la )?(?:retire|révoque|annule))",
    r"(?:retire|révoque|j'?annule|annule|reprends) (?:\w+ )?(?:mon|ma|le|tout|cette) ?(?:consentement|accord|autorisation|permission)",
    r"m'oppose (?:\w+ ){0,2}(?:à |au |aux )(?:l'utilisation|l'usage|traitement|démarchage|appels|toute|tout|la conservation|ce que|vos|ces|la prospection)",
    r"(?:pas|aucun) (?:le )?droit (?:de |d')(?:m'|me |nous )?(?:appeler|démarcher|contacter)",
    rf"{_WANT} (?:vraiment |surtout |absolument |du tout )?(?:plus|plus jamais|pas|plus du tout) être {_CALLED}",
    rf"{_WANT} (?:vraiment |surtout |absolument )?(?:plus|plus jamais|pas) (?:que vous|qu'on|que tu) (?:m'|me |nous )?{_THEY_CALL}",
    rf"{_WANT} (?:vraiment |absolument )?(?:plus|plus jamais|pas) (?:recevoir|avoir) (?:d'|de |vos |ces |aucun |de vos )?(?:\w+ )?{_CALLS}",
    rf"{_WANT} (?:vraiment )?(?:plus|plus jamais) (?:vous entendre|entendre parler (?:de vous|de votre \w+|d'eux)|avoir de vos nouvelles|rien recevoir)",
    rf"{_WANT} (?:vraiment )?(?:plus|pas) (?:d'|de vos |de ces |aucun |de )(?:\w+ )?{_CALLS}",
    rf"(?<!pas )(?:de|à|d'|pour) ?(?:ne )?plus (?:jamais )?(?:m'|me |nous |être )?(?:{_CALL_ER}|{_CALLED})",
    rf"(?<!pas )ne plus (?:jamais )?(?:m'|me |nous |être )(?:{_CALL_ER}|{_CALLED})",
    rf"(?:faut|faudra|faudrait|devez|devriez|pouvez|allez) (?:surtout |vraiment )?(?:plus|plus jamais) (?:m'|me |nous )?(?:{_CALL_ER})",
    r"(?:laissez|laisse|fichez|foutez|fous|fiche|foutes) (?:moi|nous|lui|la|ma \w+|mon \w+|mes \w+) ?(?:donc |enfin |un peu |maintenant |bien )?(?:tranquilles?|la paix|en paix)(?! (?:réfléchir|lire|travailler|manger))",
    rf"(?<!ai )(?<!jai )(?<!a )(?<!avons )(?<!recois )(?<!reçois )(?<!avez )(?<!avait )(?<!\bavant )plus (?:jamais )?(?:d'|aucun |de |un seul )(?:\w+ )?{_CALLS}(?! (?:que|qu|pour|le|la|en))",
    r"(?:porter plainte|porte plainte|plainte|avocat|police|cnil|signaler|signale)(?: \w+){0,4} si (?:vous|tu) (?:me |m'|nous )?(?:rappelez|appelez|recommencez|continuez|rappelles|recommences)",
    r"si (?:vous|tu) (?:me |m'|nous )?(?:rappelez|appelez|recommencez|continuez|rappelles|recommences)(?: \w+){0,6} (?:plainte|avocat|police|cnil|signale|signaler)",
    r"(?:mettez|inscrivez|placez|ajoutez) (?:moi|nous|mon numéro|mon nom) (?:\w+ )?(?:sur|dans|à) (?:votre|la|une) liste (?:rouge|noire|d'opposition|d'exclusion|anti|des \w+ (?:\w+ ){0,3}(?:pas|plus))",
    rf"interdis (?:formellement |strictement )?(?:de |d')(?:m'|me |nous )?{_CALL_ER}",
    r"(?<!ai )(?<!jai )(?<!a )(?<!as )(?:oubliez|oublie|perdez|jetez) (?:moi|nous|mon numéro|ce numéro|notre numéro)(?! (?:dans|sur|à|pas))",
)
_OPT_OUT_ALONE: Final = _heard(
    r"(?:(?:non|bon|oui|merci|s'il vous plaît) ){0,3}(?:stop|arrêt|désinscription|désabonnement|désinscrire|désabonner|se désinscrire|radiation)(?: (?:s'il vous plaît|merci|maintenant)){0,2}"
)
_OPT_OUT_LIKELY: Final = _heard(
    rf"(?<!vous )(?:ne |n')(?:me |m'|nous )?{_CALL_EZ} (?:surtout )?pas",
    rf"(?<!vous )(?<!ne )(?:me |m'|nous ){_CALL_EZ} pas",
    rf"(?:plus la peine|pas la peine|inutile|pas besoin|plus besoin) (?:de |d')(?:m'|me |nous )?{_CALL_ER}",
    rf"faut pas (?:m'|me |nous ){_CALL_ER}",
    rf"(?:marre|assez|ras le bol|fatiguée?|saoulé?e?|soule|lasse?|peux plus|suffit|pénible|insupportable|raz le bol)(?: \w+){{0,4}} {_CALLS}",
    rf"{_CALLS}(?: \w+){{0,4}} (?:suffit|suffisent|marre|assez|saoule\w*|pénibles?|insupportables?|ras le bol|harcèlement)",
    r"(?:c'est|c'est vraiment|là c'est|ça devient) (?:carrément )?du harcèlement",
    r"(?:vous|tu) (?:m'|me |nous )?(?:rappelez|appelez|harcelez|appelles) (?:encore|tout le temps|sans arrêt|tous les jours|sans cesse|constamment)",
    r"(?:c'est|ça fait|voilà) (?:la |le )?(?:deux|trois|quatre|cinq|dix|cent|troisième|quatrième|cinquième|dixième|énième) (?:fois|appels?)",
    r"(?:c'est|que ce soit|ce sera|soit|voilà) (?:bien )?(?:le|votre) dernier (?:appel|coup de fil)(?! (?:que|du|de la|de l))",
    r"dernière fois que vous (?:m'|me |nous )?(?:appelez|rappelez|téléphonez|dérangez|réveillez)",
    r"(?:la prochaine fois|encore un (?:appel|coup de fil)|si ça continue|si vous continuez)(?: \w+){0,4} (?:plainte|police|avocat|cnil|signale)",
    r"lâche[zr]? (?:moi|nous)(?! (?:la|le|un|une|votre) (?!grappe|baskets))",
    rf"(?:marre|assez|ras le bol|fatiguée?|n'en peux plus) (?:qu'on|que vous) (?:m'|me |nous )?{_THEY_CALL}",
    rf"(?:n'accepte plus|accepte plus|refuse) (?:vos|ces|tous|d'autres|de recevoir) (?:\w+ )?{_CALLS}",
    r"(?:que je|je) (?:ne )?(?:vous|t') ?(?:entende|entend|entendre) plus(?! (?:très|bien|rien|du tout bien))(?! \w+ mal)",
    r"(?:recommencez|recommence|insistez) (?:pas|plus|jamais)",
    r"^(?:bon |non |mais )?(?:arrêtez|arrête|cessez)(?: (?:ça|cela|maintenant|s'il vous plaît|tout|donc|tout de suite|immédiatement)){0,3}$",
    r"(?:suis|est|sommes|inscrite?|numéro est) (?:\w+ ){0,2}(?:sur|à|chez|dans) bloctel",
    r"(?:ne )?(?:m'|me |nous )(?:écrivez|envoyez|écris|envoie) (?:plus|plus rien|plus jamais)",
    rf"{_LIST} (?:s'il vous plaît|merci|immédiatement)$",
    r"(?:numéro|nom|coordonnées) (?:à |est à )?(?:rayer|effacer|supprimer|enlever|retirer|oublier)",
    r"(?:mon|ce|le) numéro (?:vous |tu )(?:le |l')?(?:rayez|effacez|supprimez|enlevez|oubliez|pouvez (?:le |l')?(?:rayer|oublier|effacer|supprimer|enlever|jeter))",
    r"^(?:non )?(?:effacez|supprimez|rayez|retirez|enlevez|bloquez)(?: (?:le|la|les|tout|ça))?(?: (?:s'il vous plaît|merci))?$",
    r"(?:reprenez|reprendre|reprends) (?:\w+ ){0,2}contact",
    r"(?:ne )?(?:me |m'|nous )?(?:laissez|gardez|conservez) (?:surtout )?pas (?:mon|mes|sur (?:la|votre) liste|dans (?:le|votre|vos) (?:fichier|base|contacts)|dessus|dedans)",
    rf"{_WANT} (?:plus|pas) (?:rester|être|continuer)(?: \w+){{0,3}} (?:informée?|sur (?:la|votre) liste|dans (?:le|votre|vos) (?:fichier|base|contacts)|vos (?:appels|infos))",
    r"(?:ne |n')?(?:me |m'|nous )?(?:appelez|rappelez|contactez) ni",
    rf"(?:rgpd|cnil)(?: \w+){{0,2}} (?:{_ERASE_EZ}|effacement|suppression)(?: \w+)?|{_ERASE_EZ} tout$",
    r"(?:qu'on|que vous) (?:me |nous )(?:laisse|laissiez|fiche|foute) (?:tranquilles?|la paix)|me (?:passerai|passe|passerais) (?:bien |volontiers )?de vos appels|(?:j'avais|j'ai|avais) dit (?:non et )?plus jamais",
    r"(?:me sortir|sortez moi|sors moi|enlevez moi|retirez moi) de (?:là|ça)|pas d'appels? plus rien|(?:rien demandé|vous a rien demandé) arrêtez(?: \w+){0,2}|vous (?:m'effacez|me supprimez|me rayez)",
    r"numéro on (?:ne )?l' ?appelle plus|(?:je |on )(?:ne )?(?:veux|veut) plus (?:personne de chez vous|de vous|vous avoir) (?:au téléphone|en ligne)|plus (?:jamais )?recevoir (?:ce genre d'|de tels |ce type d')(?:appels?)",
    r"(?:dégagez|sortez|partez) de ma ligne|épargnez (?:moi|nous) (?:vos|ces|tous vos) (?:\w+ )?appels|dispens(?:er|ez vous) (?:de |d')(?:m'|me |nous )?(?:appeler|rappeler)",
    r"(?:aucune raison|vois pas pourquoi|pas de raison|aucun motif) (?:de |pour |que )?(?:vous )?(?:me |m'|nous )?(?:appeler|rappeler|rappelleriez|appelleriez|rappeliez)",
    r"(?:aucun|pas de|plus de) contact(?: (?:souhaité|désiré|s'il vous plaît|merci|avec vous))|(?:désire|souhaite|veux) (?:plus )?aucun contact",
    r"pas disponible pour vos appels|ne vous appartiennent pas supprimez(?: \w+)?|ce que vous avez sur moi (?:effacez|supprimez)(?: \w+)?|dans aucun de vos fichiers|(?:veux|voudrais|souhaite|aimerais) en sortir",
    r"une (?:suppression|désinscription|radiation) s'il vous plaît(?: \w+){0,3}|(?:cherchez|essayez|tentez) plus (?:à |de )?me (?:joindre|contacter|appeler|rappeler)|inutile (?:d'essayer |de tenter )(?:de )?(?:me |m')?(?:joindre|appeler|rappeler|contacter)",
    r"je vous demande d'arrêter(?! de)|refuse (?:tout appel|vos appels|d'être (?:appelée?|rappelée?|contactée?|démarchée?)|qu'on (?:me |m')?(?:r?appelle|contacte))",
    r"plus aucun (?:contact|échange|démarchage|message)",
    rf"(?:comment|où) (?:\w+ ){{0,3}}(?:sort(?:s|ir)?|ne plus (?:être|recevoir)|faire cesser|arrêter|bloquer|stopper) (?:\w+ )?(?:{_LIST}|(?:vos|ces|ce|de ces) {_CALLS}|appelée?|ces appels|appels)",
    r"(?:on |je )?(?:n'accepte|accepte|accepte plus|veut|veux) (?:pas|plus) (?:le |de |ce )?(?:démarchage|prospection|télévente)(?: \w+){0,2}",
    r"(?:pas|aucun|plus) (?:de )?(?:démarchage|prospection)(?: (?:chez moi|ici|merci|téléphonique|s'il vous plaît))?$",
    r"ni (?:appels?|coups? de fil) ni(?: \w+){0,4} (?:plus rien|rien)",
    r"(?:^|et |non |alors |pas demain et )plus jamais$",
    r"(?:effacez|supprimez|rayez|retirez|enlevez|oubliez) (?:le|la|les)(?: (?:enfin|donc|maintenant|s'il vous plaît|tout de suite|vite|immédiatement)){1,2}",
    r"(?:mon nom|mon numéro|mes coordonnées) (?:vous |tu )(?:pouvez |peux |le |l' ?|la |les ){1,2}(?:oublier|oubliez|effacer|rayer|supprimer|jeter|barrer)",
)
_NO_OPT_OUT: Final = _heard(
    # Asked what the call was for.
    r"(?:c'est|c'était) (?:pour quoi|pourquoi|à quel sujet|à propos de quoi)(?: déjà| exactement)?$",
    # Told of calls that came no more, and asked whether a number was taken off.
    r"(?:m'|nous |l'|n'|ne m'|ne nous )?(?:a|ont|avez|as) (?:plus jamais|jamais|plus) (?:r?appelée?s?|recontactée?s?|téléphoné|contactée?s?)|personne(?: de \S+ \S+)? (?:ne )?(?:m'|nous )(?:a|ont) (?:recontactée?s?|rappelée?s?)",
    r"(?:mon numéro|mes coordonnées|mon nom) (?:a|ont|est) (?:bien |déjà )?(?:été )?(?:supprimée?s?|effacée?s?|retirée?s?)|avez vous (?:bien |déjà )?(?:supprimé|effacé|retiré) (?:mon|mes|ma) \w+|qui m'a (?:retirée?|enlevée?|supprimée?)",
    r"(?:me |m'|nous )?appele[zr] (?:plus|pas|jamais) (?:madame|monsieur|mademoiselle|docteur|maître|chef|papa|maman|mamie|par mon \w+|comme ça|ainsi|\w+ appelez)",
    r"(?:vous|on) (?:m'|l'|les )?(?:avez|a) (?:bien |déjà )?(?:supprimé|effacé|retiré|rayé|enlevé)(?: \w+){0,3}",
    r"m'appelle (?:plus|pas) \w+",
    r"(?:elle|il|on|personne|mon \w+|ma \w+|qui|ils|elles) (?:ne |n')?(?:me |m'|nous |l'|la |le )?(?:appelle|rappelle|contacte|téléphone|appellent|rappellent)(?:nt)? (?:plus|jamais|pas)",
    rf"(?<!vous )(?:ne |n')?(?:me |m'|nous |la |le |les )?{_CALL_EZ} (?:surtout )?(?:pas|plus|jamais) (?:{_SOFT} ){{0,2}}{_LIMIT}",
    rf"(?:ne |n')?(?:me |m'|nous )?{_CALL_EZ} pas (?:moi |elle |lui |ma femme |mon mari |le patron )?(?:mais|appelez|c'est moi|je (?:vous )?(?:rappellerai|rappelle|appelle)|envoyez|écrivez)(?: \w+){{0,3}}",
    rf"(?:ne |n')?(?:me |m'|nous )?{_CALL_EZ} pas (?:maintenant|tout de suite|là|ma \w+|mon \w+|mes \w+|si vite)",
    rf"{_LIMIT} (?:{_SOFT} ){{0,2}}évitez (?:de |d')(?:m'|me |nous )?{_CALL_ER}",
    r"(?:arrêtez|cessez|arrête) (?:de |d')(?:m'|me )?appeler (?:chérie?|mon chou|ma belle|madame|monsieur|mademoiselle|par mon|comme ça|mon \w+ chéri|ma \w+ chérie)",
    rf"(?<!ni )(?<!\bde )(?<!même )(?<!après ){_LIMIT} (?:(?:{_SOFT}|n'appelez pas) ){{0,4}}(?:ne |n')?(?:me |m'|nous )?{_CALL_EZ} (?:surtout )?(?:pas|plus|jamais)",
    rf"(?:ne )?{_CALL_EZ} (?:surtout )?(?:pas|plus) (?:\w+ ){{0,2}}(?:écrivez|envoyez|un (?:sms|mail|message)|par (?:mail|sms|écrit))",
    rf"(?:arrêtez|cessez|arrête|évitez) (?:de |d')(?:m'|me |nous )?{_CALL_ER} (?:{_EVER}|{_CLOCK}|{_PLACE})",
    rf"{_WANT} (?:surtout )?(?:plus|pas) être {_CALLED} (?:{_SOFT} )?{_LIMIT}",
    rf"{_LIMIT} (?:{_SOFT} ){{0,4}}{_WANT} (?:surtout )?(?:plus|pas) être {_CALLED}",
    rf"{_WANT} (?:plus|pas) (?:que vous|qu'on) (?:m'|me |nous )?{_THEY_CALL} {_LIMIT}",
    rf"(?:pas|plus|aucun) (?:d'|de )?appels? (?:{_SOFT} )?{_LIMIT}",
    rf"{_LIMIT} (?:{_SOFT} ){{0,3}}(?:pas|plus|aucun) (?:d'|de )?appels?",
    rf"(?:pas besoin|pas la peine|inutile|plus la peine) (?:de |d')(?:m'|me |nous )?{_CALL_ER} (?:\w+ ){{0,2}}(?:sms|mail|message|écrivez|envoyez|un|par|{_LIMIT})",
    rf"(?:pas|jamais|rien|nullement) (?:dit|demandé|voulu|parlé|exigé) (?:ça |moi |vous |du tout )?(?:de |d'|à |que |qu'|du )(?:\w+ ){{0,4}}(?:m'|l')?(?:{_CALL_ER}|{_THEY_CALL}|{_ERASE_ER}|{_ERASED})",
    rf"(?:ai|as|a) (?:pas|jamais) (?:demandé|dit|voulu) (?:à |d'|de )être (?:{_ERASED}|{_CALLED})",
    r"(?:veut|voulait|veux|signifie) pas dire (?:que vous|qu'il|qu'on|de) (?:\w+ ){0,5}(?:appeler|rappeler|contacter|appeliez|appel\w*)",
    rf"(?:pas|jamais|surtout pas|plutôt que de|finalement pas|non plus) (?:de |à |me |m'|nous |être |que vous |qu'on |d'|le |la |la peine de |besoin de ){{1,3}}(?:{_ERASE_ER}|{_ERASED}|retiriez|supprimiez|enleviez|effaciez|rayiez)",
    rf"(?:pas|jamais) {_ERASE_ER}",
    rf"(?:ne |n')?(?:me |m'|nous )?{_ERASE_EZ} (?:surtout )?(?:pas|rien|jamais)(?: {_MINE})?",
    rf"(?:comment|où|quand|si je|est ce que je|je peux|je pourrai|je pourrais|peut on|on peut|qu'est ce qui) (?:\w+ ){{0,4}}(?:désinscri\w*|désabonn\w*|{_ERASE_ER} (?:mon|mes|son|ses) \w+)",
    r"(?:il|elle|on|ils|société|voisin|monsieur|dame|banque|mutuelle) (?:\w+ ){0,3}(?:ne |n')(?:m'|l'|le |la |nous )?appell?\w* (?:plus|pas|jamais)",
)
_KEEPS: Final = _heard(
    rf"(?:ne |n')?(?:me |m'|nous )?{_ERASE_EZ} (?:surtout )?(?:pas|rien)",
    rf"(?:surtout |non |bloquer |mais )?pas (?:la peine de |besoin de |me |m'|de |d')?(?:{_ERASE_ER}|désinscription|suppression|désabonnement|blocage)",
    rf"{_WANT} (?:surtout |finalement )?pas (?:être |me |m'|nous |que vous me |qu'on me |quitter |sortir |de |d'){{1,2}}(?:{_ERASE_ER}|{_ERASED}|retiriez|supprimiez|enleviez|la liste|désinscription|suppression|désabonnement|blocage)",
    r"(?<!ne me )(?<!ne )(?<!me )(?:laissez|laisse) (?:moi|nous|mon numéro|mon nom|mes coordonnées)(?: \w+){0,2} (?:sur (?:la|votre|cette) liste|dans (?:le|votre|vos|la) (?:fichier|liste|base|contacts)|dedans|inscrite?|dessus|c'est bon)",
    r"(?<!ne )(?<!pas )(?:gardez|garde|conservez) (?:moi|mon numéro|mes coordonnées|mon nom|bien mon numéro)(?! (?:nulle|pas))",
    r"(?:mon numéro|mes coordonnées|mon nom|lui) (?:vous |tu )(?:pouvez |peux )?(?:le |les )?(?:gardez|garder|conserver)",
    r"(?:je )?(?:reste|rester|rester inscrite?|rester dessus)(?: \w+){0,3} (?:sur (?:la|votre) liste|dans (?:le|votre|vos) (?:fichier|contacts|base|liste)|inscrite?|dedans|dessus)",
    r"(?:veux|voudrais|souhaite|aimerais|préfère) (?:bien |toujours |continuer à |encore )?(?:rester(?: (?:informée?|sur (?:la|votre)|dans (?:le fichier|votre|vos)|inscrite?|en contact))|continuer (?:à|de) (?:recevoir|être|avoir))",
    r"(?<!pas )(?<!plus )(?:pouvez|peux) (?:toujours |bien sûr |encore |tout à fait |bien |continuer (?:à|de) |sans problème ){0,2}(?:me |m'|nous )?(?:rappeler|appeler|recontacter)(?: (?:bien sûr|quand vous voulez|sans problème|sans souci|y a pas de souci|pas de souci|encore|si vous voulez))?$",
    r"(?:continuez|continue) (?:à|de|d') ?(?:m'|me |nous )?(?:appeler|rappeler|contacter)",
    r"(?:si si|mais si|mais oui|bien sûr|au contraire|non non) (?:\w+ )?(?:rappelez|appelez) (?:moi|nous)?(?: quand vous voulez| encore| toujours)?",
    r"rappelez (?:moi )?(?:quand vous voulez|sans problème|autant que)",
    r"(?:veux|voudrais|aimerais) (?:bien |toujours |encore )?(?:qu'on me (?:r?appelle)|que vous me (?:rappeliez)|que vous m'(?:appeliez)|être (?:appelée?|rappelée?|informée?)|avoir de vos nouvelles|recevoir vos (?:appels|infos|nouvelles))",
    r"(?:c'est|c'était|ce n'est|ce n'était|n'est|n'était) pas (?:du tout )?(?:ce que|ça que) (?:j'ai|je|j'avais|je voulais) (?:voulu |voulais |ai )?(?:dit|dire|demandé|demandais|voulais)",
    r"(?:c'est|c'était|c'est juste|il y a|y a eu) (?:juste |simplement )?(?:une erreur|un malentendu|pour rire|une blague|une plaisanterie)(?! (?:de numéro|de personne|de facture|sur))",
    r"(?:je )?(?:plaisantais|rigolais|blaguais|me suis mal exprimée?|me suis trompée? je (?:veux|reste))",
    r"(?:je )?(?:retire ce que|reviens sur ce que|annule ce que) j'ai dit",
    r"(?:oubliez|annulez|laissez tomber) (?:ce que (?:j'ai|je viens de) (?:dit|dire)|la (?:désinscription|suppression|demande))",
    r"(?:vous m'avez|tu m'as|vous avez) mal (?:compris|entendu)(?! (?:le|la|les|mon nom|l'adresse))",
    rf"(?:j'ai|je n'ai|je vous ai|ai) (?:pas|jamais) (?:dit|demandé|parlé|voulu) (?:\w+ )?(?:de |d'|à |que |qu'|ça)(?:\w+ ){{0,4}}(?:m'|l')?(?:{_CALL_ER}|{_ERASE_ER}|{_ERASED})",
    r"(?:ça ne|ça|cela ne) (?:me |m')dérange pas (?:que vous|si vous|qu'on) (?:m'|me )?(?:appel|rappel)\w*",
    r"(?:remettez|réinscrivez|débloquez) (?:moi|mon numéro|nous)",
    r"(?:voulais dire|parlais|disais|c'était) (?:juste|seulement|uniquement|pour)? ?(?:pas )?(?:aujourd'hui|cette semaine|pour aujourd'hui|pour cette semaine)",
    r"vous avez le droit de (?:m'|me )(?:r?appeler)",
)
_NO_KEEPS: Final = _heard(
    r"(?:pas|plus|jamais|ni|sans|refuse|question)(?: (?:de|être|du tout|envie de|question de|besoin de|intérêt à|l'intention de)){0,2} (?:de )?(?:reste|rester|continuer|garder|laisser)",
    r"(?:pourquoi|comment ça|si|et|qui|quand|parce que|alors)(?: est ce que)? (?:vous |tu |je )(?:me |m'|ne )?(?:gardez|garde|laissez|conservez|continuez|pouvez|reste)",
    r"(?:pourquoi|comment) (?:gardez|conservez|continuez|laissez)|vous continuez (?:à|de|d')",
    r"(?:pas|jamais|personne n'a|qui a|qui vous a|est ce que j'ai|ai je|vous avez|il a|elle a|on a)(?: (?:du tout|vraiment|non plus))? (?:dit|demandé|voulu|autorisé|accepté)(?: (?:que|de|d'|à|qu'|s'il vous plaît)){0,2} ?(?:vous |on |je )?(?:me |m'|nous |être |à |de )?(?:pouvez|pouviez|peux|pouvait|gardez|garder|gardiez|laissez|laisser|conservez|continuez|continuer|veux|voulais|reste|rester|restais|r?appel\w*|r?appelez|remettez|remettre|contact\w*)",
    r"(?:ne |n'|pas |jamais )(?:me |m')?(?:remettez|remettre|réinscrivez|réinscrire)(?: pas| plus| jamais)?",
    r"(?:gardez|laissez|conservez|remettez|pouvez|continuez|reste|rester)(?: (?!(?:s'il|oui|d'accord|ok|hein|merci|pas|plus) )\S+){1,8} \?",
)
_PREFERENCES: Final = Preferences(
    when=_heard(
        rf"(?<!je peux )(?:pas|jamais|plus|non|aucun appel|plutôt pas|évitez|éviter) (?:d'appels? |d'appeler |de m'appeler |appeler |possible |le |la |chez moi )?(?:{_EVER}|{_CLOCK})",
        rf"(?:ne |n')?(?:me |m'|nous )?{_CALL_EZ} (?:surtout )?(?:pas|plus|jamais) (?:{_SOFT} ){{0,2}}(?:{_EVER}|{_CLOCK}|{_PLACE})",
        rf"(?:arrêtez|évitez|cessez) (?:de |d')(?:m'|me |nous )?{_CALL_ER} (?:{_EVER}|{_CLOCK})",
        rf"(?:appelez|rappelez|appelle|appeler|contactez|joindre|appels?)(?: moi| nous| me)? (?:toujours|seulement|uniquement|plutôt|que|de préférence|exclusivement|moins) (?:sur le \w+|{_EVER}|{_CLOCK}|tard|tôt)",
        rf"(?:appelez|rappelez|appelle|toujours appeler)(?: moi| nous)? (?:{_EVER}|après (?:le|mon) \w+) (?:de préférence|c'est mieux|plutôt|seulement|uniquement|c'est bon|toujours)",
        rf"(?:uniquement|seulement|toujours|que|de préférence|exclusivement|plutôt|le mieux c'est|le mieux) (?:d'appeler )?(?:{_EVER}|{_CLOCK})",
        rf"(?:{_EVER}|{_CLOCK}) (?:seulement|uniquement|de préférence|exclusivement|ce serait mieux|c'est mieux|c'est le mieux|c'est toujours bon|c'est jamais possible|jamais|plutôt|je suis toujours|je suis chez moi en général|non (?:je|c'est|merci))",
        rf"(?:{_EVER}|{_CLOCK}) (?:je )?(?:ne )?(?:veux|peux|souhaite|suis|réponds) (?:pas|jamais) (?:être appelée?|répondre|joignable|disponible|là|jamais)?",
        rf"(?:joignable|disponible|appelé|joindre|dispo) (?:que|seulement|uniquement) (?:{_EVER}|{_CLOCK})",
        r"(?:plutôt|uniquement|seulement|à l'avenir|désormais|utilisez|prenez|préférez|passez plutôt)(?: \w+){0,3} (?:le fixe|le portable|mon portable|mon fixe|numéro du bureau|ligne pro|téléphone pro)",
    ),
    writing=_heard(
        r"(?:écrivez|écris|mailez|textez) (?:moi|nous)(?: \w+)? (?:plutôt|un (?:mail|e mail|courriel|message|sms|texto)|par|sur|au lieu|à la place)",
        r"écrivez (?:plutôt|c'est mieux)",
        r"(?:plutôt|uniquement|exclusivement|seulement|que|à l'avenir|désormais|préfère|préférerais|de préférence) (?:être contactée? |que vous me contactiez |me contacter |on |passer |tout )?(?:uniquement |exclusivement |seulement )?(?:par|sur|via|en|un|le) (?:écrit|e mail|mail|imel|mel|courriel|courrier|sms|texto|whats ?app|messages?|chat|la poste)",
        r"(?:envoyez|envoie)(?: moi| nous)? (?:plutôt )?un (?:mail|e mail|courriel|sms|texto|message) (?:plutôt|au lieu|c'est mieux|à la place)",
        r"(?:par|sur) (?:écrit|e mail|mail|imel|courriel|courrier|sms|texto|whats ?app) (?:uniquement|seulement|exclusivement|de préférence|c'est (?:mieux|là)|ce serait mieux|et pas au téléphone|plutôt)",
        r"(?:whats ?app|les mails|les sms|le mail|l'écrit|un sms|un mail) (?:ce serait|c'est|me va|suffit|suffira) ?(?:mieux|bien)?",
        r"(?:au lieu de|plutôt que de|plutôt que d'|au lieu d') ?(?:m'|me |nous )?(?:appeler|téléphoner|rappeler)",
        r"(?:n'aime pas|j'aime pas|aime pas trop|déteste|évite) (?:trop )?(?:le téléphone|téléphoner|les appels)",
        r"(?:on peut|peut on|pouvons nous|pourrait on) (?:le |faire ça |faire |passer )?(?:par|à l') ?écrit",
        r"ne communiquez (?:avec moi )?que par",
        r"(?:mail|sms|écrit|courriel|whats ?app|courrier) et (?:pas|surtout pas) (?:au|par) téléphone",
    ),
    how_often=_heard(
        r"(?:une|un|deux|trois) (?:fois?|foi|appels?) (?:par|tous les|toutes les) (?:an|mois|moi|semaine|jour|trimestre|\w+ \w+|quinzaine|année)(?: \w+){0,2} (?:suffit|suffisant|assez|maximum|max|me va|c'est bien|c'est bon|amplement|largement)",
        r"(?:suffit|maximum|assez|pas plus d'|pas plus de|maximum c'est) ?(?:une|un|deux|d'une) (?:fois|appels?) (?:par|tous les|toutes les)",
        r"pas plus (?:d'une|de deux|que une) fois (?:par|tous)",
        r"(?:une|deux) fois par (?:an|mois|semaine|trimestre) (?:ça|c'est|sa|me)",
        r"(?:pas|moins|n'appelez pas) (?:si|aussi|trop) souvent",
        r"(?:pas|n'appelez pas|appelez pas) tous les (?:jours|matins|deux jours)",
        r"(?:moins souvent|moins d'appels|espacez|moins fréquent\w*|plus rarement)",
        r"(?:tous les|toutes les) (?:deux|trois|quatre|six) (?:mois|semaines|ans)(?: \w+){0,2} (?:suffit|maximum|c'est bien|c'est assez|me va|max)?",
    ),
    sms=(r"(?:sms|textos?|textez)",),
    whatsapp=(r"whats ?app",),
    email=(r"(?:e ?mails?|mails?|mailez|imel|mel|courriels?)",),
    rates=Rates(
        counts={
            "une fois": 1,
            "dune fois": 1,
            "d une fois": 1,
            "une foi": 1,
            "un appel": 1,
            "deux fois": 2,
            "deux appels": 2,
            "trois fois": 3,
        },
        numbers={"deux": 2, "trois": 3, "quatre": 4, "six": 6, "quinze": 15, "2": 2, "3": 3, "6": 6},
        units={
            "jour": 1,
            "jours": 1,
            "semaine": 7,
            "semaines": 7,
            "quinzaine": 15,
            "mois": 30,
            "moi": 30,
            "trimestre": 91,
            "an": 365,
            "ans": 365,
            "annee": 365,
        },
        per=r"(?:par|chaque)",
        every=(r"tou(?:s|tes) les", r"chaque"),
        too_often=(r"trop",),
    ),
)

# What a conversation comes to.
# The words of a question, up to where somebody states something.
_Q: Final = r"(?: (?!(?:mais|non|(?:je|on|nous) (?:suis|est|sommes|veux|veut|voudrais|n ?\S+|connais|vous|prends|signe|cherche|souscris)|ici|j ?(?:ai|en)|envoyez|rappelez|c ?est pas|moi (?:je|c))(?!\S))\S+){0,12}"
_SO: Final = r"(?:^|^(?:(?:et|mais|bon|alors|oui|non|ok|d'accord|attendez|pardon|excusez moi|euh|bonjour|allô|donc|dites moi|dites|ah|salut|sinon) ){1,4})"
_TIME: Final = rf"(?:plus tard|tout à l'heure|tantôt|demain(?: (?:matin|soir|après midi|midi))?|après demain|ce (?:soir|midi|matin)|cet après midi|(?:{_DAY})(?: (?:prochain|matin|soir|après midi))?|dans (?:une|deux|trois|\d+|dix|cinq|quinze|vingt|trente|quelques|un) (?:demi )?(?:heures?|minutes?|jours?|semaines?|mois|quart d'heure|moment|instant|demi heure)|la semaine (?:prochaine|d'après)|le mois prochain|l'année prochaine|(?:vers|à|après|avant|à partir de) {_HOUR}|en (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|fin de \w+|début de \w+)|à (?:la rentrée|l'automne|noël)|après (?:les|mes|le|la|mon|ma) \w+|une autre fois|un autre (?:jour|moment)|quand (?:je|mon|ma|il|elle|nous|on) \w+)"
_ASK_SOFT: Final = r"(?:(?:moi|nous|me|m'|le|la|les|bien|s'il vous plaît|plutôt|donc|peut être|juste|de préférence|volontiers|y|encore|quand même|l') ?){0,4}"
_RING: Final = r"(?:r?appele[zr]|rappele[zr]|appeler|rappeler|rappelle|appelle|recontacte[zr]?|contacte[zr]?|retéléphone[zr]|téléphone[zr]|réessaye[zr]|réessayer|essaye[zr]|essayez|retente[zr]|rapele[zr]|reprenez contact|joindre|reparler|se parler|se reparler)"
_SEND: Final = r"(?:m'envoyer|me l'envoyer|m'adresser|me transmettre|me faire (?:parvenir|passer|suivre)|me mailer|m'expédier|nous envoyer|me le mettre|envoyer)"

_ELSEWHERE: Final = r"(?:pharmacie|boucherie|boulangerie|restaurant|pizzeria|hôtel|taxis?|coiffeur|salon|police|gendarmerie|commissariat|pompiers|caserne|hôpital|clinique|cabinet|école|crèche|mairie|église|bibliothèque|garage|ferme|usine|fleuriste|vétérinaire|dentiste|fax|cabine|maison de quartier|cabinet d'avocats|maison de retraite|privé)\S*"

_NO_OUTCOME: Final = _heard(
    # What is bought is not refused by its price or size; other things one is ready for, or was never given.
    r"(?:veux|veut|voudrais|voulons) pas (?:dépenser|payer|mettre) (?:trop cher|trop|autant|si cher|plus de \S+)|veux pas (?:un|une) (?:truc|chose|modèle) trop \S+|pas besoin du plus \S+|veux pas me précipiter",
    r"(?:pas|non pas|n'est pas|c'est pas) que (?:ça|je|cela) (?:\S+ ){0,4}(?:intéress\S*)",
    r"(?:si|quand|comme si|que|savez que) (?:ça|je|j'|cela|vous|on|c'|elle|il) ?(?:\S+ ){0,4}(?:intéress\S*|étais plus jeune)(?: \S+)?",
    r"(?:mon|ma|mes|notre|le|la|les|qui|ça intéresse) (?!offre)(?:\S+ ){1,3}(?:s'intéresse\S*|intéress\S*)(?: \S+){0,3}",
    r"(?:avant|autrefois|à l'époque|il y a \S+ ans|jusque là|jusqu'ici|l'an dernier|au début) (?:\S+ ){0,4}(?:intéress\S*|tenté\S*)",
    r"(?:m'aurait|m'avait|aurais été|j'étais|étais|était) (?:\S+ ){0,3}(?:intéress\S*|tentée?)(?! (?:plus|mais) maintenant)(?: \S+){0,3}",
    r"m'intéresserait (?:seulement|que|uniquement) si(?: \S+){0,3}",
    r"(?:intéress\S*) (?:de savoir|ce que vous savez|de voir|d'entendre) ?(?:\S+){0,1}(?: \S+){0,4}",
    r"(?:voix|question|question très|musique) intéressante|ai l'air intéressée?",
    r"(?:ça|cela|c'est|ça m'|l'offre) ?(?:a l'air|est|semble|paraît) (?:\S+ ){0,2}(?:bien|intéressante?|pas mal|sympa|génial|tentant|beau) (?:\S+ ){0,2}(?=(?:mais|sauf|seulement|dommage|pourtant)(?!\S))|c'est bien (?:beau|joli|gentil)",
    r"(?:pas besoin|pas la peine|inutile|vous n'avez pas besoin|n'avez pas) (?:de |d')(?:\S+ ){0,2}(?:envoyer|adresser|mailer|écrire)(?: \S+){0,3}",
    r"(?:ne )?(?:m'|me |nous )?(?:envoyez|envoie|adressez|écrivez) (?:moi )?(?:surtout )?(?:pas|rien|plus|jamais)(?: \S+){0,3}",
    r"(?:pas|rien|plus|aucun\S*) (?:de |par |d')?(?:pub|publicité|prospectus|courrier|brochures?|mails?)(?: \S+){0,2}",
    r"(?:avez|ai|a|ont|j'ai|avons|aviez|avait) (?:\S+ ){0,4}(?:(?:envoy|mail|fax|renvoy|appel|rappel|téléphon|contact)ée?s?|reçu\S*|écrit|eu)(?: \S+){0,3}",
    r"(?:vous |m'|nous )?envoye[zr] (?:\S+ )?(?:un|une|quelqu'un|votre|le) (?:technicien\S*|commercial\S*|réparateur|collègue|plombier|artisan|monteur|conseiller|personne|fils)(?: \S+){0,3}",
    r"(?:j'attends|attends|attend|attendais) (?!votre)(?:\S+ ){0,5}(?:appel|rappel|rappelle|coup de fil)(?: \S+){0,3}",
    r"(?:par|en|via) (?:mail|courrier|sms|whats ?app) (?:je|j'|on|il|ça) ?(?:reçois|ai|n'ai|a|arrive)(?: \S+){0,4}",
    r"(?:le|la|lien|site|mail|sms|lettre|courrier|whats ?app) (?:ne )?(?:marche|fonctionne|passe|arrive|est arrivé\S*|venait)(?: \S+){0,4}",
    r"(?:je )?(?:vous |t')(?:ai )?(?:donné|dit) (?:\S+ ){0,2}(?:mauvais|faux) (?:numéro|code)(?: \S+)?",
    r"(?:me suis|je me|me) trompée? (?:de numéro|si|de ligne)|trompez (?:dans|sur) (?:\S+ ){0,2}(?:calcul|prix|compte|ligne)",
    r"(?:mauvaise?|faux|fausse) (?:facture|code|adresse|porte|couleur|prix|modèle|réponse|taille)",
    r"(?:c'est|c'était|est ce) (?:\S+ )?trop cher pour (?!moi|nous)\S+(?: \S+){0,2}|pas trop cher|trop cher c'est (?:relatif|vite dit)",
    r"(?:je peux|peux|pourrais|on peut|saurais) (?:\S+ )?(?:pas )?(?:dire non|refuser)",
    r"pas de (?:problème|souci|mal|quoi|soucis)|y a pas de (?:mal|souci|problème)",
    r"(?:besoin de (?:vous le|quoi|savoir|rien d'autre)|pas besoin de (?:vous le )?dire)(?: \S+){0,3}",
    r"(?:il|elle) (?:\S+ ){0,3}(?:a|avait) (?:\S+ ){0,3}(?:pas|plus) besoin",
)
_QUESTIONS: Final = _heard(
    rf"{_SO}(?:et|mais) si(?! (?:vous|tu|on)(?!\S))(?: \S+){{1,11}}",
    rf"{_SO}(?:qui (?:est|êtes|c'est|vous|t'|m'|a|envoie)|c'est qui|quoi|que (?:voulez|faites|puis|se)|qu'est ce (?:que|qui)|qu'(?:avez|est)|quel(?:le|s|les)? (?:\S+)|c'est (?:quoi|quel|combien|où|quand|à quel|pour quoi|de la part)|combien|où (?:est|êtes|sont|se|c'est)|d'où|comment (?:vous|ça(?! (?:se|continue))|avez|on (?:se connaît|dit)|s'|c'|tu|il|se)|pourquoi(?! pas)|quand (?:est(?! ce qu(?:e|') ?(?:vous pouvez|on|je peux|ça|vous pourriez) (?:venir|commence|démarre|signe|commencer|installe|installer|livrer|passer|le faire|souscri\S*))|vous|c'est|aura)|à quelle|à quoi|à qui|depuis quand|de quoi|de quelle|de la part de qui|il est quelle|jusqu'à quand|vous (?:êtes|avez|m'avez(?! (?:rendu|donné|convaincu|mis|persuadé|intrigué|eu|tenté))|l'avez|connaissez|vendez|appelez|savez|faites|prenez|parlez|dites|devez|l'envoyez|préférez|voulez dire|cherchez qui)(?! (?:\S+ ){{0,4}}(?:tromp\S*|erreur|mauvais|faux|pas|inversé|interverti|intervertir|atterri|fait un|de la documentation|un lien|un site|quelque chose|une brochure|une fiche|dû|m'intéress\S*)(?!\S)))(?!\S){_Q}",
    rf"{_SO}(?:est ce que|est ce|est il|avez vous|êtes vous|savez vous|y a t il|faut il)(?! (?:\S+ ){{0,2}}(?:possible|pourriez|pouvez|peux|je peux|on peut)(?!\S)){_Q}",
    rf"{_SO}(?:ça (?:coûte|fait|dure|veut dire|ferait(?! (?:bien )?(?:mon|ma|notre|l') ?affaire)|prend|intéresse qui)|c'est (?:valable|sûr|obligé|vrai|enregistré|cher|long|moi ou|le vrai|du vrai))(?!\S)(?: \S+){{0,8}}",
)
_REQUESTS: Final = _heard(
    r"(?:vous )?(?:pouvez|pourriez|pourrais|pourrait|peut|peux|pouvons|voulez|auriez|serait|vous pouvez|tu peux) ?(?:vous|tu|je|on|nous|il|bien|me|m')",
    r"(?:est ce que|est ce) (?:\S+ ){0,2}(?:possible|pouvez|pourriez|peux|peut|pourrait)|serait (?:il|ce) possible|c'est possible",
    r"(?:comment|où|quand) (?:est ce que )?(?:je|on|puis je|faut il|peut on|ça se|ça continue|faire)|je signe où|qu'est ce qu'il faut (?:faire|que je fasse)|comment on (?:fait|procède|s'inscrit)",
)
_WRONG_NUMBER: Final = _heard(
    r"(?<!donné le )(?<!donné un )(?:faux|mauvais|fo) numéro|pas le bon numéro|erreur de (?:numéro|personne)",
    r"(?:trompée?s?|trompez|gourée?s?|planté\S*) de (?:numéro|personne|maison|ligne)",
    r"(?:vous|tu) (?:vous |t')?(?:êtes|ete|avez dû vous|avez du vous|devez vous|avez sûrement|vous êtes) (?:\S+ )?(?:tromp\S+|goure\S*)|vous vous trompez(?! (?:dans|sur|de (?:prix|date|jour)))",
    r"(?:vous )?(?:faites|avez fait|fait|c'est une|c'est) (?:une )?erreur(?! (?:de (?:facture|calcul|ma|votre|la)|dans|sur))$|^(?:non |désolée? |je crois que c'est une |c'est une ){0,3}erreur(?: désolée?)?$",
    r"(?:pas|mauvaise) (?:la )?(?:bonne )?personne(?: au bout du fil)?(?<!pas personne)$|vous (?:n'avez|avez) pas la bonne personne|(?:vous êtes|vous êtes bien) mal tombée?",
    r"(?:il n'y a|y a|n'y a|il y a|on a|on n'a|nous n'avons) (?:pas|plus|aucun|personne) ?(?:de |d')?(?:monsieur|madame|mademoiselle|personne du nom|personne de ce nom|personne qui s'appelle|personne comme ça|ce nom)(?: \S+)?",
    r"(?:pas|aucune?|plus) (?:de |d')?(?:monsieur|madame|mademoiselle) \S+ (?:ici|chez nous|à ce numéro)|pas de \S+ (?:ici|chez nous)$|y a pas de \S+ (?:ici|chez nous|qui travaille ici)",
    r"(?:n'habite|habite|ne travaille|travaille|ne vit|vit|n'est|est) (?:pas|plus) (?:ici|chez nous|là|à cette adresse|dans (?:cette|la) \S+)(?! (?:pour l'instant|aujourd'hui|maintenant|en ce moment))(?<!est pas ici)(?<!est pas là)(?<!est plus là)",
    r"(?:connais|connaît|connaissons) (?:pas|aucun\S*|personne|pas du tout) (?:de |du |cette |ce |ces )?(?:monsieur|madame|mademoiselle|ce nom|personne de ce nom|nom|dame|personne)(?: \S+)?$|(?:je )?(?:ne )?connais (?:pas de |personne de ce nom|aucune? )\S+$",
    r"^(?:(?:non|désolée?|ah) ){0,3}(?:je )?(?:ne |n')?(?:le|la|les) connais pas(?: cette dame| ce monsieur)?$|je (?:la|le) connais pas (?:cette|ce) (?:dame|monsieur|personne)",
    r"(?:je ne|je) suis pas (?:monsieur|madame|mademoiselle|celui|celle|lui|cette personne|la personne|le bon)(?: \S+){0,4}",
    r"(?:ce n'est|c'est|n'est) pas (?:moi|lui|elle|mon nom|le bon nom|la famille \S+|chez \S+|ce nom)(?! qui (?:décide|m'occupe|gère))(?: (?:ici|vous devez confondre|que vous cherchez))?$|^(?:non )?(?:c'est )?pas moi(?: vous \S+ confondre)?$",
    r"mais pas celui que vous (?:cherchez|voulez)|pas celui que vous cherchez",
    r"(?:je m'appelle|m'appelle) (?:pas \S+|autrement)|mon nom (?:n'est|est) pas \S+",
    r"(?:ce numéro|cette ligne|le numéro|ce téléphone) (?:est|appartient) (?:à moi|maintenant|à nous|le mien|à quelqu'un d'autre)(?: \S+)?|c'est (?:mon|ma) (?:numéro|ligne) maintenant",
    r"(?:a|ont) (?:changé de numéro|plus (?:ce numéro|cette ligne))|n'a plus (?:ce numéro|cette ligne)",
    r"(?:j'ai|on a|viens de|on vient de) (?:ce |m'|avoir ce |récupéré ce |me )?(?:numéro|attribuer ce numéro|donner ce numéro) (?:depuis|que depuis)?(?: \S+){0,6}|(?:ce numéro|numéro) (?:avant|était) (?:c'était )?à (?:quelqu'un|un autre|une autre)(?: \S+)?",
    r"vous (?:me|nous) confondez|vous devez (?:me )?confondre|il y a confusion|c'est une confusion",
    r"(?:personne|y a personne) (?:ne )?s'appelle (?:comme ça|ainsi|\S+) (?:ici|chez nous)|jamais entendu (?:ce|parler de ce|parler de cette) (?:nom|personne)(?: là)?",
    r"(?:on ne peut|peut|pouvez) pas (?:le|la) joindre (?:à|sur) ce numéro",
    r"vous n'êtes pas (?:chez|au bon)(?: \S+){0,3}|pas au bon endroit$|(?:société|entreprise) (?:n'existe|existe) pas ici|ici c'est pas \S+(?: c'est \S+)?$|(?:n'est|c'est) pas (?:le|la|l') ?(?:salon|restaurant|pizzeria|cabinet|magasin|société|boulangerie)(?: \S+){0,2}$",
    r"(?:il n ?y a|y a|on a|nous avons|il ny a) (?:pas|aucun|aucune|personne) ?(?:de |d |ici )?(?:monsieur |madame |mme |m )?(?!probleme|souci|reseau|raison|urgence|temps|besoin|interet|doute|quoi|internet|jardin|d?autre|monde)\w+(?: (?:ici|a ce numero|dans le service|comme ca|chez nous|qui s ?appelle comme ca)){1,9}$|(?:aucun|aucune|personne)(?: \w+)? (?:de ce nom|s ?appelle comme ca|qui s ?appelle comme ca)(?: \w+)?|personne comme ca(?: \w+){0,3}$|^pas de \w+ ici$",
    r"^(?:je )?connais pas$|(?:je )?(?:ne )?(?:la|le|l) connais pas$|connais pas (?:cette personne|de \w+|ce monsieur|cette dame|ce nom)|ce nom ne me dit rien|jamais entendu ce nom|(?:aucune idee de|je (?:ne )?sais pas|je vois pas|je sais pas) (?:qui (?:c ?est|vous cherchez)|de qui vous parlez)|c ?est qui ca(?: je| \w+){1,4} (?:connais|de) (?:pas )?(?:de )?\w+",
    r"(?:je (?:ne )?suis pas|c ?est pas|jsuis pas) (?:madame|monsieur|mme|elle|lui|celui|celle|cette personne|la personne|moi|jean|le bon|la bonne|ici)(?: (?: \w+){0,4})?$(?<!pas moi qui decide)|(?:je m ?appelle|je me nomme) pas comme ca|(?:ce n ?est|c ?est) pas mon nom|(?:vous )?(?:me )?confond(?:ez|s)(?: \w+){0,3}|ca doit etre (?:un autre|une autre|mon homonyme)|homonyme|meme nom mais",
    r"(?:ce n ?est|c ?est|cest|nest) (?:plus|pas) (?:son|sa|leur) (?:numero|telephone|portable)(?: a elle| a lui)?|(?:ancien|ancienne) (?:proprietaire|titulaire|locataire)(?: du numero)?|(?:numero|carte sim|ligne) (?:etait|est) (?:a quelqu ?un|nouveau|nouvelle|a moi)|maintenant ce numero est a moi|on (?:ma|m a|vous a|mavait) (?:attribue|donne|file)(?: ce| un| le)(?: (?:mauvais|faux|nouveau))? numero(?: \w+)?|nouvelle carte sim|avait(?: \w+){0,2} ce numero avant|change de numero$",
    r"(?:il|elle|ils|elles) (?:a|ont|est|sont|n ?habite|habite)(?: \w+)? ?(?:demenage|quitte la societe|decede malheureusement|parti depuis(?: \w+)?|plus (?:ici|la)|quitte l entreprise)(?: (?:il y a|depuis)(?: \w+){1,3})?$|(?:c ?est|ici c ?est|non ici c ?est|vous etes)(?: (?:le|la|un|une|chez un|au|l)){0,9}(?: \w+){1,3} pas (?:un|une|dans une|le|la) \w+$|^ici c ?est (?:une|la|l|le|un) ?(?:boulangerie|pharmacie|ecole|hopital|garage|restaurant|mairie|cabinet)(?: \w+)?|vous etes chez un particulier|ici c ?est prive|(?:c ?est une erreur|^erreur)(?: (?:monsieur|madame|de numero|de personne))?$|quel numero vous(?: \w+){2,6}$|mal tape|(?:quel|quelle) \w+ ici y a que \w+|c ?est pas (?:la famille|le bon foyer|chez)(?: \w+){0,3}$",
    rf"(?:ici|vous êtes|c'est|vous appelez|vous êtes bien) (?:à |au |chez |sur |dans )?(?:l'|la |le |les |une? |cabine de |un cabinet )?{_ELSEWHERE}(?! (?:\S+ )?(?:qui|que vous|mais allez|bonjour|je vous écoute|de mon)(?!\S))(?: \S+){{0,7}}$|(?:nous|on) (?:on )?est (?:un|une) {_ELSEWHERE}|(?:ici|vous appelez) (?:c'est )?(?:en |à )?(?:lyon|paris|lille|marseille|belgique|bruxelles|suisse|genève|bordeaux|nantes|toulouse|strasbourg|\S+)(?: là)? (?:vous vouliez|pas à|et pas|pas)(?: \S+){{1,3}}$|(?:ici|moi) (?:c'est|ici c'est) (?:chez )?(?:les )?\S+ (?:pas|elle n'a jamais|vous demandez|vous vouliez|pas la même)(?: \S+){{0,6}}|c'est (?:un )?privé$|(?:c'est|et) (?:pas|n'est pas) (?:chez|son|sa) (?:elle|lui|téléphone|numéro)(?! (?:qui|que))",
    r"(?:vous|tu|s') ?(?:faites|faite|fais|avez fait|t'|vous|êtes|est|es|étiez) ?(?:êtes |es |fait )?(?:erreur|trompée?s?|trompez|trompé|trompé de (?:contact|perssone|personne))(?= \||$| (?:je|mon|ma|madame|monsieur|de (?:contact|personne|perssone|numéro|ligne)|tu|supprimez|désolée?|vous|ici|crois|mon brave)(?!\S))(?! (?:\S+ )?(?:prix|calcul|compte|montant|âge|ans)(?!\S))|(?:y a|il y a) (?:méprise|maldonne|erreur)(?: \S+){0,4}|(?:je crois qu')?il y a maldonne|^(?:ah |non |allô ){0,4}(?:ce n'est|c'est|c'et|sai) pas ici(?: (?:madame|monsieur|désolée?|merci|non|mon numéro))?$|c'est pas ici (?:supprimez|monsieur|madame)|(?:c'est )?une erreur depuis le début|(?:vous (?:voulez|cherchez|vouliez)) (?:quelqu'un d'autre|une autre personne)|(?:atterri|tombée?s?) chez (?:quelqu'un d'autre|moi et)|pas à la bonne (?:personne|adresse|maison)|pas (?:signalé|composé|fait|le) (?:\S+ )?bon numéro",
    r"(?:inversé|interverti|intervertir|échangé|mélangé) (?:deux|les|des) chiffres|(?:un|le) chiffre de travers|tapé (?:un chiffre|à côté)|emmêlé les (?:doigts|pinceaux)|(?:fait|composé|tapé) (?:le|un) \S+ au lieu (?:du|de)|(?:numéro|ligne|poste|portable) (?:a été|a) (?:redonnée?|réattribuée?|changé de propriétaire|recyclée?)|ce (?:poste|numéro|portable) est (?:le mien|à moi|maintenant à)(?: \S+){0,2}|(?:n'a|a) jamais (?:eu ce numéro|vécu (?:là|ici)|habité (?:là|ici)|travaillé (?:là|ici))|(?:c'est|c'est aussi) mon portable(?: ici)?$|nos numéros se ressemblent|mis mon numéro (?:sur|à la place)|mon numéro(?: \S+){0,3} à la place de|pas (?:ce|le même) téléphone$|(?:on|ils) me confond(?:ent)?",
    r"(?:je |j'|on |moi |nous )?(?:ne )?(?:connais|connaît|connait|connaître|connaissons) (?:pas|aucun|aucune|point) (?:de |d')?(?!ça|votre|cette offre|ce produit|la marque|le prix|l'heure|bien|encore|assez|trop)(?:ce monsieur|cette (?:dame|personne)|monsieur|madame|\S+)(?= \||$| (?:ici|moi|désolée?|dans|à cette))|(?:ce|le|son) (?:pré)?nom ne (?:me|nous) dit rien|(?:aucune idée|je n'ai aucune idée|je ne sais pas|sais pas) (?:de )?qui (?:est|c'est|elle est|il est|est cette)(?: \S+){0,4}|(?:y a|il y a) (?:pas|que|aucun) (?:de |d')?(?!réseau|problème|souci|mal|raison|quoi|moyen|besoin|doute|photo|urgence|feu)(?:\S+) (?:ici|icitte|chez nous|à cette|à cet|dans cette|au)(?: \S+){0,2}$|(?:pas|aucune?) (?:de |d')?\S+ (?:chez nous|à cet(?:te)? adresse|à ce numéro|icitte)(?! (?:sur le toit|avant|le))|(?:aucun de nous|personne)(?: ici)? ne (?:s'appelle|se nomme|porte ce nom)(?: \S+)?|jamais entendu parler de (?:lui|elle|cette personne|ce monsieur|cette dame|ce nom)$|(?:on m'appelle|encore (?:un appel )?pour|on me demande)(?: \S+){0,4} (?:pour|le garage|ce monsieur|cette (?:dame|madame)|cette madame)(?: \S+){0,9}|je suis pas (?:votre|ce|cette) (?:monsieur|madame|dame)|c'est une autre (?:famille|personne|maison)|elle est partie à la concurrence|l'entreprise a déménagé|la société a fermé",
)
_CALLBACK: Final = _heard(
    rf"(?<!ne me )(?<!ne )(?<!vous me )(?<!me )(?<!pouvez pas )(?:{_RING})(?: |-)?{_ASK_SOFT}{_TIME}(?! (?:non plus|pas))(?: \S+){{0,4}}",
    rf"(?:(?:pouvez|pourriez|pourrais|voulez) (?:vous |tu |nous )?|(?:peut|peux|pouvons) (?:on |nous |se |en |tu |me |m')){_ASK_SOFT}(?:{_RING})(?: {_TIME})?",
    rf"(?:rappele[zr]|rappelle|recontacte[zr]|retéléphone[zr]|réessaye[zr]|retentez|rapele[zr]) (?:moi |nous |la |le )?{_ASK_SOFT}(?:{_TIME}|vers|après|dans)(?: \S+){{0,4}}",
    r"^(?:bon |oui |alors |non )?(?:rappelez|rappelle|recontactez|rapelez)(?: moi| nous)?(?: plus tard)?(?: s'il vous plaît)?$|passez (?:moi|nous) un (?:coup de fil|appel)(?: \S+){0,4}",
    rf"(?:passe[zr]|donne[zr]) (?:moi|nous) un (?:coup de fil|coup de téléphone|appel) {_TIME}",
    r"je (?:vous )?(?:rappellerai|rappelle(?! que)|recontacterai|recontacte)(?: \S+){0,3}|je peux vous rappeler|j'ai un rendez vous dans \S+ \S+|je (?:suis de retour|rentre|serai de retour) (?:demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|ce soir|dans \S+ \S+)|j'attends votre (?:appel|coup de fil)",
    r"(?<!semaine )(?:je suis|on est|nous sommes|je sors) (?:en (?:réunion|rendez vous|voiture|déplacement|train de (?:manger|conduire|cuisiner)|pleine \S+|plein \S+|cours|route|ce moment \S+)|au (?:volant|travail|boulot|restaurant|supermarché|bureau)|dans (?:le (?:train|bus|métro)|un magasin|les embouteillages)|chez (?:le médecin|le dentiste|le coiffeur)|à (?:table|la caisse|l'hôpital|la banque)|occupée?s?|pas (?:disponible|dispo|libre)|malade|sur (?:la route|un chantier|une échelle)|de la douche)(?! (?:toute l'année|depuis))(?! (?:\S+ ){0,3}(?:mais allez|allez y))",
    r"(?:n'ai|ai|j'ai|avons|a) (?:\S+ )?(?:pas|plus) (?:le temps|beaucoup de temps|une minute|trop le temps)(?: \S+){0,2}",
    r"(?:là |ça )?(?:tombe|tombez) (?:\S+ )?mal|(?:c'est|ce n'est|n'est) pas (?:le (?:bon )?moment|un bon moment|possible (?:là|maintenant|tout de suite))|(?:là|maintenant) (?:c'est pas|ce n'est pas|ça va pas être|c'est plus) possible|mauvais moment(?! pour)|ça m'arrange pas (?:là|maintenant)|là je (?:peux|conduis|mange|travaille|bosse)(?: pas)?",
    rf"(?:{_TIME}) (?:\S+ ){{0,3}}(?:ce serait|ça me va|m'irait|ça m'irait|c'est (?:bon|mieux|possible|ok|parfait)|ça (?:va|ira|irait|vous va)|je (?:serai|suis) (?:là|libre|de retour|disponible|joignable|chez moi|à mon bureau|rentrée?)|j'aurai (?:le|plus de) temps|on (?:pourrait|pourra|peut)|volontiers|avec plaisir|vous pouvez (?:me joindre|essayer|appeler)|si vous voulez|plutôt|peut être)",
    rf"(?:on peut|parlons|parler|se parle|reparlons|en parler|en reparler|en reparle|se rappelle|fixons|rendez vous téléphonique) (?:\S+ ){{0,3}}{_TIME}|rendez vous téléphonique",
    r"^(?:non |bon |plutôt |peut être ){0,3}(?:plus tard|une autre fois|un autre jour|tout à l'heure)(?: (?:avec plaisir|volontiers|s'il vous plaît|peut être|plutôt|merci)){1,2}$",
    r"(?:il|elle|mon \S+|ma \S+|la patronne|le patron|c'est mon \S+ qu'il faut voir) (?:\S+ ){0,4}(?:rentre|revient|sera|reviendra|n'est pas) (?:\S+ )?(?:à|vers|demain|là pour l'instant|après|que demain|ce soir|lundi|dans|à son poste)(?: \S+){0,3}",
    r"(?:revenez|recontactez|refaites|repassez|retelephonez|recontacte)(?: (?:moi|vers|nous|un|coup de fil|signe|me)){0,9} (?:en|a|au|la|ce|demain|apres|dans|lundi|mardi|mercredi|jeudi|vendredi|plus tard|l)(?: \w+){0,3}$|(?:re)?parlons en(?: \w+)? (?:apres|demain|en|la|lundi|plus)(?: \w+){0,3}|(?:voyez|parlez|discutez) avec m(?:a|on) (?:femme|mari|fils|fille|patron)(?: (?:elle|il))?(?: est| sera| rentre)?(?: \w+){1,6}$",
    r"(?:je suis|jsuis|on est)(?: \w+)? (?:a la caisse|au volant|a table|dans le (?:train|metro|bus)|en pleine \w+|en voiture|sur la route)(?: \w+){0,5}$|^je conduis(?: la)?$|^pas (?:la )?(?:tout de suite|maintenant|la)(?: \w+)?$|plus de batterie(?: \w+){0,3}|(?:ca vous (?:embeterait|derangerait|ennuierait) de|pourriez vous|vous pourriez) (?:rappeler|retelephoner|reessayer)(?: \w+){0,3}|bebe dans les bras|laissez moi en paix une heure(?: \w+){0,3}|la folie(?: \w+){1,3} la$",
    # Another time, whatever the verb: "rappelez tout à l'heure", "vendredi vers onze heures", "on reprend demain".
    r"(?<!pas )(?:rappele[zr]|rapele[zr]|r?appelle|retente[zr]|réessaye[zr]|recontactez|sonnez|tentez|essayez|téléphone[zr]?|retéléphone[zr]?|rappelle moé|reprenez|reprendre|reparlerons|reparlera|reparle|reprend|revenez|relancez|flashes)(?! (?:pas|plus|jamais)(?!\S)) ?(?:moi |nous |moé |le |la |les |donc |plutôt |s'il vous plaît |svp |sur (?:mon |le |ma )?(?:fixe|portable|mobile) |alors |juste |ici |là ){0,4}(?:à ce moment là|à soir|tout à l'heure|tantôt|plus tard|demain|après demain|ce soir|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|vers|la semaine|le mois|l'an|dans|d'en|en (?:début|fin|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)|à (?:la (?:fin|fermeture|rupture|rentrée)|midi|partir|\S+ heures)|au (?:printemps|mois|début)|o mois|quand|après|cet|une autre|un autre)(?! (?:tous|toutes|chaque))(?!(?: \S+){0,5} (?:toujours|uniquement|seulement|jamais|tous les|en général)(?!\S))",
    r"(?:quand|dès que|lorsque|attendez que|après|à la fin de|vers|à partir de|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|ce soir|en (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)|au printemps|à l'automne|dans (?:une|deux|trois|dix|vingt|quinze)|la semaine (?:prochaine|qui vient)) (?:\S+ ){1,9}(?:rappele[zr]|rappelle|recontactez|on en reparle\S*|on (?:en |se )?(?:parle|rappelle|reparle\S*)|vous me rappelez|je (?:suis|serai) (?:là|tranquille|à vous|libre|disponible|reposée?|chez moi|rentrée?)|je (?:vous écoute|décroche|sors)|il sera là|elle est là|revenez)(?: \S+){0,2}$",
    rf"(?:je (?:serai|suis|sors|rentre|finis|termine)|ma pause est|(?:le|la|mon|ma|mes) \S+ (?:est|sera|seront|rentre|revient|reviennent|sont) ?(?:là|joignable|disponible|de retour|rentrée?)?|il (?:sera|est|rentre|revient)|elle (?:sera|est|rentre|revient)|ils (?:reviennent|seront|rentrent)) (?:\S+ )?(?:libre|disponible|joignable|là|tranquille|à vous|chez moi|de retour)? ?(?:à partir de|à|vers|après|ce soir|demain|entre|dans|lundi|mardi|mercredi|jeudi|vendredi) ?(?:{_HOUR}|la prière|midi|\S+ heures?|minutes|jours)?(?: (?:et demie|et quart|trente|rappelez|là|il sera là|appelez|à ce moment|ce moment là|et|midi|deux)){{0,4}}$",
    r"(?:remettons|reportons|remettre|reporter|repousser|décaler|calez|calons|voyons|voir|refaisons) ?(?:moi |nous |cela |ça |notre |cet |l'|le |la |entretien |appel |rendez vous |dans votre agenda |pour ){0,6}(?:à|au|pour|jusqu'à)? ?(?:la semaine|lundi|mardi|mercredi|jeudi|vendredi|samedi|demain|plus tard|un autre jour|une autre fois|le mois)|(?:faites|redonnez|passez|refaites|donnez) (?:moi |nous )?(?:une relance|un coup de fil|un appel|un coup de téléphone|un petit coup)(?! (?:pour|si))(?: \S+){0,4}|(?:on arrête pour aujourd'hui|pas maintenant|plus aujourd'hui|pas aujourd'hui|pas possible là|plus possible là|là je cours|je peux pas là|pas le temps)(?: \S+){0,6} (?:demain|plus tard|dans|à midi|vers|la semaine|ce soir|lundi|mardi|mercredi|jeudi|vendredi|retentez|rappelez|tentez|reprenez)(?: \S+){0,5}|(?:laissez|laisse) moi (?:le temps de|en parler|finir|une semaine|une heure|un jour|deux jours|tranquille pour le moment)(?: \S+){0,9} (?:rappelez|rappelle|retéléphone|écoute\S*|parle|recontacte)(?: \S+){0,3}",
    r"(?:j'?ai|j'|je ?suis|on a|on est|là j'ai|je) (?:à table|le plombier|le kiné|mon kiné|un client|des clients|des invités|du monde|les mains (?:dans|pleines)|sous le camion|en inventaire|à la caisse|à la douane|au tribunal|sur l'autoroute|au volant|en voiture|en rendez vous|en réunion|chez le (?:médecin|dentiste)|à l'hôpital|à l'église)(?!(?: \S+){0,3} mais (?:allez|dites|je vous écoute))(?: \S+){0,9}$|mon kiné est là(?: \S+){0,5}$|c'est pas l'heure(?: \S+){0,6}|(?:je|c'est moi qui) (?:vais )?vous (?:rappelle|rappellerai|retéléphone|rappeler|recontacte|recontacterai|ferai signe)(?! (?:pas|que|à l'ordre|si))(?: \S+){0,6}|(?:plus tard|tout à l'heure|ce soir|demain)(?: \S+){0,2} (?:s'il vous plaît|plutôt|merci|oui|en soirée|d'en soirée)$|(?:veuillez|merci de) renouveler votre appel(?: \S+){0,3}",
)
_PUTS_OFF: Final = _heard(
    rf"(?:(?:non|bon|oui|là|ah|désolée?|euh|merci|écoutez) ){{0,3}}(?:pas (?:maintenant|tout de suite|aujourd'hui|là|en ce moment|pour l'instant)|plus tard|tout à l'heure|une autre fois|un autre (?:jour|moment)|pas le temps|j'ai pas le temps|je n'ai pas le temps|{_TIME})(?: (?:plus tard|s'il vous plaît|merci|peut être|plutôt|volontiers|avec plaisir|alors|ok|désolée?|vers {_HOUR}|à {_HOUR})){{0,3}}",
)
_CALLBACK_IF_TIMED: Final = _heard(
    rf"(?<!vous )(?:{_RING})(?: (?:moi|nous|me))?",
    r"(?:ce serait|c'est|serait) (?:mieux|bien|possible|parfait|plus simple|l'idéal)|ça (?:me|m') ?(?:va|irait|arrange)|m'irait",
    r"(?:plutôt|mieux|préfère) (?:demain|ce|cet|lundi|mardi|mercredi|jeudi|vendredi|samedi|vers|à|dans|après|la semaine)",
    r"je (?:serai|suis) (?:là|libre|de retour|disponible|joignable|chez moi|rentrée?)|j'aurai (?:le|plus de) temps|(?:se|en) (?:re)?parler",
)
_FOLLOW_UP: Final = _heard(
    r"(?<!vous )(?:envoyez|envoie|adressez|mailez|faxez|transmettez|expédiez) (?:moi|nous|le moi|la moi|les moi|ça|le|la|les|toujours|donc|plutôt|un|une|quelque chose|à|l'info|l'offre)(?! (?:rien|pas|plus|technicien|quelqu'un))(?!(?: \S+){0,4} (?:au lieu|plutôt que|à la place)(?!\S))(?: \S+){0,5}",
    r"^(?:oui |ok |bon |d'accord |alors ){0,3}(?:vous pouvez (?:l')?envoyer|envoyez|envoie|à envoyer)(?: (?:s'il vous plaît|merci|toujours|alors|quelque chose)){0,2}$|(?:oui|bon|ok) (?:volontiers |alors |d'accord )?(?:envoyez|envoie|à envoyer)(?: \S+){0,3}",
    rf"(?:pouvez|pourriez|pourrais|peux|voulez|veuillez|merci de) (?:vous |tu |bien |aussi |juste ){{0,3}}{_SEND}(?! (?:un technicien|quelqu'un))(?: \S+){{0,4}}",
    r"(?:faites|fais) (?:moi|nous) (?:donc )?(?:parvenir|suivre|passer|un (?:mail|devis|courrier)|une (?:proposition|offre)(?: \S+)? (?:par écrit|écrite|concrète)?)(?: \S+){0,4}",
    r"(?:^|oui |bon |ok |volontiers |merci |infos? |documents? )(?:alors )?par (?:mail|e mail|courriel|courrier|sms|whats ?app|la poste)(?: (?:s'il vous plaît|volontiers|merci|d'accord|oui)){0,2}$|oui par (?:mail|courrier|sms)|par (?:mail|courrier|la poste|écrit) (?:les|la|le) \S+",
    r"(?:avoir|veux|voudrais|aimerais|faut|faudrait|souhaite|l'avoir|ai besoin|prends|donnez) (?:\S+ ){0,5}(?:par écrit|noir sur blanc|d'écrit|sur papier|un devis|une documentation|la grille|le catalogue|la brochure|la plaquette|une brochure|une plaquette|de la documentation|de la doc)(?: \S+){0,3}",
    r"(?:vous avez|vous auriez|y a t il|y a|auriez vous|avez vous) (?:\S+ )?(?:de la documentation|un lien|une brochure|une plaquette|une fiche|un catalogue|un site|quelque chose d'écrit|un dépliant)(?: \S+){0,4}",
    r"(?:un devis|une plaquette|une brochure|les conditions|la documentation|les tarifs|les prix|les infos|les chiffres|le contrat)(?: \S+){0,2} (?:par mail|en pdf|par courrier|par écrit|dans un (?:sms|mail)|ce serait bien|sur whats ?app)",
    r"(?:mettez|écrivez|donnez|balance|mets|glissez|notez) (?:moi |nous |le |les |ça ){0,2}(?:\S+ ){0,4}(?:dans un (?:sms|mail)|par écrit|par mail|sur whats ?app|boîte aux lettres|de quoi lire)",
    r"(?:voir|lire) (?:\S+ )?(?:le contrat|ça tranquillement|d'abord|à tête reposée|quelque part)(?: \S+){0,2}|préfère lire|lire (?:\S+ )?(?:tranquillement|d'abord)|attends votre mail",
    r"(?:vous (?:avez|auriez)|y a|il existe|il y a|avez vous|auriez vous)(?: (?:de|une?|la|quelque|chose|l|des)){0,9} ?(?:doc|documentation|brochure|plaquette|document|catalogue|fiche|ecrit|amabilite de m ?adresser)(?: \w+){0,3}$|(?:je veux|il me faut|j ?ai besoin d ?|jaimerais|je voudrais|jai besoin dun)(?: ?(?:une|un|avoir|ca)){0,9} ?(?:trace ecrite|ecrit|devis|par ecrit)|(?:mettez|balancez|transferez|glissez|mailez|faites suivre)(?: (?:moi|ca|le|la|tout|les|infos)){0,9} (?:au courrier|par mail|a mon comptable|dans un mail|dans la boite|par sms|a mon \w+)",
    r"(?:le|un|une|quelques|des|la)(?: petite?)? (?:lien|devis|brochure|infos|documentation|plaquette|mail|informations)(?: par (?:sms|mail|la poste|courrier|whatsapp))?(?: (?:s ?il vous plait|ce serait bien|seraient? bienvenues?|suffirait|oui mais(?: \w+){2,3}))$|je (?:peux|pourrais) (?:avoir|recevoir|voir)(?: (?:un|une|ca|le|la)){0,9} ?(?:contrat|par la poste|document|devis|ecrit|contrat type|brochure)(?: \w+)?$|je regarderai(?: \w+){1,4}$|jattends votre mail(?: \w+)?|j attends votre mail(?: \w+)?|infos oui mais par(?: \w+){1,2}",
    r"(?:envoyez|envoyer|adressez|postez|expédiez|partagez|partagé|transmettez|écrivez|glissez|faites (?:suivre|partir|parvenir)|montrez|mailez|déposez) ?(?:moi |mois |nous |le |la |les |ça |m'en |m'|lui )?(?:tout ça|tout cela|ça|la documentation|votre documentation|un dépliant|une? (?:brochure|doc\S*|lien|plaquette|prospectus|catalogue|exemplaire|courrier|papier)|le (?:lien|catalogue|bon de commande|devis|dossier|contrat|dépliant)|les (?:infos?|détails|documents|informations|tarifs)|des (?:chiffres|documents|infos)|bon de commande|courrier|bien au propre|par écrit|l'offre|à mon adresse|à l'adresse|au service des achats)(?! (?:et je paie|et je signe|pas|plus|à quelqu'un d'autre)(?!\S))(?: \S+){0,7}",
    r"(?:un|une|le|la|les|quelques|des|votre|sur) (?:petit |petite |simple )?(?:dépliant|brochure|lien|devis|prospectus|catalogue|documentation|plaquette|exemplaire|support|document|texto|texte|papier|mail|courrier|vidéo|références|offre par mail)(?: \S+){0,5} (?:fera l'affaire|m'aiderait|m'aideraient|avant de|c'est possible|ce serait|serait|à m'envoyer|que vous pourriez|à me partager|qui explique|suffira|suffirait|me suffit|m'irait|et on avisera|et je verrai)(?: \S+){0,5}|(?:je ne décide|rien) (?:rien )?sans (?:document|documents|rien d'écrit|écrit|papier|trace écrite)|(?:je )?préfère (?:réfléchir|décider|lire|voir|juger) (?:sur (?:pièces|papier)|à tête reposée|par écrit|noir sur blanc)(?: \S+){0,4}|(?:voir|avoir|lire|mettre|recevoir|veux|voudrais|faudrait) (?:tout )?(?:ça|cela|le tout|l'offre|le catalogue) ?(?:noir sur blanc|par écrit|sur papier|papier|papié|en pdf|par mail|par courrier)",
    r"(?:vous auriez|auriez vous|vous avez|avez vous|il n'existe pas|y a pas|y a t il|il y a pas|vous n'auriez pas|existe t il) (?:un|une|des|quelque chose|pas un|pas une) ?(?:\S+ )?(?:prospectus|brochure|dépliant|catalogue|documentation|vidéo|papier|lien|site|plaquette|doc)(?: \S+){0,2} (?:à m'envoyer|à me|qui explique|que je|que vous|de présentation|pour|où)(?: \S+){0,6}|(?:donnez|donne) (?:moi|nous) (?:un|le|votre) (?:lien|site|adresse du site)(?: \S+){0,6}|(?:tu peux|vous pouvez|pouvez vous|tu pourrais) (?:m'|me |nous )?(?:écrire|l'écrire|mettre) (?:ça|tout ça|le)(?: \S+){0,4} (?:whatsapp|mail|papier|écrit|sms|message)|(?:épelle|donne|laisse) mon (?:adresse|mail|adresse mail)(?: \S+)? pour (?:la brochure|le devis|la documentation|l'envoi|les infos)|(?:j'aurais|j'ai|j'aurai) besoin d'un(?:e)? (?:support|document|devis|brochure|trace écrite)|c'est possible (?:par|de l'avoir par) (?:mail|écrit|courrier|sms)",
)
_NOT_INTERESTED: Final = _heard(
    r"(?:depuis|ça fait) \S+ ans(?: \S+){1,8} (?:et )?je (?:le|la|les|l'y|lui) (?:garde|reste)(?: fidèle| jusqu'au bout)?$",
    # What was wanted then and is not now, and the other way round.
    r"(?:\||(?:j'étais|on était) (?:\S+ )?(?:intéressée?s?|tentée?s?|partante?)|ça m'(?:intéressait|aurait (?:intéressée?|tentée?|plu))|j'en voulais|je (?:le )?voulais(?: bien)?|j'aurais (?:dit oui|pris|accepté)|avant)(?: \S+){0,7}? (?:(?:mais |et )?plus maintenant|maintenant (?:non|c'est trop tard|c'est non)|(?:donc|alors|du coup) (?:c'est )?non)$",
    r"(?:pas|plus|jamais|aucunement|nullement) (?:du tout |vraiment |très |spécialement |franchement |trop |nous |plus ){0,3}(?:intéressée?s?|in téressée?|preneur|preneuse)(?! (?:pour parler|de parler|par moi))",
    r"(?:m'|nous |ma |m )?intéresse(?:nt)? (?:vraiment |franchement |absolument |plus ){0,3}(?:pas|plus|aucunement|nullement)(?! (?:à l'heure))|intéresse (?:pas|plus) du tout|sans intérêt pour moi|aucun intérêt(?! (?:sur|de crédit|bancaire))",
    r"(?:pas|plus|aucun|nul) (?:vraiment |du tout |spécialement )?besoin(?! (?:de (?:vous le|m'appeler|rappeler|savoir|dire|m'envoyer|me)))(?: \S+){0,3}|besoin de rien|pas l'usage|pas l'utilité|aucune utilité",
    r"(?:n'en|en|j'en|on en|ne|je|nous n'en) (?:veux|voulons|veut) (?:pas|plus|rien)(?! (?:être|que|vous|croire|perdre|savoir comment|parler|entendre|attendre|payer|y croire|déranger))(?: (?:de \S+|le prendre|prendre|acheter|changer|merci|du tout|souscrire))?(?: merci)?$|(?:je |on )(?:ne )?(?:veux|veut) (?:pas|plus|rien) (?:de ça|acheter|changer|(?:de|d') ?(?!blocage|désinscription|suppression|désabonnement)\S+|prendre|souscrire|le prendre|signer)(?: \S+){0,2}",
    r"^(?:(?:non|bon|ah|mais|merci|bof|nan|désolée?|oui|euh|enfin) ){0,4}(?:non merci|merci non|sans façon|non laissez|plutôt pas|plutôt non|vraiment pas|non vraiment|vraiment merci|pas envie|jamais de la vie|hors de question|laissez tomber|je passe(?: mon tour)?|je décline|je refuse|ça ira|ça ira merci|pas question|pas pour (?:moi|nous)|c'est non|pas preneur|certainement pas|sûrement pas|bien sûr que non|absolument pas|en aucun cas|aucune envie)(?: (?:merci|pas intéressé|au revoir|bonne \S+|quand même|tout de même|désolée?)){0,3}$",
    r"(?:^|mais |oui |enfin |donc |alors )non merci|merci (?:mais )?non|mais non merci|donc non$|alors non$|enfin non$|oui enfin non(?: \S+){0,3}$",
    r"(?:n'est|c'est|c'est vraiment|est) pas (?:du tout )?(?:pour (?:moi|nous)|mon truc|mon genre|la peine|dans mes projets)(?! (?:de (?:m'|me )?(?:appeler|rappeler)))|pas pour (?:moi|nous)(?: merci)?$",
    r"(?:j'ai|on a|nous avons|ai|avons) (?:déjà|assez|bien assez|tout) (?:\S+ )?(?:un|une|ce|tout|fournisseur|contrat|installation|d'assurances|refusé|choisi|ça|signé ailleurs|ce qu'il|refait)(?: \S+){0,3}(?! (?:question))|(?:on est|je suis|nous sommes) (?:déjà |bien |très ){0,3}(?:équipée?s?|pourvue?s?|servie?s?|chez \S+ et)",
    r"(?:suis|est|sommes) (?:\S+ )?(?:satisfaite?s?|contente?s?|contents) (?:de|avec|comme)(?: \S+){0,3}",
    r"(?<!pas )(?:trop|beaucoup trop|bien trop) cher(?:s)?(?: pour (?:moi|nous))?(?! (?:c'est|pour))(?: merci| laissez tomber)?$|(?:c'est|trouve ça) (?:\S+ )?trop cher pour (?:moi|nous)",
    r"(?:peux|peut|pouvons) pas me (?:le |la )?permettre|pas les moyens|pas d'argent pour|pas le budget|pas le budget",
    r"(?:n'achète|j'achète|achète|achetons|veut|veux) (?:\S+ )?rien(?: (?:acheter|au téléphone|par téléphone|à une \S+))?(?! (?:comprendre|entendre|savoir))",
    r"(?:on |je )(?:ne )?change (?:pas|rien)|veux pas changer|changer (?:\S+ ){0,3}(?:n'est|c'est) pas pour moi|(?:je |on )(?:reste|garde) (?:chez|comme ça|mon|ma|notre) \S+(?: \S+){0,3}",
    r"(?:gardez|garder) (?:votre|ça|vos)(?! numéro| téléphone) \S+|vous pouvez (?:le|la|vous le|vous la) garder(?: merci)?",
    r"(?:vaut|vaudrait|vaut vraiment) pas (?:le coup|la peine)|(?:y|n'y) (?:gagne|vois) (?:rien|aucun \S+|pas)|vois pas l'intérêt|(?:hors|pas) de question(?!\S)|décidé que non|choisi (?:quelqu'un|autre chose|un autre)",
    r"(?:pas|aucune|n'ai pas|ai pas) (?:d'|du tout )?envie(?: de (?:ça|changer|payer))?$",
    r"ma femme (?:ne )?veut pas|mon mari (?:ne )?veut pas|(?:on va|je vais|je préfère) laisser tomber|(?:frappez|êtes) à la mauvaise (?:porte|adresse)(?: \S+){0,6}",
    r"^(?:non|nan|bof non|non non)$",
    r"^(?:(?:non|bof|oh|ben|bah|merci|desole|c ?est gentil|gentil|ca|euh) ){0,4}(?:bof|(?:ca )?(?:ne )?me dit (?:rien|pas grand chose)|ca ira(?: comme ca)?|c ?est gentil mais non|mais non|surtout pas|plutot pas|j ?aime mieux pas|je pense pas|je crois pas(?: non)?|ca va etre non|c ?est non|non c ?est non|non et non|non non et non|rien(?: du tout)?|jai deja|j ai deja|hors de prix|sans facon|pas de budget|je me mefie|je m en fiche|je men fiche|je passe)(?: (?:merci|non|monsieur|madame|desole)){0,2}$",
    r"(?:jai|j ai|on a|nous avons|j ?ai|c ?est bon jai|c ?est bon j ai)(?: \w+)? ?(?:deja quelqu ?un|ce qu ?il (?:me|nous)? ?faut|tout ce qu ?il (?:me |nous )?faut|deja (?:un|une|tout|ca|trois|ce)(?: \w+){0,3}|ce qu ?il faut|pas de (?:voiture|maison|jardin|chien|budget)|signe ailleurs|encore un contrat)$|(?:c ?est )?(?:mon|ma) (?:neveu|fils|beau frere|mari|gendre|frere|femme|fille) (?:qui )?s ?en occupe|on fait ca nous memes|(?:je|on) reste (?:ou je suis|chez \w+(?: \w+)?|comme ca)|je (?:ne )?compte pas changer|je change pas$",
    r"(?:c ?est )?(?:pas|plus) dans mes moyens|(?:je )?(?:n ?ai|nai|jai|j ai) pas les moyens|(?:ca )?n ?interesse personne|(?:jen|j en|je n ?en) (?:ai|veux|vois)?(?: \w+)? ?(?:rien a (?:faire|cirer|foutre|battre)|pas besoin|veux pas)(?: merci)?$|(?:achete|traite|signe|souscris|donne) (?:jamais|rien|pas)(?: \w+){0,2} par telephone$|(?:pas|jamais) (?:ma tasse de the|mon truc|pour moi|pour nous)(?: \w+)?$|(?:ca )?(?:ne )?me parle pas|(?:je )?(?:ne )?suis pas convaincue?|(?:je )?(?:vais|dois|prefere|me vois oblige de) (?:decliner|refuser|passer|m ?abstenir)|(?:patron|mari|femme|chef|associe) (?:a dit non|veut pas|ne veut pas)|(?:vous )?perdez votre temps|(?:ne )?vous fatiguez pas|on s ?en passe(?: \w+){0,2}|(?:ne )?comptez pas sur moi|plus tard non plus|(?:ne )?menvoyez rien|ne m envoyez rien|rien par courrier(?: \w+){0,3}|j ?achete rien$|pas de pub(?: \w+){0,4}|(?:avant )?j ?etais interesse(?:e)? plus maintenant|(?:ca )?(?:sert a rien|me servirait a rien|vaut pas (?:le coup|la peine))(?: pour moi)?$|engage(?:e)? pour(?: \w+){1,2}$|trop (?:vieux|vieille) pour(?: \w+)?$|(?:je|on) (?:n ?en )?veu[xt] (?:rien|pas)$|je (?:ne )?m en sers pas|le mien (?:marche|me va)(?: \w+){0,2}$|viens d ?en acheter(?: \w+)?|viens de signer(?: \w+)?",
    # "Je n'en ai pas besoin", "on a ce qu'il faut", "très peu pour moi".
    r"(?:n'en |en |j'?en |n'|j')?(?:ai|avons|a|avez) (?:vraiment |absolument |strictement )?(?:pas|plus|nullement|aucunement) (?:de |du tout )?besoin(?! (?:que|de (?:vous|savoir|réfléchir|me|rappeler|patienter|crier|lunettes|répéter|temps)|d'aide pour|d')(?!\S))|(?:zéro|aucun|aucune|pas la moindre|nul) (?:intérêt|besoin|envie)(?! de (?:vous (?:quitter|perdre)))|besoin ni de \S+ ni de \S+|(?:l'envie|l'argent)(?: \S+){0,4} (?:n'est pas là|non plus|n'y est pas)|pas (?:l'|d')argent pour (?:ça|cela)|(?:pas|plus|n'ai pas|n'ai plus|on n'a plus) (?:les moyens|le budget)|(?:notre |le |mon )budget (?:est|ne)(?: \S+)? (?:bouclé|épuisé|dépensé|permet pas|fermé)",
    r"(?:je|on|nous|j') ?(?:n'|ne )?(?:l' ?|le |la |les |en |m'en |vous |nous |y )?(?:achète|achetons|prends|prend|prenons|signe|signons|souscris|veux|veut|voulons|voudrais|change|changeons|m'engage|m'abonne|suis|mettrai|installera|installerai|achèterai|prendrai|cherche|pars|investis) (?:\S+ )?(?:pas|jamais|rien|plus|aucun)(?= \||$| (?:par téléphone|au téléphone|tentée?|preneur|preneuse|cliente?|intéressée?|acheteur|merci|de (?:chez|ça|cela|votre)|d'opérateur|de fournisseur|un centime|un sou|pour ça|pour sa|ici|chez moi|d'autre|de crédit|de mutuelle|votre|désolée?|madame|monsieur|maintenant|du tout)(?!\S))(?! (?:pas|sûre?|chez)(?!\S))(?! d'accord)",
    r"(?:réponse|réponse ?(?:est|sera)|c'est|donc c'est|et c'est|ce sera|alors c'est|que c'est|c'et) (?:toujours |encore |simplement |un |définitivement |négative?|donc |clairement |et ce sera ){0,4}(?:non|négative?)(?= \||$| (?:merci|madame|monsieur|désolée?|merci beaucoup|pour (?:moi|nous))(?!\S))(?<!pas non)|un non est un non|j'ai dit non(?: et (?:je maintiens|c'est non))?(?= \||$)|(?:vous remercie|aimable|gentil|gentille|sympa|merci bien|merci beaucoup)(?: \S+){0,4} mais (?:non|je passe|ça ira|sans façon|c'est non|pas pour (?:moi|nous))|^(?:pour l'instant |là |bah |ben |euh |désolé |ah ){0,4}non merci(?: (?:pas aujourd'hui|merci|vraiment|madame|monsieur|sans façon|ça ira)){0,4}$|(?:décline|refuse) (?:votre |l' ?|cette |la |poliment )(?:\S+ ){0,2}(?:offre|proposition)(?: \S+){0,5}|sans façon|très peu pour moi(?:s)?|passe mon tour|(?:je )?m'abstiendrai|pas pour un sou|même gratuit(?: \S+){0,5}",
    r"(?<!si )(?:ça|cela|ce|il|elle|ce produit|votre \S+) (?:ne |n')?(?:me|nous|m'|nous|lui) ?(?:botte|tente|plaît|plait|dit|intéresse|intéresserait|convient|correspond|arrange|parle|convainc|convient|apporte|sert) (?:pas|plus|rien|en rien|absolument pas|vraiment pas|guère|à rien)(?! (?:que|de (?:vous|le|recevoir)|d'attendre|d'être|pour (?:mardi|lundi|aujourd'hui|demain)|là|maintenant|aujourd'hui|comme horaire|ce jour|l'heure)(?!\S))|ne (?:correspond|convient|répond) pas à (?:nos|mes|notre|mon) \S+|(?:pas|n'est pas) (?:rentable|adaptée?|utile|fait) (?:pour|à) (?:moi|nous|une? \S+|notre \S+|mon \S+)(?: \S+){0,4}|le jeu n'en vaut pas la chandelle|vous ne me vendrez rien|rien à (?:faire|foutre|cirer) de (?:votre|vos|ta)(?: \S+){1,2}",
    r"(?:on|j'|je|nous) ?(?:a|ai|avons) (?:déjà )?(?:tout )?ce qu'il (?:faut|me faut|nous faut)|(?:on|je|nous) (?:se |me |nous )?(?:débrouille|débrouillons|contente) (?:très bien|bien|comme ça|sans|de ce)(?: \S+){0,3}|(?:ma|mon|mes|notre|le mien|la mienne) ?(?:\S+ )?(?:roule|marche|marchent|fonctionne|suffit|suffisent|va|me suffit|me va|nous suffit) (?:encore |très |toujours |parfaitement |bien |largement ){1,4}(?:bien)?(?! (?:mais|pas))(?: \S+){0,4}$|(?:suis|sommes|est) (?:déjà )?(?:abonnée?s?|équipée?s?|engagée?s?|assurée?s?|fournis?|servis?|lotis?) (?:ailleurs|déjà|chez|depuis|jusqu|pour)(?: \S+){0,4}|vien(?:t|s|ons) (?:juste )?de (?:renouveler|changer|signer|resigner|refaire|acheter|souscrire)(?: \S+){0,6}|(?:c'est|c'et) (?:déjà )?(?:fait|réglé|signé) (?:ailleurs|avec un autre)|(?:ma petite |une petite )(?:pension|retraite)(?: \S+){0,6} (?:non|peux pas|pas)",
    r"(?:laissez|laisse|laissons) tomber(?: (?:je|le devis|merci|ça|c'est|on|nous|votre)(?: \S+){0,5})?$|(?:je|on) (?:ne )?vais pas (?:plus loin|donner suite)|(?:ne )?donner(?:ai|ons)? pas suite|(?:on|nous) (?:ne )?(?:fera|ferons) pas (?:les|ces|de) travaux|sujet clos|on va s'arrêter là pour le|(?:je suis|on est|nous sommes) contre (?:ces|les|ce|le|la|tout)(?: \S+){1,3}|(?:je )?ne fais pas confiance à (?:ces|ce|vos|votre|ça)(?: \S+){0,3}|ce n'est pas (?:fait )?pour (?:moi|nous)|j'ai pas la tête à acheter|pas de besoin(?= \||$)|(?:vous êtes|êtes) à la mauvaise adresse(?: \S+){0,9}|tout ce qui est à crédit je fuis|avant j'étais intéressée? plus maintenant",
)
_INTERESTED: Final = _heard(
    # What was wanted then and is not now, and the other way round.
    r"(?:\||(?:n'?)?étais pas (?:\S+ )?(?:intéressée?|tentée?|convaincue?)|m'intéressait pas|(?:n'en |en |le |la )?voulais pas|j'avais (?:refusé|dit non))(?: \S+){0,5}? (?:mais |et )?(?:(?:maintenant|là|cette fois) (?:si|oui|c'est oui|je le veux|vous m'avez (?:eue?|convaincue?)))$",
    r"(?:\||c'est pas que (?:je veuille pas|je dise non|ça m'intéresse pas)) au contraire(?: je signe| je prends)?$",
    r"(?<!pas )(?:suis|sommes|est|serais|serions|moi je serais|je suis|on est|on serait|j'en) (?:très |bien |vraiment |assez |plutôt |tout à fait |moi |franchement ){0,2}(?:intéressée?s?|partante?s?|preneu\S+|tentée?s?|convaincue?|emballée?|suis)(?! (?:par les|aux|mais|si|qu))",
    r"(?:ça|cela|ce que vous dites|oui ça|l'offre) ?(?:m'|nous |me |ma |sa m'|m )?(?:intéresse|intéresserait|tente|plaît|plairait|irait|conviendrait|aiderait)(?! (?:pas|plus|que si|seulement|qui|aucunement|en général|vraiment pas|tout le monde|guère))(?: (?:beaucoup|énormément|bien|bien sûr|si|vraiment|ça))?",
    r"(?:sa|ça|oui ça) ?m ?int[ée]+resse?(?: ré)?(?! pas)",
    r"(?:ça|c'est|cela|l'offre|elle) ?(?:m'|me |nous )?(?:a l'air|semble|paraît|est|a) (?:vraiment |très |super |bien |plutôt |l'air ){0,2}(?:intéressante?|bien|pas mal|tentante?|raisonnable|passionnant|super|génial|parfait|excellent|exactement ce (?:qu'il me faut|que je cherche))(?! (?:beau|mais|sauf|sûr|ça|moi|vous))(?!(?: \S+){0,4} (?:mais|sauf|pas|dommage)(?!\S))",
    r"(?:c'est|voilà|justement) (?:exactement |précisément |vraiment |enfin )?(?:ce qu'il me (?:faut|faudrait)|ce que je (?:cherche|cherchais|voulais)|ce qu'on cherche)(?: \S+){0,3}|cherch(?:e|ons|ait|ais) (?:justement|quelque chose comme|un nouveau|une nouvelle)(?: \S+){0,3}|j'attendais une offre(?: \S+){0,2}",
    r"(?:dites|racontez|expliquez|parlez|dis) (?:m'en|moi en|moi|m'en donc) (?:\S+ )?(?:plus|davantage|tout|donc)|en savoir (?:\S+ )?plus|racontez moi|continuez ça m'intéresse",
    r"(?:je |j'en |on )(?:le |la |les |en |l' ?)?(?:prends|prend|veux)(?! (?:pas|plus|des notes|note|le temps|rien|que|dire|bien que|savoir|un stylo|un papier|en note|votre nom))(?: (?:un|une|deux|ça|un exemplaire|tout de suite))?(?: (?:s'il vous plaît|merci))?$|oui je (?:veux|prends)(?: (?:ça|le|bien))?$",
    r"(?:je |j')?(?:voudrais|aimerais|veux|souhaite|souhaiterais) (?:bien |vraiment |aussi )?(?:le |la |l' ?|un |une |en )?(?:commander|acheter|essayer|tester|réserver|m'inscrire|participer|souscrire|prendre|signer|changer de fournisseur|changer d'opérateur|savoir plus|le faire|adhérer|profiter)(?! pas)(?: \S+){0,2}",
    r"(?<!ne )(?:inscrivez|comptez|réservez|mettez|notez) (?:moi|nous|moi une place)(?! sur (?:votre|la) liste (?:rouge|noire|d'opposition|des))(?: (?:à|pour|sur|dans|une|un) \S+(?: \S+){0,3})?$|inscrivez moi (?:je|à la|pour)(?: \S+){0,4}",
    r"(?:prenons|prendre|fixons|fixez|fixer|arrangeons|convenons) (?:moi |nous |un |d'un |donc un |alors un ){0,2}rendez vous(?! téléphonique)(?: \S+){0,3}|passez (?:me|nous) voir|venez (?:me|nous) (?:voir|montrer)|montrez (?:moi|nous|voir)(?: ça)?$",
    r"(?:on|je) (?:le |y |fait |prend )?(?:fait|va|prend|fonce|signe|marche|participe)(?: (?:comme ça|ça|oui))?$|oui on (?:fait|y va)(?: ça)?|(?:d'accord|ok|allez|bon) on (?:y va|fait (?:comme )?ça)|je signe où|où (?:est ce que )?je signe",
    r"comment (?:je fais|on fait|je peux|faire|on peut|on s'y prend|on procède|on s'inscrit|je m'inscris|ça continue|ça se passe) ?(?:pour (?:commander|m'inscrire|l'avoir|souscrire|la suite|en avoir)|la suite)?(?!\S)(?: \S+){0,3}$|qu'est ce qu'il faut (?:faire|que je fasse)|comment on fait la suite",
    r"pourquoi pas (?:essayons|allons y|essayer|on (?:peut|pourrait) essayer|réservez|prenons|si)(?: \S+){0,3}|et pourquoi pas finalement",
    r"(?:je )?(?:dis pas non|ne dis pas non|n'ai rien contre|ai rien contre)(?: ça)?$|(?:ça|cela) (?:pourrait|peut) (?:bien )?(?:me|nous|m'|être) ?(?:intéresser|plaire|servir|aider|convenir|être utile|pour moi)",
    r"(?:j'en|en|on en) (?:ai|a) (?:vraiment |bien )?besoin(?: \S+)?$|pas mal (?:du tout )?(?:dites|je (?:le )?prends)(?: \S+){0,3}",
    r"^(?:oui |ah oui |ok )?(?:avec (?:grand )?plaisir|volontiers|absolument|carrément|tout à fait|bien volontiers)(?: oui| absolument| ça m'intéresse){0,3}$",
    r"^(?:(?:oui|ah|oh|ben|bon|bah|allez|ok|d accord|alors|volontiers|et|super) ){0,4}(?:j ?achete|banco|vendu|marche conclu|affaire conclue|c ?est pas de refus|je dis pas non|comptez (?:sur moi|moi dedans)|jen veux(?: un)?|j en veux(?: un)?|j en voudrais(?: bien)?(?: un)?|jen voudrais(?: bien)?(?: un)?|je souscris|commencons|ca me (?:plait|tente|branche)(?: bien| j ?achete)?|l ?idee me plait|tres interessant|c ?est interessant(?: ca)?|jadorerais(?: \w+){0,3}|j adorerais(?: \w+){0,3}|je prends|je le prends)(?: (?:merci|oui|volontiers)){0,9}$(?<!^bien sur)(?<!^s il vous plait)(?<!^sil vous plait)",
    r"ca (?:me dirait bien|ferait mon affaire|m ?irait bien|me plairait(?: bien)?|semble interessant|pourrait m ?interesser)|(?:c ?est|voila)(?: \w+)? (?:tout a fait|exactement|pile|justement) ce qu(?:e|il|i)(?: \w+){1,4}$|(?:ou|quand)(?: (?:est ce que|que|est|ce)){0,9} ?(?:je signe|pouvez vous|vous pouvez|je peux commencer|on commence|on peut commencer)(?: (?:l ?installer|venir(?: le faire)?|commencer(?: les travaux)?|le faire|les travaux|le poser|quand)){0,9}$|vous pouvez (?:commencer|installer|venir)(?: \w+){0,2} quand$|je peux (?:commander|souscrire|acheter)(?: \w+){0,3}$",
    r"(?:je voudrais|jaimerais|j aimerais|je veux|je souhaite|je souhaiterais)(?: (?:bien|une?|en|de|des|voir|savoir|plus|tester|le|infos|mois|acheter)){0,9} (?:demo|demonstration|essai|savoir plus|changer|souscrire|commander|un|acheter un|mois gratuit|pour souscrire)$|(?:curieux|curieuse)(?: (?:d ?en savoir plus|je suis|de savoir))?$|vous m ?(?:intriguez|avez (?:convaincu|donne envie|rendu curieux|rendu curieuse))|vous tombez bien(?: \w+){0,4}$|a ce prix(?: la)? (?:oui|je|je prends|d ?accord)(?: \w+)?$|(?:je peux|je ne peux) pas refuser|rien ne me ferait plus plaisir|(?:apportez|mettez|envoyez|gardez)(?: moi| m)?(?: en)(?: (?:un|deux|une))(?: \w+){0,5}$|mais maintenant si$|justement je voulais changer|on fait comment pour la suite|je viendrai a la demonstration",
    # Accepted, ordered, asked how to: "j'accepte", "mettez-m'en deux", "on signe où".
    r"(?<!si )(?<!que )(?:je|j'|on|nous) ?(?:les? |la |l'|vous (?:le |la |les )?|m'|me |nous |en |y ){0,2}(?:prends|prend|prenons|accepte|acceptons|souscris|achète|achetons|signe|signons|m'inscris|commande|adhère|valide|me lance)(?! (?:pas|plus|rien|jamais|aucun|mal|des notes|un stylo|la route|le (?:bus|train|temps|relais|volant|métro)|note|que|soin|mon (?:temps|café|bain|petit)|rendez vous chez|de (?:payer|recevoir|parler)|des (?:vacances|médicaments)|qu|si|quand)(?!\S))(?!(?: \S+){0,3} (?:pas|plus|jamais|si|mais)(?!\S))",
    r"(?:marché|affaire|c'est|contrat) conclue?|on fait affaire|(?:topez|tope|tapez) là|emballé c'est pesé|vendu$|(?:^|ben |oui |allez )chiche$|(?:va |bon )bon pour accord|bon pour accord|(?:me|nous) va bon pour|(?:alors |donc |bon |très tentant )(?:je dis|on dit|disons) oui$|cette fois je dis oui|je suis (?:des vôtres|dedans|décidée?|partante?|preneur|preneuse|convaincue?|emballée?|conquise?)(?! (?:mais|que|si|à pas|à ne))|(?:comptez|inscrivez|inscriver|embarquez|mettez) ?(?:moi|nous|mois|la famille|ma \S+|mon \S+)(?: \S+)? (?:parmi|dedans|là dedans|entière|aussi|dans|pour (?:l'|la |le |un|une))",
    r"(?:m'avez|m'as|m'a|nous avez) (?:rendue? curieu\S+|donné envie|convaincue?s?|persuadée?|mis l'eau à la bouche|tapé dans l'œil|gagnée?|séduite?)|ma curiosité est piquée|(?:ça|cela|l'offre|l'idée|votre offre) (?:me|nous|m'|nous) ?(?:parle|tente bien|tente|plaît bien|plaît|plait|allume|enchante|botte)(?! (?:pas|plus|guère|mal de|peu|moins|trop pas|rien|moyennement)(?!\S))(?! (?:\S+ ){0,2}(?:pas|mais|sauf|si)(?!\S))|(?:ça |cela )?(?:ferait|fait) (?:bien )?(?:mon|notre|l') ?affaire|(?:très |c'est )tentant(?: \S+){0,3}$|une offre comme ça ça ne se refuse pas|ça ne se refuse pas|ne peux pas refuser$|mais carrément|c'est pas pire pantoute",
    r"(?:on|je|nous) (?:commence|signe|démarre|paie|paye|procède|fait comment|fais comment|fait|fais quoi|règle|installe) ?(?:comment |quoi |ça )?(?:(?:quand|où|comment)$|pour (?:payer|souscrire|signer|s'inscrire|m'inscrire|commencer))|(?:et )?(?:maintenant )?je fais quoi pour (?:souscrire|signer|commencer|m'inscrire|l'avoir)|à (?:qui|quel ordre) je fais le chèque|quand (?:est ce qu(?:e|') ?)?(?:vous pouvez|pouvez vous|pourriez vous|on peut) (?:venir (?:le |l')?(?:faire|installer|poser|livrer)|commencer|l'installer|livrer|installer|démarrer)|(?:prenez|voilà|voici|je vous donne) (?:mon|ma) (?:rib|carte|iban|numéro de carte|carte d'identité)(?: \S+){0,9}|on peut (?:ouvrir le|faire le) (?:compte|contrat|dossier)|faites (?:moi )?le contrat|vous pouvez (?:venir )?(?:installer|livrer|l'installer|le poser|lancer|démarrer|préparer le contrat|faire le contrat)(?! (?:quand|si))(?: \S+){0,4}",
    r"(?:mettez|envoyez|gardez|donnez|réservez|livrez|préparez) (?:m'en|moi|nous en|nous) ?(?:en )?(?:une?|deux|trois|dix|douzaine|une douzaine|de côté|plusieurs)(?! (?:mail|devis|brochure|documentation|sms|lien|courrier|lettre|exemplaire|doc|technicien|message|texto|jours?|heures?|minutes?|papier)(?!\S))(?: \S+){0,4}|(?:gardez|mettez) (?:m'en|moi)(?: \S+){0,2} de côté|j'?en (?:veux|voudrais|prends|prendrais|commande)(?! (?:pas|plus|à|aucun))(?: \S+){0,4}|un \S+(?: comme ça)? j'en (?:veux|voudrais) bien|je (?:viendrais|viendrai|viens) volontiers(?: \S+){0,4}|faisons (?:ça|comme ça|le|affaire)$|(?:j'?ai|on a|nous avons) envie (?:de me lancer|d'essayer|de tester|d'en avoir|de souscrire)|on peut tenter le coup|(?:je|nous) (?:suis|serions|sommes|serais) (?:enclins?|favorables?|prête?s?) à (?:collaborer|signer|acheter|essayer|souscrire|commencer|tester|avancer)",
    r"(?:j'?aimerais|je voudrais|je veux|j'?veux|on veut|nous voulons|nous souhaitons|je souhaite|on voudrait)(?: (?:bien|vraiment|aussi))? (?:démarrer|commencer|l'acheter|la prendre|le prendre|m'inscrire|m'y mettre|souscrire|adhérer|en profiter|plus d'infos? pour souscrire|essayer|commander|faire le contrat|signer)(?! (?:mais|pas|la pétition|une autre)(?!\S))|^(?:oui |ah ){0,4}j'?aimerais bien$|^(?:ah |oh )?(?:oui )?(?:ce serait|ça serait) (?:super|génial|parfait|formidable|bien volontiers)$|pas besoin de réfléchir c'est d'accord|tout de suite je souscris|notre direction est favorable",
)
_YES: Final = _heard(
    r"oui|ouais|ouaip|mouais oui|si|bien sûr|évidemment|naturellement|certainement|absolument|tout à fait|exactement|volontiers|bien volontiers|avec (?:grand )?plaisir|avec joie|d'accord|ok|okay|entendu|ça marche|ça roule|parfait|très bien|super|génial|pourquoi pas|pas de (?:problème|souci)|aucun (?:problème|souci)|sans problème|allez y|allons y|carrément|je veux bien|oui merci|s'il vous plaît|oui s'il vous plaît|ça me va|ça m'intéresse|je suis (?:partante?|intéressée?|d'accord)|c'est (?:bon|parfait|d'accord|possible)|(?:ce|ça) serait (?:bien|parfait|super|gentil|génial|avec plaisir)|envoyez(?: le| la| les)?(?: moi)?|faites (?:donc|ça|comme ça)|vous pouvez|je dis pas non",
)
_NO: Final = _heard(
    r"non|nan|nop|bof|pas vraiment|pas du tout|pas trop|plutôt pas|surtout pas|non merci|merci non|sans façon|bien sûr que non|évidemment pas|certainement pas|sûrement pas|absolument pas|vraiment pas|jamais|jamais de la vie|en aucun cas|hors de question|pas question|pas la peine|ce n'est pas la peine|c'est pas la peine|inutile|pas besoin|je (?:ne )?(?:crois|pense) pas|je préfère pas|je préfère ne pas|je préférerais pas|ça (?:ne )?m'intéresse pas|pas intéressée?|pas pour (?:moi|nous)|ça ira(?: merci)?|laissez tomber|rien",
)
_HEDGES: Final = _heard(
    r"pas|plus|jamais|rien|aucun\S*|mais|si|sauf|peut être|éventuellement|seulement|à condition|ça dépend|on verra|plus tard|demain|déjà|d'abord|pas maintenant|pas aujourd'hui|cependant|pourtant|quoique|attendez|un instant|stop|dites moi|malheureusement|dommage|bof",
    r"qui|quoi|que|quel\S*|où|quand|comment|pourquoi|combien|d'où|c'est quoi|c'est qui",
)

# The end of the conversation, and who is on the line.
_BYE: Final = r"(?:au ?re ?voir|orevoir|aurevoir|adieu|ciao|tchao|tchau|tchuss|bye|à (?:bientôt|plus(?: tard)?|la prochaine|demain|très vite|un de ces jours)|bonne (?:journée|soirée|fin de (?:journée|soirée|semaine)|continuation|nuit|après midi|semaine)|bon (?:week ?end|après midi|courage)|portez vous bien|prenez soin de vous|prends soin de toi)"
_PARTING: Final = rf"(?:(?: {_BYE}| madame| monsieur| mademoiselle| merci| beaucoup| à vous(?: aussi)?| alors| donc| et| hein| bisous| également| messieurs| pareillement| là| maintenant| désolée?| à toi| s'il vous plaît| ok| de votre appel| pour tout| bonne){{0,6}})$"
_GO: Final = r"(?:y aller|raccrocher|partir|filer|te laisser|vous laisser|couper|retourner (?:au travail|bosser)|m'en aller|vous quitter|aller (?:au travail|travailler|chercher les enfants))"
_ROBOT: Final = r"(?:robots?|robeau|robo|robote|bot|chatbot|machines?|ordinateurs?|ordi|i ?a|ia|intelligence artificielle|automate(?: d'appel)?|enregistrement|message enregistré|bande enregistrée|bande|répondeur|assistant vocal|voix (?:de synthèse|synthétique|enregistrée|artificielle|automatique)|programme|logiciel|appel automatique|système automatique|alexa|siri|chat ?gpt)"
_A: Final = r"(?:(?:un|une|l'|d'une|de l'|des|le|la) ?)?"
_HUMAN: Final = r"(?:(?:vraie?|véritable|réel(?:le)?) )?(?:humaine?s?|être humain|personne (?:réelle|vraie|humaine)|vraie personne|vrai humain|quelqu'un de (?:vrai|réel|vivant))"
_REALLY: Final = r"(?:(?:bien|vraiment|là|juste|en fait|pas|donc|encore|réellement|quand même|peut être|sûrement|carrément|sûr) ){0,3}"
_NO_RENT: Final = r"(?! (?:pour|à deux|à café|à laver|aspirateur|de la|du|des|qui (?:fait|marche|coûte)|à cent|est|en panne|cassé\S*|dans))"

_ROBOT_QUESTION: Final = _heard(
    r"(?:ne )?(?:parle|discute|cause|parlerai) (?:pas|plus|jamais) (?:à |aux |avec )(?:un |une |des |les )?(?:robots?|machines?|ordinateurs?)",
    rf"(?:êtes vous|vous êtes|tu es|t'es|es tu|c'est|est ce|est ce que c'est|est ce que vous êtes|ce serait|c'est pas) {_REALLY}{_A}{_ROBOT}{_NO_RENT}",
    rf"(?:êtes vous|vous êtes|tu es|t'es|es tu|c'est|est ce que vous êtes|est ce que c'est) {_REALLY}{_A}{_HUMAN}(?! (?:qui|de votre part|à vous))",
    r"(?:êtes vous|vous êtes|tu es|t'es|es tu) (?:bien |vraiment |pas |réellement ){0,2}(?:réel(?:le)?|vraie?|artificiel(?:le)?|humaine?|vivante?|en vie|faite? de chair(?: \S+){0,2})(?: (?:au moins|toi|vous|non|ou \S+(?: \S+)?|ou quoi|là|hein))?$",
    rf"(?<!veux )(?<!voudrais )(?<!préfère )(?:parle|parler|discute|parlons|cause) (?:là |bien |vraiment |en ce moment |actuellement )?(?:à|avec) {_A}(?:{_ROBOT}|{_HUMAN}|quelqu'un de réel)(?: \S+){{0,3}}",
    rf"(?<!pas )je parle (?:à|avec|au) (?:qui )?{_A}{_ROBOT}",
    rf"(?:en ligne|en communication|au téléphone) avec {_A}{_ROBOT}",
    rf"(?:on dirait|on croirait|l'impression|vous parlez comme|une voix de|ressemble à|j'entends) (?:\S+ ){{0,4}}{_A}{_ROBOT}(?: \S+){{0,2}}",
    rf"(?:y a|il y a|y a t il|est ce qu'il y a) (?:\S+ )?(?:{_A}{_HUMAN}|un humain|une vraie personne|une personne|quelqu'un)(?: (?:de vivant|de réel|derrière|au bout du fil|en vrai|là derrière|qui parle|ou pas|là)){{1,3}}",
    r"(?:un |une )?(?:humaine?|vraie personne|être humain|personne) ou (?:bien )?(?:une? |à une? )?(?:machine|robot|ordinateur|ia|i a|bot|automate)|(?:machine|robot|ordinateur|ia|bot) ou (?:une? )?(?:humain|vraie personne|vrai humain|être humain)",
    rf"(?:c'est|ce sont|est ce) {_A}{_ROBOT} qui (?:m'appelle|parle|me parle|répond|appelle)",
    r"(?:vous n'êtes|vous êtes|t'es|tu n'es|tu es|soyez|que vous soyez) pas (?:une? )?(?:humaine?|vraie?|réel(?:le)?|vraie personne|vraie toi|être humain)",
    r"(?:tout ça c'est|c'est tout|tout est|c'est) (?:informatisé|automatisé|automatique|tout automatique|enregistré d'avance|préenregistré|pré enregistré)(?: ou c'est vous(?: \S+){0,2})?$",
    r"(?:avez|as) (?:vous |tu )?des sentiments|comment (?:je sais|je peux savoir|savoir|être sûr\S*) que vous êtes (?:une? )?(?:humaine?|vraie?|réel(?:le)?)(?: \S+)?|(?:vous existez|existez vous) (?:vraiment|pour de vrai)",
    r"(?:vous etes|t ?es|tu es|vous avez|c ?est|est ce|est ce que vous etes|ca fait|ca sonne|on dirait)(?: (?:un|une|de|l|en|la|le|bien|vraiment|ete|la voix)){0,9} ?(?:ia|intelligence artificielle|chair et en os|chair et os|programmee?|automatique|automate|robot|humain(?: qui me parle)?|machine|voix de synthese|automatique cet appel|repondeur|assistant virtuel|assistant vocal)(?: (?:ou pas|ou quoi|non|n ?est ce pas|cet appel|qui me parle|qui parle|votre voix))?$|^(?:homme|humain|personne|vrai|robot) ou (?:machine|robot|pas|quoi|humain|ia)$|^une ia$|etre humain ou une machine",
    r"(?:vous|tu|c'est|c'et|ce|on dirait|je parle à|je cause à|je parle avec|est ce|est ce que c'est|vous êtes|vous ête|vous et|êtes vous|en êtes vous|encore) ?(?:êtes |ête |es |et |encore |juste |vraiment |bien |donc |un |une |de |des |d'|l'un de |ces |cette |avec |à |là |pas ){0,5}(?:robo|automates?|appel de robot|voix de synthèse|boîte de conserve|agent conversationnel|virtuelle?|générée? par ordinateur|programmée?(?: par qui)?|fils électriques|boîte vocale|machines?|enregistrée? d'avance|assistant virtuel|logiciel|ordinateur|intelligence artificielle)(?! (?:pour|à|qui (?:lave|sert)|de (?:cuisine|bureau)|professionnelle?)(?!\S))(?: (?:ça|là|non|hein|n'est ce pas|qui appellent tout seuls|ou (?:vous|une|un|quoi)(?: \S+){0,5}|madame|monsieur|ce que vous dites(?: \S+){0,6})){0,2}$",
    r"(?:y a t il|il y a|est ce qu'il y a|y a) (?:vraiment |bien )?(?:un humain|un être humain|une âme|une vraie personne|quelqu'un de (?:vrai|réel|vivant)|quelqu'un au bout|une personne|un cœur)(?: (?:dans la salle|au bout(?: \S+){0,3}|là|derrière|ici|à l'appareil))?$|il y a vraiment quelqu'un$|^(?:vous |tu |madame |monsieur ){0,4}(?:respirez|respires|existez|toussez|êtes vivante?|avez un (?:corps|cœur)(?: qui bat)?|vous avez un cœur)(?: (?:vous|madame|monsieur|au moins|toi)){0,4}$|est ce que vous (?:existez|respirez|êtes (?:vrai|réel|réelle|vivante?|humaine?))|(?:une?|la) (?:vraie?s?|véritable) personne(?:s)?$(?<!avec une vraie personne)|(?:je doute que vous soyez|êtes vous sûre? d'être) (?:humaine?|réelle?)|voix (?:humaine|naturelle) ou (?:générée?|synthétique|artificielle|de synthèse)|voix de synthèse|(?:une maman|un cœur|des parents) ou un (?:programmeur|processeur|ordinateur)|(?:je ne )?discute pas avec les machines(?: \S+){0,4}|^(?:un )?robot(?: ou (?:humain|quoi))?$|(?:vous faites|faites) humain mais(?: \S+){1,6}|c'est du toc(?: non)?$",
)
_LONE_ROBOT: Final = _heard(r"(?:un |une |l')?(?:robot|bot|ia|ordinateur|machine|automate|répondeur|humain)")
_NO_ROBOT_QUESTION: Final = _heard(
    rf"(?:peu (?:m')?importe|(?:ça )?m'est égal|ça (?:me )?change rien|je m'en (?:fiche|moque|fous)|je (?:ne )?(?:demande|sais) pas)(?: \S+)? (?:si|que) (?:vous êtes|vous soyez|tu es|tu sois|c'est|ce soit) {_A}(?:{_ROBOT}|{_HUMAN})(?: ou (?:non|pas|{_A}(?:{_ROBOT}|{_HUMAN})))?",
    rf"^(?:et |mais |bon |alors )?(?:(?:même )?si (?:vous êtes|tu es|c'est)|que (?:vous soyez|tu sois|ce soit)) {_A}(?:{_ROBOT}|{_HUMAN})(?= (?!ou |dites|alors dites|répondez)\S)",
    rf"(?:{_ROBOT}|{_HUMAN}|vraie personne) ou {_A}(?:{_ROBOT}|{_HUMAN})(?= (?:la réponse|peu|ça m'est|c'est pareil|je n|effacez|c'est égal|même))",
    rf"c'est {_A}{_ROBOT} (?:qui (?:a|avale|mange|fait|distribue|vendange|lave|coupe|calcule|marche)(?!\S)|qu'il (?:me|nous) faut|de (?:mon|ma|mes|notre|cuisine|bureau|mesure)(?!\S)|mixeur|portable|chinois\S*|d'appoint|maintenant|mais elle|mais il|ou vous qui|à \S+|tout terrain)",
    rf"(?:site|banque|accueil|gare|hôpital|mairie|caisse|parking|gardien|standard|serveur|préfecture|médecin|usine|ferme)(?: \S+){{0,4}} (?:c'est|parler à|un) {_A}{_ROBOT}(?: qui répond)?(?!.* vous (?:en|êtes|confirmez))",
    r"c'est (?:pas |in)?humain (?:de|cette|ce|d'|qu)|(?:vous êtes|soyez) humaine? (?:au moins avec|vous (?:savez|comprenez)|quand même avec|avec)",
    r"(?:répondeur (?:de|du|d'|qui)|en communication avec le répondeur)",
    r"(?:avez vous|vous avez|est ce que vous avez|tu as|vendez vous|vous vendez) (?:une |un |des |la |cette )(?:\S+ )?(?:machines?|robots?|programmes?|enregistrement)(?! (?:qui|ou|pour (?:appeler|parler))(?!\S))",
    r"(?:un|l')être humain (?:a besoin|n|ne|doit|vit)(?!\S)",
    r"(?:j'ai|on a|il a|nous avons) (?:\S+ )?parlé à (?:une vraie personne|un humain|un robot)(?: \S+)?|fait parler à un robot",
    r"y a t il quelqu'un qui|(?:avec|sur|dans) chatgpt$|on dirait que votre (?:logiciel|ordinateur|machine)|(?:moniteur|écran|casque)(?: \S+){0,2} on dirait un robot",
)
_WANTS_END: Final = _heard(
    rf"(?<!dit )(?<!dire )(?<!dis )(?<!dites )(?<!pas )(?<!non )(?<!un )(?:{_BYE}){_PARTING}",
    rf"^(?:(?:non|merci|ok|bon|oui|allez|très bien|d'accord|parfait|voilà|alors|ben|bah) ){{0,4}}(?:{_BYE}){_PARTING}",
    r"(?<!^)(?:allez|bon|bon ben|bon bah|ok|merci|ben) salut(?: (?:merci|à vous|bonne \S+))?$|salut (?:bonne (?:journée|soirée)|à plus|à bientôt|au revoir|merci)$",
    rf"(?:je|on) (?:dois|doit|vais devoir|vais) (?:vraiment |maintenant |malheureusement |vous |absolument |te |là |aussi |donc ){{0,3}}{_GO}(?!(?: \S+){{0,3}} (?:mais|demain|dans|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|la semaine|à|quand|si|bientôt|chez|rappelez|on peut|recontactez)(?!\S))(?: (?:maintenant|là|au revoir|merci|désolée?|tout de suite|aux enfants|{_BYE})){{0,4}}",
    r"(?:faut|il faut|faudrait) (?:vraiment |absolument |que je vous laisse|que j'y aille|que je (?:file|raccroche|parte|m'en aille|vous quitte|te laisse))(?!(?: \S+){0,2} (?:moi même|à|demain|dans|quand|mais|rappelez|recontactez)(?!\S))",
    r"(?<!si )(?<!quand )(?<!que )(?:je|on) (?:raccroche|coupe|vous laisse|te laisse|arrête là|file|m'arrête là|mets fin(?: \S+){0,3}|s'arrête là|arrête)(?! (?:un|le|la|mon|parler|de|message|choisir|finir|réfléchir|à|sur|continuer|décider|expliquer))(?: (?:là|maintenant|au revoir|merci|ok|les \S+ \S+|pour aujourd'hui|tout de suite)(?: \S+){0,3})?$",
    r"(?:j'arrête|on arrête|arrêtons) (?:là|ici|cette conversation)(?: \S+){0,4}|(?:mettons|mettre|je mets) fin à (?:\S+ )?(?:conversation|appel|discussion)|terminer (?:cet|cette|l') ?(?:appel|conversation)|(?:restons|rester|reste) en là|en rester là",
    r"^(?:s'il vous plaît |bon |ok )?(?:raccrochez|vous pouvez raccrocher)(?: s'il vous plaît| maintenant)?$",
    r"(?:ne )?veux plus (?:vous )?parler(?: (?:maintenant|avec vous|à vous))?(?: au revoir)?$|vous retenir plus longtemps|(?:je|on) (?:me )?(?:sauve|tire)$|c'est tout (?:au revoir|merci au revoir)",
    r"(?:a la revoyure|adishatz|ok salut|allez salut|mes salutations|salutations|bon week end|bon courage|belle (?:journee|soiree)|portez vous bien|prenez soin de vous|a la prochaine)(?: (?:a vous|au revoir|monsieur|madame|aussi|et merci)){0,3}$|(?:je vous laisse|je dois vous laisser|je vais vous laisser)(?: (?:la|alors|maintenant|au revoir))?$",
    r"(?:mettez fin a|terminez|arretons|mettons fin a|cessons|coupez) (?:l ?appel|cette conversation|la conversation|cet appel|la)|(?:on (?:va )?(?:s ?arrete(?:r)?|en reste|en restera|termine|finit)|restons en|terminons|finissons|arretons nous) la(?: \w+)?$|(?:la|cette|notre) conversation est (?:finie|terminee|close)|^merci (?:d ?avoir appele|de votre appel|de m ?avoir appele)$|c ?est tout pour moi(?: \w+)?|plus rien a dire(?: \w+){0,2}|(?:je dois|il faut que je|faut que je)(?: \w+)? ?(?:raccrocher|couper|raccroche|parte|partir|file|aille|m ?en aille|m ?en aller|me deconnecter)$",
    r"(?:je|bon je|allez je) (?:vous )?(?:coupe|quitte|repose|pose|dépose|raccroche|laisse|m'en vais|m'an vais|vais)(?: (?:vous|te|la communication|le téléphone|le combiné|couper|raccrocher|laisser|sur ces belles paroles|bon|maintenant|allez|là)){0,4}(?: (?:le lait|ma fille|mon fils|mes respects|y a plus|il y a|bien à vous|merci|bonne|le bébé|on sonne|on m'appelle)(?: \S+){0,5})?$(?<!vais)|je (?:me sauve|m'éclipse|file|me retire|vous dis (?:au revoir|à (?:lundi|mardi|demain|bientôt)(?: alors)?))(?: \S+)?$|^(?:bon |allez |ok ){0,4}j'y vais$|(?:je )?(?:dois|faut que je|il faut que je) (?:décamper|filer|me sauve|retourne|parte|y aille|raccroche|vous laisse)(?! d'abord)(?:(?! (?:alors|donc|mais) (?:faites|soyez|dites|allez|parlez)) \S+){0,8}$",
    r"(?:au ?re ?voire?|eau revoir|salut|bonsoir|bonne route|bonne continuation|mes hommages|mes respects|bien à vous|portez vous bien|à (?:la prochaine|un de ces quatre|la revoyure)|le bonsoir|beslama|bien le bonsoir|tchao bonsoir)(?: (?:et merci|merci|une fois|alors|bonsoir|pour votre \S+|à (?:votre|vous)|famille|et|bonjour chez vous|allez|madame|monsieur|chez vous|bonne journée|la famille|je repose|tout le monde)){0,3}$(?<!^salut)(?<!^bonsoir)(?<!dire bonsoir)(?<!dit bonsoir)|(?:on en reste|restons en|on s'arrête|arrêtons nous|je m'arrête) là(?: (?:pour aujourd'hui|merci|bonne journée|désolée?|pour ce soir)){0,4}$|(?:discussion|conversation|l'échange) (?:s'arrête|est terminée?|est finie)(?: ici| là)?$|(?:merci|bon)(?: \S+){0,6} (?:salut|bonsoir)$",
)
_NO_END: Final = _heard(
    r"(?:y en|y|n'y en|il y en|il en) a plus|(?:c'était|c'est|passé|passée|avez eu|j'ai eu) (?:une |un )?(?:très |bien )?(?:bonne|belle) (?:journée|soirée|nuit)|(?:remet|remettre|reporte|reporter|décale|décaler|repousse|repousser)(?: \S+){0,3} à (?:demain|plus tard)",
    r"coup(?:ez|er) (?:(?:la|le|les) (?:musique|poire|feu|pain|chauffage|courant|gaz|son|télé|radio|moteur|viande|cheveux)|l'(?:eau|électricité|herbe|arrivée))|raccroche(?:r)? d'abord|raccroche(?:r)? (?:mon|le|la|les|un|une) (?:manteau|veste|tableau|rideaux?|cadre|linge|tablier|gants|clés|lustre)|sans (?:me |nous |vous )?dire au revoir|question que je vous pose",
    r"(?<!vous )(?<!te )(?<!moi )je laisse$|j'arrête (?:là avec )?(?:(?:la|le|les|mon|ma|cette) (?:salle|sport|tabac|sucre|cigarette|cours|formule|contrat|abonnement|assurance)|l'(?:abonnement|assurance|essai|alcool))|bon sang de bonsoir|allô (?:oui )?bon(?:soir|jour)|en là pour (?:la|le|cette|ce) (?:première|premier|question|point|partie)",
    r"comment (?:on |vous |ça se )(?:dit|dites) (?:\S+ )?(?:au revoir|salut|bonne journée)(?: \S+){0,3}|(?:(?<!à )dire|dit|dit on) au revoir(?: \S+){0,4}",
    r"(?:ne )?(?:raccrochez|quittez|coupez|partez) pas(?: encore)?|(?:si|quand|pourquoi|vous) (?:je |vous |avez )(?:raccroche|raccrochez|raccroché|coupe|coupé)(?: \S+){0,3}",
    r"(?:a|avez|ai|ont|est) (?:\S+ )?(?:raccroché|coupée?|partie?)(?: \S+){0,2}",
    r"(?:est ce que je dois|dois je|quand|à quelle heure) (?:\S+ ){0,3}(?:partir|y aller|raccrocher)|je dois (?:partir|y aller) (?:quand|à quelle heure|moi même|demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|dans \S+ \S+|bientôt|la semaine)|il faut que j'y aille moi même$",
    r"(?:dois|doit|devez) (?:\S+ ){0,3}(?:aller|partir) (?:chez|à|au(?! revoir)|en|voir)(?: \S+){0,4}",
    r"^(?:ah |oui |bon |allô )?(?:salut|bonjour|bonsoir)(?: (?:c'est qui|qui est|ça va|à vous|bonjour|vous allez|tout le monde|comment)(?: \S+){0,4})?$",
    r"à plus (?:de|d'|forte)|à demain matin j'ai|bonne (?:journée|soirée) (?:pour|de|hier)",
)
_THEN_WISHES: Final = _heard(
    r"(?:(?:et|mais|alors|maintenant|s'il vous plaît) ){0,3}(?:(?:vous |tu )?(?:me )?(?:rappel|recontact|retéléphon|réessay)(?:e|es|ez|ez moi|e moi)(?: moi)?|rejoignez moi|reprenons|on (?:peut (?:se )?parler|se reparle|se rappelle)|(?:envoy|text|gliss)ez(?: moi)?|n'oubliez pas|pensez à)",
    r"(?:(?:et|mais|alors|maintenant|s'il vous plaît) ){0,3}(?:ne (?:me |m'|nous |re)?(?:appel|téléphon|rappel|recontact|contact|ven)\S+|n'appel\S+|(?:supprim|effac|retir|ray|enlev)ez(?: moi)?|pour (?:toujours|de bon))",
)
_GOES_ON: Final = _heard(
    r"mais (?:dites|racontez|allez|d'abord|vite|avant|quoi|comment|combien|j'ai|je|vous|continuez|expliquez|faites|attendez|juste|une|un)",
    r"(?:dites|racontez|expliquez|continuez|allez y|parlez|poursuivez|faites vite|faites court|soyez bref)",
    r"encore (?:une|un) (?:question|chose|truc)|une (?:dernière |petite )?question",
    r"^(?:et |mais |ah |bon |alors ){0,3}(?:attendez|c'est qui|c'est quoi|qui|quoi|comment|combien|où|quand|pourquoi|vous pouvez|est ce)(?!\S)",
)
_ON_HOLD: Final = _heard(
    r"(?:votre )?correspondant est (?:déjà |actuellement )?en (?:ligne|communication)",
    r"(?:est|sont) (?:déjà |actuellement )?en communication(?: \S+){0,4} (?:patienter|patientez|ligne)",
    r"(?:votre )?appel (?:a été |est )?mis en attente|vous êtes (?:\S+ )?mis en attente",
    r"(?:veuillez|merci de) (?:patienter|rester en ligne)(?: \S+){0,6} (?:correspondant|communication|attente)",
)
_RECORDS_NOTHING: Final = _heard(
    r"(?<!ma )(?:messagerie|boîte vocale|boîte|répondeur)(?: \S+){0,4}? (?:est|sont) (?:\S+ )?(?:pleine?|saturée?|désactivée?|pas activée?|pas configurée?)",
    r"(?:messagerie|boîte vocale)(?: \S+){0,5}? (?:n'a|a) pas (?:encore )?été (?:configurée|activée|initialisée|paramétrée)",
    r"(?:ne peut|peut|ne pouvez|impossible|pouvez) (?:pas|plus|de)? ?(?:\S+ )?(?:recevoir|laisser|enregistrer|prendre|déposer) (?:de |d'autres |aucun )?(?:nouveaux )?messages?(?! pour)",
)
_OFFER: Final = _heard(
    r"(?:voulez vous|souhaitez vous|souhaiteriez vous|voudriez vous|aimeriez vous|désirez vous|ça vous intéresse|cela vous intéresse|est ce que (?:ça|cela) vous intéress\S*|êtes vous intéressée?|seriez vous intéressée?|vous intéresserait|ça vous dirait|vous plairait|puis je vous|pouvons nous vous|est ce que je peux vous|je peux vous|voulez que|souhaitez que|peut on vous|vous voulez|vous souhaitez|vous aimeriez|veux tu|tu veux)(?! (?:\S+ ){0,2}(?:répondre|continuer|commencer|participer à l'enquête|poursuivre|patienter)(?!\S))",
)
_OFFER_TO_SEND: Final = _heard(
    r"envo(?:ie|yer|yions|yons)|adresse(?:r|rais)? (?:une|la|de)|brochure|documentation|plaquette|par mail"
)
_OFFER_TO_CALL: Final = _heard(
    r"rappel(?:er|le|ions|iez|lerai|lions)|(?:vous|te) (?:re)?(?:appeler|contacter|recontacter|retéléphoner)(?! (?:une|un|la))|une autre fois|un autre moment|plus tard"
)
_ASKS_WHEN: Final = _heard(
    r"quand|à quelle heure|quel (?:jour|moment|horaire|créneau)|quelle (?:heure|date|journée)|à quel moment|(?:meilleur|bon) moment|vous (?:conviendrait|convient|arrange|arrangerait|irait)"
)

_WISHES: Final = Wishes(
    opt_out=_OPT_OUT,
    opt_out_alone=_OPT_OUT_ALONE,
    opt_out_likely=_OPT_OUT_LIKELY,
    no_opt_out=_NO_OPT_OUT,
    keeps=_KEEPS,
    no_keeps=_NO_KEEPS,
    no_outcome=_NO_OUTCOME,
    questions=_QUESTIONS,
    requests=_REQUESTS,
    wrong_number=_WRONG_NUMBER,
    callback=_CALLBACK,
    puts_off=_PUTS_OFF,
    callback_if_timed=_CALLBACK_IF_TIMED,
    follow_up=_FOLLOW_UP,
    not_interested=_NOT_INTERESTED,
    interested=_INTERESTED,
    yes=_YES,
    no=_NO,
    hedges=_HEDGES,
    robot_question=_ROBOT_QUESTION,
    lone_robot=_LONE_ROBOT,
    no_robot_question=_NO_ROBOT_QUESTION,
    wants_end=_WANTS_END,
    no_end=_NO_END,
    goes_on=_GOES_ON,
    then_wishes=_THEN_WISHES,
    refuses_recording=(
        r"ne (?:m|me |nous )?enregistrez pas",
        r"(?:arretez|cessez) (?:de (?:m|me |nous )?enregistrer|lenregistrement)",
        r"(?:je )?(?:ne )?(?:veux|souhaite|voudrais) pas etre enregistree?",
        r"(?:effacez|supprimez) (?:lenregistrement|cet enregistrement)",
    ),
)

_BUSY_FOR_A_MOMENT: Final = _heard(
    r"(?:on sonne|ça sonne|on frappe|y a quelqu'un|il y a quelqu'un)(?: à la porte)?",
    r"je (?:baisse|coupe|ferme|éteins|monte) (?:juste )?(?:la|le|les|ma) (?:radio|télé|télévision|musique|porte|fenêtre|son|gaz|feu)",
    r"je (?:change de pièce|vais dans (?:une autre pièce|le bureau|la cuisine|l'autre pièce)|sors (?:deux secondes|une minute|dehors)|m'assois|me gare|pose (?:juste )?\w+ \w+)",
    r"(?:un|une) (?:petit|petite) (?:moment|minute|seconde|instant)|(?:patientez|attendez|attends) (?:un instant|une seconde|une minute|deux secondes|deux minutes|un peu|un moment|voir)|deux (?:petites )?(?:secondes|minutes)",
    r"je (?:vais )?(?:cherche|chercher|prends|prendre) (?:\w+ ){1,2}(?:stylo|papier|agenda|lunettes|carte|dossier|contrat|facture)",
)
_SAY_IT_AGAIN: Final = _heard(
    r"(?:vous pouvez |pouvez vous |pourriez vous )?(?:parlez|parler) (?:un peu )?(?:plus )(?:fort|lentement|clairement)",
    r"je (?:vous )?(?:entends|comprends) (?:très |vraiment |assez )?(?:mal|pas|pas bien|à peine|pas très bien|plus)|je ne (?:vous )?(?:entends|comprends) (?:pas|pas bien|plus)",
    r"(?:vous disiez|vous avez dit quoi|vous dites quoi|qu'est ce que vous (?:dites|avez dit|disiez)|c'était quoi la question|redites|répétez)(?: s'il vous plaît| moi)?",
    r"(?:je )?(?:n'ai|j'ai|ai) pas (?:bien |tout |très bien )?(?:compris|entendu|saisi)(?: ce que vous (?:avez dit|disiez)| la question)?",
)
_LISTENING: Final = _heard(
    r"ah bon|exactement|c'est ça|c'est bien ça|bien sûr|très bien|parfait|h+u+m+|effectivement|absolument|évidemment|d'accord|ah d'accord|entendu|compris|je sais|c'est vrai|vrai|intéressant|super|génial|ah oui|eh bien|oui bien sûr|tout à fait|en effet|bon|ça marche|pas de souci|continuez|je vous écoute|okay|mm+|m ?hm+|ouais ouais|ben oui|mais oui|certes|voilà voilà"
)

_ASIDES: Final = Asides(
    pickup=(r"(?:(?:allo|oui|bonjour|bonsoir|qui est ce|qui est la) ?){1,4}",),
    backchannel=(
        *_LISTENING,
        r"(?:oui|ouais|d ?accord|ok|bien|ah|mhm|hm+|je vois|je comprends|tout a fait|exact|voila)",),
    say_again=(
        *_SAY_IT_AGAIN,
        r"(?:comment|quoi|hein)",
        r"(?:vous )?(?:pouvez|pourriez)(?: vous)? (?:repeter|redire)(?: (?:ca|cela|la question|encore une fois)){0,6}",
        r"(?:repetez|redites)(?: (?:ca|cela|la question|encore une fois|moi)){0,6}",
        r"(?:je )?(?:nai|nai) pas (?:bien )?(?:compris|entendu)",
        r"quest ce que vous (?:avez dit|dites)",
        r"vous dites",
        r"encore une fois",
    ),
    one_moment=(
        *_BUSY_FOR_A_MOMENT,
        r"(?:(?:attendez|attends|donnez moi|juste) ){0,3}(?:un|une|deux) (?:instant|moment|seconde|secondes|minute|minutes|petit instant|petite seconde|petite minute)",
        r"(?:attendez|attends|patientez|ne quittez pas|restez en ligne|ne raccrochez pas)",
        r"je (?:regarde|verifie)(?: (?:ca|mon agenda|mon calendrier|mes notes|dans mon agenda))?",
        r"laissez moi (?:voir|regarder|verifier)(?: (?:un instant|une seconde|mon agenda))?",
        r"je reviens(?: (?:tout de suite|dans un instant|dans une (?:minute|seconde)))?",
        r"je (?:cherche|prends|vais chercher|vais prendre) (?:un|une|mon|ma|mes|de quoi) (?:stylo|crayon|papier|feuille|agenda|calendrier|lunettes|carte|ecrire|noter)(?: et (?:un |du )?papier)?",
    ),
    courtesies=(
        "ah", "euh", "oui", "ok", "d ?accord", "allo", "bonjour", "pardon", "desole", "desolee", "excusez moi",
        "excuse moi", "s ?il vous plait", "s ?il te plait", "merci", "bien sur", "alors", "et",
    ),
    assents=("oui",),
    passes_on=(
        rf"je (?:vous |te )?(?:le|la) passe{_THEN}$",
        rf"je (?:vous|te) passe {_PERSON}{_THEN}$",
        rf"je (?:vous|te) (?:mets en relation|transfere)(?: (?:avec|a|vers) (?:\w+ ){{0,2}}\w+)?{_THEN}$",
        rf"je vais (?:le chercher|la chercher|lappeler|vous le passer|vous la passer|chercher {_PERSON}|appeler {_PERSON}){_THEN}$",
        rf"je (?:le|la) (?:cherche|appelle){_THEN}$",
        rf"(?:il|elle) arrive{_THEN}$",
        rf"(?:la voila|le voila|voila {_PERSON})$",
    ),
    calls_out=(r"(?:cest |telephone )?pour toi", r"au telephone"),
    nobody_comes=(r"(?:nest|est) pas (?:la|disponible|ici)", r"(?:message|plus tard|occupee?|rappele[rz])"),
)  # fmt: skip

_VOICEMAIL_GREETING: Final = (
    r"laissez (?:moi |nous )?(?:un|votre)(?: \w+){0,3} message",
    r"apres le (?:bip|signal)(?: sonore)?",
    r"(?:messagerie|repondeur)(?: vocale)? de",
)

_ANSWERS_FOR_ANOTHER: Final = _heard(
    r"(?:il|elle|le (?!numéro|correspondant)\w+|la (?!ligne|messagerie|personne)\w+|mon (?!correspondant)\w+|ma \w+|monsieur \w+|madame \w+) (?:n'est|est|n est) (?:malheureusement |actuellement )?(?:pas (?:disponible|joignable|là|ici)|absente?|sortie?|en réunion)",
    r"(?:voulez vous|vous voulez|souhaitez vous|vous souhaitez|je peux) (?:lui |que je |prendre )?(?:laisser un message|prendre un message|un message)",
    r"(?:c'est à quel sujet|c'est pour quoi|je peux lui (?:dire|transmettre)|de la part de qui)(?: \w+)?",
)

_ANSWERERS: Final = Answerers(
    voicemail_greeting=_VOICEMAIL_GREETING,
    voicemail=(
        *_VOICEMAIL_GREETING,
        r"(?:messagerie|repondeur)(?: vocale)?",
        r"(?:laissez|laisser|deposer)(?: moi| nous)? (?:un|votre)(?: \w+){0,2} message",
        r"apres le (?:bip|signal|bip sonore)",
        r"(?:ne suis pas|pas|suis) (?:disponible|joignable|absent)",
        r"vous rappeller\w*",
        r"vos coordonnees",
    ),
    voicemail_words=(
        r"message",
        r"bip|signal",
        r"disponible|absent|joignable",
        r"vous etes bien",
        r"correspondant",
    ),
    ivr=(
        r"(?:tapez|appuyez sur|faites) (?:le )?(?:un|deux|trois|zero|[0-9])",
        r"(?:conseillers|lignes|operateurs) (?:sont|est)(?: \w+){0,3}",
        r"(?:veuillez|merci de) (?:patienter|rester en ligne)",
        r"(?:prendre|votre) (?:votre )?appel (?:sera|est|dans)(?: \w+)?",
    ),
    ivr_words=(r"bienvenue", r"merci davoir appele", r"conseillers?", r"tapez|appuyez", r"patienter"),
    screening=(
        r"votre nom et (?:la raison|pourquoi|le motif)(?: \w+)?",
        r"(?:raison|motif) de (?:votre|l) ?appel",
        r"(?:appel est|appels) filtres?",
    ),
    screening_words=(r"votre nom", r"cette personne", r"raison|pourquoi vous appelez", r"en ligne"),
    unavailable=(
        r"numero que vous avez (?:demande|compose)(?: \w+){0,2}",
        r"nest (?:pas attribue|plus en service|plus attribue)",
        r"pas attribue|plus en service",
    ),
    unavailable_words=(r"numero", r"compose|demande|attribue", r"service|actuellement"),
    on_hold=_ON_HOLD,
    records_nothing=_RECORDS_NOTHING,
    person=(
        *_ANSWERS_FOR_ANOTHER,
        r"(?:qui est|cest qui)(?: \w+)?",
        r"puis je(?: \w+)?",
        r"(?:attendez|ne quittez pas|une seconde|un instant)",
        r"(?:je vous ecoute|a qui souhaitez|cest pour quoi|vous mentendez)(?: \w+)?",
        r"(?:de la part de qui|a votre ecoute|qui vous etes|qui etes vous)",
        r"(?:souhaitez|desirez|voulez) vous (?:parler|joindre|que je)(?: \w+)?",
    ),
)

_OURS: Final = Ours(
    offer=_OFFER,
    offer_to_send=_OFFER_TO_SEND,
    offer_to_call=_OFFER_TO_CALL,
    asks_when=_ASKS_WHEN,
    announces_recording=(r"(?:l?enregistr\w+)",),
    press=(r"appuyez|appuie|tapez|composez|touche",),
    no_more_calls=(
        r"(?:ne|n) (?:\w+ ){0,3}plus|plus (?:\w+ ){0,2}(?:appele|appelee|appels|dappels)|desinscrire|arreter",
    ),
    wants_digits=(
        r"appuyez|tapez|taper|composez|saisissez|saisir|entrez|touches?|chiffres?|numero|code|pin",
        r"combien|echelle|de (?:un|zero|1|0) a|points?|note[rz]?|etoiles|pourcentage|age|annee|naissance|date|montant",
    ),
    claims_human=(
        r"je suis (?:(?:bien|vraiment|bel et bien|en fait|evidemment|tout a fait) ){0,2}(?:un |une )?(?:(?:vrai|vraie|veritable) )?(?:humain|humaine|etre humain|personne)(?! (?:qui|que|a))",
        r"je (?:ne )?suis (?:pas|point) (?:(?:du tout|vraiment) )?(?:un |une |d )?(?:robot|machine|ordinateur|ia|intelligence artificielle|bot|assistant (?:virtuel|automatique)|chatbot)",
        r"vous parlez (?:(?:bien|vraiment) )?(?:a|avec) (?:un |une )(?:(?:vrai|vraie|veritable) )?(?:humain|etre humain|personne)",
    ),
)

_DICTATION: Final = Dictation(
    units=(
        "zero", "un une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
        "douze", "treize", "quatorze", "quinze", "seize", "dixsept", "dixhuit", "dixneuf",
    ),
    tens=(
        "vingt", "trente", "quarante", "cinquante", "soixante", "septante", "huitante octante quatrevingt", "nonante",
    ),
    link=("et",),
    as_in=("comme",),
    written_as_one=(("tiret bas", "tiretbas"), ("dix sept", "dixsept"), ("dix huit", "dixhuit"), ("dix neuf", "dixneuf"), ("quatre vingts", "quatrevingt"), ("quatre vingt", "quatrevingt")),
    spelled_like=("comme", "de"),
    letter_case=("majuscule", "minuscule"),
    decimal=("virgule",),
    corrections=(r"(?:non ){0,3}(?:pardon|attendez|attends|excusez moi|je veux dire|plutot|correction)(?: non| cest){0,3}",),
    corrects_alone=(r"non(?: non){0,3}(?: cest)?",),
    explains=(r"(?:tout|cest|ce sont|en) (?:en |les |tout ){0,3}(?:minuscules?|majuscules?|chiffres?|lettres?|attache)(?: \w+){0,4}",),
    at=("arobase", "arrobase"),
    dot=("point",),
    underscore=("tiret bas", "underscore"),
    dash=("tiret",),
    plus=("plus",),
    beside_numbers="cest mon le numero oui et tiret",
    before_an_address="cest mon adresse oui est",
)  # fmt: skip

_FIXED_TEXTS: Final = FixedTexts(
    closing="Merci beaucoup de votre temps. Au revoir.",
    opt_out_confirmation="C'est entendu. Nous ne vous appellerons plus. Au revoir.",
    silence_prompt="Allô, vous êtes toujours là ?",
    silence_goodbye="Je ne vous entends pas, je vais donc raccrocher. Au revoir.",
    reassurance="Prenez votre temps, je suis là.",
)

_REMARKS: Final = Remarks(
    truth_about_us="Oui, je suis un assistant automatique.",
    ask_to_repeat="Pardon, pouvez-vous répéter ?",
    it_is_noted="Bien sûr, c'est noté.",
    we_were_cut_off="Pardon, nous avons été coupés.",
    let_me_see="Voyons voir.",
    one_moment="Encore un instant, s'il vous plaît.",
    is_that_right="C'est bien ça ?",
    shall_we_stop="Voulez-vous que je retire votre numéro de notre liste ?",
    you_stay="D'accord, votre numéro reste sur notre liste.",
    call_back_then="Je vous rappelle {when}. C'est bien cela ?",
    which_day="Quel jour puis-je vous rappeler ?",
    which_time="À quelle heure puis-je vous rappeler ?",
    which_zone="Dans quel fuseau horaire serez-vous ?",
    press_again="Pour ne plus être appelé, appuyez encore une fois sur le {key}, ou dites stop.",
    cannot_tell="Je ne peux rien en dire, mais je continue volontiers.",
)

FRENCH: Final = Language(
    tag="fr",
    name="French",
    named=("french", "frances", "franzosisch", "francais", "फ्रेंच"),
    asking=(
        r"(?:parlez vous|vous parlez|parles tu|tu parles|peut on parler|on peut parler|pouvons nous parler|pouvez vous parler|parlons)(?: en)? NAMED",
        r"je (?:ne )?parle (?:que|seulement|uniquement)(?: le| l)? ?NAMED",
    ),
    wishes=_WISHES,
    preferences=_PREFERENCES,
    asides=_ASIDES,
    answerers=_ANSWERERS,
    ours=_OURS,
    dictation=_DICTATION,
    fixed_texts=_FIXED_TEXTS,
    remarks=_REMARKS,
)  # fmt: skip
