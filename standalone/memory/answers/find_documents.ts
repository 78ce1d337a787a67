import type { MemoryIndex, Reading } from '../memory_index';
import type { Stored } from '../stored';
import { compileQuery } from '../query/compile_query';
import { fieldsRead } from '../query/fields_read';
import { jsonOf, listOf, type Json } from '../request';

/** The documents that a search finds. */
export interface Found {
  readonly documents: readonly Stored[];
  /** The names of the clauses that matched a document, if any clause has a name. */
  readonly names: ReadonlyMap<Stored, ReadonlySet<string>>;
}

const NO_END = Infinity;

/**
 * The order in which parts of indices are searched, and after how many documents no more can be in
 * the page.
 */
interface Course {
  readonly readings: readonly Reading[];
  readonly enough: number;
}

/**
 * If only the first documents by time are wanted, and the parts do not overlap in time, later ones
 * need not be read.
 */
function courseOf(readings: readonly Reading[], body: Json): Course {
  const all = { readings, enough: NO_END };
  const [first, ...others] = listOf(body['sort']);
  const [[field, given] = ['', {}]] = Object.entries(jsonOf(first));
  const isFree = body['track_total_hits'] === false && body['aggs'] === undefined;
  if (!isFree || others.length > 0 || body['search_after'] !== undefined) return all;
  const spanned = readings.flatMap((reading) => {
    const span = reading.spanOf(field);
    return span === undefined ? [] : [{ reading, span }];
  });
  if (spanned.length < readings.length) return all;
  spanned.sort((a, b) => a.span.from - b.span.from);
  if (spanned.some(({ span }, at) => span.from < (spanned[at - 1]?.span.to ?? -NO_END))) return all;
  if (jsonOf(given)['order'] === 'desc') spanned.reverse();
  return {
    readings: spanned.map(({ reading }) => reading),
    enough: Number(body['size'] ?? NO_END),
  };
}

/**
 * Finds the documents of a search. Missing documents are only created if the search may match some
 * of them and reads more than the fields that are known anyway.
 *
 * @param body its query, size, order and aggregations
 */
export function findDocuments(indices: readonly MemoryIndex[], body: Json): Found {
  const { query } = body;
  // Refused even where nothing is read.
  compileQuery(query);
  const fields = body['size'] === 0 ? fieldsRead(body) : undefined;
  const documents: Stored[] = [];
  const names = new Map<Stored, ReadonlySet<string>>();
  let found = new Set<string>();
  const course = courseOf(
    indices.flatMap((index) => index.readings(query)),
    body,
  );
  for (const reading of course.readings) {
    if (documents.length >= course.enough) break;
    const matches = compileQuery(reading.query);
    for (const document of reading.documents(fields)) {
      const isFound = matches(document, found);
      if (isFound) documents.push(document);
      if (found.size === 0) continue;
      if (isFound) names.set(document, found);
      found = new Set();
    }
  }
  return { documents, names };
}
