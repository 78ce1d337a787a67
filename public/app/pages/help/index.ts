export { HelpPage } from './help_page';
