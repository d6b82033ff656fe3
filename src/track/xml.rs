//! XML as a row of events, with line numbers. Entities are never expanded, so none can grow.

use quick_xml::Reader;
use quick_xml::events::Event;

use super::error::Problem;

/// A document that is being read.
pub(super) struct Xml<'a> {
    text: &'a str,
    reader: Reader<&'a [u8]>,
    root: &'static str,
    open: usize,
    has_root: bool,
}

impl<'a> Xml<'a> {
    /// A document whose root element is called `root`.
    pub fn new(text: &'a str, root: &'static str) -> Self {
        let mut reader = Reader::from_str(text);
        // `<trkpt …/>` comes as a start and an end.
        reader.config_mut().expand_empty_elements = true;
        // An `&` by itself is a mistake, but one in a name, which is not read.
        reader.config_mut().allow_dangling_amp = true;
        Xml { text, reader, root, open: 0, has_root: false }
    }

    /// The next event; `None` after the last.
    pub fn next(&mut self) -> Result<Option<Event<'a>>, Problem> {
        let event = self.reader.read_event().map_err(|error| {
            Problem::new(format!("is no XML: {error}")).at(self.text, self.reader.error_position() as usize)
        })?;
        match &event {
            Event::Start(element) => {
                if self.open == 0 {
                    let name = element.local_name();
                    if self.has_root {
                        return Err(self.here(Problem::new(format!("goes on with <{}> after its end", name.as_ref()))));
                    }
                    if name.as_ref() != self.root {
                        return Err(self.here(self.not_root(name.as_ref())));
                    }
                    self.has_root = true;
                }
                self.open += 1;
            }
            Event::End(_) => self.open = self.open.saturating_sub(1),
            Event::Eof if !self.has_root => return Err(Problem::new(format!("has no <{}> in it", self.root))),
            Event::Eof if self.open > 0 => {
                return Err(
                    self.here(Problem::new("ends before all its elements do").help("the file seems to be cut off"))
                );
            }
            Event::Eof => return Ok(None),
            _ => {}
        }
        Ok(Some(event))
    }

    /// How many bytes have been read.
    pub fn offset(&self) -> usize {
        self.reader.buffer_position() as usize
    }

    /// The problem, with the line that was read last.
    pub fn here(&self, problem: Problem) -> Problem {
        problem.at(self.text, self.offset())
    }

    fn not_root(&self, name: &str) -> Problem {
        Problem::new(format!("its outermost element is <{name}>, not <{}>", self.root))
            .help("the extension of the file has to tell its format")
    }
}
