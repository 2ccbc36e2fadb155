//! What the styles of a Word document give to paragraphs: numbers, capitals, bold, hidden text,
//! headings; each from the style itself or from the one that it is based on.

use std::collections::BTreeMap;

use roxmltree::Node;

use super::xml::{attribute, child, children, switch, value};

/// Styles based on each other deeper than this, or in a ring, give nothing more.
const DEEPEST: usize = 20;

#[derive(Debug, Default)]
pub struct Styles {
    styles: BTreeMap<String, Style>,
    /// The style of paragraphs that name none.
    default: Option<String>,
}

#[derive(Debug, Default)]
struct Style {
    based_on: Option<String>,
    numbering: InList,
    is_heading: bool,
    look: Look,
}

/// In which list a paragraph stands, as far as it is said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InList {
    pub list: Option<String>,
    pub level: Option<usize>,
    /// The style that said so.
    pub style: Option<String>,
}

/// How text looks, as far as it is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    pub bold: Option<bool>,
    pub caps: Option<bool>,
    pub hidden: Option<bool>,
}

impl Look {
    pub fn read(properties: Option<Node>) -> Look {
        Look {
            bold: switch(properties, "b"),
            caps: switch(properties, "caps"),
            hidden: switch(properties, "vanish"),
        }
    }

    /// What is said here, and else what is said there.
    pub fn or(self, other: Look) -> Look {
        Look {
            bold: self.bold.or(other.bold),
            caps: self.caps.or(other.caps),
            hidden: self.hidden.or(other.hidden),
        }
    }
}

impl InList {
    /// From `w:numPr`.
    pub fn read(properties: Option<Node>) -> InList {
        let Some(numbering) = properties.and_then(|properties| child(properties, "numPr")) else {
            return InList::default();
        };
        InList {
            list: value(numbering, "numId").map(str::to_owned),
            level: value(numbering, "ilvl").and_then(|level| level.parse().ok()),
            style: None,
        }
    }
}

impl Styles {
    pub fn read(root: Node) -> Styles {
        let mut styles = Styles::default();
        for node in children(root, "style") {
            let Some(id) = attribute(node, "styleId") else { continue };
            let paragraph = child(node, "pPr");
            let is_heading = paragraph
                .and_then(|properties| value(properties, "outlineLvl"))
                .is_some_and(|level| level != "9");
            let style = Style {
                based_on: value(node, "basedOn").map(str::to_owned),
                numbering: InList::read(paragraph),
                is_heading,
                look: Look::read(child(node, "rPr")),
            };
            if attribute(node, "type") == Some("paragraph")
                && matches!(attribute(node, "default"), Some("1" | "true"))
            {
                styles.default = Some(id.to_owned());
            }
            styles.styles.insert(id.to_owned(), style);
        }
        styles
    }

    /// The style of a paragraph that names this one, or none.
    pub fn of_paragraph<'style>(&'style self, named: Option<&'style str>) -> Option<&'style str> {
        named.or(self.default.as_deref())
    }

    pub fn numbering(&self, style: &str) -> InList {
        let mut found = InList::default();
        for (name, style) in self.chain(style) {
            if found.list.is_none() && style.numbering.list.is_some() {
                found.list = style.numbering.list.clone();
                found.style = Some(name.to_owned());
            }
            found.level = found.level.or(style.numbering.level);
        }
        found
    }

    pub fn look(&self, style: &str) -> Look {
        self.chain(style).fold(Look::default(), |look, (_, style)| look.or(style.look))
    }

    pub fn is_heading(&self, style: &str) -> bool {
        self.chain(style).any(|(_, style)| style.is_heading)
    }

    /// The style and those that it is based on.
    fn chain<'style>(
        &'style self,
        style: &'style str,
    ) -> impl Iterator<Item = (&'style str, &'style Style)> {
        let found = |name: &'style str| self.styles.get(name).map(|style| (name, style));
        std::iter::successors(found(style), move |(_, style)| found(style.based_on.as_deref()?))
            .take(DEEPEST)
    }
}
