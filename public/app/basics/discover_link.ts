import type { SourceState } from '../../../common/api';
import {
  conditionsOf,
  conditionWords,
  isDigestKey,
  joinedExpression,
  valuesOfSubtype,
  TAGS_FIELD,
  type Condition,
} from '../../../common/sources';
import type { TimeRange } from '../../../common/time';
import { conditionQuery, hasOneOfUnder, type Query } from './discover_query';

/** Which documents to show: those of a series in some stretches of time. */
export interface DocumentsOfSeries {
  readonly source: Pick<
    SourceState['source'],
    'id' | 'index' | 'filter' | 'time_field' | 'subtype_fields'
  >;
  /** The fields that the host counts by. Filters on others would find other documents. */
  readonly fields: SourceState['fields'];
  readonly subtype: string;
  /** The whole day, milliseconds since 1970 UTC, without the end itself. */
  readonly day: TimeRange;
  /** The flagged stretches; the whole day if there are none. */
  readonly ranges: readonly TimeRange[];
}

/** A filter as Kibana stores it in its state. */
export interface DiscoverFilter {
  readonly meta: {
    readonly alias: string | null;
    readonly disabled: false;
    readonly negate: false;
    readonly index: string;
    readonly type: string;
    readonly key?: string;
  };
  readonly query: Query;
  readonly $state: { readonly store: 'appState' };
}

/**
 * The parameters of Discover's locator for `navigate()`. The data view travels in the history's
 * state.
 */
export interface DiscoverLink {
  readonly dataViewSpec: {
    readonly id: string;
    readonly title: string;
    readonly timeFieldName: string;
  };
  readonly timeRange: { readonly from: string; readonly to: string; readonly mode: 'absolute' };
  readonly filters: readonly DiscoverFilter[];
  readonly query: { readonly language: 'kuery'; readonly query: '' };
  readonly columns: readonly string[];
}

const instant = (ms: number): string => new Date(ms).toISOString();

/** The names under which a field is really used. */
function namesIn(fields: DocumentsOfSeries['fields'], field: string): readonly string[] {
  const used = fields.flatMap(([own, name]) => (own === field ? [name] : []));
  return used.length === 0 ? [field] : used;
}

/** Values of a field, by the names under which it is really used. */
function oneOf(
  index: string,
  field: string,
  values: readonly string[],
  fields: DocumentsOfSeries['fields'],
): DiscoverFilter {
  const [name = field, ...others] = namesIn(fields, field);
  const kind = values.length === 1 ? 'phrase' : 'phrases';
  return {
    meta: {
      alias: `${field}: ${values.join(', ')}`,
      disabled: false,
      negate: false,
      index,
      type: others.length === 0 ? kind : 'custom',
      key: name,
    },
    query: hasOneOfUnder([name, ...others], values),
    $state: { store: 'appState' },
  };
}

function customFilter(index: string, alias: string, query: Query): DiscoverFilter {
  return {
    meta: { alias, disabled: false, negate: false, index, type: 'custom' },
    query,
    $state: { store: 'appState' },
  };
}

/** A condition of the source. */
function filterOf(
  index: string,
  condition: Condition,
  fields: DocumentsOfSeries['fields'],
): DiscoverFilter {
  if ('any_of' in condition) return oneOf(index, condition.field, condition.any_of, fields);
  const query = conditionQuery(condition, (field) => namesIn(fields, field));
  return customFilter(index, conditionWords(condition), query);
}

/** The flagged stretches as one filter, since Discover has only one time range. */
function inRanges(
  index: string,
  field: string,
  ranges: readonly TimeRange[],
  alias: string,
): DiscoverFilter {
  const should = ranges.map(({ from, to }) => ({
    range: {
      [field]: { gte: instant(from), lt: instant(to), format: 'strict_date_optional_time' },
    },
  }));
  return customFilter(index, alias, { bool: { should, minimum_should_match: 1 } });
}

/**
 * The link to a series' documents in Discover: filters for the source and the series, and one for
 * the flagged stretches, whether their documents are tagged or not. Times are absolute and in UTC.
 *
 * @param rangesInWords names the filter of the flagged stretches: "at 10:00, at 15:00"
 * @returns undefined if the source had other fields when the series was stored, or the subtype is
 * too long for a link
 */
export function discoverLink(
  documents: DocumentsOfSeries,
  rangesInWords: string,
): DiscoverLink | undefined {
  const { source, fields, subtype, day, ranges } = documents;
  const index = `logwave-${source.id}`;
  const values = valuesOfSubtype(subtype, source.subtype_fields.length);
  if (values === undefined || isDigestKey(subtype)) return undefined;
  const ofSource = conditionsOf(source.filter).map((one) => filterOf(index, one, fields));
  const ofSeries = source.subtype_fields.map((field, at) =>
    oneOf(index, field, [values[at] ?? ''], fields),
  );
  const ofRuns =
    ranges.length === 0 ? [] : [inRanges(index, source.time_field, ranges, rangesInWords)];
  return {
    dataViewSpec: { id: index, title: source.index, timeFieldName: source.time_field },
    timeRange: { from: instant(day.from), to: instant(day.to), mode: 'absolute' },
    filters: [...ofSource, ...ofSeries, ...ofRuns],
    query: { language: 'kuery', query: '' },
    columns: [...source.subtype_fields, TAGS_FIELD, 'message'],
  };
}

/**
 * One link that combines several: it shows every document that any of them would show.
 *
 * @param words names the filter
 * @returns undefined if there are none, or their time fields differ, since Discover has only one, or
 *   their indices cannot be named together
 */
export function joinedDiscoverLink(
  links: readonly DiscoverLink[],
  words: string,
): DiscoverLink | undefined {
  const [first] = links;
  if (first === undefined) return undefined;
  const { timeFieldName } = first.dataViewSpec;
  if (links.some(({ dataViewSpec }) => dataViewSpec.timeFieldName !== timeFieldName)) {
    return undefined;
  }
  const title = joinedExpression(links.map(({ dataViewSpec }) => dataViewSpec.title));
  if (title === undefined) return undefined;
  const any = links.map(({ filters }) => ({ bool: { filter: filters.map(({ query }) => query) } }));
  const index = 'logwave-found';
  return {
    ...first,
    dataViewSpec: { id: index, title, timeFieldName },
    filters: [customFilter(index, words, { bool: { should: any, minimum_should_match: 1 } })],
    columns: [TAGS_FIELD, 'message'],
  };
}
