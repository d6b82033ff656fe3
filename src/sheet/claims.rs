//! Claims on the map, those about the same thing together: what they speak of, and the line that was measured.

use geo::LineString;

use crate::canvas::{Cap, Path, Point, Stroke};
use crate::journey::{Journey, Judgement, Verdict};
use crate::numerals::length;
use crate::projection::View;
use crate::route::{Claim, Leg, Says, Spanned, Subject, Unit};

use super::mark::Mark;
use super::theme::Theme;

/// Claims about one distance.
pub struct Group<'a> {
    /// What they speak of, in words.
    pub heading: String,
    /// The claims with what was found about each.
    pub claims: Vec<(&'a Claim, &'a Judgement)>,
    /// The line that was measured.
    line: Option<&'a LineString>,
}

/// The claims, those about the same thing together.
pub fn groups(journey: &Journey) -> Vec<Group<'_>> {
    let mut groups: Vec<Group> = Vec::new();
    for (claim, judgement) in journey.route.claims.iter().zip(&journey.judgements) {
        match groups.iter_mut().find(|group| group.claims[0].0.subject.is_same(&claim.subject)) {
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

fn heading(journey: &Journey, claim: &Claim, judgement: &Judgement) -> String {
    let what = match &claim.subject {
        Subject::Distance { from, to } => format!("{} to {}", journey.spoken(&from.value), journey.spoken(&to.value)),
        Subject::Length { legs } => way(journey, legs),
        Subject::Duration { legs } => format!("Time from {}", way(journey, legs)),
        Subject::Trips { leg } => format!("Trips of leg {}", leg.value),
        Subject::Passes { legs, .. } => format!("Way from {}", way(journey, legs)),
        Subject::Nearest { place, .. } => format!("Nearest to {}", journey.spoken(&place.value)),
        Subject::About(about) => about.key.value.clone(),
    };
    let Some(km) = judgement.distance_km else { return what };
    // Those who speak of nautical miles want to compare them.
    let unit = match &claim.statement {
        Says::Figure(figure) if figure.unit == Unit::Nmi => Unit::Nmi,
        _ => Unit::Mi,
    };
    // With spaces that do not break.
    format!("{what}: {}\u{a0}km\u{a0}({}\u{a0}{unit})", length(km), length(km / unit.km()))
}

/// What legs are called in words: from where to where if each goes on where the last one ended.
fn way(journey: &Journey, names: &[Spanned<String>]) -> String {
    let legs: Vec<&Leg> = names.iter().filter_map(|name| journey.route.leg(&name.value)).collect();
    let name = |place: &Spanned<String>| journey.place(&place.value).map_or(place.value.clone(), |at| at.name.clone());
    let is_chain = legs.len() == names.len() && legs.windows(2).all(|pair| pair[0].to.value == pair[1].from.value);
    match (legs.first(), legs.last()) {
        (Some(first), Some(last)) if is_chain => format!("{} to {}", name(&first.from), name(&last.to)),
        _ => format!("leg {}", names.iter().map(|leg| leg.value.as_str()).collect::<Vec<_>>().join(" and leg ")),
    }
}

impl<'a> Group<'a> {
    /// Whether they are figures that were set against the line or its time, not statements about what the map doesn't show.
    pub fn has_figures(&self) -> bool {
        self.claims.first().is_some_and(|(claim, _)| claim.subject.is_measured())
    }

    /// The line that was measured, and the places that it lies between, by id.
    pub fn measured(&self) -> Option<(&'a LineString, [&'a str; 2])> {
        let claim: &'a Claim = self.claims.first()?.0;
        match &claim.subject {
            Subject::Distance { from, to } => Some((self.line?, [from.value.as_str(), to.value.as_str()])),
            _ => None,
        }
    }

    /// How long that line is.
    pub fn distance_km(&self) -> Option<f64> {
        self.claims.first().and_then(|(_, judgement)| judgement.distance_km)
    }

    /// What was said, those claims of one verdict in one line: `disagrees: about 290 mi, about 290 km`.
    pub fn reported(&self) -> Vec<(Verdict, String)> {
        let mut lines: Vec<(Verdict, String)> = Vec::new();
        for (claim, judgement) in &self.claims {
            // A figure is not torn from its unit.
            let says = claim.says.value.replace(' ', "\u{a0}");
            match lines.iter_mut().find(|(verdict, _)| *verdict == judgement.verdict) {
                Some((_, line)) => line.extend([", ", says.as_str()]),
                None => lines.push((judgement.verdict, format!("{}: {says}", judgement.verdict.name()))),
            }
        }
        lines
    }

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
