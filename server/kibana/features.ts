import type { Privilege } from '../../common/api';
import type { FeaturePrivilege, KibanaFeature } from './contracts';
import { apiPrivilege } from './privileges';

const APP_ID = 'logwave';

/** After Kibana's own entries for security. */
const CATEGORY = { id: 'securitySolution', label: 'Security', order: 4000 };
const ORDER = 9000;

function granting(privileges: readonly Privilege[], app: readonly string[]): FeaturePrivilege {
  return {
    app,
    api: privileges.map(apiPrivilege),
    ui: privileges,
    // Settings and keys are stored in hidden types, which only our own routes read and write.
    savedObject: { all: [], read: [] },
  };
}

/**
 * What an administrator can grant. There are four features because a basic license has no
 * sub-features: seeing findings and running analyses, judging findings, tagging documents, and
 * changing settings are for different people. The page belongs to the first, which includes
 * judging. The others add to it.
 */
export const kibanaFeatures: readonly KibanaFeature[] = [
  {
    id: 'logwave',
    name: 'Logwave',
    description:
      'See which hours of the logs were unusual (read), and analyze days and judge findings (all). All spaces share the findings.',
    category: CATEGORY,
    order: ORDER,
    app: [APP_ID],
    privileges: {
      all: granting(['read', 'run', 'judge'], [APP_ID]),
      read: granting(['read'], [APP_ID]),
    },
  },
  {
    id: 'logwaveTagging',
    name: 'Logwave tagging',
    description:
      'Tag the log documents of flagged hours, and remove these tags. All spaces share the tags.',
    category: CATEGORY,
    order: ORDER + 1,
    app: [],
    privileges: { all: granting(['tag'], []) },
  },
  {
    id: 'logwaveJudging',
    name: 'Logwave judging',
    description:
      'Judge findings as expected or as incidents, and mute series. Adds this to “Logwave: read”. All spaces share the judgments.',
    category: CATEGORY,
    order: ORDER + 3,
    app: [],
    privileges: { all: granting(['judge'], []) },
  },
  {
    id: 'logwaveSettings',
    name: 'Logwave settings',
    description:
      'Change sources, settings and the schedule, and uninstall Logwave. All spaces share them, so grant this in all spaces only.',
    category: CATEGORY,
    order: ORDER + 2,
    // A user with only this can open the page and read the settings. Findings and logs are read
    // with the user's own rights in Elasticsearch.
    app: [APP_ID],
    privileges: {
      all: {
        ...granting(['manage'], [APP_ID]),
        api: [apiPrivilege('manage'), apiPrivilege('read')],
        requireAllSpaces: true,
      },
    },
  },
];
