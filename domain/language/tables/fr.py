"""French: what people say in it, and what we do; tables/shape.py tells what each table is for."""

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

_PERSON: Final = r"(?:(?:mon|ma|le|la|son|sa|notre|votre) (?:mari|femme|epouse|mere|maman|pere|papa|fils|fille|frere|s(?:oe|œ)ur|chef|patron|patronne|collegue|conjoint|conjointe|compagnon|compagne|responsable|directeur|directrice|assistante?)|(?:monsieur|madame) \w+)"
_THEN: Final = (
    r"(?: (?:tout de suite|maintenant|de suite|au telephone|sil vous plait|un instant|ne quittez pas))*"
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
_EVER: Final = rf"(?:le (?:matin|soir|midi|week ?end|{_DAY})|l'après midi|la nuit|les (?:week ?ends|jours fériés|matins|soirs)|en (?:semaine|journée|soirée|matinée|pleine nuit)|(?:pendant|durant|à) (?:le|la|les|mes|mon|ma|l') ?(?:heures? (?:de |du |des )?)?(?:\w+)|au (?:travail|boulot|bureau)|pendant (?:que je )?\w+|à l'heure (?:du|de la|des) \w+|aux heures de \w+)"
_CLOCK: Final = rf"(?:(?:avant|après|à partir de|dès|jusqu'à|passé|vers) {_HOUR}|après (?:le (?:travail|boulot|déjeuner|dîner|repas)|mon \w+)|entre {_HOUR} et {_HOUR}|(?:si|trop|aussi) (?:tôt|tard))"
_NOW: Final = rf"(?:aujourd'hui|ce (?:matin|soir|midi|week ?end|mois ci)|cette (?:semaine|après midi|nuit)|pour l'instant|demain|avant (?:{_DAY}|demain|la semaine prochaine))"
_OFTEN: Final = r"(?:(?:si|aussi|trop) souvent|tous les (?:jours|matins|soirs|deux jours|quatre matins)|chaque (?:jour|semaine)|plus d'une fois)"
_PLACE: Final = (
    r"(?:(?:sur|à) (?:mon|le) (?:portable|fixe|bureau|travail|boulot|pro|mobile|téléphone \w+)|chez moi)"
)
_LIMIT: Final = rf"(?:{_EVER}|{_CLOCK}|{_NOW}|{_OFTEN}|{_PLACE})"
_SOFT: Final = r"(?:s'il vous plaît|s'il te plaît|surtout|merci|donc|hein|non|moi|je|vous|on|de|svp|ça|me|m'|ne|pas|plus)"

_CALL_EZ: Final = r"(?:r?app?e?ll?ez|rappelez|appeler|rappeler|r?appelé|recontactez|contactez|dérangez|téléphonez|retéléphonez|sollicitez|démarchez|harcelez|embêtez|importunez|relancez)"
_CALL_ER: Final = r"(?:appeler|rappeler|recontacter|contacter|déranger|téléphoner|solliciter|démarcher|harceler|embêter|importuner|relancer|appelez|rappelez|joindre)"
_CALLED: Final = r"(?:r?appel[ée]+s?|rappel[ée]+s?|appeler|contacté(?:e|s)?|contacter|recontactée?|dérangée?s?|démarchée?s?|sollicitée?s?|importunée?s?|embêtée?s?|harcelée?s?|joint)"
_THEY_CALL: Final = r"(?:appeliez|rappeliez|contactiez|recontactiez|téléphoniez|dérangiez|démarchiez|sollicitiez|appelle|rappelle|contacte|dérange|téléphone)"
_WANT: Final = r"(?:j'?veux|veux|veut|souhaite|voudrais|désire|voulons|souhaitons|j'?aimerais|aimerais|supporte|voulais|demande)"
_CALLS: Final = r"(?:appels?|coups? de (?:fil|téléphone)|démarchages?|sollicitations?|harcèlement|relances|publicités? téléphoniques?)"
_MINE: Final = r"(?:mon (?:numéro|nom|téléphone|adresse|mail|contact|portable)|mes (?:coordonnées|données|infos|informations|numéros)|notre (?:numéro|nom)|nos coordonnées|ce numéro(?! de)|le numéro(?! de)|cette ligne(?! de)|toutes (?:mes|les) (?:données|infos|informations|coordonnées))"
_ERASE_EZ: Final = r"(?:retirez|enlevez|supprimez|effacez|rayez|ôtez|sortez|virez|radiez|éliminez|désinscrivez|désabonnez|détruisez|bloquez)"
_ERASE_ER: Final = (
    r"(?:retirer|enlever|supprimer|effacer|rayer|ôter|sortir|virer|radier|désinscrire|désabonner|détruire)"
)
_ERASED: Final = r"(?:retir[ée]+|enlev[ée]+|supprim[ée]+|effac[ée]+|ray[ée]+|radi[ée]+|ôt[ée]+|sortie?|désinscrite?|désabonn[ée]+|retirer|enlever|supprimer|effacer|rayer)"
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
    rf"(?:sors|vire|enlève|retire) (?:moi|nous) {_LIST}",
    r"(?:mettez|passez) (?:moi|nous|mon numéro) (?:en|sur) liste (?:rouge|noire)",
    r"(?:j'?|je )?exerce (?:\w+ )?mon droit (?:d'opposition|d'effacement|de retrait|à l'oubli)",
    rf"{_WANT} (?:à |d'|bien )?être {_SOON}{_ERASED}",
    r"(?:demande|j'?exige|exige|réclame|souhaite|veux|requiers) (?:\w+ ){0,2}(?:l'|la |une |d'une )(?:effacement|suppression|radiation|désinscription)",
    r"(?:mon|ma|le|tout|cette|mes) ?(?:consentement|accord|autorisation|permission)(?: \w+){0,5} (?:je (?:le |la )?(?:retire|révoque|annule))",
    r"(?:retire|révoque|j'?annule|annule|reprends) (?:\w+ )?(?:mon|ma|le|tout|cette) ?(?:consentement|accord|autorisation|permission)",
    r"m'oppose (?:\w+ ){0,2}(?:à |au |aux )(?:l'utilisation|l'usage|traitement|démarchage|appels|toute|tout|la conservation|ce que|vos|ces|la prospection)",
    r"(?:pas|aucun) (?:le )?droit (?:de |d')(?:m'|me |nous )?(?:appeler|démarcher|contacter)",
    rf"{_WANT} (?:vraiment |surtout |absolument |du tout )?(?:plus|plus jamais|pas) être {_CALLED}",
    rf"{_WANT} (?:vraiment |surtout |absolument )?(?:plus|plus jamais|pas) (?:que vous|qu'on|que tu) (?:m'|me |nous )?{_THEY_CALL}",
    rf"{_WANT} (?:vraiment |absolument )?(?:plus|plus jamais|pas) (?:recevoir|avoir) (?:d'|de |vos |ces |aucun |de vos )?(?:\w+ )?{_CALLS}",
    rf"{_WANT} (?:vraiment )?(?:plus|plus jamais) (?:vous entendre|entendre parler (?:de vous|de votre \w+|d'eux)|avoir de vos nouvelles|rien recevoir)",
    rf"{_WANT} (?:vraiment )?(?:plus|pas) (?:d'|de vos |de ces |aucun |de )(?:\w+ )?{_CALLS}",
    rf"(?<!pas )(?:de|à|d'|pour) ?(?:ne )?plus (?:jamais )?(?:m'|me |nous |être )?(?:{_CALL_ER}|{_CALLED})",
    rf"(?<!pas )ne plus (?:jamais )?(?:m'|me |nous |être )(?:{_CALL_ER}|{_CALLED})",
    rf"(?:faut|faudra|faudrait|devez|devriez|pouvez|allez) (?:surtout |vraiment )?(?:plus|plus jamais) (?:m'|me |nous )?(?:{_CALL_ER})",
    r"(?:laissez|laisse|fichez|foutez|fous|fiche|foutes) (?:moi|nous|lui|la|ma \w+|mon \w+|mes \w+) ?(?:donc |enfin |un peu |maintenant |bien )?(?:tranquilles?|la paix|en paix)(?! (?:réfléchir|lire|travailler|manger))",
    rf"(?<!ai )(?<!jai )(?<!a )(?<!avons )(?<!recois )(?<!reçois )(?<!avez )plus (?:jamais )?(?:d'|aucun |de |un seul )(?:\w+ )?{_CALLS}(?! (?:que|qu|pour|le|la|en))",
    r"(?:porter plainte|porte plainte|plainte|avocat|police|cnil|signaler|signale)(?: \w+){0,4} si (?:vous|tu) (?:me |m'|nous )?(?:rappelez|appelez|recommencez|continuez|rappelles|recommences)",
    r"si (?:vous|tu) (?:me |m'|nous )?(?:rappelez|appelez|recommencez|continuez|rappelles|recommences)(?: \w+){0,6} (?:plainte|avocat|police|cnil|signale|signaler)",
    r"(?:mettez|inscrivez|placez|ajoutez) (?:moi|nous|mon numéro|mon nom) (?:\w+ )?(?:sur|dans|à) (?:votre|la|une) liste (?:rouge|noire|d'opposition|d'exclusion|anti|des \w+ (?:\w+ ){0,3}(?:pas|plus))",
    rf"interdis (?:formellement |strictement )?(?:de |d')(?:m'|me |nous )?{_CALL_ER}",
    r"(?:oubliez|oublie|perdez|jetez) (?:moi|nous|mon numéro|ce numéro|notre numéro)(?! (?:dans|sur|à|pas))",
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
    r"plus aucun (?:contact|échange|démarchage|message)",
    r"(?:^|et |non |alors |pas demain et )plus jamais$",
    r"(?:effacez|supprimez|rayez|retirez|enlevez|oubliez) (?:le|la|les)(?: (?:enfin|donc|maintenant|s'il vous plaît|tout de suite|vite|immédiatement)){1,2}",
    r"(?:mon nom|mon numéro|mes coordonnées) (?:vous |tu )(?:pouvez |peux |le |l' ?|la |les ){1,2}(?:oublier|oubliez|effacer|rayer|supprimer|jeter|barrer)",
)
_NO_OPT_OUT: Final = _heard(
    r"(?:me |m'|nous )?appele[zr] (?:plus|pas|jamais) (?:madame|monsieur|mademoiselle|docteur|maître|chef|papa|maman|mamie|par mon \w+|comme ça|ainsi|\w+ appelez)",
    r"m'appelle (?:plus|pas) \w+",
    r"(?:elle|il|on|personne|mon \w+|ma \w+|qui|ils|elles) (?:ne |n')?(?:me |m'|nous |l'|la |le )?(?:appelle|rappelle|contacte|téléphone|appellent|rappellent)(?:nt)? (?:plus|jamais|pas)",
    rf"(?<!vous )(?:ne |n')?(?:me |m'|nous |la |le |les )?{_CALL_EZ} (?:surtout )?(?:pas|plus|jamais) (?:{_SOFT} ){{0,2}}{_LIMIT}",
    rf"(?:ne |n')?(?:me |m'|nous )?{_CALL_EZ} pas (?:maintenant|tout de suite|là|ma \w+|mon \w+|mes \w+|si vite)",
    rf"{_LIMIT} (?:(?:{_SOFT}|n'appelez pas) ){{0,4}}(?:ne |n')?(?:me |m'|nous )?{_CALL_EZ} (?:surtout )?(?:pas|plus|jamais)",
    rf"(?:ne )?{_CALL_EZ} (?:surtout )?(?:pas|plus) (?:\w+ ){{0,2}}(?:écrivez|envoyez|un (?:sms|mail|message)|par (?:mail|sms|écrit))",
    rf"(?:arrêtez|cessez|arrête|évitez) (?:de |d')(?:m'|me |nous )?{_CALL_ER} (?:{_EVER}|{_CLOCK}|{_PLACE})",
    rf"{_WANT} (?:surtout )?(?:plus|pas) être {_CALLED} (?:{_SOFT} )?{_LIMIT}",
    rf"{_LIMIT} (?:{_SOFT} ){{0,4}}{_WANT} (?:surtout )?(?:plus|pas) être {_CALLED}",
    rf"{_WANT} (?:plus|pas) (?:que vous|qu'on) (?:m'|me |nous )?{_THEY_CALL} {_LIMIT}",
    rf"(?:pas|plus|aucun) (?:d'|de )?appels? (?:{_SOFT} )?{_LIMIT}",
    rf"{_LIMIT} (?:{_SOFT} ){{0,3}}(?:pas|plus|aucun) (?:d'|de )?appels?",
    rf"(?:pas besoin|pas la peine|inutile|plus la peine) (?:de |d')(?:m'|me |nous )?{_CALL_ER} (?:\w+ ){{0,2}}(?:sms|mail|message|écrivez|envoyez|un|par|{_LIMIT})",
    rf"(?:pas|jamais|rien|nullement) (?:dit|demandé|voulu|parlé|exigé) (?:\w+ )?(?:de |d'|à |que |qu'|du )(?:\w+ ){{0,4}}(?:m'|l')?(?:{_CALL_ER}|{_THEY_CALL}|{_ERASE_ER}|{_ERASED})",
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
)

