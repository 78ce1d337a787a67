import { mattermostBody } from './mattermost';
import { ntfyBody } from './ntfy';
import { plainBody } from './plain';
import { slackBody } from './slack';
import { teamsBody } from './teams';
import type { Template } from './template';

/** The bodies for webhooks, by the template name of a channel. */
export const TEMPLATES = {
  plain: plainBody,
  slack: slackBody,
  teams: teamsBody,
  mattermost: mattermostBody,
  ntfy: ntfyBody,
} satisfies Readonly<Record<string, Template>>;

export const TEMPLATE_NAMES = ['plain', 'slack', 'teams', 'mattermost', 'ntfy'] as const;
export type TemplateName = keyof typeof TEMPLATES;
