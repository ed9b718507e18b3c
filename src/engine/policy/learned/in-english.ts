/**
 * The commonest words of Spanish, with some of Portuguese and Haitian Creole, in English: the encoder knows no other language,
 * and a sentence put over word by word tells it more than one it cannot read. Written from general knowledge.
 */
const words =
  'que=that de=of del=of+the la=the el=the los=the las=the lo=it le=them les=them se=themself un=a una=a' +
  ' unos=some unas=some y=and e=and o=or u=or en=in con=with sin=without por=for para=for pa=for pra=for mi=my' +
  ' mis=my su=their sus=their tu=your tus=your nuestro=our nuestra=our nuestros=our nuestras=our yo=I me=me' +
  ' nos=us nosotros=we nosotras=we ustedes=you usted=you te=you ti=you ellos=they ellas=they ella=they ello=it' +
  ' al=to+the a=to ya=already no=not ni=nor si=if muy=very mas=more menos=less tan=so tanto=so+much todo=all' +
  ' toda=all todos=everyone todas=everyone nada=nothing nadie=nobody nunca=never jamas=never siempre=always' +
  ' otra=another otro=another otros=others otras=others este=this esta=this esto=this estos=these estas=these' +
  ' ese=that esa=that eso=that esos=those esas=those aquel=that aqui=here aki=here alla=there alli=there' +
  ' ahi=there donde=where cuando=when como=like quien=who cual=which porque=because xq=because pq=because q=that' +
  ' k=that x=for tmb=also tambien=also pero=but aunque=although mientras=while desde=since hasta=until' +
  ' entre=between sobre=about contra=against segun=according+to antes=before despues=after luego=later hoy=today' +
  ' ayer=yesterday anoche=last+night manana=tomorrow ahora=now ahorita=now pronto=soon tarde=late temprano=early' +
  ' noche=night dia=day dias=days semana=week mes=month ano=year anos=years hora=hour horas=hours lunes=Monday' +
  ' martes=Tuesday miercoles=Wednesday jueves=Thursday viernes=Friday sabado=Saturday domingo=Sunday' +
  ' enero=January marzo=March abril=April mayo=May junio=June agosto=August septiembre=September octubre=October' +
  ' noviembre=November diciembre=December es=is son=are soy=I+am eres=you+are somos=we+are era=was eran=were' +
  ' fue=was fueron=were ser=be sera=will+be sido=been estan=are estoy=I+am estaba=was estar=be hay=there+is' +
  ' habia=there+was hubo=there+was ha=has han=have he=I+have hemos=we+have haber=have tengo=I+have tiene=has' +
  ' tienen=have tienes=you+have tenemos=we+have tenia=had tener=have hago=I+do hace=does hacen=do hacer=do' +
  ' hizo=did hice=I+did hecho=done haz=do voy=I+go va=goes van=go vas=you+go vamos=let+us+go ir=go iba=went' +
  ' viene=comes vienen=come vengo=I+come ven=come vengan=come venir=come puede=can puedo=I+can pueden=can' +
  ' puedes=you+can podemos=we+can poder=can podria=could quiere=wants quiero=I+want quieren=want' +
  ' quieres=you+want querer=want quisiera=would+like debe=must deben=must debo=I+must deberia=should' +
  ' debemos=we+must sabe=knows saben=know sabes=you+know saber=know sabia=knew supe=I+learned dice=says' +
  ' dicen=they+say digo=I+say dijo=said dije=I+said decir=say dime=tell+me digan=say diga=tell digas=tell' +
  ' dicho=said cuenta=account cuento=I+tell contar=tell conto=told conte=I+told contaron=they+told' +
  ' cuentan=they+tell habla=speaks hablo=I+speak hablar=talk hablan=they+talk hable=I+spoke veo=I+see ve=sees' +
  ' ver=see vi=I+saw vio=saw visto=seen mira=look mirar=look miren=look oye=hey oigan=listen escuchar=listen' +
  ' escucha=listen creo=I+think cree=believes piensa=thinks pienso=I+think parece=seems siento=I+feel' +
  ' siente=feels gusta=like encanta=love llama=calls llamar=call llamo=called llame=call escribe=writes' +
  ' escribir=write escribio=wrote escribi=I+wrote escribeme=write+me manda=sends mandar=send mando=sent' +
  ' mande=I+sent mandan=they+send manden=send enviar=send envio=sent envie=I+sent lleva=takes llevar=take' +
  ' llevo=I+take traer=bring trae=brings traigan=bring traiga=bring trajo=brought dar=give da=gives dan=give' +
  ' doy=I+give dio=gave di=I+gave dame=give+me pone=puts poner=put puso=put pongo=I+put pongan=put deja=leaves' +
  ' dejar=leave dejo=left deje=leave dejen=leave sale=leaves salir=leave salio=went+out salgo=I+leave' +
  ' entra=enters entrar=enter entro=entered llega=arrives llegar=arrive llego=arrived pasa=happens pasar=pass' +
  ' paso=happened quedar=stay queda=stays quedo=stayed busca=looks+for buscar=look+for encontre=I+found' +
  ' encontrar=find ayuda=help ayudar=help necesita=needs necesito=I+need necesitan=need pide=asks pedir=ask' +
  ' pidio=asked pido=I+ask pregunta=asks preguntar=ask pregunto=asked espera=wait esperar=wait espero=I+hope' +
  ' ojala=I+hope usa=uses usar=use trabaja=works trabajar=work trabajo=work trabajamos=we+work paga=pays' +
  ' pagar=pay pagan=they+pay pago=pay cobra=charges cobrar=charge cobro=I+charge compra=buys comprar=buy' +
  ' compre=I+bought vende=sells vender=sell vendo=I+sell vive=lives vivir=live come=eats comer=eat comida=food' +
  ' bebe=drinks beber=drink tomar=drink duerme=sleeps dormir=sleep juega=plays jugar=play corre=runs correr=run' +
  ' aprende=learns aprender=learn ensena=teaches ensenar=teach enseno=I+teach lee=reads leer=read' +
  ' estudia=studies estudiar=study llora=cries llorar=cry llorando=crying rie=laughs reir=laugh grita=screams' +
  ' gritar=scream pelea=fight pelear=fight muere=dies morir=die murio=died muerto=dead mata=kills matar=kill' +
  ' mato=killed matarme=kill+myself maten=kill pega=hits pegar=hit pego=hit pegan=hit golpea=hits golpe=blow' +
  ' golpes=blows golpear=beat quema=burns quemar=burn romper=break rompe=breaks roba=steals robar=steal' +
  ' robo=stole roban=steal miente=lies mentir=lie mentira=lie mentiras=lies odio=hate odia=hates amo=love' +
  ' ama=loves amar=love extrano=miss beso=kiss besos=kisses abrazo=hug abrazos=hugs escuela=school' +
  ' colegio=school plantel=school secundaria=middle+school primaria=elementary+school preparatoria=high+school' +
  ' prepa=high+school kinder=kindergarten distrito=district salon=classroom clase=class clases=classes' +
  ' aula=classroom grupo=group alumno=student alumna=student alumnos=students alumnas=students' +
  ' estudiante=student estudiantes=students nino=kid nina=kid ninos=kids ninas=kids chico=kid chica=kid' +
  ' chicos=kids chicas=kids muchacho=kid muchacha=kid muchachos=kids muchachas=kids chamaco=kid chamacos=kids' +
  ' chavo=kid chavos=kids nene=kid nena=kid hijo=kid hija=kid hijos=kids hijas=kids maestro=teacher' +
  ' maestra=teacher maestros=teachers maestras=teachers profesor=teacher profesora=teacher profe=teacher' +
  ' profes=teachers director=principal directora=principal subdirector=assistant+principal' +
  ' subdirectora=assistant+principal superintendente=superintendent secretaria=secretary conserje=custodian' +
  ' enfermera=nurse enfermero=nurse consejera=counselor consejero=counselor entrenador=coach entrenadora=coach' +
  ' jefe=boss jefa=boss companero=coworker companera=coworker companeros=coworkers companeras=coworkers' +
  ' colega=coworker colegas=coworkers junta=board padre=parent madre=parent padres=parents papa=parent' +
  ' papas=parents mama=parent mamas=parents papitos=parents mami=parent papi=parent familia=family' +
  ' familias=families abuela=grandparent abuelo=grandparent hermano=sibling hermana=sibling hermanos=siblings' +
  ' tio=relative tia=relative primo=cousin prima=cousin esposo=spouse esposa=spouse marido=spouse mujer=person' +
  ' hombre=person mujeres=people hombres=people gente=people persona=person senor=Mr senora=Mr amigo=friend' +
  ' amiga=friend amigos=friends amigas=friends novio=partner novia=partner vecino=neighbor vecina=neighbor' +
  ' vecinos=neighbors equipo=team jugador=player jugadores=players partido=game entrenamiento=practice' +
  ' practica=practice cancha=field gimnasio=gym biblioteca=library oficina=office comedor=cafeteria' +
  ' cafeteria=cafeteria patio=playground pasillo=hallway bano=bathroom banos=bathrooms camion=bus autobus=bus' +
  ' puerta=door tarea=homework tareas=homework examen=test examenes=tests prueba=test respuesta=answer' +
  ' respuestas=answers calificacion=grade calificaciones=grades nota=grade notas=grades boleta=report+card' +
  ' reprobo=failed reprobar=fail reprobado=failing reprobados=failing expediente=file suspendido=suspended' +
  ' suspendieron=suspended expulsado=expelled expulsaron=expelled permiso=permission aviso=notice' +
  ' mensaje=message mensajes=messages telefono=phone celular=phone numero=number foto=photo fotos=photos' +
  ' video=video pagina=page publicacion=post lista=list reunion=meeting proyecto=project feria=fair' +
  ' concierto=concert boletos=tickets dinero=money dolares=dollars sueldo=salary salario=salary aumento=raise' +
  ' contrato=contract convenio=contract sindicato=union huelga=strike paro=strike impuestos=taxes' +
  ' presupuesto=budget votar=vote voten=vote vota=vote voto=vote eleccion=election elecciones=elections' +
  ' alcalde=mayor gobernador=governor ley=law queja=complaint denuncia=complaint denunciar=report' +
  ' denuncie=I+reported reportar=report reporte=I+reported policia=police juez=judge corte=court abogado=lawyer' +
  ' carcel=jail custodia=custody divorcio=divorce papeles=papers migracion=immigration tonto=stupid tonta=stupid' +
  ' tontos=stupid tontas=stupid burro=dumb burra=dumb burros=dumb bruto=dumb brutos=dumb idiota=idiot' +
  ' idiotas=idiots estupido=stupid estupida=stupid inutil=useless inutiles=useless flojo=lazy floja=lazy' +
  ' flojos=lazy huevon=lazy ignorante=ignorant payaso=clown payasa=clown payasos=clowns circo=circus' +
  ' zoologico=zoo mono=monkey monos=monkeys monitos=monkeys cerdo=pig cerdos=pigs puerco=pig rata=rat ratas=rats' +
  ' vibora=snake viboras=snakes culebra=snake basura=garbage estorbo=nuisance loco=crazy loca=crazy locos=crazy' +
  ' vieja=old+person viejas=old+people viejo=old gordo=fat gorda=fat feo=ugly fea=ugly asco=disgusting' +
  ' asqueroso=disgusting verguenza=shame mierda=shit maldito=damned maldita=damned pinche=damn pinches=damn' +
  ' cabron=bastard cabrones=bastards pendejo=idiot pendejos=idiots puta=whore puto=bastard carajo=hell' +
  ' ladron=thief ladrones=thieves ladrona=thief corrupto=corrupt corruptos=corrupt mentiroso=liar mentirosa=liar' +
  ' mentirosos=liars chismosa=gossip chismoso=gossip chisme=gossip llorones=crybabies lloron=crybaby mugre=filth' +
  ' sucio=dirty sucia=dirty apesta=stinks huele=smells cerebro=brain cabeza=head cara=face boca=mouth' +
  ' manos=hands mano=hand pie=foot cuerpo=body ojos=eyes sangre=blood dientes=teeth cuello=neck pistola=gun' +
  ' arma=weapon armas=weapons cuchillo=knife bate=bat palo=stick piedra=rock fuego=fire bomba=bomb soga=rope' +
  ' plomo=bullets tumba=grave hospital=hospital sexo=sex desnudo=naked desnuda=naked desnudos=naked caliente=hot' +
  ' sexy=sexy hermosa=beautiful hermoso=beautiful bonita=pretty bonito=pretty guapa=pretty guapo=handsome' +
  ' linda=cute lindo=cute amor=love corazon=heart secreto=secret solo=alone sola=alone solos=alone solas=alone' +
  ' casa=house cama=bed carro=car coche=car cena=dinner borra=delete borrar=delete borres=delete' +
  ' borralo=delete+it confia=trust confianza=trust calla=hush callado=quiet prometeme=promise+me miedo=fear' +
  ' triste=sad cansado=tired cansada=tired harto=fed+up harta=fed+up solito=alone enfermo=sick enferma=sick' +
  ' enfermedad=illness medicina=medicine pastillas=pills pastilla=pill terapia=therapy psicologo=therapist' +
  ' embarazada=pregnant piojos=lice ansiedad=anxiety depresion=depression autista=autistic moretones=bruises' +
  ' moreton=bruise cinturon=belt padrastro=step+parent madrastra=step+parent hambre=hunger encerrado=locked+in' +
  ' encerrada=locked+in toca=touches tocaba=touched toco=touched abusa=abuses abuso=abuse cortarse=cut+themself' +
  ' corta=cuts cortes=cuts borracho=drunk borracha=drunk cerveza=beer cervezas=beers droga=drug drogas=drugs' +
  ' mota=weed bueno=good buena=good buenos=good buenas=good bien=well mal=badly malo=bad mala=bad malos=bad' +
  ' peor=worse mejor=better grande=big pequeno=small nuevo=new nueva=new primero=first ultima=last ultimo=last' +
  ' mismo=same misma=same unico=only claro=clear seguro=sure verdad=truth cierto=true gracias=thanks favor=favor' +
  ' felicidades=congratulations orgullo=pride orgullosa=proud orgulloso=proud feliz=happy saludos=greetings' +
  ' hola=hello adios=goodbye bienvenidos=welcome quiza=maybe casi=almost cosa=thing cosas=things algo=something' +
  ' alguien=someone vez=time veces=times vida=life mundo=world pais=country calle=street pueblo=town tierra=land' +
  ' iglesia=church misa=mass dios=God fiesta=party cumpleanos=birthday lluvia=rain calor=heat frio=cold sol=sun' +
  ' agua=water perro=dog gato=cat jardin=garden cocina=kitchen receta=recipe pan=bread cafe=coffee libro=book' +
  ' libros=books pelicula=movie cancion=song musica=music juego=game historia=story nombre=name apellido=surname' +
  ' oficial=official publico=public privado=private entera=finds+out enteren=find+out nao=not uma=a um=a os=the' +
  ' as=the do=of+the dos=of+the das=of+the em=in na=in+the com=with sem=without ele=they ela=they eles=they' +
  ' elas=they eu=I voce=you voces=you meu=my minha=my meus=my seu=their sua=their nosso=our nossa=our muito=very' +
  ' tudo=all hoje=today ontem=yesterday amanha=tomorrow escola=school aluno=student aluna=student' +
  ' alunos=students crianca=kid criancas=kids menino=kid menina=kid meninos=kids professor=teacher' +
  ' professora=teacher diretor=principal diretora=principal mae=parent pai=parent filho=kid filha=kid' +
  ' filhos=kids turma=class sala=classroom prova=test tarefa=homework preguicoso=lazy ladrao=thief odeio=hate' +
  ' saudade=miss segredo=secret ninguem=nobody conta=tell contou=told disse=said falou=said falar=talk fazer=do' +
  ' vai=goes vou=I+go sao=are foi=was tem=has tenho=I+have quer=wants quero=I+want pode=can sozinho=alone' +
  ' sozinha=alone bater=beat morrer=die sangue=blood faca=knife doenca=illness remedio=medicine greve=strike' +
  ' prefeito=mayor imposto=tax dinheiro=money obrigado=thanks obrigada=thanks parabens=congratulations jogo=game' +
  ' treino=practice mwen=I m=I ou=you li=they nou=we nan=in pou=for ak=with ap=ing gen=have lekol=school' +
  ' elev=student timoun=kid met=teacher pwofese=teacher direkte=principal manman=parent lakay=home sekre=secret' +
  ' pesonn=nobody kale=beat frape=hit touye=kill mouri=die grangou=hungry pe=fear vole=thief egare=stupid' +
  ' parese=lazy renmen=love mesi=thanks klas=class jodi=today demen=tomorrow';

const english = new Map(
  words.split(' ').map((pair) => {
    const cut = pair.indexOf('=');
    return [pair.slice(0, cut), pair.slice(cut + 1).replaceAll('+', ' ')] as const;
  }),
);

/** Words that hardly any English sentence holds twice. */
const marks = new Set(
  (
    'que de la el los las un una y en con por para mi su se lo del al es son esta hay ya como mas pero muy este esa eso le les ' +
    'uma um com nao ele ela voce da na seu sua muito mwen li nou yo pa nan pou ak ou te'
  ).split(' '),
);

const englishMarks = new Set('the and to of is are was you my your in it that this with for on they i we'.split(' '));

const word = /[\p{L}\p{M}\p{N}]+/gu;

/** A sentence of another language word by word in English, as far as the words are known; an English one as it is. */
export function inEnglish(sentence: string): string {
  const all = sentence.match(word) ?? [];
  const read = all.map(plain);
  const marked = read.filter((one) => marks.has(one)).length;
  const ofEnglish = read.filter((one) => englishMarks.has(one)).length;
  if (marked <= ofEnglish || marked * 6 < all.length) return sentence;
  return sentence.replace(word, (one) => english.get(plain(one)) ?? one);
}

function plain(one: string): string {
  return one.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
}
