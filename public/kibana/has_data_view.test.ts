import type { StartDependencies } from './contracts';

type DataViews = NonNullable<StartDependencies['dataViews']>;

/** A fresh page of Kibana: nothing was seen yet. */
async function fresh() {
  jest.resetModules();
  return (await import('./has_data_view')).hasDataView;
}

function answering(answer: () => Promise<boolean>): DataViews & { asked: number } {
  const dataViews = {
    asked: 0,
    hasData: {
      hasUserDataView: () => {
        dataViews.asked += 1;
        return answer();
      },
    },
  };
  return dataViews;
}

describe('hasDataView', () => {
  it('asks again until there is one, and then stops', async () => {
    const hasDataView = await fresh();
    const answers = [false, true];
    const dataViews = answering(() => Promise.resolve(answers.shift() ?? false));
    expect(await hasDataView(dataViews)).toBe(false);
    expect(await hasDataView(dataViews)).toBe(true);
    expect(await hasDataView(dataViews)).toBe(true);
    expect(dataViews.asked).toBe(2);
  });

  it('keeps Discover where Kibana cannot tell', async () => {
    const hasDataView = await fresh();
    const told = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(await hasDataView(answering(() => Promise.reject(new Error('away'))))).toBe(true);
    expect(await hasDataView(undefined)).toBe(true);
    expect(told).toHaveBeenCalledTimes(1);
    told.mockRestore();
  });
});
