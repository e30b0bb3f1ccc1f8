/** What content pages are made of. */

import { type ReactNode, useId, useState } from "react";
import { Link } from "react-router";
// if nextjs
import { InBrowser } from "../lib/browser";
// end if
import { useHeading } from "../lib/heading";
import type { List } from "../lib/http";
import { type Loaded, useLoad } from "../lib/load";
import { Button, ButtonLink } from "./Button";
import { Icon } from "./Icon";
import { PartBody } from "./ListBody";

/** The blocks of a page, one below the other: with room between them, or close as on a dashboard. */
export function Blocks({ close, children }: { close?: boolean; children: ReactNode }) {
  return <div className={close ? "space-y-4" : "space-y-12 sm:space-y-16"}>{children}</div>;
}

/** A page to read: a column in the middle, no wider than is comfortable. */
export function Article({ children }: { children: ReactNode }) {
  return <div className="mx-auto max-w-3xl">{children}</div>;
}

interface HeroProps {
  title: string;
  action?: { to: string; label: string };
  children: ReactNode;
}

/** The head of a landing page; it names the browser's tab. */
export function Hero({ title, action, children }: HeroProps) {
  const heading = useHeading(title);
  return (
    <div className="rounded-card border border-line bg-accent-soft px-6 py-14 sm:px-12 sm:py-20 lg:px-16">
      <h1 ref={heading} tabIndex={-1} className="max-w-3xl text-3xl font-semibold tracking-tight text-balance break-words sm:text-4xl">
        {title}
      </h1>
      <div className="mt-5 max-w-2xl space-y-3 text-lg text-pretty text-muted">{children}</div>
      {action && (
        <div className="mt-8">
          <ButtonLink to={action.to}>
            {action.label}
            <Icon name="next" className="-mr-1 size-4" />
          </ButtonLink>
        </div>
      )}
    </div>
  );
}

interface BlockProps {
  title?: string;
  action?: ReactNode;
  children: ReactNode;
}

function Block({ title, action, children }: BlockProps) {
  const id = useId();
  return (
    <section aria-labelledby={title ? id : undefined}>
      {title && (
        <div className="mb-5 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
          <h2 id={id} className="text-xl font-semibold tracking-tight text-balance">
            {title}
          </h2>
          {action}
        </div>
      )}
      {children}
    </section>
  );
}

/** Paragraphs, in lines that are not too long to read. */
export function TextBlock({ title, children }: BlockProps) {
  return (
    <Block title={title}>
      <div className="max-w-2xl space-y-4 text-pretty break-words">{children}</div>
    </Block>
  );
}

/** Short texts side by side. */
export function Items({ title, children }: BlockProps) {
  return (
    <Block title={title}>
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">{children}</ul>
    </Block>
  );
}

interface ItemProps {
  title: string;
  /** h2 where the block has no title of its own. */
  heading?: "h2" | "h3";
  children: ReactNode;
}

export function Item({ title, heading: Heading = "h3", children }: ItemProps) {
  return (
    <li className="card p-6">
      <Heading className="font-semibold break-words">{title}</Heading>
      <div className="mt-2 space-y-2 text-sm text-pretty break-words text-muted">{children}</div>
    </li>
  );
}

/** Questions whose answers open. */
export function Questions({ title, children }: BlockProps) {
  return (
    <Block title={title}>
      <div className="card divide-y divide-line">{children}</div>
    </Block>
  );
}

export function Question({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="group px-6">
      <summary className="flex cursor-pointer list-none items-center justify-between gap-4 py-4 font-medium break-words">
        {title}
        <Icon name="chevron" className="size-4.5 shrink-0 text-muted transition-transform group-open:rotate-180" />
      </summary>
      <div className="max-w-2xl space-y-3 pb-5 text-pretty break-words text-muted">{children}</div>
    </details>
  );
}

interface LatestProps<T> {
  title: string;
  /** Where all of them are, and what that is called. */
  to: string;
  all: string;
  load(): Promise<List<T>>;
  empty: string;
  children(entries: T[]): ReactNode;
}

/** The first entries of a list. */
export function Latest<T>({ title, to, all, load, empty, children }: LatestProps<T>) {
  const list: Loaded<List<T>> = useLoad(to, load);
  return (
    <Block
      title={title}
      action={
        <span className="-mr-3">
          <ButtonLink look="quiet" to={to}>
            {all}
            <Icon name="next" className="-mr-1 size-4" />
          </ButtonLink>
        </span>
      }
    >
      <PartBody list={list} empty={empty}>
        {children}
      </PartBody>
    </Block>
  );
}

export function Teasers({ children }: { children: ReactNode }) {
  return <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">{children}</ul>;
}

/** An entry in short; all of it leads to the entry's page. */
export function Teaser({ to, title, cover, children }: { to: string; title: string; cover?: ReactNode; children?: ReactNode }) {
  return (
    <li className="card relative flex flex-col overflow-hidden transition-shadow hover:shadow-raised">
      {cover}
      <div className="flex flex-col gap-2 p-5">
        <h3 className="font-semibold break-words">
          <Link to={to} className="after:absolute after:inset-0 after:rounded-card">
            {title}
          </Link>
        </h3>
        {children}
      </div>
    </li>
  );
}

export function TeaserText({ children }: { children: ReactNode }) {
  return children ? <p className="line-clamp-3 text-sm break-words whitespace-pre-line text-muted">{children}</p> : null;
}

interface FormBlockProps {
  title: string;
  text?: string;
  children(onSaved: () => void): ReactNode;
}

/** A form, and the confirmation that takes its place. */
export function FormBlock({ title, text, children }: FormBlockProps) {
  const [done, setDone] = useState(false);
  const id = useId();
  return (
    <section aria-labelledby={id} className="@container">
      <div className="grid gap-x-12 gap-y-5 @4xl:grid-cols-[1fr_1.4fr]">
        <div>
          <h2 id={id} className="text-xl font-semibold tracking-tight text-balance">
            {title}
          </h2>
          {text && <p className="mt-3 max-w-md text-pretty text-muted">{text}</p>}
        </div>
        {done ? (
          <div role="status" className="card animate-appear flex flex-col items-center px-6 py-12 text-center">
            <span className="grid size-12 place-items-center rounded-full bg-accent-soft text-accent-ink">
              <Icon name="check" className="size-6" />
            </span>
            <h3 className="mt-4 text-lg font-semibold">Thank you</h3>
            <p className="mt-1 max-w-sm text-muted">What you sent has arrived.</p>
            <Button look="secondary" className="mt-6" onClick={() => setDone(false)}>
              Send another
            </Button>
          </div>
        ) : (
          // if nextjs
          <InBrowser>{children(() => setDone(true))}</InBrowser>
          // else
          children(() => setDone(true))
          // end if
        )}
      </div>
    </section>
  );
}

/** Numbers side by side, none wider than a third of the page. */
export function Tiles({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap gap-4 *:flex-[1_1_9rem] sm:*:flex-[1_1_12rem] lg:*:max-w-[calc((100%-2rem)/3)]">{children}</div>;
}

/** Charts and tables: two beside each other where there is room. */
export function Charts({ children }: { children: ReactNode }) {
  return <div className="grid gap-4 *:min-w-0 lg:grid-cols-2 lg:[&>:last-child:nth-child(odd)]:col-span-2">{children}</div>;
}
