//! The card of claims: what was reported, by whom, and the verdict; claims between the same ends below one heading.

use crate::canvas::{Cap, Face, Fonts, GlyphRun, Lettering, MissingGlyph, Path, Point, Rect, Stroke};
use crate::diagnostic::{Diagnostic, catalog};
use crate::journey::{Journey, Judgement, Verdict};
use crate::route::Claim;

use super::claims::Group;
use super::mark::Mark;
use super::theme::Theme;

/// What was reported, computed and found about each group of claims.
pub struct Card {
    rows: Vec<Row>,
    /// How many claims it has no room for.
    left_out: usize,
    /// How many claims it leaves to `check`, since the map shows nothing of what they speak of.
    statements: usize,
    size: (f64, f64),
    unit: f64,
}

enum Row {
    Heading(GlyphRun),
    Claim(Box<ClaimRow>),
    Remark(GlyphRun),
}

/// What is said, by whom, and the verdict on it.
struct ClaimRow {
    says: GlyphRun,
    by: Vec<GlyphRun>,
    verdict: GlyphRun,
    found: Verdict,
}

const PADDING: f64 = 18.0;
const HEADING: f64 = 23.0;
const TYPE: f64 = 21.0;
const REMARK: f64 = 18.0;
const LEADING: f64 = 25.0;
const SYMBOL: f64 = 34.0;
const GAP: f64 = 26.0;
/// Headings wrap at this width.
const WIDTH: f64 = 640.0;
/// The names of those who said something wrap at this one.
const BY: f64 = 420.0;

impl Row {
    const CLAIM: f64 = 33.0;
    const REMARK: f64 = 25.0;

    fn height(&self) -> f64 {
        match self {
            Row::Heading(_) => 31.0,
            Row::Claim(row) => Row::CLAIM + LEADING * row.by.len().saturating_sub(1) as f64,
            Row::Remark(_) => Row::REMARK,
        }
    }

    /// Where its first line stands, below its upper edge.
    fn baseline(&self) -> f64 {
        let line = if matches!(self, Row::Claim(_)) { Row::CLAIM } else { self.height() };
        0.72 * line
    }
}

impl Card {
    /// The card for the claims, as many as fit into `most` pixels of height; `None` if there are none.
    pub fn new(
        journey: &Journey,
        groups: &[Group],
        most: f64,
        fonts: &Fonts,
        unit: f64,
    ) -> Result<Option<Card>, MissingGlyph> {
        if groups.is_empty() {
            return Ok(None);
        }
        // Where there is none, the statements stand for themselves.
        let has_figures = groups.iter().any(Group::has_figures);
        let (groups, others): (Vec<&Group>, Vec<&Group>) =
            groups.iter().partition(|group| group.has_figures() == has_figures);
        let statements = others.iter().map(|group| group.claims.len()).sum();
        let mut rows = Vec::new();
        let set = |text: &str, face, size: f64| fonts.shape(text, Lettering::new(face, size * unit));
        for group in &groups {
            for line in fonts.wrap(&group.heading, Lettering::new(Face::Bold, HEADING * unit), WIDTH * unit)? {
                rows.push(Row::Heading(line));
            }
            for (claim, judgement) in &group.claims {
                let by = said_by(journey, claim).unwrap_or_default();
                let by = fonts.wrap(&by, Lettering::new(Face::Regular, TYPE * unit), BY * unit)?;
                rows.push(Row::Claim(Box::new(ClaimRow {
                    says: set(&claim.says.value, Face::Bold, TYPE)?,
                    by,
                    verdict: set(judgement.verdict.name(), Face::Regular, TYPE)?,
                    found: judgement.verdict,
                })));
            }
        }
        let left_out = cut(&mut rows, most / unit - 2.0 * PADDING);
        if left_out > 0 {
            rows.push(Row::Remark(set(&format!("and {left_out} more"), Face::Italic, REMARK)?));
        }
        let agrees = |judgement: &Judgement| judgement.verdict == Verdict::Agrees;
        if groups.iter().any(|group| group.claims.iter().any(|(_, judgement)| agrees(judgement))) {
            rows.push(Row::Remark(set(
                "“agrees”: it could be true; that confirms nothing by itself.",
                Face::Italic,
                REMARK,
            )?));
        }
        let mut card = Card { rows, left_out, statements, size: (0.0, 0.0), unit };
        let columns = card.columns();
        let table = SYMBOL * unit + columns.iter().sum::<f64>() + 2.0 * GAP * unit;
        let others = card.rows.iter().map(|row| match row {
            Row::Heading(run) | Row::Remark(run) => run.width(),
            Row::Claim(_) => table,
        });
        let width = others.fold(0.0, f64::max) + 2.0 * PADDING * unit;
        let height: f64 = card.rows.iter().map(Row::height).sum();
        card.size = (width, (height + 2.0 * PADDING - 4.0) * unit);
        Ok(Some(card))
    }

    /// Width and height in pixels.
    pub fn size(&self) -> (f64, f64) {
        self.size
    }

