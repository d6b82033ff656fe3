//! What the shipped routes give, held against what lies in `output/`.
//!
//! SVG and GeoJSON must be the same to the byte, PNG as [`images`] says. The first route, the one that the README shows
//! large, has all its files there; the others a picture of half the size, and GeoJSON. `UPDATE_GALLERY=1 cargo test --test gallery`
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

/// The route whose files are all kept, at their full size.
const LARGE: &str = "najin-tikhoretsk";

/// Draws and exports a route into `folder`, and gives the names of the files.
fn make(route: &Path, folder: &Path) -> Vec<String> {
    let name = route.file_stem().unwrap().to_str().unwrap();
    let [png, svg, geojson] = ["png", "svg", "geojson"].map(|extension| format!("{name}.{extension}"));
    let (options, pictures) =
        if name == LARGE { (vec![], vec![png, svg]) } else { (vec!["--scale", "0.5"], vec![png]) };
    for (command, options, files) in
        [("map", options, &pictures[..]), ("export", vec![], std::slice::from_ref(&geojson))]
    {
        let mut command_line = Command::new(env!("CARGO_BIN_EXE_portolan"));
        command_line.current_dir(root()).arg(command).arg(route).args(options);
        for file in files {
            command_line.arg("-o").arg(folder.join(file));
        }
        let output = command_line.output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    [pictures, vec![geojson]].concat()
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
