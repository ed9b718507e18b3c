import { type MapiAttachment, type MapiMessage, MapiProperties, mapiType, namedProperties } from '../mapi.ts';
import { type WholeMessage, writeMsg } from '../msg-writing.ts';
import { Heap } from './heap-tables.ts';
import type { NodeDatabase, PstNode, SubNode } from './node-database.ts';

/** The last five bits of a node's number say what it is (MS-PST, section 2.2.2.1). */
const nodeKind = { folder: 0x02, message: 0x04, hierarchy: 0x0d, contents: 0x0e } as const;
const rootFolder = 0x122;
const namesNode = 0x61;
const recipientTable = 0x692;
const attachmentTable = 0x671;
/** Messages inside messages that are followed; each is written whole into the one around it. */
const maxLayers = 8;

const kindOf = (id: number): number => id & 0x1f;
const sibling = (id: number, kind: number): number => (id & ~0x1f) | kind;

/** A message and the folder it lies in. */
export interface StoredMessage {
  readonly node: PstNode;
  /** Names of the folders from the outermost on. */
  readonly folder: readonly string[];
  /** True where the folder's own list does not name it: it was deleted or moved and not yet cleared away. */
  readonly unlisted: boolean;
}

/** The upper layer of an Outlook data file: folders and messages. */
export class PstStore {
  private readonly database: NodeDatabase;
  private readonly named: ReadonlyMap<number, number>;

  constructor(database: NodeDatabase) {
    this.database = database;
    const names = database.nodes.get(namesNode);
    const entries = names === undefined ? undefined : new Heap(database, names).properties().get(0x0003);
    this.named = namedProperties(entries?.bytes ?? new Uint8Array());
  }

  private properties(node: SubNode): MapiProperties {
    return new MapiProperties(new Heap(this.database, node).properties(), this.named);
  }

  private folderName(node: PstNode): string {
    return this.properties(node).text(0x3001) ?? `folder ${node.id}`;
  }

  /** The names of a folder and of those around it; the root itself has no name that anybody sees. */
  private folderPath(id: number, known: Map<number, readonly string[]>): readonly string[] {
    const chain: PstNode[] = [];
    let node = this.database.nodes.get(id);
    while (node !== undefined && node.id !== rootFolder && !known.has(node.id) && chain.length < 100) {
      if (kindOf(node.id) !== nodeKind.folder || chain.includes(node)) break;
      chain.push(node);
      node = this.database.nodes.get(node.parent);
    }
    let path = node === undefined ? [] : (known.get(node.id) ?? []);
    for (const each of chain.toReversed()) {
      path = [...path, this.folderName(each)];
      known.set(each.id, path);
    }
    return path;
  }

  /** What the list of a folder names; null where it has none or the list is lost. */
  private listOf(folder: number): Set<number> | null {
    const table = this.database.nodes.get(sibling(folder, nodeKind.contents));
    if (table === undefined) return null;
    const heap = new Heap(this.database, table);
    return heap.sound ? heap.rowNumbers() : null;
  }

  /** All messages, folder by folder, in the order of their numbers. */
  *messages(): Iterable<StoredMessage> {
    const byFolder = new Map<number, PstNode[]>();
    for (const node of this.database.nodes.values()) {
      if (kindOf(node.id) !== nodeKind.message) continue;
      const list = byFolder.get(node.parent) ?? [];
      list.push(node);
      byFolder.set(node.parent, list);
    }
    const paths = new Map<number, readonly string[]>();
    for (const [parent, nodes] of [...byFolder].toSorted(([a], [b]) => a - b)) {
      const folder = this.folderPath(parent, paths);
      const listed = this.listOf(parent);
      for (const node of nodes.toSorted((a, b) => a.id - b.id)) {
        yield { node, folder, unlisted: listed !== null && !listed.has(node.id) };
      }
    }
  }

  /** Reads a message with its recipients and attachments; null where its own list of properties is lost. */
  read(node: SubNode): MapiMessage | null {
    const whole = this.whole(node, 0);
    if (whole === null) return null;
    const attachments = whole.attachments.map(({ properties, message }): MapiAttachment => {
      return { properties, message: message === null ? null : { bytes: writeMsg(message), ending: '.msg' } };
    });
    return { properties: whole.properties, recipients: whole.recipients, attachments, warnings: [] };
  }

  private whole(node: SubNode, layer: number): WholeMessage | null {
    const heap = new Heap(this.database, node);
    const values = heap.properties();
    if (values.size === 0) return null;
    const properties = new MapiProperties(values, this.named);
    const page = properties.number(0x3ffd) ?? properties.number(0x3fde);
    return {
      properties,
      recipients: this.table(heap, recipientTable).map(
        ({ values: each }) => new MapiProperties(each, this.named, page),
      ),
      attachments: this.table(heap, attachmentTable).map(({ id }) => this.attachment(heap, id, page, layer)),
    };
  }

  private table(heap: Heap, id: number): { id: number; values: Map<number, { type: number; bytes: Uint8Array }> }[] {
    const part = heap.subNodes.get(id);
    if (part === undefined) return [];
    const table = new Heap(this.database, part);
    const numbers = table.rowNumbers();
    return [...table.rows()].filter((row) => numbers.size === 0 || numbers.has(row.id));
  }

  private attachment(
    message: Heap,
    id: number,
    page: number | null,
    layer: number,
  ): WholeMessage['attachments'][number] {
    const part = message.subNodes.get(id);
    if (part === undefined) return { properties: new MapiProperties(new Map()), message: null };
    const heap = new Heap(this.database, part);
    const values = heap.properties();
    const properties = new MapiProperties(values, this.named, page);
    const object = values.get(0x3701);
    // An object is told by the number of its part and its size.
    if (object?.type !== mapiType.object || object.bytes.length < 4) return { properties, message: null };
    const inner = heap.subNodes.get(Buffer.from(object.bytes).readUInt32LE(0));
    if (inner === undefined) return { properties, message: null };
    const whole = layer < maxLayers ? this.whole(inner, layer + 1) : null;
    if (whole !== null) return { properties, message: whole };
    const bytes = Buffer.concat(this.database.dataBlocks(inner.data));
    const plain = new Map(values).set(0x3701, { type: mapiType.binary, bytes });
    return { properties: new MapiProperties(plain, this.named, page), message: null };
  }
}
