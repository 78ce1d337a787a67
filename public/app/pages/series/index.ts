export { SeriesPage } from './series_page';
