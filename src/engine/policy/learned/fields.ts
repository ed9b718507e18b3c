/** A field of meaning: words of four languages that speak of one thing. It judges nobody: the learned layer weighs what stands together. */
export interface Field {
  readonly id: string;
  /** What the words speak of, for a sentence. */
  readonly label: string;
  /** Folded words between blanks; a star stands for any ending. */
  readonly words: string;
}

// Written from general knowledge of the four languages, not from labelled items.
export const fields: readonly Field[] = [
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
  {
    id: 'substance',
    label: 'drink or drugs',
    words:
      'beer beers weed vape* vaping drunk drunken high stoned edible* alcohol booze shots keg cocaine joint bong' +
      ' pills molly hangover hungover cerveza* borrach* peda mota trago* bebad* cerveja maconha tafya bwe drog' +
      ' crudo cruda',
  },
  {
    id: 'health',
    label: 'health',
    words:
      'diagnos* diagnosis adhd autis* iep 504 anxiety depress* bipolar meds medication* pill therapy therapist' +
      ' rehab pregnan* hiv std herpes lice scabies seizure* diabet* asthma allerg* inhaler concussion disorder*' +
      ' disability disabilit* special sped psychiatric hospital* surgery cancer epilep* infection rash ringworm' +
      ' test positive medicad* medicina* pastilla terapia embaraz* piojos diabetes asma alerg* convuls* ansiedad' +
      ' depres* discapac* psicolog* expediente positivo gravida remedio autista piolho doenca laudo gwos maladi' +
      ' medikaman',
  },
  {
    id: 'records',
    label: 'school or court records',
    words:
      "grade grades gpa failing failed fail f's transcript* score scores report card attendance absent truant" +
      ' suspend* suspension expel* expulsion detention discipline disciplinary file records record hearing' +
      ' referral iep meeting custody foster divorce deport* immigration papers undocumented lunch free reduced' +
      ' arrest* probation court judge sealed confidential lawsuit calificaci* boleta reprob* expuls* expediente' +
      ' custodia divorcio papeles migracion corte juez carcel nota notas boletim reprovad* processo guarda not' +
      ' ekspilse papye tribinal prizon',
  },
  {
    id: 'closed-session',
    label: 'what is kept closed',
    words:
      'executive session closed-door confidential draft answer key keys exam test leaked leak password passwords' +
      ' code codes combination alarm login bid bids negotiation salary memo internal roster list spreadsheet' +
      ' attached screenshot photo clave claves contrasena codigo* examen respuestas filtr* senha gabarito prova' +
      ' kod modpas',
  },
  {
    id: 'disclose',
    label: 'passing something on',
    words:
      'heard told rumor gossip spill tea guess initials name names you-know-who everybody knows secret chisme*' +
      ' rumor* dicen contaron adivin* sabian entere fofoca* contou dizem tripotay tande',
  },
  {
    id: 'groupslur',
    label: 'a group of people',
    words:
      'believer believers religious voter voters muslim* jew jews jewish christian* catholic* evangel* hindu* immigrant* illegal illegals mexican* black' +
      ' blacks white whites asian* chinese arab* african* gay gays lesbian* trans queer lgbt* women woman men' +
      ' girls boys female* male* disabled retard* cripple* foreigner* refugee* haitian* latino* latina* gringo*' +
      ' gypsy indio* negro* moren* prieto* chino* mariquita* marica* joto* maric* ilegal* veneco* viej* mujer*' +
      ' hombre* mosque church synagogue temple bible hijab accent language english speak preto* bicha* viado*' +
      ' sapata* nordestin* mulher* crente* secta nwa blan ayisyen masisi madivin fanm',
  },
  {
    id: 'exclusion',
    label: 'shutting people out',
    words:
      'deport* back country wall belong real american ours their them those people kind invade invasion takeover' +
      ' replace* infest* terrorist* thug* ghetto slum* savage* send camp camps deporten regres* pais esa esas' +
      ' gente invad* raza gentuza chusma volta gentinha deporte moun',
  },
  {
    id: 'defame',
    label: 'dishonesty',
    words:
      'stole steals stealing thief thieves embezzl* fraud* fake faked falsif* forged lied liar lies lying' +
      ' corrupt* crook* bribe* kickback* cheat* affair sleeping drunk addict predator creep pervert pedophile' +
      ' criminal launder* pocket pockets pocketing cover-up robar robo roba* rata ratero* ladron* mentir*' +
      ' mentiros* fraude estafa* soborn* amante borracho rob* ladra* ladrao* propina vole koripsyon manti',
  },
  {
    id: 'mission',
    label: 'not teaching',
    words:
      'skip skipping cancel sick-out lesson lessons refuse refusing sabotage boycott opt-out test testing exam' +
      ' cheat answers stay-home curriculum plans fake movie movies pretend pretending nothing busywork worksheet' +
      ' worksheets nap faltar falten examen plan planes clase clases copia* copiar pelicula finjo fingir falt*' +
      ' prova filme klas egzamen',
  },
  {
    id: 'work-effort',
    label: 'not working',
    words:
      'lazy slacking nap napping hiding clocked clock paid nothing phone scroll scrolling youtube netflix couch' +
      ' sneaking skipped early left pretend* sick dia cobrar cobro siesta dormid* flojera salgo escapo enrol*',
  },
  {
    id: 'goodwill',
    label: 'warning people off',
    words:
      'move enroll enrollment run away avoid warn warning pull kids charter private send elsewhere worst hellhole' +
      ' dump disgrace unsafe failing closing saquen inscrib* peor cambien cuidado no-manden tirem pior escola' +
      ' evite retire pi-mal',
  },
  {
    id: 'official',
    label: 'speaking for the school',
    words:
      'official account page behalf we our school announce* announcement statement position endorses endorse' +
      ' believe stands supports vote candidate party abortion marriage gun guns bible god pray prayer oficial' +
      ' cuenta apoya* vot* candidat* partido dios creemos postura iglesia oracion deus candidato ofisyel',
  },
  {
    id: 'title',
    label: 'a position',
    words:
      'teacher coach principal nurse rn secretary m.ed med phd district school dept department bio signature' +
      ' linkedin sincerely regards sent views own maestra profesor director escuela distrito firma',
  },
  {
    id: 'settings',
    label: 'who may join or see',
    words:
      'public open anyone everyone join link view download edit posting comments moderated unmoderated admins' +
      ' approval approve approved strangers verification password anonymous settings privacy public* abiert*' +
      ' cualquiera enlace comentarios aprob* desconocid* privacidad abert* qualquer tout-moun ouve',
  },
  {
    id: 'tooluse',
    label: 'use of apps',
    words:
      'app apps server discord snapchat tiktok instagram kik telegram whatsapp twitch game chat disappearing' +
      ' anonymous poll unrated livestream required download terms age thirteen homework assignment syllabus' +
      ' letter permission sign slip consent parents aware informed notify aviso permiso firma aplicacion tarea' +
      ' grupo papas padres enterad* avisar autorizacion bilhete',
  },
  {
    id: 'union',
    label: 'the union',
    words:
      'union strike picket contract grievance steward bargaining negotiat* solidarity dues local cea aft nea' +
      ' afscme seiu walkout ratif* sindicato huelga convenio contrato negoci* paro afili* greve sendika grev',
  },
  {
    id: 'paywork',
    label: 'pay and conditions',
    words:
      'pay paid wage* salary raise raises stipend overtime unpaid hours prep lunch break breaks coverage workload' +
      ' caseload class-size staffing short-staffed understaffed insurance pension benefits sick step lane sueldo*' +
      ' salario* pago pagan aumento horas descanso seguro salario sale ogmantasyon',
  },
  {
    id: 'publicmatter',
    label: 'public matters',
    words:
      'budget tax taxes referendum election vote voters mayor council town city board meeting hearing petition' +
      ' protest march law bill legislature governor senator congress policy redistrict* funding vouchers charter' +
      ' ban bans curriculum mold asbestos lead water superintendent salary contract presupuesto impuesto*' +
      ' eleccion* vot* alcalde gobernador ley marcha protesta peticion orcamento prefeito eleicao lei bidje' +
      ' eleksyon lwa',
  },
  {
    id: 'whistle',
    label: 'a complaint to an authority',
    words:
      'report reported complaint complained osha inspector* hotline state department dcf auditor* ethics eeoc' +
      ' title ix whistleblow* retaliat* hr filed file agency dol health fire marshal investigat* denunci* queja*' +
      ' inspeccion reporte* represalia* demanda denuncia* fiscalizacao rapo pote plent',
  },
  {
    id: 'dutytold',
    label: 'something told in confidence',
    words:
      'told disclosed confided showed wrote essay journal note paper counselor nurse called reported dcf cps' +
      ' hotline emergency 911 wait waiting until monday weekend promised not-to-tell decide handle myself conto' +
      ' dijo diari* ensayo prometi esperar lunes contou falou escreveu redacao ekri pwomet',
  },
  {
    id: 'negate',
    label: 'denial',
    words:
      "not no never don't doesn't didn't isn't won't cannot can't nobody nothing without nunca jamas nadie nada" +
      ' sin nao pa pat janm',
  },
  {
    id: 'quote',
    label: 'other people’s words or stories',
    words:
      'said says saying quoted quote movie film book novel song lyrics show episode character game scene line' +
      ' play rehearsal script chapter history lesson documentary pelicula libro novela cancion serie personaje' +
      ' juego escena obra filme livro musica jogo fim liv chante',
  },
  {
    id: 'hobby',
    label: 'everyday life',
    words:
      'recipe bake baked cake oven garden tomato tomatoes knit* yarn fishing hike hiking trail dog cat puppy' +
      ' kitten lawn mower truck car tire furnace roof sink faucet paint sofa couch sale selling vacation beach' +
      ' birthday anniversary church choir concert race marathon movie pizza soup grill bbq game season playoff' +
      ' score won lost weather snow rain receta horno jardin perro gato pastel cumple* playa partido misa lluvia' +
      ' venta carro bolo cachorro praia jogo chuva reset jaden chen lapli',
  },
  {
    id: 'thanks',
    label: 'thanks',
    words:
      'thank thanks grateful proud congratulations welcome happy great awesome amazing wonderful appreciate love' +
      ' gracias orgullos* felicidades feliz obrigad* parabens orgulh* mesi fye felisitasyon',
  },
  {
    id: 'logistics',
    label: 'arrangements',
    words:
      'practice bus leaves leave tomorrow reminder bring schedule time field gym uniform shoes pickup drop game' +
      ' meet due homework form forms money dollars ticket tickets room permission entrenamiento practica manana' +
      ' camion hora traigan tarea cancha salida treino amanha onibus tragam demen pote',
  },
  {
    id: 'emergency',
    label: 'an emergency',
    words:
      'emergency accident crash fire lockdown hurt hospital ambulance safe stuck ice storm flood missed bus' +
      ' parents call urgente emergencia accidente incendio ambulancia perdio acidente ijans aksidan',
  },
];
