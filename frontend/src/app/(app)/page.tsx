/** Route: the dashboard. */
import { VibeCaaSDashboard } from "@/features/projects";

export default function Page() {
  return <VibeCaaSDashboard />;
}
