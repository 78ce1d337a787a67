/** Why a calendar cannot be used, in a sentence for the user who added it. */
export class CalendarRefused extends Error {
  override readonly name = 'CalendarRefused';
}
