/** Who is signed in, in which organization, and the way out. */
"use client";

import { Dropdown } from "@heroui/react";
import { LogOut } from "lucide-react";
import { useMe, useSignOut } from "../api";

export function AccountMenu() {
  const me = useMe();
  const signOut = useSignOut();
  const user = me.data?.user;
  if (user === undefined) {
    return null;
  }
  return (
    <Dropdown>
      <Dropdown.Trigger
        aria-label="Account"
        className="ml-1 flex size-7 items-center justify-center rounded-full bg-default font-semibold text-[11px] text-default-foreground outline-none transition-colors hover:bg-default-hover focus-visible:outline-2 focus-visible:outline-focus focus-visible:outline-offset-2"
      >
        {initials(user.name === "" ? user.email : user.name)}
      </Dropdown.Trigger>
      <Dropdown.Popover className="min-w-56" placement="bottom end">
        <div className="border-b hairline px-3 py-2.5">
          <p className="truncate font-medium text-ui">{user.name}</p>
          <p className="truncate text-muted text-xs">{user.email}</p>
          <p className="mt-1 truncate text-muted text-xs">{me.data?.active_organization.name}</p>
        </div>
        <Dropdown.Menu aria-label="Account" onAction={() => signOut.mutate()}>
          <Dropdown.Item id="sign-out" textValue="Sign out">
            <LogOut className="size-3.5 text-muted" />
            Sign out
          </Dropdown.Item>
        </Dropdown.Menu>
      </Dropdown.Popover>
    </Dropdown>
  );
}

function initials(name: string): string {
  const words = name.split(/[\s@.]+/).filter((word) => word !== "");
  return words
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join("");
}
