import type { Client } from '../elastic/client';
import type { ReplayPorts } from '../app/again';
import { fetchJudgments } from '../elastic/silence';
import { createCountingPorts } from './create_counting_ports';

/** The ports for assessing days again from kept counts, in the name of one client's user. */
export function createReplayPorts(client: Client, scope: string): ReplayPorts {
  return {
    ...createCountingPorts(client, scope),
    judgments: (ofScope, signal) => fetchJudgments(client, ofScope, signal),
  };
}
