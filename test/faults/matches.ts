/** A query of the few kinds that Logwave sends. */
export type Query = Readonly<Record<string, unknown>>;
export type Document = Readonly<Record<string, unknown>>;

type Clause = Readonly<Record<string, unknown>>;

/** The values of a dotted field, a list taken apart. */
export function valuesAt(document: Document, field: string): unknown[] {
  let value: unknown = document;
  for (const part of field.split('.')) {
    value = typeof value === 'object' && value !== null ? (value as Document)[part] : undefined;
  }
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as unknown[]) : [value];
}

/** A moment as a number, whether it is written as one or as ISO 8601. */
export function momentOf(value: unknown): number {
  return typeof value === 'number' ? value : Date.parse(String(value));
}

function list(clauses: unknown): Query[] {
  if (clauses === undefined) return [];
  return Array.isArray(clauses) ? (clauses as Query[]) : [clauses as Query];
}

function isTerm(document: Document, clause: Clause): boolean {
  return Object.entries(clause).every(([field, given]) => {
    const wished =
      typeof given === 'object' && given !== null && 'value' in given ? given.value : given;
    return valuesAt(document, field).some((value) => String(value) === String(wished));
  });
}

function isInRange(document: Document, clause: Clause): boolean {
  return Object.entries(clause).every(([field, given]) => {
    const { gte, lt, lte } = given as Readonly<Record<string, unknown>>;
    return valuesAt(document, field).some((value) => {
      const moment = momentOf(value);
      return (
        (gte === undefined || moment >= momentOf(gte)) &&
        (lt === undefined || moment < momentOf(lt)) &&
        (lte === undefined || moment <= momentOf(lte))
      );
    });
  });
}

function isBool(
  document: Document,
  { filter, should, must_not }: Clause,
  names: Set<string>,
): boolean {
  if (!list(filter).every((query) => matches(document, query, names))) return false;
  if (list(must_not).some((query) => matches(document, query, new Set()))) return false;
  // Every clause is asked, so that all names are found.
  const found = list(should).map((query) => matches(document, query, names));
  return found.length === 0 || found.some(Boolean);
}

/**
 * Whether a document is found by a query.
 *
 * @param names the names of the clauses that found it are added here
 * @throws Error for a kind of query that it does not know: then it must be taught
 */
export function matches(document: Document, query: Query, names = new Set<string>()): boolean {
  return Object.entries(query).every(([kind, given]) => {
    const { _name: name, ...clause } = given as Clause & { readonly _name?: string };
    const isFound = isMatch(document, kind, clause, names);
    if (isFound && name !== undefined) names.add(name);
    return isFound;
  });
}

function isMatch(document: Document, kind: string, clause: Clause, names: Set<string>): boolean {
  switch (kind) {
    case 'match_all':
      return true;
    case 'bool':
      return isBool(document, clause, names);
    case 'term':
      return isTerm(document, clause);
    case 'terms':
      return Object.entries(clause).every(([field, values]) =>
        (values as unknown[]).some((value) => isTerm(document, { [field]: value })),
      );
    case 'exists':
      return valuesAt(document, String(clause['field'])).length > 0;
    case 'range': {
      const isFound = isInRange(document, clause);
      const named = Object.values(clause).map((range) => (range as { _name?: string })._name);
      if (isFound) named.forEach((name) => name !== undefined && names.add(name));
      return isFound;
    }
    default:
      throw new Error(`the Elasticsearch in memory does not know the query "${kind}"`);
  }
}
