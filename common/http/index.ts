export { type PublicAddress, readPublicAddress } from './public_address';
export * from './status';
