import { z } from 'zod';
import { API_ROOT, defineEndpoint } from '../basics/endpoint';
import { day, nothing, sentence } from '../basics/parts';
import { newJudgmentSchema } from './judgment_schema';

/** How many days are assessed with and without a judgment, if their counts are kept. */
export const JUDGMENT_DAYS = 31;

const days = z.array(day).max(JUDGMENT_DAYS);

/** Tries a judgment on the last days of its series. Nothing is written and no log is searched. */
export const previewJudgment = defineEndpoint({
  id: 'previewJudgment',
  method: 'post',
  path: `${API_ROOT}/judgments/preview`,
  privilege: 'judge',
  summary: 'How a judgment would change the findings of the last days',
  params: nothing,
  query: nothing,
  body: newJudgmentSchema,
  answer: z.strictObject({
    /** "Over the last 31 days: 4 findings go, 2 confirmed incidents stay, 1 other finding moves." */
    words: sentence,
    days,
    /** Days that would no longer have a finding. */
    gone: days,
    /** Days judged an incident whose finding stays. */
    confirmed: days,
    /** Confirmed incidents that would no longer be found. */
    lost: days,
    moved: days,
    new: days,
    /** What could not be assessed, and why: one sentence each. */
    notes: z.array(sentence).max(1000),
  }),
  status: 200,
  errors: ['source_not_found', 'judgment_invalid', 'forbidden_in_elasticsearch'],
});
