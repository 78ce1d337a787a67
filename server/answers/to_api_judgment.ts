import type { ApiJudgment } from '../../common/api';
import type { Judgment } from '../../common/marks';

/** A judgment as the API shows it. */
export function toApiJudgment(mark: Judgment): ApiJudgment {
  const { id, source, subtype, judgment, day, hours, repeats, until, reason, author, at } = mark;
  const what = { id, source, subtype, judgment, day, hours: [...hours], repeats, until };
  return { ...what, note: reason, author, at };
}
