import {
  getJudgments,
  JUDGMENT_DAYS,
  MOST_JUDGMENTS,
  postJudgment,
  postMute,
  previewJudgment,
} from '../../../common/api';
import { DEFAULT_SCOPE, subtypeKey } from '../../app/basics';
import { judgmentWords } from '../../app/again';
import { toApiJudgment } from '../../answers';
import { fetchJudgments } from '../../elastic/silence';
import { keepJudgment, keepMute, tryJudgment } from '../../wiring';
import { judgingOf } from './judging_of';
import { defineRoute } from '../route';

const MOST_NOTES = 1_000;

export const previewJudgmentRoute = defineRoute(
  previewJudgment,
  async ({ body, signal }, caller, services) => {
    const judging = await judgingOf(caller, services, signal);
    const replay = await tryJudgment(body, JUDGMENT_DAYS, judging, signal);
    const { days, gone, confirmed, lost, moved, notes } = replay;
    return {
      words: judgmentWords(replay),
      days: [...days],
      gone: [...gone],
      confirmed: [...confirmed],
      lost: [...lost],
      moved: [...moved],
      new: [...replay.new],
      notes: notes.slice(0, MOST_NOTES),
    };
  },
);

export const postJudgmentRoute = defineRoute(
  postJudgment,
  async ({ body, signal }, caller, services) => {
    const judging = await judgingOf(caller, services, signal);
    return toApiJudgment(await keepJudgment(body, judging, signal));
  },
);

/** Adds a mute, or takes one back. */
export const postMuteRoute = defineRoute(postMute, async ({ body, signal }, caller, services) => {
  const { at, until } = await keepMute(body, await judgingOf(caller, services, signal), signal);
  return { at, until };
});

/** All judgments, or those of a source or of one of its series, the latest first. */
export const getJudgmentsRoute = defineRoute(
  getJudgments,
  async ({ query: { source, subtype }, signal }, { client }) => {
    const key = subtype === undefined ? undefined : subtypeKey(subtype);
    const marks = await fetchJudgments(client, DEFAULT_SCOPE, signal);
    const wanted = marks.filter(
      (mark) =>
        (source === undefined || mark.source === source) &&
        (key === undefined || mark.subtype === key),
    );
    const latestFirst = wanted.sort((a, b) => (a.at < b.at ? 1 : -1));
    return { judgments: latestFirst.slice(0, MOST_JUDGMENTS).map(toApiJudgment) };
  },
);
