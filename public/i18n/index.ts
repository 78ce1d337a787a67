export { setTranslator, translate, type Translator } from './i18n';
