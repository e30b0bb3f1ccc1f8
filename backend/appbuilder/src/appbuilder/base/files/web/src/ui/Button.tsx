import type { ButtonHTMLAttributes, ReactNode } from "react";
import { Link } from "react-router";
import { Icon, type IconName } from "./Icon";

type Look = "primary" | "secondary" | "quiet" | "danger";

const BASE =
  "inline-flex min-h-10 items-center justify-center gap-2 rounded-control px-4 py-2 text-sm font-medium " +
  "whitespace-nowrap transition-colors duration-100 disabled:opacity-60 print:hidden";
const LOOKS: Record<Look, string> = {
  primary: "border border-accent-edge bg-accent text-on-accent hover:bg-accent-strong",
  secondary: "border border-edge bg-surface text-ink hover:bg-sunken",
  quiet: "text-accent-ink hover:bg-sunken",
  danger: "border border-danger bg-danger text-on-danger hover:bg-danger-strong",
};

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: Look;
  icon?: IconName;
  busy?: boolean;
}

export function Button({ look = "primary", icon, busy = false, children, className = "", ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      disabled={rest.disabled || busy}
      aria-busy={busy || undefined}
      className={`${BASE} ${LOOKS[look]} ${className}`}
    >
      {icon && <Icon name={icon} className="-ml-1 size-4.5" />}
      {children}
    </button>
  );
}

interface ButtonLinkProps {
  to: string;
  look?: Look;
  icon?: IconName;
  children: ReactNode;
}

/** Looks like a button and goes somewhere. */
export function ButtonLink({ to, look = "primary", icon, children }: ButtonLinkProps) {
  return (
    <Link to={to} className={`${BASE} ${LOOKS[look]}`}>
      {icon && <Icon name={icon} className="-ml-1 size-4.5" />}
      {children}
    </Link>
  );
}

/** Looks like a button and fetches a file. */
export function ButtonDownload({ href, icon, children }: { href: string; icon: IconName; children: ReactNode }) {
  return (
    <a href={href} download className={`${BASE} ${LOOKS.secondary}`}>
      <Icon name={icon} className="-ml-1 size-4.5" />
      {children}
    </a>
  );
}

const SMALL =
  "inline-grid size-9 place-items-center rounded-control text-muted transition-colors duration-100 hover:bg-sunken print:hidden";

/** A quiet button that is only an icon; `label` is its name for people who cannot see it. */
export function IconButton({ icon, label, danger, ...rest }: { icon: IconName; label: string; danger?: boolean } & ButtonHTMLAttributes<HTMLButtonElement>) {
  const hover = danger ? "hover:text-danger-ink" : "hover:text-ink";
  return (
    <button type="button" aria-label={label} title={label} {...rest} className={`${SMALL} ${hover}`}>
      <Icon name={icon} className="size-4.5" />
    </button>
  );
}

/** The same for an address outside the web client, such as a file. */
export function IconAnchor({ icon, label, href, download }: { icon: IconName; label: string; href: string; download?: boolean }) {
  return (
    <a href={href} download={download} aria-label={label} title={label} className={`${SMALL} hover:text-ink`}>
      <Icon name={icon} className="size-4.5" />
    </a>
  );
}

export function IconLink({ icon, label, to }: { icon: IconName; label: string; to: string }) {
  return (
    <Link to={to} aria-label={label} title={label} className={`${SMALL} hover:text-ink`}>
      <Icon name={icon} className="size-4.5" />
    </Link>
  );
}
