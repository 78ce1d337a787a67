import type { StreamMark } from '../../../common/marks';

/** People's marks of streams. They are only ever added. */
export type Mark = StreamMark;
export { markOf } from '../../../common/marks';
