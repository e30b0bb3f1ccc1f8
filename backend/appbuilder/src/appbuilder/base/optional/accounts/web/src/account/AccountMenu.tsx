import { useEffect, useRef, useState } from "react";
import { Link, useLocation, useNavigate } from "react-router";
import { ButtonLink } from "../ui/Button";
import { Icon } from "../ui/Icon";
import { useToast } from "../ui/Toasts";
import { signOut } from "./api";
import { useSession } from "./session";

const ITEM = "flex min-h-11 w-full items-center rounded-control px-3 text-left text-sm hover:bg-sunken";

/** The person's name in the head of every page, and what belongs to their account. */
export function AccountMenu() {
  const { person, roles } = useSession();
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => setOpen(false), [pathname]);
  useEffect(() => {
    const leave = (event: Event) => !menu.current?.contains(event.target as Node) && setOpen(false);
    document.addEventListener("pointerdown", leave);
    return () => document.removeEventListener("pointerdown", leave);
  }, []);

  function close() {
    setOpen(false);
    button.current?.focus();
  }

  if (!person) {
    return <ButtonLink to="/sign-in">Sign in</ButtonLink>;
  }
  const role = roles.find((each) => each.name === person.role);
  return (
    <div ref={menu} className="relative" onKeyDown={(event) => event.key === "Escape" && open && close()}>
      <button
        ref={button}
        type="button"
        aria-expanded={open}
        aria-controls="account-menu"
        onClick={() => setOpen(!open)}
        className="flex min-h-11 max-w-40 items-center gap-1.5 rounded-control px-3 text-sm font-medium hover:bg-sunken"
      >
        <Icon name="person" className="size-5 shrink-0 sm:hidden" />
        <span className="truncate max-sm:sr-only">{person.name}</span>
        <Icon name="chevron" className="size-4 shrink-0" />
      </button>
      {open && (
        <div id="account-menu" className="card absolute right-0 z-20 w-56 p-1.5 shadow-raised">
          <p className="truncate px-3 py-2 text-sm text-muted">{role?.label}</p>
          <Link to="/profile" className={ITEM}>
            Profile
          </Link>
          {role?.is_admin && (
            <Link to="/account/people" className={ITEM}>
              People
            </Link>
          )}
          <SignOut />
        </div>
      )}
    </div>
  );
}

function SignOut() {
  const session = useSession();
  const navigate = useNavigate();
  const toast = useToast();

  async function leave() {
    try {
      await signOut();
    } catch {
      toast("You are still signed in. Check your connection and try again.", { failed: true });
      return;
    }
    navigate("/sign-in");
    session.enter(null);
  }

  return (
    <button type="button" onClick={leave} className={ITEM}>
      Sign out
    </button>
  );
}
