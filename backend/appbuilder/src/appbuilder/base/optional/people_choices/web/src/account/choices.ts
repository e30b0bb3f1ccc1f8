/** People to choose from in forms and filters. */

import { request } from "../lib/http";
import { useLoad } from "../lib/load";
import type { Choice } from "../ui/Field";
import { useSession } from "./session";

interface PersonChoice {
  id: number;
  name: string;
}

const PATH = "/api/account/people/choices";

/** Nobody for those who did not sign in: they do not see who else is here. */
export function usePeopleChoices(): Choice[] {
  const { person } = useSession();
  const { data } = useLoad(`${person?.id}`, () => (person ? request<PersonChoice[]>("GET", PATH) : Promise.resolve([])));
  return (data ?? []).map((choice) => ({ value: String(choice.id), label: choice.name }));
}
