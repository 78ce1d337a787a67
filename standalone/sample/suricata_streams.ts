import { byRhythm, job } from './draw_events';
import { NEW_SIGNATURE, onLastDayOnly } from './incidents';
import { diurnal, flat, office } from './rhythm';
import type { DrawEvents, Stream } from './stream';
import { insider, outsider } from './words';
import { eveAlert, eveLookup, type SuricataSignature } from './write_alerts';

const NEW_SIGNATURE_EVENTS = new Map([
  [6, 4],
  [21, 6],
]);

function signature(
  parts: Pick<SuricataSignature, 'signature' | 'description'> & Partial<SuricataSignature>,
  draw: DrawEvents,
  spacing: Stream['spacing'] = 'anywhere',
): Stream {
  const { signature: number } = parts;
  const inbound = { severity: 3, source: outsider, destination: insider, port: 443 };
  const write = eveAlert({ ...inbound, ...parts });
  return { id: `suricata/${number}`, log: 'suricata/eve.json', draw, spacing, write };
}

/** Alerts of one sensor by signature, and look-ups of names, which are not alerts. */
export const suricataStreams: readonly Stream[] = [
  signature(
    { signature: 2001219, description: 'ET SCAN Potential SSH Scan', severity: 2, port: 22 },
    byRhythm(flat(0.7 / 24), 0),
  ),
  signature(
    {
      signature: 2010935,
      description: 'ET SCAN Suspicious inbound to MSSQL port 1433',
      severity: 2,
      port: 1433,
    },
    byRhythm(flat(2), 0.3),
  ),
  signature(
    {
      signature: 2013504,
      description:
        'ET POLICY GNU/Linux APT User-Agent Outbound likely related to package management',
      source: insider,
      destination: outsider,
      port: 80,
    },
    job(6, 8),
    'job',
  ),
  signature(
    { signature: 2200074, description: 'SURICATA TCPv4 invalid checksum' },
    byRhythm(diurnal(12, 0.5)),
  ),
  signature(
    { signature: 2210020, description: 'SURICATA STREAM ESTABLISHED packet out of window' },
    byRhythm(diurnal(8, 0.4), 0.2),
  ),
  signature(
    { signature: 2210045, description: 'SURICATA STREAM Packet with invalid ack' },
    byRhythm(flat(4)),
  ),
  signature(
    {
      signature: 2221007,
      description: 'SURICATA HTTP invalid content length field in request',
      port: 80,
    },
    byRhythm(office(3, 0.1, 0.3)),
  ),
  signature(
    {
      signature: 2402000,
      description: 'ET DROP Dshield Block Listed Source group 1',
      severity: 2,
      port: 23,
    },
    byRhythm(flat(5), 0),
  ),
  signature(
    { signature: NEW_SIGNATURE, description: 'SURICATA STREAM Packet with invalid timestamp' },
    onLastDayOnly(NEW_SIGNATURE_EVENTS),
    'job',
  ),
  {
    id: 'suricata/dns',
    log: 'suricata/eve.json',
    draw: byRhythm(diurnal(5, 0.5)),
    spacing: 'anywhere',
    write: eveLookup(insider, (random) =>
      random.pick(['www.example.com', 'mail.example.org', 'cdn.example.net'] as const),
    ),
  },
];
