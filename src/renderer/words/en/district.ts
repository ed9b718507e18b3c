import { many } from './parts.ts';

/** The district's file, made from the start screen without a case. */
export const district = {
  /** On the start screen, beside “New case”. */
  way: 'District’s file',
  wayAbout:
    'For Human Resources: confirm agreements against the signed contracts once, sign, and hand the file to your principals.',
  title: 'The district’s file',
  about:
    'One signed file with settings, agreements, calendar and confirmations. Principals choose it when they make a case, or take it into one that is open.',
  back: 'Start screen',
  loading: 'Reading the district files of this computer',

  /** Under a file that was chosen for a new case. */
  look: {
    unsigned: (name: string) => `${name}. Settings written by hand: nobody signed them.`,
    signed: (name: string, by: string, at: string) => `${name}, signed by ${by} on ${at}.`,
    key: (key: string) => `Key ${key}. Compare these digits with the district’s on a way you know.`,
    carries: (confirmations: number) => `It carries ${many(confirmations, 'confirmed article', 'confirmed articles')}.`,
  },

  making: 'In the making on this computer',
  none: 'None yet. Begin one below; nothing leaves this computer until you save the signed file.',
  open: (name: string) => `Go on with ${name}`,
  confirmed: (confirmed: number, all: number) => `${confirmed} of ${many(all, 'article', 'articles')} confirmed`,
  changed: (at: string, by: string) => `Last changed ${at} by ${by}`,

  begin: {
    title: 'Begin a file',
    file: 'From a file',
    fileAbout: 'A district file signed earlier, or settings written by hand (YAML).',
    choose: 'Choose the file',
    sample: 'From a sample district',
    sampleAbout: 'To try it. Sample districts and their numbers are invented.',
    of: (name: string) => `Begin with ${name}`,
    fresh: 'A new district',
    freshButton: 'Enter the district',
    freshAbout:
      'Its name, its letterhead, and the agreements of its units. Numbers come from the signed contracts, article by article.',
    name: 'Name of the district',
    superintendent: 'Superintendent, as letters name them',
    letterhead: 'Letterhead, a line each',
    zone: 'Time zone',
    agreements: 'Agreements to begin with',
    agreementsAbout: 'Example agreements are invented; you replace their numbers. A form has none.',
    policies: 'Policies in force',
    policySince: (title: string) => `In force since: ${title}`,
    start: 'Begin the file',
    starting: 'Beginning',
    missing: {
      name: 'the name',
      superintendent: 'the superintendent',
      letterhead: 'the letterhead',
      agreements: 'an agreement',
      dates: 'the day since which each policy is in force',
    },
  },

  draft: {
    all: 'All district files',
    signer: (by: string, key: string) => `It will be signed by ${by} (key ${key}).`,
    signerAbout: 'Tell principals these digits on a way they know, so that they can compare them.',
    sign: 'Sign and save the file',
    saved: (name: string) => `Signed and saved as ${name}`,
    add: 'Add an agreement',
    reverse: 'Reverse',
    reverseOf: (did: string) => `Reverse: ${did}`,
    reversed: 'Reversed',
    aside: 'Set aside',
    asideTitle: (name: string) => `Set the file of ${name} aside`,
    asideAbout: 'It leaves this list. Nothing is deleted: the file stays in the folder of this computer’s profile.',
    inForce: 'Agreements of its units',
    confirmAbout:
      'Open each one, compare every article with the signed contract, and confirm it with the page. Cases made with the file read the article’s dates without “if the article says so”.',
    others: 'Others at hand',
    othersAbout: 'Open one to make it the district’s own: edit, then keep it.',
    laws: 'Laws that apply',
    units: 'Units',
    unitNone: 'no agreement',
    calendar: 'School calendar',
    noCalendar: 'None. Bring one in within a case, then save the district’s file from there.',
    policies: 'Policies',
    noPolicies: 'None yet.',
    none: 'No agreement governs a unit yet.',
  },
};
