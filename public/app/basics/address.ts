import { isDay, type Day } from '../../../common/time';

/** Whether every row reaches its own top, or all rows share one. */
export type Scale = 'row' | 'common';
export type RowSize = 'compact' | 'comfortable';

/** How the overview is shown. All of it is in the address, so that it can be shared. */
export interface View {
  readonly filter: string;
  readonly scale: Scale;
  /** Undefined if the reader did not choose: touch devices start comfortable. */
  readonly rows: RowSize | undefined;
  /** Whether the quiet series are folded away. */
  readonly folded: boolean;
}

export const PLAIN_VIEW: View = { filter: '', scale: 'row', rows: undefined, folded: false };

/** Identifies a series. A subtype is any text that a log may hold. */
export interface SeriesKey {
  readonly source: string;
  readonly subtype: string;
}

/** Paths of the pages, for the router. */
export const ROUTES = {
  home: '/',
  day: '/day/:day',
  series: '/day/:day/series',
  documents: '/day/:day/documents',
  months: '/month',
  month: '/month/:to',
  silence: '/silence',
  settings: '/settings',
  help: '/help',
} as const;

function viewParams(view: View): [string, string][] {
  const { filter, scale, rows, folded } = view;
  const params: [string, string][] = [];
  if (filter !== '') params.push(['filter', filter]);
  if (scale !== 'row') params.push(['scale', scale]);
  if (rows !== undefined) params.push(['rows', rows]);
  if (folded) params.push(['quiet', 'folded']);
  return params;
}

function withParams(path: string, params: readonly (readonly [string, string])[]): string {
  const search = new URLSearchParams(params.map(([key, value]) => [key, value])).toString();
  return search === '' ? path : `${path}?${search}`;
}

/** The overview of a day. */
export function dayPath(day: Day, view: View = PLAIN_VIEW): string {
  return withParams(`/day/${day}`, viewParams(view));
}

/** A series of a day. The view is what the reader returns to. */
export function seriesPath(day: Day, { source, subtype }: SeriesKey, view = PLAIN_VIEW): string {
  const params = [['source', source] as const, ['subtype', subtype] as const];
  return withParams(`/day/${day}/series`, [...params, ...viewParams(view)]);
}

/** Which documents are shown, and whether the latest of them come first. */
export interface DocumentsWish {
  /** The whole day if there are none. */
  readonly hours: readonly number[];
  readonly isLatestFirst: boolean;
}

/** Our own list of a series' documents. */
export function documentsPath(
  day: Day,
  { source, subtype }: SeriesKey,
  { hours, isLatestFirst }: DocumentsWish,
  view = PLAIN_VIEW,
): string {
  const params: [string, string][] = [
    ['source', source],
    ['subtype', subtype],
  ];
  if (hours.length > 0) params.push(['hours', hours.join(',')]);
  if (isLatestFirst) params.push(['order', 'latest']);
  return withParams(`/day/${day}/documents`, [...params, ...viewParams(view)]);
}

/** 31 days that end with a given one. @param filter of the series; all if it is empty */
export function monthPath(to: Day, filter = ''): string {
  return withParams(`/month/${to}`, filter === '' ? [] : [['filter', filter]]);
}

/** What is silent now. */
export function silencePath(): string {
  return ROUTES.silence;
}

/** The built-in documentation. */
export function helpPath(): string {
  return ROUTES.help;
}

/** The settings. */
export function settingsPath(): string {
  return ROUTES.settings;
}

/** The view in an address. Unknown values are ignored. */
export function viewOf(search: string): View {
  const params = new URLSearchParams(search);
  const rows = params.get('rows');
  return {
    filter: params.get('filter') ?? '',
    scale: params.get('scale') === 'common' ? 'common' : 'row',
    rows: rows === 'compact' || rows === 'comfortable' ? rows : undefined,
    folded: params.get('quiet') === 'folded',
  };
}

/** The series in an address, or undefined. */
export function seriesKeyOf(search: string): SeriesKey | undefined {
  const params = new URLSearchParams(search);
  const [source, subtype] = [params.get('source'), params.get('subtype')];
  return source === null || subtype === null ? undefined : { source, subtype };
}

/** The hours in an address, ascending. Invalid hours are ignored. */
export function hoursOf(search: string): number[] {
  const text = new URLSearchParams(search).get('hours') ?? '';
  const hours = text.split(',').flatMap((part) => (/^\d{1,2}$/.test(part) ? [Number(part)] : []));
  return [...new Set(hours.filter((hour) => hour < 24))].sort((a, b) => a - b);
}

/** Whether an address asks for the latest documents first. */
export function isLatestFirst(search: string): boolean {
  return new URLSearchParams(search).get('order') === 'latest';
}

/** The day of an address, or undefined if it has none. */
export function dayOf(text: string | undefined): Day | undefined {
  return text !== undefined && isDay(text) ? text : undefined;
}

/** The training days that an address leaves out; undefined if it has none. */
export function daysLeftOutOf(search: string): Day[] | undefined {
  const text = new URLSearchParams(search).get('without');
  return text?.split(',').filter(isDay).sort();
}

/** The same search with other days left out. @param days undefined to remove them */
export function withDaysLeftOut(search: string, days: readonly Day[] | undefined): string {
  const params = new URLSearchParams(search);
  params.delete('without');
  if (days !== undefined) params.set('without', days.join(','));
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}
