import type { Schedule } from '../../common/api';
import type { Settings, SettingsFile } from '../../common/settings';
import type { LedgerStore } from '../app/notifying';
import type { RunService } from '../app/runs';
import type { ConfiguredChannel } from '../delivery';
import type { Caller } from './caller';

/** Settings as they are stored, with their defaults filled in. */
export interface LoadedSettings {
  readonly settings: Settings;
  /** As it was saved; an empty object before the first save. */
  readonly saved: SettingsFile;
  /** For optimistic saving; null before the first save. */
  readonly version: string | null;
  readonly updated_at: string | null;
  readonly updated_by: string | null;
  /** What is wrong with what was saved; then the defaults hold. */
  readonly faults: readonly string[];
}

/** Where a door keeps the settings: a saved object in Kibana, an index on the standalone host. */
export interface SettingsStore {
  load(signal: AbortSignal): Promise<LoadedSettings>;
  /**
   * @param version what was read before; another one in the store is an ApiError `settings_conflict`
   */
  save(
    saved: SettingsFile,
    version: string | null,
    by: string | null,
    signal: AbortSignal,
  ): Promise<LoadedSettings>;
}

export interface ScheduleOptions {
  readonly interval: string;
  readonly tag: boolean;
}

/** The door's timing: task manager in Kibana, a clock of its own on the standalone host. */
export interface ScheduleService {
  /** How it stands, as far as the caller may know. */
  status(caller: Caller, signal: AbortSignal): Promise<Schedule>;
  /** What somebody should do about its key, in a sentence; null where nothing need be done. */
  warning(caller: Caller, signal: AbortSignal): Promise<string | null>;
  /** @throws ApiError with the sentence what stands in the way */
  enable(caller: Caller, options: ScheduleOptions, signal: AbortSignal): Promise<Schedule>;
  /**
   * Gives it a new key with a new end; nothing is done where it needs none.
   *
   * @throws ApiError where the caller is not the user in whose name it works, or lacks a right
   */
  renew(caller: Caller, signal: AbortSignal): Promise<Schedule>;
  disable(caller: Caller, signal: AbortSignal): Promise<Schedule>;
  /** Whether what the schedule may read no longer fits these settings: it needs a new key. */
  needsKey(settings: Settings, signal: AbortSignal): Promise<boolean>;
}

/** What a door sends messages by, and where it writes down what was sent. */
export interface Notifying {
  readonly channels: readonly ConfiguredChannel[];
  readonly ledger: LedgerStore;
  /** Where people open Logwave, without a slash at the end; null where nobody said. */
  readonly publicUrl: string | null;
  /** What to set so that messages have links. */
  readonly noLink: string;
  /** When the door was opened. */
  readonly since: Date;
}

/** A log of the door; never a password, a key or a line of anybody's logs. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** What a door gives to its routes; made once, when it opens. */
export interface Services {
  readonly host: {
    readonly kind: 'kibana' | 'standalone';
    /** Name and version of the door, such as "Kibana 8.12.2". */
    readonly name: string;
    readonly version: string;
    /** Whether we ran Logwave in this door, hold it to facts about it, or know nothing of it. */
    readonly tested: 'run' | 'facts' | 'unknown';
  };
  /** Whether logging in is asked for at all. */
  readonly security: () => Promise<boolean>;
  readonly runs: RunService;
  readonly settings: SettingsStore;
  readonly schedule: ScheduleService;
  readonly notifying: Notifying;
  /**
   * Makes sure that what Logwave writes is kept as it should be: templates with the door's own
   * rights, where it has any, indices with those of the caller.
   */
  readonly ensureIndices: (caller: Caller, signal: AbortSignal) => Promise<void>;
  /** Removes what the door keeps for us; gives a sentence for each thing done. */
  readonly removeAll: (caller: Caller, signal: AbortSignal) => Promise<readonly string[]>;
  readonly log: Log;
  readonly now: () => Date;
}
