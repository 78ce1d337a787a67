export type { Asked, Client, ClusterCalls, IndicesCalls, Options, SecurityCalls } from './client';
