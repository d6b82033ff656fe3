//! XML as a tree, written by quick-xml.

use std::borrow::Cow;
use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// An element with its attributes and content.
pub(super) struct Element {
    name: Cow<'static, str>,
    attributes: Vec<(&'static str, String)>,
    content: Vec<Content>,
}

enum Content {
    Element(Element),
    Text(String),
}

impl Element {
    pub fn new(name: impl Into<Cow<'static, str>>) -> Element {
        Element { name: name.into(), attributes: Vec::new(), content: Vec::new() }
    }

    /// One with nothing but text in it.
    pub fn of_text(name: impl Into<Cow<'static, str>>, text: impl AsRef<str>) -> Element {
        let mut element = Element::new(name);
        element.content.push(Content::Text(writable(text.as_ref())));
        element
    }

    /// With an attribute.
    #[must_use]
    #[expect(clippy::needless_pass_by_value, reason = "numbers and texts alike, as they come")]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Element {
        self.attributes.push((name, writable(&value.to_string())));
        self
    }

    /// With an element in it, behind those that are there.
    #[must_use]
    pub fn child(mut self, child: Element) -> Element {
        self.content.push(Content::Element(child));
        self
    }

    /// With these elements in it, behind those that are there.
    #[must_use]
    pub fn children(mut self, children: impl IntoIterator<Item = Element>) -> Element {
        self.content.extend(children.into_iter().map(Content::Element));
        self
    }

    fn write(&self, writer: &mut Writer<Vec<u8>>) -> io::Result<()> {
        let mut start = BytesStart::new(&*self.name);
        for (name, value) in &self.attributes {
            start.push_attribute((*name, value.as_str()));
        }
        if self.content.is_empty() {
            return writer.write_event(Event::Empty(start));
        }
        writer.write_event(Event::Start(start))?;
        for content in &self.content {
            match content {
                Content::Element(element) => element.write(writer)?,
                Content::Text(text) => writer.write_event(Event::Text(BytesText::new(text)))?,
            }
        }
        writer.write_event(Event::End(BytesEnd::new(&*self.name)))
    }

    /// The document of which this is the root. `doctype` is what stands between `<!DOCTYPE` and `>`.
    pub fn document(&self, doctype: Option<&str>) -> io::Result<Vec<u8>> {
        let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
        writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
        if let Some(doctype) = doctype {
            writer.write_event(Event::DocType(BytesText::from_escaped(doctype)))?;
        }
        self.write(&mut writer)?;
        let mut bytes = writer.into_inner();
        bytes.push(b'\n');
        Ok(bytes)
    }
}

/// The text without what XML 1.0 cannot hold, not even as a number: most control characters.
fn writable(text: &str) -> String {
    let allowed =
        |c: char| !matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    text.chars().map(|c| if allowed(c) { c } else { char::REPLACEMENT_CHARACTER }).collect()
}
