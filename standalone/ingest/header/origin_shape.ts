import type { HeaderTime } from './header_time';

/** What stands between a time and the text. */
export interface Origin {
  readonly host: string | undefined;
  readonly program: string | undefined;
  readonly pid: string | undefined;
  /** 0 to 191, where a word says facility and level. */
  readonly priority: number | undefined;
  /** 0 to 7, where only a severity is said: Cisco's `%SYS-5-CONFIG_I`, the level of F5. */
  readonly severity: number | undefined;
  /** Where the text begins. */
  readonly end: number;
}

/** What came before the origin, and how far an origin may be believed because of it. */
export interface BeforeOrigin {
  readonly hasPriority: boolean;
  readonly time: HeaderTime;
}

export type Part = 'host' | 'word' | 'level' | 'program' | 'pid';

/** One way to write where a line is from. */
export interface OriginShape {
  readonly name: string;
  /** Program and version, or document, that writes it so. */
  readonly source: string;
  /** Sticky, from the end of the time on. */
  readonly pattern: RegExp;
  /** What the pattern's groups are, in their order. */
  readonly groups: readonly Part[];
  /** What must hold beside: without it a line of another program's own log would fit as well. */
  readonly needs:
    'nothing' | 'no ISO time alone' | 'a sure host' | 'a priority' | 'seconds and a priority';
}
