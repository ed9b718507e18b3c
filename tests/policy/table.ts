import { type Case, dm, fromStudent, official, other, post, sms, told, toldOfColleague, workPost } from './scenes.ts';
import { everyday, safety, speakingFor, speech } from './table-screens.ts';

const email = { kind: 'email', platform: null, audience: 'individual' };
const link = { kind: 'connection', platform: 'instagram', audience: null };
const student = [{ name: 'Jordan', role: 'student', isRelativeOfAuthor: false }];
const parent = [{ name: 'M. Ortiz', role: 'parent' }];
const team = [{ name: 'Varsity Soccer', role: 'student' }];

const confidential: readonly Case[] = [
  post(
    'Marcus got suspended again today. Third time since Christmas, and his mother still thinks it is our fault.',
    told,
  ),
  post('One of my kids just told me her dad is in jail. And I am supposed to care about fractions?', told),
  post('IEP meeting for Tyler went three hours. Mom cried the whole time, kid still cannot read.', told),
  post('marcus got expelled lol finally', told),
  post('That awkward moment when J.R. from 3rd period is off his meds and throws a chair', told),
  post('A girl in my homeroom is pregnant at 15. Pray for her.', told),
  post('Grading. Olivia P. got a 12% on the midterm. Twelve.', told),
  post('My student has autism and the parents are in denial. Had to tell somebody.', told),
  post('We have a 4th grader living in a shelter and the family is about to be deported.', told),
  post('Priya confided in me that she is seeing the counselor about her eating disorder', told),
  post('Un alumno mío fue suspendido por pelear, su papá está en la cárcel. Pobre niño.', told),
  post('Mi alumna Lucía está embarazada y nadie en su casa lo sabe', told),
  post(
    'Mrs. Halloran is on administrative leave because she failed her drug test. You did not hear it from me.',
    toldOfColleague,
  ),
  post('They fired the gym teacher. He was under investigation since October.', toldOfColleague),
  post(
    'Straight from executive session tonight: the superintendent is leaving in June. Not public yet.',
    toldOfColleague,
  ),
  post('The alarm code is 4471 if anybody wants to get in the school this weekend lol', toldOfColleague),
  post('SBAC writing prompt is about school uniforms this year, teachers get your kids ready', toldOfColleague),
  other(
    'ok look at these grades',
    { kind: 'photo-caption', imageText: 'Gradebook Period 4  Alvarez, Luis F 41%  Chen, Amy has a D' },
    told,
  ),
  other(
    'Tyler’s mom is an addict, no wonder he never does homework',
    {
      kind: 'group-message',
      platform: 'whatsapp',
      audience: 'group',
      recipients: [{ name: 'Book club', role: 'public' }],
    },
    ['4118.51 3', 'norwalk general-confidentiality', 'norwalk B3'],
  ),
  // Everyday life and near-misses.
  post('IEP season is here. Thirty-two to write by Friday. Send coffee.'),
  post('My son got his IEP today and I could not be prouder of how he spoke up for himself.'),
  post('So proud of my third period, they crushed their presentations today!'),
  post('Congrats to Marcus and the whole robotics crew on their win at states!'),
  post('My daughter Ana was diagnosed with ADHD in 3rd grade and it changed how I teach.'),
  post('I was suspended twice in high school. Look at me now, kids.'),
  post('Messi got suspended for two games, there goes my fantasy team'),
  post('Special education funding was cut again by the state. Call your legislators.', [], {
    speech: ['public-concern'],
  }),
  post('April is Autism Acceptance Month. Wear blue with us!'),
  post('Third period failed the quiz, so tomorrow we try stations instead.'),
  post('Grades are due Friday and my cat sat on the keyboard'),
  other('Hi Ms. Lund, Tyler was absent again and his mom says he is off his meds. Can you check in?', {
    ...email,
    recipients: [{ name: 'K. Lund', role: 'nurse' }],
    account: 'district',
  }),
  other('Your son’s IEP meeting is on Tuesday at 2. He has a 62% in math and I would like to talk about support.', {
    ...email,
    recipients: parent,
    account: 'district',
  }),
  dm('You got a 92% on the test, nice work'),
  post('My brother is in jail and the holidays are hard.'),
  post('Reading a great book about a boy in foster care. Bring tissues.'),
  other('Marcus got suspended again today', { author: { name: 'P. Doe', role: 'parent' } }),
  other('Marcus got suspended again today', { author: { name: 'Kev', role: 'student' } }),
];

