import { getHistory, MOST_HISTORY } from '../../../common/api';
import { listHistory } from '../../wiring';
import { defineRoute } from '../route';

export const getHistoryRoute = defineRoute(
  getHistory,
  async ({ query: { kind, limit = MOST_HISTORY }, signal }, { client }) => {
    const all = await listHistory(client, signal);
    const wanted = all.filter((entry) => kind === undefined || entry.kind === kind);
    return { entries: wanted.slice(0, limit), total: wanted.length };
  },
);
