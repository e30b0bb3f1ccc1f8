/** The picture of an entry; those without one show their first letter. */
export function Cover({ title, image }: { title: string; image?: string | null }) {
  if (image) return <img src={image} alt="" loading="lazy" className="aspect-4/3 w-full bg-sunken object-cover" />;
  return (
    <div aria-hidden="true" className="grid aspect-4/3 w-full place-items-center bg-accent-soft text-4xl font-semibold text-accent-ink">
      {[...title][0]?.toUpperCase()}
    </div>
  );
}
