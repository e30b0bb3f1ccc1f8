<<imports>>
<<metadata>>

export default function Page() {
  <<shown>>
}
