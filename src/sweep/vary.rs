//! One `--vary` argument.

use crate::diagnostic::Diagnostic;
use crate::diagnostic::catalog::NOT_A_RANGE;
use crate::route::{Document, Documents, Span, Wrong};

use super::values::Values;

/// A parameter and the values that it takes.
#[derive(Clone, Debug, PartialEq)]
pub struct Vary {
    /// The parameter, by its path in the file: `places.depot.on.distance`.
    pub key: String,
    /// Its values.
    pub values: Values,
}

impl Vary {
    /// Reads `KEY=FROM..TO:STEP` or `KEY=VALUE,VALUE,…`.
    ///
    /// # Errors
    /// No key, or values that can't be read, with their place in the argument. Whether the route has the key shows when it is read.
    ///
    /// # Example
    /// ```
    /// use portolan::sweep::Vary;
    ///
    /// let vary = Vary::parse("places.depot.on.distance=200mi..400mi:10mi").unwrap();
    /// assert_eq!((vary.values.len(), vary.values.at(9)), (21, "290 mi".to_owned()));
    /// ```
    pub fn parse(argument: &str) -> Result<Vary, Box<Diagnostic>> {
        let equals = argument.find('=').filter(|at| !argument[..*at].trim().is_empty());
        let Some(equals) = equals else {
            let wrong = Wrong::new(&NOT_A_RANGE, "a parameter is missing, or its values are");
            return Err(at(
                argument,
                0,
                &wrong.help("write KEY=FROM..TO:STEP, as places.depot.on.distance=200mi..400mi:10mi"),
            ));
        };
        let values = Values::parse(&argument[equals + 1..]).map_err(|wrong| at(argument, equals + 1, &wrong))?;
        Ok(Vary { key: argument[..equals].trim().to_owned(), values })
    }
}

fn at(argument: &str, start: usize, wrong: &Wrong) -> Box<Diagnostic> {
    let documents = Documents(vec![Document { name: "--vary".to_owned(), text: argument.to_owned() }]);
    let found = Diagnostic::error(wrong.kind, wrong.message.clone());
    let found = found.at(documents.locate(Span { document: 1, start, end: argument.len() }));
    Box::new(Diagnostic { help: wrong.help.clone(), ..found })
}
