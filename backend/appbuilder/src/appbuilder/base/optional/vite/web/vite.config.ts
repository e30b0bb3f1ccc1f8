import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const { env } = process;

export default defineConfig({
  plugins: [react(), tailwindcss()],
  // Somewhere else when web/node_modules may not be written to.
  cacheDir: env.VITE_CACHE_DIR || "node_modules/.vite",
  server: {
    host: "127.0.0.1",
    port: Number(env.PORT || 5173),
    strictPort: true,
    // Behind a proxy the page may be asked for under any name; the server itself listens on this machine only.
    allowedHosts: true,
    // if with_api
    // The API sees the host that the browser asked for, and can tell its own pages from those of others.
    proxy: { "/api": { target: `http://127.0.0.1:${env.API_PORT || 8000}`, changeOrigin: false } },
    // end if
  },
  // if static
  // The built site, as ./run start serves it; what protects visitors belongs to any other server too.
  preview: {
    host: "127.0.0.1",
    port: Number(env.PORT || 8000),
    strictPort: true,
    allowedHosts: true,
    headers: {
      "Content-Security-Policy":
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'self'",
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "same-origin",
      "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    },
  },
  // end if
});
