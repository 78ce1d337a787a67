export { CalendarsSection } from './calendars_section';
