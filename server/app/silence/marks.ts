import type { StreamMark } from '../../../common/marks';

/** What a person wrote down about streams; each is only ever added. */
export type Mark = StreamMark;
export { markOf } from '../../../common/marks';
