//! What the shipped routes give, held against what lies in `output/`.
//!
//! SVG and GeoJSON must be the same to the byte, PNG as [`images`] says. `UPDATE_GALLERY=1 cargo test --test gallery`
//! writes the references anew.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod images;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use images::compare;

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
