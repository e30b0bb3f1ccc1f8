import type { NextConfig } from "next";

const API = `http://127.0.0.1:${process.env.API_PORT || 8001}`;

const config: NextConfig = {
  // Behind a proxy the page may be asked for under any name; the server itself listens on this machine only.
  allowedDevOrigins: ["**.*"],
  devIndicators: false,
  poweredByHeader: false,
  // ./run test checks them.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: import.meta.dirname },
  async rewrites() {
    return [{ source: "/api/:path*", destination: `${API}/api/:path*` }];
  },
  async headers() {
    const headers = [
      { key: "X-Content-Type-Options", value: "nosniff" },
      { key: "Referrer-Policy", value: "same-origin" },
      { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=()" },
    ];
    return [{ source: "/:path*", headers }];
  },
};

export default config;