const violence: readonly Case[] = [
  post('Somebody needs to take that superintendent out back and beat the crap out of him', ['4118.51 5']),
  post('If Kevin mouths off one more time I am going to knock his teeth out', ['4118.51 5']),
  post('Those protesters should be run over. Every last one.', ['4118.51 5']),
  post('Third period deserves a good smack upside the head', ['4118.51 5']),
  post('Glad he got shot. Great day for this town.', ['4118.51 5']),
  post('snitches get stitches, remember that when you talk to the office', ['4118.51 5']),
  post('I hope they all get hit by a bus', ['4118.51 5']),
  post('Time for rifles, people. Voting is over.', ['4118.51 5']),
  post('k1ll them all', ['4118.51 5']),
  post('Hang every one of these politicians from the nearest lamp post', ['4118.51 5']),
  post('I could strangle half of my students today', ['4118.51 5']),
  post('the only good liberal is a dead liberal', ['4118.51 5']),
  post('Hay que matarlos a todos, no queda otra', ['4118.51 5']),
  post('Ese niño se merece unas buenas nalgadas y que le rompan la cara', ['4118.51 5']),
  other(
    'New classroom management plan',
    { kind: 'photo-caption', altText: 'A baseball bat on a desk labelled for my third period kids' },
    ['4118.51 5'],
  ),
  other('This AR-15 is my best tool for when parents complain', { kind: 'photo-caption' }, ['4118.51 5']),
  post('Someone ought to put a bullet in that referee', ['4118.51 5']),
  // Near-misses.
  post('We killed them 42-10 last night! Best defense in the state!'),
  post('Our girls are going to murder them tonight. Game at 7!'),
  post('This heat is killing me and the AC in the gym is dead'),
  post('I could kill for a coffee right now'),
  post('Shoot me an email if you want the recipe'),
  post('My husband left the milk out again. I am going to kill him.'),
  post('Violence is never the answer. Nobody should be shot for knocking on a door.'),
  post('Heartbroken about the shooting downtown. Two people were killed. Hug your kids.'),
  post('He said "I will shoot you" and the judge let him walk. What a world.'),
  post('Finally killed the last boss in Elden Ring, took me a week'),
  post('Got my first buck of the season, one clean shot at 80 yards'),
  post('Photo shoot with the seniors on Saturday!'),
  post('Hit the gym, hit the books, hit the hay.'),
  post('Teaching Macbeth: "Bring me the knife" is always a hit with the kids'),
  post('We should fight for our students every single day'),
  post('My toddler needs a nap and I need a drink'),
  post('The kids knocked it out of the park at the concert'),
  post('Beat the traffic by leaving at 5'),
  post('I would never hit a child, and I do not understand people who do.'),
  post('Glue gun burns are the badge of every kindergarten teacher'),
  post('La película estuvo buenísima, el villano quiere matarlos a todos'),
  post('Me muero de risa con estos niños'),
];

const reference: readonly Case[] = [
  post('As a teacher at Sample High School I think the mayor is a crook and you should vote him out', ['4118.51 7'], {
    speech: ['public-concern'],
  }),
  other('7th grade math teacher @ Sample Middle School. Coffee, Jesus, guns.', { kind: 'profile' }, ['4118.51 7']),
  other(
    'Selling my boat, 18 ft, great condition, no lowballers.\n\nJane Roe\nScience Teacher, Sample High School\n',
    { ...email, recipients: [{ name: 'buyer', role: 'public' }] },
    ['4118.51 7'],
  ),
  other(
    'Jane Roe, Assistant Principal, Sample Public Schools',
    { kind: 'signature', recipients: [{ name: 'buyer', role: 'public' }] },
    ['4118.51 7'],
  ),
  post('I coach at Sample High School and let me tell you, this new state rule is stupid', ['4118.51 7']),
  post('Como maestra de Sample High School creo que el gobernador es una vergüenza', ['4118.51 7']),
  other(
    'Terrible service. I am a principal at Lincoln Elementary School and I will tell every parent to stay away.',
    { kind: 'review', platform: 'yelp' },
    ['4118.51 7'],
  ),
  // Set aside or silent.
  other(
    '7th grade math teacher @ Sample Middle School. Opinions are my own, not those of my employer.',
    { kind: 'profile' },
    [],
    { setAside: ['4118.51 7 disclaimer-present'] },
  ),
  other('As a teacher at Sample High School I think the new state test is a waste', { kind: 'post' }, [], {
    setAside: ['4118.51 7 disclaimer-present'],
    context: { disclaimerOnProfile: true },
  }),
  official('Sample High School open house is Thursday at 6. Meet our teachers and coaches!'),
  other(
    'Dear families, the field trip permission slip is due on Friday.\n\nJane Roe\nScience Teacher, Sample High School',
    { ...email, recipients: parent, account: 'district' },
    [],
    { setAside: ['4118.51 7 official-communication'] },
  ),
  post('Go Otters! See you at the game tonight'),
  post('As a teacher I need so much coffee in January'),
  post('My kids start at Sample High School next week, where does the time go'),
  post('Lost dog near Sample High School, brown lab, answers to Moose'),
  post('Happy Teacher Appreciation Week to all my colleagues'),
  post('I think the new pizza place is overrated'),
  other('Teacher at Sample High School, here is my recommendation for the scholarship', {
    kind: 'post',
    author: { name: 'X', role: 'student' },
  }),
];

