import type { RequestContext, RouteConfig } from '../../server/kibana/contracts/http';
import { FakeKibanaRouter, type RouteRule } from './fake_kibana_router';

describe('the twin of the router', () => {
  const path = '/api/logwave/settings';
  const pass = () => ({ value: {} });
  /** A route that says in one way, in both, or in none who may call it. */
  const configs = {
    tags: { options: { access: 'public', tags: ['access:logwave_read'] } },
    security: {
      options: { access: 'public', tags: [] },
      security: { authz: { requiredPrivileges: ['logwave_read'] } },
    },
    neither: { options: { access: 'public', tags: [] } },
  } as const;

  async function statusOf(
    rule: RouteRule,
    kind: keyof typeof configs,
    caller: { readonly isSecured: boolean; readonly granted: readonly string[] },
  ): Promise<number> {
    const router = new FakeKibanaRouter(rule);
    const validate = { params: pass, query: pass } as unknown as RouteConfig['validate'];
    const config = { path, validate, ...configs[kind] } as RouteConfig;
    router.get(config, (_context, _request, response) =>
      Promise.resolve(response.ok({ body: {} })),
    );
    const context = {} as RequestContext;
    const granted = new Set(caller.granted);
    return (await router.call({ method: 'get', path }, { ...caller, granted, context })).status;
  }

  it.each([
    ['tags', 'tags', 200, 403],
    ['tags', 'security', 200, 200],
    ['tags', 'neither', 200, 200],
    ['both', 'tags', 200, 403],
    ['both', 'security', 200, 403],
    ['both', 'neither', 200, 200],
    ['security', 'tags', 500, 500],
    ['security', 'security', 200, 403],
    ['security', 'neither', 500, 500],
  ] as const)(
    'of the rule "%s" lets in by %s: %d with the privilege, %d without it',
    async (rule, kind, allowed, refused) => {
      const reader = { isSecured: true, granted: ['logwave_read'] };
      const stranger = { isSecured: true, granted: [] };
      expect(await statusOf(rule, kind, reader)).toBe(allowed);
      expect(await statusOf(rule, kind, stranger)).toBe(refused);
      expect(await statusOf(rule, kind, { ...stranger, isSecured: false })).toBe(200);
    },
  );
});
