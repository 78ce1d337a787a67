export { plantedIncidents } from './incidents';
export { type ProvidedSample, provideSample, removeOtherSamples } from './provide_sample';
export { countSampleDocuments, removeOldSamples } from './sample_documents';
export { sampleFileNames, type SampleOptions } from './sample_files';
export { writeSample, type WrittenSample } from './write_sample';
export { countSample } from './sample_counts';
export { writeSampleDay } from './sample_day';
export { documentsWritten } from './sample_records';
export { type AgedDay, type Outline, sampleOutlines, SHARED_FIELDS } from './sample_outlines';
