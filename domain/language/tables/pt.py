"""Portuguese, in one piece because a language is one file: what people say in it, and what we do; tables/shape.py tells what each table is for."""

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

_PERSON: Final = r"(?:ele|ela|(?:(?:o|a|meu|minha|o meu|a minha|seu|sua) )?(?:marido|esposo|esposa|mulher|mae|pai|filh[oa]|irma|irmao|chefe|gerente|colega|socio|socia|supervisor|supervisora|responsavel|patrao|patroa|avo))"
_THEN: Final = (
    r"(?: (?:agora|ja|aqui|no telefone|ao telefone|para voce|pra voce|so um momento|um momento|por favor))*"
)

# Both sides of the ocean: "não me liga mais", "deixem de me telefonar"; a hyphen is a space here ("tirem-me" is "tirem me").
_DAY_PARTS: Final = r"(?:(?:de|pela|a|da|na parte da|na|durante a|so a) (?:manha|manhazinha|tarde|tardinha|noite|noitinha|madrugada)|(?:aos|nos|no|ao|em|n?as|as|n[ao]|a) (?:domingos?|sabados?|fins? de semana|fim de semana|final de semana|finais de semana|feriados?|segundas?|tercas?|quartas?|quintas?|sextas?|dias? (?:de semana|uteis))(?: feiras?)?|de (?:segunda|terca) a \w++|durante a semana|(?:na|no|em) (?:hora|horario) (?:do|de|da) (?:almoco|jantar|trabalho|expediente|aula|servico|novela|almocar|jantar|missa)|(?:nesse|neste|nessa|nesta) (?:horario|hora)|a (?:essa|esta|estas|essas|qualquer) horas?|tao (?:cedo|tarde)|muito (?:cedo|tarde)|(?:quando|enquanto) (?:eu )?(?:to|tou|estou|estiver|trabalho|durmo)(?: \w++)?|(?:na|a|durante a) hora d[aeo]s? \w++|fim de semana|fins de semana|domingo|sabado|semana santa)"
_CLOCK: Final = r"(?:antes|depois|a partir(?! de (?:hoje|agora))|apos) (?:d[aeo]s?|as|que|do|o)? ?\w++"
_SUBJ: Final = r"(?:liguem?|lige|ligues|telefonem?|telefones|contact(?:em?|es)|contat(?:em?|es)|incomodem?|incomodes|perturbem?|chatei(?:em?|es)|aborrecam?|encham?|importunem?|macem?|maces|amolem?|insistam?|procurem?)"
_SPOKEN: Final = rf"(?:{_SUBJ}|liga|ligam|telefona|perturba|incomoda|enche|insiste|amola|chateia)"
_INF: Final = r"(?:ligar|telefonar|contactar|contatar|incomodar|perturbar|chatear|aborrecer|importunar|amolar|insistir|encher(?: (?:o|meu|o meu) saco)?|encher a paciencia|infernizar|assediar|atazanar|perseguir|mandar (?:mensagens?|propaganda|email)|entrar em contac?to)(?: (?:me|nos|comigo))?"
_GERUND: Final = r"(?:ligando|telefonando|incomodando|perturbando|chateando|insistindo|enchendo(?: o saco)?|importunando|amolando|mandando mensagens?)"
_HERE: Final = r"(?:(?:(?:pra|para|p|pro|ao|a) )(?:mim|ca|nos|a gente|aqui|(?:o |a )?(?:(?:este|esse|meu|minha|nossa) )?(?:numero|telefone|celular|telemovel|casa|linha)|esse numero|este numero|essa casa)|(?:neste|nesse|deste|nesta|nessa) (?:numero|telefone|celular|casa)|no meu (?:numero|celular|telefone|telemovel)|(?:este|esse|meu|o meu) (?:numero|telefone)|comigo|aqui|aqui em casa|aqui pra casa|ca para casa|em casa|la em casa)"
# What may stand between a demand and what decides whether it is one; taken whole, so that what follows is really the next word.
_FILL: Final = rf"(?: (?:voces?|por favor|por gentileza|se faz favor|faz favor|favor|ta|ne|viu|moca|moco|{_HERE}|nao|pra (?:isso|essas coisas|nada|oferecer \w++|vender \w++)|para (?:isso|essas coisas|nada|oferecer \w++|vender \w++))(?!\S)){{0,4}}+"
_EVER: Final = (
    r"(?: (?:nunca mais|mais nunca|mais|mas(?=$)|nunca|jamais|de novo|novamente|outra vez|outra vez mais))"
)
_DAYS: Final = r"(?:segunda|terca|quarta|quinta|sexta|sabados?|domingos?|feriados?|fim de semana|fins de semana|finais de semana|final de semana|dias?)"
_WHEN: Final = rf"(?:agora|hoje|amanha|cedo|tarde|antes|depois|ate|desde|entre|enquanto|quando|durante|tao (?:cedo|tarde)|sem|fora|se|so|somente|exceto|a menos|muito (?:cedo|tarde)|por (?:hoje|enquanto|agora|telefone)|nesse horario|neste horario|nessa hora|nesta hora|(?:no|na|nos|nas|em|aos|as|ao|pela|pelo|de|da|do|a) (?:{_DAYS}|manha|tarde|noite|madrugada|horario|hora|horas|trabalho|servico|meio|fixo|escritorio|loja|empresa|almoco|jantar|periodo|\d++|uma|duas|tres|quatro|cinco|seis|sete|oito|nove|dez|onze|esta hora|essa hora)|a (?:essa|esta|estas|essas|partir)|as \w++|essa semana|esta semana|nessa semana|nesta semana|este mes|esse mes|(?:essa|esta) (?:hora|noite|tarde|manha)|do que|que (?:uma|duas|tres))"
_OFTEN: Final = r"(?:tao|tanto|tantas?|toda|todo|todos|todas|sempre|cada|diariamente|direto|(?:uma|duas|tres|\d++) vez\w*+)"
# How one does not want to be called: "não me chame de senhora".
_CALLED: Final = r"(?:de (?!novo)\w++|senhor|senhora|dona)"
_WRITE: Final = r"(?:(?:melhor|mas|prefiro(?: que)?|e|so|e melhor|pode|sim) ){0,2}(?:me )?(?:escrev\w++|mand[ae]\w*+|envi[ae]\w*+|(?:por|pelo) (?:escrito|email|e mail|mensagem|whatsapp|zap|whats|sms|correio))"
_MYSELF: Final = r"(?:(?:que |deixa que |porque )?eu (?:ja |mesmo |mesma )?(?:te |lhe |vos )?(?:ligo|retorno|chamo|entro em contac?to|telefono))"
_OTHERS: Final = r"(?:(?:mas |melhor |pode )?(?:liga|ligue|ligar|telefone|fale) (?:pra|para|pro|no|na|ao|com|a|o|amanha|mais tarde|depois|outro|outra)|(?:pra|para|pro|no|na|ao) (?:trabalho|servico|escritorio|fixo|loja|empresa|(?:a )?minha (?:mae|esposa|mulher|filha)(?= (?:lig\w++|fal[ae]|telefon\w++|mas)(?!\S))|(?:o )?meu (?:pai|marido|filho|chefe)(?= (?:lig\w++|fal[ae]|telefon\w++|mas)(?!\S))))"
_ELSE: Final = rf"(?! (?:{_WHEN}|{_OFTEN}|{_CALLED}|{_WRITE}|{_MYSELF}|{_OTHERS})(?!\S))"
# "Stop calling all day" is a demand, "stop calling at noon" is none.
_STOP_ELSE: Final = rf"(?! (?:{_WHEN}|{_OTHERS})(?!\S))"
# After "não me ligue" alone these show that it was the whole demand; anything else is asked about.
_DONE: Final = r"(?=$| \||(?: (?:nem|e|obrigad[oa]|que (?:nao|ja|eu (?:nao|ja)|isso)|porque (?:nao|ja)|pois nao|ja|isso|entendeu|entendido|ouviu|tchau|adeus|passar bem|pelo amor|tira|tire|remov\w++|apag\w++|me (?:deixa|esquece|tira)|eu (?:nao|ja)|voces|chega|para de|parem|(?:estou|to|tou) (?:fart\w++|cansad\w++|cheio|cheia)|carambas?|caramba|porra|poxa|gente|por amor)(?!\S)))"
_NEVER: Final = rf"{_FILL}(?:{_EVER}{_FILL}{_ELSE}|{_ELSE}{_DONE})"
_CALLS: Final = r"(?:ligac(?:ao|oes)|ligacaos|chamadas?|telefonemas?|contac?tos?)"
_ADS: Final = rf"(?:{_CALLS}|mensagem|mensagens|publicidade|propagandas?|ofertas?|promoc(?:ao|oes)|emails?|e mails?|comunicac(?:ao|oes)|sms|nada)"
_REMOVE: Final = (
    r"(?:tir|retir|remov|exclu|apag|delet|elimin|risc|risqu|descadastr|desinscrev|suprim|bloquei)"
)
_LIST: Final = r"(?:(?:d[aeo]s?|dess[ae]s?|dest[ae]s?|daquela|daquele|dum|duma|fora d[aeo]) (?:(?:sua|suas|seu|seus|vossa|vossas|vosso|tua|teu|todas as|toda a|qualquer) )?(?:\w++ )?(?:listas?|lixta|listagem|cadastros?|bases?|sistemas?|registros?|registos?|bancos?|mailing|agenda|contac?tos?|arquivos?|ficheiros?|computador)(?: (?:de (?:dados|voces|contac?tos?|ligac\w++|chamadas|telemarketing)|ai|de uma vez))?|dai|disso|disto|de tudo|d(?:ess|est)?as ligac(?:oes|ao))(?! (?:de (?:espera|precos?|compras|convidados|presenca|casamento|presentes|devedores)|do (?:mercado|supermercado))(?!\S))"
_MINE: Final = r"(?:(?:(?:o|a) )?(?:meu|minha|nosso|este|esse|aquele) (?:(?<!\besse )(?<!\besse o )nome|numero|telefone|contac?to|cadastro|celular|telemovel|registro|registo|zap|whatsapp)|(?:todos )?(?:os )?(?:meus|nossos) (?:dados|contac?tos)|(?:o )?(?:nome|numero|telefone) (?:meu|(?:da|do) minh?[ae]? ?(?:mae|pai|casa|avo|marido|esposa)|da minha (?:mae|avo|esposa|casa|filha)|do meu (?:pai|marido|avo|filho)))(?! (?:antigo|velho|errado|anterior|fixo|da (?:lista de (?:espera|convidados|presenca|compras)|caixa|porta|parede|apolice)|do (?:contrato|pedido|grupo|boleto|trabalho)|da (?:fatura|conta|empresa|festa)|e (?:coloc\w++|poe|pon\w++|bot\w++|anot\w++)|que (?:ta|esta) errado)(?!\S))"
_NO_SEND: Final = r"(?!(?: \w++){0,8}? (?:mand|envi)[ae]\w*+)"
_NOT_ASKED: Final = r"(?<!\bnao )(?<!\bnao me )(?<!\bnunca )(?<!\bnunca me )(?<!\bninguem )(?<!\bninguem me )(?<!\bquem )(?<!\bja me )(?<!\bele )(?<!\bela )(?<!\bficou de )(?<!\bficaram de me )(?<!\bficou de me )"
_BUSY: Final = r"(?:ocupad[oa]|okupad[oa]|atarefad[oa]|enrolad[oa]|dirigindo|(?:a )?conduzir|ao volante|no (?:transito|onibus|autocarro|comboio|trem|metro|trabalho|servico|medico|dentista|banco|mercado|supermercado|volante|hospital|carro|cinema|meio d\w++)|na (?:rua|estrada|aula|missa|igreja|fila|consulta|academia|escola|faculdade)|em (?:reuniao|uma reuniao|aula|consulta|viagem|atendimento)|numa (?:reuniao|consulta|aula|chamada|ligacao)|num (?:atendimento|almoco)|trabalhando|a (?:trabalhar|almocar|jantar|cozinhar|dormir|estudar|sair|entrar)|almocando|jantando|cozinhando|comendo|dormindo|estudando|saindo|entrando|estacionando|de saida|com (?:visita|gente|cliente|um cliente|pressa|o bebe|as criancas|a mao ocupada)|sem tempo|correndo|dando (?:banho|aula|comida)|fazendo (?:almoco|o almoco|comida|janta))"
_LATER: Final = r"(?:mais tarde|mais logo|mais pra frente|mais para a frente|logo mais|depois|depois d\w++ \w++|amanha|depois de amanha|outr[oa] (?:dia|hora|momento|ocasiao|altura)|(?:em|n)?outro (?:dia|momento|horario)|(?:noutra|em outra) (?:hora|altura|ocasiao)|daqui (?:a |ha )?(?:pouco|bocado|um \w++|uma \w++|umas? \w++|meia hora|\w++ \w++)|dentro de \w++|em (?:meia|uma|um|dez|cinco|quinze|vinte|trinta|\d++) ?\w*+|(?:as|a|pelas|por volta das|depois das|la pelas|a partir das|tipo|ate as) (?:\w++ )?(?:\d++|uma|duas|tres|quatro|cinco|seis|sete|oito|nove|dez|onze|doze|dezoito|dezessete|dezanove|dezenove|vinte)(?: horas)?|(?:na|a|para a|pra|segunda|terca|quarta|quinta|sexta|(?:na|a|para a|pra) (?:segunda|terca|quarta|quinta|sexta|proxima|semana))(?: (?:feira|que vem|semana|de manha|a tarde|a noite))?|(?:no|pro|para o|este|esse) (?:sabado|domingo|fim de semana|final de semana|dia \w++|proximo \w++|final d\w++ \w++|fim d\w++ \w++)|a (?:tarde|noite)|de (?:manha|tarde|noite|tardinha)|pela (?:manha|tarde|noite)|hoje a (?:noite|tarde)|semana que vem|mes que vem|(?:na|para a|pra) (?:semana|proxima semana|semana que vem)|ao (?:meio dia|fim da tarde|final do dia)|quando (?:eu )?(?:puder|sair|terminar|voltar|chegar|acabar|tiver|receber|estiver|meu marido|minha esposa)(?: \w++)?|nesse horario|nessa hora|a essa hora|a noitinha|(?:pra|para) (?:depois|semana|amanha)(?: \w++)?)"
_CALL_ME: Final = r"(?:(?:me |pode |voce |voces |podes |ce )?(?:me )?(?:liga|ligue|liguem|telefona|telefone|telefonem|retorna|retorne|chama|chame|ligas)(?: (?:me|nos))?|(?:me )?(?:volte|volta|torne|torna|tente|tenta|tenta me) (?:a )?(?:me )?(?:ligar|telefonar|contactar)?|(?:pode|podes|podem|poderia|podia|consegue|da pra|da para|dava para|tem como|seria possivel|e possivel|tu pode|voce pode)(?: (?:me|voce|entao|a senhora|o senhor|por favor)){0,2} (?:ligar|telefonar|retornar|chamar|me ligar|me chamar|me retornar|voltar a ligar|tentar|contactar)(?: (?:me|nos|pra mim|para mim))?|(?:da|de|faz) uma (?:ligada|ligadinha)|me da um (?:toque|ligada|alo)|da me um toque|retorno)"
_SEND: Final = r"(?:(?:me |pode |podes |voce )?(?:me )?(?:manda|mande|mandem|envia|envie|enviem|encaminha|encaminhe|reenvie|reenvia|remeta|passa|passe|compartilha|partilhe)(?: (?:me|nos|pra mim|para mim|isso|tudo|por|no|pelo|o|a|os|as|um|uma|la|ai|esse|essa|sua|em|ao)(?!\S))|me (?:manda|mande|mandem|envia|envie|enviem|encaminha|encaminhe|passa|passe)|(?:pode|podes|podem|poderia|podia|consegue|conseguem|da pra|da para|tem como|seria possivel|quer|queria que|gostaria que|voce pode)(?: (?:me|voce|a senhora|por favor|voces|entao|so)){0,2} (?:mandar|enviar|encaminhar|passar|remeter|mandarem|enviarem|mandasse|enviasse|partilhar|compartilhar)|(?:bota|coloca|poe|ponha|coloque) (?:isso |tudo |num |em |isso num ){1,4}(?:email|e mail|papel|mensagem|escrito)|(?:envie|mande|envia|manda) (?:me|nos))"
_ROBOT: Final = r"(?:robos?|robot|robots|bots?|chatbot|ma(?:qui|ki)nas?(?! (?:de|que)(?!\S))|computador|computadora|gravac(?:ao|oes)(?! (?:anterior|de|da|dos?)(?!\S))|gravasao|secretaria eletronica|atendedor automatico|inteligencia artificial|ia|i a|chat ?gpt|(?:assistente|atendente|atendimento|operadora?) (?:virtual|automatic[oa]|digital|eletronic[oa])|sistema automat\w++|voz (?:gravada|artificial|de (?:robo|maquina|computador)|automatica|eletronica|sintetica|robotica)|programa (?:de computador|automatico)|(?:ligacao|chamada|mensagem) (?:automatica|gravada|automatizada))(?! (?:de (?:cozinha|lavar|costura|limpeza|cafe)|aspirador\w*+)(?!\S))"
_HUMAN: Final = r"(?:pessoa (?:real|de verdade|de carne e osso|humana|mesmo|viva|verdadeira|fisica)|pessoas?$|pessoa(?= ou (?:um|uma|e|es|robo|maquina|gravacao|ia|computador|o)(?!\S))|pessoa ne$|(?:ser )?humanos?(?: mesmo)?|humana(?: mesmo)?|gente(?: de verdade| mesmo| como a gente)?(?=$| ou )|gente (?:de verdade|de carne e osso)|alguem (?:de verdade|real|humano|de carne e osso)|(?:atendente|operador|agente) (?:humano|humana|real|de verdade))"
_YOU_ARE: Final = r"(?:voce e|voces sao|ce e|oce e|tu es|tu e|a senhora e|o senhor e|es|isso e|isso ai e|isto e|essa e|esta e|esse e|este e|aqui e|sera que (?:e|voce e)|^(?:(?:e|mas|oi|desculpa|desculpe|ola|alo|espera|ue|ai) ){0,2}e|quem fala e|quem ta falando e|nao e|parece|pareces|ta parecendo|soa como|por acaso (?:e|es|voce e))"
_KIND: Final = r"(?:(?:um|uma|uns|mesmo|realmente|de verdade|so|algum|alguma|tipo|tipo um|algum tipo de|a|o|como um|como uma|voce|tu|por acaso|na verdade|aquele|aquela|daqueles|desses|dessas|uma dessas|um desses) ){0,3}"
_AND_GO: Final = r"(?=$| (?:agora|ja|tchau|adeus|obrigad[oa]|valeu|desculp\w++|que|porque|ta|ok|entao|viu|moc[oa]|ate|por favor|beijo|abraco|ligu?[ae]|com licenca|com (?:a )?licenca|lamento|pois|correndo|ne|se faz favor)(?!\S))"

