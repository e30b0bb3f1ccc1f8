/** The empty dashboard teaches by three requests that work as they stand. */
import { ArrowUpLeft } from "lucide-react";

const EXAMPLES = [
  {
    title: "Guestbook",
    teaches: "Fields, order and search",
    text: "A guestbook where visitors leave a name and a message, newest first, with search",
  },
  {
    title: "Task board",
    teaches: "Status, due dates and relations",
    text: "A task board with projects and tasks; a task has a title, a due date and a status (todo, doing, done); filter by status, dark with green",
  },
  {
    title: "Expenses",
    teaches: "Numbers and totals",
    text: "An expense tracker with categories; an expense has an amount, a date and a note; show the total per category",
  },
];

export function ExampleRequests({ onTake }: { onTake: (text: string) => void }) {
  return (
    <div className="mt-8">
      <h2 className="mb-2 font-medium text-muted text-ui">Start from an example</h2>
      <ul className="divide-y divide-separator overflow-hidden rounded-xl border hairline bg-surface">
        {EXAMPLES.map((example) => (
          <li key={example.title}>
            <button
              className="group flex w-full items-start gap-3 px-4 py-3 text-left transition-colors hover:bg-surface-secondary focus-visible:-outline-offset-2"
              onClick={() => onTake(example.text)}
              type="button"
            >
              <span className="min-w-0 flex-1">
                <span className="flex flex-wrap items-baseline gap-x-2">
                  <span className="font-medium">{example.title}</span>
                  <span className="text-muted text-xs">{example.teaches}</span>
                </span>
                <span className="mt-0.5 block text-muted text-ui">{example.text}</span>
              </span>
              <ArrowUpLeft
                aria-hidden="true"
                className="mt-0.5 size-4 shrink-0 text-muted transition-colors group-hover:text-foreground"
              />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
