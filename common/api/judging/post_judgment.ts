import { API_ROOT, defineEndpoint } from '../basics/endpoint';
import { nothing } from '../basics/parts';
import { judgmentSchema, newJudgmentSchema } from './judgment_schema';

/** Adds a judgment. Judgments are never changed: the later of two is shown, and both are kept. */
export const postJudgment = defineEndpoint({
  id: 'postJudgment',
  method: 'post',
  path: `${API_ROOT}/judgments`,
  privilege: 'judge',
  summary: 'Judge a finding as expected or as an incident, or undo that',
  params: nothing,
  query: nothing,
  body: newJudgmentSchema,
  answer: judgmentSchema,
  status: 200,
  errors: ['source_not_found', 'judgment_invalid', 'forbidden_in_elasticsearch'],
});
