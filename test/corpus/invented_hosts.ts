/** Words that a log writes where a host may stand, and that name none. Not the product's own list. */
const NO_HOSTS: readonly RegExp[] = [
  /[:,;)\]]$/,
  /[[\](){}"'=<>|]/,
  /^[-+*.:]+$/,
  /^[-+]?[\d.,:]+$/,
  /^(?:utc|gmt)?[-+]\d/i,
  /^(?:utc|gmt|cest|cet|eest|eet|est|edt|cst|cdt|mst|mdt|pst|pdt|msk|ist|jst)$/i,
  /^(?:emerg|alert|crit|critical|err|error|warn|warning|notice|info|debug|trace|fatal|log|panic)$/i,
  /^(?:auth|authpriv|cron|daemon|kern|mail|syslog|user|local\d)\.(?:emerg|alert|crit|err|warn|notice|info|debug)$/i,
  /^(?:status|startup|install|installed|upgrade|configure|trigproc|remove|purge|link|run)$/i,
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)$/i,
  /^(?:stdout|stderr|null|none|true|false|kernel|systemd|sshd|sudo)$/i,
  // Message ids of Exim, old and new.
  /^[\dA-Za-z]{6}-(?:[\dA-Za-z]{6}-[\dA-Za-z]{2}|[\dA-Za-z]{11}-[\dA-Za-z]{4})$/,
];

const IP = /^(?:\d{1,3}\.){3}\d{1,3}$|^[\da-f]*:[\da-f:]+$/i;

/** Whether what was read as a host says something else than a name or an address. */
export function isInventedHost(host: string): boolean {
  return !IP.test(host) && NO_HOSTS.some((pattern) => pattern.test(host));
}
