import type { Source } from '../../../common/sources';
import type { Day, LocalDay } from '../../../common/time';
import type { CountingPorts, DayDocuments, IndexGroup, Searched } from './counting_ports';

/** What the indices of a source hold of a day. */
export interface SurveyedDay extends DayDocuments {
  /** The groups that have documents of the day, without those that cannot be counted. */
  readonly groups: readonly IndexGroup[];
  /** Why some of its documents cannot be counted; null if all can. */
  readonly unusable: string | null;
}

/** A day of which the indices hold no document. */
export const NOTHING_FOUND: SurveyedDay = { all: 0, of_source: null, groups: [], unusable: null };

function addGroup(day: SurveyedDay, group: IndexGroup, documents: DayDocuments): SurveyedDay {
  const { all, of_source: ofSource } = documents;
  if (all === 0) return day;
  return {
    all: day.all + all,
    of_source: ofSource === null ? day.of_source : (day.of_source ?? 0) + ofSource,
    groups: group.unusable === null ? [...day.groups, group] : day.groups,
    unusable: day.unusable ?? group.unusable,
  };
}

/**
 * Checks the documents of all days at once, before any day is counted: one search for each group of
 * indices.
 *
 * @param checked the days on which the source's own documents are counted too
 * @returns the result for each of the days; unknown as soon as one group is
 */
export async function surveyDays(
  source: Source,
  groups: readonly IndexGroup[],
  days: readonly LocalDay[],
  checked: readonly LocalDay[],
  ports: Pick<CountingPorts, 'dayDocuments'>,
  signal: AbortSignal,
): Promise<Searched<ReadonlyMap<Day, SurveyedDay>>> {
  const surveyed = new Map(days.map(({ day }) => [day, NOTHING_FOUND]));
  let searches = 0;
  for (const group of groups) {
    const toCheck = group.unusable === null ? checked : [];
    const answer = await ports.dayDocuments(source, group, days, toCheck, signal);
    searches += answer.searches;
    if (answer.state === 'unknown') return { ...answer, searches };
    for (const [day, documents] of answer.value) {
      surveyed.set(day, addGroup(surveyed.get(day) ?? NOTHING_FOUND, group, documents));
    }
  }
  return { state: 'known', value: surveyed, searches };
}
