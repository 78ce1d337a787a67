export { onDemand } from './on_demand';
