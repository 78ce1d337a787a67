/** Fields that tell who or what it was, in the order of preference. */
export const FIELDS = ['user', 'address', 'program', 'host'] as const;
export type Field = (typeof FIELDS)[number];

/** What an event says of these. */
export type Event = Readonly<Partial<Record<Field, string>>>;

/** The events of one hour, today and on the days that it is compared with. */
export interface EventsOfHour {
  readonly days: number;
  readonly today: readonly Event[];
  readonly training: readonly Event[];
}
