import { must } from '../../../../contract/errors.ts';
import { integer, text } from '../../../case-file/index.ts';
import type { Scope } from '../../gather/scope.ts';

interface CustodyFacts {
  readonly evidence: number;
  readonly items: number;
  readonly entries: number;
  readonly firstAt: string;
  readonly actors: readonly {
    readonly id: string;
    readonly name: string;
    readonly role: string;
    readonly firstAt: string;
  }[];
  readonly issued: readonly { readonly title: string; readonly issuedAt: string; readonly fingerprint: string }[];
}

/** The counts, keys and fingerprints that a statement about custody names. */
export function gatherCustody({ db }: Scope): CustodyFacts {
  const count = (table: string) =>
    integer(must(db.get(`SELECT count(*) AS n FROM ${table}`), 'a count comes back'), 'n');
  const first = must(
    db.get("SELECT json_extract(body, '$.at') AS at FROM ledger ORDER BY seq LIMIT 1"),
    'a case has a first entry',
  );
  return {
    evidence: count('evidence'),
    items: count('item'),
    entries: count('ledger'),
    firstAt: text(first, 'at'),
    actors: db
      .all('SELECT id, name, role, first_seen_at FROM actor WHERE withdrawn = 0 ORDER BY first_seen_at, id')
      .map((row) => ({
        id: text(row, 'id'),
        name: text(row, 'name'),
        role: text(row, 'role'),
        firstAt: text(row, 'first_seen_at'),
      })),
    issued: db
      .all('SELECT title, issued_at, fingerprint FROM document WHERE withdrawn = 0 ORDER BY number')
      .map((row) => ({
        title: text(row, 'title'),
        issuedAt: text(row, 'issued_at'),
        fingerprint: text(row, 'fingerprint'),
      })),
  };
}
