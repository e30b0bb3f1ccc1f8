/** The icons of the app: drawn on a grid of 20, in the colour of the text around them. */

const PATHS = {
  plus: "M10 4v12M4 10h12",
  search: "M9 15a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM13.5 13.5 17 17",
  filter: "M3 5h14M6 10h8M8.5 15h3",
  edit: "M12.5 4.5 15.5 7.5M4 16l.6-3.4L13 4.2a1.4 1.4 0 0 1 2 0l.8.8a1.4 1.4 0 0 1 0 2L7.4 15.4 4 16z",
  trash: "M4 6h12M8 6V4h4v2M5.5 6l.7 10h7.6l.7-10M8.5 9v4.5M11.5 9v4.5",
  close: "M5 5l10 10M15 5 5 15",
  back: "M12 4.5 6.5 10l5.5 5.5",
  next: "M8 4.5 13.5 10 8 15.5",
  up: "M10 16V4M5 9l5-5 5 5",
  down: "M10 4v12M5 11l5 5 5-5",
  sun: "M10 13.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM10 2v1.5M10 16.5V18M2 10h1.5M16.5 10H18M4.3 4.3l1.1 1.1M14.6 14.6l1.1 1.1M15.7 4.3l-1.1 1.1M5.4 14.6l-1.1 1.1",
  moon: "M16.5 11.6A7 7 0 1 1 8.4 3.5a5.5 5.5 0 0 0 8.1 8.1z",
  check: "M4.5 10.5 8.5 14.5 15.5 6",
  alert: "M10 6.5v4.5M10 13.6v.1M10 2.8 18 16.5H2L10 2.8z",
  inbox: "M3 11l2.2-6.2A1.2 1.2 0 0 1 6.3 4h7.4c.5 0 1 .3 1.1.8L17 11v4a1.2 1.2 0 0 1-1.2 1.2H4.2A1.2 1.2 0 0 1 3 15v-4zM3 11h4l1 2h4l1-2h4",
  chevron: "M5 7.5 10 12.5 15 7.5",
  download: "M10 3.5v9M6.2 8.9 10 12.7l3.8-3.8M3.8 14v1.2a1.3 1.3 0 0 0 1.3 1.3h9.8a1.3 1.3 0 0 0 1.3-1.3V14",
  print: "M6 7V3.5h8V7M6 14H4.2A1.2 1.2 0 0 1 3 12.8V8.2A1.2 1.2 0 0 1 4.2 7h11.6A1.2 1.2 0 0 1 17 8.2v4.6a1.2 1.2 0 0 1-1.2 1.2H14M6 11.5h8v5H6z",
  lock: "M5.5 9h9A1.2 1.2 0 0 1 15.7 10.2V15.3A1.2 1.2 0 0 1 14.5 16.5H5.5A1.2 1.2 0 0 1 4.3 15.3V10.2A1.2 1.2 0 0 1 5.5 9zM7 9V6.5a3 3 0 0 1 6 0V9",
  table: "M3 5.2A1.2 1.2 0 0 1 4.2 4h11.6A1.2 1.2 0 0 1 17 5.2v9.6a1.2 1.2 0 0 1-1.2 1.2H4.2A1.2 1.2 0 0 1 3 14.8V5.2zM3 8.5h14M3 12.2h14M8.5 8.5V16",
  cards: "M3 4h14v5H3V4zM3 11.5h14V16H3v-4.5z",
  board: "M3 4h4v12H3V4zM8 4h4v7H8V4zM13 4h4v9.5h-4V4z",
  calendar: "M3 6.2A1.2 1.2 0 0 1 4.2 5h11.6A1.2 1.2 0 0 1 17 6.2v9.1a1.2 1.2 0 0 1-1.2 1.2H4.2A1.2 1.2 0 0 1 3 15.3V6.2zM3 9h14M7 3v3.5M13 3v3.5",
  image: "M3 5.2A1.2 1.2 0 0 1 4.2 4h11.6A1.2 1.2 0 0 1 17 5.2v9.6a1.2 1.2 0 0 1-1.2 1.2H4.2A1.2 1.2 0 0 1 3 14.8V5.2zM3 13.5l4-4 3.5 3.5 2.5-2.5 4 4M13 8v.1",
  menu: "M3 5.5h14M3 10h14M3 14.5h14",
  external: "M8 4.5H5A1.2 1.2 0 0 0 3.8 5.7V15A1.2 1.2 0 0 0 5 16.2h9.3a1.2 1.2 0 0 0 1.2-1.2v-3M11.5 3.8h4.7v4.7M16 4l-7 7",
  heart: "M10 16.5S3.5 12.7 3.5 8.2A3.4 3.4 0 0 1 10 6.7a3.4 3.4 0 0 1 6.5 1.5c0 4.5-6.5 8.3-6.5 8.3z",
  bell: "M10 3a4.5 4.5 0 0 0-4.5 4.5c0 4-1.5 5.5-1.5 5.5h12s-1.5-1.5-1.5-5.5A4.5 4.5 0 0 0 10 3zM8.5 16a1.6 1.6 0 0 0 3 0",
  link: "M8.5 11.5a3 3 0 0 0 4.3 0l2.4-2.4a3 3 0 0 0-4.3-4.3l-1 1M11.5 8.5a3 3 0 0 0-4.3 0l-2.4 2.4a3 3 0 0 0 4.3 4.3l1-1",
  box: "M3.5 4.5h13v3h-13zM4.5 7.5v8h11v-8M8 10.5h4",
  file: "M5.5 3h6l3.5 3.5V17h-9.5zM11.5 3v3.5H15",
  person: "M10 10a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM4 16.5c.6-2.9 3-4.3 6-4.3s5.4 1.4 6 4.3",
  grip: "M7.5 5v.1M12.5 5v.1M7.5 10v.1M12.5 10v.1M7.5 15v.1M12.5 15v.1",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, className = "size-5" }: { name: IconName; className?: string }) {
  return (
    <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth={1.6} aria-hidden="true" className={className}>
      <path d={PATHS[name]} strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
