/** Where the author's preview begins. The key stands behind the `#` of the address, so that it is sent to nobody. */
import '../styles/fonts.css';
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/kit.css';
import './preview.css';
import '@preact/signals';
import { render } from 'preact';
import { firstLanguage } from '../i18n/first-language.ts';
import { setLanguage } from '../i18n/index.ts';
import { applyPreferences } from '../ui/preferences.ts';
import { follow } from './model.ts';
import { PreviewPage } from './page.tsx';

applyPreferences(document.documentElement);
follow();
const root = document.getElementById('app');
if (root) {
  await setLanguage(firstLanguage(), 'preview');
  root.replaceChildren();
  render(<PreviewPage />, root);
}