_WISHES: Final = Wishes(
    opt_out=(
        r"(?:as|essas|suas|vossas) (?:ligac\w++|chamadas)(?: de voces)? nao sao bem vindas|me oponho (?:ao uso|a que|a receber)|(?:encerrem?|cancelem?|terminem?) todo (?:o )?contac?to(?: comigo)?|(?:parem?|deixem?) de (?:usar|utilizar) (?:esse|este|o meu|meu) (?:numero|telefone)|(?:favor|gentileza) de (?:jogar fora|perder|esquecer|apagar|tirar) (?:o )?(?:meu|esse|este) (?:numero|telefone|nome)|quero (?:os )?meus dados (?:excluidos|apagados|fora|removidos)",
        r"(?:faleceu|morreu|e falecid[oa])(?: \w++){0,4}? (?:parem de ligar|nao liguem|tira\w*+|apag\w++|retir\w++)(?: \w++){0,5}|nao quero (?:propaganda|publicidade) (?:por telefone|no telefone|no meu celular)|nao sou mais cliente parem de (?:me )?\w++",
        r"nao quero que (?:voces? )?(?:tenham?|guardem?|usem?|fiquem? com|compartilhem?|partilhem|vendam|conste|apareca|figure)(?: \w++)?? (?:o )?(?:meus? (?:dados|telefone|numero|nome|contac?to))|meu numero nao e publico|nao quero (?:o )?meu (?:nome|numero|telefone) (?:na|nessa|nesta|em|no)(?: \w++)?? (?:listas?|cadastros?|sistema|base)",
        rf"(?:eu )?nao (?:quero|desejo|queremos) (?:mais )?(?:{_CALLS})(?=$| (?:por favor|obrigad[oa]|mais|de voces|nenhuma?|de ninguem|nem|no meu)(?!\S))",
        r"nao (?:tem|teem|tens) nada que (?:me |nos )?(?:ligar|telefonar|incomodar)|(?:me |nos )?(?:deix[ae]m?|tir[ae]m?|retir[ae]m?|exclu[ai]m?)(?: me| nos)? (?:fora )?d[ae]s? (?:vossas |suas |todas as )?(?:campanhas?|promocoes|ofertas|publicidade)|nao (?:me )?(?:inclua[m]?|coloquem?|ponham?|botem?)(?: me)?(?: mais)? (?:nas|na|em|nessas) (?:vossas |suas |nenhumas? )?(?:campanhas?|listas?|promocoes)",
        rf"nao (?:me |nos )?(?:{_SUBJ}|volte[m]? a (?:me )?{_INF}|torne[m]? a (?:me )?{_INF})(?: me)? por (?:nenhum|nenhuma|qualquer) (?:meio|motivo|razao|via|forma|canal)",
        r"(?:nada de|nao quero|chega de|nao aceito) (?:ligac\w++ (?:de vendas?|comercia\w++|de telemarketing)|publicidade (?:por telefone|telefonica)|chamadas (?:comerciais|publicitarias))|(?:este|esse|o meu|meu) (?:numero|telefone) (?:esta|ta) (?:na|numa|em) lista de (?:exclusao|oposicao|nao perturbe)",
        r"(?:eu )?nao (?:autorizei|autorizo|dei permissao a|permiti)(?: a)?(?: (?:voces?|ninguem|vos|essa empresa))? (?:a |para |pra )?(?:me |que me )?(?:ligar\w*+|liguem|telefonar\w*+|contac?tar\w*+)|proibo (?:vos|voces|os|as) de (?:me )?(?:ligar\w*+|telefonar\w*+|contac?tar\w*+)",
        r"(?:e|seja|que seja|essa e) a ultima (?:ligacao|chamada|vez) que (?:voces? )?(?:me )?(?:fazem|fizerem|facam|ligam|liguem)|par[ae]m(?: ja)? de incomodar (?:as pessoas|a gente|os outros)|vao ligar (?:pra|para) outr[oa]",
        rf"nao e (?:mais )?(?:pra|para) (?:voces |ninguem )?(?:me |nos )?(?:ligar|telefonar)(?:em)?{_NEVER}",
        rf"^(?:(?:nao|ja|por favor|quero) ){{0,2}}(?:nem|nenhuma) {_CALLS} (?:nem \w++(?: nem \w++){{0,2}}|a mais|mais)(?: (?:nunca|mais|nunca mais|por favor|obrigad[oa])){{0,2}}$|ninguem (?:aqui |desta casa |nessa casa )?quer (?:mais )?(?:essas|estas|as suas|mais|suas|vossas) {_CALLS}",
        r"esquecam? que (?:eu )?exist[oe]\w*+",
        rf"(?:nao|nunca|nau|num) (?:(?:me|mi|nos|se) )?(?:voce |voces )?(?:nunca )?(?:me )?{_SUBJ}(?: (?:me|nos))?{_FILL}{_EVER}{_FILL}{_ELSE}",
        rf"(?:^|(?<=\bmas )|(?<=\bamor )|(?<=\bdeus )|(?<=senhora )|(?<=gente )|(?<=poxa )|(?<=aqui )|(?<=favor )|(?<=moca )|(?<=moco )|(?<=ja )|(?<=que )|(?<=e )|(?<=obrigado )|(?<=obrigada )|(?<=voces )|(?<=quero )|(?<=interesse )|(?<=interessa )|(?<=olha )|(?<=entao )|(?<=ai )|(?<=cara )|(?<=querida )|(?<=amigo )|(?<=ok )|(?<=falei )|(?<=meu )|(?<=filha )|(?<=pediria )|(?<=tchau )|(?<=ta )|(?<=paz )|(?<=lista )|(?<=daqui ))(?:nao|nau|num) (?:(?:me|mi|nos) )?(?:liga|lige|telefona|perturba|incomoda|enche|insiste|chateia|amola){_FILL} mais(?: nunca)?{_FILL}{_ELSE}",
        rf"(?:gostaria|queria|agradecia|agradeceria|agradeco|preferia|prefiro|adoraria|pedia|gostava|peco|desejava|interessa)(?: \w++){{0,3}}? (?:que|se) (?:voces )?(?:nao (?:mais )?(?:me )?(?:(?:lig|telefon|contac?t)(?:assem|asse|arem|ar)|voltassem a (?:me )?(?:ligar|telefonar)|voltarem a ligar)(?: (?:me|nos))?{_NEVER}|(?:parassem|parasse|deixassem|deixasse|pararem|parem|deixem) de (?:me )?{_INF}{_FILL}{_STOP_ELSE}|(?:me )?(?:tirassem|retirassem|removessem|tirem|retirem)(?: (?:me|{_MINE}))? {_LIST})",
        rf"nao (?:quero|queremos|desejo|aceito)(?: mais| receber| receber mais)? {_ADS} nem (?:mais )?{_ADS}(?: (?:de voces|de ninguem|nem \w++|vossas?)){{0,2}}{_ELSE}",
        rf"nem (?:me )?(?:liga|ligue|liguem|telefone) nem (?:me )?(?:manda|mande|mandem|escreva|escreve)(?: mensagens?)?(?: mais)?{_ELSE}|nao (?:me )?mand(?:e|em|a)(?: mais)? {_ADS}(?: nem {_ADS}){{0,2}} nem (?:me )?(?:{_SUBJ}|liga){_FILL}{_ELSE}|nao (?:me )?mand(?:e|em|a) {_ADS}(?: nem {_ADS}){{0,2}} (?:nunca )?mais",
        rf"nao (?:me |voltem a |volte a |torne a )?entr(?:e|em|ar)(?: mais| nunca mais)? em contac?to{_FILL}(?:{_EVER})?{_FILL}{_ELSE}",
        rf"nao (?:pode[m]?|podem|e permitido|e mais pra|e mais para|tem que|deve[m]?)(?: mais)? (?:me |nos )?(?:ligar|telefonar)(?: (?:me|nos))?{_FILL}{_EVER}{_FILL}{_ELSE}|(?:voces )?nao (?:pode[m]?|podem) mais (?:me )?(?:ligar|telefonar){_FILL}{_ELSE}",
        r"nao ouse[m]? (?:a )?(?:me |voltar a (?:me )?)?(?:ligar|telefonar)",
        rf"nao (?:me (?:deix[ae]m?|mantenham?|mantem|coloquem?|ponham?)|(?:mantenham?|coloquem?|ponham?))(?: (?:me|{_MINE}))? (?:mais )?(?:na|nessa|nesta|no|nesse|em|na sua|no seu)(?: (?:sua|seu|nenhuma?|vossa|vosso))? (?:listas?|cadastros?|sistema|base|registo|registro)|nao mantenham? (?:o )?(?:meu (?:cadastro|numero|nome|contac?to))(?! (?:antigo)(?!\S))",
        rf"nao continu(?:e|em)(?: (?:a|me)){{0,2}} (?:{_INF}|{_GERUND}){_FILL}{_STOP_ELSE}|nao (?:quero|desejo|pretendo) (?:continuar|ficar|seguir) (?:recebendo|a receber)(?: (?:mais|essas|estas|suas|as)){{0,2}} {_ADS}{_ELSE}|nao quero (?:continuar|ficar|seguir|estar)(?: mais)? (?:na|nessa|nesta|em)(?: (?:sua|vossa|nenhuma))? (?:lista|base)(?! de espera)",
        rf"nao (?:me )?{_SUBJ}(?: (?:amanha|hoje|agora|\w++)){{0,2}}? nem (?:nunca|jamais)|nao (?:me )?{_SUBJ}(?: nem (?:\w++ ){{1,3}}?){{1,2}}(?:nunca|mais)(?!\S)(?! (?:cedo|tarde)(?!\S))",
        r"(?:meu|esse|este|o) (?:numero|telefone|nome|contac?to)(?: \w++){0,4}? (?:apag|delet|tir|retir|remov|exclu|elimin)(?:a|ue|uem|e|em|am)(?: (?:ele|o|logo|ja|dai|isso))(?=$| (?:dai|ja|logo|por favor|agora)(?!\S))",
        r"(?<!\bnao )(?:tira|tire|tirem|retira|retire|retirem|apaga|apague|apaguem|remova|exclua) (?:o|esse|este) (?:numero|telefone|contac?to)(?=$| (?:dai|da lista|do sistema|por favor|ai|ja)(?!\S))",
        rf"(?:solicito|peco|pedimos|exijo|requeiro|quero|queria|gostaria de pedir|venho solicitar|pretendo)(?: (?:a|o|pedir|imediata|imediato|ja)){{0,2}} (?:eliminacao|exclusao|remocao|retirada|cancelamento|descadastro|descadastramento|supressao|apagamento)(?: (?:imediata|imediato|total))? d(?:o|os|a|as|e) (?:todos os )?{_MINE}",
        rf"{_MINE} (?:fora|longe) {_LIST}|(?:tira|tire|tirem|quero|poe|poem)(?: (?:eu|me|a gente|ficar|estar))? (?:fora|longe) (?:disso|disto|dessa lista|desta lista|dessa|da sua lista|da lista)",
        rf"(?:este|esse) (?:numero|telefone|celular|telemovel)(?: (?:aqui|ai))? nao (?:quer|aceita|recebe|deseja|e pra|e para)(?: (?:mais|receber|que me|que|me)){{0,3}} (?:{_CALLS}|telemarketing|liguem|ligar(?:em)?)",
        r"(?:opto|escolho|opcao) por nao (?:receber|ser contac?tad[oa])",
        r"(?:cessem?|parem|acabem|suspendam|interrompam|terminem)(?: (?:ja|com|imediatamente)){0,2} (?:os|as|esses|essas|estes|estas|vossos|vossas|seus|suas) (?:contac?tos|chamadas|ligacoes|telefonemas)",
        rf"(?:proibo|proibimos|(?:esta|estao|ta|tao|fica|ficam) (?:terminantemente )?proibid[oa]s?|e proibido)(?: (?:que|de|voces|a voces)){{0,2}} (?:me |nos )?(?:{_SUBJ}|{_INF}){_FILL}{_STOP_ELSE}",
        r"(?:e|essa e|esta e|seja|que seja|foi) a ultima vez que (?:voces? )?(?:me |nos )?(?:ligam?|liguem?|telefonam?|incomodam?)",
        rf"nem (?:pense[ms]?|tente[ms]?|sonhe[ms]?|ouse[ms]?|se atreva[m]?)(?: (?:em|a|com|mais|voltar a)){{0,2}} (?:me )?{_INF}{_FILL}{_ELSE}|nao (?:tente[ms]?|voltem a tentar|insista[m]? em)(?: (?:mais|nunca mais|voltar a|de novo|a)){{0,2}} (?:me )?{_INF}{_NEVER}",
        rf"(?:acabou|pronto|chega|basta|acabou se|some daqui|passar bem|coquinho e|olha|sumam) nao (?:me )?(?:liga|ligue[m]?) mais{_ELSE}",
        r"nao (?:atend\w++|aceit\w++|queremos|quero) (?:ligac\w++ de )?telemarketing",
        rf"(?:nao|nau) me (?:liguem?|telefonem?|contac?tem?|incomodem?|perturbem?|chateiem?|aborrecam?){_FILL}{_ELSE}{_DONE}",
        rf"(?:nao|nau) (?:liguem?|telefonem?) {_HERE}{_FILL}{_ELSE}{_DONE}",
        rf"(?<!\bele )(?<!\bela )(?<!\beles )nunca mais (?:me |nos |voces |voce |volte a |voltem a |torne a ){{0,2}}(?:{_SPOKEN}|ligar|telefonar)(?: (?:me|nos))?{_FILL}{_ELSE}(?! (?:pra (?:resolver|saber|dizer|nada)|para (?:resolver|saber)|depois)(?!\S))(?<!\bmais me ligam)(?<!\bmais ligam)",
        rf"(?:nao|nunca mais|jamais) (?:me |nos |se |voces |ouse |ousem ){{0,2}}(?:volte[ms]?|torne[ms]?|voltes|ouse[m]?) a (?:me |nos )?(?:{_INF}|falar comigo){_NEVER}",
        rf"(?:nao|nunca mais) (?:e |era |precisam? |sao |e mais |e pra voces |e para voces )?(?:pra |para |de )?(?:voces )?(?:me |nos )?(?:voltar a )?(?:ligar|telefonar|contac?tar|perturbar|incomodar)(?:em)?{_FILL}{_EVER}{_FILL}{_ELSE}",
        rf"(?:e|era|favor|por favor|faca o favor de|peco (?:pra|para)|pra|para|pedi (?:pra|para)|falei (?:pra|para)) nao (?:me |nos )?(?:voltar a )?(?:ligar|telefonar|contac?tar|perturbar|incomodar)(?:em)?(?: (?:me|nos))?{_NEVER}",
        rf"nao (?:me |nos )?(?:mande[ms]?|envie[ms]?|manda|envia|escreva[ms]?|chame[ms]?|chama) (?:mais|nunca mais)(?: {_ADS})?(?: no (?:whatsapp|zap))?(?! (?:de (?!(?:voces|novo))|pro? (?!celular)|pra (?!mim)|ate|por)(?!\S)){_ELSE}",
        rf"(?<!\bnao )(?<!\bnunca )(?<!\bnao me )(?:par[ae]m?|pares|deix[ae]m?|deixes|deixar|cess[ae]m|cesse|evit[ae]m?|chega|basta|proibo(?: voces)?|parou|(?:pode[ms]?|poderiam?|podiam?|quer(?:em)?|queiram?|favor|tem que|tem de|precisam?|e pra|da pra|da para|daria pra|tem como|faca o favor de|facam o favor de|podes|ve se)(?: (?:voces|a senhora))? parar(?:em)?)(?: (?:ja|por favor|voces|logo|com isso|so)){{0,2}} (?:de|di) (?:estar (?:a )?|ficar |ficarem )?(?:me |mi |nos )?(?:{_INF}|{_GERUND}|liga){_FILL}(?! (?:de \w++|a tv|o computador|o som|a musica|o radio|o \w++|pra (?:minha|meu|sua|seu|ela|ele|o|a)(?! gente))(?!\S)){_STOP_ELSE}",
        rf"(?:par[ae]m?|chega|basta|ja chega|acab[ae]m?)(?: (?:ja|por favor|ne))?(?: com| de)? (?:(?:d?essas?|d?estas?|estas?|suas?|as|vossas|tanta|tantas|de|com) ){{1,3}}{_CALLS}",
        rf"(?:ja )?nao (?:quero|queremos|desejo|desejamos|gostaria|autorizo|aceito|aceitamos|admito|permito|consinto|preciso)(?: mais)? que (?:(?:voces|ninguem(?: (?:de|dessa|desta|da) \w++)?|robos?|maquinas?|me|nos|a empresa|mais|continuem|continue|fiquem) ){{0,3}}(?:{_SUBJ}|(?:volte[m]?|torne[m]?) a {_INF}|me procurem|a (?:ligar|telefonar)|{_GERUND}|entrem em contac?to){_NEVER}",
        rf"(?:ja )?nao (?:quero|queremos|desejo|desejamos|gostaria de|pretendo|autorizo|aceito|aceitamos|admito)(?: mais| mas)?(?: (?:receber|atender|ter|nem receber|ouvir|estar a receber|ficar recebendo|receber mais)){{1,2}}(?: (?:mais|nenhum\w*+|nenhum tipo de|suas?|as suas|vossas|essas?|estas?|tipo de|este tipo de|esse tipo de|qualquer|quaisquer|as vossas|o contac?to|tantas)){{0,2}} {_ADS}(?: (?:de voces|vossas?|suas?|mais|de telemarketing|comerciais|desse tipo|daqui|publicitarias|nenhuma?|desta empresa)){{0,2}}{_ELSE}",
        rf"(?:ja )?nao (?:quero|queremos|desejo|autorizo|aceito|aceitamos)(?: (?:mais|nenhuma?|saber d\w++|nem mais uma|essas?|suas?|as suas|o|vossas|receber)){{1,3}} {_CALLS}(?: (?:de voces|mais|suas?|vossas?|por telefone|telefonico|de telemarketing|comerciais)){{0,2}}{_ELSE}",
        rf"nao (?:quero|queremos|desejo)(?: mais)? (?:ser|que me) (?:contac?tad[oa]|incomodad[oa]|perturbad[oa]|importunad[oa]|chatead[oa])s?{_FILL}{_EVER}?{_ELSE}",
        r"nao quero (?:mais )?(?:saber|ouvir falar|nada) (?:mais )?(?:nada )?(?:(?:de|com) (?:voces|vos|vcs|essa empresa|sua empresa)|(?:d?ess[ae]|d?est[ae]|da (?:sua|vossa)) (?:empresa|firma|gente|operadora|marca|loja))(?! (?:hoje|agora)(?!\S))",
        rf"(?:quero|queria|gostaria de|gostava de|desejo|peco pra|peco para|prefiro|preferia) (?:(?:de )?(?:parar|deixar) de receber|nao receber)(?: (?:mais|essas|estas|suas|as vossas|vossas|nenhuma?|as|qualquer)){{0,2}} {_ADS}{_ELSE}",
        rf"(?:ja )?(?:falei|disse|pedi|avisei|solicitei|peco|solicito|exijo|repito|pedimos|falamos|tinha pedido|tinha falado|agradeco|agradecia|agradeceria)(?: (?:pra|para|a|mil vezes|mais de|varias|umas|vezes|voces|lhe|lhes|ja|ontem|que|na)){{0,4}} (?:que )?(?:nao (?:me )?(?:ligassem|ligasse|telefonassem|voltassem a ligar|liguem)|(?:para|pra) (?:nao ligarem|pararem|parar|me tirar(?:em)?|tirar(?:em)?|retirarem|nao me ligar(?:em)?)(?: (?:de (?:me )?ligar|de telefonar|da lista|meu nome|meu numero))?|(?:parassem|deixassem|parasse) de (?:me )?(?:ligar|telefonar)|me (?:tirassem|retirassem|tirasse|removessem)){_FILL}{_EVER}?{_ELSE}",
        r"(?:voces? |ninguem )?nao (?:tem|tens|teem|dei|dou|demos)(?: (?:a |o )?(?:minha|meu|nenhuma?|qualquer))? (?:autorizacao|permissao|consentimento|direito)(?: \w++)? (?:para|pra|de) (?:voces |ninguem )?(?:me |nos )?(?:ligar|contac?tar|telefonar|ficar ligando)(?:em)?",
        rf"nao (?:autorizo|aceito|permito|consinto)(?: mais)? (?:(?:o|a|que|mais|nenhum|nenhuma|esse|essas|este|estas) )?(?:contac?to|contac?tos|{_CALLS}|uso (?:do meu numero|dos meus dados))",
        r"(?<!\bnao )(?:revogo|retiro|cancelo|revogar|retirar)(?: \w++)? (?:o )?(?:meu|o) (?:consentimento|autorizacao)|(?<!\bnao )(?:revogo|retiro) (?:a )?(?:minha )?autorizacao",
        r"(?<!\bnao )(?:estou|to|tou|estamos|esta|ta)(?: \w++)? (?:cadastrad[oa]|inscrit[oa]|registrad[oa]|registad[oa]|n[oa])?(?: ?(?:no|na|em|lista|cadastro|servico|do|de|site|registro)){0,4} (?:nao me perturbe|nao perturbe|nao ligar|bloqueio do procon|lista de oposicao|lista robinson)",
        rf"(?<!\bnao )(?:me )?(?:coloc[ae]m?|coloque[m]?|poe|ponha[m]?|bot[ae]m?|inclu[ai]m?|inclui|cadastr[ae]m?|insir[ae]m?)(?: (?:me|{_MINE}))? (?:na|numa|em|no) (?:lista|cadastro|sua lista|vossa lista)? ?(?:(?:de|do|dos que) )?(?:nao (?:perturbe|me perturbe|ligar|contac?tar|perturbar|chamar|ligue)|oposicao|bloquead[oa]s|bloqueio|exclusao|negra)",
        rf"(?<!\bnao )(?<!\bnao me )(?<!\bnao e pra )(?<!\bnao precisa )(?:(?:me|mi|nos) )?{_REMOVE}(?:a|e|em|am|ar|am|er|ir|i|es|as|emos|ia|iam|ue|uem|uam|asse|assem|arem|erem|irem|endo)?(?: (?:me|nos|ja|eu|a gente|por favor|logo|aqui|tambem|imediatamente|de uma vez|{_MINE}|(?:o |meu )?(?:meu )?nome(?: d\w++ \w++ \w++)?|este|esse numero|esse telefone|tudo meu|isso)){{0,3}} {_LIST}",
        rf"(?<!\bnao )(?<!\bnao e pra )(?<!\bnao precisa )(?<!\bja )(?:{_REMOVE}(?:a|e|em|am|ar|er|ir|i|es|as|ue|uem|uam|arem|erem)|bloqueia|bloqueie|bloquear)(?: (?:ja|ai|por favor|logo)){{0,2}} {_MINE}",
        r"(?<!\bnao )(?<!\bnao me )(?:(?:me )?(?:descadastr|desinscrev)(?:a|e|em|am|ar|er|am)|descadastrar me|quero (?:me )?descadastrar|descadastramento)(?: me)?(?! (?:o|do (?:plano|servico)|da (?:promocao|conta))(?!\S))",
        rf"(?:quero|queria|gostaria de|gostava de|preciso|desejo|posso)(?: (?:me|que me|ser|de|pedir para|pedir pra|solicitar pra)){{0,2}} (?:sair|tirar|retirar|tirem|retirem|removam|retirad[oa]|removid[oa]|excluid[oa]|tirad[oa]|descadastrad[oa]|apagad[oa]|excluir)(?: (?:meu nome|o meu nome|meu numero|o meu numero|o nome))? {_LIST}",
        r"(?<!\bnao )(?:remova|remove|remov[ae]m|excluam?|apaguem?|deletem?|retirem?|risque)(?: (?:me|nos))(?=$| (?:por favor|ja|dai|que|obrigad[oa]|se faz favor)(?!\S))",
        r"(?<!\bnao )(?:(?:me|a gente|nos) deix[ae]m?|deix[ae]m? (?:me|nos|eu|a gente|(?:a )?minha (?:mae|familia|avo)|(?:o )?meu pai)|deixe[ms]? (?:me|nos)|que me deixem?|querem? me deixar|quer me deixar|pode[ms]? me deixar)(?: (?:logo|por favor|voces|so|de uma vez|ja)){0,2} (?:em paz|quiet[oa]s?|sossegad[oa]s?|tranquil[oa]s?)(?! (?:um (?:pouco|minuto|momento|instante)|hoje|agora|que eu|pra (?:pensar|eu))(?!\S))",
        r"(?:ve se )?me (?:esquece|esquecam|esquece[m]?|esquec[ae]m?)(?: (?:por favor|de uma vez|pelo amor de deus|cara|gente|moca|moco|voces)){0,4}$",
        rf"(?:ve se )?(?:esquec|perc?d)(?:e|em|am|a|er)(?:am)? (?:que )?(?:o )?(?:{_MINE})(?: existe)?|(?:perca|percam) (?:o )?meu numero",
        r"(?:larg|sai|saiam|larga|larguem|saia)(?:a|e|em|am)? (?:do|de cima do) meu pe",
        r"(?:aqui )?(?:a gente )?nao (?:aceito|aceitamos|atendo|atendemos|recebemos|recebo|aceita) (?:este tipo de |esse tipo de )?(?:ligac(?:ao|oes)|chamadas?) (?:de (?:telemarketing|vendas?|propaganda|publicidade|cobranca de \w++|banco)|comerciais|publicitarias|desse tipo|deste tipo|de vendedor)",
        r"(?:nem mais uma|nenhuma|mais nenhuma)(?: so)? (?:ligacao|chamada)(?: (?:mais|sequer|so))?$|chega de (?:ligacao|ligacoes|ligar|telemarketing|chamadas)",
    ),
    opt_out_alone=(
        r"(?:(?:nao|por favor|ja|ok|entao) ){0,3}(?:descadastrar|descadastre|descadastra|sair|parar|remover)(?: (?:por favor|ja|obrigad[oa])){0,2}",
        r"(?:quero )?(?:sair da lista|me descadastrar)",
    ),
    opt_out_likely=(
        r"vai (?:incomodar|encher o saco de|ligar pra|perturbar) outr[oa]|liga pra outra pessoa e (?:me )?esquece(?: de mim)?|(?:prometeram|disseram|garantiram) que nao iam (?:mais )?(?:me )?ligar(?: mais)?|eu ja tinha pedido (?:pra|para) (?:sair|tirar|parar)|(?:numero|telefone) (?:e )?particular nada de (?:propaganda|ligac\w++|vendas?)",
        r"(?:nunca|nao) (?:lhes? |vos )?(?:dei|passei) (?:os )?meus? (?:dados|numero|telefone)(?! d[oa])(?: \w++){0,6}? (?:apag|tir|remov|exclu|elimin)\w++",
        r"(?<!\bele )(?<!\bela )(?<!\beles )(?<!\bgente )(?<!\bvoces )(?<!\bninguem )(?<!\bque )nao (?:me )?(?:liga|perturba|incomoda|enche) mais(?=$| (?:nao|pra ca|pra mim|aqui|por favor|ta|viu|moc[oa])(?!\S))",
        r"nao (?:liguem|ligue)(?: por favor)? que (?:aqui )?(?:tem|ha|esta|estao|eu|meu|minha|a gente)(?: \w++)?|(?:voces )?ligam e ligam",
        r"(?:como|o que)(?: \w++){0,3} (?:pra|para) (?:voces )?(?:pararem|parar) de (?:me )?(?:ligar|telefonar)|(?:ligacao|ligacoes|isso|isto)(?: \w++){0,2}? quero que (?:acabe|pare|parem)",
        r"nao (?:adianta|vale a pena|serve de nada)(?: (?:voces|vos|me|que me|que|vir)){0,2} (?:ligar(?:em)?|liguem|insistir(?:em)?|telefonar(?:em)?)(?: (?:mais|de novo|outra vez|novamente))",
        rf"nao deix[ae]m? (?:{_MINE}) (?:na|nessa|nesta|no|nesse) (?:listas?|cadastro|sistema|base)",
        r"(?:estou|to|tou|ja estou)(?: \w++)? (?:fart[oa]|cansad[oa]|chei[oa]) (?:de |d?)?que (?:me )?(?:liguem|telefonem|incomodem)|(?:ja )?nao (?:aguento|aguentamos|suporto)(?: mais)? (?:(?:tantas?|essas?|estas?|as|suas?|mais) ){0,2}(?:ligac\w++|chamadas?|voces (?:ligando|a ligar)|telefone\w*+)",
        r"(?<!\bnao )(?:quero|pode[m]?|e pra|e para)(?: que)?(?: me)? (?:tirem|retirem|removam|tirar|retirar|remover)(?: (?:sim|mesmo|logo|ja)){1,2}$|quero que (?:me )?(?:tirem|retirem|removam)$",
        r"ninguem(?: \w++){0,3}? (?:tem que|pode|deve|precisa) (?:me )?ligar mais",
        r"nao precisa[m]?(?: de)? mais (?:me )?(?:ligar|telefonar)(?:em)?(?! (?:hoje|agora|amanha))",
        rf"nao (?:me|nos) (?:{_SUBJ}|liga){_FILL}{_ELSE} (?:que|porque|estou|to|tou|pois|tenho|vou|aqui|eu|e que|gente)(?: \w++)?",
        r"^(?:(?:por favor|ja|e|olha|moca|moco|ta|ai|entao|cara) ){0,2}nao (?:me (?:liga|perturba|incomoda|enche|chateia)|perturba|enche)(?: (?:nao|por favor|ta|viu|moca|moco|ja|pra mim|aqui|mais)){0,3}$",
        r"nao (?:liguem?|telefonem?|insistam?|perturbem?|incomodem?|chateiem?)(?: (?:por favor|voces|obrigad[oa]|se faz favor|ja|ta)){0,2}$",
        r"(?:estou|to|tou|ja estou|ja to|ando|estamos|fiquei)(?: (?:ja|muito|bem|realmente|mesmo|tao|super|por aqui)){0,2} (?:fart[oa]s?|cansad[oa]s?|chei[oa]s?|de saco cheio|saturad[oa]s?|irritad[oa]s?|ate aqui)(?: (?:ja|mesmo))? (?:d[aeo]s?|com|dess[ae]s?|dest[ae]s?|de tanta|com tanta|por) (?:tantas? |essas? |estas? |suas? |vossas? |receber |atender |tanta )?(?:ligac\w++|chamadas?|telefonemas?|voces|que (?:me )?liguem|me ligarem|ficarem|me telefonem|tanto telefone\w++|telemarketing)",
        r"(?:ja )?(?:me )?(?:encheu|encheram|enche|estao enchendo|voces enchem)(?: (?:ja|o|meu|o meu|todo|muito)){0,3} (?:saco|paciencia)",
        r"(?:quantas|mil|dez|vinte) vezes (?:(?:mais|eu|que|e|ja|vou|lhe|lhes|vos|a gente) ){0,3}(?:tenho (?:que|de)|preciso|vou (?:ter (?:que|de)|precisar)|terei (?:que|de)|vao|querem que eu|tem que|e preciso)(?: (?:te|lhe|lhes|vos|pra))? ?(?:falar|dizer|pedir|repetir|fale|diga|repita)(?: (?:que nao(?! (?:sou|tenho|estou|posso|e))|pra|para|a mesma|isso|com|a))?",
        r"(?:isso|isto|ja)(?: (?:ja|aqui|que))? (?:e|virou|parece)(?: (?:um|uma|puro|muito|muita|ja|ja e))? (?:(?:assedio|perseguicao|importunacao)|(?:abuso|falta de respeito)(?=$| (?:ligar\w*+|voces|telefonico|parem|para|de telefone)(?!\S)))",
        r"(?:vou|vamos|eu vou|tenho de|vou ter que|terei que) (?:(?:te|vos|lhes|ter que) )?(?:denunciar|processar(?! (?:ess[ae]|isso|est[ae]|o|a) (?!empresa|voces))|bloquear(?! (?:a|o|os|as)(?! (?:numero|telefone|chamadas)))|reclamar (?:no procon|na anatel|de voces)|fazer (?:uma )?(?:queixa|reclamacao|denuncia)|chamar a policia|por (?:uma )?queixa)(?: (?:voces|essa empresa|esse numero|no procon|na anatel|este numero|a empresa|vos|na policia|a deco))?(?! (?:o|a|os|as|meu|minha)(?! (?:empresa|numero))(?!\S))",
        r"se (?:voces |voce |me |nos ){0,3}(?:ligar(?:em)?|telefonar(?:em)?|voltar(?:em)? a (?:me )?(?:ligar|telefonar|incomodar)|continuar(?:em)?(?: me)? (?:ligando|a ligar|insistindo))(?: (?:me|de novo|outra vez|mais uma vez|novamente|pra mim|pra ca|aqui)){0,3} (?:eu |vou |voces |chamo |denuncio |processo |faco |apresento |bloqueio )(?:vou |\w++)?",
        r"por que (?:e que )?(?:voces |voce )?(?:(?:ainda )?(?:continuam?|ficam?|insistem?) (?:(?:me|em|a) )?(?:ligando|ligar|telefonar|insistindo|me ligar)|nao (?:me )?(?:param?|deixam?) (?:de (?:me )?(?:ligar|telefonar|perturbar)|em paz))",
        r"(?:quando|ate quando)(?: e que)? (?:voces )?(?:vao|vai|pretendem) (?:parar|deixar|continuar|ficar)(?: me)? ?(?:de |a )?(?:me )?(?:ligar|telefonar|perturbar|ligando)",
        r"(?:ve se|vejam se|espero que|tomara que)(?: voces)? (?:(?:me )?deixam?|param?|parem?|pararem) (?:de (?:me )?(?:ligar|telefonar|incomodar)|em paz|logo com isso)",
        r"(?:voces|mas|ja) nao (?:param|deixam|cansam|se cansam) de (?:me )?(?:ligar|telefonar|perturbar|incomodar|insistir)",
        r"^(?:(?:ja|nao|por favor|olha|ai|gente|moca|moco|entao) ){0,3}(?:chega|basta|pare|parem|para com isso|parem com isso|para ja|ja chega|ja deu|pode parar|podem parar)(?: (?:ja|por favor|com isso|moca|moco|ne|gente|de uma vez|se faz favor|viu|agora|voces|cara)){0,3}$",
        r"(?:ja|mas|eu ja) (?:falei|disse|pedi|avisei)(?: \w++){0,4} (?:pra|para) (?:parar(?:em)?|nao ligar(?:em)?|me tirar(?:em)?|tirar(?:em)?)",
        r"nao (?:precisa[ms]?|ha necessidade|tem necessidade|e preciso|vale a pena)(?: de)?(?: voces)? (?:me )?(?:ligar(?:em)?|insistir(?:em)?|telefonar(?:em)?|voltar a ligar|ligar nunca)(?: me)?(?: (?:mais|nunca mais|de novo|outra vez))(?! (?:hoje|amanha|ate|agora|toda|tanto)(?!\S))",
        r"(?:como|o que)(?: (?:e que|eu|faco|que|tenho|posso|preciso|fazer|devo|de)){0,6} (?:pra|para)? ?(?:sair|me descadastrar|descadastrar|tirar meu nome|parar de receber|nao receber mais|deixar de receber)(?: (?:da lista|dessa lista|desta lista|meu nome|(?:essas|estas|suas|as) (?:ligacoes|chamadas)|dai|disso))",
        r"(?<!\bnao )(?:cancel[ae]|cancele[m]?|cancelar)(?: ai)? (?:o )?(?:meu cadastro|a minha inscricao|minha inscricao|o meu registo)",
        r"(?:voces|voce) (?:ligam?|telefonam?|me ligam?)(?: \w++)? (?:todo (?:santo )?dia|toda hora|o dia inteiro|o dia todo|todos os dias|a toda hora|sem parar)(?: (?:chega|para|parem|ja deu|isso cansa|que saco))",
        r"(?<!\beu )(?<!\bele )(?<!\bela )nao (?:me )?mand(?:e|em|a) (?:nada|mais nada|mensagem|mensagens|propaganda)(?: (?:por favor|nao|ta)){0,4}$",
    ),
    no_opt_out=(
        r"(?:por que|porque) (?:voces )?nao (?:me )?(?:lig|telefon)(?:aram|ou)|ficou de (?:me )?ligar e nao ligou|me chamo(?: \w++)?",
        rf"(?:(?:me|nos|lhe|te) )?(?:tir|retir|apag)(?:aram|ou)(?: (?:o|a|do|da|de|sem))?(?: (?:{_MINE}|\w++))?(?: {_LIST})?|(?:(?:me|nos) )?(?:remov|exclu)(?:eram|iram|eu|iu)(?: \w++){0, 2}|quem (?:me )?(?:tirou|apagou|removeu)(?: \w++){0, 4}|nao (?:me )?ligue[m]? que eu (?:te |lhe )?(?:ligo|retorno)|(?:me )?deix[ae]m? (?:me )?(?:em paz|quiet[oa]) (?:um[a]? \w++|por (?:hoje|agora))(?: e \w++)?",
        r"(?:^|(?<=\bporque )|(?<=\bque ))(?:o|a) (?!senhora?\b|moca\b|moco\b)\w++ nao (?:me )?(?:liga|incomoda|perturba)m? mais",
        r"(?:par[ae]m?|deixem?) de (?:me )?(?:ligar|telefonar)(?: me)?(?: (?:pra|para) mim)? (?:e|mas|melhor) (?:lig|telefon|fal)\w++|(?:par[ae]m?|deixem?) de (?:me )?ligar(?: me)? (?:de|com) numero (?:privado|oculto|desconhecido)|nao que parem|(?:se|quando) (?:voces )?(?:pararem|deixarem) de (?:me )?ligar",
        r"(?<!\bnao )(?:tirem?|tira|apaguem?|apaga|retirem?) (?:esse|este|o|o meu|meu) (?:numero|telefone|email)(?: \w++)? e (?:lig|coloc|coloqu|anot|poe|ponh|deix|us)\w++|nao (?:me )?(?:mandem?|enviem?|escrevam?|manda)(?: mais)?(?: (?:mensage\w++|emails?|e mails?|cartas?|whatsapp|nada))? (?:melhor |prefiro que |mas |e )?(?:me )?(?:liguem?|telefonem?|podem ligar)",
        rf"(?:desfaz|desfaca|cancel[ae]|esquec[ae]|a serio|anulem?)(?: d)?(?:e)? ?(?:isso|o|aquilo) de (?:nao ligar|(?:tirar|apagar|retirar|remover)(?: {_MINE})?(?: {_LIST})?)|(?:falou|disse|pediu|falei|pedi|disseram) (?:pra|para) nao (?:me )?ligar(?:em)?(?: mais)? mas|(?:filho|filha|menin[oa]|juquinha|rapaz) e? ?para de me (?:perturbar|incomodar|chatear)",
        rf"(?:quem (?:disse|falou)|de jeito nenhum|de maneira nenhuma|nem (?:pens\w++|louc[oa]|tent\w++|mort[oa]|sonh\w++)|nao e que|jamais|tambem nao|imagina)(?: (?:que|eu|em|quero|queira|queria|pretendo|vou|pedi|nao)){{0,4}} (?:me )?(?:(?:tir|retir|remov|exclu|apag)\w++|sair|descadastr\w++|parem de (?:me )?ligar)(?: (?:me|{_MINE}))?(?: {_LIST})?",
        r"nao (?:quero|queria|gostaria|pedi|e) que (?:voces )?(?:(?:parem|deixem|parassem|deixassem) de (?:me )?\w++|nao (?:me )?(?:liguem|telefonem)(?: mais)?)",
        r"(?:nao (?:consigo|consegui|posso|pude|deu pra|estou conseguindo|to conseguindo)|como)(?: me)? (?:descadastrar|sair|desinscrever)(?: me)? d[aeo]s? (?:site|aplicativo|app|plano|loja|programa|conta|promocao|pagina|sistema d\w++ \w++)",
        r"(?<!\bnao )(?<!\bnao me )(?:(?:que )?(?:me )?escrev(?:a|am|e|em|er|o)|(?:mand|envi)(?:a|e|em|am|ar|as) (?:um |uma )?(?:mensage\w++|whatsapp|zap|email|e mail|sms)|por (?:whatsapp|zap|email|mensagem|escrito))(?: (?:sempre|melhor|por favor|mas|e|ao \w++|pelo \w++)){0,3} nao (?:me )?liguem?(?! (?:mais|nunca)(?!\S))",
        rf"(?:{_CLOCK}|{_DAY_PARTS}|hoje|agora|amanha|por (?:agora|hoje|telefone)|(?:no|na|pro|pra|para o|para a|ao) (?:meu |minha )?(?:trabalho|servico|escritorio|fixo|loja|empresa|emprego))(?: (?!(?:disse|falei|pedi|avisei|que)(?!\S))\w++){{0,3}}? nao (?:me |nos )?(?:voltem? a ligar|{_SPOKEN})(?: por favor| nao)?(?! (?:mais|nunca|jamais)(?!\S))",
        rf"(?:{_DAY_PARTS}|(?<!\bde )(?<!\bdesde )hoje(?: ja)?|as (?:\d++|sete|oito|nove|dez|seis|cinco|onze)(?: da (?:manha|noite|tarde))?|(?:antes|depois) d[ae]s? \w++(?: da (?:manha|noite|tarde))?|(?:no|na|pro|pra|para o|para a|ao) (?:meu |minha )?(?:trabalho|servico|escritorio|fixo|loja|empresa|emprego))(?: (?:por favor|ja|melhor)){{0,2}} nao (?:me |nos )?(?:voltem? a ligar|{_SPOKEN})(?: (?:mais|nunca|por favor|nao)){{0,2}}",
        rf"(?:nao|nunca|ninguem|nem|jamais)(?: (?:eu|lhe|te|vos|tinha|e|foi|ia|quis)){{0,2}} (?:falei|disse|dizer|pedi|pediu|mandei|mandou|quis dizer|quero|queria|estou dizendo|to dizendo|to pedindo|estou a pedir|e|era|falou|precisa|preciso|foi|estou a dizer)(?: (?:isso|eu|voce|mais))?(?: (?:pra|para|que|de)){{1,2}} (?:(?:voces|me|nao|mais|meu nome) ){{0,3}}(?:parar(?:em)?(?: de (?:me )?ligar)?|parassem(?: de (?:me )?ligar)?|nao ligar(?:em)?|nao (?:me )?ligassem|ligassem|(?:{_REMOVE})\w*+(?: (?:me|meu nome|{_MINE}))?(?: {_LIST})?|sair(?: {_LIST})?|descadastr\w++|nao (?:quero|queria) que (?:me )?liguem)",
        rf"(?:nao|nunca|nem)(?: (?:vai|va|me|precisa|quero|pode|por favor|moca|moco|pedi|mandei|e pra|e para|voce|ele|quer)){{0,3}} (?:{_REMOVE})\w*+(?: (?:me|eu|a gente|ainda|{_MINE}))?(?: {_LIST})?(?: nao)?",
        rf"(?:nao|nunca) (?:quero|vou|pretendo|quis|queria|pedi pra|pedi para|mandei) (?:me )?(?:sair|descadastrar|ser retirad[oa]|ser removid[oa])(?: me)?(?: {_LIST})?",
        rf"(?:por que|pra que|quem|quando|(?<!\btem )como|(?<!\bve )se)(?: (?:voces|voce|foi que|e que|me|nos|iam|iria|ia|mandou|pediu pra|que|ja)){{0,4}} (?:tir|retir|remov|exclu|apag)\w++(?: (?:{_MINE}|me))?(?: {_LIST})?",
        r"nao (?:me )?(?:pare[ms]?|para|deixe[ms]?|deixa) de (?:me )?(?:ligar|avisar|telefonar)",
        r"(?:(?:meu|minha|meus|minhas) (?:\w++ ){1,3}|(?:o|a) (?:celular|carro|maquina|computador|televisao|tv|aparelho|luz|radio|banco|empresa|medico|rapaz|moca|menin[oa]|motor|moto|filh[oa]|gente|operadora|pessoal) (?:\w++ )?)(?:nao me liga[m]?|nunca mais me lig\w++|nao liga[m]?) mais(?: \w++)?",
        r"(?:ele|ela|eles|elas|ninguem|voces) (?:nao|nunca) (?:mais )?(?:me )?(?:ligam?|ligou|ligaram)(?: mais)?(?! (?:pra|para) (?:mim|ca|aqui))",
        r"(?:para|pare|parem|deixa|deixe) de (?:latir|gritar|brincar|chorar|mexer|encher o (?:seu|teu) \w++|perturbar (?:o|a|seu|sua|teu|tua|ele|ela)|chatear (?:o|a|seu|sua|teu|tua))(?: \w++)?",
        r"(?:diz|diga|fala|fale|avisa|avise) (?:pra|para|a|ao|pro) (?:\w++ ){1,3}(?:que )?(?:nao|pra nao|para nao) (?:me )?(?:ligar|ligue)(?: mais)?",
        r"(?<!\bagradeco )(?<!\bagradecia )(?<!\bagradeceria )(?:se|quando|enquanto|caso) (?:voces? )?(?:nao|nunca) (?:me )?(?:ligarem|ligar|liguem)(?: mais)?",
    ),
    keeps=(
        r"(?:desfaz|desfaca|cancel[ae]|esquec[ae])(?: d)?(?:e)? ?(?:isso|o descadastro)(?: de (?:tirar|nao ligar))?(?: \w++){0,4}$|(?:falou|disse|pediu|falei|pedi) (?:pra|para) nao (?:me )?ligar(?:em)?(?: mais)? mas (?:eu quero|agora (?:mudei|quero)|eu sim)|continuem ligando nao que parem",
        r"deix[ae]m? assim(?: mesmo)? nao (?:me )?tir\w++|nao quis dizer que (?:era|e) (?:pra|para) (?:me )?(?:apagar|tirar|retirar|remover|parar)",
        r"nao (?:parem|pare|deixem|deixe|quero que (?:voces )?(?:parem|deixem)) de (?:me )?(?:ligar|avisar|telefonar|mandar)(?: me)?",
        r"pode[m]? (?:me )?ligar(?: (?:me|a vontade|sim|quando (?:quiser\w*+|puder\w*+)|sem problema)){1,2}$|nao (?:me )?incomoda podem? ligar|(?:nao|eu nao) (?:disse|falei|pedi) isso$|nao era (?:pra tirar|isso quero continuar)|gosto de receber as ligac\w++|(?:volta|poe|coloca|bota) (?:o )?meu (?:nome|numero) (?:de volta )?(?:pra|para a|na|a) lista|afinal (?:deixe|deixem) ficar|(?:nao falei|nao era|nao foi) (?:com voce|contigo)(?: \w++){0,5}? pode continuar|nao tira nau|nao nao (?:nao )?deixa ai",
        r"(?:quem (?:disse|falou)|quando foi que eu disse|de jeito nenhum|de maneira nenhuma|nem (?:pens\w++|louc[oa]|tent\w++|mort[oa]|sonh\w++)|nao e que|jamais|tambem nao|nao vai(?: me)?|imagina)(?: (?:que|eu|em|quero|queira|queria|pretendo|vou|pedi|me)){0,4} (?:me )?(?:(?:tir|retir|remov|exclu|apag)\w++|sair|(?:pra )?nao (?:me )?lig\w++|que (?:nao )?me (?:tirem|liguem))|(?:nao (?:pedi|quero|fiz) (?:o )?cancelamento)|nao deixa meu nome na lista$",
        rf"nao(?: (?:vai|va|me|precisa|quero|por favor|moca|moco|e pra|e para|quero que|e necessario|de jeito nenhum)){{0,3}} (?:(?:tir[ae]m?|tirar|retir[ae]m?|retirar|remov[ae]m?|remover|exclu[ai]m?|excluir|apag[au]e?m?|apague[m]?|apagar|delet[ae]m?|deletar|elimin[ae]m?|risque|risca|descadastr[ae]m?|descadastrar|cancel[ae]m?|cancelar))(?: (?:me|eu|a gente|ainda|nao|{_MINE}|o meu cadastro|meu cadastro|isso)){{0,4}}(?: (?:{_LIST}|nao))?$",
        rf"nao(?: (?:vai|va|me|precisa|quero|por favor|e pra|quero que)){{0,3}} (?:tir\w++|retir\w++|remov\w++|exclu\w++|apag\w++|delet\w++|risc\w++|risqu\w++|descadastr\w++)(?: me)? (?:{_MINE}|{_LIST})",
        r"nao (?:me )?(?:descadastr[ae]m?|descadastre me|tira nao|cancela(?: o| meu)? cadastro|tira (?:da|meu))(?: nao)?",
        r"(?:nao|nunca|ninguem|nem)(?: (?:eu|lhe|te|vos|tinha|foi|e)){0,2} (?:falei|disse|pedi|mandei|mandou|pediu|quis dizer|to pedindo|estou a pedir|foi isso que eu|falou)(?: (?:isso|nada))?(?: (?:pra|para|que|de|e)){0,4} (?:parar(?:em)?(?: de (?:me )?ligar)?|parassem|nao (?:me )?ligar(?:em)?|nao (?:me )?ligassem|nao queria que ligassem|(?:me )?tir\w++|(?:me )?retir\w++|(?:me )?remov\w++|sair|descadastr\w++|apagar)",
        r"(?<!\bnao )(?<!\bnao me )(?:pode(?:m|s)? |e pra |quero |prefiro |favor )?(?:deix(?:a|e|em|ar)|mant(?:em|enha|enham|er)|conserv[ae]m?|fic[ae] com|continue com|guarde) (?:ficar )?(?:me )?(?:ai )?(?:(?:o )?meu (?:nome|numero|cadastro|contac?to|telefone)|me|eu|a gente)(?: ai| mesmo)?(?! (?:fora|em paz|de fora|quiet\w++|antigo)(?!\S))(?: (?:na|n[ao]|ai|ativo|como|no|nessa|mesmo) ?(?:lista|base|sistema|cadastro|registro|estava|esta|ta)?)?(?=$| (?:que|sim|por favor|na|no|ai|viu|ta|obrigad[oa]|como|moca|moco|nessa)(?!\S))",
        r"(?<!\bnao )(?:pode(?:m|s)?|quero|gostaria de|prefiro|quero que|que|podem) (?:continuar|continuem|continue|seguir|manter|mantenham)(?: (?:a|me|voces|sim)){0,2} (?:ligar|ligando|telefonar|receber|recebendo|avisando|avisar|mandando|mandar|enviando|enviar|contactar|na lista|no cadastro|inscrit[oa]|(?:o )?meu (?:nome|numero|cadastro|contac?to)|nessa lista)(?: me)?(?: (?:sem problema|sim|as ligacoes))?",
        r"(?<!\bnao )continu(?:e|em|a) (?:a |me )?(?:ligar|ligando|avisando|mandando|avisar|mandar|recebendo|enviando)(?: me)?",
        r"(?:nao quero|nao pretendo|jamais quero|nem quero|nao queria) (?:me )?(?:sair(?=$| (?:d[ae]ss?[ae]? ?lista|da lista|da base|do cadastro|nao|de jeito)(?!\S))|descadastrar|ser (?:retirad|removid|tirad|excluid)[oa]|que (?:me )?(?:tirem|retirem|removam)|parar de receber|deixar de receber)(?: me)?(?: (?:da|dessa|desta|de|as|meu|o meu) \w++)?",
        r"(?:eu )?(?:gosto|adoro|nao me importo|nao me incomodo|quero sim|eu quero)(?: (?:que|quando|sim que|se|mesmo que)){1,2} (?:voces |me |voces me )?(?:liguem|ligam|ligarem|avisem|telefonem|mandem|contactem|continuem)",
        r"(?:(?<!\bnao )(?:era|foi|tava|estava|to) (?:so )?(?:de |uma |a )?(?:brincadeira|brincando|brincar|zoando|zoeira)(?! (?:o|a|tira|tirem|apag\w++|isso)(?!\S))|(?:falei|disse)(?: aquilo)? (?:da boca pra fora|sem pensar|por falar|na raiva|brincando|por engano)|retiro o que (?:eu )?disse|volto atras|esquec[ae] (?:o que (?:eu )?(?:disse|falei)|isso de (?:tirar|sair|cancelar))|desconsider[ae] (?:o que (?:eu )?(?:disse|falei)))",
        r"nao (?:foi|e|era) (?:bem )?isso(?: que (?:eu )?(?:quis dizer|falei|disse|pedi|queria))?(?: nao)?$",
        r"(?<!\bnao )(?:mudei de ideia|mudei de opiniao|pensando (?:bem|melhor)|(?<!\btarde )(?<!\beu )(?<!\bdepois )me arrependi|arrependi me|pensei melhor)(?:$| (?:nao|pode|podem|deix\w++|mant\w++|continu\w++|quero continuar|melhor (?:nao|deix\w++))(?: \w++){0,3})",
    ),
    no_outcome=(
        r"(?:lig|telefon|contac?t)\w++(?: me)? sempre(?: \w++){0,4}|(?:prefiro|preferia|gostaria) que (?:me )?(?:lig|telefon)\w++(?: \w++){0,4}|prefiro (?:a|de) (?:tarde|noite|manha)|(?:na|da) proxima(?: vez)? (?:me )?lig\w++(?: \w++){0,4}|(?:nunca|so|sempre)(?: \w++){0,4}? posso (?:falar|atender)(?: \w++){0,2}|posso (?:falar|atender)(?: \w++){0,2} sempre|(?:quando|se) (?:precisar\w*+|forem|for|ligarem|quiser\w*+)(?: \w++){0,2}? (?:me )?lig\w++(?: \w++){0,4}|pode[m]? ligar (?:a vontade|quando (?:quiser\w*+|puder\w*+))|(?:de|pela) (?:manha|tarde|noite) (?:e (?:sempre )?melhor|nunca)(?: \w++){0,4}|(?:pra|para) mim e melhor (?:a|de) \w++|nao (?:voltem? a ligar|ligue[m]?|me ligue[m]?|liguem) (?:tao|antes|ate|hoje|agora)(?: \w++){0,4}",
        r"(?:nao sei|depende|saber|ver) (?:do preco )?se (?:me interessa|tenho interesse|me interesso)|isso e legal|muito legal|ja contratei$|(?:essa|esse) \w++ (?:eu )?ja tenho|(?:meu|minha) \w++ me liga(?: \w++){0,2}|ninguem mais liga(?: \w++){0,5}|(?:me )?passa(?: me)? (?:pr[oa]s?|para (?:o|a|os|as))(?: \w++){1,2}|pode (?:me )?passar (?:pr[oa]s?|para)(?: \w++){1,2}|manda um tecnico|liga (?:a|o) (?:luz|tv|televisao|som|computador|aparelho)|pode deixar na portaria|(?:nao quero|quero) (?:receber em casa|retirar)(?: \w++){0,2}",
        # Denied, of other times, of somebody or something else.
        r"(?:nao e que|nao (?:digo|disse|falei|quis dizer|quero dizer) que|nunca (?:disse|falei) que)(?: (?:eu|ja))? (?:nao )?(?:me|nao|nos|queira|quero|esteja|tenha|tenho|estou|to) ?(?:interess\w*+|queira|quero|precise|interesse)?",
        r"(?:antes|no comeco|da outra vez|no ano passado)(?: \w++)? (?:ate )?(?:nao )?(?:me interessava|tinha interesse|estava interessad[oa]|eu tinha interesse)|(?:nao )?(?:me interessava|tinha interesse)(?: antes)",
        r"(?:me interessa|gostaria de|quero|queria|gostava de|estou interessad[oa] em) (?:e )?saber (?:quem|como|de onde|por que|onde|se)(?: (?:te|lhe|voces?|me|meu|o|conseguiu|conseguiram|arranj\w*+|deu|deram|passou|numero|telefone|tem|sao|estao|ligam?|ligando|tanto)){0,5}",
        r"(?:a |o )?(?:meu|minha|um|uma|o|a) (?:\w++ )?(?:vizinh[oa]|irma|irmao|filh[oa]|cunhad[oa]|amig[oa]|prim[oa]|sogr[oa]|chefe|marido|esposo|esposa|mulher|mae|pai)(?: (?:e que|sim|nao|talvez|ate))? (?:tem interesse|ta interessad[oa]|esta interessad[oa]|quer|se interessa|gostaria)",
        r"(?:nao e|isso nao e) (?:pra|para) (?:mim|nos) (?:e|seria) (?:pra|para|do|da)(?: \w++){1,3}",
        r"(?:sem|taxa de|zero|com|de|os|o|quanto de|qual a taxa de) juros(?: \w++)?",
        r"nao (?:quero|preciso|desejo) (?:que (?:se|isso|me cobrem)|errar|perder|atrasar|problemas?|deixar|ess[ea]|o (?:basico|pequeno|azul|vermelho|grande)|a (?:basica|pequena|cor)|nada (?:caro|complicado)|de senha|senha|incomodar|atrapalhar|tomar seu tempo)(?: \w++){0,2}",
        r"nao (?:precisa[ms]?|ha necessidade|e preciso|e necessario|tem que|vale a pena|quero que)(?: (?:de|que|me)){0,2} (?:me )?(?:mandar?|envi(?:ar|e|em)|mande[m]?|lig(?:ar|ue|uem)|telefonar|retornar)(?:em)?(?: (?:me|nada|de novo|a informacao|nenhum \w++|o folheto|email|outra vez))?",
        r"(?:nunca|sempre|ja|ontem|antes|semana passada|outro dia|ha \w++ \w++|ainda nao|ate agora)(?: \w++)? (?:me|nos)? ?(?:mand(?:ou|aram|am|a)|envi(?:ou|aram|am|a)|lig(?:ou|aram|am)|telefon(?:ou|aram|am)|pass(?:ou|aram))(?: \w++){0,2}",
        r"(?:me|nos) (?:mandaram|enviaram|mandou|enviou|ligaram|ligou|telefonaram|telefonou|passaram)(?: (?:ontem|antes|outro dia|semana passada|hoje|de manha|a tarde|um|uma|o|a|seu|meu)(?: \w++){0,2})?|(?:mandei|enviei|passei)(?: (?:o|a|um|uma|tudo|as|os|ontem))(?: \w++)?|(?:recebi|nao recebi)(?: \w++){1,3}",
        r"(?:nao e|nao foi|nao me pegou em|nao e uma) (?:uma )?(?:ma hora|hora ruim|mau momento|ma altura)|nao (?:estou|to|tou) (?:ocupad[oa]|dirigindo|trabalhando|fazendo nada)|nao ha melhor (?:hora|momento)(?: que \w++)?",
        r"(?:o|a|meu|minha|um|uma|outro|outra) (?:codigo|endereco|email|data|nome|sobrenome|valor|cpf)(?: \w++){0,4} (?:errad[oa]|incorret[oa]|trocad[oa])(?: n[oa]| d[oa])?|(?:numero|telefone)(?: (?:esta|ta|veio))? errado (?:na|no|da) (?:fatura|conta|boleto|contrato|cadastro|nota)|engan(?:o|ei)(?: me)? (?:no|na|do|da|de) (?!numero|telefone)\w++",
        r"(?:nao sou|eu nao sou) (?:a pessoa|o|a|quem|bem o|bem a)(?: (?:indicad[oa]|certa|adequada|titular|responsavel|decide|que decide|quem decide|que cuida|que paga|que trata))+",
    ),
    questions=(
        r"(?:quanto|quanta|qual) (?:e|custa|fica|sai|ficaria|cobram|o valor|o preco)(?: (?:o|a|os|de)){0,2}(?: \w++)?",
        r"(?:voces?|ja)? ?(?:me|nos) (?:mandaram|enviaram|mandou|enviou|ligaram|ligou)(?: \w++){0,4}(?= ontem| semana| antes|$)",
        r"(?:a quem|por que|quem|como|pra que|para que)(?: (?:e que|lhe|te|me|nao|eu|voces?)){0,2} (?:interessa|interessaria|mand\w*+|envi\w*+|lig\w*+|quer|querem)(?: \w++){0,3}",
        r"(?:que|qual) (?:numero|pessoa|senhora?|empresa)(?: \w++){0,4}",
    ),
    requests=(
        r"(?:me |nos |voces? )?(?:pode[ms]?|podes|poderiam?|podiam?|podemos|posso|consegue[ms]?|seria possivel|e possivel|tem como|da (?:pra|para)|dava para|se importa|importa se|importa se de|quer(?:em)?|por que nao|que tal|e se|ha forma de)(?: \w++)?",
    ),
    wrong_number=(
        r"(?:voce |ce )?(?:ta|esta) perdid[oa](?: \w++)?? ?aqui (?:ninguem|nao)|aqui ninguem conhece|ligou (?:pra|para) uma casa (?:de familia|particular)|^(?:(?:nao|desculpe|desculpa|mas|eu|olha) ){0,4}nao me chamo assim|(?:acho que )?trocaram os numeros|com quem (?:quer|queria|deseja) falar aqui nao (?:tem|ha|mora)|(?:ta|esta) com o (?:dado|contato|numero|cadastro) errado|ess[ae] nao e o (?:celular|telefone|numero) d(?:ele|ela)|nao sei de quem (?:voce )?(?:ta|esta) falando(?: nao sou eu)?|(?:vendeu|trocou) (?:esse|este|o) (?:chip|numero)(?: \w++){0,2}? nao e mais d(?:ele|ela)",
        r"^(?:(?:nao|desculpe|desculpa|senhor\w*+|moc[oa]|olha|acho que) ){0,3}(?:aqui nao e|nao e aqui)(?: (?:nao|senhor\w*+|moc[oa]))?$|^nao sei quem e(?: nao)?$|^nao (?:o|a) conheco$|nunca ouvi falar (?:dessa|desse|nessa|nesse) (?:pessoa|senhora?|homem|mulher|nome)|nao faco ideia de quem (?:seja|e)|quem e ess[ae] aqui nao (?:tem|mora)|e?n?emgano|num?ero erado",
        r"(?:eu )?nao sou (?:a|o) (?!pessoa|responsavel|titular|dona?|gerente|cliente|unic|proprietari|melhor|mae|pai|indicad)\w++$|meu nome e \w++ (?:nao e|e nao) \w++$|(?:ess[ae]|est[ae]) (?:senhora?|pessoa) ja nao (?:trabalha|mora|vive) (?:connosco|conosco|aqui|ca)|esse numero(?: agora)? e meu(?=$| (?:agora|faz|ha|desde|nao)(?!\S))|peguei esse numero(?: \w++){0,2}$",
        r"(?:isto|isso aqui|aqui|isso) (?:e|nao e) (?:casa de familia|uma casa de familia|a casa d\w++ \w++)|isto e um \w++ nao e a casa dele|nao e (?:d)?a casa d(?:ele|ela|os|as)|essa nao e a casa d\w++|esse telefone e d\w++ (?:minha|meu) \w++ nao e d\w++|nao e o numero que (?:procura|voce procura|discou)|nao e comigo e (?:com )?outra pessoa|e outra pessoa que (?:voce|a senhora|o senhor|voces) (?:procura|quer)|(?:ta|esta|estao) (?:procurando|a procurar) outra pessoa|nao somos essa (?:empresa|familia)|ligam procurando (?:ela|ele) e (?:eu )?nao conheco",
        r"(?<!\bnao e )(?<!\bnao foi )(?<!\bdei o )(?<!\bpassei o )(?:numero|telefone) (?:errado|herrado|trocado|equivocado|incorreto)(?! (?:na|no|da) (?:fatura|conta|boleto|contrato|cadastro|nota)(?!\S))",
        r"^(?:(?:nao|desculpe|desculpa|olha|ah|alo|acho que|deve|deve ser|so pode ser|isso|isto|creio que|oi|e|foi|deve de) ){0,4}(?:ser |e |foi )?engano(?: (?:seu|senhor\w*+|moc[oa]|desculpe|tchau|meu (?:senhor|amigo)|amigo|minha senhora|obrigad[oa]|ta|aqui|vosso|de certeza)){0,3}(?! (?:do|da|de|dos|na|no|meu|minha|dele|dela|me)(?!\S))(?: \w++){0,4}$",
        r"(?:deve ser|acho que e|acho que foi|e|foi|so pode ser) (?:um )?engano(?=$| (?:aqui|nao|eu|desculp\w++|seu|esse|este|moc[oa])(?!\S))(?! (?:do|da|de|na|meu|dele))",
        r"(?:ligou|ligaram|ligaste|discou|discaram|marcou|ta ligando|esta ligando|estao ligando|telefonou|esta a ligar|estao a ligar|tao ligando|ce ligou|foi parar) (?:(?:pr[oa]|para o|para a|n[oa]|num|numa|a) )?(?:(?:numero|pessoa|lugar|casa) )?errad[oa]",
        r"(?:enganou se|enganaram se|se enganou|se enganaram|enganaste te|esta enganad[oa]|ta enganad[oa]|estao enganados|esta equivocad[oa])(?: (?:no|de) (?:numero|telefone)|n[oa] pessoa|(?=$| (?:aqui|senhor\w*+|moc[oa]|minha|meu|eu|este|esse|isto|nao)(?!\S)))",
        r"(?:esta|ta|estao|tao|voce ta|procurando|falando|ligando|a falar|a ligar)(?: \w++){0,2} (?:com|para|pra|atras d[aeo]) (?:a )?(?:pessoa errada|outra pessoa)|(?:com o |o )numero (?:trocado|errado)",
        r"(?:aqui|ca|nessa casa|nesta casa|nesse numero|neste numero)(?: (?:ja|em casa))? nao (?:tem|mora|vive|ha|existe|trabalha|e d[aeo]|temos|conhecemos)(?: (?:mais|ninguem|nenhum\w*+|essa|esse|pessoa|com|de|chamad[oa]|casa|d[ao]|o|a)){1,3}(?: \w++){0,2}(?! (?:agora|hoje|no momento)(?!\S))",
        r"(?:nao (?:mora|vive|tem|ha|existe|trabalha|conheco|temos|conhecemos) )?(?:ninguem|nenhuma pessoa)(?: aqui| ca)? (?:(?:com|de) (?:esse|este) nome|chamad[oa] (?:assim|\w++)|que se chame \w++)",
        r"(?:eu )?nao (?:conheco|conhecemos|sei quem e|faco ideia de quem|faco ideia de quem seja) (?:(?:a|o|de|nem|e) )?(?:ess[ae] (?:pessoa|senhora?|homem|mulher|moc[oa]|cara|tal|\w++)|ess[ae]$|nenhum[a]? (?!empresa|oferta|plano|produto|outr)\w++|ninguem (?:com|de|chamad\w++|que se)(?: \w++)?|ele$|ela$)(?<!\bessa empresa)(?<!\bessa oferta)(?<!\besse plano)(?<!\bessa promocao)(?<!\besse produto)(?<!\besse servico)(?<!\bessa marca)(?<!\besse banco)",
        r"(?:eu )?nao sou (?:ess[ae] (?:pessoa)?(?: ai)?|a pessoa que|quem (?:voce |a senhora |o senhor )?procura|eu nao|eu$|o (?:senhor )?que procura|a (?:pessoa|senhora) que procura)(?: \w++)?(?! (?:pag\w++|titular|responsavel|que (?:pag|decid|cuid|trat|resolv)\w*+)(?!\S))",
        r"nao sou eu(?: (?:nao|moc[oa]|aqui \w++ \w++ ?\w*+|essa pessoa|o meu nome|meu nome))(?: \w++)?",
        r"(?:ess[ae]|est[ae]|este|esse|o|a)(?: (?:numero|telefone|celular|telemovel|linha|chip))? (?:ja |agora )?nao (?:e|pertence)(?: mais)? (?:(?:d|a )?(?:el[ae]|dele|dela|ess[ae]|dess[ae] (?:pessoa|senhora?|moc[oa])|o numero d\w++|o telefone d\w++|seu)|dest[ae] senhora?)(?: \w++)?",
        r"(?:ess[ae]|est[ae]|este|o) (?:numero|telefone|chip|telemovel|celular) (?:agora )?(?:(?:e|ficou) (?:meu|nosso|comigo)(?: (?:agora|ha|faz|desde|era|ja))|era (?:d[aeo] )?(?:outr[oa]|alguem))",
        r"(?:comprei|peguei) (?:ess[ae]|est[ae]|um) (?:chip|numero)(?: \w++){0,3} nao sou",
        r"(?:el[ae]|ess[ae] (?:pessoa|senhora?|moc[oa]|rapaz)|esse senhor|est[ae] senhora?) (?:ja )?nao (?:mora|trabalha|vive|esta)(?: mais)? (?:aqui|ca|neste \w++|nessa \w++|com a gente|nesta \w++)(?! (?:a tarde|de manha|as|aos|hoje|agora|no momento|em casa)(?!\S))",
        r"nao (?:e|fica) (?:daqui|desta casa|dessa casa|deste numero)(?: (?:ess[ae]|est[ae]|nao|moc[oa]|isso)(?: \w++)?)?",
        r"voces? (?:procuram?|querem? (?:falar com )?|estao? (?:procurando|a procurar)) (?:por )?(?:outra pessoa|outr[oa] \w++)",
    ),
    callback=(
        r"(?:voce )?me (?:pegou|apanhou|pega) (?:bem )?(?:no|na|em|num|numa|saindo|comendo)(?: \w++){1,2}|agora (?:e )?impossivel(?: \w++){0,4}|tenho (?:uma )?(?:reuniao|consulta|aula) (?:em|daqui|agora|dentro)(?: \w++){1,3}|falamos (?:amanha|depois|mais tarde|na \w++|segunda|logo)|me faz uma ligad\w++(?: \w++){1,3}",
        r"^(?:quando|depois que|daqui a|espera)(?: \w++){1,4}? (?:me )?(?:liga|ligue)(?: (?:de novo|nessa hora|me))?$|me da (?:uma hora|meia hora|umas horas)$|(?:minutos|pouco|hora|chegar) e (?:ai )?liga de novo$|liga as sinco|agora nao poco|(?:mes|semana) que vem quando eu voltar|daqui a (?:uma|duas|meia) horas? eu (?:posso|consigo)",
        rf"{_NOT_ASKED}{_CALL_ME}(?: (?:por favor|por gentileza|entao|de novo|novamente|se faz favor|pra mim|para mim|outra vez|se puder|a mim|moc[oa]|aqui|no meu celular|ai|sim)){{0,3}} (?:{_LATER})",
        rf"(?:podemos|posso|pode|a gente|vamos|podiamos|da pra|da para|podia) (?:(?:se )?(?:fala|falar|conversa|conversar|nos falar|ver isso|deixa|deixar|se falar|marcar|conversamos|combinar|ser|falarmos|a gente falar))(?: (?:isso|sobre isso|entao|por favor|pra|para|a gente)){{0,4}} {_LATER}",
        rf"(?:a gente|nos) (?:conversa|se fala|fala|falamos|conversamos|ve isso) {_LATER}",
        rf"{_LATER} (?:a gente|nos) (?:conversa|se fala|fala|falamos|conversamos|ve isso|ve)",
        rf"(?:agora|hoje|neste momento|nesse momento|no momento|por agora)(?: (?:mesmo|eu|ja|e que))? nao (?:posso|da|consigo|tenho tempo|tenho como|vai dar|dava|me da jeito|e (?:uma )?boa hora|e bom|e o melhor)(?! (?:pagar|comprar|decidir|gastar|pra pagar|certo|para ver o site)(?!\S)){_NO_SEND}(?: (?:falar|atender|pra falar|para falar|jeito))?",
        r"nao (?:posso|consigo|da pra|da para|vou poder|tenho como) (?:(?:te |lhe |o |a )?(?:falar|atender|conversar))(?: (?:bem|direito|com voce|com a senhora|muito))? (?:agora|hoje|neste momento|nesse momento|no momento)",
        rf"(?<!\bmas )(?:nao tenho|estou sem|to sem|tou sem) tempo(?: (?:agora|hoje|neste momento|pra falar|para falar|de falar|no momento))(?: (?:agora|hoje))?{_NO_SEND}",
        rf"(?<!\bnao )(?<!\bnunca )(?<!\bquando )(?<!\benquanto )(?<!\bmas )(?:estou|to|tou|estamos|tamos|ando|me pegou|voce me pegou|apanhou me|me pega|estava|tava)(?: (?:muito|agora|bem|meio|ainda|aqui|um pouco|meia|super|mesmo|neste momento|no momento|tao|numa|a)){{0,3}} {_BUSY}{_NO_SEND}(?!(?: \w++){{0,4}} (?:mas (?:pode|fala|diga|posso|pode falar)|pode falar|diga|desde|ontem|numa empresa|ha anos|faz \w++ anos)(?!\S))(?<!\btava ocupado)(?<!\btava ocupada)(?<!\bestava ocupado)(?<!\bestava ocupada)",
        r"nao (?:e|seria)(?: (?:uma|um|o|a))? (?:boa hora|bom momento|melhor (?:hora|momento)|boa altura|melhor altura)(?! (?:pra|para) (?:comprar|mudar|investir)(?!\S))",
        r"(?:e|ta|esta) (?:uma )?(?:ma hora|pessima hora|hora ruim|mau momento|ma altura)|(?:voce )?me pegou (?:numa|em) (?:ma hora|hora ruim|pessima hora)",
        rf"^(?:(?:nao|melhor|pode ser|entao|prefiro|so|ai|olha|pois|e|deixa|deixe|fica|hoje nao|agora nao|hoje ta complicado|tenta|tente|que seja|da pra ser|dava pra ser|hoje nao da|hoje nao me da jeito|agora nao da|hoje nao me da jeito melhor) ){{1,4}}(?:pra |para )?{_LATER}(?: (?:por favor|melhor|se puder|pode ser|ta|ok|entao|se faz favor|e melhor|eu posso|posso|se der|a noite|a tarde|de manha|as \w++)){{0,3}}$",
        r"(?:deix[ae]|deixamos|fica|marca|vamos deixar)(?: isso)? (?:pra|para) (?:depois|amanha|outro|outra|semana|mais|a|o|segunda|terca|quarta|quinta|sexta)(?: \w++)?(?! (?:o|a) (?:meu|minha)(?!\S))",
        r"(?:mais tarde|depois|amanha|outro dia|daqui a pouco|segunda|outra hora) (?:eu )?(?:posso|consigo|falo|te ligo|retorno|atendo|voce (?:me )?liga|me liga|a gente|liga|ligue|da|pode ser|e melhor)",
        rf"(?:(?:meu|minha) (?:marido|mulher|esposa|pai|mae|chefe|patrao|esposo)|el[ae]) (?:so )?(?:chega|volta|esta|ta|vem) {_LATER}(?: \w++){{0,2}} (?:lig\w++|telefon\w++|retorn\w++)",
        r"^(?:(?:agora|hoje) (?:nao|nao da|ta complicado|ta dificil|nao posso)|agora nao moc[oa]|outra hora|outro dia|mais tarde|depois)(?: (?:moc[oa]|por favor|ta|pode ser|melhor|agora|outra hora|mais tarde|depois|se der|tchau)){0,3}$",
        r"(?:em|n)outr[oa] (?:hora|momento|dia|altura|ocasiao)(?: (?:por favor|pode ser|melhor|se puder))?$",
    ),
    puts_off=(
        rf"(?:(?:nao|melhor|agora|hoje|ai|olha|desculpe|desculpa|pois|bom|e que|moca|moco|por favor|entao) ){{0,4}}(?:agora nao|hoje nao|nao agora|nao hoje|mais tarde|outro dia|noutra altura|em outro momento|outra hora|{_LATER})(?: (?:melhor|por favor|se puder|pode ser|moca|moco|desculpe|desculpa|outro dia|mais tarde|se faz favor|ta)){{0,3}}",
    ),
    callback_if_timed=(
        r"(?<!\bnao )(?<!\bnao me )(?<!\bnunca me )(?<!\bninguem me )(?<!\bele me )(?<!\bela me )(?<!\bja me )(?:me (?:liga|ligue|liguem|telefona|telefone|chama|chame|retorna|retorne)|(?:liga|ligue|liguem|telefone|telefona|retorne|retorna) (?:me|pra mim|para mim|nos)|(?:pode[ms]?|podes|poderiam?|podiam?|consegue[ms]?|da (?:pra|para)|tem como|voce pode) (?:me |voce |entao )?(?:ligar|telefonar|retornar|chamar|voltar a ligar|tentar)(?: me)?|(?:volte|volta|torne|tente) a (?:me )?ligar|me da (?:uma ligada|um toque))",
        r"^(?:(?:nao|sim|melhor|ok|bom|ta|ta bom|pois|ai|ah|desculpe|desculpa|olha|entao|eh) ){0,4}(?:melhor|liga|ligue|liguem|telefone|retorne|tenta|tente|que seja|prefiro|preferia|pode ser)",
        r"(?:me|pra mim|para mim|da me)? ?(?:fica|ficaria|seria|e|estaria|da|dava|calha|calhava|convem) (?:me )?(?:bem |muito |mais )?(?:melhor|bem|bom|otimo|optimo|perfeito|facil|jeito)",
        r"(?:podemos|posso|podia|podiamos|prefiro|melhor|que tal|a gente pode|a gente) (?:fala|falar|falarmos|conversar|conversarmos|se falar|ver isso|marcar|combinar|conversa|se fala|continuar)",
        r"(?:nessa hora|a essa hora|nesse dia|ai|nesse horario) (?:eu )?(?:posso|consigo|estou|to)",
    ),
    follow_up=(
        r"(?:favor|gentileza|bondade) de (?:me )?(?:mandar|enviar|passar)(?: \w++){0,4}|(?:joga|jogue|lanca) (?:a |as |o )?(?:info\w*+|link|dados|proposta)?(?: ?(?:no|na|pro) (?:meu )?(?:zap|whatsapp|email))|(?:quero|prefiro|preciso) que (?:me )?(?:deixe|mande|envie|passe)m?(?: \w++){1,4}|que chegue a (?:proposta|informacao)(?: \w++){0,5}",
        r"(?<!\bnao )(?<!\bnem )(?:manda|mande|mandem|envia|envie) (?:por (?:email|e mail|whatsapp|zap|mensagem|correio)|mensagem com|alguma coisa|pro email|para o email|tudo|as|os|o site|no|pelo)(?: \w++){0,4}|(?:entao|sim|ta bom|tudo bem|pode) manda(?:r)?$|manda que (?:eu|depois)|preciso que (?:me )?(?:mande|envie)(?: \w++){0,3}|(?:queria|quero|gostava d|gostaria d)(?:e)? ?(?:o|um|receber o) (?:folheto|catalogo|orcamento|material)(?: \w++){0,3}|pode (?:me )?reenviar(?: \w++){0,2}",
        rf"{_NOT_ASKED}(?<!\bja )(?<!\beles )(?<!\bo que )(?<!\bfilho )(?<!\bfilha )(?<!\bbanco )(?<!\bsempre )(?<!\bvoces )(?<!\bso )(?<!\bnem ){_SEND}(?! (?:embora|um (?:abraco|beijo|tecnico)|abraco|beijo|lembranca|dinheiro|falar|alguem|a conta|pra (?:ca|merda)|o tecnico|o boleto errado|se (?:lixar|foder))(?!\S))(?: \w++){{0,4}}",
        r"(?:prefiro|queria|gostaria de|gostava de|preciso|preciso de|quero|posso) (?:ver|ler|receber|ter)(?: (?:isso|tudo|o|a|os|as|um|uma|mais|primeiro|algo|essa|esse|informacoes|informacao|detalhes|proposta|folheto|catalogo|contrato|orcamento|material)){0,4} (?:por (?:escrito|email|e mail|mensagem|whatsapp)|no (?:email|whatsapp|zap|papel|meu email)|em casa|folheto|catalogo|pelo (?:email|whatsapp|zap)|antes|primeiro)",
        r"(?:voces )?(?:tem|tens|teriam|ha)(?: algum| um| uma)? (?:folheto|catalogo|material|informacao|pdf|site|brochura)(?: \w++){0,3} (?:mandar|enviar|me mandar)(?: me)?",
        r"(?:te|lhe|vou te|vou) (?:passo|dou|passar|dar) (?:o )?meu (?:email|e mail|whatsapp|zap|numero)(?: \w++){0,2} (?:e )?(?:voce |ai |ai voce )?(?:me )?(?:manda|mande|envia|envie)",
        r"(?:se puder|podendo|se conseguir|se der) (?:me )?(?:mandar|enviar|passar|encaminhar)(?: me)?(?: \w++){0,3}",
        r"(?:manda|mande|envia|envie|mandem|enviem)(?: (?:ai|la|entao|ja|que eu (?:vejo|leio|olho|dou uma olhada))){1,4}$",
        r"(?:envi|mand)(?:e|em|a) (?:a |o |os |as |um |uma )(?:proposta|informacao|informacoes|folheto|catalogo|orcamento|contrato|documentacao|tabela|link|fotos?|endereco|valores|detalhes|condicoes|pdf|horcamento|simulacao|material)(?: \w++){0,4}",
    ),
    not_interested=(
        r"ja temos (?:esse|este|isso|um)(?: \w++){0,2}|(?:eu |nos |a gente )?nao (?:mexo|mexe|mexemos|trabalho|trabalhamos|compramos|compro) (?:com isso|assim|disso|essas coisas|por telefone)|nao e algo que (?:me|nos) (?:interesse|sirva)|nao quero (?:me meter em|ter|fazer) (?:mais )?(?:dividas?|compromissos?)|nao me faz falta(?: \w++)?",
        r"nao (?:preciso|quero) (?:de )?(?:folheto|catalogo|cartao de credito|nenhum cartao)|(?:gostaria|adoraria|queria|me interessaria)(?: \w++){0,5}? mas (?:nao (?:posso|tenho|da)|infelizmente)|me interessaria se(?: \w++){1,5}? mas nao|nao (?:faz falta|serve pra mim|serve para mim|me serve|e o que (?:eu )?procuro|nos da jeito|me da jeito|compro por telefone|compro nada por telefone|mi interessa|tenho interece)|nunca compro por telefone|^sem interesse|ja (?:estamos|estou|to) com outr[oa]|prefiro nao (?:mudar|trocar|contratar)|(?:ta|esta|e) (?:muito )?caro (?:pra|para) mim(?: nao)?|muito caro nao|(?:por agora|por enquanto|no momento) nao$|(?:a gente|eu|nos) nao (?:usa|uso|usamos) isso|nao posso contratar|nao e que me interesse muito",
        r"(?<!\bquando eu disse que )(?<!\bfalei que )(?<!\be que )(?<!\bdisse que )nao (?:me|nos|te|lhe) (?:interessa|enteressa|interessaria|convem|serve|faz falta|apetece|agrada|chama a atencao|interesso)(?: (?:nada|nem um pouco|de todo|muito|obrigad[oa]|isso|esse (?:produto|plano)|o produto|mesmo|para nada))?(?!(?: \w++){0,3}? (?:quero o|quero a|me interessa o|me interessa a)(?!\S))(?! (?:quem|saber|como|onde|de onde|quanto|de quem|por que|mas o outro|so a mim)(?!\S))",
        r"(?:ja )?(?:falei|disse|repito)(?: \w++){0,3} que nao (?:me interessa|tenho interesse|quero|estou interessad[oa])(?: \w++)?",
        r"(?:ja )?nao (?:tenho|temos|tive|ha|estou com)(?: (?:mais|nenhum|o menor|qualquer|muito|mesmo)){0,2} interesse(?! (?:naquele|naquela)(?!\S))(?: (?:nenhum|algum|nisso|em \w++ ?\w*+|obrigad[oa]|agora|no momento|mesmo|nao))?",
        r"nao (?:estou|to|tou|estamos|tamos)(?: (?:mesmo|nada|nem um pouco|muito|mais|tao)){0,2} interessad[oa]s?(?! (?:no pequeno|em saber)(?!\S))",
        r"(?:acho que nao|creio que nao|duvido que|nao acho que|nao creio que) (?:me |nos |isso me )?(?:interess[ae]|sirva|serve|tenho interesse|precis[oe]|faca falta|va querer|quero|interesse)",
        r"(?:eu )?nao (?:quero|queremos|preciso|precisamos|necessito|nececito|uso|pretendo|quero saber|to precisando|estou precisando|estou a precisar)(?: (?:disso|isso|nada|nada disso|mais|nenhum|nenhuma|comprar nada|comprar|mudar|mudar de \w++|trocar|trocar de \w++|de nada|de seguro|de plano|de emprestimo|de cartao|cartao|emprestimo|seguro|plano|nao|de outr[oa]|outr[oa]|fazer|contratar|contratar nada|vender|essas coisas|por enquanto|agora|no momento|este servico|esse servico|esse plano|saber|assumir|cartao nenhum|mesmo)){0,4}(?=$| (?:obrigad[oa]|nao|moc[oa]|por enquanto|valeu|ta|muito obrigad[oa]|ja tenho|viu|agradeco|gracas|desculp\w++|senhor\w*+|tchau|mas obrigad[oa])(?!\S))",
        r"(?:(?:nao|agora nao|por enquanto nao|hoje nao|nao nao)(?: (?:moc[oa]|senhor\w*+|nao|quero|precisa|preciso|por enquanto|agora|mesmo|mas|por agora|ta bom|querida|amigo|meu bem)){0,3} (?:muito )?(?:obrigad[oa]|grat[oa]|valeu|agradeco))(?! (?:deus|por (?:ligar|avisar|perguntar)|nao quero (?:cafe|agua)|mas quero)(?!\S))",
        r"(?:obrigad[oa]|valeu|agradeco|grat[oa])(?: (?:pela (?:oferta|atencao|ligacao)|muito|viu|de verdade)){0,2} mas (?:nao|dispenso|eu passo|passo|no momento nao|agora nao|por enquanto nao|fica para)(?! (?:posso|consigo|tenho tempo|da (?:agora|pra falar))(?!\S))",
        r"(?:eu )?(?:dispenso|passo(?: essa| desta vez)?|recuso)(?: (?:obrigad[oa]|isso|a oferta|por enquanto))?$|obrigad[oa] dispenso",
        r"(?:estou|to|tou|estamos|tamo|ja estou)(?: (?:muito|bem|ja|totalmente)){0,2} (?:satisfeit[oa]s?|content[oa]s?|bem servid[oa]s?|servid[oa]s?|bem assim|bem como estou|felizes? com|bem (?:com|obrigad[oa])(?= (?:o|a|meu|minha)|$))(?: (?:com|assim|obrigad[oa]) ?(?:o|a|meu|minha|os|lo)?(?: que)?(?: \w++)?)?(?<!\bbem obrigado)(?<!\bbem obrigada)",
        r"ja (?:tenho|temos|possuo|fiz|contratei|fechei|contratamos|fechamos|comprei|sou cliente de outr[oa])(?: (?:um|uma|outr[oa]|plano|seguro|internet|com outr[oa]|com|isso|esse|de outr[oa]|negocio|quem|cartao|o meu|a minha|operadora|empresa|fornecedor)){0,4}(?=$| (?:obrigad[oa]|e (?:estou|to|tou)|nao|valeu|ta bom|moc[oa]|por isso|mas obrigad[oa])(?!\S))(?<! o meu)(?<!\bfiz isso)",
        r"(?:prefiro|melhor|preferimos)(?: (?:eu|me))? (?:ficar|continuar|manter|deixar|fico)(?: (?:como|com|assim)){1,4}(?: (?:estou|esta|o|a|ta|estamos))?(?: \w++)?",
        r"(?:isso |isto )?nao (?:e|seria|parece) (?:pra|para) (?:mim|nos|a gente)(?! (?:e (?:pra|para)|que (?:pago|decido)))|nao (?:e|esta n[oa]s?) (?:do )?(?:meu interesse|nossos planos|meus planos|minha praia)",
        r"nao (?:faz sentido|vale a pena|compensa)(?: (?:pra|para) (?:mim|nos|a gente))?(?:$| (?:neste|nesse|no|agora|obrigad[oa]|mudar|trocar|pelo)(?: \w++)?)",
        r"nao (?:pretendo|penso em|tenho intencao de|estou a pensar em|to pensando em|estou pensando em|estou a procura|ando a procura|estou procurando|estou atras|to procurando|to atras)(?: (?:de|d[aeo]))?(?: \w++){0,3}|ja nao (?:estou|ando) (?:a procura|a pensar)(?: \w++){0,2}",
        r"(?:estou|to|tou) sem (?:dinheiro|grana|condicoes|verba|um tostao)|nao tenho (?:dinheiro|grana|verba|condicoes)(?: (?:pra|para|agora|de|no momento|nao)(?: \w++)?)?$",
        r"^(?:(?:ah|ai|ih|olha|bom) )?(?:de jeito nenhum|claro que nao|de maneira nenhuma|nem pensar|imagina nao|de forma alguma|nem por sonhos|nem a pau|que nada)(?: (?:nao|obrigad[oa]|moc[oa]|quero|preciso)){0,4}$",
        r"(?:parece|e|soa)(?: (?:ate|muito))? (?:bom|interessante|legal|giro|bem)(?: \w++){0,2} mas (?:nao|dispenso|eu passo|passo)(?: (?:obrigad[oa]|e (?:pra|para) mim|quero|preciso|posso pagar|no momento|agora))?$",
        r"(?:pra|para) (?:que|que que)(?: e que)? (?:eu )?(?:vou querer|quero|ia querer|iria querer) (?:isso|mais um|outr[oa]|um|uma)",
    ),
    interested=(
        r"(?<!\bnao )(?:quero|queria|gostaria de|gostava de) (?:saber como (?:funciona|faco|e o)|conhecer (?:a|o|mais|essa|esse|melhor)|entrar(?= nessa| sim|$))|isso (?:me|nos)? ?(?:chamou (?:a )?(?:minha )?atencao|podia servir|serviria)(?: (?:pra|para) (?:a gente|mim|nos))?|(?:tava|estava) esperando (?:por )?isso|(?:veio|vem|chegou) em boa hora",
        r"^(?:(?:eu|sim|ah|opa|olha|ok) ){0,2}(?:quero|vou querer)(?: (?:sim|eu quero|e minha \w++ tambem))?$|quero (?:mais informacoes|a (?:demonstracao|visita|promocao|oferta))|vou ficar com (?:ele|ela|esse|esse ai)|(?:^|(?<=entao ))me inscreve$|marca pra mim|vamos (?:fazer|contratar)$|^vamos nessa$|combinado vamos (?:contratar|fazer)|acho (?:otimo|uma otima oferta)(?: quero)?|e (?:exatamente|justamente|mesmo) (?:o )?que eu (?:procurava|queria|preciso|precisava)|^(?:eu )?(?:to|estou|tou) precisando(?: (?:disso|mesmo|muito))?$|vem em boa hora|ia ser bom pra nos",
        r"(?:o que (?:eu )?(?:preciso|tenho que) fazer|que preciso) (?:pra|para) (?:contratar|aderir|participar|me inscrever)|como (?:eu )?(?:contrato|faco pra contratar)|onde (?:eu )?assino|quando (?:podemos )?(?:comecar|comecamos)|sim por favor quando (?:instala|comeca)|^adoraria(?: participar)?$|me convenceu|mi interessa|me interesa|(?:mas )?agora (?:eu )?quero$|interessa me(?: (?:bastante|muito|sim))?|da me jeito(?: sim)?|nao tem problema eu quero|(?:nao tinha|nao queria) mas (?:agora )?quero|nao so me interessa|nao quero o \w++ quero o \w++",
        r"(?<!\bnao )(?<!\bnem )(?<!\bse )(?<!\bantes )(?<!\bo que )(?<!\bnao e que )(?<!\bduvido que )(?<!\bacho que )(?<!\bate )(?:isso )?(?:me|nos) (?:interessa|enteressa|interessava|agrada|convem|interesso por|interessei|interessou)(?: (?:sim|muito|bastante|mesmo|esse|essa|isso|demais|o|a))?(?! (?:que (?:nao|parem|deixem|me tirem|tirassem|parassem)|e que (?:nao|parem|deixem)|saber (?:quem|como|por que)|mas|nao)(?!\S))",
        r"(?<!\bnao )(?<!\beu nao )(?<!\bnunca )(?<!\bantes eu )(?<!\bacho que )(?:eu |sim )?(?:tenho|temos|tenho sim|teria|tinha todo o|tenho todo o|tenho muito|tenho um)(?: (?:sim|muito|todo|bastante|o|algum)){0,2} interesse(?: (?:sim|nisso|em|no|na|nesse))?(?! (?:agora nao|mas nao|nenhum)(?!\S))(?! (?:que parem|em saber quem)(?!\S))",
        r"(?<!\bnao )(?<!\bnem )(?<!\bantes )(?:estou|to|tou|estamos|fiquei|estaria)(?: (?:muito|bastante|sim|mesmo|super|bem)){0,2} interessad[oa]s?(?! (?:em (?:saber (?:quem|como)|que))(?!\S))",
        r"(?:me )?(?:cont[ae]|fal[ae]|dig[ae]|expli[cq]u?[ae]|diz)(?: (?:me|ai|pra mim|para mim|entao)){0,2} (?:mais|melhor)(?: (?:um pouco|sobre|disso|ai|detalhes))?(?! (?:alto|devagar|baixo|tarde|cedo|perto|uma vez|claro)(?!\S))",
        r"(?<!\bnao )(?:quero|queria|queremos|gostaria de|gostava de|adorava|adoraria|gostaríamos de) (?:saber|conhecer|ouvir|entender)(?: um pouco)? (?:mais|melhor)(?: \w++)?|(?<!\bnao )(?:adorava|gostava de|quero|queria|gostaria de) experimentar",
        r"(?<!\bnao )(?:quero|queria|queremos|gostaria de|vou querer|vou|gostava de) (?:contratar|aderir|fazer (?:a )?(?:adesao|assinatura|inscricao|plano)|fechar|assinar|participar|comprar|me inscrever|inscrever me|marcar|agendar|aproveitar|uma (?:visita|demonstracao|proposta|consulta)|esse (?:plano|ai)|(?:um|dois|uma|duas|tres)$|sim)(?! (?:outra|com outra|de outra)(?!\S))",
        r"(?<!\bnao )(?:eu )?(?:topo|aceito|fechado|combinado|to dentro|tou dentro|conte comigo|pode contar comigo|bora)(?: (?:sim|entao|fazer|fechar|pode (?:marcar|mandar ver|fazer)|claro|conta mais|ai)){0,4}(?=$| (?:quando|como|qual|quanto|o que|conta|pode)(?!\S))(?! cartao)",
        r"(?<!\bnao )(?:me )?(?:inscrev|marc|agend|cadastr|anot|coloc|inscrev)(?:e|a|am|em)(?: (?:me|ai|meu nome|entao))(?: (?:entao|ai|por favor|na|para|pra|sim|nessa|no|a visita|uma visita)){0,4}(?! (?:lista (?:negra|de (?:nao|bloqu)))(?!\S))(?=$| (?:visita|curso|lista|plano|promocao|segunda|terca|quarta|quinta|sexta)(?!\S))",
        r"(?:pode(?:m|s)?) (?:marcar|agendar|fazer|fechar|mandar ver|inscrever|incluir|reservar)(?: (?:a|uma|o|um|sim|pra|para|minha|meu|entao|comigo|me)){0,2}(?: (?:visita|demonstracao|plano|adesao|inscricao|mim|nome|contrato|reuniao))?$",
        r"(?:que |boa |otima |excelente |bela )(?:oferta|ideia|proposta|legal|maximo|bom)(?: (?:quero|aceito|me fala|conta|sim|gostei)(?: \w++)?)?$|(?<!\bnao )gostei(?: (?:da (?:ideia|proposta|oferta)|disso|quero|muito|sim|do plano)){1,4}",
        r"(?:parece|soa|e)(?: (?:me|muito|bem|bastante|ate|mesmo)){0,2} (?:bom|interessante|otimo|legal|giro|bacana|optimo)(?= (?:quanto|quero|sim|conta|fala|como|pode)(?!\S)|$)(?! mas)(?<!\be bom)",
        r"(?:estava|tava|to|estou|tou|ando|andava)(?: (?:mesmo|justamente|ate|aqui)){0,2} (?:(?:a )?procura(?:r|ndo)?(?: de)?|precisando|a precisar|atras)(?: (?:mesmo|muito))?(?: (?:d[aeo]|de))? ?(?:uma coisa assim|algo assim|disso|um|uma|isso|mesmo)",
        r"isso (?:vem|veio|vinha) (?:mesmo )?a calhar|(?:com certeza|claro que) (?:quero|queremos|tenho interesse|me interessa)",
    ),
    yes=(
        r"sim|sim sim|claro|claro que sim|claro que quero|com certeza|certamente|certo|pode|pode ser|pode sim|podem|podem sim|pode mandar|pode enviar|pode fazer|quero|quero sim|eu quero|queria|queria sim|gostaria|gostaria sim|gostava|gostava sim|aceito|aceito sim|topo|bora|tenho|tenho sim|tenho interesse|tenho interesse sim|ok|okay|ta|ta bom|ta bem|ta certo|ta otimo|esta bem|esta bom|tudo bem|beleza|combinado|perfeito|otimo|optimo|maravilha|excelente|isso|isso mesmo|exato|exatamente|por que nao|porque nao|de acordo|concordo|com (?:todo o |muito )?(?:gosto|prazer)|adoraria|adorava|seria (?:otimo|optimo|bom|perfeito)|fechado|vamos|vamos la|positivo|pois claro|pois sim|pois|evidentemente|logico|sem duvida|uhum|aham|por favor|se faz favor|faz favor|boa|boa ideia|legal|parece (?:me )?(?:bom|bem|otimo|interessante)|muito bem|obvio",
        r"(?:me|nos)? ?(?:interessa|interessaria|convem|agrada|da jeito|calhava bem)(?: (?:sim|me|muito|bastante))?|(?:estou|to|tou) (?:sim )?interessad[oa]",
        r"(?:nao ha|nao tem|sem|nao vejo|nao tenho) (?:nenhum )?(?:problema|inconveniente|problemas)(?: nenhum)?|nao me importo|nao me incomodo|nao faz mal|problema nenhum|por mim (?:sim|tudo bem|pode ser)",
        r"(?:manda|mande|manda ai|envia|envie|mande me|envie me|me manda|me envia|pode me mandar|marca|marque|agenda|agende|faca|faz isso|diga|fala|conta|conte me)",
        r"(?:acho|eu acho|creio|suponho|penso) que sim|que sim|eu quero sim",
    ),
    no=(
        r"nao|nop|nao nao|nao obrigad[oa]|nao muito obrigad[oa]|nao mesmo|ah nao|ih nao|pois nao quero|claro que nao|obvio que nao|logico que nao|com certeza nao|certamente nao|(?:acho|eu acho|creio|penso|melhor|diria|temo) que nao|que nao|melhor nao|nem pensar|de jeito nenhum|de maneira (?:nenhuma|alguma)|de forma (?:nenhuma|alguma)|de modo (?:nenhum|algum)|em hipotese (?:nenhuma|alguma)|nem a pau|nem morto|nem morta|nem por sonhos|nem sonhando|que nada|nada|nada disso|nunca|jamais|negativo|dispenso|obrigad[oa] dispenso|passo|obrigad[oa] mas nao|sim mas nao|ta mas nao|agora nao obrigad[oa]|por agora nao|por enquanto nao|nao por enquanto|de momento nao|no momento nao|nao e preciso|nao precisa|nao e necessario|nao ha necessidade|ja nao|tambem nao",
        r"(?:eu )?nao (?:quero|queremos|preciso|precisamos|gostaria|tenho interesse|estou interessad[oa]|to interessad[oa]|tou interessad[oa]|me interessa|interessa|aceito|desejo|pretendo)(?: (?:nao|nada|isso|disso|obrigad[oa]|mesmo))?|(?:estou|to|tou) bem(?: assim)?(?: obrigad[oa])?|prefiro (?:que )?nao|preferia nao",
    ),
    hedges=(
        r"nao|mas|talvez|quem sabe|pode ser que|depende|so|so que|se nao|se for|se me|se der|nunca|nada|ja|agora nao|hoje nao|depois|mais tarde|outro dia|outra hora|amanha|embora|porem|primeiro|antes|nem|tambem nao|ninguem|exceto|menos|ate que|quando|quem|o que|que|como|quanto|quanta|onde|por que|porque|qual|quais|e que|vou ver|vou pensar|vamos ver|nao sei|nao tenho certeza|como se|um momento|espera|espere|desculpe|tchau|adeus",
    ),
    robot_question=(
        r"(?:e|es) uma? maquininha|(?:e )?voce que (?:ta|esta) falando ou (?:e )?(?:uma )?(?:gravacao|maquina|robo)|tem um ser humano|isso quem fala e um computador",
        r"tem (?:um|uma) (?:robo|maquina|gravacao) (?:me ligando|falando|a ligar)|tem alguma pessoa (?:ai|de verdade)",
        rf"{_YOU_ARE} {_KIND}(?:{_ROBOT}|{_HUMAN})(?! (?:bo[am]|nov[oa]|ruim|velh[oa]|car[oa]|muito|lent[oa])(?!\S))",
        r"(?:voce e|ce e|tu es|es|a senhora e|o senhor e|isso e|e voce)(?: (?:mesmo|voce|realmente))? (?:real|de verdade|de carne e osso|de mentira|artificial|automatic[oa]|virtual|humano|humana)(?! (?:que|tao|mesmo que)(?!\S))",
        r"(?:isso|isto|essa (?:ligacao|chamada)|esta (?:chamada|ligacao)|^e)(?: (?:e|isso|isto|ai|aqui|uma|um|tudo|esta|essa|chamada|ligacao|coisa)){0,3} (?:automatic[oa]|automatizad[oa]|gravad[oa]|gravacao|robotizad[oa])(?! (?:a|o|de|d[ao]|anterior|pra|para)(?!\S))",
        rf"(?:falando|falar|falo|fala|conversando|conversar|a falar|tratando|comunicando|falamos) (?:mesmo )?com {_KIND}(?:{_ROBOT}|{_HUMAN}|alguem de verdade)",
        rf"(?:(?:quem|o que) (?:ta|esta) (?:falando|a falar|me ligando) e|(?:me (?:atende|atendeu|liga|ligou|responde)|ta me (?:ligando|atendendo)|esta a (?:ligar me|atender me))) {_KIND}(?:{_ROBOT}|{_HUMAN})",
        rf"(?:quero|queria|posso|gostaria de|gostava de|prefiro|preciso|da pra|tem como)(?: (?:falar|de falar))? com {_KIND}(?:{_HUMAN}|pessoa (?:e nao|nao))|(?:me )?(?:passa|passe|transfere|transfira|chama)(?: me)? (?:pra|para|com) {_KIND}(?:{_HUMAN})",
        r"(?:pessoa|humano|gente|alguem|homem)(?: mesmo)? ou (?:e |es )?(?:um |uma |o |a )?(?:robo|maquina|bot|gravacao|computador|ia|inteligencia artificial)",
        r"(?:robo|maquina|bot|gravacao|computador|ia|inteligencia artificial) ou (?:e |es )?(?:um |uma |o |a |uma )?(?:pessoa|humano|gente|de verdade|real|ser humano|alguem)",
        r"(?:tem|ha|esta|ta) (?:alguem|uma pessoa|gente)(?: (?:ai|real|mesmo)){0,4} (?:de verdade|real|humano|de carne e osso)(?: ai)?",
        r"(?:uma |um )?(?:maquina|robo|computador|gravacao) (?:que (?:esta|ta) (?:a falar|falando|a ligar|ligando))",
    ),
    lone_robot=(r"(?:um |e )?(?:robo|bot|maquina|gravacao)",),
    wants_end=(
        r"(?:tenho (?:que|de)|preciso) (?:atender(?: (?:a porta|um cliente|outra ligacao|aqui))?|abrir a porta)$|vou (?:te |lhe )?deixar (?:voce|a senhora|o senhor)?(?: ?(?:porque|que) (?:chegou|chegaram|tenho|preciso)(?: \w++){0,3})",
        r"^(?:(?:bom|entao|ok|obrigado|ta) ){0,2}(?:te logo|te mais|tchal|ta logo)$|tenho (?:que|de) ir ate (?:logo|mais|amanha|ja)|vou indo (?:que|porque) (?:to|estou|tou) atrasad[oa]|(?:desliga|desligue) ai$|era isso (?:obrigad[oa]|tchau|valeu)$|nao tenho mais nada (?:a|pra|para) dizer(?: tchau| adeus)?$|(?:tenho (?:que|de)|preciso) (?:ir|desligar) (?:me liga|liga|a gente se fala|depois|ligue|falamos)(?: \w++){0,3}$",
        r"(?<!\bdisse )(?<!\bfalei )(?<!\bdizer )(?<!\bdei )(?<!\bmanda )(?<!\bmande )(?:tchau|tchauzinho|xau|chau|adeus|adeusinho|ate logo|ate mais|ate breve|ate a proxima|ate amanha|ate a vista|fui|falou|passar bem|passe bem|bye|bye bye|um abraco|fica com deus|fique com deus|vai com deus|ate nunca)(?: (?:tchau|tchauzinho|adeus|obrigad[oa]|valeu|viu|um (?:beijo|abraco)|beijo|abraco|bom dia|boa tarde|boa noite|pra voce|para voce|ta|moc[oa]|entao|senhor\w*+|ate logo|ate mais|a senhora|ao senhor|querida|amigo|ate a proxima|bom trabalho|boa semana)){0,5}$",
        rf"(?<!\bnao )(?:tenho mesmo (?:que|de)|tenho (?:que|de)|preciso|vou (?:ter (?:que|de)|precisar)|vou ter mesmo de|devo)(?: (?:ir|desligar|sair|ir embora|ir andando|ir nessa|me despedir)){_AND_GO}(?! (?:ja (?:ao|a|pro)|que (?:horas))(?!\S))",
        r"(?<!\bnao )(?<!\bnunca )(?:vou|vamos|eu vou|to|estou|tou) (?:ja )?(?:desligar|desligando|a desligar|encerrar|ficando por aqui|indo nessa|ter que desligar|nessa)(?! (?:o|a|meu|minha|nao|se)(?!\S))",
        r"(?:^|(?<=bom )|(?<=entao )|(?<=ta )|(?<=obrigado )|(?<=obrigada ))(?:vou (?:indo|embora|nessa)|to indo|ja vou)(?: (?:tchau|entao|obrigad[oa]|valeu|moc[oa]|ta)){0,2}$",
        r"(?<!\bnao )(?<!\bnunca )(?:(?:ja )?(?:pode[ms]?|pode voce)(?: ja)? desligar(?: ja)?|desliga|desligue|desliguem|(?:encerr[ae]|termin[ae]|finaliz[ae]|acab[ae])(?: logo)? (?:a|essa|esta) (?:ligacao|chamada)|encerrar (?:a|essa) (?:ligacao|chamada)|quero (?:encerrar|desligar|terminar(?: a (?:chamada|ligacao))?))(?: (?:ja|por favor|agora|moc[oa]|voce|se faz favor)){0,3}$",
        r"(?:^|(?<=bom )|(?<=entao )|(?<=obrigado )|(?<=obrigada )|(?<=ok ))(?:(?:e|era) so isso|e tudo|era tudo|por hoje e so)(?: (?:obrigad[oa]|muito obrigad[oa]|tchau|valeu|moc[oa]|entao|por (?:hoje|agora))){1,3}$",
        r"(?:tenha|tenham|tem|passe|continuacao de)(?: (?:um|uma|otim[oa])){0,2} (?:bom|boa|otim[oa]|excelente|optim[oa]|feliz) (?:dia|tarde|noite|semana|fim de semana|trabalho|final de semana|continuacao)(?: (?:tchau|obrigad[oa]|voce tambem|pra voce|adeus|ate logo|igualmente|senhor\w*+)){0,3}$",
        r"(?:com licenca|da licenca|me da licenca)(?: \w++){0,2} (?:vou desligar|tenho que desligar|tenho que ir)|nao tenho mais (?:tempo|nada (?:a|pra|para) (?:dizer|falar)) (?:tchau|adeus)|(?<!\bnao )(?:desligo|vou ficando por aqui)(?: (?:ja|agora|entao))?$",
    ),
    no_end=(
        r"(?:nao|nunca|sem|para nao|pra nao|antes de|por que (?:voce |e que )?(?:quer|vai)|nao (?:vou|va|quero|pretendo|precisa|e pra|tenho que|tem que))(?: a)? (?:me |lhe |te )?(?:desligar|deslig(?:a|ue|uem|o|ues)|encerr(?:ar|e|a)|ir embora|va embora|terminar)(?: (?:nao|a (?:ligacao|chamada)|ainda|o telefone|na minha cara))?",
        r"(?:desligaram|desligou|caiu|cai|ta caindo|esta caindo|caindo)(?: (?:na|o|a|ontem|me|toda)(?: \w++){0,2})?",
        r"(?:tenho (?:que|de)|preciso|e preciso|tem que) (?:ir|sair|desligar)(?: (?:ao|a|na|no|la|pessoalmente|buscar|em|ate|para|pra|o (?:modem|aparelho|roteador|computador|router|cabo)|a (?:tv|luz|internet|televisao))){1,2}",
        r"(?:quando|onde|a que horas?) (?:a gente se ve|nos vemos)|(?:disse|dizer|falei|falar|dei|dar) (?:tchau|adeus)|ate logo (?:cedo|de)|adeus (?:a|ao|desconto)|ate mais (?:de|que|tarde (?:funciona|abre))",
    ),
    goes_on=(
        r"(?:mas|embora|se quiser|antes) (?:(?:sim|rapido|rapidinho|enquanto isso|primeiro|antes|ainda|ja) ){0,2}(?:pode|podes|fal[ae]|dig[ao]|diz|cont[ae]|expli\w++|posso|tenho|da tempo|ouco|estou ouvindo|quanto|o que|mand[ae]|envi[ae]|pergunt\w++|ainda)(?: (?:falar|dizer))?",
        r"(?:pode falar|pode dizer|fala|fale|diga|diga la|continue|pode continuar|conte|estou ouvindo|estou a ouvir|prossiga)(?: (?:rapido|rapidinho|logo|la|entao|moc[oa]|o que (?:e|quer|deseja))){0,3}",
        r"ainda (?:da|ha|tenho|temos|tem) (?:tempo|um tempinho|uns minutos)",
    ),
    refuses_recording=(
        r"nao (?:me )?(?:grave|gravem|grava)(?: \w+){0,3}",
        r"nao (?:quero|autorizo|aceito) (?:ser gravad[oa]|(?:a )?gravacao|que (?:me )?gravem)",
        r"(?:pare|parem|para) de (?:me )?gravar",
    ),
)

