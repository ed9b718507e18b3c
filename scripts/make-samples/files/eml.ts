import { createHash } from 'node:crypto';

export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

export interface Attachment {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface Mail {
  readonly from: Mailbox;
  readonly to: readonly Mailbox[];
  readonly cc?: readonly Mailbox[];
  readonly subject: string;
  /** RFC 5322 form with its offset: `Tue, 20 Jan 2026 07:42:09 -0500`. */
  readonly date: string;
  readonly text: string;
  readonly html?: string;
  readonly inReplyTo?: string;
  readonly messageId: string;
  readonly mailer?: string;
  readonly attachments?: readonly Attachment[];
}

const crlf = '\r\n';

function isAscii(text: string): boolean {
  return [...text].every((character) => character < '\u0080');
}

/** RFC 2047 encoded words of at most 45 bytes each, never split inside a character. */
function encodedWords(text: string): string {
  if (isAscii(text)) return text;
  const words: string[] = [];
  let run = '';
  for (const character of text) {
    if (Buffer.byteLength(run + character) > 42) {
      words.push(run);
      run = '';
    }
    run += character;
  }
  return [...words, run].map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join(`${crlf} `);
}

function quotedPrintable(text: string): string {
  const encodeLine = (line: string): string => {
    let out = '';
    let column = 0;
    for (const character of line) {
      const plain = /[ -<>-~\t]/.test(character);
      const token = plain
        ? character
        : [...Buffer.from(character)].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
      if (column + token.length > 73) {
        out += `=${crlf}`;
        column = 0;
      }
      out += token;
      column += token.length;
    }
    return out.replace(/[ \t]$/, (space) => (space === ' ' ? '=20' : '=09'));
  };
  return text.split('\n').map(encodeLine).join(crlf);
}

function base64Lines(bytes: Uint8Array): string {
  return (
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join(crlf);
}

function mailbox(each: Mailbox): string {
  return `${isAscii(each.name) ? `"${each.name}"` : encodedWords(each.name)} <${each.address}>`;
}

function textPart(type: string, text: string): string {
  return [
    `Content-Type: ${type}; charset="UTF-8"`,
    'Content-Transfer-Encoding: quoted-printable',
    '',
    quotedPrintable(text),
  ].join(crlf);
}

function attachmentPart(each: Attachment): string {
  return [
    `Content-Type: ${each.type}; name="${each.name}"`,
    `Content-Disposition: attachment; filename="${each.name}"`,
    'Content-Transfer-Encoding: base64',
    '',
    base64Lines(each.bytes),
  ].join(crlf);
}

function multipart(subtype: string, boundary: string, parts: readonly string[]): string {
  const body = parts.map((part) => `--${boundary}${crlf}${part}${crlf}`).join('');
  return `Content-Type: multipart/${subtype}; boundary="${boundary}"${crlf}${crlf}${body}--${boundary}--`;
}

/** Boundaries and transport ids come from the Message-ID, so that the same mail is always the same bytes. */
function tokenOf(mail: Mail, salt: string): string {
  return createHash('sha256').update(`${salt} ${mail.messageId}`).digest('hex').slice(0, 24);
}

function contentOf(mail: Mail): string {
  const plain = textPart('text/plain', mail.text);
  const body =
    mail.html === undefined
      ? plain
      : multipart('alternative', `alt_${tokenOf(mail, 'alt')}`, [plain, textPart('text/html', mail.html)]);
  const attachments = mail.attachments ?? [];
  if (attachments.length === 0) return body;
  return multipart('mixed', `mix_${tokenOf(mail, 'mix')}`, [body, ...attachments.map(attachmentPart)]);
}

/** A complete message as a mail program saves it, lines ended by CRLF. */
export function emlOf(mail: Mail): Buffer {
  const receiver = mail.to[0]?.address ?? mail.from.address;
  const domain = mail.from.address.split('@')[1] ?? 'mailbox.example';
  const headers = [
    `Return-Path: <${mail.from.address}>`,
    `Received: from out.${domain} (out.${domain} [192.0.2.25])${crlf}\tby mx.${receiver.split('@')[1] ?? domain} with ESMTPS id ${tokenOf(mail, 'id').slice(0, 14)}${crlf}\tfor <${receiver}>; ${mail.date}`,
    `From: ${mailbox(mail.from)}`,
    `To: ${mail.to.map(mailbox).join(`,${crlf} `)}`,
    ...(mail.cc === undefined ? [] : [`Cc: ${mail.cc.map(mailbox).join(`,${crlf} `)}`]),
    `Subject: ${encodedWords(mail.subject)}`,
    `Date: ${mail.date}`,
    `Message-ID: <${mail.messageId}>`,
    ...(mail.inReplyTo === undefined ? [] : [`In-Reply-To: <${mail.inReplyTo}>`, `References: <${mail.inReplyTo}>`]),
    ...(mail.mailer === undefined ? [] : [`X-Mailer: ${mail.mailer}`]),
    'MIME-Version: 1.0',
  ];
  return Buffer.from(`${headers.join(crlf)}${crlf}${contentOf(mail)}${crlf}`, 'utf8');
}
