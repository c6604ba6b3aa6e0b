/** Generates a call sign such as “Calm Heron”, so that a real name is optional. */
import { translate } from '../../i18n/index.ts';

const pick = (words: string, random: () => number): string => {
  const list = words.split('|');
  return list[Math.floor(random() * list.length)] ?? '';
};

export function makeCallSign(random: () => number = Math.random): string {
  return translate('join', 'names.pattern', {
    first: pick(translate('join', 'names.first'), random),
    second: pick(translate('join', 'names.second'), random),
  });
}

/** Generates a call sign that differs from `before`. */
export function makeOtherCallSign(current: string): string {
  let name = makeCallSign();
  while (name === current) name = makeCallSign();
  return name;
}
