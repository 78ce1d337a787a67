export { type Channel, type ConfiguredChannel, recipientsOf } from './channel';
export { deliver } from './deliver';
export type { Delivered } from './delivered';
export { DeliveryError } from './delivery_error';
export { readChannels } from './read_channels';
export { codeOf } from './native_error';
