/** Buttons and links that look like buttons. */
"use client";

import { Button, buttonVariants, Tooltip } from "@heroui/react";
import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";

export { Button };

type Variant = NonNullable<ComponentProps<typeof Button>["variant"]>;

/** A button with a picture only: the label is read aloud and shown as a tooltip. */
export function IconButton({
  label,
  variant = "ghost",
  ...props
}: ComponentProps<typeof Button> & { label: string; children: ReactNode }) {
  return (
    <Tooltip>
      <Button {...props} aria-label={label} isIconOnly size="sm" variant={variant} />
      <Tooltip.Content>{label}</Tooltip.Content>
    </Tooltip>
  );
}

export function LinkButton({
  href,
  variant = "outline",
  size = "sm",
  external = false,
  className = "",
  children,
  ...props
}: {
  href: string;
  variant?: Variant;
  size?: "sm" | "md";
  external?: boolean;
  className?: string;
  children: ReactNode;
  "aria-label"?: string;
  download?: boolean;
}) {
  const classes = `${buttonVariants({ variant, size })} ${className}`;
  if (external || props.download === true) {
    const target = external ? { target: "_blank", rel: "noreferrer" } : {};
    return (
      <a {...props} {...target} className={classes} href={href}>
        {children}
      </a>
    );
  }
  return (
    <Link {...props} className={classes} href={href}>
      {children}
    </Link>
  );
}
