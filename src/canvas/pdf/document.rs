//! The file around the page: fonts, outlines, opacities, layers and metadata.

use std::io;

use miniz_oxide::deflate::compress_to_vec_zlib;
use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Chunk, Filter, Finish, Name, Pdf, Rect, Ref, Settings, Str, TextStr};

use super::PdfCanvas;
use super::content::Content;
use super::typeface::Typeface;
use crate::canvas::Shape;

/// How hard streams are pressed, of 10. The hardest takes fifteen times as long and saves a fourteenth.
const LEVEL: u8 = 2;

const IDENTITY: SystemInfo = SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };

/// Numbers for what the file holds.
struct Refs(i32);

impl Refs {
    fn next(&mut self) -> Ref {
        self.0 += 1;
        Ref::new(self.0)
    }

    fn some(&mut self, count: usize) -> Vec<Ref> {
        (0..count).map(|_| self.next()).collect()
    }
}

/// The bytes of the file.
pub(super) fn assemble(canvas: &PdfCanvas) -> io::Result<Vec<u8>> {
    let mut refs = Refs(0);
    let [catalog, pages, page, content, information] = [(); 5].map(|()| refs.next());
    let layers = refs.some(canvas.layers.len());
    let fonts = refs.some(canvas.typefaces.len());
    let outlines = refs.some(canvas.outlines.len());
    let opacities = refs.some(canvas.opacities.len());

    let mut pdf = Pdf::with_settings(Settings { pretty: false });
    describe(&mut pdf, canvas, (catalog, pages, information), &layers);
    pdf.pages(pages).kids([page]).count(1);

    let points = canvas.points_per_px();
    let [width, height] = [canvas.size.width(), canvas.size.height()].map(|side| (f64::from(side) * points) as f32);
    let mut leaf = pdf.page(page);
    leaf.parent(pages).media_box(Rect::new(0.0, 0.0, width, height)).contents(content);
    leaf.group().transparency().color_space().device_rgb();
    let mut resources = leaf.resources();
    let mut entries = resources.fonts();
    for (number, font) in fonts.iter().enumerate() {
        entries.pair(Name(format!("F{number}").as_bytes()), *font);
    }
    entries.finish();
    let mut entries = resources.x_objects();
    for (number, outline) in (1..).zip(&outlines) {
        entries.pair(Name(format!("G{number}").as_bytes()), *outline);
    }
    entries.finish();
    let mut entries = resources.ext_g_states();
    for (alpha, opacity) in canvas.opacities.iter().zip(&opacities) {
        entries.pair(Name(format!("A{alpha}").as_bytes()), *opacity);
    }
    entries.finish();
    let mut entries = resources.insert(Name(b"Properties")).dict();
    for (number, layer) in layers.iter().enumerate() {
        entries.pair(Name(format!("L{number}").as_bytes()), *layer);
    }
    entries.finish();
    resources.finish();
    leaf.finish();

    for (alpha, opacity) in canvas.opacities.iter().zip(&opacities) {
        let share = f32::from(*alpha) / 255.0;
        pdf.ext_graphics(*opacity).stroking_alpha(share).non_stroking_alpha(share);
    }
    for (typeface, font) in canvas.typefaces.iter().zip(&fonts) {
        write_font(&mut pdf, typeface, *font, &mut refs)?;
    }
    for ((typeface, glyph), number) in &canvas.outlines {
        write_outline(&mut pdf, &canvas.typefaces[*typeface], *glyph, outlines[number - 1]);
    }
    let data = compress_to_vec_zlib(canvas.content.out.as_bytes(), LEVEL);
    pdf.stream(content, &data).filter(Filter::FlateDecode);
    Ok(pdf.finish())
}

/// The catalogue, the layers and what the file says of itself; no date, so that the same drawing gives the same bytes.
fn describe(pdf: &mut Pdf, canvas: &PdfCanvas, (catalog, pages, information): (Ref, Ref, Ref), layers: &[Ref]) {
    let mut root = pdf.catalog(catalog);
    root.pages(pages).lang(TextStr("en"));
    root.viewer_preferences().display_doc_title(!canvas.metadata.title.is_empty());
    if !layers.is_empty() {
        let mut all = root.insert(Name(b"OCProperties")).dict();
        all.insert(Name(b"OCGs")).array().items(layers.iter().copied());
        // Programs list layers from front to back.
        all.insert(Name(b"D")).dict().insert(Name(b"Order")).array().items(layers.iter().rev().copied());
        all.finish();
    }
    root.finish();
    for (layer, name) in layers.iter().zip(&canvas.layers) {
        pdf.indirect(*layer).dict().pair(Name(b"Type"), Name(b"OCG")).pair(Name(b"Name"), TextStr(name));
    }
    let made = concat!("portolan ", env!("CARGO_PKG_VERSION"));
    let mut about = pdf.document_info(information);
    about.creator(TextStr(made)).producer(TextStr(made));
    if !canvas.metadata.title.is_empty() {
        about.title(TextStr(&canvas.metadata.title));
    }
    if !canvas.metadata.description.is_empty() {
        about.subject(TextStr(&canvas.metadata.description));
    }
}

