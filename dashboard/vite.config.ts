/** Builds the dashboard into built/, which the API serves at / and any static host can serve as it is. */
import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [react(), tailwindcss()],
  // Relative addresses: the same files work at / and in any folder of a static host.
  base: "./",
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  build: {
    outDir: "built",
    target: "es2022",
    // The policy of the page lets no data: script or style in, and a small file inlined is such.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  // `npm run dev` asks a running API: OUTBOUND_API=http://127.0.0.1:8080 npm run dev
  server: { proxy: { "/api": { target: process.env.OUTBOUND_API ?? "http://127.0.0.1:8080", ws: true } } },
  test: {
    environment: "jsdom",
    isolate: false,
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/testing.ts"],
  },
});
