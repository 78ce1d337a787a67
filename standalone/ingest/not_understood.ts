/** Records of one kind that were not understood: how many, and one of them. */
export interface NotUnderstood {
  readonly documents: number;
  readonly file: string;
  /** The first of them, cut to 120 letters. */
  readonly example: string;
}

const EXAMPLE_LENGTH = 120;
/**
 * A kind is identified by how a line begins: words and numbers by their shapes, and signs as they
 * are.
 */
const LOOKED_AT = 80;
/**
 * How many words after the time, or of a line without one, distinguish kinds. With more, prose
 * would have too many kinds.
 */
const WORDS = 1;
/** A file of noise has as many kinds as lines. No more are distinguished. */
const MAX_KINDS = 1000;
const SHOWN_KINDS = 100;

interface Kind {
  documents: number;
  readonly file: string;
  readonly example: string;
}

/** Rotated files are of the same kind as the original log: `dpkg.log.2.gz`. */
function logOf(file: string): string {
  return file.replace(/(?:[.-]\d+)*(?:\.(?:gz|xz|zst))?$/, '');
}

/** The shape of a word. Prose has one shape, however long it is. */
function shapeOf(word: string): string {
  return word
    .replace(/[\p{L}_]+/gu, 'a')
    .replace(/\d+/g, '0')
    .replace(/[,.:;]+$/, '');
}

function kindOf(record: string, file: string): string {
  const words = record.slice(0, LOOKED_AT).split(/\s+/, 12);
  const clock = words.findIndex((word) => /\d\d:\d\d/.test(word));
  const shown = words.slice(0, clock + 1 + WORDS).map(shapeOf);
  return `${logOf(file)} ${shown.join(' ')}`;
}

/** Distinguishes the kinds of records that were not understood, and counts each. */
export class NotUnderstoodTally {
  private readonly kinds = new Map<string, Kind>();

  count(record: string, file: string): void {
    const key = kindOf(record, file);
    const kind = this.kinds.get(key);
    if (kind !== undefined) kind.documents += 1;
    else if (this.kinds.size < MAX_KINDS) {
      const [line = ''] = record.split('\n', 1);
      this.kinds.set(key, { documents: 1, file, example: line.slice(0, EXAMPLE_LENGTH) });
    }
  }

  /** The most frequent kinds, the most frequent first. */
  summarize(): NotUnderstood[] {
    return [...this.kinds.values()]
      .sort((a, b) => b.documents - a.documents)
      .slice(0, SHOWN_KINDS)
      .map(({ documents, file, example }) => ({ documents, file, example }));
  }
}
