import { explainIssues } from '../../settings';
import type { Endpoint, RequestPart } from './endpoint';

/**
 * A part of a request with its defaults filled in, or a sentence that says what is wrong with it.
 */
export type ValidatedPart =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };

const SHOWN_FAULTS = 5;

/**
 * Validates one part of a request. Kibana validates the parts one by one, so the standalone host
 * does the same, and both refuse a request with the same message: "query.size: at most 100".
 */
export function validatePart(endpoint: Endpoint, part: RequestPart, value: unknown): ValidatedPart {
  const given = value === undefined && part !== 'body' ? {} : value;
  const parsed = endpoint[part].safeParse(given, { reportInput: true });
  if (parsed.success) return { ok: true, value: parsed.data };
  const faults = explainIssues(parsed.error.issues, [part]).slice(0, SHOWN_FAULTS);
  return { ok: false, message: faults.join('; ') };
}
