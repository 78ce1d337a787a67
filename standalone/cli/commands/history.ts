import { type Command, InvalidArgumentError } from 'commander';
import type { HistoryEntry } from '../../../common/history';
import { listHistory } from '../../../server/wiring';
import { withElasticOptions, withElasticsearch, type ElasticOptions } from '../basics/context';
import { print, printJson } from '../basics/output';

const DEFAULT_LIMIT = 50;

const EXAMPLES = `
Settings, judgments, mutes and calendars: nothing of this history is ever changed or removed.

  logwave history
  logwave history --limit 1000 --json`;

interface HistoryOptions extends ElasticOptions {
  readonly json?: true;
  readonly limit: number;
}

function limitOption(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a number from 1 on.');
}

/** "2026-11-26 08:00 ana: training.days 31 → 14". */
export function historyLine({ at, author, about, from, to, note }: HistoryEntry): string {
  const when = at.slice(0, 16).replace('T', ' ');
  const change = `${from ?? 'nothing'} → ${to ?? 'nothing'}`;
  return `${when} ${author ?? 'unknown'}: ${about}: ${change}${note === null ? '' : ` (${note})`}`;
}

async function show(options: HistoryOptions): Promise<void> {
  const all = await withElasticsearch(options, listHistory);
  const shown = all.slice(0, options.limit);
  if (options.json === true) return printJson({ entries: shown, total: all.length });
  if (all.length === 0) return print('Nobody has decided anything yet.');
  for (const entry of shown) print(historyLine(entry));
  if (shown.length < all.length) print(`${all.length - shown.length} earlier ones: use --limit.`);
}

/** `logwave history`: who has decided what. */
export function registerHistory(program: Command): void {
  withElasticOptions(program.command('history'))
    .description('list who has changed settings, judgments, mutes and calendars')
    .option('--limit <number>', 'how many are listed, the latest first', limitOption, DEFAULT_LIMIT)
    .addHelpText('after', EXAMPLES)
    .action(show);
}
