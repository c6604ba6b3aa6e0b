/** The person whose screen a view of a desk follows. */
import { createContext } from 'preact';

export interface Followed {
  name: string;
  /** The page that this person has open. */
  path: string;
}

export const FollowedContext = createContext<Followed | undefined>(undefined);
