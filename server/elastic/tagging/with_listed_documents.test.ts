import { fakeElasticsearch } from '../../../test/fixtures/counts_fake_elasticsearch';
import { parseSettings } from '../../../common/settings/parse_settings';
import { ledgerOf } from '../../app/runs/ledger';
import type { Run } from '../../app/runs/run';
import { startedRun } from '../../app/runs/started_run';
import { viewOfDay } from '../../app/runs/view/day_view';
import { toApiRun } from '../../answers/to_api_run';
import { withListedDocuments } from './with_listed_documents';

const { signal } = new AbortController();
const DAY = '2015-04-01';
const parsed = parseSettings({ zone: 'UTC' });
if ('errors' in parsed) throw new Error(parsed.errors.join());
const { settings } = parsed;

function run(parts: Partial<Run>): Run {
  const asked = { day: DAY, scope: 'default', settings, now: new Date(), attempt: 'a' };
  return { ...startedRun({ ...asked, started_by: null, origin: 'command' }), ...parts };
}

/** The run as everybody sees it if the journal lists 327 tags and 957 more of which no answer came. */
async function told(parts: Partial<Run>): Promise<Run> {
  const { client, close } = await fakeElasticsearch(() => ({ status: 500, body: {} }));
  const tagged = new Map([[DAY, { documents: 327, is_most: false, unsettled: 957 }]]);
  const [first] = await withListedDocuments(client, [run(parts)], signal, tagged);
  await close();
  if (first === undefined) throw new Error('the run is gone');
  return first;
}

const numbers = { tagged: 327, tagged_unsettled: 957 };

describe('documents of which no answer came', () => {
  it.each(['partial', 'failed', 'canceled'] as const)(
    'are not among the tagged ones of a run that is %s',
    async (status) => {
      const one = await told({ status, tagged: 400 });
      expect(one).toMatchObject(numbers);
      expect(viewOfDay([one])?.run).toMatchObject(numbers);
      expect(toApiRun(one, new Date())).toMatchObject(numbers);
      const facts = { zone: 'UTC', runs: [one], late: new Map(), now: new Date() };
      expect(ledgerOf([DAY], facts)).toMatchObject([numbers]);
    },
  );

  it('count after an unclean end as well', async () => {
    const long = new Date(Date.now() - 600_000).toISOString();
    expect(await told({ status: 'running', heartbeat_at: long })).toMatchObject(numbers);
  });

  it('are only under way while the run is', async () => {
    const one = await told({ status: 'running' });
    expect(one.tagged).toBe(327);
    expect(one.tagged_unsettled).toBeUndefined();
  });
});
