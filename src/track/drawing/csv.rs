//! Points, one a row.

use super::super::csv::{LATITUDE, LONGITUDE, broken, column, delimiter, number};
use super::super::error::Problem;
use super::super::gather::Gathered;
use super::{Found, Properties};

pub(super) fn read(text: &str) -> Result<Found, Problem> {
    let mut found = Found::default();
    let mut table =
        csv::ReaderBuilder::new().delimiter(delimiter(text)).trim(csv::Trim::All).from_reader(text.as_bytes());
    let header = table.headers().map_err(|error| broken(&error))?.clone();
    let (lat, lon) = (column(&header, &LATITUDE)?, column(&header, &LONGITUDE)?);
    for row in table.records() {
        let row = row.map_err(|error| broken(&error))?;
        let line = row.position().map_or(0, |position| position.line() as usize);
        let number = |column: usize| number(row.get(column).unwrap_or_default()).map_err(|problem| problem.line(line));
        let mut gathered = Gathered::new("see which column is called lat");
        gathered.vertex(number(lat)?, number(lon)?).map_err(|problem| problem.line(line))?;
        let mut properties = Properties::default();
        for (key, value) in header.iter().zip(&row) {
            properties.add(key, value);
        }
        found.add(&properties, gathered.take(), Vec::new());
    }
    Ok(found)
}
