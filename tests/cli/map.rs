//! `portolan map`: pictures.

use crate::program::{SHIPPED, portolan, route, str};

/// Width and height, as the file's header says.
fn png_size(bytes: &[u8]) -> (u32, u32) {
    assert_eq!(&bytes[..8], b"\x89PNG\r\n\x1a\n");
    let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

#[test]
fn the_card_holds_figures_and_says_what_it_leaves_to_check() {
    let (folder, path) = route(
        "title = \"t\"\n[[legs]]\nmode = \"road\"\nfrom = \"Kyiv, UA\"\nto = \"Lviv, UA\"\ncarrier = \"one\"\n\
         [[claims]]\nsays = \"two\"\nabout = \"legs.1.carrier\"\n",
    );
    let svg = folder.path().join("a.svg");
    let draw = |route: &str| {
        let run = portolan(&["map", route, "-o", str(&svg)]);
        (std::fs::read_to_string(&svg).unwrap(), run.stderr)
    };
    let (alone, said) = draw(str(&path));
    assert!(alone.contains("aria-label=\"two\"") && !said.contains("leaves"), "{said}");
    let (shipped, said) = draw(SHIPPED);
    assert!(
        !shipped.contains("aria-label=\"at least 5 trips\"") && said.contains("leaves 3 claims to `portolan check`"),
        "{said}"
    );
}

#[test]
fn the_shipped_route_is_drawn_at_its_size_in_a_folder_that_did_not_exist() {
    let folder = tempfile::tempdir().unwrap();
    let [png, svg, pdf] = ["new/deep/a.png", "new/a.svg", "a.PDF"].map(|name| folder.path().join(name));
    let run = portolan(&["map", SHIPPED, "-o", str(&png), "-o", str(&svg), "-o", str(&pdf)]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(png_size(&std::fs::read(png).unwrap()), (2400, 1350));
    let pdf = std::fs::read(pdf).unwrap();
    let frame = String::from_utf8_lossy(&pdf);
    assert!(frame.starts_with("%PDF-1.7") && frame.contains("/MediaBox[0 0 1800 1012.5]"));
    assert!(frame.contains("/Title(From Najin to Tikhoretsk)") && frame.contains("+Inter-Bold"));
    let svg = std::fs::read_to_string(svg).unwrap();
    assert!(svg.starts_with("<?xml") || svg.starts_with("<svg"), "{}", &svg[..80]);
    for words in
        ["Ammunition depot near Tikhoretsk", "Najin", "Natural Earth", "as recognised", "about 290 mi", "disagrees"]
    {
        assert!(svg.contains(words), "{words}");
    }
}

#[test]
fn size_and_projection_can_be_chosen() {
    let folder = tempfile::tempdir().unwrap();
    let png = folder.path().join("a.png");
    let run = portolan(&["map", SHIPPED, "--size", "800x800", "--projection", "mercator", "-o", str(&png)]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stderr.contains("Mercator"), "{}", run.stderr);
    assert_eq!(png_size(&std::fs::read(png).unwrap()), (800, 800));
}

#[test]
fn every_projection_can_be_asked_for_by_its_name() {
    let folder = tempfile::tempdir().unwrap();
    for (name, told) in [
        ("equal-earth", "Equal Earth, centred on 87° E"),
        ("natural-earth", "Natural Earth, centred on 87° E"),
        ("robinson", "Robinson, centred on 87° E"),
        ("mercator", "Mercator, centred on 87° E"),
        ("transverse-mercator", "transverse Mercator, central meridian 87° E"),
        ("oblique-mercator", "oblique Mercator along the great circle through"),
        ("lambert-conformal-conic", "Lambert conformal conic, standard parallels"),
        ("albers-equal-area", "Albers equal-area conic, standard parallels"),
        ("azimuthal-equal-area", "Lambert azimuthal equal-area, centred on"),
        ("azimuthal-equidistant", "azimuthal equidistant, centred on"),
        ("orthographic", "orthographic, centred on"),
    ] {
        let svg = folder.path().join(format!("{name}.svg"));
        let run = portolan(&["map", SHIPPED, "--projection", name, "-o", str(&svg)]);
        assert_eq!(run.code, 0, "{name}: {}", run.stderr);
        assert!(run.stderr.contains(told) && run.stderr.contains("(as asked)"), "{name}: {}", run.stderr);
    }
    let run = portolan(&["map", SHIPPED, "--projection", "robinsn"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("`robinson`"), "{}", run.stderr);
}

#[test]
fn the_map_is_told_in_words_on_request_and_in_every_file() {
    let run = portolan(&["map", SHIPPED, "--alt"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(!run.stderr.contains("wrote"), "no picture was asked for: {}", run.stderr);
    for words in [
        "Map of a route: From Najin to Tikhoretsk.",
        "It has 2 legs, in all ",
        "Leg 1, reported, goes by sea from Najin to Dunay: ",
        "Leg 2, inferred, goes by rail from Dunay by way of Ussuriysk, ",
        "The distance from Ammunition depot near Tikhoretsk to the border of Ukraine is computed as 201 km (125 mi).",
        "“about 290 km” (KBS World) disagree with that; those of “about 125 mi” (The New York Times)",
        "Boundaries are drawn as they are recognised internationally.",
    ] {
        assert!(run.stdout.contains(words), "{words} is not in {}", run.stdout);
    }
    let folder = tempfile::tempdir().unwrap();
    for extension in ["png", "svg", "pdf"] {
        let path = folder.path().join("a").with_extension(extension);
        assert_eq!(portolan(&["map", SHIPPED, "-o", str(&path)]).code, 0);
        let bytes = std::fs::read(path).unwrap();
        let file = String::from_utf8_lossy(&bytes);
        let key = match extension {
            "png" => "Description\0",
            "svg" => "<desc>Map of a route: From Najin to Tikhoretsk.",
            // In UTF-16, since there are quotation marks in it.
            _ => "/Subject",
        };
        assert!(file.contains(key), "{extension}");
    }
}

#[test]
fn what_is_unknown_is_told_in_words_too() {
    let (_folder, path) = route(
        "title = \"Where?\"\n[[legs]]\nmode = \"sea\"\nfrom = \"Rajin, KP\"\nto = \"unknown\"\n\
         [[claims]]\nsays = \"3 days\"\nduration = { legs = [1] }\n",
    );
    let run = portolan(&["map", str(&path), "--alt"]);
    let words = "goes by sea from Rajin to an unknown place; its length is not known.";
    assert!(run.stdout.contains(words), "{} {}", run.stdout, run.stderr);
    assert!(
        run.stdout.contains("time of leg 1 is not computed. The report of “3 days” can't be judged."),
        "{}",
        run.stdout
    );
}

#[test]
fn text_of_an_svg_can_stay_text() {
    let folder = tempfile::tempdir().unwrap();
    let svg = folder.path().join("a.svg");
    assert_eq!(portolan(&["map", SHIPPED, "--svg-text", "-o", str(&svg)]).code, 0);
    let drawn = std::fs::read_to_string(svg).unwrap();
    assert!(drawn.contains(">Najin</text>") && !drawn.contains("<use"));
    for layer in ["coast", "borders", "legs", "labels"] {
        assert!(drawn.contains(&format!("<g id=\"{layer}\"")), "{layer}");
    }
    let run = portolan(&["map", SHIPPED, "--svg-text", "-o", str(&folder.path().join("a.png"))]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("--svg-text is for .svg"), "{}", run.stderr);
}

#[test]
fn the_same_route_gives_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let draw = |name: &str| {
        let path = folder.path().join(name);
        assert_eq!(portolan(&["map", SHIPPED, "-o", str(&path)]).code, 0);
        std::fs::read(path).unwrap()
    };
    assert!(draw("a.png") == draw("b.png"));
    assert!(draw("a.svg") == draw("b.svg"));
    assert!(draw("a.pdf") == draw("b.pdf"));
}

#[test]
fn every_kind_of_route_gives_a_map() {
    for (name, legs) in [
        ("across the date line", vec![("sea", "Shanghai, CN", "Los Angeles, US")]),
        ("north and south", vec![("sea", "Rotterdam, NL", "Lagos, NG")]),
        ("an unknown end", vec![("rail", "Omsk, RU", "unknown")]),
        ("nothing known", vec![("rail", "unknown", "somewhere")]),
        ("round the equator", vec![("air", "Quito, EC", "Nairobi, KE"), ("air", "Nairobi, KE", "Singapore, SG")]),
        ("a short hop", vec![("road", "Rotterdam, NL", "Delft, NL")]),
        (
            "around the world",
            vec![
                ("air", "Tokyo, JP", "San Francisco, US"),
                ("air", "San Francisco, US", "London, GB"),
                ("air", "London, GB", "Tokyo, JP"),
            ],
        ),
        ("the far south", vec![("sea", "Punta Arenas, CL", "Hobart, AU")]),
    ] {
        let mut text = format!("title = \"{name}\"\n[places.somewhere]\nname = \"Somewhere\"\n");
        for (mode, from, to) in legs {
            text += &format!("[[legs]]\nmode = \"{mode}\"\nfrom = \"{from}\"\nto = \"{to}\"\n");
        }
        let (folder, path) = route(&text);
        let png = folder.path().join("a.png");
        let run = portolan(&["map", str(&path), "--size", "600x400", "-o", str(&png)]);
        assert_eq!(run.code, 0, "{name}: {}", run.stderr);
        assert_eq!(png_size(&std::fs::read(png).unwrap()), (600, 400));
    }
}

#[test]
fn a_character_that_the_font_lacks_is_named() {
    let (folder, path) =
        route("title = \"나진 to Dunay\"\n[[legs]]\nmode = \"sea\"\nfrom = \"Rajin, KP\"\nto = \"Dunay, RU\"\n");
    let png = folder.path().join("a.png");
    let run = portolan(&["map", str(&path), "-o", str(&png)]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("U+B098") && run.stderr.contains("text/missing-glyph"), "{}", run.stderr);
    assert!(run.stderr.contains("--font"), "{}", run.stderr);
    assert!(!png.exists());
    let inter = folder.path().join("Inter-Regular.ttf");
    std::fs::write(&inter, include_bytes!("../../data/fonts/Inter-Regular.ttf")).unwrap();
    let again = portolan(&["map", str(&path), "-o", str(&png), "--font", str(&inter)]);
    assert_eq!(again.code, 2, "a font that lacks it, too");
    assert!(again.stderr.contains("U+B098"), "{}", again.stderr);
}

#[test]
fn a_file_that_is_no_font_is_named() {
    let (folder, path) = route("title = \"t\"\n[[legs]]\nmode = \"air\"\nfrom = \"Kyiv, UA\"\nto = \"Lviv, UA\"\n");
    for font in [str(&path).to_owned(), str(&folder.path().join("none.ttf")).to_owned()] {
        let run = portolan(&["map", str(&path), "-o", str(&folder.path().join("a.png")), "--font", &font]);
        assert_eq!(run.code, 2);
        assert!(run.stderr.contains(&font) && run.stderr.contains("name a .ttf or .otf file"), "{}", run.stderr);
    }
}

/// Fonts of the system that have Georgian letters; the program needs none, and this test passes over without them.
const GEORGIAN: [&str; 2] =
    ["/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", "/usr/share/fonts/truetype/freefont/FreeSans.ttf"];

#[test]
fn a_font_lends_the_letters_that_the_embedded_one_lacks() {
    let Some(font) = GEORGIAN.into_iter().find(|path| std::path::Path::new(path).is_file()) else {
        eprintln!("skipped: none of {GEORGIAN:?} is there");
        return;
    };
    let (folder, path) =
        route("title = \"თბილისი\"\n[[legs]]\nmode = \"air\"\nfrom = \"Batumi, GE\"\nto = \"Tbilisi, GE\"\n");
    let [svg, pdf] = ["a.svg", "a.pdf"].map(|name| folder.path().join(name));
    let run = portolan(&["map", str(&path), "-o", str(&svg), "-o", str(&pdf), "--svg-text", "--font", font]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let svg = std::fs::read_to_string(svg).unwrap();
    let title = svg.lines().find(|line| line.starts_with("<text") && line.contains("თბილისი")).unwrap();
    assert!(!title.contains("Inter"), "{title}");
    assert!(svg.lines().any(|line| line.contains("Inter") && line.contains("Batumi")), "others stay in their own");
    assert!(std::fs::metadata(pdf).unwrap().len() > 10_000);
}

#[test]
fn hostile_words_are_drawn_as_they_are() {
    let (folder, path) = route(
        "title = '<script>alert(\"&\")</script>'\n[[legs]]\nmode = \"sea\"\nfrom = \"Rajin, KP\"\nto = \"Dunay, RU\"\n",
    );
    let svg = folder.path().join("a.svg");
    assert_eq!(portolan(&["map", str(&path), "-o", str(&svg)]).code, 0);
    let svg = std::fs::read_to_string(svg).unwrap();
    assert!(!svg.contains("<script>") && svg.contains("&lt;script&gt;"));
}

#[test]
fn names_that_find_no_room_are_told() {
    let mut text = String::from("title = \"A crowd\"\n");
    let mut via = Vec::new();
    for number in 0..60 {
        let (lat, lon) = (50.0 + f64::from(number % 8) * 0.01, 10.0 + f64::from(number / 8) * 0.01);
        text += &format!("[places.p{number}]\nname = \"Crowded{number}\"\nlat = {lat}\nlon = {lon}\n");
        via.push(format!("p{number}"));
    }
    let (last, first) = (via.pop().unwrap(), via.remove(0));
    text += &format!("[[legs]]\nmode = \"road\"\nfrom = \"{first}\"\nto = \"{last}\"\nvia = {via:?}\n");
    let (folder, path) = route(&text);
    let svg = folder.path().join("a.svg");
    let run = portolan(&["map", str(&path), "--size", "600x400", "-o", str(&svg)]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let drawn = std::fs::read_to_string(svg).unwrap();
    for number in 0..60 {
        let name = format!("Crowded{number}<");
        let told = run.stderr.contains(&format!("`Crowded{number}` found no room"));
        assert!(told || drawn.contains(&name) || drawn.contains(&format!("\"Crowded{number}\"")), "{name}");
    }
    assert!(run.stderr.contains("sheet/label-left-out"));
}
