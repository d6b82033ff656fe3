//! What can be written on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

pub use super::choices::{CheckFormat, Format, Units};

use super::turn_args::{ProfileArgs, SweepArgs, TimelineArgs};

/// Draws, measures and checks reported freight routes.
#[derive(Debug, Parser)]
#[command(version, propagate_version = true, arg_required_else_help = true)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Draw a map: .png, .svg or .pdf, by the extension of -o
    Map(MapArgs),
    /// Write the places, legs and claims for other programs, by the extension of -o
    Export(ExportArgs),
    /// List every attribute of every layer that export writes
    Attributes(AttributesArgs),
    /// Measure the legs, and add them up by mode
    Measure(MeasureArgs),
    /// Check every claim; exit code 1 if one disagrees
    Check(CheckArgs),
    /// Turn figures: lay the route with one value after the other, and see what changes
    Sweep(SweepArgs),
    /// Measure how far from something the journey is, and where it is at the reported distances
    Profile(ProfileArgs),
    /// Draw when the legs took place: reported dates against those that the other legs leave
    Timeline(TimelineArgs),
    /// Measure between two places, no file needed
    Distance(DistanceArgs),
    /// Tell what a name would be taken for, and what else it could be
    Places(PlacesArgs),
    /// List every parameter of a route file with its value
    Keys(KeysArgs),
    /// Write a commented route file to start from
    New(NewArgs),
    /// Write the JSON Schema of the route file, for editors
    Schema(SchemaArgs),
    /// Explain a diagnostic: what it means and what to do
    Explain(ExplainArgs),
}

/// A route file, and what to change in it.
#[derive(Args, Clone, Debug)]
pub struct RouteArgs {
    /// The route file, .toml or .json; - for standard input
    pub route: PathBuf,
    /// Set a parameter, by the file's own names: places.depot.radius="20 km"
    #[arg(long = "set", value_name = "KEY=VALUE")]
    pub sets: Vec<String>,
    /// Take this variant of the route
    #[arg(long, value_name = "NAME")]
    pub variant: Option<String>,
    #[command(flatten)]
    pub networks: NetworkArgs,
}

/// What legs are laid on.
#[derive(Args, Clone, Debug)]
pub struct NetworkArgs {
    /// Lay legs by rail on the lines of this file instead of the embedded rails: .geojson, .gpx, .kml or .csv
    #[arg(long, value_name = "FILE")]
    pub rail_network: Option<PathBuf>,
}

/// How often legs are laid again.
#[derive(Args, Clone, Copy, Debug)]
pub struct SampleArgs {
    /// How often legs over networks are laid again between other positions within the places' radii, to see how far
    /// distances may be off [default: 48 for measure, none for export and map; a map draws these tracks, too]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(0..=100_000))]
    pub samples: Option<u32>,
    /// Which positions are drawn: the same seed gives the same figures
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
}

