//! Where the published figures lie that tests compare with.
use std::path::PathBuf;
/// The folder `name` of the reference data; `None`, with a word on standard error, where it isn't to be had.
pub fn reference(name: &str) -> Option<PathBuf> {
    match std::env::var_os("PORTOLAN_REFERENCE") {
        Some(root) => {
            let folder = PathBuf::from(root).join(name);
            assert!(folder.is_dir(), "{} is no folder", folder.display());
            Some(folder)
        }
        None if std::env::var_os("CI").is_some_and(|ci| ci == "true") => panic!("PORTOLAN_REFERENCE is not set"),
        None => {
            eprintln!("skipped: PORTOLAN_REFERENCE is not set, so there is no {name} to compare with");
            None
        }
    }
}
