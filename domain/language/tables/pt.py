"""Portuguese: what people say in it, and what we do; tables/shape.py tells what each table is for."""

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

_WISHES: Final = Wishes(
    opt_out=(
        r"nao (?:me )?(?:ligue|liguem|liga|telefone)(?: para mim)? (?:mais|nunca mais|de novo)",
        r"(?:pare|parem|para) de (?:me )?ligar(?: para mim)?",
        r"nao quero mais (?:receber )?(?:suas )?(?:ligacoes|chamadas)",
        r"me deix[ae]m? em paz",
        r"(?:tire|tirem|remova|removam|apague|exclua) (?:o )?meu (?:numero|nome)(?: da (?:sua )?lista)?",
    ),
    opt_out_alone=(),
    opt_out_likely=(),
    no_opt_out=(),
    keeps=(),
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
        r"(?:voce e|isso e|e) (?:um |uma )?(?:robo|maquina|computador|ia|humano|pessoa(?: real)?)",
    ),
    wants_end=(r"(?:tchau|adeus|ate logo)(?: \w+)?$", r"(?:tenho que|preciso) (?:ir|desligar)"),
    no_end=(),
    goes_on=(),
    refuses_recording=(
        r"nao (?:me )?(?:grave|gravem|grava)(?: \w+){0,3}",
        r"nao (?:quero|autorizo|aceito) (?:ser gravad[oa]|(?:a )?gravacao|que (?:me )?gravem)",
        r"(?:pare|parem|para) de (?:me )?gravar",
    ),
)

_PREFERENCES: Final = Preferences(when=(), writing=(), how_often=())

_ASIDES: Final = Asides(
    pickup=(r"(?:(?:alo|oi|sim|ola|pois nao|bom dia|boa tarde|boa noite|quem (?:e|fala)) ?){1,4}",),
    backchannel=(r"(?:sim|aham|uhum|ta|ta bom|certo|ok|entendi|claro|isso|mhm|hm+|ah)",),
    say_again=(
        r"(?:como|o que|que)(?: disse| foi| e)?",
        r"(?:pode|poderia|consegue|voce pode) (?:repetir|falar|dizer)(?: (?:isso|a pergunta|de novo|outra vez|novamente)){0,6}",
        r"(?:repita|repete|fala)(?: (?:isso|a pergunta|de novo|outra vez)){0,6}",
        r"nao (?:entendi|ouvi|escutei)(?: (?:bem|direito|nada))?",
        r"(?:de novo|outra vez|mais uma vez)",
    ),
    one_moment=(
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
    r"caixa postal",
)

_ANSWERERS: Final = Answerers(
    voicemail_greeting=_VOICEMAIL_GREETING,
    voicemail=(
        *_VOICEMAIL_GREETING,
        r"caixa postal",
        r"secretaria eletronica",
        r"(?:deixe|grave) (?:\w+ ){0,2}(?:mensagem|recado|nome)",
        r"(?:apos|depois d?o) (?:o )?(?:sinal|bip|tom)",
        r"nao (?:posso|podemos|pode) (?:atender|receber)(?: \w+){0,2}",
        r"(?:retorno|retornarei|retornaremos)(?: \w+){0,2}",
    ),
    voicemail_words=(
        r"mensagem|recado",
        r"sinal|bip",
        r"(?:voce )?ligou para",
        r"encaminhada",
        r"no momento|atender",
    ),
    ivr=(
        r"(?:digite|tecle|pressione|disque) (?:o )?(?:um|dois|tres|zero|[0-9])",
        r"(?:uma das|seguintes) opcoes",
        r"sua ligacao (?:e|sera)(?: \w+){0,2}",
    ),
    ivr_words=(r"bem vind\w*", r"opcoes", r"digite|tecle", r"atendente|suporte|vendas"),
    screening=(
        r"seu nome e (?:o )?(?:motivo|assunto)(?: \w+)?",
        r"motivo da (?:ligacao|chamada)",
        r"antes de (?:completar|conectar|transferir)(?: \w+)?",
    ),
    screening_words=(r"seu nome", r"esta pessoa", r"motivo|assunto", r"aguarde"),
    unavailable=(
        r"numero (?:que voce )?(?:discou|discado|chamado)(?: \w+){0,2}",
        r"(?:fora de servico|desligado|fora da area)(?: \w+)?",
        r"nao existe",
        r"(?:verifique|tente) (?:o numero|mais tarde|novamente)(?: \w+)?",
    ),
    unavailable_words=(r"numero", r"discou|existe", r"servico|temporariamente|tente"),
    on_hold=(),
    records_nothing=(),
    person=(
        r"quem (?:e|fala|esta|gostaria)(?: \w+)?",
        r"(?:em que|como) (?:eu )?posso(?: \w+)?",
        r"(?:so um|espera|um) (?:minuto|momento|ai|instante)",
        r"(?:pode falar|do que se trata|o que voce quer|tem alguem)",
        r"com quem (?:voce|o senhor|a senhora|deseja|gostaria|quer|falo)(?: \w+)?",
        r"(?:posso|podemos) (?:ajudar|ser util|ajuda lo)",
    ),
)

_OURS: Final = Ours(
    offer=(),
    offer_to_send=(),
    offer_to_call=(),
    asks_when=(),
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
    press_again="Para não ligarmos mais, pressione {key} outra vez ou diga stop.",
)

PORTUGUESE: Final = Language(
    tag="pt",
    name="Portuguese",
    named=("portuguese", "portugues", "portugiesisch", "portugais", "पुर्तगाली"),
    asking=(
        r"(?<!nao )(?:falas?|falam|podemos falar|pode falar|vamos falar|podia falar)(?: em)? NAMED",
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
