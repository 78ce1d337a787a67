import type { Endpoint, RequestPart } from '../basics/endpoint';
import { endpoints } from '../index';
import { validatePart } from '../basics/validate_request';

const asked: readonly (readonly [string, RequestPart, (day: string) => unknown])[] = [
  ['getFindings', 'params', (day) => ({ day })],
  ['getDocuments', 'params', (day) => ({ day })],
  ['tagDay', 'params', (day) => ({ day })],
  ['startRun', 'body', (day) => ({ day })],
  ['backfill', 'body', (day) => ({ from: day, to: day })],
  ['listRuns', 'query', (day) => ({ from: day, to: day })],
  ['getMonth', 'query', (day) => ({ to: day })],
  ['checkSource', 'body', (day) => ({ source: { id: 'syslog' }, day })],
];

function endpointOf(id: string): Endpoint {
  const found = endpoints.find((endpoint) => endpoint.id === id);
  if (found === undefined) throw new Error(`there is no endpoint ${id}`);
  return found;
}

describe.each(asked)('%s', (id, part, input) => {
  const validate = (day: string) => validatePart(endpointOf(id), part, input(day));

  it.each(['0002-11-27', '0000-01-01', '1969-12-31'])('refuses %s in a sentence', (day) => {
    expect(validate(day)).toMatchObject({
      ok: false,
      message: expect.stringContaining('name a day from 1970-01-01 on') as string,
    });
  });

  it('takes days from 1970 on', () => {
    for (const day of ['1970-01-01', '9999-12-31']) expect(validate(day).ok).toBe(true);
  });
});
