//! A Word document to what it says. Tracked insertions are in, deletions are not; numbers that Word
//! sets by itself are written out; what cannot be carried over (pictures, equations, signs of
//! symbol fonts) is told with its place.

use std::collections::BTreeMap;

use roxmltree::Node;

use super::NotRead;
use super::document::{Block, Count, Document, Paragraph, Span, Words};
use super::numbering::{Label, Numbering};
use super::package::Package;
use super::styles::{InList, Look, Styles};
use super::tables::{self, Row};
use super::xml::{self, attribute, child, name, value};

pub fn read(bytes: &[u8]) -> Result<Document, NotRead> {
    let package = Package::open(bytes)?;
    let path = target(&package, "_rels/.rels", "", "/officeDocument")?.ok_or(NotRead::NoText)?;
    let folder = path.rfind('/').map_or("", |at| &path[..=at]).to_owned();
    let relations = format!("{folder}_rels/{}.rels", &path[folder.len()..]);
    let part = |kind: &str| -> Result<Option<String>, NotRead> {
        match target(&package, &relations, &folder, kind)? {
            Some(path) => Ok(package.text(&path)?),
            None => Ok(None),
        }
    };
    let (styles, numbering, footnotes, endnotes) =
        (part("/styles")?, part("/numbering")?, part("/footnotes")?, part("/endnotes")?);
    let text = package.text(&path)?.ok_or(NotRead::NoText)?;
    let parsed = xml::parse(&text).ok_or(NotRead::Malformed)?;
    let styles = of_part(styles.as_deref(), Styles::read)?;
    let numbering = of_part(numbering.as_deref(), Numbering::read)?;
    let mut reader = Reader { styles, numbering, ..Reader::default() };
    let body = child(parsed.root_element(), "body").ok_or(NotRead::NoText)?;
    let mut blocks = Vec::new();
    reader.blocks(body, &mut blocks);
    let footnotes =
        footnotes.as_deref().map(|text| xml::parse(text).ok_or(NotRead::Malformed)).transpose()?;
    let endnotes =
        endnotes.as_deref().map(|text| xml::parse(text).ok_or(NotRead::Malformed)).transpose()?;
    let (footnotes, endnotes) = (by_id(footnotes.as_ref()), by_id(endnotes.as_ref()));
    let mut notes = Vec::new();
    // Marks may stand in notes too: the list grows while it is read.
    while let Some((kind, id)) = reader.notes.get(notes.len()).cloned() {
        let found = if kind == "endnoteReference" {
            endnotes.get(id.as_str())
        } else {
            footnotes.get(id.as_str())
        };
        let mut blocks = Vec::new();
        if let Some(note) = found {
            reader.blocks(*note, &mut blocks);
        }
        notes.push(tables::in_lines(blocks));
    }
    if let Some(font) = reader.legacy_font {
        return Err(NotRead::LegacyFont(font));
    }
    Ok(Document { blocks, notes, remarks: reader.remarks })
}

/// The notes of a part.
fn by_id<'tree>(
    part: Option<&'tree roxmltree::Document>,
) -> BTreeMap<&'tree str, Node<'tree, 'tree>> {
    let notes = part.into_iter().flat_map(|part| part.root_element().children());
    notes.filter_map(|note| Some((attribute(note, "id")?, note))).collect()
}

/// What is made of a part, or of none.
fn of_part<T: Default>(text: Option<&str>, read: impl FnOnce(Node) -> T) -> Result<T, NotRead> {
    match text {
        Some(text) => Ok(read(xml::parse(text).ok_or(NotRead::Malformed)?.root_element())),
        None => Ok(T::default()),
    }
}

/// The part that the relations of another name for a purpose.
fn target(
    package: &Package,
    relations: &str,
    folder: &str,
    kind: &str,
) -> Result<Option<String>, NotRead> {
    let Some(text) = package.text(relations)? else { return Ok(None) };
    let parsed = xml::parse(&text).ok_or(NotRead::Malformed)?;
    let found = parsed
        .root_element()
        .children()
        .find(|node| attribute(*node, "Type").is_some_and(|named| named.ends_with(kind)));
    Ok(found.and_then(|node| attribute(node, "Target")).map(|target| {
        match target.strip_prefix('/') {
            Some(whole) => whole.to_owned(),
            None => format!("{folder}{target}"),
        }
    }))
}

