import { encodeSubtype } from './subtype';

/** Familiar names of values, by the value. */
type Names = [string, string][];

export const severityNames: Names = [
  ['0', 'Syslog emergency'],
  ['1', 'Syslog alert'],
  ['2', 'Syslog critical'],
  ['3', 'Syslog error'],
  ['4', 'Syslog warning'],
  ['5', 'Syslog notice'],
  ['6', 'Syslog informational'],
  ['7', 'Syslog debug'],
];

export const postfixNames: Names = [
  ['anvil', 'Rate limiter'],
  ['bounce', 'Bounce notices'],
  ['cleanup', 'Message clean-up'],
  ['error', 'Undeliverable'],
  ['local', 'Local delivery'],
  ['pickup', 'Local submission'],
  ['qmgr', 'Queue manager'],
  ['scache', 'Connection cache'],
  ['smtp', 'Mail sent'],
  ['smtpd', 'Mail received'],
  ['tlsmgr', 'TLS manager'],
];

export const ossecNames: Names = [
  ['533', 'Listening ports changed'],
  ['550', 'File checksum changed'],
  ['1002', 'Unknown system problem'],
  ['2902', 'Package installed'],
  ['3301', 'Mail relay attempt refused'],
  ['3303', 'Recipient domain not found'],
  ['3332', 'Postfix SASL login failed'],
  ['5402', 'sudo to root succeeded'],
  ['5501', 'Login session opened'],
  ['5502', 'Login session closed'],
  ['5710', 'Login with unknown user'],
  ['5715', 'SSH login succeeded'],
  ['5716', 'SSH login failed'],
  ['31101', 'Web server 400 error'],
  ['31151', 'Many 400 errors, one source'],
];

export const suricataNames: Names = [
  ['2001219', 'SSH scan, potential'],
  ['2010935', 'Inbound to MSSQL port 1433'],
  ['2013504', 'APT user-agent outbound'],
  ['2200074', 'TCPv4 invalid checksum'],
  ['2200075', 'UDPv4 invalid checksum'],
  ['2210020', 'Packet out of window'],
  ['2210044', 'Packet with invalid timestamp'],
  ['2210045', 'Packet with invalid ACK'],
  ['2221007', 'HTTP invalid content length'],
  ['2402000', 'Dshield block-listed source'],
];

const windowsEvents: [channel: string, id: string, name: string][] = [
  ['Security', '1102', 'Audit log cleared'],
  ['Security', '4624', 'Logon'],
  ['Security', '4625', 'Logon failed'],
  ['Security', '4648', 'Logon with explicit credentials'],
  ['Security', '4672', 'Special privileges assigned'],
  ['Security', '4688', 'Process created'],
  ['Security', '4698', 'Scheduled task created'],
  ['Security', '4720', 'User account created'],
  ['Security', '4732', 'Member added to a local group'],
  ['Security', '4740', 'User account locked out'],
  ['Security', '4768', 'Kerberos ticket requested'],
  ['Security', '4771', 'Kerberos pre-authentication failed'],
  ['System', '7045', 'Service installed'],
];

export const windowsNames: Names = windowsEvents.map(([channel, id, name]) => [
  encodeSubtype([channel, id]),
  name,
]);
