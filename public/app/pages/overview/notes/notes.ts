import type { AnswerOf, getSources, Schedule } from '../../../../../common/api';
import { appendAll } from '../../../../../common/lists';
import type { Outage } from '../../../../../common/settings';
import type { Day } from '../../../../../common/time';
import { translate } from '../../../../i18n';
import { outageWords } from '../../../components';
import type { PageServices } from '../../../basics';
import { countWords, momentWords } from '../../../words';
import { type DayAnswer, forbiddenSources } from '../../../rows';
import { hasHatchedHours, hasNoLogs } from './known_part';

/** What a reader should know about the page, in a sentence. */
export interface Note {
  readonly id: string;
  readonly text: string;
  /** The page where something can be done about it. */
  readonly to?: 'settings';
  /** A text to copy, such as a request for an administrator. */
  readonly copy?: string;
  /** It is about all findings, so it has a link to their documents. */
  readonly isOfFound?: true;
}

/** The facts for the notes; undefined while they are not known. */
export interface NoteFacts {
  readonly day: Day;
  readonly outages: readonly Outage[];
  readonly answer: DayAnswer | undefined;
  readonly zone: string;
  readonly sources: AnswerOf<typeof getSources> | undefined;
  readonly schedule: Schedule | undefined;
  readonly may: PageServices['may'];
}

/** That not all of the day is known. Where there are no logs, the summary says so. */
function partialNotes(answer: DayAnswer): Note[] {
  if (hasHatchedHours(answer)) {
    const text = translate('logwave.note.partial', {
      defaultMessage:
        'Only part of the day is analyzed. Hatched hours are unknown and not assessed.',
    });
    return [{ id: 'partial', text }];
  }
  if (hasNoLogs(answer.run)) return [];
  const text = translate('logwave.note.partialRows', {
    defaultMessage: 'Only part of the day is analyzed.',
  });
  return [{ id: 'partial', text }];
}

function runNotes({ answer }: NoteFacts): Note[] {
  if (answer === undefined) return [];
  const { run } = answer;
  const notes: Note[] = [];
  const isTroubled = run.source_results.some(({ is_troubled: troubled }) => troubled);
  if (isTroubled) {
    notes.push({
      id: 'troubled',
      text: translate('logwave.note.troubled', {
        defaultMessage:
          'Some searches failed, perhaps only temporarily. Verdicts may change when you analyze the day again.',
      }),
    });
  } else if (run.status === 'partial') appendAll(notes, partialNotes(answer));
  if (run.seen_by !== null) {
    notes.push({
      id: 'seenBy',
      text: translate('logwave.note.seenBy', {
        defaultMessage: 'This result was made with the rights of {user}, who cannot read all logs.',
        values: { user: run.seen_by },
      }),
    });
  }
  if (run.error !== null) notes.push({ id: 'error', text: run.error });
  const leftOut = run.left_out.map((text, index) => ({ id: `left out ${index}`, text }));
  return [...notes, ...leftOut];
}

function patternsOf(sources: AnswerOf<typeof getSources>['sources']): string {
  return [...new Set(sources.map(({ source }) => source.index))].join(', ');
}

function tagRequest(sources: NoteFacts['sources']): string {
  return translate('logwave.note.tagRequest', {
    defaultMessage:
      'Please give me the Kibana privilege “Logwave tagging” (all), and in Elasticsearch the index privilege write on {patterns}.',
    values: { patterns: patternsOf(sources?.sources ?? []) },
  });
}

/** Nothing for readers who may see neither the events nor a button: `rightNotes` covers that. */
function tagNotes({ answer, may, sources }: NoteFacts): Note[] {
  if (answer === undefined || may.tag || answer.run.tagged !== null) return [];
  if (!may.run && forbiddenSources(sources).length > 0) return [];
  const { events_flagged: events } = answer.head;
  if (events === 0) return [];
  return [
    {
      id: 'noTag',
      text: translate('logwave.note.noTag', {
        defaultMessage:
          'The findings cover {count} {events, plural, one {event} other {events}}, and none is tagged. An event that several sources count is included once for each. The verdicts are complete. To tag, ask an administrator for the privilege “Logwave tagging” and the index privilege write.',
        values: { count: countWords(events), events },
      }),
      copy: tagRequest(sources),
      isOfFound: true,
    },
  ];
}

/** What the page leaves out because of the reader's rights, said once and not at each place. */
function rightNotes(facts: NoteFacts): Note[] {
  const { may, sources } = facts;
  const forbidden = forbiddenSources(sources);
  const notes: Note[] = [];
  if (forbidden.length > 0) {
    const patterns = patternsOf(forbidden);
    notes.push({
      id: 'noLogs',
      text: translate('logwave.note.noLogs', {
        defaultMessage:
          'You cannot read the logs of {sources}. The findings are complete, but their log lines and the links to them are hidden. To see them, you need the index privilege read on {patterns}.',
        values: { sources: forbidden.map(({ source }) => source.name).join(', '), patterns },
      }),
      copy: translate('logwave.note.logsRequest', {
        defaultMessage: 'Please give me in Elasticsearch the index privilege read on {patterns}.',
        values: { patterns },
      }),
    });
  }
  if (may.run) return notes;
  const isTaggingSaid = may.tag || tagNotes(facts).length > 0;
  const text = isTaggingSaid
    ? translate('logwave.note.noRun', {
        defaultMessage:
          'You can see results. To analyze a day, ask an administrator for the privilege “Logwave: all”.',
      })
    : translate('logwave.note.readOnly', {
        defaultMessage:
          'You can see results. To analyze a day, ask an administrator for the privilege “Logwave: all”. To tag, you need “Logwave tagging” too.',
      });
  return [...notes, { id: 'noRun', text }];
}

function sourceNotes({ sources }: NoteFacts): Note[] {
  const wrong = (sources?.sources ?? []).filter(
    ({ state }) => state === 'unusable' || state === 'unknown',
  );
  return wrong.flatMap(({ source, words }) =>
    words === null ? [] : [{ id: `source ${source.id}`, text: words, to: 'settings' as const }],
  );
}

function scheduleNotes({ schedule, zone }: NoteFacts): Note[] {
  if (schedule === undefined) return [];
  const { enabled, last_run: last } = schedule;
  if (!enabled) {
    const text = translate('logwave.note.scheduleOff', {
      defaultMessage: 'The schedule is off. Logwave analyzes a day only when someone starts it.',
    });
    return [{ id: 'scheduleOff', text, to: 'settings' }];
  }
  if (last?.outcome !== 'failed') return [];
  const text = translate('logwave.note.taskFailing', {
    defaultMessage: 'The scheduled analysis failed on {at}: {words}',
    values: { at: momentWords(last.at, zone), words: last.words },
  });
  return [{ id: 'taskFailing', text, to: 'settings' }];
}

function outageNotes({ day, outages, sources }: NoteFacts): Note[] {
  const named = (sources?.sources ?? []).map(({ source }) => source);
  const words = outageWords(day, outages, named);
  if (words === undefined) return [];
  const values = { words };
  const text = translate('logwave.note.outage', { defaultMessage: 'This day is {words}.', values });
  return [{ id: 'outage', text }];
}

/** All that a reader should know about the page, the most urgent first. */
export function notesOf(facts: NoteFacts): Note[] {
  return [runNotes, outageNotes, tagNotes, sourceNotes, rightNotes, scheduleNotes].flatMap((make) =>
    make(facts),
  );
}
