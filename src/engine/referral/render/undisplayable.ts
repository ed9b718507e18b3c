/**
 * The strings that a failed export names as impossible to display: rare clusters whose parts no single font has together,
 * such as a skin tone without a hand. The typesetter quotes them as Rust does, inside a quoted message.
 */
export function undisplayableIn(message: string): readonly string[] {
  const quoted = [...message.matchAll(/the text `\\"(.*?)\\"` could not be displayed/gs)].map(([, text = '']) => text);
  return [...new Set(quoted.map((text) => unescapeRust(unescapeRust(text))))].filter((text) => text !== '');
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '\0' };

function unescapeRust(text: string): string {
  return text.replace(/\\(?:u\{([0-9a-f]+)\}|(.))/gs, (_, code: string | undefined, other: string) =>
    code === undefined ? (escapes[other] ?? other) : String.fromCodePoint(Number.parseInt(code, 16)),
  );
}
