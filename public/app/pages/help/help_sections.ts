import type { Translator } from '../../../i18n';

/** A part of the built-in documentation: a heading and its paragraphs. */
export interface HelpSection {
  readonly id: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/**
 * The documentation that comes with the plugin, for readers without a network. It is a separate
 * script that is loaded when it is opened, so the translator is passed in.
 */
export function helpSections(translate: Translator): HelpSection[] {
  return [
    {
      id: 'morning',
      title: translate('logwave.help.morning', { defaultMessage: 'The morning' }),
      paragraphs: [
        translate('logwave.help.morning.list', {
          defaultMessage:
            'The page of a day lists which hours of the logs were unusual, the most surprising first. A series is one kind of event of a source, such as Syslog errors. Each series is compared with its own earlier days.',
        }),
        translate('logwave.help.morning.verdicts', {
          defaultMessage:
            'The verdicts are: more than usual, less than usual, new (never seen before), silent (usual events are missing), and moved (the same events at another hour).',
        }),
        translate('logwave.help.morning.quiet', {
          defaultMessage:
            'Series that were as usual are listed below, so that you can see that they were assessed. Hatched hours are unknown. They are never taken for silence.',
        }),
      ],
    },
    {
      id: 'why',
      title: translate('logwave.help.why', { defaultMessage: 'Why an hour was flagged' }),
      paragraphs: [
        translate('logwave.help.why.chart', {
          defaultMessage:
            'Open a series to see its day against the usual day, the training days that decided, and the fields and lines of the flagged hour. Each chart has a table with its numbers, which can be saved as CSV.',
        }),
        translate('logwave.help.why.days', {
          defaultMessage:
            'Training days can be left out in the calendar of a series. The verdict is then worked out again at once. You can save the choice if you have the privilege “Logwave settings”.',
        }),
        translate('logwave.help.why.surprise', {
          defaultMessage:
            'A surprise of 1 is exactly the threshold of the settings. A surprise of 2 is twice as far from usual.',
        }),
      ],
    },
    {
      id: 'judge',
      title: translate('logwave.help.judge', { defaultMessage: 'Judging and muting' }),
      paragraphs: [
        translate('logwave.help.judge.kinds', {
          defaultMessage:
            'A finding can be judged as expected or as an incident. Expected hours are not findings, and Logwave learns from them. Logwave does not learn from the hours of an incident.',
        }),
        translate('logwave.help.judge.silence', {
          defaultMessage:
            'The page Silence lists sources, hosts and series that are silent longer than usual. A host stays in the list until it logs again, is muted until a date, or is marked as gone.',
        }),
      ],
    },
    {
      id: 'tags',
      title: translate('logwave.help.tags', { defaultMessage: 'Tags' }),
      paragraphs: [
        translate('logwave.help.tags.what', {
          defaultMessage:
            'Logwave writes nothing to your logs until you turn on tagging. Tagging adds a tag, such as syslog_outlier, to the field tags of the documents of flagged hours.',
        }),
        translate('logwave.help.tags.undo', {
          defaultMessage:
            'Logwave records each tag that it wrote. “Remove the tags of this day” removes only these tags.',
        }),
      ],
    },
    {
      id: 'schedule',
      title: translate('logwave.help.schedule', { defaultMessage: 'The schedule' }),
      paragraphs: [
        translate('logwave.help.schedule.what', {
          defaultMessage:
            'The schedule analyzes each day by itself after the day has ended, and again if documents came late. With security on, it works with an API key of the user who turned it on. The key expires unless its owner opens the page now and then.',
        }),
      ],
    },
    {
      id: 'rights',
      title: translate('logwave.help.rights', { defaultMessage: 'Rights' }),
      paragraphs: [
        translate('logwave.help.rights.kibana', {
          defaultMessage:
            'In Kibana: “Logwave: read” shows results, “Logwave: all” also analyzes and judges, “Logwave tagging” writes tags, and “Logwave settings” changes settings and the schedule in all spaces.',
        }),
        translate('logwave.help.rights.elasticsearch', {
          defaultMessage:
            'In Elasticsearch: a reader needs read on logwave-*. To analyze, you need read and view_index_metadata on the logs, and read, write, create_index and view_index_metadata on logwave-*. To tag, you need write on the logs too.',
        }),
        translate('logwave.help.rights.missing', {
          defaultMessage:
            'Diagnostics on the settings page shows what you can do and what is missing. It also saves a file that you can attach to a report.',
        }),
      ],
    },
  ];
}
