/** Entries as pictures, with their names below. */

import type { ReactNode } from "react";
import { Link } from "react-router";
import { Cover } from "./Cover";

export function Gallery({ children }: { children: ReactNode }) {
  return <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(15rem,100%),1fr))] gap-5">{children}</ul>;
}

interface PictureProps {
  to: string;
  title: string;
  /** The address of the picture. */
  image?: string | null;
  actions: ReactNode;
  children?: ReactNode;
}

export function Picture({ to, title, image, actions, children }: PictureProps) {
  return (
    <li className="card group relative flex flex-col overflow-hidden transition-shadow hover:shadow-raised">
      <Cover title={title} image={image} />
      <div className="flex flex-1 flex-col px-4 pt-4 pb-2">
        <h2 className="font-semibold break-words">
          <Link to={to} className="rounded-control after:absolute after:inset-0 hover:underline">
            {title}
          </Link>
        </h2>
        <div className="relative">{children}</div>
        <div className="relative mt-auto -ml-2 flex self-start pt-2">{actions}</div>
      </div>
    </li>
  );
}
