/** Who is signed in; every part of the app can ask. */

import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { useLoad } from "../lib/load";
import { LoadFailed, Loading } from "../ui/states";
import { type Account, type Person, read } from "./api";

interface Session extends Account {
  /** Somebody came in, changed or (null) went out. */
  enter(person: Person | null): void;
}

const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("useSession needs a SessionProvider around it.");
  return session;
}

export function SessionProvider({ children }: { children: ReactNode }) {
  const account = useLoad("account", read);
  const [entered, enter] = useState<Person | null>();
  const session = useMemo(
    () => account.data && { ...account.data, person: entered === undefined ? account.data.person : entered, enter },
    [account.data, entered],
  );
  if (session) return <SessionContext value={session}>{children}</SessionContext>;
  return (
    <main className="mx-auto max-w-5xl px-4 py-10">
      {account.problem ? <LoadFailed problem={account.problem} onRetry={account.reload} /> : <Loading />}
    </main>
  );
}

/** Whether the person is one of these: `anyone`, `signed_in`, or the name of a role. */
export function isOneOf(who: readonly string[], person: Person | null): boolean {
  return who.includes("anyone") || (person !== null && (who.includes("signed_in") || who.includes(person.role)));
}
