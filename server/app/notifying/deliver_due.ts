import type { DayAnswer } from '../../../common/report';
import { channelSettingsOf, type ChannelSettings, type Settings } from '../../../common/settings';
import { addDays, MS_PER_HOUR, MS_PER_MINUTE, type Day } from '../../../common/time';
import { changeInTurn, lastWord } from '../basics';
import { CHECKED_DAYS } from '../counting';
import { composeMessage, type Composed } from './compose_message';
import {
  toldOf,
  withDelivery,
  withTold,
  type ChannelLedger,
  type Delivery,
  type StoredLedger,
} from './delivery_ledger';
import { hasResult, unknownWithoutReason, WARNING_WITHOUT_NAMES } from './morning_words';
import { dueMorning, lateBy, nextStep } from './next_step';
import { NOTHING_SETTLED, type IsSettled } from './settled';
import type { DayState, Morning, NotifyingPorts, Outlet } from './notifying_ports';

/** If a day is being analyzed at the time of sending, the message waits for it. */
const WAIT_MS = MS_PER_HOUR;
/** A process that was down catches up first. */
const CATCH_UP_MS = 10 * MS_PER_MINUTE;

/** What all channels of a check share. */
interface Look {
  readonly morning: Day;
  readonly day: Day;
  readonly settings: Settings;
  readonly seen: Morning;
  /** Milliseconds since the time of sending, or since the process began if that was later. */
  readonly lateMs: number;
  readonly upMs: number;
  readonly answerOf: (day: Day) => Promise<DayAnswer>;
  readonly isSettled: IsSettled;
}

function stateOf({ seen, day }: Look): DayState | undefined {
  return 'refused' in seen ? undefined : seen.days.find((one) => one.day === day);
}

/**
 * Days that were reported and analyzed again since, the oldest first. Days before the first message
 * are ignored.
 */
async function earlierDays(look: Look, ledger: ChannelLedger) {
  if ('refused' in look.seen) return [];
  const earlier = [];
  const first = ledger.told.at(-1)?.day;
  for (const state of look.seen.days) {
    const isMissed = first !== undefined && state.day > first;
    const before = toldOf(ledger, state.day);
    const told = before ?? (isMissed ? { day: state.day, attempt: null, findings: [] } : undefined);
    if (state.day >= look.day || told === undefined || !hasResult(state)) continue;
    if (state.attempt === told.attempt) continue;
    earlier.push({ told, answer: await look.answerOf(state.day) });
  }
  return earlier;
}

async function compose(
  look: Look,
  { ledger }: StoredLedger,
  name: string,
  ports: NotifyingPorts,
): Promise<Composed> {
  const { day, settings, seen } = look;
  const state = stateOf(look);
  const answer = state !== undefined && hasResult(state) ? await look.answerOf(day) : undefined;
  const channel = channelSettingsOf(settings.notifications, name);
  const request = {
    day,
    state,
    answer,
    earlier: await earlierDays(look, ledger),
    before: ledger.told.find((told) => told.day < day),
    last: ledger.deliveries.find(({ morning }) => morning !== look.morning),
    channel,
    settings,
    alarms: alarmsOf(look, channel),
    trouble: 'refused' in seen ? null : seen.trouble,
  };
  return composeMessage(request, { ...ports, isSettled: look.isSettled });
}

/** What needs action beside the day, without the names of hosts and users if the channel has none. */
function alarmsOf({ seen, day }: Look, { names }: ChannelSettings): string[] {
  if ('refused' in seen) return [names ? seen.refused : unknownWithoutReason(day)];
  if (seen.warning === null) return [];
  return [names ? seen.warning : WARNING_WITHOUT_NAMES];
}

function mayHaveArrived(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'mayHaveArrived' in error
    ? error.mayHaveArrived === true
    : false;
}

/** Sends the message and returns a record of the result, even of a failure. */
async function attempt(
  outlet: Outlet,
  composed: Composed,
  begun: Delivery,
  ports: NotifyingPorts,
  signal: AbortSignal,
): Promise<Delivery> {
  try {
    const { to, words } = await outlet.send(composed.message, signal);
    return { ...begun, state: 'sent', to: [...to], words };
  } catch (error) {
    const state = mayHaveArrived(error) ? 'unknown' : 'failed';
    const words = ports.describeError(error);
    ports.log.warn(`the message of ${begun.morning} to ${outlet.name} failed: ${words}`);
    return { ...begun, state, words };
  }
}

/** Writes the result, even if somebody else has written meanwhile. */
async function record(
  outlet: Outlet,
  change: (ledger: ChannelLedger) => ChannelLedger,
  { ledger: store }: NotifyingPorts,
  signal: AbortSignal,
): Promise<void> {
  await changeInTurn(`what was sent to ${outlet.name}`, async () => {
    const { ledger, version } = await store.read(outlet.name, signal);
    return store.write(outlet.name, change(ledger), version, signal);
  });
}

const CUT_OFF = 'The process ended while it was sending.';

