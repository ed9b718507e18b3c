import { type Case, dm, official, post, told, toldOfColleague } from './scenes.ts';

/** What is still missed: each stays here until it is caught. */
export const knownMisses: readonly Case[] = [
  post('Kyle Rittenhouse is a hero. More of that please.', ['4118.51 5']),
  post('If the strike breakers cross, break their windshields and their kneecaps', ['4118.51 5']),
  post('They found the guy who hurt those kids. Hope he gets what he deserves in prison. Shank him.', ['4118.51 5']),
  post('Danielle Kim’s essay about her dad’s overdose wrecked me. A+.', told),
  post('New kid in my 6th grade speaks zero English and was detained at the border for a month', told),
  post('The reason Hannah missed the recital: mono. And a breakup.', told),
  post('PowerSchool login for subs is sub2026 if you need it', toldOfColleague),
  post('Rope. Tree. Superintendent. Some assembly required.', ['4118.51 5']),
  post('lol someone slash the principals tires and then his throat', ['4118.51 5']),
  post('Mi tía dice que con un buen cinturonazo se les quita lo malcriados, y tiene razón', ['4118.51 5']),
  dm('you’re way prettier than your sister, don’t tell her I said that', ['norwalk C1']),
  official('The referees tonight were blind and biased and everyone knows it', ['norwalk general-misrepresentation']),
];
