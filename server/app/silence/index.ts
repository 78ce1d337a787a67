export { HOST_FIELDS } from './host_source';
export {
  lookAtSilence,
  type SilenceLook,
  type SilenceRequest,
  watchedWords,
} from './look_at_silence';
export { type Mark } from './marks';
export type { SilencePorts } from './silence_ports';
export { type SilenceRow, streamKey } from './silence_row';
