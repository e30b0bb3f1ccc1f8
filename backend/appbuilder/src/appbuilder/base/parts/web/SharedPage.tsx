import { useParams } from "react-router";
<<imports>>
import { request } from "../lib/http";
import { useLoad } from "../lib/load";
import { EntryBody } from "../ui/EntryBody";

type Shared =
  <<kinds>>

/** An entry, as whoever has the link to it sees it. */
export function SharedPage() {
  const { token = "" } = useParams();
  const loaded = useLoad(token, () => request<Shared>("GET", `/api/shared/${token}`));
  return (
    <EntryBody loaded={loaded} list="/">
      {(shared) => (
        <>
          <<pages>>
        </>
      )}
    </EntryBody>
  );
}
