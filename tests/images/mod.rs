//! Pictures held against those that somebody has looked at.
//!
//! They must be the same to the pixel on x86-64; elsewhere a channel may be off by up to [`CHANNEL`] in up to [`PIXELS`]
//! of the pixels, since floating point differs. A picture that differs leaves `NAME.diff.png` beside the reference.

#![allow(dead_code, reason = "each test takes what it needs")]

use std::fs;
use std::path::Path;

/// How far off a channel may be, of 255, before a pixel counts as different.
const CHANNEL: u8 = 24;
/// How many of the pixels may be different.
const PIXELS: f64 = 0.0005;

/// Whether `now` is what `reference` is; if not, why.
pub fn compare(reference: &Path, now: &Path) -> Result<(), String> {
    let Ok(expected) = fs::read(reference) else { return Err("there is no reference".to_owned()) };
    let actual = fs::read(now).unwrap();
    if expected == actual {
        return Ok(());
    }
    if reference.extension().is_none_or(|extension| extension != "png") {
        return Err("the bytes differ".to_owned());
    }
    let (width, height, expected) = decode(&expected);
    let (now_width, now_height, actual) = decode(&actual);
    if (width, height) != (now_width, now_height) {
        return Err(format!("{now_width}×{now_height} instead of {width}×{height}"));
    }
    if expected == actual {
        return Ok(());
    }
    let off: Vec<bool> = expected
        .chunks(3)
        .zip(actual.chunks(3))
        .map(|(a, b)| a.iter().zip(b).any(|(a, b)| a.abs_diff(*b) > CHANNEL))
        .collect();
    let count = off.iter().filter(|off| **off).count();
    if !cfg!(target_arch = "x86_64") && (count as f64) <= PIXELS * off.len() as f64 {
        return Ok(());
    }
    let picture = reference.with_extension("diff.png");
    let pixels = off.iter().zip(actual.chunks(3)).flat_map(|(off, pixel)| {
        if *off { [200, 0, 0] } else { [pixel[0], pixel[1], pixel[2]].map(|channel| 191 + channel / 4) }
    });
    encode(&picture, width, height, &pixels.collect::<Vec<u8>>());
    Err(format!("{count} pixels differ by more than {CHANNEL}: see {}", picture.display()))
}

/// Width, height, and red, green and blue of every pixel.
pub fn decode(bytes: &[u8]) -> (u32, u32, Vec<u8>) {
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    assert_eq!(info.color_type, png::ColorType::Rgb);
    (info.width, info.height, pixels)
}

/// Writes an image of red, green and blue.
pub fn encode(path: &Path, width: u32, height: u32, pixels: &[u8]) {
    let mut encoder = png::Encoder::new(fs::File::create(path).unwrap(), width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_compression(png::Compression::High);
    encoder.write_header().unwrap().write_image_data(pixels).unwrap();
}