_CONTACT: Final = r"(?:lig(?:a|ue|uem|ar|arem|uem)|telefon(?:e|em|ar|a)|cham(?:e|a|em|ar)|contac?t(?:e|em|ar)|mand(?:a|e|em|ar)|escrev(?:a|am|er)|procur(?:e|em|ar)|retorn\w++|entr(?:e|em|ar) em contac?to|atendo|posso|consigo|falo|estou|to|tou)"
_NUMBER: Final = r"(?:uma?|duas|dois|tres|quatro|cinco|seis|(?:[12345678]|10|15|20))"
_FREQUENT: Final = r"(?:tanto|tantas? vez(?:es)?|tao (?:frequente\w*+|seguido|insistente\w*+)|todo (?:santo )?dia|todos os (?:santos )?dias|toda (?:hora|semana|manha|tarde)|todas as (?:semanas|horas|tardes|manhas)|a toda (?:hora|a hora)|o (?:dia|tempo) (?:todo|inteiro)|sempre|cada (?:hora|dia|cinco minutos)|(?:duas|tres|quatro|cinco|dez|varias|muitas) vezes (?:ao|por|no mesmo|a|na) \w++|mais (?:de|do que) uma vez (?:por|ao|no|na) \w++|diariamente|toda santa hora|direto)"
_PREFERENCES: Final = Preferences(
    when=(
        r"(?:nunca|jamais|nao) (?:atendo|posso (?:falar|atender)) (?:antes|depois) d[aeo]s? \w++",
        rf"(?:par[ae]m?|deix[ae]m?) de (?:me )?ligar(?: me)? (?:{_CLOCK}|{_DAY_PARTS}|(?:no|na|pro|pra) (?:meu |minha )?(?:trabalho|servico|escritorio|escola|loja))",
        rf"(?:nao (?:quero|aceito)|nada de)(?: mais)?(?: receber)? (?:ligac\w++|chamadas?) (?:{_CLOCK}|{_DAY_PARTS}|no (?:trabalho|servico|domingo|fim de semana))",
        rf"(?:nao (?:me )?(?:ligarem|ligassem|ligar)|que nao (?:me )?ligassem) (?:{_CLOCK}|{_DAY_PARTS}|no (?:trabalho|servico|escritorio)|tao (?:tarde|cedo))|nao quero que (?:voltem a ligar|liguem) (?:no|pro|para o) (?:fixo|trabalho|celular)|nao (?:me )?ligue[m]? (?:de numero (?:privado|oculto)|de novo hoje)|nao mi ligue antis",
        rf"(?:{_DAY_PARTS}|{_CLOCK}|no (?:meu )?(?:trabalho|escritorio|servico))(?: \w++){{0,3}}? nao (?:me )?(?:voltem a ligar|liguem?(?! (?:mais )?(?:nunca|pra ca))|pode ligar)(?: mais)?",
        rf"^(?:(?:so|somente|apenas) ){{1,2}}(?:{_DAY_PARTS}|{_CLOCK}|sabado|domingo)(?: por favor| da| posso){{0,2}}$|^(?:de segunda a \w++|durante a semana)(?: nao da)? so(?: \w++)? (?:{_DAY_PARTS}|{_CLOCK}|sabado|a noite)|trabalho ate (?:as )?\w++ so depois",
        rf"(?:na proxima|da proxima(?: vez)?|quando ligarem|quando precisar(?:em)?|se forem ligar) (?:me )?(?:{_CONTACT})(?: me)? (?:{_DAY_PARTS}|{_CLOCK}|no fim do dia|mais (?:tarde|cedo))|(?:liguem|ligue|ligassem) sempre (?:{_DAY_PARTS}|quarta|segunda|terca|quinta|sexta|no mesmo horario)|as \w++ e \w++ eu posso sempre|{_DAY_PARTS} eu posso sempre",
        r"(?:liga|ligue|ligar|liguem)(?: so)? no (?:celular|telemovel|fixo|outro) (?:e )?nao no (?:fixo|celular|trabalho|telemovel)|(?:ligue|liga|liguem) no (?:celular|outro|fixo|telemovel)$|ligue para (?:a|o) (?:minha|meu) \w++ para essas coisas|prefiro que (?:sempre )?(?:seja|me atenda|me ligue) (?:sempre )?(?:a mesma pessoa|uma pessoa)|(?:tirem?|apaga|apague[m]?) (?:o fixo|esse numero) e (?:deix|coloqu|coloc|anot|poe)\w*+|que me ligue uma pessoa",
        rf"(?:nao|nunca|jamais) (?:me |nos )?(?:{_SPOKEN}|chame[ms]?|volte[m]? a ligar|mande[m]? mensagens?|escreva[m]?|ligar){_FILL}(?: (?:mais|nunca|nunca mais))?{_FILL} (?:{_CLOCK}|{_DAY_PARTS}|ate (?:as|o|a|que|depois|amanha)|entre (?:as|a) \w++|hoje|essa semana|esta semana|este mes|esse mes|cedo|tarde|(?:no|na|pro|pra o|para o|ao) (?:meu |minha )?(?:trabalho|servico|escritorio|fixo|loja|empresa|emprego))",
        rf"nao (?:quero|gosto|gostava|desejo) que (?:voces |me |nos )?(?:{_SUBJ}|chamem|fiquem ligando){_FILL} (?:{_CLOCK}|{_DAY_PARTS})",
        rf"(?:so|somente|apenas|sempre|unicamente|de preferencia|preferencialmente)(?: (?:me|pode[ms]?|voces))? (?:{_CONTACT})(?: (?:me|pra mim|atender|falar|ligar|no celular|livre|em casa|disponivel|por favor|sempre)){{0,3}} (?:{_CLOCK}|{_DAY_PARTS}|as \w++)",
        rf"(?:pode[ms]? (?:me )?(?:ligar|chamar|telefonar|mandar)|(?:me )?(?:ligue[m]?|liga|telefone[m]?|contacte[m]?|chame[m]?|chama))(?: (?:me|mas|so|somente|apenas|sempre|que seja|pra mim|de preferencia|no meu celular|no fixo|por favor|no celular)){{1,4}} (?:{_CLOCK}|{_DAY_PARTS})",
        rf"(?:prefiro|preferia|melhor|e melhor|fica melhor|da me mais jeito|me convem mais|pra mim e melhor|para mim e melhor|o melhor)(?: (?:pra mim|para mim|que (?:me )?(?:liguem|ligue|telefonem|contactem)|e|sempre|falar|as ligacoes|me ligarem|ligarem|ligar|horario|so|hora)){{0,4}} (?:{_DAY_PARTS}|{_CLOCK})(?! (?:a gente|nos) (?:fala|conversa))",
        rf"(?:{_DAY_PARTS}|{_CLOCK}) (?:e (?:sempre )?(?:melhor|quando|que)|que e (?:melhor|quando)|seria (?:sempre )?melhor)(?: (?:eu|pra mim|para mim|consigo|posso|estou|sempre))",
        rf"(?:nunca|jamais|nem sonhando) (?:{_CLOCK}|{_DAY_PARTS})",
        rf"^(?:(?:por favor|mas|e|olha|moca|moco) ){{0,2}}(?:{_CLOCK}|{_DAY_PARTS}|cedo) (?:nao|nunca|nem pensar|jamais|por favor nao)(?: (?:me |nos )?(?:{_SPOKEN}|atendo|posso|consigo|da|estou|to|por favor|obrigad[oa])(?: \w++){{0,3}})?$",
        rf"(?:{_DAY_PARTS}|{_CLOCK}) (?:eu )?(?:nao|nunca) (?:me |nos )?(?:{_SPOKEN}|atendo|posso (?:atender|falar)|consigo (?:atender|falar)|da pra (?:falar|atender))",
        rf"(?:so|sempre|normalmente|geralmente|apenas)(?: \w++){{0,2}} (?:{_DAY_PARTS}|{_CLOCK})(?: \w++){{0,2}} (?:posso|atendo|estou|consigo|to|livre|disponivel)",
        rf"(?:eu )?so (?:posso|consigo|atendo|to|estou|tou)(?: (?:atender|falar|em casa|livre|disponivel|telefone|ligacao)){{0,2}} (?:{_CLOCK}|{_DAY_PARTS}|depois que \w++)",
        rf"(?:da proxima(?: vez)?|numa proxima|das proximas vezes|quando (?:forem|for|quiserem|precisarem|voltarem a) (?:ligar|falar|me ligar)|se (?:for|forem|quiserem|precisarem)(?: (?:pra|para|de|me|a))? (?:ligar|me ligar|falar|contactar))(?: (?:comigo|me|de novo|que seja|liga|ligue[m]?|por favor|so|sempre|prefiro)){{0,3}} (?:mais (?:tarde|cedo)|{_CLOCK}|{_DAY_PARTS}|noutro horario|em outro horario|noutra hora)",
        r"(?:nao|nem) tao (?:cedo|tarde)(?: (?:por favor|assim|da manha|da noite))?",
        r"(?:no|ao|pro|para o) (?:meu )?(?:celular|telemovel|fixo) (?:sim|so|pode)(?: \w++){0,2}|(?:liga|ligue|ligar|liguem) (?:so|sempre|apenas) (?:no|pro|para o|n[ao] meu) (?:celular|telemovel|fixo)",
        r"(?:me )?(?:pode[m]? )?(?:ligar|ligue|liga|liguem)(?: (?:so|sempre))? (?:de segunda a \w++|durante a semana|qualquer dia menos|todo dia menos|menos (?:aos|no|na))(?: \w++)?",
        r"(?:as|nas|aos|nos|a) (?:segundas|tercas|quartas|quintas|sextas|sabados|domingos|fins de semana)(?: feiras)?(?: (?:eu|e|que))? (?:sempre|nunca|nao|so|costumo|posso|consigo)(?: \w++){0,2}",
    ),
    writing=(
        r"(?:me )?(?:mand|escrev|envi)(?:a|e|em|am|ar|er|as) (?:um |uma )?(?:whatsapp|zap|mensage\w++|email) (?:que|porque) (?:eu )?nao (?:atendo|posso|consigo)(?: \w++){0,3}",
        r"(?:na|da) proxima(?: vez)? (?:me )?(?:mand|escrev|envi)\w++ (?:email|e mail|mensagem|whatsapp|zap|por)|(?:mand|envi)(?:a|e|em|am|ar) (?:uma )?mensagem que e melhor|mi?e?lhor por (?:mensagem|zap|whatsapp|email)",
        rf"nao (?:me |nos )?(?:{_SPOKEN}){_FILL}(?: (?:mais|por telefone|nunca|nao))? {_WRITE}",
        r"(?:melhor|prefiro(?: (?:que|mil vezes|muito mais))?|preferia(?: que)?|e melhor|de preferencia|sempre)(?: (?:me|sempre|que|tudo|receber|so|se|for|uma|voces|um|mil vezes)){0,3} (?:escrev(?:a|am|er|erem)(?: me)?(?! (?:o|a|seu|sua)(?!\S))|(?:mensagem|mensagens|whatsapp|zap|email|e mail|sms|correio eletronico)(?! com)|(?:por|pelo|via) (?:escrito|whatsapp|whats|zap|zapzap|mensagem|mensagens|email|e mail|sms|texto|chat|correio(?: eletronico)?)|(?:mand|envi)(?:e|em|ar|a|arem)(?: me)? (?:mensagem|uma mensagem|whatsapp|um whatsapp|zap|um zap|email|um email|sms|tudo por))",
        r"(?:(?:me )?(?:mand(?:a|e|em|ar)|envi(?:a|e|em|ar)|escrev(?:a|am|e|er|em)|cham(?:a|e|em|ar))(?: (?:me|sempre|so|uma|um|mensagem|mensagens|whatsapp|email|zap|sms|no|no whatsapp|por)){0,4}) (?:em vez de|ao inves de|no lugar de|em lugar de|e nao|mas nao|nao) (?:(?:me|de|ficar|estar a|uma|por) )?(?:lig\w++|telefon\w++|chamad\w++|ligac\w++)",
        r"(?:em vez de|ao inves de|no lugar de) (?:me )?(?:lig\w++|telefon\w++|uma ligacao|chamada\w*+)(?: \w++){0,3} (?:escrev\w++|mensage\w++|whatsapp|zap|email|e mail|sms|mand\w++)",
        r"(?:por telefone|ligacao|ligacoes|chamadas?) nao(?: (?:gosto|atendo|quero))?(?: \w++){0,3} (?:escrev\w++|mensage\w++|whatsapp|zap|email|e mail|sms|por escrito|mand\w++)",
        r"(?:tudo|sempre|so|qualquer coisa|pra (?:essas coisas|isso|tudo)|comigo) (?:(?:sempre|melhor|so|e|mandem|prefiro|que seja|mande|e so) ){0,2}(?:(?:o|um) )?(?:por|pelo|via|no) (?:escrito|email|e mail|whatsapp|whats|zap|mensagem|mensagens|sms|chat|correio eletronico)(?: (?:por favor|nada de (?:ligacao|telefone)|e nao por telefone|sempre|melhor)){0,2}$",
        r"(?:por|via|pelo|no) (?:escrito|email|e mail|whatsapp|whats|zap|mensagem|sms|chat|mensagem de texto|correio eletronico)(?: (?:sempre|pra mim|para mim|fica|seria)){0,4} e (?:sempre )?(?:bem |muito )?(?:melhor|mais (?:facil|pratico|comodo))|(?:mensagem|whatsapp|zap|email|e mail|mensagem de texto|por escrito|por mensagem)(?: (?:de texto|pra mim|para mim|sempre|me)){0,4} (?:e|fica|seria|serve|basta)(?: (?:sempre|me|pra mim|para mim|muito|bem)){0,4} (?:melhor|mais (?:facil|pratico|comodo)|perfeito)",
        r"(?:pode[m]? (?:me )?)?(?:mandar|manda|mande) (?:email|e mail|mensagem|mensagens|whatsapp|zap|sms) mas (?:ligacao|ligar|telefone|nao (?:me )?lig\w++|ligacoes)(?: nao)?",
        r"(?:uso|utilizo|respondo|leio|so vejo|atendo)(?: (?:so|mais|melhor|sempre|muito mais|apenas)){0,4} (?:o |as |por |no |pelo )?(?:whatsapp|zap|mensagens?|email|e mail)(?: (?:so|apenas|nao atendo \w++|e nao ligacao|e nao atendo))",
        r"nao (?:atendo|gosto de(?: falar (?:ao|no|por))?|atendo a|respondo a) (?:(?:a|as|ao|numero|numeros) )?(?:ligac\w++|chamadas|telefone|desconhecid\w++)(?: \w++){0,3} (?:escrev\w++|mensage\w++|mand\w++|whatsapp|zap|email|por escrito)",
        r"(?:contac?te[m]?|avise[m]?|fale[m]?|entre[m]? em contac?to|contac?tem me|contac?te me|me avis[ae]m?|me contac?tem?|fala comigo|prefiro que me contac?tem?)(?: (?:comigo|me|so|sempre|apenas|somente)){0,2} (?:por|pelo|via|no) (?:escrito|email|e mail|whatsapp|whats|zap|mensagem|sms|correio eletronico|chat)",
        r"(?:escreva[m]?|mande[m]?|manda) (?:sempre|so) (?:em vez|mensagem|email|whatsapp|por)(?: \w++){0,3}",
    ),
    how_often=(
        r"(?:lig(?:a|ue|uem)|avis(?:a|e|em)|me avis\w++)(?: \w++)? (?:so|somente|apenas) (?:quando|se|por|para) \w++|(?:so|somente|apenas) (?:liguem|ligue|me avis\w++|me liguem|avisem) (?:se|quando)(?: \w++){1,3}|so (?:quando|se) tiver(?: \w++){1,3}? (?:me )?(?:avis|lig)\w++|(?:ligac(?:ao|oes)|vezes) no mesmo dia e (?:demais|muito)|a cada (?:dois|tres|seis) meses(?: (?:ta|esta))? (?:bom|bem|otimo)",
        rf"(?:nao|nunca) (?:me |nos )?(?:{_SPOKEN}|mande[m]?|fique[m]? ligando|escreva[m]?|quero que (?:me )?liguem|liguem|precisa[m]? (?:de )?(?:me )?ligar(?:em)?|e preciso ligar|necessita[m]? ligar|tem que ligar){_FILL} {_FREQUENT}",
        rf"(?:mas nao|menos|sem ligar|nao precisa|nao e preciso|nao ha necessidade de|nao) (?:ligar(?:em)? )?{_FREQUENT}",
        rf"(?:basta|chega|so|maximo|no maximo|nao mais (?:de|do que|que)|apenas|se for so|com)(?: (?:me|ligar|ligue[m]?|liga|com|de|so|uma|que me liguem)){{0,4}} (?:{_NUMBER} (?:vez|vezes|ligacao|ligacoes|chamadas?))(?: (?:so|no maximo))?(?: (?:por|ao|a|no|na|a cada|de \w++ em) (?:\w++ )?(?:dia|semana|mes|ano|meses|semanas|trimestre|semestre|quinzena))?",
        rf"(?:{_NUMBER} (?:vez|vezes|ligacao|ligacoes|chamadas?))(?: \w++)? (?:por|ao|a|no|na|a cada|cada) (?:{_NUMBER} )?(?:dia|semana|mes|ano|meses|semanas|trimestre|semestre|quinzena)(?: (?:e ja|ja|ta|esta|e|no|chega|so|me|basta|seria|no maximo|e mais que|fica))(?: (?:e|mais que|bom|bem|otimo|suficiente|mais|maximo|basta|demais|chega|bastante|que)){{0,3}}",
        rf"(?:lig(?:a|ue|uem|ar)|telefon(?:e|em|ar)|contac?t(?:e|em|ar))(?: (?:me|so|no maximo|apenas|pra mim)){{0,3}} (?:uma unica vez|{_NUMBER} (?:vez|vezes) (?:por|ao|a|na|no|a cada|cada) \w++|(?:a )?cada (?:{_NUMBER} )?(?:quinze dias|semanas|mes|meses|ano|quinzena|trimestre|seis meses|tres meses|dois meses)|de \w++ em \w++ (?:meses|semanas|dias))",
        rf"(?:uma|{_NUMBER}) (?:chamada|ligacao|vez)(?: \w++)? de \w++ em \w++ (?:meses|semanas|dias|anos)|de (?:quinze em quinze|tres em tres|dois em dois|seis em seis|mes em|ano em) \w++(?: (?:ta|esta|chega|basta|e|no))",
        r"(?:ligue[m]?|liga|liguem|telefonem) (?:um pouco |bem )?(?:menos|com menos frequencia)(?! (?:de|que)(?!\S))",
        r"(?:menos|nao tantas|tantas) (?:ligacoes|chamadas|vezes)(?: \w++)? (?:por favor|por mes|por semana|por dia)",
        r"^(?:(?:com|so|pode|liguem|ligue|se|no maximo|que seja|bom|melhor|ta bom|pois) ){0,3}(?:uma vez|uma mensagem|uma ligacao) (?:por (?:mes|semana|ano)|ao (?:mes|ano)|a cada \w++(?: \w++)?)(?: (?:e ja|no maximo|ta bom|esta bem|chega|basta|so|e suficiente|ja ta bom|ja basta))?$",
        r"nao (?:tao|muito) (?:seguido|frequente|direto)",
    ),
)