#[derive(Default)]
struct Reader {
    styles: Styles,
    numbering: Numbering,
    remarks: super::document::Remarks,
    /// The kind and the id of each note that a mark leads to, in the order of the marks.
    notes: Vec<(String, String)>,
    /// Where each of them stands in the list.
    note_places: BTreeMap<(String, String), usize>,
    /// How the last paragraph began, to say where something stands.
    last: String,
    /// The words of a paragraph whose end was deleted, so that the next goes on with it.
    carried: Words,
    /// A font whose letters are not those that Unicode has in their place.
    legacy_font: Option<String>,
}

/// A paragraph as it is read.
#[derive(Default)]
struct Open {
    words: Words,
    /// How many letters were bold, and how many not.
    bold: usize,
    plain: usize,
    boxes: Vec<Block>,
}

impl Reader {
    fn blocks(&mut self, parent: Node, out: &mut Vec<Block>) {
        for node in parent.children().filter(Node::is_element) {
            match name(node) {
                "p" => self.paragraph(node, out),
                "tbl" => self.table(node, out),
                "sdt" => {
                    if let Some(content) = child(node, "sdtContent") {
                        self.blocks(content, out);
                    }
                }
                "ins" | "moveTo" | "customXml" | "smartTag" => self.blocks(node, out),
                "del" | "moveFrom" => self.remarks.count(Count::Deleted),
                "AlternateContent" => {
                    if let Some(choice) = node.children().find(Node::is_element) {
                        self.blocks(choice, out);
                    }
                }
                "altChunk" => self.cannot_carry(
                    &Words::default(),
                    "một tệp khác gắn vào văn bản",
                    "another file that is put in",
                ),
                "oMathPara" | "oMath" => {
                    let mut open = Open::default();
                    self.inline(node, Look::default(), &mut open);
                    out.push(Block::Paragraph(Paragraph {
                        words: open.words,
                        ..Paragraph::default()
                    }));
                }
                _ => {}
            }
        }
    }

    fn paragraph(&mut self, node: Node, out: &mut Vec<Block>) {
        let properties = child(node, "pPr");
        let named = properties.and_then(|properties| value(properties, "pStyle"));
        let style = self.styles.of_paragraph(named).map(str::to_owned);
        let look = style.as_deref().map(|style| self.styles.look(style)).unwrap_or_default();
        let mut open = Open::default();
        self.inline(node, look, &mut open);
        let mut words = std::mem::take(&mut self.carried);
        words.append(open.words);
        let mark = properties.and_then(|properties| child(properties, "rPr"));
        if mark
            .is_some_and(|mark| child(mark, "del").is_some() || child(mark, "moveFrom").is_some())
        {
            self.carried = words;
            out.extend(open.boxes);
            return;
        }
        // Word counts a paragraph of a list also where it is empty.
        let label = self.label(properties, style.as_deref());
        let mut paragraph = Paragraph::default();
        if !words.is_empty() {
            match label {
                Label::Number(number) => {
                    self.remarks.count(Count::ComputedLabels);
                    paragraph.words.push(&format!("{} ", number.trim()));
                }
                Label::Bullet(sign) => {
                    let is_plus = sign == '+';
                    if !is_plus && !matches!(sign, '-' | '–' | '−' | '\u{ad}') {
                        self.remarks.count(Count::Bullets);
                    }
                    paragraph.bullet = Some(if is_plus { '+' } else { '-' });
                }
                Label::Unknown(format) => {
                    let shown = words.beginning();
                    self.remarks.look_at(
                        format!("trước “{shown}” có số thứ tự dạng “{format}” không tính được: hãy điền vào chỗ ‹ ›"),
                        format!("before “{shown}” stands a number of the form “{format}” that cannot be computed: fill it in between the ‹ ›"),
                    );
                    paragraph.words.push("‹điền số thứ tự in ở đây› ");
                }
                Label::None => {}
            }
            self.last = words.beginning();
            paragraph.is_bold = open.plain == 0 && open.bold > 0
                || style.is_some_and(|style| self.styles.is_heading(&style));
            paragraph.words.append(words);
            out.push(Block::Paragraph(paragraph));
        }
        out.extend(open.boxes);
    }

