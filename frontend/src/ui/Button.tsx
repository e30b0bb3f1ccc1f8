/** Buttons and links that look like buttons. */
"use client";

import { buttonVariants, Button as HeroButton, Tooltip } from "@heroui/react";
import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { Ring } from "./states";

type HeroProps = ComponentProps<typeof HeroButton>;
type Variant = NonNullable<HeroProps["variant"]>;

/**
 * A button. While pending it keeps its place, focus and width of words, turns a ring and takes no second press.
 * (React Aria's own pending state leaves an unnamed picture in the page when the button goes away.)
 */
export function Button({
  isPending = false,
  onPress,
  children,
  ...props
}: Omit<HeroProps, "children" | "isPending" | "onPress"> & {
  isPending?: boolean;
  onPress?: () => void;
  children: ReactNode;
}) {
  const press = () => {
    if (!isPending) {
      onPress?.();
    }
  };
  return (
    <HeroButton {...props} {...(isPending ? { "aria-disabled": true } : {})} onPress={press}>
      {isPending ? <Ring /> : null}
      {children}
    </HeroButton>
  );
}

/** A button with a picture only: the label is read aloud and shown as a tooltip. */
export function IconButton({
  label,
  variant = "ghost",
  ...props
}: ComponentProps<typeof Button> & { label: string }) {
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
