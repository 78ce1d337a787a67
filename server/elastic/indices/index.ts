export { fetchCapabilities, type FieldCapabilities } from './fetch_capabilities';
export { fetchClosedIndices, type ReachedIndices } from './fetch_closed_indices';
export { fetchSharedIndices } from './fetch_shared_indices';
export { resolveIndices } from './resolve_indices';
export { fetchStillRead } from './fetch_still_read';
export { stillReadWords } from './still_read';
