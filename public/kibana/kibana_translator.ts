import { i18n } from '@kbn/i18n';
import { setTranslator } from '../i18n';

/** Lets Kibana translate the texts of the page. */
export function translateByKibana(): void {
  setTranslator((id, options) => i18n.translate(id, options));
}
