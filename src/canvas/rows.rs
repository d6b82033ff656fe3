//! The rows of an image as PNG holds them: red, green and blue, filtered and compressed.

use super::zlib::Part;

/// PNG's filters that leave what has changed since the pixel to the left, and since the row above.
const SUB: u8 = 1;
const UP: u8 = 2;

/// Bytes of a pixel, and of eight.
const PIXEL: usize = 4;
const GROUP: usize = 8 * PIXEL;
const COLORS: usize = 3;

/// Rows of pixels of four bytes each as a part of a zlib stream; opacity is left out.
///
/// A drawing has mostly the same colours as the row above; those are told apart eight pixels at a time.
pub(super) fn compressed(pixels: &[u8], width: usize) -> Part {
    let mut part = Part::new(pixels.len() / 6);
    let mut above: Option<&[u8]> = None;
    for row in pixels.chunks_exact(width * PIXEL) {
        if let Some(above) = above {
            part.literals([UP]);
            changes(row, above, &mut part);
        } else {
            // What is above the first row may not be known yet.
            let mut left = vec![0; PIXEL];
            left.extend_from_slice(&row[..row.len() - PIXEL]);
            part.literals([SUB]);
            changes(row, &left, &mut part);
        }
        part.settle();
        above = Some(row);
    }
    part
}

/// What has changed since other pixels, by colours.
fn changes(row: &[u8], since: &[u8], part: &mut Part) {
    let (groups, rest) = row.as_chunks::<GROUP>();
    let (since_groups, since_rest) = since.as_chunks::<GROUP>();
    for (group, since) in groups.iter().zip(since_groups) {
        if group == since {
            part.zeros(GROUP / PIXEL * COLORS);
        } else {
            by_pixels(group, since, part);
        }
    }
    by_pixels(rest, since_rest, part);
}

fn by_pixels(pixels: &[u8], since: &[u8], part: &mut Part) {
    for (pixel, since) in pixels.as_chunks::<PIXEL>().0.iter().zip(since.as_chunks::<PIXEL>().0) {
        match [0, 1, 2].map(|color| pixel[color].wrapping_sub(since[color])) {
            [0, 0, 0] => part.zeros(COLORS),
            change => part.literals(change),
        }
    }
}
