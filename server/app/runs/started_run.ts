import { type CalendarDay, decisiveDays } from '../../../common/calendar';
import { decisiveParts, type Judgment, type StreamMark } from '../../../common/marks';
import type { Settings } from '../../../common/settings';
import type { Day } from '../../../common/time';
import { NO_PROGRESS, runIdOf, type EarlierAttempt, type Run, type RunOrigin } from './run';
import { ownRunId, seenBy } from './run_owner';
import { settingsHash } from '../basics';

/** Which day is to be analyzed, with which settings, and for whom. */
export interface RunRequest {
  readonly day: Day;
  readonly scope: string;
  readonly settings: Settings;
  readonly now: Date;
  /** Different for each call, such as a UUID. */
  readonly attempt: string;
  /** The user in whose name it runs; null if not known. */
  readonly started_by: string | null;
  readonly origin: RunOrigin;
  /** Whether this user may not see all documents. Then no other user sees the run. */
  readonly is_seen_in_part?: boolean;
  /** Whether results of sources that were defined differently are to be replaced. */
  readonly is_replacing?: boolean;
  /** People's judgments, as far as they may affect the findings. */
  readonly judgments?: readonly Judgment[];
  /** The effect of calendars on the day and its training days. */
  readonly calendar?: readonly CalendarDay[];
  /** Calendars that could not be used, one sentence each. */
  readonly calendar_notes?: readonly string[];
  /** Marks of streams: muted findings are not tagged. */
  readonly marks?: readonly StreamMark[];
  /** The results of earlier attempts that it keeps. */
  readonly earlier?: readonly EarlierAttempt[];
  /** Silences of the day that late data has lifted so far. */
  readonly lifted_silences?: readonly string[];
}

/** The id of the run that a request is about. */
export function requestedRunId(
  request: Pick<RunRequest, 'scope' | 'day' | 'settings' | 'started_by' | 'is_seen_in_part'>,
): string {
  const { scope, day, settings, started_by: user, is_seen_in_part: isInPart = false } = request;
  const { zone } = settings;
  return isInPart ? ownRunId({ scope, day, zone }, user) : runIdOf(scope, day, zone);
}

/** Settings without those that affect no verdict. */
export interface DecisiveSettings extends Omit<
  Settings,
  'retention' | 'notifications' | 'incidents' | 'outages'
> {
  readonly retention?: undefined;
  readonly notifications?: undefined;
  readonly incidents?: undefined;
  /**
   * Undefined if there are none, as in runs of earlier versions, so that their hash stays the same.
   */
  readonly outages?: Settings['outages'] | undefined;
}

/** The settings that decide a verdict. Their hash is the same exactly if the verdicts are. */
export function decisiveSettings(settings: Settings): DecisiveSettings {
  const sources = settings.sources.filter(({ enabled }) => enabled);
  const outages = settings.outages.length === 0 ? undefined : settings.outages;
  const none = { retention: undefined, notifications: undefined, incidents: undefined };
  return { ...settings, ...none, outages, sources };
}

/** Which judgments a run is made with. */
function judgedBy(judgments: readonly Judgment[]): Pick<Run, 'judgments_hash' | 'judgments'> {
  return {
    judgments_hash: judgments.length === 0 ? null : settingsHash(decisiveParts(judgments)),
    judgments: judgments.map(({ id }) => id).sort(),
  };
}

/** Which days of calendars a run is made with. */
function datedBy(calendar: readonly CalendarDay[]): Pick<Run, 'calendar_hash' | 'calendar'> {
  const calendar_hash = calendar.length === 0 ? null : settingsHash(decisiveDays(calendar));
  return { calendar_hash, calendar };
}

/** A run at its beginning. */
export function startedRun(request: RunRequest): Run {
  const { day, scope, settings, now, attempt, started_by, origin } = request;
  const {
    is_seen_in_part: isInPart = false,
    earlier = [],
    judgments = [],
    calendar = [],
    lifted_silences: lifted = [],
  } = request;
  const { zone, method } = settings;
  const decisive = decisiveSettings(settings);
  return {
    '@timestamp': now.toISOString(),
    scope,
    run_id: requestedRunId(request),
    day,
    zone,
    status: 'running',
    attempt,
    heartbeat_at: now.toISOString(),
    started_by,
    origin,
    seen_by: isInPart ? seenBy(started_by) : null,
    progress: NO_PROGRESS,
    method,
    settings_hash: settingsHash(decisive),
    settings: decisive,
    ...judgedBy(judgments),
    ...datedBy(calendar),
    source_results: [],
    earlier,
    series: 0,
    series_unusual: 0,
    findings: 0,
    documents: 0,
    tagged: null,
    untagged: null,
    duration_ms: 0,
    left_out: [],
    ...(lifted.length > 0 && { lifted_silences: lifted }),
    error: null,
  };
}
