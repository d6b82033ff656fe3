//! Broken route files: each an error at its place with exit code 2, quickly and without a panic.

use std::path::Path;
use std::time::{Duration, Instant};

use miniz_oxide::inflate::decompress_to_vec;

use crate::program::{Run, portolan, str};
use crate::reference::reference;

struct Case {
    file: String,
    line: Option<usize>,
    exit_codes: Vec<i32>,
    words: Vec<String>,
}

fn cases(folder: &Path) -> Vec<Case> {
    let table = std::fs::read_to_string(folder.join("index.csv")).unwrap();
    table.lines().skip(1).map(|row| case(&cells(row))).collect()
}

fn case(cells: &[String]) -> Case {
    Case {
        file: cells[0].clone(),
        line: cells[2].parse().ok(),
        exit_codes: cells[3].split('|').map(|code| code.parse().unwrap()).collect(),
        words: cells[4].split('|').filter(|word| !word.is_empty()).map(str::to_owned).collect(),
    }
}

/// A row of comma-separated values with quotes.
fn cells(row: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    for c in row.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            c => cells.last_mut().unwrap().push(c),
        }
    }
    cells
}

/// The file itself, unpacked first if it is packed.
fn run(folder: &Path, file: &str) -> Run {
    let Some(name) = file.strip_suffix(".gz") else { return portolan(&["measure", str(&folder.join(file))]) };
    let packed = std::fs::read(folder.join(file)).unwrap();
    // The header of gzip has ten bytes, and the name that the file had if bit 3 of byte 3 is set.
    let name_length = if packed[3] & 8 == 0 { 0 } else { packed[10..].iter().position(|b| *b == 0).unwrap() + 1 };
    let bytes = decompress_to_vec(&packed[10 + name_length..]).unwrap();
    let unpacked = tempfile::tempdir().unwrap();
    let path = unpacked.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    portolan(&["measure", str(&path)])
}

#[test]
fn each_broken_file_gets_an_error_at_its_line_that_names_what_is_wrong() {
    let Some(folder) = reference("bad-routes") else { return };
    let mut wrong = Vec::new();
    for case in cases(&folder) {
        let start = Instant::now();
        let run = run(&folder, &case.file);
        assert!(start.elapsed() < Duration::from_secs(10), "{} took {:?}", case.file, start.elapsed());
        assert!(!run.stderr.contains("panicked"), "{}: {}", case.file, run.stderr);
        let said = &run.stderr;
        if !case.exit_codes.contains(&run.code) {
            wrong.push(format!("{}: exit code {}\n{said}", case.file, run.code));
        }
        if run.code != 2 {
            continue;
        }
        let errors = said.lines().filter(|line| line.starts_with("error: ")).count();
        if errors != 1 {
            wrong.push(format!("{}: {errors} errors for one mistake\n{said}", case.file));
        }
        if !case.words.is_empty() && !case.words.iter().any(|word| said.contains(word)) {
            wrong.push(format!("{}: none of {:?} in\n{said}", case.file, case.words));
        }
        let lines: Vec<usize> =
            said.lines().filter_map(|line| line.split_once("--> ")?.1.rsplit(':').nth(1)?.parse().ok()).collect();
        if case.line.is_some_and(|line| !lines.iter().any(|told| told.abs_diff(line) <= 1)) {
            wrong.push(format!("{}: not at line {:?} but {lines:?}\n{said}", case.file, case.line));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
