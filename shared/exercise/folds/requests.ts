/** Requests between desks and to outside bodies. */
import { change, type Folds, put } from './fold.ts';

export const requestFolds: Folds<'request-made' | 'request-answered'> = {
  'request-made': (world, event) => {
    const { type: _type, request, ...made } = event;
    return { ...world, requests: put(world.requests, request, { ...made, answers: [] }) };
  },
  'request-answered': (world, event) => {
    const { at, by, outcome, parts, holding, text } = event;
    return {
      ...world,
      requests: change(world.requests, event.request, (request) => ({
        ...request,
        answers: [...request.answers, { at, by, outcome, parts, holding, text }],
      })),
    };
  },
};
