#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use std::collections::BTreeMap;

use miniz_oxide::inflate::decompress_to_vec_zlib;
use portolan::canvas::{
    Canvas, Color, Face, FillRule, Fonts, Halo, Lettering, Metadata, PageSize, PdfCanvas, Point, Rect, Stroke, circle,
    rectangle,
};

use crate::{BLUE, RED, everything, page, regular, square};

/// What a PDF file says outside of its streams, and its streams, unpacked.
struct File {
    bytes: usize,
    frame: String,
    streams: Vec<String>,
}

fn file(size: PageSize, metadata: &Metadata, draw: impl Fn(&mut dyn Canvas)) -> File {
    let mut canvas = PdfCanvas::new(size, Color::WHITE, metadata);
    draw(&mut canvas);
    let mut bytes = Vec::new();
    canvas.write(&mut bytes).unwrap();
    assert!(bytes.starts_with(b"%PDF-1.7") && bytes.trim_ascii_end().ends_with(b"%%EOF"));
    let position = |from: usize, word: &[u8]| {
        bytes[from..].windows(word.len()).position(|window| window == word).map(|at| from + at)
    };
    let (mut frame, mut streams, mut at) = (String::new(), Vec::new(), 0);
    while let Some(start) = position(at, b"stream\n") {
        frame += &String::from_utf8_lossy(&bytes[at..start]);
        let end = position(start, b"\nendstream").unwrap();
        let data = decompress_to_vec_zlib(&bytes[start + 7..end]).expect("streams are compressed");
        streams.push(String::from_utf8_lossy(&data).into_owned());
        at = end + 10;
    }
    frame += &String::from_utf8_lossy(&bytes[at..]);
    File { bytes: bytes.len(), frame, streams }
}

fn drawn(draw: impl Fn(&mut dyn Canvas)) -> File {
    file(page(600, 400), &Metadata::default(), draw)
}

impl File {
    /// What the page draws.
    fn content(&self) -> &str {
        self.streams.iter().find(|stream| stream.contains(" cm\n")).unwrap()
    }

    /// The words that whoever reads or searches the file finds: glyphs by what the font says that they mean.
    fn words(&self) -> Vec<String> {
        let maps = self.streams.iter().filter(|stream| stream.contains("beginbfchar"));
        let maps: Vec<BTreeMap<&str, String>> = maps.map(|map| map.lines().filter_map(meaning).collect()).collect();
        let mut words = Vec::new();
        for line in self.content().lines().filter(|line| line.starts_with("BT /F")) {
            let font: usize = line["BT /F".len()..].split(' ').next().unwrap().parse().unwrap();
            let codes = line.split('<').skip(1).map(|rest| rest.split('>').next().unwrap());
            let glyphs = codes.flat_map(|codes| (0..codes.len() / 4).map(move |at| &codes[4 * at..4 * at + 4]));
            words.push(glyphs.map(|code| maps[font][code].as_str()).collect());
        }
        words
    }
}

/// `<0001> <004E>`
fn meaning(line: &str) -> Option<(&str, String)> {
    let (code, text) = line.strip_prefix('<')?.strip_suffix('>')?.split_once("> <")?;
    let units = (0..text.len() / 4).map(|at| u16::from_str_radix(&text[4 * at..4 * at + 4], 16).unwrap());
    Some((code, String::from_utf16(&units.collect::<Vec<u16>>()).unwrap()))
}

#[test]
fn words_in_a_pdf_are_found_and_found_once() {
    let fonts = Fonts::embedded();
    let halo = Some(Halo { color: Color::WHITE, width_px: 3.0 });
    let file = drawn(|canvas| {
        for (line, (text, face)) in
            [("Najin", Face::Bold), ("Тихорецк – 290 mi", Face::Regular), ("Ωραία office", Face::Regular)]
                .iter()
                .enumerate()
        {
            let run = fonts.shape(text, Lettering::new(*face, 20.0)).unwrap();
            canvas.glyphs(&run, Point::new(50.0, 50.0 + 40.0 * line as f64), -20.0, Color::BLACK, halo);
        }
    });
    assert_eq!(file.words(), ["Najin", "Тихорецк – 290 mi", "Ωραία office"]);
    assert!(file.content().contains(" Do"), "halos are outlines");
}

#[test]
fn words_whose_letters_are_spaced_are_found_as_words() {
    let run = Fonts::embedded().shape("KOREA", regular(20.0).spaced(6.0)).unwrap();
    let file = drawn(|canvas| canvas.glyphs(&run, Point::new(50.0, 50.0), 0.0, Color::BLACK, None));
    assert!(file.content().contains("/ActualText<feff004b004f005200450041>"), "{}", file.content());
}

