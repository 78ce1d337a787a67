import { hookOnPage } from '../../../../../test/fixtures/page_hook';
import { settle } from '../../../../../test/fixtures/render_hook';
import { useKeptDays } from './use_kept_days';

const SERIES = { source: 'syslog', subtype: '5' };
const SETTINGS = {
  series: [
    { ...SERIES, omit_days: ['2015-03-20'] },
    { source: 'syslog', subtype: '6', omit_days: ['2015-03-21'] },
  ],
  outages: [{ day: '2015-03-19' }, { day: '2015-03-18', source: 'ossec' }],
};

async function loaded() {
  const hook = await hookOnPage(() => useKeptDays(SERIES), undefined);
  expect(hook.now().stored).toBeUndefined();
  await hook.last().answer({ settings: SETTINGS });
  return hook;
}

describe('days that a series leaves out', () => {
  it('are its own, and the outages of its source', async () => {
    const { now } = await loaded();
    expect(now()).toMatchObject({
      ...{ stored: ['2015-03-19', '2015-03-20'], outages: ['2015-03-19'], isKept: false },
    });
  });

  it('are saved without the outages, which stay', async () => {
    const { now, last } = await loaded();
    await settle(() => now().keep(['2015-03-19', '2015-03-22']));
    expect(last()).toMatchObject({
      ...{ id: 'putSeriesSettings', parts: { body: { ...SERIES, omit_days: ['2015-03-22'] } } },
    });
    expect(now()).toMatchObject({ isSaving: true, isKept: false });
    await last().answer({});
    expect(now()).toMatchObject({
      ...{ isSaving: false, isKept: true, stored: ['2015-03-19', '2015-03-22'] },
    });
  });

  it('are as they were if they could not be saved', async () => {
    const { now, last } = await loaded();
    await settle(() => now().keep([]));
    await last().fail(403);
    expect(now()).toMatchObject({
      ...{ isSaving: false, isKept: false, stored: ['2015-03-19', '2015-03-20'] },
      fault: { statusCode: 403 },
    });
  });
});
