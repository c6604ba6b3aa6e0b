/** Before each test of screens: English texts are loaded, and nothing is left of the test before. */
import { cleanup, configure } from '@testing-library/preact';
import { afterEach, beforeAll } from 'vitest';
import { setLanguage } from '../../../../client/i18n/index.ts';

/** Milliseconds after which something counts as not coming at all; no passing test waits for it. */
configure({ asyncUtilTimeout: 120_000 });

beforeAll(() => setLanguage('en', 'desk', 'people', 'share', 'work', 'trainer', 'debrief'));
afterEach(() => {
  cleanup();
  localStorage.clear();
  sessionStorage.clear();
});