async function deliverBy(
  outlet: Outlet,
  look: Look,
  stored: StoredLedger,
  ports: NotifyingPorts,
  signal: AbortSignal,
): Promise<void> {
  const { ledger: store, now } = ports;
  const { morning } = look;
  const before = stored.ledger.deliveries.find((one) => one.morning === morning);
  const step = nextStep(before, now());
  if (step === 'cut_off' && before !== undefined) {
    const unknown: Delivery = { ...before, state: 'unknown', words: CUT_OFF };
    await store.write(outlet.name, withDelivery(stored.ledger, unknown), stored.version, signal);
  }
  if (step !== 'send') return;
  const composed = await compose(look, stored, outlet.name, ports);
  const begun: Delivery = {
    morning,
    state: 'sending',
    at: now().toISOString(),
    attempts: (before?.attempts ?? 0) + 1,
    to: [],
    words: null,
  };
  const { quiet_days: isToldQuiet } = channelSettingsOf(look.settings.notifications, outlet.name);
  const isQuiet = composed.isQuiet && !isToldQuiet && !outlet.isHeartbeat;
  const claim: Delivery = isQuiet ? { ...begun, state: 'quiet' } : begun;
  const told = (ledger: ChannelLedger) => withTold(ledger, composed.told);
  const claimed = withDelivery(isQuiet ? told(stored.ledger) : stored.ledger, claim);
  // If this is not written, another node was first.
  const version = await store.write(outlet.name, claimed, stored.version, signal);
  if (version === undefined || isQuiet) return;
  const sent = await attempt(outlet, composed, begun, ports, signal);
  const isTold = sent.state !== 'failed';
  const change = (ledger: ChannelLedger) => withDelivery(isTold ? told(ledger) : ledger, sent);
  await record(outlet, change, ports, lastWord());
  if (sent.state === 'sent') ports.log.info(`the message of ${morning} went to ${outlet.name}`);
}

/**
 * Whether a heartbeat may say that all is well: the day has its result, and all channels have
 * theirs.
 */
function isWell(look: Look, settled: boolean): boolean {
  const state = stateOf(look)?.state;
  return settled && (state === 'analyzed' || state === 'stale');
}

function enabledOutlets({ outlets }: NotifyingPorts, { notifications }: Settings): Outlet[] {
  const enabled = outlets.filter(({ name }) => channelSettingsOf(notifications, name).enabled);
  const of = (isHeartbeat: boolean) => enabled.filter((one) => one.isHeartbeat === isHeartbeat);
  return [...of(false), ...of(true)];
}

/** Whether the main day is still being analyzed, and there is time to wait for it. */
function isWorthWaiting(look: Look): boolean {
  const state = stateOf(look)?.state;
  if (state === 'missed') return look.upMs < CATCH_UP_MS;
  return state === 'running' && look.lateMs < WAIT_MS;
}

async function lookAt(
  settings: Settings,
  morning: Day,
  ports: NotifyingPorts,
  signal: AbortSignal,
): Promise<Look> {
  const day = addDays(morning, -1);
  const answers = new Map<Day, Promise<DayAnswer>>();
  const answerOf = (one: Day): Promise<DayAnswer> => {
    const known = answers.get(one) ?? ports.answerOf(one, signal);
    answers.set(one, known);
    return known;
  };
  const seen = await ports.morning(addDays(day, -CHECKED_DAYS), day, signal);
  const upMs = ports.now().getTime() - ports.since.getTime();
  const lateMs = Math.min(upMs, lateBy(settings.notifications, settings.zone, ports.now()));
  const isSettled = 'refused' in seen ? NOTHING_SETTLED : await ports.settled(signal);
  return { morning, day, settings, seen, lateMs, upMs, answerOf, isSettled };
}

/**
 * Sends the messages of this morning that are due, each channel once. Sent messages are in the
 * ledger, and two concurrent checks write it in turn. Elasticsearch is not queried before there is
 * something to send.
 *
 * @throws what the ledger and the reading of the days throw
 */
export async function deliverDue(
  settings: Settings,
  ports: NotifyingPorts,
  signal: AbortSignal,
): Promise<void> {
  const morning = dueMorning(settings.notifications, settings.zone, ports.now());
  const outlets = enabledOutlets(ports, settings);
  if (morning === null || outlets.length === 0) return;
  let look: Look | undefined;
  let areSettled = true;
  for (const outlet of outlets) {
    const stored = await ports.ledger.read(outlet.name, signal);
    const of = stored.ledger.deliveries.find((one) => one.morning === morning);
    if (nextStep(of, ports.now()) !== 'done' && !signal.aborted) {
      look ??= await lookAt(settings, morning, ports, signal);
      if (isWorthWaiting(look)) return;
      if (outlet.isHeartbeat && !isWell(look, areSettled)) continue;
      await deliverBy(outlet, look, stored, ports, signal);
    }
    if (outlet.isHeartbeat) continue;
    const after = await ports.ledger.read(outlet.name, signal);
    const done = after.ledger.deliveries.find((one) => one.morning === morning)?.state;
    areSettled &&= done === 'sent' || done === 'quiet';
  }
}
