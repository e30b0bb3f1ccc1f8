<<imports>>

export function <<Component>>() {
  return (
    <<content>>
  );
}