const workTime: readonly Case[] = [
  workPost('2026-03-10T10:42:00-04:00', 'Who else is watching the Masters this weekend?', ['4118.51 8'], {
    context: { approvalOnFile: false },
  }),
  workPost('2026-03-10T14:42:00Z', 'Taco Tuesday!', ['4118.51 8']),
  workPost('2026-03-10T14:44:00-04:00', 'Almost free', ['4118.51 8']),
  workPost('2026-03-10T14:45:00-04:00', 'Free at last'),
  workPost('2026-03-10T20:42:00Z', 'Taco Tuesday again!'),
  workPost('2026-03-10T07:05:00-04:00', 'Good morning world'),
  workPost('2026-03-14T10:42:00-04:00', 'Saturday pancakes', [], { context: { schoolDay: false } }),
  workPost('2026-03-11T10:42:00-04:00', 'Snow day! Sledding time', [], { context: { schoolDay: false } }),
  workPost(
    '2026-03-10T10:42:00-04:00',
    'Look at our class garden project, the kids are presenting it today',
    ['4118.51 8'],
    { context: { approvalOnFile: null }, shown: ['8 school-project unknown', '8 superintendent-approval unknown'] },
  ),
  workPost('2026-03-10T10:42:00-04:00', 'Our science fair project page is live', [], {
    context: { approvalOnFile: true },
    setAside: ['4118.51 8 school-project', '4118.51 8 superintendent-approval'],
  }),
  workPost('2026-03-10T12:05:00-04:00', 'Leftover lasagna is the best lasagna', [], {
    context: { notes: 'Her duty-free lunch is 11:50-12:20 on Tuesdays.' },
  }),
  workPost('2026-03-10T10:42:00-04:00', 'Beach!', [], { context: { notes: 'She was on a personal day.' } }),
  other('so bored', { kind: 'comment', platform: 'instagram', sentAt: '2026-03-10T09:10:00-04:00' }, ['4118.51 8'], {
    context: { workingHours: [{ days: 'Mon-Fri', from: '07:30', to: '14:45' }], schoolDay: true },
  }),
  other('nice pic', { kind: 'comment', platform: 'instagram', sentAt: '2026-03-10T09:10:00-04:00' }, ['4118.51 8'], {
    context: { schoolDay: true },
  }),
  other('nice pic', { kind: 'comment', platform: 'instagram', sentAt: '2026-03-10T09:10:00-04:00' }),
  other('Posting this from my desk while the kids take a test, dying of boredom', { sentAt: null }, ['4118.51 8']),
  other(
    'Clean hallways, happy custodian',
    { author: { role: 'custodian' }, sentAt: '2026-03-10T01:10:00-04:00' },
    ['4118.51 8'],
    { context: { workingHours: [{ days: 'Mon-Fri', from: '22:00', to: '06:00' }], schoolDay: true } },
  ),
  other('homework??', { author: { role: 'student' }, kind: 'comment', sentAt: '2026-03-10T10:42:00-04:00' }, [], {
    context: { workingHours: [{ days: 'Mon-Fri', from: '07:30', to: '14:45' }], schoolDay: true },
  }),
  official('Reminder: early dismissal today', [], {
    item: { sentAt: '2026-03-10T10:42:00-04:00' },
    context: { workingHours: [{ days: 'Mon-Fri', from: '07:30', to: '14:45' }], schoolDay: true },
  }),
  other(
    'Pick up milk please',
    {
      ...email,
      kind: 'sms',
      recipients: [{ name: 'Sam', role: 'relative', isRelativeOfAuthor: true }],
      sentAt: '2026-03-10T10:42:00-04:00',
    },
    [],
    { setAside: ['norwalk C2 relatives'] },
  ),
];

