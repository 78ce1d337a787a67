import { hookOnPage } from '../../../test/fixtures/page_hook';
import { settle } from '../../../test/fixtures/render_hook';
import type { Remote } from '../basics';
import { useOutages } from './use_outages';

type Settings = Parameters<typeof useOutages>[0];
type Data = NonNullable<Settings['data']>;

const OUTAGE = { day: '2015-03-18', source: 'syslog' };

function settings(...outages: readonly object[]): Settings {
  const data = { settings: { outages } } as unknown as Data;
  return { data, fault: undefined, isLoading: false, reload: () => undefined };
}

const UNKNOWN: Remote<Data> = {
  ...{ data: undefined, fault: undefined, isLoading: true, reload: () => undefined },
};

describe('the days that are left out', () => {
  it('are those of the settings, once they are known', async () => {
    const { now, draw } = await hookOnPage(useOutages, UNKNOWN);
    expect(now().all).toBeUndefined();
    await draw(settings(OUTAGE));
    expect(now()).toMatchObject({ all: [OUTAGE], isSaved: false });
  });

  it('are those that the host answers, after one was saved', async () => {
    const { now, last } = await hookOnPage(useOutages, settings());
    await settle(() => now().change({ day: '2015-03-18' }, true));
    expect(now().isSaving).toBe(true);
    expect(last()).toMatchObject({
      ...{ id: 'putOutage' },
      parts: { body: { day: '2015-03-18', source: null, is_left_out: true } },
    });
    await last().answer({ settings: { outages: [{ day: '2015-03-18' }] } });
    expect(now()).toMatchObject({
      ...{ all: [{ day: '2015-03-18' }], isSaved: true, isSaving: false, fault: undefined },
    });
  });

  it('stay as they are where saving fails, and the page says why', async () => {
    const { now, last } = await hookOnPage(useOutages, settings(OUTAGE));
    await settle(() => now().change(OUTAGE, false));
    await last().fail(403);
    expect(now()).toMatchObject({ all: [OUTAGE], isSaved: false, isSaving: false });
    expect(now().fault?.statusCode).toBe(403);
    await settle(() => now().change(OUTAGE, false));
    expect(now().fault).toBeUndefined();
  });

  it('are asked for by the last change alone, and by none when the reader leaves', async () => {
    const { now, asked, takeAway } = await hookOnPage(useOutages, settings());
    await settle(() => now().change(OUTAGE, true));
    await settle(() => now().change(OUTAGE, false));
    expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    await takeAway();
    expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, true]);
  });
});
