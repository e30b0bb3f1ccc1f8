<<imports>>

interface <<Name>>GalleryProps {
  entries: api.<<Name>>[];
  onChange(): void;
}

export function <<Name>>Gallery({ entries<<on_change>> }: <<Name>>GalleryProps) {
  return (
    <Gallery>
      {entries.map((entry) => (
        <Picture
          key={entry.id}
          to={`/<<slug>>/${entry.id}`}
          title={api.titleOf(entry)}
          <<image>>
          actions={
            <<actions>>
          }
        >
          <<facts>>
        </Picture>
      ))}
    </Gallery>
  );
}
