//! A table of words and figures, laid out as text, CSV or Markdown.

/// On which side a column's cells stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// Words.
    Left,
    /// Figures.
    Right,
}

/// Columns with a header each, and rows with a cell for each column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The columns' headers and sides.
    pub columns: Vec<(String, Align)>,
    /// The cells.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// A table without rows.
    pub fn new(columns: &[(&str, Align)]) -> Table {
        Table { columns: columns.iter().map(|(name, align)| ((*name).to_owned(), *align)).collect(), rows: Vec::new() }
    }

    /// Columns padded with blanks, two between them.
    pub fn text(&self) -> String {
        self.text_of(&self.widths(), true)
    }

    /// How many characters each column needs.
    pub fn widths(&self) -> Vec<usize> {
        let longest = |at: usize| self.rows.iter().map(move |row| row[at].chars().count()).max().unwrap_or_default();
        self.columns.iter().enumerate().map(|(at, (name, _))| name.chars().count().max(longest(at))).collect()
    }

    /// As [`Table::text`] with columns of these widths, with the headers or without.
    pub fn text_of(&self, widths: &[usize], with_headers: bool) -> String {
        let headers: Vec<String> = self.columns.iter().map(|(name, _)| name.clone()).collect();
        let mut text = String::new();
        for row in with_headers.then_some(&headers).into_iter().chain(&self.rows) {
            let cells: Vec<String> = row
                .iter()
                .zip(&self.columns)
                .zip(widths)
                .map(|((cell, (_, align)), width)| match align {
                    Align::Left => format!("{cell:<width$}"),
                    Align::Right => format!("{cell:>width$}"),
                })
                .collect();
            text.push_str(cells.join("  ").trim_end());
            text.push('\n');
        }
        text
    }

    /// A table in GitHub's Markdown.
    pub fn markdown(&self) -> String {
        let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
        let escape = |cell: &String| cell.replace('\\', "\\\\").replace('|', "\\|").replace('\n', " ");
        let mut text = line(self.columns.iter().map(|(name, _)| escape(name)).collect());
        let rule = |align: &Align| if *align == Align::Right { "---:" } else { "---" }.to_owned();
        text.push_str(&line(self.columns.iter().map(|(_, align)| rule(align)).collect()));
        for row in &self.rows {
            text.push_str(&line(row.iter().map(escape).collect()));
        }
        text
    }

    /// Comma-separated values as RFC 4180 has them.
    pub fn csv(&self) -> String {
        let quote = |cell: &String| {
            if cell.contains(['"', ',', '\n', '\r']) {
                format!("\"{}\"", cell.replace('"', "\"\""))
            } else {
                cell.clone()
            }
        };
        let headers: Vec<String> = self.columns.iter().map(|(name, _)| name.clone()).collect();
        let mut text = String::new();
        for row in std::iter::once(&headers).chain(&self.rows) {
            text.push_str(&row.iter().map(quote).collect::<Vec<_>>().join(","));
            text.push_str("\r\n");
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        let mut table = Table::new(&[("leg", Align::Left), ("km", Align::Right)]);
        table.rows.push(vec!["ship, \"Angara\"".into(), "183".into()]);
        table.rows.push(vec!["a|b".into(), "7,833".into()]);
        table
    }

    #[test]
    fn figures_stand_below_one_another() {
        assert_eq!(table().text(), "leg                km\nship, \"Angara\"    183\na|b             7,833\n");
    }

    #[test]
    fn quotes_commas_and_bars_survive() {
        assert_eq!(table().csv(), "leg,km\r\n\"ship, \"\"Angara\"\"\",183\r\na|b,\"7,833\"\r\n");
        assert_eq!(table().markdown(), "| leg | km |\n| --- | ---: |\n| ship, \"Angara\" | 183 |\n| a\\|b | 7,833 |\n");
    }
}
