export { appendAll, greatest, least } from './lists';
