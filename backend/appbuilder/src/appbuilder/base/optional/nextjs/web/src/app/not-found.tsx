import { NotFound } from "../ui/states";

export default function Page() {
  return <NotFound />;
}
