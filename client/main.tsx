/** Entry point: applies the display preferences, sets the language, and renders the page of the address. Pages load lazily. */
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/kit.css';
import '@preact/signals';
import { render } from 'preact';
import { App } from './ui/app.tsx';
import { firstLanguage } from './i18n/first-language.ts';
import { setLanguage } from './i18n/index.ts';
import { applyPreferences } from './device/preferences.ts';
import { followLinks } from './ui/kit/hooks.ts';
import { keepFocus } from './ui/kit/keep-focus.ts';

applyPreferences(document.documentElement);
followLinks();
keepFocus();
const root = document.getElementById('app');
if (root) {
  await setLanguage(firstLanguage(), 'join');
  root.replaceChildren();
  render(<App />, root);
}
