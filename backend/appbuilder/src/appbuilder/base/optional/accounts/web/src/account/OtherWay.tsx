import { Link } from "react-router";

/** Leads from signing in to registering, and back. */
export function OtherWay({ text, to, label }: { text: string; to: string; label: string }) {
  return (
    <p className="mt-4 text-sm text-muted">
      {text}{" "}
      <Link to={to} className="rounded-control font-medium text-accent-ink underline-offset-2 hover:underline">
        {label}
      </Link>
    </p>
  );
}
