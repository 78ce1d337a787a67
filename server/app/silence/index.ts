export { HOST_FIELDS, hostSource } from './host_source';
export { lookAtSilence } from './look_at_silence';
export { type Mark, markOf } from './marks';
export { type SilenceLook, type SilenceRequest, watchedWords } from './silence_look';
export { SilenceMemory } from './silence_memory';
export type { SilencePorts } from './silence_ports';
export type { FoldedStream, SilenceRow, StreamRef } from './silence_row';
export { shownRows, streamWords } from './shown_rows';
