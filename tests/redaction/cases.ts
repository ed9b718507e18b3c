/** One string that must not leave the case with a document for the employee and the union. */
export interface Case {
  readonly name: string;
  /** As it stands in a message; null where it stands elsewhere and is planted by the case itself. */
  readonly said: string | null;
  /** Found in a file's letters and figures alone (`squashed`), or in its words. */
  readonly secret: RegExp;
  readonly in: 'squashed' | 'words';
}

const said = (name: string, words: string, secret: RegExp, where: Case['in'] = 'squashed'): Case => ({
  name,
  said: words,
  secret,
  in: where,
});
const elsewhere = (name: string, secret: RegExp): Case => ({ name, said: null, secret, in: 'squashed' });

/** Students: Marisol Reyes, Sofia Griffith, Will Okonkwo, Zoë Brontë. Parent: Carmen Reyes. All of them are invented. */
export const cases: readonly Case[] = [
  said('a full name', 'I wrote about Marisol Reyes again.', /marisolreyes/),
  said('a first name', 'Ask Marisol why she laughed.', /marisol/),
  said('a surname', 'The Reyes girl was there too.', /\breyes\b/, 'words'),
  said('a possessive', 'That was Marisol’s idea of a joke.', /marisol/),
  said('a possessive with a straight mark', "Look at Griffith's homework.", /griffith/),
  said('a possessive without a mark', 'Those are Marisols drawings.', /marisols/),
  said('a surname in the plural', 'Nobody likes the Reyeses.', /reyeses/),
  said('capitals', 'MARISOL REYES FAILS AGAIN', /marisol/),
  said('small letters', 'marisol reyes is a joke', /marisol/),
  said('surname first', 'Reyes, Marisol (period 4)', /reyesmarisol/),
  said('a middle initial', 'Marisol A. Reyes signed it.', /marisola/),
  said('an initial and the surname', 'S. Griffith was absent.', /sgriffith/),
  said('a first name and an initial', 'Zoe B. came late.', /\bzoe b\b/, 'words'),
  said('a short form', 'Mari knows what she did.', /\bmari\b/, 'words'),
  said('another short form', 'Sofi sent me the picture.', /\bsofi\b/, 'words'),
  said('an endearment', 'Marisolita wants an A.', /marisolita/),
  said('a handle', 'Posted by @mari.reyes_09 last night.', /marireyes09/),
  said('a handle without its mark', 'See mari.reyes_09 for the rest.', /marireyes09/),
  said('a handle in an address of the web', 'https://example.test/mari.reyes_09/post/77', /marireyes09/),
  said('a name joined by a line', 'The folder is called marisol_reyes_final.', /marisolreyes/),
  said('a name run together', '#MarisolReyes is trending', /marisolreyes/),
  said('a name with a year', 'Her login is marisol2010.', /marisol/),
  said('an initial run together', 'The account sgriffith is hers.', /sgriffith/),
  said('a ligature', 'So\ufb01a will not pass.', /sofia/),
  said('a ligature of three', 'Gri\ufb03th again.', /griffith/),
  said('a word divided at a line’s end', 'I told Mari-\nsol to stop.', /marisol/),
  said('a surname divided at a line’s end', 'This is about Grif-\nfith only.', /griffith/),
  said('a soft hyphen', 'I told Mari\u00adsol to stop.', /marisol/),
  said('letters with nothing seen between them', 'I told Mari\u200bsol to stop.', /marisol/),
  said('a mark of direction', 'I told \u202eMarisol\u202c to stop.', /marisol/),
  said('accents', 'Zoë Brontë never listens.', /zoebronte/),
  said('accents left out', 'Bronte never listens.', /bronte/),
  said('accents apart', 'Bronte\u0308 never listens.', /bronte/),
  said('letters of another alphabet', 'Mаrisоl never listens.', /marisol/),
  said('letters with gaps', 'M a r i s o l never listens.', /marisol/),
  said('wide letters', 'Ｍａｒｉｓｏｌ never listens.', /marisol/),
  said('a name that is a word, in a sentence', 'And then I told Will to sit down.', /told will to/, 'words'),
  said('a name that is a word, beginning one', 'Will came late again.', /will came late/, 'words'),
  said('a name that is a word, with its surname', 'Will Okonkwo came late.', /okonkwo/),
  said('a parent', 'Her mother Carmen called me.', /carmen/),
  said('a parent’s full name', 'Carmen Reyes called me.', /carmenreyes/),
  said('a telephone number in brackets', 'Call (203) 555-0142 now.', /2035550142/),
  said('a telephone number with hyphens', 'Call 203-555-0142 now.', /2035550142/),
  said('a telephone number with points', 'Call 203.555.0142 now.', /2035550142/),
  said('a telephone number with its country', 'Call +1 203 555 0142 now.', /12035550142/),
  said('a telephone number in figures alone', 'Call 2035550142 now.', /2035550142/),
  said('a telephone number without its area', 'Call 555-0142 now.', /5550142/),
  said('a telephone number of nobody in the case', 'Try 860-555-0177 instead.', /8605550177/),
  said('an e-mail address', 'Write to marisol.reyes@student.example.', /studentexample/),
  said('an e-mail address of nobody in the case', 'Write to quiet.person77@mail.example.', /quietperson77/),
  said('a street address', 'They live at 418 Marlborough Street, Apt 3.', /418marlborough/),
  said('a box at the post office', 'Send it to P.O. Box 4471.', /box4471/),
  said('a date of birth', 'DOB: 04/17/2010, so she is fifteen.', /04172010/),
  said('a student’s number', 'Student ID 88231907 is on the card.', /88231907/),
  said('a Social Security number', 'It says 078-05-1120 there.', /078051120/),
  elsewhere('what is alleged, typed freely', /marisolalleged/),
  elsewhere('why a passage was linked', /griffithlinked/),
  elsewhere('the reasons of a finding', /brontefinding/),
  elsewhere('the words of a complaint', /okonkwocomplaint/),
  elsewhere('a file’s name', /marisolreyesphoto/),
  elsewhere('the author’s column of a table', /solreyes/),
  elsewhere('who handed a file over', /carmenreyes/),
  elsewhere('words that a machine read in a picture, and its alternative text', /marisolonpicture/),
  elsewhere('what a camera wrote into a picture', /marisolcamera/),
  elsewhere('a place’s words, and where else they stand', /lockerthirtyone/),
  elsewhere('words that a person named', /bluedinosaur/),
  elsewhere('an attachment’s name', /griffithinvitation/),
  elsewhere('a mail’s subject', /aboutgriffith/),
];
