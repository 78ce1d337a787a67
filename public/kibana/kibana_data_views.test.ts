import type { HttpAnswer } from '../app/basics/http';
import { kibanaDataViews } from './kibana_data_views';

const { signal } = new AbortController();

/** Kibana, with what it answers to each path. */
function viewsOf(answers: Readonly<Record<string, HttpAnswer>>) {
  return kibanaDataViews(({ path }) => Promise.resolve(answers[path] ?? { status: 404, body: {} }));
}

describe('the data views of Kibana', () => {
  it('are listed by the names that readers see', async () => {
    const data_view = [
      { id: 'a', title: 'logs-*', name: 'All logs', namespaces: ['default'] },
      { id: 'b', title: 'metrics-*' },
    ];
    const views = viewsOf({ '/api/data_views': { status: 200, body: { data_view } } });
    expect(await views.list(signal)).toEqual([
      { id: 'a', name: 'All logs' },
      { id: 'b', name: 'metrics-*' },
    ]);
  });

  it('have a pattern, a time field and runtime fields, the parts of composite ones too', async () => {
    const data_view = {
      id: 'a b',
      title: 'logs-*',
      name: '',
      timeFieldName: '@timestamp',
      runtimeFieldMap: {
        status_class: { type: 'keyword', script: { source: 'emit("2xx")' } },
        parsed: { type: 'composite', fields: { verb: { type: 'keyword' } } },
      },
      fields: { message: { type: 'string' } },
    };
    const path = '/api/data_views/data_view/a%20b';
    const views = viewsOf({ [path]: { status: 200, body: { data_view } } });
    expect(await views.read('a b', signal)).toEqual({
      name: 'logs-*',
      title: 'logs-*',
      time_field: '@timestamp',
      runtime_fields: ['status_class', 'parsed.verb'],
    });
  });

  it('are refused with the words of Kibana', async () => {
    const body = { message: 'Forbidden' };
    const views = viewsOf({ '/api/data_views': { status: 403, body } });
    await expect(views.list(signal)).rejects.toThrow('Forbidden');
  });
});
