import { many } from './parts.ts';

/** Documents: for whom a document is, what is taken out of it, and the pictures of which places are taken out. */
export const takenOut = {
  audience: 'For',
  audiences: {
    district: 'The district’s own officials',
    'employee-union': 'The employee and the union',
    board: 'The board of education',
    records: 'A public records request',
    counsel: 'Counsel',
  },

  title: 'What is taken out',
  loading: 'Reading the document through',
  /** Above the list: how much goes, and how much is open. */
  counts: (places: number, offered: number) =>
    `${places === 0 ? 'Nothing is taken out' : many(places, 'place is taken out', 'places are taken out')}${offered === 0 ? '' : `, ${many(offered, 'suggestion is', 'suggestions are')} open`}`,
  none: 'Nothing that this audience does not receive was found. Names in pictures are found only where a machine could read them.',
  states: { removed: 'Taken out', offered: 'Suggested', kept: 'Stays in' },
  kinds: {
    student: 'Student',
    parent: 'Parent of a student',
    'third-party': 'Another person',
    phone: 'Telephone number',
    email: 'E-mail address',
    'street-address': 'Postal address',
    'birth-date': 'Date of birth',
    'student-number': 'Student number',
    'social-security-number': 'Social Security number',
    handle: 'Account',
    words: 'Your words',
    face: 'Face',
    region: 'Place of a picture',
  },
  becomes: (shown: string) => `Printed as ${shown}`,
  found: (times: number, places: readonly string[]) =>
    times === 0
      ? 'Not in this document'
      : `${many(times, 'time', 'times')}: ${places.slice(0, 3).join(', ')}${places.length > 3 ? `, ${places.length - 3} more places` : ''}`,
  forms: (n: number) => `Written in ${many(n, 'way', 'ways')}`,
  confirm: '(to be confirmed)',
  decided: (by: string, when: string) => `Decided by ${by}, ${when}`,
  takeOut: 'Take out',
  takeOutOf: (words: string) => `Take out: ${words}`,
  leaveIn: 'Leave in',
  leaveInOf: (words: string) => `Leave in: ${words}`,
  takeBack: 'Take the decision back',
  takeBackOf: (words: string) => `Take the decision back: ${words}`,

  add: {
    title: 'Take out other words',
    about:
      'They go from every place of every document for the audiences below, in whatever spelling. The evidence stays as it is.',
    words: 'Words to take out',
    shown: 'What stands in their place',
    shownHint: 'Left empty: [taken out]',
    button: 'Take these words out',
  },
  decision: {
    titleOut: (words: string) => `Take out “${words}”`,
    titleIn: (words: string) => `Leave “${words}” in`,
    titlePlaces: (n: number) => `Take out ${many(n, 'place', 'places')} of the picture`,
    titleFaceIn: 'Leave this face in',
    about: 'The reason and its legal basis stand in the redaction log; the words themselves do not.',
    reason: 'Reason',
    ground: 'Legal basis',
    for: 'Which documents',
    everyone: 'For every audience',
    onlyThis: (audience: string) => `Only for: ${audience}`,
    outButton: 'Take out',
    inButton: 'Leave in',
  },

  pictures: {
    title: 'Pictures',
    none: 'This document prints no picture.',
    notLooked: (n: number) => `${many(n, 'picture was', 'pictures were')} not looked through for faces`,
    look: 'Look for faces',
    looking: 'Looking for faces; a picture takes a few seconds',
    looked: (faces: number) =>
      faces === 0
        ? 'No face was found. Look at the pictures yourself all the same.'
        : `${many(faces, 'face was', 'faces were')} found. Decide about each one.`,
    about: 'Faces are found on this computer. The finder misses some, above all from the side: look at every picture.',
    facts: (places: number, undecided: number | null) =>
      `${places === 0 ? 'Nothing taken out' : many(places, 'place taken out', 'places taken out')}${undecided === null ? '' : undecided === 0 ? '' : `, ${many(undecided, 'face', 'faces')} to decide`}`,
    open: 'Open the picture',
    openOf: (exhibit: string, name: string) => `Open the picture of exhibit ${exhibit}, ${name}`,
  },

  picture: {
    heading: (exhibit: string, name: string) => `Exhibit ${exhibit}, ${name}`,
    back: 'Back to the draft',
    alt: (exhibit: string) => `Picture of exhibit ${exhibit}`,
    veiled: 'This picture is veiled because it is graphic.',
    show: 'Show it',
    hide: 'Veil it again',
    missing: 'This picture cannot be shown here.',
    draw: 'Draw a box',
    drawing: 'Drag across the place that goes. Esc ends drawing.',
    place: 'Place a box by keyboard',
    box: 'Box, in percent of the picture',
    sides: { x: 'From the left', y: 'From the top', width: 'Width', height: 'Height' },
    boxOut: 'Take this place out…',
    cancel: 'Not this place',
    faces: 'Faces that were found',
    facesNone: 'No face was found in this picture.',
    facesUnknown: 'Nobody looked for faces in this picture yet.',
    face: (n: number, sure: number) => `Face ${n}, ${sure} % sure`,
    faceState: { open: 'To decide', remove: 'Taken out', keep: 'Stays in' },
    faceOut: (n: number) => `Take out face ${n}`,
    faceIn: (n: number) => `Leave face ${n} in`,
    allFaces: (n: number) => `Take out all ${n} faces to decide…`,
    lines: 'Words in the picture',
    linesAbout:
      'Chosen lines go from the picture, from its alternative text and from wherever else the document quotes them.',
    linesNone: 'A machine read no words in this picture.',
    linesOut: (n: number) => `Take out ${many(n, 'chosen line', 'chosen lines')}…`,
    regions: 'What was decided',
    regionsNone: 'Nothing was decided about this picture.',
    region: {
      face: 'Face',
      words: 'Words',
      other: 'Drawn place',
    },
    regionState: { remove: 'taken out', keep: 'stays in' },
    unmark: (n: number) => `Take the decision back: number ${n}`,
    covered: (n: number) => `${many(n, 'place goes', 'places go')} because a name stands there`,
  },
} as const;
