//! What the styles of a Word document give to paragraphs: numbers, headings, and how their text
//! looks; each from the style itself, from the one that it is based on, or from what the document
//! says of all text.

use std::collections::BTreeMap;
use std::sync::Arc;

use roxmltree::Node;

use super::letters::Raise;
use super::xml::{attribute, child, children, switch, value};

/// Styles based on each other deeper than this, or in a ring, give nothing more.
const DEEPEST: usize = 20;

#[derive(Clone, Debug, Default)]
pub struct Styles {
    styles: BTreeMap<String, Style>,
    /// The style of paragraphs that name none.
    default: Option<String>,
    /// How all text looks of which nothing else is said.
    all: Look,
    theme: Theme,
}

/// The fonts that a document's theme gives by the names `major` and `minor`.
#[derive(Clone, Debug, Default)]
pub struct Theme {
    major: Option<Arc<str>>,
    minor: Option<Arc<str>>,
}

#[derive(Clone, Debug, Default)]
struct Style {
    /// Whether it is of the lines of a table of contents.
    is_of_contents: bool,
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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Look {
    pub bold: Option<bool>,
    pub caps: Option<bool>,
    pub hidden: Option<bool>,
    pub struck: Option<bool>,
    pub raise: Option<Raise>,
    /// Moved by hand from where Word would put it.
    pub moved: Option<Raise>,
    /// The font of letters that are not ASCII.
    pub font: Option<Arc<str>>,
}

impl Look {
    pub fn read(properties: Option<Node>, theme: &Theme) -> Look {
        Look {
            bold: switch(properties, "b"),
            caps: switch(properties, "caps"),
            hidden: switch(properties, "vanish"),
            struck: switch(properties, "strike").or(switch(properties, "dstrike")),
            raise: properties.and_then(raise),
            moved: properties.and_then(moved),
            font: properties
                .and_then(|properties| child(properties, "rFonts"))
                .and_then(|fonts| theme.font(fonts)),
        }
    }

    /// What is said here, and else what is said there.
    pub fn or(self, other: &Look) -> Look {
        Look {
            bold: self.bold.or(other.bold),
            caps: self.caps.or(other.caps),
            hidden: self.hidden.or(other.hidden),
            struck: self.struck.or(other.struck),
            raise: self.raise.or(other.raise),
            moved: self.moved.or(other.moved),
            font: self.font.or_else(|| other.font.clone()),
        }
    }
}

/// Where a run stands beside the line, by Word's own names.
fn raise(properties: Node) -> Option<Raise> {
    Some(match value(properties, "vertAlign")? {
        "superscript" => Raise::Above,
        "subscript" => Raise::Below,
        _ => Raise::On,
    })
}

/// Where a run stands beside the line, by how far it was moved.
fn moved(properties: Node) -> Option<Raise> {
    /// In half points: what is moved less is moved for the eye alone.
    const LEAST: i32 = 4;
    let by: i32 = value(properties, "position")?.parse().ok()?;
    Some(match by {
        LEAST.. => Raise::Above,
        _ if by <= -LEAST => Raise::Below,
        _ => Raise::On,
    })
}

impl Theme {
    pub fn read(root: Node) -> Theme {
        let font = |wanted: &str| {
            let fonts = root.descendants().find(|node| super::xml::name(*node) == wanted)?;
            let named = attribute(child(fonts, "latin")?, "typeface")?;
            (!named.is_empty()).then(|| Arc::from(named))
        };
        Theme { major: font("majorFont"), minor: font("minorFont") }
    }

    /// The font of letters that are not ASCII, from `w:rFonts`. A theme's font stands over a name.
    fn font(&self, fonts: Node) -> Option<Arc<str>> {
        let of_theme = |wanted: &str| {
            let named = attribute(fonts, wanted)?;
            if named.starts_with("major") { self.major.clone() } else { self.minor.clone() }
        };
        let named = |wanted: &str| attribute(fonts, wanted).map(Arc::from);
        of_theme("hAnsiTheme")
            .or_else(|| named("hAnsi"))
            .or_else(|| of_theme("asciiTheme"))
            .or_else(|| named("ascii"))
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
    pub fn read(root: Option<Node>, theme: Theme) -> Styles {
        let mut styles = Styles { theme, ..Styles::default() };
        let Some(root) = root else { return styles };
        let all = child(root, "docDefaults")
            .and_then(|defaults| child(defaults, "rPrDefault"))
            .and_then(|defaults| child(defaults, "rPr"));
        styles.all = Look::read(all, &styles.theme);
        for node in children(root, "style") {
            let Some(id) = attribute(node, "styleId") else { continue };
            let paragraph = child(node, "pPr");
            let is_heading = paragraph
                .and_then(|properties| value(properties, "outlineLvl"))
                .is_some_and(|level| level != "9");
            let is_of_contents = value(node, "name")
                .and_then(|name| name.to_lowercase().strip_prefix("toc ").map(str::to_owned))
                .is_some_and(|level| level.bytes().all(|byte| byte.is_ascii_digit()));
            let style = Style {
                is_of_contents,
                based_on: value(node, "basedOn").map(str::to_owned),
                numbering: InList::read(paragraph),
                is_heading,
                look: Look::read(child(node, "rPr"), &styles.theme),
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

    /// How the text of a paragraph looks that names this style, or none.
    pub fn look_of_paragraph(&self, style: Option<&str>) -> Look {
        style.map(|style| self.look(style)).unwrap_or_default().or(&self.all)
    }

    /// How a run looks in a paragraph: by what it says, by its own style, by the paragraph's.
    pub fn look_of_run(&self, properties: Option<Node>, paragraph: &Look) -> Look {
        let style = properties
            .and_then(|properties| value(properties, "rStyle"))
            .map(|style| self.look(style))
            .unwrap_or_default();
        Look::read(properties, &self.theme).or(&style).or(paragraph)
    }

    fn look(&self, style: &str) -> Look {
        self.chain(style).fold(Look::default(), |look, (_, style)| look.or(&style.look))
    }

    pub fn is_heading(&self, style: &str) -> bool {
        self.chain(style).any(|(_, style)| style.is_heading)
    }

    pub fn is_of_contents(&self, style: &str) -> bool {
        self.styles.get(style).is_some_and(|style| style.is_of_contents)
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
