import { unlessForbidden } from './unless_forbidden';

/** An answer as the client throws it: known by name and status, not by class. */
function refusal(statusCode: number): Error {
  return Object.assign(new Error('refused'), { name: 'ResponseError', statusCode, body: {} });
}

describe('unlessForbidden', () => {
  it('gives the answer', async () => {
    await expect(unlessForbidden(() => Promise.resolve('put'), 'forbidden')).resolves.toBe('put');
  });

  it('continues if the privilege is missing', async () => {
    const sent = unlessForbidden(() => Promise.reject(refusal(403)), 'forbidden');
    await expect(sent).resolves.toBe('forbidden');
  });

  it.each([401, 404, 503])('does not hide an answer with status %d', async (status) => {
    const sent = unlessForbidden(() => Promise.reject(refusal(status)), 'forbidden');
    await expect(sent).rejects.toMatchObject({ statusCode: status });
  });
});
