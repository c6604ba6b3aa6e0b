/** Entry point of the author's preview. The key is in the URL fragment, so that no request carries it. */
import '../styles/fonts.css';
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/kit.css';
import './preview.css';
import '@preact/signals';
import { render } from 'preact';
import { firstLanguage } from '../i18n/first-language.ts';
import { setLanguage } from '../i18n/index.ts';
import { applyPreferences } from '../device/preferences.ts';
import { followStatus } from './model.ts';
import { PreviewPage } from './page.tsx';

applyPreferences(document.documentElement);
followStatus();
const root = document.getElementById('app');
if (root) {
  await setLanguage(firstLanguage(), 'preview');
  root.replaceChildren();
  render(<PreviewPage />, root);
}
