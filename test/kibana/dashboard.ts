import { findingsDashboard, savedObjectsFile } from '../../common/dashboard';
import { subject } from '../browser/page/seen';
import { inBrowser } from './page';

/** Imports the dashboard of findings by Kibana's API. @param who headers of one who may import */
export async function importDashboard(
  kibana: string,
  who: Readonly<Record<string, string>> = {},
): Promise<void> {
  const form = new FormData();
  const file = new Blob([savedObjectsFile(findingsDashboard)]);
  form.append('file', file, 'findings_dashboard.ndjson');
  const answer = await fetch(`${kibana}/api/saved_objects/_import?overwrite=true`, {
    method: 'POST',
    headers: { ...who, 'kbn-xsrf': 'test' },
    body: form,
  });
  expect(await answer.json()).toMatchObject({
    success: true,
    successCount: findingsDashboard.length,
  });
}

/** Opens the imported dashboard: every panel is drawn, and none tells an error. */
export async function dashboardInBrowser(kibana: string): Promise<void> {
  const dashboard = findingsDashboard.find(({ type }) => type === 'dashboard');
  await inBrowser({}, async (page) => {
    // Findings are on days of the past, and the panels ask for all of them.
    const range = '_g=(time:(from:now-10y,to:now))';
    await page.goto(`${kibana}/app/dashboards#/view/${dashboard?.id ?? ''}?${range}`);
    const panels = page.locator(subject('embeddablePanel'));
    await panels.nth(1).waitFor();
    await page.locator(subject('lnsDataTable')).waitFor();
    await page.locator('.echChart canvas').first().waitFor();
    expect(await panels.count()).toBe(2);
    for (const error of ['embeddableError', 'embeddable-lens-failure', 'lens-embeddable-error']) {
      expect(await page.locator(subject(error)).count()).toBe(0);
    }
  });
}
