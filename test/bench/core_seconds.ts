/** Seconds that this process has kept a core busy: what else runs on the machine does not count. */
export function coreSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
