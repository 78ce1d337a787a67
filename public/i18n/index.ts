export { setTranslator, translate } from './i18n';
