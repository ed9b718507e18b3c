import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { createHash, createPublicKey, verify } from "node:crypto";
import { createReadStream, existsSync, readdirSync, statSync } from "node:fs";
// src/verifier/reader.ts
/** Thrown at the first problem; the check stops there and names it. */
var Found = class extends Error {
	problem;
	constructor(what, where, entry = null) {
		super(`${what}: ${where}`);
		this.problem = {
			what,
			where,
			entry
		};
	}
};
// src/verifier/bag/shape.ts
/** Reading of JSON whose shape nobody vouches for: each getter says which file does not fit. */
var Shape = class Shape {
	#value;
	#where;
	#entry;
	constructor(value, where, entry = null) {
		this.#where = where;
		this.#entry = entry;
		if (typeof value !== "object" || value === null || Array.isArray(value)) this.unreadable();
		this.#value = Object.fromEntries(Object.entries(value ?? {}));
	}
	static parse(text, where, entry = null) {
		return new Shape(parseJson(text, where, entry), where, entry);
	}
	has(name) {
		return this.#value[name] !== void 0;
	}
	text(name) {
		const value = this.#value[name];
		return typeof value === "string" ? value : this.unreadable();
	}
	textOrNull(name) {
		return this.#value[name] === null ? null : this.text(name);
	}
	number(name) {
		const value = this.#value[name];
		return typeof value === "number" ? value : this.unreadable();
	}
	numberOrNull(name) {
		return this.#value[name] === null ? null : this.number(name);
	}
	flag(name) {
		const value = this.#value[name];
		return typeof value === "boolean" ? value : this.unreadable();
	}
	shape(name) {
		return new Shape(this.#value[name], this.#where, this.#entry);
	}
	shapes(name) {
		const value = this.#value[name];
		if (!Array.isArray(value)) return this.unreadable();
		return value.map((one) => new Shape(one, this.#where, this.#entry));
	}
	get value() {
		return this.#value;
	}
	unreadable() {
		throw new Found("a file of the copy cannot be read", this.#where, this.#entry);
	}
};
function parseJson(text, where, entry = null) {
	try {
		return JSON.parse(text);
	} catch {
		throw new Found("a file of the copy cannot be read", where, entry);
	}
}
// src/verifier/bag/tools.ts
var encoder = new TextEncoder();
function utf8(text) {
	return encoder.encode(text);
}
function sha256(tools, data) {
	const hasher = tools.hasher();
	hasher.update(typeof data === "string" ? utf8(data) : data);
	return hasher.digest();
}
/** @throws Found where the file is not there */
async function bytesOf(folder, path) {
	if (!folder.paths.includes(path)) throw new Found("a file of this copy is missing", path);
	const whole = new Uint8Array(folder.size(path));
	let at = 0;
	for await (const piece of folder.pieces(path)) {
		whole.set(piece, at);
		at += piece.length;
	}
	return whole;
}
/** @throws TypeError where the file is not UTF-8, Found where it is not there */
async function textOf(folder, path) {
	return new TextDecoder("utf-8", {
		fatal: true,
		ignoreBOM: true
	}).decode(await bytesOf(folder, path));
}
/** The lines of a file, each without its line feed. @throws Found where the file is not there */
async function* linesOf(folder, path) {
	const decoder = new TextDecoder("utf-8", {
		fatal: true,
		ignoreBOM: true
	});
	if (!folder.paths.includes(path)) throw new Found("a file of this copy is missing", path);
	let rest = "";
	for await (const piece of folder.pieces(path)) {
		const lines = (rest + decoder.decode(piece, { stream: true })).split("\n");
		rest = lines.pop() ?? "";
		yield* lines;
	}
	rest += decoder.decode();
	if (rest !== "") yield rest;
}
function fromBase64(text) {
	return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
/** What stands before the 32 bytes of an Ed25519 key in its DER form (RFC 8410). */
var ED25519_PREFIX = [
	48,
	42,
	48,
	5,
	6,
	3,
	43,
	101,
	112,
	3,
	33,
	0
];
/** A public key out of its PEM file, with the id that the record calls it by. @returns null where it is none */
function publicKey(tools, pem) {
	const body = /^-----BEGIN PUBLIC KEY-----\n([A-Za-z0-9+/=\n]+)-----END PUBLIC KEY-----\n?$/.exec(pem)?.[1];
	if (body === void 0) return null;
	try {
		const der = fromBase64(body.replaceAll("\n", ""));
		if (der.length !== 44 || ED25519_PREFIX.some((byte, index) => der[index] !== byte)) return null;
		return {
			id: sha256(tools, der).slice(0, 32),
			key: der.subarray(12)
		};
	} catch {
		return null;
	}
}
// src/verifier/bag/chain.ts
var LEDGER = "data/record/ledger.jsonl";
var NOTHING_BEFORE$1 = "0".repeat(64);
/**
* Walks the lines of the record: numbers without gaps, each hash made of its line's text, each line naming the one
* before, each change with the texts that the line names by their hashes. A withheld line has its hash only, which the
* next line and its own checkpoint name.
*/
async function checkChain(folder, tools) {
	const walk = {
		lines: /* @__PURE__ */ new Map(),
		rows: /* @__PURE__ */ new Map(),
		items: /* @__PURE__ */ new Map(),
		withheld: /* @__PURE__ */ new Set(),
		caseId: null,
		prev: NOTHING_BEFORE$1,
		lastWithheld: 0
	};
	let expected = 1;
	for await (const text of linesOf(folder, LEDGER)) {
		const entry = Shape.parse(text, LEDGER, expected);
		const seq = entry.number("seq");
		if (seq !== expected) throw new Found(seq > expected ? "an entry is missing" : "an entry stands in another place", `entry ${expected}`, expected);
		const hash = entry.text("hash");
		if (!/^[0-9a-f]{64}$/.test(hash)) throw new Found("an entry was changed", `entry ${seq}`, seq);
		if (entry.has("body")) checkLine(tools, walk, entry, seq);
		else passWithheld(walk, entry, seq);
		walk.prev = hash;
		expected += 1;
	}
	if (walk.lines.size === 0) throw new Found("the evidence record is empty", "entry 1", 1);
	return {
		...walk,
		entries: walk.lines.size
	};
}
function passWithheld(walk, entry, seq) {
	entry.shape("withheld").text("ground");
	walk.lines.set(seq, {
		hash: entry.text("hash"),
		at: null,
		by: null
	});
	walk.withheld.add(seq);
	walk.lastWithheld = seq;
}
function checkLine(tools, walk, entry, seq) {
	const body = entry.text("body");
	const hash = entry.text("hash");
	if (sha256(tools, body) !== hash) throw new Found("an entry was changed", `entry ${seq}`, seq);
	const line = Shape.parse(body, LEDGER, seq);
	if (line.number("seq") !== seq) throw new Found("an entry stands in another place", `entry ${seq}`, seq);
	if (line.text("prev") !== walk.prev) throw new Found("the chain is broken", `entry ${seq} does not follow entry ${seq - 1}`, seq);
	if (walk.caseId !== null && line.text("case") !== walk.caseId) throw new Found("an entry belongs to another case", `entry ${seq}`, seq);
	walk.caseId = line.text("case");
	walk.lines.set(seq, {
		hash,
		at: line.text("at"),
		by: line.text("by")
	});
	const items = line.shape("items");
	if (items.number("count") > 0) walk.items.set(seq, {
		count: items.number("count"),
		digest: items.text("digest")
	});
	checkChanges(tools, walk, entry.shapes("changes"), line.shapes("changes"), seq);
}
function checkChanges(tools, walk, texts, named, seq) {
	if (texts.length !== named.length) throw new Found("changes of an entry are missing or added", `entry ${seq}`, seq);
	named.forEach((change, index) => {
		const text = texts[index] ?? change.unreadable();
		const key = `${change.text("table")} ${change.text("row")}`;
		const before = text.textOrNull("before");
		const after = text.text("after");
		if (!((before === null ? null : sha256(tools, before)) === change.textOrNull("before") && sha256(tools, after) === change.text("after"))) throw new Found("a recorded change was altered", `entry ${seq}, ${key}`, seq);
		const last = walk.rows.get(key);
		if (!(walk.lastWithheld > (last?.seq ?? 0)) && !sameText(last?.after ?? null, before)) throw new Found("a recorded change does not follow the one before", `entry ${seq}, ${key}`, seq);
		walk.rows.set(key, {
			after,
			seq
		});
	});
}
/** A column that a later version added is absent from earlier texts, and null in the rows that they tell of. */
function sameText(one, other) {
	if (one === other) return true;
	return one !== null && other !== null && withoutNulls(one) === withoutNulls(other);
}
function withoutNulls(text) {
	const { value } = Shape.parse(text, LEDGER);
	return JSON.stringify(Object.entries(value).filter(([, cell]) => cell !== null));
}
// src/verifier/bag/holdings.ts
var ITEMS = "data/record/items.jsonl";
var ORIGINALS = "data/originals.json";
var DOCUMENTS = "data/documents.json";
var RECORDS = /^data\/records\/([a-z_]+)\.json$/;
/** Every item that is given whole must have its digest, and each line's digest over its items must hold. */
async function checkItems(folder, tools, chain) {
	const sums = /* @__PURE__ */ new Map();
	let items = 0;
	let last = 0;
	for await (const text of linesOf(folder, ITEMS)) {
		const item = Shape.parse(text, ITEMS);
		const number = item.number("number");
		const seq = item.number("seq");
		if (number <= last) throw new Found("an item stands in another place", `item #${number}`, seq);
		last = number;
		items += 1;
		if (!item.has("body")) {
			if (!chain.withheld.has(seq)) throw new Found("an item was altered", `item #${number}`, seq);
			continue;
		}
		const digest = item.text("digest");
		if (sha256(tools, item.text("body")) !== digest) throw new Found("an item was altered", `item #${number}`, seq);
		const sum = sums.get(seq) ?? {
			hasher: tools.hasher(),
			count: 0
		};
		const parts = [
			number,
			item.text("id"),
			item.text("evidence"),
			item.text("reading"),
			item.number("ordinal"),
			digest
		];
		sum.hasher.update(new TextEncoder().encode(`${parts.join(" ")}\n`));
		sums.set(seq, {
			...sum,
			count: sum.count + 1
		});
	}
	for (const [seq, told] of chain.items) {
		const sum = sums.get(seq);
		if (sum === void 0 || sum.count !== told.count) throw new Found("items of an entry are missing or added", `entry ${seq}`, seq);
		if (sum.hasher.digest() !== told.digest) throw new Found("items of an entry were altered", `entry ${seq}`, seq);
	}
	const stray = [...sums.keys()].find((seq) => !chain.items.has(seq) && !chain.withheld.has(seq));
	if (stray !== void 0) throw new Found("an item stands under no entry", `entry ${stray}`, stray);
	return items;
}
/** Every record that is given whole must stand as the chain left it; in a complete copy none may be missing. */
async function checkRecords(folder, chain) {
	const seen = /* @__PURE__ */ new Set();
	const tables = /* @__PURE__ */ new Set();
	for (const path of folder.paths) {
		const table = RECORDS.exec(path)?.[1];
		if (table === void 0) continue;
		tables.add(table);
		for (const row of Shape.parse(await textOf(folder, path), path).shapes("rows")) {
			const whole = row.text("given") === "whole";
			const { value } = row.shape("row");
			const key = `${table} ${String(value["id"])}`;
			seen.add(key);
			const recorded = chain.rows.get(key);
			const settled = chain.lastWithheld < (recorded?.seq ?? 0);
			if (recorded === void 0 && chain.withheld.size === 0) throw new Found("a record was added outside the evidence record", `${path}, ${key}`);
			if (whole && recorded !== void 0 && settled && canonical(value) !== canonical(unfolded(recorded.after))) throw new Found("a record differs from what the evidence record says", `${path}, ${key}`, recorded.seq);
		}
	}
	if (chain.withheld.size > 0) return;
	const gone = [...chain.rows].find(([key]) => !seen.has(key));
	if (gone !== void 0) throw new Found("a record was removed", gone[0], gone[1].seq);
}
/** A row's text with its JSON columns unfolded: a text that is a JSON object or list is shown as one. */
function unfolded(text) {
	const { value } = Shape.parse(text, "data/record/ledger.jsonl");
	return Object.fromEntries(Object.entries(value).map(([name, cell]) => [name, unfold(cell)]));
}
function unfold(cell) {
	if (typeof cell !== "string" || !/^[[{]/.test(cell)) return cell;
	try {
		return JSON.parse(cell);
	} catch {
		return cell;
	}
}
/** Members in the order of their names, those that are null left out. */
function canonical(value) {
	return JSON.stringify(value, (_, part) => {
		if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
		return Object.fromEntries(Object.entries(part).filter(([, cell]) => cell !== null).sort(([one], [other]) => one < other ? -1 : 1));
	});
}
/** The originals: each is the very file that the chain received under its hash, and every one is there or withheld. */
async function checkOriginals(folder, chain, found) {
	const listed = Shape.parse(await textOf(folder, ORIGINALS), ORIGINALS).shapes("sources");
	for (const source of listed) checkSource(chain, source, found);
	const accounted = new Set(listed.filter((source) => source.textOrNull("file") !== null || source.has("withheld")).map((source) => source.text("id")));
	const sources = [...chain.rows].filter(([key]) => key.startsWith("evidence "));
	for (const [, { after, seq }] of sources) {
		const row = Shape.parse(after, ORIGINALS, seq);
		if (!accounted.has(row.text("id"))) throw new Found("source bytes are missing", `source ${row.number("number")} (${row.text("name")})`, seq);
	}
	return {
		count: Math.max(sources.length, listed.length),
		exhibits: exhibitsOf(chain)
	};
}
function checkSource(chain, source, found) {
	const where = `source ${source.number("number")} (${source.textOrNull("name") ?? "name withheld"})`;
	const row = chain.rows.get(`evidence ${source.text("id")}`);
	if (row === void 0 && chain.withheld.size === 0) throw new Found("a source stands in no entry", where);
	const file = source.textOrNull("file");
	if (file === null) return;
	const sha256 = source.text("sha256");
	const recorded = row === void 0 ? sha256 : Shape.parse(row.after, ORIGINALS, row.seq).text("sha256");
	if (found.get(`data/${file}`) !== sha256 || recorded !== sha256) throw new Found("source bytes differ", where, row?.seq ?? null);
}
function exhibitsOf(chain) {
	const exhibits = /* @__PURE__ */ new Map();
	for (const [key, { after, seq }] of chain.rows) {
		if (!key.startsWith("exhibit ")) continue;
		const row = Shape.parse(after, ORIGINALS, seq);
		const evidence = chain.rows.get(`evidence ${row.text("evidence_id")}`);
		if (evidence === void 0) continue;
		exhibits.set(`A-${row.number("number")}`, Shape.parse(evidence.after, ORIGINALS, evidence.seq).text("sha256"));
	}
	return exhibits;
}
/** Issued documents: bytes, frozen input, the fingerprint that each prints, and the exhibits that it names. */
async function checkDocuments(folder, chain, seals, found, exhibits) {
	const listed = Shape.parse(await textOf(folder, DOCUMENTS), DOCUMENTS).shapes("documents");
	for (const document of listed) {
		const where = `document ${document.number("number")} (${document.text("title")})`;
		const row = chain.rows.get(`document ${document.text("id")}`);
		if (row === void 0 && chain.withheld.size === 0) throw new Found("a document stands in no entry", where);
		holdDocument(document, row === void 0 ? null : Shape.parse(row.after, DOCUMENTS, row.seq), found, where, row?.seq ?? null);
		const input = document.textOrNull("input");
		if (input !== null) await checkExhibits(folder, `data/${input}`, exhibits, where, row?.seq ?? null);
		const printed = seals.byFingerprint.get(document.text("fingerprint"));
		if (printed === void 0 || row !== void 0 && printed.seq >= row.seq) throw new Found("a document prints a fingerprint that is not in the record", where, row?.seq ?? null);
	}
	const ids = new Set(listed.map((document) => document.text("id")));
	const gone = [...chain.rows].find(([key]) => key.startsWith("document ") && !ids.has(key.slice(9)));
	if (gone !== void 0) throw new Found("a document is missing", gone[0], gone[1].seq);
	return listed.length;
}
/** The bytes of a document and of its input are those whose hashes stand in the list and in the record. */
function holdDocument(document, recorded, found, where, seq) {
	const parts = [[
		document.textOrNull("file"),
		document.text("sha256"),
		recorded?.text("output_sha256")
	], [
		document.textOrNull("input"),
		document.textOrNull("inputSha256"),
		recorded?.text("input_sha256")
	]];
	for (const [path, listed, inRecord] of parts) {
		if (path === null) continue;
		const bytes = found.get(`data/${path}`);
		if (bytes !== listed || inRecord !== void 0 && inRecord !== bytes) throw new Found("document bytes differ", where, seq);
	}
	const printed = recorded?.text("fingerprint");
	if (printed !== void 0 && printed !== document.text("fingerprint")) throw new Found("a document is listed otherwise than it was recorded", where, seq);
}
/** A document lists the hashes of its exhibits: each must be that of the source which bears the number in the record. */
async function checkExhibits(folder, path, exhibits, where, seq) {
	const input = new Shape(parseJson(await textOf(folder, path), path), path);
	if (!input.has("exhibits")) return;
	for (const exhibit of input.shapes("exhibits")) {
		if (!exhibit.has("sha256") || !exhibit.has("number")) continue;
		const recorded = exhibits.get(exhibit.text("number"));
		if (recorded !== void 0 && recorded !== exhibit.text("sha256")) throw new Found("an exhibit of a document differs", `${where}, exhibit ${exhibit.text("number")}`, seq);
	}
}
// src/verifier/bag/manifest.ts
var MANIFEST = "manifest-sha256.txt";
var TAG_MANIFEST = "tagmanifest-sha256.txt";
var SIGNATURE = "tagmanifest-sha256.txt.sig";
var SIGNER = "signed-by.pem";
/** What systems leave in folders that were looked into; they are no part of a copy and change nothing in it. */
var DROPPINGS = /(^|\/)(\.DS_Store|Thumbs\.db|ehthumbs\.db|desktop\.ini|\._[^/]*|\.directory)$/i;
/** The lines of a manifest: two blanks between digest and path (RFC 8493, 2.1.3). @throws Found */
function parseManifest(text, path) {
	const lines = /* @__PURE__ */ new Map();
	for (const line of text.split("\n")) {
		if (line === "") continue;
		const [, digest, name] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
		if (digest === void 0 || name === void 0 || lines.has(name)) throw new Found("a list of files cannot be read", path);
		lines.set(name, digest);
	}
	return lines;
}
/** Hashes every file and holds it to the two lists. @param told hears how many bytes were read, and how many there are */
async function checkFiles(folder, tools, nameOf, told) {
	const declared = await textOf(folder, "bagit.txt");
	if (!/^BagIt-Version: 1\.0\nTag-File-Character-Encoding: UTF-8\n?$/.test(declared)) throw new Found("a file of this copy was changed", "bagit.txt");
	const manifest = parseManifest(await textOf(folder, MANIFEST), MANIFEST);
	const tagText = await textOf(folder, TAG_MANIFEST);
	const tags = parseManifest(tagText, TAG_MANIFEST);
	const droppings = folder.paths.filter((path) => DROPPINGS.test(path));
	const there = new Set(folder.paths);
	const listed = new Map([...tags, ...manifest]);
	const problems = [];
	const report = (what, path) => problems.push({
		what,
		where: nameOf(path),
		entry: null
	});
	const found = /* @__PURE__ */ new Map();
	const total = [...listed.keys()].reduce((sum, path) => sum + (there.has(path) ? folder.size(path) : 0), 0);
	let done = 0;
	for (const [path, digest] of listed) {
		if (!there.has(path)) {
			report("a file of this copy is missing", path);
			continue;
		}
		const hasher = tools.hasher();
		for await (const piece of folder.pieces(path)) {
			hasher.update(piece);
			done += piece.length;
			told(done, total);
		}
		const now = hasher.digest();
		found.set(path, now);
		if (now !== digest) report("a file of this copy was changed", path);
	}
	const more = folder.paths.find((path) => !listed.has(path) && path !== "tagmanifest-sha256.txt" && path !== SIGNATURE && !DROPPINGS.test(path));
	if (more !== void 0) report("a file was added to this copy", more);
	if ([...manifest.keys()].find((path) => !path.startsWith("data/")) !== void 0) report("a list of files cannot be read", MANIFEST);
	return {
		manifest,
		tags,
		tagText,
		found,
		droppings,
		problem: problems[0] ?? null
	};
}
/** The signature over the list of tag files, which names the list of all others. */
async function checkSignature(folder, tools, tagText) {
	const signer = publicKey(tools, await textOf(folder, SIGNER));
	if (signer === null) throw new Found("a public key cannot be read", SIGNER);
	const signature = await bytesOf(folder, SIGNATURE);
	if (!(signature.length === 64 && await tools.signatureHolds(signer.key, new TextEncoder().encode(tagText), signature))) throw new Found("the signature of this copy does not hold", SIGNATURE);
	return signer;
}
/** The tag files that were there before the line of the record that names this copy. */
function tagsBefore(tools, tags) {
	return sha256(tools, [...tags].filter(([path]) => !path.startsWith("signed/")).map(([path, digest]) => `${digest}  ${path}\n`).join(""));
}
// src/verifier/bag/seals.ts
var CHECKPOINTS = "data/record/checkpoints.jsonl";
var KEYS = /^data\/record\/keys\/([0-9a-f]{32})\.pem$/;
var NOTHING_BEFORE = "0".repeat(64);
/** Checks every checkpoint: its text, its place in the chain, the one before, and the signature of a key of the copy. */
async function checkSeals(folder, tools, chain, told) {
	const keys = await readKeys(folder, tools);
	const byFingerprint = /* @__PURE__ */ new Map();
	const signers = /* @__PURE__ */ new Set();
	let previous = NOTHING_BEFORE;
	let last = 0;
	let caseId = chain.caseId;
	for await (const text of linesOf(folder, CHECKPOINTS)) {
		const row = Shape.parse(text, CHECKPOINTS);
		const body = row.text("body");
		const seal = readCheckpoint(body, row.number("seq"));
		const { seq, fields } = seal;
		const where = `checkpoint of entry ${seq}`;
		if (sha256(tools, body) !== row.text("fingerprint")) throw new Found("a checkpoint was changed", where, seq);
		holdToLine(chain, seal, where);
		caseId ??= fields.get("case") ?? null;
		if (fields.get("case") !== caseId) throw new Found("a checkpoint belongs to another case", where, seq);
		if (seq !== last + 1 || fields.get("previous") !== previous) throw new Found("a checkpoint is missing", `before entry ${seq}`, seq);
		await holdSignature(tools, keys, seal, row.text("signature"), where);
		signers.add(seal.key);
		previous = row.text("fingerprint");
		byFingerprint.set(previous, {
			seq,
			at: seal.at,
			key: seal.key
		});
		last = seq;
		told(last, chain.entries);
	}
	if (last !== chain.entries) throw new Found("the end of the evidence record is not signed", `entry ${chain.entries}`, chain.entries);
	return {
		byFingerprint,
		last: previous,
		signers: [...signers],
		keys
	};
}
/** Seven lines, each ended by a line feed: what it is, then `name value`. */
function readCheckpoint(body, seq) {
	const [head, ...lines] = body.split("\n");
	const pairs = lines.slice(0, -1).map((line) => [line.slice(0, line.indexOf(" ")), line.slice(line.indexOf(" ") + 1)]);
	const names = pairs.map(([name]) => name).join(" ");
	if (head !== "evenhand checkpoint 1" || names !== "case entries head previous at key" || lines.at(-1) !== "") throw new Found("a checkpoint was changed", `checkpoint of entry ${seq}`, seq);
	const fields = new Map(pairs);
	return {
		seq,
		body,
		fields,
		at: fields.get("at") ?? "",
		key: fields.get("key") ?? ""
	};
}
function holdToLine(chain, { seq, fields, at, key }, where) {
	const line = chain.lines.get(seq);
	if (!(line !== void 0 && fields.get("entries") === String(seq) && fields.get("head") === line.hash && (line.at === null || at === line.at))) throw new Found("a checkpoint does not fit its entry", where, seq);
	if (line.by !== null && key !== line.by) throw new Found("an entry is signed by somebody else than it names", where, seq);
}
async function holdSignature(tools, keys, { seq, key: id, body }, signature, where) {
	const key = keys.get(id);
	if (key === void 0) throw new Found("a checkpoint is signed by a key that the case does not know", where, seq);
	const bytes = signatureBytes(signature);
	if (bytes === null || !await tools.signatureHolds(key, utf8(body), bytes)) throw new Found("a signature does not hold", where, seq);
}
function signatureBytes(text) {
	try {
		const bytes = fromBase64(text);
		return bytes.length === 64 ? bytes : null;
	} catch {
		return null;
	}
}
async function readKeys(folder, tools) {
	const keys = /* @__PURE__ */ new Map();
	for (const path of folder.paths) {
		const id = KEYS.exec(path)?.[1];
		if (id === void 0) continue;
		const found = publicKey(tools, await textOf(folder, path));
		if (found === null) throw new Found("a public key cannot be read", path);
		if (found.id !== id) throw new Found("a public key was exchanged", path);
		keys.set(id, found.key);
	}
	return keys;
}
// src/verifier/bag/check-bag.ts
/**
* Checks a copy (a BagIt folder) by the written description of its format (docs/custody.md) alone. It stops at the
* first thing that does not hold, and names the entry where the record tells it.
*/
async function checkBag(folder, tools, order) {
	const state = {
		checked: {
			sources: 0,
			items: 0,
			entries: 0,
			documents: 0,
			files: 0
		},
		signedBy: [],
		notTested: []
	};
	if (order.expect === null) state.notTested.push("truncation and rollback: no earlier fingerprint was given");
	try {
		await checkAll(folder, tools, order, state);
		return reportOf(state, null);
	} catch (error) {
		return reportOf(state, problemOf(error));
	}
}
async function checkAll(folder, tools, order, state) {
	const names = await sourceNames(folder);
	const listed = await checkFiles(folder, tools, (path) => names.get(path) ?? path, (done, total) => order.told?.("files", done, total));
	state.checked.files = listed.found.size;
	if (listed.droppings.length > 0) state.notTested.push(`files that a computer put into the folder by itself: ${listed.droppings.join(", ")}`);
	try {
		await checkRecord(folder, tools, listed, order, state);
	} catch (error) {
		if (listed.problem === null || error instanceof Found && error.problem.entry !== null) throw error;
	}
	if (listed.problem !== null) throw new Found(listed.problem.what, listed.problem.where, listed.problem.entry);
}
async function checkRecord(folder, tools, listed, order, state) {
	const chain = await checkChain(folder, tools);
	state.checked.entries = chain.entries;
	const seals = await checkSeals(folder, tools, chain, (done, total) => order.told?.("signatures", done, total));
	state.fingerprint = seals.last;
	state.signedBy = seals.signers.map((id) => `${nameOf(chain, id)}: ${id}`);
	state.checked.items = await checkItems(folder, tools, chain);
	const sources = await checkOriginals(folder, chain, listed.found);
	state.checked.sources = sources.count;
	state.checked.documents = await checkDocuments(folder, chain, seals, listed.found, sources.exhibits);
	await checkRecords(folder, chain);
	if (chain.withheld.size > 0) state.notTested.push(`the text of ${chain.withheld.size} of ${chain.entries} entries, which this audience is not given: of these the place in the chain and the signature hold`);
	if (listed.problem !== null) return;
	await checkCopyLine(folder, tools, listed, chain, seals, await checkSignature(folder, tools, listed.tagText), state);
	if (order.expect !== null) state.unchangedSince = sealOf(await pointsOf(folder, tools, seals), order.expect);
}
/** The line of the record that names this copy: it was written after the copy, and is the first that is not in it. */
async function checkCopyLine(folder, tools, listed, chain, seals, signer, state) {
	const where = "signed/entry.json";
	const body = await textOf(folder, where);
	const line = Shape.parse(body, where);
	const row = await textOf(folder, "signed/copy.json");
	const copy = Shape.parse(row, "signed/copy.json");
	const checkpoint = await bytesOf(folder, "signed/checkpoint.txt");
	const point = readCheckpoint(new TextDecoder().decode(checkpoint), line.number("seq"));
	const isKnown = seals.keys.has(signer.id);
	const signature = await bytesOf(folder, "signed/checkpoint.sig");
	const changes = line.shapes("changes");
	const told = changes.some((change) => change.text("table") === "copy_made" && change.text("after") === sha256(tools, row));
	const introduced = changes.some((change) => change.text("table") === "actor" && change.text("row") === signer.id && change.textOrNull("before") === null);
	if (!(told && line.number("seq") > chain.entries && point.fields.get("head") === sha256(tools, body) && point.fields.get("entries") === String(line.number("seq")) && (chain.caseId === null || line.text("case") === chain.caseId) && line.text("by") === point.key && point.key === signer.id && (isKnown || introduced) && await tools.signatureHolds(signer.key, checkpoint, signature))) throw new Found("the entry that names this copy does not hold", where);
	const follows = line.number("seq") !== chain.entries + 1 || line.text("prev") === chain.lines.get(chain.entries)?.hash && point.fields.get("previous") === seals.last;
	const names = copy.number("entries") === chain.entries && copy.text("fingerprint") === seals.last && copy.text("manifest_sha256") === listed.found.get("manifest-sha256.txt") && copy.text("tags_sha256") === tagsBefore(tools, listed.tags);
	if (!follows || !names) throw new Found("this copy is not the one that its entry names", where);
	if (!isKnown) state.notTested.push(`whether the key that signed this copy belongs to ${copy.text("by")}: it stands in no earlier line of the record. Have its id read out to you: ${signer.id}`);
	state.copy = {
		audience: copy.text("audience"),
		to: copy.textOrNull("recipient"),
		at: copy.text("at"),
		madeBy: copy.text("by"),
		entriesWithheld: chain.withheld.size
	};
}
/** Every checkpoint of the copy, and the one of the line that names it. */
async function pointsOf(folder, tools, seals) {
	const body = await textOf(folder, "signed/checkpoint.txt");
	const seq = Shape.parse(await textOf(folder, "signed/entry.json"), "signed/entry.json").number("seq");
	return new Map([...seals.byFingerprint, [sha256(tools, body), readCheckpoint(body, seq)]]);
}
/** @throws Found where no checkpoint of the copy has this fingerprint */
function sealOf(points, expect) {
	const wanted = expect.toLowerCase().replace(/[^0-9a-f]/g, "");
	const found = [...points].find(([fingerprint]) => fingerprint.startsWith(wanted));
	if (wanted.length < 12 || found === void 0) throw new Found("the case was cut or rolled back", `the fingerprint ${expect} is not in its evidence record (one that was made after this copy cannot be)`);
	return {
		at: found[1].at,
		entry: found[1].seq
	};
}
function nameOf(chain, id) {
	const row = chain.rows.get(`actor ${id}`);
	if (row === void 0) return "name withheld";
	const actor = Shape.parse(row.after, "data/record/ledger.jsonl", row.seq);
	return `${actor.text("name")}, ${actor.text("role")}`;
}
/** What each file is, for words: `source 3 (IMG.png)`; nothing where the list itself cannot be read. */
async function sourceNames(folder) {
	const names = /* @__PURE__ */ new Map();
	try {
		for (const source of Shape.parse(await textOf(folder, "data/originals.json"), "").shapes("sources")) {
			const file = source.textOrNull("file");
			const path = `data/${file}`;
			if (file === null || names.has(path)) continue;
			names.set(path, `source ${source.number("number")} (${source.textOrNull("name") ?? "name withheld"}), ${path}`);
		}
	} catch {
		return names;
	}
	return names;
}
function reportOf(state, firstProblem) {
	const { checked, signedBy, notTested } = state;
	return {
		ok: firstProblem === null,
		checked,
		fingerprint: state.fingerprint ?? null,
		signedBy,
		notTested,
		firstProblem,
		copy: state.copy ?? null,
		unchangedSince: state.unchangedSince ?? null
	};
}
function problemOf(error) {
	if (error instanceof Found) return error.problem;
	return {
		what: "a file of the copy cannot be read",
		where: error instanceof Error ? error.message : String(error),
		entry: null
	};
}
// src/verifier/bag-on-disk.ts
/** Large enough that reading costs little beside hashing. */
var PIECE_BYTES = 1048576;
var nodeTools = {
	hasher: () => {
		const hash = createHash("sha256");
		return {
			update: (bytes) => void hash.update(bytes),
			digest: () => hash.digest("hex")
		};
	},
	signatureHolds: async (key, message, signature) => {
		const der = Buffer.concat([Buffer.from(ED25519_PREFIX), key]);
		return verify(null, message, createPublicKey({
			key: der,
			format: "der",
			type: "spki"
		}), signature);
	}
};
/** Whether a path is a folder that says it is a copy (RFC 8493). */
function isBag(path) {
	return existsSync(join(path, "bagit.txt"));
}
/** Checks a copy that lies on this computer's disk. It writes nothing. */
function verifyBag(path, order) {
	return checkBag(folderAt(path), nodeTools, order);
}
function folderAt(root) {
	return {
		paths: readdirSync(root, {
			recursive: true,
			withFileTypes: true
		}).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(root.length).replace(/^[/\\]+/, "").replaceAll("\\", "/")),
		size: (path) => statSync(join(root, path)).size,
		pieces: (path) => createReadStream(join(root, path), { highWaterMark: PIECE_BYTES })
	};
}
// src/verifier/words.ts
/** What a check of a copy found, in plain sentences, the verdict first. It never says that anything is genuine. */
function bagInWords(report) {
	const { checked, firstProblem: problem, copy } = report;
	return [
		problem === null ? verdict(report) : `Changed: ${problem.what}: ${problem.where}${entryWords(problem.entry)}.`,
		`Checked: ${checked.files} files, ${checked.entries} entries, ${checked.items} items, ${checked.sources} sources, ${checked.documents} documents.`,
		...copy === null ? [] : [`Made on ${momentWords(copy.at)} by ${copy.madeBy} for ${audienceWords(copy)}.`],
		...report.fingerprint === null ? [] : [`Fingerprint at the end of this copy: ${report.fingerprint}`],
		...report.signedBy.map((who) => `Signed by ${who}`),
		...report.notTested.map((what) => `Not tested: ${what}.`)
	];
}
function verdict({ unchangedSince, copy }) {
	if (unchangedSince !== null) return `Unchanged since ${momentWords(unchangedSince.at)}: everything up to entry ${unchangedSince.entry} is as it was when the fingerprint you gave was made, and every later entry follows from it.`;
	return `Unchanged since ${momentWords(copy?.at ?? "")}, when this copy was made, if the key that signed it is the right one. Give a fingerprint that you received earlier to test it against that.`;
}
function audienceWords({ audience, to }) {
	return `${{
		full: "a complete copy",
		"employee-union": "the employee and the union",
		board: "the board",
		records: "a records request",
		counsel: "counsel"
	}[audience] ?? audience}${to === null ? "" : `, received by ${to}`}`;
}
function entryWords(entry) {
	return entry === null ? "" : ` (entry ${entry})`;
}
var MONTHS = [
	"January",
	"February",
	"March",
	"April",
	"May",
	"June",
	"July",
	"August",
	"September",
	"October",
	"November",
	"December"
];
/** `10 March 2026, 10:42 (UTC-04:00)`, read off the written moment and not turned into another zone. */
function momentWords(at) {
	const found = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)(?::[\d.]+)?(Z|[+-]\d\d:\d\d)$/.exec(at);
	if (found === null) return at === "" ? "an unknown day" : at;
	const [, year, month, day, time, offset] = found;
	return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}, ${time} (UTC${offset === "Z" ? "" : offset})`;
}
// src/verifier/alone.ts
process.exitCode = await main();
async function main() {
	const given = readArguments();
	if (given === null) return 2;
	const folder = resolve(given.folder ?? dirname(fileURLToPath(import.meta.url)));
	if (!isBag(folder)) {
		process.stderr.write(`There is no copy of a case at ${folder}.\n`);
		return 3;
	}
	const report = await verifyBag(folder, { expect: given.expect });
	const words = given.json ? [JSON.stringify(report)] : bagInWords(report);
	process.stdout.write(`${words.join("\n")}\n`);
	return report.ok ? 0 : 1;
}
function readArguments() {
	try {
		const { values, positionals } = parseArgs({
			options: {
				expect: { type: "string" },
				json: { type: "boolean" }
			},
			allowPositionals: true
		});
		return {
			folder: positionals[0],
			expect: values.expect ?? null,
			json: values.json ?? false
		};
	} catch {
		process.stderr.write("Usage: node check-this-copy.mjs [FOLDER] [--expect FINGERPRINT] [--json]\n");
		return null;
	}
}
export {};
