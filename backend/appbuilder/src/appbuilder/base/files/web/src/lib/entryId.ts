import { useParams } from "react-router";

/** The number of the entry that the address names; 0, which no entry has, when it names none. */
export function useEntryId(): number {
  const { id } = useParams();
  return Number(id) || 0;
}