const contact: readonly Case[] = [
  sms('Practice is moved to 5 pm', ['norwalk C2']),
  sms('hey can u talk', ['norwalk C2']),
  sms('Happy birthday nephew!', [], {
    item: { recipients: [{ name: 'Jordan', role: 'student', isRelativeOfAuthor: true }] },
    setAside: ['norwalk C2 relatives'],
  }),
  sms('The bus broke down, stay where you are, I told the athletic director and he is calling your mom', [], {
    setAside: ['norwalk C2 emergency'],
  }),
  sms('Ambulance is coming, do not move your leg', ['norwalk C2'], { shown: ['C2 emergency unknown'] }),
  sms('Are you hurt? Call 911 if you are', ['norwalk C2'], {
    shown: ['C2 emergency no'],
    context: { notes: 'She did not tell the principal until a week later.' },
  }),
  sms('Lockdown. Stay in the closet. Are you safe?', [], {
    context: { notes: 'Coach notified the principal at 10:12, two minutes after this text.' },
    setAside: ['norwalk C2 emergency'],
  }),
  sms('Team: practice is cancelled, see everyone Monday', [], {
    item: { recipients: team, audience: 'group' },
    setAside: ['norwalk C2 broadcast'],
  }),
  sms('Practice at 4', [], { item: { recipients: parent } }),
  sms('El entrenamiento es a las 5', ['norwalk C2']),
  sms('You were great out there. Don’t tell your mom I gave you a ride', ['norwalk C2', 'norwalk C1']),
  other(
    'Practice at 4, bring water',
    {
      kind: 'direct-message',
      platform: 'whatsapp',
      author: { role: 'coach' },
      recipients: student,
      audience: 'individual',
    },
    ['norwalk C2'],
  ),
  dm('The lab report is due Friday, not Thursday'),
  dm('You looked so beautiful in that dress today', ['norwalk C1']),
  dm('This is our little secret ok? Delete these messages', ['norwalk C1']),
  dm('cant sleep, my wife and i are fighting again. you are the only one who gets me', ['norwalk C1']),
  dm('You are such an idiot. Shut up and do the work for once', ['norwalk C1']),
  dm('no le digas a tu mamá que hablamos', ['norwalk C1']),
  dm('te extraño mucho, mi amor', ['norwalk C1']),
  dm('come over to my place tonight, i will buy you beer', ['norwalk C1']),
  dm('u up? 😍', ['norwalk C1']),
  dm('We missed you at practice today, feel better!'),
  dm('Great essay. Your second paragraph is beautiful writing.'),
  dm('Congratulations on your scholarship! So well deserved.'),
  dm('No, I can’t be friends with students on here. See me in class.'),
  sms('Miss you buddy, call grandma', [], {
    item: { recipients: [{ name: 'Jordan', role: 'student', isRelativeOfAuthor: true }] },
    setAside: ['norwalk C2 relatives'],
  }),
  other(null, { ...link, recipients: student }, ['norwalk C1']),
  other(
    'You are now friends with Jordan',
    { ...link, platform: 'facebook', recipients: student, author: { role: 'administrator' } },
    ['norwalk C1'],
  ),
  other('Started following Jordan', { ...link, recipients: student, author: { role: 'coach' } }),
  other('Started following Jordan', { ...link, recipients: student, author: { role: 'paraprofessional' } }),
  other('Started following Pat', { ...link, recipients: parent }),
  other('Started following Jordan', { ...link, recipients: student }, [], {
    context: { notes: 'Jordan is a former student who graduated in 2021.' },
  }),
  other('Sent you a friend request', {
    ...link,
    author: { name: 'Jordan', role: 'student' },
    recipients: [{ name: 'Dana', role: 'teacher' }],
  }),
  post('Accepted like twenty friend requests from my students tonight, they are hilarious on here', ['norwalk C1']),
  post('Reminder: I do not accept friend requests from students.'),
  fromStudent('hey ms whitlow what was the homework'),
  fromStudent('you looked pretty today'),
];

export const table: readonly Case[] = [
  ...confidential,
  ...violence,
  ...reference,
  ...workTime,
  ...contact,
  ...safety,
  ...speakingFor,
  ...speech,
  ...everyday,
];
