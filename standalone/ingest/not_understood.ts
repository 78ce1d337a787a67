/** Records of one kind that were not understood: how many, and one of them. */
export interface NotUnderstood {
  readonly documents: number;
  readonly file: string;
  /** The first of them, cut to 120 letters. */
  readonly example: string;
}

const EXAMPLE_LENGTH = 120;
/** A kind is told by how a line begins: words and numbers, whatever they are, and signs as they are. */
const LOOKED_AT = 60;
const KIND_LENGTH = 8;
/** A file of noise has as many kinds as lines: no more are told apart. */
const MAX_KINDS = 1000;
const SHOWN_KINDS = 8;
/** Prose begins in many ways; it must not hide the kinds of other files. */
const SHOWN_OF_A_FILE = 2;

interface Kind {
  documents: number;
  readonly file: string;
  readonly example: string;
}

function kindOf(record: string): string {
  return record
    .slice(0, LOOKED_AT)
    .replace(/[\p{L}_]+/gu, 'a')
    .replace(/\d+/g, '0')
    .replace(/\s+/g, ' ')
    .replace(/(?:a[ ,.:-]*){2,}/g, 'a ')
    .slice(0, KIND_LENGTH);
}

/** Tells the kinds of records that were not understood, and counts each. */
export class NotUnderstoodTally {
  private readonly kinds = new Map<string, Kind>();

  count(record: string, file: string): void {
    const key = kindOf(record);
    const kind = this.kinds.get(key);
    if (kind !== undefined) kind.documents += 1;
    else if (this.kinds.size < MAX_KINDS) {
      const [line = ''] = record.split('\n', 1);
      this.kinds.set(key, { documents: 1, file, example: line.slice(0, EXAMPLE_LENGTH) });
    }
  }

  /** The most frequent kinds, the most frequent first. */
  summarize(): NotUnderstood[] {
    const shown = new Map<string, number>();
    return [...this.kinds.values()]
      .sort((a, b) => b.documents - a.documents)
      .filter(({ file }) => {
        const before = shown.get(file) ?? 0;
        shown.set(file, before + 1);
        return before < SHOWN_OF_A_FILE;
      })
      .slice(0, SHOWN_KINDS)
      .map(({ documents, file, example }) => ({ documents, file, example }));
  }
}
