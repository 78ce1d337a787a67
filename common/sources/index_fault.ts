import { isExclusion } from './index_expression';

/** A part that has no name: `-`, `eu:`, `eu:-`, `-eu:`. */
const NAMELESS = /^-?([^:<]*:)?-?$/;

/** Whether a part names nothing, or nothing to leave out, which Elasticsearch refuses or ignores. */
export function isNameless(part: string): boolean {
  return NAMELESS.test(part);
}

function namelessWords(part: string): string {
  const named = `the part "${part}" names`;
  if (isExclusion(part)) {
    return `${named} nothing to leave out: name it, as in "logs-*,-logs-old"`;
  }
  return part === ':'
    ? `${named} no index and no cluster: name an index, as in "logs-*"`
    : `${named} no index of that cluster: name one, as in "${part}logs-*"`;
}

/**
 * What is wrong with an index expression, in a clause that names the part; undefined if nothing is.
 * Elasticsearch refuses an empty part, unless it is at the end, and finds no index for a part with a space.
 */
export function indexFault(expression: string): string | undefined {
  const parts = expression.replace(/(?<=[^,]),+$/, '').split(',');
  const faults = parts.flatMap((part, place) => {
    const name = part.trim();
    if (name === '') {
      const remedy =
        parts.length > 1 ? 'name an index there, or remove a comma' : 'name an index there';
      return [`part ${place + 1} of ${parts.length} is empty: ${remedy}`];
    }
    if (isNameless(name)) return [namelessWords(name)];
    if (name === part) return [];
    return [
      `the part "${part}" has a space, which Elasticsearch takes for a part of the name: remove it`,
    ];
  });
  return faults[0];
}
