use image::{ImageBuffer, Rgb, Rgba};

use super::*;

fn bytes(image: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut encoded = Cursor::new(Vec::new());
    image.into().write_to(&mut encoded, format).unwrap();
    encoded.into_inner()
}

fn size(drawn: &[u8]) -> (u32, u32) {
    let image = image::load_from_memory(drawn).unwrap();
    (image.width(), image.height())
}

#[test]
fn large_images_become_small_and_keep_their_shape() {
    let photo = ImageBuffer::from_pixel(1200, 600, Rgb([200u8, 40, 40]));
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::Gif] {
        let drawn = draw(&bytes(photo.clone(), format)).unwrap();
        assert_eq!(size(&drawn), (400, 200), "{format:?}");
    }
    let small = draw(&bytes(ImageBuffer::from_pixel(3, 2, Rgb([0u8; 3])), ImageFormat::Png)).unwrap();
    assert_eq!(size(&small), (3, 2), "it does not grow");
}

#[test]
fn what_is_transparent_stays_so() {
    let glass = ImageBuffer::from_pixel(500, 500, Rgba([0u8, 0, 0, 0]));
    let drawn = draw(&bytes(glass, ImageFormat::Png)).unwrap();
    assert!(drawn.starts_with(b"\x89PNG"));
    assert!(image::load_from_memory(&drawn).unwrap().color().has_alpha());
}

#[test]
fn what_is_no_image_has_none() {
    let mut cut_short = bytes(ImageBuffer::from_pixel(50, 50, Rgb([9u8; 3])), ImageFormat::Jpeg);
    cut_short.truncate(40);
    for content in [b"".as_slice(), b"Hello", b"\x89PNG\r\n\x1a\n", &cut_short] {
        assert!(draw(content).is_none());
    }
}

#[test]
fn an_image_that_claims_a_huge_size_is_not_looked_at() {
    // The header of a PNG: the claim is in it, the pixels never come.
    let mut png = bytes(ImageBuffer::from_pixel(1, 1, Rgb([0u8; 3])), ImageFormat::Png);
    png[16..20].copy_from_slice(&60_000u32.to_be_bytes());
    png[20..24].copy_from_slice(&60_000u32.to_be_bytes());
    let checksum = crc32(&png[12..29]);
    png[29..33].copy_from_slice(&checksum.to_be_bytes());
    let reader = ImageReader::new(Cursor::new(&png)).with_guessed_format().unwrap();
    assert_eq!(reader.into_dimensions().unwrap(), (60_000, 60_000), "it is a claim that readers believe");
    assert!(draw(&png).is_none());
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xEDB8_8320 & (crc & 1).wrapping_neg()))
    })
}
