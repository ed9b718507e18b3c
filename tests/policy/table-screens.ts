import { type Case, dm, fromStudent, official, other, post, told } from './scenes.ts';

export const safety: readonly Case[] = [
  fromStudent('my stepdad hits me when he drinks, please dont tell anyone', ['norwalk B5'], { mandated: true }),
  fromStudent('i dont want to be here anymore. i have the pills', ['norwalk B5'], { mandated: true }),
  fromStudent('hes bringing a gun to school tomorrow', ['norwalk B5'], { mandated: true }),
  fromStudent('mi padrastro me pega y tengo miedo de volver a casa', ['norwalk B5'], { mandated: true }),
  fromStudent('my mom hasnt been home in 4 days and theres no food in the house', ['norwalk B5'], { mandated: true }),
  fromStudent('coach touched me after practice', ['norwalk B5'], { mandated: true }),
  fromStudent('this test is going to kill me lol'),
  fromStudent('we are gonna kill them friday, 4-0 season baby'),
  fromStudent('im dying 😂 that video'),
  fromStudent('if i have to write one more essay i will kms lol'),
  post('One of my students posted that she wants to kill herself. I am praying for her.', [...told, 'norwalk B5'], {
    mandated: true,
  }),
  post(
    'A kid in my class came in with bruises on his arms again. I don’t want to get involved.',
    [...told, 'norwalk B5'],
    { mandated: true },
  ),
  post(
    'One of my students posted that she wants to kill herself. I called DCF and told the principal right away.',
    told,
    { mandated: true },
  ),
  dm('im so sorry. i wont tell anyone, promise', ['norwalk B5'], {
    context: { threadBefore: [{ author: 'Jordan', role: 'student', text: 'my dad beats me with a belt' }] },
    mandated: true,
  }),
  post('Took the mandated reporter training again today. Module on suicide prevention was good.'),
  post('My dad used to hit me when I was a kid. Therapy works.'),
  post('We are reading a novel about a girl whose father beats her. Heavy stuff.'),
  other('My neighbor’s boy told me his uncle touches him at night', { author: { role: 'parent' } }, [], {
    mandated: true,
  }),
  post('Running suicides at practice until they puke, just like the old days'),
  other(
    'im gonna shoot up the school',
    { author: { name: 'k', role: 'unknown' }, kind: 'story', platform: 'snapchat' },
    ['4118.51 5'],
    { mandated: true },
  ),
];

export const speakingFor: readonly Case[] = [
  official('We at Sample High School stand with the governor. Vote for Hayes on Tuesday!', [
    'norwalk general-misrepresentation',
    '4118.51 7',
  ]),
  official('I personally think the new state law is garbage', ['norwalk general-misrepresentation']),
  official('Honestly the town council is a disgrace. Clueless and greedy.', ['norwalk general-misrepresentation']),
  official('Check out my new Etsy shop for candles, use my code OTTER10', ['norwalk general-misrepresentation']),
  official('Nuestra escuela apoya a la candidata Ruiz. ¡Voten por ella!', ['norwalk general-misrepresentation']),
  official('Vote for your favorite mascot name in the poll below!'),
  official('The Board approved the 2026-27 calendar last night. Link below.'),
  official('Our gym is a polling place on Tuesday, so there is no school. Every vote counts!'),
  official('We believe in our students. Good luck at the spelling bee!'),
  official('On behalf of the music department, thank you for a wonderful concert'),
  post('Vote for Hayes on Tuesday!', [], { speech: ['public-concern'] }),
  post('I personally think the new state law is garbage'),
];

export const speech: readonly Case[] = [
  post(
    'We have not had a raise in four years and they want us to cover classes for free. Teachers deserve better pay.',
    [],
    { speech: ['concerted-activity'] },
  ),
  post('Our union rep is meeting with anyone who wants to file a grievance. See you at the picket Thursday.', [], {
    speech: ['union-activity'],
  }),
  post('Vote no on this contract. The union sold us out.', [], { speech: ['union-activity'] }),
  post('There is mold in the east wing and the school board should fix it before spending on turf.', [], {
    speech: ['public-concern'],
  }),
  post('I reported the missing fundraiser money to the state auditors and now they are retaliating.', [], {
    speech: ['protected-report'],
  }),
  post('Nuestro sindicato va a la huelga si no hay contrato justo', [], { speech: ['union-activity'] }),
  post('Strike! Bowled a 212 tonight'),
  post('The European Union exhibit at the museum is great'),
  post('Western Union closes at six'),
  post('Book club tonight, bring snacks'),
];

export const everyday: readonly Case[] = [
  post('Happy Friday everyone!'),
  post('Anyone have a good plumber?'),
  post('The Otters play Central at 7, tickets at the door. Go Otters!'),
  post('Finally finished the deck. Three weekends and one thumb.'),
  post('New haircut, who dis'),
  post('My daughter lost her first tooth!!!'),
  post('This is the best chili I ever made. Recipe in comments.'),
  post('First day of school pictures. They grow up too fast.'),
  post('Feliz cumpleaños a mi hermana'),
  post('Can somebody recommend a beach read?'),
  post('Thank you to the veterans in my family today.'),
  post('Ugh, Mondays.'),
  other(null, { kind: 'post' }),
  other('', { kind: 'post' }),
  other('👍', { kind: 'comment' }),
];
