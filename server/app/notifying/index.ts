export { type Composed, composeMessage, type ToCompose } from './compose_message';
export { deliverDue } from './deliver_due';
export { type ChannelLedger, type Delivery, type LedgerStore, readLedger } from './delivery_ledger';
export { rememberingLedger } from './remembering_ledger';
export { type IsSettled, NOTHING_SETTLED, settledBy } from './settled';
export type { DayState, Morning, NotifyingPorts, Outlet } from './notifying_ports';