_ASIDES: Final = Asides(
    pickup=(r"(?:(?:alo|oi|sim|ola|pois nao|pronto|estou|estou sim|esta la|to sim|diga|diga la|fala|pode falar|bom dia|boa tarde|boa noite|quem|quem (?:e|fala|esta falando|gostaria)) ?){1,4}",),
    backchannel=(r"(?:sim|aham|uhum|ta|ta bom|ta certo|ah ta|certo|ok|entendi|entendo|compreendo|percebo|claro|isso|isso mesmo|exato|sei|pois|pois e|perfeito|beleza|legal|bacana|que bom|muito bem|esta bem|estou a ver|ah sim|mhm|hm+|ah)",),
    say_again=(
        r"(?:o que|que)(?: e que)? (?:voce|o senhor|a senhora|tu)? ?(?:disse|falou|tava falando|estava a dizer|disseste)|perdao|desculpe|ha|hein|oi",
        r"nao (?:te |lhe |a |o )?(?:ouvi|entendi|escutei|percebi|compreendi|estou a ouvir|estou ouvindo|to ouvindo|to te ouvindo|consigo ouvir)(?: (?:bem|direito|nada|muito bem)){0,2}|(?:a ligacao |a chamada )?(?:ta|esta) (?:cortando|falhando|picotando|a falhar|a cortar|muito baixo)(?: (?:muito|tudo|a ligacao))?",
        r"(?:pode |podia |poderia )?(?:falar|fala|fale)? ?(?:mais|um pouco mais|um pouquinho mais) (?:devagar|alto|claro|baixo|forte)",
        r"(?:diga|diz|fala|repita|repete)(?: (?:isso|outra vez|de novo|mais uma vez)){1,2}|importa se de repetir(?: isso)?",
        r"(?:como|o que|que)(?: disse| foi| e)?",
        r"(?:pode|poderia|consegue|voce pode) (?:repetir|falar|dizer)(?: (?:isso|a pergunta|de novo|outra vez|novamente)){0,6}",
        r"(?:repita|repete|fala)(?: (?:isso|a pergunta|de novo|outra vez)){0,6}",
        r"nao (?:entendi|ouvi|escutei)(?: (?:bem|direito|nada))?",
        r"(?:de novo|outra vez|mais uma vez)",
    ),
    one_moment=(
        r"(?:(?:espere|espera|so|e) ){0,2}um (?:bocadinho|bocado|pouquinho|instantinho)|calma ai|segura ai(?: um \w++)?|momento|momentinho|so um|nao desliga|nao desligue",
        r"(?:(?:espera|espere|pera|perai|um momento|um segundo|um minuto|so um minuto) que(?: eu)?) (?:vou|apago|fecho|pego|busco|anoto|baixo|desligo|ja volto)(?: \w++){1,4}",
        r"(?:(?:espera|espere|aguarde|aguenta|me da|so|perai|pera) ){0,3}(?:um|so um) (?:momento|momentinho|segundo|segundinho|minuto|minutinho|instante)",
        r"(?:espera|espere|aguarde|aguenta|perai|pera) (?:so )?um (?:pouco|pouquinho)",
        r"(?:espera|espere|aguarde|pera|perai|aguenta)(?: (?:ai|na linha))?",
        r"(?:deixa|deixe)(?: me| eu)? (?:ver|olhar)(?: (?:aqui|minha agenda|a agenda|na agenda|meu calendario))?",
        r"(?:deixa|deixe|vou)(?: me| eu)? (?:pegar|buscar|procurar) (?:um |uma |meu |minha |o |a |os )?(?:caneta|lapis|papel|agenda|oculos|cartao)(?: e (?:um )?papel)?",
        r"(?:ja|eu ja) volto",
    ),
    courtesies=(
        "ah", "eh", "sim", "ok", "ta", "ta bom", "claro", "alo", "oi", "desculpe", "desculpa", "perdao",
        "por favor", "obrigado", "obrigada", "e", "entao",
    ),
    assents=("sim",),
    passes_on=(
        rf"vou (?:te |lhe )?passar o (?:telefone|aparelho|celular)(?: (?:para|pra|pro) (?:{_PERSON}))?{_THEN}$|(?:ja|vou) (?:lhe|te|o|a) pass(?:o|ar){_THEN}$|ja (?:o|a|lhe) (?:chamo|ponho){_THEN}$",
        rf"vou (?:chamar|buscar) {_PERSON}{_THEN}$",
        rf"vou chama l[oa]{_THEN}$",
        rf"vou (?:te |lhe )?(?:passar|transferir)(?: (?:voce|o telefone|a ligacao|o senhor|a senhora))? (?:para|pra|pro|ao|a) {_PERSON}{_THEN}$",
        rf"vou (?:te |lhe )?transferir(?: (?:voce|o senhor|a senhora|a ligacao))?{_THEN}$",
        rf"(?:te|lhe|ja) (?:passo|transfiro)(?: (?:para|pra))? {_PERSON}{_THEN}$",
        rf"{_PERSON} (?:ja )?(?:vem|esta vindo|ta vindo){_THEN}$",
    ),
    calls_out=(r"(?:e |telefone )?(?:para|pra) voce", r"(?:no|ao) telefone"),
    nobody_comes=(r"nao (?:esta|pode|quer|se encontra)(?: \w+){0,2}", r"(?:recado|mais tarde|ocupad[oa]|saiu)"),
)  # fmt: skip

