//! Names on the map: places beside their markers, figures along lines, countries and seas across their areas.

use crate::canvas::{Color, Face, GlyphRun, Lettering, MissingGlyph, Path, Point, Rect, Stroke, polyline, rectangle};
use crate::route::Language;

use super::area_name::Name;
use super::countries::{self, Land};
use super::distances::SetFigure;
use super::labels::{self, Obstacles, Room, Stance, Wish};
use super::mark::{Layer, Mark};
use super::pen::Pen;
use super::places::{DrawnPlace, Role};
use super::scene::Scene;
use super::sketch::Sketch;
use super::{Label, halo, seas};

/// A name that is longer than that is set in several lines, in sizes of its type.
const LONGEST: f64 = 14.5;
/// So many places are tried for the name of a country that words leave no room.
const ROOMS: usize = 4;
/// How far these lie apart, in sizes of the type.
const LEADING: f64 = 1.05;

/// What names are set with, and where.
#[derive(Clone, Copy)]
pub struct Names<'a> {
    /// The map.
    pub scene: &'a Scene,
    /// What they keep clear of.
    pub obstacles: &'a Obstacles,
    /// The same, and the lines that they keep clear of if they can: rings, the rim of a band. `None` without such lines.
    pub cautious: Option<&'a Obstacles>,
    /// Cities that names of areas had better not cover.
    pub cities: &'a [Rect],
    /// Places, by name, with the name of their country behind theirs.
    pub abroad: &'a [(String, String)],
    /// What they are set with.
    pub pen: Pen<'a>,
}

/// The land and the water that names may stand on.
pub struct Areas<'a> {
    /// What they are called in.
    pub language: Language,
    /// The shapes.
    pub sketch: &'a Sketch,
    /// The countries among them.
    pub lands: &'a [Land],
    /// The map's scale.
    pub meters_per_pixel: f64,
}

