export { SilencePage } from './silence_page';
