import { isAbout, type StreamMark } from './mute';

/** What a mark that takes back others is about. */
export type TakenBack = Pick<StreamMark, 'source' | 'host' | 'subtype' | 'at'>;

/** What two marks are both about: null for anything, undefined if there is nothing. */
function shared(one: string | null, other: string | null): string | null | undefined {
  if (one === null || other === null) return one ?? other;
  return one === other ? one : undefined;
}

/**
 * Whether a mark takes back an earlier one of the same host, for a source and a series that both are
 * about. A mark that was taken back before is none any more.
 *
 * @param marks all of them, in any order, with or without the one that takes back
 * @param sources the ids of all sources, for marks that are about any
 */
export function takesBack(
  marks: readonly StreamMark[],
  back: TakenBack,
  sources: readonly string[],
): boolean {
  const { host } = back;
  const isBack = ({ kind }: StreamMark): boolean => kind === 'back';
  const backs = marks.filter((mark) => isBack(mark) && mark.at < back.at);
  const ofHost = marks.filter((mark) => !isBack(mark) && mark.host === host && mark.at <= back.at);
  return ofHost.some((mark) => {
    const source = shared(mark.source, back.source);
    const subtype = shared(mark.subtype, back.subtype);
    if (source === undefined || subtype === undefined) return false;
    const later = backs.filter(({ at }) => at > mark.at);
    return (source === null ? sources : [source]).some(
      (one) => !later.some((other) => isAbout(other, { source: one, host, subtype })),
    );
  });
}
