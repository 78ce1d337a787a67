import type { HeaderTime } from './header_time';

/** The parts between a time and the text. */
export interface Origin {
  readonly host: string | undefined;
  readonly program: string | undefined;
  readonly pid: string | undefined;
  /** 0 to 191, if a word has facility and level. */
  readonly priority: number | undefined;
  /** 0 to 7, if there is only a severity: Cisco's `%SYS-5-CONFIG_I`, the level of F5. */
  readonly severity: number | undefined;
  /** Where the text begins. */
  readonly end: number;
}

/** The context before the origin, which decides how plausible an origin is. */
export interface BeforeOrigin {
  readonly hasPriority: boolean;
  readonly time: HeaderTime;
}

export type Part = 'host' | 'word' | 'level' | 'program' | 'pid';

/** One format of the origin of a line. */
export interface OriginShape {
  readonly name: string;
  /** Program and version, or document, that writes this format. */
  readonly source: string;
  /** Sticky, from the end of the time on. */
  readonly pattern: RegExp;
  /** The meaning of the pattern's groups, in their order. */
  readonly groups: readonly Part[];
  /**
   * An additional condition. Without it, a line of another program's own log would match as well.
   */
  readonly needs:
    'nothing' | 'no ISO time alone' | 'a sure host' | 'a priority' | 'seconds and a priority';
}
