/** What people can have of their own in this app. */

export interface Kind {
  slug: string;
  label: string;
}

export const KINDS: readonly Kind[] = [
  <<kinds>>
];
