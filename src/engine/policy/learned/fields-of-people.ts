import type { Field } from './field.ts';

/** Who is spoken of, what is said about them, and what is done to them. Written from general knowledge, not from labelled items. */
export const fieldsOfPeople: readonly Field[] = [
  {
    id: 'pupil',
    label: 'pupils',
    words:
      'student* pupil* kid kids child children freshm* sophomore* junior juniors senior seniors class classes' +
      ' homeroom period block grader graders grade grades classmate* teen* minor minors youngster* kindergart*' +
      ' eighth seventh sixth ninth tenth fifth fourth third section advisory roster middleschooler* hallway desk' +
      ' seat alumn* estudiante* nino* nina* muchach* chamac* chic* chico* menor* salon grupo hora clase aluno*' +
      ' alunas menin* crianca* turma sala elev timoun klas tifi tigason',
  },
  {
    id: 'player',
    label: 'a team',
    words:
      'player* team squad varsity jv athlete* roster bench starter* goalie pitcher quarterback captain cheer*' +
      ' jugador* equipo* atleta* capitan porra jogador* ekip jwe*',
  },
  {
    id: 'colleague',
    label: 'people who work there',
    words:
      'principal* teacher* colleague* coworker* co-worker* staff para paras aide aides sub subs secretary' +
      ' secretaries custodian* janitor* nurse* counselor* superintendent* admin admins administrat* assistant' +
      ' boss vp hr coach coaches librarian* dean supervisor* office board department faculty bargaining director*' +
      ' directora* maestr* profe* profesor* companer* secretari* conserje* superintendente* jefe jefa junta' +
      ' colega* enfermer* entrenador* diretor* chefe pwofese direkte direksyon koleg',
  },
  {
    id: 'parent',
    label: 'parents',
    words:
      'parent* mom moms dad dads mother* father* guardian* pta pto family families mami papi mama papa mamas' +
      ' papas padre* madre* pai mae pais familia* manman fanmi booster* helicopter karen',
  },
  {
    id: 'district',
    label: 'the school',
    words:
      'district school schools campus building escuela* distrito colegio plantel secundaria primaria preparatoria' +
      ' escola lekol academy elementary',
  },
  {
    id: 'lowmind',
    label: 'a lack of wit or worth',
    words:
      'dumb* stupid* idiot* moron* dim dimmer dense brainless brain brains iq clueless dolt* dunce* fool* foolish' +
      ' simple slow thick empty-headed airhead* halfwit* imbecile* ignorant* illiterate clown* buffoon* joke' +
      ' waste useless hopeless pathetic lazy worthless incompetent* loser* failure* failures tont* burr* bruto*' +
      ' inutil* ignorante* estupid* idiota* menso* flojo* floja* haragan* torpe* payas* analfabet* zoquete' +
      " baboso* burro* burra* preguicos* imprestavel egare parese enbesil couldn't can't unable barely shoelaces" +
      ' crayons glue paste spell',
  },
  {
    id: 'animalslur',
    label: 'animals',
    words:
      'zoo monkey* ape apes animals pig pigs cow cows cattle sheep goat* donkey* mule* rat rats snake* roach*' +
      ' cockroach* vermin parasite* leech* slug* sloth* herd cage* feral barnyard kennel livestock jackal* hyena*' +
      ' vulture* weasel* toad* worm worms maggot* zoologico monito* puerco* cerdo* rata* vaca* gallina* vibora*' +
      ' culebra* cucarach* jaula* bestia* manada ganado macaco* porco* cobra jumento kochon makak chyen bourik' +
      ' mono monos mona monas',
  },
  {
    id: 'objectslur',
    label: 'things and rubbish',
    words:
      'houseplant* furniture doorstop* brick* rock rocks box potato* vegetable* cabbage* turnip* lump* bulb*' +
      ' lightbulb garbage trash dumpster landfill litter waste rubbish toilet sewer dump junk scrap leftovers' +
      ' basura desperdicio mueble* piedra* chatarra costal lixo estorbo zibye fatra',
  },
  {
    id: 'slurword',
    label: 'coarse words',
    words:
      'ass asses asshole* bastard* bitch* crap cunt damn damned dick dickhead douche* fuck* hell jackass* jerk*' +
      ' prick* scum* shit* shitty slut* suck sucks whore* twat* wtf stfu af b*tch f*** sh*t cabron* pendej*' +
      ' pinche* put* puta* mierda verga* culer* culo chinga* joder hijueputa malparido* gonorrea carajo cono' +
      ' huevon* merda porra caralho fdp bosta kaka salop bouzen',
  },
  {
    id: 'appearance',
    label: 'looks and bodies',
    words:
      'fat obese skinny ugly bald teeth tooth nose smell* stink* stank reek* dirty filthy greasy hair wig outfit' +
      ' dressed dress clothes makeup weight chubby wide acne pimple* braces glasses wheelchair limp flac* pelon*' +
      ' dientes nariz huele* apest* suci* mugros* ropa vestid* lonj* fedor* fedido gordo santi gorda gordos' +
      ' gordas fea feo feos',
  },
  {
    id: 'comparison',
    label: 'a comparison',
    words:
      'like worse than looks sounds reminds basically literally resembles equivalent same imagine parece* como' +
      ' peor igual pior tipo tankou pi',
  },
  {
    id: 'sarcasm',
    label: 'mock praise',
    words:
      'congratulations congrats bravo genius geniuses gem gems bless brilliant wow shout-out shoutout obviously' +
      ' apparently surely clearly lovely charming delightful star stars scholar* einstein* future tomorrow nobel' +
      ' rocket award medal trophy thoughts prayers lol lmao rofl smh jaja* jeje* kkk rs rsrs felicidades genio*' +
      ' genia* lumbrera* joya* joyita* premio estrella* talent* gracias',
  },
  {
    id: 'exhaust',
    label: 'weariness of work',
    words:
      'drink drinking wine vodka tequila retire retirement quit countdown pension survive surviving headache' +
      ' nightmare torture prison sentence jail parole babysit* babysitting circus circo tomar aguardiente jubil*' +
      ' infierno castigo suplicio inferno aposentar',
  },
  {
    id: 'contempt',
    label: 'contempt',
    words:
      'hate hates despise loathe disgust* disgrace* shame shameful embarrassment ridiculous laughing mock* pity' +
      ' sick tired fed waste deserve deserves odio detesto asco verguenza ridicul* harto harta risa burla*' +
      ' lastima nojo odeio vergonha rayi wont',
  },
  {
    id: 'wish-ill',
    label: 'a wish for harm',
    words:
      'die dies dead death rot burn burned choke drown hang hanged hope hopes wish karma suffer cancer bus truck' +
      ' hospital coffin funeral grave muera* muere* morir muerto* pudr* quem* ahog* ojala infierno morra* morrer' +
      ' queim* tomara mouri mo',
  },
  {
    id: 'weapon',
    label: 'weapons',
    words:
      'gun guns rifle shotgun ammo ammunition bullet* pistol glock ar-15 knife knives blade machete sword bat' +
      ' hammer rope noose lamppost pitchfork torch gasoline molotov bomb* grenade* brick fist fists knuckles' +
      ' trigger range scope crosshairs guillotine gallows wall pistola* arma armas rifle* bala balas cuchillo*' +
      ' navaja* bate soga horca gasolina bomba* plomo palo palos paredon faca pauladas forca zam fizi kouto' +
      ' manchet baton',
  },
  {
    id: 'hurt',
    label: 'hurting somebody',
    words:
      'kill* murder* shoot* shot stab* beat* punch* slap* kick* smash* break broken bleed* blood kneecap* bruise*' +
      ' choke strangle hit hitting hurt* fight* jump stomp bury buried throat skull teeth kidney* legs spine' +
      ' matar mato mata maten golp* peg* romper* quebr* sangre tumbar trompad* cachetad* patad* pegar partir*' +
      ' bater bati surra soco tiro touye bat frape kase',
  },
  {
    id: 'bodyharm',
    label: 'harm to oneself',
    words:
      'suicid* self-harm selfharm cut cuts cutting pills overdos* scars razor wrists hang end ending life alive' +
      ' disappear hopeless unalive kms goodbye burden numb suicidio cort* pastilla* pastillas vivir desaparec*' +
      ' matarme morirme despedid* cicatri* comprimid* remedios sumir viver swisid koupe grenn viv disparet',
  },
  {
    id: 'abuse',
    label: 'abuse or neglect',
    words:
      'abuse* abused molest* touch* touched touches bruise* belt burn burns locked starv* hungry afraid scared' +
      ' fear secret stepdad stepfather stepmom uncle undress* photos naked neglect* beaten beats hits hurts' +
      ' foster welts marks abus* manose* toc* tocaba golpe* moreton* moreton cinturon encerr* hambre miedo' +
      ' padrastro tio desnud* encerrad* apanh* cinto medo fome padrasto tranc* kale bat touche grangou pe bope' +
      ' maltrat* stepmother',
  },
  {
    id: 'homeless',
    label: 'want at home',
    words:
      'homeless evict* shelter sleeping car alone unsupervised days nobody home heat power food empty fridge sola' +
      ' solo nadie casa luz comida sozinh* ninguem poukont',
  },
  {
    id: 'sexual',
    label: 'sexual matter',
    words:
      'sex sexy nude* nudes naked porn* onlyfans xxx nsfw explicit topless strip* stripper lingerie thong panties' +
      ' boobs tits breasts butt booty kink* fetish horny hot fuego orgasm moan* bedroom condom* hookup* bdsm' +
      ' uncensored unrated adult subscribers tier 18+ spicy sext* playboy burlesque lap sexo desnud* encuerad*' +
      ' porno* calz* tanga* nalg* pech* tetas culo caliente* cachond* suscript* contenido atrevid* erotic* pelad*' +
      ' nua nuas safad* bunda peitos toutouni 🍆 🍑 🔥 😏 💦 😈 💋 🔞',
  },
  {
    id: 'romance',
    label: 'affection',
    words:
      'love lovely beautiful gorgeous cute pretty handsome crush date dating kiss* hug hugs cuddle* miss missed' +
      ' sweetheart babe baby honey darling heart special flirt* dream dreams eyes smile lips valentine amor amo' +
      ' quiero hermos* bonit* guap* abraz* corazon extran* nene mi reina saudade beij* cheri renmen bel ❤️ 😘 😍 🥰' +
      ' 💕 💋 😉 beso besos besit* besar lindo linda lindos lindas gato gata gatinh* carino*',
  },
  {
    id: 'secrecy',
    label: 'secrecy',
    words:
      "secret* delete deleted deleting between tell don't nobody private quiet hide hidden disappearing vanish*" +
      ' snapchat erase screenshot* just us keep trust mature understand promise borr* borra* secreto* entre nadie' +
      ' nosotros calla* callad* confi* escond* digas cuent* apag* segred* ninguem conta* nao efase sekre pa' +
      ' pesonn',
  },
  {
    id: 'meeting',
    label: 'meeting in private',
    words:
      'meet come over place house home car ride drive pick alone tonight late night sleepover hotel apartment' +
      ' cabin lake coffee drinks dinner ven venir casa carro coche solos noche recog* cena depa cafe vem carona' +
      ' sozinhos vini lakay machin kay',
  },
  {
    id: 'contact',
    label: 'private contact',
    words:
      'text texted dm dms snap number phone add follow follower* followed followed-back friend request accept*' +
      ' account private finsta message* messaging call facetime discord server link invite numero telefono agreg*' +
      ' segu* solicitud cuenta mensaje* escrib* llam* grupo adicion* segue conta mensagem ajoute telefon',
  },
  {
    id: 'latenight',
    label: 'the night',
    words:
      'midnight 1am 2am 3am awake sleep asleep insomnia bed up still madrugada despiert* dormir cama acordad*' +
      ' domi',
  },
];
