export { createRetentionPorts } from './create_retention_ports';
export { fetchSizes, type IndexSize } from './fetch_sizes';
