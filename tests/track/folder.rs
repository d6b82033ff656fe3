//! Where the file may lie and what it may be.

use std::fs;
use std::path::Path;

use portolan::track::{LIMIT_MB, read};

use super::{CSV, complaint, folder_with};

#[test]
fn a_file_below_the_folder_is_read_and_the_folder_may_be_the_working_one() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("tracks/deep")).unwrap();
    fs::write(folder.path().join("tracks/a.csv"), CSV).unwrap();
    for path in ["tracks/a.csv", "./tracks/deep/../a.csv"] {
        assert_eq!(read(Path::new(path), folder.path()).unwrap().source, path);
    }
    let absolute = folder.path().join("tracks/a.csv");
    assert!(read(&absolute, folder.path()).is_ok());
    // A route file named without a folder has the empty one.
    let error = read(Path::new("no such.csv"), Path::new("")).unwrap_err();
    assert_eq!(error.message, "is not there");
}

#[test]
fn nothing_outside_of_the_folder_is_read() {
    let outer = folder_with("secret.csv", CSV);
    let inner = outer.path().join("routes");
    fs::create_dir_all(inner.join("below")).unwrap();
    // A folder whose name only starts the same.
    fs::create_dir(outer.path().join("routes2")).unwrap();
    fs::write(outer.path().join("routes2/secret.csv"), CSV).unwrap();
    let absolute = outer.path().join("secret.csv");
    let mut hostile = vec!["../secret.csv", "below/../../secret.csv", "../routes2/secret.csv", "/etc/passwd"];
    hostile.push(absolute.to_str().unwrap());
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("../secret.csv", inner.join("link.csv")).unwrap();
        std::os::unix::fs::symlink(outer.path(), inner.join("way")).unwrap();
        hostile.extend(["link.csv", "way/secret.csv"]);
    }
    for path in hostile {
        let error = read(Path::new(path), &inner).unwrap_err();
        assert_eq!(error.message, "lies outside of the route file's folder; nothing else is read", "{path}");
        assert!(error.help.unwrap().contains("beside the route file"), "{path}");
    }
}

#[test]
#[cfg(unix)]
fn a_link_that_stays_in_the_folder_is_followed_and_one_to_itself_is_not() {
    let folder = folder_with("a.csv", CSV);
    std::os::unix::fs::symlink("a.csv", folder.path().join("b.csv")).unwrap();
    std::os::unix::fs::symlink("c.csv", folder.path().join("c.csv")).unwrap();
    assert!(read(Path::new("b.csv"), folder.path()).is_ok());
    assert!(read(Path::new("c.csv"), folder.path()).unwrap_err().message.starts_with("cannot be read"));
}

#[test]
fn what_is_no_file_or_too_large_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("a.csv")).unwrap();
    assert_eq!(read(Path::new("a.csv"), folder.path()).unwrap_err().message, "is a folder, not a file");
    assert_eq!(read(Path::new(""), folder.path()).unwrap_err().message, "is a folder, not a file");
    let large = fs::File::create(folder.path().join("large.csv")).unwrap();
    large.set_len(LIMIT_MB * 1_000_000 + 1).unwrap();
    let error = read(Path::new("large.csv"), folder.path()).unwrap_err();
    assert_eq!(error.message, format!("is larger than {LIMIT_MB} MB"));
}

#[test]
fn a_format_that_is_not_known_is_told_with_what_to_do() {
    for (name, advice) in [("a.kmz", "unpack"), ("a.shp", "convert"), ("a.txt", ".gpx"), ("a", ".csv")] {
        let complaint = complaint(name, CSV);
        assert!(complaint.contains("its format is not known") && complaint.contains(advice), "{complaint}");
    }
}
