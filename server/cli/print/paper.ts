/** What every sheet of paper needs: the case, its words in one language, the words of the screens, and its pictures. */
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
  /** Title of a desk in the language of the paper. */
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
      // Pictures of a case are checked: no script, no link, nothing from elsewhere.
      return svg !== undefined && html`<figure class="picture">${raw(svg)}</figure>`;
    },
  };
}

/** One sheet: it begins on a new page and carries the mark at head and foot. */
export const sheet = ({ say, words }: Paper, kind: string, body: Inner): Html =>
  html`<article class="sheet ${kind}"><p class="sheet-head"><span class="mark">${say('exercise')}</span> <span>${words.text('title')}</span></p>
${body}<p class="sheet-foot">${say('exercise')} · ${say('fictional')}</p></article>`;
