//! Names on the map: places beside their markers, countries across their land.

use crate::canvas::{Face, Fonts, GlyphRun, Lettering, MissingGlyph, Path, Point, Stroke, polyline};
use crate::diagnostic::{Diagnostic, catalog};
use crate::route::Boundaries;

use super::labels::{self, Room, Stance, Wish};
use super::mark::{Layer, Mark};
use super::places::{DrawnPlace, Role};
use super::stage::Stage;
use super::theme::Theme;
use super::{Label, countries, halo};

/// What names are set with, and where.
pub struct Names<'a> {
    /// The map.
    pub stage: &'a Stage,
    /// The faces.
    pub fonts: &'a Fonts,
    /// The colours.
    pub theme: &'a Theme,
    /// The size of type.
    pub unit: f64,
}

impl Names<'_> {
    /// The names of places; what finds no room is told. Adds what it places to `labels`.
    ///
    /// # Errors
    ///
    /// A character that the fonts don't have.
    pub fn of_places(&self, labels: &mut Vec<Label>) -> Result<(Layer, Vec<Diagnostic>), MissingGlyph> {
        let mut runs: Vec<GlyphRun> = Vec::new();
        let mut wishes = Vec::new();
        for place in self.stage.places.iter().rev() {
            let (run, wish) = self.place_wish(place)?;
            runs.push(run);
            wishes.push(wish);
        }
        let rooms = labels::solve(&wishes, &self.stage.obstacles, self.unit);
        let mut marks = Vec::new();
        let mut left_out = Vec::new();
        for (run, room) in runs.into_iter().zip(rooms) {
            if let Some(room) = room {
                labels.push(Label { text: run.text().to_owned(), rect: room.rect });
                marks.extend(self.place_marks(run, &room));
            } else {
                let message = format!("the name `{}` found no room on the map, and is left out", run.text());
                let diagnostic = Diagnostic::warning(&catalog::LABEL_NO_ROOM, message);
                left_out.push(diagnostic.help("draw a larger sheet (--size), or shorten names"));
            }
        }
        Ok((Layer { name: "labels", clip: None, marks }, left_out))
    }

    /// The names of countries that keep clear of `labels`, to which they are added.
    ///
    /// # Errors
    ///
    /// A character that the fonts don't have.
    pub fn of_countries(
        &self,
        boundaries: Boundaries,
        involved: &[&str],
        meters_per_pixel: f64,
        labels: &mut Vec<Label>,
    ) -> Result<Layer, MissingGlyph> {
        let mut obstacles = self.stage.obstacles.clone();
        for label in labels.iter() {
            obstacles.add_box(label.rect);
        }
        let view = &self.stage.view;
        let names = countries::names(view, boundaries, involved, meters_per_pixel, self.fonts, self.unit)?;
        let wishes: Vec<Wish> = names.iter().map(|name| name.wish.clone()).collect();
        let rooms = labels::solve(&wishes, &obstacles, self.unit);
        let rim = halo(self.theme, self.unit * 0.7);
        let mut marks = Vec::new();
        for (name, room) in names.into_iter().zip(rooms) {
            let Some(room) = room else { continue };
            labels.push(Label { text: name.text(), rect: room.rect });
            marks.extend(name.placed(room.rect).map(|(run, at)| Mark::Text(run, at, self.theme.country, Some(rim))));
        }
        Ok(Layer { name: "country labels", clip: None, marks })
    }

    fn place_wish(&self, place: &DrawnPlace) -> Result<(GlyphRun, Wish), MissingGlyph> {
        let (face, size, priority) = match place.role {
            Role::Stop => (Face::Bold, 27.0, 9),
            Role::Unknown => (Face::Italic, 22.0, 5),
            Role::Via => (Face::Regular, 21.0, 3),
        };
        let run = self.fonts.shape(&place.name, Lettering::new(face, size * self.unit))?;
        let wish = Wish {
            anchor: place.at,
            clearance: (place.radius() + 6.0) * self.unit,
            width: run.width(),
            height: size * 1.05 * self.unit,
            stance: Stance::Beside,
            priority,
        };
        Ok((run, wish))
    }

    fn place_marks(&self, run: GlyphRun, room: &Room) -> Vec<Mark> {
        let Names { theme, unit, .. } = *self;
        let mut marks = Vec::new();
        if let Some((from, to)) = room.leader {
            let path: Path = polyline([from, to]);
            marks.push(Mark::Stroke(path.clone(), Stroke::new(4.0 * unit), theme.casing.with_opacity(0.8)));
            marks.push(Mark::Stroke(path, Stroke::new(1.4 * unit), theme.faint_ink));
        }
        let baseline = Point::new(room.rect.x0, room.rect.y0 + room.rect.height() * 0.79);
        marks.push(Mark::Text(run, baseline, theme.ink, Some(halo(theme, unit))));
        marks
    }
}
