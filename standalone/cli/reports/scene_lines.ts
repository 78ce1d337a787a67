/** The demo's own marks on its findings, explained for its reader. */
export const SCENE_LINES: readonly string[] = [
  'As an example of what can follow a finding, the demo judges one as expected and one as an incident,',
  'mutes one for a week, and leaves a day out of training by a calendar.',
];
