//! A Word document to what it says. Tracked insertions are in, deletions and struck text are not;
//! numbers that Word sets by itself are written out; what cannot be carried over (pictures,
//! equations, signs of symbol fonts) is told with its place, and so is what stands beside the text
//! (headers, footers, comments).

use std::collections::BTreeMap;

use roxmltree::Node;

use super::NotRead;
use super::contents::Contents;
use super::document::{Block, Count, Document, Paragraph, Span, Words};
use super::letters::{self, Raise};
use super::numbering::{Label, Numbering};
use super::package::Package;
use super::styles::{InList, Look, Styles, Theme};
use super::tables::{self, Row};
use super::text;
use super::xml::{self, attribute, child, name, value};

pub fn read(bytes: &[u8]) -> Result<Document, NotRead> {
    let package = Package::open(bytes)?;
    if let Some(kind) = package.other_kind() {
        return Err(NotRead::Other(kind));
    }
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
    let (theme, comments) = (part("/theme")?, part("/comments")?);
    let text = package.text(&path)?.ok_or(NotRead::NoText)?;
    let parsed = xml::parse(&text).ok_or(NotRead::Malformed)?;
    let theme = of_part(theme.as_deref(), Theme::read)?;
    let styles = match styles.as_deref() {
        Some(text) => {
            let parsed = xml::parse(text).ok_or(NotRead::Malformed)?;
            Styles::read(Some(parsed.root_element()), theme)
        }
        None => Styles::read(None, theme),
    };
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
    if let Some(text) = comments.as_deref() {
        let parsed = xml::parse(text).ok_or(NotRead::Malformed)?;
        let comments = xml::children(parsed.root_element(), "comment").count();
        (0..comments).for_each(|_| reader.remarks.count(Count::Comments));
    }
    let mut margins = Vec::new();
    for path in targets(&package, &relations, &folder, &["/header", "/footer"])? {
        let Some(text) = package.text(&path)? else { continue };
        let parsed = xml::parse(&text).ok_or(NotRead::Malformed)?;
        margins.extend(in_margin(&reader.styles, parsed.root_element()));
    }
    margins.sort_unstable();
    margins.dedup();
    Ok(Document { blocks, notes, margins, remarks: reader.remarks })
}

/// The lines of a header or footer that say something besides the number of the page.
fn in_margin(styles: &Styles, root: Node) -> Vec<String> {
    let mut reader = Reader { styles: styles.clone(), ..Reader::default() };
    let mut blocks = Vec::new();
    reader.blocks(root, &mut blocks);
    tables::in_lines(blocks)
        .iter()
        .map(|line| line.settled().text())
        .filter(|line| line.contains(char::is_alphabetic))
        .collect()
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
    Ok(targets(package, relations, folder, &[kind])?.into_iter().next())
}

/// All parts that the relations of another name for these purposes.
fn targets(
    package: &Package,
    relations: &str,
    folder: &str,
    kinds: &[&str],
) -> Result<Vec<String>, NotRead> {
    let Some(text) = package.text(relations)? else { return Ok(Vec::new()) };
    let parsed = xml::parse(&text).ok_or(NotRead::Malformed)?;
    let is_wanted = |node: &Node| {
        attribute(*node, "Type").is_some_and(|named| kinds.iter().any(|kind| named.ends_with(kind)))
    };
    let found = parsed.root_element().children().filter(is_wanted);
    let path = |target: &str| match target.strip_prefix('/') {
        Some(whole) => whole.to_owned(),
        None => format!("{folder}{target}"),
    };
    Ok(found.filter_map(|node| attribute(node, "Target")).map(path).collect())
}

/// No mark of a note and no power has more letters.
const MOST_MOVED: usize = 3;

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
    /// Where a table of contents is open.
    contents: Contents,
    /// How many cells are open around what is read.
    cells: usize,
}

/// A paragraph as it is read.
#[derive(Default)]
struct Open {
    words: Words,
    /// How many letters were bold, and how many not.
    bold: usize,
    plain: usize,
    /// How many letters were not of a table of contents.
    outside_contents: usize,
    boxes: Vec<Block>,
}

