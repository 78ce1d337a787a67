import type { ApiJudgment, ApiMute } from '../../../common/api';
import type { JudgmentKind } from '../../../common/marks';
import { translate } from '../../i18n';

/** A judgment in one word. */
export function kindWords(kind: JudgmentKind): string {
  if (kind === 'expected')
    return translate('logwave.judge.expected', { defaultMessage: 'expected' });
  if (kind === 'incident')
    return translate('logwave.judge.incident', { defaultMessage: 'incident' });
  return translate('logwave.judge.none', { defaultMessage: 'not judged' });
}

/** The judgment of a row, its author and note: "expected, ana: weekly backup". */
export function judgedWords(judgment: ApiJudgment | null): string {
  if (judgment === null) return kindWords('none');
  const { judgment: kind, author, note } = judgment;
  const who = author === null ? kindWords(kind) : `${kindWords(kind)}, ${author}`;
  return note === null ? who : `${who}: ${note}`;
}

/** "muted by ana until 2026-12-01: maintenance". */
export function muteWords({ owner, until, reason }: ApiMute): string {
  const end = until.slice(0, 10);
  const words =
    owner === null
      ? translate('logwave.mute.until', {
          defaultMessage: 'muted until {end}',
          values: { end },
        })
      : translate('logwave.mute.by', {
          defaultMessage: 'muted by {owner} until {end}',
          values: { owner, end },
        });
  return reason === null ? words : `${words}: ${reason}`;
}