_WISHES: Final = Wishes(
    opt_out=_OPT_OUT,
    opt_out_alone=_OPT_OUT_ALONE,
    opt_out_likely=_OPT_OUT_LIKELY,
    no_opt_out=_NO_OPT_OUT,
    keeps=_KEEPS,
    no_outcome=(),
    questions=(),
    requests=(),
    wrong_number=(),
    callback=(),
    puts_off=(),
    callback_if_timed=(),
    follow_up=(),
    not_interested=(),
    interested=(),
    yes=(),
    no=(),
    hedges=(),
    robot_question=(
        r"(?:etes vous|est ce|cest|vous etes) (?:un |une )?(?:robot|machine|ordinateur|ia|humain|vraie personne|personne reelle)",
    ),
    wants_end=(
        r"(?:au revoir|salut|bonne journee)$",
        r"je dois (?:y aller|raccrocher|partir)",
        r"je raccroche",
    ),
    no_end=(),
    goes_on=(),
    refuses_recording=(
        r"ne (?:m|me |nous )?enregistrez pas",
        r"(?:arretez|cessez) (?:de (?:m|me |nous )?enregistrer|lenregistrement)",
        r"(?:je )?(?:ne )?(?:veux|souhaite|voudrais) pas etre enregistree?",
        r"(?:effacez|supprimez) (?:lenregistrement|cet enregistrement)",
    ),
)