    /// Says what it has no room for, and what has no place on it.
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        let claims = |count| if count == 1 { "1 claim".to_owned() } else { format!("{count} claims") };
        let mut said = Vec::new();
        if self.left_out > 0 {
            let message = format!("the card of claims has no room for {}", claims(self.left_out));
            let cut = Diagnostic::warning(&catalog::SHEET_WORDS_CUT, message);
            said.push(cut.help("draw a larger sheet; `portolan check` has all"));
        }
        if self.statements > 0 {
            let message = format!(
                "the card of claims leaves {} to `portolan check`: the map shows no such thing",
                claims(self.statements)
            );
            said.push(Diagnostic::note(&catalog::SHEET_STATEMENTS, message));
        }
        said
    }

    /// The widths of what is said, by whom, and the verdict.
    fn columns(&self) -> [f64; 3] {
        let mut columns = [0.0_f64; 3];
        for row in &self.rows {
            if let Row::Claim(row) = row {
                let widths =
                    [row.says.width(), row.by.iter().map(GlyphRun::width).fold(0.0, f64::max), row.verdict.width()];
                for (column, width) in columns.iter_mut().zip(widths) {
                    *column = column.max(width);
                }
            }
        }
        columns
    }

    /// The card in a box of its size.
    pub fn marks(self, rect: Rect, theme: &Theme) -> Vec<Mark> {
        let unit = self.unit;
        let mut marks = super::panel_marks(rect, theme, unit);
        let columns = self.columns();
        let left = rect.x0 + PADDING * unit;
        let mut y = rect.y0 + (PADDING - 2.0) * unit;
        for row in self.rows {
            let baseline = y + row.baseline() * unit;
            y += row.height() * unit;
            match row {
                Row::Heading(run) => marks.push(Mark::Text(run, Point::new(left, baseline), theme.ink, None)),
                Row::Remark(run) => marks.push(Mark::Text(run, Point::new(left, baseline), theme.faint_ink, None)),
                Row::Claim(row) => {
                    let ClaimRow { says, by, verdict, found } = *row;
                    let color = theme.verdict(found);
                    marks.push(symbol(found, Point::new(left + 10.0 * unit, baseline - 7.5 * unit), theme, unit));
                    let says_at = left + SYMBOL * unit;
                    let by_at = says_at + columns[0] + GAP * unit;
                    let verdict_at = by_at + columns[1] + GAP * unit;
                    marks.push(Mark::Text(says, Point::new(says_at, baseline), theme.ink, None));
                    for (line, by) in by.into_iter().enumerate() {
                        let at = Point::new(by_at, baseline + LEADING * unit * line as f64);
                        marks.push(Mark::Text(by, at, theme.faint_ink, None));
                    }
                    marks.push(Mark::Text(verdict, Point::new(verdict_at, baseline), color, None));
                }
            }
        }
        marks
    }
}

/// Takes away the rows that do not fit into this height, in units, with room for two remarks; how many claims went.
fn cut(rows: &mut Vec<Row>, most: f64) -> usize {
    let height = |rows: &[Row]| rows.iter().map(Row::height).sum::<f64>();
    let remarks = 2.0 * Row::REMARK;
    let mut claims = 0;
    if height(rows) + remarks / 2.0 <= most {
        return 0;
    }
    while height(rows) + remarks > most
        && let Some(row) = rows.pop()
    {
        claims += usize::from(matches!(row, Row::Claim(_)));
    }
    // A heading without its claims says nothing.
    while claims > 0 && rows.pop_if(|row| matches!(row, Row::Heading(_))).is_some() {}
    claims
}

/// A tick, a cross or a bar: the verdict without its colour.
fn symbol(verdict: Verdict, at: Point, theme: &Theme, unit: f64) -> Mark {
    let mut path = Path::new();
    let point = |x: f64, y: f64| Point::new(at.x + x * unit, at.y + y * unit);
    match verdict {
        Verdict::Agrees => {
            path.move_to(point(-8.0, 0.5));
            path.line_to(point(-2.5, 6.5));
            path.line_to(point(8.0, -6.5));
        }
        Verdict::Disagrees => {
            path.move_to(point(-6.5, -6.5));
            path.line_to(point(6.5, 6.5));
            path.move_to(point(6.5, -6.5));
            path.line_to(point(-6.5, 6.5));
        }
        Verdict::Undetermined => {
            path.move_to(point(-7.0, 0.0));
            path.line_to(point(7.0, 0.0));
        }
    }
    Mark::Stroke(path, Stroke::new(3.4 * unit).with_caps(Cap::Round), theme.verdict(verdict))
}

/// The first publisher of a claim, and how many more; the notes below the map have them all.
fn said_by(journey: &Journey, claim: &Claim) -> Option<String> {
    let names: Vec<&str> = claim
        .sources
        .iter()
        .filter_map(|source| journey.route.source(&source.value))
        .map(|source| source.publisher.as_deref().unwrap_or_else(|| source.label()))
        .collect();
    let first = names.first()?;
    Some(match names.len() {
        1 => (*first).to_owned(),
        several => format!("{first}, {} more", several - 1),
    })
}
