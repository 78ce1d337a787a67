import { excludedPattern, matchesPattern } from '../../common/sources';
import { NOT_FOUND } from '../../common/http';
import { MemoryIndex, type IndexDefinition } from './memory_index';
import { Refusal, type Json } from './request';

/** How an index expression is resolved. */
export interface Lenience {
  /** A name without an index is ignored. */
  readonly ignoreUnavailable: boolean;
}

const PREFERRED_NAMES = /[*?]/;

/** @throws Refusal in Elasticsearch's words */
function noIndex(name: string): never {
  throw new Refusal(NOT_FOUND, 'index_not_found_exception', `no such index [${name}]`);
}

/**
 * The indices and index templates of a cluster in memory. Written documents are searchable at once.
 */
export class MemoryCluster {
  readonly indices = new Map<string, MemoryIndex>();
  readonly templates = new Map<string, Json>();
  private seqNo = 0;

  /** Creates an index, replacing one with its name. */
  make(name: string, definition: IndexDefinition = {}): MemoryIndex {
    const made = new MemoryIndex(name, definition, () => {
      this.seqNo += 1;
      return this.seqNo;
    });
    this.indices.set(name, made);
    return made;
  }

  /** The index, created now if it does not exist. */
  indexToWrite(name: string): MemoryIndex {
    return this.indices.get(name) ?? this.make(name);
  }

  /** @throws Refusal if it does not exist */
  index(name: string): MemoryIndex {
    return this.indices.get(name) ?? noIndex(name);
  }

  /**
   * The indices that match an expression, in the order of their names.
   *
   * @throws Refusal if a named one does not exist
   */
  reach(expression: string, { ignoreUnavailable }: Lenience): MemoryIndex[] {
    const parts = expression === '' || expression === '_all' ? ['*'] : expression.split(',');
    const reached = new Set<MemoryIndex>();
    // Before the first pattern, a minus begins a name.
    let canExclude = false;
    for (const part of parts.map((one) => one.trim())) {
      const excluded = canExclude ? excludedPattern(part) : undefined;
      if (excluded !== undefined) {
        for (const index of reached) {
          if (matchesPattern(index.name, excluded)) reached.delete(index);
        }
        continue;
      }
      canExclude ||= part.includes('*');
      const found = [...this.indices.values()].filter(({ name }) => matchesPattern(name, part));
      const isName = !PREFERRED_NAMES.test(part);
      if (found.length === 0 && isName && !ignoreUnavailable) noIndex(part);
      found.forEach((index) => reached.add(index));
    }
    return [...reached].sort((a, b) => (a.name < b.name ? -1 : 1));
  }
}
