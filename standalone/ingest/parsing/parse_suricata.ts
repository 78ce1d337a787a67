import { integerAt, readJson, recordAt, textAt, type JsonRecord } from './json_record';
import type { ParseContext, ParseResult, SuricataFields } from '../documents/log_document';
import { instantOfIso } from './timestamps';

function alertOf(event: JsonRecord): SuricataFields['alert'] {
  const alert = recordAt(event, 'alert');
  const id = alert === undefined ? undefined : integerAt(alert, 'signature_id');
  if (alert === undefined || id === undefined) return undefined;
  const signature = textAt(alert, 'signature');
  return { signature_id: id, ...(signature === undefined ? {} : { signature }) };
}

/**
 * Parses a line of Suricata's `eve.json`, of any event type. An event of type `alert` must have a
 * signature number. The host is the sensor's name, if Suricata is configured to write it.
 */
export function parseSuricata(line: string, context: ParseContext): ParseResult {
  const failure = { ok: false, type: 'suricata' } as const;
  const event = readJson(line);
  if (event === undefined) return failure;

  const eventType = textAt(event, 'event_type');
  const instant = instantOfIso(textAt(event, 'timestamp') ?? '', context);
  const alert = alertOf(event);
  if (eventType === undefined || instant === undefined) return failure;
  if (eventType === 'alert' && alert === undefined) return failure;

  const sourceIp = textAt(event, 'src_ip');
  const destinationIp = textAt(event, 'dest_ip');
  return {
    ok: true,
    type: 'suricata',
    format: 'Suricata eve.json',
    instant,
    host: textAt(event, 'host'),
    fields: {
      event_type: eventType,
      ...(alert === undefined ? {} : { alert }),
      ...(sourceIp === undefined ? {} : { src_ip: sourceIp }),
      ...(destinationIp === undefined ? {} : { dest_ip: destinationIp }),
    },
  };
}
