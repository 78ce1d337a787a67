import type { Endpoint } from '../../common/api/basics/endpoint';
import type { GoodInput } from './bad_inputs';
import type { ContractRequest } from './door';

/** What the cases are about: a day, and a source and a series that have documents on it. */
export interface CaseSubject {
  readonly day: string;
  readonly zone: string;
  readonly source: string;
  readonly index: string;
  readonly subtype: string;
}

/** A request that every host accepts, for each endpoint by its id. */
export function goodInputs(subject: CaseSubject): ReadonlyMap<string, GoodInput> {
  const { day, zone, source, index, subtype } = subject;
  const params = { day };
  const series = { source, subtype };
  const runId = `default:${day}:${zone}`;
  const own = {
    id: source,
    name: 'Contract',
    index,
    subtype_fields: ['program'],
    tag: 'contract_outlier',
    wording: { code: 'program {subtype}', names: [] },
  };
  const settings = { zone, sources: [own] };
  const judged = { ...series, day, hours: [9] };
  const ics = `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:${day.replaceAll('-', '')}\r\nEND:VEVENT\r\nEND:VCALENDAR`;
  const calendar = { name: 'contract', means: ['not_learned_from'], sources: [source], ics };
  return new Map<string, GoodInput>([
    ['startRun', { body: { day, tag: false } }],
    ['getRun', { params: { run_id: runId } }],
    ['cancelRun', { params: { run_id: runId } }],
    ['listRuns', { query: { from: day, to: day } }],
    ['backfill', { body: { from: day, to: day, tag: false, again: false } }],
    ['getFindings', { params }],
    ['getSeriesOfDay', { params }],
    ['getOneSeries', { params, query: series }],
    ['getDocuments', { params, query: { ...series, hours: '9,10', size: '5' } }],
    ['getTopFields', { params, query: { ...series, hour: '10' } }],
    ['tagDay', { params }],
    ['untagDay', { params }],
    ['getMonth', { query: { to: day } }],
    ['getSilence', {}],
    ['getSilenceOfDay', { params }],
    ['markSilence', { body: { kind: 'gone', source, host: 'contract-host' } }],
    ['getJudgments', { query: { source } }],
    ['previewJudgment', { body: { ...judged, judgment: 'expected', repeats: 'weekday' } }],
    ['postJudgment', { body: { ...judged, judgment: 'none' } }],
    ['postMute', { body: { kind: 'back', source } }],
    ['getCalendars', {}],
    ['getHistory', {}],
    ['postCalendar', { body: calendar }],
    ['deleteCalendar', { params: { name: 'contract' } }],
    ['getSources', {}],
    ['checkSource', { body: { source: own, day } }],
    ['findPresets', { query: { day } }],
    ['getSettings', {}],
    ['previewSettings', { body: { settings, to: day } }],
    ['putSettings', { body: { settings, version: null } }],
    ['exportSettings', {}],
    ['importSettings', { body: settings }],
    ['putSeriesSettings', { body: { ...series, omit_days: [day] } }],
    ['putOutage', { body: { day, source, is_left_out: true } }],
    ['getSchedule', {}],
    ['putSchedule', { body: { interval: '1h', tag: false } }],
    ['renewScheduleKey', {}],
    ['deleteSchedule', {}],
    ['getNotifications', {}],
    ['testChannel', { body: { channel: 'contract' } }],
    ['getDiagnostics', {}],
    ['getElasticsearch', {}],
    ['getOpenApi', {}],
    ['uninstall', { body: { remove_tags: false, remove_indices: false } }],
  ]);
}

function textsOf(value: unknown): [string, string][] {
  return Object.entries(value ?? {}).map(([name, text]) => [name, String(text)]);
}

/** The request that carries an input to its endpoint. */
export function requestOf({ method, path }: Endpoint, input: GoodInput): ContractRequest {
  const filled = textsOf(input.params).reduce(
    (written, [name, text]) => written.replace(`{${name}}`, () => encodeURIComponent(text)),
    path,
  );
  const search = new URLSearchParams(textsOf(input.query)).toString();
  const { body } = input;
  return {
    method,
    path: search === '' ? filled : `${filled}?${search}`,
    ...(body !== undefined && { body }),
  };
}

/** What a host knows by itself. One without channels has sent nothing. */
export const ASKS_NOBODY: ReadonlySet<string> = new Set(['getOpenApi', 'getNotifications']);

/** What Kibana answers without Elasticsearch: it keeps settings and schedule by itself. */
export const KEPT_BY_KIBANA: ReadonlySet<string> = new Set([
  'getSettings',
  'putSettings',
  'exportSettings',
  'importSettings',
  'putSeriesSettings',
  'putOutage',
  'getSchedule',
  'putSchedule',
  'renewScheduleKey',
  'deleteSchedule',
  'testChannel',
]);
