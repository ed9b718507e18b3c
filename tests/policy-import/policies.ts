/** Invented policies in styles that the two at hand do not have. */
export const romanPolicy = `LAKE HOLLOW REGIONAL SCHOOL DISTRICT
Policy 5.14
STAFF CONDUCT ON ELECTRONIC NETWORKS

I. PURPOSE

The District values open communication. This policy sets expectations for staff who use electronic networks.

II. DEFINITIONS

A. "Electronic network" means any site, application or service through which people exchange words, images or sound.

B. "Staff" means every employee, coach and volunteer of the District.

III. EXPECTATIONS

A. Staff shall not:

1. send a private message to an individual student on any platform, unless the student is a relative of the employee;

2. post photographs of students without written permission from the parent; or

3. use obscene, threatening or harassing language about students, families or colleagues.

B. Coaches must include a parent or a second adult in every electronic message to a student athlete, except in an emergency, in which case the coach shall notify the athletic director within 24 hours.

C. Staff should keep privacy settings on personal accounts up to date.

IV. ENFORCEMENT

The Superintendent or designee may direct a staff member to remove a post that violates Policy 4112.

Employees who violate this policy may be subject to disciplinary action, up to and including termination.

Legal Reference: Conn. Gen. Stat. § 31-40x
Cross Reference: Policy 4112 Code of Conduct

First Reading: 3/2/2021
Adopted: April 6, 2021
Revised: May 3, 2022; August 15, 2023
Reviewed: June 2024
`;

export const bulletPolicy = `Brookmere Public Schools
Social Media Expectations for Employees

All employees are expected to follow these expectations online.

Employees must not:
• share confidential information about students or staff
• post during instructional time, except for educational purposes
• speak on behalf of the district without authorization

Employees should:
• use separate accounts for school and personal life
• think before they post

Approved: 01/2020
`;

export const prosePolicy = `Ferndale Board of Education Policy on Employee Speech Online

The Board respects the right of employees to speak as citizens on matters of public concern. It also has a duty to protect the learning of its students, and it believes that trust between families and schools is easily lost. Employees may not disclose information from student records in any online forum. Teachers and paraprofessionals shall refrain from accepting friend requests of current students, other than their own children. However, group pages that the principal has approved are not prohibited. Nothing in this policy limits rights under state labor law. The principal may ask an employee to take down content that disrupts the work of the school.

For purposes of this policy, "online forum" means any place on the internet where others can read what is written. Employees are encouraged to use good judgment.

Adopted by the Board on September 14, 2016
`;

/** Breaks a policy's paragraphs into printed lines and pages, with a running head and page numbers, as a PDF has them. */
export function printed(text: string, width = 86, height = 40): readonly (readonly string[])[] {
  const lines = text.split('\n').flatMap((paragraph) => (paragraph === '' ? [''] : wrapped(paragraph, width)));
  const pages: string[][] = [];
  for (let at = 0; at < lines.length; at += height) pages.push(lines.slice(at, at + height));
  return pages.map((page, index) => ['Board Policy Manual', '', ...page, '', `Page ${index + 1} of ${pages.length}`]);
}

function wrapped(paragraph: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
