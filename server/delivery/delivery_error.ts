import { visible } from '../../common/report';
import { secretsOf, type Channel } from './channel';

const HIDDEN = '…';
const MOST_CHARACTERS = 300;

/** Text of somebody else's server as a sentence may quote it: short, visible, without our secrets. */
export function quotable(text: string, channel: Channel): string {
  const secrets = secretsOf(channel).sort((one, other) => other.length - one.length);
  const hidden = secrets.reduce((rest, secret) => rest.replaceAll(secret, HIDDEN), text);
  return visible(hidden.replace(/\s+/g, ' ').trim()).slice(0, MOST_CHARACTERS);
}

/** Why a message did not arrive, in a sentence that holds no secret. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';

  constructor(
    message: string,
    /** Whether it was sent whole and only the answer is missing: sending again could send it twice. */
    readonly mayHaveArrived = false,
  ) {
    super(message);
  }
}
