import { countWords } from '../../../../common/waveform/words';

const MOST_NAMED = 3;

/** "web1 of syslog, web2 of syslog, db1 of syslog and 4 more" */
export function namedStreams(streams: readonly string[]): string {
  const more = streams.length - MOST_NAMED;
  const names = streams.slice(0, MOST_NAMED).join(', ');
  return more > 0 ? `${names} and ${countWords(more)} more` : names;
}
