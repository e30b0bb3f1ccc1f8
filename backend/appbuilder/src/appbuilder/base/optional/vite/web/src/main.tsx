import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { BrowserRouter } from "react-router";
import { App } from "./App";
// if accounts
import { SessionProvider } from "./account/session";
// end if
import "./styles.css";
// if with_api
import { ToastProvider } from "./ui/Toasts";
// end if

createRoot(document.getElementById("root") as HTMLElement).render(
  <StrictMode>
    <BrowserRouter>
      {/* if with_api */}
      <ToastProvider>
        {/* if accounts */}
        <SessionProvider>
          <App />
        </SessionProvider>
        {/* else */}
        <App />
        {/* end if */}
      </ToastProvider>
      {/* else */}
      <App />
      {/* end if */}
    </BrowserRouter>
  </StrictMode>,
);
