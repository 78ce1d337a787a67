import type { Client } from '../../../server/elastic/client';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { ApiError, JUDGMENT_DAYS, type NewJudgment } from '../../../common/api';
import {
  type Judgment,
  type JudgmentKind,
  LONGEST_NOTE,
  REPEATS,
  type Repeats,
  VERDICTS_OF_PEOPLE,
} from '../../../common/marks';
import type { Settings } from '../../../common/settings';
import type { Day } from '../../../common/time';
import { type JudgmentReplay, judgmentWords } from '../../../server/app/again';
import { fetchUserName } from '../../../server/elastic/asking';
import { keepJudgment, tryJudgment } from '../../../server/wiring';
import { withElasticOptions, withElasticsearch, type ElasticOptions } from '../basics/context';
import { loadSettings, withSettingsOptions, type SettingsOptions } from '../basics/load_settings';
import { dayOption } from '../basics/option_values';
import { print, printJson } from '../basics/output';
import { UserError } from '../basics/user_error';
import { judgedWords } from '../reports/report_judgment';

const EXAMPLES = `
Hours that are expected are not findings, and are learned from. The hours of an incident are not learned
from. "none" removes the judgment. A judgment needs "write" on logwave-marks only. Days that were
analyzed before change when they are analyzed again.

  logwave judge --day 2026-11-25 --source syslog --subtype 5 expected --note "weekly backup" \\
    --hours 3-4 --repeats weekday --until 2027-03-01
  logwave judge --day 2026-11-25 --source syslog --subtype 5 incident --note "brute force"
  logwave judge --day 2026-11-25 --source syslog --subtype 5 none
  logwave judge --day 2026-11-25 --source syslog --subtype 5 expected --dry-run`;

const LAST_HOUR = 23;

interface JudgeOptions extends ElasticOptions, SettingsOptions {
  readonly day: Day;
  readonly source: string;
  readonly subtype?: string;
  readonly hours?: readonly number[];
  readonly repeats?: Repeats;
  readonly until?: Day;
  readonly note?: string;
  readonly dryRun?: true;
  readonly json?: true;
}

/** Hours of the wall clock, such as `3`, `3,15` or `3-5`. */
export function hoursOption(text: string): readonly number[] {
  const hours = text.split(',').flatMap((part) => {
    const [, first, last = first] = /^(\d{1,2})(?:-(\d{1,2}))?$/.exec(part.trim()) ?? [];
    const [from, to] = [Number(first), Number(last)];
    if (!(from <= to && to <= LAST_HOUR)) {
      throw new InvalidArgumentError('It must be hours from 0 to 23, such as 3 or 3-5,15.');
    }
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
  return [...new Set(hours)].sort((a, b) => a - b);
}

/** A note that is not too long. */
export function noteOption(text: string): string {
  if (text.length <= LONGEST_NOTE) return text;
  throw new InvalidArgumentError(
    `It can have at most ${LONGEST_NOTE.toLocaleString('en-US')} characters.`,
  );
}

function verdictArgument(text: string): JudgmentKind {
  const found = VERDICTS_OF_PEOPLE.find((one) => one === text);
  if (found !== undefined) return found;
  throw new InvalidArgumentError('It must be expected, incident or none.');
}

function newJudgment(judgment: JudgmentKind, options: JudgeOptions): NewJudgment {
  const { day, source, subtype = null, hours, repeats, until, note } = options;
  return {
    source,
    subtype,
    day,
    judgment,
    ...(hours === undefined ? {} : { hours: [...hours] }),
    ...(repeats === undefined ? {} : { repeats }),
    ...(until === undefined ? {} : { until }),
    ...(note === undefined ? {} : { note }),
  };
}

interface Judged {
  readonly replay: JudgmentReplay;
  /** Null if it was only tried. */
  readonly mark: Judgment | null;
}

async function judgeBy(
  client: Client,
  given: NewJudgment,
  settings: Settings,
  isTried: boolean,
  signal: AbortSignal,
): Promise<Judged> {
  const author = await fetchUserName(client, signal);
  const judging = { client, settings, author, now: new Date() };
  try {
    const replay = await tryJudgment(given, JUDGMENT_DAYS, judging, signal);
    return { replay, mark: isTried ? null : await keepJudgment(given, judging, signal) };
  } catch (error) {
    if (error instanceof ApiError) throw new UserError(error.message, 2);
    throw error;
  }
}

async function judge(judgment: JudgmentKind, options: JudgeOptions): Promise<void> {
  const settings = await loadSettings(options);
  const given = newJudgment(judgment, options);
  const isTried = options.dryRun === true;
  const { replay, mark } = await withElasticsearch(options, (client, signal) =>
    judgeBy(client, given, settings, isTried, signal),
  );
  if (options.json === true) return printJson({ judgment: mark, replay });
  print(judgmentWords(replay));
  for (const note of replay.notes) print(`Note: ${note}.`);
  print(mark === null ? 'Nothing was saved.' : judgedWords(mark));
}

/** `logwave judge`: records a judgment of a finding, after showing its effect. */
export function registerJudge(program: Command): void {
  withSettingsOptions(withElasticOptions(program.command('judge')))
    .description('judge a finding as expected or as an incident, or undo that')
    .argument('<judgment>', 'expected, incident or none', verdictArgument)
    .requiredOption('--day <day>', 'the day of the finding', dayOption)
    .requiredOption('--source <id>', 'its source')
    .option('--subtype <text>', 'its series; leave it out for a finding about the whole source')
    .option(
      '--hours <hours>',
      'the hours, such as 3-5,15 (default: those of the finding)',
      hoursOption,
    )
    .addOption(
      new Option('--repeats <when>', 'on this day, on this weekday, or every day')
        .choices(REPEATS)
        .default('once'),
    )
    .option(
      '--until <day>',
      'the first day on which "expected" no longer applies (92 days later)',
      dayOption,
    )
    .option('--note <text>', 'why, for those who read it', noteOption)
    .option('--dry-run', 'only show what the judgment would change')
    .addHelpText('after', EXAMPLES)
    .action(judge);
}
