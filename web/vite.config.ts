import { defineConfig } from "vite";

// The server embeds dist/ and reads manifest.json to learn the hashed names.
export default defineConfig({
  base: "/assets/",
  build: {
    assetsDir: "",
    // Icons are fetched where they are shown, and kept: the style sheet is read before anything is.
    assetsInlineLimit: 0,
    manifest: "manifest.json",
    target: "es2022",
    // light-dark() and nesting are kept as written: every browser of the last two years knows them.
    cssTarget: ["chrome123", "firefox121", "safari17.5"],
    modulePreload: false,
    rollupOptions: { input: ["src/main.ts", "src/style/main.css"] },
  },
});
