import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { BrowserRouter } from "react-router";
import { App } from "./App";
// if accounts
import { SessionProvider } from "./account/session";
// end if
import "./styles.css";
import { ToastProvider } from "./ui/Toasts";

createRoot(document.getElementById("root") as HTMLElement).render(
  <StrictMode>
    <BrowserRouter>
      <ToastProvider>
        {/* if accounts */}
        <SessionProvider>
          <App />
        </SessionProvider>
        {/* else */}
        <App />
        {/* end if */}
      </ToastProvider>
    </BrowserRouter>
  </StrictMode>,
);
