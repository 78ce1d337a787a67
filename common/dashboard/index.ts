export { findingsDashboard, savedObjectsFile } from './findings_dashboard';
