//! Reading a route file: bytes, text, tree, route.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::decode::{self, Context};
use super::keys;
use super::parameters::{Parameter, parameters};
use super::tree::{Node, Table, TextError, decode_text, read_json, read_toml};
use super::wrong::{Wrong, either, nearest, shown};
use super::{Document, Documents, Route, Span, overrides};
use crate::diagnostic::catalog::{MISSING_KEY, SYNTAX, UNKNOWN_VARIANT, UNREADABLE, WRONG_TYPE};
use crate::diagnostic::{Diagnostic, Location, Severity};

/// The largest route file, in bytes: a hostile one takes some fifty times as much memory while it is parsed.
const LARGEST: u64 = 16 * 1024 * 1024;
const SMALLEST: &str = "the smallest route is title = \"…\" and one [[legs]] with mode = \"sea\", from = \"…\" and \
                        to = \"…\"; `portolan new route.toml` writes one to start from";

/// What to read, and what to change in it before it is decoded.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The route file: JSON if it ends in `.json`, otherwise TOML; `-` is standard input, TOML.
    pub path: &'a Path,
    /// The `--set` arguments, `KEY=VALUE`.
    pub sets: &'a [String],
    /// The variant whose changes are made before those of `sets`.
    pub variant: Option<&'a str>,
}

/// A route without mistakes, and what else is worth knowing about its file.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The route.
    pub route: Route,
    /// Warnings and notes.
    pub diagnostics: Vec<Diagnostic>,
    /// The file's tree after the changes.
    tree: Node,
}

impl Reading {
    /// Every parameter with its value, in the file's order, after the changes.
    pub fn parameters(&self) -> Vec<Parameter> {
        parameters(&self.tree)
    }
}

/// How messages call standard input.
const STDIN: &str = "<stdin>";

/// Reads a route file.
///
/// # Errors
/// Everything that is wrong with it, in its order; after a syntax error that one alone.
pub fn read(input: &Input) -> Result<Reading, Vec<Diagnostic>> {
    Draft::open(input.path)?.read(input.sets, &[], input.variant)
}

/// Reads a route from a text. `name` stands in messages, and tells JSON from TOML by its extension.
///
/// # Errors
/// As [`read`].
///
/// ```
/// use portolan::route::read_text;
/// let text = "title = \"An alleged shipment\"\n[[legs]]\nmode = \"sea\"\nfrom = \"Najin, KP\"\nto = \"unknown\"";
/// let reading = read_text("route.toml", text, &[], None).unwrap();
/// assert_eq!(reading.route.legs.len(), 1);
/// ```
pub fn read_text(name: &str, text: &str, sets: &[String], variant: Option<&str>) -> Result<Reading, Vec<Diagnostic>> {
    Draft::of_text(name, text).read(sets, &[], variant)
}

/// A route file that was opened and split into its keys and values, which can be read with changes as often as wanted.
#[derive(Clone, Debug)]
pub struct Draft {
    document: Document,
    json: bool,
    root: Result<Node, (Wrong, Span)>,
}

impl Draft {
    /// Opens a route file: JSON if it ends in `.json`, otherwise TOML; `-` is standard input.
    ///
    /// # Errors
    /// It is not there, or no text. What is wrong with the text is told when it is read.
    pub fn open(path: &Path) -> Result<Draft, Vec<Diagnostic>> {
        let name = path.display().to_string();
        let bytes = read_bytes(path).map_err(|wrong| vec![unplaced(wrong)])?;
        let text = decode_text(bytes).map_err(|error| vec![not_text(&name, *error)])?;
        Ok(Draft::of_text(if name == "-" { STDIN } else { &name }, &text))
    }

    /// A text, as [`read_text`] takes it.
    pub fn of_text(name: &str, text: &str) -> Draft {
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        // Standard input has no extension; no route in TOML starts with a brace.
        let json = Path::new(name).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"))
            || (name == STDIN && text.trim_start().starts_with('{'));
        let root = if text.trim().is_empty() {
            Err((Wrong::new(&MISSING_KEY, format!("{} is empty", shown(name))).help(SMALLEST), Span::default()))
        } else if json {
            read_json(text, 1)
        } else {
            read_toml(text, 1)
        };
        let root = root.and_then(|root| not_empty(name, root));
        Draft { document: Document { name: name.to_owned(), text: text.to_owned() }, json, root }
    }

    /// Reads it with the changes of a variant, then those of `sets` and of `varied`: `KEY=VALUE` each, told apart in messages as
    /// `--set` and `--vary`.
    ///
    /// # Errors
    /// As [`read`].
    pub fn read(&self, sets: &[String], varied: &[String], variant: Option<&str>) -> Result<Reading, Vec<Diagnostic>> {
        let mut documents = Documents(vec![self.document.clone()]);
        documents.0.extend(overrides::documents("--set", sets).chain(overrides::documents("--vary", varied)));
        let mut context = Context::new(&documents, self.json);
        let changes: Vec<&String> = sets.iter().chain(varied).collect();
        let route = match self.root.clone() {
            Ok(root) => decode(&mut context, root, &self.document.name, &changes, variant),
            Err((wrong, span)) => {
                context.wrong(span, wrong);
                None
            }
        };
        let failed = context.failed();
        let diagnostics = context.findings.finish();
        match route {
            Some((route, tree)) if !failed => Ok(Reading { route: Route { documents, ..route }, diagnostics, tree }),
            // What is only worth knowing would stand between the user and what has to be mended.
            _ => Err(diagnostics.into_iter().filter(|found| found.severity > Severity::Note).collect()),
        }
    }
}

