export { fetchDocumentsOfHost, fetchSourceDocumentsOfHost } from './fetch_documents_of_host';
export { fetchHostFields } from './fetch_host_fields';
export { fetchLastEvents } from './fetch_last_events';
export {
  addMark,
  fetchCalendars,
  fetchDecidedMarks,
  fetchDecisions,
  fetchJudgments,
  fetchMarks,
  fetchMarksAndJudgments,
} from './marks_store';
export { fetchEarlierSilences, fetchSilencesOf, saveSilences } from './silence_store';
