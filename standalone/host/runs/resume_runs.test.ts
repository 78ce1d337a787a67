import { Client, errors } from '@elastic/elasticsearch';
import { parseSettings } from '../../../common/settings/parse_settings';
import type { RunRequest } from '../../../server/app/runs/started_run';
import type { Caller } from '../../../server/wiring/caller';
import type { Services } from '../../../server/wiring/services';
import type { HostDocuments } from '../settings/host_documents';
import type { HostRuns, StoppedRun } from './host_runs';
import { resumeRuns, resumeWhenPossible, stopRuns } from './resume_runs';

const { signal } = new AbortController();
const caller: Caller = {
  name: null,
  can: () => Promise.resolve(true),
  request: null,
  client: new Client({ node: 'http://127.0.0.1:1' }),
};
const away = () => new errors.ConnectionError('connect ECONNREFUSED');
const stopped = (day: string): StoppedRun => ({ day, is_tagging: true, origin: 'user' });
const DAYS = ['2026-11-20', '2026-11-21', '2026-11-22'];

/** The list of stopped runs in memory; it is overwritten by others before some of our writes. */
function listOf(runs: readonly StoppedRun[], othersWrite = 0) {
  let number = 1;
  let others = othersWrite;
  const list = { runs };
  const documents: HostDocuments = {
    read: () => Promise.resolve({ content: { runs: list.runs }, version: String(number) }),
    write: (_id, content, version) => {
      if (others > 0) {
        others -= 1;
        number += 1;
      }
      if (version !== String(number)) return Promise.resolve(undefined);
      number += 1;
      list.runs = (content as { runs: StoppedRun[] }).runs;
      return Promise.resolve(String(number));
    },
    remove: () => Promise.resolve(true),
  };
  return { list, documents };
}

/** Services whose runs begin, as long as Elasticsearch answers. */
function servicesWith(begin: (day: string) => Promise<void>) {
  const begun: string[] = [];
  const lines: string[] = [];
  const parsed = parseSettings({ zone: 'UTC' });
  if ('errors' in parsed) throw new Error(parsed.errors.join());
  const { settings } = parsed;
  const say = (line: string) => void lines.push(line);
  const services = {
    settings: { load: () => Promise.resolve({ settings }) },
    runs: {
      start: async ({ day }: RunRequest) => {
        await begin(day);
        begun.push(day);
      },
    },
    now: () => new Date('2026-11-28T06:00Z'),
    log: { info: say, warn: say, error: say },
  } as unknown as Services;
  return { services, begun, lines };
}

describe('resumeRuns', () => {
  it('keeps what it could not begin, so that the next start begins it', async () => {
    const { list, documents } = listOf(DAYS.map(stopped));
    let isAway = true;
    const { services, begun } = servicesWith((day) =>
      isAway && day === DAYS[1] ? Promise.reject(away()) : Promise.resolve(),
    );
    await expect(resumeRuns(documents, caller, services, signal)).rejects.toThrow('ECONNREFUSED');
    expect([begun, list.runs]).toEqual([
      [DAYS[0]],
      [DAYS[1], DAYS[2]].map((day) => stopped(day ?? '')),
    ]);
    isAway = false;
    expect(await resumeRuns(documents, caller, services, signal)).toEqual([DAYS[1], DAYS[2]]);
    expect([begun, list.runs]).toEqual([DAYS, []]);
  });

  it('tries again until Elasticsearch answers, and warns once', async () => {
    const { list, documents } = listOf(DAYS.map(stopped));
    let answers = 0;
    const { services, begun, lines } = servicesWith(() =>
      (answers += 1) <= 3 ? Promise.reject(away()) : Promise.resolve(),
    );
    const wait = jest.fn(() => Promise.resolve());
    await resumeWhenPossible(documents, caller, services, wait, signal);
    expect([begun, list.runs]).toEqual([DAYS, []]);
    expect(wait).toHaveBeenCalledTimes(3);
    expect(lines).toEqual([
      expect.stringContaining('Stopped runs cannot continue: no connection to Elasticsearch'),
      `Resuming the analysis of ${DAYS.join(', ')}.`,
    ]);
  });

  it('gives up what does not pass by itself', async () => {
    const { list, documents } = listOf(DAYS.map(stopped));
    const { services, lines } = servicesWith(() => Promise.reject(new Error('not allowed')));
    const wait = jest.fn(() => Promise.resolve());
    await resumeWhenPossible(documents, caller, services, wait, signal);
    expect([list.runs.length, wait.mock.calls.length]).toEqual([3, 0]);
    expect(lines).toEqual(['Stopped runs cannot continue: not allowed']);
  });
});

describe('stopRuns', () => {
  it('keeps each run once, also where another host writes the list meanwhile', async () => {
    const { list, documents } = listOf([stopped('2026-11-19'), stopped(DAYS[0] ?? '')], 2);
    const runs = { stopForNow: () => Promise.resolve(DAYS.map(stopped)) } as unknown as HostRuns;
    await stopRuns(runs, documents, signal);
    expect(list.runs.map(({ day }) => day)).toEqual(['2026-11-19', ...DAYS]);
  });
});
