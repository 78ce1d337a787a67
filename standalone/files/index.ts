export { readReason, writeReason } from './file_reason';
