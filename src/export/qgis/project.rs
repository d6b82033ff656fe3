//! A project of QGIS: the layers of the `GeoPackage` beside it, grouped and in their order, in the map's own projection,
//! zoomed to the route.

use std::io;

use geo::Point;

use super::super::attributes::Geometry;
use super::super::features::Filled;
use super::super::look;
use super::super::xml::Element;
use super::super::zip;
use super::style as style_elements;
use crate::geodesy::wgs84;
use crate::journey::Journey;
use crate::projection::{Azimuthal, Choice, Earth, Projection};
use crate::sheet::{Ground, theme::Theme};

/// The project as a `.qgz`. `name` is that of the file and of the package beside it, without the extension; `route` and
/// `base` are the package's layers, each from back to front.
pub(in super::super) fn qgz(
    journey: &Journey,
    ground: &Ground,
    name: &str,
    route: &[Filled],
    base: &[Filled],
) -> io::Result<Vec<u8>> {
    let title = &journey.route.title;
    let crs = crs(&ground.choice);
    let group = |name: &str, layers: &[Filled], file: &str| {
        Element::new("layer-tree-group")
            .with("name", name)
            .with("checked", "Qt::Checked")
            .with("expanded", 1)
            .children(layers.iter().rev().map(|filled| tree_layer(filled, file)))
    };
    let tree = Element::new("layer-tree-group").child(group("Route", route, name)).child(group("Ground", base, name));
    let layers = base.iter().chain(route).map(|filled| map_layer(filled, name));
    let document = Element::new("qgis")
        .with("projectname", title)
        .with("version", "3.22.0")
        .child(Element::of_text("title", title))
        .child(Element::new("projectCrs").child(crs()))
        .child(tree)
        .child(canvas(ground, crs()))
        .child(Element::new("projectlayers").children(layers))
        .child(properties())
        .child(view(ground, crs()))
        .document(Some("qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'"))?;
    Ok(zip::archive(&[(format!("{name}.qgs"), document)]))
}

fn source(filled: &Filled, file: &str) -> String {
    format!("./{file}.gpkg|layername={}", filled.layer.name)
}

fn id(filled: &Filled) -> String {
    format!("portolan_{}", filled.layer.name)
}

fn tree_layer(filled: &Filled, file: &str) -> Element {
    Element::new("layer-tree-layer")
        .with("id", id(filled))
        .with("name", filled.layer.name)
        .with("source", source(filled, file))
        .with("providerKey", "ogr")
        .with("checked", "Qt::Checked")
        .with("expanded", u8::from(filled.layer.name == "legs"))
}

fn map_layer(filled: &Filled, file: &str) -> Element {
    let geometry = match filled.layer.geometry {
        Geometry::Points => "Point",
        Geometry::Lines => "Line",
        Geometry::Areas => "Polygon",
        Geometry::Nothing => "No geometry",
    };
    let look = look::look(filled, false);
    let layer = Element::new("maplayer")
        .with("type", "vector")
        .with("geometry", geometry)
        .with("labelsEnabled", u8::from(look.labels.is_some()))
        .child(Element::of_text("id", id(filled)))
        .child(Element::of_text("datasource", source(filled, file)))
        .child(Element::of_text("layername", filled.layer.name))
        .child(Element::of_text("abstract", filled.layer.meaning))
        .child(Element::of_text("provider", "ogr").with("encoding", "UTF-8"))
        .child(Element::new("srs").child(wgs84_degrees()));
    if filled.layer.geometry == Geometry::Nothing { layer } else { layer.children(style_elements(&look)) }
}

fn canvas(ground: &Ground, crs: Element) -> Element {
    let [west, south, east, north] = extent(ground);
    let corner = |name: &'static str, value: f64| Element::of_text(name, format!("{value:.0}"));
    let extent = Element::new("extent")
        .child(corner("xmin", west))
        .child(corner("ymin", south))
        .child(corner("xmax", east))
        .child(corner("ymax", north));
    Element::new("mapcanvas")
        .with("name", "theMapCanvas")
        .with("annotationsVisible", 1)
        .child(Element::of_text("units", "meters"))
        .child(extent)
        .child(Element::of_text("rotation", "0"))
        .child(Element::new("destinationsrs").child(crs))
}

/// What is shown when the project is opened.
fn view(ground: &Ground, crs: Element) -> Element {
    let [west, south, east, north] = extent(ground).map(|value| format!("{value:.0}"));
    let extent = Element::new("DefaultViewExtent")
        .with("xmin", west)
        .with("ymin", south)
        .with("xmax", east)
        .with("ymax", north)
        .child(crs);
    Element::new("ProjectViewSettings").with("UseProjectScales", 0).child(Element::new("Scales")).child(extent)
}

