import { visible } from '../../common/report';
import { secretsOf, type Channel } from './channel';

const HIDDEN = '…';
const MOST_CHARACTERS = 300;

/** Text of somebody else's server, made fit for a sentence: short, visible, without our secrets. */
export function quotable(text: string, channel: Channel): string {
  const secrets = secretsOf(channel).sort((one, other) => other.length - one.length);
  const hidden = secrets.reduce((rest, secret) => rest.replaceAll(secret, HIDDEN), text);
  return visible(hidden.replace(/\s+/g, ' ').trim()).slice(0, MOST_CHARACTERS);
}

/** Why a message did not arrive, in a sentence without secrets. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';

  constructor(
    message: string,
    /**
     * Whether all of it was sent and only the answer is missing: sending again could deliver it
     * twice.
     */
    readonly mayHaveArrived = false,
  ) {
    super(message);
  }
}
