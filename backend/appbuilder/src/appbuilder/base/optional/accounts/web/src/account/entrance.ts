/** Coming in, and going on to where the person wanted to be. */

import { useNavigate, useSearchParams } from "react-router";
import { email, text } from "../lib/rules";
import type { Person } from "./api";
import { useSession } from "./session";

export const nameRule = text({ required: true, max: 80 });
export const emailRule = email({ required: true, max: 254 });
export const passwordRule = text({ required: true, max: 200 });

interface Entrance {
  /** What the other way in needs to know: `?to=/notes`. */
  search: string;
  enter(person: Person): void;
}

export function useEntrance(): Entrance {
  const session = useSession();
  const navigate = useNavigate();
  const [parameters] = useSearchParams();
  const to = parameters.get("to") ?? "/";
  return {
    search: parameters.size > 0 ? `?${parameters}` : "",
    enter(person) {
      session.enter(person);
      // Only within the app: the address of another site would begin with two strokes.
      navigate(/^\/(?![/\\])/.test(to) ? to : "/", { replace: true });
    },
  };
}
