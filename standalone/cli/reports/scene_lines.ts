/** The demo's own marks on its findings, explained for its reader. */
export const SCENE_LINES: readonly string[] = [
  'As an example of what comes after a finding, the demo says that one was expected and one is an',
  'incident, mutes one for a week, and leaves one day of a calendar out of training.',
];
