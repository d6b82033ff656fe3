//! What the canvases promise to those who draw on them.

mod backend;
mod drawing;
mod pdf;
mod svg;
mod text;

use portolan::canvas::{
    Canvas, Color, Face, FillRule, Fonts, Halo, Lettering, Metadata, PageSize, Path, PdfCanvas, PngCanvas, Point, Rect,
    Stroke, SvgCanvas, circle, rectangle,
};

const RED: Color = Color::rgb(0xd0_21_1c);
const BLUE: Color = Color::rgb(0x15_5e_8f);

/// A decoded image.
struct Image {
    width: usize,
    rgb: Vec<u8>,
}

impl Image {
    fn at(&self, x: usize, y: usize) -> [u8; 3] {
        let start = (y * self.width + x) * 3;
        [self.rgb[start], self.rgb[start + 1], self.rgb[start + 2]]
    }

    fn is(&self, x: usize, y: usize, color: Color) -> bool {
        self.at(x, y) == [color.red, color.green, color.blue]
    }

    /// The box of pixels, `(x0, y0, x1, y1)` inclusive, that are not white.
    fn ink(&self) -> (usize, usize, usize, usize) {
        let inked = |&(x, y): &(usize, usize)| !self.is(x, y, Color::WHITE);
        let height = self.rgb.len() / 3 / self.width;
        let pixels = (0..height).flat_map(|y| (0..self.width).map(move |x| (x, y))).filter(inked);
        pixels.fold((usize::MAX, usize::MAX, 0, 0), |b, (x, y)| (b.0.min(x), b.1.min(y), b.2.max(x), b.3.max(y)))
    }
}

fn page(width: u32, height: u32) -> PageSize {
    PageSize::new(width, height).expect("a size that can be drawn")
}

fn png_file(width: u32, height: u32, draw: impl Fn(&mut dyn Canvas)) -> Vec<u8> {
    let mut canvas = PngCanvas::new(page(width, height), Color::WHITE, Metadata::default());
    draw(&mut canvas);
    let mut file = Vec::new();
    canvas.write(&mut file).expect("memory takes everything");
    file
}

fn png(width: u32, height: u32, draw: impl Fn(&mut dyn Canvas)) -> Image {
    decoded(png_file(width, height, draw))
}

fn decoded(file: Vec<u8>) -> Image {
    let mut reader = png::Decoder::new(std::io::Cursor::new(file)).read_info().expect("a whole image");
    let mut rgb = vec![0; reader.output_buffer_size().expect("a small image")];
    let info = reader.next_frame(&mut rgb).expect("a whole image");
    assert_eq!(info.color_type, png::ColorType::Rgb, "the image is opaque");
    Image { width: info.width as usize, rgb }
}

fn svg_file(draw: impl Fn(&mut dyn Canvas)) -> String {
    let mut canvas = SvgCanvas::new(page(600, 400), Color::WHITE, &Metadata::default());
    draw(&mut canvas);
    let mut file = Vec::new();
    canvas.write(&mut file).expect("memory takes everything");
    String::from_utf8(file).expect("SVG is UTF-8")
}

fn pdf_file(draw: impl Fn(&mut dyn Canvas)) -> Vec<u8> {
    let mut canvas = PdfCanvas::new(page(200, 100), Color::WHITE, &Metadata::default());
    draw(&mut canvas);
    let mut file = Vec::new();
    canvas.write(&mut file).expect("memory takes everything");
    file
}

fn square(from: f64, to: f64) -> Path {
    rectangle(Rect::new(from, from, to, to))
}

fn regular(size_px: f64) -> Lettering {
    Lettering::new(Face::Regular, size_px)
}

/// Something of everything.
fn everything(canvas: &mut dyn Canvas) {
    let fonts = Fonts::embedded();
    canvas.begin_group("Land");
    canvas.push_clip(&circle(Point::new(100.0, 50.0), 45.0));
    canvas.fill(&square(20.0, 80.0), FillRule::NonZero, BLUE.with_opacity(0.5));
    canvas.stroke(&square(20.0, 80.0), &Stroke::new(1.5).with_dashes(1.0, [6.0, 3.0]), RED);
    canvas.pop_clip();
    canvas.end_group();
    let run = fonts.shape("Najin – Тихорецк", regular(16.0)).expect("letters that Inter has");
    let halo = Halo { color: Color::WHITE, width_px: 2.0 };
    canvas.glyphs(&run, Point::new(20.0, 60.0), -12.0, Color::BLACK, Some(halo));
}

#[test]
fn the_same_drawing_gives_the_same_bytes() {
    assert_eq!(png_file(200, 100, everything), png_file(200, 100, everything));
    assert_eq!(svg_file(everything), svg_file(everything));
    assert_eq!(pdf_file(everything), pdf_file(everything));
}
