/** The rule type of Kibana's alerting, as it is registered on the server and in the browser. */
export const FINDING_RULE = 'logwave.finding';
