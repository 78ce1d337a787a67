import { greatest } from '../../../common/lists';
import { countWords, dateWords, pluralWords, weekdayWords } from '../../../common/waveform/words';
import { weekdayOf } from '../../../common/time';
import type { Backtest, LimitRow, Proposal } from '../../../server/app/again';
import type { Ink } from './report';
import { INDENT, visible, wrap } from './report_text';

const BAR = '█';
const WIDEST_BAR = 40;
const WEEKDAY_LETTERS = 3;

function mean(flags: number): string {
  return flags.toFixed(flags < 10 ? 1 : 0);
}

function dayLines({ days }: Backtest): string[] {
  const most = greatest([WIDEST_BAR, ...days.map(({ flags }) => flags)]);
  const wide = greatest(days.map(({ flags }) => countWords(flags).length));
  return days.map(({ day, flags }) => {
    const weekday = weekdayWords(weekdayOf(day)).slice(0, WEEKDAY_LETTERS);
    const bar = BAR.repeat(Math.ceil((flags / most) * WIDEST_BAR));
    return `${INDENT}${day} ${weekday} ${countWords(flags).padStart(wide)} ${bar}`.trimEnd();
  });
}

function seriesLines({ most_flagged: most, days }: Backtest): string[] {
  const wide = greatest([0, ...most.map(({ flags }) => countWords(flags).length)]);
  const lines = most.flatMap(({ name, code, flags }) => {
    const series = name === code ? name : `${name} (${code})`;
    const indent = ' '.repeat(INDENT.length + wide + 1);
    const [first = '', ...rest] = wrap(series, indent);
    return [`${INDENT}${countWords(flags).padStart(wide)} ${first.trimStart()}`, ...rest];
  });
  const over = `on how many of ${pluralWords(days.length, 'day')}`;
  return lines.length === 0 ? [] : ['', `Series with the most findings, and ${over}:`, ...lines];
}

function limitLine({ limit, flags_a_day: flags, busiest_day: busiest }: LimitRow): string {
  const [a, b, c] = [String(limit), mean(flags), countWords(busiest)];
  return `${INDENT}${a.padStart(9)} ${b.padStart(15)} ${c.padStart(12)}`;
}

function limitLines({ limits, limit }: Backtest, ink: Ink): string[] {
  if (limits.length === 0) return [];
  const head = `${INDENT}threshold  findings a day  busiest day`;
  const rows = limits.map((row) =>
    row.limit === limit ? ink.bold(`${limitLine(row)}  now`) : limitLine(row),
  );
  return ['', 'What another threshold would do:', head, ...rows];
}

function proposalLines({ budget, row, at_any_limit: always }: Proposal): string[] {
  const most = `at most ${budget} ${budget === 1 ? 'finding' : 'findings'} a day`;
  if (row === null) {
    const words = `No threshold gives ${most}: ${mean(always)} a day exceed the highest threshold of the settings, or are new series or silent sources.`;
    return ['', ...wrap(words, '')];
  }
  const { limit, flags_a_day: flags } = row;
  const setting = JSON.stringify({ calibrated: { score_limit: limit } });
  return [
    '',
    ...wrap(
      `For ${most}, use the threshold ${limit}: it gives ${mean(flags)} a day on average.`,
      '',
    ),
    'Put this into the settings file:',
    `${INDENT}${setting}`,
  ];
}

/** What a back-test found, line by line. */
export function backtestLines(result: Backtest, ink: Ink): string[] {
  const { days, zone, method, flags_a_day: flags, proposal, notes } = result;
  const [first, last] = [days[0]?.day ?? '', days.at(-1)?.day ?? ''];
  const series = greatest([0, ...days.map((one) => one.series)]);
  const head = `${dateWords(first)} to ${dateWords(last)}, ${zone}, method ${method}`;
  const mostSeries = `up to ${pluralWords(series, 'series', 'series')}`;
  return [
    ink.bold(`${head}: ${mean(flags)} findings a day over ${mostSeries}`),
    ...dayLines(result),
    ...seriesLines(result),
    ...limitLines(result, ink),
    ...(proposal === null ? [] : proposalLines(proposal)),
    ...(notes.length === 0 ? [] : ['', 'Notes:']),
    ...notes.flatMap((note) => wrap(`- ${visible(note)}`, INDENT)),
  ];
}
