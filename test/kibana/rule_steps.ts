import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { errors } from '@elastic/elasticsearch';
import { postJudgment } from '../../common/api/judging/post_judgment';
import { FINDING_RULE } from '../../common/rule';
import { FINDINGS_INDEX } from '../../server/elastic/results';
import { LOUD_SERIES, SOURCE } from './logs';
import type { UserName } from './roles';
import type { Stage } from './stage';
import { until } from './until';
import type { Visitor } from './visitor';

/** What the steps work with; it is there once the stage is set. */
export interface RuleStage {
  readonly stage: Stage;
  readonly as: (name: UserName) => Visitor;
}

const LOOK_MS = 1_000;
/** As the wording of the source has it. */
const SERIES_NAME = `program ${LOUD_SERIES}`;

/** Calls Kibana's own API. @throws where it does not answer with success */
async function callKibana(
  { stage, as }: RuleStage,
  method: string,
  path: string,
  body?: object,
): Promise<{ readonly id: string }> {
  const response = await fetch(`${stage.kibana.url}${path}`, {
    method,
    headers: {
      ...as('watcher').headers,
      'kbn-xsrf': 'test',
      'x-elastic-internal-origin': 'test',
      'content-type': 'application/json',
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${text}`);
  return text === '' ? { id: '' } : (JSON.parse(text) as { readonly id: string });
}

/** An action that writes a line into the log of Kibana each time that an alert changes. */
function actionOf(connector: string, group: string, message: string): object {
  const frequency = { summary: false, notify_when: 'onActionGroupChange', throttle: null };
  return { group, id: connector, params: { message }, frequency };
}

/** When a rule was checked last, ISO 8601. @throws where that check went wrong */
async function checkedAt(set: RuleStage, rule: string): Promise<string> {
  const found = await callKibana(set, 'GET', `/api/alerting/rule/${rule}`);
  const { execution_status: last } = found as unknown as {
    readonly execution_status: {
      readonly last_execution_date: string;
      readonly error?: { readonly message: string };
    };
  };
  if (last.error !== undefined) throw new Error(`the rule failed: ${last.error.message}`);
  return last.last_execution_date;
}

/** Checks again and again until a line is in the log of Kibana. */
async function untilLogged(set: RuleStage, rule: string, line: string): Promise<void> {
  await until(async () => {
    if ((await set.stage.kibana.log()).includes(line)) return true;
    await checkedAt(set, rule);
    // A check that is on its way refuses another one.
    await callKibana(set, 'POST', `/internal/alerting/rule/${rule}/_run_soon`).catch(() =>
      wait(LOOK_MS),
    );
    return false;
  });
}

/** The query of the recipe for Kibana's own rule, as the document has it. */
function documentedQuery(): string {
  const text = readFileSync(join(__dirname, '../../docs/operating.md'), 'utf8');
  const [query] = /^\{ "query": .*must_not.*$/m.exec(text) ?? [];
  if (query === undefined) throw new Error('the document has no query for a rule');
  return query;
}

/** Lets a rule be checked once more. */
async function untilChecked(set: RuleStage, rule: string): Promise<void> {
  const before = await checkedAt(set, rule);
  await until(async () => {
    if ((await checkedAt(set, rule)) > before) return true;
    await callKibana(set, 'POST', `/internal/alerting/rule/${rule}/_run_soon`).catch(() =>
      wait(LOOK_MS),
    );
    return false;
  });
}

/** Whether Kibana's own rules can keep their alerts: an Elasticsearch made of few modules lacks this. */
async function hasLifecycles({ stage }: RuleStage): Promise<boolean> {
  try {
    await stage.client.ilm.getLifecycle();
    return true;
  } catch (error) {
    const status = error instanceof errors.ResponseError ? error.statusCode : undefined;
    if (status !== 400 && status !== 405) throw error;
    console.warn(
      "Left out: Kibana's own rule, as this Elasticsearch has no lifecycles of indices.",
    );
    return false;
  }
}

/** Steps about the rule "Logwave finding", made by somebody who may not read the logs. */
export function ruleSteps(set: () => RuleStage): void {
  let rule = '';
  const params = (judgment: string) => ({
    body: { source: SOURCE, subtype: LOUD_SERIES, day: set().stage.day, judgment },
  });

  it('alerts on the finding of the last analyzed day, in words', async () => {
    const { day } = set().stage;
    const connector = await callKibana(set(), 'POST', '/api/actions/connector', {
      name: 'Log of Kibana',
      connector_type_id: '.server-log',
    });
    const told = '{{context.series}} {{context.day}} {{context.who}}: {{context.sentence}}';
    const made = await callKibana(set(), 'POST', '/api/alerting/rule', {
      name: 'Logwave',
      rule_type_id: FINDING_RULE,
      consumer: 'logwave',
      schedule: { interval: '1h' },
      params: {},
      actions: [
        actionOf(connector.id, 'found', `found ${told}`),
        actionOf(connector.id, 'recovered', `recovered ${told}`),
      ],
    });
    rule = made.id;
    await untilLogged(set(), rule, `found ${SERIES_NAME} ${day} Test of Kibana: `);
  });

  it('says that it has recovered once somebody has judged the finding', async () => {
    const { stage, as } = set();
    await as('analyst').get(postJudgment, params('expected'));
    await untilLogged(set(), rule, `recovered ${SERIES_NAME} ${stage.day} Test of Kibana: `);
    await as('analyst').get(postJudgment, params('none'));
    await callKibana(set(), 'DELETE', `/api/alerting/rule/${rule}`);
    const found = (await stage.kibana.log()).split(`found ${SERIES_NAME} `).length - 1;
    expect(found).toBe(1);
  });

  it("sends each finding once by Kibana's own rule, as the recipe has it", async () => {
    if (!(await hasLifecycles(set()))) return;
    const connector = await callKibana(set(), 'POST', '/api/actions/connector', {
      name: 'Log of Kibana for the recipe',
      connector_type_id: '.server-log',
    });
    const message = 'recipe:{{#context.hits}} [{{_source.series_name}}]{{/context.hits}}';
    const frequency = { summary: false, notify_when: 'onActiveAlert', throttle: null };
    const { id } = await callKibana(set(), 'POST', '/api/alerting/rule', {
      name: 'The recipe',
      rule_type_id: '.es-query',
      consumer: 'stackAlerts',
      schedule: { interval: '1h' },
      params: {
        searchType: 'esQuery',
        index: [FINDINGS_INDEX],
        timeField: 'found_at',
        esQuery: documentedQuery(),
        size: 100,
        thresholdComparator: '>',
        threshold: [0],
        timeWindowSize: 2,
        timeWindowUnit: 'h',
        excludeHitsFromPreviousRun: true,
        aggType: 'count',
        groupBy: 'all',
      },
      actions: [{ group: 'query matched', id: connector.id, params: { message }, frequency }],
    });
    await untilLogged(set(), id, `[${SERIES_NAME}]`);
    // The first of two later checks may be the one that has told it, still under way.
    for (let checks = 0; checks < 2; checks += 1) await untilChecked(set(), id);
    await callKibana(set(), 'DELETE', `/api/alerting/rule/${id}`);
    const told = (await set().stage.kibana.log()).split(`[${SERIES_NAME}]`).length - 1;
    expect(told).toBe(1);
  });
}
