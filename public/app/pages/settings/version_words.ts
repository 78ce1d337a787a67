import type { AnswerOf, getDiagnostics } from '../../../../common/api';
import { translate } from '../../../i18n';

type Diagnostics = AnswerOf<typeof getDiagnostics>;

/**
 * The versions that run here, with how well Logwave is tested in them. Versions that the user may
 * not know are left out.
 */
export function versionWords(versions: Diagnostics['versions']): string {
  const { logwave, host, host_tested: tested, elasticsearch, node } = versions;
  return [
    `Logwave ${logwave}`,
    `${host} (${testedWords(tested)})`,
    ...(elasticsearch === null ? [] : [clusterWords(elasticsearch)]),
    `Node ${node}`,
  ].join(', ');
}

/** Another product than Elasticsearch comes with its name. */
function clusterWords(version: string): string {
  return /^\d/.test(version) ? `Elasticsearch ${version}` : version;
}

function testedWords(tested: Diagnostics['versions']['host_tested']): string {
  switch (tested) {
    case 'run':
      return translate('logwave.diagnostics.runByUs', { defaultMessage: 'tested' });
    case 'facts':
      return translate('logwave.diagnostics.facts', {
        defaultMessage: 'checked against known facts, not tested',
      });
    case 'unknown':
      return translate('logwave.diagnostics.unknownHost', { defaultMessage: 'unknown version' });
  }
}
