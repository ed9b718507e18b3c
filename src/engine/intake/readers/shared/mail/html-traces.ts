/** Computers from which a formatted mail would have fetched something when opened, in the order of the text; at most 40. */
export function blockedHosts(html: string): string[] {
  const hosts = new Set<string>();
  const fetched =
    /(?:\b(?:src|background|poster|data|srcset)\s*=\s*["']?|<(?:link|base)\b[^>]{0,300}?\bhref\s*=\s*["']?|url\(\s*["']?|@import\s+["']?)\s*(?:https?:)?\/\/([^/"'\s>?#)\\]{1,253})/gi;
  for (const found of html.matchAll(fetched)) {
    const host = found[1]?.toLowerCase();
    if (host !== undefined) hosts.add(host);
    if (hosts.size >= 40) break;
  }
  return [...hosts];
}

/** Whether a formatted mail holds words that its reader would not have seen, as far as its styles say so. */
export function hidesWords(html: string): boolean {
  return /\bstyle\s*=\s*["'][^"']{0,400}?(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em|%)?\s*[;"'])/i.test(
    html,
  );
}
