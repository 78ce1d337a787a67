import { dayPath, seriesPath } from '../app/basics/address';
import { logwaveLocator } from './logwave_locator';

const place = (params: Record<string, unknown>) => logwaveLocator.getLocation(params);

describe('LOGWAVE_APP_LOCATOR', () => {
  it('leads to a day, and to a series of it, by the addresses of the page', async () => {
    const day = '2026-11-27';
    expect(await place({ day })).toEqual({ app: 'logwave', path: dayPath(day), state: {} });
    const subtype = 'ssh & <b>?#/äß';
    expect(await place({ day, source: 'syslog', series: subtype })).toMatchObject({
      path: seriesPath(day, { source: 'syslog', subtype }),
    });
  });

  it.each([
    ['nothing', {}],
    ['what is not a day', { day: '../settings' }],
    ['something else', { day: 7, source: 'syslog', series: '5' }],
  ])('leads to the latest day if it is given %s', async (_, params) => {
    expect(await place(params)).toMatchObject({ path: '/' });
  });

  it('leads to the day where the series is not named whole', async () => {
    expect(await place({ day: '2026-11-27', source: 'syslog' })).toMatchObject({
      path: '/day/2026-11-27',
    });
  });
});
