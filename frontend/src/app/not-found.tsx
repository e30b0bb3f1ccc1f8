/** The page for addresses that lead nowhere. */
import { EmptyState, LinkButton, Mark } from "@/ui";

export default function NotFound() {
  return (
    <main className="flex min-h-dvh items-center justify-center" id="content">
      <EmptyState
        action={<LinkButton href="/">To the dashboard</LinkButton>}
        icon={<Mark />}
        title="Nothing is here"
      >
        The address may be mistyped, or what it named was deleted.
      </EmptyState>
    </main>
  );
}
