//! Files that are wrong in one way each, published with the line and the words that a message about them should have.
#![expect(clippy::unwrap_used, reason = "a test that can't go on has failed")]

mod reference;

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use portolan::diagnostic::Diagnostic;
use portolan::route::{Input, read};
use reference::reference;

/// Their mistake is a name that no gazetteer holds: it is found where names are looked up, not where files are read.
const NAMES_TO_LOOK_UP: [&str; 2] = ["03-missing-place.toml", "19-claim-about-unknown-place.toml"];
/// More than any of them may take.
const PATIENCE: Duration = Duration::from_secs(10);

struct Row {
    file: String,
    line: Option<usize>,
    exit_code: String,
    words: Vec<String>,
}

#[test]
fn what_is_wrong_is_told_with_its_line_and_its_words() {
    let Some(folder) = reference("bad-routes") else { return };
    let rows = index(&fs::read_to_string(folder.join("index.csv")).unwrap());
    assert_eq!(rows.len(), 26);
    let mut missed = Vec::new();
    for row in rows.iter().filter(|row| !NAMES_TO_LOOK_UP.contains(&row.file.as_str())) {
        let unpacked = tempfile::tempdir().unwrap();
        let path = unpack(&folder.join(&row.file), unpacked.path());
        let started = Instant::now();
        let result = read(&Input { path: &path, sets: &[], variant: None });
        if started.elapsed() > PATIENCE {
            missed.push(format!("{}: took {:?}", row.file, started.elapsed()));
        }
        missed.extend(complaint(row, result.err().as_deref()));
    }
    assert!(missed.is_empty(), "{}", missed.join("\n\n"));
}

fn complaint(row: &Row, found: Option<&[Diagnostic]>) -> Option<String> {
    let told = found.map(|found| found.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"));
    let complain = |what: &str| Some(format!("{}: {what}\n{}", row.file, told.clone().unwrap_or_default()));
    let Some(found) = found else {
        return if row.exit_code.split('|').any(|code| code == "0") { None } else { complain("is accepted") };
    };
    if !row.exit_code.split('|').any(|code| code == "2") {
        return complain("is refused");
    }
    let lines: Vec<usize> = found.iter().filter_map(|one| one.location.as_ref().map(|at| at.line)).collect();
    if row.line.is_some_and(|line| !lines.iter().any(|found| found.abs_diff(line) <= 1)) {
        return complain(&format!("line {:?} is not among {lines:?}", row.line));
    }
    let said = found.iter().map(|one| one.message.as_str()).collect::<String>();
    if !row.words.is_empty() && !row.words.iter().any(|word| said.contains(word)) {
        return complain(&format!("no message has one of {:?}", row.words));
    }
    if found.len() > 1 {
        return complain("has one mistake, and more are told");
    }
    None
}

/// The rows of a CSV file with the columns `file, what_is_wrong, line, exit_code, message_should_contain_one_of`.
fn index(text: &str) -> Vec<Row> {
    text.lines()
        .skip(1)
        .map(|line| {
            let mut cells = vec![String::new()];
            let mut quoted = false;
            for c in line.chars() {
                match c {
                    '"' => quoted = !quoted,
                    ',' if !quoted => cells.push(String::new()),
                    _ => cells.last_mut().unwrap().push(c),
                }
            }
            let words = cells[4].split('|').filter(|word| !word.is_empty()).map(str::to_owned).collect();
            Row { file: cells[0].clone(), line: cells[2].parse().ok(), exit_code: cells[3].clone(), words }
        })
        .collect()
}

/// The file itself, or what a `.gz` holds, written into `folder`.
fn unpack(path: &Path, folder: &Path) -> std::path::PathBuf {
    if path.extension().is_none_or(|extension| extension != "gz") {
        return path.to_owned();
    }
    let packed = fs::read(path).unwrap();
    // RFC 1952: ten bytes, then the file's name up to a NUL if bit 3 of the flags is set; eight bytes at the end.
    assert_eq!(packed[3] & !8, 0, "a gzip header with more fields than a name");
    let name = if packed[3] & 8 == 0 { 0 } else { packed[10..].iter().position(|&byte| byte == 0).unwrap() + 1 };
    let text = miniz_oxide::inflate::decompress_to_vec(&packed[10 + name..packed.len() - 8]).unwrap();
    let unpacked = folder.join(path.file_stem().unwrap());
    fs::write(&unpacked, text).unwrap();
    unpacked
}
