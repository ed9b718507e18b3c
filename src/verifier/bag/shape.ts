import { Found } from '../reader.ts';

/** Reading of JSON whose shape nobody vouches for: each getter says which file does not fit. */
export class Shape {
  readonly #value: Readonly<Record<string, unknown>>;
  readonly #where: string;
  readonly #entry: number | null;

  constructor(value: unknown, where: string, entry: number | null = null) {
    this.#where = where;
    this.#entry = entry;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) this.unreadable();
    this.#value = Object.fromEntries(Object.entries(value ?? {}));
  }

  static parse(text: string, where: string, entry: number | null = null): Shape {
    return new Shape(parseJson(text, where, entry), where, entry);
  }

  has(name: string): boolean {
    return this.#value[name] !== undefined;
  }

  text(name: string): string {
    const value = this.#value[name];
    return typeof value === 'string' ? value : this.unreadable();
  }

  textOrNull(name: string): string | null {
    return this.#value[name] === null ? null : this.text(name);
  }

  number(name: string): number {
    const value = this.#value[name];
    return typeof value === 'number' ? value : this.unreadable();
  }

  numberOrNull(name: string): number | null {
    return this.#value[name] === null ? null : this.number(name);
  }

  flag(name: string): boolean {
    const value = this.#value[name];
    return typeof value === 'boolean' ? value : this.unreadable();
  }

  shape(name: string): Shape {
    return new Shape(this.#value[name], this.#where, this.#entry);
  }

  shapes(name: string): readonly Shape[] {
    const value = this.#value[name];
    if (!Array.isArray(value)) return this.unreadable();
    return value.map((one: unknown) => new Shape(one, this.#where, this.#entry));
  }

  get value(): Readonly<Record<string, unknown>> {
    return this.#value;
  }

  unreadable(): never {
    throw new Found('a file of the copy cannot be read', this.#where, this.#entry);
  }
}

export function parseJson(text: string, where: string, entry: number | null = null): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Found('a file of the copy cannot be read', where, entry);
  }
}
