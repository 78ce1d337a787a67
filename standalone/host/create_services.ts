import type { Client } from '../../server/elastic/client';
import { version } from '../../package.json';
import { waitFor } from '../../server/app/basics';
import {
  describeError,
  analyzeDue,
  type Caller,
  type Log,
  Messenger,
  type Services,
} from '../../server/wiring';
import type { ConfiguredChannel } from '../../server/delivery';
import { ensureIndices } from '../../server/elastic/results';
import { openThreads } from '../threads';
import { createHostLedger } from './messages/host_ledger';
import { HostMessages } from './messages/host_messages';
import { HostRuns } from './runs/host_runs';
import { HostSchedule } from './schedule/host_schedule';
import { createScheduleStore } from './schedule/schedule_store';
import type { HostDocuments } from './settings/host_documents';
import { createSettingsStore } from './settings/settings_store';

export interface ServiceParts {
  readonly client: Client;
  readonly documents: HostDocuments;
  readonly log: Log;
  readonly now: () => Date;
  /** The zone if the settings name none; undefined for that of the system. */
  readonly zone?: string | undefined;
  /** The channels of messages. */
  readonly channels?: readonly ConfiguredChannel[] | undefined;
  /** Where people open Logwave, for links in messages. */
  readonly publicUrl?: string | undefined;
}

/** The services of this host, and the parts of them that must be started and stopped. */
export interface HostServices {
  readonly services: Services;
  readonly caller: Caller;
  readonly runs: HostRuns;
  readonly schedule: HostSchedule;
  readonly messages: HostMessages;
}

const NO_LINK = 'There is no link to this day: start the host with --public-url.';

/**
 * A caller of the host is a user of this machine, and may do everything in the name of the host.
 */
export function callerAtThisMachine(client: Client, request: unknown): Caller {
  return { name: null, client, can: () => Promise.resolve(true), request };
}

async function removeAll(schedule: HostSchedule, parts: ServiceParts, signal: AbortSignal) {
  const { documents, client } = parts;
  const { enabled } = await schedule.disable(callerAtThisMachine(client, null), signal);
  const isRemoved = await documents.remove(signal);
  return [
    ...(enabled ? [] : ['The schedule is off.']),
    ...(isRemoved ? ['The settings and the schedule of this host were removed.'] : []),
  ];
}

/** Creates the services for the routes and the schedule of this host. */
export function createServices(parts: ServiceParts): HostServices {
  const { client, documents, log, now } = parts;
  const caller = callerAtThisMachine(client, null);
  const runs = new HostRuns(now, waitFor);
  const schedule = new HostSchedule({
    store: createScheduleStore(documents),
    analyze: ({ tag }, signal) => analyzeDue(caller, services, tag, signal),
    describeError,
    log,
    now,
  });
  const services: Services = {
    host: { kind: 'standalone', name: `Logwave's own host ${version}`, version, tested: 'run' },
    security: () => Promise.resolve(false),
    runs,
    settings: createSettingsStore(documents, now, parts.zone),
    schedule,
    notifying: {
      channels: parts.channels ?? [],
      ledger: createHostLedger(documents),
      publicUrl: parts.publicUrl ?? null,
      noLink: NO_LINK,
      since: now(),
    },
    ensureIndices: ({ client: ofCaller }, signal) => ensureIndices(ofCaller, signal),
    removeAll: (_caller, signal) => removeAll(schedule, parts, signal),
    openThreads: () => openThreads(),
    log,
    now,
  };
  const messenger = new Messenger(services);
  const messages = new HostMessages({
    isOn: async (signal) => (await schedule.status(caller, signal)).enabled,
    look: (signal) => messenger.look(caller, signal),
    describeError,
    log,
  });
  return { services, caller, runs, schedule, messages };
}
