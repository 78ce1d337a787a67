import { kibanaRows } from './kibana_versions';

/**
 * The modules that Kibana 8.12 has already loaded, and the member of `__kbnSharedDeps__` that holds
 * each. The browser bundle takes them from there: a second React would not work at all, and a
 * second EUI would be ten times the plugin. The names of the members are the same in later
 * versions.
 */
const SHARED_IN_8_12: Readonly<Record<string, string>> = {
  '@elastic/charts': 'ElasticCharts',
  '@elastic/eui': 'ElasticEui',
  '@elastic/eui/dist/eui_charts_theme': 'ElasticEuiChartsTheme',
  '@elastic/eui/lib/services': 'ElasticEuiLibServices',
  '@elastic/eui/lib/services/format': 'ElasticEuiLibServicesFormat',
  '@elastic/numeral': 'ElasticNumeral',
  '@emotion/cache': 'EmotionCache',
  '@emotion/react': 'EmotionReact',
  '@hello-pangea/dnd': 'HelloPangeaDnd',
  '@kbn/analytics': 'KbnAnalytics',
  '@kbn/datemath': 'KbnDatemath',
  '@kbn/es-query': 'KbnEsQuery',
  '@kbn/i18n': 'KbnI18n',
  '@kbn/i18n-react': 'KbnI18nReact',
  '@kbn/monaco': 'KbnMonaco',
  '@kbn/rison': 'KbnRison',
  '@kbn/safer-lodash-set': 'SaferLodashSet',
  '@kbn/shared-ux-error-boundary': 'KbnSharedUxErrorBoundary',
  '@kbn/std': 'KbnStd',
  '@kbn/ui-theme': 'KbnUiTheme',
  '@reduxjs/toolkit': 'ReduxjsToolkit',
  '@tanstack/react-query': 'ReactQuery',
  '@tanstack/react-query-devtools': 'ReactQueryDevtools',
  classnames: 'Classnames',
  fflate: 'Fflate',
  history: 'History',
  immer: 'Immer',
  'io-ts': 'IoTs',
  jquery: 'Jquery',
  lodash: 'Lodash',
  'lodash/fp': 'LodashFp',
  moment: 'Moment',
  'moment-timezone': 'MomentTimezone',
  'monaco-editor/esm/vs/editor/editor.api': 'MonacoBarePluginApi',
  numeral: 'ElasticNumeral',
  react: 'React',
  'react-dom': 'ReactDom',
  'react-dom/server': 'ReactDomServer',
  'react-redux': 'ReactRedux',
  'react-router': 'ReactRouter',
  'react-router-dom': 'ReactRouterDom',
  'react-router-dom-v5-compat': 'ReactRouterDomV5Compat',
  redux: 'Redux',
  reselect: 'Reselect',
  rxjs: 'Rxjs',
  'rxjs/operators': 'RxjsOperators',
  'styled-components': 'StyledComponents',
  tslib: 'TsLib',
  uuid: 'Uuid',
};

/** The minor versions of Kibana that do not share a module of the list. */
function withoutIt(id: string): string[] {
  return kibanaRows.flatMap(({ minor, not_shared: gone }) => (gone.includes(id) ? minor : []));
}

/** Modules that every known version of Kibana shares, by id, with the name of the global member. */
export const sharedModules: ReadonlyMap<string, string> = new Map(
  Object.entries(SHARED_IN_8_12).filter(([id]) => withoutIt(id).length === 0),
);

/** These are small, and made to be bundled: they take React from the shared modules. */
const BUNDLED_PARTS = new Set(['react/jsx-runtime']);

/** "@elastic/eui/lib/services" belongs to the package "@elastic/eui". */
export function packageOf(id: string): string {
  const parts = id.split('/');
  return parts.slice(0, id.startsWith('@') ? 2 : 1).join('/');
}

/** Where a module of the browser bundle comes from. */
export type Origin =
  | { readonly from: 'kibana'; readonly global: string }
  | { readonly from: 'bundle' }
  /** It must not be imported; the reason is a sentence. */
  | { readonly from: 'nowhere'; readonly reason: string };

/** Where the browser bundle takes a module from. Types are already erased. */
export function originOf(id: string): Origin {
  const global = sharedModules.get(id);
  if (global !== undefined) return { from: 'kibana', global };
  if (Object.hasOwn(SHARED_IN_8_12, id)) {
    const reason = `Kibana ${withoutIt(id).join(', ')} does not share "${id}" with plugins: do without it.`;
    return { from: 'nowhere', reason };
  }
  if (id.startsWith('@kbn/')) {
    const reason = `Kibana does not share "${id}" with plugins: import only types of it.`;
    return { from: 'nowhere', reason };
  }
  const parent = packageOf(id);
  if (!sharedModules.has(parent) || BUNDLED_PARTS.has(id)) return { from: 'bundle' };
  const reason = `"${id}" would bring a second "${parent}" next to Kibana's: import from "${parent}".`;
  return { from: 'nowhere', reason };
}
