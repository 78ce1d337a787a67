import { Option } from 'commander';
import { urlOption } from './option_values';

/** `--public-url`: where people open Logwave. */
export function publicUrlOption(): Option {
  return new Option(
    '--public-url <url>',
    'the address at which people open Logwave, for the link to the day',
  )
    .env('LOGWAVE_PUBLIC_URL')
    .argParser(urlOption);
}