_ASIDES: Final = Asides(
    pickup=(r"(?:(?:allo|oui|bonjour|bonsoir|qui est ce|qui est la) ?){1,4}",),
    backchannel=(r"(?:oui|ouais|daccord|ok|bien|ah|mhm|hm+|je vois|je comprends|tout a fait|exact|voila)",),
    say_again=(
        r"(?:comment|quoi|hein)",
        r"(?:vous )?(?:pouvez|pourriez)(?: vous)? (?:repeter|redire)(?: (?:ca|cela|la question|encore une fois)){0,6}",
        r"(?:repetez|redites)(?: (?:ca|cela|la question|encore une fois|moi)){0,6}",
        r"(?:je )?(?:nai|nai) pas (?:bien )?(?:compris|entendu)",
        r"quest ce que vous (?:avez dit|dites)",
        r"vous dites",
        r"encore une fois",
    ),
    one_moment=(
        r"(?:(?:attendez|attends|donnez moi|juste) ){0,3}(?:un|une|deux) (?:instant|moment|seconde|secondes|minute|minutes|petit instant|petite seconde|petite minute)",
        r"(?:attendez|attends|patientez|ne quittez pas|restez en ligne|ne raccrochez pas)",
        r"je (?:regarde|verifie)(?: (?:ca|mon agenda|mon calendrier|mes notes|dans mon agenda))?",
        r"laissez moi (?:voir|regarder|verifier)(?: (?:un instant|une seconde|mon agenda))?",
        r"je reviens(?: (?:tout de suite|dans un instant|dans une (?:minute|seconde)))?",
        r"je (?:cherche|prends|vais chercher|vais prendre) (?:un|une|mon|ma|mes|de quoi) (?:stylo|crayon|papier|feuille|agenda|calendrier|lunettes|carte|ecrire|noter)(?: et (?:un |du )?papier)?",
    ),
    courtesies=(
        "ah", "euh", "oui", "ok", "daccord", "allo", "bonjour", "pardon", "desole", "desolee", "excusez moi",
        "excuse moi", "sil vous plait", "sil te plait", "merci", "bien sur", "alors", "et",
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
    on_hold=(),
    records_nothing=(),
    person=(
        r"(?:qui est|cest qui)(?: \w+)?",
        r"puis je(?: \w+)?",
        r"(?:attendez|ne quittez pas|une seconde|un instant)",
        r"(?:je vous ecoute|a qui souhaitez|cest pour quoi|vous mentendez)(?: \w+)?",
        r"(?:de la part de qui|a votre ecoute|qui vous etes|qui etes vous)",
        r"(?:souhaitez|desirez|voulez) vous (?:parler|joindre|que je)(?: \w+)?",
    ),
)

_OURS: Final = Ours(
    offer=(),
    offer_to_send=(),
    offer_to_call=(),
    asks_when=(),
    announces_recording=(r"(?:l?enregistr\w+)",),
    press=(r"appuyez|appuie|tapez|composez|touche",),
    no_more_calls=(
        r"(?:ne|n) (?:\w+ ){0,3}plus|plus (?:\w+ ){0,2}(?:appele|appelee|appels|dappels)|desinscrire|arreter",
    ),
    wants_digits=(
        r"appuyez|tapez|taper|composez|saisissez|saisir|entrez|touches?|chiffres?|numero|code|pin",
        r"combien|echelle|de (?:un|zero|1|0) a|points?|note[rz]?|etoiles|pourcentage|age|annee|naissance|date|montant",
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
    press_again="Pour ne plus être appelé, appuyez encore une fois sur le {key}, ou dites stop.",
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
