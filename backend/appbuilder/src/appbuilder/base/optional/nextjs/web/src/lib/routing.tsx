/** Links and addresses as the components use them, on top of Next.js. */

import NextLink from "next/link";
import { useParams as useNextParams, usePathname, useRouter, useSearchParams as useNextSearchParams } from "next/navigation";
import { type ComponentProps, useEffect } from "react";

type LinkProps = Omit<ComponentProps<typeof NextLink>, "href"> & { to: string };

export function Link({ to, ...props }: LinkProps) {
  return <NextLink href={to} {...props} />;
}

interface NavLinkProps extends Omit<LinkProps, "className"> {
  /** Active at this very address only, not at those below it. */
  end?: boolean;
  className(state: { isActive: boolean }): string;
}

/** A link that knows whether it leads to the page that is shown. */
export function NavLink({ to, end, className, ...props }: NavLinkProps) {
  const pathname = usePathname();
  const isActive = pathname === to || (!end && pathname.startsWith(`${to}/`));
  return <Link to={to} className={className({ isActive })} aria-current={isActive ? "page" : undefined} {...props} />;
}

interface Options {
  /** Whether "back" skips the address that is left. */
  replace?: boolean;
}

export function useNavigate() {
  const router = useRouter();
  return (to: string, { replace }: Options = {}) => (replace ? router.replace(to) : router.push(to));
}

/** Leads somewhere else as soon as it is shown. */
export function Navigate({ to, replace }: Options & { to: string }) {
  const navigate = useNavigate();
  useEffect(() => navigate(to, { replace }), [to]);
  return null;
}

export function useLocation() {
  const search = useNextSearchParams().toString();
  return { pathname: usePathname(), search: search && `?${search}` };
}

/** The parts of the address that change, such as `id`. */
export function useParams(): Partial<Record<string, string>> {
  return useNextParams<Record<string, string>>();
}

type Change = (before: URLSearchParams) => URLSearchParams | string[][];

/** What follows the question mark, and a way to change it that loads no page. */
export function useSearchParams(): [URLSearchParams, (change: Change, options?: Options) => void] {
  const parameters = new URLSearchParams(useNextSearchParams().toString());
  const pathname = usePathname();

  function change(make: Change, { replace }: Options = {}) {
    const after = new URLSearchParams(make(new URLSearchParams(window.location.search))).toString();
    const address = after ? `${pathname}?${after}` : pathname;
    if (replace) window.history.replaceState(null, "", address);
    else window.history.pushState(null, "", address);
  }
  return [parameters, change];
}
