import { pluralWords } from '../../../common/waveform/words';
import type { JudgmentReplay } from './replay_judgment';

function words(count: number, what: string, one: string, many: string): string[] {
  return count === 0 ? [] : [`${pluralWords(count, what)} ${count === 1 ? one : many}`];
}

/** "Over the last 31 days: 4 findings go, 2 confirmed incidents stay, 1 finding moves." */
export function judgmentWords(replay: JudgmentReplay): string {
  const { days, gone, confirmed, lost, moved } = replay;
  if (days.length === 0)
    return 'What this changes is not known: no counts are kept for these days.';
  const changes = [
    ...words(gone.length, 'finding', 'goes', 'go'),
    ...words(lost.length, 'confirmed incident', 'is no longer found', 'are no longer found'),
    ...words(moved.length, 'other finding', 'moves', 'move'),
    ...words(replay.new.length, 'new finding', 'appears', 'appear'),
  ];
  const stay = words(confirmed.length, 'confirmed incident', 'stays', 'stay');
  const [first, ...others] = changes.length === 0 ? ['no finding changes'] : changes;
  const all = [first, ...stay, ...others].join(', ');
  return `Over the last ${pluralWords(days.length, 'day')}: ${all}.`;
}
