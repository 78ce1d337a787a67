import type { Schedule } from '../../common/api';
import type { Settings, SettingsFile } from '../../common/settings';
import type { DayAssessor } from '../app/again';
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
  /** What is wrong with what was saved. If there is anything, the defaults are used. */
  readonly faults: readonly string[];
}

/** Where a host keeps the settings: a saved object in Kibana, an index on the standalone host. */
export interface SettingsStore {
  load(signal: AbortSignal): Promise<LoadedSettings>;
  /**
   * @param version what was read before; if the store has another, it is an ApiError
   * `settings_conflict`
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

/** The host's schedule: task manager in Kibana, a clock of its own on the standalone host. */
export interface ScheduleService {
  /** Its state, as far as the caller may know. */
  status(caller: Caller, signal: AbortSignal): Promise<Schedule>;
  /** What a user should do about its key, in a sentence; null if nothing needs to be done. */
  warning(caller: Caller, signal: AbortSignal): Promise<string | null>;
  /** @throws ApiError with a sentence about the obstacle */
  enable(caller: Caller, options: ScheduleOptions, signal: AbortSignal): Promise<Schedule>;
  /**
   * Gives it a new key with a new end, or does nothing if it needs none.
   *
   * @throws ApiError if the caller is not the user in whose name it works, or lacks a right
   */
  renew(caller: Caller, signal: AbortSignal): Promise<Schedule>;
  disable(caller: Caller, signal: AbortSignal): Promise<Schedule>;
  /** Whether the schedule's key no longer covers these settings, so that it needs a new one. */
  needsKey(settings: Settings, signal: AbortSignal): Promise<boolean>;
}

/** How a host sends messages, and where it records what was sent. */
export interface Notifying {
  readonly channels: readonly ConfiguredChannel[];
  readonly ledger: LedgerStore;
  /** Where people open Logwave, without a slash at the end; null if not known. */
  readonly publicUrl: string | null;
  /** What to set so that messages have links. */
  readonly noLink: string;
  /** When the host started. */
  readonly since: Date;
}

/** A log of the host; never contains a password, a key or a log line. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** What a host gives to its routes; created once, when it starts. */
export interface Services {
  readonly host: {
    readonly kind: 'kibana' | 'standalone';
    /** Name and version of the host, such as "Kibana 8.12.2". */
    readonly name: string;
    readonly version: string;
    /** Whether Logwave was run in this host, is compatible by documented facts, or neither. */
    readonly tested: 'run' | 'facts' | 'unknown';
  };
  /** Whether logging in is required at all. */
  readonly security: () => Promise<boolean>;
  readonly runs: RunService;
  readonly settings: SettingsStore;
  readonly schedule: ScheduleService;
  readonly notifying: Notifying;
  /**
   * Makes sure that what Logwave writes is stored as it should be: templates with the host's own
   * rights, if it has any, indices with those of the caller.
   */
  readonly ensureIndices: (caller: Caller, signal: AbortSignal) => Promise<void>;
  /** Removes what the host stores for us; returns a sentence for each thing done. */
  readonly removeAll: (caller: Caller, signal: AbortSignal) => Promise<readonly string[]>;
  /** Starts threads that assess many days in parallel; absent if there are none. */
  readonly openThreads?: () => DayAssessor;
  readonly log: Log;
  readonly now: () => Date;
}
