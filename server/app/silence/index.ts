export { countHostsAhead, type CountInTurn } from './count_hosts_ahead';
export { HOST_FIELDS, hostSource } from './host_source';
export { type HostsAhead, noHostsAhead } from './hosts_ahead';
export { lookAtSilence } from './look_at_silence';
export { type Mark, markOf } from './marks';
export {
  notKnownWords,
  type NotKnown,
  type SilenceLook,
  type SilenceRequest,
  watchedWords,
} from './silence_look';
export { SilenceMemory } from './silence_memory';
export type { SilencePorts } from './silence_ports';
export type { EarlierRow, FoldedStream, SilenceRow, StreamRef } from './rows/silence_row';
export { shownRows, streamWords } from './rows/shown_rows';
