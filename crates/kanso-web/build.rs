//! Says clearly what is missing when the front end has not been built yet.
#![expect(clippy::disallowed_methods, reason = "cargo tells a build script by its environment")]

fn main() {
    let manifest = "../../web/dist/manifest.json";
    println!("cargo::rerun-if-changed=../../locales");
    println!("cargo::rerun-if-changed=templates");
    // With debug assertions the files are read where they lie: a new sheet of style needs no compilation.
    if std::env::var("CARGO_CFG_DEBUG_ASSERTIONS").is_err() {
        println!("cargo::rerun-if-changed={manifest}");
    }
    if !std::path::Path::new(manifest).exists() {
        println!("cargo::error=web/dist is missing: build the front end first with `make web`");
    }
}
