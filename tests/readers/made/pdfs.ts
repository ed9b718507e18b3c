import { createHash } from 'node:crypto';

export interface MadePdf {
  /** Lines of each page; a page without lines holds no letters. */
  readonly pages: readonly (readonly string[])[];
  readonly info?: Readonly<Record<string, string>>;
  /** Password a reader must give; '' for a document that opens by itself and is encrypted all the same. */
  readonly password?: string;
  readonly attachment?: { readonly name: string; readonly content: string };
  /** What each page draws, as it stands, instead of lines. */
  readonly drawings?: readonly string[];
  /** Notes on the first page: the dictionary of each. */
  readonly notes?: readonly string[];
  /** A picture in shades of grey that pages may draw as /Im1. */
  readonly picture?: { readonly width: number; readonly height: number; readonly grey: Buffer };
  /** Put into the catalog as it stands. */
  readonly catalog?: string;
}

const padding = Buffer.from('28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A', 'hex');
const md5 = (...parts: Buffer[]): Buffer => createHash('md5').update(Buffer.concat(parts)).digest();

/** RC4, which the system's own library no longer offers. */
function rc4(key: Buffer, data: Buffer): Buffer {
  const box = Array.from({ length: 256 }, (_, index) => index);
  const at = (index: number): number => box[index & 255] ?? 0;
  const swap = (a: number, b: number): void => {
    const kept = at(a);
    box[a & 255] = at(b);
    box[b & 255] = kept;
  };
  let j = 0;
  for (let i = 0; i < 256; i += 1) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 255;
    swap(i, j);
  }
  let [x, y] = [0, 0];
  return Buffer.from(
    data.map((byte) => {
      x = (x + 1) & 255;
      y = (y + at(x)) & 255;
      swap(x, y);
      return byte ^ at(at(x) + at(y));
    }),
  );
}

interface Lock {
  readonly entry: string;
  hide(object: number, data: Buffer): Buffer;
}

const padded = (password: string): Buffer => Buffer.concat([Buffer.from(password, 'latin1'), padding]).subarray(0, 32);

/** The oldest way of encrypting a PDF (ISO 32000-1, 7.6.3, revision 2). */
function lockWith(password: string, id: Buffer): Lock {
  const owner = rc4(md5(padded('owner')).subarray(0, 5), padded(password));
  const permissions = Buffer.alloc(4);
  permissions.writeInt32LE(-44);
  const key = md5(padded(password), owner, permissions, id).subarray(0, 5);
  const user = rc4(key, padding);
  return {
    entry: `<< /Filter /Standard /V 1 /R 2 /O <${owner.toString('hex')}> /U <${user.toString('hex')}> /P -44 >>`,
    hide: (object, data) => {
      const salt = Buffer.from([object & 255, (object >> 8) & 255, 0, 0, 0]);
      return rc4(md5(key, salt).subarray(0, 10), data);
    },
  };
}

function pageContent(lines: readonly string[]): Buffer {
  const shown = lines.map((line, index) => `1 0 0 1 72 ${720 - index * 24} Tm (${line.replace(/[()\\]/g, '\\$&')}) Tj`);
  return Buffer.from(lines.length === 0 ? '0 0 10 10 re f' : `BT /F1 14 Tf ${shown.join(' ')} ET`, 'latin1');
}

/** Puts a small PDF together by hand: pages of lines, with or without encryption, information and an attached file. */
export function makePdf(made: MadePdf): Buffer {
  const { pages, info = {}, password, attachment, drawings = [], notes = [], picture, catalog: extra = '' } = made;
  const id = Buffer.from('0123456789abcdef');
  const lock = password === undefined ? null : lockWith(password, id);
  const objects: Buffer[] = [];
  const add = (body: string): number => objects.push(Buffer.from(body, 'latin1'));
  const addStream = (data: Buffer, dictionary = ''): number => {
    const number = objects.length + 1;
    const hidden = lock === null ? data : lock.hide(number, data);
    const head = Buffer.from(`<< ${dictionary} /Length ${hidden.length} >>\nstream\n`, 'latin1');
    return objects.push(Buffer.concat([head, hidden, Buffer.from('\nendstream')]));
  };
  const catalog = add('');
  const tree = add('');
  const font = add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  const image =
    picture === undefined
      ? ''
      : `/XObject << /Im1 ${addStream(picture.grey, `/Type /XObject /Subtype /Image /Width ${picture.width} /Height ${picture.height} /ColorSpace /DeviceGray /BitsPerComponent 8`)} 0 R >>`;
  const annotations = notes.map((note) => `${add(`<< /Type /Annot ${note} >>`)} 0 R`);
  const contents = drawings.length > 0 ? drawings.map((each) => Buffer.from(each, 'latin1')) : pages.map(pageContent);
  const kids = contents.map((bytes, index) => {
    const content = addStream(bytes);
    const lying = index === 0 && annotations.length > 0 ? `/Annots [${annotations.join(' ')}]` : '';
    return add(
      `<< /Type /Page /Parent ${tree} 0 R /MediaBox [0 0 612 792] /Contents ${content} 0 R ${lying} /Resources << /Font << /F1 ${font} 0 R >> /ExtGState << /Faint << /ca 0.3 >> >> ${image} >> >>`,
    );
  });
  let names = '';
  if (attachment !== undefined) {
    const file = addStream(Buffer.from(attachment.content), '/Type /EmbeddedFile');
    const specification = add(
      `<< /Type /Filespec /F (${attachment.name}) /UF (${attachment.name}) /EF << /F ${file} 0 R >> >>`,
    );
    names = `/Names << /EmbeddedFiles << /Names [(${attachment.name}) ${specification} 0 R] >> >>`;
  }
  objects[catalog - 1] = Buffer.from(`<< /Type /Catalog /Pages ${tree} 0 R ${names} ${extra} >>`);
  objects[tree - 1] = Buffer.from(
    `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`,
  );
  const facts = add(
    `<< ${Object.entries(info)
      .map(([name, value]) => `/${name} (${value})`)
      .join(' ')} >>`,
  );
  return written(
    objects,
    `/Root ${catalog} 0 R /Info ${facts} 0 R /ID [<${id.toString('hex')}> <${id.toString('hex')}>] ${lock === null ? '' : `/Encrypt ${lock.entry}`}`,
  );
}

function written(objects: readonly Buffer[], trailer: string): Buffer {
  const pieces: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  let length = pieces[0]?.length ?? 0;
  const offsets = objects.map((body, index) => {
    const piece = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')]);
    const offset = length;
    pieces.push(piece);
    length += piece.length;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`;
  pieces.push(Buffer.from(`${table}trailer\n<< /Size ${size} ${trailer} >>\nstartxref\n${length}\n%%EOF\n`, 'latin1'));
  return Buffer.concat(pieces);
}
