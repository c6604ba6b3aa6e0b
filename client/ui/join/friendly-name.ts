/** A suggestion like “Calm Heron”, so that nobody has to give a real name. */
import { translate } from '../../i18n/index.ts';

const pick = (words: string, random: () => number): string => {
  const list = words.split('|');
  return list[Math.floor(random() * list.length)] ?? '';
};

export function friendlyName(random: () => number = Math.random): string {
  return translate('join', 'names.pattern', {
    first: pick(translate('join', 'names.first'), random),
    second: pick(translate('join', 'names.second'), random),
  });
}

/** A fresh one: never the one before. */
export function anotherName(before: string): string {
  let name = friendlyName();
  while (name === before) name = friendlyName();
  return name;
}