_VOICEMAIL_GREETING: Final = (
    r"deixe (?:a sua|sua|uma|o seu|seu)(?: \w+){0,3} (?:mensagem|recado)",
    r"apos o (?:sinal|bip)",
    r"(?<!\bminha )(?<!\bsua )(?<!\bna )caixa (?:postal|de mensagens)|para a caixa (?:postal|de mensagens)",
)

_ANSWERERS: Final = Answerers(
    voicemail_greeting=_VOICEMAIL_GREETING,
    voicemail=(
        *_VOICEMAIL_GREETING,
        r"secretaria eletronica",
        r"(?<!\beu )(?<!\bque )(?:deixe|grave) (?:\w+ ){0,2}(?:mensagem|recado|nome)",
        r"(?:apos|depois d?o) (?:o )?(?:sinal|bip|tom)",
        r"(?:cliente|usuario)(?: \w++){0,5}? nao (?:pode|esta) (?:atender|disponivel)",
        r"(?:retorno|retornarei|retornaremos)(?: \w+){0,2}",
    ),
    voicemail_words=(
        r"mensagem|recado",
        r"sinal|bip",
        r"(?:voce )?ligou para",
        r"encaminhada",
        r"no momento|atender",
        r"nao (?:posso|podemos|pode) (?:atender|receber)",
    ),
    ivr=(
        r"(?:digite|tecle|pressione|disque|prima|marque|carregue (?:no|em|na tecla)) (?:o |a tecla )?(?:um|dois|tres|zero|[0-9])",
        r"(?:uma das|seguintes) opcoes",
        r"sua ligacao (?:e|sera)(?: \w+){0,2}",
    ),
    ivr_words=(r"bem vind\w*", r"opcoes", r"digite|tecle", r"atendente|suporte|vendas"),
    screening=(
        r"seu nome e (?:o )?(?:motivo|assunto)(?: \w+)?",
        r"(?:diga|informe|grave|fale|mencione|seu nome e)(?: \w++){0,6}? motivo da (?:ligacao|chamada)",
        r"antes de (?:completar|conectar|transferir)(?: \w+)?",
    ),
    screening_words=(r"seu nome", r"esta pessoa", r"motivo|assunto", r"aguarde"),
    unavailable=(
        r"numero (?:que voce )?(?:discou|discado|chamado)(?: \w+){0,2}",
        r"(?:desligado ou fora|fora de servico|fora da area)(?: \w+)?|(?:telefone|numero|celular|telemovel) (?:chamado|que \w++|para o qual)(?: \w++){0,6}? desligado",
        r"(?:o|este) (?:numero|telefone)(?: \w++){0,6}? nao (?:existe(?! mais e)|esta (?:atribuido|disponivel|em servico|ativo))",
        r"assinante nao(?: \w++){0,2}|verifique o numero|tente (?:novamente|ligar) mais tarde",
    ),
    unavailable_words=(r"numero", r"discou|existe", r"servico|temporariamente|tente"),
    on_hold=(
        r"(?:colocou|pos|tem|esta com)(?: a)? (?:sua |a sua )?(?:chamada|ligacao) em espera",
        r"(?:a|esta) pessoa(?: \w++){0,6} (?:em outra (?:ligacao|chamada|linha)|noutra chamada|ocupada em outra)",
        r"(?:permaneca|aguarde|mantenha se|continue|fique) (?:em|na) linha",
    ),
    records_nothing=(
        r"caixa (?:postal|de mensagens|de correio)(?: \w++){0,4} (?:esta )?(?:chei[ao]|lotad[ao]|nao (?:foi|esta) (?:configurad[ao]|ativad[ao]|habilitad[ao])|nao (?:aceita|pode receber))",
        r"nao (?:aceita|pode receber|e possivel (?:deixar|gravar)|esta aceitando)(?: mais| novas| uma| nenhuma){0,2} (?:mensagens|mensagem|recados?)",
        r"nao (?:configurou|ativou|tem)(?: (?:sua|a|uma)){0,2} caixa (?:postal|de mensagens)",
    ),
    person=(
        r"(?:quer|gostaria|deseja) (?:que eu (?:deixe|anote)|deixar)(?: um| algum| o)? recado|quem (?:quer|gostaria de) falar",
        r"(?:estou|to|tou) (?:dirigindo|trabalhando|ocupad[oa]|almocando|a conduzir|numa reuniao|em reuniao)|(?:ele|ela) (?:saiu|nao (?:esta|se encontra))",
        r"quem (?:e|fala|esta|gostaria)(?: \w+)?",
        r"(?:em que|como) (?:eu )?posso(?: \w+)?",
        r"(?:so um|espera|um) (?:minuto|momento|ai|instante)",
        r"(?:pode falar|do que se trata|o que voce quer|tem alguem)",
        r"com quem (?:voce|o senhor|a senhora|deseja|gostaria|quer|falo)(?: \w+)?",
        r"(?:posso|podemos) (?:ajudar|ser util|ajuda lo)",
    ),
)

