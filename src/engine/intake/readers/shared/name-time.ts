/** Local time in the name a phone or computer gives a picture or recording; it is only a name, so it stays a fact. */
export function nameTime(name: string): string | null {
  const found =
    /(20\d{2})-?(\d{2})-?(\d{2})(?:[-_ ]|[-_ ]?at[-_ ])(\d{1,2})[-.:]?(\d{2})(?:[-.:]?(\d{2}))?(?:[ \u202f]?([AP]M))?/i.exec(
      name,
    );
  return found === null ? null : found[0];
}
