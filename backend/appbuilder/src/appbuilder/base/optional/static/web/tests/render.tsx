import { renderToString } from "react-dom/server";
import { StaticRouter } from "react-router";
import { App } from "../src/App";

/** What the site shows at an address, as HTML. */
export function render(address: string) {
  return renderToString(
    <StaticRouter location={address}>
      <App />
    </StaticRouter>,
  );
}
