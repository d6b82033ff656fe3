//! What the shipped routes give, held against what lies in `output/`.
//!
//! SVG and GeoJSON must be the same to the byte. PNG must be too on x86-64; elsewhere a channel may be off by up to
//! [`CHANNEL`] in up to [`PIXELS`] of the pixels, since floating point differs. A picture that differs leaves
//! `NAME.diff.png` beside the reference. `UPDATE_GALLERY=1 cargo test --test gallery` writes the references anew.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// How far off a channel may be, of 255, before a pixel counts as different.
const CHANNEL: u8 = 24;
/// How many of the pixels may be different.
const PIXELS: f64 = 0.0005;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn shipped_routes() -> Vec<PathBuf> {
    let mut routes: Vec<PathBuf> =
        fs::read_dir(root().join("data/routes")).unwrap().map(|entry| entry.unwrap().path()).collect();
    routes.sort();
    assert!(!routes.is_empty());
    routes
}

/// Draws and exports a route into `folder`, and gives the names of the files.
fn make(route: &Path, folder: &Path) -> [String; 3] {
    let name = route.file_stem().unwrap().to_str().unwrap();
    let [png, svg, geojson] = ["png", "svg", "geojson"].map(|extension| format!("{name}.{extension}"));
    for arguments in [vec!["map", &png, &svg], vec!["export", &geojson]] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_portolan"));
        command.current_dir(root()).arg(arguments[0]).arg(route);
        for file in &arguments[1..] {
            command.arg("-o").arg(folder.join(file));
        }
        let output = command.output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    [png, svg, geojson]
}

#[test]
fn the_shipped_routes_give_what_lies_in_output() {
    let references = root().join("output");
    let made = tempfile::tempdir().unwrap();
    let update = std::env::var_os("UPDATE_GALLERY").is_some();
    let mut different = Vec::new();
    for route in shipped_routes() {
        for name in make(&route, made.path()) {
            let (reference, now) = (references.join(&name), made.path().join(&name));
            if update {
                fs::copy(&now, &reference).unwrap();
            } else if let Err(why) = compare(&reference, &now) {
                different.push(format!("{name}: {why}"));
            }
        }
    }
    assert!(different.is_empty(), "{}\nUPDATE_GALLERY=1 takes the new ones, if they are right", different.join("\n"));
}

fn compare(reference: &Path, now: &Path) -> Result<(), String> {
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

fn decode(bytes: &[u8]) -> (u32, u32, Vec<u8>) {
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    assert_eq!(info.color_type, png::ColorType::Rgb);
    (info.width, info.height, pixels)
}

fn encode(path: &Path, width: u32, height: u32, pixels: &[u8]) {
    let mut encoder = png::Encoder::new(fs::File::create(path).unwrap(), width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.write_header().unwrap().write_image_data(pixels).unwrap();
}
