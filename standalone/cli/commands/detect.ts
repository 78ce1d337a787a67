import { fstatSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Option, type Command } from 'commander';
import { explainIssues, type Settings } from '../../../common/settings';
import { contextOf, detectCase, detectCaseSchema, seriesCaseOf } from '../../../common/waveform';
import { withAbort } from '../basics/abort';
import { loadSettings, withSettingsOptions, type SettingsOptions } from '../basics/load_settings';
import { say } from '../basics/output';
import { UserError } from '../basics/user_error';

interface DetectOptions extends SettingsOptions {
  readonly method?: Settings['method'];
  readonly scores?: true;
}

/** One result line, or what is wrong with the line. */
type DetectedLine = { readonly result: string } | { readonly fault: string };

/**
 * Assesses one line of input: a case as JSON.
 *
 * @param withScores whether the result also has the score of every hour
 */
export function detectLine(line: string, settings: Settings, withScores = false): DetectedLine {
  try {
    const parsed = detectCaseSchema.safeParse(JSON.parse(line), { reportInput: true });
    if (!parsed.success) return { fault: explainIssues(parsed.error.issues, []).join('; ') };
    const given = parsed.data;
    const { flags, scores } = detectCase(seriesCaseOf(given), settings, contextOf(given));
    const { id } = given;
    return { result: JSON.stringify(withScores ? { id, flags, scores } : { id, flags }) };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError)
      return { fault: error.message };
    throw error;
  }
}

/** How many lines of input there were, and how many of them were bad. */
interface LineCounts {
  readonly lines: number;
  readonly bad: number;
}

/**
 * Assesses every line of `input` in order and writes a line for each good one to `output`. A bad
 * one is reported with its number.
 */
export async function detectLines(
  input: Readable,
  output: NodeJS.WritableStream,
  settings: Settings,
  withScores: boolean,
  signal: AbortSignal,
): Promise<LineCounts> {
  let lines = 0;
  let bad = 0;
  async function* results(): AsyncGenerator<string> {
    let number = 0;
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      number += 1;
      if (line.trim() === '') continue;
      lines += 1;
      const detected = detectLine(line, settings, withScores);
      if ('result' in detected) yield `${detected.result}\n`;
      else {
        bad += 1;
        say(`logwave: line ${number}: ${detected.fault}`);
      }
    }
  }
  await pipeline(Readable.from(results()), output, { signal, end: false });
  return { lines, bad };
}

const NO_CASE = 'standard input has no case: give one line of JSON for each';

/** @throws UserError for `logwave detect < FOLDER`, which Node reads as if it were empty */
function assertReadable(descriptor: number): void {
  if (fstatSync(descriptor).isDirectory()) throw new UserError('standard input is a folder');
}

/** `logwave detect`: assesses cases from standard input, without Elasticsearch. */
export function registerDetect(program: Command): void {
  withSettingsOptions(program.command('detect'))
    .description('assess cases from standard input, one line of JSON each; needs no Elasticsearch')
    .addOption(
      new Option('--method <method>', 'the method of detection').choices(['calibrated', 'talk']),
    )
    .option('--scores', 'add the score of each of the 24 hours')
    .option('--json', 'always on; each result is one line of JSON')
    .addHelpText(
      'after',
      `
A case:   {"id": "a", "date": "2015-04-01", "test": [24 counts],
           "train": [{"date": "2015-03-25", "counts": [24 counts]}, …]}
A result: {"id": "a", "flags": [{"hour": 15, "score": 8.1, "direction": "high"}]}
With --scores also "scores": [24 numbers]; null for an hour that was not tested.

The flags are the hours that Logwave would tag. A day that moved as a whole has
the hours that showed it; a working day that is like a Sunday, or a day that is
one hour late or early, is not a finding. If Sundays have no event, neither has
such a day: logwave silence says whether it is an outage. "train": [] with
"source_days": 9 is a series that was never seen in 9 days of its source: each
hour with an event is flagged. Without "source_days" such a case is not assessed.`,
    )
    .action(async (options: DetectOptions) => {
      const loaded = await loadSettings(options);
      const settings = { ...loaded, method: options.method ?? loaded.method };
      assertReadable(process.stdin.fd);
      const { lines, bad } = await withAbort((signal) =>
        detectLines(process.stdin, process.stdout, settings, options.scores === true, signal),
      );
      if (lines === 0) throw new UserError(NO_CASE);
      if (bad > 0)
        throw new UserError(`${bad} bad ${bad === 1 ? 'line' : 'lines'}; the others were assessed`);
    });
}
