export { LogwavePlugin } from './plugin';
