import { <<router>> } from "react-router";
<<imports>>
import { Shell } from "./ui/Shell";
import { NotFound } from "./ui/states";

const PAGES = [
  <<pages>>
];

export function App() {
  <<session>>
  return (
    <Shell name="<<app_name>>" pages={<<shown>>}<<tools>>>
      <Routes>
        <<routes>>
        <Route path="*" element={<NotFound />} />
      </Routes>
    </Shell>
  );
}