_OURS: Final = Ours(
    offer=(
        r"(?:quer|querem|queres|gostaria|gostariam|gostava|deseja|desejam)(?: (?:de|que|um|uma|mais|saber|receber|fazer|marcar|agendar|experimentar|conhecer|ver|a gente|ter))",
        r"(?:tem|tens|teria|teriam) (?:algum )?interesse|(?:lhe|te|vos|isso|isto)(?: \w++)? interessa(?:ria)?|interessad[oa]s?|interessa(?:ria)? (?:lhe|te)",
        r"(?:posso|podemos|poderia|poderiamos|podia) (?:(?:te|lhe|vos) )?(?:enviar|mandar|marcar|agendar|reservar|inscrever|oferecer)",
    ),
    offer_to_send=(
        r"(?:enviar|mandar|enviemos|envie|mande|mandemos|enviarmos|mandarmos|folheto|catalogo)(?: lhe)?",
    ),
    offer_to_call=(
        r"(?:ligar|ligue|liguemos|ligarmos|telefonar|telefonemos|retornar|outra hora|outro momento)",
    ),
    asks_when=(
        r"(?:quando|a que horas?|que horas?|que dia|em que (?:dia|momento|horario)|qual (?:o |seria o )?(?:melhor )?(?:horario|dia|hora|momento)|pra quando|para quando)(?: (?:lhe|te|voce|o|a|e|seria|posso|podemos|poderia|prefere|quer|melhor|fica)){0,3}",
    ),
    announces_recording=(r"(?:grav\w+)",),
    press=(r"pressione|pressiona|aperte|aperta|digite|disque|tecle|tecla",),
    no_more_calls=(
        r"(?:nao|parar de|deixemos de) (?:\w+ ){0,3}(?:lig\w+|cham\w+)|sair da lista|mais ligacoes|parar",
    ),
    wants_digits=(
        r"pressione|aperte|digite|digitar|disque|tecle|teclas?|digitos?|numero|codigo|pin|cep",
        r"quant[oa]s?|escala|de (?:um|zero|1|0) a|pontos?|nota|avali\w+|estrelas|porcentagem|idade|ano|nascimento|data|valor",
    ),
)

