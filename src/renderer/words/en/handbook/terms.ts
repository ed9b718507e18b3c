/** Terms of the field, in a sentence or two, for somebody who has never sat in a hearing. */
export const handbookTerms = {
  allegation: [
    'Allegation',
    'What somebody says happened, tied here to one employee and one clause. It proves nothing.',
  ],
  specification: [
    'Specification',
    'The exact act alleged: who, what, when, where, to whom. The employee answers this, not a feeling.',
  ],
  respondent: ['Respondent', 'The employee whom the complaint is about.'],
  exhibit: ['Exhibit', 'A numbered piece of evidence. It keeps its number for good.'],
  preponderance: [
    'Preponderance of the evidence',
    'More likely than not. The usual standard of proof in discipline, unless the agreement says otherwise.',
  ],
  justCause: [
    'Just cause',
    'The standard of most agreements for discipline. Arbitrators often ask seven questions: notice, a reasonable rule, an investigation before the decision, a fair one, proof, equal treatment, and a fitting penalty.',
  ],
  weingarten: [
    'Weingarten',
    'The right of a represented employee to have a representative in an interview that may lead to discipline (NLRB v. J. Weingarten, 1975). Some agreements say that the employer must tell them so.',
  ],
  garrity: [
    'Garrity',
    'What a public employee is ordered to say cannot be used against them in a criminal case (Garrity v. New Jersey, 1967). Such a statement is called compelled and is kept apart.',
  ],
  loudermill: [
    'Loudermill',
    'Before pay or position is taken away: notice of the charges, an explanation of the evidence, and a chance to answer (Cleveland Board of Education v. Loudermill, 1985).',
  ],
  nexus: ['Nexus', 'The tie that conduct in private time must have to the work before it may be disciplined.'],
  protected: [
    'Protected speech',
    'Speech that may not be punished: acting together about pay and conditions, union matters, matters of public concern spoken of as a citizen, and certain reports.',
  ],
  concerted: ['Concerted activity', 'Employees acting with or for one another about pay and working conditions.'],
  mandated: [
    'Mandated report',
    'The report that every school employee must make on reasonable cause to suspect that a child is abused or neglected. In Connecticut by mouth within 12 hours, in writing within 48 hours after that (Conn. Gen. Stat. 17a-101a to 17a-101d).',
  ],
  abeyance: ['Abeyance', 'A procedure laid to rest for a while, by agreement or by law; the clocks named in it stop.'],
  grievance: ['Grievance', 'A claim that the agreement was broken, taken up level by level, often to arbitration.'],
  tolling: ['Tolling', 'Days that do not count, such as the summer in some agreements.'],
  comparator: ['Comparator', 'An earlier case like this one, by which equal treatment is judged.'],
  mitigating: ['Mitigating factor', 'What speaks for a milder penalty: long good service, an apology, provocation.'],
  notSustained: ['Not sustained', 'The evidence does not show it. That is a finding as good as any other.'],
  exonerated: ['Exonerated', 'It happened, and it was no breach.'],
  certified: [
    'Certified and non-certified staff',
    'Those whose position needs a certificate of the State, such as teachers, and those whose does not, such as secretaries. They have different agreements and laws.',
  ],
  titleNine: [
    'Title IX',
    'The federal law against sex discrimination in education. Its own procedure, under its Coordinator, comes first.',
  ],
  ferpa: ['FERPA', 'The federal law that protects records about students. It is why documents show pseudonyms.'],
  duty: ['Duty day', 'A day on which the unit is scheduled to work, with or without students.'],
  fingerprint: [
    'Fingerprint',
    'The last signed mark of the evidence record. Whoever was given one can tell later whether anything before it was changed.',
  ],
} as const satisfies Record<string, readonly [term: string, meaning: string]>;
