/** Requests between desks and to outside bodies. */
import { fieldsOf, type Folds } from './fold.ts';
import { changeIn, putIn } from './owner.ts';

export const requestFolds: Folds<'request-made' | 'request-answered'> = {
  'request-made': (world, event) => {
    const { request, ...made } = fieldsOf(event);
    return putIn(world, 'requests', request, { ...made, answers: [] });
  },
  'request-answered': (world, event) => {
    const { at, by, outcome, parts, holding, text } = event;
    return changeIn(world, 'requests', event.request, (request) => ({
      ...request,
      answers: [...request.answers, { at, by, outcome, parts, holding, text }],
    }));
  },
};
