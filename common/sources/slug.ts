const LONGEST = 40;

/** A short name of a pattern, as ids are written: `logs-dns-*` is `logs_dns`. */
export function slugOf(pattern: string): string {
  const slug = pattern
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  return slug.slice(0, LONGEST) || 'logs';
}

/** The id of a new source: the slug, with a number if it is taken. */
export function freeId(pattern: string, taken: ReadonlySet<string>): string {
  const slug = slugOf(pattern);
  let id = slug;
  for (let number = 2; taken.has(id); number += 1) id = `${slug}_${number}`;
  return id;
}
