import type { Settings } from '../../../common/settings';
import type { ScheduleService } from '../../wiring';
import { areSameRights, neededRights } from './key_rights';
import { disableSchedule, enableSchedule, renewKey } from './schedule_changes';
import type { SchedulePorts } from './schedule_ports';
import { readSchedule } from './schedule_record';
import { scheduleStatus, warningOfSchedule } from './schedule_status';

async function needsKey(ports: SchedulePorts, settings: Settings): Promise<boolean> {
  const { enabled, tag, key_object: id } = await readSchedule(ports.repository);
  if (!enabled || id === null) return false;
  const key = (await ports.credentials.keys.list()).find((kept) => kept.id === id);
  return key === undefined || !areSameRights(key, neededRights(settings, tag));
}

/**
 * The schedule as task manager runs it, in the name of the user who switched it on.
 *
 * Each step can be repeated safely. If one is interrupted, switching on or off again repairs it.
 */
export function createScheduleService(ports: SchedulePorts): ScheduleService {
  return {
    status: (caller, signal) => scheduleStatus(caller, ports, signal),
    warning: (caller, signal) => warningOfSchedule(caller, ports, signal),
    async enable(caller, options, signal) {
      await enableSchedule(caller, options, ports, signal);
      return scheduleStatus(caller, ports, signal);
    },
    async renew(caller, signal) {
      await renewKey(caller, ports, signal);
      return scheduleStatus(caller, ports, signal);
    },
    async disable(caller, signal) {
      await disableSchedule(ports);
      return scheduleStatus(caller, ports, signal);
    },
    needsKey: (settings) => needsKey(ports, settings),
  };
}
