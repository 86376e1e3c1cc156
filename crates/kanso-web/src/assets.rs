//! Scripts, styles and icons: embedded in the program, named by their content.

use std::collections::HashMap;
use std::sync::LazyLock;

use axum::body::Body;
use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;
use serde::Deserialize;

#[derive(RustEmbed)]
#[folder = "../../web/dist"]
struct Files;

#[derive(Deserialize)]
struct Built {
    file: String,
}

/// The names that the build gave to its entries.
static MANIFEST: LazyLock<HashMap<String, Built>> = LazyLock::new(|| {
    let file = Files::get("manifest.json").expect("build.rs checks that the front end was built");
    serde_json::from_slice(&file.data).expect("the manifest was written by the build")
});

/// Where the build's entry `source` is served.
pub(crate) fn address(source: &str) -> String {
    let name = MANIFEST.get(source).map_or(source, |built| built.file.as_str());
    format!("/assets/{name}")
}

/// `GET /assets/{name}`
pub(crate) async fn serve(Path(name): Path<String>) -> Response {
    let Some(file) = Files::get(&name).filter(|_| name != "manifest.json") else {
        return StatusCode::NOT_FOUND.into_response();
    };
    // A name with a hash never means anything else; the few others are asked for again each day.
    let is_hashed = MANIFEST.values().any(|built| built.file == name);
    let lifetime = if is_hashed { "public, max-age=31536000, immutable" } else { "public, max-age=86400" };
    let kind = file.metadata.mimetype().to_owned();
    (
        [(header::CONTENT_TYPE, kind.as_str()), (header::CACHE_CONTROL, lifetime)],
        Body::from(file.data.into_owned()),
    )
        .into_response()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    /// How many bytes the files of a kind have together.
    fn weight(ending: &str) -> usize {
        Files::iter()
            .filter(|name| name.ends_with(ending))
            .filter_map(|name| Files::get(&name))
            .map(|file| file.data.len())
            .sum()
    }

    #[test]
    fn the_front_end_stays_light() {
        assert!(weight(".js") < 100_000, "{} bytes of scripts", weight(".js"));
        assert!(weight(".css") < 50_000, "{} bytes of styles", weight(".css"));
    }

    #[test]
    fn every_form_that_is_posted_carries_its_token() {
        fn look(folder: &Path) {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    look(&path);
                    continue;
                }
                let html = std::fs::read_to_string(&path).unwrap();
                let forms = html.matches("method=\"post\"").count();
                assert_eq!(forms, html.matches("name=\"csrf\"").count(), "{}", path.display());
            }
        }
        look(&Path::new(env!("CARGO_MANIFEST_DIR")).join("templates"));
    }
}
