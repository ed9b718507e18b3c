import type { Field } from './field.ts';

/** What is spoken of: matters, places and turns of speech. Written from general knowledge, not from labelled items. */
export const fieldsOfMatters: readonly Field[] = [
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