/// The route's extent on the map, in metres, with a margin.
fn extent(ground: &Ground) -> [f64; 4] {
    let mapping = ground.choice.projection.on(Earth::wgs84());
    let rotation = ground.choice.projection.aspect(ground.choice.rotation);
    let place = |point: &Point| {
        let turned = rotation.rotate(*point);
        let [x, y] = mapping.forward(turned.x().to_radians(), turned.y().to_radians());
        [x * 1000.0 * wgs84::EQUATOR_KM, y * 1000.0 * wgs84::EQUATOR_KM]
    };
    let mut all = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];
    for [x, y] in ground.extent.iter().map(place).filter(|at| at.iter().all(|value| value.is_finite())) {
        all = [all[0].min(x), all[1].min(y), all[2].max(x), all[3].max(y)];
    }
    let margin = 0.08 * (all[2] - all[0]).max(all[3] - all[1]);
    [all[0] - margin, all[1] - margin, all[2] + margin, all[3] + margin]
}

/// The map's projection, in the words of PROJ.
fn crs(choice: &Choice) -> impl Fn() -> Element {
    // Adding nothing makes -0 a plain 0.
    let (lon_0, lat_0) = (0.0 - choice.rotation.lambda, 0.0 - choice.rotation.phi);
    let formula = match choice.projection {
        Projection::LambertConformalConic { lat_1, lat_2 } => {
            format!("+proj=lcc +lat_0=0 +lon_0={lon_0} +lat_1={lat_1} +lat_2={lat_2}")
        }
        Projection::AlbersEqualArea { lat_1, lat_2 } => {
            format!("+proj=aea +lat_0=0 +lon_0={lon_0} +lat_1={lat_1} +lat_2={lat_2}")
        }
        Projection::EqualEarth => format!("+proj=eqearth +lon_0={lon_0}"),
        Projection::NaturalEarth => format!("+proj=natearth +lon_0={lon_0}"),
        Projection::Robinson => format!("+proj=robin +lon_0={lon_0}"),
        Projection::Mercator => format!("+proj=merc +lon_0={lon_0}"),
        Projection::TransverseMercator => format!("+proj=tmerc +lat_0={lat_0} +lon_0={lon_0} +k=1"),
        Projection::ObliqueMercator { azimuth } => {
            let azimuth = libm::remainder(azimuth, 180.0);
            format!("+proj=omerc +lat_0={lat_0} +lonc={lon_0} +alpha={azimuth} +k=1")
        }
        Projection::Azimuthal(azimuthal) => {
            let name = match azimuthal {
                Azimuthal::EqualArea => "laea",
                Azimuthal::Equidistant => "aeqd",
                Azimuthal::Orthographic => "ortho",
            };
            format!("+proj={name} +lat_0={lat_0} +lon_0={lon_0}")
        }
    };
    let proj = format!("{formula} +x_0=0 +y_0=0 +datum=WGS84 +units=m +no_defs");
    let name = choice.describe();
    move || {
        Element::new("spatialrefsys")
            .child(Element::of_text("proj4", &proj))
            .child(Element::of_text("srsid", "0"))
            .child(Element::of_text("srid", "0"))
            .child(Element::of_text("authid", ""))
            .child(Element::of_text("description", &name))
            .child(Element::of_text("geographicflag", "false"))
    }
}

/// What the layers are in.
fn wgs84_degrees() -> Element {
    Element::new("spatialrefsys")
        .child(Element::of_text("proj4", "+proj=longlat +datum=WGS84 +no_defs"))
        .child(Element::of_text("srid", "4326"))
        .child(Element::of_text("authid", "EPSG:4326"))
        .child(Element::of_text("geographicflag", "true"))
}

/// The sea behind everything; names whole or not at all; sources of layers relative to the project.
fn properties() -> Element {
    let sea = Theme::LIGHT.sea;
    let number = |name: &'static str, value: u8| Element::of_text(name, value.to_string()).with("type", "int");
    Element::new("properties")
        .child(
            Element::new("Gui")
                .child(number("CanvasColorRedPart", sea.red))
                .child(number("CanvasColorGreenPart", sea.green))
                .child(number("CanvasColorBluePart", sea.blue)),
        )
        .child(Element::new("PAL").child(Element::of_text("ShowingPartialsLabels", "false").with("type", "bool")))
        .child(Element::new("SpatialRefSys").child(number("ProjectionsEnabled", 1)))
        .child(Element::new("Paths").child(Element::of_text("Absolute", "false").with("type", "bool")))
}
