//! Claims on the map: the line that was measured, and a card with what was reported, what was computed and the verdict.
//! Claims between the same ends share one line and one card.

use geo::LineString;

use crate::canvas::{Cap, Face, Fonts, GlyphRun, Lettering, MissingGlyph, Path, Point, Rect, Stroke};
use crate::journey::{Journey, Judgement, Verdict};
use crate::numerals::length;
use crate::projection::View;
use crate::route::{Claim, Subject, Unit};

use super::mark::Mark;
use super::theme::Theme;

/// Claims about one distance.
pub struct Group<'a> {
    /// What they speak of, in words.
    heading: String,
    claims: Vec<(&'a Claim, &'a Judgement)>,
    /// The line that was measured.
    line: Option<&'a LineString>,
}

/// The claims, those about the same thing together.
pub fn groups(journey: &Journey) -> Vec<Group<'_>> {
    let mut groups: Vec<Group> = Vec::new();
    for (claim, judgement) in journey.route.claims.iter().zip(&journey.judgements) {
        match groups.iter_mut().find(|group| same(&group.claims[0].0.subject, &claim.subject)) {
            Some(group) => group.claims.push((claim, judgement)),
            None => groups.push(Group {
                heading: heading(journey, claim, judgement),
                claims: vec![(claim, judgement)],
                line: judgement.line.as_ref(),
            }),
        }
    }
    groups
}

fn same(a: &Subject, b: &Subject) -> bool {
    match (a, b) {
        (Subject::Distance { from, to }, Subject::Distance { from: from_b, to: to_b }) => {
            from.value == from_b.value && to.value == to_b.value
        }
        (Subject::Length { legs: a }, Subject::Length { legs: b })
        | (Subject::Duration { legs: a }, Subject::Duration { legs: b }) => {
            a.iter().map(|leg| &leg.value).eq(b.iter().map(|leg| &leg.value))
        }
        (Subject::About(a), Subject::About(b)) => a.value == b.value,
        _ => false,
    }
}

fn heading(journey: &Journey, claim: &Claim, judgement: &Judgement) -> String {
    let legs = |legs: &[crate::route::Spanned<String>]| {
        let names: Vec<&str> = legs.iter().map(|leg| leg.value.as_str()).collect();
        format!("leg {}", names.join(" and leg "))
    };
    let what = match &claim.subject {
        Subject::Distance { from, to } => format!("{} to {}", journey.spoken(&from.value), journey.spoken(&to.value)),
        Subject::Length { legs: names } => format!("Length of {}", legs(names)),
        Subject::Duration { legs: names } => format!("Time of {}", legs(names)),
        Subject::About(key) => key.value.clone(),
    };
    match judgement.distance_km {
        Some(km) => format!("{what}: {} km ({} mi)", length(km), length(km / Unit::Mi.km())),
        None => what,
    }
}

impl Group<'_> {
    /// The measured line in pixels, if it lies on the map.
    pub fn pieces(&self, view: &View) -> Vec<Vec<[f64; 2]>> {
        self.line.map(|line| view.line(&line.0)).unwrap_or_default()
    }
}

/// A line with bars across its ends.
pub fn dimension_line(from: Point, to: Point, theme: &Theme, unit: f64) -> Vec<Mark> {
    let mut path = Path::new();
    path.move_to(from);
    path.line_to(to);
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let size = (dx * dx + dy * dy).sqrt();
    if size > 0.0 {
        let (x, y) = (-dy / size * 7.0 * unit, dx / size * 7.0 * unit);
        for end in [from, to] {
            path.move_to((end.x - x, end.y - y));
            path.line_to((end.x + x, end.y + y));
        }
    }
    let stroke = |width: f64| Stroke::new(width * unit).with_caps(Cap::Butt);
    vec![Mark::Stroke(path.clone(), stroke(6.5), theme.casing), Mark::Stroke(path, stroke(2.6), theme.ink)]
}

/// What was reported, computed and found about each group of claims.
pub struct Card {
    rows: Vec<Row>,
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
    by: Option<GlyphRun>,
    verdict: GlyphRun,
    found: Verdict,
}

const PADDING: f64 = 18.0;
const HEADING: f64 = 23.0;
const TYPE: f64 = 21.0;
const REMARK: f64 = 18.0;
const SYMBOL: f64 = 34.0;
const GAP: f64 = 26.0;
/// Headings wrap at this width.
const WIDTH: f64 = 640.0;

impl Row {
    fn height(&self) -> f64 {
        match self {
            Row::Heading(_) => 31.0,
            Row::Claim(_) => 33.0,
            Row::Remark(_) => 25.0,
        }
    }
}

impl Card {
    /// The card for all claims; `None` if there are none.
    pub fn new(journey: &Journey, groups: &[Group], fonts: &Fonts, unit: f64) -> Result<Option<Card>, MissingGlyph> {
        if groups.is_empty() {
            return Ok(None);
        }
        let mut rows = Vec::new();
        let set = |text: &str, face, size: f64| fonts.shape(text, Lettering::new(face, size * unit));
        for group in groups {
            for line in fonts.wrap(&group.heading, Lettering::new(Face::Bold, HEADING * unit), WIDTH * unit)? {
                rows.push(Row::Heading(line));
            }
            for (claim, judgement) in &group.claims {
                let by = said_by(journey, claim).map(|by| set(&by, Face::Regular, TYPE)).transpose()?;
                rows.push(Row::Claim(Box::new(ClaimRow {
                    says: set(&claim.says.value, Face::Bold, TYPE)?,
                    by,
                    verdict: set(judgement.verdict.name(), Face::Regular, TYPE)?,
                    found: judgement.verdict,
                })));
            }
        }
        if journey.judgements.iter().any(|judgement| judgement.verdict == Verdict::Agrees) {
            rows.push(Row::Remark(set(
                "“agrees”: it could be true; that confirms nothing by itself.",
                Face::Italic,
                REMARK,
            )?));
        }
        let mut card = Card { rows, size: (0.0, 0.0), unit };
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

    /// The widths of what is said, by whom, and the verdict.
    fn columns(&self) -> [f64; 3] {
        let mut columns = [0.0_f64; 3];
        for row in &self.rows {
            if let Row::Claim(row) = row {
                let widths = [row.says.width(), row.by.as_ref().map_or(0.0, GlyphRun::width), row.verdict.width()];
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
            let baseline = y + row.height() * unit * 0.72;
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
                    if let Some(by) = by {
                        marks.push(Mark::Text(by, Point::new(by_at, baseline), theme.faint_ink, None));
                    }
                    marks.push(Mark::Text(verdict, Point::new(verdict_at, baseline), color, None));
                }
            }
        }
        marks
    }
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
    let first = shortened(names.first()?);
    Some(match names.len() {
        1 => first,
        several => format!("{first}, {} more", several - 1),
    })
}

/// A title that is longer than a line of the card is cut.
fn shortened(text: &str) -> String {
    const MOST: usize = 44;
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    let cut: String = text.chars().take(MOST - 1).collect();
    format!("{}…", cut.trim_end())
}