_DICTATION: Final = Dictation(
    units=(
        "zero", "um uma", "dois duas", "tres", "quatro", "cinco", "seis meia", "sete", "oito", "nove", "dez",
        "onze", "doze", "treze", "quatorze catorze", "quinze", "dezesseis dezasseis", "dezessete dezassete",
        "dezoito", "dezenove dezanove",
    ),
    tens=("vinte", "trinta", "quarenta", "cinquenta", "sessenta", "setenta", "oitenta", "noventa"),
    times={"dobro": 2, "duplo": 2},
    link=("e",),
    spelled_like=("de", "como"),
    letter_case=("maiuscula", "minuscula", "maiusculo", "minusculo"),
    decimal=("virgula",),
    corrections=(r"(?:nao ){0,3}(?:desculpa|desculpe|espera|espere|perdao|quer dizer|quero dizer|alias|digo|ou melhor)(?: nao| e){0,3}",),
    corrects_alone=(r"nao(?: nao){0,3}(?: e)?",),
    explains=(r"(?:tudo|e|sao|em) (?:em |os |as |tudo ){0,3}(?:minusculas?|maiusculas?|numeros?|letras?|junto)(?: \w+){0,4}",),
    at=("arroba",),
    dot=("ponto",),
    underscore=("underline", "sublinhado"),
    dash=("hifen", "traco"),
    plus=("mais",),
    beside_numbers="meu o e sim traco",
    before_an_address="meu endereco sim minha",
)  # fmt: skip

