//! Small steps in Word's XML. Names are taken without their namespaces, since there are two sets of
//! these for the same elements.

use roxmltree::{Document, Node, ParsingOptions};

/// The most nodes that a part may have.
const MOST_NODES: u32 = 4_000_000;
/// Elements nested deeper than this are of no document that a person wrote; shallower ones are no
/// danger to those who go into them.
const DEEPEST: usize = 256;

/// A part as a tree. Entities of the document's own are refused: Word writes none.
pub fn parse(text: &str) -> Option<Document<'_>> {
    let parsed = Document::parse_with_options(
        text,
        ParsingOptions { allow_dtd: false, nodes_limit: MOST_NODES, ..ParsingOptions::default() },
    )
    .ok()?;
    (!is_too_deep(parsed.root())).then_some(parsed)
}

fn is_too_deep(root: Node) -> bool {
    let (mut node, mut depth) = (root, 0);
    loop {
        if let Some(child) = node.first_child() {
            (node, depth) = (child, depth + 1);
            if depth > DEEPEST {
                return true;
            }
            continue;
        }
        while node.next_sibling().is_none() {
            let Some(parent) = node.parent() else { return false };
            (node, depth) = (parent, depth - 1);
        }
        node = node.next_sibling().expect("it has one");
    }
}

pub fn name<'input>(node: Node<'_, 'input>) -> &'input str {
    node.tag_name().name()
}

pub fn children<'tree, 'input: 'tree>(
    node: Node<'tree, 'input>,
    wanted: &'static str,
) -> impl Iterator<Item = Node<'tree, 'input>> {
    node.children().filter(move |child| name(*child) == wanted)
}

pub fn child<'tree, 'input: 'tree>(
    node: Node<'tree, 'input>,
    wanted: &'static str,
) -> Option<Node<'tree, 'input>> {
    children(node, wanted).next()
}

/// An attribute, whatever its namespace.
pub fn attribute<'tree>(node: Node<'tree, '_>, wanted: &str) -> Option<&'tree str> {
    node.attributes()
        .find(|attribute| attribute.name() == wanted)
        .map(|attribute| attribute.value())
}

/// The `val` of a child.
pub fn value<'tree, 'input: 'tree>(
    node: Node<'tree, 'input>,
    wanted: &'static str,
) -> Option<&'tree str> {
    attribute(child(node, wanted)?, "val")
}

pub fn number(node: Node, wanted: &'static str) -> Option<u32> {
    value(node, wanted)?.parse().ok()
}

/// Whether a switch is on: it is where it stands and says nothing else.
pub fn is_on(node: Node) -> bool {
    !matches!(attribute(node, "val"), Some("0" | "false" | "off" | "none"))
}

/// Whether a field of contents holds a table of contents that Word made.
pub fn is_gallery_of_contents(node: Node) -> bool {
    child(node, "sdtPr")
        .and_then(|properties| child(properties, "docPartObj"))
        .and_then(|object| value(object, "docPartGallery"))
        == Some("Table of Contents")
}

/// A switch among properties, where it is said.
pub fn switch(properties: Option<Node>, wanted: &'static str) -> Option<bool> {
    child(properties?, wanted).map(is_on)
}