#[test]
fn glyphs_stand_where_they_were_set() {
    let run = Fonts::embedded().shape("AVATAR, Wy", regular(50.0)).unwrap();
    let file = drawn(|canvas| canvas.glyphs(&run, Point::new(50.0, 80.0), 0.0, Color::BLACK, None));
    // In thousandths of the size of type: a glyph advances by its width, and a number goes back by that much.
    let widths = file.frame.split("/W[").nth(1).unwrap().split("]]").next().unwrap().replace(['[', ']'], " ");
    let figures: Vec<f64> = widths.split_whitespace().map(|figure| figure.parse().unwrap()).collect();
    let width = |code: usize| figures.chunks(2).find(|pair| pair[0] as usize == code).unwrap()[1];
    let line = file.content().lines().find(|line| line.starts_with("BT")).unwrap();
    let shown = line.split_once('[').unwrap().1.split_once("]TJ").unwrap().0;
    let (mut pen, mut places) = (0.0, Vec::new());
    for part in shown.split_inclusive(['<', '>']) {
        if let Some(codes) = part.strip_suffix('>') {
            for at in 0..codes.len() / 4 {
                places.push(pen);
                pen += width(usize::from_str_radix(&codes[4 * at..4 * at + 4], 16).unwrap());
            }
        } else if let Ok(back) = part.trim_end_matches('<').parse::<f64>() {
            pen -= back;
        }
    }
    assert_eq!(places.len(), run.glyphs().len());
    for (place, glyph) in places.iter().zip(run.glyphs()) {
        assert!((place * 50.0 / 1000.0 - glyph.x).abs() < 0.03, "{place} is not {}", glyph.x);
    }
}

#[test]
fn a_pdf_page_is_as_large_as_its_resolution_says() {
    let a4 = file(page(2480, 3508), &Metadata { dpi: 300.0, ..Metadata::default() }, |_| ());
    assert!(a4.frame.contains("/MediaBox[0 0 595.2 841.92]"), "{}", a4.frame);
    assert!(drawn(|_| ()).frame.contains("/MediaBox[0 0 450 300]"), "96 to the inch, as in CSS");
}

#[test]
fn a_pdf_holds_only_the_glyphs_that_occur_and_no_date() {
    let metadata = Metadata { title: "Najin (и \\ дальше)".into(), ..Metadata::default() };
    let drawing = file(page(200, 100), &metadata, everything);
    assert!(drawing.bytes < 20_000, "{} bytes: the whole font has more", drawing.bytes);
    assert!(drawing.frame.contains("/FontFile2") && drawing.frame.contains("/Title"), "{}", drawing.frame);
    assert!(!drawing.frame.contains("Date"));
}

#[test]
fn groups_are_layers_in_a_pdf_and_what_is_left_open_is_closed() {
    let file = drawn(|canvas| {
        canvas.begin_group("legs");
        canvas.push_clip(&circle(Point::new(100.0, 100.0), 80.0));
        canvas.fill(&square(20.0, 180.0), FillRule::EvenOdd, BLUE);
        canvas.end_group();
        canvas.pop_clip();
        canvas.begin_group("labels");
        canvas.push_clip(&rectangle(Rect::new(0.0, 0.0, 10.0, 10.0)));
    });
    let lines = |wanted: &str| file.content().lines().filter(|line| line.ends_with(wanted)).count();
    assert_eq!((lines("BDC"), lines("EMC")), (2, 2));
    assert_eq!((lines("q"), lines("Q")), (2, 2));
    assert!(file.frame.contains("/OCProperties") && file.frame.contains("/Name(legs)"), "{}", file.frame);
}

#[test]
fn opacity_dashes_and_holes_are_kept_in_a_pdf() {
    let file = drawn(|canvas| {
        canvas.fill(&square(10.0, 50.0), FillRule::EvenOdd, RED.with_opacity(0.5));
        let stroke = Stroke::new(2.5).with_dashes(-1.0, [6.0, 3.0]);
        canvas.stroke(&square(10.0, 50.0), &stroke, BLUE);
        canvas.stroke(&square(20.0, 60.0), &stroke, BLUE);
    });
    assert!(file.content().contains("f*\n") && file.content().contains("/A128 gs\n"), "{}", file.content());
    assert_eq!(file.content().matches("[6 3] 17 d\n").count(), 1, "state is written where it changes");
    assert!(file.frame.contains("/ca 0.5"), "{}", file.frame);
}
