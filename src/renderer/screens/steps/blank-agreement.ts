/** What a new agreement begins with: the smallest pack that holds together, with blanks where the paper speaks. */
export const blankAgreement = `# Copy facts from the signed contract, never guess: a number that is not in it stays null.
kind: agreement
id: our-agreement
version: "1"
title: Agreement of a unit
status: form
inForce: { from: null, to: null, holdover: true }
units:
  - { code: teachers, name: Teachers, certified: true, statute: TNA, months: 10, union: The union, excludes: [] }
days:
  default: null # a bare "day": ask the district and the union which kind is meant
articles:
  - no: "1"
    title: Complaints
    statement: The employee is told of a complaint.
    page: null
    source: The signed contract
    mark: blank
    confidence: low
steps:
  - id: notice-of-investigation
    title: Tell the employee in writing of the complaint
    article: "1"
    actor: administrator
    to: employee
    limits:
      - { days: null, from: [complaint-received] }
    doneBy: [notice-of-investigation-served]
    proofRequired: true
gates: []
`;
