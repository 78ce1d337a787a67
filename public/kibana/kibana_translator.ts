import { i18n } from '@kbn/i18n';
import { setTranslator } from '../i18n';

/** Lets Kibana translate. Each script of the plugin has texts of its own, so each calls this. */
export function translateByKibana(): void {
  setTranslator((id, options) => i18n.translate(id, options));
}
