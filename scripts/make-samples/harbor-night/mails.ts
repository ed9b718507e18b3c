import type { Attachment, Mail } from '../files/eml.ts';
import {
  bergstrom,
  castellano,
  marisolReyes,
  naito,
  oduya,
  sprague,
  tolliver,
  whitcombe,
  whitcombeAtHome,
} from './people.ts';

/** The complaint itself. @param pictures  the two screenshots that she attached */
export function complaintMail(pictures: readonly Attachment[]): Mail {
  return {
    from: marisolReyes,
    to: [oduya],
    subject: 'Coach texting my son at night',
    date: 'Tue, 20 Jan 2026 07:42:09 -0500',
    messageId: '20260120.074209.mreyes@mailbox.example',
    mailer: 'iPhone Mail (22G86)',
    text: `Dear Ms. Oduya,

I am the mother of Mateo Reyes, grade 11. Coach Tolliver (cross country and indoor track) texts my son on his own phone, only him, at ten and eleven at night. Mateo showed me on Sunday because he was tired of it. Some of it is about running, some of it is not for a boy to hear, and in one he tells him not to tell me.

I attach two pictures from Mateo's phone. I took them myself last night at home, he was sitting next to me. There are more and I can bring them.

I want to be fair. In December Mateo missed the bus at the armory and the coach texted him then too and went back for him, and told Mr. Sprague and me right away. For that I am grateful. And the team chat is fine, I am in it.

I do not want my son to lose his place on the team for telling the truth.

Marisol Reyes
203-555-0118

Disculpe mi inglés, si prefiere le escribo en español.`,
    attachments: pictures,
  };
}

export const emergencyTold: Mail = {
  from: tolliver,
  to: [sprague],
  subject: 'texted Mateo R just now - armory',
  date: 'Fri, 12 Dec 2025 16:58:31 -0500',
  messageId: '9f31c2.20251212@mailbox.example',
  mailer: 'Android Mail 14.2',
  text: `Walter

Mateo Reyes was not on the bus when it pulled out of the armory, my count was wrong. I texted him directly at 4:52 because his mother did not pick up, told him to stay with Adaeze Okafor at gate B. He answered 4:54, he is with her. I am turning around. Telling you because it was one on one, please let his mother know in case she does not hear my message.

Ray`,
};

export const emergencyAnswered: Mail = {
  from: sprague,
  to: [tolliver],
  cc: [naito],
  subject: 'Re: texted Mateo R just now - armory',
  date: 'Fri, 12 Dec 2025 17:09:02 -0500',
  messageId: 'CAF0c7.20251212.1709@soundshore.example',
  inReplyTo: '9f31c2.20251212@mailbox.example',
  text: `Ray, thanks for telling me at once. I reached Mrs. Reyes at 5:05, she knows where he is and why you texted him. Okafor drives him home. We will talk Monday about the head count.

Walter Sprague
Athletic Director

> Mateo Reyes was not on the bus when it pulled out of the armory, my count was wrong. I texted him directly at 4:52`,
};

/** The teacher tells the school counselor of a pupil's story. @param picture  her screenshot of it */
export function storyMail(picture: Attachment): Mail {
  return {
    from: whitcombe,
    to: [bergstrom],
    subject: 'Worried about a student, please read first',
    date: 'Fri, 16 Jan 2026 07:08:44 -0500',
    messageId: 'CAF1b2.20260116.0708@soundshore.example',
    text: `Lena,

One of my tenth graders put the attached up as a story last night. A former student sent it to me at 10:20 pm, I do not follow her. I believe what it says. Can you see her before first period, she is usually in the band hallway by 7:40. She asks that school not be told, so please be gentle about how you know.

Please do not forward the picture.

Dana`,
    attachments: [picture],
  };
}

export const classSizeLetter: Mail = {
  from: whitcombeAtHome,
  to: [{ name: 'Board of Education', address: 'board@soundshore.example' }],
  cc: [castellano],
  subject: 'Class sizes at the high school: please count with us',
  date: 'Sun, 16 Nov 2025 14:20:17 -0500',
  messageId: 'hp.20251116.142017@homepost.example',
  text: `Members of the Board,

I write as a resident, a taxpayer and a member of the Sound Shore Educators, and the views are my own. Period 4 has 31 students where our agreement says 28. Across the English department nine of 22 sections are over. My colleagues and I are collecting the numbers together and will bring them to bargaining, but you should have them too, because it is the public's school.

Crowded rooms mean fewer essays and slower answers. Please put class size on the December agenda.

Dana Whitcombe
Alder Street`,
};

export const spanishMail: Mail = {
  from: { name: 'Lucía Benítez', address: 'lucia.benitez@mailbox.example' },
  to: [whitcombe],
  subject: 'Tarea de inglés de Sofía y reunión del miércoles',
  date: 'Mon, 8 Dec 2025 19:33:50 -0500',
  messageId: 'lb.20251208.193350@mailbox.example',
  text: `Buenas noches, maestra Whitcombe:

Sofía me dice que el ensayo se entrega el viernes, ¿es así? Ha estado enferma dos días y todavía tiene tos. ¿Podría entregarlo el lunes?

También quería preguntar si la reunión del miércoles es a las 3:15 o a las 3:45. Salgo del trabajo a las tres y llego corriendo.

Muchas gracias por su paciencia,
Lucía Benítez`,
};

export const pageHistory: Mail = {
  from: naito,
  to: [oduya],
  subject: 'Page history you asked for (HPHS Facebook page, Nov 2)',
  date: 'Fri, 23 Jan 2026 11:26:38 -0500',
  messageId: 'CAF2d9.20260123.1126@soundshore.example',
  text: `Karen,

The page's own activity log for Sunday, November 2, 2025 (times as the page shows them, Eastern):

7:31 PM  Dana Whitcombe published a post as Harbor Point High School
7:58 PM  Dana Whitcombe deleted a post

Editors of the page that day: Dana Whitcombe, Paul Naito. The text of a deleted post is not kept in the log. No request for approval is in the communications mailbox for that weekend.

Paul Naito
Communications`,
};

export const fieldTrip: Mail = {
  from: whitcombe,
  to: [{ name: 'English 10 families', address: 'eng10-families@soundshore.example' }],
  subject: 'Field trip Thursday: bag lunch, boots, back by 2:30',
  date: 'Mon, 20 Oct 2025 15:02:11 -0400',
  messageId: 'CAF0a1.20251020.1502@soundshore.example',
  text: `Dear families,

On Thursday, October 23 we walk to the lighthouse and write there. Please send a bag lunch and shoes that may get wet. We leave at 9:10 and are back by 2:30, in time for the buses. Questions to this address, please, and not to my phone; I answer between 7:15 and 3:30.

Dana Whitcombe
English, Harbor Point High School`,
  html: `<p>Dear families,</p><p>On Thursday, October 23 we walk to the lighthouse and write there. Please send a bag lunch and shoes that may get wet. We leave at 9:10 and are back by 2:30, in time for the buses. Questions to this address, please, and not to my phone; I answer between 7:15 and 3:30.</p><p>Dana Whitcombe<br>English, Harbor Point High School</p>`,
};

export const banquetMail: Mail = {
  from: tolliver,
  to: [sprague],
  subject: 'banquet + trophy case',
  date: 'Mon, 10 Nov 2025 20:14:55 -0500',
  messageId: '9e8811.20251110@mailbox.example',
  text: `Walter, cafeteria is ok for the 20th? Custodian said ask you. Also the glass in the trophy case is cracked again, left side, I taped it.

Ray`,
};
