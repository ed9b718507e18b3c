import type { Row } from './table-text.ts';

/** What a column of a table of messages may hold. */
export type Role =
  | 'sender'
  | 'sender-handle'
  | 'recipient'
  | 'date'
  | 'time'
  | 'text'
  | 'title'
  | 'thread'
  | 'attachment'
  | 'platform'
  | 'url'
  | 'direction';

/**
 * Headings as exports and hand-made lists write them, folded by `foldHeading`: English and Spanish first, then Portuguese,
 * French, German and Italian, in which telephones and programs of families write them.
 */
const headings: Readonly<Record<Role, string>> = {
  sender:
    'from|sender|author|sender name|from name|sent by|posted by|user|username|user name|name of sender|display name|de|remitente|autor|autora|nombre del remitente|enviado por|publicado por|usuario|usuaria|remetente|expediteur|emetteur|auteur|absender|absenderin|von|verfasser|mittente|autore|from user|sender display name|message sender|contact|contact name|who|person',
  'sender-handle':
    'sender id|sender email|from email|from address|from number|sender number|handle|phone|phone number|number|address|telefono|numero|numero de telefono|correo del remitente|from phone|from phone number|sender phone|sender phone number|sender address|sender handle|from handle|nummer|rufnummer|telefone',
  recipient:
    'to|recipient|recipients|receiver|recipient name|to name|sent to|para|destinatario|destinatarios|destinataria|enviado a|destinataire|destinataires|empfanger|an|destinatari|to number|to address|to phone number|participants|members|participantes',
  date: 'date|datetime|date time|date and time|timestamp|time stamp|sent|sent at|sent on|date sent|message date|created at|created|posted at|posted on|post date|when|fecha|fecha y hora|fecha hora|fecha de envio|enviado|enviado el|publicado el|data|data e hora|data hora|datum|datum uhrzeit|datum und uhrzeit|zeitstempel|gesendet|gesendet am|date et heure|date heure|envoye|envoye le|date d envoi|data e ora|data ora|inviato|inviato il|sent date|send date|sent time|sent date time|date created|created|created on|created date|creation date|message time|message date time|message timestamp|received|received at|date received|time stamp utc|date posted|posted|published|published at|publish date',
  time: 'time|hour|time sent|hora|hora de envio|uhrzeit|zeit|heure|ora|clock|time of day',
  text: 'text|message|message text|body|content|contents|message body|comment|post|post text|caption|words|mensaje|texto|contenido|cuerpo|comentario|publicacion|texto del mensaje|mensagem|conteudo|message texte|contenu|texte|nachricht|nachrichtentext|inhalt|messaggio|testo|contenuto|kommentar|commentaire|commento|comment text|message content|message contents|message text body|chat message|sms|sms text|tweet|full text|status|what was said|words said|transcript',
  title: 'subject|title|asunto|titulo',
  thread:
    'thread|thread id|conversation|conversation id|conversation title|chat|chat session|chat name|group|group name|channel|room|conversacion|hilo|grupo|canal|chat grupal|conversa|unterhaltung|gruppe|kanal|discussion|groupe|conversazione|gruppo|thread name|thread title|chat id|chat title|conversation name|channel name|room name',
  attachment: 'attachment|attachments|media|file|files|image|adjunto|adjuntos|archivo|archivos|archivo adjunto|imagen',
  platform: 'platform|app|service|source|network|plataforma|aplicacion|servicio|red|red social|fuente',
  url: 'url|link|permalink|web address|enlace|direccion web',
  direction: 'direction|type|message type|direccion|tipo|sentido',
};

const roleOf = new Map<string, Role>();
function isRole(name: string): name is Role {
  return name in headings;
}
for (const [role, names] of Object.entries(headings)) {
  if (isRole(role)) for (const name of names.split('|')) roleOf.set(name, role);
}

/** A heading as it is compared: lower case, no accents, blanks for every other sign. */
export function foldHeading(heading: string): string {
  return heading
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

export interface Columns {
  /** Index of the row with the headings. */
  readonly headerRow: number;
  readonly header: Row;
  /** Column of each role that was found; the first one where two bear the same. */
  readonly of: ReadonlyMap<Role, number>;
}

/** `SentDate`, `message_text` and `Date (UTC)` name what `sent date`, `message text` and `date` name. */
function roleNamed(heading: string): Role | undefined {
  const parted = heading.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  const plain = foldHeading(parted).replace(/ (?:utc|gmt|local|local time)$/, '');
  return roleOf.get(foldHeading(heading)) ?? roleOf.get(plain);
}

/** Whether a heading says that the times under it are in UTC. */
export const saysUtc = (heading: string): boolean => /\b(?:utc|gmt)\b/i.test(heading);

function columnsOf(row: Row): ReadonlyMap<Role, number> {
  const found = new Map<Role, number>();
  row.forEach((heading, index) => {
    const role = roleNamed(heading);
    if (role !== undefined && !found.has(role)) found.set(role, index);
  });
  return found;
}

/** Words, and who said them or when: less is a list of something else (a roster, a bank statement). */
const tellsMessages = (found: ReadonlyMap<Role, number>): boolean =>
  found.has('text') && (found.has('sender') || found.has('sender-handle') || found.has('date'));

/** Finds the headings of a table of messages in its first ten rows; null where the table holds something else. */
export function findColumns(rows: readonly Row[]): Columns | null {
  for (let index = 0; index < Math.min(rows.length, 10); index += 1) {
    const header = rows[index] ?? [];
    const of = columnsOf(header);
    if (tellsMessages(of)) return { headerRow: index, header, of };
  }
  return null;
}
