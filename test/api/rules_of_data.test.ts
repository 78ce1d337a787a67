import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { endpoints } from '../../common/api/endpoints';
import { noBody } from '../../common/api/basics/parts';

const CONFIG = readFileSync(join(__dirname, 'schemathesis.toml'), 'utf8');

/** Operations that may refuse data which their schemas allow. */
const named = [...CONFIG.matchAll(/^ {2}"(\w+)",$/gm)].map(([, id]) => id ?? '');

describe('the operations with rules that no schema can state', () => {
  it('are all operations whose body can be refused as invalid after the schema', () => {
    const refusing = endpoints.filter(
      ({ body, errors }) => body !== noBody && errors.some((code) => code.endsWith('_invalid')),
    );
    const missing = refusing.map(({ id }) => id).filter((id) => !named.includes(id));
    expect(refusing.length).toBeGreaterThan(0);
    expect(missing).toEqual([]);
  });

  it('are operations of the API, each named once', () => {
    const ids = endpoints.map(({ id }) => id);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
  });
});
