import type { Source } from '../sources';

/** Fields whose values are kinds of events or programs, such as `event.action`. */
const KIND =
  /^(?:severity|level|loglevel|priority|facility|program|process|service|application|app|container|module|dataset|decoder|provider|vendor|product|rule|signature|action|outcome|result|status|class|category|kind|type|eventtype|protocol|proto|transport|method|port|version)$/;
/** Numbers of kinds, such as `rule.id` and `syslog_severity_code`. */
const NUMBER =
  /^(?:rule|signature|event|alert|severity|level|priority|facility|status|error|response|decoder)(?:id|code|number|num|no)$/;
/** Names of kinds, such as `service.name`. */
const NAME =
  /^(?:rule|signature|event|severity|level|priority|facility|status|program|process|service|application|app|container|module|dataset|decoder|category)name$/;
/** Texts that a rule or a scale has, not an event, such as `severity_text`. */
const TEXT =
  /^(?:rule|signature|severity|level|priority|facility|status)(?:text|label|description)$/;
/** Channels of Windows, and kinds of notices of Zeek. Elsewhere these words may mean anything. */
const OTHER = /^(?:winlogchannel|noticenote)$/;
const HARMLESS = [KIND, NUMBER, NAME, TEXT, OTHER];

/**
 * What an event of Windows says, in the ways in which shippers write it. The words below it are those
 * of the event: its ServiceName is an account or a host, and its ProcessName a path below the folder
 * of a user.
 */
const EVENT_DATA = /(?:^|[._-])(?:event|user)_?data[._-]/i;
/** The same fields where nothing stands above them. ECS writes `service.name`. */
const OF_WINDOWS = /(?:^|\.)(?:[A-Z][a-z]+)*(?:Service|Process|Application)(?:Name)?(?:\.[a-z]+)?$/;

/** Other forms of the same values, as mappings add them. */
const FORM = /^(?:keyword|raw|text)$/;

/** The words of "winlog.event_data.TargetUserName": also those of names without separators. */
function wordsOf(field: string): string[] {
  const words = field.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
  return words.split(/[._-]/);
}

/** Whether the values of a field are known to name no host and no person. */
function isHarmless(field: string): boolean {
  if (EVENT_DATA.test(field) || OF_WINDOWS.test(field)) return false;
  const words = wordsOf(field);
  const whole = field.includes('.') && FORM.test(words.at(-1) ?? '') ? words.slice(0, -1) : words;
  const ends = [whole.slice(-1), whole.slice(-2)].map((end) => end.join(''));
  return ends.some((end) => HARMLESS.some((kind) => kind.test(end)));
}

/** The part of a source that says what its series are named by. */
export type NamedBy = Pick<Source, 'id' | 'subtype_fields'>;

/** Tells by its id whether the series of a source are to be left unnamed. */
export type UnnamedSources = Pick<ReadonlySet<string>, 'has'>;

/**
 * The sources whose subtypes may name hosts or people. A report without names leaves them out. That
 * holds for each field that is not known to have harmless values: there are more fields that name
 * somebody than any list of them has. It holds for each source that is not given, too.
 *
 * @param sources in all of their definitions: that of the settings, and that of a run before them
 */
export function unnamedSources(sources: readonly NamedBy[]): UnnamedSources {
  const harmless = new Set(sources.map(({ id }) => id));
  for (const { id, subtype_fields: fields } of sources) {
    if (!fields.every(isHarmless)) harmless.delete(id);
  }
  return { has: (id) => !harmless.has(id) };
}
