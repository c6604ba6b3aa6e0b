/** The context of all sheets: the case, its texts in one language, the texts of the screens, the pictures. */
import type { Words } from '../../../shared/cards/words.ts';
import { wordsOf } from '../../../shared/cards/words.ts';
import type { CompiledScenario } from '../../../shared/scenario/compiled.ts';
import { type CaseMs, formatCaseTime } from '../../../shared/time.ts';
import { type Html, html, type Inner, raw } from '../html/html.ts';
import { type Say, wordsOfScreens } from '../html/screen-words.ts';
import type { PlayableCase } from '../playable-case.ts';

export interface Paper {
  compiled: CompiledScenario;
  language: string;
  words: Words;
  say: Say;
  /** Title of a desk in the language of the sheets. */
  desk: (role: string) => string;
  time: (at: CaseMs) => string;
  picture: (name: string | undefined) => Inner;
}

export async function paperOf({ compiled, translations, files }: PlayableCase, language: string): Promise<Paper> {
  const words = wordsOf({ compiled, translations }, language);
  const say = await wordsOfScreens(language);
  return {
    compiled,
    language,
    words,
    say,
    desk: (role) => words.maybe('law', 'agencies', compiled.scenario.roles[role]?.desk ?? '', 'title') ?? role,
    time: (at) => {
      const [, day = '1', clock = ''] = /^day (\d+) (.+)$/.exec(formatCaseTime(at)) ?? [];
      return say('time', { day, clock });
    },
    picture: (name) => {
      const svg = name === undefined ? undefined : files[`art/${name}.svg`];
      // `baraza check` allows no script, link or external resource in pictures.
      return svg !== undefined && html`<figure class="picture">${raw(svg)}</figure>`;
    },
  };
}

/** One sheet: starts on a new page, with the EXERCISE mark at head and foot. */
export const sheet = ({ say, words }: Paper, kind: string, body: Inner): Html =>
  html`<article class="sheet ${kind}"><p class="sheet-head"><span class="mark">${say('exercise')}</span> <span>${words.text('title')}</span></p>
${body}<p class="sheet-foot">${say('exercise')} · ${say('fictional')}</p></article>`;
