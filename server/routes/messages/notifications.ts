import { getNotifications, testChannel } from '../../../common/api';
import { recipientsOf } from '../../delivery';
import { sendTest, type Notifying } from '../../wiring';
import { defineRoute } from '../route';
import { allOver } from '../../app/basics';

function noLinkOf({ publicUrl, noLink }: Notifying): string | null {
  return publicUrl === null ? noLink : null;
}

export const getNotificationsRoute = defineRoute(
  getNotifications,
  async ({ signal }, _caller, { notifying }) => {
    const channels = notifying.channels.map(async ({ name, channel, fault }) => {
      if (channel === null)
        return { name: name.slice(0, 200), type: null, to: [], fault, deliveries: [] };
      const { ledger } = await notifying.ledger.read(name, signal);
      const deliveries = ledger.deliveries.map((one) => ({ ...one, to: [...one.to] }));
      return { name, type: channel.type, to: [...recipientsOf(channel)], fault, deliveries };
    });
    return { channels: await allOver(channels), no_link: noLinkOf(notifying) };
  },
);

export const testChannelRoute = defineRoute(
  testChannel,
  async ({ body, signal }, _caller, { notifying, settings: store, now }) => {
    const { settings } = await store.load(signal);
    const sending = { notifying, settings, name: body.channel, now: now() };
    const { to, words } = await sendTest(sending, signal);
    return { to: [...to], words, no_link: noLinkOf(notifying) };
  },
);