/// A font with the glyphs that occur, and their meanings.
fn write_font(pdf: &mut Chunk, typeface: &Typeface, id: Ref, refs: &mut Refs) -> io::Result<()> {
    let [cid, descriptor, file, meanings] = [(); 4].map(|()| refs.next());
    let font = &typeface.font;
    let data = subsetter::subset(font.data(), 0, &typeface.numbers).map_err(io::Error::other)?;
    let name = format!("{}+{}", tag(typeface), font.name().replace(' ', ""));
    let name = Name(name.as_bytes());
    let thousandths = |units: f64| (1000.0 * units / font.units_per_em()).round() as f32;

    pdf.type0_font(id)
        .base_font(name)
        .encoding_predefined(Name(b"Identity-H"))
        .descendant_font(cid)
        .to_unicode(meanings);
    let mut face = pdf.cid_font(cid);
    // Outlines of cubic curves (CFF) make another kind of font than those of quadratic ones.
    let is_cubic = data.starts_with(b"OTTO");
    let kind = if is_cubic { CidFontType::Type0 } else { CidFontType::Type2 };
    face.subtype(kind).base_font(name).system_info(IDENTITY).font_descriptor(descriptor).default_width(0.0);
    if !is_cubic {
        face.cid_to_gid_map_predefined(Name(b"Identity"));
    }
    let mut widths = face.widths();
    for (code, advance) in &typeface.advances {
        widths.consecutive(*code, [*advance as f32]);
    }
    widths.finish();
    face.finish();
    let bounds = font.bounds();
    let [x0, y0, x1, y1] = [bounds.x0, bounds.y0, bounds.x1, bounds.y1].map(thousandths);
    let mut about = pdf.font_descriptor(descriptor);
    about
        .name(name)
        .flags(FontFlags::SYMBOLIC)
        .bbox(Rect::new(x0, y0, x1, y1))
        .italic_angle(0.0)
        .ascent(thousandths(font.ascent()))
        .descent(-thousandths(font.descent()))
        .cap_height(thousandths(font.cap_height()))
        .stem_v(80.0);
    if is_cubic {
        about.font_file3(file);
    } else {
        about.font_file2(file);
    }
    about.finish();
    let length = data.len() as i32;
    let data = compress_to_vec_zlib(&data, LEVEL);
    let mut stream = pdf.stream(file, &data);
    stream.filter(Filter::FlateDecode);
    if is_cubic {
        stream.pair(Name(b"Subtype"), Name(b"OpenType"));
    } else {
        stream.pair(Name(b"Length1"), length);
    }
    stream.finish();

    let mut map = UnicodeCmap::new(Name(b"portolan"), IDENTITY);
    for (code, text) in &typeface.meanings {
        map.pair_with_multiple(*code, text.chars());
    }
    let data = compress_to_vec_zlib(map.finish().as_slice(), LEVEL);
    pdf.cmap(meanings, &data).filter(Filter::FlateDecode);
    Ok(())
}

/// The outline of a glyph, stroked as whoever draws it says.
fn write_outline(pdf: &mut Chunk, typeface: &Typeface, glyph: u32, id: Ref) {
    let outline = typeface.font.outline(glyph);
    let mut content = Content::default();
    content.path(outline, 0);
    content.out.push('S');
    let data = compress_to_vec_zlib(content.out.as_bytes(), LEVEL);
    // The halo reaches beyond the outline by less than an em.
    let room = typeface.font.units_per_em();
    let bounds = outline.bounding_box().inflate(room, room);
    let [x0, y0, x1, y1] = [bounds.x0, bounds.y0, bounds.x1, bounds.y1].map(|side| side.round() as f32);
    pdf.form_xobject(id, &data).bbox(Rect::new(x0, y0, x1, y1)).filter(Filter::FlateDecode);
}

/// Six letters that differ where the glyphs do, as names of parts of fonts begin with (Fowler, Noll & Vo's hash).
fn tag(typeface: &Typeface) -> String {
    let glyphs = typeface.numbers.remapped_gids();
    let mut hash = glyphs.fold(0xcbf2_9ce4_8422_2325_u64, |hash, glyph| {
        glyph.to_be_bytes().iter().fold(hash, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3))
    });
    let mut letters = String::new();
    for _ in 0..6 {
        letters.push(char::from(b'A' + (hash % 26) as u8));
        hash /= 26;
    }
    letters
}
