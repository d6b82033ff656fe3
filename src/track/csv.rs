//! One vertex a row, with the columns named in the first.

use csv::{ErrorKind, ReaderBuilder, Trim};

use super::error::{Problem, shown};
use super::gather::Gathered;

pub(super) const LATITUDE: [&str; 2] = ["lat", "latitude"];
pub(super) const LONGITUDE: [&str; 4] = ["lon", "lng", "long", "longitude"];

pub(super) fn read(text: &str) -> Result<Gathered, Problem> {
    let mut gathered = Gathered::new("see which column is called lat");
    let mut table = ReaderBuilder::new().delimiter(delimiter(text)).trim(Trim::All).from_reader(text.as_bytes());
    let header = table.headers().map_err(|error| broken(&error))?.clone();
    let lat = column(&header, &LATITUDE)?;
    let lon = column(&header, &LONGITUDE)?;
    for row in table.records() {
        let row = row.map_err(|error| broken(&error))?;
        let line = row.position().map_or(0, |position| position.line() as usize);
        let number = |column: usize| number(row.get(column).unwrap_or_default()).map_err(|problem| problem.line(line));
        gathered.vertex(number(lat)?, number(lon)?).map_err(|problem| problem.line(line))?;
    }
    Ok(gathered)
}

/// What separates the columns: whichever of comma, semicolon and tab is most frequent in the first line.
pub(super) fn delimiter(text: &str) -> u8 {
    let first = text.trim_start().lines().next().unwrap_or_default();
    let count = |delimiter: u8| first.bytes().filter(|&byte| byte == delimiter).count();
    [b'\t', b';', b','].into_iter().max_by_key(|&delimiter| count(delimiter)).unwrap_or(b',')
}

/// The one column that has one of the names.
pub(super) fn column(header: &csv::StringRecord, names: &[&str]) -> Result<usize, Problem> {
    let mut found = (0..header.len()).filter(|&column| names.contains(&header[column].to_lowercase().as_str()));
    let Some(first) = found.next() else {
        let help = "name the columns in the first line: lat,lon";
        return Err(Problem::new(format!("has no column {}", names[0])).line(1).help(help));
    };
    match found.next() {
        None => Ok(first),
        Some(second) => {
            let (one, other) = (shown(&header[first]), shown(&header[second]));
            Err(Problem::new(format!("the columns {one} and {other} both say the same"))
                .line(1)
                .help("keep one of them"))
        }
    }
}

pub(super) fn number(text: &str) -> Result<f64, Problem> {
    text.parse().map_err(|_| {
        let help = "write degrees as a decimal number with a point: 42.2333";
        Problem::new(format!("{} is no number", shown(text))).help(help)
    })
}

pub(super) fn broken(error: &csv::Error) -> Problem {
    let problem = match error.kind() {
        ErrorKind::UnequalLengths { expected_len, len, .. } => {
            let help = "give every row as many as the first has; decimals are written with a point";
            Problem::new(format!("the row has {len} and not {expected_len} values")).help(help)
        }
        _ => Problem::new(format!("is no table: {error}")),
    };
    match error.position() {
        Some(position) => problem.line(position.line() as usize),
        None => problem,
    }
}
