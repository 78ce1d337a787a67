/**
 * The placeholders for parts that differ from line to line, in the order in which they are searched
 * for.
 */
const MASKS: readonly (readonly [RegExp, string])[] = [
  [/\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d:?\d\d)?/g, '<time>'],
  [/\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) +\d{1,2} \d\d:\d\d:\d\d\b/g, '<time>'],
  [/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, '<id>'],
  [/\b(?:[0-9a-f]{2}:){5}[0-9a-f]{2}\b/gi, '<mac>'],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '<mail>'],
  [/\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b/g, '<ip>'],
  [/(?<![\w:])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?![\w:])/gi, '<ip>'],
  [/\b0x[0-9a-f]+\b/gi, '<hex>'],
  [/\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{8,}\b/gi, '<hex>'],
  [/\d+(?:[.,]\d+)*/g, '<n>'],
];

/** The beginning of a longer message is enough to recognize it. */
const LONGEST = 200;
const READ = 2000;

/**
 * The pattern of a message: what it has in common with others of its kind. Times, addresses, ids
 * and numbers are replaced by a word for each. Consecutive white space counts once.
 */
export function messagePattern(message: string): string {
  const masked = MASKS.reduce(
    (text, [mask, word]) => text.replace(mask, word),
    message.slice(0, READ).replace(/\s+/g, ' ').trim(),
  );
  return masked.length <= LONGEST ? masked : `${masked.slice(0, LONGEST - 1)}…`;
}

/** Lines of one side, and how many events they are a sample of. */
export interface SampledLines {
  readonly lines: readonly string[];
  readonly events: number;
}

/** How often each pattern comes, on this day and on a usual day, estimated from the samples. */
export interface MessagePatterns {
  /** How many lines were read on each side. */
  readonly lines: number;
  readonly usual_lines: number;
  readonly values: readonly {
    readonly value: string;
    readonly today: number;
    readonly usual: number;
  }[];
  /** Patterns that are not among the values, and how often they come together. */
  readonly more: { readonly patterns: number; readonly today: number; readonly usual: number };
}

function estimates({ lines, events }: SampledLines): ReadonlyMap<string, number> {
  const share = events / Math.max(1, lines.length);
  const sums = new Map<string, number>();
  for (const line of lines) {
    const pattern = messagePattern(line);
    sums.set(pattern, (sums.get(pattern) ?? 0) + share);
  }
  return sums;
}

/**
 * Compares the patterns of an hour with those of the same hour of other days. The one whose count
 * changed most comes first. A count is that of the sample, scaled to the whole.
 *
 * @param days how many days the usual lines are from; their counts are divided by it
 * @param most how many patterns are returned
 * @returns undefined if no line of this day was read
 */
export function messagePatterns(
  today: SampledLines,
  usual: SampledLines,
  days: number,
  most: number,
): MessagePatterns | undefined {
  if (today.lines.length === 0) return undefined;
  const [now, before] = [estimates(today), estimates(usual)];
  const values = [...new Set([...now.keys(), ...before.keys()])].map((value) => ({
    value,
    today: now.get(value) ?? 0,
    usual: (before.get(value) ?? 0) / Math.max(1, days),
  }));
  const change = (one: { today: number; usual: number }): number => Math.abs(one.today - one.usual);
  values.sort((a, b) => change(b) - change(a));
  const rest = values.slice(most);
  const sum = (side: 'today' | 'usual'): number => rest.reduce((all, one) => all + one[side], 0);
  return {
    lines: today.lines.length,
    usual_lines: usual.lines.length,
    values: values.slice(0, most).map((one) => ({ ...one, today: Math.round(one.today) })),
    more: { patterns: rest.length, today: Math.round(sum('today')), usual: sum('usual') },
  };
}
