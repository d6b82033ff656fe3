//! Where results go, and what happens when they cannot.

use std::io::Read;
use std::process::Stdio;

use crate::program::{SHIPPED, command, portolan, str};

#[test]
fn a_full_disk_is_exit_code_3() {
    if !std::path::Path::new("/dev/full").exists() {
        eprintln!("skipped: there is no /dev/full here");
        return;
    }
    let run = portolan(&["measure", SHIPPED, "-o", "/dev/full"]);
    assert_eq!(run.code, 3);
    assert!(run.stderr.contains("cannot write /dev/full"), "{}", run.stderr);
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let status = command().args(["measure", SHIPPED]).stdout(full).stderr(Stdio::null()).status().unwrap();
    assert_eq!(status.code(), Some(3));
}

#[test]
fn a_folder_that_cannot_be_made_is_told_before_any_work_and_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "mine").unwrap();
    let run = portolan(&["map", SHIPPED, "-o", str(&file.join("below/a.png"))]);
    assert_eq!(run.code, 3, "{}", run.stderr);
    let run = portolan(&["map", SHIPPED, "-o", str(folder.path())]);
    assert_eq!(run.code, 2, "a folder has no extension: {}", run.stderr);
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "mine");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_file_is_replaced_as_a_whole_and_nothing_else_is_left() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.geojson");
    std::fs::write(&file, "old").unwrap();
    let run = portolan(&["export", "no-such-route.toml", "-o", str(&file)]);
    assert_eq!((run.code, std::fs::read_to_string(&file).unwrap().as_str()), (2, "old"));
    let run = portolan(&["export", SHIPPED, "-o", str(&file)]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(std::fs::read_to_string(&file).unwrap().starts_with('{'));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_reader_that_has_read_enough_is_no_error() {
    let mut child =
        command().args(["export", SHIPPED, "-o", "-"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut some = [0; 10];
    child.stdout.take().unwrap().read_exact(&mut some).unwrap();
    let mut stderr = String::new();
    child.stderr.take().unwrap().read_to_string(&mut stderr).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0), "{stderr}");
    assert!(!stderr.contains("panicked") && !stderr.contains("error"), "{stderr}");
}

#[test]
fn an_extension_that_means_nothing_is_told() {
    let run = portolan(&["map", SHIPPED, "-o", "a.bmp"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains(".png, .svg or .pdf"), "{}", run.stderr);
    let run = portolan(&["export", SHIPPED, "-o", "a.xyz"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains(".geojson"), "{}", run.stderr);
}

#[test]
fn new_never_overwrites() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("mine.toml");
    assert_eq!(portolan(&["new", str(&file)]).code, 0);
    let run = portolan(&["measure", str(&file)]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    std::fs::write(&file, "mine").unwrap();
    assert_eq!(portolan(&["new", str(&file)]).code, 2);
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "mine");
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_even_if_nothing_is_there_yet() {
    let folder = tempfile::tempdir().unwrap();
    let (link, target) = (folder.path().join("link.geojson"), folder.path().join("target.geojson"));
    std::os::unix::fs::symlink("target.geojson", &link).unwrap();
    for _ in 0..2 {
        let run = portolan(&["export", SHIPPED, "-o", str(&link)]);
        assert_eq!(run.code, 0, "{}", run.stderr);
        assert!(link.symlink_metadata().unwrap().is_symlink());
        assert!(std::fs::read_to_string(&target).unwrap().starts_with('{'));
    }
}

#[test]
fn two_outputs_of_one_name_are_told_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let (one, same) = (folder.path().join("a.geojson"), folder.path().join("./a.geojson"));
    let run = portolan(&["export", SHIPPED, "-o", str(&one), "-o", str(&same)]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("is named twice"), "{}", run.stderr);
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    let run = portolan(&["map", SHIPPED, "-o", "-", "-o", "-"]);
    assert_eq!((run.code, run.stdout.len()), (2, 0));
    assert!(run.stderr.contains("standard output is named twice"), "{}", run.stderr);
}

#[test]
fn a_file_in_place_of_a_folder_is_told_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "mine").unwrap();
    let run = portolan(&["export", SHIPPED, "-o", str(&file.join("below/a.geojson"))]);
    assert_eq!(run.code, 3);
    assert!(run.stderr.contains("file is a file, not a folder"), "{}", run.stderr);
}

#[test]
fn killed_in_the_middle_the_old_file_is_still_there_or_the_new_one_is_whole() {
    let folder = tempfile::tempdir().unwrap();
    let (package, collection) = (folder.path().join("a.gpkg"), folder.path().join("a.geojson"));
    let mut kept = 0;
    for number in 0..12 {
        std::fs::write(&package, "old").unwrap();
        std::fs::write(&collection, "old").unwrap();
        let mut child = command()
            .args(["export", SHIPPED, "-o", str(&package), "-o", str(&collection)])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(std::time::Duration::from_millis(25 * number));
        child.kill().unwrap();
        child.wait().unwrap();
        let (package, collection) = (std::fs::read(&package).unwrap(), std::fs::read(&collection).unwrap());
        kept += usize::from(package == b"old");
        let pages = |bytes: &[u8]| u32::from_be_bytes([bytes[28], bytes[29], bytes[30], bytes[31]]) as usize;
        assert!(package == b"old" || package.len() == 4096 * pages(&package), "half a package");
        assert!(collection == b"old" || collection.ends_with(b"}\n"), "half a collection");
    }
    assert!(kept > 0, "it was never killed early enough");
}