    /// The label that Word prints before the paragraph.
    fn label(&mut self, properties: Option<Node>, style: Option<&str>) -> Label {
        let own = InList::read(properties);
        let of_style = style.map(|style| self.styles.numbering(style)).unwrap_or_default();
        let list = own.list.clone().or(of_style.list.clone());
        let Some(list) = list.filter(|list| list != "0") else { return Label::None };
        // A style's level is the one that the list gives to it.
        let by_style = of_style
            .style
            .as_deref()
            .filter(|_| own.list.is_none())
            .and_then(|style| self.numbering.level_of_style(&list, style));
        let level = own.level.or(by_style).or(of_style.level).unwrap_or(0);
        self.numbering.label(&list, level, &self.styles).unwrap_or(Label::None)
    }

    /// What stands in a line: runs, and what holds runs.
    fn inline(&mut self, parent: Node, look: Look, open: &mut Open) {
        for node in parent.children().filter(Node::is_element) {
            match name(node) {
                "r" => self.run(node, look, open),
                "ins" | "moveTo" | "hyperlink" | "smartTag" | "fldSimple" | "customXml" | "dir"
                | "bdo" => self.inline(node, look, open),
                "sdt" => {
                    if let Some(content) = child(node, "sdtContent") {
                        self.inline(content, look, open);
                    }
                }
                "del" | "moveFrom" => self.remarks.count(Count::Deleted),
                "oMath" | "oMathPara" => {
                    self.cannot_carry(&open.words, "một công thức", "an equation");
                    open.words.push(" ‹điền công thức in ở đây› ");
                }
                "AlternateContent" => {
                    if let Some(choice) = node.children().find(Node::is_element) {
                        self.inline(choice, look, open);
                    }
                }
                _ => {}
            }
        }
    }

    fn run(&mut self, run: Node, look: Look, open: &mut Open) {
        let properties = child(run, "rPr");
        let style = properties
            .and_then(|properties| value(properties, "rStyle"))
            .map(|style| self.styles.look(style))
            .unwrap_or_default();
        let look = Look::read(properties).or(style).or(look);
        self.run_content(run, look, properties, open);
    }

    fn run_content(&mut self, parent: Node, look: Look, properties: Option<Node>, open: &mut Open) {
        for node in parent.children().filter(Node::is_element) {
            match name(node) {
                "t" => {
                    let text: String = node.children().filter_map(|child| child.text()).collect();
                    // Word takes away the space around a text that does not ask to keep it.
                    let text = if attribute(node, "space") == Some("preserve") {
                        text.as_str()
                    } else {
                        text.trim()
                    };
                    if look.hidden == Some(true) {
                        self.remarks.count(Count::Hidden);
                        continue;
                    }
                    self.look_for_legacy_font(properties, text);
                    let letters = text.chars().filter(|letter| letter.is_alphanumeric()).count();
                    *(if look.bold == Some(true) { &mut open.bold } else { &mut open.plain }) +=
                        letters;
                    if look.caps == Some(true) {
                        open.words.push(&text.to_uppercase())
                    } else {
                        open.words.push(text)
                    }
                }
                "tab" | "br" | "cr" | "ptab" => open.words.push(" "),
                "noBreakHyphen" => open.words.push("-"),
                "sym" => {
                    self.cannot_carry(
                        &open.words,
                        "một ký hiệu của phông chữ riêng",
                        "a sign of a symbol font",
                    );
                    open.words.push("‹điền ký hiệu in ở đây›");
                }
                "footnoteReference" | "endnoteReference" => {
                    let key = (
                        name(node).to_owned(),
                        attribute(node, "id").unwrap_or_default().to_owned(),
                    );
                    let next = self.notes.len();
                    let place = *self.note_places.entry(key.clone()).or_insert(next);
                    if place == next {
                        self.notes.push(key);
                    }
                    open.words.0.push(Span::Note(place + 1));
                }
                "drawing" | "pict" | "object" => self.picture(node, open),
                "AlternateContent" => {
                    if let Some(choice) = node.children().find(Node::is_element) {
                        self.run_content(choice, look, properties, open);
                    }
                }
                _ => {}
            }
        }
    }