_FIXED_TEXTS: Final = FixedTexts(
    closing="Muito obrigado pelo seu tempo. Até logo.",
    opt_out_confirmation="Entendido. Não voltaremos a ligar. Até logo.",
    silence_prompt="Alô, ainda está aí?",
    silence_goodbye="Não consigo ouvir, por isso vou desligar. Até logo.",
    reassurance="Fique à vontade, eu espero.",
)

_REMARKS: Final = Remarks(
    truth_about_us="Sim, sou um assistente automático.",
    ask_to_repeat="Desculpe, pode repetir?",
    it_is_noted="Claro, está anotado.",
    we_were_cut_off="Desculpe, a ligação foi interrompida.",
    let_me_see="Deixe-me ver.",
    one_moment="Só mais um momento, por favor.",
    is_that_right="Está certo?",
    shall_we_stop="Quer que eu retire o seu número da nossa lista?",
    you_stay="Tudo bem, o seu número continua na nossa lista.",
    call_back_then="Volto a ligar {when}. Está certo?",
    which_day="Em que dia posso voltar a ligar?",
    which_time="A que horas posso voltar a ligar?",
    which_zone="Em que fuso horário vai estar?",
    press_again="Para não ligarmos mais, pressione {key} outra vez ou diga stop.",
)

PORTUGUESE: Final = Language(
    tag="pt",
    name="Portuguese",
    named=("portuguese", "portugues", "portugiesisch", "portugais", "पुर्तगाली"),
    asking=(
        r"(?<!\bnao )(?:falas?|falam|podemos falar|pode falar|vamos falar|podia falar)(?: em)? NAMED",
        r"em NAMED por favor",
        r"(?:so|somente) falo NAMED",
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