fn not_empty(name: &str, root: Node) -> Result<Node, (Wrong, Span)> {
    match root.table() {
        None => {
            let message = format!("a route is a table of keys and values, not {}", root.what());
            Err((Wrong::new(&WRONG_TYPE, message).help("write it between { and }"), root.span))
        }
        Some(table) if table.entries.is_empty() => {
            Err((Wrong::new(&MISSING_KEY, format!("{} holds no key", shown(name))).help(SMALLEST), Span::default()))
        }
        Some(_) => Ok(root),
    }
}

/// Makes the changes and decodes the tree. Mistakes are in `context`.
fn decode(
    context: &mut Context,
    mut root: Node,
    name: &str,
    sets: &[&String],
    variant: Option<&str>,
) -> Option<(Route, Node)> {
    if let Some(variant) = variant {
        let changes = variant_changes(context, &root, variant)?;
        decode::apply(context, &mut root, changes);
    }
    for (at, argument) in sets.iter().enumerate() {
        if let Some(change) = overrides::read_set(context, &root, argument, at + 2) {
            decode::apply(context, &mut root, vec![change]);
        }
    }
    decode::check(context, keys::root(), "the route", &root, &Table::default());
    let stem = Path::new(name).file_stem().map_or("route".to_owned(), |stem| stem.to_string_lossy().into_owned());
    let route = decode::build(context, &root, if name == STDIN { "route" } else { &stem });
    Some((route, root))
}

fn variant_changes(context: &mut Context, root: &Node, variant: &str) -> Option<Vec<decode::Change>> {
    let variants = root.get("variants").and_then(Node::table).cloned().unwrap_or_default();
    let Some(found) = variants.get(variant) else {
        let wrong = Wrong::new(&UNKNOWN_VARIANT, format!("the route has no variant `{}`", shown(variant)));
        let names: Vec<&str> = variants.entries.iter().map(|entry| entry.key.value.as_str()).take(20).collect();
        let help = match nearest(variant, names.iter().copied()) {
            Some(name) => format!("did you mean `{name}`?"),
            None if names.is_empty() => "it defines none; write [variants.NAME] with set = { … }".to_owned(),
            None => format!("its variants are {}", either(names)),
        };
        context.wrong(Span::default(), wrong.help(help));
        return None;
    };
    Some(found.get("set").and_then(Node::table).map(decode::flatten).unwrap_or_default())
}

fn read_bytes(path: &Path) -> Result<Vec<u8>, Wrong> {
    let mut bytes = Vec::new();
    let unreadable = |error: &io::Error| {
        let name = shown(&path.display().to_string());
        let (what, help) = match error.kind() {
            io::ErrorKind::NotFound => {
                ("there is no file", "check the path; `portolan new FILE` writes a file to start from")
            }
            io::ErrorKind::PermissionDenied => ("may not be read:", "check the file's permissions"),
            io::ErrorKind::IsADirectory => ("is a folder:", "name a file in it"),
            _ => ("could not be read:", "check the path"),
        };
        let message = if what.ends_with(':') {
            format!("`{name}` {}", what.trim_end_matches(':'))
        } else {
            format!("{what} `{name}`")
        };
        Wrong::new(&UNREADABLE, message).help(help)
    };
    if path == Path::new("-") {
        io::stdin().lock().take(LARGEST + 1).read_to_end(&mut bytes).map_err(|error| unreadable(&error))?;
    } else {
        let file = File::open(path).map_err(|error| unreadable(&error))?;
        if file.metadata().is_ok_and(|data| data.is_dir()) {
            return Err(unreadable(&io::ErrorKind::IsADirectory.into()));
        }
        file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|error| unreadable(&error))?;
    }
    if bytes.len() as u64 > LARGEST {
        let message = format!("`{}` is larger than 16 MB", shown(&path.display().to_string()));
        return Err(Wrong::new(&UNREADABLE, message).help("a route file is a few kilobytes; is it the right one?"));
    }
    Ok(bytes)
}

fn unplaced(wrong: Wrong) -> Diagnostic {
    Diagnostic { help: wrong.help, ..Diagnostic::error(wrong.kind, wrong.message) }
}

fn not_text(name: &str, error: TextError) -> Diagnostic {
    let documents = Documents(vec![Document { name: name.to_owned(), text: error.text }]);
    let location: Option<Location> = documents.locate(error.span);
    Diagnostic::error(&SYNTAX, error.message).at(location).help(error.help)
}
