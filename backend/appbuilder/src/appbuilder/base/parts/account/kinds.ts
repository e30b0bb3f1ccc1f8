/** What people add in this app. */

export interface Kind {
  slug: string;
  label: string;
}

export const KINDS: readonly Kind[] = [
  <<kinds>>
];
