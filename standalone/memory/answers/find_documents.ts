import type { MemoryIndex, Stored } from '../memory_index';
import { compileQuery } from '../query/compile_query';
import { fieldsRead } from '../query/fields_read';
import { mayMatch } from '../query/narrow_query';
import { jsonOf, listOf, type Json } from '../request';

/** The documents that a search finds. */
export interface Found {
  readonly documents: readonly Stored[];
  /** The names of the clauses that matched a document, if any clause has a name. */
  readonly names: ReadonlyMap<Stored, ReadonlySet<string>>;
}

const NO_END = Infinity;

/**
 * The order in which indices are searched, and after how many documents no more can be in the page.
 */
interface Course {
  readonly indices: readonly MemoryIndex[];
  readonly enough: number;
}

/**
 * If only the first documents by time are wanted, and the indices do not overlap in time, later
 * ones need not be read.
 */
function courseOf(indices: readonly MemoryIndex[], body: Json): Course {
  const all = { indices, enough: NO_END };
  const [first, ...others] = listOf(body['sort']);
  const [[field, given] = ['', {}]] = Object.entries(jsonOf(first));
  const isFree = body['track_total_hits'] === false && body['aggs'] === undefined;
  if (!isFree || others.length > 0 || body['search_after'] !== undefined) return all;
  const spanned = indices.flatMap((index) => {
    const span = index.spanOf(field);
    return span === undefined ? [] : [{ index, span }];
  });
  if (spanned.length < indices.length) return all;
  spanned.sort((a, b) => a.span.from - b.span.from);
  if (spanned.some(({ span }, at) => span.from < (spanned[at - 1]?.span.to ?? -NO_END))) return all;
  if (jsonOf(given)['order'] === 'desc') spanned.reverse();
  return { indices: spanned.map(({ index }) => index), enough: Number(body['size'] ?? NO_END) };
}

/**
 * Finds the documents of a search. Missing documents are only created if the search may match some
 * of them and reads more than the fields that are known anyway.
 *
 * @param body its query, size, order and aggregations
 */
export function findDocuments(indices: readonly MemoryIndex[], body: Json): Found {
  const fields = body['size'] === 0 ? fieldsRead(body) : undefined;
  const documents: Stored[] = [];
  const names = new Map<Stored, ReadonlySet<string>>();
  let found = new Set<string>();
  // Refused even where no index is read.
  compileQuery(body['query']);
  const queries = new Map(
    indices
      .map((index) => [index, index.narrowed(body['query'])] as const)
      .filter(([, query]) => mayMatch(query)),
  );
  const course = courseOf([...queries.keys()], body);
  for (const index of course.indices) {
    if (documents.length >= course.enough) break;
    const matches = compileQuery(queries.get(index));
    for (const document of index.toRead(fields)) {
      const isFound = matches(document, found);
      if (isFound) documents.push(document);
      if (found.size === 0) continue;
      if (isFound) names.set(document, found);
      found = new Set();
    }
  }
  return { documents, names };
}
