//! Which of a processor's instructions pixels are computed with.

use vello_cpu::Level;

/// What instructions are used: those that give the same bytes as the least that every processor of the kind can do. More
/// recent ones multiply and add in one step, which rounds otherwise.
pub(super) fn level() -> Level {
    #[cfg(any(target_arch = "x86", target_arch = "x86_64"))]
    if let Some(sse4_2) = Level::new().as_sse4_2() {
        return Level::Sse4_2(sse4_2);
    }
    Level::baseline()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::canvas::{
        Canvas, Cap, Color, Face, FillRule, Fonts, Halo, Lettering, Metadata, PageSize, PngCanvas, Point, Stroke,
        circle, polyline,
    };

    /// A page of everything: its file, drawn with those instructions.
    fn page_of_everything(level: Level) -> Vec<u8> {
        let size = PageSize::new(300, 200).expect("a size");
        let mut canvas = PngCanvas::at_level(level, size, Color::rgb(0xe8_f0_f4), Metadata::default());
        for number in 0..40_u32 {
            let part = f64::from(number) / 40.0;
            let at = Point::new(300.0 * part, 200.0 * (1.0 - part * part));
            canvas.fill(
                &circle(at, 5.0 + 30.0 * part),
                FillRule::EvenOdd,
                Color::rgb(number * 0x03_05_07).with_opacity(0.4),
            );
            let line = polyline([at, Point::new(150.0, 100.0), Point::new(at.y, at.x)]);
            let stroke = Stroke::new(0.3 + 4.0 * part).with_caps(Cap::Round).with_dashes(0.0, [7.0, 3.0 * part]);
            canvas.stroke(&line, &stroke, Color::rgb(0x10_20_30));
        }
        let run = Fonts::embedded().shape("Тихорецк & Łódź", Lettering::new(Face::Bold, 31.0)).expect("glyphs");
        let halo = Halo { color: Color::WHITE, width_px: 3.0 };
        canvas.glyphs(&run, Point::new(20.0, 90.0), 12.0, Color::BLACK, Some(halo));
        let mut file = Vec::new();
        canvas.write(&mut file).expect("memory");
        file
    }

    #[test]
    fn processors_of_any_age_give_the_same_bytes() {
        assert!(page_of_everything(level()) == page_of_everything(Level::baseline()));
    }
}
