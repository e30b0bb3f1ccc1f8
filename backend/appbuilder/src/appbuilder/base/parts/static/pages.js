/** The pages of the site with their headings, from top to bottom. */
export const PAGES = [
  <<pages>>
];
