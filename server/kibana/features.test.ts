import { PRIVILEGES } from '../../common/api/basics/endpoint';
import { endpoints } from '../../common/api';
import { kibanaFeatures } from './features';
import { ACCESS_TAGS, apiPrivilege } from './privileges';
import { routeConfig } from './routes';

describe('features', () => {
  it('grant every privilege that a route asks for', () => {
    const granted = new Set(kibanaFeatures.flatMap(({ privileges }) => privileges.all.api));
    expect([...granted].sort()).toEqual(PRIVILEGES.map(apiPrivilege).sort());
  });

  it('let a reader see and nothing else', () => {
    const levels = kibanaFeatures.flatMap(({ id, privileges: { read } }) =>
      read === undefined ? [] : [{ id, ui: read.ui, api: read.api }],
    );
    expect(levels).toEqual([{ id: 'logwave', ui: ['read'], api: ['logwave_read'] }]);
  });

  it('let those judge who may analyze, and those whose role adds judging to reading', () => {
    const judging = kibanaFeatures.flatMap(({ id, privileges }) =>
      privileges.all.api.includes('logwave_judge') ? [[id, privileges.all.api]] : [],
    );
    expect(judging).toEqual([
      ['logwave', ['logwave_read', 'logwave_run', 'logwave_judge']],
      ['logwaveJudging', ['logwave_judge']],
    ]);
  });

  it('grant settings, schedule and uninstalling in all spaces or not at all', () => {
    const everywhere = kibanaFeatures.filter(({ privileges }) => privileges.all.requireAllSpaces);
    expect(everywhere.map(({ id }) => id)).toEqual(['logwaveSettings']);
    const others = kibanaFeatures.filter(({ id }) => id !== 'logwaveSettings');
    expect(others.flatMap(({ privileges }) => privileges.all.api)).not.toContain('logwave_manage');
  });

  it('let a user with only the settings open the page and read the settings', () => {
    const settings = kibanaFeatures.find(({ id }) => id === 'logwaveSettings')?.privileges.all;
    expect(settings).toMatchObject({
      app: ['logwave'],
      api: ['logwave_manage', 'logwave_read'],
      ui: ['manage'],
    });
  });

  it('say that what they are about is shared by all spaces', () => {
    for (const { description } of kibanaFeatures) expect(description).toMatch(/all spaces/i);
  });

  it('keep within what a basic license can grant', () => {
    const allowed = ['id', 'name', 'description', 'category', 'order', 'app', 'privileges'];
    for (const feature of kibanaFeatures) {
      expect(Object.keys(feature).filter((key) => !allowed.includes(key))).toEqual([]);
    }
  });
});

describe('routes', () => {
  it('are each closed by one access tag', () => {
    const open = endpoints.filter(({ privilege, ...endpoint }) => {
      const { tags } = routeConfig({ privilege, ...endpoint }).options;
      return !(tags.length === 1 && tags.every((tag) => ACCESS_TAGS.has(tag)));
    });
    expect(open.map(({ id }) => id)).toEqual([]);
  });

  it('that change something ask for more than reading', () => {
    const changing = endpoints.filter(({ method }) => method === 'put' || method === 'delete');
    expect(changing.filter(({ privilege }) => privilege === 'read').map(({ id }) => id)).toEqual(
      [],
    );
  });

  it('validate every part with the validator that both doors share', () => {
    const verdict = {
      ok: (value: unknown) => ({ value }),
      badRequest: (message: string) => ({ error: { message } }),
    };
    for (const endpoint of endpoints) {
      const { params, query, body } = routeConfig(endpoint).validate;
      expect(query({ no_such_parameter: '1' }, verdict)).toHaveProperty('error');
      expect(params({ no_such_parameter: '1' }, verdict)).toHaveProperty('error');
      expect(body === undefined).toBe(endpoint.method === 'get');
      if (body !== undefined) expect(body('text', verdict)).toHaveProperty('error');
    }
  });
});
