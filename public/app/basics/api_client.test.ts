import { getDocuments } from '../../../common/api/day/get_documents';
import { getSeriesOfDay } from '../../../common/api/day/get_series_of_day';
import { startRun } from '../../../common/api/runs/start_run';
import { createApiClient, pathOf } from './api_client';
import { ApiFault } from './api_fault';
import type { HttpAnswer, HttpRequest } from './http';

const { signal } = new AbortController();

function answering(answer: HttpAnswer) {
  const requests: HttpRequest[] = [];
  const api = createApiClient((request) => {
    requests.push(request);
    return Promise.resolve(answer);
  });
  return { api, requests };
}

describe('the client', () => {
  it('fills in the path, leaves out absent parameters, and sends a body only if there is one', async () => {
    const { api, requests } = answering({ status: 200, body: {} });
    const query = { source: 'syslog', subtype: 'a b', size: 20, hours: undefined };
    await api(getDocuments, { params: { day: '2015-04-01' }, query }, signal);
    await api(startRun, { body: { day: '2015-04-01', tag: true } }, signal);
    expect(requests[0]).toEqual({
      method: 'GET',
      path: '/api/logwave/days/2015-04-01/documents',
      query: { source: 'syslog', subtype: 'a b', size: '20' },
      signal,
    });
    expect(requests[1]).toMatchObject({ method: 'POST', body: { day: '2015-04-01', tag: true } });
  });

  it('keeps parameters inside their part of the path', () => {
    expect(pathOf('/runs/{run_id}/cancel', { run_id: 'a/b?c $& d' })).toBe(
      '/runs/a%2Fb%3Fc%20%24%26%20d/cancel',
    );
  });

  it('makes one fault from the errors of either host', async () => {
    const ours = { message: 'Nobody has analyzed it.', attributes: { code: 'day_not_analyzed' } };
    const call = { params: { day: '2015-04-01' } };
    const { api } = answering({ status: 404, body: ours });
    await expect(api(getSeriesOfDay, call, signal)).rejects.toMatchObject({
      statusCode: 404,
      code: 'day_not_analyzed',
      message: 'Nobody has analyzed it.',
    });
    const field = { message: 'No.', attributes: { code: 'calendar_invalid', field: 'means' } };
    const refusing = answering({ status: 422, body: field }).api;
    await expect(refusing(getSeriesOfDay, call, signal)).rejects.toMatchObject({ field: 'means' });
    const kibana = answering({ status: 403, body: { message: 'Forbidden' } }).api;
    await expect(kibana(getSeriesOfDay, call, signal)).rejects.toMatchObject({ code: undefined });
    const proxy = answering({ status: 502, body: null }).api;
    await expect(proxy(getSeriesOfDay, call, signal)).rejects.toThrow('status 502');
  });

  it('does not take a code for one of ours that only looks so', async () => {
    const body = { message: 'x', attributes: { code: 'constructor' } };
    const { api } = answering({ status: 500, body });
    const fault: unknown = await api(getSeriesOfDay, { params: { day: 'x' } }, signal).catch(
      (error: unknown) => error,
    );
    expect(fault).toBeInstanceOf(ApiFault);
    expect(fault).toHaveProperty('code', undefined);
  });

  it('says that nothing answered, and keeps an abort an abort', async () => {
    const silent = createApiClient(() => Promise.reject(new TypeError('Failed to fetch')));
    const call = { params: { day: '2015-04-01' } };
    await expect(silent(getSeriesOfDay, call, signal)).rejects.toMatchObject({
      statusCode: 0,
      code: 'no_answer',
    });
    const abort = new DOMException('aborted', 'AbortError');
    const aborted = createApiClient(() => Promise.reject(abort));
    await expect(aborted(getSeriesOfDay, call, signal)).rejects.toBe(abort);
  });
});
