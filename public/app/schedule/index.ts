export { ScheduleNotice } from './schedule_notice';
