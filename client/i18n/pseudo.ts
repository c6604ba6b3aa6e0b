/** The test language: English made longer and right-to-left, to reveal screens that only work in English. */
export interface Texts {
  [key: string]: string | Texts;
}

const LETTERS: Record<string, string> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  A: 'Á',
  E: 'É',
  I: 'Í',
  O: 'Ó',
  U: 'Ú',
};

/** Marks and lengthens every text of a tree; placeholders stay. */
export function pseudo(texts: Texts): Texts {
  return Object.fromEntries(
    Object.entries(texts).map(([key, value]) => [key, typeof value === 'string' ? pseudoLine(value) : pseudo(value)]),
  );
}

function pseudoLine(line: string): string {
  const changed = line
    .split(/(\{\{[^}]*\}\})/)
    .map((part) =>
      part.startsWith('{{') ? part : part.replaceAll(/[aeiouAEIOU]/g, (letter) => LETTERS[letter] ?? letter),
    )
    .join('');
  return `مـ ${changed}${'ـ'.repeat(Math.ceil(line.length / 8))} ـم`;
}