#[derive(Args, Debug)]
pub struct MapArgs {
    #[command(flatten)]
    pub route: RouteArgs,
    #[command(flatten)]
    pub samples: SampleArgs,
    /// Where to draw, by extension; several at once [default: output/ROUTE.png]
    #[arg(short, long, value_name = "FILE")]
    pub output: Vec<PathBuf>,
    /// auto, equal-earth, natural-earth, robinson, mercator, transverse-mercator, oblique-mercator,
    /// lambert-conformal-conic, albers-equal-area, azimuthal-equal-area, azimuthal-equidistant or orthographic
    #[arg(long, value_name = "NAME")]
    pub projection: Option<String>,
    /// Keep text as text in .svg, for editing; by default it is drawn as outlines, which need no font
    #[arg(long)]
    pub svg_text: bool,
    /// Print what the map shows, in words; draws only to what -o names
    #[arg(long)]
    pub alt: bool,
    /// Width and height in pixels: 2400x1350; or wide, square, portrait, column, a4, a4-landscape
    #[arg(long, value_name = "WxH")]
    pub size: Option<String>,
    /// Pixels for each of the size: 2 for high-density screens
    #[arg(long, value_name = "FACTOR")]
    pub scale: Option<String>,
    /// light, dark, print or mono
    #[arg(long, value_name = "NAME")]
    pub theme: Option<String>,
    /// The language of the names of countries, seas and cities: en, uk, ru, ko, zh or ja; the last three need --font
    #[arg(long, value_name = "CODE")]
    pub lang: Option<String>,
    /// A font, .ttf or .otf, for lines with letters that the embedded one does not have
    #[arg(long, value_name = "FILE")]
    pub font: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub struct ExportArgs {
    #[command(flatten)]
    pub route: RouteArgs,
    #[command(flatten)]
    pub samples: SampleArgs,
    /// Where to write, by extension; several at once: .geojson, .gpkg, .csv (a file for each layer), .fgb (the same), .kml, .gpx, .jsonld,
    /// .qgz (a project of QGIS with a .gpkg beside it)
    /// [default: output/ROUTE.geojson]
    #[arg(short, long, value_name = "FILE")]
    pub output: Vec<PathBuf>,
    /// How far lines, read as straight, may stray from the geodesics [default: 100 m]
    #[arg(long, value_name = "LENGTH")]
    pub densify: Option<String>,
    /// Write GeoJSON as FILE.points.geojson and FILE.lines.geojson, each with a style for QGIS beside it
    #[arg(long)]
    pub split: bool,
}

#[derive(Args, Debug)]
pub struct AttributesArgs {
    /// How to write it
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    /// Where to write; - for standard output
    #[arg(short, long, value_name = "FILE", default_value = "-")]
    pub output: PathBuf,
}

#[derive(Args, Debug)]
pub struct MeasureArgs {
    #[command(flatten)]
    pub report: ReportArgs,
    #[command(flatten)]
    pub samples: SampleArgs,
}

#[derive(Args, Debug)]
pub struct CheckArgs {
    #[command(flatten)]
    pub route: RouteArgs,
    /// How to write it
    #[arg(long, value_enum, default_value_t)]
    pub format: CheckFormat,
    /// The unit of distances in text
    #[arg(long, value_enum, default_value_t)]
    pub units: Units,
    /// Where to write; - for standard output
    #[arg(short, long, value_name = "FILE", default_value = "-")]
    pub output: PathBuf,
}

#[derive(Args, Debug)]
pub struct ReportArgs {
    #[command(flatten)]
    pub route: RouteArgs,
    /// How to write it
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    /// The unit of distances in text
    #[arg(long, value_enum, default_value_t)]
    pub units: Units,
    /// Where to write; - for standard output
    #[arg(short, long, value_name = "FILE", default_value = "-")]
    pub output: PathBuf,
}

#[derive(Args, Debug, Clone)]
pub struct DistanceArgs {
    /// A name, a UN/LOCODE, or LAT,LON
    #[arg(allow_hyphen_values = true, required_unless_present = "pairs")]
    pub from: Option<String>,
    /// A name, a UN/LOCODE, or LAT,LON
    #[arg(allow_hyphen_values = true, required_unless_present = "pairs")]
    pub to: Option<String>,
    /// A table of pairs: columns from, to (names or UN/LOCODEs) or `from_lat`, `from_lon`, `to_lat`, `to_lon`; optional
    /// mode, avoid, through; whatever else is kept. Results are added as columns, to -o OUT.csv or as tracks to OUT.geojson
    #[arg(long, value_name = "IN.csv", conflicts_with_all = ["from", "to", "format", "units"])]
    pub pairs: Option<PathBuf>,
    /// sea, rail, road, inland-waterway or air
    #[arg(long, default_value = "sea")]
    pub mode: String,
    /// A place on the way; several in their order
    #[arg(long, value_name = "PLACE")]
    pub via: Vec<String>,
    /// A passage (suez, panama …) or, by rail, a country that may not be used
    #[arg(long, value_name = "NAME")]
    pub avoid: Vec<String>,
    /// A passage that must be used
    #[arg(long, value_name = "NAME")]
    pub through: Vec<String>,
    /// A country that may be used, by rail; all others may not
    #[arg(long, value_name = "CODE")]
    pub within: Vec<String>,
    #[command(flatten)]
    pub networks: NetworkArgs,
    /// How to write it
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    /// The unit of distances in text
    #[arg(long, value_enum, default_value_t)]
    pub units: Units,
    /// Also write the track, as GeoJSON
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub struct KeysArgs {
    #[command(flatten)]
    pub route: RouteArgs,
    /// How to write it
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
    /// Where to write; - for standard output
    #[arg(short, long, value_name = "FILE", default_value = "-")]
    pub output: PathBuf,
}

#[derive(Args, Debug)]
pub struct PlacesArgs {
    /// A name, with the country if there are several: "Paris, FR"
    pub query: String,
    /// How to write it
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

#[derive(Args, Debug)]
pub struct NewArgs {
    /// The file to write; it must not be there yet; - for standard output
    pub file: PathBuf,
    /// Start from points and lines that were drawn elsewhere: .geojson, .gpx, .kml, or .csv with columns lat and lon
    #[arg(long, value_name = "DRAWING")]
    pub from: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub struct SchemaArgs {
    /// Where to write; - for standard output
    #[arg(short, long, value_name = "FILE", default_value = "-")]
    pub output: PathBuf,
}

#[derive(Args, Debug)]
pub struct ExplainArgs {
    /// The id that stands below a diagnostic, such as claim/unit-slip; without it all are listed
    pub id: Option<String>,
}