impl Reader {
    fn blocks(&mut self, parent: Node, out: &mut Vec<Block>) {
        for node in parent.children().filter(Node::is_element) {
            match name(node) {
                "p" => self.paragraph(node, out),
                "tbl" => self.table(node, out),
                "sdt" => {
                    let is_contents = xml::is_gallery_of_contents(node);
                    self.contents.galleries += usize::from(is_contents);
                    if let Some(content) = child(node, "sdtContent") {
                        self.blocks(content, out);
                    }
                    self.contents.galleries -= usize::from(is_contents);
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
                    self.inline(node, &Look::default(), &mut open);
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
        let look = self.styles.look_of_paragraph(style.as_deref());
        let mut open = Open::default();
        self.inline(node, &look, &mut open);
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
        if words.is_empty() {
            self.empty(label, out);
            out.extend(open.boxes);
            return;
        }
        let mut first = Words::default();
        let mut bullet = None;
        match label {
            Label::Number(number) => {
                self.remarks.count(Count::ComputedLabels);
                first.push(&format!("{} ", number.trim()));
            }
            Label::Bullet(sign) => {
                let is_plus = sign == '+';
                if !is_plus && !matches!(sign, '-' | '–' | '−' | '\u{ad}') {
                    self.remarks.count(Count::Bullets);
                }
                bullet = Some(if is_plus { '+' } else { '-' });
            }
            Label::Unknown(format) => {
                let shown = words.beginning();
                self.remarks.look_at(
                    format!(
                        "trước “{shown}” có số thứ tự dạng “{format}” không tính được: hãy điền \
                         vào chỗ ‹ ›"
                    ),
                    format!(
                        "before “{shown}” stands a number of the form “{format}” that cannot be \
                         computed: fill it in between the ‹ ›"
                    ),
                );
                first.push("‹điền số thứ tự in ở đây› ");
            }
            Label::None => {}
        }
        self.last = words.beginning();
        let is_bold = open.plain == 0 && open.bold > 0
            || style.as_ref().is_some_and(|style| self.styles.is_heading(style));
        let is_contents = style.as_ref().is_some_and(|style| self.styles.is_of_contents(style))
            || self.contents.galleries > 0
            || open.outside_contents == 0 && open.bold + open.plain > 0;
        first.append(words);
        for words in text::in_paragraphs(first) {
            let bullet = bullet.take();
            out.push(Block::Paragraph(Paragraph { bullet, words, is_bold, is_contents }));
        }
        out.extend(open.boxes);
    }

    /// A number that Word prints where no words stand: in a cell it is the number of the row, and
    /// elsewhere an oversight that is told.
    fn empty(&mut self, label: Label, out: &mut Vec<Block>) {
        let Label::Number(number) = label else { return };
        let number = number.trim();
        if self.cells > 0 {
            self.remarks.count(Count::ComputedLabels);
            let words = Words::of(number);
            out.push(Block::Paragraph(Paragraph { words, ..Paragraph::default() }));
            return;
        }
        let shown = &self.last;
        self.remarks.look_at(
            format!("số thứ tự “{number}” in một mình, không có chữ, sau “{shown}”: không chép"),
            format!(
                "the number “{number}”, printed without words behind “{shown}”, was not carried \
                 over"
            ),
        );
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
    fn inline(&mut self, parent: Node, look: &Look, open: &mut Open) {
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

    fn run(&mut self, run: Node, look: &Look, open: &mut Open) {
        let look = self.styles.look_of_run(child(run, "rPr"), look);
        self.run_content(run, &look, open);
    }

    fn run_content(&mut self, parent: Node, look: &Look, open: &mut Open) {
        // A mark of a footnote that was typed by hand stands behind Word's own.
        let mut has_own_mark = false;
        for node in parent.children().filter(Node::is_element) {
            match name(node) {
                "t" if has_own_mark => {}
                "t" => {
                    let text: String = node.children().filter_map(|child| child.text()).collect();
                    // Word takes away the white space of XML around a text that does not ask to
                    // keep it; a no-break space is none of that.
                    let text = if attribute(node, "space") == Some("preserve") {
                        text.as_str()
                    } else {
                        text.trim_matches([' ', '\t', '\n', '\r'])
                    };
                    self.words(text, look, open);
                }
                "tab" | "ptab" => open.words.push(" "),
                "br" | "cr" => open.words.push("\n"),
                "noBreakHyphen" => open.words.push("-"),
                "sym" => self.symbol(node, open),
                "fldChar" => self.contents.field(attribute(node, "fldCharType")),
                "instrText" => self.contents.instruction(node.text().unwrap_or_default()),
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
                    has_own_mark = attribute(node, "customMarkFollows")
                        .is_some_and(|said| matches!(said, "1" | "true" | "on"));
                }
                "drawing" | "pict" | "object" => self.picture(node, open),
                "AlternateContent" => {
                    if let Some(choice) = node.children().find(Node::is_element) {
                        self.run_content(choice, look, open);
                    }
                }
                _ => {}
            }
        }
    }

    /// The words of a run, as they look.
    fn words(&mut self, text: &str, look: &Look, open: &mut Open) {
        if look.hidden == Some(true) {
            self.remarks.count(Count::Hidden);
            return;
        }
        if look.struck == Some(true) {
            self.struck(text, &open.words);
            return;
        }
        self.look_for_legacy_font(look, text);
        let letters = text.chars().filter(|letter| letter.is_alphanumeric()).count();
        *(if look.bold == Some(true) { &mut open.bold } else { &mut open.plain }) += letters;
        if !self.contents.is_open() {
            open.outside_contents += letters;
        }
        let is_symbol = look.font.as_deref().is_some_and(|font| font.starts_with("Symbol"));
        let text: String = match is_symbol {
            true => {
                text.chars().map(|letter| letters::of_symbol(letter).unwrap_or(letter)).collect()
            }
            false => text.to_owned(),
        };
        let text = if look.caps == Some(true) { text.to_uppercase() } else { text };
        // Whole paragraphs are moved for the eye; a figure beside other words is moved to mean
        // something.
        let is_beside = !open.words.is_empty() && text.chars().count() <= MOST_MOVED;
        let raise = look.raise.or(look.moved.filter(|_| is_beside)).unwrap_or(Raise::On);
        let (written, left) = letters::raised(&text, raise);
        if written != text {
            self.remarks.count(Count::Raised);
        }
        if !left.trim().is_empty() && raise != Raise::On {
            let shown = open.words.end();
            self.remarks.look_at(
                format!("“{left}” in cao hoặc thấp hơn dòng, sau “{shown}”, được ghi ngang dòng"),
                format!(
                    "“{left}”, printed above or below the line behind “{shown}”, is written on \
                     the line"
                ),
            );
        }
        open.words.push(&written);
    }

    /// Struck text is no part of what the document says, though it can still be read.
    fn struck(&mut self, text: &str, before: &Words) {
        let text = Words::of(text).settled().text();
        if text.is_empty() {
            return;
        }
        let shown = if before.is_empty() { self.last.clone() } else { before.beginning() };
        self.remarks.look_at(
            format!("chữ bị gạch ngang “{text}”, sau “{shown}”: không chép"),
            format!("the struck words “{text}” behind “{shown}” were not carried over"),
        );
    }

    /// A sign of a font of symbols: written where it is known, and asked for else.
    fn symbol(&mut self, node: Node, open: &mut Open) {
        let is_symbol = attribute(node, "font").is_some_and(|font| font.starts_with("Symbol"));
        let known = attribute(node, "char")
            .and_then(|code| u32::from_str_radix(code, 16).ok())
            // Some programs leave out where the private letters begin.
            .map(|code| if code < 0x100 { 0xf000 + code } else { code })
            .and_then(char::from_u32)
            .filter(|_| is_symbol)
            .and_then(letters::of_symbol);
        if let Some(sign) = known {
            open.words.push(&sign.to_string());
            return;
        }
        self.cannot_carry(
            &open.words,
            "một ký hiệu của phông chữ riêng",
            "a sign of a symbol font",
        );
        open.words.push(letters::ASKED);
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

    fn look_for_legacy_font(&mut self, look: &Look, text: &str) {
        // Digits and plain letters are the same in all of them.
        if text.is_ascii() || self.legacy_font.is_some() {
            return;
        }
        self.legacy_font =
            look.font.as_deref().filter(|font| letters::is_old_font(font)).map(str::to_owned);
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
                    self.cells += 1;
                    self.blocks(node, &mut blocks);
                    self.cells -= 1;
                    row.cells.push(tables::Cell { blocks, span, continues });
                }
                "sdt" | "sdtContent" | "customXml" => self.cells(node, row),
                _ => {}
            }
        }
    }
}
