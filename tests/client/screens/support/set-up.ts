/** Before each screen test: loads English texts and clears the previous test. */
import { cleanup, configure } from '@testing-library/preact';
import { afterEach, beforeAll } from 'vitest';
import { setLanguage } from '../../../../client/i18n/index.ts';

/** Milliseconds after which an element counts as missing; no passing test waits for it. */
configure({ asyncUtilTimeout: 120_000 });

beforeAll(() => setLanguage('en', 'desk', 'people', 'share', 'work', 'trainer', 'debrief', 'names'));
afterEach(() => {
  cleanup();
  localStorage.clear();
  sessionStorage.clear();
});
