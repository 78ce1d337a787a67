export { type DemoScene, tellAfter, tellBefore } from './demo_marks';
export { keepSampleCounts } from './keep_sample_counts';
export { createSampleCluster, makeNextDay, type SampleChosen } from './sample_cluster';
