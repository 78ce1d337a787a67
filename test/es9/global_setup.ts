import { removeAllOfOurs } from './clean';
import { readEnvironment, SKIPPED } from './environment';

/** Names the cluster to the integration tests, or says that nothing will be tested. */
export default async function setUp(): Promise<void> {
  const environment = readEnvironment();
  if (environment === undefined) {
    console.error(SKIPPED);
    return;
  }
  process.env['LOGWAVE_TEST_ELASTICSEARCH_URL'] = environment.url;
  await removeAllOfOurs(environment.url);
}
