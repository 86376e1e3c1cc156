//! Says clearly what is missing when the front end has not been built yet.

fn main() {
    let manifest = "../../web/dist/manifest.json";
    println!("cargo::rerun-if-changed={manifest}");
    println!("cargo::rerun-if-changed=../../locales");
    println!("cargo::rerun-if-changed=templates");
    if !std::path::Path::new(manifest).exists() {
        println!("cargo::error=web/dist is missing: build the front end first with `make web`");
    }
}
