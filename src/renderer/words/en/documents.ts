import { many } from './parts.ts';

/** Documents: what is missing, a draft as it will print, issuing for good, and the list of what was issued. */
export const documents = {
  title: 'Documents',
  about: 'A draft can be made at any time. Issuing freezes a document for good.',
  loading: 'Reading the kinds of documents',
  kind: 'Document',
  groups: { letters: 'Letters', records: 'Records and reports' },
  language: 'Language',
  languages: { en: 'English', es: 'Spanish' },
  format: 'File to save or issue',
  formats: { pdf: 'PDF', docx: 'Word' },
  formatAbout: 'The pages on the right are those of the PDF. A Word file can be changed by whoever opens it.',

  words: {
    title: 'Words',
    about: 'Drafted from the case. Write your own where judgement belongs; the pages follow. “- ” begins a list.',
    none: 'Its words come from the other rooms: change them where they were recorded.',
    loading: 'Drafting the words',
    drafted: 'As drafted',
    typing: 'Not kept yet; it is kept when you leave the field',
    written: (who: string, when: string) => `Written by ${who}, ${when}`,
    stale: 'The case has changed since. It would now be drafted so:',
    cite: 'Cite an exhibit',
    citeNone: 'Choose…',
    again: 'Take the drafted words again',
  },

  respondent: 'About',
  noRespondent: {
    title: 'Nobody to write about yet',
    body: 'Each document is about one employee. Name the employee under People; then a draft can be made.',
    action: 'Go to People',
  },

  readiness: {
    title: 'Readiness',
    loading: 'Checking what is missing',
    none: 'Nothing is missing that this check looks for. Read the draft all the same.',
    counts: (blocks: number, weak: number) =>
      `${blocks === 0 ? 'Nothing blocks issuing' : `${many(blocks, 'point blocks', 'points block')} issuing`}, ${many(weak, 'weak point', 'weak points')}`,
    severity: { blocks: 'Blocks issuing', weak: 'Weak', note: 'Note' },
    goTo: {
      overview: 'Go to the overview',
      evidence: 'Go to the evidence',
      grid: 'Go to the clause grid',
      people: 'Go to People',
      findings: 'Go to Findings',
      steps: 'Go to Steps',
      documents: 'Shown here',
    },
  },

  draft: {
    title: 'Pages',
    make: 'Make a draft',
    making: 'Setting the pages of the draft',
    none: {
      title: 'No draft yet',
      body: 'The pages show here as they will print. A draft says on each page that it is one, and is kept in memory only.',
    },
    facts: (pages: number, kilobytes: number) => `Draft, ${many(pages, 'page', 'pages')}, ${kilobytes} KB`,
    follows: 'It follows every change in the case.',
    /** While files are read or items looked through. */
    waits: (job: string) => `It is made anew when this is done: ${job.toLowerCase()}.`,
    pages: 'Pages of the document',
    page: (number: number, all: number) => `Page ${number} of ${all}`,
    reading: 'Opening the pages',
    failed:
      'The pages could not be shown here. The document itself was made: save it as a file and open it in a PDF reader.',
    larger: 'Larger pages',
    smaller: 'Smaller pages',
    save: 'Save the draft as…',
    fileName: 'Draft',
    backToDraft: 'Back to the draft',
  },

  issue: {
    button: 'Issue (final)',
    title: (kind: string) => `Issue “${kind}”`,
    about: [
      'The document is made once more from the case as it stands now and frozen: its bytes, its input and its SHA-256 are kept in the case file.',
      'It can never be changed, reversed or taken out. A mistake is mended by a successor that names it.',
      'It prints the fingerprint of the activity log, so that anybody can check the case against it later.',
    ],
    blocking: 'What stands in the way, unless its gate was overridden with a reason:',
    open: 'What it will print as open:',
    nothingOpen: 'The readiness check finds nothing open.',
    confirm: 'Issue it for good',
    cancel: 'Not yet',
    issuing: 'Issuing the document',
    toSteps: 'Go to Steps',
    done: (title: string, number: number) => `Document ${number}, ${title}, is issued.`,
  },

  list: {
    title: 'Issued documents',
    none: 'None yet. Issued documents stay here for good, each with the means to check it.',
    number: (number: number) => `No. ${number}`,
    by: (who: string, when: string) => `Issued by ${who}, ${when}`,
    about: (name: string) => `About ${name}`,
    whom: (audience: string) => `For: ${audience}`,
    pages: (pages: number) => (pages === 0 ? 'Word file' : many(pages, 'page', 'pages')),
    wordFile: {
      title: 'Issued as a Word file',
      body: 'Save it to open it in a word processor. The copy in the case stays as it was issued.',
    },
    sha256: 'SHA-256',
    fingerprint: 'Fingerprint printed in it',
    standard: 'Standard',
    show: 'Show its pages',
    showFor: (title: string, number: number) => `Show its pages: document ${number}, ${title}`,
    shown: (title: string, number: number) => `Document ${number}, ${title}, as issued`,
    save: 'Save as…',
    saveFor: (title: string, number: number) => `Save as…: document ${number}, ${title}`,
    saved: (path: string) => `Saved as ${path}.`,
    copySha: (number: number) => `Copy the SHA-256 of document ${number}`,
    copyFingerprint: (number: number) => `Copy the fingerprint printed in document ${number}`,
    copied: 'Copied',
    standards: {
      both: 'PDF/UA-1 and PDF/A-2a',
      'ua-1': 'PDF/UA-1',
      'a-2a': 'PDF/A-2a',
    },
    fileName: (title: string, respondent: string) => `${title}, ${respondent}`,
  },
};
