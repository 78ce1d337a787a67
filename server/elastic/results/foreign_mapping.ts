import { COUNTS_INDEX } from '../counting';
import { JOURNAL_INDEX } from './journal_mapping';
import { SERIES_INDEX } from './series/series_mapping';

/** What is wrong with one of Logwave's indices. */
export interface FaultyIndex {
  readonly name: string;
  /** A phrase each; at least one. */
  readonly faults: readonly string[];
}

const SHOWN_FAULTS = 3;
/** They contain only what can be computed from the logs again. */
const MADE_AGAIN: readonly string[] = [COUNTS_INDEX, SERIES_INDEX];

function listed(names: readonly string[]): string {
  const last = names[names.length - 1] ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

function faultWords({ name, faults }: FaultyIndex): string {
  const more = faults.length - SHOWN_FAULTS;
  const shown = faults.slice(0, SHOWN_FAULTS);
  return `${name} (${[...shown, ...(more > 0 ? [`${more} more`] : [])].join('; ')})`;
}

function adviceOn(names: readonly string[]): string[] {
  const again = names.filter((name) => MADE_AGAIN.includes(name));
  const has = names.includes(JOURNAL_INDEX);
  return [
    'Run "logwave repair", which creates them again and keeps their documents; docs/operating.md has the steps by hand',
    ...(again.length > 0
      ? [`${listed(again)} may be deleted instead: analyzing the days again fills them`]
      : []),
    ...(has ? [`Do not delete ${JOURNAL_INDEX}: Logwave needs it to remove tags`] : []),
  ];
}

/**
 * An index that is not as it must be: documents written there would be lost, or not be found again.
 */
export class ForeignMapping extends Error {
  override readonly name = 'ForeignMapping';

  /** @param template of somebody else, that the indices match; undefined if none is known */
  constructor(
    readonly indices: readonly FaultyIndex[],
    template?: string,
  ) {
    const names = indices.map(({ name }) => name);
    const cause =
      template === undefined
        ? []
        : [`The index template "${template}" matches: leave logwave-* out of its patterns first`];
    super(
      [
        `These indices are not mapped as Logwave needs them: ${indices.map(faultWords).join(', ')}`,
        ...cause,
        ...adviceOn(names),
      ].join('. '),
    );
  }
}

/** An index that was being rebuilt: its documents are in a copy. */
export class RepairCutOff extends Error {
  override readonly name = 'RepairCutOff';

  constructor(indices: readonly string[]) {
    super(`the repair of ${listed(indices)} was cut off: run "logwave repair" to its end first`);
  }
}

/** An index of ours that Elasticsearch would not make. */
export class IndexNotMade extends Error {
  override readonly name = 'IndexNotMade';

  constructor(index: string, reason: string, template: string | undefined) {
    const cause =
      template === undefined
        ? ''
        : `. The index template "${template}" matches this name: leave logwave-* out of its patterns`;
    super(`${index} cannot be made: ${reason}${cause}`);
  }
}
