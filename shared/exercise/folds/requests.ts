/** Requests between desks and to outside bodies. */
import type { requestEvents } from '../../vocabulary/events/requests.ts';
import { fieldsOf, type Folds } from './fold.ts';

export const requestFolds: Folds<keyof typeof requestEvents> = {
  'request-made': (draft, event) => {
    const { request, ...made } = fieldsOf(event);
    draft.put('requests', request, { ...made, answers: [] });
  },
  'request-answered': (draft, event) => {
    const { at, by, outcome, parts, holding, text } = event;
    draft.change('requests', event.request, (request) => ({
      ...request,
      answers: [...request.answers, { at, by, outcome, parts, holding, text }],
    }));
  },
};