impl Names<'_> {
    /// The names of places, those that find no room, and what the others take. A numbered place in the box of an inset
    /// has its name there, if it is among the words that insets have `told`.
    ///
    /// # Errors
    ///
    /// A character that the fonts don't have.
    pub fn of_places(&self, told: &[Label]) -> Result<(Layer, Vec<String>, Vec<Label>), MissingGlyph> {
        let is_told = |place: &DrawnPlace| {
            place.boxed.is_some() && place.number.is_some() && told.iter().any(|label| label.text == place.name)
        };
        let named = self.scene.places.iter().rev().filter(|place| place.named && !is_told(place));
        let (names, wishes): (Vec<Vec<GlyphRun>>, Vec<Wish>) =
            named.map(|place| self.place_wish(place)).collect::<Result<Vec<_>, _>>()?.into_iter().unzip();
        let cautious = self.cautious.map(|obstacles| labels::solve(&wishes, obstacles, self.pen.unit));
        let rooms = cautious
            .filter(|rooms| rooms.iter().all(Option::is_some))
            .unwrap_or_else(|| labels::solve(&wishes, self.obstacles, self.pen.unit));
        let (mut marks, mut left_out, mut labels) = (Vec::new(), Vec::new(), Vec::new());
        for ((lines, wish), room) in names.into_iter().zip(&wishes).zip(rooms) {
            let text = lines.iter().map(GlyphRun::text).collect::<Vec<_>>().join(" ");
            if let Some(room) = room {
                labels.push(Label { text, rect: room.rect });
                marks.extend(self.place_marks(lines, wish, &room));
            } else {
                left_out.push(text);
            }
        }
        Ok((Layer { name: "labels", clip: None, marks }, left_out, labels))
    }

    /// The figures along lines, which keep clear of `labels`, to which they are added; and the words that found no room.
    /// Where there is room for the figure alone, what stands below it is left out.
    pub fn of_figures(&self, figures: Vec<SetFigure>, labels: &mut Vec<Label>) -> (Layer, Vec<String>) {
        let text =
            |lines: &[(GlyphRun, Option<Color>)]| lines.iter().map(|(run, _)| run.text()).collect::<Vec<_>>().join(" ");
        let (mut marks, mut left_out, mut crowded) = (Vec::new(), Vec::new(), figures);
        for (is_short, is_cautious) in [(false, true), (true, true), (false, false), (true, false)] {
            let Some(obstacles) = self.cautious.filter(|_| is_cautious).or((!is_cautious).then_some(self.obstacles))
            else {
                continue;
            };
            // What the card says is rather left out than lies on a line.
            let is_tried = |figure: &SetFigure| is_short != is_cautious || figure.is_on_card == is_short;
            let (tried, mut without_room): (Vec<SetFigure>, Vec<SetFigure>) =
                crowded.into_iter().partition(|figure| self.cautious.is_none() || is_tried(figure));
            let wish = |figure: &SetFigure| if is_short { figure.short.clone() } else { figure.wish.clone() };
            let wishes: Vec<Wish> = tried.iter().map(wish).collect();
            let rooms = labels::solve(&wishes, &with(obstacles, labels), self.pen.unit);
            for (figure, room) in tried.into_iter().zip(rooms) {
                let Some(room) = room else {
                    without_room.push(figure);
                    continue;
                };
                let count = if is_short { 1 } else { figure.lines.len() };
                if count < figure.lines.len() && !figure.is_on_card {
                    left_out.push(text(&figure.lines[count..]));
                }
                if count > 1 {
                    let (above, below) = figure.halves(room.rect, self.pen.unit);
                    labels.push(Label { text: text(&figure.lines[..1]), rect: above });
                    labels.push(Label { text: text(&figure.lines[1..]), rect: below });
                } else {
                    labels.push(Label { text: text(&figure.lines[..1]), rect: room.rect });
                }
                marks.extend(self.figure_marks(figure, count, &room));
            }
            crowded = without_room;
        }
        let unsaid = |figure: &SetFigure| text(if figure.is_on_card { &figure.lines[..1] } else { &figure.lines });
        left_out.extend(crowded.iter().map(unsaid));
        (Layer { name: "distances", clip: None, marks }, left_out)
    }

    fn figure_marks(&self, figure: SetFigure, count: usize, room: &Room) -> Vec<Mark> {
        let Pen { theme, unit, .. } = self.pen;
        let rim = Some(halo(theme, unit));
        let baselines = figure.baselines(count, room.rect, unit);
        let lines = figure.lines.into_iter().zip(baselines);
        lines.map(|((run, color), at)| Mark::Text(run, at, color.unwrap_or(theme.ink), rim)).collect()
    }

    /// Where the names of these countries could stand if no words stood on the map, a few places for each.
    ///
    /// # Errors
    ///
    /// A character that the fonts don't have.
    pub fn rooms(
        &self,
        missing: &[String],
        Areas { language, sketch, lands, .. }: &Areas,
    ) -> Result<Vec<Rect>, MissingGlyph> {
        let obstacles = self.cautious.unwrap_or(self.obstacles);
        let standing = countries::Standing { labels: &[], obstacles, least: self.obstacles, cities: &[] };
        let subject = countries::Subject { language: *language, offshore: self.scene.is_main, standing };
        let (names, _) = countries::names(&self.scene.view, &subject, lands, sketch, self.pen)?;
        let rooms = names.iter().filter(|name| missing.contains(&name.text())).flat_map(|name| {
            let Stance::Among(spots) = &name.wish.stance else { return Vec::new() };
            let every = spots.len().div_ceil(ROOMS).max(1);
            spots.iter().step_by(every).map(|at| Rect::from_center_size(*at, name.size())).collect()
        });
        Ok(rooms.collect())
    }

    /// The names of countries and seas; they keep clear of `labels`, to which they are added. And the names of countries
    /// that the route is about which found no room.
    ///
    /// # Errors
    ///
    /// A character that the fonts don't have.
    pub fn of_areas(
        &self,
        Areas { language, sketch, lands, meters_per_pixel }: &Areas,
        labels: &mut Vec<Label>,
    ) -> Result<(Layer, Vec<String>), MissingGlyph> {
        let Pen { theme, unit, .. } = self.pen;
        let (plain, obstacles) = (with(self.obstacles, labels), with(self.cautious.unwrap_or(self.obstacles), labels));
        let (view, language) = (&self.scene.view, *language);
        let standing = countries::Standing { labels, obstacles: &obstacles, least: &plain, cities: self.cities };
        // An inset need not name what the main map names.
        let subject = countries::Subject { language, offshore: self.scene.is_main, standing };
        let (countries, mut left_out) = countries::names(view, &subject, lands, sketch, self.pen)?;
        let seas = seas::names(view, sketch, language, (&self.scene.legs, &obstacles), *meters_per_pixel, self.pen)?;
        let names: Vec<(Name, Color)> = (countries.into_iter().map(|name| (name, theme.country)))
            .chain(seas.into_iter().map(|name| (name, theme.water_name)))
            .collect();
        let wishes: Vec<Wish> = names.iter().map(|(name, _)| name.wish.clone()).collect();
        let rooms = labels::solve(&wishes, &plain, unit);
        let rim = halo(theme, unit * 0.7);
        let mut marks = Vec::new();
        for ((name, color), room) in names.into_iter().zip(rooms) {
            let Some(room) = room else {
                left_out.extend(name.is_involved.then(|| name.text()));
                continue;
            };
            labels.push(Label { text: name.text(), rect: room.rect });
            // Water has no rim: its names lie flat on it.
            let rim = (color != theme.water_name).then_some(rim);
            marks.extend(name.placed(room.rect).map(|(run, at)| Mark::Text(run, at, color, rim)));
        }
        Ok((Layer { name: "country labels", clip: Some(rectangle(self.scene.frame)), marks }, left_out))
    }

    fn place_wish(&self, place: &DrawnPlace) -> Result<(Vec<GlyphRun>, Wish), MissingGlyph> {
        let (face, size, priority) = match place.role {
            Role::Stop => (Face::Bold, 27.0, 9),
            Role::Constructed => (Face::Italic, 25.0, 8),
            Role::Unknown => (Face::Italic, 22.0, 5),
            Role::Via => (Face::Regular, 21.0, 3),
        };
        let unit = self.pen.unit;
        let lettering = Lettering::new(face, size * unit);
        let longest = (LONGEST * size * unit).min(0.5 * self.scene.frame.width());
        let country = self.abroad.iter().find(|(name, _)| *name == place.name);
        let name = country.map_or(place.name.clone(), |(name, country)| format!("{name}, {country}"));
        let mut lines = vec![self.pen.fonts.shape(&name, lettering)?];
        if lines[0].width() > longest {
            let mut width = longest.min(0.8 * LONGEST * size * unit);
            // No word is broken.
            for word in name.split_whitespace() {
                width = width.max(self.pen.fonts.shape(word, lettering)?.width());
            }
            lines = self.pen.fonts.wrap(&name, lettering, width + 0.5)?;
        }
        let (anchor, clearance) = match place.boxed {
            Some(rect) => (rect.center(), rect.width().max(rect.height()) / 2.0 + 8.0 * unit),
            None => (place.at, (place.radius() + 6.0) * unit),
        };
        let wish = Wish {
            anchor,
            clearance,
            width: lines.iter().map(GlyphRun::width).fold(0.0, f64::max),
            height: size * LEADING * unit * lines.len() as f64,
            stance: Stance::Beside,
            priority,
        };
        Ok((lines, wish))
    }

    fn place_marks(&self, lines: Vec<GlyphRun>, wish: &Wish, room: &Room) -> Vec<Mark> {
        let Pen { theme, unit, .. } = self.pen;
        let mut marks = Vec::new();
        if let Some((from, to)) = room.leader {
            let path: Path = polyline([from, to]);
            marks.push(Mark::Stroke(path.clone(), Stroke::new(4.0 * unit), theme.casing.with_opacity(0.8)));
            marks.push(Mark::Stroke(path, Stroke::new(1.4 * unit), theme.faint_ink));
        }
        let height = room.rect.height() / lines.len().max(1) as f64;
        // Lines end towards the marker.
        let share = match room.rect.center().x - wish.anchor.x {
            right if right > 0.3 * room.rect.width() => 0.0,
            left if left < -0.3 * room.rect.width() => 1.0,
            _ => 0.5,
        };
        for (number, run) in lines.into_iter().enumerate() {
            let x = room.rect.x0 + share * (room.rect.width() - run.width());
            let baseline = Point::new(x, room.rect.y0 + height * (number as f64 + 0.79));
            marks.push(Mark::Text(run, baseline, theme.ink, Some(halo(theme, unit))));
        }
        marks
    }
}

/// Obstacles and the words that stand already.
fn with(obstacles: &Obstacles, labels: &[Label]) -> Obstacles {
    let mut obstacles = obstacles.clone();
    for label in labels {
        obstacles.add_box(label.rect);
    }
    obstacles
}
