export { explainFindings } from './explain_findings';
export type {
  ExplainingPorts,
  PairToCount,
  SeriesToCount,
  StoredIncident,
  TimesToCount,
} from './explaining_ports';
