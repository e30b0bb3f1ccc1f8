/** Next.js: a static export that the API process serves (architecture, front end). */
import type { NextConfig } from "next";

const config: NextConfig = {
  output: "export",
  trailingSlash: true,
  images: { unoptimized: true },
  reactStrictMode: true,
  devIndicators: false,
  poweredByHeader: false,
  experimental: { optimizePackageImports: ["@heroui/react", "lucide-react"] },
};

export default config;
