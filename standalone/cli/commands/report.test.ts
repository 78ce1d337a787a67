import { runInProcess, type Said } from '../../../test/fixtures/command_in_process';
import { onlySource, testFolder, type TestFolder } from '../../../test/fixtures/cli_settings';
import {
  serveMemory,
  serveTest,
  textOf,
  type TestServer,
} from '../../../test/fixtures/memory_server';
import { addDays, type Day } from '../../../common/time';
import { MemoryCluster } from '../../memory';
import { registerAnalyze } from './analyze';
import { registerReport } from './report';

const DAY: Day = '2015-04-01';
const TRAINING_DAYS = 9;
const USERS = ['mallory', 'carol'];
const INDEX = 'logins';

/** Six events an hour of each user; on the day the first user has sixty at noon. */
function clusterWithLogins(): MemoryCluster {
  const cluster = new MemoryCluster();
  const text = { type: 'keyword' };
  const index = cluster.make(INDEX, {
    mappings: { properties: { '@timestamp': { type: 'date' }, type: text, user: text, host: text } },
  });
  const put = (user: string, time: number, id: string): void => {
    index.put(id, { '@timestamp': new Date(time).toISOString(), type: 'syslog', user, host: `of-${user}` });
  };
  for (const user of USERS) {
    for (let age = 0; age <= TRAINING_DAYS; age += 1) {
      const begin = Date.parse(addDays(DAY, -age));
      for (let event = 0; event < 24 * 6; event += 1) {
        put(user, begin + event * 600_000, `${user} ${age} ${event}`);
      }
    }
  }
  for (let event = 0; event < 60; event += 1) {
    put(USERS[0] ?? '', Date.parse(DAY) + 43_200_000 + event * 1_000, `noon ${event}`);
  }
  return cluster;
}

let folder: TestFolder;
let settings: string;
let elastic: TestServer;
const opened: TestServer[] = [];

beforeEach(async () => {
  folder = await testFolder();
  settings = await folder.write('settings.json', onlySource(INDEX, 'user'));
  elastic = await serveMemory(clusterWithLogins());
  opened.push(elastic);
  const args = ['analyze', '--es', elastic.url, '--settings', settings, '--day', DAY];
  await runInProcess(registerAnalyze, args);
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
  await folder.remove();
});

function report(...args: readonly string[]): Promise<Said> {
  const common = ['--es', elastic.url, '--settings', settings, '--day', DAY];
  return runInProcess(registerReport, ['report', ...common, ...args]);
}

/** What a webhook is sent by `logwave report --send`. */
async function sentBy(...args: readonly string[]): Promise<string> {
  let heard = '';
  const hook = await serveTest((request, response) => {
    void textOf(request).then((body) => {
      heard += body;
      response.end('ok');
    });
  });
  opened.push(hook);
  const channels = { chat: { type: 'webhook', url: hook.url } };
  const notify = await folder.write('notify.json', channels);
  await folder.protect('notify.json');
  await report('--send', 'chat', '--notify', notify, ...args);
  return heard;
}

describe('logwave report --send', () => {
  it('sends the names unless it is told not to', async () => {
    expect(await sentBy()).toContain('mallory');
    const told = await sentBy('--without-names');
    expect(told).toContain('A series of Syslog');
    expect(USERS.filter((name) => told.includes(name))).toEqual([]);
  });
});
