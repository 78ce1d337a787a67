import type { Http } from '../../../public/app/basics/http';
import type { HttpStart } from '../../../public/kibana/contracts';

/** Kibana's client over another one: it rejects where the status is an error. */
export function kibanaFetch(http: Http): HttpStart['fetch'] {
  return async (path, { method, query, body, signal }) => {
    const request = { method: method as 'GET', path, query, signal };
    const answer = await http({ ...request, ...(body && { body: JSON.parse(body) as unknown }) });
    const response = { status: answer.status };
    if (answer.status < 400) return { response, body: answer.body };
    throw Object.assign(new Error('refused'), { response, body: answer.body });
  };
}
