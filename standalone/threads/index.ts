export { openThreads } from './threads';
