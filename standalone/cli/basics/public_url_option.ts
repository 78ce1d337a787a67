import { Option } from 'commander';
import { readPublicAddress } from '../../../common/http';
import { UserError } from './user_error';

const VARIABLE = 'LOGWAVE_PUBLIC_URL';

/** @throws UserError: an error of the parser would repeat the address, which may hold a password */
function parse(given: string): string {
  const read = readPublicAddress(given);
  if ('address' in read) return read.address;
  throw new UserError(`the address of --public-url (or ${VARIABLE}) ${read.fault}`, 2);
}

/** `--public-url`: where people open Logwave. */
export function publicUrlOption(): Option {
  return new Option(
    '--public-url <url>',
    'the address at which people open Logwave, for the link to the day',
  )
    .env(VARIABLE)
    .argParser(parse);
}
