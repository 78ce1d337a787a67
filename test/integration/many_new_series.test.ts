import { daysBefore } from '../../common/time/day';
import { fetchFindings } from '../../server/elastic/results/findings_store';
import { fetchStoredSeries } from '../../server/elastic/results/series/series_store';
import { DAY, taggable, taggingRunner, usualDays } from '../fixtures/tagging_runner';

const { client, logs, newScope, analyze, untag, countTagged, stop } = taggingRunner();
const { signal } = new AbortController();

jest.setTimeout(180_000);
afterAll(stop);

/** More than become findings, and more than fit into a block of series. */
const MADE_UP = 1_300;
const LOUD = 1_000;

describe('a source in which somebody invents series', () => {
  const index = 'many-new-it';

  it('has findings and tags for those with the most events, and a note for all', async () => {
    const names = Array.from({ length: MADE_UP }, (_, place) => `made up ${place}`);
    const documents = names.flatMap((name, place) =>
      taggable(12, name, place < LOUD ? [undefined, undefined] : [undefined]),
    );
    await logs.add(index, [...usualDays([DAY, ...daysBefore(DAY, 7)]), ...documents]);
    const scope = newScope();
    const { run, findings } = await analyze({ index, scope, training_days: 7 });
    expect(run).toMatchObject({
      status: 'analyzed',
      series: MADE_UP + 1,
      series_unusual: LOUD,
      findings: LOUD,
      tagged: 2 * LOUD,
    });
    expect(run.left_out).toEqual([
      'syslog: 1,300 series are new: the 1,000 with the most events are findings, the others are listed only, and none of their documents is tagged',
      'only the 100 most surprising of 1,000 findings were grouped into incidents',
      'only 1,000 of 4,950 pairs of findings were compared',
    ]);
    const named = new Set(findings.map(({ subtype }) => subtype));
    expect(named).toEqual(new Set(names.slice(0, LOUD)));
    expect(await fetchFindings(client, run.run_id, signal)).toHaveLength(LOUD);
    expect(await countTagged(index)).toBe(2 * LOUD);

    const wanted = [{ run_id: run.run_id, sources: ['syslog'] }];
    const fields = ['subtype', 'state', 'reason'] as const;
    const [stored] = await fetchStoredSeries(client, wanted, fields, signal);
    const heldBack = stored?.series.filter(({ state }) => state === 'below_floor');
    expect(heldBack).toHaveLength(MADE_UP - LOUD);
    expect(heldBack?.[0]?.reason).toBe(
      'New, but no finding: many other new series have more events.',
    );
    await untag(scope);
    expect(await countTagged(index)).toBe(0);
  });
});
