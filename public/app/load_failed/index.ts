export { LoadFailed } from './load_failed';
