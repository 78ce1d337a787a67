import { getElasticsearch } from '../../../common/api';
import { assertAnswers } from '../../wiring';
import { defineRoute } from '../route';

export const getElasticsearchRoute = defineRoute(getElasticsearch, async ({ signal }, caller) => {
  await assertAnswers(caller.client, signal);
  return { answers: true as const };
});
