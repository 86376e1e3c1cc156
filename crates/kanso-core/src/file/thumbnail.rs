//! Small pictures of images.

use std::io::Cursor;

use bytes::Bytes;
use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use kanso_domain::{FileId, ProjectId};
use tokio::sync::Semaphore;

use super::find::{find_project_file, find_task_file};
use crate::{Actor, App, Error, Kind, Result};

/// A small picture of an image.
#[derive(Clone, Debug)]
pub struct Thumbnail {
    /// The picture.
    pub content: Bytes,
    /// Its type, for `Content-Type`.
    pub media_type: &'static str,
}

/// The longer side of a thumbnail, in pixels.
const SIDE: u32 = 400;
/// The side of a square, in pixels.
const SQUARE: u32 = 128;
/// An image that would take more memory than this is not looked at: a few bytes can claim any size.
const MOST_BYTES: u64 = 128 * 1024 * 1024;
/// How many images are read at the same time.
static READING: Semaphore = Semaphore::const_new(2);

/// The small picture of a task's file.
///
/// # Errors
///
/// [`Error::NotFound`] also when the file is no image that can be read.
#[crate::use_case]
pub async fn find_thumbnail(app: &App, actor: &Actor, file: FileId) -> Result<Thumbnail> {
    let file = find_task_file(app, actor, file).await?;
    of_content(app, &file.path, file.is_image).await
}

/// The small picture of a project's file.
///
/// # Errors
///
/// As [`find_thumbnail`].
#[crate::use_case]
pub async fn find_project_thumbnail(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    file: FileId,
) -> Result<Thumbnail> {
    let file = find_project_file(app, actor, project, file).await?;
    of_content(app, &file.path, file.is_image).await
}

async fn of_content(app: &App, path: &str, is_image: i64) -> Result<Thumbnail> {
    if is_image == 0 {
        return Err(Error::NotFound(Kind::File));
    }
    let made = match app.files().read(&path_of(path)).await? {
        Some(content) => content,
        // Whoever attached it may have been cut off.
        None => make(app, path).await?,
    };
    if made.is_empty() {
        return Err(Error::NotFound(Kind::File));
    }
    let media_type = if made.starts_with(b"\x89PNG") { "image/png" } else { "image/jpeg" };
    Ok(Thumbnail { content: made, media_type })
}

/// Where the thumbnail of the content at `path` is.
pub(super) fn path_of(path: &str) -> String {
    format!("thumbnails/{path}")
}

/// Makes the thumbnail of the content at `path` and stores it. It is empty for what is no image that can be
/// read, so that nobody tries again.
pub(super) async fn make(app: &App, path: &str) -> Result<Bytes> {
    let turn = READING.acquire().await;
    let Some(content) = app.files().read(path).await? else { return Ok(Bytes::new()) };
    // A decoder that panics has found no image either.
    let drawn = tokio::task::spawn_blocking(move || draw(&content)).await.ok().flatten();
    drop(turn);
    let thumbnail = Bytes::from(drawn.unwrap_or_default());
    app.files().write(&path_of(path), thumbnail.clone()).await?;
    Ok(thumbnail)
}

/// A picture as a small square, cut where it is longer; `None` for what is no picture that can be read.
pub(crate) async fn square(content: Bytes) -> Result<Option<Bytes>> {
    let _turn = READING.acquire().await;
    let cut = move || {
        let side = |image: DynamicImage| image.resize_to_fill(SQUARE, SQUARE, FilterType::Triangle);
        decode(&content).map(side).and_then(encode)
    };
    Ok(tokio::task::spawn_blocking(cut).await.ok().flatten().map(Bytes::from))
}

fn draw(content: &[u8]) -> Option<Vec<u8>> {
    let image = decode(content)?;
    encode(if image.width().max(image.height()) > SIDE { image.thumbnail(SIDE, SIDE) } else { image })
}

/// The picture, the right way up.
fn decode(content: &[u8]) -> Option<DynamicImage> {
    let mut reader = ImageReader::new(Cursor::new(content)).with_guessed_format().ok()?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_BYTES);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    if decoder.total_bytes() > MOST_BYTES {
        return None;
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut image = DynamicImage::from_decoder(decoder).ok()?;
    image.apply_orientation(orientation);
    Some(image)
}

/// As JPEG, which is small; as PNG when parts of it are transparent.
fn encode(image: DynamicImage) -> Option<Vec<u8>> {
    let mut encoded = Cursor::new(Vec::new());
    let written = if image.color().has_alpha() {
        DynamicImage::from(image.into_rgba8()).write_to(&mut encoded, ImageFormat::Png)
    } else {
        image.into_rgb8().write_with_encoder(JpegEncoder::new_with_quality(&mut encoded, 80))
    };
    written.ok()?;
    Some(encoded.into_inner())
}

#[cfg(test)]
mod tests;
