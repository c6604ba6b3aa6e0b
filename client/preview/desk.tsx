/** The page inside a preview frame: the trainee's pages with the seat of that frame. */
import '../styles/fonts.css';
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/kit.css';
import '@preact/signals';
import { render } from 'preact';
import { firstLanguage } from '../i18n/first-language.ts';
import { setLanguage } from '../i18n/index.ts';
import { setPagePass } from '../state/seat-pass.ts';
import { App } from '../ui/app.tsx';
import { followLinks } from '../ui/kit/hooks.ts';
import { go } from '../ui/kit/index.ts';
import { keepFocus } from '../ui/kit/keep-focus.ts';
import { applyPreferences } from '../device/preferences.ts';

setPagePass(globalThis.location.hash.slice(1));
go('/play', { replace: true });
applyPreferences(document.documentElement);
followLinks();
keepFocus();
const root = document.getElementById('app');
if (root) {
  await setLanguage(firstLanguage(), 'join');
  render(<App />, root);
}
