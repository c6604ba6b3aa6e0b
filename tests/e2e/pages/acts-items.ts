/** Places and items: going, searching, taking, handling, analysing, sharing, asking others. */
import { oneOf, text, textOf, textStart } from '../support/texts.ts';
import type { Act } from './act.ts';

const travel: Act = {
  reach: async (desk, fields) => {
    await desk.to('map');
    const place = desk.play.name(`place:${fields.text('place')}`);
    await desk.linkNamed([place], desk.page.getByRole('main')).click({ timeout: 6000 });
    return desk.section(place).getByRole('button', { name: textStart('desk', 'map.go') });
  },
  go: (desk, begin) => desk.act(begin),
};

const search: Act = {
  reach: async (desk) => {
    await desk.to('map');
    return desk.button('desk', 'map.look');
  },
  go: (desk, begin) => desk.act(begin),
};

const takeItem: Act = {
  reach: async (desk, fields) => {
    await desk.toItem(fields.text('item'));
    return desk.button('desk', 'item.take');
  },
  go: async (desk, begin, fields) => {
    await begin.click();
    const dialog = desk.dialog(text('desk', 'item.take'));
    await desk.choose(
      desk.group(text('desk', 'shared.whichBasis'), dialog),
      textOf('common', `basis.${fields.text('basis')}`),
    );
    await desk.send(dialog, desk.button('desk', 'item.takeNow', dialog));
  },
};

const handleItem: Act = {
  reach: async (desk, fields) => {
    await desk.toItem(fields.text('item'));
    return desk.button('desk', 'item.handle');
  },
  go: async (desk, begin, fields) => {
    await begin.click();
    const dialog = desk.dialog(text('desk', 'item.handle'));
    await desk.choose(dialog, textOf('common', `handling.${fields.text('how')}`));
    await desk.send(dialog, desk.button('common', 'save', dialog));
  },
};

const analyseItem: Act = {
  reach: async (desk, fields) => {
    await desk.toItem(fields.text('item'));
    return desk.page.getByRole('button', { name: textStart('desk', 'item.analyse') });
  },
  go: (desk, begin) => desk.act(begin),
};

const shareItem: Act = {
  reach: async (desk, fields) => {
    await desk.toItem(fields.text('item'));
    return desk.button('desk', 'item.share');
  },
  go: async (desk, begin, fields, names) => {
    const item = fields.text('item');
    await begin.click();
    const dialog = desk.dialog(text('share', 'title', { item: desk.play.name(`item:${item}`) }));
    await desk.select(text('share', 'to'), desk.play.receiver(fields.text('to')), dialog);
    const parts = desk.group(text('share', 'parts'), dialog);
    if (await parts.isVisible()) {
      for (const part of desk.play.parts(item)) {
        const choice = desk.choice(parts, desk.play.partTitle(item, part) ?? '');
        if (await choice.isVisible())
          await choice.getByRole('checkbox').setChecked(fields.list('parts').includes(part));
      }
    }
    for (const [field, label] of [
      ['purpose', 'purpose'],
      ['basis', 'shared.whichBasis'],
      ['channel', 'channel'],
    ] as const)
      await desk.choose(desk.group(text('share', label), dialog), textOf('common', `${field}.${fields.text(field)}`));
    const consent = fields.maybe('consent');
    if (consent !== undefined) {
      const person = oneOf(desk.play.person(names.of(consent).text('person'))).source.slice(1, -1);
      await desk.select(text('share', 'consent'), new RegExp(`^${person}, `), dialog);
    }
    await desk.send(dialog, desk.button('share', 'share', dialog));
  },
};

const makeRequest: Act = {
  reach: async (desk) => {
    await desk.to('inbox');
    await desk.page.getByRole('tab', { name: new RegExp(`^${text('share', 'inbox.requests')}`) }).click();
    return desk.button('share', 'request.make');
  },
  go: async (desk, begin, fields) => {
    await begin.click();
    const dialog = desk.dialog(text('share', 'request.make'));
    const { law } = desk.play.compiled;
    await desk.select(text('share', 'request.kind'), law.requests[fields.text('kind')]?.title ?? '', dialog);
    await desk.select(text('share', 'shared.to'), desk.play.receiver(fields.text('to')), dialog);
    const [person, place] = [fields.maybe('person'), fields.maybe('place')];
    const about = person === undefined ? place && [desk.play.name(`place:${place}`)] : desk.play.person(person);
    if (about) await desk.select(text('share', 'request.about'), oneOf(about), dialog);
    await desk.choose(
      desk.group(text('share', 'shared.whichBasis'), dialog),
      textOf('common', `basis.${fields.text('basis')}`),
    );
    await desk.send(dialog, desk.button('common', 'send', dialog));
  },
};

export const itemActs: Readonly<Record<string, Act>> = {
  travel,
  search,
  'take-item': takeItem,
  'handle-item': handleItem,
  'analyse-item': analyseItem,
  'share-item': shareItem,
  'make-request': makeRequest,
};
