import type { ApiRun } from '../../../../../common/api/schemas/run_schema';
import { ordinaryDay } from '../../../../../test/fixtures/page_day';
import type { ApiClient } from '../../../basics/api_client';
import { ApiFault } from '../../../basics/api_fault';
import { watchRun } from './watch_run';

const { run } = ordinaryDay();
const RUNNING: ApiRun = { ...run, status: 'running' };

function scripted(answers: readonly (ApiRun | ApiFault)[]): ApiClient {
  const left = [...answers];
  return (() => {
    const next = left.shift() ?? run;
    return next instanceof ApiFault ? Promise.reject(next) : Promise.resolve(next);
  }) as ApiClient;
}

function listening() {
  const heard: string[] = [];
  return {
    heard,
    onRun: ({ status }: ApiRun) => heard.push(status),
    onSilence: ({ statusCode }: ApiFault) => heard.push(`silence ${statusCode}`),
  };
}

describe('watching a run', () => {
  it('reports it until it ends, and keeps asking while nothing answers', async () => {
    const listener = listening();
    const away = new ApiFault(503, 'elasticsearch_unreachable', 'No reply.');
    const gone = new ApiFault(0, 'no_answer', 'No reply.');
    const api = scripted([RUNNING, away, gone, RUNNING, run]);
    const ended = await watchRun(api, 'r', listener, new AbortController().signal, 0);
    expect(ended).toBe(run);
    expect(listener.heard).toEqual(['running', 'silence 503', 'silence 0', 'running', 'analyzed']);
  });

  it('gives up what asking again does not change', async () => {
    const api = scripted([new ApiFault(404, 'run_not_found', 'There is no such run.')]);
    const watching = watchRun(api, 'r', listening(), new AbortController().signal, 0);
    await expect(watching).rejects.toThrow('There is no such run.');
  });

  it('ends without a result when it is stopped', async () => {
    const controller = new AbortController();
    const listener = { ...listening(), onRun: () => controller.abort() };
    const ended = await watchRun(scripted([RUNNING]), 'r', listener, controller.signal, 10_000);
    expect(ended).toBeUndefined();
  });
});
