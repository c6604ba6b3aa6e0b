/** The person whose screen a view of a desk follows. */
import { createContext } from 'preact';

export interface Followed {
  name: string;
  /** The page that this person has open, or had when the device was last heard of. */
  path: string;
  connected: boolean;
}

export const FollowedContext = createContext<Followed | undefined>(undefined);