    /// Text boxes are read, pictures are told. Lines and frames without text are neither.
    fn picture(&mut self, node: Node, open: &mut Open) {
        let boxes: Vec<Node> =
            node.descendants().filter(|inside| name(*inside) == "txbxContent").collect();
        let is_in_box = |content: Node| {
            content
                .ancestors()
                .skip(1)
                .take_while(|around| *around != node)
                .any(|around| name(around) == "txbxContent")
        };
        for content in boxes.iter().filter(|content| !is_in_box(**content)) {
            self.remarks.count(Count::TextBoxes);
            let mut inside = Vec::new();
            self.blocks(*content, &mut inside);
            open.boxes.extend(inside);
        }
        let is_picture = |inside: Node| {
            matches!(name(inside), "blip" | "imagedata" | "OLEObject" | "chart" | "relIds")
        };
        if boxes.is_empty() && node.descendants().any(is_picture) {
            self.cannot_carry(&open.words, "một hình", "a picture");
        }
    }

    fn cannot_carry(&mut self, before: &Words, vi: &str, en: &str) {
        let shown = if before.is_empty() { self.last.clone() } else { before.beginning() };
        if shown.is_empty() {
            self.remarks.look_at(
                format!("không chép được {vi} ở đầu văn bản"),
                format!("{en} at the beginning could not be carried over"),
            );
        } else {
            self.remarks.look_at(
                format!("không chép được {vi} đứng sau “{shown}”"),
                format!("{en} behind “{shown}” could not be carried over"),
            );
        }
    }

    fn look_for_legacy_font(&mut self, properties: Option<Node>, text: &str) {
        // Digits and plain letters are the same in all of them.
        if text.is_ascii() || self.legacy_font.is_some() {
            return;
        }
        let fonts = properties.and_then(|properties| child(properties, "rFonts"));
        let font = fonts.and_then(|fonts| attribute(fonts, "ascii").or(attribute(fonts, "hAnsi")));
        self.legacy_font = font
            .filter(|font| font.starts_with(".Vn") || font.starts_with("VNI-"))
            .map(str::to_owned);
    }

    fn table(&mut self, node: Node, out: &mut Vec<Block>) {
        let mut rows = Vec::new();
        self.rows(node, &mut rows);
        tables::put(rows, &mut self.remarks, out);
    }

    fn rows(&mut self, parent: Node, rows: &mut Vec<Row>) {
        for node in parent.children().filter(Node::is_element) {
            match name(node) {
                "tr" => {
                    let properties = child(node, "trPr");
                    if properties.is_some_and(|properties| child(properties, "del").is_some()) {
                        self.remarks.count(Count::Deleted);
                        continue;
                    }
                    let skipped = |wanted| {
                        properties
                            .and_then(|properties| xml::number(properties, wanted))
                            .unwrap_or(0)
                    };
                    let mut row = Row { before: skipped("gridBefore"), ..Row::default() };
                    self.cells(node, &mut row);
                    rows.push(row);
                }
                "sdt" | "sdtContent" | "ins" | "customXml" => self.rows(node, rows),
                _ => {}
            }
        }
    }

    fn cells(&mut self, parent: Node, row: &mut Row) {
        for node in parent.children().filter(Node::is_element) {
            match name(node) {
                "tc" => {
                    let properties = child(node, "tcPr");
                    let span = properties
                        .and_then(|properties| xml::number(properties, "gridSpan"))
                        .unwrap_or(1);
                    let merge = properties.and_then(|properties| child(properties, "vMerge"));
                    let continues =
                        merge.is_some_and(|merge| attribute(merge, "val") != Some("restart"));
                    let mut blocks = Vec::new();
                    self.blocks(node, &mut blocks);
                    row.cells.push(tables::Cell { blocks, span, continues });
                }
                "sdt" | "sdtContent" | "customXml" => self.cells(node, row),
                _ => {}
            }
        }
    }
}
