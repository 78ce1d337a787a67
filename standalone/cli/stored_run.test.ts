import { BROKEN, fakeElasticsearch } from '../../test/fixtures/counts_fake_elasticsearch';
import type { RunStatus } from '../../server/app/runs/run';
import { storedRun } from './stored_run';

const RUN = 'default:2015-04-01:UTC';
const { signal } = new AbortController();

/** Asks an Elasticsearch whose run has this status, or which has none, for the run. */
async function askedFor(status: RunStatus | undefined) {
  const day = { scope: 'default', day: '2015-04-01', zone: 'UTC' };
  const _source = { run_id: RUN, ...day, status };
  const { client, close } = await fakeElasticsearch(({ path }) => {
    if (path.includes('/_doc/')) {
      const found = { _index: 'logwave-runs', _id: RUN, found: status !== undefined };
      return status === undefined
        ? { status: 404, body: found }
        : { body: { ...found, _seq_no: 1, _primary_term: 1, _source } };
    }
    return path.includes('_field_caps') ? { body: { indices: [], fields: {} } } : BROKEN;
  });
  try {
    return await storedRun(client, RUN, signal);
  } finally {
    await close();
  }
}

describe('storedRun', () => {
  it.each(['analyzed', 'partial'] as const)('gives a run that is %s', async (status) => {
    expect(await askedFor(status)).toMatchObject({ run_id: RUN, status });
  });

  it.each([
    ['running', `${RUN} is running: wait until it ends`],
    ['canceling', `${RUN} is canceling: wait until it ends`],
    ['failed', `${RUN} did not finish (failed): analyze the day again first`],
    ['canceled', `${RUN} did not finish (canceled): analyze the day again first`],
    [undefined, `there is no run "${RUN}": an id is written default:2015-04-01:UTC`],
  ] as const)('says about one that is %s what to do', async (status, message) => {
    await expect(askedFor(status)).rejects.toThrow(message);
  });
});
